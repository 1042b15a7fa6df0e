//! The proofs that a notebook loses nothing: on a model of a disk, and of the real program under strace.
//!
//! `cargo test --test notebook system_calls::` runs one of them.

mod proof;
#[path = "../support/mod.rs"]
mod support;
mod system_calls;
