//! Deleting a session with a case from the notebook, after it was asked.

use crate::app::message::{Deleted, Effect};
use crate::app::page::{Action, Path, Screen};
use crate::app::update::Turn;
use crate::meeting::MeetingId;

impl Turn<'_> {
    /// Has a session deleted. One that is open is let go of first, so that nothing writes it once more.
    pub(in crate::app::update) fn delete_session(&mut self, id: MeetingId) {
        if self.open().is_some_and(|open| open.record.id == id) {
            if self.must_save_first(Action::DeleteSession(id)) {
                return;
            }
            self.stop_clock();
            self.model.open = None;
            self.back_to_sessions();
            self.model.path.open(Screen::KeptSession(id));
        }
        self.effects.push(Effect::DeleteSession(id));
        self.say(self.model.language().session_deleting(), false);
    }

    fn back_to_sessions(&mut self) {
        self.model.path = Path::default();
        self.model.path.open(Screen::Cases);
        self.model.path.open(Screen::Sessions);
    }

    /// A session was deleted, or something of it is left.
    pub(in crate::app::update) fn session_was_deleted(&mut self, outcome: Deleted) {
        let language = self.model.language();
        if let Some(why) = outcome.failed {
            self.say(why.get(language).to_owned(), true);
            return;
        }
        if let Some(listed) = &mut self.model.listed {
            listed.meetings.retain(|known| known.id != outcome.session);
            listed.revision += 1;
        }
        // Of what is gone no page is left, and no spread to compare with.
        if *self.model.screen() == Screen::KeptSession(outcome.session) {
            self.back_to_sessions();
        }
        let session = self.open().filter(|open| open.record.session.is_some());
        let again = session.map(|open| Effect::ReadEarlierSession(open.record.clone()));
        self.effects.extend(again);
        self.say(language.session_deleted(outcome.versions), false);
    }
}
