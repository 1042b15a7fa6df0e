//! What comes along with a text that was copied from a chat, a mail or a web page: lines that show that it is code, signs of
//! a reply, numbers of lines, and quotes as a web page writes them; and two versions that a program left in one file.

use std::ops::Range;

use super::slip::starts_statement;
use super::stray::outside_texts;
use crate::checklist::diagnostic::SyntaxFault;
use crate::checklist::diagnostic::position::line_around;

/// Where such a line stands, and all that is no part of the definition because of it: the line with what is said above
/// it, and the line that ends the text with what is said below.
pub(super) fn fences(text: &str) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let mut fences = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_fence = ["```", "~~~"].iter().any(|sign| line.trim_start().starts_with(sign));
        let within_text = || {
            let before = text.get(..at).unwrap_or_default();
            ["\"\"\"", "'''"].iter().any(|quotes| before.matches(quotes).count() % 2 == 1)
        };
        if is_fence && !within_text() {
            let start = at + line.len() - line.trim_start().len();
            fences.push(start..at + line.trim_end().len());
        }
        at += line.len();
    }
    let first = fences.first()?.clone();
    let states = |part: &str| part.lines().any(starts_statement);
    let mut cuts = Vec::new();
    for (number, fence) in fences.iter().enumerate() {
        let above = if number == 0 { 0..fence.start } else { fence.start..fence.start };
        let start = if states(text.get(above.clone())?) { fence.start } else { above.start };
        let is_last = number + 1 == fences.len() && (number > 0 || start == fence.start);
        let end = if is_last && !states(text.get(fence.end..)?) { text.len() } else { fence.end };
        cuts.push(start..end);
    }
    Some((first, cuts))
}

/// The four signs with which a program that keeps versions parts two of them.
const PARTING: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Whether two versions stand in one file, as after a merge that nobody finished.
pub(in crate::checklist) fn has_conflict(text: &str) -> bool {
    ["<<<<<<<", ">>>>>>>"].iter().any(|sign| text.contains(sign)) && conflict(text).is_some()
}

