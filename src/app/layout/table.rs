//! A table in the window: which of its columns there is room for, and its rows one by one.

use std::ops::Range;
use std::sync::Arc;

use super::piece::{Columns, Piece, columns_of};
use crate::app::message::Marks;
use crate::app::page::{Mark, Role, RowId, Signs, Table};
use crate::text;

/// Columns between two cells.
const BETWEEN: u16 = 2;

/// Columns for the sign of the row in focus.
const HERE: u16 = 2;

/// A table with its place in the content.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    table: Arc<Table>,
    /// The line of its first row.
    start: usize,
    left: u16,
    /// Columns for the marks of the rows; none where no row has one.
    marks: u16,
    /// The columns that are shown: which, where and how wide.
    shown: Vec<(usize, u16, u16)>,
}

impl Placed {
    /// The table with its first row on line `start`.
    pub(super) fn new(table: Arc<Table>, start: usize, columns: Columns, marks: Marks) -> Self {
        let signs = signs_of(&table, marks);
        let left = columns.left + HERE + signs;
        let room = columns.right().saturating_sub(left);
        let shown = widths(&table, room, columns.has_pane);
        let mut x = left;
        let shown = shown.into_iter().map(|(at, width)| {
            let place = (at, x, width);
            x = x.saturating_add(width).saturating_add(BETWEEN);
            place
        });
        let shown = shown.collect();
        Self { table, start, left: columns.left, marks: signs, shown }
    }

    /// The lines that its rows take.
    pub(super) fn lines(&self) -> Range<usize> {
        self.start..self.start + self.table.len()
    }

    /// The row on a line of the content.
    pub(super) fn row(&self, line: usize) -> Option<&RowId> {
        line.checked_sub(self.start).and_then(|at| self.table.get(at)).map(|known| &known.row.id)
    }

    /// Whether its rows stand where those of another one do, and are the same.
    pub(super) fn is_laid_out_as(&self, other: &Self) -> bool {
        let place = |placed: &Self| (placed.start, placed.left, placed.marks);
        Arc::ptr_eq(&self.table, &other.table) && place(self) == place(other) && self.shown == other.shown
    }

    /// The headings above it.
    pub(super) fn headings(&self) -> Vec<Piece> {
        let heading = |&(at, x, width): &(usize, u16, u16)| {
            let text = &self.table.columns().get(at)?.heading;
            let text = text::truncate(text, usize::from(width), "").into_owned();
            (!text.is_empty()).then_some(Piece { x, text, role: Role::Quiet })
        };
        self.shown.iter().filter_map(heading).collect()
    }

    /// The row on a line of the content.
    pub(super) fn line(&self, line: usize, focus: Option<&RowId>, marks: Marks) -> Vec<Piece> {
        let Some(known) = line.checked_sub(self.start).and_then(|at| self.table.get(at)) else {
            return Vec::new();
        };
        let signs = marks.signs();
        let focused = focus == Some(&known.row.id);
        let mut pieces = Vec::new();
        if focused {
            pieces.push(Piece { x: self.left, text: signs.here.to_owned(), role: Role::Accent });
        }
        let sign = marks.sign(known.row.mark);
        if self.marks > 0 && !sign.is_empty() {
            let role = match (focused, known.row.mark) {
                (true, _) => Role::Focus,
                (_, Mark::Done) => Role::Done,
                _ => Role::Plain,
            };
            pieces.push(Piece { x: self.left + HERE, text: sign.to_owned(), role });
        }
        for (place, &(at, x, width)) in self.shown.iter().enumerate() {
            let cell = known.within(at, usize::from(width));
            let (Some(cell), Some(column)) = (cell, self.table.columns().get(at)) else { continue };
            let text = text::truncate(cell, usize::from(width), cut(signs, width)).into_owned();
            let role = match () {
                () if focused && place == 0 => Role::Focus,
                () if known.urgent == Some(at) => Role::Warning,
                () if text == signs.chosen => Role::Chosen,
                () => column.role,
            };
            if text.is_empty() {
                continue;
            }
            // The colour is that of the sign: the word beside it can be read by everybody.
            match signs.tint(&text) {
                Some((sign, tint)) => {
                    let rest = text.strip_prefix(sign).unwrap_or_default().to_owned();
                    pieces.push(Piece { x, text: sign.to_owned(), role: tint });
                    pieces.push(Piece { x: x.saturating_add(columns_of(sign)), text: rest, role });
                }
                None => pieces.push(Piece { x, text, role }),
            }
        }
        pieces
    }
}

/// Columns for the marks of the rows of a table.
fn signs_of(table: &Table, marks: Marks) -> u16 {
    let signs = table.marks().iter().map(|mark| columns_of(marks.sign(*mark))).max().unwrap_or(0);
    if signs > 0 { signs + 1 } else { 0 }
}

/// The columns of the window in which nothing of a table is cut off.
pub(super) fn wanted(table: &Table, marks: Marks) -> u16 {
    let filled = table.widest().iter().filter(|(_, is_filled)| *is_filled || table.is_empty());
    let cells = filled.fold(0_u16, |sum, (width, _)| sum.saturating_add(*width).saturating_add(BETWEEN));
    cells.saturating_sub(BETWEEN).saturating_add(HERE).saturating_add(signs_of(table, marks))
}

