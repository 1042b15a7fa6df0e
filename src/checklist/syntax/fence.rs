//! The lines by which a chat, a mail or a web page shows that a text is code, when they were copied along with it.

use std::ops::Range;

use super::slip::starts_statement;

/// Where such a line stands, and all that is no part of the definition because of it: the line with what is said above
/// it, and the line that ends the text with what is said below.
pub(super) fn find(text: &str) -> Option<(Range<usize>, Vec<Range<usize>>)> {
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
    let states = |part: &str| part.lines().any(|line| starts_statement(line));
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

#[cfg(test)]
mod tests {
    use super::*;

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
            let (_, cuts) = find(text).unwrap();
            let left: String = text
                .char_indices()
                .filter(|(at, _)| !cuts.iter().any(|cut| cut.contains(at)))
                .map(|(_, c)| c)
                .collect();
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(words(&left), words(rest), "{text:?}");
        }
        for text in ["a = 1\n", "a = \"\"\"\n```\n\"\"\"\nb = 1", "a = \"```\"\n"] {
            assert_eq!(find(text), None, "{text:?}");
        }
    }
}
