//! The picture: a layout and a theme in, cells out; nothing here changes the model or measures anything anew.

mod letters;
mod roles;
mod svg;
mod theme;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{Layout, Line, Role};
use crate::text;

pub use letters::{Letter, Look, NO_LOOK, draw_letters};
pub use roles::{letter, role_map, text};
pub use svg::svg;
pub use theme::Theme;

/// What stands in a cell whose character may not reach the screen and has no one-cell picture.
const HIDDEN: &str = "\u{FFFD}";

/// Puts every line of `layout` into `buffer`; what does not fit is clipped.
///
/// The buffer is wiped first, so that nothing of an earlier picture stays. Its size need not be that of the layout:
/// between a new window size and the message that says so, one frame may be drawn in the old one.
pub fn draw(layout: &Layout, theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    let inside = |line: &&Line| inside(line.y, area.y, area.height).is_some();
    put_all(layout.lines.iter().filter(inside), |line| area.y.saturating_add(line.y), theme, buffer);
}

/// Puts the lines of one row of the window, wherever they stand in it, into a `buffer` of one row.
pub fn draw_row<'l>(lines: impl Iterator<Item = &'l Line>, theme: &Theme, buffer: &mut Buffer) {
    let y = buffer.area.y;
    put_all(lines, |_| y, theme, buffer);
}

/// Puts lines where they stand into a buffer that is wiped first.
fn put_all<'l>(
    lines: impl Iterator<Item = &'l Line>,
    y: impl Fn(&Line) -> u16,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    wipe(theme, buffer);
    let mut is_ordinary = true;
    for line in lines {
        is_ordinary &= put(line, y(line), theme, buffer);
    }
    // Ordinary signs hide nothing.
    if !is_ordinary {
        show_what_hides(buffer);
    }
}

fn wipe(theme: &Theme, buffer: &mut Buffer) {
    let mut blank = Cell::default();
    blank.set_style(theme.base());
    buffer.content.fill(blank);
}

/// Puts one line into the buffer, and says whether all of its signs are ordinary.
fn put(line: &Line, y: u16, theme: &Theme, buffer: &mut Buffer) -> bool {
    let area = buffer.area;
    let mut focused: Option<u16> = None;
    let mut is_ordinary = true;
    for piece in &line.pieces {
        let Some(x) = inside(piece.x, area.x, area.width) else { continue };
        // Where the focus is a block, its sign and its words are one block.
        if let Some(gap) = focused.filter(|_| piece.role == Role::Focus) {
            buffer.set_style(Rect::new(gap, y, x.saturating_sub(gap), 1), theme.style(Role::Focus));
        }
        let room = usize::from(area.right().saturating_sub(x));
        let style = theme.style(piece.role);
        // What nearly all texts are needs no rules for what is one sign, and how wide that is.
        let end =
            text::ordinary_signs(&piece.text).map(|signs| put_signs(signs, (x, y), room, style, buffer));
        is_ordinary &= end.is_some();
        // The library drops control characters without a word; here they are seen.
        let end =
            end.unwrap_or_else(|| buffer.set_stringn(x, y, text::visible_line(&piece.text), room, style).0);
        focused = (piece.role == Role::Focus).then_some(end);
    }
    is_ordinary
}

/// Puts signs of one cell into the buffer, and tells the column behind them.
fn put_signs<'t>(
    signs: impl Iterator<Item = &'t str>,
    (x, y): (u16, u16),
    room: usize,
    style: Style,
    buffer: &mut Buffer,
) -> u16 {
    let mut end = x;
    let place = usize::from(y.saturating_sub(buffer.area.y)) * usize::from(buffer.area.width)
        + usize::from(x.saturating_sub(buffer.area.x));
    let cells = buffer.content.get_mut(place..).unwrap_or_default().iter_mut().take(room);
    for (cell, sign) in cells.zip(signs) {
        cell.set_symbol(sign).set_style(style);
        end = end.saturating_add(1);
    }
    end
}

/// A place within the window as a place of the buffer; `None` when it is outside.
fn inside(place: u16, start: u16, length: u16) -> Option<u16> {
    (place < length).then(|| start.saturating_add(place))
}

/// The last boundary: no cell holds anything that a terminal would obey or hide. It should find nothing.
fn show_what_hides(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.len() == 1 && symbol.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            continue;
        }
        if !text::is_clean(symbol) || symbol.contains('\n') {
            let visible = text::visible_line(symbol).into_owned();
            let one_cell = text::width(&visible) == 1 && visible != " ";
            cell.set_symbol(if one_cell { &visible } else { HIDDEN });
        }
    }
}

/// The area of a window.
pub fn area(width: u16, height: u16) -> Rect {
    Rect::new(0, 0, width, height)
}

#[cfg(test)]
mod tests;
