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

use super::happening::Happening;
use super::keyboard::{self, Event, Keyboard};
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
    /// The last Esc was none.
    EscapeWasNone,
    /// The terminal sends letters that are no UTF-8.
    NotUtf8,
}

/// Makes inputs of one batch of events; `burst` typed keys in a row become one text.
pub fn inputs(events: Vec<Event>, burst: usize) -> Vec<Input> {
    let mut gathered =
        Gathered { burst, inputs: Vec::with_capacity(events.len()), row: Vec::new(), notices: Vec::new() };
    for event in events {
        match event {
            Event::Key(key) => gathered.key(key),
            Event::Paste(text) if !text.is_empty() => gathered.put(Input::Text(text.into())),
            Event::Resize(width, height) => gathered.put(Input::Resize(size(width, height))),
            Event::FocusGained => gathered.put(Input::FocusGained),
            Event::EscapeWasNone => gathered.put(Input::EscapeWasNone),
            Event::NotUtf8 => gathered.notices.push(Input::NotUtf8),
            Event::Paste(_) => {}
        }
    }
    gathered.end_row();
    // What is said about them comes behind the letters, which would wipe it out.
    gathered.inputs.append(&mut gathered.notices);
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
    notices: Vec<Input>,
}

impl Gathered {
    fn key(&mut self, key: Key) {
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

/// Waits for something and takes whatever is there beside it; of a burst also what follows soon.
fn batch(mut next: impl FnMut(Option<Duration>) -> io::Result<Vec<Event>>) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    while events.is_empty() {
        events = next(None)?;
    }
    while events.len() < BATCH {
        let wait = if events.len() >= BURST { REST_OF_BURST } else { Duration::ZERO };
        match next(Some(wait)) {
            Ok(more) if !more.is_empty() => events.extend(more),
            // What came before the end counts; the end is met again.
            Ok(_) | Err(_) => break,
        }
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
    let patience = keyboard::patience(|name| std::env::var_os(name).is_some());
    let Ok(mut keyboard) = Keyboard::open(patience) else {
        let _ = happenings.send(Happening::Closed);
        return;
    };
    loop {
        let happening = match batch(|wait| keyboard.next(wait)) {
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
