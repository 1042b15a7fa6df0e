//! Pieces of text on lines, and the columns in which they stand.

use crate::app::message::Size;
use crate::app::page::Role;
use crate::text;

/// The widest a line of content gets, so that it stays readable.
const WIDEST: u16 = 96;

/// A text with one look at one place of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// First column.
    pub x: u16,
    /// The text; takes as many columns as [`text::width`] says.
    pub text: String,
    /// What it is for.
    pub role: Role,
}

/// A line of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Row of the window.
    pub y: u16,
    /// What stands on it, from left to right.
    pub pieces: Vec<Piece>,
}

impl Line {
    /// The column behind the last piece.
    pub(super) fn end(&self) -> u16 {
        self.pieces.last().map_or(0, |piece| piece.x.saturating_add(columns_of(&piece.text)))
    }
}

/// The columns that content may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub left: u16,
    pub width: u16,
}

impl Columns {
    pub fn of(size: Size) -> Self {
        let left = match size.width {
            0..=2 => 0,
            3..=49 => 1,
            _ => 2,
        };
        Self { left, width: size.width.saturating_sub(2 * left).clamp(1, WIDEST) }
    }

    pub fn right(self) -> u16 {
        self.left.saturating_add(self.width)
    }
}

/// The columns that `text` takes.
pub(super) fn columns_of(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}
