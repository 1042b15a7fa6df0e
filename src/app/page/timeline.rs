//! A course in time: days downwards, and beside each what happened.

use std::sync::Arc;

use super::row::{Role, Row};

/// A course in time, in the order in which it is read.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The entries from top to bottom.
    pub entries: Entries,
}

/// Entries from top to bottom, of which there may be thousands: each, and all of them, stand in many pictures and are there once.
pub type Entries = Arc<Vec<Arc<Entry>>>;

/// Entries that are there once are not compared.
impl PartialEq for Timeline {
    fn eq(&self, other: &Self) -> bool {
        self.entries.len() == other.entries.len() && self.shared(other) == self.entries.len()
    }
}

impl Timeline {
    /// A course of these entries.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        Self { entries: Arc::new(entries.into_iter().map(Arc::new).collect()) }
    }

    /// How many entries, from the first on, are those of another course.
    pub(super) fn shared(&self, other: &Self) -> usize {
        if Arc::ptr_eq(&self.entries, &other.entries) {
            return self.entries.len();
        }
        let is_same = |(one, other): &(&Arc<Entry>, &Arc<Entry>)| Arc::ptr_eq(one, other) || one == other;
        self.entries.iter().zip(&*other.entries).take_while(is_same).count()
    }
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
