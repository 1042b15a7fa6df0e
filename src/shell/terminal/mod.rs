//! The terminal while the program has it: taken over at the start, given back whatever happens.
//!
//! Every frame is gathered in memory and goes out in one write, between the marks that tell the terminal to show it at
//! once. What differs and how it is written is worked out in [`cells`].

pub(super) mod cells;
pub(super) mod colours;
pub(super) mod line;
mod outlet;
pub(super) mod quiet;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::queue;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    SetTitle, disable_raw_mode, enable_raw_mode,
};

use crate::app::{Layout, Size};
use crate::shell::inbox::{Post, input};
use crate::shell::letters;
use crate::view::Theme;
use cells::Picture;
use colours::Colours;
use line::Line;
use outlet::{Outlet, Sink};

/// How long a terminal may take over the last bytes before it is left as it is.
const FAREWELL: Duration = Duration::from_millis(500);

/// How long a frame may take before the work goes on without it: a terminal that is well takes it at once.
const PROMPT: Duration = Duration::from_millis(50);

/// The title of the window: never anything about a patient, because titles show in lists and on shared screens.
const TITLE: &str = "Pallium";

/// The size of a window that does not tell it.
const USUAL: Size = Size::new(80, 24);

/// Asks the terminal to remember its title, and to take it back; those that do not know this ignore it.
const KEEP_TITLE: &[u8] = if cfg!(unix) { b"\x1b[22;0t" } else { b"" };
const OWN_TITLE: &[u8] = if cfg!(unix) { b"\x1b[23;0t" } else { b"" };

/// What another program, or bytes that are no text, may have left a terminal with, put right; each does nothing to a terminal
/// that does not know it. One command for all of that (DECSTR) is not sent: on some terminals it leaves the screen of the
/// program and ends what tells of the focus, and older consoles write its last letter.
const PUT_RIGHT: [&[u8]; 10] = [
    // A title or another string without an end.
    b"\x1b\\",
    // Letters that draw lines.
    b"\x1b(B\x0f",
    // A keyboard that is locked, letters that push others aside, Enter as two keys.
    b"\x1b[2l",
    b"\x1b[4l",
    b"\x1b[20l",
    // Light for dark, an origin that is not the corner, margins.
    b"\x1b[?5l",
    b"\x1b[?6l",
    b"\x1b[?69l",
    b"\x1b[r",
    // The mouse, which then marks no text.
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l",
];

/// Letters as UTF-8, where they are that.
const IN_UTF8: &[u8] = b"\x1b%G";

/// A terminal that this program has taken over; dropping it gives it back.
#[derive(Debug)]
pub struct Terminal<W: Sink = Outlet> {
    out: W,
    raw: bool,
    /// Whether another program has the terminal for now.
    lent: bool,
    /// Whether it was taken over by the program before this one, which had it keep its title.
    succeeds: bool,
    /// How it handled lines before.
    before: Option<Line>,
    /// How it handles lines for the program.
    own: Option<Line>,
    picture: Box<Picture>,
    /// Whether others may have written on it, and changed how it takes what follows.
    disturbed: bool,
    bytes: Vec<u8>,
}

/// Whether the terminal of this process can do nothing but show lines, or does not say what it is.
pub fn is_simple() -> bool {
    cfg!(unix) && colours::shows_only_lines(std::env::var("TERM").ok().as_deref())
}

/// Whether the terminal of this process has a screen and no colours on it.
pub fn has_no_colours() -> bool {
    !is_simple() && colours() == Colours::None
}

/// The colours of this terminal.
fn colours() -> Colours {
    Colours::of(|name| std::env::var(name).ok())
}

/// The size of the window.
pub fn size() -> Size {
    match crossterm::terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => input::size(width, height),
        _ => USUAL,
    }
}

impl Terminal {
    /// Takes over the terminal of the standard output.
    ///
    /// # Errors
    ///
    /// When there is no terminal or it does not let itself be taken over.
    pub fn enter(events: Post) -> io::Result<Self> {
        let mut terminal = Self::on(Outlet::start(events)?, colours());
        terminal.before = Line::now();
        enable_raw_mode()?;
        terminal.raw = true;
        terminal.own = Line::now();
        terminal.take_over()?;
        terminal.settle();
        Ok(terminal)
    }

    /// Takes over the terminal from the program that this one succeeds in the same process, and that found it like `before`.
    ///
    /// # Errors
    ///
    /// When there is no terminal any more.
    pub fn resume(before: Option<Line>, events: Post) -> io::Result<Self> {
        let mut terminal = Self::on(Outlet::start(events)?, colours());
        terminal.before = before;
        // So that it is given back like that; signals are heard by now, and nothing is shown in between.
        before.into_iter().for_each(Line::put);
        enable_raw_mode()?;
        terminal.raw = true;
        terminal.own = Line::now();
        terminal.succeeds = true;
        terminal.take_over()?;
        terminal.settle();
        Ok(terminal)
    }

