//! Places in a text: from byte offsets to lines, columns and cells.

use std::ops::Range;

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The line and column of a byte offset; an offset inside a character or past the end is moved back to a character.
pub fn line_column(source: &str, offset: usize) -> Position {
    let offset = floor(source, offset);
    let before = source.get(..offset).unwrap_or_default();
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).unwrap_or_default().chars().filter(|c| *c != '\u{feff}').count() + 1;
    Position { line, column }
}

/// The nearest start of a character at or before `offset`.
pub fn floor(source: &str, offset: usize) -> usize {
    let mut offset = offset.min(source.len());
    while !source.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A span moved to starts of characters within the text, never turned around.
pub fn clamp(source: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor(source, span.start);
    let mut end = span.end.min(source.len());
    while !source.is_char_boundary(end) {
        end += 1;
    }
    start..end.max(start)
}

/// The bytes of the line around `offset`, without its line ending.
pub fn line_around(source: &str, offset: usize) -> Range<usize> {
    let offset = floor(source, offset);
    let start = source.get(..offset).unwrap_or_default().rfind('\n').map_or(0, |newline| newline + 1);
    let end = source.get(offset..).unwrap_or_default().find('\n').map_or(source.len(), |at| offset + at);
    let end = if source.get(start..end).unwrap_or_default().ends_with('\r') { end - 1 } else { end };
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = "a = 1\r\nnaïef = \"x\"\n";
        let at = source.find('"').unwrap();
        assert_eq!(line_column(source, at), Position { line: 2, column: 9 });
        assert_eq!(line_column(source, 10_000), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(line_column("\u{feff}id = 1", 3), Position { line: 1, column: 1 });
    }

    #[test]
    fn spans_inside_a_character_are_widened() {
        let source = "é";
        assert_eq!(clamp(source, &(1..1)), 0..2);
        assert_eq!(clamp(source, &(1..90)), 0..2);
        assert_eq!(clamp(source, &Range { start: 5, end: 3 }), 2..2);
    }

    #[test]
    fn a_line_ends_before_its_line_ending() {
        assert_eq!(line_around("a\r\nbc\r\nd", 4), 3..5);
        assert_eq!(line_around("", 4), 0..0);
    }
}
