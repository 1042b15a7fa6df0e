//! Keys, pastes and sizes as they come from the terminal, in batches; the pure part is tested without one.
//!
//! Not every terminal says that a text was pasted: on Windows it never does, and then a pasted text is a quick row of
//! keys in which every line end looks like Enter. So a row of typed keys that arrives in one batch becomes one text when
//! it is longer than hands can be: the program reads a batch within milliseconds, and nobody types [`BURST`] keys in
//! that time. Inside such a text Enter and Tab are characters and never act.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crossterm::event::{Event, KeyCode as Pressed, KeyEvent, KeyEventKind, KeyModifiers};

use super::happening::Happening;
use crate::app::Size;
use crate::app::keymap::{Key, KeyCode};

/// So many typed keys in one batch were not typed by hand.
///
/// On Windows, where no paste is ever announced, three: two keys at once happen in quick typing. Elsewhere pastes are
/// announced by nearly every terminal, and a slow connection delivers the last second of typing in one piece, so that the
/// line is drawn where typing ends.
pub const BURST: usize = if cfg!(windows) { 3 } else { 16 };

/// How long to wait for the rest of a burst, so that one paste is one text.
const REST_OF_BURST: Duration = Duration::from_millis(15);

/// The most events in one batch; what comes after it is the next batch.
const BATCH: usize = 65_536;

/// The largest window that is drawn; terminals tell sizes, and may tell anything.
const LARGEST: Size = Size::new(1000, 500);

/// One thing that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A text that arrived at once.
    Text(Box<str>),
    /// The window has another size.
    Resize(Size),
    /// The window is looked at again.
    FocusGained,
}

/// Makes inputs of one batch of events; `burst` typed keys in a row become one text.
pub fn inputs(events: Vec<Event>, burst: usize) -> Vec<Input> {
    let mut gathered = Gathered { burst, inputs: Vec::with_capacity(events.len()), row: Vec::new() };
    for event in events {
        match event {
            Event::Key(event) => gathered.key(event),
            Event::Paste(text) if !text.is_empty() => gathered.put(Input::Text(text.into())),
            Event::Resize(width, height) => gathered.put(Input::Resize(size(width, height))),
            Event::FocusGained => gathered.put(Input::FocusGained),
            Event::Paste(_) | Event::FocusLost | Event::Mouse(_) => {}
        }
    }
    gathered.end_row();
    gathered.inputs
}

/// The size of a window as far as it is drawn.
pub fn size(width: u16, height: u16) -> Size {
    Size::new(width.min(LARGEST.width), height.min(LARGEST.height))
}

/// Inputs so far, and the row of typed keys at their end.
struct Gathered {
    burst: usize,
    inputs: Vec<Input>,
    row: Vec<(Key, char)>,
}

impl Gathered {
    fn key(&mut self, event: KeyEvent) {
        let Some(key) = key(event) else { return };
        match written(key) {
            Some(character) => self.row.push((key, character)),
            None => self.put(Input::Key(key)),
        }
    }

    fn put(&mut self, input: Input) {
        self.end_row();
        // Only the last of several sizes is one to draw.
        if let (Input::Resize(_), Some(last @ Input::Resize(_))) = (&input, self.inputs.last_mut()) {
            *last = input;
        } else {
            self.inputs.push(input);
        }
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        // A held Enter or Tab is no text.
        let has_text = row.iter().any(|(_, character)| !character.is_control());
        if row.len() >= self.burst && has_text {
            let text: String = row.into_iter().map(|(_, character)| character).collect();
            self.inputs.push(Input::Text(text.into()));
        } else {
            self.inputs.extend(row.into_iter().map(|(key, _)| Input::Key(key)));
        }
    }
}

/// The character that a key stands for in a text.
fn written(key: Key) -> Option<char> {
    match key {
        _ if key == Key::plain(KeyCode::Enter) => Some('\n'),
        _ if key == Key::plain(KeyCode::Tab) => Some('\t'),
        key => key.typed(),
    }
}

