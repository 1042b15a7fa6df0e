//! Sorting the running notes: a line goes to the question where it belongs.

use super::Turn;
use super::changes::Urgency;
use crate::checklist::ItemKind;
use crate::meeting::{Change, PatientId, ReviewText, TextPlace};
use crate::text::TextEdit;

impl Turn<'_> {
    /// Moves one line of the running notes behind another text, as one entry of the history.
    pub(super) fn move_line(&mut self, patient: PatientId, line: usize, place: &TextPlace) {
        let Some(record) = self.model.record() else { return };
        let notes = TextPlace::Review(patient, ReviewText::Notes);
        let Some(source) = notes.text(record) else { return };
        let Some(taken) = take(source, line) else { return };
        let there = place.text(record).unwrap_or_default();
        if !place.is_free(record) {
            self.say(self.model.language().does_not_fit(), true);
            return;
        }
        let moved = taken.removed.trim().to_owned();
        let between = if self.is_one_line(place) { "; " } else { "\n" };
        let inserted = if there.is_empty() { moved } else { format!("{between}{moved}") };
        let put = TextEdit { at: there.len(), removed: String::new(), inserted };
        let before = place.stamp(record);
        let after = matches!(place, TextPlace::Answer(..)).then(|| self.model.stamp());
        let mut changes = match place {
            TextPlace::Answer(_, question, _) => self.pin(&question.checklist),
            _ => Vec::new(),
        };
        changes.push(Change::Text { place: notes, edit: taken, before: None, after: None });
        changes.push(Change::Text { place: place.clone(), edit: put, before, after });
        if self.record(changes, Urgency::Committed) {
            self.model.path.back();
        }
    }
}

impl Turn<'_> {
    /// Whether a text is an answer of one line.
    fn is_one_line(&self, place: &TextPlace) -> bool {
        let TextPlace::Answer(_, question, _) = place else { return false };
        let item =
            self.model.checklist(&question.checklist).and_then(|known| known.item(question.item.as_str()));
        item.is_some_and(|item| item.kind == ItemKind::ShortText)
    }
}

/// The edit that takes a line out of a text, with one of the line breaks around it.
fn take(source: &str, line: usize) -> Option<TextEdit> {
    let mut start = 0;
    for (index, text) in source.split_inclusive('\n').enumerate() {
        let end = start + text.len();
        if index == line {
            let last = end == source.len() && !text.ends_with('\n');
            let start = if last { start.saturating_sub(usize::from(start > 0)) } else { start };
            return Some(TextEdit {
                at: start,
                removed: source.get(start..end)?.to_owned(),
                inserted: String::new(),
            });
        }
        start = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_with_one_line_break() {
        let after = |source: &str, line| {
            let mut text = source.to_owned();
            take(source, line).unwrap().apply(&mut text).unwrap();
            text
        };
        assert_eq!(after("een\ntwee\ndrie", 0), "twee\ndrie");
        assert_eq!(after("een\ntwee\ndrie", 1), "een\ndrie");
        assert_eq!(after("een\ntwee\ndrie", 2), "een\ntwee");
        assert_eq!(after("een", 0), "");
        assert_eq!(after("een\n", 0), "");
        assert_eq!(take("een", 4), None);
    }
}
