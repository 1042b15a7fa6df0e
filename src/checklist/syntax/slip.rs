//! Slips of people who write no code: recognised in a line that is wrong, whatever the reader makes of it.

use std::ops::Range;

use crate::checklist::diagnostic::SyntaxFault;

/// The slip in a line that is wrong, and its place in the line.
pub(super) fn find(line: &str) -> Option<(SyntaxFault, Range<usize>)> {
    let start = line.len() - line.trim_start().len();
    let written = line.trim();
    if ["//", "/*", "--", "<!--", "%"].iter().any(|sign| written.starts_with(sign)) {
        return Some((SyntaxFault::CommentSign, start..start + written.len()));
    }
    let equals = line.find('=')?;
    let value_at = equals + 1 + line.get(equals + 1..)?.len() - line.get(equals + 1..)?.trim_start().len();
    let value = line.get(value_at..)?;
    let value = if value.contains(['"', '\'']) { value } else { value.split('#').next().unwrap_or_default() };
    let value = value.trim_end();
    let whole = value_at..value_at + value.len();
    if is_decimal_comma(value) {
        return Some((SyntaxFault::DecimalComma, whole));
    }
    if value.starts_with('(') {
        return Some((SyntaxFault::RoundBrackets, whole));
    }
    let end = whole.end.checked_sub(1)?;
    if value.len() > 1 && value.ends_with(';') {
        return Some((SyntaxFault::Semicolon, end..end + 1));
    }
    let quotes =
        value.match_indices('"').filter(|(at, _)| !value.get(..*at).is_some_and(|b| b.ends_with('\\')));
    let quotes: Vec<usize> = quotes.map(|(at, _)| at).collect();
    let is_plain = !value.starts_with(['[', '{']) && !value.starts_with("\"\"\"");
    if is_plain && value.starts_with('"') && quotes.len() > 3 && value.ends_with('"') {
        return Some((SyntaxFault::QuotesInText, whole));
    }
    // A text in a table that lost its last quote runs on to the first quote of the next one.
    let pairs = quotes.chunks(2).filter_map(|pair| pair.first().zip(pair.get(1)));
    let runs_on = pairs.into_iter().find(|(from, to)| {
        let text = value.get(*from + 1..**to).unwrap_or_default();
        text.contains("},") || text.contains(" }") || text.contains(" = ")
    });
    if let (false, Some((from, _))) = (quotes.len().is_multiple_of(2), runs_on) {
        return Some((SyntaxFault::UnclosedText, value_at + from..value_at + from + 1));
    }
    None
}

/// Whether a value is a number with the comma of Dutch.
fn is_decimal_comma(value: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit());
    let value = value.trim_start_matches(['-', '+']);
    value.split_once(',').is_some_and(|(whole, part)| digits(whole) && digits(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_is_found_at_its_place() {
        for (line, fault, place) in [
            ("min = 0,5", SyntaxFault::DecimalComma, "0,5"),
            ("  max = -10,25 # hoogste", SyntaxFault::DecimalComma, "-10,25"),
            ("// mijn vraag", SyntaxFault::CommentSign, "// mijn vraag"),
            ("-- mijn vraag", SyntaxFault::CommentSign, "-- mijn vraag"),
            ("options = (\"a\", \"b\")", SyntaxFault::RoundBrackets, "(\"a\", \"b\")"),
            ("type = \"scale\";", SyntaxFault::Semicolon, ";"),
            ("text = \"Het is \"goed\" zo?\"", SyntaxFault::QuotesInText, "\"Het is \"goed\" zo?\""),
            (
                "options = [{ code = \"a\", text = \"A }, { code = \"b\", text = \"B\" }]",
                SyntaxFault::UnclosedText,
                "\"",
            ),
        ] {
            let (found, range) = find(line).unwrap_or_else(|| panic!("nothing in {line}"));
            assert_eq!((found, line.get(range).unwrap()), (fault, place), "{line}");
        }
        for line in
            ["min = 5", "text = \"a, b\"", "options = [\"a\", \"b\"]", "# x", "[[group]]", "", "a = [1,2]"]
        {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
