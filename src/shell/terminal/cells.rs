//! What the terminal shows, and the bytes that change it: only lines that differ are looked at, and colours as many as there are.
//!
//! Terminals do not agree on how wide some signs are: joined emoji, flags, letters of several parts. After such a sign the
//! cursor is put where the next one belongs, so that none is eaten, and a line that holds or held one is written whole.

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use super::colours::Colours;
use crate::app::{Layout, Line};
use crate::shell::letters::on_terminal;
use crate::text;
use crate::view::{self, Letter, Look, NO_LOOK, Theme};

/// So many cells that are right already are written again rather than passed over, which costs more bytes.
const GAP: usize = 5;

/// What the terminal shows.
#[derive(Debug)]
pub struct Picture {
    colours: Colours,
    width: u16,
    /// What stands on each row.
    shown: Vec<Shown>,
    /// The line that is being drawn; kept, so that it costs no memory.
    row: Vec<Letter>,
    /// What that was made of; nothing when the terminal may show anything.
    drawn: Option<(Arc<Layout>, Theme)>,
    cursor: Option<(u16, u16)>,
    /// The look of what is written next, what was asked for to have it, and where that stands.
    look: Look,
    asked: Look,
    place: Option<(u16, u16)>,
}

/// What stands on a row.
#[derive(Debug, Clone)]
enum Shown {
    /// Ordinary signs, each of which takes one cell on every terminal.
    Letters(Vec<Letter>),
    /// Any signs.
    Signs(Vec<Cell>),
}

impl Picture {
    /// Nothing is known of what is shown.
    pub fn new(colours: Colours) -> Self {
        Self {
            colours,
            width: 0,
            shown: Vec::new(),
            row: Vec::new(),
            drawn: None,
            cursor: None,
            look: NO_LOOK,
            asked: NO_LOOK,
            place: None,
        }
    }

    /// The terminal may show anything: next time everything is drawn.
    pub fn forget(&mut self) {
        (self.drawn, self.cursor) = (None, None);
    }

    /// Appends to `bytes` what changes the terminal so that it shows `layout`; nothing when it does already. Gives back what was
    /// shown before, which nobody has to wait for to be freed.
    pub fn show(&mut self, layout: Arc<Layout>, theme: Theme, bytes: &mut Vec<u8>) -> Option<Arc<Layout>> {
        let is_there = self.width == layout.size.width && self.shown.len() == usize::from(layout.size.height);
        let before = self.drawn.take().filter(|(_, look)| *look == theme && is_there);
        if before.as_ref().is_none_or(|(before, _)| !looks_like(before, &layout)) {
            bytes.extend_from_slice(b"\x1b[?2026h");
            if before.is_none() {
                bytes.extend_from_slice(b"\x1b[0m\x1b[2J");
                let blank = Letter { sign: ' ', look: NO_LOOK };
                self.width = layout.size.width;
                self.row = vec![blank; usize::from(self.width)];
                self.shown = vec![Shown::Letters(self.row.clone()); usize::from(layout.size.height)];
            }
            for y in 0..layout.size.height {
                let lines = on_row(&layout.lines, y);
                if before.as_ref().is_none_or(|(before, _)| lines != on_row(&before.lines, y)) {
                    self.put_row(y, lines.iter(), &theme, bytes);
                }
            }
            self.take_look(NO_LOOK, bytes);
            self.place = None;
            self.place_cursor(layout.cursor, before.is_none(), bytes);
            bytes.extend_from_slice(b"\x1b[?2026l");
        }
        self.drawn = Some((layout, theme));
        before.map(|(before, _)| before)
    }

