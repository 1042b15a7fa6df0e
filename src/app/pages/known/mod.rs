//! The pages about patients over all meetings.

mod find;
mod register;

pub(super) use find::{entries, find, mark};
pub use find::{place, whose};
pub(super) use register::register;
