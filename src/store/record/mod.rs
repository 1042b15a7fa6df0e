//! The texts in a notebook: the form of a meeting and of the small files, their names, and what can be wrong with them.

pub mod demo;
pub(super) mod format;
pub(super) mod misnamed;
pub(super) mod names;
pub(super) mod problem;

pub use format::{LIMIT, decode, encode};
