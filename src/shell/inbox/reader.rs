//! The thread that reads the console, batch by batch, each with permission: there one cannot wait for keys and something else.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Post;
use super::batch::batch;
use super::input::{BURST, inputs};
use super::loop_event::LoopEvent;
use crate::shell::keyboard::{self, Keyboard};

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
pub fn start(events: Post) -> io::Result<Permission> {
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

fn read_until_closed(events: &Post, permitted: &Receiver<()>) {
    let patience = keyboard::patience(|name| std::env::var_os(name).is_some());
    let Ok(mut keyboard) = Keyboard::open(patience) else {
        let _ = events.send(LoopEvent::Closed);
        return;
    };
    loop {
        let event = match batch(None, |wait| keyboard.hear(wait), || false) {
            Ok(events) => LoopEvent::Came(inputs(events, BURST)),
            Err(_) => LoopEvent::Closed,
        };
        let over = matches!(event, LoopEvent::Closed);
        if events.send(event).is_err() || over || permitted.recv().is_err() {
            return;
        }
    }
}
