//! The text field, pure.

pub mod citizen_number;
mod cursor;
mod digits;
mod edit;
mod grapheme;
mod visible;
mod wrap;
mod wrap_cache;

pub use cursor::Cursor;
pub use edit::{EditMismatch, TextEdit};
pub use grapheme::{truncate, width};
pub use visible::{MARKS_PER_BASE, is_clean, visible_line, visible_text};
pub use wrap::{Wrapped, WrappedLine, wrap};
pub use wrap_cache::WrapCache;

#[cfg(test)]
mod tests;
