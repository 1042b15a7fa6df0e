//! Content while it is laid out: lines that are added from top to bottom.

use std::collections::HashMap;
use std::sync::Arc;

use super::laid::{Laid, Place};
use super::lines::Lines;
use super::part::{Around, Part};
use super::piece::{Columns, Piece, Pieces, columns_of};
use super::rows::Rows;
use super::table::Placed;
use super::typed::Typed;
use super::value_columns::list_columns;
use crate::app::model::Model;
use crate::app::page::{Block, Role, Row, RowId};
use crate::text;

/// Lines from which the window shows a part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Content {
    /// The lines, each with its pieces.
    pub lines: Lines,
    /// Which lines each row takes.
    pub rows: Rows,
    /// The tables: their lines are laid out when they are in sight, and empty till then.
    pub(super) tables: Vec<Placed>,
    /// The texts that were typed, in the same way.
    pub(super) typed: Vec<Typed>,
    /// Line and column of the cursor, where a field has the focus.
    pub cursor: Option<(usize, u16)>,
    /// The row in focus.
    pub focus: Option<RowId>,
    /// Whether there is room for something beside it.
    pub(super) has_pane: bool,
    /// What stands beside the part that is in sight, from the first line of the window's content on.
    pub(super) pane: Vec<Vec<Piece>>,
}

impl Content {
    /// What stands on a line.
    pub(super) fn line(&self, at: usize, model: &Model) -> Pieces {
        if let Some(table) = self.table_at(at) {
            return table.line(at, self.focus.as_ref(), model.settings.marks).into();
        }
        let mut laid = self.lines.pieces(at);
        if let Some(typed) = self.typed.iter().find(|typed| typed.lines().contains(&at)) {
            laid.extend(typed.line(at, model));
        }
        laid
    }

    /// Whether a table is on it, and nothing beside it.
    pub(super) fn has_table(&self) -> bool {
        !self.tables.is_empty() && !self.has_pane
    }

    /// The table of which a row stands on a line.
    pub(super) fn table_at(&self, at: usize) -> Option<&Placed> {
        self.tables.iter().find(|table| table.lines().contains(&at))
    }

    /// Whether a row of a table stands on a line as it stood there in another content.
    pub(super) fn is_row_as_in(&self, other: &Self, at: usize) -> bool {
        let Some((table, known)) = self.table_at(at).zip(other.table_at(at)) else { return false };
        let has_focus = |focus: Option<&RowId>| table.row(at).is_some_and(|row| Some(row) == focus);
        table.is_laid_out_as(known) && has_focus(self.focus.as_ref()) == has_focus(other.focus.as_ref())
    }

    /// The line behind the last one that is laid out when it is in sight.
    pub(super) fn end_of_prepared(&self) -> usize {
        let table = self.tables.last().map_or(0, |table| table.lines().end);
        self.typed.last().map_or(0, Typed::end_of_text).max(table)
    }

    /// Whether the last line is one on which something stands.
    pub(super) fn is_at_text(&self) -> bool {
        let is_prepared = self.end_of_prepared() == self.lines.len() && !self.lines.is_empty();
        is_prepared || !self.lines.last().is_empty()
    }
}

/// Content while it is laid out.
pub(super) struct Builder<'a> {
    pub content: Content,
    pub model: &'a Model,
    pub columns: Columns,
    /// The block of the row in focus, and its place within that.
    pub focused: Option<(usize, usize)>,
    /// Where values stand.
    pub value_at: Option<u16>,
    /// Where values of rows stand that are a list of their own.
    pub lists: Arc<HashMap<RowId, u16>>,
    pub laid: &'a mut Laid,
}

impl<'a> Builder<'a> {
    /// Nothing yet, with the columns in which these blocks will stand.
    pub(super) fn of(
        model: &'a Model,
        blocks: &[Block],
        columns: Columns,
        value_at: Option<u16>,
        laid: &'a mut Laid,
    ) -> Self {
        let marks = model.settings.marks;
        let sign = |row: &Row| match columns_of(marks.sign(row.mark)) {
            0 => 0,
            width => width + 1,
        };
        let lists = laid.lists(|| list_columns(blocks, columns, value_at, sign));
        Self { content: Content::default(), model, columns, focused: None, value_at, lists, laid }
    }
}

impl Builder<'_> {
    /// Puts a part that depends on nothing but itself, the window and what is around it; a known one as it is known.
    pub(super) fn part(&mut self, place: Place, around: Around, put: impl FnOnce(&mut Self)) {
        let part = self.laid.part(place, around).unwrap_or_else(|| {
            let alone = Content { focus: self.content.focus.clone(), ..Content::default() };
            let whole = std::mem::replace(&mut self.content, alone);
            put(self);
            let Content { lines, rows, .. } = std::mem::replace(&mut self.content, whole);
            let lines = lines.iter().cloned().collect();
            let part = Arc::new(Part { around, lines, rows: rows.iter().collect() });
            self.laid.learn(place, part.clone());
            part
        });
        let start = self.content.lines.len();
        self.content.rows.push_part(part.clone(), start);
        self.content.lines.push_part(part);
    }

    /// Puts lines below those that stand already.
    pub(super) fn put_lines(&mut self, lines: Vec<Vec<Piece>>) {
        lines.into_iter().for_each(|line| self.content.lines.push(Pieces::from(line)));
    }

    /// A paragraph as lines within `width` columns from column `x` on.
    pub(super) fn wrapped(&mut self, source: &str, x: u16, width: u16, role: Role) -> Vec<Vec<Piece>> {
        let source = &*text::glued(source);
        let lines = self.laid.wraps.wrap(source, width);
        let has_glue = source.contains(text::GLUE);
        let lines = lines.lines().iter().map(|line| {
            let text = source.get(line.start..line.end).unwrap_or_default().trim_end();
            let text = text::truncate(text, usize::from(width), "");
            let text = if has_glue { text.replace(text::GLUE, " ") } else { text.into_owned() };
            if text.is_empty() { Vec::new() } else { vec![Piece { x, text, role }] }
        });
        lines.collect()
    }
}
