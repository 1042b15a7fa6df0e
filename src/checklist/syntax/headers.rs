//! Headers that do nothing: one that stands behind a sign of a comment, and one above another of the same.

use std::ops::Range;

use super::find::Fault;
use super::header;
use super::slip::starts_statement;
use crate::checklist::definition::limits;
use crate::checklist::diagnostic::SyntaxFault;
use crate::checklist::diagnostic::position::line_around;

/// What begins and ends a text of several lines.
const QUOTES: &str = "\"\"\"";
const APOSTROPHES: &str = "'''";

/// The signs with which people begin a comment.
const SIGNS: [&str; 4] = ["#", "//", "--", ";"];

/// A header has no more bytes than this, with what is said beside it.
const LONGEST: usize = 200;

/// Further headers are not looked at: a definition that is walked has far fewer.
const MOST: usize = 5000;

/// All of them that are told, each with its place and with what belongs there.
pub(super) fn idle(text: &str) -> Vec<(SyntaxFault, Range<usize>, String)> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push((at, line.trim_end()));
        at += line.len();
    }
    let mut found = Vec::new();
    let (mut within_text, mut headers) = (false, 0);
    // The header that waits for something below it.
    let mut waits: Option<(Range<usize>, String)> = None;
    for (number, (start, line)) in lines.iter().enumerate() {
        if found.len() > limits::PROBLEMS || headers > MOST {
            break;
        }
        let begins_in_text = within_text;
        let quotes: usize = [QUOTES, APOSTROPHES].iter().map(|quotes| line.matches(quotes).count()).sum();
        within_text ^= quotes % 2 == 1;
        let written = line.trim_start();
        if begins_in_text || written.is_empty() {
            continue;
        }
        let span = start + (line.len() - written.len())..start + line.len();
        if let Some(meant) = commented(written) {
            let next = lines.get(number + 1).map_or("", |(_, next)| next.trim_start());
            if starts_statement(next) && !next.starts_with('[') {
                found.push((SyntaxFault::CommentedHeader, span, meant));
                waits = None;
            }
        } else if !written.starts_with('#') {
            headers += usize::from(written.starts_with('['));
            let own = Some(written).filter(|own| own.len() < LONGEST).and_then(header::path);
            if let Some((above, _)) = waits.take().filter(|(_, path)| own.as_ref() == Some(path)) {
                found.push((SyntaxFault::DoubledHeader, above, String::new()));
            }
            waits = own.map(|own| (span, own));
        }
    }
    found
}

/// The parts above the first header of their list, where that is called double because of them: `[[group.item]]` above the first
/// `[[group]]`.
pub(super) fn orphans(text: &str, fault: &Fault) -> Option<Range<usize>> {
    let around = line_around(text, fault.span.start);
    let list = header::path(text.get(around.clone())?).filter(|_| fault.kind == SyntaxFault::DuplicateKey)?;
    let mut at = 0;
    let mut first = None;
    let mut headers = 0;
    for line in text.get(..around.start)?.split_inclusive('\n') {
        headers += usize::from(line.trim_start().starts_with('['));
        if headers > MOST {
            return None;
        }
        let own = header::path(line);
        if own.as_deref() == Some(&list) {
            return None;
        }
        let is_part =
            own.as_deref().and_then(|own| own.strip_prefix(&list)).is_some_and(|rest| rest.starts_with('.'));
        if is_part {
            first.get_or_insert(at);
        }
        at += line.len();
    }
    first.map(|first| first..around.start)
}

/// Whether the last header above a place is of no section that there is: what follows it was meant to be in that one.
pub(super) fn is_below_odd(text: &str, at: usize) -> bool {
    let above = text.get(..at).unwrap_or_default();
    let last = above.lines().rev().map(str::trim).find(|line| line.starts_with('['));
    last.is_some_and(|line| line.ends_with(']') && header::path(line).is_none())
}

/// The header of a list of sections that stands behind a sign of a comment, and nothing else.
fn commented(line: &str) -> Option<String> {
    let line = Some(line.trim_start()).filter(|line| line.len() < LONGEST)?;
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
            let found = idle(text).first().map(|(kind, span, _)| (*kind, above(span.start) + 1));
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
            assert_eq!(idle(text), [], "{text:?}");
        }
    }
}
