//! A text of lines that fit, with parts that stand further in.

use crate::text;

/// How wide lines get.
const WIDTH: usize = 80;

/// A text that is being written.
#[derive(Default)]
pub(in crate::cli) struct Page {
    pub(in crate::cli) text: String,
}

impl Page {
    /// A paragraph, `indent` cells from the left.
    pub(in crate::cli) fn paragraph(&mut self, indent: usize, text: &str) -> &mut Self {
        self.hanging(indent, "", text)
    }

    /// A paragraph that begins with a sign, under which its further lines do not come.
    pub(in crate::cli) fn hanging(&mut self, indent: usize, sign: &str, text: &str) -> &mut Self {
        let beside = text::width(sign);
        let room = u16::try_from(WIDTH.saturating_sub(indent + beside).max(20)).unwrap_or(u16::MAX);
        for (number, line) in text::wrap(text.trim_end(), room).lines().iter().enumerate() {
            let line = text.get(line.start..line.end).unwrap_or_default();
            let before = if number == 0 { sign.to_owned() } else { " ".repeat(beside) };
            let line = format!("{}{before}{line}", " ".repeat(indent));
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
        self
    }

    /// An empty line, unless there is one or nothing stands above it.
    pub(in crate::cli) fn gap(&mut self) -> &mut Self {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self
    }
}

/// Fills each column up to its widest text, and makes lines of the rows.
pub(in crate::cli) fn aligned(rows: &[Vec<String>], indent: usize) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|text: &String| text::width(text)).max()
    };
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or(0)).collect();
    let mut lines = String::new();
    for row in rows {
        let mut line = " ".repeat(indent);
        for (text, width) in row.iter().zip(&widths) {
            line.push_str(text);
            line.push_str(&" ".repeat(width - text::width(text) + 2));
        }
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_by_cells() {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        assert_eq!(aligned(&[row("漢字", "x"), row("abc", "y")], 1), " 漢字  x\n abc   y\n");
        assert_eq!(aligned(&[], 1), "");
    }

    #[test]
    fn long_texts_stay_beside_their_sign() {
        let mut page = Page::default();
        page.gap().hanging(2, "- ", &"woord ".repeat(30)).gap().gap().paragraph(0, "een\n\ntwee");
        assert!(page.text.lines().all(|line| text::width(line) <= WIDTH), "{}", page.text);
        assert!(page.text.starts_with("  - woord") && page.text.contains("\n    woord"), "{}", page.text);
        assert!(page.text.ends_with("woord\n\neen\n\ntwee\n"), "{}", page.text);
    }
}
