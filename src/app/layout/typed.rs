//! A text that was typed, in the window: how it was wrapped, and its lines one by one.

use std::ops::Range;

use super::piece::{Piece, columns_of};
use super::rich;
use crate::app::model::Model;
use crate::app::page::Role;
use crate::meeting::TextPlace;
use crate::text::{self, Wrapped};

/// A typed text with its place in the content. Its lines are laid out when they are in sight: of a long note that is one
/// in twenty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Typed {
    pub place: TextPlace,
    pub wrapped: Wrapped,
    /// The line of its first one.
    pub start: usize,
    pub x: u16,
    pub width: u16,
    pub selection: Option<Range<usize>>,
    /// What stands at the left of each of its lines.
    pub edge: Option<Piece>,
}

impl Typed {
    /// The lines that it takes.
    pub fn lines(&self) -> Range<usize> {
        self.start..self.start + self.wrapped.lines().len()
    }

    /// The line behind the last on which something stands: with an edge, that is each of them.
    pub fn end_of_text(&self) -> usize {
        if self.edge.is_some() {
            return self.lines().end;
        }
        let last = self.wrapped.lines().iter().rposition(|line| line.end > line.start);
        last.map_or(self.start, |last| self.start + last + 1)
    }

    /// What stands on a line of the content.
    pub fn line(&self, at: usize, model: &Model) -> Vec<Piece> {
        let source = model.record().and_then(|record| self.place.text(record)).unwrap_or_default();
        at.checked_sub(self.start).map_or_else(Vec::new, |row| self.row(row, source))
    }

    /// What stands on its row, of the text that it was wrapped from.
    pub fn row(&self, row: usize, source: &str) -> Vec<Piece> {
        let Some(line) = self.wrapped.lines().get(row) else { return Vec::new() };
        let mut pieces: Vec<Piece> = self.edge.iter().cloned().collect();
        let mut x = self.x;
        for (part, selected) in rich::split(line.start..line.end, self.selection.as_slice()) {
            let room = usize::from(self.x.saturating_add(self.width).saturating_sub(x));
            let text = text::truncate(source.get(part).unwrap_or_default(), room, "").into_owned();
            let width = columns_of(&text);
            let role = if selected { Role::Selection } else { Role::Value };
            if !text.is_empty() {
                pieces.push(Piece { x, text, role });
            }
            x = x.saturating_add(width);
        }
        pieces
    }
}
