//! A table: rows of one line under headings, prepared once and laid out only where they are in sight.

use std::collections::HashMap;
use std::sync::Arc;

use super::row::{Mark, Role, Row};
use crate::app::message::RowId;
use crate::text;
use crate::text::same::{Fit, fit, plain, searched};

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// How its cells look.
    pub role: Role,
    /// The columns of the window that it needs at least.
    pub least: u16,
    /// When it goes in a narrow window: the highest first, 0 never.
    pub goes: u8,
    /// Whether its cells are never cut off: rather another column goes.
    pub whole: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// The row as it is where there is no table: all that the cells say stands in its label and value.
    pub row: Row,
    /// The cells, one for each column.
    pub cells: Vec<String>,
    /// What stands in place of a cell where that has no room, by the number of its column; of several the longer first.
    pub shorter: Vec<(usize, String)>,
    /// The column whose cell wants to be seen.
    pub urgent: Option<usize>,
    /// What typing looks in: all words, without accents and capitals, those of the label first.
    searched: Box<str>,
    /// How many bytes of that are the label.
    label: usize,
}

/// A table whose rows the arrows reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Arc<TableRow>>,
    /// Where each row stands.
    places: HashMap<RowId, usize>,
    /// The widest cell or heading of each column, and whether anything stands in it.
    widest: Vec<(u16, bool)>,
    /// The same of the shorter cells, where there are.
    briefest: Vec<u16>,
    /// The signs that stand in front of rows, each once.
    marks: Vec<Mark>,
}

impl TableRow {
    /// A row with its cells; what they say is to stand in label and value too.
    pub fn new(row: Row, cells: Vec<String>) -> Self {
        let label = searched(&row.label);
        let searched = format!("{label} {}", searched(&row.value)).into();
        Self { row, cells, shorter: Vec::new(), urgent: None, searched, label: label.len() }
    }

    /// What typing looks in first.
    fn label(&self) -> &str {
        self.searched.get(..self.label).unwrap_or_default()
    }

    /// The same row, with what stands in place of a cell where that has no room.
    pub fn or_shorter(mut self, at: usize, cell: String) -> Self {
        if self.briefly(at).is_some_and(|known| text::width(known) > text::width(&cell)) {
            self.shorter.push((at, cell));
        }
        self
    }

    /// The same row, where this is so with a cell that wants to be seen.
    pub fn urgent_at(self, at: usize, is_so: bool) -> Self {
        Self { urgent: is_so.then_some(at).or(self.urgent), ..self }
    }

    /// The cell of a column in its shortest form.
    pub fn briefly(&self, at: usize) -> Option<&str> {
        self.forms(at).last()
    }

    /// The cell of a column in the longest form that has room in so many columns of the window, or else in its shortest.
    pub fn within(&self, at: usize, width: usize) -> Option<&str> {
        self.forms(at).find(|form| text::width(form) <= width).or_else(|| self.briefly(at))
    }

    /// The forms of the cell of a column, the longest first.
    fn forms(&self, at: usize) -> impl Iterator<Item = &str> {
        let shorter = self.shorter.iter().filter(move |(column, _)| *column == at).map(|(_, cell)| cell);
        self.cells.get(at).into_iter().chain(shorter).map(String::as_str)
    }
}

impl Table {
    /// A table of these rows, in their order.
    pub fn new(columns: Vec<Column>, rows: Vec<Arc<TableRow>>) -> Self {
        let places = rows.iter().enumerate().map(|(at, known)| (known.row.id.clone(), at)).collect();
        let widest = columns.iter().enumerate().map(|(at, column)| {
            let cells = rows.iter().filter_map(|known| known.cells.get(at));
            let cell = cells.map(|cell| text::width(cell)).max().unwrap_or(0);
            let widest = u16::try_from(cell.max(text::width(&column.heading))).unwrap_or(u16::MAX);
            (widest, cell > 0)
        });
        let widest = widest.collect();
        let briefest = columns.iter().enumerate().map(|(at, column)| {
            let cell = rows.iter().filter_map(|known| known.briefly(at)).map(text::width).max().unwrap_or(0);
            u16::try_from(cell.max(text::width(&column.heading))).unwrap_or(u16::MAX)
        });
        let briefest = briefest.collect();
        let mut marks: Vec<Mark> = Vec::new();
        for known in &rows {
            if !marks.contains(&known.row.mark) {
                marks.push(known.row.mark);
            }
        }
        Self { columns, rows, places, widest, briefest, marks }
    }

    /// The rows in whose label every word of `wanted` occurs, whatever its accents and capitals; where there is none, those
    /// that have the words anywhere. Those with a word that begins so come first.
    pub fn filtered(&self, wanted: &str) -> Self {
        let wanted = plain(wanted);
        let found = |words: fn(&TableRow) -> &str| {
            let fits = self.rows.iter().filter_map(|row| Some((fit(words(row), &wanted)?, row.clone())));
            let mut rows: Vec<(Fit, Arc<TableRow>)> = fits.collect();
            rows.sort_by_key(|(fit, _)| *fit);
            rows
        };
        let by_label = found(TableRow::label);
        let rows = if by_label.is_empty() { found(|row| &row.searched) } else { by_label };
        Self::new(self.columns.clone(), rows.into_iter().map(|(_, row)| row).collect())
    }

    /// The columns from left to right.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The width of the widest cell or heading of each column, and whether anything stands in it.
    pub fn widest(&self) -> &[(u16, bool)] {
        &self.widest
    }

    /// The width of the widest cell of each column, where each stands in its shortest form.
    pub fn briefest(&self) -> &[u16] {
        &self.briefest
    }

    /// The widest cell of a column, or its heading, where each cell stands in the longest form that has room in `width`.
    pub fn used(&self, at: usize, width: u16) -> u16 {
        let cells = self.rows.iter().filter_map(|known| known.within(at, usize::from(width)));
        let cell = cells.map(text::width).max().unwrap_or(0);
        let heading = self.columns.get(at).map_or(0, |column| text::width(&column.heading));
        u16::try_from(cell.max(heading)).unwrap_or(u16::MAX).min(width)
    }

    /// The signs that stand in front of rows, each once.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &TableRow> + ExactSizeIterator {
        self.rows.iter().map(|row| &**row)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row at a place.
    pub fn get(&self, at: usize) -> Option<&TableRow> {
        self.rows.get(at).map(|row| &**row)
    }

    /// Where a row stands.
    pub fn position(&self, id: &RowId) -> Option<usize> {
        self.places.get(id).copied()
    }
}
