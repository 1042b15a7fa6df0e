//! The text field, pure.

mod grapheme;
mod visible;

pub use grapheme::{truncate, width};
pub use visible::{MARKS_PER_BASE, is_clean, visible_line, visible_text};

#[cfg(test)]
mod tests;
