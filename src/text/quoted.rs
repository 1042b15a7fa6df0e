//! Cells of a spreadsheet that come in quotation marks.

use std::borrow::Cow;

/// Cells of a spreadsheet as they were seen: one with a line end or quotation marks in it comes in quotation marks of its own.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') || !text.contains('"') {
        return Cow::Borrowed(text);
    }
    let (mut clean, mut rest) = (String::with_capacity(text.len()), text);
    while !rest.is_empty() {
        let begins = clean.is_empty() || clean.ends_with(['\t', '\n', '\r']);
        let cell = rest.strip_prefix('"').filter(|_| begins).and_then(quoted_cell);
        if let Some((cell, behind)) = cell {
            clean.push_str(&cell);
            rest = behind;
            continue;
        }
        let end = rest.find(['\t', '\n']).map_or(rest.len(), |at| at + 1);
        let (plain, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        clean.push_str(plain);
        rest = behind;
    }
    Cow::Owned(clean)
}

/// What stands in a cell behind its first quotation mark, on one line, and what follows its last; `None` where nothing in it asks for
/// quotation marks, so that they are somebody's own.
fn quoted_cell(cell: &str) -> Option<(String, &str)> {
    let mut from = 0;
    loop {
        let at = from + cell.get(from..)?.find('"')?;
        let behind = cell.get(at + 1..)?;
        if behind.starts_with('"') {
            from = at + 2;
            continue;
        }
        let inside = cell.get(..at)?;
        let is_asked_for = inside.contains(['\n', '\r', '\t']) || inside.contains("\"\"");
        let ends = behind.is_empty() || behind.starts_with(['\t', '\n', '\r']);
        let lines = || inside.replace("\"\"", "\"").split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" ");
        return (is_asked_for && ends).then(|| (lines(), behind));
    }
}
