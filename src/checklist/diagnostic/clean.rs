//! Which characters of a definition are hostile; every decoded text passes [`crate::text`]'s boundary.

pub(in crate::checklist) use crate::text::{visible_line as line, visible_text as text};

/// Whether a character could steer a terminal, turn the reading direction or hide.
pub(in crate::checklist) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'
        | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}
