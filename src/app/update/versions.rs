//! Keeping versions of the open meeting, and choosing between two.

use chrono::TimeDelta;

use super::Turn;
use super::changes::Urgency;
use crate::app::message::{Effect, KeepVersion, OtherVersion, PutAway, Save, VersionRead};
use crate::app::page::Screen;
use crate::checklist::Localized;
use crate::meeting::{Change, Difference, MeetingId, TextPlace, VersionReason, differences};
use crate::text::TextEdit;

/// How long one works before a version is kept again.
const WORKED: TimeDelta = TimeDelta::minutes(10);

impl Turn<'_> {
    /// Has the meeting kept as it was opened, before the first save replaces that.
    pub(super) fn keep_opened(&mut self) {
        let now = self.model.now;
        let Some(open) = &mut self.model.open else { return };
        open.kept.get_or_insert(now);
        if let Some(meeting) = open.as_opened.take() {
            self.effects.push(Effect::KeepVersion(KeepVersion { meeting, reason: VersionReason::Opened }));
        }
    }

    /// Has the meeting kept as it was just saved, when it was closed or after ten minutes of work.
    pub(super) fn keep_saved(&mut self) {
        let now = self.model.now;
        let Some(open) = &mut self.model.open else { return };
        let closed = open.record.details.closed.is_some();
        let reason = if closed { VersionReason::Closed } else { VersionReason::Worked };
        // A clock that was put back must not keep versions from being kept.
        let since = open.kept.map_or(WORKED, |kept| (now - kept).abs());
        if closed || since >= WORKED {
            open.kept = Some(now);
            let Some(Save { meeting, .. }) = self.model.to_be_saved() else { return };
            self.effects.push(Effect::KeepVersion(KeepVersion { meeting, reason }));
        }
    }

    /// Asks for a version, to be compared.
    pub(super) fn look_at_version(&mut self, version: OtherVersion) {
        self.leave_field();
        let Some(id) = self.open().map(|open| open.record.id) else { return };
        self.effects.push(Effect::ReadVersion(id, Box::new(version)));
        self.say(self.model.language().version_reading(), false);
    }

    /// A version was read.
    pub(super) fn version_read(&mut self, read: VersionRead) {
        let Some(open) = self.model.open.as_mut().filter(|open| open.record.id == read.meeting.id) else {
            return;
        };
        for definition in &read.definitions {
            if !open.definitions.iter().any(|known| known.hash == definition.hash) {
                open.definitions.push(definition.clone());
            }
        }
        for route in &read.routes {
            if !open.routes.iter().any(|known| known.hash == route.hash) {
                open.routes.push(route.clone());
            }
        }
        open.other = Some(Box::new(read));
        self.be_silent();
        if *self.model.screen() != Screen::Compare {
            self.model.path.open(Screen::Compare);
        }
    }

    /// Takes one piece of the other version over.
    pub(super) fn take_piece_over(&mut self, difference: &Difference) {
        let Some(record) = self.model.record() else { return };
        let changes = difference.changes(record);
        if self.record(changes, Urgency::Committed) {
            self.say(self.model.language().compare_taken(), false);
        }
    }

    /// Takes everything of the other version over, as one step that can be undone. Of two that were made beside each other, whoever is
    /// only in this one stays: whether that one is to go is asked by its own row.
    pub(super) fn take_over_all(&mut self) {
        let Some(open) = &self.model.open else { return };
        let Some(read) = &open.other else { return };
        let keeps = read.version.waits();
        let mut after = (*open.record).clone();
        let mut all = Vec::new();
        // The second time sees to the order of patients who came along the first time.
        for _ in 0..2 {
            let mut found = differences(&after, &read.meeting);
            found.retain(|difference| !(keeps && difference.takes_away()));
            for difference in found {
                let changes = difference.changes(&after);
                if changes.iter().any(|change| change.apply(&mut after).is_err()) {
                    self.say(self.model.language().does_not_fit(), true);
                    return;
                }
                all.extend(changes);
            }
        }
        let meeting = open.record.clone();
        let reason = VersionReason::Restored;
        self.effects.push(Effect::KeepVersion(KeepVersion { meeting, reason }));
        if self.record(all, Urgency::Committed) {
            self.say(self.model.language().compare_taken(), false);
        }
    }

    /// Adds a line of the other version behind what stands here.
    pub(super) fn add_line(&mut self, place: TextPlace, line: &str) {
        let Some(text) = self.model.record().and_then(|record| place.text(record)) else { return };
        let inserted =
            if text.is_empty() || text.ends_with('\n') { line.to_owned() } else { format!("\n{line}") };
        let edit = TextEdit { at: text.len(), removed: String::new(), inserted };
        let change = Change::Text { place, edit, before: None, after: None };
        if self.record(vec![change], Urgency::Committed) {
            self.say(self.model.language().compare_taken(), false);
        }
    }

    /// Has the other version put away, after what was chosen is saved.
    pub(super) fn put_version_away(&mut self) {
        self.leave_field();
        if self.open().is_none_or(|open| !open.saving.is_clean()) {
            self.flush();
            self.say(self.model.language().finish_saving_first(), true);
            return;
        }
        let Some(open) = self.open() else { return };
        let Some(version) = open.other.as_ref().map(|read| read.version.clone()) else { return };
        self.effects.push(Effect::PutVersionAway(open.record.id, Box::new(version)));
    }

    /// A version was put away, or not.
    pub(super) fn version_was_put_away(&mut self, outcome: PutAway) {
        let language = self.model.language();
        self.versions(outcome.meeting, outcome.versions);
        match outcome.failed {
            Some(why) => self.say(why.get(language).to_owned(), true),
            None => {
                if *self.model.screen() == Screen::Compare {
                    self.model.path.back();
                }
                self.effects.push(Effect::ListMeetings);
                self.say(language.version_put_away_done(), false);
            }
        }
    }

    /// The versions that there are now.
    pub(super) fn versions(&mut self, meeting: MeetingId, versions: Vec<OtherVersion>) {
        if let Some(open) = self.model.open.as_mut().filter(|open| open.record.id == meeting) {
            open.versions = versions;
        }
    }

    /// Has what cannot be saved written to another folder.
    pub(super) fn save_elsewhere(&mut self) {
        let Some(save) = self.model.to_be_saved() else { return };
        self.effects.push(Effect::SaveElsewhere(save));
    }

    /// A rescue copy of this revision was written, or none could be.
    pub(super) fn saved_elsewhere(&mut self, revision: Option<u64>, told: &Localized) {
        let language = self.model.language();
        if let Some(open) = &mut self.model.open {
            open.saving.elsewhere = revision.or(open.saving.elsewhere);
        }
        self.say(told.get(language).to_owned(), revision.is_none());
    }
}
