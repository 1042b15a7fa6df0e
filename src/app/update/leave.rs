//! Leaving a field or a screen: what was typed is committed, and what stayed empty goes.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::page::{BeforeTyping, Field, Hidden, Screen};
use crate::checklist::{ItemKind, Looks};
use crate::meeting::typed::{self, Reading};
use crate::meeting::{
    Agreement, AgreementId, AgreementText, Answer, AnswerText, Change, Meeting, MeetingText, Owner,
    PatientId, QuestionKey, Review, ReviewDetails, ReviewText, TextPlace, terms,
};
use crate::text::TextEdit;
use crate::words::Language;

impl Turn<'_> {
    /// Commits what was typed on the row in focus: dates are written out, and everything goes to disk.
    pub(super) fn leave_field(&mut self) {
        let field = self.model.focused().and_then(|row| row.as_field().cloned());
        let stood = self.model.unseen().path.top_mut().stood.take();
        if let Some(Field { place, hidden, .. }) = field
            && self.model.may_change()
        {
            self.leave_number_out(&place);
            self.end_lines(&place);
            if let Some(stood) = stood.filter(|stood| stood.place == place && hidden == Hidden::Nothing) {
                self.settle(&stood);
            }
            self.write_out(&place);
            self.recognise_group(&place);
            self.recognise_patient(&place);
            self.recognise_participant(&place);
        }
        if let Some(open) = &mut self.model.unseen().open {
            open.history.end_run();
            if open.saving.typing_since.is_some() {
                self.flush();
            }
        }
    }

    /// Has typing that came to nothing leave a text as it stood: blanks behind it, and letters that were typed over it and all taken back.
    /// What was emptied otherwise goes in one step, and is told.
    fn settle(&mut self, stood: &BeforeTyping) {
        // With its last letter an answer goes, and is no text any more.
        let now = self.model.record().and_then(|record| stood.place.text(record)).unwrap_or_default();
        let added = now.strip_prefix(stood.text.as_str());
        let only_blanks = added.is_some_and(|added| !added.is_empty() && added.trim().is_empty());
        let is_emptied = now.trim().is_empty() && !stood.text.trim().is_empty();
        if !only_blanks && !is_emptied && now != stood.text {
            return;
        }
        let emptied = TextEdit { at: 0, removed: stood.text.clone(), inserted: now.to_owned() };
        // The number that was all that came can be put in the place of what stands there again.
        let mut number = now.to_owned();
        let left_out = self.model.left_out().filter(|left_out| left_out.place == stood.place);
        let left_out = left_out.is_some_and(|left_out| left_out.kept.apply(&mut number).is_ok());
        let language = self.model.language();
        let is_as_it_stood = self.rewind_to(stood) || self.edit(&stood.place, emptied.inverse());
        // The blank that set the number apart goes with it, and comes back with it.
        if is_as_it_stood && only_blanks && left_out {
            let inserted = number.strip_prefix(stood.text.as_str()).unwrap_or_default().to_owned();
            let kept = TextEdit { at: stood.text.len(), removed: String::new(), inserted };
            return self.leave_out(stood.place.clone(), kept);
        }
        if !is_emptied || !is_as_it_stood {
            return;
        }
        if stood.gave_way && left_out {
            let kept = TextEdit { at: 0, removed: stood.text.clone(), inserted: number };
            self.leave_out(stood.place.clone(), kept);
        } else if stood.gave_way {
            self.say(language.stays_as_it_stood(&stood.text), false);
        } else if self.edit(&stood.place, emptied) && !self.model.in_lines {
            self.tell(language.text_erased(&stood.text));
        }
    }

    /// Takes back what was typed in a text since it stood so, as if nobody had; false where something else was done meanwhile.
    fn rewind_to(&mut self, stood: &BeforeTyping) -> bool {
        let text = self.model.record().and_then(|record| stood.place.text(record)).unwrap_or_default();
        let steps = self.open().and_then(|open| {
            open.history.texts_before(&stood.place, text).position(|(known, _)| known == stood.text)
        });
        steps.is_some_and(|steps| self.rewind(steps + 1))
    }

    /// Takes back what was done last, as if it had never been; false where it cannot be.
    pub(super) fn rewind(&mut self, steps: usize) -> bool {
        let before = self.as_reopened();
        let Some(open) = &mut self.model.open else { return false };
        if open.history.rewind(Arc::make_mut(&mut open.record), steps).is_err() {
            return false;
        }
        self.note_amended(before);
        self.changed(Urgency::Committed);
        true
    }

    /// Takes away the empty lines at the end of a text: there Enter meant to go on. Whoever comes back from another row goes on there.
    fn end_lines(&mut self, place: &TextPlace) {
        let text = self.model.record().and_then(|record| place.text(record)).unwrap_or_default();
        let kept = text.trim_end_matches(['\n', ' ']).len();
        let Some(removed) = text.get(kept..).filter(|rest| rest.contains('\n')) else { return };
        let edit = TextEdit { at: kept, removed: removed.to_owned(), inserted: String::new() };
        if self.edit(place, edit) && kept > 0 {
            self.model.unseen().path.top_mut().begun = Some(place.clone());
        }
    }

    /// Writes what was typed as people do ("vrijdag", "70 kg") out in numbers, so that it keeps its meaning; what would
    /// lose something by it, or could be another day, stays.
    fn write_out(&mut self, place: &TextPlace) {
        let Some(record) = self.model.record() else { return };
        let Some(text) = place.text(record) else { return };
        if *place == TextPlace::Meeting(MeetingText::Date) {
            let known = record.details.date;
            // Meetings are written up afterwards and planned ahead; "yesterday" is yesterday, whatever day stood there.
            let today = self.model.now.date();
            let Some(Reading { day, .. }) = typed::clear(typed::read(text, today, Looks::Either)) else {
                return;
            };
            let change = self.meeting_change(|details| {
                details.date = day;
                details.date_typed = String::new();
            });
            if self.commit(change) && day != known {
                self.look_back();
            }
            return;
        }
        let Some(written) = self.written(place, text).filter(|written| written != text) else { return };
        let edit = TextEdit { at: 0, removed: text.to_owned(), inserted: written };
        let stamp = place.stamp(record);
        let after = stamp.map(|_| self.model.stamp());
        let change = Change::Text { place: place.clone(), edit, before: stamp, after };
        self.record(vec![change], Urgency::Committed);
    }

    /// What `text` at `place` is in numbers.
    fn written(&self, place: &TextPlace, text: &str) -> Option<String> {
        let record = self.model.record()?;
        let mut today = record.details.date;
        let looks = match place {
            TextPlace::Agreement(_, _, AgreementText::Due) | TextPlace::Review(_, ReviewText::NextReview) => {
                Looks::Forward
            }
            TextPlace::Answer(patient, question, AnswerText::Date | AnswerText::Number) => {
                match &self.model.checklist(&question.checklist)?.item(question.item.as_str())?.kind {
                    ItemKind::Date(asked) => {
                        let answer = patient_answer(record, *patient, question);
                        today = answer.map_or(today, |answer| answer.counted_from(today));
                        asked.looks
                    }
                    ItemKind::Number(range) => {
                        // Only what somebody typed on this screen has the signs of its language.
                        let is_new = self.model.typed_here(place);
                        let language = if is_new { self.model.language() } else { Language::Dutch };
                        let plain = typed::in_language(language, text);
                        let bare = range.unit.as_deref().and_then(|unit| typed::without_unit(&plain, unit));
                        return Some(bare.unwrap_or_else(|| plain.into_owned()));
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        let reading = typed::clear(typed::read(text, today, looks))?;
        if reading.is_whole {
            return Some(typed::numeric(reading.day));
        }
        // What came along is counted from the meeting that it is of; what is typed now, from this one.
        let came_along = match place {
            TextPlace::Agreement(patient, id, _) => {
                let mut agreements = record.review(*patient)?.agreements.iter();
                agreements.any(|known| known.id == *id && known.from.is_some())
            }
            _ => false,
        };
        came_along.then(|| typed::with_day(text, reading.day))
    }

    /// Leaves the screen for one of `next`, where that is one of a patient: commits its field, and takes away what was added and
    /// stayed empty.
    pub(super) fn leave_screen(&mut self, next: Option<PatientId>) {
        self.leave_field();
        if !self.model.may_change() {
            return;
        }
        let screen = self.model.screen().clone();
        if self.only_took(&screen) && self.rewind(1) {
            return;
        }
        let Some(record) = self.model.record() else { return };
        let change = match screen {
            Screen::Participant(id) => {
                let blank = record
                    .participant(id)
                    .is_some_and(|known| *known == crate::meeting::Participant::new(id));
                if blank { self.participant_change(id, |_| None) } else { None }
            }
            Screen::Agreement(patient, id) => {
                let review = record.review(patient);
                let agreements = review.map(|review| review.agreements.as_slice()).unwrap_or_default();
                let blank = agreements.iter().any(|known| known.id == id && known.is_blank());
                let aside = review.is_some_and(|review| review.is_aside());
                match blank {
                    true => self.agreement_change(patient, id, |_| None),
                    false if aside => self.looked_at(patient),
                    false => return self.have_owner_back(patient, id),
                }
            }
            screen => screen.patient().filter(|left| next != Some(*left)).and_then(|left| {
                let between = record.details.is_between();
                blank(record, left).or_else(|| if between { self.looked_at(left) } else { None })
            }),
        };
        if change.is_none() {
            return;
        }
        let silent = self.silent;
        if self.commit(change) && silent {
            // Nothing was lost of which anybody would have to be told.
            self.silent = true;
            self.be_silent();
        }
    }

    /// Gives an agreement back to whom it was of, where it became somebody's from outside and no name came.
    fn have_owner_back(&mut self, patient: PatientId, id: AgreementId) {
        let agreements = self.model.review(patient).map(|review| review.agreements.as_slice());
        let known = agreements.unwrap_or_default().iter().find(|known| known.id == id);
        if !known.is_some_and(Agreement::lacks_its_owner) {
            return;
        }
        let Some(owner) = self.open().and_then(|open| open.history.owner_before_outside(id)) else { return };
        let change =
            self.agreement_change(patient, id, |known| Some(Agreement { owner: Some(owner), ..known }));
        let language = self.model.language();
        let called = change.as_ref().zip(self.model.record()).and_then(|(change, record)| match change {
            Change::Agreement { after: Some(after), .. } => Some(terms::owner(language, record, after)),
            _ => None,
        });
        // What came to nothing is no step of undo.
        let newest = self.open().and_then(|open| open.history.newest()).map(|entry| entry.changes.as_slice());
        let is_newest = matches!(newest, Some([Change::Agreement { after: Some(after), .. }])
            if after.id == id && after.owner == Some(Owner::Outside));
        if (is_newest && self.rewind(1) || self.commit(change))
            && let Some(called) = called
        {
            self.tell(language.agreement_owner_stays(&called));
        }
    }

    /// Whether an agreement of earlier is on the screen that came into the record to be looked at, and nothing was done since.
    pub(super) fn only_took(&self, screen: &Screen) -> bool {
        let Screen::Agreement(patient, id) = screen else { return false };
        let newest = self.open().and_then(|open| open.history.newest()).filter(|newest| newest.only_takes());
        match newest.map(|newest| newest.changes.as_slice()) {
            Some([Change::Agreement { before: None, after: Some(after), .. }]) => after.id == *id,
            Some([Change::Review { before: None, after: Some(after), .. }]) => after.patient == *patient,
            _ => false,
        }
    }

    /// The change by which a patient goes of whom somebody only looked at what is known from earlier; nothing where something
    /// was recorded.
    fn looked_at(&self, patient: PatientId) -> Option<Change> {
        let record = self.model.record()?;
        let at = record.reviews.iter().position(|review| review.patient == patient)?;
        let before = Review::clone(record.reviews.get(at)?);
        let plain = ReviewDetails { agreements_only: false, ..before.details.clone() };
        let untouched = self.model.is_untouched(&Review { details: plain, ..before.clone() });
        untouched.then(|| Change::Review { at, before: Some(Box::new(before)), after: None })
    }

    /// Takes away a patient who was added, and of whom nothing at all was said before somebody left for good.
    pub(super) fn leave_nobody(&mut self) {
        if !self.model.may_change() {
            return;
        }
        let added = self.model.path.patient().zip(self.model.record());
        if self.commit(added.and_then(|(patient, record)| blank(record, patient))) {
            self.drop_gone();
        }
    }
}

fn patient_answer<'m>(record: &'m Meeting, patient: PatientId, question: &QuestionKey) -> Option<&'m Answer> {
    record.review(patient)?.answers.get(question)
}

/// The change by which a patient goes of whom nothing at all was said; nothing for anybody else.
fn blank(record: &Meeting, patient: PatientId) -> Option<Change> {
    let at = record.reviews.iter().position(|review| review.patient == patient && review.is_blank())?;
    let before = Review::clone(record.reviews.get(at)?);
    Some(Change::Review { at, before: Some(Box::new(before)), after: None })
}
