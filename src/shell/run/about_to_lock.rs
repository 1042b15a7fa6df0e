//! Between the wish to lock and the lock: everything is saved, and what came of that is still heard.

use super::end::End;
use crate::app::{self, Pictured};
use crate::shell::computer::now;
use crate::shell::inbox::{Inbox, LoopEvent};
use crate::shell::lock::{self, Envelope};
use crate::shell::outside::Outside;
use crate::shell::terminal::Terminal;

/// A program that can be locked now.
pub(super) struct AboutToLock {
    pub envelope: Envelope,
    pub terminal: Terminal,
    pub model: Pictured,
    pub recording: bool,
}

impl AboutToLock {
    /// Takes into account what came of the last saves: whoever unlocks must know what stands on the disk.
    pub fn settle(mut self, outside: &Outside, mut inbox: Inbox) -> End {
        let mut ends = false;
        while let Some(event) = inbox.more() {
            match event {
                LoopEvent::Fact(fact) | LoopEvent::Register(_, fact) => {
                    drop(app::update(&mut self.model, now(), fact));
                }
                LoopEvent::Terminate | LoopEvent::Closed => ends = true,
                LoopEvent::Came(_) | LoopEvent::ClockJumped | LoopEvent::Taken | LoopEvent::Stopped => {}
                LoopEvent::GoesOn => drop(self.terminal.go_on()),
            }
        }
        let settled = lock::seal(outside, &self.model, self.recording);
        let mut envelope = Box::new(settled.unwrap_or(self.envelope));
        let Some(folder) = &outside.folder else { return End::NotSaved };
        envelope.secure(folder, self.terminal.before());
        // Whoever asked for the end before the lock is not asked to ask again.
        if ends {
            End::Left(envelope.leave(folder))
        } else {
            End::Locked(envelope, Some((inbox, self.terminal)))
        }
    }
}
