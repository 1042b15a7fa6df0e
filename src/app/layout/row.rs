//! A row in the window: its sign, its label, and its value beside or under it; a field with its cursor.

use std::collections::HashMap;

use super::builder::{Builder, Content};
use super::piece::{Columns, Piece, coloured, columns_of};
use super::rows::RowLines;
use super::typed::Typed;
use crate::app::page::{Block, Field, Mark, Page, Role, Row, RowId, RowKind};
use crate::text::Wrapped;

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
fn stacked_at(row: &Row, columns: Columns) -> u16 {
    columns.left + row.indent.min(columns.width / 4) + STACKED_INDENT
}

/// What the labels that every patient has get, in the narrowest window too.
const WIDE_LABEL: u16 = 27;

/// Columns between a label and its value: of a field, the line at its left stands in the middle of them.
const BESIDE: u16 = 3;

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

/// Where the values of each list stand that is one of its own: behind the longest label of the rows that follow each other, where
/// that takes no line more than to have each behind its own label.
pub(super) fn list_columns(
    blocks: &[Block],
    columns: Columns,
    sign: impl Fn(&Row) -> u16,
) -> HashMap<RowId, u16> {
    let listed = |block: &Block| match block {
        Block::Row(row) => row.listed && !row.value.is_empty(),
        _ => false,
    };
    let mut found = HashMap::new();
    for list in blocks.split(|block| !listed(block)) {
        let rows: Vec<&Row> = list.iter().flat_map(of_block).collect();
        if let Some(at) = list_column(&rows, columns, &sign) {
            found.extend(rows.iter().map(|row| (row.id.clone(), at)));
        }
    }
    found
}

fn list_column(rows: &[&Row], columns: Columns, sign: impl Fn(&Row) -> u16) -> Option<u16> {
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
    let aligned: usize = rows.iter().map(|row| takes(row, longest)).sum();
    let as_they_are: usize = rows.iter().map(|row| ragged(row)).sum();
    (longest < columns.width && aligned <= as_they_are).then(|| columns.left + longest)
}

/// The rows of a block whose values stand in columns.
fn of_block(block: &Block) -> Vec<&Row> {
    match block {
        Block::Row(row) => vec![row],
        Block::Timeline(timeline) => timeline.entries.iter().map(|entry| &entry.row).collect(),
        _ => Vec::new(),
    }
}

fn in_columns(row: &Row) -> bool {
    row.mark == Mark::None && !row.listed && (row.as_field().is_some() || !row.value.is_empty())
}

fn label_role(row: &Row, focused: bool) -> Role {
    match (focused, row.mark, &row.kind) {
        (true, ..) => Role::Focus,
        (_, Mark::Chosen | Mark::Ticked, _) => Role::Chosen,
        (_, _, RowKind::Field(_)) => Role::Quiet,
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
        let space = if row.listed { 2 } else { BESIDE };
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
        match content.lines.get_mut(start + offset) {
            Some(line) => line.add(pieces),
            None => content.lines.push(pieces.into()),
        }
    }
}

/// The width in which typed text is wrapped: one cell stays free for the cursor behind a full line.
fn typing_width(width: u16) -> u16 {
    width.saturating_sub(1).max(1)
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
            first.push(Piece { x, text: sign.to_owned(), role });
            x = x.saturating_add(columns_of(sign)).saturating_add(1);
        }
        let listed = self.lists.get(&row.id).copied();
        let column = if row.listed { listed } else { self.value_at.filter(|_| in_columns(row)) };
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

    /// Puts the text of a field, its selection and its cursor; gives the line of the cursor.
    fn put_field(&mut self, field: &Field, value: Value) -> Option<usize> {
        let model = self.model;
        let source = model.record().and_then(|record| field.place.text(record)).unwrap_or_default();
        let wrapped = self.laid.wraps.wrap(source, typing_width(value.width));
        let frame_cursor = model.path.top().cursor.clamped(source);
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
        let mut lines = vec![Vec::new(); wrapped.lines().len()];
        if source.is_empty() && !hint.is_empty() {
            lines = self.wrapped(hint, value.x, value.width, Role::Quiet);
            lines.iter_mut().for_each(|line| drop(line.splice(0..0, edge.clone())));
        } else if field.reading.is_empty() {
            self.content.typed.push(typed);
            merge(&mut self.content, value.start, lines);
            return self.put_cursor(&value, &wrapped, source);
        } else {
            for (row, line) in lines.iter_mut().enumerate() {
                *line = typed.row(row, source);
            }
            self.put_reading(&mut lines, field, &value);
        }
        merge(&mut self.content, value.start, lines);
        self.put_cursor(&value, &wrapped, source)
    }

    /// Puts the cursor of the field in focus; gives its line.
    fn put_cursor(&mut self, value: &Value, wrapped: &Wrapped, source: &str) -> Option<usize> {
        if !value.focused {
            return None;
        }
        let frame_cursor = self.model.path.top().cursor.clamped(source);
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
