//! Everything that happens to a record, each with its inverse, and what differs between two records.

pub mod change;
pub mod differences;
pub mod newer;
pub mod place;
pub mod removal;
