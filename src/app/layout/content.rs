//! The content of a page as lines: paragraphs wrapped, rows in two columns, fields with their cursor.

use std::sync::Arc;

use super::builder::{Builder, Content};
use super::laid::{Laid, Of, Place, STRETCH};
use super::part::Around;
use super::piece::{Columns, Piece, Pieces, coloured};
use super::table::Placed;
use super::value_columns::value_column;
use super::{bars, rich};
use crate::app::message::ThemeName;
use crate::app::model::Model;
use crate::app::page::{Block, Entry, Mark, Page, Paragraph, Role, Row, RowId, Table, Timeline};

/// How much room a page gets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Air {
    /// Empty lines and explanations that go in a short window are there.
    pub full: bool,
    /// An empty line stands between what one chooses from, to be read from the back row.
    pub apart: bool,
    /// Empty lines under headings are there, whatever else goes.
    pub under_headings: bool,
}

impl Air {
    /// All of it.
    pub(super) const FULL: Self = Self { full: true, apart: false, under_headings: true };

    /// Without what goes in a short window.
    const DENSE: Self = Self { full: false, ..Self::FULL };
}

/// Lays the blocks of a page out in lines; airy lines go when there is no room for all.
pub(super) fn content(model: &Model, page: &Page, columns: Columns, height: u16, laid: &mut Laid) -> Content {
    let of = laid.begin(page, (columns, model.settings), || value_column(&page.blocks, columns));
    let height = usize::from(height);
    if let Some(last) = last_option(model, page).filter(|_| model.settings.theme == ThemeName::Beamer) {
        let full = build(model, page, of, Air { apart: true, ..Air::FULL }, laid);
        if full.lines.len() <= height {
            return full;
        }
        // One thing at a time: what comes after the choices may be further down. Where room is short, these need it most.
        for under_headings in [true, false] {
            let air = Air { apart: true, under_headings, ..Air::DENSE };
            let apart = build(model, page, of, air, laid);
            if apart.rows.of(&last).is_some_and(|row| row.end <= height) {
                return apart;
            }
        }
    }
    // What there was room for last time there nearly always is again, and then nothing else is laid out.
    let likely = laid.is_airy;
    let first = build(model, page, of, Air { full: likely, ..Air::FULL }, laid);
    let lines = first.lines.len();
    if if likely { lines <= height } else { lines >= height } {
        return first;
    }
    let other = build(model, page, of, Air { full: !likely, ..Air::FULL }, laid);
    let (dense, airy) = if likely { (other, first) } else { (first, other) };
    laid.is_airy = airy.lines.len() <= height;
    if laid.is_airy { airy } else { dense }
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

fn build(model: &Model, page: &Page, of: Of, air: Air, laid: &mut Laid) -> Content {
    let focus = crate::app::keymap::focus::focused(model, page).map(|row| row.id.clone());
    let mut builder = Builder::of(model, &page.blocks, of.columns, of.value_at, laid);
    builder.focused = focus.as_ref().and_then(|focus| page.place(focus));
    builder.content.focus = focus;
    for (at, block) in page.blocks.iter().enumerate() {
        builder.put(at, block, air);
    }
    let mut content = builder.content;
    let last = content.end_of_prepared();
    while content.lines.len() > last && content.lines.last().is_empty() {
        content.lines.pop();
    }
    content
}

impl Builder<'_> {
    /// Adds one block, which stands at this place of the page.
    pub(super) fn put(&mut self, at: usize, block: &Block, air: Air) {
        let place = Place { block: at, part: 0, is_stretch: false };
        match block {
            Block::Air | Block::Aside(_) if !air.full => {}
            Block::Row(row) if air.apart && is_option(row.mark) => {
                self.put_gap();
                self.put_row_at(place, row);
            }
            Block::Gap if !air.under_headings && self.is_under_heading() => {}
            Block::Air | Block::Gap => self.put_gap(),
            Block::Text(paragraph) | Block::Aside(paragraph) => {
                self.part(place, Around::default(), |builder| builder.put_paragraph(paragraph));
            }
            Block::Row(row) => self.put_row_at(place, row),
            Block::Table(table) => self.put_table(table),
            Block::Bars(counts) => self.part(place, Around::default(), |builder| {
                let lines = bars::lines(counts, builder.columns, builder.model.settings.marks.signs());
                builder.put_lines(lines);
            }),
            Block::Timeline(timeline) => self.put_timeline(at, timeline),
        }
    }

    fn put_gap(&mut self) {
        if self.content.is_at_text() {
            self.content.lines.push(Pieces::default());
        }
    }

    fn put_paragraph(&mut self, paragraph: &Paragraph) {
        let columns = self.columns;
        let margin = columns.left + paragraph.indent.min(columns.width / 4);
        let x = self.value_at.filter(|_| paragraph.at_value).unwrap_or(margin);
        let width = columns.right().saturating_sub(x).max(1);
        let lines = if paragraph.rich {
            rich::lines(&paragraph.text, x, width, paragraph.role, &mut self.laid.wraps)
        } else {
            self.wrapped(&paragraph.text, x, width, paragraph.role)
        };
        let signs = self.model.settings.marks.signs();
        self.put_lines(lines.into_iter().map(|line| coloured(line, signs)).collect());
    }

    /// Whether the last line is a heading.
    fn is_under_heading(&self) -> bool {
        let last = self.content.lines.last();
        last.first().is_some_and(|piece| piece.role == Role::Heading)
    }

    /// Puts a row; what is typed in a field stands in the record, so that it is laid out anew.
    fn put_row_at(&mut self, place: Place, row: &Row) {
        if row.as_field().is_some() {
            self.put_row(row);
        } else {
            self.part(place, self.around(row), |builder| builder.put_row(row));
        }
    }

    fn around(&self, row: &Row) -> Around {
        Around { focused: self.content.focus.as_ref() == Some(&row.id), list: self.list_of(row) }
    }

    fn put_table(&mut self, table: &Arc<Table>) {
        let marks = self.model.settings.marks;
        let placed = Placed::new(table.clone(), self.content.lines.len() + 1, self.columns.of_table(), marks);
        self.content.lines.push(placed.headings().into());
        self.content.rows.push_table(table.clone(), placed.lines().start);
        self.content.lines.push_empty(placed.lines().len());
        self.content.tables.push(placed);
    }

    fn put_timeline(&mut self, block: usize, timeline: &Timeline) {
        let focused = self.focused.filter(|(at, _)| *at == block).map(|(_, entry)| entry / STRETCH);
        for (part, entries) in timeline.entries.chunks(STRETCH).enumerate() {
            let put = |builder: &mut Self| builder.put_stretch(block, part * STRETCH, entries);
            match focused == Some(part) {
                true => put(self),
                false => self.part(Place { block, part, is_stretch: true }, Around::default(), put),
            }
        }
    }

    fn put_stretch(&mut self, block: usize, first: usize, entries: &[Arc<Entry>]) {
        for (part, entry) in (first..).zip(entries) {
            let around = self.around(&entry.row);
            let place = Place { block, part, is_stretch: false };
            self.part(place, around, |builder| builder.put_entry(entry));
        }
    }

    fn put_entry(&mut self, entry: &Entry) {
        let bar = self.model.settings.marks.signs().bar;
        let line_at = self.columns.left + 2;
        let x = line_at + 2;
        let width = self.columns.right().saturating_sub(x).max(1);
        self.put_row(&entry.row);
        for event in &entry.events {
            let signs = self.model.settings.marks.signs();
            let lines = self.wrapped(&event.text, x, width, event.role).into_iter();
            let mut lines: Vec<Vec<Piece>> = lines.map(|line| coloured(line, signs)).collect();
            for pieces in &mut lines {
                pieces.insert(0, Piece { x: line_at, text: bar.to_owned(), role: Role::Quiet });
            }
            self.put_lines(lines);
        }
    }
}
