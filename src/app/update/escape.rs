//! An Esc that was none is taken back, with all that it did.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::model::{BeforeEscape, Ending};

impl Turn<'_> {
    /// What there is before Esc does something.
    pub(super) fn before_escape(&self) -> BeforeEscape {
        BeforeEscape {
            path: self.model.path.clone(),
            open: self.model.open.as_ref().map(|open| (open.record.clone(), open.history.clone())),
            gone: None,
            after_letter: self.model.after_letter,
            unjudged: self.model.unjudged.clone(),
        }
    }

    /// Goes back to the place before the last Esc, as if nothing had been pressed; what it changed is no change to be undone.
    pub(super) fn escape_was_none(&mut self) {
        let Some(before) = self.model.before_escape.take() else { return };
        if self.model.open.is_none() && before.gone.is_some() {
            self.model.open = before.gone.map(|open| *open);
        }
        let is_same = match (&self.model.open, &before.open) {
            (Some(open), Some((record, _))) => open.record.id == record.id,
            (None, None) => true,
            _ => false,
        };
        if !is_same {
            return;
        }
        self.model.path = before.path;
        self.model.notice = None;
        self.model.after_letter = before.after_letter;
        self.model.unjudged = before.unjudged;
        if self.model.ending == Ending::Wanted {
            self.model.ending = Ending::No;
        }
        if let (Some(open), Some((mut record, history))) = (&mut self.model.open, before.open) {
            // The time of the discussion went on.
            if record.spent != open.record.spent {
                Arc::make_mut(&mut record).spent = open.record.spent.clone();
            }
            open.history = history;
            if record != open.record {
                open.record = record;
                self.changed(Urgency::Typing);
            }
        }
        self.drop_gone();
        if self.model.path.top().focus.is_some() {
            self.reveal();
        }
    }
}
