//! A row in the window: its sign, its label, and its value beside or under it; a field with its cursor.

use super::builder::{Builder, Content};
use super::part::RowLines;
use super::piece::{Columns, Piece, coloured, columns_of};
use super::typed::Typed;
use super::value_columns::{BESIDE, in_columns, stacked_at, typing_width};
use crate::app::page::{Field, Mark, Role, Row, RowKind};
use crate::text::{Cursor, Wrapped};

fn label_role(row: &Row, focused: bool) -> Role {
    match (focused, row.mark, &row.kind) {
        (true, ..) => Role::Focus,
        (_, Mark::Chosen | Mark::Ticked, _) => Role::Chosen,
        (_, _, RowKind::Field(_)) => Role::Quiet,
        // What takes something away stands among what is read, and is seldom wanted.
        _ if row.takes_away() => Role::Quiet,
        _ if in_columns(row) && row.value_role != Role::Quiet => Role::Quiet,
        _ => Role::Plain,
    }
}

/// Where the value of a row begins: column and line.
fn place_of_value(
    content: &Content,
    row: &Row,
    start: usize,
    label_x: u16,
    column: Option<u16>,
    columns: Columns,
) -> (u16, usize) {
    if let Some(at) = column {
        let space = if row.as_field().is_some() { BESIDE } else { 2 };
        let beside = label_x.saturating_add(columns_of(&row.label)).saturating_add(space) <= at;
        return (at, if beside { start } else { content.lines.len() });
    }
    let behind = label_x.saturating_add(columns_of(&row.label)).saturating_add(2);
    let fits = behind.saturating_add(columns_of(&row.value)) <= columns.right();
    if row.as_field().is_none() && fits && content.lines.len() == start + 1 {
        (behind, start)
    } else {
        (stacked_at(row, columns), content.lines.len())
    }
}

/// Puts lines beside those that stand already from `start` on.
fn merge(content: &mut Content, start: usize, lines: Vec<Vec<Piece>>) {
    for (offset, pieces) in lines.into_iter().enumerate() {
        match content.lines.own_mut(start + offset) {
            Some(line) => line.extend(pieces),
            None => content.lines.push(pieces.into()),
        }
    }
}

/// Where a field's text stands.
#[derive(Clone, Copy)]
struct Value {
    x: u16,
    width: u16,
    start: usize,
    focused: bool,
}

