//! What a user can ask of a text field, and what comes of it.

use serde::{Deserialize, Serialize};

use super::cursor::Cursor;
use super::edit::TextEdit;

/// The most bytes that one field holds: some hundred pages.
pub const MAX_BYTES: usize = 200_000;

/// The most characters of a name: what is longer is no name, and would push everything else off lists and papers.
pub const LONGEST_NAME: usize = 120;

/// What a user asks of a text field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Type one character.
    Insert(char),
    /// Put in text that arrived at once: a paste of the terminal, an input method, or keys that came faster than hands go.
    InsertText(Box<str>),
    /// Start a new line; does nothing in a field of one line.
    NewLine,
    /// Remove the selection, or the cluster before the cursor.
    Backspace,
    /// Remove the selection, or the cluster after the cursor.
    Delete,
    /// Remove the selection, or back to the start of the word.
    BackspaceWord,
    /// Remove the selection, or up to the end of the word.
    DeleteWord,
    /// Go somewhere.
    Move {
        /// Where to.
        to: Motion,
        /// Whether the selection grows with it.
        select: bool,
    },
    /// Select the whole text.
    SelectAll,
    /// Remove the selection and keep it.
    Cut,
    /// Keep the selection.
    Copy,
    /// Put in what was kept.
    Paste,
}

/// Where a cursor can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// One cluster back.
    Left,
    /// One cluster on.
    Right,
    /// To the start of this word, or of the one before; a line break is a stop of its own.
    WordLeft,
    /// To the end of this word, or of the next; a line break is a stop of its own.
    WordRight,
    /// To the start of the line on the screen.
    LineStart,
    /// To the end of the line on the screen.
    LineEnd,
    /// One line of the screen up.
    Up,
    /// One line of the screen down.
    Down,
    /// So many lines up.
    PageUp(u16),
    /// So many lines down.
    PageDown(u16),
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

/// Whether a field holds one line or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lines {
    /// One line: line breaks that are put in become spaces.
    Single,
    /// One line of at most [`LONGEST_NAME`] characters: what people and groups are called.
    Name,
    /// Many lines.
    Many,
}

/// Why something that the user put in is not, or not all, in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It held, or completed, a citizen number; that was left out and the rest kept.
    CitizenNumber,
    /// The field is full; what still fitted was kept.
    TooLong {
        /// How many characters were kept of what came.
        kept: usize,
        /// How many came.
        of: usize,
    },
}

/// The side on which a cursor wanted to leave its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edge {
    /// Towards what comes before the field.
    Before,
    /// Towards what comes after the field.
    After,
}

/// What comes of a command; the text itself changes only when the caller applies the edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The change of the text, or `None` when it stays the same.
    pub edit: Option<TextEdit>,
    /// The cursor, as it stands in the text after the edit.
    pub cursor: Cursor,
    /// What [`Command::Copy`] and [`Command::Cut`] keep.
    pub copied: Option<String>,
    /// Why something is not in the text.
    pub refused: Option<Refusal>,
    /// What makes the text after the edit into what was asked for, with the citizen number that was left out: somebody may
    /// say that it is something else.
    pub kept: Option<TextEdit>,
    /// Set when a motion had nowhere to go, so that the caller can go to the neighbouring field.
    pub left: Option<Edge>,
}

impl Outcome {
    /// An outcome in which nothing happens but a place for the cursor.
    pub(crate) const fn at(cursor: Cursor) -> Self {
        Self { edit: None, cursor, copied: None, refused: None, kept: None, left: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_fits_in_a_message() {
        assert!(size_of::<Command>() <= 32);
    }
}
