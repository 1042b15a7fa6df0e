//! Patients over all meetings without a screen: the register, and the course of one.

mod course;
mod find;
mod import;
pub(in crate::cli::commands) mod read;
mod register;

pub(in crate::cli) use course::patient;
pub(in crate::cli) use find::find;
pub(in crate::cli) use import::import;
pub(in crate::cli::commands) use read::json;
pub(in crate::cli) use register::register;
