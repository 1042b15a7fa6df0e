//! What a list of meetings shows of one meeting, as a fold over its record.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::meeting::reading::terms;
use crate::meeting::record::id::MeetingId;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::typed;
use crate::words::Language;

/// How a time is written: to the minute, and to the second.
const MINUTE: &str = "%H:%M";
const SECOND: &str = "%H:%M:%S";

/// How many digits of an identity are shown.
const DIGITS: usize = 8;

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
    /// What was typed for the day, where that is still a question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date_typed: String,
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
    /// The order of every list of meetings: the newest day first. Nobody knows which of two on one day was held first; the one in which
    /// something was recorded last comes first, as its words count as the last ones.
    pub fn newest_first(&self, other: &Self) -> std::cmp::Ordering {
        let at = |one: &Self| (one.date, one.last_at());
        at(other).cmp(&at(self)).then(self.id.cmp(&other.id))
    }

    /// The last of some meetings: of the newest day the one in which something was recorded last.
    pub fn latest<'s>(of: impl IntoIterator<Item = &'s Self>) -> Option<&'s Self> {
        let mut latest: Option<&Self> = None;
        for one in of {
            if latest.is_none_or(|known| (one.date, one.last_at()) > (known.date, known.last_at())) {
                latest = Some(one);
            }
        }
        latest
    }

    /// The first of some meetings after a day.
    pub fn next_after<'s>(of: impl IntoIterator<Item = &'s Self>, day: NaiveDate) -> Option<&'s Self> {
        of.into_iter().filter(|one| one.date > day).min_by_key(|one| (one.date, one.id))
    }

    /// When it was worked on last, to be compared on one day. A meeting about patients of which nobody knows that and that goes on is no
    /// earlier than anything else of its day.
    pub fn last_at(&self) -> Option<NaiveDateTime> {
        let at_the_end = || self.date.and_hms_opt(23, 59, 59).filter(|_| !self.session && !self.closed);
        self.touched.or_else(at_the_end)
    }

    /// By which time each meeting or session is told from another of its name: its hour and minute; seconds where two of a day have
    /// the same, and its identity where even these are the same.
    pub fn times<'s>(of: impl IntoIterator<Item = &'s Self>) -> HashMap<MeetingId, String> {
        let sessions: Vec<(&Self, NaiveDateTime)> =
            of.into_iter().filter_map(|one| Some((one, one.touched?))).collect();
        let written = |(one, at): &(&'s Self, NaiveDateTime), form: &str| {
            let form = at.format(form).to_string();
            ((one.group.as_str(), one.date, form.clone()), form)
        };
        let counted = |form: &str| {
            let mut counts = HashMap::new();
            for session in &sessions {
                *counts.entry(written(session, form).0).or_insert(0_usize) += 1;
            }
            counts
        };
        let (minutes, seconds) = (counted(MINUTE), counted(SECOND));
        let time = |session: &(&'s Self, NaiveDateTime)| {
            let (minute, second) = (written(session, MINUTE), written(session, SECOND));
            let is_alone = |counts: &HashMap<_, usize>, key| counts.get(key).is_none_or(|count| *count < 2);
            let id = session.0.id;
            let time = match (is_alone(&minutes, &minute.0), is_alone(&seconds, &second.0)) {
                (true, _) => minute.1,
                (false, true) => second.1,
                (false, false) => {
                    let digits: String = id.to_string().chars().take(DIGITS).collect();
                    format!("{} {digits}", second.1)
                }
            };
            (id, time)
        };
        sessions.iter().map(time).collect()
    }

    /// Whether a group met in it about patients.
    pub fn is_met(&self) -> bool {
        !matches!(self.kind, MeetingKind::Education | MeetingKind::Between) && !self.group.trim().is_empty()
    }

    /// Whether it is about invented patients: a session with a case is about nobody.
    pub fn is_of_invented(&self) -> bool {
        self.fictional && !self.session
    }

    /// Whether nothing was recorded in it but who meets: nobody is on its agenda, and nothing was agreed; or nobody began with the case.
    pub fn is_empty(&self) -> bool {
        match self.session {
            true => self.touched.is_none(),
            false => self.kind != MeetingKind::Between && self.patients == 0 && self.open_agreements == 0,
        }
    }

    /// Whether something was to be recorded between meetings, and nothing was: no list has it.
    pub fn holds_nothing(&self) -> bool {
        self.kind == MeetingKind::Between && self.patients == 0
    }

    /// Its day as it is told, or that it is not known yet.
    pub fn met(&self, language: Language, day: impl Fn(NaiveDate) -> String) -> String {
        typed::met(language, &self.date_typed, day(self.date))
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
            date_typed: meeting.details.date_typed.trim().to_owned(),
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
    // Only moments that were: what counts as said at the end of its day is no time to be told.
    let recorded = meeting.reviews.iter().filter_map(|review| review.touched());
    recorded.chain(session).chain(closed).max()
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
    fn two_sessions_of_one_minute_are_told_apart() {
        let at = |id: u128, case: &str, second: u32| {
            let mut one = session(id << 96, 20, Some(9));
            one.group = case.to_owned();
            one.touched = one.date.and_hms_opt(9, 5, second);
            one
        };
        for (all, told) in [
            (vec![at(1, "A", 1), at(2, "B", 1)], vec!["09:05", "09:05"]),
            (vec![at(1, "A", 1), at(2, "A", 2)], vec!["09:05:01", "09:05:02"]),
            (vec![at(1, "A", 1), at(2, "A", 1)], vec!["09:05:01 00000001", "09:05:01 00000002"]),
        ] {
            let times = MeetingSummary::times(&all);
            let said: Vec<&str> = all.iter().map(|one| times[&one.id].as_str()).collect();
            assert_eq!(said, told);
        }
    }

    #[test]
    fn a_time_that_has_not_come_is_never_told() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let mut between = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Between, date);
        let mut renamed = crate::meeting::Review::new(crate::meeting::PatientId(Id::from_bits(1)));
        renamed.label = "Fictief X.".to_owned();
        between.reviews.push(renamed.clone().into());
        assert_eq!(MeetingSummary::of(&between).touched, None);
        let at = date.and_hms_opt(12, 5, 0).unwrap();
        let mut agreed = renamed;
        agreed.patient = crate::meeting::PatientId(Id::from_bits(2));
        let stamp = crate::meeting::Stamp { by: None, at };
        agreed
            .agreements
            .push(crate::meeting::Agreement::new(crate::meeting::AgreementId(Id::from_bits(3)), stamp));
        between.reviews.push(agreed.into());
        assert_eq!(MeetingSummary::of(&between).touched, Some(at));
    }

    #[test]
    fn of_one_day_the_one_that_was_worked_on_last_comes_first_in_every_list() {
        let (morning, evening, older) =
            (session(1, 20, Some(9)), session(9, 20, Some(20)), session(2, 19, Some(23)));
        let mut all = vec![morning.clone(), older.clone(), evening.clone()];
        all.sort_by(MeetingSummary::newest_first);
        assert_eq!(all, [evening, morning, older]);
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
