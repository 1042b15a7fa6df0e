//! The way into the inbox: what is put in wakes the loop, also where that waits for keys.

use std::io;
#[cfg(unix)]
use std::io::Write as _;
#[cfg(unix)]
use std::os::unix::net::UnixStream;
#[cfg(unix)]
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SendError, Sender, channel};

use super::LoopEvent;

/// Readable when something was put in; for whoever waits for something else as well.
#[cfg(unix)]
pub(super) type Bell = UnixStream;
/// Elsewhere keys come the same way as everything else.
#[cfg(not(unix))]
pub(super) type Bell = ();

/// Puts events in the inbox.
#[derive(Debug, Clone)]
pub struct Post {
    events: Sender<LoopEvent>,
    #[cfg(unix)]
    bell: Arc<UnixStream>,
}

impl Post {
    /// A way in, what comes out, and what rings.
    ///
    /// # Errors
    ///
    /// When the system gives nothing that rings.
    pub(super) fn open() -> io::Result<(Self, Receiver<LoopEvent>, Bell)> {
        let (events, received) = channel();
        #[cfg(unix)]
        {
            let (bell, rung) = UnixStream::pair()?;
            bell.set_nonblocking(true)?;
            rung.set_nonblocking(true)?;
            Ok((Self { events, bell: Arc::new(bell) }, received, rung))
        }
        #[cfg(not(unix))]
        Ok((Self { events }, received, ()))
    }

    /// Puts an event in.
    ///
    /// # Errors
    ///
    /// When the loop is over, and nobody wants to know.
    pub fn send(&self, event: LoopEvent) -> Result<(), SendError<LoopEvent>> {
        self.events.send(event)?;
        // A bell that is full rings already.
        #[cfg(unix)]
        let _ = (&*self.bell).write(&[0]);
        Ok(())
    }
}
