//! Flows through the core, as (before, keys, after), and pictures of every screen.

mod answers;
mod between;
mod confirming;
mod crossing;
mod economy;
mod ending;
mod escape;
mod everywhere;
mod few_keys;
mod finding;
mod flows;
pub mod help_texts;
mod listing;
mod live;
mod locking;
mod many;
mod named;
mod numbers;
mod palette;
mod paper_kinds;
pub mod papers;
mod pictures;
pub mod register;
mod reopening;
mod said;
mod scenarios;
mod searching;
mod sentences;
mod session;
pub mod stage;
pub mod standing;
pub mod tour;
mod underway;
mod unmeant;
mod versions;

pub use stage::Stage;
