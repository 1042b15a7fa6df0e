//! The pages about patients over all meetings.

mod course;
mod register;

pub(super) use course::course;
pub(super) use register::register;
