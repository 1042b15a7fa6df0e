//! Geometry: where everything of a page stands in the window.
//!
//! Pure. Update uses it for paging and scrolling, the view draws it, and neither measures anything by itself.

mod bars;
mod builder;
mod content;
mod footer;
mod header;
mod laid;
mod lines;
mod pane;
mod part;
mod piece;
mod rich;
mod row;
mod rows;
mod shown;
mod table;
mod typed;
mod value_columns;

use super::keymap::Context;
use super::model::Model;
use super::page::{Block, Page, Role, Row, RowId};
use crate::app::message::Size;
use crate::text;

use footer::Footer;
use piece::Columns;

pub use builder::Content;
pub use laid::Laid;
pub use part::RowLines;
pub use piece::{Line, Piece, Pieces};
pub use rows::Rows;
pub use shown::Shown;

/// The smallest window in which Pallium works.
pub const SMALLEST: Size = Size::new(40, 12);

/// Where everything of a page stands in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Size of the window.
    pub size: Size,
    /// The lines that are not empty, from top to bottom.
    pub lines: Vec<Line>,
    /// The cell of the hardware cursor; `None` hides it.
    pub cursor: Option<(u16, u16)>,
    /// The row in focus.
    pub focus: Option<RowId>,
    /// The first row of the window that holds content.
    pub body_top: u16,
    /// How many rows of the window hold content.
    pub body_height: u16,
    /// The first line of the content in sight.
    pub first_line: usize,
    /// How many lines the content has.
    pub content_lines: usize,
    /// Which lines of the content each row takes.
    pub rows: Rows,
}

impl Layout {
    /// Whether the text above all rows goes on below the window.
    pub fn text_goes_on(&self) -> bool {
        text_goes_on(&self.rows, self.content_lines, self.first_line, self.body_height)
    }
}

fn text_goes_on(rows: &Rows, lines: usize, first_line: usize, height: u16) -> bool {
    // One empty line stands between the text and the rows under it.
    let end = rows.first().map_or(lines, |row| row.start.saturating_sub(1));
    end > first_line + usize::from(height)
}

/// How many columns a text has in a window of this size.
pub fn width_of_content(size: Size) -> u16 {
    Columns::of(size).width
}

/// The window around the content of a page.
pub struct Window {
    columns: Columns,
    /// Where what the row in focus opens stands beside the content, where there is room for that.
    pane: Option<Columns>,
    /// Header and footer; none in a window that is too small for anything.
    frame: Option<(Vec<Line>, Footer)>,
    body_top: u16,
    body_height: u16,
}

/// The room that a window leaves to content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    columns: Columns,
    pane: Option<Columns>,
    height: u16,
}

/// What stands around the content of `page`, and how much room that leaves.
pub fn window(model: &Model, page: &Page, context: &Context, laid: &mut Laid) -> Window {
    let size = model.size;
    let (columns, pane) = pane::split(model, page, size);
    if is_too_small(size) {
        return Window { columns, pane: None, frame: None, body_top: 0, body_height: size.height };
    }
    let around = Columns::of_frame(size);
    let body_top = header::height(page, size);
    let footer = footer::lines(model, context, around, laid);
    let body_height = size.height.saturating_sub(body_top).saturating_sub(footer.height);
    let frame = Some((header::lines(model, page, around, laid), footer));
    Window { columns, pane, frame, body_top, body_height }
}

/// The content of `page` in the room that `window` leaves, and beside it what the row in focus opens.
pub fn content(model: &Model, page: &Page, beside: &[Block], window: &Window, laid: &mut Laid) -> Content {
    let mut content = content::content(model, page, window.columns, window.body_height, laid);
    if let Some(columns) = window.pane {
        content.has_pane = true;
        content.pane = pane::lines(model, beside, columns, window.body_height);
    }
    content
}

impl Window {
    /// Whether there is room for what the row in focus opens.
    pub fn has_pane(&self) -> bool {
        self.pane.is_some()
    }

