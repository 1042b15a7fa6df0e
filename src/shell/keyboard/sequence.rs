//! Escape sequences: where one ends, and which key it is; everything else that a terminal sends is known as no key.

use super::settled;
use crate::app::keymap::{Key, KeyCode};

/// The byte with which all of them begin.
pub(super) const ESC: u8 = 0x1B;

/// The end of a string in one byte, and that of old terminals.
const BELL: u8 = 0x07;
const STRING_END: u8 = 0x9C;

/// A text behind Esc is held back for its end up to so many bytes.
const LONGEST_TEXT: usize = 4096;

/// No key and no answer has more than this many bytes before its last one.
const LONGEST: usize = 60;

/// What a sequence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing for this program: an answer, the mouse, a key that the program does not know.
    Nothing,
    Key(Key),
    FocusGained,
    PasteBegins,
    PasteEnds,
}

/// What stands at the beginning of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// The beginning of a sequence.
    Unfinished,
    /// A sequence of so many bytes.
    Whole(usize, Meaning),
    /// So many bytes that are formed like a sequence, and are none that a terminal sends.
    Foreign(usize),
    /// So many bytes of a sequence, and then something that cannot belong to it.
    Broken(usize),
}

/// What stands at the beginning of `bytes`, of which the first is Esc.
pub(super) fn look(bytes: &[u8]) -> Seen {
    match bytes.get(1) {
        None => Seen::Unfinished,
        Some(b'[') => control(bytes),
        Some(b'O') => single(bytes),
        Some(b']' | b'P' | b'X' | b'^' | b'_') => string(bytes),
        Some(&ESC) => doubled(bytes),
        Some(b'(' | b')' | b'*' | b'+') => letters(bytes),
        Some(b'\r') => Seen::Whole(2, Meaning::Key(Key::alt(KeyCode::Enter))),
        Some(0x08 | 0x7F) => Seen::Whole(2, Meaning::Key(Key::alt(KeyCode::Backspace))),
        // The end of a string of which nothing is left, or a command with Alt.
        Some(b'\\' | 0..b' ') => Seen::Whole(2, Meaning::Nothing),
        Some(_) => with_alt(bytes),
    }
}

/// One letter right behind Esc is a key with Alt; more than one was typed, and Esc before it.
fn with_alt(bytes: &[u8]) -> Seen {
    let after = bytes.get(1..).unwrap_or_default();
    let letter = match std::str::from_utf8(after.get(..after.len().min(4)).unwrap_or_default()) {
        Ok(letters) => letters.chars().next(),
        Err(error) if error.valid_up_to() == 0 && error.error_len().is_none() => return Seen::Unfinished,
        Err(error) => {
            let valid = after.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).ok().and_then(|letters| letters.chars().next())
        }
    };
    let length = letter.map_or(1, char::len_utf8);
    if !is_by_itself(after.get(length)) {
        return ESCAPE;
    }
    let meaning = letter.map_or(Meaning::Nothing, |letter| Meaning::Key(Key::alt(KeyCode::Char(letter))));
    Seen::Whole(1 + length, meaning)
}

/// Whether what follows a letter, if anything does, is no further letter.
fn is_by_itself(next: Option<&u8>) -> bool {
    next.is_none_or(u8::is_ascii_control)
}

/// Whether these bytes may be a letter with Alt, and nothing else that a terminal sends.
pub(super) fn is_letter_with_alt(bytes: &[u8]) -> bool {
    let other = b"[O]PX^_()*+\\";
    matches!(bytes, [ESC, letter, ..] if !letter.is_ascii_control() && !other.contains(letter))
}

/// The letter with Alt of which these bytes are all that came, though they may begin something else.
pub(super) fn lone_letter(bytes: &[u8]) -> Option<char> {
    match bytes {
        [ESC, letter @ (b'O' | b']' | b'P' | b'X' | b'^' | b'_')] => Some(char::from(*letter)),
        _ => None,
    }
}

/// Esc, a bracket and the name of a set of letters, as other programs choose one: no key. A word behind the bracket was typed.
fn letters(bytes: &[u8]) -> Seen {
    match (bytes.get(2), bytes.get(3)) {
        (None, _) => Seen::Unfinished,
        (next @ Some(_), _) if is_by_itself(next) => with_alt(bytes),
        (Some(b'0' | b'1' | b'2' | b'A' | b'B'), next) if !next.is_some_and(u8::is_ascii_alphanumeric) => {
            Seen::Whole(3, Meaning::Nothing)
        }
        _ => ESCAPE,
    }
}

