//! The content of a page as lines: paragraphs wrapped, rows in two columns, fields with their cursor.

use std::sync::Arc;

use super::builder::{Builder, Content};
use super::piece::{Columns, Piece, coloured};
use super::table::Placed;
use super::{bars, rich};
use crate::app::message::ThemeName;
use crate::app::model::Model;
use crate::app::page::{Block, Mark, Page, Role, RowId, Table, Timeline};
use crate::text::WrapCache;

/// How much room a page gets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Air {
    /// Empty lines and explanations that go in a short window are there.
    pub full: bool,
    /// An empty line stands between what one chooses from, to be read from the back row.
    pub apart: bool,
}

impl Air {
    const NONE: Self = Self { full: false, apart: false };
    /// All of it.
    pub(super) const FULL: Self = Self { full: true, apart: false };
}

/// Lays the blocks of a page out in lines; airy lines go when there is no room for all.
pub(super) fn content(
    model: &Model,
    page: &Page,
    columns: Columns,
    height: u16,
    wraps: &mut WrapCache,
) -> Content {
    let height = usize::from(height);
    if let Some(last) = last_option(model, page).filter(|_| model.settings.theme == ThemeName::Beamer) {
        let mut laid = |full| build(model, page, columns, Air { full, apart: true }, wraps);
        let full = laid(true);
        if full.lines.len() <= height {
            return full;
        }
        // One thing at a time: what comes after the choices may be further down.
        let apart = laid(false);
        if apart.rows.of(&last).is_some_and(|row| row.end <= height) {
            return apart;
        }
    }
    let dense = build(model, page, columns, Air::NONE, wraps);
    if dense.lines.len() >= height {
        return dense;
    }
    let airy = build(model, page, columns, Air::FULL, wraps);
    if airy.lines.len() > height { dense } else { airy }
}

/// The last of what one chooses from: of several questions, that in focus or the first.
fn last_option(model: &Model, page: &Page) -> Option<RowId> {
    let option = |block: &Block| match block {
        Block::Row(row) if is_option(row.mark) => Some(row.id.clone()),
        _ => None,
    };
    let focus = crate::app::keymap::focus::focused(model, page).map(|row| &row.id);
    let questions = page.blocks.split(|block| option(block).is_none());
    let questions: Vec<Vec<RowId>> = questions.map(|rows| rows.iter().filter_map(option).collect()).collect();
    let asked = || questions.iter().filter(|options: &&Vec<RowId>| !options.is_empty());
    let own = asked().find(|options| focus.is_some_and(|focus| options.contains(focus)));
    own.or_else(|| asked().next())?.last().cloned()
}

fn is_option(mark: Mark) -> bool {
    matches!(mark, Mark::Chosen | Mark::NotChosen | Mark::Ticked | Mark::NotTicked)
}

fn build(model: &Model, page: &Page, columns: Columns, air: Air, wraps: &mut WrapCache) -> Content {
    let focus = crate::app::keymap::focus::focused(model, page).map(|row| row.id.clone());
    let mut builder = Builder::of(model, &page.blocks, columns, wraps);
    builder.content.focus = focus;
    for block in &page.blocks {
        builder.put(block, air);
    }
    let mut content = builder.content;
    let last = content.end_of_prepared();
    while content.lines.len() > last && content.lines.last().is_some_and(Vec::is_empty) {
        content.lines.pop();
    }
    content
}

impl Builder<'_> {
    /// Adds one block.
    pub(super) fn put(&mut self, block: &Block, air: Air) {
        let columns = self.columns;
        match block {
            Block::Air | Block::Aside(_) if !air.full => {}
            Block::Row(row) if air.apart && is_option(row.mark) => {
                if self.content.is_at_text() {
                    self.content.lines.push(Vec::new());
                }
                self.put_row(row);
            }
            Block::Air | Block::Gap => {
                // Where room is short, what is chosen from needs it most.
                let is_wanted = !air.apart || air.full || !self.is_under_heading();
                if self.content.is_at_text() && is_wanted {
                    self.content.lines.push(Vec::new());
                }
            }
            Block::Text(paragraph) | Block::Aside(paragraph) => {
                let margin = columns.left + paragraph.indent.min(columns.width / 4);
                let x = self.value_at.filter(|_| paragraph.at_value).unwrap_or(margin);
                let width = columns.right().saturating_sub(x).max(1);
                let lines = if paragraph.rich {
                    rich::lines(&paragraph.text, x, width, paragraph.role, self.wraps)
                } else {
                    self.wrapped(&paragraph.text, x, width, paragraph.role)
                };
                let signs = self.model.settings.marks.signs();
                self.content.lines.extend(lines.into_iter().map(|line| coloured(line, signs)));
            }
            Block::Row(row) => self.put_row(row),
            Block::Table(table) => self.put_table(table),
            Block::Bars(counts) => {
                let lines = bars::lines(counts, columns, self.model.settings.marks.signs());
                self.content.lines.extend(lines);
            }
            Block::Timeline(timeline) => self.put_timeline(timeline),
        }
    }

    /// Whether the last line is a heading.
    fn is_under_heading(&self) -> bool {
        let last = self.content.lines.last().and_then(|line| line.first());
        last.is_some_and(|piece| piece.role == Role::Heading)
    }

    fn put_table(&mut self, table: &Arc<Table>) {
        let marks = self.model.settings.marks;
        let placed = Placed::new(table.clone(), self.content.lines.len() + 1, self.columns.of_table(), marks);
        self.content.lines.push(placed.headings());
        let end = placed.lines().end;
        self.content.rows.push_table(table.clone(), placed.lines().start);
        self.content.lines.resize(end, Vec::new());
        self.content.tables.push(placed);
    }

    fn put_timeline(&mut self, timeline: &Timeline) {
        let bar = self.model.settings.marks.signs().bar;
        let line_at = self.columns.left + 2;
        let x = line_at + 2;
        let width = self.columns.right().saturating_sub(x).max(1);
        for entry in &timeline.entries {
            self.put_row(&entry.row);
            for event in &entry.events {
                for mut pieces in self.wrapped(&event.text, x, width, event.role) {
                    pieces = coloured(pieces, self.model.settings.marks.signs());
                    pieces.insert(0, Piece { x: line_at, text: bar.to_owned(), role: Role::Quiet });
                    self.content.lines.push(pieces);
                }
            }
        }
    }
}
