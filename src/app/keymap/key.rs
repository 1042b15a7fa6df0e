//! A key of the keyboard, as the table of keys names it.

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Together with Shift; letters carry it in the letter itself.
    pub shift: bool,
    /// Together with Ctrl.
    pub control: bool,
    /// Together with Alt.
    pub alt: bool,
}

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow to the left.
    Left,
    /// Arrow to the right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

impl Key {
    /// The key by itself.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, shift: false, control: false, alt: false }
    }

    /// The key together with Shift.
    pub const fn shift(code: KeyCode) -> Self {
        Self { code, shift: true, control: false, alt: false }
    }

    /// The key together with Alt.
    pub const fn alt(code: KeyCode) -> Self {
        Self { code, shift: false, control: false, alt: true }
    }

    /// The key together with Ctrl.
    pub const fn control(code: KeyCode) -> Self {
        Self { code, shift: false, control: true, alt: false }
    }

    pub(super) const fn control_shift(code: KeyCode) -> Self {
        Self { code, shift: true, control: true, alt: false }
    }

    /// Whether the key is a letter with Alt, which means nothing anywhere.
    pub(super) const fn is_letter_with_alt(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.alt && !self.control
    }

    /// The character that the key types; AltGr arrives as Ctrl and Alt together on Windows.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if self.control == self.alt && !character.is_control() => {
                Some(character)
            }
            _ => None,
        }
    }
}
