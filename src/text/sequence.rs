//! Sequences that a terminal obeys and that nobody saw, as they come along with a text that was copied from a log.
//!
//! | what | form |
//! |---|---|
//! | colours, keys, modes, places (CSI) | `ESC [`, parameters, a letter; also with U+009B for the first two |
//! | titles, links, colours, pictures (OSC, DCS, SOS, PM, APC) | `ESC ]`, `P`, `X`, `^`, `_`, `k`, until ST or BEL on the same line; also with one C1 character |
//! | sets of characters | `ESC (` and such, one sign |
//! | keys of the number pad and function keys | `ESC O`, one letter |
//! | the rest | `ESC`, one sign |
//!
//! What is broken off loses only its beginning: whatever may have been text stays.

/// What follows a sequence, when `text` begins with one.
pub(super) fn after_sequence(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    match first {
        '\u{1B}' => Some(after_escape(rest)),
        // These stand in texts of Windows for a sign of their own, so that only a whole sequence counts.
        '\u{9B}' => after_control(rest, false),
        '\u{90}' | '\u{98}' | '\u{9D}'..='\u{9F}' => after_string(rest, &["\u{9C}"]).or_else(|| {
            after_string(rest, &["\u{1B}\\", "\u{7}"]).filter(|_| matches!(first, '\u{90}' | '\u{9D}'))
        }),
        _ => None,
    }
}

/// What follows the sequence of which `rest` is what stands behind ESC.
fn after_escape(rest: &str) -> &str {
    let mut chars = rest.chars();
    let Some(kind) = chars.next() else { return rest };
    let within = chars.as_str();
    let one = |fits: fn(char) -> bool| within.strip_prefix(fits);
    match kind {
        '[' => after_control(within, true).unwrap_or(within),
        // The console of Linux ends its colours with nothing.
        ']' if within.starts_with('R') => within.get(1..).unwrap_or_default(),
        ']' if is_palette(within) => within.get(8..).unwrap_or_default(),
        ']' | 'P' | 'X' | '^' | '_' | 'k' => {
            let ended = after_string(within, &["\u{1B}\\", "\u{7}", "\u{9C}"]);
            ended.unwrap_or(if kind == 'k' { rest } else { within })
        }
        'O' => one(|c| matches!(c, 'A'..='D' | 'F' | 'H' | 'M' | 'P'..='S' | 'X')).unwrap_or(within),
        ' ' => one(|c| matches!(c, 'F' | 'G' | 'L'..='N')).unwrap_or(rest),
        '!'..='/' => {
            let set = within.trim_start_matches(|c| matches!(c, '!'..='/'));
            set.strip_prefix(|c| matches!(c, '0'..='Z')).unwrap_or(rest)
        }
        '7'
        | '8'
        | '<'..='>'
        | 'D'
        | 'E'
        | 'H'
        | 'M'
        | 'N'
        | 'V'
        | 'W'
        | 'Z'
        | '\\'
        | 'c'
        | '|'
        | '}'
        | '~' => within,
        // Another ESC begins a sequence of its own, and a letter is text.
        _ => rest,
    }
}

/// What follows a CSI: parameters, signs between, one last letter.
fn after_control(within: &str, may_be_bare: bool) -> Option<&str> {
    let rest = within.trim_start_matches(|c| matches!(c, '0'..='?'));
    let has_none = rest.len() == within.len();
    let last = if may_be_bare { rest.trim_start_matches(|c| matches!(c, ' '..='/')) } else { rest };
    if last.is_empty() && may_be_bare {
        return Some(last);
    }
    // The console of Linux has function keys of this form.
    if let Some(key) = last.strip_prefix('[').filter(|_| has_none) {
        return Some(key.strip_prefix(|c| matches!(c, 'A'..='E')).unwrap_or(key));
    }
    last.strip_prefix(|c: char| {
        if may_be_bare { matches!(c, '@'..='~') } else { c.is_ascii_alphabetic() || c == '~' && !has_none }
    })
}

/// What follows the first of `ends` on the same line.
fn after_string<'t>(within: &'t str, ends: &[&str]) -> Option<&'t str> {
    let line = within.split(['\n', '\r']).next()?;
    let found = ends.iter().filter_map(|end| Some((line.find(end)?, end.len())));
    let (at, length) = found.min()?;
    within.get(at + length..)
}

/// Whether a colour of the console of Linux follows: `P` and seven digits.
fn is_palette(within: &str) -> bool {
    within
        .strip_prefix('P')
        .and_then(|digits| digits.get(..7))
        .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
