//! What is judged by reading: the rules of the house, what the program is built from, and what its documents say.
//!
//! `cargo test --test architecture schema::` runs one of them.

mod dependencies;
mod documents;
mod rooms;
mod schema;
#[path = "../support/mod.rs"]
mod support;