/// Esc by itself; what stands behind it was typed.
pub(super) const ESCAPE: Seen = Seen::Whole(1, Meaning::Key(Key::plain(KeyCode::Esc)));

/// Whether somebody may have typed Esc and then a capital of which no more came yet, or what no answer of a terminal says.
pub(super) fn may_be_typed(bytes: &[u8]) -> bool {
    matches!(bytes, [ESC, b'O' | b'P' | b'_' | b']']) || is_like_text(bytes)
}

/// Whether what stands behind Esc is formed like a string and is more likely a text.
pub(super) fn is_like_text(bytes: &[u8]) -> bool {
    matches!(bytes, [ESC, kind, body @ ..] if is_text(*kind, body))
}

/// Whether a string of this kind is a text that begins so: no answer of a terminal does.
fn is_text(kind: u8, body: &[u8]) -> bool {
    match (kind, body.first()) {
        (b'X' | b'^', _) => true,
        (_, None) => false,
        (b'P', Some(first)) => first.is_ascii_alphabetic() || *first == b' ' || *first >= 0x80,
        (b']', Some(first)) => !first.is_ascii_digit() && !b"lLIRP".contains(first),
        (b'_', Some(first)) => *first != b'G',
        _ => false,
    }
}

/// Esc Esc: an arrow with Alt on some terminals, or else Esc twice.
fn doubled(bytes: &[u8]) -> Seen {
    match bytes.get(2) {
        None => Seen::Unfinished,
        Some(b'[' | b'O') => match look(bytes.get(1..).unwrap_or_default()) {
            Seen::Unfinished => Seen::Unfinished,
            Seen::Whole(length, key @ Meaning::Key(_)) => Seen::Whole(length + 1, key),
            _ => ESCAPE,
        },
        Some(_) => ESCAPE,
    }
}

/// Esc `]`, `P`, `X`, `^`, `_`: a string up to its end. One that is no answer is typed, unless its end may come yet: nobody types
/// two letters behind Esc at once.
fn string(bytes: &[u8]) -> Seen {
    match string_end(bytes) {
        Seen::Broken(3..) if is_like_text(bytes) => ESCAPE,
        Seen::Unfinished if is_like_text(bytes) && bytes.len() > LONGEST_TEXT => ESCAPE,
        Seen::Broken(2) => with_alt(bytes),
        seen => seen,
    }
}

fn string_end(bytes: &[u8]) -> Seen {
    for (at, byte) in bytes.iter().enumerate().skip(2) {
        match byte {
            &BELL => return Seen::Whole(at + 1, Meaning::Nothing),
            // Within a letter of UTF-8 it is no end.
            &STRING_END if bytes.get(at - 1).is_some_and(|before| *before < 0x80 || *before == 0xC2) => {
                return Seen::Whole(at + 1, Meaning::Nothing);
            }
            &ESC => match bytes.get(at + 1) {
                None => return Seen::Unfinished,
                Some(b'\\') => return Seen::Whole(at + 2, Meaning::Nothing),
                Some(_) => return Seen::Broken(at),
            },
            0..=0x1F => return Seen::Broken(at),
            _ => {}
        }
    }
    Seen::Unfinished
}

/// Esc `O` and a letter, perhaps with the number of the modifiers in between.
fn single(bytes: &[u8]) -> Seen {
    let rest = bytes.get(2..).unwrap_or_default();
    let digits = rest.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
    let Some(last) = rest.get(digits) else { return Seen::Unfinished };
    let number = rest.get(..digits).unwrap_or_default();
    let number = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok()).unwrap_or(1);
    // A digit beside the letters with a letter at once behind it is a word: "Op", "Ook".
    let word = rest.get(digits + 1).is_some_and(|next| next.is_ascii_alphabetic() || *next == b' ');
    let code = match last {
        b'a'..=b'y' if word => return ESCAPE,
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'I' => KeyCode::Tab,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        b'X' => KeyCode::Char('='),
        // The digits beside the letters, on terminals that tell them apart.
        b'j'..=b'y' => KeyCode::Char(char::from(last - b'j' + b'*')),
        // An arrow with Ctrl on some terminals.
        b'a'..=b'd' => {
            let code = arrow(*last - b'a');
            return Seen::Whole(3 + digits, Meaning::Key(Key::control(code)));
        }
        b'E' => return Seen::Whole(3 + digits, Meaning::Nothing),
        _ if digits == 0 && *last >= b' ' => return ESCAPE,
        _ => return Seen::Broken(2),
    };
    Seen::Whole(3 + digits, with(code, number))
}

