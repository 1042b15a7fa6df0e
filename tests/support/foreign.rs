//! What a terminal would obey or hide in the output of a program, beside what the program itself means to send.
//!
//! The judge knows nothing of the program's own boundary for hostile text: it has a list of its own, of what is allowed.

use unicode_width::UnicodeWidthChar as _;

/// The modes that the program switches: the screen of its own, the cursor, pasting, the focus of the window, wrapping,
/// whole frames.
const MODES: [&str; 6] = ["1049", "25", "2004", "1004", "7", "2026"];

/// Those that it only switches off, since others may have switched them on: light for dark, the mouse.
const OFF: [&str; 4] = ["5", "1000", "1002", "1003"];

/// What the program sends as a whole: its title, keeping and giving back the one before, an empty screen, and what puts
/// writing right: the end of a string, letters and not lines, a free keyboard, none that push others aside, Enter as one
/// key, the corner as origin, no margins, and UTF-8.
const WHOLE: [&str; 13] = [
    "\u{1b}\\",
    "\u{1b}[2l",
    "\u{1b}[20l",
    "\u{1b}%G",
    "\u{1b}]0;Pallium\u{7}",
    "\u{1b}[22;0t",
    "\u{1b}[23;0t",
    "\u{1b}[2J",
    "\u{1b}(B\u{f}",
    "\u{1b}[4l",
    "\u{1b}[?6l",
    "\u{1b}[?69l",
    "\u{1b}[r",
];

/// How many marks one base may carry.
const MARKS: usize = 8;

/// Everything in `output` that a drawn frame has no need of: other sequences, other control characters, and characters
/// that hide, turn text around or pile up.
pub fn foreign(output: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(output) else {
        return vec![format!("bytes that are not text: {:?}", String::from_utf8_lossy(output))];
    };
    let mut found = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        let (before, sequence) = rest.split_at(at);
        plain.push_str(before);
        // What follows a sequence is not joined to what stood before it.
        plain.push('\n');
        let length = ours(sequence).unwrap_or_else(|| {
            found.push(sequence.chars().take(12).collect::<String>().escape_debug().to_string());
            1
        });
        rest = sequence.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    let unclean = plain.split(['\r', '\n']).filter(|piece| !is_text(piece));
    found.extend(unclean.map(|piece| piece.escape_debug().to_string()));
    found
}

/// The length of a sequence that the program means to send.
fn ours(sequence: &str) -> Option<usize> {
    if let Some(whole) = WHOLE.iter().find(|whole| sequence.starts_with(**whole)) {
        return Some(whole.len());
    }
    let inside = sequence.strip_prefix("\u{1b}[")?;
    let end = inside.find(|c: char| c.is_ascii_alphabetic())?;
    let (parameters, end_character) = (inside.get(..end)?, inside.get(end..=end)?);
    let numbers = |text: &str| text.split(';').all(|part| part.chars().all(|digit| digit.is_ascii_digit()));
    let known = match end_character {
        "H" | "m" => numbers(parameters),
        "h" => parameters.strip_prefix('?').is_some_and(|mode| MODES.contains(&mode)),
        "l" => parameters.strip_prefix('?').is_some_and(|mode| MODES.contains(&mode) || OFF.contains(&mode)),
        _ => false,
    };
    known.then_some(2 + end + 1)
}

/// Whether a piece without line ends is text that shows as what it is: no character that is obeyed or hidden, and on no
/// base more marks than [`MARKS`].
fn is_text(piece: &str) -> bool {
    let mut marks = None;
    for c in piece.chars() {
        if is_obeyed_or_hidden(c) {
            return false;
        }
        marks = match marks {
            _ if c.width() != Some(0) => Some(0),
            // A mark with nothing to stand on hangs on what another program wrote.
            None => return false,
            Some(marks) => Some(marks + 1),
        };
        if marks.is_some_and(|marks| marks > MARKS) {
            return false;
        }
    }
    true
}

/// Controls, and what Unicode calls format characters, separators of lines, selectors, fillers and tags.
fn is_obeyed_or_hidden(c: char) -> bool {
    matches!(u32::from(c),
        0..=0x1F | 0x7F..=0x9F | 0xAD | 0x34F | 0x600..=0x605 | 0x61C | 0x6DD | 0x70F | 0x890..=0x891 | 0x8E2
        | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x2028..=0x202E
        | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB | 0x110BD | 0x110CD
        | 0x13430..=0x1345F | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0x10FFFF)
}
