//! What is not written yet: a citizen number that somebody may still be typing, and votes that nobody may see.
//!
//! Digits are judged when somebody does anything else than type on at them, since a longer number is none. Till then they stand
//! in the text and nowhere else: what is saved is the record as it will be if the number is left out.

use std::sync::Arc;

use super::Model;
use crate::app::message::Save;
use crate::meeting::{Change, TextPlace};
use crate::text::{TextEdit, citizen_number};

impl Model {
    /// What there is to be written now of the open meeting; nothing of a session that is not to be kept, wherever it would go.
    pub fn to_be_saved(&self) -> Option<Save> {
        let mut save = self.open.as_ref().filter(|open| !open.is_fleeting())?.as_it_stands();
        if let Some(change) = self.without_unjudged() {
            let mut meeting = (*save.meeting).clone();
            if change.apply(&mut meeting).is_ok() {
                save.meeting = Arc::new(meeting);
            }
        }
        if let Some(session) = save.meeting.session.as_ref().filter(|session| session.hides_votes()) {
            let session = Box::new(session.without_hidden_votes());
            Arc::make_mut(&mut save.meeting).session = Some(session);
        }
        Some(save)
    }

    /// The change that leaves out what is not judged yet.
    fn without_unjudged(&self) -> Option<Change> {
        let (place, _) = self.unjudged.as_ref()?;
        let edit = self.unfinished_number(place)?;
        let known = place.stamp(self.record()?);
        let after = if self.is_emptied(place, &edit) { None } else { known };
        Some(Change::Text { place: place.clone(), edit, before: known, after })
    }

    /// The edit that leaves out a citizen number that was waited for while somebody could still be typing it.
    pub fn unfinished_number(&self, place: &TextPlace) -> Option<TextEdit> {
        let source = place.text(self.record()?)?;
        let typed = self.unjudged.as_ref().filter(|(typed, _)| typed == place).map(|(_, end)| *end);
        let number = citizen_number::unfinished(source, typed)?;
        let removed = source.get(number.clone())?.to_owned();
        if self.is_insisted_on(&removed) {
            return None;
        }
        Some(TextEdit { at: number.start, removed, inserted: String::new() })
    }

    /// Whether somebody typed in a text since the meeting was opened, and did nothing else after it.
    pub fn typed_here(&self, place: &TextPlace) -> bool {
        let text = self.record().and_then(|record| place.text(record)).unwrap_or_default();
        self.open.as_ref().is_some_and(|open| open.history.texts_before(place, text).next().is_some())
    }

    /// Whether somebody said of every number in `text` that it is something else, wherever in this meeting that was.
    pub fn is_insisted_on(&self, text: &str) -> bool {
        let Some(open) = self.open.as_ref().filter(|open| !open.insisted.is_empty()) else { return false };
        let numbers = citizen_number::numbers(text);
        let is_known =
            |number: &String| open.insisted.iter().any(|kept| citizen_number::numbers(kept).contains(number));
        !numbers.is_empty() && numbers.iter().all(is_known)
    }

    /// Whether an answer says nothing any more after an edit: then it ceases to exist, its stamp with it.
    pub fn is_emptied(&self, place: &TextPlace, edit: &TextEdit) -> bool {
        let TextPlace::Answer(patient, question, which) = place else { return true };
        let source = self.record().and_then(|record| place.text(record)).unwrap_or_default();
        if !edit.inserted.is_empty() || edit.removed.len() < source.len() {
            return false;
        }
        let answer = self.review(*patient).and_then(|review| review.answers.get(question));
        answer.is_none_or(|answer| answer.is_empty_without(*which))
    }
}
