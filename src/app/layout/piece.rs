//! Pieces of text on lines, and the columns in which they stand.

use crate::app::message::Size;
use crate::app::page::{Role, Signs};
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

/// Gives the sign in front of a colour that colour; the word beside it stays as it is.
pub(super) fn coloured(pieces: Vec<Piece>, signs: &Signs) -> Vec<Piece> {
    let tinted = |piece: &Piece| {
        let starts = piece.text.match_indices(' ').map(|(at, _)| at + 1);
        starts
            .chain([0])
            .find_map(|at| signs.tint(piece.text.get(at..)?).map(|(sign, role)| (at, sign, role)))
    };
    let split = |piece: Piece| {
        let Some((at, sign, role)) = tinted(&piece) else { return vec![piece] };
        let (before, rest) = piece.text.split_at(at);
        let rest = rest.strip_prefix(sign).unwrap_or_default();
        let mut x = piece.x;
        let parts = [(before, piece.role), (sign, role), (rest, piece.role)].into_iter();
        let parts = parts.filter(|(text, _)| !text.is_empty()).map(|(text, role)| {
            let placed = Piece { x, text: text.to_owned(), role };
            x = x.saturating_add(columns_of(text));
            placed
        });
        parts.collect()
    };
    pieces.into_iter().flat_map(split).collect()
}

/// The columns that `text` takes.
pub(super) fn columns_of(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}
