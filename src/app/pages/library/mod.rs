//! The pages about the definitions in force.

mod changed;
mod checklist_file;
mod checklists;

pub use changed::library_changed;
pub(super) use checklist_file::file;
pub(super) use checklists::{all, in_short};
