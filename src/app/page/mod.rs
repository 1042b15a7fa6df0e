//! A page: what a screen shows, as plain data, before anything is measured or drawn.
//!
//! Every screen is a function from the model to a [`Page`]. Layout, both front ends, the footer and the tests read
//! the same page, so a screen cannot show a row that cannot be reached, or offer a key that does nothing.

mod action;
mod bars;
mod path;
mod row;
mod screen;
mod signs;
mod table;
mod timeline;

use std::sync::Arc;

pub use crate::app::message::RowId;
pub use action::{Action, Detail, PlayedDetail};
pub use bars::{Bar, Bars};
pub use path::{Arrived, BeforeTyping, Frame, Path};
pub use row::{Beyond, Field, Hidden, Mark, OneOf, Role, Row, RowKind};
pub use screen::{Chooser, SavingQuestion, ScenePage, Screen, StepPage};
pub use signs::Signs;
pub use table::{Column, Table, TableRow};
pub use timeline::{Entries, Entry, Event, Timeline};

/// What stands on the screen, from top to bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Where we are: group, patient, step; the last part is the most specific and is kept when room is short.
    pub trail: Vec<String>,
    /// The same in fewer words, for where the window is too narrow for those; empty where there are none.
    pub short_trail: Vec<String>,
    /// Shown at the right of the top line where there is no meeting whose state of saving stands there.
    pub corner: Option<String>,
    /// A second line: the person's own words.
    pub own_words: Option<String>,
    /// Steps of a route, the present one marked.
    pub tabs: Vec<Tab>,
    /// The content.
    pub blocks: Vec<Block>,
    /// Rows that take something away: they stand behind everything else, where nobody comes by going on.
    pub apart: Vec<Row>,
    /// The row that has the focus when the page opens; the first row where absent.
    pub first: Option<RowId>,
    /// Whether nothing is under the cursor until somebody goes to a row: what weighs heavily is not chosen by a stray Enter.
    pub waits: bool,
    /// The first row of the list that is searched by typing, where there is one.
    pub sought: Option<RowId>,
    /// Whether, line by line, only votes have a number here, and every other row is chosen by its words.
    pub by_words: bool,
    /// What else can be done here by key.
    pub abilities: Abilities,
    /// Whether what the row in focus opens stands beside the list, where the window is wide.
    pub has_pane: bool,
}

/// One step in the line of steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Title of the step.
    pub title: String,
    /// Whether it is the present one.
    pub here: bool,
    /// Whether everything in it is done.
    pub done: bool,
}

/// What can be done on a page beside its rows; each of these is also a row somewhere on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Abilities {
    /// There is a next page of the walk.
    pub next: bool,
    /// There is an earlier page of the walk.
    pub previous: bool,
    /// A patient is being discussed: running notes and agreements are one key away.
    pub patient: bool,
    /// Patients stand in an order that can be changed.
    pub order: bool,
    /// One can be done with the patient.
    pub finish: bool,
    /// There is a paper to be seen.
    pub paper: bool,
    /// A source can be shown.
    pub source: bool,
    /// There is a source that can be shown later.
    pub source_later: bool,
    /// Esc leaves the program here.
    pub leaves: bool,
    /// Typing looks for rows of a list.
    pub search: bool,
    /// Something is being looked for.
    pub searching: bool,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// An empty line that stays.
    Gap,
    /// An empty line that goes when the window is short.
    Air,
    /// Text to read.
    Text(Paragraph),
    /// Text that goes when the window is short; it can be read elsewhere too.
    Aside(Paragraph),
    /// A row that the arrows reach.
    Row(Box<Row>),
    /// Rows of one line under headings.
    Table(Arc<Table>),
    /// Counts as bars.
    Bars(Bars),
    /// A course in time.
    Timeline(Timeline),
}

/// A paragraph of text to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is for.
    pub role: Role,
    /// Columns to the right of the margin.
    pub indent: u16,
    /// The text; line breaks are kept.
    pub text: String,
    /// Whether it stands where the values of the rows stand, as something more of the row above.
    pub at_value: bool,
    /// Whether `**bold**`, points and paragraphs in it mean something; never for what a user typed.
    pub rich: bool,
}

impl Paragraph {
    /// Text as it is.
    pub fn plain(role: Role, indent: u16, text: impl Into<String>) -> Self {
        Self { role, indent, text: text.into(), at_value: false, rich: false }
    }

    /// A text of a definition, with its paragraphs, points and bold.
    pub fn rich(role: Role, indent: u16, text: impl Into<String>) -> Self {
        Self { role, indent, text: text.into(), at_value: false, rich: true }
    }
}