fn arrow(number: u8) -> KeyCode {
    match number {
        0 => KeyCode::Up,
        1 => KeyCode::Down,
        2 => KeyCode::Right,
        _ => KeyCode::Left,
    }
}

/// Esc `[`: parameters and a last letter.
fn control(bytes: &[u8]) -> Seen {
    match bytes.get(2) {
        // The box of a list of things to do.
        Some(b' ') => return ESCAPE,
        // Nobody types the end of a box at once behind an arrow, and no terminal sends it.
        Some(b'A'..=b'Z') if bytes.len() == 4 && bytes.ends_with(b"]") => return Seen::Foreign(4),
        // The console of Linux.
        Some(b'[') => {
            return match bytes.get(3) {
                None => Seen::Unfinished,
                Some(last @ b'A'..=b'E') => {
                    Seen::Whole(4, Meaning::Key(Key::plain(KeyCode::F(last - b'A' + 1))))
                }
                // Further keys of it, which no program knows.
                Some(b'F'..=b'Z') => Seen::Whole(4, Meaning::Nothing),
                Some(_) => Seen::Broken(3),
            };
        }
        // The mouse of old terminals: three bytes of any value.
        Some(b'M') => {
            let place = bytes.get(3..).unwrap_or_default();
            let mut length = 0;
            for _ in 0..3 {
                length += match place.get(length..).unwrap_or_default() {
                    [] => return Seen::Unfinished,
                    [byte, ..] if *byte < b' ' => return Seen::Broken(3 + length),
                    // A place far to the right, as a letter of UTF-8.
                    [0xC2..=0xDF, 0x80..=0xBF, ..] => 2,
                    _ => 1,
                };
            }
            return Seen::Whole(3 + length, Meaning::Nothing);
        }
        _ => {}
    }
    let parameters = bytes.get(2..).unwrap_or_default();
    for (at, byte) in parameters.iter().enumerate() {
        let before = parameters.get(..at).unwrap_or_default();
        match byte {
            // A key with Shift on some terminals ends with what elsewhere stands before the end.
            b'$' if !before.is_empty() && before.iter().all(u8::is_ascii_digit) => {
                return read(before, *byte, at + 3);
            }
            0x20..=0x3F => {}
            0x40..=0x7E => return read(before, *byte, at + 3),
            _ => return Seen::Broken(at + 2),
        }
    }
    Seen::Unfinished
}

/// A whole sequence of `length` bytes, by what stands between its beginning and its last letter.
fn read(between: &[u8], last: u8, length: usize) -> Seen {
    let whole = |meaning| Seen::Whole(length, meaning);
    let text = std::str::from_utf8(between).ok().filter(|between| between.len() <= LONGEST);
    let Some(between) = text else { return Seen::Foreign(length) };
    // Answers, and the mouse.
    if between.contains(|sign: char| (' '..='/').contains(&sign)) {
        return if b"yw".contains(&last) { whole(Meaning::Nothing) } else { Seen::Foreign(length) };
    }
    if between.starts_with(['<', '=', '>', '?']) {
        return if b"cnRuStxMm".contains(&last) { whole(Meaning::Nothing) } else { Seen::Foreign(length) };
    }
    let numbers = Numbers::of(between);
    // A key that is let go is none.
    if numbers.released() {
        return whole(Meaning::Nothing);
    }
    let modifiers = numbers.at(1).unwrap_or(1);
    whole(match last {
        b'A' => with(KeyCode::Up, modifiers),
        b'B' => with(KeyCode::Down, modifiers),
        b'C' => with(KeyCode::Right, modifiers),
        b'D' => with(KeyCode::Left, modifiers),
        b'F' => with(KeyCode::End, modifiers),
        b'H' => with(KeyCode::Home, modifiers),
        b'P' | b'Q' | b'S' => with(KeyCode::F(last - b'P' + 1), modifiers),
        b'Z' => Meaning::Key(Key::shift(KeyCode::Tab)),
        b'a'..=b'd' if between.is_empty() => Meaning::Key(Key::shift(arrow(last - b'a'))),
        b'I' if between.is_empty() => Meaning::FocusGained,
        b'~' => numbered(&numbers),
        b'^' => Meaning::with_modifiers(numbered(&numbers), false, true),
        b'@' => Meaning::with_modifiers(numbered(&numbers), true, true),
        b'$' => Meaning::with_modifiers(numbered(&numbers), true, false),
        b'u' => code_point(&numbers, numbers.at(0), modifiers),
        // Answers: where the cursor stands, how the terminal is, how large it is. Then the window that is not looked at, and
        // the mouse.
        b'R' | b'c' | b'n' | b't' | b'x' | b'E' | b'O' | b'M' => Meaning::Nothing,
        _ => return Seen::Foreign(length),
    })
}

