//! Random operations against a model that is too simple to be wrong: a list of signs, and loops over all of it.

use unicode_segmentation::UnicodeSegmentation;

use super::Dice;
use crate::text::{
    Command, Cursor, Lines, Motion, Outcome, Refusal, TextEdit, citizen_number, is_clean, perform, width,
    wrap,
};

const ALPHABET: [&str; 24] = [
    "a",
    "b",
    "bb ",
    " ",
    " ",
    "\t",
    "\n",
    "\n",
    "🇳🇱",
    "🇳",
    "e\u{301}",
    "\u{301}",
    "漢",
    "字",
    "👩\u{200D}👩\u{200D}👦",
    "+",
    "1",
    "111",
    "2",
    "222",
    "3",
    "333",
    "11122233",
    "0",
];

/// A field as a list of signs, with places counted in signs.
#[derive(Default)]
struct Model {
    signs: Vec<String>,
    at: usize,
    anchor: Option<usize>,
    goal: Option<usize>,
    refused: bool,
    left: bool,
}

#[derive(PartialEq)]
enum Class {
    Break,
    Space,
    Word,
    Sign,
}

impl Model {
    fn text(&self) -> String {
        self.signs.concat()
    }

    fn byte(&self, at: usize) -> usize {
        self.signs[..at].concat().len()
    }

    fn sign_at_byte(&self, byte: usize) -> usize {
        (0..=self.signs.len()).rev().find(|at| self.byte(*at) <= byte).unwrap()
    }

