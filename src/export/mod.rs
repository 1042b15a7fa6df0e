//! Minutes and lists for outside the program, pure: records in, text out.

mod amended;
mod answers;
mod discussion;
mod list;
mod pieces;
mod reopened;
mod sheet;
mod text;

pub use amended::amended;
pub use answers::{in_words, is_pzp};
pub use list::{Picked, meetings, pick};
pub use pieces::{Pieces, piece_name};
pub use sheet::WIDTH;
pub use text::{patient, patient_within, show, show_within};

#[cfg(test)]
mod tests;
