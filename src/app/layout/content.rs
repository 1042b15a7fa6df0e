//! The content of a page as lines: paragraphs wrapped, rows in two columns, fields with their cursor.

use std::sync::Arc;

use super::builder::{Builder, Content};
use super::laid::{Laid, LaidLine, Of, Place};
use super::piece::{Columns, Piece};
use super::row::value_column;
use super::table::Placed;
use super::{bars, rich};
use crate::app::message::ThemeName;
use crate::app::model::Model;
use crate::app::page::{Block, Entry, Mark, Page, Paragraph, Role, Row, Table, Timeline};

/// Lays the blocks of a page out in lines; airy lines go when there is no room for all.
pub(super) fn content(model: &Model, page: &Page, columns: Columns, height: u16, laid: &mut Laid) -> Content {
    let value_at = laid.value_at(page, columns).unwrap_or_else(|| value_column(page, columns));
    let of = Of { columns, settings: model.settings, value_at };
    laid.begin(page, of);
    let dense = build(model, page, of, false, laid);
    if dense.lines.len() >= usize::from(height) {
        return dense;
    }
    let airy = build(model, page, of, true, laid);
    if airy.lines.len() > usize::from(height) { dense } else { airy }
}

fn build(model: &Model, page: &Page, of: Of, air: bool, laid: &mut Laid) -> Content {
    let focus = crate::app::keymap::focus::focused(model, page).map(|row| row.id.clone());
    let content = Content { focus, ..Content::default() };
    let Of { columns, value_at, .. } = of;
    let mut builder = Builder { content, model, columns, value_at, laid };
    for (at, block) in page.blocks.iter().enumerate() {
        builder.put(at, block, air);
    }
    let mut content = builder.content;
    let last = content.end_of_prepared();
    while content.lines.len() > last && content.lines.last().is_some_and(LaidLine::is_empty) {
        content.lines.pop();
    }
    content
}

impl Builder<'_> {
    fn put(&mut self, at: usize, block: &Block, air: bool) {
        let place = Place { block: at, part: 0 };
        let from_afar = self.model.settings.theme == ThemeName::Beamer;
        match block {
            Block::Air | Block::Aside(_) if !air => {}
            // From the back row only what is decided about is read; explanations are one key away.
            Block::Aside(_) if from_afar => {}
            Block::Row(row) if from_afar && air && row.mark != Mark::None => {
                self.put_gap();
                self.put_row_at(place, row);
            }
            Block::Air | Block::Gap => self.put_gap(),
            Block::Text(paragraph) | Block::Aside(paragraph) => {
                self.part(place, false, |builder| builder.put_paragraph(paragraph));
            }
            Block::Row(row) => self.put_row_at(place, row),
            Block::Table(table) => self.put_table(table),
            Block::Bars(counts) => self.part(place, false, |builder| {
                let lines = bars::lines(counts, builder.columns, builder.model.settings.marks.signs());
                builder.put_lines(lines);
            }),
            Block::Timeline(timeline) => self.put_timeline(at, timeline),
        }
    }

    fn put_gap(&mut self) {
        if self.content.is_at_text() {
            self.content.lines.push(LaidLine::default());
        }
    }

    fn put_paragraph(&mut self, paragraph: &Paragraph) {
        let columns = self.columns;
        let indent = paragraph.indent.min(columns.width / 4);
        let x = columns.left + indent;
        let width = columns.width.saturating_sub(indent).max(1);
        let lines = if paragraph.rich {
            rich::lines(&paragraph.text, x, width, paragraph.role, &mut self.laid.wraps)
        } else {
            self.wrapped(&paragraph.text, x, width, paragraph.role)
        };
        self.put_lines(lines);
    }

    /// Puts a row; what is typed in a field stands in the record, so that a field is laid out anew.
    fn put_row_at(&mut self, place: Place, row: &Row) {
        if row.as_field().is_some() {
            self.put_row(row);
        } else {
            let focused = self.content.focus.as_ref() == Some(&row.id);
            self.part(place, focused, |builder| builder.put_row(row));
        }
    }

    fn put_table(&mut self, table: &Arc<Table>) {
        let marks = self.model.settings.marks;
        let placed = Placed::new(table.clone(), self.content.lines.len() + 1, self.columns, marks);
        self.content.lines.push(placed.headings().into());
        let end = placed.lines().end;
        self.content.rows.push_table(table.clone(), placed.lines().start);
        self.content.lines.resize(end, LaidLine::default());
        self.content.tables.push(placed);
    }

    fn put_timeline(&mut self, at: usize, timeline: &Timeline) {
        for (part, entry) in timeline.entries.iter().enumerate() {
            let focused = self.content.focus.as_ref() == Some(&entry.row.id);
            self.part(Place { block: at, part }, focused, |builder| builder.put_entry(entry));
        }
    }

    fn put_entry(&mut self, entry: &Entry) {
        let bar = self.model.settings.marks.signs().bar;
        let line_at = self.columns.left + 2;
        let x = line_at + 2;
        let width = self.columns.right().saturating_sub(x).max(1);
        self.put_row(&entry.row);
        for event in &entry.events {
            let mut lines = self.wrapped(&event.text, x, width, event.role);
            for pieces in &mut lines {
                pieces.insert(0, Piece { x: line_at, text: bar.to_owned(), role: Role::Quiet });
            }
            self.put_lines(lines);
        }
    }
}
