//! Locking: on request, after a time in which nobody did anything, and when the computer slept.

use super::Turn;
use crate::app::effect::Effect;
use crate::app::locked::{LockFact, Unlocking};
use crate::app::screen::Screen;

impl Turn<'_> {
    /// Whether it is time to lock: what is done now is then done by somebody who has to show the passphrase first.
    pub(super) fn must_lock(&self) -> bool {
        self.model.lock_deadline().is_some_and(|deadline| deadline <= self.model.now)
    }

    /// Commits what was typed, has it saved, and asks for the lock; what cannot be saved is sealed with the rest.
    pub(super) fn lock(&mut self) {
        if !self.model.lockable {
            return;
        }
        // Not asked for twice, however long the last save takes.
        self.model.touched = self.model.now;
        self.leave_field();
        self.stop_clock();
        if self.open().is_some_and(|open| open.saving.failed.is_some()) {
            self.save_again();
        } else {
            self.flush();
        }
        self.effects.push(Effect::Lock);
    }

    /// Tries what was typed.
    pub(super) fn unlock(&mut self) {
        if *self.model.screen() == Screen::Locked {
            self.effects.push(Effect::Unlock);
        }
    }

    /// Shows how far unlocking is.
    pub(super) fn lock_fact(&mut self, fact: LockFact) {
        let Some(locked) = &mut self.model.locked else { return };
        match fact {
            LockFact::Typed(count) => {
                locked.typed = count;
                locked.unlocking = Unlocking::Awaited;
            }
            LockFact::Tried => locked.unlocking = Unlocking::Tried,
            LockFact::Refused => {
                locked.typed = 0;
                locked.unlocking = Unlocking::Refused;
            }
            LockFact::Failed(why) => {
                locked.typed = 0;
                locked.unlocking = Unlocking::Failed(*why);
            }
        }
    }
}
