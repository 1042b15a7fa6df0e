//! Lines of the standard input, with an eye on the clock: where somebody sits at a terminal, waiting has an end.

use std::io::{self, BufRead};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::shell::terminal::quiet::Quiet;

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A line, with its end.
    Typed(Vec<u8>),
    /// Nothing, for as long as was asked.
    Nothing,
    /// There will be no more.
    End,
}

/// Where lines come from.
pub trait Lines {
    /// The next line; waits no longer than `patience` where one is given.
    ///
    /// # Errors
    ///
    /// When the system gives none.
    fn next_line(&mut self, patience: Option<Duration>) -> io::Result<Line>;

    /// Whether somebody sits there who can be asked for a passphrase.
    fn is_terminal(&self) -> bool {
        false
    }

    /// Whether what is typed can be hidden; what comes from elsewhere is repeated by nobody.
    fn hides(&self) -> bool {
        true
    }

    /// Lets what is typed from now on be shown nowhere, or again as it was.
    fn hide(&mut self, _hidden: bool) {}
}

/// Lines that are simply there: a file, a pipe, a test.
#[derive(Debug)]
pub struct Piped<R>(pub R);

impl<R: BufRead> Lines for Piped<R> {
    fn next_line(&mut self, _patience: Option<Duration>) -> io::Result<Line> {
        read(&mut self.0)
    }
}

/// The lines that somebody types at the terminal of the standard input.
#[derive(Debug)]
pub struct Typed {
    quiet: Option<Quiet>,
    dies: Arc<AtomicBool>,
}

impl Typed {
    /// Lines of a terminal that shows what is typed; `dies` says whether a signal ends the program by itself.
    pub const fn new(dies: Arc<AtomicBool>) -> Self {
        Self { quiet: None, dies }
    }
}

impl Lines for Typed {
    fn next_line(&mut self, patience: Option<Duration>) -> io::Result<Line> {
        // A terminal gives one line at a time, so that none waits in the program's own buffer.
        if let Some(patience) = patience
            && !is_ready(patience)?
        {
            return Ok(Line::Nothing);
        }
        read(&mut io::stdin().lock())
    }

    fn is_terminal(&self) -> bool {
        true
    }

    fn hides(&self) -> bool {
        cfg!(unix)
    }

    fn hide(&mut self, hidden: bool) {
        if !hidden {
            self.quiet = None;
        } else if self.quiet.is_none() {
            self.quiet = Quiet::line_by_line(&self.dies);
        }
    }
}

fn read(input: &mut impl BufRead) -> io::Result<Line> {
    let mut line = Vec::new();
    Ok(if input.read_until(b'\n', &mut line)? == 0 { Line::End } else { Line::Typed(line) })
}

#[cfg(unix)]
fn is_ready(patience: Duration) -> io::Result<bool> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = io::stdin();
    let mut waited = [PollFd::new(&stdin, PollFlags::IN)];
    let time = Timespec { tv_sec: patience.as_secs().try_into().unwrap_or(i64::MAX), tv_nsec: 0 };
    match poll(&mut waited, Some(&time)) {
        Err(rustix::io::Errno::INTR) => Ok(false),
        ready => Ok(ready? > 0),
    }
}

#[cfg(not(unix))]
fn is_ready(_patience: Duration) -> io::Result<bool> {
    Ok(true)
}
