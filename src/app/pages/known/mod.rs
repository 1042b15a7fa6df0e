//! The pages about patients over all meetings.

mod find;
mod register;

pub(super) use find::find;
pub use find::{place, whose};
pub(super) use register::register;
