//! What the loop listens to: one inbox for keys, facts and signals, for as long as the process has the terminal.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::happening::Happening;
use super::input::{self, Permission};
use super::signals;
use super::waking;

/// The inbox, and the way into it.
#[derive(Debug)]
pub struct Ears {
    pub(super) happenings: Sender<Happening>,
    pub(super) inbox: Receiver<Happening>,
    /// Whom to tell that the next keys may be read; once keys are read.
    permission: Option<Permission>,
}

impl Ears {
    /// Opens the inbox and listens to signals; not yet to keys.
    ///
    /// # Errors
    ///
    /// When the system does not let signals be caught.
    pub fn open() -> io::Result<Self> {
        let (happenings, inbox) = channel();
        signals::start(happenings.clone())?;
        waking::start(happenings.clone());
        Ok(Self { happenings, inbox, permission: None })
    }

    /// Listens to keys from now on, where that was not begun before.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn listen(&mut self) -> io::Result<()> {
        if self.permission.is_none() {
            self.permission = Some(input::start(self.happenings.clone())?);
        }
        Ok(())
    }

    /// Lets the next keys be read.
    pub fn go_on(&self) {
        if let Some(permission) = &self.permission {
            permission.give();
        }
    }
}
