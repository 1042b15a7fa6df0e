//! The terminal as it is read: its bytes, and the signal that the window has another size.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{SpecialCodeIndex, tcgetattr};
use signal_hook::consts::SIGWINCH;

use super::{Event, Heard, Parser};

/// The most bytes of one read.
const READ: usize = 64 * 1024;

/// The keys of the terminal.
#[derive(Debug)]
pub struct Keyboard {
    /// The terminal itself, where the standard input is another thing.
    tty: Option<File>,
    /// Readable when the window has another size, and when something else is to be heard.
    others: Option<Others>,
    parser: Parser,
    begun: Instant,
    bytes: Vec<u8>,
}

/// What is waited for beside the keys.
#[derive(Debug)]
struct Others {
    sizes: UnixStream,
    bell: UnixStream,
}

/// What is there to be read.
#[derive(Debug, Default)]
struct Ready {
    keys: bool,
    sizes: bool,
    bell: bool,
}

impl Keyboard {
    /// The keys of the terminal and the sizes of its window, with Esc a key after `patience`, and a bell that wakes whoever waits
    /// for them.
    ///
    /// # Errors
    ///
    /// When there is no terminal.
    pub fn open(patience: Duration, bell: UnixStream) -> io::Result<Self> {
        let (sizes, signal) = UnixStream::pair()?;
        signal_hook::low_level::pipe::register(SIGWINCH, signal)?;
        sizes.set_nonblocking(true)?;
        let others = Some(Others { sizes, bell });
        Ok(Self { others, bytes: vec![0; READ], ..Self::of_one_question(patience)? })
    }

    /// The keys of the terminal, one byte at a time: what was typed beyond the answer stays for whoever reads next.
    ///
    /// # Errors
    ///
    /// When there is no terminal.
    pub fn of_one_question(patience: Duration) -> io::Result<Self> {
        let tty = if io::stdin().is_terminal() { None } else { Some(File::open("/dev/tty")?) };
        let erase = match &tty {
            Some(tty) => tcgetattr(tty),
            None => tcgetattr(io::stdin()),
        };
        let erase = erase.map_or(0, |line| line.special_codes[SpecialCodeIndex::VERASE]);
        let parser = Parser::new(patience).erasing_with(erase);
        Ok(Self { tty, others: None, parser, begun: Instant::now(), bytes: vec![0; 1] })
    }

    /// What the terminal tells next; waits for it, but no longer than `wait`.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub fn next(&mut self, wait: Option<Duration>) -> io::Result<Vec<Event>> {
        match self.hear(wait)? {
            Heard::Told(events) => Ok(events),
            Heard::Rung | Heard::Nothing => Ok(Vec::new()),
        }
    }

    /// What the terminal tells next, that the bell rang, or that nothing came within `wait`.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub fn hear(&mut self, wait: Option<Duration>) -> io::Result<Heard> {
        let mut events = Vec::new();
        let end = wait.map(|wait| self.begun.elapsed() + wait);
        loop {
            let until = [end, self.parser.deadline()].into_iter().flatten().min();
            let ready = self.wait(until)?;
            if ready.sizes {
                self.resized(&mut events);
            }
            if ready.keys {
                self.read(&mut events)?;
            } else {
                self.parser.tick(self.begun.elapsed(), &mut events);
            }
            if !events.is_empty() {
                // The bell rings on.
                return Ok(Heard::Told(events));
            }
            if ready.bell {
                self.others.iter_mut().for_each(|others| drain(&mut others.bell));
                return Ok(Heard::Rung);
            }
            if !ready.keys && end.is_some_and(|end| end <= self.begun.elapsed()) {
                return Ok(Heard::Nothing);
            }
        }
    }

    /// What is there; waits for it until a moment.
    fn wait(&self, until: Option<Duration>) -> io::Result<Ready> {
        let stdin = io::stdin();
        let terminal = self.tty.as_ref().map_or_else(|| stdin.as_fd(), AsFd::as_fd);
        // What nobody asked for is the terminal itself.
        let sizes = self.others.as_ref().map_or(terminal, |others| others.sizes.as_fd());
        let bell = self.others.as_ref().map_or(terminal, |others| others.bell.as_fd());
        let mut waited = [terminal, sizes, bell].map(|one| PollFd::from_borrowed_fd(one, PollFlags::IN));
        loop {
            let left = until.map(|until| until.saturating_sub(self.begun.elapsed()));
            let left = left.map(Timespec::try_from).and_then(Result::ok);
            match poll(&mut waited, left.as_ref()) {
                Ok(_) => {
                    // Also when the terminal is gone: reading tells that.
                    let [keys, sizes, bell] = waited.each_ref().map(|one| !one.revents().is_empty());
                    let has_others = self.others.is_some();
                    return Ok(Ready { keys, sizes: has_others && sizes, bell: has_others && bell });
                }
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn read(&mut self, events: &mut Vec<Event>) -> io::Result<()> {
        let stdin = io::stdin();
        let terminal = self.tty.as_ref().map_or_else(|| stdin.as_fd(), AsFd::as_fd);
        match rustix::io::read(terminal, &mut self.bytes) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                let bytes = self.bytes.get(..count).unwrap_or_default();
                self.parser.feed(bytes, self.begun.elapsed(), events);
                // It may have been a passphrase.
                self.bytes.iter_mut().take(count).for_each(|byte| *byte = 0);
                Ok(())
            }
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn resized(&mut self, events: &mut Vec<Event>) {
        self.others.iter_mut().for_each(|others| drain(&mut others.sizes));
        if let Ok((width, height)) = crossterm::terminal::size() {
            events.push(Event::Resize(width, height));
        }
    }
}

/// Takes everything out that rang.
fn drain(bell: &mut UnixStream) {
    while matches!(bell.read(&mut [0; 64]), Ok(1..)) {}
}
