//! The terminal without echo while what is typed is nobody's business, also when the system ends the program.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// No echo until this is dropped.
#[derive(Debug)]
pub struct Quiet {
    #[cfg(unix)]
    _terminal: Option<unix::Terminal>,
}

impl Quiet {
    /// Puts the echo off for secrets that are read key by key: what is typed between two questions, while a key is derived, is
    /// kept for the next one. `dies` says whether a signal ends the program by itself once the questions are over.
    pub fn key_by_key(dies: &Arc<AtomicBool>) -> Self {
        #[cfg(not(unix))]
        let _ = dies;
        Self {
            #[cfg(unix)]
            _terminal: unix::Terminal::quiet(dies.clone(), false),
        }
    }

    /// Puts the echo off for whole lines, which the terminal lets somebody correct unseen; nothing where that cannot be done.
    #[cfg(unix)]
    pub fn line_by_line(dies: &Arc<AtomicBool>) -> Option<Self> {
        unix::Terminal::quiet(dies.clone(), true).map(|terminal| Self { _terminal: Some(terminal) })
    }

    /// Nothing: here the echo of whole lines cannot be put off.
    #[cfg(not(unix))]
    pub const fn line_by_line(_dies: &Arc<AtomicBool>) -> Option<Self> {
        None
    }
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::{Handle, Signals};
    use signal_hook::{flag, low_level};

    const ENDING: [i32; 3] = [SIGTERM, SIGINT, SIGHUP];

    /// The terminal as it was.
    #[derive(Debug)]
    pub struct Terminal {
        before: Termios,
        signals: Option<Handle>,
        dies: Arc<AtomicBool>,
        /// Whether a signal ended the program by itself before.
        died: bool,
    }

    impl Terminal {
        /// `None` where there is no terminal.
        pub fn quiet(dies: Arc<AtomicBool>, by_line: bool) -> Option<Self> {
            let before = tcgetattr(io::stdin()).ok()?;
            // First somebody who puts it back.
            let signals = wait(before.clone()).ok();
            let mut quiet = before.clone();
            quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL);
            if !by_line {
                quiet.local_modes.remove(LocalModes::ICANON);
            }
            // Then nobody else who would end the program with the echo off.
            let died = signals.is_some() && dies.swap(false, Ordering::Relaxed);
            let terminal = Self { before, signals, dies, died };
            tcsetattr(io::stdin(), OptionalActions::Now, &quiet).ok()?;
            Some(terminal)
        }
    }

    /// Puts the terminal back when the system ends the program.
    fn wait(before: Termios) -> io::Result<Handle> {
        let mut signals = Signals::new(ENDING)?;
        let handle = signals.handle();
        std::thread::Builder::new().name("echo".to_owned()).spawn(move || {
            for signal in signals.forever() {
                let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
                let _ = low_level::emulate_default_handler(signal);
            }
        })?;
        Ok(handle)
    }

    impl Drop for Terminal {
        fn drop(&mut self) {
            let _ = tcsetattr(io::stdin(), OptionalActions::Drain, &self.before);
            if let Some(signals) = &self.signals {
                signals.close();
                self.dies.store(self.died, Ordering::Relaxed);
                for signal in ENDING {
                    // Once caught, a signal does nothing any more by itself.
                    let _ = flag::register_conditional_default(signal, self.dies.clone());
                }
            }
        }
    }
}
