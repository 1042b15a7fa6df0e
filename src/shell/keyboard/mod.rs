//! The keyboard: bytes of the terminal in, keys and texts out.
//!
//! A terminal sends more than keys, and not always whole: an arrow may come in two pieces over a slow line, an answer to a
//! question that another program asked may come late, the end of a paste may be lost. [`Parser`] knows what belongs together; it
//! is pure, and time is handed in. On Windows there are no such bytes, and the library tells keys.

mod encoding;
#[cfg(any(not(unix), test))]
mod events;
mod parser;
mod rest;
mod sequence;
#[cfg(unix)]
mod tty;

use std::time::Duration;

use crate::app::keymap::{Key, KeyCode};

#[cfg(not(unix))]
pub use events::Keyboard;
#[cfg(test)]
pub(super) use events::key;
pub use parser::Parser;
#[cfg(unix)]
pub use tty::Keyboard;

/// How long Esc may be the beginning of something else before it is a key.
pub const AT_ONCE: Duration = Duration::from_millis(50);

/// The same where the keys come over a network.
pub const OVER_NETWORK: Duration = Duration::from_millis(150);

/// The same where Esc means going away, and coming back is not possible.
pub const BEFORE_LEAVING: Duration = Duration::from_millis(600);

/// One thing that the terminal told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// A text that was pasted.
    Paste(String),
    /// The window has this many columns and rows.
    Resize(u16, u16),
    /// The window is looked at again.
    FocusGained,
    /// The last Esc was none: it was the beginning of what follows now.
    EscapeWasNone,
    /// The terminal sends letters that are no UTF-8; told once.
    NotUtf8,
}

/// What came of waiting for the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// What it told.
    Told(Vec<Event>),
    /// Something else was waited for as well, and came.
    #[cfg_attr(not(unix), allow(dead_code, reason = "a console is waited for by itself"))]
    Rung,
    /// Nothing came in time.
    Nothing,
}

/// How long Esc waits on this line.
pub fn patience(variable: impl Fn(&str) -> bool) -> Duration {
    if variable("SSH_CONNECTION") || variable("SSH_TTY") { OVER_NETWORK } else { AT_ONCE }
}

/// The same key in the one form that the table knows.
fn settled(key: Key) -> Key {
    let KeyCode::Char(character) = key.code else { return key };
    match character {
        // What older terminals send for Ctrl+Backspace.
        'h' | 'H' if key.control && !key.alt => Key::control(KeyCode::Backspace),
        // A bare line feed: a pasted line end, or Ctrl+Enter in some terminals.
        'j' | 'J' if key.control && !key.alt => Key::plain(KeyCode::Enter),
        '\n' | '\r' => Key::plain(KeyCode::Enter),
        '\t' => Key::plain(KeyCode::Tab),
        // A letter with Ctrl is a command, whatever Shift and Caps Lock made of it.
        _ if key.control && !key.alt => Key::control(KeyCode::Char(character.to_ascii_lowercase())),
        // Shift is in the letter itself.
        _ => Key { shift: false, ..key },
    }
}

#[cfg(test)]
mod tests;
