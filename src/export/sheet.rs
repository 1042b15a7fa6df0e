//! A sheet of plain text of at most 80 columns that survives pasting: no columns, no boxes, no trailing spaces.

use crate::text;

/// The most columns of a line that is pasted elsewhere.
pub const WIDTH: u16 = 80;

/// A sheet that grows downwards.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The most columns of a line.
    width: u16,
    out: String,
    /// An empty line is wanted before the next one.
    gap: bool,
}

impl Sheet {
    /// An empty sheet of at most `width` columns.
    pub fn new(width: u16) -> Self {
        Self { width, out: String::new(), gap: false }
    }

    /// The most columns of a line.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Wants one empty line before whatever comes next.
    pub fn gap(&mut self) -> &mut Self {
        self.gap = !self.out.is_empty();
        self
    }

    /// A line of its own; what does not fit goes on two columns further to the right.
    pub fn line(&mut self, text: &str) -> &mut Self {
        self.hang("", "  ", text)
    }

    /// A line between two parts.
    pub fn rule(&mut self) -> &mut Self {
        self.gap();
        self.put(&"=".repeat(usize::from(self.width)))
    }

    /// A label and what belongs to it; a text of more lines stands under the label. Empty is absent.
    pub fn labelled(&mut self, label: &str, value: &str) -> &mut Self {
        self.labelled_at("", label, value)
    }

    /// The same after `bullet`, and as far to the right.
    pub fn labelled_at(&mut self, bullet: &str, label: &str, value: &str) -> &mut Self {
        let value = value.trim();
        let indent = " ".repeat(bullet.len() + 2);
        if value.is_empty() {
            return self;
        }
        let label = with_colon(label);
        if !value.contains('\n') {
            return self.hang(bullet, &indent, &format!("{label} {value}"));
        }
        self.hang(bullet, &indent, &label);
        for line in value.lines().map(str::trim_end) {
            self.hang(&indent, &indent, line);
        }
        self
    }

    /// A point of a list.
    pub fn point(&mut self, text: &str) -> &mut Self {
        self.hang("- ", "  ", text)
    }

    /// Text with `first` before its first line and `rest` before the others.
    pub fn hang(&mut self, first: &str, rest: &str, text: &str) -> &mut Self {
        let text = text::visible_text(text);
        let indent = text::width(first).max(text::width(rest));
        let room = self.width.saturating_sub(u16::try_from(indent).unwrap_or(self.width)).max(1);
        for (index, line) in text::wrap(&text, room).lines().iter().enumerate() {
            let part = text.get(line.start..line.end).unwrap_or_default();
            let before = if index == 0 { first } else { rest };
            self.put(format!("{before}{part}").trim_end());
        }
        self
    }

    fn put(&mut self, line: &str) -> &mut Self {
        if std::mem::take(&mut self.gap) {
            self.out.push('\n');
        }
        self.out.push_str(line);
        self.out.push('\n');
        self
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.out
    }
}

/// The label with a colon behind it, unless it is a question.
pub(super) fn with_colon(label: &str) -> String {
    if label.ends_with(['?', ':']) { label.to_owned() } else { format!("{label}:") }
}
