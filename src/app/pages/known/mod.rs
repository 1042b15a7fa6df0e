//! The pages about patients over all meetings.

mod course;
mod find;
mod register;

pub(super) use course::course;
pub(super) use find::find;
pub use find::{place, whose};
pub(super) use register::register;
