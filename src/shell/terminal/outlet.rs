//! What goes to the terminal, written by a thread of its own: a terminal that takes nothing holds nobody up.
//!
//! What the terminal takes at once is written at once, where that can be asked; the thread is for what it does not take.
//!
//! There is at most one frame on its way. While it is, no other is made; the next one is that of the moment at which the
//! terminal takes bytes again, so a window that was frozen costs frames and never notes.

use std::fs::File;
#[cfg(target_os = "linux")]
use std::io::IsTerminal;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::shell::inbox::{LoopEvent, Post};

/// Where a terminal's bytes go.
pub trait Sink: Write {
    /// Whether earlier bytes are still on their way.
    fn is_busy(&self) -> bool {
        false
    }

    /// Asks to be told as [`LoopEvent::Taken`] when the bytes that are on their way were taken.
    fn tell_when_taken(&self) {}

    /// Waits until everything was taken, but no longer than `patience`; says whether it was.
    fn settle(&self, patience: Duration) -> bool {
        let _ = patience;
        true
    }
}

/// The standard output behind a thread of its own.
#[derive(Debug)]
pub struct Outlet {
    shared: Arc<Shared>,
    /// The same terminal, opened by itself so that writing to it never waits; that would hold for others as well otherwise.
    at_once: Option<File>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: Vec<u8>,
    writing: bool,
    tell: bool,
    failed: Option<io::ErrorKind>,
    over: bool,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Outlet {
    /// Starts the thread; that bytes were taken, or that the terminal is gone, is told to `events`.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn start(events: Post) -> io::Result<Self> {
        let shared = Arc::new(Shared { state: Mutex::default(), changed: Condvar::new() });
        let own = Arc::clone(&shared);
        std::thread::Builder::new().name("terminal".to_owned()).spawn(move || write_all(&own, &events))?;
        Ok(Self { shared, at_once: never_waiting() })
    }

    /// Writes what the terminal takes now, and tells how much that was; what is wrong with it the thread finds.
    fn write_at_once(&mut self, bytes: &[u8]) -> usize {
        self.at_once.as_mut().and_then(|terminal| terminal.write(bytes).ok()).unwrap_or(0)
    }
}

/// The terminal of the standard output once more; nothing where that cannot be opened.
#[cfg(target_os = "linux")]
fn never_waiting() -> Option<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = libc::O_NONBLOCK | libc::O_NOCTTY;
    let is_terminal = io::stdout().is_terminal();
    let open = || File::options().write(true).custom_flags(flags).open("/proc/self/fd/1").ok();
    is_terminal.then(open).flatten()
}

/// Elsewhere the name of an open file gives the same file, which others wait for.
#[cfg(not(target_os = "linux"))]
fn never_waiting() -> Option<File> {
    None
}

/// Writes what is waiting until the outlet is dropped.
fn write_all(shared: &Shared, events: &Post) {
    let mut bytes = Vec::new();
    loop {
        let mut state = shared.state();
        while state.waiting.is_empty() {
            if state.over {
                return;
            }
            state = shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        std::mem::swap(&mut bytes, &mut state.waiting);
        state.writing = true;
        drop(state);
        // The buffered handle of the standard output would keep what it could not write, and its lock.
        let written = put(&bytes);
        bytes.clear();
        let mut state = shared.state();
        state.writing = false;
        let tell = state.waiting.is_empty() && std::mem::take(&mut state.tell);
        if let Err(error) = written {
            state.failed.get_or_insert(error.kind());
            state.waiting.clear();
        }
        let failed = state.failed.is_some();
        drop(state);
        shared.changed.notify_all();
        // Whoever listened may have gone before the terminal did.
        if failed {
            let _ = events.send(LoopEvent::Closed);
            return;
        }
        if tell {
            let _ = events.send(LoopEvent::Taken);
        }
    }
}

#[cfg(unix)]
fn put(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn put(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush())
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let state = self.shared.state();
        if let Some(kind) = state.failed {
            return Err(kind.into());
        }
        // Only behind what is on its way already; this is the only place where that begins.
        let is_free = !state.writing && state.waiting.is_empty();
        drop(state);
        let taken = if is_free { self.write_at_once(bytes) } else { 0 };
        let rest = bytes.get(taken..).unwrap_or_default();
        if rest.is_empty() {
            return Ok(bytes.len());
        }
        self.shared.state().waiting.extend_from_slice(rest);
        self.shared.changed.notify_all();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for Outlet {
    fn is_busy(&self) -> bool {
        let state = self.shared.state();
        state.writing || !state.waiting.is_empty()
    }

    fn tell_when_taken(&self) {
        self.shared.state().tell = true;
    }

    fn settle(&self, patience: Duration) -> bool {
        let end = Instant::now() + patience;
        let mut state = self.shared.state();
        loop {
            if state.failed.is_some() || (!state.writing && state.waiting.is_empty()) {
                return true;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            state = self
                .shared
                .changed
                .wait_timeout(state, left)
                .map_or_else(|poisoned| poisoned.into_inner().0, |(state, _)| state);
        }
    }
}

impl Drop for Outlet {
    fn drop(&mut self) {
        self.shared.state().over = true;
        self.shared.changed.notify_all();
    }
}

/// Lets nothing that is still said hold the end of the program up, on a terminal that takes nothing.
#[cfg(unix)]
pub fn fall_silent() {
    if let Ok(nothing) = std::fs::OpenOptions::new().write(true).open("/dev/null") {
        // Where even this fails there is nothing left to try.
        let _ = rustix::stdio::dup2_stdout(&nothing);
        let _ = rustix::stdio::dup2_stderr(&nothing);
    }
}

/// Other systems end a program whatever its terminal takes.
#[cfg(not(unix))]
pub fn fall_silent() {}
