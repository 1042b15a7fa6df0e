//! The pages about patients over all meetings.

mod register;

pub(super) use register::register;
