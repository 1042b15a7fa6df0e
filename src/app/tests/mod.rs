//! Flows through the core, as (before, keys, after), and pictures of every screen.

mod ending;
mod everywhere;
mod flows;
mod listing;
mod pictures;
mod register;
mod sentences;
pub mod stage;
pub mod tour;

pub use stage::Stage;
