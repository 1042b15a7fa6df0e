//! Signals of the system: the program is asked to end, and ends with everything saved.

use std::io;

use super::{LoopEvent, Post};

/// Has a limit on the size of files make writing fail like a full disk, instead of ending the program.
#[cfg(unix)]
pub fn outlive_size_limit() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    // Caught and forgotten; where that fails, the program ends as it would have.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::<AtomicBool>::default());
}

/// Has a limit on the size of files make writing fail; here it does so by itself.
#[cfg(not(unix))]
pub fn outlive_size_limit() {}

/// Starts the thread that waits for signals: the end of a session, of the terminal, of the program.
///
/// # Errors
///
/// When the system does not let them be caught.
#[cfg(unix)]
pub fn start(events: Post) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            // After a hang-up there is no terminal to draw on.
            let event = match signal {
                SIGHUP => LoopEvent::Closed,
                SIGTSTP => LoopEvent::Stopped,
                SIGCONT => LoopEvent::GoesOn,
                _ => LoopEvent::Terminate,
            };
            if events.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Stops the whole program until it is told to go on.
#[cfg(unix)]
pub fn stop() {
    // Where it cannot be stopped it goes on, which is told like going on after a stop.
    let myself = rustix::process::getpid();
    if rustix::process::kill_process(myself, rustix::process::Signal::STOP).is_err() {
        let _ = rustix::process::kill_process(myself, rustix::process::Signal::CONT);
    }
}

/// Other systems stop a program without asking it.
#[cfg(not(unix))]
pub fn stop() {}

/// Asks the system to tell when the window, the session or the computer is closed.
///
/// # Errors
///
/// When the system does not tell it.
#[cfg(windows)]
pub fn start(events: Post) -> io::Result<()> {
    let told = ctrlc::set_handler(move || {
        // The loop is over, and so is the program.
        let _ = events.send(LoopEvent::Terminate);
    });
    told.map_err(io::Error::other)
}
