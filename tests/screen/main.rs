//! The real program in a pseudo-terminal, as somebody lives through it.
//!
//! One program for all of these, so that what waits for a clock waits beside the others:
//! `cargo test --test screen away::` runs one of them.

mod away;
mod ending;
mod first_use;
mod harness;
mod hostile_notebook;
mod killed;
mod leaks;
mod meeting;
mod odd_places;
mod papers_on_screen;
mod readers;
mod second_meeting;
mod session;
#[path = "../support/mod.rs"]
mod support;
mod terminal;
mod terminal_noise;
mod trainer;
