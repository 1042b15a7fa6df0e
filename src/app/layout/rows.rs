//! Which lines of the content each row takes; rows of a table are counted and not listed.

use std::sync::Arc;

use super::part::{Part, RowLines};
use crate::app::page::{RowId, Table};

/// The lines of all rows, from top to bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    runs: Arc<Vec<Run>>,
    len: usize,
}

#[derive(Debug, Clone, PartialEq)]
struct Run {
    /// How many rows stand before it.
    first: usize,
    rows: Kind,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    One(RowLines),
    /// A table, and the line of its first row.
    Table(Arc<Table>, usize),
    /// The rows of a part, and its first line.
    Part(Arc<Part>, usize),
}

impl Rows {
    /// Adds a row.
    pub(super) fn push(&mut self, row: RowLines) {
        Arc::make_mut(&mut self.runs).push(Run { first: self.len, rows: Kind::One(row) });
        self.len += 1;
    }

    /// Adds the rows of a table of which the first stands on line `start`.
    pub(super) fn push_table(&mut self, table: Arc<Table>, start: usize) {
        let count = table.len();
        let run = Run { first: self.len, rows: Kind::Table(table, start) };
        Arc::make_mut(&mut self.runs).push(run);
        self.len += count;
    }

    /// Adds the rows of a part of which the first line is `start`.
    pub(super) fn push_part(&mut self, part: Arc<Part>, start: usize) {
        let count = part.rows.len();
        if count > 0 {
            Arc::make_mut(&mut self.runs).push(Run { first: self.len, rows: Kind::Part(part, start) });
            self.len += count;
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The row at a place.
    pub fn get(&self, at: usize) -> Option<RowLines> {
        let run = self.runs.partition_point(|run| run.first <= at).checked_sub(1)?;
        let run = self.runs.get(run)?;
        match &run.rows {
            Kind::One(row) => (run.first == at).then(|| row.clone()),
            Kind::Table(table, start) => in_table(table, *start, at - run.first),
            Kind::Part(part, start) => part.rows.get(at - run.first).map(|row| row.below(*start)),
        }
    }

    /// The place of a row.
    pub fn position(&self, id: &RowId) -> Option<usize> {
        self.runs.iter().find_map(|run| match &run.rows {
            Kind::One(row) => (row.id == *id).then_some(run.first),
            Kind::Table(table, _) => table.position(id).map(|at| run.first + at),
            Kind::Part(part, _) => part.rows.iter().position(|row| row.id == *id).map(|at| run.first + at),
        })
    }

    /// The lines of a row.
    pub fn of(&self, id: &RowId) -> Option<RowLines> {
        self.get(self.position(id)?)
    }

    /// The first row.
    pub fn first(&self) -> Option<RowLines> {
        self.get(0)
    }

    /// The last row.
    pub fn last(&self) -> Option<RowLines> {
        self.get(self.len.checked_sub(1)?)
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = RowLines> + '_ {
        (0..self.len).filter_map(|at| self.get(at))
    }

    /// The first row that stands wholly between two lines of the content.
    pub fn within(&self, top: usize, bottom: usize) -> Option<RowLines> {
        self.runs.iter().find_map(|run| match &run.rows {
            Kind::One(row) => (row.start >= top && row.end <= bottom).then(|| row.clone()),
            Kind::Table(table, start) => {
                in_table(table, *start, top.saturating_sub(*start)).filter(|row| row.end <= bottom)
            }
            Kind::Part(part, start) => {
                let is_within = |row: &&RowLines| start + row.start >= top && start + row.end <= bottom;
                part.rows.iter().find(is_within).map(|row| row.below(*start))
            }
        })
    }
}

fn in_table(table: &Table, start: usize, at: usize) -> Option<RowLines> {
    let id = table.get(at)?.row.id.clone();
    let start = start + at;
    Some(RowLines { id, start, end: start + 1, field: None, cursor_line: None })
}
