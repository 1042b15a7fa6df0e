//! Headers that do nothing: one that stands behind a sign of a comment, and one above another of the same.

use std::ops::Range;

use super::header;
use super::slip::starts_statement;
use crate::checklist::diagnostic::SyntaxFault;

/// The signs with which people begin a comment.
const SIGNS: [&str; 4] = ["#", "//", "--", ";"];

/// The first of them, with the line on which it stands and what belongs there.
pub(super) fn idle(text: &str) -> Option<(SyntaxFault, Range<usize>, String)> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push((at, line.trim_end()));
        at += line.len();
    }
    let mut within_text = false;
    for (number, (start, line)) in lines.iter().enumerate() {
        let begins_in_text = within_text;
        within_text ^=
            ["\"\"\"", "\'\'\'"].iter().map(|quotes| line.matches(quotes).count()).sum::<usize>() % 2 == 1;
        if begins_in_text {
            continue;
        }
        let span = start + (line.len() - line.trim_start().len())..start + line.len();
        let below = lines.get(number + 1..).unwrap_or_default();
        let next = below.first().map_or("", |(_, next)| *next);
        if let Some(meant) = commented(line)
            && starts_statement(next)
            && !next.trim_start().starts_with('[')
        {
            return Some((SyntaxFault::CommentedHeader, span, meant));
        }
        let mut says = below.iter().map(|(_, next)| next.trim()).filter(|next| !next.is_empty());
        let next = says.find(|next| !next.starts_with('#'));
        if let (Some(own), Some(next)) = (header::path(line), next.and_then(header::path))
            && own == next
        {
            return Some((SyntaxFault::DoubledHeader, span, String::new()));
        }
    }
    None
}

/// The header of a list of sections that stands behind a sign of a comment, and nothing else.
fn commented(line: &str) -> Option<String> {
    let line = line.trim_start();
    let sign = SIGNS.iter().find(|sign| line.starts_with(**sign))?;
    let behind = line.trim_start_matches(*sign).trim();
    (behind.starts_with('[') && behind.ends_with(']') && header::path(behind).is_some())
        .then(|| behind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_does_nothing_is_found() {
        for (text, kind, line) in [
            ("# [[group]]\nid = 1\n", SyntaxFault::CommentedHeader, 1),
            ("a = 1\n## [[group.item]]\nid = 1\n", SyntaxFault::CommentedHeader, 2),
            ("// [[group.item]]\nid = 1\n", SyntaxFault::CommentedHeader, 1),
            ("[group]\n\n# de groep\n[[group]]\nid = 1\n", SyntaxFault::DoubledHeader, 1),
            ("[[group]]\nid = 1\n[[group.item]]\n[[group.item]]\n", SyntaxFault::DoubledHeader, 3),
        ] {
            let above = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count();
            let found = idle(text).map(|(kind, span, _)| (kind, above(span.start) + 1));
            assert_eq!(found, Some((kind, line)), "{text:?}");
        }
        for text in [
            "# [[group]]\n# id = 1\n",
            "# [[group]]\n\nid = 1\n",
            "# [[iets]]\nid = 1\n",
            "# zie [[group]]\nid = 1\n",
            "[[group]]\nid = 1\n[[group.item]]\nid = 2\n",
            "[[group]]\n[[group.item]]\nid = 2\n",
            "a = \"\"\"\n# [[group]]\nid = 1\n\"\"\"\n",
        ] {
            assert_eq!(idle(text), None, "{text:?}");
        }
    }
}