    fn selection(&self) -> Option<(usize, usize)> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.at)?;
        Some((anchor.min(self.at), anchor.max(self.at)))
    }

    fn replace(&mut self, start: usize, end: usize, new: &str) {
        let mut text = self.signs[..start].concat() + new;
        let mut position = text.len();
        let (head, tail) = (self.signs[..start].concat(), self.signs[end..].concat());
        text += &tail;
        while let Some(number) = citizen_number::find_near(&text, 0..text.len()).first().cloned() {
            self.refused = true;
            position -= number.clone().filter(|byte| *byte < position).count();
            text.replace_range(number, "");
        }
        // What is refused as a whole takes the place of nothing.
        let left = text.strip_prefix(&head).and_then(|rest| rest.strip_suffix(&tail)).unwrap_or("-");
        let stood = self.signs[start..end].concat();
        if self.refused && !new.is_empty() && !stood.trim().is_empty() && left.trim().is_empty() {
            return;
        }
        self.signs = text.graphemes(true).map(str::to_owned).collect();
        self.at = (0..=self.signs.len()).find(|at| self.byte(*at) >= position).unwrap();
        (self.anchor, self.goal) = (None, None);
    }

    fn put_in(&mut self, raw: &str, lines: Lines) {
        let (start, end) = self.selection().unwrap_or((self.at, self.at));
        let mut new = String::new();
        for c in raw.chars() {
            let so_far = self.signs[..start].concat() + &new;
            let base = so_far.graphemes(true).next_back().filter(|sign| *sign != "\n").unwrap_or_default();
            let marks = base.chars().filter(|c| matches!(c, '\u{301}' | '\u{200D}')).count();
            // The mark of a sign that was made visible before it has nothing to stand on either.
            let escaped = new.ends_with("<U+0301>");
            match (c, lines) {
                ('\t', Lines::Many) => new += "    ",
                ('\t' | '\n', Lines::Single) => new += " ",
                ('\u{301}', _) if base.is_empty() || marks >= 8 || escaped => new += "<U+0301>",
                _ => new.push(c),
            }
        }
        if !new.is_empty() {
            self.replace(start, end, &new);
        }
    }

    fn take_out(&mut self, otherwise: (usize, usize)) {
        let (start, end) = self.selection().unwrap_or(otherwise);
        if start < end {
            self.replace(start, end, "");
        } else {
            (self.anchor, self.goal) = (None, None);
        }
    }

    fn class(&self, at: usize) -> Option<Class> {
        let c = self.signs.get(at)?.chars().next()?;
        Some(match c {
            '\n' => Class::Break,
            ' ' => Class::Space,
            _ if c.is_alphanumeric() => Class::Word,
            _ => Class::Sign,
        })
    }

    fn word_right(&self) -> usize {
        let mut at = self.at;
        if self.class(at) == Some(Class::Break) {
            return at + 1;
        }
        while self.class(at) == Some(Class::Space) {
            at += 1;
        }
        let run = self.class(at);
        while run.is_some() && run != Some(Class::Break) && self.class(at) == run {
            at += 1;
        }
        at
    }

    fn word_left(&self) -> usize {
        let before = |at: usize| at.checked_sub(1).and_then(|at| self.class(at));
        let mut at = self.at;
        if before(at) == Some(Class::Break) {
            return at - 1;
        }
        while before(at) == Some(Class::Space) {
            at -= 1;
        }
        let run = before(at);
        while run.is_some() && run != Some(Class::Break) && before(at) == run {
            at -= 1;
        }
        at
    }

    /// Lines as their first sign, the place after their last, and whether a cursor may stand there.
    fn lines(&self, room: usize) -> Vec<(usize, usize, bool)> {
        let mut lines = Vec::new();
        let mut start = 0;
        for end in (0..=self.signs.len()).filter(|at| self.signs.get(*at).is_none_or(|sign| sign == "\n")) {
            while let Some(next) = self.line_end(start, end, room) {
                lines.push((start, next, false));
                start = next;
            }
            lines.push((start, end, true));
            start = end + 1;
        }
        lines
    }

    /// Where the line that starts at `start` must break, if before `end`.
    fn line_end(&self, start: usize, end: usize, room: usize) -> Option<usize> {
        let fits = |to: usize| width(self.signs[start..to].concat().trim_end_matches(' ')) <= room;
        let wide = |at: usize| width(&self.signs[at]) > 1;
        let space = |at: usize| self.signs[at] == " ";
        let mut most = (start + 1..=end).rev().find(|to| fits(*to)).unwrap_or(start + 1);
        while most < end && space(most) {
            most += 1;
        }
        if most >= end {
            return None;
        }
        let may_break = |at: usize| !space(at) && (space(at - 1) || wide(at - 1) || wide(at));
        Some((start + 1..=most).rev().find(|at| may_break(*at)).unwrap_or(most))
    }

    fn up_or_down(&mut self, rows: isize, select: bool, room: usize) {
        let lines = self.lines(room);
        let row = lines.iter().rposition(|line| line.0 <= self.at).unwrap();
        let column = width(&self.signs[lines[row].0..self.at].concat());
        let goal = self.goal.unwrap_or(column);
        let last = lines.len() - 1;
        if row == 0 && rows < 0 || row == last && rows > 0 {
            self.left = !select;
            let end = if rows < 0 { 0 } else { self.signs.len() };
            self.move_to(if select { end } else { self.at }, select);
        } else {
            let (start, end, whole) = lines[row.saturating_add_signed(rows).min(last)];
            let end = if whole { end } else { end - 1 };
            let fits = |to: &usize| width(&self.signs[start..*to].concat()) <= goal;
            self.move_to((start..=end).rev().find(fits).unwrap_or(start), select);
        }
        self.goal = Some(goal);
    }

    fn move_to(&mut self, at: usize, select: bool) {
        self.anchor = select.then(|| self.anchor.unwrap_or(self.at));
        (self.at, self.goal) = (at, None);
    }

    fn go(&mut self, to: Motion, select: bool, room: usize) {
        let selection = if select { None } else { self.selection() };
        let lines = self.lines(room);
        let line = *lines.iter().rfind(|line| line.0 <= self.at).unwrap();
        let target = match to {
            Motion::Up => return self.up_or_down(-1, select, room),
            Motion::Down => return self.up_or_down(1, select, room),
            Motion::PageUp(n) => return self.up_or_down(-isize::try_from(n.max(1)).unwrap(), select, room),
            Motion::PageDown(n) => return self.up_or_down(isize::try_from(n.max(1)).unwrap(), select, room),
            Motion::Left => selection.map_or(self.at.saturating_sub(1), |s| s.0),
            Motion::Right => selection.map_or((self.at + 1).min(self.signs.len()), |s| s.1),
            Motion::WordLeft => self.word_left(),
            Motion::WordRight => self.word_right(),
            Motion::LineStart => line.0,
            Motion::LineEnd => line.1 - usize::from(!line.2),
            Motion::TextStart => 0,
            Motion::TextEnd => self.signs.len(),
        };
        self.move_to(target, select);
    }

    /// Does a command, and gives what it keeps for pasting.
    fn perform(&mut self, command: &Command, lines: Lines, room: usize, clipboard: &str) -> Option<String> {
        (self.refused, self.left) = (false, false);
        let copied = self.selection().map(|(start, end)| self.signs[start..end].concat());
        let (at, end) = (self.at, self.signs.len());
        match command {
            Command::NewLine | Command::Insert('\n') => {
                if lines == Lines::Many {
                    self.put_in("\n", lines);
                }
            }
            Command::Insert(c) => self.put_in(&c.to_string(), lines),
            Command::InsertText(text) => {
                let start = self.selection().map_or(at, |selection| selection.0);
                let before = self.signs[..start].concat();
                let meant = crate::text::pasted::pasted_after(&before, text);
                let is_blank = |sign: Option<char>| sign.is_some_and(char::is_whitespace);
                // What a line end set apart stays apart.
                let begins = is_blank(text.chars().next()) || is_blank(meant.chars().next());
                let meant = in_lines(&meant, lines);
                let was_apart = begins && !is_blank(meant.chars().next());
                let runs_on = !before.is_empty() && !is_blank(before.chars().next_back());
                let blank = if was_apart && runs_on && !meant.is_empty() { " " } else { "" };
                self.put_in(&format!("{blank}{meant}"), lines);
            }
            Command::Paste => self.put_in(&in_lines(clipboard, lines), lines),
            Command::Backspace => self.take_out((at.saturating_sub(1), at)),
            Command::Delete => self.take_out((at, (at + 1).min(end))),
            Command::BackspaceWord => self.take_out((self.word_left(), at)),
            Command::DeleteWord => self.take_out((at, self.word_right())),
            Command::Move { to, select } => self.go(*to, *select, room),
            Command::SelectAll => (self.anchor, self.at, self.goal) = (Some(0), end, None),
            Command::Copy => return copied,
            Command::Cut => {
                if copied.is_some() {
                    self.take_out((at, at));
                }
                return copied;
            }
        }
        None
    }
}

