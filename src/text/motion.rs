//! Where a motion ends.

use super::command::{Edge, Motion};
use super::cursor::Cursor;
use super::grapheme::{next, previous};
use super::wrap::Wrapped;

/// The cursor after a motion, and the edge of the text when there was nowhere to go.
///
/// With `select`, what cannot go further up or down takes all the rest instead, as a user who holds Shift expects.
pub(crate) fn go(
    text: &str,
    cursor: &Cursor,
    to: Motion,
    select: bool,
    wrapped: &Wrapped,
) -> (Cursor, Option<Edge>) {
    match to {
        Motion::Up => climb(text, cursor, select, wrapped, 1),
        Motion::PageUp(rows) => climb(text, cursor, select, wrapped, usize::from(rows.max(1))),
        Motion::Down => descend(text, cursor, select, wrapped, 1),
        Motion::PageDown(rows) => descend(text, cursor, select, wrapped, usize::from(rows.max(1))),
        _ => (step(text, cursor, to, select, wrapped), None),
    }
}

fn step(text: &str, cursor: &Cursor, to: Motion, select: bool, wrapped: &Wrapped) -> Cursor {
    let at = cursor.position();
    let selection = if select { None } else { cursor.selection() };
    // Only up and down leave a text: who goes on to the right at its end still means to type there.
    let target = match (to, selection) {
        // Without Shift the arrows go to the side of the selection, not past it.
        (Motion::Left, Some(selection)) => selection.start,
        (Motion::Right, Some(selection)) => selection.end,
        (Motion::Left, None) => previous(text, at),
        (Motion::Right, None) => next(text, at),
        (Motion::WordLeft, _) => word_left(text, at),
        (Motion::WordRight, _) => word_right(text, at),
        (Motion::LineStart, _) => line(wrapped, at).map_or(0, |(start, _)| start),
        (Motion::LineEnd, _) => {
            line(wrapped, at).map_or(text.len(), |(_, row)| wrapped.last_place(text, row))
        }
        (Motion::TextEnd, _) => text.len(),
        _ => 0,
    };
    cursor.moved(target, select, None)
}

/// The start and the row of the line that `at` is on.
fn line(wrapped: &Wrapped, at: usize) -> Option<(usize, usize)> {
    let row = wrapped.row_of(at);
    wrapped.lines().get(row).map(|line| (line.start, row))
}

fn climb(
    text: &str,
    cursor: &Cursor,
    select: bool,
    wrapped: &Wrapped,
    rows: usize,
) -> (Cursor, Option<Edge>) {
    let (row, goal) = place(text, cursor, wrapped);
    if row == 0 {
        return stuck(cursor, select, 0, goal, Edge::Before);
    }
    let target = wrapped.byte_at(text, row.saturating_sub(rows), goal);
    (cursor.moved(target, select, Some(goal)), None)
}

fn descend(
    text: &str,
    cursor: &Cursor,
    select: bool,
    wrapped: &Wrapped,
    rows: usize,
) -> (Cursor, Option<Edge>) {
    let (row, goal) = place(text, cursor, wrapped);
    if row + 1 >= wrapped.lines().len() {
        return stuck(cursor, select, text.len(), goal, Edge::After);
    }
    let target = wrapped.byte_at(text, row + rows, goal);
    (cursor.moved(target, select, Some(goal)), None)
}

/// The row of the cursor and the column that it wants to keep.
fn place(text: &str, cursor: &Cursor, wrapped: &Wrapped) -> (usize, u16) {
    let (row, column) = wrapped.position_of(text, cursor.position());
    let goal = cursor.goal_column().unwrap_or(column);
    (row, goal)
}

fn stuck(cursor: &Cursor, select: bool, end: usize, goal: u16, edge: Edge) -> (Cursor, Option<Edge>) {
    if select {
        (cursor.moved(end, true, Some(goal)), None)
    } else {
        (cursor.moved(cursor.position(), false, Some(goal)), Some(edge))
    }
}

/// What a cluster is to a motion by words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Break,
    Space,
    Word,
    /// Part of a word between two letters, as in "foto's"; else a sign.
    Apostrophe,
    Sign,
}

fn kind(cluster: &str) -> Kind {
    match cluster.chars().next() {
        Some('\n') => Kind::Break,
        Some('\'' | '’') => Kind::Apostrophe,
        Some(c) if c.is_whitespace() => Kind::Space,
        Some(c) if c.is_alphanumeric() || c == '_' => Kind::Word,
        _ => Kind::Sign,
    }
}

/// The cluster after `at`, as its kind and end; `None` at the end of the text.
fn ahead(text: &str, at: usize) -> Option<(Kind, usize)> {
    let end = next(text, at);
    text.get(at..end).filter(|cluster| !cluster.is_empty()).map(|cluster| (kind(cluster), end))
}

/// The cluster before `at`, as its kind and start; `None` at the start of the text.
fn behind(text: &str, at: usize) -> Option<(Kind, usize)> {
    let start = previous(text, at);
    text.get(start..at).filter(|cluster| !cluster.is_empty()).map(|cluster| (kind(cluster), start))
}

/// The end of this word or the next.
pub(crate) fn word_right(text: &str, at: usize) -> usize {
    word_edge(text, at, ahead)
}

/// The start of this word or the one before.
pub(crate) fn word_left(text: &str, at: usize) -> usize {
    word_edge(text, at, behind)
}

/// Over spaces and then over clusters of one kind; a line break is passed only as the first thing.
fn word_edge(text: &str, mut at: usize, look: fn(&str, usize) -> Option<(Kind, usize)>) -> usize {
    if let Some((Kind::Break, past)) = look(text, at) {
        return past;
    }
    while let Some((Kind::Space, past)) = look(text, at) {
        at = past;
    }
    let run = match look(text, at) {
        None | Some((Kind::Break | Kind::Space, _)) => return at,
        Some((Kind::Word, _)) => Kind::Word,
        Some((Kind::Sign | Kind::Apostrophe, _)) => Kind::Sign,
    };
    while let Some((kind, past)) = look(text, at) {
        let inside = match kind {
            Kind::Word | Kind::Sign => run == kind,
            Kind::Apostrophe => run == Kind::Sign || matches!(look(text, past), Some((Kind::Word, _))),
            Kind::Break | Kind::Space => false,
        };
        if !inside {
            break;
        }
        at = past;
    }
    at
}
