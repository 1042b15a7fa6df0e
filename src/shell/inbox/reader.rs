//! The thread that reads the terminal, batch by batch, each with permission.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::input::{BURST, inputs};
use super::loop_event::LoopEvent;
use crate::shell::keyboard::{self, Event, Keyboard};

/// How long to wait for the rest of a burst, so that one paste is one text.
const REST_OF_BURST: Duration = Duration::from_millis(15);

/// The most events in one batch; what comes after it is the next batch.
const BATCH: usize = 65_536;

/// Waits for something and takes whatever is there beside it; of a burst also what follows soon.
fn batch(mut next: impl FnMut(Option<Duration>) -> io::Result<Vec<Event>>) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    while events.is_empty() {
        events = next(None)?;
    }
    while events.len() < BATCH {
        let wait = if events.len() >= BURST { REST_OF_BURST } else { Duration::ZERO };
        match next(Some(wait)) {
            Ok(more) if !more.is_empty() => events.extend(more),
            // What came before the end counts; the end is met again.
            Ok(_) | Err(_) => break,
        }
    }
    Ok(events)
}

/// Permission to read the next batch; without it the thread leaves the terminal to others.
#[derive(Debug)]
pub struct Permission(Sender<()>);

impl Permission {
    /// Lets the thread read the next batch.
    pub fn give(&self) {
        // The thread is gone after the terminal was closed, and that was told.
        let _ = self.0.send(());
    }
}

/// Starts the thread that reads the terminal; after each batch it waits for permission.
///
/// # Errors
///
/// When the system gives no thread.
pub fn start(events: Sender<LoopEvent>) -> io::Result<Permission> {
    let (give, permitted) = channel();
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            // A panic while reading leaves nobody to hear the user: the same as a closed window. Nothing is shared.
            if catch_unwind(AssertUnwindSafe(|| read_until_closed(&events, &permitted))).is_err() {
                let _ = events.send(LoopEvent::Closed);
            }
        })
        .map(|_| Permission(give))
}

fn read_until_closed(events: &Sender<LoopEvent>, permitted: &Receiver<()>) {
    let patience = keyboard::patience(|name| std::env::var_os(name).is_some());
    let Ok(mut keyboard) = Keyboard::open(patience) else {
        let _ = events.send(LoopEvent::Closed);
        return;
    };
    loop {
        let event = match batch(|wait| keyboard.next(wait)) {
            Ok(events) => LoopEvent::Came(inputs(events, BURST)),
            Err(_) => LoopEvent::Closed,
        };
        let over = matches!(event, LoopEvent::Closed);
        if events.send(event).is_err() || over || permitted.recv().is_err() {
            return;
        }
    }
}

#[cfg(test)]
#[path = "tests/reader.rs"]
mod tests;
