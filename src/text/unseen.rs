//! Signs that nobody sees.

use std::borrow::Cow;

/// A text without the marks that a record has for signs that nobody sees, as [`super::visible_text`] makes them: what is typed beside it
/// has the sign itself, or none.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    const BEGIN: &str = "<U+";
    if !text.contains(BEGIN) {
        return Cow::Borrowed(text);
    }
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        left.push_str(before);
        let mark = after.split_once('>');
        let sign = mark.and_then(|(code, _)| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match (mark, sign) {
            (Some((_, behind)), Some(sign)) if is_unseen(sign) => rest = behind,
            _ => {
                left.push_str(BEGIN);
                rest = after;
            }
        }
    }
    left.push_str(rest);
    Cow::Owned(left)
}

/// Characters that take no place and carry no meaning in a name.
pub(super) fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1160}' | '\u{2800}' | '\u{E0000}'..='\u{E01EF}'
    )
}
