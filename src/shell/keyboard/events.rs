//! The keyboard where the library tells keys: on Windows.

use crossterm::event::{Event as Told, KeyCode as Pressed, KeyEvent, KeyEventKind, KeyModifiers};

use super::{Event, settled};
use crate::app::keymap::{Key, KeyCode};

/// The keys of the console.
#[cfg(not(unix))]
#[derive(Debug)]
pub struct Keyboard;

#[cfg(not(unix))]
impl Keyboard {
    /// The keys of the console and the sizes of its window.
    ///
    /// # Errors
    ///
    /// Never.
    pub fn open(_patience: std::time::Duration) -> std::io::Result<Self> {
        Ok(Self)
    }

    /// The same: what was typed beyond an answer stays with the library.
    ///
    /// # Errors
    ///
    /// Never.
    pub fn of_one_question(patience: std::time::Duration) -> std::io::Result<Self> {
        Self::open(patience)
    }

    /// What the console tells next, or that nothing came within `wait`.
    ///
    /// # Errors
    ///
    /// When the console is gone.
    pub fn hear(&mut self, wait: Option<std::time::Duration>) -> std::io::Result<super::Heard> {
        let told = self.next(wait)?;
        Ok(if told.is_empty() { super::Heard::Nothing } else { super::Heard::Told(told) })
    }

    /// What the console tells next; waits for it, but no longer than `wait`.
    ///
    /// # Errors
    ///
    /// When the console is gone.
    pub fn next(&mut self, wait: Option<std::time::Duration>) -> std::io::Result<Vec<Event>> {
        if let Some(wait) = wait
            && !crossterm::event::poll(wait)?
        {
            return Ok(Vec::new());
        }
        loop {
            if let Some(event) = event(crossterm::event::read()?) {
                return Ok(vec![event]);
            }
            if wait.is_some() {
                return Ok(Vec::new());
            }
        }
    }
}

/// What the library told, as far as the program knows it.
pub(in crate::shell) fn event(told: Told) -> Option<Event> {
    Some(match told {
        Told::Key(event) => Event::Key(key(event)?),
        Told::Paste(text) => Event::Paste(text),
        Told::Resize(width, height) => Event::Resize(width, height),
        Told::FocusGained => Event::FocusGained,
        Told::FocusLost | Told::Mouse(_) => return None,
    })
}

/// The key of the program's table that was pressed; `None` for one that it does not know, and for letting a key go.
pub(in crate::shell) fn key(event: KeyEvent) -> Option<Key> {
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
