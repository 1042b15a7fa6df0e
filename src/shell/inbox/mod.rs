//! What the loop listens to: one inbox for keys, facts and signals, for as long as the process has the terminal.

pub mod input;
mod loop_event;
mod reader;
pub(super) mod signals;
mod waking;

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use reader::Permission;

pub use loop_event::LoopEvent;
pub use signals::outlive_size_limit;

/// The inbox, and the way into it.
#[derive(Debug)]
pub struct Inbox {
    pub(in crate::shell) events: Sender<LoopEvent>,
    pub(in crate::shell) received: Receiver<LoopEvent>,
    /// Whom to tell that the next keys may be read; once keys are read.
    permission: Option<Permission>,
}

impl Inbox {
    /// Opens the inbox and listens to signals; not yet to keys.
    ///
    /// # Errors
    ///
    /// When the system does not let signals be caught.
    pub fn open() -> io::Result<Self> {
        let (events, received) = channel();
        signals::start(events.clone())?;
        waking::start(events.clone());
        Ok(Self { events, received, permission: None })
    }

    /// Listens to keys from now on, where that was not begun before.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn listen(&mut self) -> io::Result<()> {
        if self.permission.is_none() {
            self.permission = Some(reader::start(self.events.clone())?);
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
