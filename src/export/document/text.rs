//! A paper as plain text that survives pasting: no columns, no boxes, no trailing spaces.

use super::paper::{Block, Document, Place, Table, with_colon};
use crate::text;

impl Document {
    /// Plain text in lines of at most so many columns.
    pub fn text(&self, width: u16) -> String {
        text(&self.blocks, width)
    }
}

/// The pieces in lines of at most `width` columns.
pub(in crate::export) fn text(blocks: &[Block], width: u16) -> String {
    let mut lines = Lines { width, out: String::new(), gap: false };
    for block in blocks {
        match block {
            Block::Gap => lines.gap(),
            Block::Rule => {
                lines.gap();
                lines.put(&"=".repeat(usize::from(width)));
            }
            Block::Heading(_, text) | Block::Note(text) | Block::Warning(text) => {
                lines.hang("", 2, text);
            }
            Block::Line(place, text) => lines.hang(&place.before(), place.hanging, text),
            Block::Labelled(place, label, value) => lines.labelled(*place, label, value),
            Block::Table(table) => lines.table(table),
        }
    }
    lines.out
}

struct Lines {
    /// The most columns of a line.
    width: u16,
    out: String,
    /// An empty line is wanted before the next one.
    gap: bool,
}

impl Lines {
    fn gap(&mut self) {
        self.gap = !self.out.is_empty();
    }

    /// A label and what belongs to it; a text of more lines stands under the label. Empty is absent.
    fn labelled(&mut self, place: Place, label: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let before = place.before();
        let indent = before.len() + 2;
        let label = with_colon(label);
        if !value.contains('\n') {
            self.hang(&before, indent, &format!("{label} {value}"));
            return;
        }
        self.hang(&before, indent, &label);
        for line in value.lines().map(str::trim_end) {
            self.hang(&" ".repeat(indent), indent, line);
        }
    }

    /// A row is a point: columns beside each other do not survive pasting.
    fn table(&mut self, table: &Table) {
        self.hang("", 2, &with_colon(&table.caption));
        for row in &table.rows {
            let (name, cells) = row.split_first().map_or(("", row.as_slice()), |(name, cells)| (name, cells));
            if let [only] = cells {
                self.labelled(Place::POINT, name, only);
                continue;
            }
            self.hang("- ", 2, name);
            for (column, cell) in table.columns.iter().skip(1).zip(cells) {
                self.labelled(Place::UNDER, column, cell);
            }
        }
    }

    /// Text with `first` before its first line and so many spaces before the others.
    fn hang(&mut self, first: &str, hanging: usize, text: &str) {
        let text = text::visible_text(text);
        let indent = text::width(first).max(hanging);
        let room = self.width.saturating_sub(u16::try_from(indent).unwrap_or(self.width)).max(1);
        let rest = " ".repeat(hanging);
        for (index, line) in text::wrap(&text, room).lines().iter().enumerate() {
            let part = text.get(line.start..line.end).unwrap_or_default();
            let before = if index == 0 { first } else { &rest };
            self.put(format!("{before}{part}").trim_end());
        }
    }

    fn put(&mut self, line: &str) {
        if std::mem::take(&mut self.gap) {
            self.out.push('\n');
        }
        self.out.push_str(line);
        self.out.push('\n');
    }
}
