//! The content of a page as lines: paragraphs wrapped, rows in two columns, fields with their cursor.

use std::sync::Arc;

use super::builder::{Builder, Content};
use super::piece::{Columns, Piece, coloured};
use super::row::value_column;
use super::table::Placed;
use super::{bars, rich};
use crate::app::message::ThemeName;
use crate::app::model::Model;
use crate::app::page::{Block, Mark, Page, Role, Table, Timeline};
use crate::text::WrapCache;

/// Lays the blocks of a page out in lines; airy lines go when there is no room for all.
pub(super) fn content(
    model: &Model,
    page: &Page,
    columns: Columns,
    height: u16,
    wraps: &mut WrapCache,
) -> Content {
    let dense = build(model, page, columns, false, wraps);
    if dense.lines.len() >= usize::from(height) {
        return dense;
    }
    let airy = build(model, page, columns, true, wraps);
    if airy.lines.len() > usize::from(height) { dense } else { airy }
}

fn build(model: &Model, page: &Page, columns: Columns, air: bool, wraps: &mut WrapCache) -> Content {
    let focus = crate::app::keymap::focus::focused(model, page).map(|row| row.id.clone());
    let value_at = value_column(&page.blocks, columns);
    let content = Content { focus, ..Content::default() };
    let mut builder = Builder { content, model, columns, value_at, wraps };
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
    pub(super) fn put(&mut self, block: &Block, air: bool) {
        let columns = self.columns;
        let from_afar = self.model.settings.theme == ThemeName::Beamer;
        match block {
            Block::Air | Block::Aside(_) if !air => {}
            // From the back row only what is decided about is read; explanations are one key away.
            Block::Aside(_) if from_afar => {}
            Block::Row(row) if from_afar && air && row.mark != Mark::None => {
                if self.content.is_at_text() {
                    self.content.lines.push(Vec::new());
                }
                self.put_row(row);
            }
            Block::Air | Block::Gap => {
                if self.content.is_at_text() {
                    self.content.lines.push(Vec::new());
                }
            }
            Block::Text(paragraph) | Block::Aside(paragraph) => {
                let indent = paragraph.indent.min(columns.width / 4);
                let x = columns.left + indent;
                let width = columns.width.saturating_sub(indent).max(1);
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
