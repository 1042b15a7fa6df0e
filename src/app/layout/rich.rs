//! The little that help texts of definitions can do: paragraphs, lists and bold.
//!
//! A blank line parts paragraphs, a line that starts with `- ` is a point of a list, `**` turns bold on and off. Lines
//! within a paragraph are joined, so that a definition may break its lines where its author likes.

use std::ops::Range;

use super::piece::{Piece, columns_of};
use crate::app::page::Role;
use crate::text::{self, WrapCache};

/// A paragraph or a point of a list.
struct Part {
    text: String,
    bold: Vec<Range<usize>>,
    point: bool,
    /// A blank line stood before it.
    apart: bool,
}

/// The lines of a rich text at column `x` within `width` columns; bold is [`Role::Strong`].
pub(super) fn lines(source: &str, x: u16, width: u16, role: Role, wraps: &mut WrapCache) -> Vec<Vec<Piece>> {
    let mut lines = Vec::new();
    for part in parts(source) {
        if part.apart && !lines.is_empty() {
            lines.push(Vec::new());
        }
        let hang = if part.point { 2 } else { 0 };
        let width = width.saturating_sub(hang).max(1);
        for (index, line) in wraps.wrap(&part.text, width).lines().iter().enumerate() {
            let mut at = x.saturating_add(hang);
            let mut pieces = Vec::new();
            if part.point && index == 0 {
                pieces.push(Piece { x, text: "-".to_owned(), role });
            }
            for (range, bold) in split(line.start..line.end, &part.bold) {
                let piece = part.text.get(range).unwrap_or_default();
                let room = usize::from(x.saturating_add(hang).saturating_add(width).saturating_sub(at));
                let piece = text::truncate(piece, room, "").into_owned();
                let columns = columns_of(&piece);
                if !piece.is_empty() {
                    let role = if bold { Role::Strong } else { role };
                    pieces.push(Piece { x: at, text: piece, role });
                }
                at = at.saturating_add(columns);
            }
            lines.push(pieces);
        }
    }
    lines
}

fn parts(source: &str) -> Vec<Part> {
    let mut parts: Vec<(String, bool, bool)> = Vec::new();
    let mut apart = false;
    let mut open = false;
    for line in source.lines().map(str::trim) {
        let point = line.strip_prefix("- ");
        match (line.is_empty(), point, parts.last_mut()) {
            (true, ..) => {
                apart = true;
                open = false;
            }
            (false, None, Some((last, ..))) if open => {
                last.push(' ');
                last.push_str(line);
            }
            (false, point, _) => {
                parts.push((point.unwrap_or(line).to_owned(), point.is_some(), apart));
                apart = false;
                open = true;
            }
        }
    }
    parts
        .into_iter()
        .map(|(source, point, apart)| {
            let (text, bold) = embolden(&source);
            Part { text, bold, point, apart }
        })
        .collect()
}

/// The text without its `**`, and which bytes of it are bold; a lone `**` stays as it is.
fn embolden(source: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::with_capacity(source.len());
    let mut bold = Vec::new();
    let mut rest = source;
    while let Some((before, inner, after)) = rest.split_once("**").and_then(|(before, after)| {
        let (inner, after) = after.split_once("**")?;
        Some((before, inner, after))
    }) {
        text.push_str(before);
        let start = text.len();
        text.push_str(inner);
        bold.push(start..text.len());
        rest = after;
    }
    text.push_str(rest);
    (text, bold)
}

/// Splits the bytes of a line at the edges of `marked`, which are in order; true where a part is marked.
pub(super) fn split(line: Range<usize>, marked: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut parts = Vec::new();
    let mut at = line.start;
    for range in marked {
        let start = range.start.clamp(at, line.end);
        let end = range.end.clamp(start, line.end);
        if end > start {
            parts.push((at..start, false));
            parts.push((start..end, true));
            at = end;
        }
    }
    parts.push((at..line.end, false));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str, width: u16) -> Vec<String> {
        let text = |pieces: Vec<Piece>| {
            pieces.into_iter().fold(String::new(), |mut line, piece| {
                line.push_str(&" ".repeat(usize::from(piece.x) - text::width(&line)));
                let bold = piece.role == Role::Strong;
                line.push_str(&if bold { piece.text.to_uppercase() } else { piece.text });
                line
            })
        };
        lines(source, 0, width, Role::Plain, &mut WrapCache::new())
            .into_iter()
            .map(text)
            .map(|line| line.trim_end().to_owned())
            .collect()
    }

    #[test]
    fn paragraphs_join_their_lines_and_stand_apart() {
        assert_eq!(shown("een\ntwee\n\ndrie", 20), ["een twee", "", "drie"]);
    }

    #[test]
    fn points_hang() {
        assert_eq!(shown("kies:\n- een lang punt\n- kort", 10), ["kies:", "- een lang", "  punt", "- kort"]);
    }

    #[test]
    fn bold_goes_on_over_lines_and_a_lone_sign_stays() {
        assert_eq!(shown("zo **heel erg** dik", 8), ["zo HEEL", "ERG dik"]);
        assert_eq!(shown("5 ** 3", 20), ["5 ** 3"]);
    }
}
