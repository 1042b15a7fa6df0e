//! The text field, pure.

mod cursor;
mod edit;
mod grapheme;
mod visible;

pub use cursor::Cursor;
pub use edit::{EditMismatch, TextEdit};
pub use grapheme::{truncate, width};
pub use visible::{MARKS_PER_BASE, is_clean, visible_line, visible_text};

#[cfg(test)]
mod tests;
