//! Looking through all meetings: what is asked, and what was found so far.

use serde::{Deserialize, Serialize};

use crate::meeting::Hit;
use crate::words::Language;

/// The most places that are shown.
pub const MOST_HITS: usize = 200;

/// What is looked for in all meetings; the newest of these is what is wanted, and those before it are over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// Grows with everything that is looked for.
    pub number: u64,
    /// The words; none to look for nothing any more.
    pub words: Box<str>,
    /// In which answers are read.
    pub language: Language,
}

/// A part of what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Found {
    /// Of which [`Find`].
    pub number: u64,
    /// The places, those of newer meetings first.
    pub hits: Vec<Hit>,
    /// Whether others may follow.
    pub more: bool,
    /// How many meetings could not be read.
    pub unread: usize,
}
