//! Keys, pastes and sizes as they come from the terminal, in batches; the pure part is tested without one.
//!
//! Not every terminal says that a text was pasted: on Windows it never does, and then a pasted text is a quick row of
//! keys in which every line end looks like Enter. So a row of typed keys that arrives in one batch becomes one text when
//! it is longer than hands can be: the program reads a batch within milliseconds, and nobody types [`BURST`] keys in
//! that time. Inside such a text Enter and Tab are characters and never act.
//!
//! No hand has a key for a sign that nobody sees: a row with one comes from an emoji picker, an input method or a paste
//! that was not announced, and its letters are one text, so that what is joined stays joined.
//!
//! A space that came at once with letters behind it belongs to them, and chooses nothing by itself. So does Enter with letters on
//! both its sides or behind it: in so short a time nobody presses it and types on. One Enter behind letters may end a field that
//! somebody typed on a slow line, or a line that was pasted: it ends a field, and nothing else.

use crate::app::Size;
use crate::app::keymap::{Key, KeyCode};
use crate::shell::keyboard::Event;
use crate::text;

/// So many typed keys in one batch were not typed by hand.
///
/// On Windows, where no paste is ever announced, three: two keys at once happen in quick typing. Elsewhere pastes are
/// announced by nearly every terminal, and a slow connection delivers the last second of typing in one piece, so that the
/// line is drawn where typing ends.
pub const BURST: usize = if cfg!(windows) { 3 } else { 16 };

/// The largest window that is drawn; terminals tell sizes, and may tell anything.
const LARGEST: Size = Size::new(1000, 500);

/// One thing that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A text that arrived at once.
    Text(Box<str>),
    /// Enter that came at once with the letters before it.
    EndOfText,
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
        let mut row = std::mem::take(&mut self.row);
        // A held Enter or Tab is no text.
        let Some(last) = row.iter().rposition(|(_, character)| !character.is_control()) else {
            return self.inputs.extend(row.into_iter().map(|(key, _)| Input::Key(key)));
        };
        let has_lines = row.iter().take(last).any(|(_, character)| character.is_control());
        if row.len() >= self.burst || has_lines || row.len() > last + 2 {
            let text: String = row.into_iter().map(|(_, character)| character).collect();
            self.inputs.push(Input::Text(text.into()));
            return;
        }
        let end = row.get(last + 1).map(|(key, _)| *key);
        row.truncate(last + 1);
        self.letters(&row);
        self.inputs.extend(end.map(|key| match key.code {
            KeyCode::Enter => Input::EndOfText,
            _ => Input::Key(key),
        }));
    }

    /// Letters that came at once, each a key of its own, but for what belongs together.
    fn letters(&mut self, row: &[(Key, char)]) {
        if row.iter().any(|(_, character)| is_hidden(*character)) {
            let text: String = row.iter().map(|(_, character)| character).collect();
            return self.inputs.push(Input::Text(text.into()));
        }
        let spaces = row.iter().take_while(|(_, character)| *character == ' ').count();
        let before = if spaces < row.len() { spaces } else { 0 };
        if before > 0 {
            self.inputs.push(Input::Text(" ".repeat(before).into()));
        }
        self.inputs.extend(row.iter().skip(before).map(|(key, _)| Input::Key(*key)));
    }
}

/// Whether a sign takes no cell by itself and joins or parts what stands around it.
fn is_hidden(character: char) -> bool {
    !character.is_control() && text::is_hidden(character)
}

/// The character that a key stands for in a text.
fn written(key: Key) -> Option<char> {
    match key {
        _ if key == Key::plain(KeyCode::Enter) => Some('\n'),
        _ if key == Key::plain(KeyCode::Tab) => Some('\t'),
        key => key.typed(),
    }
}

#[cfg(test)]
#[path = "tests/input.rs"]
mod tests;
