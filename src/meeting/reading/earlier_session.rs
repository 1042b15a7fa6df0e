//! The session before one with the same case: how votes were spread, and nothing else of it.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::checklist::{Level, Name};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::session::{self, Played, Round, Session};

/// How votes were spread in an earlier session with the same case: counts, and nobody's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierSession {
    /// The day of that session.
    pub day: NaiveDate,
    /// How many people were there.
    pub people: u32,
    /// The first and the second round by scene.
    pub rounds: BTreeMap<Name, [Round; 2]>,
}

impl EarlierSession {
    /// What `other` was, where it is a session with the case of `meeting` that began before it, and when it began.
    ///
    /// Of one day, only a session that is over is one before: another may be played at the same time.
    pub fn before(meeting: &Meeting, other: &Meeting) -> Option<(Self, Option<NaiveDateTime>)> {
        let (this, that) = (meeting.session.as_ref()?, other.session.as_ref()?);
        let (day, began) = (other.details.date, began(that));
        let is_same_day = day == meeting.details.date;
        let began_before = || {
            let both = began.zip(self::began(this));
            other.details.closed.is_some() && both.is_some_and(|(before, after)| before < after)
        };
        let is_before = day < meeting.details.date || is_same_day && began_before();
        if this.case != that.case || meeting.id == other.id || !is_before {
            return None;
        }
        let rounds = rounds(that);
        (!rounds.is_empty()).then_some((Self { day, people: that.present(), rounds }, began))
    }

    /// A round of a scene, where anybody voted in it on a question.
    pub fn round(&self, scene: &Name, second: bool, question: &str) -> Option<&Round> {
        let [first, again] = self.rounds.get(scene)?;
        let round = if second { again } else { first };
        // Where nobody chose anything there is nothing to compare with.
        round.typed(question).any(|typed| session::count(typed) != Some(0)).then_some(round)
    }
}

/// When a session began; an older record says only when somebody came to a page of it last.
fn began(session: &Session) -> Option<NaiveDateTime> {
    session.began.or(session.touched)
}

fn rounds(session: &Session) -> BTreeMap<Name, [Round; 2]> {
    let of = |played: &Played| [counts(&played.first), counts(&played.second)];
    let rounds = session.scenes.iter().map(|(scene, played)| (scene.clone(), of(played)));
    let is_told = |round: &Round| round.counts.values().any(|typed| session::count(typed) != Some(0));
    rounds.filter(|(_, rounds)| rounds.iter().any(is_told)).collect()
}

/// What stands for a number that is none: what was typed there may be anything.
const UNREAD: &str = "?";

/// The counts of all together; none of a round that nobody was told of.
fn counts(round: &Round) -> Round {
    let mut counts: BTreeMap<String, Option<u32>> = BTreeMap::new();
    for (key, typed) in round.counts.iter().filter(|_| !round.is_hidden()) {
        let apart =
            key.rsplit_once('/').filter(|(rest, of)| rest.contains('/') && Level::named(of).is_some());
        let whole_key = apart.map_or(key.as_str(), |(rest, _)| rest);
        let known = counts.entry(whole_key.to_owned()).or_insert(Some(0));
        *known = known.zip(session::count(typed)).map(|(known, count)| known.saturating_add(count));
    }
    let typed = |count: Option<u32>| count.map_or_else(|| UNREAD.to_owned(), |count| count.to_string());
    let counts = counts.into_iter().map(|(key, count)| (key, typed(count))).collect();
    // Of hands an option without a number was not counted; of a keyboard that went round nobody chose it.
    Round { counts, masked: round.masked, shown: round.masked, ..Round::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::session::key;
    use crate::meeting::{Id, MeetingId, MeetingKind, SessionText, Stamp};

    fn session(id: u128, case: &str, day: u32, closed: Option<u32>) -> Meeting {
        let date = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(id)), MeetingKind::Education, date);
        let at = closed.and_then(|hour| date.and_hms_opt(hour, 0, 0));
        meeting.details.closed = at.map(|at| Stamp { by: None, at });
        let mut session = Session::new(Name::new(case), "1".to_owned(), "tekst".to_owned(), true);
        for (option, of, count) in
            [("ja", None, "3"), ("ja", Some(Level::Nurses), "5"), ("nee", None, "veel")]
        {
            let which = SessionText::Count(Name::new("begin"), false, key("sq", option, of));
            session.put(&which, count.to_owned());
        }
        session.put(&SessionText::Reason(Name::new("begin")), "omdat".to_owned());
        meeting.session = Some(Box::new(session));
        meeting
    }

    /// A session of one day, by the hours at which it began and ended.
    fn at(id: u128, began: Option<u32>, closed: Option<u32>) -> Meeting {
        let mut meeting = session(id, "mevrouw-a", 20, closed);
        let began = began.and_then(|hour| meeting.details.date.and_hms_opt(hour, 0, 0));
        meeting.session.as_mut().unwrap().began = began;
        meeting
    }

    #[test]
    fn a_session_before_is_of_the_same_case_and_an_earlier_day() {
        let today = session(1, "mevrouw-a", 20, None);
        for (other, is_before) in [
            (session(2, "mevrouw-a", 19, None), true),
            (session(2, "mevrouw-a", 21, None), false),
            (session(2, "mevrouw-o", 19, None), false),
            (session(2, "mevrouw-a", 20, None), false),
            (session(1, "mevrouw-a", 19, None), false),
        ] {
            assert_eq!(EarlierSession::before(&today, &other).is_some(), is_before, "{other:?}");
        }
    }

    #[test]
    fn of_one_day_the_session_before_began_before_and_is_over() {
        for (other, is_before) in [
            (at(2, Some(9), Some(10)), true),
            // It was closed later than this one, and began before it.
            (at(2, Some(9), Some(16)), true),
            (at(2, Some(14), Some(15)), false),
            // It was played beside this one, or nobody knows when it began.
            (at(2, Some(9), None), false),
            (at(2, None, Some(10)), false),
        ] {
            for ended in [None, Some(17)] {
                let this = at(1, Some(12), ended);
                assert_eq!(EarlierSession::before(&this, &other).is_some(), is_before, "{other:?}");
            }
        }
        let (_, began) = EarlierSession::before(&at(1, Some(12), None), &at(2, Some(9), Some(16))).unwrap();
        assert_eq!(began, NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 0, 0));
    }

    #[test]
    fn counts_come_along_and_nothing_else() {
        let today = session(1, "mevrouw-a", 20, None);
        let mut other = session(2, "mevrouw-a", 12, None);
        let (earlier, _) = EarlierSession::before(&today, &other).unwrap();
        let counts = [("sq/ja", "8"), ("sq/nee", "?")].map(|(key, count)| (key.to_owned(), count.to_owned()));
        let counts = BTreeMap::from(counts);
        let first = Round { counts, ..Round::default() };
        assert_eq!(earlier.rounds, BTreeMap::from([(Name::new("begin"), [first, Round::default()])]));
        assert_eq!(earlier.round(&Name::new("begin"), true, "sq"), None);
        // Votes that nobody was told of are told to nobody later.
        let session = other.session.as_mut().unwrap();
        session.scenes.values_mut().for_each(|played| played.first.masked = true);
        assert_eq!(EarlierSession::before(&today, &other), None);
    }
}