    /// How the terminal handled lines before it was taken over.
    pub fn before(&self) -> Option<Line> {
        self.before
    }

    /// Lends the terminal to another program, as it was before this one took it over.
    pub fn lend(&mut self) {
        self.give_back();
        self.lent = true;
    }

    /// Takes the terminal over again; the next frame is drawn whole.
    ///
    /// # Errors
    ///
    /// When there is no terminal any more.
    pub fn take_back(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        self.own = Line::now();
        self.lent = false;
        self.forget();
        self.take_over()?;
        self.settle();
        Ok(())
    }

    /// Has the terminal tell every key again, and nothing else write what is typed, where another program changed that;
    /// then everything is drawn anew. Says whether it had to be done.
    pub fn put_right(&mut self) -> bool {
        let Some(own) = self.own.filter(|_| !self.lent && Line::now().is_some_and(Line::is_for_lines)) else {
            return false;
        };
        own.put_key_by_key();
        self.forget();
        true
    }

    /// Goes on after the whole program was stopped: whoever had the terminal meanwhile may have done anything with it.
    ///
    /// # Errors
    ///
    /// When there is no terminal any more.
    pub fn go_on(&mut self) -> io::Result<()> {
        if !self.lent {
            // As it was left, the title among that.
            self.succeeds = true;
            disable_raw_mode()?;
        }
        self.take_back()
    }
}

impl<W: Sink> Terminal<W> {
    fn on(out: W, colours: Colours) -> Self {
        Self {
            out,
            raw: false,
            lent: false,
            succeeds: false,
            before: None,
            own: None,
            picture: Box::new(Picture::new(colours)),
            disturbed: false,
            bytes: Vec::new(),
        }
    }

    fn take_over(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.succeeds) {
            self.bytes.extend_from_slice(KEEP_TITLE);
        }
        // Lines that are too long are clipped, not wrapped: a size may be old for the length of one frame.
        queue!(
            self.bytes,
            EnterAlternateScreen,
            SetTitle(TITLE),
            EnableBracketedPaste,
            EnableFocusChange,
            DisableLineWrap,
            Hide
        )?;
        self.send()
    }

    fn give_back(&mut self) {
        self.bytes.clear();
        // There is nobody to tell of a fault any more, and a terminal that is gone needs nothing back.
        let _ = queue!(
            self.bytes,
            EndSynchronizedUpdate,
            EnableLineWrap,
            DisableFocusChange,
            DisableBracketedPaste,
            Show,
            LeaveAlternateScreen
        );
        self.bytes.extend_from_slice(OWN_TITLE);
        let _ = self.send();
        if !self.out.settle(FAREWELL) {
            outlet::fall_silent();
        }
        if self.raw {
            let _ = disable_raw_mode();
        }
    }

    /// Waits until the terminal took what it was sent, but no longer than a moment.
    pub fn settle(&self) {
        self.out.settle(FAREWELL);
    }

    /// Everything is drawn anew the next time: others may have written on the terminal.
    pub fn forget(&mut self) {
        self.picture.forget();
        self.disturbed = true;
    }

    /// Shows `layout`; writes what differs from what is shown, and nothing when nothing does. While an earlier frame is on
    /// its way nothing is written, and [`LoopEvent::Taken`](crate::shell::inbox::LoopEvent::Taken) tells when to try again.
    ///
    /// # Errors
    ///
    /// When the terminal takes no more, because it is gone.
    pub fn draw(&mut self, layout: Arc<Layout>, theme: Theme) -> io::Result<()> {
        if self.lent || self.is_held_up() {
            return Ok(());
        }
        if std::mem::take(&mut self.disturbed) {
            PUT_RIGHT.iter().for_each(|bytes| self.bytes.extend_from_slice(bytes));
            if cfg!(unix) && !letters::are_only_ascii() {
                self.bytes.extend_from_slice(IN_UTF8);
            }
            queue!(self.bytes, EnterAlternateScreen, EnableBracketedPaste, DisableLineWrap)?;
        }
        let _before = self.picture.show(layout, theme, &mut self.bytes);
        if self.bytes.is_empty() {
            return Ok(());
        }
        self.send()?;
        // A key that is read now was meant for what is shown now.
        self.out.settle(PROMPT);
        Ok(())
    }

    /// Whether an earlier frame is still on its way; if so, the end of that is told.
    fn is_held_up(&self) -> bool {
        if !self.out.is_busy() {
            return false;
        }
        // Asked for first and looked at again, so that a frame that was taken in between is not waited for.
        self.out.tell_when_taken();
        self.out.is_busy()
    }

    /// Everything gathered, in one write.
    fn send(&mut self) -> io::Result<()> {
        let sent = self.out.write_all(&self.bytes).and_then(|()| self.out.flush());
        self.bytes.clear();
        sent
    }
}

impl<W: Sink> Drop for Terminal<W> {
    fn drop(&mut self) {
        if !self.lent {
            self.give_back();
        }
    }
}

#[cfg(test)]
#[path = "tests/terminal.rs"]
mod tests;
