//! Who is proposed for the agenda of a meeting, and why.

use chrono::NaiveDate;

use super::known::{Agenda, KnownPatient, Register};
use super::state::{PatientState, Reason};
use crate::meeting::record::meeting::Meeting;
use crate::text::same::in_order;

/// Somebody who is proposed for an agenda.
#[derive(Debug, Clone)]
pub struct Proposed<'r> {
    /// Who.
    pub known: &'r KnownPatient,
    /// How it is with the patient, with what the meeting itself recorded already.
    pub state: PatientState,
    /// Why: what presses most.
    pub reason: Reason,
    /// What else presses, in its order.
    pub also: Vec<Reason>,
}

impl Proposed<'_> {
    /// All reasons, what presses most first.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> + '_ {
        std::iter::once(self.reason).chain(self.also.iter().copied())
    }
}

/// Who of the meeting's own group is proposed for its agenda: what presses most first, and then by the day on which they were
/// to be discussed again. Nobody where the group is not known.
pub fn proposal<'r>(register: &'r Register, meeting: &Meeting) -> Vec<Proposed<'r>> {
    let agenda = Agenda::of(meeting);
    let today = meeting.details.date;
    let fits =
        |known: &&KnownPatient| !agenda.group.is_empty() && agenda.is_own(known) && agenda.may_take(known);
    let proposed = register.everybody().filter(fits).filter_map(|known| {
        // Why is told by how it stood before this meeting, in which the open agreements come first.
        let before = PatientState::of(known, today);
        let mut reasons = Reason::all(known, &before, today).into_iter();
        let reason = reasons.next()?;
        let state = match meeting.review(known.patient) {
            Some(review) => PatientState::in_meeting(meeting, review, Some(known)),
            None => before,
        };
        Some(Proposed { known, reason, state, also: reasons.collect() })
    });
    let mut proposed: Vec<Proposed<'_>> = proposed.collect();
    proposed.sort_by_cached_key(|proposed| {
        let day = proposed.state.next_review.unwrap_or(NaiveDate::MAX);
        (proposed.reason, day, in_order(&proposed.known.label), proposed.known.patient)
    });
    proposed
}
