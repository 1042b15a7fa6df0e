//! What goes to disk and when, and how the program ends.

use super::Turn;
use crate::app::message::{Effect, Protected};
use crate::app::model::{Ending, OpenMeeting, RETRY_SAVE};
use crate::app::page::{Action, RowKind, Screen};
use crate::checklist::Localized;
use crate::meeting::{MeetingId, MeetingSummary};

impl Turn<'_> {
    /// Hands the newest revision to the saver, unless that was done or a failed save waits for its next try.
    pub(super) fn flush(&mut self) {
        if self.open().is_some_and(|open| open.saving.failed.is_none()) {
            self.save_now();
        }
    }

    fn save_now(&mut self) {
        // Who only looks between meetings leaves nothing in the notebook.
        let nothing = self.model.only_looked() && !self.model.is_listed();
        let Some(open) = &mut self.model.open else { return };
        open.saving.typing_since = None;
        if open.is_fleeting() || nothing {
            open.saving.asked = open.saving.revision;
            open.saving.saved = Some((open.saving.revision, None));
            self.end_when_saved();
            return;
        }
        if open.saving.asked == open.saving.revision {
            return;
        }
        self.record_time();
        let Some(open) = &mut self.model.open else { return };
        open.saving.asked = open.saving.revision;
        let Some(save) = self.model.to_be_saved() else { return };
        self.keep_opened();
        self.effects.push(Effect::SaveMeeting(save));
    }

    /// Does what the clock asks for: looking at files, saving what was typed, trying a failed save again.
    pub(super) fn when_due(&mut self) {
        let now = self.model.now;
        let is_due =
            |deadline: Option<chrono::NaiveDateTime>| deadline.is_some_and(|deadline| deadline <= now);
        if is_due(self.model.look_deadline()) {
            self.look_at_library();
        }
        if self.must_lock() {
            self.lock();
        }
        if !is_due(self.model.save_deadline()) {
            return;
        }
        let Some(open) = &mut self.model.open else { return };
        if let Some((_, again)) = &mut open.saving.failed {
            *again = now + RETRY_SAVE;
            open.saving.asked = 0;
        }
        self.save_now();
    }

    /// A revision is on disk.
    pub(super) fn saved(&mut self, meeting: MeetingId, revision: u64) {
        let now = self.model.now;
        // Nothing on a page of a patient tells what is on the disk.
        let is_of_patient = self.model.screen().is_untold_of_saving() && self.model.wanted.is_none();
        let whole = is_of_patient.then(|| self.model.whole());
        let Some(open) = self.model.open.as_mut().filter(|open| open.record.id == meeting) else { return };
        let newest = open.saving.saved.map_or(0, |(known, _)| known);
        if revision >= newest {
            open.saving.saved = Some((revision, Some(now)));
            open.saving.failed = None;
        }
        let (clean, typing) = (open.saving.is_clean(), open.saving.typing_since.is_some());
        if clean {
            self.keep_saved();
            self.list_own();
            if let Some(wanted) = self.model.wanted.take() {
                self.be_silent();
                self.act(wanted);
            }
        } else if !typing {
            self.flush();
        }
        whole.into_iter().for_each(|whole| self.model.keep_whole(whole));
        self.end_when_saved();
    }

    /// Keeps the list of meetings in step with what was saved of the open one.
    pub(super) fn list_own(&mut self) {
        let is_saved = |open: &&OpenMeeting| {
            open.read_only.is_none()
                && open.saving.is_clean()
                && matches!(open.saving.saved, Some((_, Some(_))))
        };
        let Some((open, saved)) =
            self.open().filter(is_saved).and_then(|open| Some((open, open.saving.saved?.1)))
        else {
            return;
        };
        let mut summary = MeetingSummary::of(&open.record);
        if !summary.session {
            // As the notebook lists it: what says no time itself was worked on when it was saved.
            summary.touched = summary.touched.or(saved);
        }
        self.name_session(&mut summary);
        let Some(listed) = &mut self.model.listed else { return };
        let at = listed.meetings.partition_point(|known| known.date > summary.date);
        // What is saved as it stands in the list moves no other of ten thousand, and nobody looks through those.
        let of_its_day = listed.meetings.get_mut(at..).unwrap_or_default().iter_mut();
        let mut of_its_day = of_its_day.take_while(|known| known.date == summary.date);
        if let Some(known) = of_its_day.find(|known| known.id == summary.id) {
            listed.revision += u64::from(*known != summary);
            *known = summary;
            return;
        }
        listed.revision += 1;
        listed.meetings.retain(|known| known.id != summary.id);
        let at = listed.meetings.partition_point(|known| known.date > summary.date);
        listed.meetings.insert(at, summary);
    }

    /// A revision could not be saved: the work stays in memory, and the status says so.
    pub(super) fn save_failed(&mut self, meeting: MeetingId, revision: u64, why: Localized) {
        let again = self.model.now + RETRY_SAVE;
        let Some(open) = self.model.open.as_mut().filter(|open| open.record.id == meeting) else { return };
        if open.saving.saved.is_some_and(|(known, _)| known > revision) {
            return;
        }
        open.saving.failed = Some((why, again));
        match self.model.ending {
            Ending::No => {}
            Ending::Wanted => {
                self.model.ending = Ending::No;
                if *self.model.screen() != Screen::NotSaved {
                    self.model.path.open(Screen::NotSaved);
                }
            }
            Ending::Forced => self.effects.push(Effect::Quit),
        }
    }

    /// Somebody asks for what happens by itself.
    pub(super) fn save_on_request(&mut self) {
        self.leave_field();
        if self.open().is_some_and(|open| open.saving.failed.is_some()) {
            self.save_again();
        } else {
            self.flush();
            if self.open().is_none_or(|open| open.saving.is_clean()) {
                self.say(self.model.language().saves_itself(), false);
            }
        }
    }

    /// Tries a failed save again at once.
    pub(super) fn save_again(&mut self) {
        let again = self.model.now + RETRY_SAVE;
        if let Some(open) = &mut self.model.open {
            open.saving.asked = 0;
            if let Some((_, when)) = &mut open.saving.failed {
                *when = again;
            }
        }
        self.save_now();
    }

    /// Says once, to whoever leaves by key or by its row while a meeting is open, that one is; whoever means it says so once more. A
    /// session asks by itself.
    pub(super) fn asks_before_quitting(&mut self, by_key: bool) -> bool {
        let is_open = self.open().is_some_and(|open| {
            let goes_on = open.record.details.closed.is_none() && open.record.session.is_none();
            goes_on && open.read_only.is_none() && open.saving.failed.is_none()
        });
        if self.model.in_lines || !is_open {
            return false;
        }
        let words = self.words_before_quitting(by_key);
        if self.model.notice.as_ref().is_some_and(|notice| notice.text == words) {
            return false;
        }
        self.leave_field();
        self.say(words, false);
        true
    }

    /// What is said before the program ends with work that can be gone on with.
    pub(super) fn words_before_quitting(&self, by_key: bool) -> &'static str {
        let language = self.model.language();
        match (self.model.protected == Protected::Fleeting, by_key) {
            (false, false) => language.meeting_is_open(),
            (false, true) => language.meeting_is_open_key(),
            (true, false) => language.passing_is_open(),
            (true, true) => language.passing_is_open_key(),
        }
    }

    /// Whether the row in focus ends the program while a meeting is open: a space on it never does.
    pub(super) fn is_on_quitting(&self) -> bool {
        let quits = self.model.focused().is_some_and(|row| row.kind == RowKind::Action(Action::Quit));
        quits && self.model.open.is_some()
    }

    /// The user wants to leave: first everything is saved.
    pub(super) fn quit(&mut self) {
        let language = self.model.language();
        let would_go = self.would_go().map(|case| language.session_quit(&case));
        let votes = || self.votes_would_go().map(|case| language.session_votes_go(&case));
        if let Some(told) = would_go.or_else(votes)
            && self.model.notice.as_ref().is_none_or(|notice| notice.text != told)
        {
            self.say(told, true);
            return;
        }
        self.leave_field();
        self.leave_nobody();
        self.stop_clock();
        if self.open().is_none_or(|open| open.saving.is_clean()) {
            self.effects.push(Effect::Quit);
        } else if self.open().is_some_and(|open| open.saving.failed.is_some()) {
            if *self.model.screen() != Screen::NotSaved {
                self.model.path.open(Screen::NotSaved);
            }
        } else {
            self.model.ending = Ending::Wanted;
            self.flush();
        }
    }

    /// Says that the settings could not be saved; they hold all the same.
    pub(super) fn settings_saved(&mut self, outcome: Option<Box<Localized>>) {
        let language = self.model.language();
        match &outcome {
            // Where they are chosen the page itself says why.
            Some(_) if *self.model.screen() == Screen::Settings => {
                self.say(language.settings_not_saved_briefly(), true);
            }
            Some(why) => self.say(language.settings_not_saved(why.get(language)), true),
            None => self.say(language.settings_saved_now(), false),
        }
        self.model.settings_unsaved = outcome.map(|why| *why);
    }

    /// Tries once more to save the settings, before nothing is left that could.
    pub(super) fn save_settings_before_leaving(&mut self) {
        if self.model.settings_unsaved.is_none() {
            return;
        }
        let leaves = |effect: &Effect| matches!(effect, Effect::Quit | Effect::Lock);
        if let Some(at) = self.effects.iter().position(leaves) {
            self.effects.insert(at, Effect::SaveSettings(self.model.settings));
        }
    }

    /// The system ends the program: save without asking anything.
    pub(super) fn terminate(&mut self) {
        self.leave_field();
        self.leave_nobody();
        self.stop_clock();
        if self.open().is_none_or(|open| open.saving.is_clean()) {
            self.effects.push(Effect::Quit);
            return;
        }
        self.model.ending = Ending::Forced;
        if self.open().is_some_and(|open| open.saving.failed.is_some()) {
            self.save_again();
        } else {
            self.flush();
        }
    }

    fn end_when_saved(&mut self) {
        let clean = self.open().is_none_or(|open| open.saving.is_clean());
        if self.model.ending != Ending::No && clean {
            self.effects.push(Effect::Quit);
        }
    }
}
