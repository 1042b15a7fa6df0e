//! A course in time: days downwards, and beside each what happened.

use super::row::{Role, Row};

/// A course in time, in the order in which it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The entries from top to bottom.
    pub entries: Vec<Entry>,
}

/// What happened on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The row that the arrows reach: its label is the day, its value what the day was ("PaTz, Noord").
    pub row: Row,
    /// What happened, each on lines of its own.
    pub events: Vec<Event>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// How it looks.
    pub role: Role,
    /// What it was: "kleur: groen → geel".
    pub text: String,
}
