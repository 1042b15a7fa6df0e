//! What the tests and benches share: a terminal to run the real program in, the texts by which they know it, hostile input, and tools.
#![allow(dead_code, reason = "every test crate that includes this module uses its own part of it")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a harness reports a failed expectation by panicking; clippy.toml frees only #[test] functions"
)]

pub mod commands;
pub mod definitions;
#[cfg(unix)]
pub mod disk;
#[cfg(unix)]
pub mod emulator;
pub mod foreign;
pub mod hostile;
#[cfg(unix)]
pub mod hostile_notebook;
pub mod imports;
pub mod json_schema;
pub mod keys;
#[cfg(unix)]
pub mod lines;
#[cfg(unix)]
pub mod options;
#[cfg(unix)]
pub mod outside;
#[cfg(unix)]
pub mod pallium;
#[cfg(unix)]
pub mod person;
pub mod probes;
#[cfg(unix)]
pub mod session;
pub mod source;
#[cfg(unix)]
pub mod terminal;
#[cfg(unix)]
pub mod texts;
#[cfg(unix)]
pub mod tools;
#[cfg(unix)]
pub mod tty;
