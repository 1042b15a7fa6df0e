//! What is asked elsewhere in a text that cannot be read yet: the codes of its options, and which of its questions have yes and no.

/// Whether an option has this code, which stands in its quotes.
pub(super) fn has_code(text: &str, quoted: &str) -> bool {
    text.match_indices(quoted).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        before.strip_suffix('=').is_some_and(|before| before.trim_end().ends_with("code"))
    })
}

/// Whether the question that a condition on this line is about is one of yes and no.
pub(super) fn asks_yes_no(text: &str, line: &str) -> bool {
    let Some(name) = line.rsplit_once("item").and_then(|(_, rest)| quoted(rest)) else { return false };
    let (mut is_it, mut is_yes_no) = (false, false);
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("[[") {
            (is_it, is_yes_no) = (false, false);
        }
        is_it |= line.strip_prefix("id").and_then(quoted) == Some(name);
        is_yes_no |= line.strip_prefix("type").and_then(quoted) == Some("yes-no");
        if is_it && is_yes_no {
            return true;
        }
    }
    false
}

/// The text in quotes behind a key.
fn quoted(rest: &str) -> Option<&str> {
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    rest.get(1..)?.split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_of_a_condition_is_found() {
        let text = "[[group.item]]\ntype = \"yes-no\"\nid = \"wens\"\n[[group.item]]\nid = 'keuze'\ntype = 'choice'\n";
        for (line, is) in [
            ("enable_when = { item = \"wens\", is = ", true),
            ("enable_when = { item = 'wens', is = ", true),
            ("enable_when = { item = \"keuze\", is = ", false),
            ("enable_when = { item = \"ander\", is = ", false),
            ("repeats = ", false),
        ] {
            assert_eq!(asks_yes_no(text, line), is, "{line}");
        }
        assert!(has_code("{ code = \"ja\" }", "\"ja\"") && !has_code("text = \"ja\"", "\"ja\""));
    }
}
