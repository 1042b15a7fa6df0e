//! Minutes and lists for outside the program, pure: records in, text out.

mod answers;
mod discussion;
mod list;
mod sheet;
mod text;

pub use answers::{in_words, is_pzp};
pub use list::{Picked, meetings, pick};
pub use sheet::WIDTH;
pub use text::{patient, patient_within, show, show_within};

#[cfg(test)]
mod tests;
