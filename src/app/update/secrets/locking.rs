//! Locking: on request, after a time in which nobody did anything, and when the computer slept.

use crate::app::message::{Effect, LockFact};
use crate::app::model::Unlocking;
use crate::app::page::{RowId, Screen};
use crate::app::update::Turn;

impl Turn<'_> {
    /// Whether it is time to lock: what is done now is then done by somebody who has to show the passphrase first.
    pub(in crate::app::update) fn must_lock(&self) -> bool {
        self.model.lock_deadline().is_some_and(|deadline| deadline <= self.model.now)
    }

    /// Locks, or says that there is no passphrase to unlock with: whoever walks away must not think that it locked.
    pub(in crate::app::update) fn lock_on_request(&mut self) {
        if self.model.lockable {
            self.lock();
        } else if *self.model.screen() != Screen::Locked {
            self.say(self.model.language().lock_without_passphrase(), true);
            // In other programs this key draws the screen anew, and that does no harm.
            self.effects.push(Effect::Redraw);
        }
    }

    /// Commits what was typed, has it saved, and asks for the lock; what cannot be saved is sealed with the rest.
    pub(in crate::app::update) fn lock(&mut self) {
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
    pub(in crate::app::update) fn unlock(&mut self) {
        if *self.model.screen() == Screen::Locked {
            self.effects.push(Effect::Unlock);
        }
    }

    /// Shows how far unlocking is.
    pub(in crate::app::update) fn lock_fact(&mut self, fact: LockFact) {
        let Some(locked) = &mut self.model.locked else { return };
        match fact {
            LockFact::Typed(count) => {
                locked.typed = count;
                locked.unlocking = Unlocking::Awaited;
                // Enter after the last letter unlocks, wherever the focus was.
                self.enter(RowId::fixed("passphrase"));
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
