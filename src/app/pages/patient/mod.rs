//! The pages about one patient.

mod agreement;
mod brief;
mod choose;
mod confirm;
mod folding;
mod identity;
mod limits;
mod notes;
mod overview;
mod profile;
mod steps;

pub(super) use agreement::{agreement, agreement_row, copy_agreement, owned_row};
pub(super) use brief::brief;
pub(super) use choose::choose;
pub(super) use confirm::{confirm, lacking_row};
pub(super) use identity::{one_person, same_person};
pub(super) use limits::in_words as limits_in_words;
pub(super) use notes::{move_line, notes};
pub(super) use overview::overview;
pub(super) use profile::profile;
