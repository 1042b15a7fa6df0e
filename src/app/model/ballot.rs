//! What somebody is about to vote while the keyboard goes round.

use crate::app::message::RowId;

/// What somebody is about to vote.
#[derive(Clone, PartialEq, Eq)]
pub struct Ballot {
    /// The row on which they vote.
    pub row: RowId,
    /// The numbers of what was chosen, counted from 1; more than one only where that is allowed.
    pub numbers: Vec<usize>,
    /// Whether the next digit may still belong to the last of them.
    pub grows: bool,
    /// Whether it was said that none is chosen, where that is a choice as well.
    pub none: bool,
}

impl Ballot {
    /// Nothing was chosen yet.
    pub const fn on(row: RowId) -> Self {
        Self { row, numbers: Vec::new(), grows: false, none: false }
    }
}

impl std::fmt::Debug for Ballot {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Ballot")
    }
}