    /// Writes what of a line is not shown yet.
    fn put_row<'l>(
        &mut self,
        y: u16,
        lines: impl Iterator<Item = &'l Line> + Clone,
        theme: &Theme,
        bytes: &mut Vec<u8>,
    ) {
        let (mut row, mut rows) = (std::mem::take(&mut self.row), std::mem::take(&mut self.shown));
        let is_ordinary = view::draw_letters(lines.clone(), theme, &mut row);
        match rows.get_mut(usize::from(y)) {
            Some(Shown::Letters(before)) if is_ordinary => self.put_letters(&row, before, y, bytes),
            Some(shown) => {
                let mut signs = Buffer::empty(view::area(self.width, 1));
                view::draw_row(lines, theme, &mut signs);
                let before: Vec<Cell> = match shown {
                    Shown::Letters(before) => before.iter().copied().map(cell).collect(),
                    Shown::Signs(before) => std::mem::take(before),
                };
                self.put_signs(&signs.content, &before, y, bytes);
                *shown = if is_ordinary { Shown::Letters(row.clone()) } else { Shown::Signs(signs.content) };
            }
            None => {}
        }
        (self.row, self.shown) = (row, rows);
    }

    /// Writes what differs of a line whose signs took, and take, one cell each.
    fn put_letters(&mut self, row: &[Letter], before: &mut [Letter], y: u16, bytes: &mut Vec<u8>) {
        let is_other = |(letter, before): (&Letter, &Letter)| letter != before;
        let mut at = 0;
        while let Some(same) = row.iter().zip(&*before).skip(at).position(is_other) {
            let start = at + same;
            at = start + row.iter().zip(&*before).skip(start).take_while(|pair| is_other(*pair)).count();
            let is_one_byte = |letter: &Letter| letter.sign.is_ascii();
            let gap = self.gap(row, (start, y)).filter(|between| between.iter().all(is_one_byte));
            let mut x = start - gap.map_or(0, <[Letter]>::len);
            let run = row.get(x..at).unwrap_or_default();
            for run in run.chunk_by(|one, next| one.look == next.look) {
                self.put_run(run, (x, y), bytes);
                x += run.len();
            }
            let other = before.get_mut(start..at).unwrap_or_default();
            other.iter_mut().zip(row.iter().skip(start)).for_each(|(before, letter)| *before = *letter);
        }
    }

    /// Writes letters of one look.
    fn put_run(&mut self, run: &[Letter], (x, y): (usize, u16), bytes: &mut Vec<u8>) {
        let (Some(first), Ok(x), Ok(count)) = (run.first(), u16::try_from(x), u16::try_from(run.len()))
        else {
            return;
        };
        self.go_to(x, y, bytes);
        self.take_look(first.look, bytes);
        for letter in run {
            match u8::try_from(letter.sign) {
                Ok(sign) if sign.is_ascii() => bytes.push(sign),
                _ => bytes.extend_from_slice(on_terminal(letter.sign.encode_utf8(&mut [0; 4])).as_bytes()),
            }
        }
        self.place = x.checked_add(count).map(|x| (x, y));
    }

    /// Writes what differs of a line whose signs may take any room.
    fn put_signs(&mut self, row: &[Cell], before: &[Cell], y: u16, bytes: &mut Vec<u8>) {
        let is_other = |(new, old): (&Cell, &Cell)| new != old;
        let ends = row.iter().zip(before);
        let (Some(first), Some(last)) = (ends.clone().position(is_other), ends.rev().position(is_other))
        else {
            return;
        };
        let last = row.len().saturating_sub(last + 1);
        let whole = before.iter().chain(row).any(is_uncertain);
        // What is right at both ends is not looked at again; half of a wide sign is none.
        let before_first = row.get(..first).unwrap_or_default();
        let halves = before_first.iter().rev().take_while(|cell| columns(cell) > 1).count();
        let mut x = if whole { 0 } else { first - halves };
        let mut covered = 0;
        for (at, cell) in row.iter().enumerate().skip(x) {
            // Behind a wide sign stands nothing.
            if at < x {
                continue;
            }
            if !whole && at > last && at >= covered {
                break;
            }
            let cells = columns(cell);
            let old = before.get(at..at + cells).unwrap_or_default();
            let new = row.get(at..at + cells).unwrap_or_default();
            if whole || old != new || at < covered {
                let gone = old.iter().enumerate().map(|(after, cell)| at + after + columns(cell)).max();
                covered = covered.max(gone.unwrap_or(0));
                self.bridge(row, (at, y), bytes);
                self.put(cell, (at, y), cells, bytes);
            }
            x = at + cells;
        }
    }

    /// Writes what stands between the place of the terminal and the next cell to be written, where that is little.
    fn bridge(&mut self, row: &[Cell], (to, y): (usize, u16), bytes: &mut Vec<u8>) {
        let between = self.gap(row, (to, y)).filter(|gap| gap.iter().all(|cell| cell.symbol().len() == 1));
        let between = between.unwrap_or_default();
        for (at, cell) in (to - between.len()..).zip(between) {
            self.put(cell, (at, y), 1, bytes);
        }
    }

    /// What stands between the place of the terminal and a later one of a row, where that is so little that it is rather written again.
    fn gap<'r, T>(&self, row: &'r [T], (to, y): (usize, u16)) -> Option<&'r [T]> {
        let from = self.place.filter(|(_, row)| *row == y).map(|(x, _)| usize::from(x))?;
        row.get(from..to).filter(|between| between.len() <= GAP)
    }

    fn put(&mut self, cell: &Cell, (x, y): (usize, u16), cells: usize, bytes: &mut Vec<u8>) {
        let Ok(x) = u16::try_from(x) else { return };
        self.go_to(x, y, bytes);
        self.take_look((cell.fg, cell.bg, cell.modifier), bytes);
        // Nearly all signs are letters of one byte, which every terminal has.
        if let [letter] = cell.symbol().as_bytes() {
            bytes.push(*letter);
            self.place = x.checked_add(1).map(|x| (x, y));
            return;
        }
        let uncertain = is_uncertain(cell);
        if uncertain {
            // A terminal that takes less room for it shows nothing of before beside it.
            bytes.extend(std::iter::repeat_n(b' ', cells));
            self.place = None;
            self.go_to(x, y, bytes);
        }
        let shown = on_terminal(cell.symbol());
        bytes.extend_from_slice(shown.as_bytes());
        if matches!(shown, Cow::Owned(_)) {
            bytes.extend(std::iter::repeat_n(b' ', cells.saturating_sub(shown.len())));
        }
        let after = u16::try_from(cells).ok().and_then(|cells| x.checked_add(cells));
        self.place = after.filter(|_| !uncertain).map(|x| (x, y));
    }

    fn go_to(&mut self, x: u16, y: u16, bytes: &mut Vec<u8>) {
        if self.place != Some((x, y)) {
            move_to(x, y, bytes);
            self.place = Some((x, y));
        }
    }

    fn take_look(&mut self, asked: Look, bytes: &mut Vec<u8>) {
        if self.asked == asked {
            return;
        }
        self.asked = asked;
        let look = self.colours.look(asked);
        if self.look == look {
            return;
        }
        let begins_anew = self.look != NO_LOOK;
        self.look = look;
        bytes.extend_from_slice(b"\x1b[");
        let mut is_first = true;
        let mut code = |code: &[u8]| {
            if !std::mem::take(&mut is_first) {
                bytes.push(b';');
            }
            bytes.extend_from_slice(code);
        };
        if begins_anew || look == NO_LOOK {
            code(b"0");
        }
        let (foreground, background, modifier) = look;
        for (bit, number) in [
            (Modifier::BOLD, b"1"),
            (Modifier::ITALIC, b"3"),
            (Modifier::UNDERLINED, b"4"),
            (Modifier::REVERSED, b"7"),
        ] {
            if modifier.contains(bit) {
                code(number);
            }
        }
        for (colour, is_background) in [(foreground, false), (background, true)] {
            if let Some(asked) = self.colours.code(colour, is_background) {
                code(asked.as_bytes());
            }
        }
        bytes.push(b'm');
    }

    /// Puts the real cursor where text is typed: input methods, magnifiers and dead keys follow it.
    fn place_cursor(&mut self, cursor: Option<(u16, u16)>, anew: bool, bytes: &mut Vec<u8>) {
        if let Some((x, y)) = cursor {
            move_to(x, y, bytes);
        }
        match (self.cursor, cursor) {
            (None, Some(_)) => bytes.extend_from_slice(b"\x1b[?25h"),
            (Some(_), None) => bytes.extend_from_slice(b"\x1b[?25l"),
            (None, None) if anew => bytes.extend_from_slice(b"\x1b[?25l"),
            _ => {}
        }
        self.cursor = cursor;
    }
}

