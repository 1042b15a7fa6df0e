//! Characters that came along with pasted text: they look like a space, like nothing, or like a sign of TOML.

use std::ops::Range;

use crate::checklist::diagnostic::SyntaxFault;

/// What a character is where no text is written, and the sign of TOML for it where it looks like one.
fn kind(c: char) -> Option<(SyntaxFault, Option<char>)> {
    let looks_like = |sign| Some((SyntaxFault::LookAlike, Some(sign)));
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some((SyntaxFault::NoBreakSpace, Some(' ')))
        }
        '\u{ad}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}' => Some((SyntaxFault::InvisibleSign, None)),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => looks_like('-'),
        '″' | '«' | '»' => looks_like('"'),
        '´' | '′' => looks_like('\''),
        '\u{ff01}'..='\u{ff5e}' => looks_like(char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)),
        c if is_steering(c) => Some((SyntaxFault::InvisibleSign, None)),
        _ => None,
    }
}

/// Whether a character has no shape and belongs in no text, as what a copied or damaged file holds.
pub(super) fn is_steering(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// The sign of TOML that a character looks like.
pub(super) fn meant(c: char) -> Option<char> {
    kind(c).filter(|(fault, _)| *fault == SyntaxFault::LookAlike).and_then(|(_, sign)| sign)
}

/// The first such character in a line, outside its texts and its comment.
pub(super) fn first(line: &str) -> Option<(SyntaxFault, Range<usize>)> {
    outside_texts(line).find_map(|(at, c)| Some((kind(c)?.0, at..at + c.len_utf8())))
}

/// The characters of a line that stand in no text and no comment.
pub(super) fn outside_texts(line: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    let mut escaped = false;
    let code = line.char_indices().map_while(move |(at, c)| {
        let was_within = quote.is_some();
        match quote {
            None if c == '#' => return None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(open) if c == open && !escaped => quote = None,
            _ => {}
        }
        escaped = quote == Some('"') && c == '\\' && !escaped;
        Some((!was_within && quote.is_none()).then_some((at, c)))
    });
    code.flatten()
}

/// The line with as many bytes, and ordinary spaces for those that are none; nothing where more is wrong with it.
pub(super) fn with_spaces(line: &str) -> Option<String> {
    let strays: Vec<(usize, char)> = outside_texts(line).filter(|(_, c)| kind(*c).is_some()).collect();
    let mut mended = line.to_owned();
    for (at, c) in strays {
        let end = at + c.len_utf8();
        let is_edge = |c: Option<char>| {
            c.is_none_or(|c| c.is_whitespace() || "=[]{},\"'".contains(c) || kind(c).is_some())
        };
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(end..).and_then(|after| after.chars().next());
        match kind(c)? {
            (SyntaxFault::NoBreakSpace, _) => {}
            (SyntaxFault::InvisibleSign, _) if is_edge(before) || is_edge(after) => {}
            _ => return None,
        }
        mended.replace_range(at..end, &" ".repeat(c.len_utf8()));
    }
    Some(mended)
}
