//! A screen of its own for what may not stay on the terminal: it goes when this does, and leaves nothing to scroll back to.

use std::io;

use crossterm::cursor::MoveTo;
use crossterm::execute;
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};

use crate::shell::is_simple;

/// The other screen of the terminal, until this is dropped.
pub(in crate::cli) struct AlternateScreen;

impl AlternateScreen {
    /// Goes to an empty screen; `None` where the terminal has none, and everything is shown where it would be.
    pub(in crate::cli) fn enter() -> Option<Self> {
        if is_simple() {
            return None;
        }
        // A terminal without such a screen goes on in the old one, with what stands there.
        let empty = Clear(ClearType::All);
        execute!(io::stderr(), EnterAlternateScreen, empty, MoveTo(0, 0)).ok().map(|()| Self)
    }
}

impl Drop for AlternateScreen {
    fn drop(&mut self) {
        let _ = execute!(io::stderr(), LeaveAlternateScreen);
    }
}
