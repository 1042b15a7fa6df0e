//! Facts from outside that change where we are.

use super::Turn;
use crate::app::effect::Effect;
use crate::app::model::OpenMeeting;
use crate::app::msg::{Listed, Opened};
use crate::app::screen::{Path, Screen};

impl Turn<'_> {
    /// A list of meetings was read, or the next part of one: the row in focus stays where somebody looks at it.
    pub(super) fn listed(&mut self, part: Listed) {
        let in_sight = (*self.model.screen() == Screen::Meetings).then(|| self.focus_in_sight()).flatten();
        self.model.notebook_fault = None;
        match self.model.listed.as_mut().filter(|known| known.more) {
            Some(known) => known.extend(part),
            None => {
                let revision = self.model.listed.as_ref().map_or(0, |known| known.revision + 1);
                self.model.listed = Some(Listed { revision, ..part });
            }
        }
        if let Some(in_sight) = in_sight {
            self.keep_in_sight(in_sight);
        }
    }

    /// A meeting was read: it takes the place of the one before.
    pub(super) fn opened(&mut self, opened: Opened) {
        let Opened { meeting, definitions, routes, read_only, may_insist, versions } = opened;
        if self.open().is_some_and(|open| !open.saving.is_clean()) {
            self.effects.push(Effect::LetGo(meeting.id));
            self.say(self.model.language().finish_saving_first(), true);
            return;
        }
        if let Some(before) = self.open().map(|open| open.record.id).filter(|before| *before != meeting.id) {
            self.effects.push(Effect::LetGo(before));
        }
        let mut open = OpenMeeting::new(meeting, definitions);
        open.routes = routes;
        open.saving.saved = Some((0, None));
        open.read_only = read_only;
        open.may_insist = may_insist;
        open.versions = versions;
        open.as_opened = Some(open.record.clone());
        let why = open.read_only.clone();
        self.model.open = Some(open);
        self.look_back();
        self.model.path = Path::default();
        self.model.path.open(Screen::Meeting);
        if let Some(patient) = self.model.landing.take() {
            self.land(patient);
        }
        self.be_silent();
        if let Some(why) = why {
            self.say(why.get(self.model.language()).to_owned(), true);
        }
    }
}
