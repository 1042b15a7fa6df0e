//! How much of what comes from the terminal belongs together.

use std::io;
use std::time::Duration;

use super::input::BURST;
use crate::shell::keyboard::{Event, Heard};

/// How long to wait for the rest of a burst, so that one paste is one text.
const REST_OF_BURST: Duration = Duration::from_millis(15);

/// The most events in one batch; what comes after it is the next batch.
const BATCH: usize = 65_536;

/// Waits for something and takes whatever is there beside it; of a burst also what follows soon, until that `is_over`.
/// Nothing, where nothing came in time or something else rang.
pub(super) fn batch(
    wait: Option<Duration>,
    mut hear: impl FnMut(Option<Duration>) -> io::Result<Heard>,
    mut is_over: impl FnMut() -> bool,
) -> io::Result<Vec<Event>> {
    let Heard::Told(mut events) = hear(wait)? else { return Ok(Vec::new()) };
    while events.len() < BATCH && !is_over() {
        let wait = if events.len() >= BURST { REST_OF_BURST } else { Duration::ZERO };
        match hear(Some(wait)) {
            Ok(Heard::Told(more)) => events.extend(more),
            Ok(Heard::Rung) => {}
            // What came before the end counts; the end is met again.
            Ok(Heard::Nothing) | Err(_) => break,
        }
    }
    Ok(events)
}

#[cfg(test)]
#[path = "tests/batch.rs"]
mod tests;
