//! Steps by grapheme cluster, and how many cells of the screen a cluster takes.
//!
//! Every step looks only at the neighbourhood of a position, so one key costs the same in a long note as in a short one.

use std::borrow::Cow;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// One grapheme cluster with its place in the text and its width on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell<'t> {
    /// The byte at which the cluster starts.
    pub(crate) start: usize,
    /// The cluster itself.
    pub(crate) text: &'t str,
    /// The number of cells that it takes.
    pub(crate) width: usize,
}

/// The grapheme clusters of a text, in order, with their widths.
pub(crate) struct Cells<'t> {
    text: &'t str,
    at: usize,
}

/// Walks over the grapheme clusters of `text`.
pub(crate) fn cells(text: &str) -> Cells<'_> {
    Cells { text, at: 0 }
}

impl<'t> Iterator for Cells<'t> {
    type Item = Cell<'t>;

    fn next(&mut self) -> Option<Cell<'t>> {
        let rest = self.text.get(self.at..)?;
        let cell = match alone(rest.as_bytes()) {
            Some(length) => Cell { start: self.at, text: rest.get(..length)?, width: 1 },
            None => {
                let cluster = rest.graphemes(true).next()?;
                Cell { start: self.at, text: cluster, width: cluster_width(cluster) }
            }
        };
        self.at += cell.text.len();
        Some(cell)
    }
}

/// The bytes of the first sign of a text where that is a cluster by itself for sure. Nearly everything on a screen is like that,
/// and the full rules cost twenty times as much.
fn alone(bytes: &[u8]) -> Option<usize> {
    let length = ordinary(bytes)?;
    // Only what is not ordinary can join the sign before it.
    let after = bytes.get(length..)?;
    (after.first().is_none_or(u8::is_ascii) || ordinary(after).is_some()).then_some(length)
}

/// The bytes of the first sign, where it takes one cell and joins no other ordinary one: letters of the west, and the signs, arrows
/// and lines of frames that stand beside them on a screen.
#[inline]
const fn ordinary(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b' '..=b'~', ..] => Some(1),
        // The soft hyphen is none of them.
        [0xC2, 0xA0..=0xAC | 0xAE..=0xBF, ..] | [0xC3, _, ..] => Some(2),
        // Dashes, quotation marks, points: U+2010 to U+2027.
        [0xE2, 0x80, 0x90..=0xA7, ..] => Some(3),
        // U+2190 to U+21BF, and U+2500 to U+25BF.
        [0xE2, 0x86, 0x90..=0xBF, ..] | [0xE2, 0x94..=0x96, _, ..] => Some(3),
        // Circles and triangles up to U+25FB, and a tick.
        [0xE2, 0x97, 0x80..=0xBB, ..] | [0xE2, 0x9C, 0x93, ..] => Some(3),
        _ => None,
    }
}

/// Whether a text has only signs of which each is a cluster by itself, takes one cell, and may be shown.
pub(crate) fn is_ordinary(text: &str) -> bool {
    ordinary_width(text).is_some()
}

/// The signs of a text, where each of them is a cluster by itself that takes one cell.
pub fn ordinary_signs(text: &str) -> Option<impl Iterator<Item = &str>> {
    let signs = text.char_indices().filter_map(|(at, sign)| text.get(at..at + sign.len_utf8()));
    is_ordinary(text).then_some(signs)
}

/// The same as letters: an ordinary sign is one.
pub fn ordinary_letters(text: &str) -> Option<impl Iterator<Item = char>> {
    is_ordinary(text).then(|| text.chars())
}

/// How many cells one cluster takes, by the same count as the screen library, or the cursor would stand beside its letter.
fn cluster_width(cluster: &str) -> usize {
    if cluster.len() == 1 {
        return 1;
    }
    // Terminals draw the halfwidth Katakana sound marks in a cell of their own although Unicode calls them extending.
    let marks = cluster.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    cluster.width() + marks
}

