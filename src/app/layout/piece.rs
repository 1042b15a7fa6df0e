//! Pieces of text on lines, and the columns in which they stand.

use std::ops::Deref;
use std::sync::Arc;

use crate::app::message::Size;
use crate::app::page::{Role, Signs};
use crate::text;

/// The widest a line of text gets, so that it stays readable.
const WIDEST: u16 = 96;

/// The widest that the head of a window gets, its foot, a table, and a list with what it opens beside it.
const FRAME: u16 = 160;

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
    pub pieces: Pieces,
}

/// What stands on a line: laid out once, and shared by every picture in which the line is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pieces(Option<Arc<Vec<Piece>>>);

impl Pieces {
    /// Whether this is the very line, laid out once.
    #[cfg(test)]
    pub(crate) fn is_shared_with(&self, other: &Self) -> bool {
        self.0.as_ref().zip(other.0.as_ref()).is_some_and(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// Puts more behind what stands there.
    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = Piece>) {
        match &mut self.0 {
            Some(pieces) => Arc::make_mut(pieces).extend(more),
            None => *self = more.into_iter().collect::<Vec<_>>().into(),
        }
    }

    /// Those pieces for a change.
    #[cfg(test)]
    pub(crate) fn make_mut(&mut self) -> &mut Vec<Piece> {
        Arc::make_mut(self.0.get_or_insert_default())
    }
}

impl Deref for Pieces {
    type Target = [Piece];

    fn deref(&self) -> &[Piece] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

impl<'p> IntoIterator for &'p Pieces {
    type Item = &'p Piece;
    type IntoIter = std::slice::Iter<'p, Piece>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl From<Vec<Piece>> for Pieces {
    fn from(pieces: Vec<Piece>) -> Self {
        Self((!pieces.is_empty()).then(|| Arc::new(pieces)))
    }
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
    /// How wide a table may be: it is not read line by line.
    pub table: u16,
    /// Whether what the row in focus opens stands beside them.
    pub has_pane: bool,
}

impl Columns {
    pub fn of(size: Size) -> Self {
        let frame = Self::of_frame(size);
        Self { width: frame.width.min(WIDEST), ..frame }
    }

    /// Those of the head and the foot of the window, and of a list together with what stands beside it.
    pub fn of_frame(size: Size) -> Self {
        let left = match size.width {
            0..=2 => 0,
            3..=49 => 1,
            _ => 2,
        };
        let width = size.width.saturating_sub(2 * left).clamp(1, FRAME);
        Self { left, width, table: width, has_pane: false }
    }

    /// Those of a table.
    pub fn of_table(self) -> Self {
        Self { width: self.table, ..self }
    }

    pub fn right(self) -> u16 {
        self.left.saturating_add(self.width)
    }
}

/// Gives every sign in front of a colour that colour; the word beside it stays as it is.
pub(super) fn coloured(pieces: Vec<Piece>, signs: &Signs) -> Vec<Piece> {
    let has_colour =
        |piece: &Piece| [signs.green, signs.orange, signs.red].iter().any(|sign| piece.text.contains(sign));
    if !pieces.iter().any(has_colour) {
        return pieces;
    }
    let starts = |text: &str| text.match_indices(' ').map(|(at, _)| at + 1).chain([0]).collect::<Vec<_>>();
    let split = |piece: Piece| {
        let tinted = |at: usize| Some((at, signs.tint(piece.text.get(at..)?)?));
        let mut found: Vec<_> = starts(&piece.text).into_iter().filter_map(tinted).collect();
        found.sort_unstable_by_key(|(at, _)| *at);
        let mut parts = Vec::new();
        let mut from = 0;
        for (at, (sign, role)) in found {
            parts.push((piece.text.get(from..at), piece.role));
            parts.push((Some(sign), role));
            from = at + sign.len();
        }
        parts.push((piece.text.get(from..), piece.role));
        let mut x = piece.x;
        let parts = parts.into_iter().filter_map(|(text, role)| Some((text?, role)));
        let parts = parts.filter(|(text, _)| !text.is_empty()).map(|(text, role)| {
            let placed = Piece { x, text: text.to_owned(), role };
            x = x.saturating_add(columns_of(text));
            placed
        });
        parts.collect::<Vec<_>>()
    };
    pieces.into_iter().flat_map(split).collect()
}

/// The columns that `text` takes.
pub(super) fn columns_of(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}
