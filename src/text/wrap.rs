//! Breaks a text into the lines that fit on the screen, and says where on them a place in the text is.

use super::grapheme::{self, Cell, cells};

/// One line on the screen, as bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrappedLine {
    /// The byte at which the line starts.
    pub start: usize,
    /// The byte at which it ends; a line break of the text is not counted in.
    pub end: usize,
    /// Whether it ends at a line break of the text; otherwise it was broken here to fit, or is the last.
    pub hard: bool,
}

/// A text as lines of one width; there is always at least one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    lines: Vec<WrappedLine>,
    width: u16,
}

/// Breaks a text into lines of at most `width` cells, as a word processor does.
///
/// Lines break after spaces, after a hyphen between letters, and beside wide characters such as Chinese ones. A word longer
/// than the line breaks between grapheme clusters. Spaces at the end of a line hang over its edge, so that no line starts
/// with the space between two words. The only other thing that is ever wider than the line is a single cluster that does
/// not fit in it. A width of 0 counts as 1, and a line break at the end of the text opens a last, empty line.
#[must_use]
pub fn wrap(text: &str, width: u16) -> Wrapped {
    wrap_with(text, width, paragraph_ends)
}

/// Wraps with a function that gives, for a paragraph and a width, the byte at which each line ends.
pub(crate) fn wrap_with(
    text: &str,
    width: u16,
    mut ends_of: impl FnMut(&str, usize, &mut Vec<usize>),
) -> Wrapped {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut ends = Vec::new();
    let mut base = 0;
    let mut paragraphs = text.split('\n').peekable();
    while let Some(paragraph) = paragraphs.next() {
        ends.clear();
        ends_of(paragraph, usize::from(width), &mut ends);
        let mut start = base;
        for end in &ends {
            lines.push(WrappedLine { start, end: base + end, hard: false });
            start = base + end;
        }
        if let Some(last) = lines.last_mut() {
            last.hard = paragraphs.peek().is_some();
        }
        base += paragraph.len() + 1;
    }
    Wrapped { lines, width }
}

/// Adds the byte at which each line of one paragraph ends; the last is its length.
pub(crate) fn paragraph_ends(paragraph: &str, width: usize, ends: &mut Vec<usize>) {
    // Most paragraphs are one line.
    if grapheme::ordinary_width(paragraph).is_some_and(|cells| cells <= width) {
        return ends.push(paragraph.len());
    }
    let mut start = 0;
    let mut used = 0;
    // The last place where the line may break, and the cells used after it.
    let mut chance: Option<usize> = None;
    let mut since = 0;
    let mut before = (None, None);
    for cell in cells(paragraph) {
        let kind = Kind::of(&cell);
        if may_break(before, kind) {
            (chance, since) = (Some(cell.start), 0);
        }
        if kind != Kind::Space && used + cell.width > width && cell.start > start {
            if let Some(at) = chance.take() {
                ends.push(at);
                (start, used) = (at, since);
            }
            if used + cell.width > width && cell.start > start {
                ends.push(cell.start);
                (start, used, since) = (cell.start, 0, 0);
            }
        }
        used += cell.width;
        since += cell.width;
        before = (before.1, Some(kind));
    }
    ends.push(paragraph.len());
}

/// What a cluster means for breaking lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    /// A space or sign that holds together what stands beside it.
    Glue,
    Hyphen,
    Letter,
    /// Takes two cells and needs no space beside it.
    Wide,
    /// Opens something, and so never ends a line of wide characters.
    Opening,
    /// Closes something, and so never starts a line of wide characters.
    Closing,
    Other,
}

