//! The terminal as it is read: its bytes, and the signal that the window has another size.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{SpecialCodeIndex, tcgetattr};
use signal_hook::consts::SIGWINCH;

use super::{Event, Parser};

/// The most bytes of one read.
const READ: usize = 64 * 1024;

/// The keys of the terminal.
#[derive(Debug)]
pub struct Keyboard {
    /// The terminal itself, where the standard input is another thing.
    tty: Option<File>,
    /// Readable when the window has another size.
    sizes: Option<UnixStream>,
    parser: Parser,
    begun: Instant,
    bytes: Vec<u8>,
}

impl Keyboard {
    /// The keys of the terminal and the sizes of its window, with Esc a key after `patience`.
    ///
    /// # Errors
    ///
    /// When there is no terminal.
    pub fn open(patience: Duration) -> io::Result<Self> {
        let (sizes, signal) = UnixStream::pair()?;
        signal_hook::low_level::pipe::register(SIGWINCH, signal)?;
        sizes.set_nonblocking(true)?;
        Ok(Self { sizes: Some(sizes), bytes: vec![0; READ], ..Self::of_one_question(patience)? })
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
        Ok(Self { tty, sizes: None, parser, begun: Instant::now(), bytes: vec![0; 1] })
    }

    /// What the terminal tells next; waits for it, but no longer than `wait`.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub fn next(&mut self, wait: Option<Duration>) -> io::Result<Vec<Event>> {
        let mut events = Vec::new();
        let end = wait.map(|wait| self.begun.elapsed() + wait);
        loop {
            let until = [end, self.parser.deadline()].into_iter().flatten().min();
            let (keys, sizes) = self.wait(until)?;
            if sizes {
                self.resized(&mut events);
            }
            if keys {
                self.read(&mut events)?;
            } else {
                self.parser.tick(self.begun.elapsed(), &mut events);
            }
            let late = !keys && end.is_some_and(|end| end <= self.begun.elapsed());
            if !events.is_empty() || late {
                return Ok(events);
            }
        }
    }

    /// Whether keys and sizes are there; waits for them until a moment.
    fn wait(&self, until: Option<Duration>) -> io::Result<(bool, bool)> {
        let stdin = io::stdin();
        let terminal = self.tty.as_ref().map_or_else(|| stdin.as_fd(), AsFd::as_fd);
        // A socket that nobody writes to, where sizes are of no interest, is the terminal itself.
        let sizes = self.sizes.as_ref().map_or(terminal, AsFd::as_fd);
        let mut waited = [terminal, sizes].map(|one| PollFd::from_borrowed_fd(one, PollFlags::IN));
        loop {
            let left = until.map(|until| until.saturating_sub(self.begun.elapsed()));
            let left = left.map(Timespec::try_from).and_then(Result::ok);
            match poll(&mut waited, left.as_ref()) {
                Ok(_) => {
                    let [terminal, sizes] = &waited;
                    // Also when the terminal is gone: reading tells that.
                    let keys = !terminal.revents().is_empty();
                    return Ok((keys, self.sizes.is_some() && !sizes.revents().is_empty()));
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
        if let Some(sizes) = &mut self.sizes {
            while matches!(sizes.read(&mut [0; 64]), Ok(1..)) {}
        }
        if let Ok((width, height)) = crossterm::terminal::size() {
            events.push(Event::Resize(width, height));
        }
    }
}