fn command(dice: &mut Dice) -> Command {
    let page = u16::try_from(dice.roll(4)).unwrap();
    let motions = [
        Motion::Left,
        Motion::Right,
        Motion::WordLeft,
        Motion::WordRight,
        Motion::LineStart,
        Motion::LineEnd,
        Motion::Up,
        Motion::Down,
        Motion::PageUp(page),
        Motion::PageDown(page),
        Motion::TextStart,
        Motion::TextEnd,
    ];
    match dice.roll(40) {
        0..8 => {
            let piece = ALPHABET[dice.roll(ALPHABET.len())];
            let sign = piece.chars().next().unwrap();
            // What digits that are typed may become is waited for; the model waits for nothing.
            match sign.is_ascii_digit() {
                true => Command::InsertText(sign.to_string().into()),
                false => Command::Insert(sign),
            }
        }
        8..14 => Command::InsertText(dice.text(&ALPHABET, 4).into()),
        14 => Command::NewLine,
        15..18 => Command::Backspace,
        18..20 => Command::Delete,
        20 => Command::BackspaceWord,
        21 => Command::DeleteWord,
        22 => Command::Cut,
        23 => Command::Copy,
        24 => Command::Paste,
        25 if dice.roll(4) == 0 => Command::SelectAll,
        _ => Command::Move { to: motions[dice.roll(motions.len())], select: dice.roll(3) == 0 },
    }
}

struct Run {
    model: Model,
    text: String,
    cursor: Cursor,
    clipboard: String,
    edits: Vec<TextEdit>,
}

impl Run {
    fn step(&mut self, command: &Command, lines: Lines, room: u16) -> Outcome {
        let wrapped = wrap(&self.text, room);
        let outcome = perform(&self.text, &self.cursor, command, lines, &wrapped, &self.clipboard);
        let copied = self.model.perform(command, lines, usize::from(room.max(1)), &self.clipboard);
        if let Some(edit) = &outcome.edit {
            edit.apply(&mut self.text).unwrap();
            self.edits.push(edit.clone());
        }
        self.cursor = outcome.cursor;
        assert_eq!(outcome.copied, copied);
        if let Some(copied) = copied {
            self.clipboard = copied;
        }
        assert_eq!(self.text, self.model.text());
        assert_eq!(self.cursor.position(), self.model.byte(self.model.at));
        let selection = self.model.selection().map(|(s, e)| self.model.byte(s)..self.model.byte(e));
        assert_eq!(self.cursor.selection(), selection);
        assert_eq!(outcome.refused == Some(Refusal::CitizenNumber), self.model.refused);
        assert_eq!(outcome.left.is_some(), self.model.left);
        assert!(is_clean(&self.text));
        assert_eq!(self.cursor.clamped(&self.text), self.cursor);
        outcome
    }

