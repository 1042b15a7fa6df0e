//! Signals of the system: the program is asked to end, and ends with everything saved.

use std::io;
use std::sync::mpsc::Sender;

use super::happening::Happening;

/// Starts the thread that waits for signals: the end of a session, of the terminal, of the program.
///
/// # Errors
///
/// When the system does not let them be caught.
#[cfg(unix)]
pub fn start(happenings: Sender<Happening>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};

    // Caught and forgotten, a limit on the size of files makes a save fail like a full disk; else it ends the program.
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGXFSZ])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever().filter(|signal| *signal != SIGXFSZ) {
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
