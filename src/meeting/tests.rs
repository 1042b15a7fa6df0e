//! What holds for every record and every change.

pub(crate) mod arbitrary;
pub(crate) mod change;
mod days;
mod days_in_passing;
mod differences;
mod moments;
mod more_days;
mod named_days;
mod typed;
