//! The pages about patients over all meetings.

mod find;
mod register;

pub(super) use find::find;
pub(super) use register::register;