impl Kind {
    fn of(cell: &Cell<'_>) -> Self {
        let Some(c) = cell.text.chars().next() else { return Self::Other };
        match c {
            'a'..='z' | 'A'..='Z' => Self::Letter,
            // A mark on a space makes it a sign; the plain one only separates.
            ' ' | '\t' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}' | '\u{3000}'
                if cell.text.len() == c.len_utf8() =>
            {
                Self::Space
            }
            '\u{A0}' | '\u{2007}' | '\u{2011}' | '\u{202F}' => Self::Glue,
            '-' | '\u{2010}' => Self::Hyphen,
            '(' | '[' | '{' | '「' | '『' | '【' | '〈' | '《' | '〔' | '（' | '“' | '‘' => {
                Self::Opening
            }
            ')' | ']' | '}' | '」' | '』' | '】' | '〉' | '》' | '〕' | '）' | '”' | '’' | '.' | ','
            | ':' | ';' | '!' | '?' | '"' | '\'' | '%' | '…' | '、' | '。' | '，' | '．' | '！' | '？'
            | '：' | '；' | 'ー' => Self::Closing,
            _ if cell.width > 1 => Self::Wide,
            _ if c.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// Whether a line may break before a cluster, given the kinds of the two before it.
fn may_break(before: (Option<Kind>, Option<Kind>), this: Kind) -> bool {
    let (earlier, Some(last)) = before else { return false };
    match (last, this) {
        (_, Kind::Space) => false,
        (Kind::Space, _) => true,
        // Only inside a word: a sign before a number and a dash of a list stay with what follows.
        (Kind::Hyphen, Kind::Letter) => !matches!(earlier, None | Some(Kind::Space | Kind::Hyphen)),
        (Kind::Glue | Kind::Opening, _) | (_, Kind::Glue | Kind::Closing | Kind::Hyphen) => false,
        _ => last == Kind::Wide || this == Kind::Wide,
    }
}

impl Wrapped {
    /// The lines, from top to bottom.
    #[must_use]
    pub fn lines(&self) -> &[WrappedLine] {
        &self.lines
    }

    /// The number of cells that the lines were made for.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// The row that a byte of the text is on; where a line was broken to fit, that is the lower of the two.
    #[must_use]
    pub fn row_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.start <= byte).saturating_sub(1)
    }

    /// The row and column of a byte of the text. Behind a full line, and in spaces that hang over its edge, the column lies past
    /// the width: there is no other cell that tells one such place from the next.
    #[must_use]
    pub fn position_of(&self, text: &str, byte: usize) -> (usize, u16) {
        let row = self.row_of(byte);
        let Some(line) = self.lines.get(row) else { return (0, 0) };
        let before = text.get(line.start..line.end).unwrap_or_default();
        let reach = byte.saturating_sub(line.start);
        let column: usize = cells(before)
            .take_while(|cell| cell.start + cell.text.len() <= reach)
            .map(|cell| cell.width)
            .sum();
        (row, u16::try_from(column).unwrap_or(u16::MAX))
    }

    /// The byte of the cluster at a row and column; past the end of a line it is the last place on that line.
    #[must_use]
    pub fn byte_at(&self, text: &str, row: usize, column: u16) -> usize {
        let row = row.min(self.lines.len().saturating_sub(1));
        let Some(line) = self.lines.get(row) else { return 0 };
        let mut used = 0;
        for cell in cells(text.get(line.start..line.end).unwrap_or_default()) {
            used += cell.width;
            if used > usize::from(column) {
                return (line.start + cell.start).min(self.last_place(text, row));
            }
        }
        self.last_place(text, row)
    }

    /// The last byte at which a cursor is still on this row.
    pub(crate) fn last_place(&self, text: &str, row: usize) -> usize {
        let Some(line) = self.lines.get(row) else { return 0 };
        if line.hard || row + 1 >= self.lines.len() {
            return line.end.min(text.len());
        }
        // The end of a broken line is the start of the next, so the last place is before its last cluster.
        let last = cells(text.get(line.start..line.end).unwrap_or_default()).last();
        line.start + last.map_or(0, |cell| cell.start)
    }
}

#[cfg(test)]
#[path = "tests/wrap.rs"]
mod tests;
