//! What a list of meetings shows of one meeting, as a fold over its record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::meeting::record::id::MeetingId;
use crate::meeting::record::meeting::{Meeting, MeetingKind};

/// One line of the list of meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingSummary {
    /// Identity.
    pub id: MeetingId,
    /// What kind of meeting it is.
    pub kind: MeetingKind,
    /// Name of the group.
    pub group: String,
    /// The day.
    pub date: NaiveDate,
    /// How many patients are on the agenda.
    pub patients: usize,
    /// How many of them have been discussed.
    pub finished: usize,
    /// How many agreements are open.
    pub open_agreements: usize,
    /// Whether the meeting is closed.
    pub closed: bool,
    /// Whether all patients are fictional.
    pub fictional: bool,
    /// Whether it is a session with a fictional case, which is about nobody.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub session: bool,
}

impl MeetingSummary {
    /// The order of every list of meetings: the newest day first, and within a day by identity.
    pub fn newest_first(&self, other: &Self) -> std::cmp::Ordering {
        other.date.cmp(&self.date).then(self.id.cmp(&other.id))
    }

    /// Sums up one meeting.
    pub fn of(meeting: &Meeting) -> Self {
        let agreements = meeting.reviews.iter().flat_map(|review| &review.agreements);
        Self {
            id: meeting.id,
            kind: meeting.details.kind,
            group: meeting.details.group.clone(),
            date: meeting.details.date,
            patients: meeting.on_agenda(),
            finished: meeting.finished(),
            open_agreements: agreements.filter(|agreement| agreement.ended.is_none()).count(),
            closed: meeting.details.closed.is_some(),
            fictional: meeting.details.fictional,
            session: meeting.session.is_some(),
        }
    }
}
