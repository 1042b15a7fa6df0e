//! Brackets and quotes that stand around nothing but one part of a text.

use std::ops::Range;

use super::number_label::is_label;

/// What opens and what closes.
const PAIRS: [(char, char); 15] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('*', '*'),
    ('_', '_'),
    ('“', '”'),
    ('„', '”'),
    ('„', '“'),
    ('‘', '’'),
    ('‚', '’'),
    ('«', '»'),
];

/// The longest label within brackets, in characters.
const LABEL: usize = 30;

/// The part of `text` at `range` with the brackets and quotes that would enclose nothing without it: "BSN (…)", and those of
/// which the other one stands within it.
pub(crate) fn with_brackets(text: &str, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let (opened, closed) = unmatched(text.get(start..end).unwrap_or_default());
    for close in closed {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if let Some(open) = before.filter(|open| PAIRS.contains(&(*open, close))) {
            start -= open.len_utf8();
        }
    }
    for open in opened {
        let behind = text.get(end..).and_then(|behind| behind.chars().next());
        if let Some(close) = behind.filter(|close| PAIRS.contains(&(open, *close))) {
            end += close.len_utf8();
        }
    }
    loop {
        let before = text.get(..start).unwrap_or_default().trim_end_matches(' ');
        let behind = text.get(end..).unwrap_or_default();
        let close = behind.trim_start_matches(' ');
        let pair = before.chars().next_back().zip(close.chars().next()).filter(|pair| PAIRS.contains(pair));
        let Some((open, closing)) = pair else { break };
        start = before.len() - open.len_utf8();
        end += behind.len() - close.len() + closing.len_utf8();
    }
    // "(BSN …)" says nothing else either.
    let labelled = text.get(..start).and_then(|before| {
        let (at, open) = before.char_indices().rev().take(LABEL).find(|(_, sign)| is_opening(*sign))?;
        let close = text.get(end..)?.chars().next().filter(|close| PAIRS.contains(&(open, *close)))?;
        is_label(before.get(at + open.len_utf8()..)?).then(|| at..end + close.len_utf8())
    });
    labelled.unwrap_or(start..end)
}

fn is_opening(sign: char) -> bool {
    PAIRS.iter().any(|(open, close)| *open == sign && open != close)
}

/// The brackets that are opened in a text and not closed, the last first, and those that are closed and were not opened.
fn unmatched(text: &str) -> (Vec<char>, Vec<char>) {
    let (mut opened, mut closed): (Vec<char>, Vec<char>) = (Vec::new(), Vec::new());
    for sign in text.chars() {
        let is_closing = PAIRS.iter().any(|(open, close)| *close == sign && open != close);
        if is_closing && opened.last().is_some_and(|open| PAIRS.contains(&(*open, sign))) {
            opened.pop();
        } else if is_opening(sign) {
            opened.push(sign);
        } else if is_closing {
            closed.push(sign);
        }
    }
    opened.reverse();
    (opened, closed)
}
