//! Tests that read as before, command, after.
#![allow(clippy::string_slice)]
// A command that is written in place reads better.
#![allow(clippy::needless_pass_by_value)]

use crate::text::{Command, Cursor, Lines, Motion, Outcome, perform, wrap};

/// A field that is written with `|` for the cursor and `[` or `]` for the other end of the selection.
pub(super) struct Script {
    pub(super) text: String,
    pub(super) cursor: Cursor,
    pub(super) lines: Lines,
    pub(super) width: u16,
    pub(super) clipboard: String,
    pub(super) last: Option<Outcome>,
}

impl Script {
    pub(super) fn new(before: &str) -> Self {
        let mut text = String::new();
        let (mut position, mut anchor) = (0, None);
        for c in before.chars() {
            match c {
                '|' => position = text.len(),
                '[' | ']' => anchor = Some(text.len()),
                _ => text.push(c),
            }
        }
        let cursor = anchor.map_or(Cursor::at(position), |anchor| Cursor::selecting(anchor, position));
        Self { text, cursor, lines: Lines::Many, width: 10, clipboard: String::new(), last: None }
    }

    pub(super) fn single(before: &str) -> Self {
        Self { lines: Lines::Single, ..Self::new(before) }
    }

    pub(super) fn run(mut self, command: Command) -> Self {
        let wrapped = wrap(&self.text, self.width);
        let outcome = perform(&self.text, &self.cursor, &command, self.lines, &wrapped, &self.clipboard);
        if let Some(edit) = &outcome.edit {
            edit.apply(&mut self.text).unwrap();
        }
        if let Some(copied) = &outcome.copied {
            self.clipboard.clone_from(copied);
        }
        self.cursor = outcome.cursor;
        self.last = Some(outcome);
        self
    }

    pub(super) fn go(self, to: Motion) -> Self {
        self.run(Command::Move { to, select: false })
    }

    pub(super) fn select(self, to: Motion) -> Self {
        self.run(Command::Move { to, select: true })
    }

    pub(super) fn types(self, text: &str) -> Self {
        text.chars().fold(self, |script, c| script.run(Command::Insert(c)))
    }

    pub(super) fn pastes(mut self, text: &str) -> Self {
        text.clone_into(&mut self.clipboard);
        self.run(Command::Paste)
    }

    /// The field in the notation of [`Script::new`].
    pub(super) fn shown(&self) -> String {
        let at = self.cursor.position();
        match self.cursor.selection() {
            None => format!("{}|{}", &self.text[..at], &self.text[at..]),
            Some(selection) => {
                let (open, close) = if at == selection.end { ("[", "|") } else { ("|", "]") };
                let (start, end) = (selection.start, selection.end);
                format!("{}{open}{}{close}{}", &self.text[..start], &self.text[start..end], &self.text[end..])
            }
        }
    }

    #[track_caller]
    pub(super) fn gives(self, after: &str) -> Self {
        assert_eq!(self.shown(), after);
        self
    }
}
