//! A text of which the first quotes are missing: with commas on one line, or over several lines.

use std::ops::Range;

use super::slip::{is_key, starts_statement};
use crate::checklist::diagnostic::position::line_around;

/// The three quotes around a text of several lines.
const LONG: &str = "\"\"\"";

/// The place of a text with commas of which only the last quote is on the line: the reader parts it at its commas.
pub(super) fn missing(line: &str) -> Option<Range<usize>> {
    if line.contains(LONG) {
        return None;
    }
    // Where a value may begin, and whether that is behind a text.
    let (mut from, mut behind_text) = (0, false);
    let (mut open, mut escaped) = (false, false);
    for (at, c) in line.char_indices() {
        match c {
            '"' if open && !escaped => (open, from, behind_text) = (false, at + 1, true),
            '"' if !open => {
                let written = line.get(from..at)?.trim_start();
                let text = written.trim_start_matches([',', ' ', '\t']);
                if text.is_empty() {
                    open = true;
                } else {
                    let next = line.get(at + 1..)?.trim_start().chars().next();
                    let ends = matches!(next, None | Some(',' | ']' | '}' | '#'));
                    let is_apart = !behind_text || written.starts_with(',');
                    let is_text = text.starts_with(char::is_alphabetic) && text.contains(',');
                    return (ends && is_apart && is_text).then(|| at - text.len()..at + 1);
                }
            }
            '=' | '[' | '{' if !open => (from, behind_text) = (at + 1, false),
            '#' if !open => return None,
            _ => {}
        }
        escaped = c == '\\' && open && !escaped;
    }
    None
}

/// The place of a text that ends in three quotes and does not begin with them, where the reader stopped at `at`: from behind its
/// key to its end.
pub(super) fn missing_long(text: &str, at: usize) -> Option<Range<usize>> {
    const MOST: usize = 60;
    let line = line_around(text, at);
    let above = || {
        let above = line_around(text, line.start.checked_sub(1)?);
        // A text that is empty is none by itself.
        value(text, &above).filter(|(_, value)| matches!(*value, "" | "\"\""))
    };
    let (start, value) = value(text, &line).or_else(above)?;
    if let Some(written) = value.strip_suffix(LONG) {
        let is_begun = written.starts_with(['"', '\'']);
        return (!is_begun && !written.is_empty()).then(|| start..start + value.len());
    }
    if !matches!(value, "" | "\"" | "\"\"") && !value.starts_with(char::is_alphabetic) {
        return None;
    }
    let mut end = line_around(text, start).end;
    for line in text.get(end..)?.split_inclusive('\n').take(MOST) {
        if starts_statement(line) {
            return None;
        }
        if line.contains(LONG) {
            let is_end = line.matches('"').count() >= 3 && line.trim_end().ends_with(LONG);
            return is_end.then(|| start..end + line.trim_end().len());
        }
        end += line.len();
    }
    None
}

/// The value of a line with a key, with its place; of an empty one the place of the `=`.
fn value<'t>(text: &'t str, line: &Range<usize>) -> Option<(usize, &'t str)> {
    let (key, rest) = text.get(line.clone())?.split_once('=')?;
    let value = rest.trim();
    let equals = line.start + key.len();
    let start = equals + 1 + (rest.len() - rest.trim_start().len());
    is_key(key).then_some((if value.is_empty() { equals } else { start }, value))
}
