//! A small notation for keys, and the bytes that a terminal of the xterm family sends for them.
//!
//! Plain text is typed as it stands. Between `<` and `>` stands one key: `<Down>`, `<Enter>`, `<Esc>`, `<Tab>`, `<S-Tab>`,
//! `<F1>` to `<F12>`, `<Space>`, `<C-z>`, `<A-x>`, `<C-A-x>`, `<C-Left>`, `<S-End>`, and `<lt>` for the character itself.

use std::fmt::Write as _;

/// The bytes for a line of keys, or what is wrong with the notation.
///
/// `application_cursor` is the mode in which a terminal sends `ESC O A` instead of `ESC [ A`.
///
/// `<Esc>` must be the last key of a call: followed at once by a command, no program can tell the two from Alt and that
/// key. A test waits for what Esc does, and then goes on.
pub fn encode(notation: &str, application_cursor: bool) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut rest = notation;
    while let Some(first) = rest.chars().next() {
        if first != '<' {
            bytes.extend_from_slice(first.encode_utf8(&mut [0; 4]).as_bytes());
            rest = rest.strip_prefix(first).unwrap_or_default();
            continue;
        }
        let Some((name, after)) = rest.strip_prefix('<').and_then(|inside| inside.split_once('>')) else {
            return Err(format!(
                "`{rest}` opens a key with `<` and never closes it; write `<lt>` for the character"
            ));
        };
        let key = key(name, application_cursor)
            .ok_or_else(|| format!("`<{name}>` is not a key that this notation knows"))?;
        if key == [ESC] && !after.is_empty() {
            return Err(format!(
                "`<Esc>` must end the call, `{after}` follows; wait for what Esc does first"
            ));
        }
        bytes.extend(key);
        rest = after;
    }
    Ok(bytes)
}

/// The bytes of pasted text: what a terminal sends between its two brackets, with line ends as Enter sends them.
pub fn paste(text: &str, bracketed: bool) -> Vec<u8> {
    let typed = text.replace("\r\n", "\r").replace('\n', "\r");
    if bracketed { format!("\u{1b}[200~{typed}\u{1b}[201~").into_bytes() } else { typed.into_bytes() }
}

const ESC: u8 = 0x1b;

#[derive(Clone, Copy, Default)]
struct Modifiers {
    shift: bool,
    alt: bool,
    control: bool,
}

impl Modifiers {
    fn parameter(self) -> u8 {
        1 + u8::from(self.shift) + 2 * u8::from(self.alt) + 4 * u8::from(self.control)
    }
}

fn key(name: &str, application_cursor: bool) -> Option<Vec<u8>> {
    let mut modifiers = Modifiers::default();
    let mut base = name;
    loop {
        base = match base.split_once('-') {
            Some(("S", rest)) if !rest.is_empty() => {
                modifiers.shift = true;
                rest
            }
            Some(("A" | "M", rest)) if !rest.is_empty() => {
                modifiers.alt = true;
                rest
            }
            Some(("C", rest)) if !rest.is_empty() => {
                modifiers.control = true;
                rest
            }
            _ => break,
        };
    }
    character_key(base, modifiers).or_else(|| function_key(base, modifiers.parameter(), application_cursor))
}

/// Keys that are one character, with Control folded into it and Alt as a leading ESC.
fn character_key(base: &str, modifiers: Modifiers) -> Option<Vec<u8>> {
    let character = match base {
        "Enter" => '\r',
        "Esc" => '\u{1b}',
        "Space" => ' ',
        "lt" => '<',
        "Backspace" => '\u{7f}',
        "Tab" if modifiers.shift => return Some(b"\x1b[Z".to_vec()),
        "Tab" => '\t',
        one => {
            let mut characters = one.chars();
            match (characters.next(), characters.next()) {
                (Some(character), None) => character,
                _ => return None,
            }
        }
    };
    let character = match (modifiers.control, character.to_ascii_lowercase()) {
        (false, _) => character,
        (true, letter @ 'a'..='z') => char::from(u8::try_from(letter).ok()? & 0x1f),
        (true, ' ' | '@') => '\0',
        (true, '\u{7f}') => '\u{8}',
        (true, '/' | '_') => '\u{1f}',
        (true, other) => other,
    };
    let mut text = String::new();
    if modifiers.alt {
        text.push('\u{1b}');
    }
    text.push(character);
    Some(text.into_bytes())
}

/// Keys that are an escape sequence, in the forms of xterm.
fn function_key(base: &str, parameter: u8, application_cursor: bool) -> Option<Vec<u8>> {
    enum Form {
        Cursor(char),
        Pf(char),
        Number(u8),
    }
    let form = match base {
        "Up" => Form::Cursor('A'),
        "Down" => Form::Cursor('B'),
        "Right" => Form::Cursor('C'),
        "Left" => Form::Cursor('D'),
        "End" => Form::Cursor('F'),
        "Home" => Form::Cursor('H'),
        "F1" => Form::Pf('P'),
        "F2" => Form::Pf('Q'),
        "F3" => Form::Pf('R'),
        "F4" => Form::Pf('S'),
        "Insert" => Form::Number(2),
        "Delete" => Form::Number(3),
        "PageUp" => Form::Number(5),
        "PageDown" => Form::Number(6),
        "F5" => Form::Number(15),
        "F6" => Form::Number(17),
        "F7" => Form::Number(18),
        "F8" => Form::Number(19),
        "F9" => Form::Number(20),
        "F10" => Form::Number(21),
        "F11" => Form::Number(23),
        "F12" => Form::Number(24),
        _ => return None,
    };
    let plain = parameter == 1;
    let mut sequence = String::from("\u{1b}");
    let written = match form {
        Form::Cursor(end) if plain && application_cursor => write!(sequence, "O{end}"),
        Form::Cursor(end) if plain => write!(sequence, "[{end}"),
        Form::Pf(end) if plain => write!(sequence, "O{end}"),
        Form::Cursor(end) | Form::Pf(end) => write!(sequence, "[1;{parameter}{end}"),
        Form::Number(number) if plain => write!(sequence, "[{number}~"),
        Form::Number(number) => write!(sequence, "[{number};{parameter}~"),
    };
    written.ok().map(|()| sequence.into_bytes())
}
