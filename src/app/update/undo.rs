//! Taking back and making again, at the place where it happened.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::model::Entry;
use crate::meeting::{Change, DoesNotFit, TextPlace};
use crate::text::{self, Cursor, TextEdit};
use crate::words::Language;

impl Turn<'_> {
    /// Takes back the last entry: goes to its place and shows what changed.
    pub(super) fn undo(&mut self) {
        self.travel(true);
    }

    /// Makes the last entry that was taken back again, at its place.
    pub(super) fn redo(&mut self) {
        self.travel(false);
    }

    fn travel(&mut self, back: bool) {
        let language = self.model.language();
        if !self.model.may_change() {
            return;
        }
        let before = self.as_reopened();
        let Some(open) = &mut self.model.open else { return };
        let record = Arc::make_mut(&mut open.record);
        let done = if back { open.history.undo(record) } else { open.history.redo(record) };
        let entry = match done {
            Ok(Some(entry)) => entry.clone(),
            Ok(None) => {
                self.say(if back { language.nothing_to_undo() } else { language.nothing_to_redo() }, false);
                return;
            }
            Err(DoesNotFit) => {
                self.say(language.does_not_fit(), true);
                return;
            }
        };
        self.note_amended(before);
        // What comes back may be a number that was left out, or was never judged.
        self.model.unseen().unjudged = match entry.changes.last() {
            Some(Change::Text { place, edit, .. }) => {
                let came = if back { &edit.removed } else { &edit.inserted };
                Some((place.clone(), edit.at + came.len()))
            }
            _ => None,
        };
        self.changed(Urgency::Committed);
        self.show(&entry, back);
        let what = describe(language, &entry, back);
        self.say(if back { language.undone(&what) } else { language.redone(&what) }, false);
    }

    /// Goes to where the entry happened, as far as that place still exists.
    fn show(&mut self, entry: &Entry, back: bool) {
        self.model.path.go(&entry.screen);
        self.drop_gone();
        if let Some(row) = &entry.row
            && *self.model.screen() == entry.screen
        {
            self.enter(row.clone());
        }
        if let Some(Change::Text { edit, .. }) = entry.changes.last() {
            let applied = if back { edit.inverse() } else { edit.clone() };
            self.model.set_cursor(Cursor::after(&applied));
            self.reveal();
        }
    }

    /// Takes screens off the path that show what is no longer in the record.
    pub(super) fn drop_gone(&mut self) {
        let record = self.model.open.as_ref().map(|open| open.record.clone());
        self.model.path.drop_gone(|screen| {
            let Some(record) = &record else { return screen.is_of_meeting() };
            let patient_gone = screen.patient().is_some_and(|patient| record.review(patient).is_none());
            let own_gone = match screen {
                crate::app::page::Screen::Participant(id) => record.participant(*id).is_none(),
                crate::app::page::Screen::Removing(removal) => !removal.is_there(record),
                crate::app::page::Screen::Agreement(patient, id) => record
                    .review(*patient)
                    .is_none_or(|review| review.agreements.iter().all(|agreement| agreement.id != *id)),
                _ => false,
            };
            patient_gone || own_gone
        });
    }
}

/// What an entry changed, in a few words.
fn describe(language: Language, entry: &Entry, back: bool) -> String {
    let pins = |change: &&Change| matches!(change, Change::Definition { .. } | Change::Route { .. });
    let taken_over = |change: &Change| match change {
        Change::Definition { before, .. } | Change::Route { before, .. } => before.is_some(),
        _ => false,
    };
    let Some(change) = entry.changes.iter().find(|change| !pins(change)) else {
        return language.changed_definition().to_owned();
    };
    if entry.changes.iter().any(taken_over) {
        return language.changed_definition().to_owned();
    }
    match change {
        Change::Text { place, edit, .. } => describe_text(language, place, edit, back),
        Change::Answer { .. } | Change::Repeats { .. } => language.changed_answer().to_owned(),
        Change::Judgement { .. } => language.changed_judgement().to_owned(),
        Change::Agreement { .. } => language.changed_agreement().to_owned(),
        Change::ReviewDetails { .. } => language.changed_patient().to_owned(),
        Change::Review { .. } | Change::ReviewMoved { .. } => language.changed_agenda().to_owned(),
        Change::Participant { .. } => language.changed_participant().to_owned(),
        Change::MeetingDetails { .. } | Change::Amendment { .. } | Change::Played { .. } => {
            language.changed_meeting().to_owned()
        }
        Change::Definition { .. } | Change::Route { .. } => language.changed_definition().to_owned(),
    }
}

fn describe_text(language: Language, place: &TextPlace, edit: &TextEdit, back: bool) -> String {
    let (gone, come) = if back { (&edit.inserted, &edit.removed) } else { (&edit.removed, &edit.inserted) };
    let field = match place {
        TextPlace::Answer(..) => language.changed_answer(),
        TextPlace::Judgement(..) => language.changed_judgement(),
        TextPlace::Agreement(..) => language.changed_agreement(),
        TextPlace::Participant(..) => language.changed_participant(),
        TextPlace::Meeting(_) | TextPlace::Session(_) => language.changed_meeting(),
        TextPlace::Review(..) => language.changed_text(),
    };
    let shown = |text: &str| text::truncate(text.trim(), 24, "...").replace('\n', " ");
    if come.trim().is_empty() {
        format!("{field}, {}", language.text_taken_out(&shown(gone)))
    } else {
        format!("{field}, {}", language.text_put_back(&shown(come)))
    }
}