/// The key of the program's table that was pressed; `None` for one that it does not know, and for letting a key go.
pub fn key(event: KeyEvent) -> Option<Key> {
    let has = |modifier| event.modifiers.contains(modifier);
    if event.kind == KeyEventKind::Release || has(KeyModifiers::SUPER) || has(KeyModifiers::META) {
        return None;
    }
    let code = match event.code {
        Pressed::Char(character) => KeyCode::Char(character),
        Pressed::Enter => KeyCode::Enter,
        Pressed::Esc => KeyCode::Esc,
        Pressed::Tab | Pressed::BackTab => KeyCode::Tab,
        Pressed::Backspace => KeyCode::Backspace,
        Pressed::Delete => KeyCode::Delete,
        Pressed::Left => KeyCode::Left,
        Pressed::Right => KeyCode::Right,
        Pressed::Up => KeyCode::Up,
        Pressed::Down => KeyCode::Down,
        Pressed::Home => KeyCode::Home,
        Pressed::End => KeyCode::End,
        Pressed::PageUp => KeyCode::PageUp,
        Pressed::PageDown => KeyCode::PageDown,
        Pressed::F(number) => KeyCode::F(number),
        _ => return None,
    };
    let shift = has(KeyModifiers::SHIFT) || event.code == Pressed::BackTab;
    Some(settled(Key { code, shift, control: has(KeyModifiers::CONTROL), alt: has(KeyModifiers::ALT) }))
}

/// The same key in the one form that the table knows.
fn settled(key: Key) -> Key {
    let KeyCode::Char(character) = key.code else { return key };
    match character {
        // What older terminals send for Ctrl+Backspace.
        'h' | 'H' if key.control && !key.alt => Key::control(KeyCode::Backspace),
        // A bare line feed: a pasted line end, or Ctrl+Enter in some terminals.
        'j' | 'J' if key.control && !key.alt => Key::plain(KeyCode::Enter),
        '\n' | '\r' => Key::plain(KeyCode::Enter),
        '\t' => Key::plain(KeyCode::Tab),
        // A letter with Ctrl is a command, whatever Shift and Caps Lock made of it.
        _ if key.control && !key.alt => Key::control(KeyCode::Char(character.to_ascii_lowercase())),
        // Shift is in the letter itself.
        _ => Key { shift: false, ..key },
    }
}

/// Reads one event and whatever is there beside it; of a burst also what follows soon.
fn batch(
    mut read: impl FnMut() -> io::Result<Event>,
    mut is_more: impl FnMut(Duration) -> io::Result<bool>,
) -> io::Result<Vec<Event>> {
    let mut events = vec![read()?];
    let wait = |count: usize| if count >= BURST { REST_OF_BURST } else { Duration::ZERO };
    while events.len() < BATCH && is_more(wait(events.len()))? {
        events.push(read()?);
    }
    Ok(events)
}

/// Permission to read the next batch; without it the thread leaves the terminal to others.
#[derive(Debug)]
pub struct Permission(Sender<()>);

impl Permission {
    /// Lets the thread read the next batch.
    pub fn give(&self) {
        // The thread is gone after the terminal was closed, and that was told.
        let _ = self.0.send(());
    }
}

/// Starts the thread that reads the terminal; after each batch it waits for permission.
///
/// # Errors
///
/// When the system gives no thread.
pub fn start(happenings: Sender<Happening>) -> io::Result<Permission> {
    let (give, permitted) = channel();
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            // A panic while reading leaves nobody to hear the user: the same as a closed window. Nothing is shared.
            if catch_unwind(AssertUnwindSafe(|| read_until_closed(&happenings, &permitted))).is_err() {
                let _ = happenings.send(Happening::Closed);
            }
        })
        .map(|_| Permission(give))
}

fn read_until_closed(happenings: &Sender<Happening>, permitted: &Receiver<()>) {
    loop {
        let happening = match batch(crossterm::event::read, crossterm::event::poll) {
            Ok(events) => Happening::Came(inputs(events, BURST)),
            Err(_) => Happening::Closed,
        };
        let over = matches!(happening, Happening::Closed);
        if happenings.send(happening).is_err() || over || permitted.recv().is_err() {
            return;
        }
    }
}

#[cfg(test)]
#[path = "tests/input.rs"]
mod tests;