    /// Puts the cursor anywhere, as after an undo or from a file.
    fn jump(&mut self, dice: &mut Dice) {
        let reach = self.text.len() + 3;
        let (anchor, position) = (dice.roll(reach), dice.roll(reach));
        self.cursor = Cursor::selecting(anchor, position);
        (self.model.anchor, self.model.at) =
            (Some(self.model.sign_at_byte(anchor)), self.model.sign_at_byte(position));
        self.model.goal = None;
    }
}

#[test]
fn sixty_thousand_operations_agree_with_the_model() {
    let mut dice = Dice::new(0x5EED);
    let mut refusals = 0;
    for round in 0..600 {
        let room = u16::try_from(dice.roll(12)).unwrap();
        let lines = if round % 4 == 0 { Lines::Single } else { Lines::Many };
        let mut run = Run {
            model: Model::default(),
            text: String::new(),
            cursor: Cursor::default(),
            clipboard: String::new(),
            edits: Vec::new(),
        };
        for _ in 0..100 {
            if dice.roll(20) == 0 {
                run.jump(&mut dice);
            }
            let command = command(&mut dice);
            let before = run.model.text();
            let outcome =
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run.step(&command, lines, room)));
            let outcome = outcome
                .unwrap_or_else(|_| panic!("round {round}, {command:?}, {lines:?}, {room}: {before:?}"));
            refusals += usize::from(outcome.refused.is_some());
        }
        undo_and_redo(&run);
    }
    assert!(refusals > 40, "the alphabet must make citizen numbers: {refusals}");
}

fn undo_and_redo(run: &Run) {
    let mut steps: Vec<TextEdit> = Vec::new();
    for edit in &run.edits {
        if !steps.last_mut().is_some_and(|last| last.join(edit)) {
            steps.push(edit.clone());
        }
    }
    for history in [&run.edits, &steps] {
        let mut text = run.text.clone();
        for edit in history.iter().rev() {
            edit.inverse().apply(&mut text).unwrap();
        }
        assert_eq!(text, "");
        for edit in history {
            edit.apply(&mut text).unwrap();
        }
        assert_eq!(text, run.text);
    }
}

#[test]
fn looking_near_the_edit_finds_what_looking_everywhere_does() {
    let alphabet = [
        "1",
        "11",
        "111",
        "2",
        "222",
        "3",
        "333",
        "12",
        "2026",
        "0",
        "+",
        "+31",
        "(0)",
        ") ",
        "(",
        ",",
        ":",
        " ",
        "-",
        ".",
        "x",
        "\n",
        "1\u{332}",
        "１",
        "111222333",
        "123 456 782",
        "111-",
    ];
    let mut dice = Dice::new(99);
    for _ in 0..30_000 {
        let raw = dice.text(&alphabet, 14);
        let text = citizen_number::without(&raw).unwrap_or(raw);
        let places: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let cursor = Cursor::selecting(places[dice.roll(places.len())], places[dice.roll(places.len())]);
        let new = dice.text(&alphabet, 3);
        let command = if dice.roll(2) == 0 { Command::Backspace } else { Command::InsertText(new.into()) };
        let outcome = perform(&text, &cursor, &command, Lines::Many, &wrap(&text, 40), "");
        let mut after = text.clone();
        if let Some(edit) = outcome.edit {
            edit.apply(&mut after).unwrap();
        }
        assert_eq!(
            citizen_number::find_near(&after, 0..after.len()),
            [],
            "{text:?} {cursor:?} {command:?} {after:?}"
        );
    }
}

/// A text of more lines, joined where a field has one.
fn in_lines(text: &str, lines: Lines) -> String {
    if lines == Lines::Many || !text.contains('\n') {
        return text.to_owned();
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