impl Block {
    /// How many rows the block has.
    fn count(&self) -> usize {
        match self {
            Self::Row(_) => 1,
            Self::Table(table) => table.len(),
            Self::Timeline(timeline) => timeline.entries.len(),
            Self::Gap | Self::Air | Self::Text(_) | Self::Aside(_) | Self::Bars(_) => 0,
        }
    }

    /// How many of its parts, from the first on, are those of another block: all, or none, but of a course that goes on.
    pub(in crate::app) fn shared(&self, other: &Self) -> usize {
        match (self, other) {
            (Self::Timeline(one), Self::Timeline(other)) => one.shared(other),
            _ if self == other => usize::MAX,
            _ => 0,
        }
    }

    /// The rows of the block from top to bottom.
    fn rows(&self) -> Box<dyn DoubleEndedIterator<Item = &Row> + '_> {
        match self {
            Self::Row(row) => Box::new(std::iter::once(&**row)),
            Self::Table(table) => Box::new(table.rows().map(|known| &known.row)),
            Self::Timeline(timeline) => Box::new(timeline.entries.iter().map(|entry| &entry.row)),
            Self::Gap | Self::Air | Self::Text(_) | Self::Aside(_) | Self::Bars(_) => {
                Box::new(std::iter::empty())
            }
        }
    }

    fn row(&self, id: &RowId) -> Option<&Row> {
        match self {
            Self::Row(row) => (row.id == *id).then_some(&**row),
            Self::Table(table) => table.get(table.position(id)?).map(|known| &known.row),
            other => other.rows().find(|row| row.id == *id),
        }
    }

    fn position(&self, id: &RowId) -> Option<usize> {
        match self {
            Self::Row(row) => (row.id == *id).then_some(0),
            Self::Table(table) => table.position(id),
            other => other.rows().position(|row| row.id == *id),
        }
    }
}

impl Page {
    /// The rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().flat_map(Block::rows)
    }

    /// The row with this name.
    pub fn row(&self, id: &RowId) -> Option<&Row> {
        self.blocks.iter().find_map(|block| block.row(id))
    }

    /// The block in which a row stands, and its place within that.
    pub(in crate::app) fn place(&self, id: &RowId) -> Option<(usize, usize)> {
        self.blocks.iter().enumerate().find_map(|(at, block)| Some((at, block.position(id)?)))
    }

    /// The place of a row among all rows.
    pub fn position(&self, id: &RowId) -> Option<usize> {
        let mut before = 0;
        for block in &self.blocks {
            match block.position(id) {
                Some(at) => return Some(before + at),
                None => before += block.count(),
            }
        }
        None
    }

    /// The row at a place among all rows.
    pub fn at(&self, place: usize) -> Option<&Row> {
        let mut left = place;
        for block in &self.blocks {
            match left.checked_sub(block.count()) {
                Some(rest) => left = rest,
                None => return block.rows().nth(left),
            }
        }
        None
    }

    /// The last of all rows.
    pub fn last(&self) -> Option<&Row> {
        self.blocks.iter().rev().find_map(|block| block.rows().next_back())
    }

    /// Adds a paragraph at the margin.
    pub fn text(&mut self, role: Role, text: impl Into<String>) -> &mut Self {
        self.indented(role, 0, text)
    }

    /// Adds a paragraph to the right of the margin.
    pub fn indented(&mut self, role: Role, indent: u16, text: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Text(Paragraph::plain(role, indent, text)));
        self
    }

    /// Adds something more of the value above, where values stand.
    pub fn under_value(&mut self, role: Role, text: impl Into<String>) -> &mut Self {
        let paragraph = Paragraph { at_value: true, ..Paragraph::plain(role, 4, text) };
        self.blocks.push(Block::Text(paragraph));
        self
    }

    /// Adds a text of a definition, with its paragraphs, points and bold.
    pub fn rich(&mut self, role: Role, indent: u16, text: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Text(Paragraph::rich(role, indent, text)));
        self
    }

    /// Adds an explanation that goes when the window is short.
    pub fn aside(&mut self, indent: u16, text: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Aside(Paragraph::rich(Role::Quiet, indent, text)));
        self
    }

    /// Adds an empty line that stays.
    pub fn gap(&mut self) -> &mut Self {
        self.blocks.push(Block::Gap);
        self
    }

    /// Adds an empty line that goes when the window is short.
    pub fn air(&mut self) -> &mut Self {
        self.blocks.push(Block::Air);
        self
    }

    /// Puts the rows that take something away behind everything else.
    pub fn close(&mut self) {
        let apart = std::mem::take(&mut self.apart);
        if !apart.is_empty() {
            self.gap();
        }
        self.blocks.extend(apart.into_iter().map(|row| Block::Row(Box::new(row))));
    }

    /// Adds a row.
    pub fn push(&mut self, row: Row) -> &mut Self {
        self.blocks.push(Block::Row(Box::new(row)));
        self
    }
}
