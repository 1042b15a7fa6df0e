//! The text field, pure.

pub mod edit;

pub use edit::{EditMismatch, TextEdit};
