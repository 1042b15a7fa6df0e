//! The line that a problem is about, cleaned and cut to the room there is, with its underline in cells.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::position::{Position, clamp, line_around, line_column};
use super::{Diagnostic, Related, clean};

/// Cells that a tab takes.
const TAB: &str = "    ";
/// Shown where a line is cut.
const CUT: char = '…';

/// One line of a source with a place in it, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Number of the line, from 1.
    pub line_number: usize,
    /// Column of the place in characters, from 1, in the line as it stands in the file.
    pub column: usize,
    /// The line, with hidden characters made visible and cut where it is too long.
    pub line_text: String,
    /// Where the underline starts, in cells.
    pub underline_start: usize,
    /// How long the underline is, in cells; at least 1.
    pub underline_length: usize,
    /// The same place in bytes of `line_text`.
    pub(in crate::checklist) bytes: Range<usize>,
}

impl Diagnostic {
    /// The line that the problem is about; a place of several lines is shown by its first one.
    pub fn excerpt(&self, source: &str, width: usize) -> Excerpt {
        excerpt(source, &self.span, width)
    }

    /// The line and column where the problem begins.
    pub fn position(&self, source: &str) -> Position {
        line_column(source, self.span.start)
    }

    /// The lines of the other places that belong to it.
    pub fn related_excerpts(&self, source: &str, width: usize) -> Vec<(Related, Excerpt)> {
        self.related.iter().map(|one| (one.clone(), excerpt(source, &one.span, width))).collect()
    }
}

/// The line around a place, in at most `width` cells.
pub fn excerpt(source: &str, span: &Range<usize>, width: usize) -> Excerpt {
    let span = clamp(source, span);
    let line = line_around(source, span.start);
    let start = span.start.clamp(line.start, line.end);
    let end = span.end.clamp(start, line.end);
    let part = |range: Range<usize>| source.get(range).unwrap_or_default();
    let position = line_column(source, start);

    // Only what can come into view is looked at: a line may be as long as the file.
    let width = width.max(8);
    let before = tail(part(line.start..start), width);
    let marked = head(part(start..end), width);
    let after = head(part(end..line.end), width);
    let is_cut_before = before.len() < start - line.start;
    let is_cut_after = after.len() < line.end - end || marked.len() < end - start;
    let (before, marked, after) = (visible(before), visible(marked), visible(after));

    let room = width.saturating_sub(marked.width().clamp(1, width * 2 / 3));
    let kept_before = if before.width() + usize::from(is_cut_before) <= room && !is_cut_before {
        before
    } else {
        // Some of what follows belongs in view too.
        let room = room.saturating_sub((after.width() + 1).min(room / 3));
        cut_front(&before, room)
    };
    let mut text = kept_before;
    let underline_start = text.width();
    let byte_start = text.len();
    let kept_marked =
        cut_back(&marked, width.saturating_sub(underline_start), is_cut_after && after.is_empty());
    text.push_str(&kept_marked);
    let byte_end = text.len();
    let room = width.saturating_sub(text.width());
    text.push_str(&cut_back(&after, room, is_cut_after && !after.is_empty()));
    Excerpt {
        line_number: position.line,
        column: position.column,
        underline_start,
        underline_length: kept_marked.width().max(1),
        line_text: text,
        bytes: byte_start..byte_end,
    }
}

/// The first so many characters.
fn head(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The last so many characters.
fn tail(text: &str, characters: usize) -> &str {
    text.char_indices()
        .rev()
        .nth(characters.saturating_sub(1))
        .and_then(|(at, _)| text.get(at..))
        .unwrap_or(text)
}

/// A part of a line with tabs as spaces and hidden characters made visible.
fn visible(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').replace('\t', TAB);
    clean::line(&text).into_owned()
}

/// The end of a text in so many cells.
fn cut_front(text: &str, room: usize) -> String {
    let mut width = 1;
    let mut kept: Vec<char> = Vec::new();
    for c in text.chars().rev() {
        width += c.width().unwrap_or(0);
        if width > room {
            break;
        }
        kept.push(c);
    }
    if room > 0 {
        kept.push(CUT);
    }
    kept.into_iter().rev().collect()
}

/// The beginning of a text in so many cells.
fn cut_back(text: &str, room: usize, is_cut: bool) -> String {
    if text.width() <= room && !is_cut {
        return text.to_owned();
    }
    let mut width = 1;
    let mut kept = String::new();
    for c in text.chars() {
        width += c.width().unwrap_or(0);
        if width > room {
            break;
        }
        kept.push(c);
    }
    if room > 0 {
        kept.push(CUT);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str, mark: &str, width: usize) -> (String, usize, usize) {
        let at = source.find(mark).unwrap();
        let excerpt = excerpt(source, &(at..at + mark.len()), width);
        (excerpt.line_text, excerpt.underline_start, excerpt.underline_length)
    }

    #[test]
    fn tabs_and_wide_characters_take_their_cells() {
        assert_eq!(shown("a\r\n\tid = \"x\"\r\nb", "\"x\"", 60), ("    id = \"x\"".into(), 9, 3));
        assert_eq!(shown("titel = \"漢字\" # x", "# x", 60), ("titel = \"漢字\" # x".into(), 15, 3));
        assert_eq!(shown("titel = \"漢字\" # x", "漢字", 60), ("titel = \"漢字\" # x".into(), 9, 4));
    }

    #[test]
    fn hidden_characters_are_shown_and_counted() {
        assert_eq!(shown("a = \"\u{1b}[2J\" b", "b", 60), ("a = \"␛[2J\" b".into(), 11, 1));
        assert_eq!(shown("\u{feff}id = 1", "id", 60), ("id = 1".into(), 0, 2));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let source = format!("{}HIER{}", "x".repeat(500), "y".repeat(500));
        let (text, start, length) = shown(&source, "HIER", 40);
        assert!(text.width() <= 40, "{text}");
        assert!(text.starts_with('…') && text.ends_with('…'), "{text}");
        assert_eq!(length, 4);
        assert_eq!(text.get(text.find('H').unwrap()..).unwrap().get(..4), Some("HIER"));
        assert!(start > 10);
    }

    #[test]
    fn a_place_of_several_lines_is_shown_by_its_first() {
        let source = "a = [\n 1,\n]";
        let excerpt = excerpt(source, &(4..11), 60);
        assert_eq!(
            (excerpt.line_text.as_str(), excerpt.underline_start, excerpt.underline_length),
            ("a = [", 4, 1)
        );
    }

    #[test]
    fn the_end_of_a_file_can_be_underlined() {
        let excerpt = excerpt("a\n", &(2..2), 60);
        assert_eq!((excerpt.line_number, excerpt.line_text.as_str(), excerpt.underline_length), (2, "", 1));
    }
}
