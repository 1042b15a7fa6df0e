//! The text field, pure: commands on a text that lives elsewhere, edits as data, and lines for the screen.
//!
//! A field is a text (kept in the record), a [`Cursor`] (kept in the state) and a [`Wrapped`] (computed). [`perform`] looks
//! at them and a [`Command`], and gives an [`Outcome`]: perhaps a [`TextEdit`], and the new cursor. The caller applies the
//! edit, keeps it for undo, and wraps again. Nothing here reads keys, the clock or the clipboard of the system.
//!
//! ```
//! use pallium::text::{Command, Cursor, Lines, perform, wrap};
//!
//! let mut text = String::from("moe");
//! let lines = wrap(&text, 40);
//! let outcome = perform(&text, &Cursor::at(0), &Command::Insert('é'), Lines::Many, &lines, "");
//! let edit = outcome.edit.ok_or("typing changes the text")?;
//! edit.apply(&mut text)?;
//! assert_eq!(text, "émoe");
//! edit.inverse().apply(&mut text)?;
//! assert_eq!(text, "moe");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Two things hold for every text that was made here. It is clean: no control, bidirectional or invisible character
//! ([`is_clean`]). And it holds no citizen number ([`citizen_number`])
//! but one that somebody insisted on ([`Outcome::kept`]). Positions are bytes, and always stand between
//! two grapheme clusters, so that a flag or an accented letter is one sign to the user.

mod ascii;
mod barred;
mod bytes;
pub mod citizen_number;
mod command;
mod cursor;
mod digits;
mod edit;
mod enclosed;
mod glue;
mod grapheme;
mod grouping;
mod label_behind;
mod label_words;
pub mod mended;
mod motion;
mod number_label;
pub mod number_words;
mod odd_signs;
pub mod on_scale;
mod overwritten;
mod pasted;
mod perform;
pub mod quantity;
mod quoted;
mod register_words;
pub mod same;
mod sequence;
mod unit_words;
mod unseen;
mod visible;
mod wrap;
mod wrap_cache;

pub use ascii::in_ascii;
pub use bytes::{from_bytes, windows_1252};
pub use command::{Command, Edge, LONGEST_NAME, Lines, MAX_BYTES, Motion, Outcome, Refusal};
pub use cursor::Cursor;
pub use digits::plain_digits;
pub use edit::{Apart, EditMismatch, TextEdit};
pub use glue::{GLUE, glued};
pub use grapheme::{ordinary_letters, ordinary_signs, truncate, width};
pub use pasted::{pasted, without_list_sign};
pub use perform::perform;
pub use visible::{MARKS_PER_BASE, is_clean, is_hidden, visible_line, visible_text};
pub use wrap::{Wrapped, WrappedLine, wrap};
pub use wrap_cache::WrapCache;

#[cfg(test)]
mod tests;
