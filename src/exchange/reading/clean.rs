//! Texts of a file as they may stand in a notebook.

use super::plain::Told;
use crate::text::{self, citizen_number};

/// The longest text that is taken over, in bytes.
pub(super) const LONGEST: usize = 20_000;

/// The longest name or relation.
pub(super) const SHORT: usize = 400;

/// A text of a file: what is invisible shown, and citizen numbers gone.
pub(super) fn text(found: &str, longest: usize) -> (String, Vec<Told>) {
    if found.len() > longest {
        return (String::new(), vec![Told::TooLong]);
    }
    let shown = text::visible_text(&text::pasted(found)).trim().to_owned();
    match citizen_number::without(&shown) {
        Some(rest) => (rest.trim().to_owned(), vec![Told::CitizenNumber]),
        None => (shown, Vec::new()),
    }
}

/// The same in one line.
pub(super) fn line(found: &str) -> (String, Vec<Told>) {
    let (text, told) = text(found, SHORT);
    (text::visible_line(&text).split_whitespace().collect::<Vec<_>>().join(" "), told)
}
