//! Keys that mean nothing: an Esc that was none is taken back, with all that it did; an Enter too many records nothing, a key that is
//! held does what it does once, and no key does anything on a screen that nobody can see.

use std::sync::Arc;

use super::changes::Urgency;
use super::{HELD, Turn};
use crate::app::layout;
use crate::app::message::{Deed, Msg};
use crate::app::model::{BeforeEscape, Ending};
use crate::app::page::{Action, Mark, RowId, RowKind, Screen};
use crate::text::Command;

impl Turn<'_> {
    /// What there is before Esc does something.
    pub(super) fn before_escape(&self) -> BeforeEscape {
        BeforeEscape {
            path: self.model.path.clone(),
            open: self.model.open.as_ref().map(|open| (open.record.clone(), open.history.clone())),
            gone: None,
            after_letter: self.model.after_letter,
            after_enter: self.model.after_enter,
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
        self.model.after_enter = before.after_enter;
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

/// A key that does what a row is for, before it did.
pub(super) struct BegunDeed {
    deed: Deed,
    screen: Screen,
    row: RowId,
    ticks: bool,
    acts: bool,
    writes: bool,
    revision: Option<u64>,
}

/// What a message may do to where the cursor stands.
pub(super) enum Led {
    /// It is a key by which somebody goes to a row of this screen, or means what is there; on another screen that it leads to, nobody
    /// has gone to a row yet.
    Moves(Screen),
    /// It is Tab, by which one goes on and looks: on this screen it changes nothing of that, so that Enter and Tab by turns record nothing.
    Steps(Screen),
    /// It changes nothing of that.
    Stays,
    /// Letters where no field is: they go somewhere only by what is looked for on this screen, which was this.
    Typed(Screen, String),
    /// It leads to another row where what has the focus is no longer this.
    From(Screen, Option<RowId>),
}

impl Turn<'_> {
    /// What `msg` may do to where the cursor stands, seen before it happens; what tells of the keys is made without it.
    pub(super) fn led_by(&mut self, msg: &Msg) -> Led {
        let led = self.may_lead(msg);
        if matches!(msg, Msg::Help | Msg::Palette) && self.model.after_enter {
            self.model.around_the_page().after_enter = false;
        }
        led
    }

    fn may_lead(&self, msg: &Msg) -> Led {
        match msg {
            msg if self.is_held_down(msg) => Led::Stays,
            // A line more is what Enter makes in notes.
            Msg::Activate | Msg::ActivateOnce | Msg::Type(Command::NewLine) | Msg::Undo | Msg::Redo => {
                Led::From(self.model.screen().clone(), self.under_the_cursor())
            }
            Msg::Redraw | Msg::Save | Msg::EscapeWasNone => Led::Stays,
            msg if msg.is_intent() && self.is_out_of_sight(msg) => Led::Stays,
            Msg::Type(_) if self.model.focused().is_none_or(|row| row.as_field().is_none()) => {
                Led::Typed(self.model.screen().clone(), self.model.path.top().search.clone())
            }
            Msg::Next | Msg::Previous => Led::Steps(self.model.screen().clone()),
            msg if msg.is_intent() => Led::Moves(self.model.screen().clone()),
            // What was asked for by Enter comes later.
            _ => Led::From(self.model.screen().clone(), None),
        }
    }

    fn under_the_cursor(&self) -> Option<RowId> {
        self.model.focused().map(|row| row.id)
    }

    /// Notes whether the cursor stands where nobody went.
    pub(super) fn stand(&mut self, led: Led) {
        let after_enter = match led {
            Led::Steps(screen) if *self.model.screen() == screen => return,
            // Also where a walk ends at the row by which one is done.
            Led::Steps(_) => true,
            // Who comes back finds the row from which they went, and whoever has a key of its own for being done with a patient means that.
            Led::Moves(screen) => {
                *self.model.screen() != screen
                    && self.model.path.top().focus.is_none()
                    && !matches!(self.model.screen(), Screen::Confirm(_))
            }
            Led::Stays => return,
            Led::Typed(screen, search) if *self.model.screen() == screen => {
                let now = &self.model.path.top().search;
                if *now == search {
                    return;
                }
                // Once all of it is taken back, nothing tells what was meant.
                now.is_empty()
            }
            Led::Typed(..) => false,
            Led::From(screen, row) if *self.model.screen() == screen => {
                let moved = row.is_some() && self.under_the_cursor() != row;
                moved || self.model.after_enter
            }
            Led::From(..) => true,
        };
        // These tell of the keys of another screen, and were opened to read.
        let after_enter = after_enter && !matches!(self.model.screen(), Screen::Help | Screen::Palette);
        if self.model.after_enter != after_enter {
            self.model.around_the_page().after_enter = after_enter;
        }
    }

    /// Whether the window has no room for the screen, so that nobody sees what a key would do. What somebody types goes into the text
    /// in which they were; the rest does nothing until the window is larger, but for leaving, locking and saving.
    pub(super) fn is_out_of_sight(&self, intent: &Msg) -> bool {
        let has_no_room = !self.model.in_lines && layout::is_too_small(self.model.size);
        has_no_room
            && match intent {
                Msg::Quit | Msg::Lock | Msg::Save | Msg::Redraw => false,
                Msg::Type(Command::Insert(_) | Command::InsertText(_)) => !self.model.context().typing(),
                _ => true,
            }
    }

    /// Whether the key by which something was recorded, or that led into a text, is held: what it would do there, nobody means.
    pub(super) fn is_held_down(&self, intent: &Msg) -> bool {
        let deed = self.model.deed.filter(|_| self.model.now - self.model.touched < HELD);
        deed.is_some() && deed == intent.deed()
    }

    /// What key begins to do what a row is for, with the state of the record before that; none where it types.
    pub(super) fn begun_deed(&self, intent: &Msg) -> Option<BegunDeed> {
        let deed = intent.deed().filter(|_| !matches!(intent, Msg::Type(_)) && !self.model.in_lines)?;
        let row = self.model.focused()?;
        let ticks = matches!(row.mark, Mark::Ticked | Mark::NotTicked);
        let acts = matches!(row.kind, RowKind::Action(_));
        let writes = matches!(row.kind, RowKind::Action(Action::SavePaper | Action::SavePaperNow(_)));
        Some(BegunDeed {
            deed,
            screen: self.model.screen().clone(),
            row: row.id,
            ticks,
            acts,
            writes,
            revision: self.revision(),
        })
    }

    /// Notes which key did something, and would do something else where it led: what went is told, or the cursor is in a text now; a
    /// box that was ticked would be empty again, and of a space bar the blanks would be typed where what it recorded led.
    pub(super) fn note_deed(&mut self, begun: Option<BegunDeed>) {
        let did = |begun: &BegunDeed| {
            let is_there = *self.model.screen() == begun.screen;
            let is_here = is_there && self.model.path.top().focus.as_ref() == Some(&begun.row);
            let tells = !self.silent && self.is_told();
            let into_a_text = !is_there && self.focus_kind().has_lines();
            let recorded = begun.revision.is_some() && begun.revision != self.revision();
            let led = recorded && begun.acts && !is_here;
            // Enter goes on from page to page, and records nothing where only it led.
            let by_blank = begun.deed == Deed::Space && (led || begun.writes);
            into_a_text || tells || by_blank || begun.ticks && is_here && recorded
        };
        let deed = begun.filter(did).map(|begun| begun.deed);
        self.model.unseen().deed = deed;
    }

    pub(super) fn revision(&self) -> Option<u64> {
        self.open().map(|open| open.saving.revision)
    }
}