/// A letter as a cell.
fn cell(letter: Letter) -> Cell {
    let (colour, behind, modifier) = letter.look;
    let mut cell = Cell::default();
    cell.set_char(letter.sign).set_fg(colour).set_bg(behind);
    cell.modifier = modifier;
    cell
}

/// Whether two layouts look the same, whatever there is to be reached on them.
fn looks_like(one: &Arc<Layout>, other: &Arc<Layout>) -> bool {
    Arc::ptr_eq(one, other)
        || one.size == other.size && one.cursor == other.cursor && one.lines == other.lines
}

/// What stands on a row, of lines from top to bottom.
fn on_row(lines: &[Line], y: u16) -> &[Line] {
    let from = lines.partition_point(|line| line.y < y);
    let below = lines.get(from..).unwrap_or_default();
    below.get(..below.partition_point(|line| line.y == y)).unwrap_or_default()
}

fn move_to(x: u16, y: u16, bytes: &mut Vec<u8>) {
    // Writing to memory does not fail.
    let _ = write!(bytes, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1);
}

/// How many columns a sign takes.
fn columns(cell: &Cell) -> usize {
    let symbol = cell.symbol();
    if symbol.len() == 1 { 1 } else { text::width(symbol).max(1) }
}

/// Whether terminals differ on how wide a sign is.
fn is_uncertain(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    if symbol.len() <= 1 {
        return false;
    }
    let mut letters = symbol.chars();
    let first = letters.next().unwrap_or(' ');
    let accents_only = letters.all(|letter| ('\u{300}'..='\u{36F}').contains(&letter));
    let is_agreed_on = match first {
        // Letters of the west and the signs beside them.
        '\0'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2010}'..='\u{20CF}' => true,
        // Arrows, lines, blocks and marks, as far as they are one column wide.
        '\u{2100}'..='\u{27BF}' => text::width(symbol) == 1,
        // Letters of the far east, which are two.
        '\u{3000}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' => true,
        '\u{FF01}'..='\u{FF60}' | '\u{FFFD}' => true,
        _ => false,
    };
    !(is_agreed_on && accents_only)
}

#[cfg(test)]
#[path = "tests/cells.rs"]
mod tests;
