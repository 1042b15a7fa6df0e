//! What was laid out once and then stands in many pictures: lines, and the rows that take them.

use super::piece::Pieces;
use crate::app::page::RowId;

/// The lines of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowLines {
    /// The row.
    pub id: RowId,
    /// Its first line.
    pub start: usize,
    /// The line after its last one.
    pub end: usize,
    /// First column and width of the text that is typed there, where the row is a field.
    pub field: Option<(u16, u16)>,
    /// The line on which the cursor stands, where the row has the focus and is a field.
    pub cursor_line: Option<usize>,
}

impl RowLines {
    /// The same row, so many lines further down.
    pub(super) fn below(&self, lines: usize) -> Self {
        let cursor_line = self.cursor_line.map(|line| line + lines);
        Self { start: self.start + lines, end: self.end + lines, cursor_line, ..self.clone() }
    }
}

/// What the lines of a part depend on beside the part itself and its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Around {
    /// Whether the focus is on it.
    pub focused: bool,
    /// Where the values of the list stand that it is of.
    pub list: Option<u16>,
}

/// A block, or an entry of one, as lines that are counted from its own first one.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    pub around: Around,
    pub lines: Vec<Pieces>,
    pub rows: Vec<RowLines>,
}
