//! The top of the window: where we are, whether it is saved, the person's own words, the steps.

use super::laid::Laid;
use super::piece::{Columns, Line, Piece, columns_of};
use crate::app::message::Size;
use crate::app::model::{Model, status};
use crate::app::page::{Page, Role};
use crate::text;

/// Columns between two parts of where we are.
const BETWEEN_PARTS: usize = 3;

/// What is left at least of the name of a group.
const LEAST: usize = 6;

/// What the day behind own words leaves at least to these.
const LEAST_WORDS: usize = 24;

/// How many rows of the window the header takes.
pub(super) fn height(page: &Page, size: Size) -> u16 {
    let own_words = u16::from(page.own_words.is_some());
    let tabs = u16::from(has_tabs(page, size));
    let air = u16::from(size.height >= 16);
    1 + own_words + tabs + air
}

fn has_tabs(page: &Page, size: Size) -> bool {
    page.tabs.len() > 1 && size.height >= 16
}

/// The lines of the header; those below the first are laid out once for what stands on them.
pub(super) fn lines(model: &Model, page: &Page, columns: Columns, laid: &mut Laid) -> Vec<Line> {
    let below = laid.below_top((page, model.settings, model.size), || below_top(model, page, columns));
    let top = Line { y: 0, pieces: top(model, page, columns).into() };
    std::iter::once(top).chain(below).collect()
}

fn below_top(model: &Model, page: &Page, columns: Columns) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut y = 1;
    if let Some(words) = &page.own_words {
        let ellipsis = model.settings.marks.signs().ellipsis;
        let text = within(&text::visible_line(words), usize::from(columns.width), ellipsis);
        let words = Piece { x: columns.left, text, role: Role::OwnWords };
        lines.push(Line { y, pieces: vec![words].into() });
        y += 1;
    }
    if has_tabs(page, model.size) {
        lines.push(Line { y, pieces: tabs(model, page, columns).into() });
    }
    lines
}

/// Own words in this room. What is cut off is within the words: these still end, and the day behind them stays whole, or goes where it
/// would leave them next to nothing.
fn within(words: &str, room: usize, ellipsis: &str) -> String {
    if text::width(words) <= room {
        return words.to_owned();
    }
    let (said, day) = words.rfind('"').map_or((words, ""), |end| words.split_at(end + 1));
    let day = if room >= text::width(day) + LEAST_WORDS { day } else { "" };
    let end = if said.len() > 1 && said.starts_with('"') && said.ends_with('"') { "\"" } else { "" };
    let room = room.saturating_sub(text::width(day));
    if text::width(said) <= room {
        return format!("{said}{day}");
    }
    format!("{}{end}{day}", text::truncate(said, room.saturating_sub(end.len()), ellipsis))
}

fn top(model: &Model, page: &Page, columns: Columns) -> Vec<Piece> {
    let (corner, role) = match status::status(model) {
        Some(status) => (status.text, if status.fault { Role::Fault } else { Role::Status }),
        None => (page.corner.clone().unwrap_or_default(), Role::Quiet),
    };
    let corner_width = columns_of(&corner);
    let room = columns.width.saturating_sub(corner_width.saturating_add(2));
    let fits = |parts: &[String]| whole(parts) <= usize::from(room) + BETWEEN_PARTS;
    let parts =
        if fits(&page.trail) || page.short_trail.is_empty() { &page.trail } else { &page.short_trail };
    let mut pieces = trail(model, parts, columns.left, room);
    if !corner.is_empty() && corner_width <= columns.width {
        pieces.push(Piece { x: columns.right().saturating_sub(corner_width), text: corner, role });
    }
    pieces
}

/// The columns that parts take, each with the space behind it.
fn whole(parts: &[String]) -> usize {
    parts.iter().map(|part| text::width(part) + BETWEEN_PARTS).sum()
}