/// Whether every byte is a printable ASCII character, and so a cluster of one cell: looked at all at once, and not one
/// by one, because nearly all lines are like that.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

/// The number of cells that a text takes on one line.
pub fn width(text: &str) -> usize {
    ordinary_width(text).unwrap_or_else(|| cells(text).map(|cell| cell.width).sum())
}

/// How many cells a text takes in which every sign is a cluster by itself that takes one.
pub(super) fn ordinary_width(text: &str) -> Option<usize> {
    if is_plain(text) {
        return Some(text.len());
    }
    let (mut rest, mut count) = (text.as_bytes(), 0);
    while let Some(length) = ordinary(rest) {
        rest = rest.get(length..).unwrap_or_default();
        count += 1;
    }
    rest.is_empty().then_some(count)
}

/// Shortens a text to at most `cells` cells, and says so with `ellipsis` at its end.
///
/// A text that fits is given back as it is. Spaces before the ellipsis are dropped. When not even the ellipsis fits, the
/// text is cut without it.
pub fn truncate<'t>(text: &'t str, cells: usize, ellipsis: &str) -> Cow<'t, str> {
    let ordinary = ordinary_width(text);
    if ordinary.is_some_and(|width| width <= cells) {
        return Cow::Borrowed(text);
    }
    let ellipsis_width = width(ellipsis);
    let (room, ellipsis) =
        if ellipsis_width <= cells { (cells - ellipsis_width, ellipsis) } else { (cells, "") };
    let end = match ordinary {
        Some(_) => text.char_indices().nth(room).map(|(end, _)| end),
        None => end_within(text, room, cells),
    };
    let Some(kept) = end.and_then(|end| text.get(..end)) else { return Cow::Borrowed(text) };
    match ellipsis {
        "" => Cow::Borrowed(kept),
        ellipsis => Cow::Owned([kept.trim_end(), ellipsis].concat()),
    }
}

/// Where what fits in `room` ends in a text that takes more than so many cells; nothing where it does not.
fn end_within(text: &str, room: usize, cells: usize) -> Option<usize> {
    let (mut used, mut end) = (0, 0);
    for cell in self::cells(text) {
        used += cell.width;
        if used <= room {
            end = cell.start + cell.text.len();
        }
        if used > cells {
            return Some(end);
        }
    }
    None
}

/// Whether a character takes no cell of its own, and so hides in the one before it.
pub(crate) fn is_zero_width(c: char) -> bool {
    // The first such character is the soft hyphen, which nothing below it resembles.
    c >= '\u{AD}' && c.width() == Some(0) && !matches!(c, '\u{FF9E}' | '\u{FF9F}')
}

/// Whether `second` belongs to the cluster of the `first` directly before it.
pub(crate) fn joins(first: char, second: char) -> bool {
    is_one_cluster(&[first, second])
}

/// Whether a character can stand in an emoji sequence: Unicode's property `Extended_Pictographic`.
pub(crate) fn is_pictograph(c: char) -> bool {
    // The segmentation tables do not show the property, but rule GB11 does: only a pictograph joins a heart over a
    // zero-width joiner. An extending character would join by itself, so those are asked about first.
    !is_no_pictograph(c) && !joins('a', c) && is_one_cluster(&['\u{2764}', '\u{200D}', c])
}

/// Letters of the west, punctuation and the lines of frames, of which there are many on a screen: none is a pictograph.
const fn is_no_pictograph(c: char) -> bool {
    matches!(c,
        '\0'..='\u{A8}' | '\u{AF}'..='\u{203B}' | '\u{2190}'..='\u{2193}' | '\u{21BA}'..='\u{21FF}'
        | '\u{2500}'..='\u{25A9}' | '\u{25B7}'..='\u{25BF}' | '\u{25C1}'..='\u{25FA}' | '\u{2713}'
    )
}

