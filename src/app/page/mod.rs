//! A page: what a screen shows, as plain data, before anything is measured or drawn.
//!
//! Every screen is a function from the model to a [`Page`]. Layout, both front ends, the footer and the tests read
//! the same page, so a screen cannot show a row that cannot be reached, or offer a key that does nothing.

mod bars;
mod table;
mod timeline;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::action::Action;
use crate::meeting::TextPlace;

pub use bars::{Bar, Bars};
pub use table::{Column, Table, TableRow};
pub use timeline::{Entry, Event, Timeline};

/// The stable name of a row, by which focus survives any change of the page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RowId(Cow<'static, str>);

impl RowId {
    /// A row that exists at most once on a page.
    pub const fn fixed(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// A row that belongs to something with a name or number of its own.
    pub fn of(kind: &str, which: impl fmt::Display) -> Self {
        Self(Cow::Owned(format!("{kind}:{which}")))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RowId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What a text is for; themes give each role its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// What the room must think about.
    Question,
    /// A heading.
    Heading,
    /// Text that may be overlooked.
    Quiet,
    /// The one accent: where we are.
    Accent,
    /// Bold within a text.
    Strong,
    /// The patient's own words.
    OwnWords,
    /// A value that somebody filled in.
    Value,
    /// The row in focus.
    Focus,
    /// Selected text.
    Selection,
    /// A chosen option.
    Chosen,
    /// Something done.
    Done,
    /// What a source says.
    Indication,
    /// Something to look at.
    Warning,
    /// Something that went wrong.
    Fault,
    /// The place of a fault in a file.
    Underline,
    /// The status: saved or not.
    Status,
    /// A key in the footer.
    Key,
}

/// A sign in front of a row; each has an ASCII twin and stands beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No sign.
    None,
    /// One option, chosen.
    Chosen,
    /// One option, not chosen.
    NotChosen,
    /// One of several options, chosen.
    Ticked,
    /// One of several options, not chosen.
    NotTicked,
    /// Leads somewhere.
    Leads,
    /// Done.
    Done,
}

/// What stands on the screen, from top to bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Where we are: group, patient, step; the last part is the most specific and is kept when room is short.
    pub trail: Vec<String>,
    /// Shown at the right of the top line where there is no meeting whose state of saving stands there.
    pub corner: Option<String>,
    /// A second line: the person's own words.
    pub own_words: Option<String>,
    /// Steps of a route, the present one marked.
    pub tabs: Vec<Tab>,
    /// The content.
    pub blocks: Vec<Block>,
    /// The row that has the focus when the page opens; the first row where absent.
    pub first: Option<RowId>,
    /// The first row of the list that is searched by typing, where there is one.
    pub sought: Option<RowId>,
    /// What else can be done here by key.
    pub abilities: Abilities,
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
    /// There are minutes to be seen.
    pub minutes: bool,
    /// A source can be shown.
    pub source: bool,
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
    /// Whether `**bold**`, points and paragraphs in it mean something; never for what a user typed.
    pub rich: bool,
}

impl Paragraph {
    /// Text as it is.
    pub fn plain(role: Role, indent: u16, text: impl Into<String>) -> Self {
        Self { role, indent, text: text.into(), rich: false }
    }

    /// A text of a definition, with its paragraphs, points and bold.
    pub fn rich(role: Role, indent: u16, text: impl Into<String>) -> Self {
        Self { role, indent, text: text.into(), rich: true }
    }
}

/// A row that the arrows reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Stable name.
    pub id: RowId,
    /// Sign in front.
    pub mark: Mark,
    /// What the row is.
    pub label: String,
    /// What stands behind the label, in the value column.
    pub value: String,
    /// How the value looks.
    pub value_role: Role,
    /// Columns to the right of the margin.
    pub indent: u16,
    /// What the row does.
    pub kind: RowKind,
}

/// What a row does.
#[derive(Debug, Clone, PartialEq)]
pub enum RowKind {
    /// Enter does this.
    Action(Action),
    /// A text that is typed into the record.
    Field(Field),
    /// A value that Left and Right change; Enter sets what is shown.
    Scale {
        /// What Left does.
        less: Action,
        /// What Right does.
        more: Action,
    },
}

/// A text of the record that is typed on the row itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Where the text stands in the record.
    pub place: TextPlace,
    /// Whether Enter starts a new line.
    pub many_lines: bool,
    /// What to type, shown while the field is empty; without one, the focused field says that one can type.
    pub hint: String,
    /// How what was typed is understood, shown behind it.
    pub reading: String,
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
            Self::Table(table) => table.get(table.position(id)?).map(|known| &known.row),
            other => other.rows().find(|row| row.id == *id),
        }
    }

    fn position(&self, id: &RowId) -> Option<usize> {
        match self {
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

    /// Adds a row.
    pub fn push(&mut self, row: Row) -> &mut Self {
        self.blocks.push(Block::Row(Box::new(row)));
        self
    }
}

impl Row {
    /// A row that leads somewhere or does something.
    pub fn action(id: RowId, label: impl Into<String>, action: Action) -> Self {
        Self {
            id,
            mark: Mark::None,
            label: label.into(),
            value: String::new(),
            value_role: Role::Value,
            indent: 0,
            kind: RowKind::Action(action),
        }
    }

    /// A text field.
    pub fn field(id: RowId, label: impl Into<String>, field: Field) -> Self {
        Self { kind: RowKind::Field(field), ..Self::action(id, label, Action::Nothing) }
    }

    /// Whether the row takes something away that somebody filled in: nobody gets there by going on with Enter.
    pub fn takes_away(&self) -> bool {
        match &self.kind {
            RowKind::Action(Action::Answer(_, _, None) | Action::Judge(_, _, None)) => {
                self.mark == Mark::None
            }
            RowKind::Action(action) => matches!(
                action,
                Action::ClearCounts(..)
                    | Action::RemoveAnswer(..)
                    | Action::Remove(_)
                    | Action::Withdraw(_, _, true)
            ),
            RowKind::Field(_) | RowKind::Scale { .. } => false,
        }
    }

    /// The same row with a value behind the label.
    pub fn with_value(mut self, role: Role, value: impl Into<String>) -> Self {
        self.value = value.into();
        self.value_role = role;
        self
    }

    /// The same row with a sign in front.
    pub fn marked(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// The same row further to the right.
    pub fn at(mut self, indent: u16) -> Self {
        self.indent = indent;
        self
    }

    /// The field, where the row is one.
    pub fn as_field(&self) -> Option<&Field> {
        match &self.kind {
            RowKind::Field(field) => Some(field),
            _ => None,
        }
    }
}

impl Field {
    /// A field of one line.
    pub fn line(place: TextPlace, hint: impl Into<String>) -> Self {
        Self { place, many_lines: false, hint: hint.into(), reading: String::new() }
    }

    /// A field of any number of lines.
    pub fn lines(place: TextPlace, hint: impl Into<String>) -> Self {
        Self { many_lines: true, ..Self::line(place, hint) }
    }

    /// The same field, with how its text is understood.
    pub fn read_as(mut self, reading: impl Into<String>) -> Self {
        self.reading = reading.into();
        self
    }
}
