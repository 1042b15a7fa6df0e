//! Room for what is longer than what it replaces, so that all other places of a text stay true.

use std::ops::Range;

/// Puts `meant` in the place of a line, where blank lines around it or a space in the next line leave room for it.
pub(super) fn put(text: &mut String, line: Range<usize>, meant: &str) -> bool {
    let Some(need) = meant.len().checked_sub(line.len()).filter(|need| *need > 0) else {
        let padded = format!("{meant:<width$}", width = line.len());
        text.replace_range(line, &padded);
        return true;
    };
    let ends = |part: &str| part.bytes().take_while(|byte| *byte == b'\n').count();
    let below = ends(text.get(line.end..).unwrap_or_default()).saturating_sub(1);
    let above = text.get(..line.start).unwrap_or_default();
    let above = (above.len() - above.trim_end_matches('\n').len()).saturating_sub(1);
    let from_below = need.min(below);
    let from_above = (need - from_below).min(above);
    let (start, end) = (line.start - from_above, line.end + from_below);
    let lacking = need - from_below - from_above;
    if lacking == 0 {
        text.replace_range(start..end, meant);
        return true;
    }
    // The space before the next "=" moves up.
    let next = text.get(end..).and_then(|rest| rest.find(" =").map(|at| end + at));
    let Some(space) = next.filter(|_| lacking == 1) else { return false };
    let between = text.get(end..space).unwrap_or_default();
    let is_next_line = between.matches('\n').count() == 1 && between.is_ascii();
    if is_next_line {
        let moved = format!("{meant}{between}");
        text.replace_range(start..=space, &moved);
    }
    is_next_line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_takes_the_room_that_there_is() {
        for (text, put_right) in [
            ("a = 1\n\n[[group]\nid = 2\n", Some("a = 1\n[[group]]\nid = 2\n")),
            ("a = 1\n[[group]\n\nid = 2\n", Some("a = 1\n[[group]]\nid = 2\n")),
            ("a = 1\n[[group]\nid = 2\n", Some("a = 1\n[[group]]\nid= 2\n")),
            ("a = 1\n\n[group\n\n\nid = 2\n", Some("a = 1\n[[group]]\nid = 2\n")),
            ("a = 1\n[[group]  \nid = 2\n", Some("a = 1\n[[group]] \nid = 2\n")),
            ("a = 1\n\n[[group\nid = 2\n", Some("a = 1\n[[group]]\nid= 2\n")),
            ("a = 1\n[group\nid = 2\n", None),
            ("a = 1\n[[group]\n# é\nid = 2\n", None),
        ] {
            let mut mended = text.to_owned();
            let start = text.find('[').unwrap();
            let line = start..start + text.get(start..).and_then(|rest| rest.find('\n')).unwrap();
            let done = put(&mut mended, line, "[[group]]");
            assert_eq!(done.then_some(mended.as_str()), put_right, "{text:?}");
            assert_eq!(mended.len(), text.len(), "{text:?}");
        }
    }
}
