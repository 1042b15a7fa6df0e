//! A session with a case: how it begins, what stands of its scenes, and that nothing in it leads to patients.

mod deleting;
mod turning;
mod voting;

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::message::Effect;
use crate::app::model::OpenMeeting;
use crate::app::page::{Action, PlayedDetail, ScenePage, Screen};
use crate::app::pages;
use crate::checklist::{Definition, Name};
use crate::meeting::session::count;
use crate::meeting::{Ballot, Change, Meeting, MeetingId, MeetingKind, Pinned, Played, Session};

impl Turn<'_> {
    /// Begins a session with a case; the session keeps its own copy of everything that it is played with.
    pub(in crate::app::update) fn play(&mut self, name: &Name, kept: bool) {
        if self.must_save_first(Action::Play(name.clone(), kept)) {
            return;
        }
        let library = self.model.library.clone();
        let case = library.as_ref().and_then(|library| library.case(name)).cloned();
        let (Some(library), Some(case)) = (library, case) else { return };
        let Some(id) = self.take_id().map(MeetingId) else { return };
        if let Some(before) = self.open().map(|open| open.record.id) {
            self.effects.push(Effect::LetGo(before));
        }
        let now = self.model.now;
        let title = case.case.title.get(self.model.language()).to_owned();
        self.begin(id, MeetingKind::Education, title);
        let Some(open) = &mut self.model.open else { return };
        let mut record = Meeting::clone(&open.record);
        record.details.fictional = true;
        let known = &case.case;
        let mut session =
            Session::new(known.id.clone(), known.version.clone(), case.source.to_string(), kept);
        (session.began, session.touched) = (Some(now), Some(now));
        session.with_room_for(known, record.id);
        record.session = Some(Box::new(session));
        let mut definitions: Vec<Arc<Definition>> = Vec::new();
        for checklist in known.scenes.iter().filter_map(|scene| scene.checklist.as_ref()) {
            let used = library.checklist(checklist).cloned();
            let is_new = |used: &Arc<Definition>| definitions.iter().all(|one| one.hash != used.hash);
            definitions.extend(used.filter(is_new));
        }
        record.definitions = definitions.iter().map(|definition| Pinned::of(definition)).collect();
        *open = OpenMeeting::new(record, definitions);
        open.saving.revision = 1;
        self.flush();
        self.look_back();
        self.model.path.open(Screen::SessionPeople);
    }

    /// Changes what stands of a scene; a vote that was cast is not told of before somebody asks.
    pub(in crate::app::update) fn played(&mut self, scene: &Name, detail: PlayedDetail) {
        let Some(session) = self.model.record().and_then(|record| record.session.as_ref()) else { return };
        let (present, before) = (session.present(), session.played(scene).cloned());
        let mut after = before.clone().unwrap_or_default();
        let votes = matches!(
            detail,
            PlayedDetail::Cast(..) | PlayedDetail::Mask(_) | PlayedDetail::OneMore(_) | PlayedDetail::Apart
        );
        let ends = detail == PlayedDetail::Ended;
        let settles = matches!(detail, PlayedDetail::Settle(_));
        let mut is_shown = false;
        match detail {
            PlayedDetail::Vote(..) => return,
            PlayedDetail::Cast(second, question, options) => {
                let asked = pages::ballots_of(self.model, scene);
                let round = after.round_mut(second);
                // An empty spread that was shown tells of no vote that comes after it.
                if round.counts.is_empty() {
                    round.begin_anew();
                }
                // Of who may choose several it is counted that they voted, and apart from that what.
                let several = asked.iter().any(|ballot| ballot.several && ballot.key == question);
                for counted in options.into_iter().chain(several.then_some(question)) {
                    let count = round.counts.get(&counted).and_then(|typed| count(typed));
                    round.counts.insert(counted, count.unwrap_or(0).saturating_add(1).to_string());
                }
                let is_full = |ballot: &Ballot| present > 0 && ballot.turnout(round).0 >= present;
                let all = asked.iter().all(is_full);
                round.complete = round.complete || !asked.is_empty() && all;
            }
            PlayedDetail::Mask(second) => {
                let round = after.round_mut(second);
                round.masked = !round.masked;
                let masked = round.masked;
                round.begin_anew();
                // Who votes in secret does so in both rounds.
                if !second && after.second.counts.is_empty() {
                    after.second.masked = masked;
                    after.second.begin_anew();
                }
            }
            PlayedDetail::OneMore(second) => after.round_mut(second).complete = false,
            PlayedDetail::Show(second) => {
                let asked = pages::ballots_of(self.model, scene);
                let round = after.round_mut(second);
                let shows = !round.is_in_sight();
                if shows && round.counts.is_empty() {
                    self.say(self.model.language().session_nothing_to_show(), false);
                    return;
                }
                is_shown = shows;
                if shows {
                    round.count_for_good(true);
                } else {
                    round.covered = true;
                }
                let voted = asked.iter().all(|ballot| ballot.turnout(round).0 > 0);
                // What was opened stays open, also when the spread is hidden again.
                after.criteria |= second && shows && !asked.is_empty() && voted;
                // Beside the second round stands the first: whoever shows the one has shown the other.
                if second && shows && !after.first.shown && !after.first.counts.is_empty() {
                    after.first.count_for_good(true);
                }
            }
            // The row for it was there before.
            PlayedDetail::Apart if after.is_counted() => return,
            PlayedDetail::Apart => after.apart = !after.apart,
            PlayedDetail::Criteria => after.criteria = true,
            PlayedDetail::Settle(keep) => after.settle(keep),
            PlayedDetail::Ended => after.ended = true,
        }
        let after = (after != Played::default()).then(|| Box::new(after));
        let change = Change::Played { scene: scene.clone(), before: before.map(Box::new), after };
        if !self.commit(Some(change)) {
            return;
        }
        // Its row is gone: what comes now is the end of the scene, and not what the trainer shows on purpose.
        if settles {
            self.model.set_focus(None);
        }
        if votes {
            // Where the focus stands must not tell the next person what was chosen; and that person sees where to type.
            self.model.set_focus(None);
            self.reveal();
        }
        // Where what is shown pushed its row out of sight, the key that showed it does not hide it.
        let is_spread = matches!(self.model.screen(), Screen::Scene(_, ScenePage::Spread(_)));
        if is_shown && is_spread && !self.is_in_sight() {
            self.model.set_focus(None);
        }
        if ends && pages::are_all_ended(self.model) {
            self.show_all_scenes();
        } else if ends {
            self.step(true);
        }
    }

    /// Takes everything off the path that is about patients: whatever led there, a session has none.
    pub(in crate::app::update) fn stay_in_session(&mut self) {
        if pages::within(self.model)
            && self.model.path.from_the_top().any(|frame| frame.screen.is_about_patients())
        {
            self.model.path.drop_gone(Screen::is_about_patients);
        }
    }

    /// Notes at which page a scene stands, which no undo changes: so it goes on there after a break.
    pub(in crate::app::update) fn note_page(&mut self) {
        if !self.model.may_change() {
            return;
        }
        let Some((scene, page)) = pages::page_of_scene(self.model) else { return };
        let now = self.model.now;
        let Some(open) = &mut self.model.unseen().open else { return };
        let stands = |session: &Session| session.reached.get(&scene) == Some(&page);
        if open.record.session.as_deref().is_none_or(stands) {
            return;
        }
        let Some(session) = &mut Arc::make_mut(&mut open.record).session else { return };
        session.reached.insert(scene, page);
        session.touched = Some(now);
        self.changed(Urgency::Committed);
    }
}
