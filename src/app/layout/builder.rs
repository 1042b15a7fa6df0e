//! Content while it is laid out: lines that are added from top to bottom.

use std::borrow::Cow;

use super::piece::{Columns, Piece};
use super::rows::Rows;
use super::table::Placed;
use crate::app::model::Model;
use crate::app::page::{Role, RowId};
use crate::text::{self, WrapCache};

/// Lines from which the window shows a part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Content {
    /// The lines, each with its pieces.
    pub lines: Vec<Vec<Piece>>,
    /// Which lines each row takes.
    pub rows: Rows,
    /// The tables: their lines are laid out when they are in sight, and empty till then.
    pub(super) tables: Vec<Placed>,
    /// Line and column of the cursor, where a field has the focus.
    pub cursor: Option<(usize, u16)>,
    /// The row in focus.
    pub focus: Option<RowId>,
}

impl Content {
    /// What stands on a line.
    pub(super) fn line(&self, at: usize, model: &Model) -> Cow<'_, [Piece]> {
        match self.tables.iter().find(|table| table.lines().contains(&at)) {
            Some(table) => Cow::Owned(table.line(at, self.focus.as_ref(), model.settings.marks)),
            None => Cow::Borrowed(self.lines.get(at).map_or(&[], Vec::as_slice)),
        }
    }

    /// Whether the last line is one on which something stands.
    pub(super) fn is_at_text(&self) -> bool {
        let in_table = self.tables.last().is_some_and(|table| table.lines().end == self.lines.len());
        in_table || self.lines.last().is_some_and(|line| !line.is_empty())
    }
}

/// Content while it is laid out.
pub(super) struct Builder<'a> {
    pub content: Content,
    pub model: &'a Model,
    pub columns: Columns,
    /// Where values stand.
    pub value_at: Option<u16>,
    pub wraps: &'a mut WrapCache,
}

impl Builder<'_> {
    /// A paragraph as lines within `width` columns from column `x` on.
    pub(super) fn wrapped(&mut self, source: &str, x: u16, width: u16, role: Role) -> Vec<Vec<Piece>> {
        let lines = self.wraps.wrap(source, width);
        let lines = lines.lines().iter().map(|line| {
            let text = source.get(line.start..line.end).unwrap_or_default().trim_end();
            let text = text::truncate(text, usize::from(width), "").into_owned();
            if text.is_empty() { Vec::new() } else { vec![Piece { x, text, role }] }
        });
        lines.collect()
    }
}
