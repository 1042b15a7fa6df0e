//! Where the user is in a text, and what is selected.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::edit::TextEdit;
use super::grapheme::snap_back;

/// A place in a text, with the other end of the selection when there is one.
///
/// A cursor does not know its text. Whoever uses it with one calls [`Cursor::clamped`] first, as
/// [`perform`](super::perform) does by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    position: usize,
    anchor: Option<usize>,
    goal_column: Option<u16>,
}

impl Cursor {
    /// A cursor at a byte of the text, with nothing selected.
    #[must_use]
    pub const fn at(position: usize) -> Self {
        Self { position, anchor: None, goal_column: None }
    }

    /// A cursor at `position` with everything between it and `anchor` selected.
    #[must_use]
    pub const fn selecting(anchor: usize, position: usize) -> Self {
        Self { position, anchor: Some(anchor), goal_column: None }
    }

    /// Where the cursor goes when an edit is applied; for an undo, give the inverse.
    #[must_use]
    pub const fn after(edit: &TextEdit) -> Self {
        Self::at(edit.at + edit.inserted.len())
    }

    /// The byte before which the cursor stands.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    /// The selected bytes, or `None` when nothing is selected.
    #[must_use]
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.position)?;
        Some(anchor.min(self.position)..anchor.max(self.position))
    }

    /// The same cursor, moved to the nearest place before it that exists in this text.
    ///
    /// After an undo, or after a file was read, it may be past the end or inside a grapheme cluster.
    #[must_use]
    pub fn clamped(&self, text: &str) -> Self {
        Self {
            position: snap_back(text, self.position),
            anchor: self.anchor.map(|anchor| snap_back(text, anchor)),
            goal_column: self.goal_column,
        }
    }

    /// The column that going up and down comes back to after shorter lines.
    pub(crate) const fn goal_column(&self) -> Option<u16> {
        self.goal_column
    }

    /// The cursor after a motion: the selection grows with it, or is dropped.
    pub(crate) fn moved(&self, position: usize, select: bool, goal_column: Option<u16>) -> Self {
        let anchor = select.then(|| self.anchor.unwrap_or(self.position));
        Self { position, anchor, goal_column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_runs_from_left_to_right_and_is_never_empty() {
        assert_eq!(Cursor::selecting(2, 5).selection(), Some(2..5));
        assert_eq!(Cursor::selecting(5, 2).selection(), Some(2..5));
        assert_eq!(Cursor::selecting(5, 5).selection(), None);
        assert_eq!(Cursor::at(5).selection(), None);
    }

    #[test]
    fn a_cursor_that_does_not_fit_goes_back_to_a_place_that_does() {
        assert_eq!(Cursor::at(99).clamped("abc"), Cursor::at(3));
        assert_eq!(Cursor::at(3).clamped("a🇳🇱"), Cursor::at(1));
        assert_eq!(Cursor::at(5).clamped("a🇳🇱"), Cursor::at(1));
        assert_eq!(Cursor::selecting(99, 2).clamped("ae\u{301}"), Cursor::selecting(4, 1));
        assert_eq!(Cursor::at(7).clamped(""), Cursor::default());
    }

    #[test]
    fn after_an_edit_the_cursor_stands_behind_what_came() {
        let edit = TextEdit { at: 2, removed: "abc".into(), inserted: "x".into() };
        assert_eq!(Cursor::after(&edit), Cursor::at(3));
        assert_eq!(Cursor::after(&edit.inverse()), Cursor::at(5));
    }
}
