//! The seam through which every text of a definition passes, after decoding.

use std::borrow::Cow;

/// Whether a character could steer a terminal, turn the reading direction or hide.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'
        | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Text of several lines, with control, bidirectional and invisible characters made visible.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    shown(text, true)
}

/// Text of one line, made visible; line endings and tabs become spaces.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    shown(text, false)
}

fn shown(text: &str, several_lines: bool) -> Cow<'_, str> {
    let stays = |c: char| !is_hidden(c) || (several_lines && c == '\n');
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' if several_lines => result.push('\n'),
            '\n' | '\t' => result.push(' '),
            c if is_hidden(c) => result.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => result.push(c),
        }
    }
    Cow::Owned(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_shown() {
        assert_eq!(text("a\u{1b}[2J"), "a<U+001B>[2J");
        assert_eq!(text("a\r\nb\tc"), "a\nb c");
        assert_eq!(line("a\nb\u{202e}c"), "a b<U+202E>c");
        assert!(matches!(text("gewoon"), Cow::Borrowed(_)));
    }
}
