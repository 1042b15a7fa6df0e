//! Where values stand beside their labels: one column for a page, one of its own for each list.

use std::collections::HashMap;

use super::piece::{Columns, columns_of};
use crate::app::page::{Block, Mark, Page, Row, RowId};

/// Below this width a value stands under its label.
const STACKED: u16 = 44;

/// How far a value under its label stands to the right.
const STACKED_INDENT: u16 = 4;

/// The width in which the text of a field is wrapped, without laying the page out.
pub(super) fn width_of_field(page: &Page, row: &Row, columns: Columns) -> u16 {
    let column = value_column(&page.blocks, columns).filter(|_| in_columns(row));
    let x = column.unwrap_or_else(|| stacked_at(row, columns));
    typing_width(columns.right().saturating_sub(x).max(1))
}

/// Where a value stands that has no room beside its label.
pub(super) fn stacked_at(row: &Row, columns: Columns) -> u16 {
    columns.left + row.indent.min(columns.width / 4) + STACKED_INDENT
}

/// What the labels that every patient has get, in the narrowest window too.
const WIDE_LABEL: u16 = 27;

/// Columns between a label and its value: of a field, the line at its left stands in the middle of them.
pub(super) const BESIDE: u16 = 3;

/// Where values stand: behind the longest label that leaves more than half of the line to them; a longer label stands above
/// its value, so that it neither breaks in two nor pushes all others aside. Where values are short, longer labels fit as well.
pub(super) fn value_column(blocks: &[Block], columns: Columns) -> Option<u16> {
    if columns.width < STACKED {
        return None;
    }
    let most = (columns.width * 9 / 20).max(WIDE_LABEL);
    let rows: Vec<&Row> = blocks.iter().flat_map(of_block).filter(|row| in_columns(row)).collect();
    let behind =
        rows.iter().map(|row| row.indent.saturating_add(columns_of(&row.label)).saturating_add(2 + BESIDE));
    let label = behind.clone().filter(|label| *label <= most).max();
    if rows.is_empty() {
        return None;
    }
    let usual = label.unwrap_or(most);
    // What is typed wants room; what is only told may have less, where that makes the page shorter.
    let is_told = rows.iter().all(|row| row.as_field().is_none());
    let further =
        behind.filter(|label| *label > most && label.saturating_add(LEAST_VALUE) <= columns.width).max();
    let lines = |column: u16| rows.iter().map(|row| lines_of(row, column, columns.width)).sum::<usize>();
    let best = further.filter(|further| is_told && lines(*further) + 1 < lines(usual));
    Some(columns.left + best.unwrap_or(usual))
}

/// The least that a value gets where a long label stands beside it.
const LEAST_VALUE: u16 = 12;

/// How many lines a row takes about, with its value in a column.
fn lines_of(row: &Row, column: u16, width: u16) -> usize {
    let room = usize::from(width.saturating_sub(column)).max(1);
    let label = row.indent.saturating_add(columns_of(&row.label)).saturating_add(2 + BESIDE);
    usize::from(label > column) + usize::from(columns_of(&row.value)).div_ceil(room).max(1)
}

/// Where the values of each list stand that is one of its own: where those of the page do, right among whose rows it stands, or behind
/// the longest label of the rows that follow each other; each time where that takes no line more than to have each behind its own label.
pub(super) fn list_columns(
    blocks: &[Block],
    columns: Columns,
    value_at: Option<u16>,
    sign: impl Fn(&Row) -> u16,
) -> HashMap<RowId, u16> {
    let listed = |block: &Block| match block {
        Block::Row(row) => row.listed,
        _ => false,
    };
    let of_page = |at: Option<usize>| match at.and_then(|at| blocks.get(at)) {
        Some(Block::Row(row)) => in_columns(row),
        Some(Block::Text(paragraph)) => paragraph.at_value,
        _ => false,
    };
    let mut found = HashMap::new();
    let mut start = 0_usize;
    for list in blocks.split(|block| !listed(block)) {
        let among = of_page(start.checked_sub(1)) || of_page(Some(start + list.len()));
        start += list.len() + 1;
        // One that says nothing more stands in the list all the same.
        let rows = list.iter().flat_map(of_block).filter(|row| !row.value.is_empty());
        let rows: Vec<&Row> = rows.collect();
        let of_page = value_at.filter(|_| among);
        if let Some(at) = list_column(&rows, columns, of_page, &sign) {
            found.extend(rows.iter().map(|row| (row.id.clone(), at)));
        } else if of_page.is_some() {
            // No list to be read as one: what folded beside each other, of which one may have a long label.
            let alone = rows
                .iter()
                .filter_map(|row| Some((row.id.clone(), list_column(&[*row], columns, of_page, &sign)?)));
            found.extend(alone);
        }
    }
    found
}

/// The least that values of a list get beside their labels where they are broken: a name with its profession, a day with its limit.
const LEAST_BROKEN: u16 = 24;

fn list_column(
    rows: &[&Row],
    columns: Columns,
    of_page: Option<u16>,
    sign: impl Fn(&Row) -> u16,
) -> Option<u16> {
    if columns.width < STACKED {
        return None;
    }
    let behind = |row: &Row| {
        let label = row.indent.saturating_add(columns_of(&row.label)).saturating_add(2 + sign(row));
        label.saturating_add(2)
    };
    let longest = rows.iter().map(|row| behind(row)).max()?;
    let takes = |row: &Row, at: u16| {
        usize::from(columns_of(&row.value)).div_ceil(usize::from(columns.width.saturating_sub(at)).max(1))
    };
    let stacked = STACKED_INDENT + 2;
    let ragged = |row: &Row| match behind(row).saturating_add(columns_of(&row.value)) <= columns.width {
        true => 1,
        false => 1 + takes(row, stacked),
    };
    let as_they_are: usize = rows.iter().map(|row| ragged(row)).sum();
    let lines_at = |at: u16| rows.iter().map(|row| takes(row, at)).sum::<usize>();
    let has_room = |at: u16| {
        let room = columns.width.saturating_sub(at);
        room >= LEAST_BROKEN || rows.iter().all(|row| columns_of(&row.value) <= room)
    };
    let of_page = of_page.map(|at| at.saturating_sub(columns.left)).filter(|at| *at >= longest);
    let of_page = of_page.filter(|at| has_room(*at) && lines_at(*at) <= lines_at(longest).min(as_they_are));
    let own =
        (has_room(longest) && longest < columns.width && lines_at(longest) <= as_they_are).then_some(longest);
    of_page.or(own).map(|at| columns.left + at)
}

/// The rows of a block whose values stand in columns.
fn of_block(block: &Block) -> Vec<&Row> {
    match block {
        Block::Row(row) => vec![row],
        Block::Timeline(timeline) => timeline.entries.iter().map(|entry| &entry.row).collect(),
        _ => Vec::new(),
    }
}

/// Whether the value of a row stands in the column of its page.
pub(super) fn in_columns(row: &Row) -> bool {
    row.mark == Mark::None && !row.listed && (row.as_field().is_some() || !row.value.is_empty())
}

/// The width in which typed text is wrapped: one cell stays free for the cursor behind a full line.
pub(super) fn typing_width(width: u16) -> u16 {
    width.saturating_sub(1).max(1)
}
