//! What holds for every record and every change.

pub(crate) mod arbitrary;
mod asked_days;
pub(crate) mod change;
mod days;
mod days_in_passing;
mod differences;
mod either_days;
mod further_days;
mod moments;
mod more_days;
mod named_days;
mod typed;
mod usual_days;
