//! The pages about the open meeting as a whole.

mod add_patient;
mod agenda;
mod details;
mod ending;
mod open_agreements;
mod removing;
mod reopening;
mod versions;

pub(super) use add_patient::add_patient;
pub(super) use agenda::agenda;
pub(super) use details::{details, participant};
pub(super) use ending::{closing, ending};
pub(super) use open_agreements::open_agreements;
pub(super) use removing::removing;
pub(super) use reopening::reopening;
pub(super) use versions::{compare, versions};
