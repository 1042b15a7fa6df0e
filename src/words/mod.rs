//! Every sentence that the program itself says, Dutch and English side by side.
//!
//! Each sentence is a method of [`Language`]; its two arms stand together, so that the compiler refuses a sentence
//! that exists in one language only.

mod calendar;
mod command;
mod days;
pub mod diagnostics;
mod document;
mod language;
mod linear;
mod people;
pub mod reference;
mod screen;

pub use command::Whose;
pub(crate) use language::sentences;
pub use language::{Language, behind};
