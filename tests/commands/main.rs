//! The commands as somebody types them, with the real program.
//!
//! `cargo test --test commands unlocking::` runs one of them.

mod accounts;
mod backup;
mod bad_input;
mod known;
mod lists;
mod odd_days;
mod protect;
#[path = "../support/mod.rs"]
mod support;
mod unlocking;
