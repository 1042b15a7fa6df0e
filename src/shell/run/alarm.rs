//! Waiting: for the next event, or the moment that something was to happen by.

use std::time::Instant;

use chrono::NaiveDateTime;

use crate::shell::computer::now;
use crate::shell::inbox::LoopEvent;

/// How far the end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::shell) enum Over {
    /// The system asked for it; the last save is awaited no longer than this.
    By(Instant),
    /// The program is to be locked; the last save is awaited no longer than this.
    LockedBy(Instant),
    /// Esc ended it; this long that may turn out to be the beginning of another key.
    UnlessKeyBy(Instant),
    /// Now.
    Now,
}

/// Why the loop goes on.
#[derive(Debug, PartialEq)]
pub(in crate::shell) enum Woken {
    By(LoopEvent),
    /// The moment that the model asked for.
    Deadline(NaiveDateTime),
    /// It is time to look whether the computer slept.
    Look,
    TooLate,
}

/// Waits for the next event, or the moment that the model asked for.
#[derive(Debug, Default)]
pub(in crate::shell) struct Alarm {
    /// The deadline that was heard of last. One that stays where it is after it has rung, because what it asked for
    /// takes its time, must not ring again and again.
    deadline: Option<NaiveDateTime>,
    /// When to ring. Measured apart from the clock on the wall, which may be put back.
    rings: Option<Instant>,
}

impl Alarm {
    pub(in crate::shell) fn set(&mut self, deadline: Option<NaiveDateTime>) {
        if self.deadline != deadline {
            let wait = deadline.map(|deadline| (deadline - now()).to_std().unwrap_or_default());
            self.rings = wait.and_then(|wait| Instant::now().checked_add(wait));
            self.deadline = deadline;
        }
    }

    pub(in crate::shell) fn wait(
        &mut self,
        next: impl FnOnce(Option<Instant>) -> Option<LoopEvent>,
        deadline: Option<NaiveDateTime>,
        over: Option<Over>,
        look: Option<Instant>,
    ) -> Woken {
        self.set(deadline);
        let too_late = match over {
            Some(Over::By(moment) | Over::LockedBy(moment) | Over::UnlessKeyBy(moment)) => Some(moment),
            _ => None,
        };
        if let Some(event) = next([self.rings, too_late, look].into_iter().flatten().min()) {
            return Woken::By(event);
        }
        let past = |moment: &Instant| *moment <= Instant::now();
        let late = too_late.as_ref().is_some_and(past);
        match (self.rings.take_if(|moment| past(moment)), deadline) {
            (Some(_), Some(deadline)) if !late => Woken::Deadline(deadline),
            _ if !late && look.as_ref().is_some_and(past) => Woken::Look,
            _ => Woken::TooLate,
        }
    }
}
