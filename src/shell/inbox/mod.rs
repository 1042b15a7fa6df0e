//! What the loop listens to: one inbox for keys, facts and signals, for as long as the process has the terminal.
//!
//! Keys are read only where the loop waits for the next event, so that whoever has the terminal meanwhile has its keys. On Unix it
//! waits for them itself: a thread in between would have to be woken for each key, and then the loop by that.

mod batch;
pub mod input;
mod loop_event;
mod post;
#[cfg(not(unix))]
mod reader;
pub(super) mod signals;
mod waking;

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::Receiver;
#[cfg(unix)]
use std::time::Duration;
use std::time::Instant;

#[cfg(unix)]
use crate::shell::keyboard::{self, Keyboard};
use post::Bell;

pub use loop_event::LoopEvent;
pub use post::Post;
pub use signals::outlive_size_limit;

/// After so long a burst of keys is cut off where something is due: on a slow line it may go on for minutes.
#[cfg(unix)]
const LONG_BURST: Duration = Duration::from_secs(1);

/// The inbox, and the way into it.
#[derive(Debug)]
pub struct Inbox {
    pub(in crate::shell) events: Post,
    received: Receiver<LoopEvent>,
    /// What was received and not asked for yet.
    waiting: VecDeque<LoopEvent>,
    /// What rings, until keys are listened to along with it.
    bell: Option<Bell>,
    keys: Option<Keys>,
}

/// The keys, once they are listened to.
#[cfg(unix)]
type Keys = Box<Keyboard>;

/// Whom to tell that the next keys may be read, and whether some came.
#[cfg(not(unix))]
type Keys = (reader::Permission, bool);

impl Inbox {
    /// Opens the inbox and listens to signals; not yet to keys.
    ///
    /// # Errors
    ///
    /// When the system does not let signals be caught.
    pub fn open() -> io::Result<Self> {
        let (events, received, bell) = Post::open()?;
        signals::start(events.clone())?;
        waking::start(events.clone());
        Ok(Self { events, received, waiting: VecDeque::new(), bell: Some(bell), keys: None })
    }

    /// An event that is there already; keys are none.
    pub fn more(&mut self) -> Option<LoopEvent> {
        let event = self.waiting.pop_front().or_else(|| self.received.try_recv().ok());
        self.noted(event)
    }

    /// The next event while no keys are read; nothing when there was none until a moment.
    pub fn next_but_keys(&mut self, until: Option<Instant>) -> Option<LoopEvent> {
        if let Some(event) = self.more() {
            return Some(event);
        }
        let event = match until {
            Some(until) => self.received.recv_timeout(until.saturating_duration_since(Instant::now())).ok(),
            None => self.received.recv().ok(),
        };
        self.noted(event)
    }
}

#[cfg(unix)]
impl Inbox {
    /// Listens to keys from now on, where that was not begun before.
    ///
    /// # Errors
    ///
    /// None here.
    pub fn listen(&mut self) -> io::Result<()> {
        let Some(bell) = self.bell.take() else { return Ok(()) };
        let patience = keyboard::patience(|name| std::env::var_os(name).is_some());
        self.keys = Keyboard::open(patience, bell).map(Box::new).ok();
        if self.keys.is_none() {
            let _ = self.events.send(LoopEvent::Closed);
        }
        Ok(())
    }

    /// No other event than a key is about keys.
    fn noted(&self, event: Option<LoopEvent>) -> Option<LoopEvent> {
        event
    }

    /// The next event; nothing when there was none until a moment. Keys are read now and at no other time.
    pub fn next(&mut self, until: Option<Instant>) -> Option<LoopEvent> {
        loop {
            let event = self.more();
            // What was typed before the system asked for the end is no less typed.
            let asks = event.as_ref().is_some_and(LoopEvent::is_from_system);
            match event {
                Some(event) if !asks || self.keys.is_none() => return Some(event),
                event => self.waiting.extend(event),
            }
            let until = if asks { Some(Instant::now()) } else { until };
            let Some(keys) = &mut self.keys else { return self.next_but_keys(until) };
            let (received, waiting) = (&self.received, &mut self.waiting);
            let mut began = None;
            // Whatever goes on coming keeps nobody from ending, and nothing waiting for long.
            let is_over = || {
                waiting.extend(received.try_iter());
                let began = *began.get_or_insert_with(Instant::now);
                let is_late = |until: Instant| began + LONG_BURST < Instant::now() && until < Instant::now();
                waiting.iter().any(LoopEvent::is_from_system) || until.is_some_and(is_late)
            };
            let wait = until.map(|until| until.saturating_duration_since(Instant::now()));
            // A panic while reading leaves nobody to hear the user: the same as a closed window. Nothing is shared.
            let read = std::panic::AssertUnwindSafe(|| batch::batch(wait, |wait| keys.hear(wait), is_over));
            match std::panic::catch_unwind(read) {
                Ok(Ok(events)) if !events.is_empty() => {
                    return Some(LoopEvent::Came(input::inputs(events, input::BURST)));
                }
                Ok(Ok(_)) => {}
                Ok(Err(_)) | Err(_) => {
                    self.keys = None;
                    return Some(LoopEvent::Closed);
                }
            }
            if asks || self.waiting.is_empty() && until.is_some_and(|until| until <= Instant::now()) {
                return self.more();
            }
        }
    }
}

#[cfg(not(unix))]
impl Inbox {
    /// Listens to keys from now on, where that was not begun before.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn listen(&mut self) -> io::Result<()> {
        if self.bell.take().is_some() {
            self.keys = Some((reader::start(self.events.clone())?, false));
        }
        Ok(())
    }

    /// The next event; nothing when there was none until a moment. The next keys are read from now on.
    pub fn next(&mut self, until: Option<Instant>) -> Option<LoopEvent> {
        if let Some((permission, came)) = &mut self.keys
            && std::mem::take(came)
        {
            permission.give();
        }
        self.next_but_keys(until)
    }

    /// Knows that keys came, so that the next ones are read when somebody asks for them.
    fn noted(&mut self, event: Option<LoopEvent>) -> Option<LoopEvent> {
        if let (Some((_, came)), Some(LoopEvent::Came(_))) = (&mut self.keys, &event) {
            *came = true;
        }
        event
    }
}