impl Meaning {
    fn with_modifiers(self, shift: bool, control: bool) -> Self {
        match self {
            Self::Key(key) => Self::Key(Key { shift, control, ..key }),
            other => other,
        }
    }
}

/// Numbers between semicolons, each perhaps with further ones behind colons.
struct Numbers<'a>(Vec<&'a str>);

impl<'a> Numbers<'a> {
    fn of(between: &'a str) -> Self {
        Self(between.split(';').collect())
    }

    fn part(&self, at: usize, part: usize) -> Option<u32> {
        self.0.get(at)?.split(':').nth(part)?.parse().ok()
    }

    fn at(&self, at: usize) -> Option<u32> {
        self.part(at, 0)
    }

    fn released(&self) -> bool {
        self.part(1, 1) == Some(3)
    }
}

/// A key with the modifiers of this number, or nothing for those that the program does not know.
fn with(code: KeyCode, modifiers: u32) -> Meaning {
    let bits = modifiers.saturating_sub(1);
    let has = |bit: u32| bits & bit != 0;
    let (shift, alt, control) = (has(1), has(2), has(4));
    // Those of the window manager.
    if has(8 | 16 | 32) {
        return Meaning::Nothing;
    }
    if let KeyCode::Char(character) = code {
        // What looks like typing is typing only without them; letters of a third level come as themselves.
        if character.is_control() && character != '\t' {
            return Meaning::Nothing;
        }
        if alt {
            return if control { Meaning::Nothing } else { Meaning::Key(Key::alt(code)) };
        }
        return Meaning::Key(settled(Key { code, shift, control, alt }));
    }
    Meaning::Key(Key { code, shift, control, alt })
}

/// Esc `[`, a number and `~`.
fn numbered(numbers: &Numbers<'_>) -> Meaning {
    let code = match numbers.at(0) {
        Some(1 | 7) => KeyCode::Home,
        Some(3) => KeyCode::Delete,
        Some(4 | 8) => KeyCode::End,
        Some(5) => KeyCode::PageUp,
        Some(6) => KeyCode::PageDown,
        Some(number @ 11..=15) => function(number - 10),
        Some(number @ 17..=21) => function(number - 11),
        Some(number @ 23..=26) => function(number - 12),
        Some(number @ 28..=29) => function(number - 13),
        Some(number @ 31..=34) => function(number - 14),
        Some(200) => return Meaning::PasteBegins,
        Some(201) => return Meaning::PasteEnds,
        Some(27) => return code_point(numbers, numbers.at(2), numbers.at(1).unwrap_or(1)),
        _ => return Meaning::Nothing,
    };
    with(code, numbers.at(1).unwrap_or(1))
}

fn function(number: u32) -> KeyCode {
    KeyCode::F(u8::try_from(number).unwrap_or(u8::MAX))
}

/// A key told by the number of its character, on terminals that were asked for that.
fn code_point(numbers: &Numbers<'_>, code: Option<u32>, modifiers: u32) -> Meaning {
    let Some(code) = code else { return Meaning::Nothing };
    let shift = modifiers.saturating_sub(1) & 1 != 0;
    let code = match code {
        27 => KeyCode::Esc,
        13 | 57414 => KeyCode::Enter,
        9 => KeyCode::Tab,
        8 | 127 => KeyCode::Backspace,
        57376..=57398 => function(code - 57376 + 13),
        57399..=57408 => KeyCode::Char(char::from_digit(code - 57399, 10).unwrap_or('0')),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        57416 => KeyCode::Char(','),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57426 => KeyCode::Delete,
        57344..=63743 => return Meaning::Nothing,
        letter => match char::from_u32(letter) {
            Some(letter) if shift => KeyCode::Char(shifted(numbers, letter)),
            Some(letter) => KeyCode::Char(letter),
            None => return Meaning::Nothing,
        },
    };
    with(code, modifiers)
}

/// The letter with Shift: what the terminal says it is, or else its capital.
fn shifted(numbers: &Numbers<'_>, letter: char) -> char {
    let told = numbers.part(0, 1).and_then(char::from_u32);
    let mut capital = letter.to_uppercase();
    told.unwrap_or(match (capital.next(), capital.next()) {
        (Some(capital), None) => capital,
        _ => letter,
    })
}
