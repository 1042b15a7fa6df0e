//! The patients and groups that all meetings together know, what is due, and whom to discuss next.

mod agreements;
mod brought;
pub mod caveats;
pub mod colours;
mod fold;
mod groups;
mod judged;
pub mod known;
pub mod later;
pub mod mark;
pub mod names;
pub mod overview;
pub mod proposal;
pub mod renamed;
pub mod selection;
pub mod state;
mod tell_apart;
