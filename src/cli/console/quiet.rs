//! The terminal without echo from the first question for a secret to the last, also when the system ends the program.
//!
//! Between two questions a key is derived, and what somebody types meanwhile is not shown either.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// No echo until this is dropped.
pub(in crate::cli) struct Quiet {
    #[cfg(unix)]
    _terminal: Option<unix::Terminal>,
}

impl Quiet {
    /// Puts the echo off. `dies` says whether a signal ends the program by itself once the questions are over.
    pub(in crate::cli) fn begin(dies: &Arc<AtomicBool>) -> Self {
        #[cfg(not(unix))]
        let _ = dies;
        Self {
            #[cfg(unix)]
            _terminal: unix::Terminal::quiet(dies.clone()),
        }
    }
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::{Handle, Signals};
    use signal_hook::{flag, low_level};

    const ENDING: [i32; 3] = [SIGTERM, SIGINT, SIGHUP];

    /// The terminal as it was.
    pub(in crate::cli) struct Terminal {
        before: Termios,
        signals: Option<Handle>,
        dies: Arc<AtomicBool>,
    }

    impl Terminal {
        /// `None` where there is no terminal.
        pub(in crate::cli) fn quiet(dies: Arc<AtomicBool>) -> Option<Self> {
            let before = tcgetattr(io::stdin()).ok()?;
            // First somebody who puts it back.
            let signals = wait(before.clone()).ok();
            let mut quiet = before.clone();
            // A line is read key by key; what is typed in between is kept for it.
            quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON);
            let terminal = Self { before, signals, dies };
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
                for signal in ENDING {
                    // Once caught, a signal does nothing any more by itself.
                    let _ = flag::register_conditional_default(signal, self.dies.clone());
                }
            }
        }
    }
}
