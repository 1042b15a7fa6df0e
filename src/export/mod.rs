//! Minutes and lists for outside the program, pure: records in, text out.

mod agreements;
mod amended;
mod answers;
mod conclusion;
mod discussion;
mod judgement;
mod list;
mod minutes;
mod phrases;
mod pieces;
mod reopened;
mod sheet;
mod whole;

pub use amended::amended;
pub use answers::{in_words, is_pzp, time_numbers};
pub use conclusion::LINES;
pub use judgement::Judged;
pub use list::{Picked, meetings, pick};
pub use minutes::Minutes;
pub use pieces::{Pieces, piece_name};
pub use sheet::WIDTH;

#[cfg(test)]
mod tests;
