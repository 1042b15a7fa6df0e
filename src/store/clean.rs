//! The boundary through which every text of the notebook comes in.

use std::borrow::Cow;

/// Makes control, bidirectional and invisible characters of a text visible; line breaks stay.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    visible(text, true)
}

/// Makes control, bidirectional and invisible characters of a line visible; a line break becomes a space.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    visible(text, false)
}

fn visible(text: &str, breaks: bool) -> Cow<'_, str> {
    let stays = |c: char| !is_hostile(c) || (breaks && c == '\n');
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            c if stays(c) => out.push(c),
            '\n' | '\t' => out.push(' '),
            c if u32::from(c) < 0x20 => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or(' ')),
            c => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
        }
    }
    Cow::Owned(out)
}

fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}
