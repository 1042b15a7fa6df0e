//! The same model and messages as questions and answers, line by line, for screen readers and pipes.
//!
//! [`say`] tells what is new, as lines that are only ever added: no control sequences, no cursor. [`hear`] makes
//! messages of a typed line. A [`Dialogue`] is both together, one line in and some lines out:
//!
//! ```
//! use chrono::NaiveDate;
//! use pallium::app::{Model, Settings};
//! use pallium::linear::{Dialogue, WINDOW};
//!
//! let now = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(14, 0, 0)).unwrap_or_default();
//! let mut model = Model::new(Settings::default(), WINDOW, now, "~/Pallium".to_owned()).into();
//! let mut dialogue = Dialogue::default();
//! assert!(dialogue.begin(&model).iter().any(|line| line == "1. Nieuwe bijeenkomst"));
//! let reply = dialogue.line(&mut model, now, "instellingen?");
//! assert_eq!(reply.lines.len(), 1);
//! ```
//!
//! The front end that runs this reads lines, performs [`Reply::effects`] one by one, and tells their outcomes to
//! [`Dialogue::fact`], which may ask for more.

mod ballot;
mod commands;
mod dialogue;
mod hear;
mod rich;
mod row;
mod say;
mod under;

pub use commands::{COMMANDS, Command, Does};
pub use dialogue::{Dialogue, Reply};
pub use hear::{Heard, Typing, hear};
pub use say::{Said, say};

use crate::app::Size;

/// The window that the model is told of: nothing is measured here, and nothing may be out of sight.
pub const WINDOW: Size = Size::new(80, 1000);

#[cfg(test)]
pub(crate) mod tests;
