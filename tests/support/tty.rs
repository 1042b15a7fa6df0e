//! A terminal device and a process from outside: signals, and bytes that nobody typed.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

/// The signals that a person, a closing window or a stopping machine sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// A request to stop, as at shutdown.
    Terminate,
    /// The terminal is gone.
    HangUp,
    /// Ctrl+C in a terminal that still acts on it.
    Interrupt,
    /// The end, without a chance to save.
    Kill,
}

impl Signal {
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminate => "TERM",
            Self::HangUp => "HUP",
            Self::Interrupt => "INT",
            Self::Kill => "KILL",
        }
    }
}

/// The shell's own `kill`, because the program of that name is not on every machine.
pub fn send_signal(process: u32, signal: Signal) -> bool {
    let line = format!("kill -{} {process}", signal.name());
    Command::new("sh").args(["-c", &line]).output().is_ok_and(|done| done.status.success())
}

/// Writes one byte through the terminal's other end, also where it was frozen, and never waits for it.
pub fn poke(device: &Path) -> std::io::Result<()> {
    let mut tty = open_without_owning(device)?;
    rustix::termios::tcflow(&tty, rustix::termios::Action::OOn)?;
    match tty.write_all(b" ") {
        // It is full, so that the reader has something to read as it is.
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => Ok(()),
        written => written,
    }
}

/// Opens a terminal without becoming the one who gets its signals, and without ever waiting for it.
pub fn open_without_owning(device: &Path) -> std::io::Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::NONBLOCK;
    let flags = i32::try_from(flags.bits()).map_err(std::io::Error::other)?;
    std::fs::File::options().write(true).custom_flags(flags).open(device)
}