/// Where such a file is first parted, and all that is to go so that one version is left: the one above, where its end is known.
pub(super) fn conflict(text: &str) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let lines = || {
        let ends = text.split_inclusive('\n').scan(0, |at, line| {
            *at += line.len();
            Some(*at - line.len())
        });
        ends.zip(text.split_inclusive('\n')).map(|(at, line)| (at, line.trim_end()))
    };
    let sign = |line: &str| {
        let found = PARTING.into_iter().find(|sign| {
            line.strip_prefix(sign).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        // By itself it is a line that somebody drew.
        found.filter(|sign| *sign != "=======" || line.len() == sign.len())
    };
    let last = lines().filter(|(_, line)| sign(line) == Some(">>>>>>>")).last().map(|(at, _)| at);
    let first = lines().find(|(_, line)| matches!(sign(line), Some("<<<<<<<" | ">>>>>>>")))?;
    let mut other = false;
    let mut cuts = Vec::new();
    for (at, line) in lines() {
        let parting = sign(line);
        match parting {
            Some("<<<<<<<" | ">>>>>>>") => other = false,
            Some(_) => other = last.is_some_and(|last| at < last),
            None => {}
        }
        if parting.is_some() || other {
            cuts.push(at..at + line.len());
        }
    }
    Some((first.0..first.0 + first.1.len(), cuts))
}

/// The sign of a reply, or the number, that stands before every line: what it is, where the first one stands, and the text with
/// spaces in their place.
pub(super) fn before_lines(text: &str) -> Option<(SyntaxFault, Range<usize>, String)> {
    const ENOUGH: usize = 3;
    let mut plain = String::with_capacity(text.len());
    let (mut count, mut number, mut first) = (0_usize, 0_u64, None);
    let mut kind = None;
    for line in text.split_inclusive('\n') {
        let start = plain.len();
        let written = line.trim_start_matches([' ', '\t']);
        if written.trim().is_empty() {
            plain.push_str(line);
            continue;
        }
        let (found, sign) = match written.strip_prefix('>') {
            Some(_) => (SyntaxFault::ReplySigns, 1),
            None => (SyntaxFault::LineNumbers, written.bytes().take_while(u8::is_ascii_digit).count()),
        };
        if found == SyntaxFault::LineNumbers {
            let next = written.get(..sign)?.parse::<u64>().ok().filter(|next| *next > number)?;
            number = next;
        }
        if kind.is_some_and(|kind| kind != found) {
            return None;
        }
        kind = Some(found);
        let indent = line.len() - written.len();
        let behind = written.get(sign..)?;
        let more = usize::from(found == SyntaxFault::LineNumbers && behind.starts_with([':', '.', '|', ')']));
        first.get_or_insert(start + indent..start + indent + sign);
        plain.push_str(&" ".repeat(indent + sign + more));
        plain.push_str(behind.get(more..)?);
        count += 1;
    }
    Some((kind?, first?, plain)).filter(|_| count >= ENOUGH)
}

/// Where a line ends with a break as on a web page, and the text with spaces in the place of all of these.
pub(super) fn web_line_ends(text: &str) -> Option<(Range<usize>, String)> {
    let mut plain = String::with_capacity(text.len());
    let mut first = None;
    for line in text.split_inclusive('\n') {
        let start = plain.len();
        let written = line.trim_end();
        let lower = written.to_ascii_lowercase();
        let tag = ["<br>", "<br/>", "<br />", "</p>"].into_iter().find(|tag| lower.ends_with(tag));
        let at = tag.map(|tag| written.len() - tag.len());
        match at.filter(|at| outside_texts(line).any(|(place, _)| place == *at)) {
            Some(at) => {
                first.get_or_insert(start + at..start + written.len());
                plain.push_str(line.get(..at)?);
                plain.push_str(&" ".repeat(written.len() - at));
                plain.push_str(line.get(written.len()..)?);
            }
            None => plain.push_str(line),
        }
    }
    Some((first?, plain))
}

/// Where quotes stand as on a web page, and the text with straight ones, as long as it was.
pub(super) fn web_quotes(text: &str) -> Option<(Range<usize>, String)> {
    const QUOTE: &str = "&quot;";
    let first = text.find(QUOTE)?;
    let line = text.get(line_around(text, first)).unwrap_or_default();
    // Within a text it is one that somebody wrote.
    if line.contains('"') {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        for (number, part) in line.split(QUOTE).enumerate() {
            match number {
                0 => {}
                opening if opening % 2 == 1 => plain.push_str("     \""),
                _ => plain.push_str("\"     "),
            }
            plain.push_str(part);
        }
    }
    Some((first..first + QUOTE.len(), plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_of_a_web_page_go_and_those_in_a_text_stay() {
        for (text, left) in [
            ("a = 1<br>\nb = 2\n", Some("a = 1    \nb = 2\n")),
            ("a = \"x\"<BR />\r\n[b]</p>\r\n", Some("a = \"x\"      \r\n[b]    \r\n")),
            ("a = \"x<br>\"\n", None),
            ("# a<br>\n", None),
        ] {
            assert_eq!(web_line_ends(text).map(|(_, plain)| plain).as_deref(), left, "{text:?}");
        }
    }

    #[test]
    fn of_two_versions_one_is_left() {
        for (text, rest) in [
            ("a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> andere\nc = 4\n", "a = 1 b = 2 c = 4"),
            ("<<<<<<< mijn\r\nb = 2\r\n||||||| eerst\r\nb = 0\r\n=======\r\nb = 3\r\n>>>>>>> x\r\n", "b = 2"),
            (
                "<<<<<<<\na = 1\n=======\na = 2\n>>>>>>>\nx = 0\n<<<<<<<\nb = 1\n=======\n>>>>>>>\n",
                "a = 1 x = 0 b = 1",
            ),
            ("a = 1\n=======\na = 2\n>>>>>>> x\n", "a = 1"),
            ("<<<<<<< x\na = 1\nb = 2\n", "a = 1 b = 2"),
            ("<<<<<<< x\na = 1\n=======\nb = 2\n", "a = 1 b = 2"),
            ("a = 1\n>>>>>>> x\nb = 2\n", "a = 1 b = 2"),
        ] {
            let (_, cuts) = conflict(text).unwrap();
            let kept = text.char_indices().filter(|(at, _)| !cuts.iter().any(|cut| cut.contains(at)));
            let left: String = kept.map(|(_, c)| c).collect();
            assert_eq!(left.split_whitespace().collect::<Vec<_>>().join(" "), rest, "{text:?}");
        }
        for text in ["a = 1\n", "=======\n", "a = \"<<<<<<<\"\n", "# <<<<<<<\n", "<<<<<<<<<<\n"] {
            assert_eq!(conflict(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_stands_around_the_definition_goes() {
        for (text, rest) in [
            ("```toml\na = 1\n```\n", "a = 1"),
            ("```\na = 1\n", "a = 1"),
            ("a = 1\n```\n", "a = 1"),
            ("Hier is de lijst:\n\n```toml\na = 1\n```\nSucces ermee!\n", "a = 1"),
            ("~~~ toml\na = 1\n~~~", "a = 1"),
            ("  ```toml\na = 1\n\n[[b]]\nc = 1\n  ```", "a = 1\n\n[[b]]\nc = 1"),
            ("a = 1\n```\nb = 1\n```\n", "a = 1\nb = 1"),
        ] {
            let (_, cuts) = fences(text).unwrap();
            let left: String = text
                .char_indices()
                .filter(|(at, _)| !cuts.iter().any(|cut| cut.contains(at)))
                .map(|(_, c)| c)
                .collect();
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(words(&left), words(rest), "{text:?}");
        }
        for text in ["a = 1\n", "a = \"\"\"\n```\n\"\"\"\nb = 1", "a = \"```\"\n"] {
            assert_eq!(fences(text), None, "{text:?}");
        }
    }
}
