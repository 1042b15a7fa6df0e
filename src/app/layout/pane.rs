//! A wide window in two: a list, and beside it what its row in focus opens, to be read only.

use super::builder::Builder;
use super::content::Air;
use super::laid::Laid;
use super::piece::{Columns, Line, Piece};
use super::table;
use super::value_columns::value_column;
use crate::app::message::Size;
use crate::app::model::Model;
use crate::app::page::{Block, Page, Role};

/// From this width on there is room for both.
const WIDE: u16 = 120;

/// The narrowest that what stands beside a list gets, and the widest.
const PANE: (u16, u16) = (38, 72);

/// The narrowest that a list gets which has no table.
const LIST: u16 = 56;

/// Columns between the two; the line that parts them stands in the middle.
const BETWEEN: u16 = 4;

/// Where the content of a page stands in a window, and where what stands beside it.
pub(super) fn split(model: &Model, page: &Page, size: Size) -> (Columns, Option<Columns>) {
    let frame = Columns::of_frame(size);
    if !page.has_pane || size.width < WIDE {
        return (Columns::of(size), None);
    }
    let most = frame.width.saturating_sub(BETWEEN + PANE.0);
    let tables = page.blocks.iter().filter_map(|block| match block {
        Block::Table(known) => Some(table::wanted(known, model.settings.marks)),
        _ => None,
    });
    let half = frame.width.saturating_sub(BETWEEN) / 2;
    let width = tables.max().unwrap_or(0).max(half).max(LIST).min(most);
    let list = Columns { left: frame.left, width, table: width, has_pane: true };
    let left = list.right().saturating_add(BETWEEN);
    let width = frame.right().saturating_sub(left).min(PANE.1);
    (list, Some(Columns { left, width, table: width, has_pane: false }))
}

/// Lays out what stands beside a list; what is too much for the window ends with the sign for that.
pub(super) fn lines(model: &Model, blocks: &[Block], columns: Columns, height: u16) -> Vec<Vec<Piece>> {
    let mut laid = Laid::default();
    let mut builder = Builder::of(model, blocks, columns, value_column(blocks, columns), &mut laid);
    blocks.iter().enumerate().for_each(|(at, block)| builder.put(at, block, Air::FULL));
    let content = builder.content;
    let mut lines: Vec<Vec<Piece>> =
        (0..content.lines.len()).map(|at| content.line(at, model).to_vec()).collect();
    let height = usize::from(height);
    if lines.len() > height {
        lines.truncate(height);
        let text = model.settings.marks.signs().ellipsis.to_owned();
        if let Some(last) = lines.last_mut() {
            *last = vec![Piece { x: columns.left, text, role: Role::Quiet }];
        }
    }
    lines
}

/// Puts what stands beside a list, and the line between the two, on the lines of the window.
pub(super) fn beside(
    model: &Model,
    lines: &mut Vec<Line>,
    pane: &[Vec<Piece>],
    columns: Columns,
    body: (u16, u16),
) {
    let rule = columns.left.saturating_sub(BETWEEN / 2);
    let bar = model.settings.marks.signs().bar;
    for offset in 0..body.1 {
        let y = body.0.saturating_add(offset);
        let own = pane.get(usize::from(offset)).cloned().unwrap_or_default();
        let rule = Piece { x: rule, text: bar.to_owned(), role: Role::Quiet };
        let pieces = std::iter::once(rule).chain(own);
        match lines.iter_mut().find(|line| line.y == y) {
            Some(line) => line.pieces.extend(pieces),
            None => lines.push(Line { y, pieces: pieces.collect::<Vec<_>>().into() }),
        }
    }
    lines.sort_by_key(|line| line.y);
}
