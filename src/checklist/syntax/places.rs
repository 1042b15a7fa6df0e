//! Places in a text at which something is put right: in every line, a bracket that closes, room for a comma.

use std::ops::Range;

use super::stray;

/// Puts a sign in each place that `find` names in a line, with spaces up to its length.
pub(super) fn every_line(text: &mut String, find: impl Fn(&str) -> Vec<(Range<usize>, &'static str)>) {
    let mut start = 0;
    let mut places = Vec::new();
    for line in text.split_inclusive('\n') {
        places.extend(find(line).into_iter().map(|(at, sign)| (start + at.start..start + at.end, sign)));
        start += line.len();
    }
    for (at, sign) in places {
        let padded = format!("{sign:<width$}", width = at.len());
        text.replace_range(at, &padded);
    }
}

/// The bracket that closes the one at `open`.
pub(super) fn closing(text: &str, open: usize) -> Option<usize> {
    let pair = match text.get(open..)?.chars().next()? {
        '(' => ('(', ')'),
        _ => ('{', '}'),
    };
    let mut depth = 0;
    let mut from = open;
    for line in text.get(open..)?.split_inclusive('\n') {
        for (at, c) in stray::outside_texts(line) {
            depth += i32::from(c == pair.0) - i32::from(c == pair.1);
            if depth == 0 && c == pair.1 {
                return Some(from + at);
            }
        }
        from += line.len();
        if text.get(from..).is_some_and(|rest| rest.starts_with("[[")) {
            return None;
        }
    }
    None
}

/// Where a comma can stand in place of white space, between two parts.
pub(super) fn comma_at(text: &str, span: &Range<usize>) -> Option<usize> {
    let before = text.get(..span.start)?;
    let within = text.get(span.clone())?.find(' ').map(|at| span.start + at);
    let is_space = |at: &usize| text.as_bytes().get(*at) == Some(&b' ');
    let above = || {
        // At the beginning of a line only its end is left, unless a comment stands there.
        let line = before.strip_suffix('\n')?.lines().next_back()?;
        (!line.contains('#') && !line.ends_with('\r')).then(|| span.start - 1)
    };
    span.start.checked_sub(1).filter(is_space).or(within).or_else(above)
}
