//! Counts as bars in the window.

use super::piece::{Columns, Piece, columns_of};
use crate::app::page::{Bar, Bars, Role, Signs};
use crate::text;

/// The fewest columns in which a bar says something.
const LEAST: u16 = 8;

/// The most columns of a bar.
const MOST: u16 = 40;

/// Columns between label, bar and number.
const BETWEEN: u16 = 2;

/// The lines of the bars; labels stand above them where the window is narrow.
pub(super) fn lines(bars: &Bars, columns: Columns, signs: &Signs) -> Vec<Vec<Piece>> {
    let widest = |of: &dyn Fn(&Bar) -> u16, least: usize| {
        bars.bars.iter().map(of).chain([u16::try_from(least).unwrap_or(u16::MAX)]).max().unwrap_or(0)
    };
    // Two labels that were cut off may look the same: what has no room beside its bar stands above it.
    let labels = widest(&|bar| columns_of(&bar.label), bars.room.0);
    let numbers = widest(&|bar| columns_of(&bar.number()), bars.room.1);
    let left = columns.left + 2;
    let beside = left.saturating_add(labels).saturating_add(BETWEEN);
    let room = |x: u16| columns.right().saturating_sub(x).saturating_sub(numbers.saturating_add(BETWEEN));
    let stacked = room(beside) < LEAST;
    let x = if stacked { left } else { beside };
    let most = room(x).clamp(1, MOST);
    let mut lines = Vec::new();
    for bar in &bars.bars {
        let label_room = usize::from(if stacked { columns.width.saturating_sub(2) } else { labels });
        let label = text::truncate(&bar.label, label_room, signs.ellipsis).into_owned();
        let mut pieces = vec![Piece { x: left, text: label, role: Role::Plain }];
        if stacked {
            lines.push(std::mem::take(&mut pieces));
        }
        let length = length(bar.count.unwrap_or(0), bars.scale, most);
        if length > 0 {
            let text = signs.block.repeat(usize::from(length));
            pieces.push(Piece { x, text, role: Role::Accent });
        }
        let number = bar.number();
        let at = if length > 0 { x.saturating_add(length).saturating_add(1) } else { x };
        if !number.is_empty() {
            pieces.push(Piece { x: at, text: number, role: Role::Value });
        }
        lines.push(pieces);
    }
    lines
}

/// How long the bar of a count is; anything that was counted is to be seen.
fn length(count: u32, scale: u32, most: u16) -> u16 {
    if count == 0 || scale == 0 {
        return 0;
    }
    let length = u64::from(count) * u64::from(most) / u64::from(scale);
    u16::try_from(length).unwrap_or(most).clamp(1, most)
}
