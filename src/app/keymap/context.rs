//! What decides which keys do something.

use crate::app::page::Abilities;

/// What has the focus, as far as keys are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// Nothing to choose: only reading.
    #[default]
    Nothing,
    /// Nothing yet: the page waits till somebody goes to one of its rows, and does not only press Enter.
    Waits,
    /// A row that leads somewhere or does something.
    Opens,
    /// A field that stands closed.
    Changes,
    /// The row that unlocks the program.
    Unlocks,
    /// The row on which a secret is typed.
    Secret,
    /// An option.
    Chooses,
    /// The row on which somebody votes.
    Votes,
    /// A value that Left and Right change.
    Scale,
    /// One of several things, of which Left and Right take the one beside it.
    OneOf,
    /// An answer of which the options stand side by side.
    Answers,
    /// A text of one line.
    Line,
    /// A text of any number of lines.
    Lines,
    /// A text that is written line by line.
    Sheet,
}

impl Focus {
    /// Whether it is a text of more lines than one.
    pub fn has_lines(self) -> bool {
        matches!(self, Self::Lines | Self::Sheet)
    }
}

/// Where Esc leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Back {
    /// To the screen below, which has no name that everybody knows.
    #[default]
    Below,
    /// To the first screen.
    First,
    /// To the agenda.
    Agenda,
    /// To the patient.
    Patient,
    /// To the register.
    Register,
    /// To the row that ends the program.
    Quit,
}

/// What decides which keys do something at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// What has the focus.
    pub focus: Focus,
    /// What else can be done on this page.
    pub abilities: Abilities,
    /// Where Esc leads.
    pub back: Back,
    /// Something can be undone.
    pub can_undo: bool,
    /// Something can be redone.
    pub can_redo: bool,
    /// The meeting can only be read.
    pub read_only: bool,
    /// The screen with all keys or all commands is open.
    pub helping: bool,
    /// The program can be locked.
    pub lockable: bool,
    /// The program is locked.
    pub locked: bool,
    /// The notebook is used for the first time, and nothing is open yet.
    pub first_use: bool,
    /// The last key was a letter or a space that chose, so that a space belongs to what somebody is typing, or to a key
    /// that is held, and chooses nothing.
    pub after_letter: bool,
}

impl Context {
    /// Whether letters go into a text.
    pub fn typing(&self) -> bool {
        self.focus == Focus::Line || self.focus.has_lines()
    }

    /// Whether Enter goes on to the row below. Beside a key that turns the page the footer says that it does no more than that.
    pub fn goes_on(&self) -> bool {
        matches!(self.focus, Focus::Line | Focus::Lines | Focus::Scale | Focus::OneOf | Focus::Secret)
    }

    /// Whether an agreement about the patient can be made.
    pub fn may_agree(&self) -> bool {
        self.abilities.patient && !self.read_only
    }

    /// Whether an agreement is what one makes here: no page follows, nobody is chosen from a list, and it is no paper.
    pub fn agrees_first(&self) -> bool {
        let Abilities { next, search, paper, .. } = self.abilities;
        paper && !next && !search
    }

    /// Whether Esc leads there, and does nothing else.
    pub fn leads(&self, back: Back) -> bool {
        self.back == back && !self.abilities.leaves && !self.abilities.searching
    }
}
