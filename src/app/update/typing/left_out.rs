//! A citizen number in what is typed: waited for, left out, and put back where it is something else.

use super::super::Turn;
use crate::app::message::Msg;
use crate::app::model::LeftOut;
use crate::meeting::TextPlace;
use crate::text::{self, Command, TextEdit};

impl Turn<'_> {
    /// Whether a message goes on with the number that is being typed.
    pub(in crate::app::update) fn types_on(&self, msg: &Msg) -> bool {
        let typing = || self.model.unjudged.as_ref().map(|(place, _)| place);
        match msg {
            Msg::Type(Command::Insert(sign)) if sign.is_ascii_digit() => true,
            Msg::Type(command) => typing().is_some_and(|place| self.types_on_at(place, command)),
            _ => false,
        }
    }

    /// Whether a command goes on with a number, or with the unit behind it that makes it no citizen number.
    pub(super) fn types_on_at(&self, place: &TextPlace, command: &Command) -> bool {
        let Command::Insert(sign) = command else { return false };
        let typed = self.model.path.top().cursor.position();
        let source = || place.text(self.model.record()?);
        sign.is_ascii_digit()
            || source().is_some_and(|source| text::citizen_number::may_be_measured(source, typed, *sign))
    }

    /// Leaves a citizen number out that was waited for at the end of a text, now that nobody types on.
    pub(in crate::app::update) fn leave_number_out(&mut self, place: &TextPlace) {
        let Some(edit) = self.model.unfinished_number(place) else { return };
        let (start, length, typed) = (edit.at, edit.removed.len(), self.model.unjudged.is_some());
        let kept = edit.inverse();
        if self.edit(place, edit) {
            if typed {
                // Whoever began a unit behind it stays behind what was typed of that.
                let at = self.model.path.top().cursor.position();
                let at = if at >= start + length { at - length } else { start };
                self.model.set_cursor(text::Cursor::at(at));
            }
            self.leave_out(place.clone(), kept);
        }
    }

    /// Judges a number that was just typed, when somebody does anything else than type on at it.
    pub(in crate::app::update) fn judge_number(&mut self) {
        if let Some((place, _)) = self.model.unjudged.clone() {
            self.leave_number_out(&place);
            self.model.unseen().unjudged = None;
        }
    }

    /// Says that a citizen number was left out, and remembers how to put it back.
    pub(in crate::app::update) fn leave_out(&mut self, place: TextPlace, kept: TextEdit) {
        self.say(self.model.language().citizen_number_refused(), true);
        self.remember_left_out(place, kept);
    }

    pub(super) fn remember_left_out(&mut self, place: TextPlace, kept: TextEdit) {
        let revision = self.open().map_or(0, |open| open.saving.revision);
        self.model.left_out = Some(LeftOut { place, kept, revision });
    }

    /// Puts back what was left out as a citizen number: somebody says that it is something else.
    pub(in crate::app::update) fn keep(&mut self, left_out: LeftOut) {
        let LeftOut { place, kept, .. } = left_out;
        let inserted = kept.inserted.clone();
        if self.put_back(&place, kept) {
            if let Some(open) = &mut self.model.open {
                open.insisted.push(inserted);
            }
            self.say(self.model.language().citizen_number_kept(), false);
        }
    }

    /// Puts back what was left out, with the cursor behind it.
    pub(super) fn put_back(&mut self, place: &TextPlace, kept: TextEdit) -> bool {
        let length = kept.inserted.len();
        // Whoever typed on stays behind what was typed.
        let at = self.model.path.top().cursor.position();
        let cursor = match at.checked_sub(kept.removed.len()) {
            Some(rest) if at > kept.at => text::Cursor::at(rest + length),
            _ => text::Cursor::after(&kept),
        };
        let put = self.edit(place, kept);
        if put {
            self.model.set_cursor(cursor);
        }
        put
    }
}
