//! The first use of a notebook: each page asks for one thing, and what comes of it is a fact from outside.

use crate::app::message::{Effect, FirstDeed, FirstFact, FirstStep};
use crate::app::page::{RowId, Screen};
use crate::app::update::Turn;

impl Turn<'_> {
    /// Asks for the next step, once.
    pub(in crate::app::update) fn first_use(&mut self, deed: FirstDeed) {
        let Some(first_use) = &mut self.model.first_use else { return };
        if !first_use.working {
            first_use.told.clear();
            first_use.may_go_on = false;
            self.effects.push(Effect::FirstUse(deed));
        }
    }

    /// Shows how far the first use is.
    pub(in crate::app::update) fn first_fact(&mut self, fact: FirstFact) {
        let Some(first_use) = &mut self.model.first_use else { return };
        match fact {
            FirstFact::Typed(count) => {
                // What is said of a secret holds until somebody types on.
                if first_use.typed != count {
                    first_use.told.clear();
                }
                first_use.typed = count;
                self.enter(RowId::fixed("secret"));
            }
            FirstFact::ReadBack(typed) => {
                first_use.read_back = typed;
            }
            FirstFact::Key(key) => first_use.key = key,
            FirstFact::To(step) => {
                (first_use.working, first_use.typed) = (false, 0);
                self.model.path.go(&Screen::FirstUse(step));
            }
            FirstFact::Wrong(why) => {
                first_use.working = false;
                first_use.told = why.into();
            }
            FirstFact::NotRecorded(why) => {
                (first_use.working, first_use.may_go_on) = (false, true);
                first_use.told = why.into();
            }
            FirstFact::Working => first_use.working = true,
        }
        self.reveal();
    }

    /// Whether the notebook is being made ready, which nobody breaks off.
    pub(in crate::app::update) fn is_making_ready(&self) -> bool {
        self.model.first_use.as_ref().is_some_and(|first_use| first_use.working)
    }

    /// Whether a step back leads to another page of the first use: what was said on this one does not go along.
    pub(in crate::app::update) fn leave_first_step(&mut self, left: &Screen) {
        let is_step = matches!(left, Screen::FirstUse(step) if *step != FirstStep::Begin);
        let was_told = self.model.first_use.as_ref().is_some_and(|first_use| !first_use.told.is_empty());
        if is_step
            && was_told
            && let Some(first_use) = &mut self.model.first_use
        {
            first_use.told.clear();
        }
    }
}
