//! Who is proposed for the agenda of a meeting, and why.

use chrono::NaiveDate;

use super::record::Meeting;
use super::register::{Agenda, KnownPatient, Register};
use super::state::Reason;

/// Who of the meeting's own group is proposed for its agenda and why: what presses most first, and then by the day on
/// which they were to be discussed again. Nobody where the group is not known.
pub fn proposal<'r>(register: &'r Register, meeting: &Meeting) -> Vec<(&'r KnownPatient, Reason)> {
    let agenda = Agenda::of(meeting);
    let today = meeting.details.date;
    let fits =
        |known: &&KnownPatient| !agenda.group.is_empty() && agenda.is_own(known) && agenda.may_take(known);
    let proposed = register.patients.iter().filter(fits);
    let mut proposed: Vec<(&KnownPatient, Reason)> =
        proposed.filter_map(|known| Some((known, Reason::of(known, today)?))).collect();
    proposed.sort_by(|(one, reason), (other, other_reason)| {
        let day = |known: &KnownPatient| known.next_review.unwrap_or(NaiveDate::MAX);
        reason
            .cmp(other_reason)
            .then_with(|| day(one).cmp(&day(other)))
            .then_with(|| one.label.cmp(&other.label))
            .then(one.patient.cmp(&other.patient))
    });
    proposed
}
