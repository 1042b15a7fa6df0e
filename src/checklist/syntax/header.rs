//! Headers that were meant well: with other signs between their parts, too many brackets, or in quotes.

use crate::checklist::diagnostic::position::line_around;
use crate::checklist::schema::synonyms::section;

/// The header that a line means of which a bracket is missing.
pub(super) fn unclosed(line: &str) -> Option<String> {
    let written = line.trim();
    let count = |sign: char| written.matches(sign).count();
    let is_header = written.starts_with('[') && count('[') + count(']') < 4 && count('[') != count(']');
    let path = written.trim_matches(['[', ']', ' ']);
    let words: Vec<&str> = path.split('.').map(str::trim).collect();
    let repeats = section(words.last()?)?;
    let path = words.join(".");
    (is_header && words.iter().all(|word| section(word).is_some()))
        .then(|| if repeats { format!("[[{path}]]") } else { format!("[{path}]") })
}

/// The header that a line means; nothing where it is a good one, or none.
pub(super) fn slip(line: &str) -> Option<String> {
    let written = line.trim();
    let bare = beside(line).map_or(written, |at| line.get(..at).unwrap_or_default());
    let bare = bare.trim_matches(['"', '\'', '=', ':', '.', ' ']);
    let count = |sign: char| bare.matches(sign).count();
    let is_square = bare.starts_with('[') && bare.ends_with(']');
    let is_other =
        bare.starts_with("((") && bare.ends_with("))") || bare.starts_with("{{") && bare.ends_with("}}");
    // Brackets that do not close are told as such.
    if !is_square && !is_other || count('[') != count(']') {
        return None;
    }
    let is_between = |sign: char| "[](){} .,/>-:\"'".contains(sign);
    let words: Vec<&str> = bare.split(is_between).filter(|word| !word.is_empty()).collect();
    let repeats = section(words.last()?)?;
    if !words.iter().all(|word| section(word).is_some()) {
        return None;
    }
    let path = words.join(".");
    let meant = if repeats { format!("[[{path}]]") } else { format!("[{path}]") };
    // What has single brackets alone is told where its meaning is judged.
    (meant != written && written != format!("[{path}]")).then_some(meant)
}

/// Where something stands behind the header of a line that is no comment.
pub(super) fn beside(line: &str) -> Option<usize> {
    let end = line.rfind(']')? + 1;
    let rest = line.get(end..)?;
    let more = rest.trim_start();
    let is_more = line.trim_start().starts_with('[') && more.starts_with(|c: char| c.is_alphanumeric());
    is_more.then(|| end + (rest.len() - more.len()))
}

/// The header of a list that stands in single brackets.
pub(super) fn doubled(line: &str) -> Option<String> {
    is_single(line).then(|| format!("[{}]", line.trim()))
}

/// The path of a header, in single brackets or double ones, of which all parts are known.
pub(super) fn path(line: &str) -> Option<String> {
    let bare = line.trim();
    let bare = bare.split_once(" #").map_or(bare, |(before, _)| before.trim_end());
    let within = bare.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    let within = within.or_else(|| bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')))?;
    let words: Vec<&str> = within.split('.').map(str::trim).collect();
    words.iter().all(|word| section(word).is_some()).then(|| words.join("."))
}

/// Whether a header of a list in single brackets stood above the place in the same way already.
pub(super) fn is_echo(source: &str, at: usize) -> bool {
    let around = line_around(source, at);
    let own = source.get(around.clone()).unwrap_or_default().trim();
    let above = source.get(..around.start).unwrap_or_default();
    is_single(own) && above.lines().any(|line| line.trim() == own)
}

/// Whether a header has single brackets, and is of a list.
fn is_single(line: &str) -> bool {
    let path = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    path.and_then(|path| path.rsplit('.').next()).and_then(|last| section(last.trim())) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_known_that_lost_a_bracket() {
        for line in ["[[group.item]", "[group.item]]", "[[group.item", "[group.item", "group.item]]"] {
            let meant = (!line.starts_with('g')).then_some("[[group.item]]");
            assert_eq!(unclosed(line).as_deref(), meant, "{line}");
        }
        assert_eq!(unclosed(" [judgement").as_deref(), Some("[judgement]"));
        for line in ["[[group.item]]", "[group]", "[[x.y]", "[", "[\"a\"", "[[[group]]"] {
            assert_eq!(unclosed(line), None, "{line}");
        }
    }

    #[test]
    fn a_header_is_known_whatever_signs_it_has() {
        for line in [
            "[[group item]]",
            "[[group,item]]",
            "[[group/item]]",
            "[[group > item]]",
            "[[[group.item]]]",
            "[ [group.item] ]",
            "[[group].[item]]",
            "\"[[group.item]]\"",
            "[[group.item]]:",
            "[[group.item]] =",
        ] {
            assert_eq!(slip(line).as_deref(), Some("[[group.item]]"), "{line}");
        }
        for line in ["{{group}}", "((group))", "[[group]] klachten", "[[group]].", "[[group]] id = \"a\""] {
            assert_eq!(slip(line).as_deref(), Some("[[group]]"), "{line}");
        }
        assert_eq!(beside("[[group]] id = 1"), Some(10));
        assert_eq!(beside("[[group]] # id"), None);
        assert_eq!(doubled("[group.item]").as_deref(), Some("[[group.item]]"));
        assert_eq!(doubled("[judgement]"), None);
        assert_eq!(slip("[[judgement]]").as_deref(), Some("[judgement]"));
        for line in [
            "[[group.item]]",
            "  [[group]]",
            "[judgement]",
            "[group.item]",
            "[\"a\", \"b\"]",
            "[1, 2]",
            "[[group.item]",
            "[group.item]]",
            "[[x y]]",
            "]",
        ] {
            assert_eq!(slip(line), None, "{line}");
        }
        assert!(
            is_single("[group.item]")
                && is_single(" [group]")
                && !is_single("[judgement]")
                && !is_single("[[group]]")
        );
    }
}
