//! Handing the process over to a program that knows nothing but the envelope.
#![cfg_attr(
    not(unix),
    allow(dead_code, reason = "nothing is handed over where a process cannot become another")
)]

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
        let before = handed_before();
        let is_new = before.is_none();
        let mut file = before.map_or_else(file_in_memory, Ok)?;
        envelope.write(&mut file)?;
        if is_new {
            rustix::io::fcntl_setfd(&file, rustix::io::FdFlags::empty())?;
        }
        let mut arguments = std::env::args_os();
        let mut command = Command::new(program()?);
        if let Some(name) = arguments.next() {
            command.arg0(name);
        }
        let number = number_before().filter(|_| !is_new).unwrap_or_else(|| file.as_raw_fd().to_string());
        command.arg(SWITCH).arg(number);
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
    // The terminal stays as it is: what is typed now shows nowhere, and no key ends the program.
    command.exec()
}

/// Elsewhere a process cannot become another.
#[cfg(not(unix))]
pub fn succeed(_envelope: &Envelope) -> io::Error {
    io::ErrorKind::Unsupported.into()
}

/// The descriptor that this program itself was handed, which goes along to every successor.
#[cfg(unix)]
fn number_before() -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != SWITCH);
    arguments.nth(1).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The file behind it, empty, so that not every lock leaves one behind.
#[cfg(unix)]
fn handed_before() -> Option<std::fs::File> {
    let file = open_handed(&number_before()?).ok()?;
    file.set_len(0).ok().map(|()| file)
}

#[cfg(unix)]
fn open_handed(number: &str) -> io::Result<std::fs::File> {
    let path = format!("/dev/fd/{number}");
    // A terminal or a pipe is nothing that was handed over.
    if !std::fs::metadata(&path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    std::fs::OpenOptions::new().read(true).write(true).open(path)
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
    /// Whether something was handed over at this descriptor.
    pub fn is_handed(descriptor: u32) -> bool {
        std::fs::metadata(format!("/dev/fd/{descriptor}")).is_ok_and(|handed| handed.is_file())
    }

    /// Takes the envelope from the descriptor that the program was told, and empties it.
    ///
    /// # Errors
    ///
    /// When nobody handed one over there.
    #[cfg(unix)]
    pub fn take(descriptor: u32) -> io::Result<Self> {
        let file = open_handed(&descriptor.to_string())?;
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
