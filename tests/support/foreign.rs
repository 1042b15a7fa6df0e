//! What a terminal would obey or hide in the output of a program, beside what the program itself means to send.

use pallium::text::is_clean;

/// The modes that the program switches: the screen of its own, the cursor, pasting, the focus of the window, wrapping,
/// whole frames.
const MODES: [&str; 6] = ["1049", "25", "2004", "1004", "7", "2026"];

/// Everything in `output` that a drawn frame has no need of: other sequences, other control characters, and characters
/// that hide or turn text around.
pub fn foreign(output: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(output) else {
        return vec![format!("bytes that are no text: {:?}", String::from_utf8_lossy(output))];
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
    let unclean = plain.split(['\r', '\n']).filter(|piece| !is_clean(piece));
    found.extend(unclean.map(|piece| piece.escape_debug().to_string()));
    found
}

/// The length of a sequence that the program means to send.
fn ours(sequence: &str) -> Option<usize> {
    for fixed in ["\u{1b}]0;Pallium\u{7}", "\u{1b}[22;0t", "\u{1b}[23;0t", "\u{1b}[2J"] {
        if sequence.starts_with(fixed) {
            return Some(fixed.len());
        }
    }
    let inside = sequence.strip_prefix("\u{1b}[")?;
    let end = inside.find(|c: char| c.is_ascii_alphabetic())?;
    let (parameters, end_character) = (inside.get(..end)?, inside.get(end..=end)?);
    let numbers = |text: &str| text.split(';').all(|part| part.chars().all(|digit| digit.is_ascii_digit()));
    let known = match end_character {
        "H" | "m" => numbers(parameters),
        "h" | "l" => parameters.strip_prefix('?').is_some_and(|mode| MODES.contains(&mode)),
        _ => false,
    };
    known.then_some(2 + end + 1)
}