impl Builder<'_> {
    pub(super) fn put_row(&mut self, row: &Row) {
        let (model, columns) = (self.model, self.columns);
        let signs = model.settings.marks.signs();
        let focused = self.content.focus.as_ref() == Some(&row.id);
        let start = self.content.lines.len();
        let indent = row.indent.min(columns.width / 4);
        let mut x = columns.left + indent;
        let mut first = Vec::new();
        if focused {
            first.push(Piece { x, text: signs.here.to_owned(), role: Role::Accent });
        }
        x += 2;
        let sign = model.settings.marks.sign(row.mark);
        if !sign.is_empty() {
            let role = match (focused, row.mark) {
                (true, _) => Role::Focus,
                (_, Mark::Chosen | Mark::Ticked) => Role::Chosen,
                (_, Mark::Done) => Role::Done,
                _ => Role::Plain,
            };
            // Under the cursor one sign is enough: that the row leads somewhere is what the footer says of Enter.
            if !(focused && row.mark == Mark::Leads) {
                first.push(Piece { x, text: sign.to_owned(), role });
            }
            x = x.saturating_add(columns_of(sign)).saturating_add(1);
        }
        let column = if row.listed { self.list_of(row) } else { self.value_at.filter(|_| in_columns(row)) };
        let label_width = columns.right().saturating_sub(x);
        let label_role = label_role(row, focused);
        let mut label = self.wrapped(&row.label, x, label_width.max(1), label_role);
        match label.first_mut() {
            Some(line) => drop(line.splice(0..0, first)),
            None => label.push(first),
        }
        self.put_lines(label);
        let (value_x, value_start) = place_of_value(&self.content, row, start, x, column, columns);
        let value_width = columns.right().saturating_sub(value_x).max(1);
        let mut cursor_line = None;
        match &row.kind {
            RowKind::Field(field) => {
                let value = Value { x: value_x, width: value_width, start: value_start, focused };
                cursor_line = self.put_field(field, value);
            }
            _ if !row.value.is_empty() => {
                let value = self.wrapped(&row.value, value_x, value_width, row.value_role);
                let value = value.into_iter().map(|line| coloured(line, signs)).collect();
                merge(&mut self.content, value_start, value);
            }
            _ => {}
        }
        let field = row.as_field().map(|_| (value_x, typing_width(value_width)));
        self.content.rows.push(RowLines {
            id: row.id.clone(),
            start,
            end: self.content.lines.len(),
            field,
            cursor_line,
        });
    }

    /// Where the values of the list stand that a row is of.
    pub(super) fn list_of(&self, row: &Row) -> Option<u16> {
        if row.listed { self.lists.get(&row.id).copied() } else { None }
    }

    /// Puts the text of a field, its selection and its cursor; gives the line of the cursor.
    fn put_field(&mut self, field: &Field, value: Value) -> Option<usize> {
        let model = self.model;
        let source = model.record().and_then(|record| field.place.text(record)).unwrap_or_default();
        let wrapped = self.laid.wraps.wrap(source, typing_width(value.width));
        let frame_cursor = self.cursor_in(source);
        // A field has a line at its left, as on paper: it can be seen where to type, with or without colours.
        let role = if value.focused { Role::Accent } else { Role::Quiet };
        let bar = model.settings.marks.signs().bar;
        let edge = value.x.checked_sub(2).map(|x| Piece { x, text: bar.to_owned(), role });
        let selection = if value.focused { frame_cursor.selection() } else { None };
        let typed = Typed {
            place: field.place.clone(),
            wrapped: wrapped.clone(),
            start: value.start,
            x: value.x,
            width: value.width,
            selection,
            edge: edge.clone(),
        };
        let hint = match field.hint.as_str() {
            "" if value.focused => model.language().text_hint(),
            hint => hint,
        };
        // Where no shade tells it from what was typed, brackets do.
        let hint = match hint.is_empty() || model.settings.theme.has_shades() {
            true => hint.to_owned(),
            false => format!("({hint})"),
        };
        if let Some(instead) = field.instead(source, model.language()) {
            let mut lines = self.wrapped(instead, value.x, value.width, Role::Value);
            lines.iter_mut().for_each(|line| drop(line.splice(0..0, edge.clone())));
            merge(&mut self.content, value.start, lines);
            // Where the cursor stands must not tell how much was typed.
            return value.focused.then(|| {
                self.content.cursor = Some((value.start, value.x));
                value.start
            });
        }
        if source.is_empty() && !hint.is_empty() {
            let mut lines = self.wrapped(&hint, value.x, value.width, Role::Quiet);
            lines.iter_mut().for_each(|line| drop(line.splice(0..0, edge.clone())));
            merge(&mut self.content, value.start, lines);
        } else if field.reading.is_empty() {
            // Its first line may stand beside the label.
            let below = typed.lines().end.saturating_sub(self.content.lines.len());
            self.content.lines.push_empty(below);
            self.content.typed.push(typed);
        } else {
            let rows = 0..wrapped.lines().len();
            let mut lines = rows.map(|row| typed.row(row, source)).collect();
            self.put_reading(&mut lines, field, &value);
            merge(&mut self.content, value.start, lines);
        }
        self.put_cursor(&value, &wrapped, source)
    }

    /// Where the cursor stands in a text: in a field that nobody came to yet, where typing goes on.
    fn cursor_in(&self, source: &str) -> Cursor {
        let frame = self.model.path.top();
        if frame.focus.is_none() { Cursor::at(source.len()) } else { frame.cursor.clamped(source) }
    }

    /// Puts the cursor of the field in focus; gives its line.
    fn put_cursor(&mut self, value: &Value, wrapped: &Wrapped, source: &str) -> Option<usize> {
        if !value.focused {
            return None;
        }
        let frame_cursor = self.cursor_in(source);
        let (row, column) = wrapped.position_of(source, frame_cursor.position());
        let line = value.start + row;
        // Spaces that hang over the edge take the cursor along into the margin, so that each of the first ones shows.
        let x = value.x.saturating_add(column).min(self.model.size.width.saturating_sub(1));
        self.content.cursor = Some((line, x));
        Some(line)
    }

    /// How the typed text is understood: behind it where it fits, under it otherwise.
    fn put_reading(&mut self, lines: &mut Vec<Vec<Piece>>, field: &Field, value: &Value) {
        let last = lines.last().and_then(|line| line.last());
        let end = last.map_or(value.x, |piece| piece.x.saturating_add(columns_of(&piece.text)));
        let end = end.max(value.x);
        let behind = end.saturating_add(3);
        let fits = behind.saturating_add(columns_of(&field.reading)) <= value.x.saturating_add(value.width);
        let x = if fits { behind } else { value.x };
        let reading = self.wrapped(&field.reading, x, value.x + value.width - x, Role::Quiet);
        let start = if fits { lines.len().saturating_sub(1) } else { lines.len() };
        for (offset, mut pieces) in reading.into_iter().enumerate() {
            match lines.get_mut(start + offset) {
                Some(line) => line.append(&mut pieces),
                None => lines.push(pieces),
            }
        }
    }
}
