//! Reopening a closed meeting, and noting what changes from then on.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::model::{History, apply_all};
use crate::app::page::{Path, RowId, Screen};
use crate::checklist::Name;
use crate::export::{Pieces, amended};
use crate::meeting::{Amendment, Change, Meeting};

impl Turn<'_> {
    /// Reopens the meeting, and asks why. One cannot undo past this: that it happened is what is to be seen later.
    pub(super) fn reopen_meeting(&mut self) {
        let stamp = self.model.stamp();
        let Some(open) = self.model.open.as_mut().filter(|open| open.read_only.is_none()) else { return };
        let before = open.record.details.clone();
        let Some(closed) = before.closed else { return };
        let mut after = before.clone();
        after.closed = None;
        let amendment = Amendment::new(closed, stamp);
        let at = open.record.amendments.len();
        let changes = [
            Change::Amendment { at, before: None, after: Some(Box::new(amendment)) },
            Change::MeetingDetails { before: Box::new(before), after: Box::new(after) },
        ];
        if apply_all(&changes, Arc::make_mut(&mut open.record)).is_err() {
            self.say(self.model.language().does_not_fit(), true);
            return;
        }
        open.history = History::default();
        self.changed(Urgency::Committed);
        self.model.path = Path::default();
        self.model.path.open(Screen::Meeting);
        self.model.path.open(Screen::Reopening);
        self.enter(RowId::fixed("reason"));
    }

    /// The record before a change that has to be noted, where the meeting was reopened.
    pub(super) fn as_reopened(&self) -> Option<Arc<Meeting>> {
        let open = self.open()?;
        open.record.reopened().map(|_| open.record.clone())
    }

    /// Notes what a change made different, where the meeting was reopened.
    pub(super) fn note_amended(&mut self, before: Option<Arc<Meeting>>) {
        let (Some(before), Some(open)) = (before, self.open()) else { return };
        let find = |name: &Name| self.model.checklist(name);
        let words = Pieces { language: self.model.language(), definition: &find };
        let changed = amended(words, &before, &open.record);
        drop(before);
        if changed.is_empty() {
            return;
        }
        let Some(open) = &mut self.model.open else { return };
        if let Some(amendment) = Arc::make_mut(&mut open.record).amendments.last_mut() {
            changed.into_iter().for_each(|one| amendment.note(one));
        }
    }
}
