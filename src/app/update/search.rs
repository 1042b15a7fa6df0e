//! Looking for a row of a long list by typing.

use super::Turn;
use crate::app::page::{Action, Row, RowKind};
use crate::text::{Command, pasted};

/// The most signs of what is looked for.
const LONGEST: usize = 60;

impl Turn<'_> {
    /// Types into what is looked for on this page; false where the command is none of typing.
    pub(super) fn search(&mut self, command: &Command) -> bool {
        let mut search = self.model.path.top().search.clone();
        match command {
            Command::Insert(sign) => search.push(*sign),
            Command::InsertText(text) => search.push_str(pasted(text).lines().next().unwrap_or_default()),
            Command::Backspace => drop(search.pop()),
            Command::BackspaceWord => {
                let kept = search.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1);
                search.truncate(kept);
            }
            _ => return false,
        }
        let search: String = search.trim_start().chars().take(LONGEST).collect();
        if search != self.model.path.top().search {
            let begins = self.model.path.top().search.is_empty();
            let focus = self.model.focused().map(|row| row.id).filter(|_| begins);
            let top = self.model.path.top_mut();
            top.search = search;
            if begins {
                top.before_search = focus;
            }
            self.look_for_what_is_typed();
            // What was found first has the focus.
            self.model.set_focus(None);
            self.scroll_to(0);
        }
        true
    }

    /// Ends looking for something, with the focus on what was found; false where nothing was looked for.
    pub(super) fn end_search(&mut self) -> bool {
        if !self.model.page().abilities.searching {
            return false;
        }
        let is_found = |row: &Row| row.kind != RowKind::Action(Action::ShowAll);
        let found = self.model.focused().filter(is_found).map(|row| row.id);
        // Who found nothing goes on where it began.
        let found = found.or_else(|| self.model.path.top().before_search.clone());
        self.model.path.top_mut().search.clear();
        self.look_for_what_is_typed();
        self.model.set_focus(found);
        self.reveal();
        true
    }
}
