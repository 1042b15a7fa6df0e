//! What the index keeps of each meeting, so that no record need be read for a list.

pub mod clock;
pub mod digest;
pub mod open_agreement;
pub mod summary;
