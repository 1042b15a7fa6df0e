//! What a list of meetings shows of one meeting, as a fold over its record.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::meeting::reading::terms;
use crate::meeting::record::id::MeetingId;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::words::Language;

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
    /// When something was recorded in it last, as far as it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touched: Option<NaiveDateTime>,
}

impl MeetingSummary {
    /// The order of every list of meetings: the newest day first, and within a day by identity.
    pub fn newest_first(&self, other: &Self) -> std::cmp::Ordering {
        other.date.cmp(&self.date).then(self.id.cmp(&other.id))
    }

    /// The last of some meetings: of the newest day the one in which something was recorded last.
    pub fn latest<'s>(of: impl IntoIterator<Item = &'s Self>) -> Option<&'s Self> {
        let mut latest: Option<&Self> = None;
        for one in of {
            if latest.is_none_or(|known| (one.date, one.touched) > (known.date, known.touched)) {
                latest = Some(one);
            }
        }
        latest
    }

    /// Whether nothing was recorded in it but who meets: nobody is on its agenda, and nothing was agreed; or nobody began with the case.
    pub fn is_empty(&self) -> bool {
        match self.session {
            true => self.touched.is_none(),
            false => self.kind != MeetingKind::Between && self.patients == 0 && self.open_agreements == 0,
        }
    }

    /// What kind of meeting it is, in words.
    pub fn kind_in_words(&self, language: Language) -> &'static str {
        if self.session { language.session_practise() } else { terms::kind(language, self.kind) }
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
            touched: touched(meeting),
        }
    }
}

fn touched(meeting: &Meeting) -> Option<NaiveDateTime> {
    let session = meeting.session.as_ref().and_then(|session| session.touched);
    let closed = meeting.details.closed.map(|stamp| stamp.at);
    let known = [meeting.when().touched, session, closed].into_iter().flatten().max();
    // A meeting about patients that says no time and goes on is no earlier than a session with a case of that day.
    let is_under_way = meeting.session.is_none() && closed.is_none();
    known.or_else(|| meeting.details.date.and_hms_opt(23, 59, 59).filter(|_| is_under_way))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::Name;
    use crate::meeting::{Id, Session};

    fn session(id: u128, day: u32, hour: Option<u32>) -> MeetingSummary {
        let date = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(id)), MeetingKind::Education, date);
        let mut session = Session::new(Name::new("casus"), "1".to_owned(), String::new(), true);
        session.touched = hour.and_then(|hour| date.and_hms_opt(hour, 0, 0));
        meeting.session = Some(Box::new(session));
        MeetingSummary::of(&meeting)
    }

    #[test]
    fn a_meeting_without_a_time_is_no_earlier_than_a_session_of_its_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let meeting =
            |day| MeetingSummary::of(&Meeting::new(MeetingId(Id::from_bits(3)), MeetingKind::Patz, day));
        let morning = session(9, 20, Some(9));
        for all in [[&morning, &meeting(day(20))], [&meeting(day(20)), &morning]] {
            assert_eq!(MeetingSummary::latest(all), Some(&meeting(day(20))));
        }
        assert_eq!(MeetingSummary::latest([&meeting(day(19)), &morning]), Some(&morning));
    }

    #[test]
    fn the_last_of_a_day_is_the_one_that_was_worked_on_last() {
        let (morning, evening) = (session(9, 20, Some(9)), session(1, 20, Some(20)));
        let (unknown, older) = (session(5, 20, None), session(2, 19, Some(23)));
        for all in [[&morning, &evening, &unknown, &older], [&older, &unknown, &evening, &morning]] {
            assert_eq!(MeetingSummary::latest(all), Some(&evening));
        }
        assert_eq!(MeetingSummary::latest([&older, &unknown]), Some(&unknown));
        assert_eq!(MeetingSummary::latest([]), None);
    }
}