fn is_one_cluster(chars: &[char]) -> bool {
    let mut buffer = [0_u8; 12];
    let mut len = 0;
    for c in chars {
        let Some(room) = buffer.get_mut(len..len + c.len_utf8()) else { return false };
        len += c.encode_utf8(room).len();
    }
    let text = buffer.get(..len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    text.graphemes(true).count() == 1
}

/// The nearest character boundary at or before `at`, and never past the end.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a cluster starts or ends at `at`, a character boundary.
fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The start of the cluster that `at` is in, or `at` itself when it is between two.
pub(crate) fn snap_back(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    if is_boundary(text, at) { at } else { previous(text, at) }
}

/// The end of the cluster that `at`, a character boundary, is in, or `at` itself when it is between two.
pub(crate) fn snap_forward(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    if is_boundary(text, at) { at } else { next(text, at) }
}

/// The start of the cluster before `at`, a character boundary; 0 at the start of the text.
pub(crate) fn previous(text: &str, at: usize) -> usize {
    GraphemeCursor::new(floor(text, at), text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The end of the cluster after `at`, a character boundary; the length of the text at its end.
pub(crate) fn next(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_is_what_a_reader_calls_one_sign() {
        let text = "a🇳🇱e\u{301}👩\u{200D}👩\u{200D}👦漢\n✍🏽";
        let seen: Vec<(&str, usize)> = cells(text).map(|cell| (cell.text, cell.width)).collect();
        assert_eq!(
            seen,
            [
                ("a", 1),
                ("🇳🇱", 2),
                ("e\u{301}", 1),
                ("👩\u{200D}👩\u{200D}👦", 2),
                ("漢", 2),
                ("\n", 1),
                ("✍🏽", 2)
            ]
        );
    }

    #[test]
    fn walking_and_stepping_agree_with_the_full_rules() {
        let text = "a\u{301}🇳🇱🇧🇪🇳 क्षि 각\u{1100}\u{1161}\u{11A8} ❤\u{FE0F}\u{200D}🔥\r\n\r\u{200B}ｶﾞ x👍🏽\u{0600}1 \u{0D4E}k";
        let expected: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let walked: Vec<usize> = cells(text).map(|cell| cell.start).collect();
        assert_eq!(walked, expected);
        for (at, _) in text.char_indices() {
            let before = expected.iter().rev().find(|b| **b < at).copied().unwrap_or(0);
            let after = expected.iter().find(|b| **b > at).copied().unwrap_or(text.len());
            assert_eq!((previous(text, at), next(text, at)), (before, after), "at {at}");
        }
    }

    #[test]
    fn the_short_way_measures_and_shortens_as_the_rules_do() {
        let by_rule = |text: &str| cells(text).map(|cell| cell.width).sum::<usize>();
        for text in
            ["", "kort", "één – «twee» …", "▸ ● ✓ │ naïef", "漢字 x", "a\u{301}b", "a\nb", "e\u{AD}x", "🇳🇱 é"]
        {
            assert_eq!(width(text), by_rule(text), "{text:?}");
            for room in 0..8 {
                for ellipsis in ["", "…"] {
                    let short = truncate(text, room, ellipsis);
                    assert_eq!(*short == *text, by_rule(text) <= room, "{text:?} in {room}");
                    assert!(by_rule(&short) <= room, "{text:?} in {room}");
                }
            }
        }
    }

    #[test]
    fn positions_outside_or_inside_a_cluster_find_their_place() {
        let text = "x🇳🇱";
        assert_eq!((snap_back(text, 3), snap_forward(text, 3)), (1, 1));
        assert_eq!((snap_back(text, 5), snap_forward(text, 5)), (1, text.len()));
        assert_eq!((snap_back(text, 99), snap_forward(text, 99)), (text.len(), text.len()));
        assert_eq!((previous(text, 99), next(text, 99), next("", 0), previous("", 0)), (1, text.len(), 0, 0));
    }

    #[test]
    fn pictographs_are_recognised() {
        for c in ['👩', '❤', '©', '☠', '🏳', '⚕', '🔥'] {
            assert!(is_pictograph(c), "{c}");
        }
        for c in ['a', '1', '#', '漢', '\u{301}', '\u{200D}', '\u{1F1F3}', '\u{1F3FD}', 'é'] {
            assert!(!is_pictograph(c), "{c:?}");
        }
    }

    #[test]
    fn what_is_known_to_be_no_pictograph_is_none() {
        for c in ('\0'..='\u{3000}').filter(|c| is_no_pictograph(*c)) {
            let by_rule = !joins('a', c) && is_one_cluster(&['\u{2764}', '\u{200D}', c]);
            assert!(!by_rule, "{c:?}");
        }
    }

    #[test]
    fn letters_that_are_taken_alone_are_clusters_by_the_full_rules() {
        let after = [
            "",
            "b",
            "\n",
            "\r\n",
            "é",
            "ÿ",
            "·",
            "©",
            "…",
            "↔",
            "│",
            "▶",
            "●",
            "✓",
            "\u{301}",
            "\u{AD}",
            "漢",
            "\u{200D}",
            "\u{200D}❤",
            "\u{FE0F}",
            "\u{20E3}",
            "\u{1F3FD}",
            "\u{1F1F3}",
        ];
        let ordinary = |c: &char| super::ordinary(c.to_string().as_bytes()).is_some();
        let known: Vec<char> = ('\0'..='\u{FFFF}').filter(ordinary).collect();
        assert!(known.len() > 500 && ['a', 'é', '·', '▸', '→', '✓', '…'].iter().all(|c| known.contains(c)));
        for c in known {
            for next in after {
                let text = format!("{c}{next}");
                let by_rule: Vec<&str> = text.graphemes(true).collect();
                let walked: Vec<&str> = cells(&text).map(|cell| cell.text).collect();
                assert_eq!(walked, by_rule, "{text:?}");
                let widths: Vec<usize> = cells(&text).map(|cell| cell.width).collect();
                assert_eq!(widths, by_rule.iter().map(|one| cluster_width(one)).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn truncating_keeps_whole_clusters_and_never_exceeds_the_cells() {
        assert_eq!(truncate("mevrouw", 7, "…"), "mevrouw");
        assert_eq!(truncate("mevrouw", 5, "…"), "mevr…");
        assert_eq!(truncate("mw. de Vries", 5, "…"), "mw.…");
        assert_eq!(truncate("漢字漢字", 6, "…"), "漢字…");
        assert_eq!(truncate("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
        assert_eq!(truncate("abc", 1, "..."), "a");
        assert_eq!(truncate("abc", 0, "…"), "");
        assert_eq!(truncate("", 0, "…"), "");
        // What is cut in the short way is cut where the rules for every sign say.
        for text in ["mw. de Vries, één — rustig", "a  b", "…✓●"] {
            for (cells, room) in (0..30).flat_map(|cells| (0..=cells).map(move |room| (cells, room))) {
                let short = text.char_indices().nth(room).map(|(end, _)| end);
                let long = end_within(text, room, cells);
                assert!(width(text) <= cells || long == short, "{text} {room} of {cells}");
            }
        }
        assert!(matches!(truncate("abc", 3, "…"), Cow::Borrowed("abc")));
    }

    #[test]
    fn widths_match_the_screen_library() {
        use ratatui::text::Span;
        for text in ["漢字", "e\u{301}", "🇳🇱", "👩\u{200D}👦", "☎\u{FE0F}", "☎", "क्षि", "각", "✍🏽"]
        {
            let buffer_width: usize = Span::raw(text).width();
            assert_eq!(width(text), buffer_width, "{text:?}");
        }
        assert_eq!(width(""), 0);
    }
}