fn trail(model: &Model, parts: &[String], left: u16, room: u16) -> Vec<Piece> {
    let ellipsis = model.settings.marks.signs().ellipsis;
    let mut first = 0;
    // The first part gives way till it is hardly to be told any more; only then it goes.
    let mut parts = parts.to_vec();
    let over = whole(&parts).saturating_sub(BETWEEN_PARTS + usize::from(room));
    if let Some(part) = parts.first_mut().filter(|part| over > 0 && text::width(part) >= over + LEAST) {
        *part = text::truncate(part, text::width(part) - over, ellipsis).into_owned();
    }
    // A very long name gives way as well: it would take all other parts along, and say itself no more.
    let behind = whole(parts.get(1..).unwrap_or_default()).saturating_sub(BETWEEN_PARTS);
    let over = behind.saturating_sub(usize::from(room));
    let is_long = |part: &&mut String| text::width(part) * 3 > usize::from(room) * 2;
    if let Some(part) =
        parts.iter_mut().skip(1).find(is_long).filter(|part| over > 0 && text::width(part) >= over + LEAST)
    {
        *part = text::truncate(part, text::width(part) - over, ellipsis).into_owned();
    }
    let total = |from: usize| whole(parts.get(from..).unwrap_or_default()).saturating_sub(BETWEEN_PARTS);
    while first + 1 < parts.len() && total(first) > usize::from(room) {
        first += 1;
    }
    let mut x = left;
    let mut pieces = Vec::new();
    for (index, part) in parts.iter().enumerate().skip(first) {
        let left_over = usize::from(left.saturating_add(room).saturating_sub(x));
        let text = text::truncate(part, left_over, ellipsis).into_owned();
        let width = columns_of(&text);
        let role = if index == first { Role::Heading } else { Role::Plain };
        pieces.push(Piece { x, text, role });
        x = x.saturating_add(width).saturating_add(3);
    }
    pieces
}

fn tabs(model: &Model, page: &Page, columns: Columns) -> Vec<Piece> {
    let signs = model.settings.marks.signs();
    let texts: Vec<String> = page
        .tabs
        .iter()
        .map(|tab| {
            let sign = match (tab.here, tab.done) {
                (true, _) => signs.chosen,
                (false, true) => signs.done,
                (false, false) => " ",
            };
            format!("{sign} {}", tab.title)
        })
        .collect();
    let here = page.tabs.iter().position(|tab| tab.here).unwrap_or(0);
    let widths: Vec<u16> = texts.iter().map(|text| columns_of(text)).collect();
    let reach = |from: usize| -> u16 {
        widths
            .iter()
            .skip(from)
            .take(here.saturating_sub(from) + 1)
            .map(|width| width.saturating_add(3))
            .sum()
    };
    let mut first = 0;
    while first < here && reach(first) > columns.width {
        first += 1;
    }
    let mut x = columns.left;
    let mut pieces = Vec::new();
    let whole = widths.iter().fold(0_u16, |sum, width| sum.saturating_add(width.saturating_add(3)));
    if whole.saturating_sub(3) > columns.width {
        let place = model.language().which_of(here + 1, texts.len());
        let width = columns_of(&place);
        while first < here
            && x.saturating_add(width).saturating_add(2).saturating_add(reach(first)) > columns.right()
        {
            first += 1;
        }
        pieces.push(Piece { x, text: place, role: Role::Quiet });
        x = x.saturating_add(width).saturating_add(2);
    }
    for (index, text) in texts.into_iter().enumerate().skip(first) {
        let width = columns_of(&text);
        if x.saturating_add(width) > columns.right() {
            break;
        }
        let role = if index == here { Role::Accent } else { Role::Quiet };
        pieces.push(Piece { x, text, role });
        x = x.saturating_add(width).saturating_add(3);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn own_words_end_and_keep_their_day_whole() {
        let words = "\"Zo lang mogelijk in mijn eigen huis, met de hond.\" (5 jul)";
        let shown = |room| within(words, room, "…");
        assert_eq!(shown(59), words);
        assert_eq!(shown(56), "\"Zo lang mogelijk in mijn eigen huis, met de h…\" (5 jul)");
        assert_eq!(shown(32), "\"Zo lang mogelijk in m…\" (5 jul)");
        assert_eq!(shown(31), "\"Zo lang mogelijk in mijn eig…\"");
        assert_eq!(shown(4), "\"Z…\"");
        assert_eq!(within("zonder aanhalingstekens", 12, "…"), "zonder aanh…");
        assert_eq!(within("\"", 0, "…"), "");
    }
}