    /// The room that it leaves.
    pub fn room(&self) -> Room {
        Room { columns: self.columns, pane: self.pane, height: self.body_height }
    }

    /// The window with the part of `content` that is in sight.
    pub fn show(self, model: &Model, content: &Content, before: Option<&Shown>) -> Layout {
        let Some((mut lines, footer)) = self.frame else { return too_small(model) };
        let (body_top, body_height) = (self.body_top, self.body_height);
        let last_start = content.lines.len().saturating_sub(usize::from(body_height));
        let first_line = model.path.top().first_line.min(last_start);
        lines.extend(in_sight(model, content, before, (first_line, body_top, body_height)));
        if let Some(columns) = self.pane {
            pane::beside(model, &mut lines, &content.pane, columns, (body_top, body_height));
            lines.sort_by_key(|line| line.y);
        }
        let more_below = first_line < last_start;
        let around = Columns::of_frame(model.size);
        let is_read_on = model.screen().is_read_to_its_end()
            && text_goes_on(&content.rows, content.lines.len(), first_line, body_height);
        let more = footer::More { above: first_line > 0, below: more_below, is_read_on };
        lines.extend(footer.finish(model, around, more));
        let cursor = content.cursor.and_then(|(line, x)| {
            let row = line.checked_sub(first_line).and_then(|row| u16::try_from(row).ok())?;
            let x = x.min(model.size.width.saturating_sub(1));
            (row < body_height).then(|| (x, body_top.saturating_add(row)))
        });
        Layout {
            size: model.size,
            lines,
            cursor,
            focus: content.focus.clone(),
            body_top,
            body_height,
            first_line,
            content_lines: content.lines.len(),
            rows: content.rows.clone(),
        }
    }
}

/// Where everything of the present page stands in the model's window, with what its row in focus opens.
pub fn layout(model: &Model, page: &Page, beside: &[Block], context: &Context) -> Layout {
    let mut laid = Laid::default();
    let window = window(model, page, context, &mut laid);
    let content = content(model, page, beside, &window, &mut laid);
    window.show(model, &content, None)
}

/// The width in which the text of a field of `page` is wrapped.
pub fn width_of_field(model: &Model, page: &Page, row: &Row) -> u16 {
    value_columns::width_of_field(page, row, pane::split(model, page, model.size).0)
}

fn in_sight(
    model: &Model,
    content: &Content,
    before: Option<&Shown>,
    (first_line, top, height): (usize, u16, u16),
) -> Vec<Line> {
    let visible = (first_line..content.lines.len()).zip(0..height);
    let pieces = |at| {
        let known = before.and_then(|before| before.row(content, at, model.settings));
        known.unwrap_or_else(|| content.line(at, model))
    };
    visible
        .map(|(at, row)| Line { y: top.saturating_add(row), pieces: pieces(at) })
        .filter(|line| !line.pieces.is_empty())
        .collect()
}

/// Whether a window has no room for any screen.
pub fn is_too_small(size: Size) -> bool {
    size.width < SMALLEST.width || size.height < SMALLEST.height
}

fn too_small(model: &Model) -> Layout {
    let size = model.size;
    let sentence = model.language().window_too_small(SMALLEST.width, SMALLEST.height);
    let wrapped = text::wrap(&sentence, size.width.max(1));
    let lines = wrapped
        .lines()
        .iter()
        .zip(0..size.height)
        .map(|(line, y)| {
            let text = sentence.get(line.start..line.end).unwrap_or_default().trim_end();
            let text = text::truncate(text, usize::from(size.width), "").into_owned();
            Line { y, pieces: vec![Piece { x: 0, text, role: Role::Plain }].into() }
        })
        .collect();
    Layout {
        size,
        lines,
        cursor: None,
        focus: None,
        body_top: 0,
        body_height: size.height,
        first_line: 0,
        content_lines: wrapped.lines().len(),
        rows: Rows::default(),
    }
}

#[cfg(test)]
mod tests;
