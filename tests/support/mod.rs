//! What the tests and benches share: a terminal to run the real program in, and the texts by which they know it.
#![allow(dead_code, reason = "every test crate that includes this module uses its own part of it")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a harness reports a failed expectation by panicking; clippy.toml frees only #[test] functions"
)]

pub mod commands;
pub mod emulator;
pub mod foreign;
pub mod hostile;
pub mod hostile_notebook;
pub mod keys;
pub mod lines;
pub mod options;
pub mod outside;
pub mod pallium;
pub mod person;
pub mod session;
pub mod terminal;
pub mod texts;
pub mod tty;
