//! What came late: the rest of a sequence, or typed.

use super::sequence::{ESC, Seen, is_like_text, look};

/// So many bytes of a sequence tell what it is.
pub(super) const TELLING: usize = 64;

/// The most bytes that are looked at for a sequence that begins with one byte instead of two.
const EIGHT_BIT: usize = 256;

/// Whether what came late can be the rest of a sequence of which `sure` bytes came before it. After an Esc that was told as
/// a key, what anybody might type is no rest.
pub(super) fn may_follow(whole: &[u8], sure: usize, escaped: bool) -> bool {
    let late = whole.get(sure..).unwrap_or_default();
    match (late, escaped) {
        // Behind what may be a number it ends an answer; elsewhere it is more likely typed.
        ([b'a'..=b'z'], false) => matches!(whole.get(..sure), Some([.., b'0'..=b'9' | b'$' | b'&'])),
        // Of a capital behind Esc it is the word.
        (_, false) if sure == 0 && matches!(late, [ESC, b'O', b'a'..=b'z']) => false,
        // The mouse of old terminals tells three bytes at once.
        (late, false) if whole.starts_with(b"\x1b[M") && sure == 3 => late.len() == 3,
        (_, false) => true,
        ([b'['], true) | ([b'[', ..], true) => true,
        ([b'O'], true) => true,
        ([b'O', b'2'..=b'8'], true) => true,
        ([b'O', last] | [b'O', b'2'..=b'8', last], true) => {
            matches!(last, b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S')
        }
        // Whole, or to be ended yet: nobody types three letters at once.
        ([b']' | b'P' | b'X' | b'^' | b'_', .., b'\\' | 0x07 | 0x9C | ESC], true) => true,
        ([b']' | b'P' | b'X' | b'^' | b'_', _, _, ..], true) => true,
        _ => false,
    }
}

/// Whether these bytes, of which the last ones came `late`, may be held back till more comes: a key or an answer in pieces. Of a
/// string what came late must be more than a person types at once, or its end in two bytes.
pub(super) fn may_be_held(whole: &[u8], sure: usize, late: &[u8]) -> bool {
    let is_held = match is_like_text(whole) {
        true => late.len() > 1,
        false => whole.len() - sure.min(whole.len()) > 1,
    };
    !is_string(whole) || is_held || whole.last() == Some(&ESC)
}

/// Whether these bytes begin as a string does, and no key.
pub(super) fn is_string(bytes: &[u8]) -> bool {
    let begins = bytes.iter().take_while(|byte| **byte == ESC).count();
    !matches!(bytes.get(begins), Some(b'[' | b'O'))
}

/// Whether `rest` begins with one byte a sequence that may go on.
pub(super) fn begins_eight_bit(rest: &[u8]) -> bool {
    let sequence = rest.split_first().and_then(|(byte, after)| eight_bit(*byte, after));
    rest.len() < TELLING && sequence.is_some_and(|sequence| look(&sequence) == Seen::Unfinished)
}

/// The sequence that begins with one byte where others have two, as far as it is looked at.
pub(super) fn eight_bit(byte: u8, rest: &[u8]) -> Option<Vec<u8>> {
    let second = match byte {
        0x8F | 0x90 | 0x9B | 0x9D => byte - 0x40,
        _ => return None,
    };
    let rest = rest.get(..rest.len().min(EIGHT_BIT)).unwrap_or_default();
    Some([ESC, second].iter().chain(rest).copied().collect())
}
