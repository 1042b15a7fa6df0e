//! Texts of definitions as plain lines: a line per paragraph and per point, without the signs for bold.

/// The lines of a rich text.
pub(super) fn lines(source: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for line in source.lines().map(str::trim) {
        match lines.last_mut() {
            _ if line.is_empty() => open = false,
            Some(last) if open && !line.starts_with("- ") => {
                last.push(' ');
                last.push_str(line);
            }
            _ => {
                lines.push(line.to_owned());
                open = true;
            }
        }
    }
    lines.iter().map(|line| without_bold(line)).collect()
}

/// The text without its pairs of `**`; a lone one stays.
fn without_bold(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, (inner, after))) =
        rest.split_once("**").and_then(|(before, after)| Some((before, after.split_once("**")?)))
    {
        text.push_str(before);
        text.push_str(inner);
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_paragraph_and_a_point_are_a_line_each() {
        assert_eq!(lines("een\n**twee**\n\ndrie:\n- a\n  b\n- c"), ["een twee", "drie:", "- a b", "- c"]);
        assert_eq!(lines("5 ** 3"), ["5 ** 3"]);
    }
}
