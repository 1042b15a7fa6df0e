//! Flows through the core, as (before, keys, after), and pictures of every screen.

mod flows;
mod stage;

pub use stage::Stage;
