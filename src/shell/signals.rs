//! Signals of the system: the program is asked to end, and ends with everything saved.

use std::io;
use std::sync::mpsc::Sender;

use super::happening::Happening;

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
pub fn start(happenings: Sender<Happening>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            // After a hang-up there is no terminal to draw on.
            let happening = if signal == SIGHUP { Happening::Closed } else { Happening::Terminate };
            if happenings.send(happening).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Asks the system to tell when the window, the session or the computer is closed.
///
/// # Errors
///
/// When the system does not tell it.
#[cfg(windows)]
pub fn start(happenings: Sender<Happening>) -> io::Result<()> {
    let told = ctrlc::set_handler(move || {
        // The loop is over, and so is the program.
        let _ = happenings.send(Happening::Terminate);
    });
    told.map_err(io::Error::other)
}
