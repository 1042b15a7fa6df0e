//! Handing the process over to a program that knows nothing but the envelope.

use std::io;

use super::envelope::Envelope;

/// The switch, hidden from help, by which a program is told where its envelope is.
pub const SWITCH: &str = "--locked-fd";

/// Becomes a program with the same arguments that has only `envelope`; comes back only when that is not possible.
///
/// All memory of this program is gone then: the system throws it away and clears it before it gives it to another.
#[cfg(unix)]
pub fn succeed(envelope: &Envelope) -> io::Error {
    use std::os::fd::AsRawFd;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let handed = || -> io::Result<(Command, std::fs::File)> {
        let mut file = file_in_memory()?;
        envelope.write(&mut file)?;
        rustix::io::fcntl_setfd(&file, rustix::io::FdFlags::empty())?;
        let mut arguments = std::env::args_os();
        let mut command = Command::new(program()?);
        if let Some(name) = arguments.next() {
            command.arg0(name);
        }
        command.arg(SWITCH).arg(file.as_raw_fd().to_string());
        // A program that was locked before was told so with the same two words.
        let mut earlier = false;
        for argument in arguments {
            if earlier || argument == SWITCH {
                earlier = !earlier;
            } else {
                command.arg(argument);
            }
        }
        Ok((command, file))
    };
    let (mut command, _file) = match handed() {
        Ok(handed) => handed,
        Err(error) => return error,
    };
    // The successor must find the terminal as it was, to be able to give it back so.
    let was_raw = crossterm::terminal::is_raw_mode_enabled().unwrap_or(false);
    let _ = crossterm::terminal::disable_raw_mode();
    let error = command.exec();
    if was_raw {
        let _ = crossterm::terminal::enable_raw_mode();
    }
    error
}

/// Elsewhere a process cannot become another.
#[cfg(not(unix))]
pub fn succeed(_envelope: &Envelope) -> io::Error {
    io::ErrorKind::Unsupported.into()
}

/// This very program, also when its file was replaced by a newer one meanwhile.
#[cfg(unix)]
fn program() -> io::Result<std::path::PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

/// A file that no disk holds, so that a full one is in nobody's way.
#[cfg(target_os = "linux")]
fn file_in_memory() -> io::Result<std::fs::File> {
    let file = rustix::fs::memfd_create("pallium", rustix::fs::MemfdFlags::CLOEXEC)?;
    Ok(file.into())
}

/// A file without a name, for systems that have none in memory.
#[cfg(all(unix, not(target_os = "linux")))]
fn file_in_memory() -> io::Result<std::fs::File> {
    tempfile::tempfile()
}

impl Envelope {
    /// Takes the envelope from the descriptor that the program was told, and empties it.
    ///
    /// # Errors
    ///
    /// When nobody handed one over there.
    #[cfg(unix)]
    pub fn take(descriptor: u32) -> io::Result<Self> {
        let mut options = std::fs::OpenOptions::new();
        let file = options.read(true).write(true).open(format!("/dev/fd/{descriptor}"))?;
        let envelope = Self::read(&file)?;
        // What was read is not needed a second time; that it stays there does no harm, for it is sealed.
        let _ = file.set_len(0);
        Ok(envelope)
    }

    /// Takes the envelope from the descriptor that the program was told.
    ///
    /// # Errors
    ///
    /// Always: nobody hands one over here.
    #[cfg(not(unix))]
    pub fn take(_descriptor: u32) -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