/// What says that a cell was cut off, where that leaves anything of the cell.
fn cut(signs: &Signs, width: u16) -> &'static str {
    if columns_of(signs.ellipsis) < width { signs.ellipsis } else { "" }
}

/// From here on a column is one that the pane beside the table has too.
const SAID_BESIDE: u8 = 3;

/// Up to so many rows it is worth looking at each for what its shorter words leave over.
const FEW: usize = 40;

/// What shorter words leave over in their column goes to a column that says more with it, and else to those of which something is cut
/// off.
fn give_over(table: &Table, shown: &mut [(usize, u16, u16, u8)], room: u16) {
    let widest = |at: usize| table.widest().get(at).map_or(0, |(widest, _)| (*widest).min(room));
    let is_whole = |at: usize| table.columns().get(at).is_some_and(|column| column.whole);
    let is_cut = |&(at, width, ..): &(usize, u16, u16, u8)| !is_whole(at) && width < widest(at);
    let is_short = |&(at, width, ..): &(usize, u16, u16, u8)| is_whole(at) && width < widest(at);
    if table.len() > FEW || !shown.iter().any(is_short) {
        return;
    }
    let mut spare = 0_u16;
    for (at, width, ..) in shown.iter_mut().filter(|column| is_short(column)) {
        let used = table.used(*at, *width);
        spare = spare.saturating_add(width.saturating_sub(used));
        *width = used;
    }
    loop {
        let more = |&(at, width, ..): &(usize, u16, u16, u8)| {
            (width + 1..=width.saturating_add(spare).min(widest(at)))
                .find(|wider| table.used(at, *wider) > width)
        };
        let short = shown.iter().enumerate().filter(|(_, column)| is_short(column));
        let least = short.filter_map(|(place, column)| Some((more(column)? - column.1, place))).min();
        let Some((needs, (_, width, ..))) =
            least.and_then(|(needs, place)| Some((needs, shown.get_mut(place)?)))
        else {
            break;
        };
        *width += needs;
        spare -= needs;
    }
    while spare > 0
        && let Some((_, width, ..)) =
            shown.iter_mut().filter(|column| is_cut(column)).min_by_key(|(_, width, ..)| *width)
    {
        *width += 1;
        spare -= 1;
    }
}

/// Which columns are shown in `room`, and how wide: the least important go, and then the widest give way. Beside a pane, that
/// says it all, columns go before anything is cut off.
fn widths(table: &Table, room: u16, has_pane: bool) -> Vec<(usize, u16)> {
    let wanted = table.columns().iter().zip(table.widest().iter().zip(table.briefest())).enumerate();
    // A column in which nothing stands is none.
    let mut shown: Vec<(usize, u16, u16, u8)> = wanted
        .filter(|(_, (_, ((_, is_filled), _)))| table.is_empty() || *is_filled)
        .map(|(at, (column, ((widest, _), briefest)))| {
            let widest = (*widest).min(room);
            let least = if column.whole { *briefest } else { column.least };
            (at, widest, least.min(widest), column.goes)
        })
        .collect();
    let between = |count: usize| BETWEEN.saturating_mul(u16::try_from(count.saturating_sub(1)).unwrap_or(0));
    let needs = |shown: &[(usize, u16, u16, u8)]| {
        shown.iter().fold(between(shown.len()), |sum, (_, _, least, _)| sum.saturating_add(*least))
    };
    // What can be said in fewer words is, before anything goes.
    let is_whole = |at: usize| table.columns().get(at).is_some_and(|column| column.whole);
    let wants = |shown: &[(usize, u16, u16, u8)]| {
        let needed = shown.iter().map(|&(at, widest, least, _)| if is_whole(at) { least } else { widest });
        needed.fold(between(shown.len()), u16::saturating_add)
    };
    while has_pane && wants(&shown) > room {
        let said = shown.iter().enumerate().filter(|(_, column)| column.3 >= SAID_BESIDE);
        match said.max_by_key(|(_, column)| column.3).map(|(at, _)| at) {
            Some(at) => drop(shown.remove(at)),
            None => break,
        }
    }
    while needs(&shown) > room {
        let last =
            shown.iter().enumerate().filter(|(_, column)| column.3 > 0).max_by_key(|(_, column)| column.3);
        match last.map(|(at, _)| at) {
            Some(at) => drop(shown.remove(at)),
            None => break,
        }
    }
    let free = room.saturating_sub(between(shown.len()));
    let mut total: u16 = shown.iter().fold(0, |sum, (_, width, ..)| sum.saturating_add(*width));
    while total > free {
        let gives =
            shown.iter_mut().filter(|(_, width, least, _)| width > least).max_by_key(|(_, width, ..)| *width);
        match gives {
            Some((_, width, ..)) => *width -= 1,
            None => break,
        }
        total -= 1;
    }
    give_over(table, &mut shown, room);
    // Where even the least is too much, what stands at the right is cut off by the edge of the window.
    let mut left = room;
    shown
        .into_iter()
        .map(|(at, width, ..)| {
            let width = width.min(left);
            left = left.saturating_sub(width.saturating_add(BETWEEN));
            (at, width)
        })
        .filter(|(_, width)| *width > 0)
        .collect()
}
