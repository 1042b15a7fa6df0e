//! The terminal while the program has it: taken over at the start, given back whatever happens.
//!
//! Every frame is gathered in memory and goes out in one write, between the marks that tell the terminal to show it at
//! once. The library works out which cells differ and how they are written.

use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::queue;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate,
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;

use super::happening::Happening;
use super::input;
use super::line::Line;
use super::outlet::{self, Outlet, Sink};
use crate::app::{Layout, Size};
use crate::view::{self, Theme};

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
    /// What the terminal shows, by cell.
    shown: Buffer,
    /// The frame that is being drawn; kept, so that a frame costs no memory.
    next: Buffer,
    /// Where the terminal shows its cursor.
    cursor: Option<(u16, u16)>,
    bytes: Vec<u8>,
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
    pub fn enter(happenings: Sender<Happening>) -> io::Result<Self> {
        let mut terminal = Self::on(Outlet::start(happenings)?);
        terminal.before = Line::now();
        enable_raw_mode()?;
        terminal.raw = true;
        terminal.take_over()?;
        terminal.settle();
        Ok(terminal)
    }

    /// Takes over the terminal from the program that this one succeeds in the same process, and that found it like `before`.
    ///
    /// # Errors
    ///
    /// When there is no terminal any more.
    pub fn resume(before: Option<Line>, happenings: Sender<Happening>) -> io::Result<Self> {
        let mut terminal = Self::on(Outlet::start(happenings)?);
        terminal.before = before;
        // So that it is given back like that; signals are heard by now, and nothing is shown in between.
        before.into_iter().for_each(Line::put);
        enable_raw_mode()?;
        terminal.raw = true;
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
        self.lent = false;
        (self.shown, self.cursor) = (Buffer::empty(view::area(0, 0)), None);
        self.take_over()?;
        self.settle();
        Ok(())
    }
}

impl<W: Sink> Terminal<W> {
    fn on(out: W) -> Self {
        // The themes decide on colours, the variable NO_COLOR among their reasons; the library's own way of leaving
        // colours out wipes out bold and reverse as well.
        crossterm::style::force_color_output(true);
        let nothing = Buffer::empty(view::area(0, 0));
        Self {
            out,
            raw: false,
            lent: false,
            succeeds: false,
            before: None,
            shown: nothing.clone(),
            next: nothing,
            cursor: None,
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

    /// Shows `layout`; writes what differs from what is shown, and nothing when nothing does. Says whether it is shown: while
    /// an earlier frame is on its way, [`Happening::Taken`] tells when to try again.
    ///
    /// # Errors
    ///
    /// When the terminal takes no more, because it is gone.
    pub fn draw(&mut self, layout: &Layout, theme: &Theme) -> io::Result<bool> {
        if self.is_held_up() {
            return Ok(false);
        }
        let area = view::area(layout.size.width, layout.size.height);
        let resized = self.shown.area != area;
        if resized {
            (self.shown, self.next) = (Buffer::empty(area), Buffer::empty(area));
        }
        view::draw(layout, theme, &mut self.next);
        let changes = self.shown.diff(&self.next);
        if !resized && changes.is_empty() && layout.cursor == self.cursor {
            return Ok(true);
        }
        queue!(self.bytes, BeginSynchronizedUpdate)?;
        if resized {
            queue!(self.bytes, Clear(ClearType::All))?;
        }
        if !changes.is_empty() {
            CrosstermBackend::new(&mut self.bytes).draw(changes.into_iter())?;
        }
        self.place_cursor(layout.cursor)?;
        queue!(self.bytes, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.send()?;
        // A key that is read now was meant for what is shown now.
        self.out.settle(PROMPT);
        Ok(true)
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

    /// Puts the real cursor where text is typed: input methods, magnifiers and dead keys follow it.
    fn place_cursor(&mut self, cursor: Option<(u16, u16)>) -> io::Result<()> {
        if let Some((x, y)) = cursor {
            queue!(self.bytes, MoveTo(x, y))?;
        }
        match (self.cursor, cursor) {
            (None, Some(_)) => queue!(self.bytes, Show)?,
            (Some(_), None) => queue!(self.bytes, Hide)?,
            _ => {}
        }
        self.cursor = cursor;
        Ok(())
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
