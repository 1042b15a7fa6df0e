//! The meetings in which a person occurs, in time.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::agreed::Statements;
use super::old::OldQuestions;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::standing::{Fold, Standing};
use crate::meeting::index::open_agreement::OpenAgreement;
use crate::meeting::reading::death::Death;
use crate::meeting::reading::terms;
use crate::meeting::record::agreement::Agreement;
use crate::meeting::record::amendment::{Amended, Amendment};
use crate::meeting::record::came_along::Unsaid;
use crate::meeting::record::id::{AgreementId, MeetingId, PatientId};
use crate::meeting::record::latest::When;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::review::Review;
use crate::text::same::same_name;
use crate::words::Language;

/// Everything recorded of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The person.
    pub patient: PatientId,
    /// The meetings in which the person occurs, the oldest first, each with only the discussion of this person.
    pub entries: Vec<Meeting>,
    /// Questions of the answers that no definition in force asks so any more.
    #[serde(default, skip_serializing_if = "OldQuestions::is_empty")]
    pub old: OldQuestions,
    /// How many meetings in which the person occurs could not be read.
    pub unread: usize,
    /// The days of meetings of which there is a second version, which may say something else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubled: Vec<NaiveDate>,
    /// Others with whom this person was one, and the day on which it was said that they are two after all, be it in a record of theirs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub apart: BTreeMap<PatientId, NaiveDate>,
    /// The days to come of which something was recorded already, and does not count until then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ahead: Vec<NaiveDate>,
    /// Agreements that were gone through beforehand in a meeting to come: by when each is to be done now; `None` where it ended.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub agreed_ahead: BTreeMap<AgreementId, Option<String>>,
}

impl Course {
    /// A course of which nothing is known yet.
    pub fn new(patient: PatientId) -> Self {
        Self {
            patient,
            entries: Vec::new(),
            old: OldQuestions::new(),
            unread: 0,
            doubled: Vec::new(),
            apart: BTreeMap::new(),
            ahead: Vec::new(),
            agreed_ahead: BTreeMap::new(),
        }
    }

    /// Takes over a meeting with only the discussion of this person; meetings may come in any order.
    pub fn add(&mut self, entry: Meeting) {
        let at = self.entries.partition_point(|known| order(known) < order(&entry));
        self.entries.insert(at, entry);
    }

    /// Notes of which of its meetings there is a second version.
    #[must_use]
    pub fn with_second_versions(mut self, of: &BTreeSet<MeetingId>) -> Self {
        let doubled =
            self.entries.iter().filter(|entry| of.contains(&entry.id)).map(|entry| entry.details.date);
        self.doubled = doubled.collect();
        self.doubled.dedup();
        self
    }

    /// What stands after all entries.
    pub fn standing(&self) -> Standing {
        let mut fold = Fold::default();
        self.entries.iter().for_each(|entry| fold.add(entry));
        Standing { unread: self.unread, old: self.old.clone(), ..fold.finish() }
    }

    /// The person's own words that were written last, with the day of the meeting in which they were written: they come along to
    /// later ones, in which nobody need have said them again.
    pub fn own_words(&self) -> Option<(&str, NaiveDate)> {
        let mut told: Vec<(When, &str, NaiveDate)> = Vec::new();
        for (entry, review) in self.discussions() {
            let (words, when) = (review.own_words.trim(), entry.when());
            let when = match review.details.own_words_on {
                Some(day) => When { day, touched: None, ..when },
                None => when,
            };
            told.extend((!words.is_empty()).then_some((when, words, when.day)));
        }
        told.sort_by_key(|(when, ..)| *when);
        let told = told.into_iter().map(|(_, words, day)| (words, day));
        told.reduce(|known, next| if known.0 == next.0 { known } else { next })
    }

    /// What the person is called, as it was said last, and the year of birth: of two who are one the year goes with the label, unless it
    /// was said after that. Empty where nobody said it.
    pub fn called(&self) -> (&str, &str) {
        let told = |text: fn(&Review) -> &str, is_unsaid: fn(&Unsaid) -> bool| {
            let reviews = self.discussions().map(|(_, review)| review).enumerate();
            let told = reviews.map(move |(at, review)| Told {
                is_said: !is_unsaid(&review.unsaid()),
                at,
                text: text(review).trim(),
                of: review.patient,
            });
            told.filter(|told| !told.text.is_empty())
        };
        // What was said goes before what only came along, and of these the last.
        let last = |told: &Told<'_>| (told.is_said, told.at);
        let births = || told(|review| &review.born, |unsaid| unsaid.born);
        let label = told(|review| &review.label, |unsaid| unsaid.label).max_by_key(last);
        let mut born = births().max_by_key(last);
        if let (Some(label), Some(year)) = (&label, &born)
            && last(year) < last(label)
        {
            born = births().filter(|year| year.of == label.of).max_by_key(last).or(born);
        }
        (label.map_or("", |told| told.text), born.map_or("", |told| told.text))
    }

    /// Whether the person has died, as was said last.
    pub fn is_deceased(&self) -> bool {
        let said = self.discussions().rev().find_map(|(_, review)| review.says_deceased());
        said.unwrap_or_else(|| self.discussions().any(|(_, review)| review.details.deceased))
    }

    /// What is known of the person's death, and what speaks against its day; nothing of who lives.
    pub fn death(&self) -> Option<Death> {
        Death::of(self.discussions())
    }

    /// Whether the person is invented: recorded first in a meeting of which that was said. Who was real before is no invention.
    pub fn is_invented(&self) -> bool {
        self.entries.first().is_some_and(|entry| entry.details.fictional)
    }

    /// What was agreed and is still open, as it was said last, with the meeting that said so; the oldest of these first.
    pub fn open_agreements<'c>(&'c self) -> Vec<(&'c Meeting, Cow<'c, Agreement>)> {
        let mut said = Statements::default();
        for (meeting, review) in self.discussions() {
            for agreement in &review.agreements {
                let says = OpenAgreement::of(meeting, agreement).says();
                said.take(agreement.id, meeting.when(), says, review.voice(agreement), (meeting, agreement));
            }
        }
        let open = said.last().into_iter().filter(|(_, is_open, _)| *is_open).map(|(.., said)| said);
        let mut open: Vec<(&Meeting, &'c Agreement)> = open.collect();
        open.sort_by_key(|(meeting, agreement)| (meeting.when(), agreement.recorded.at, agreement.id));
        let now = |agreement: &'c Agreement| match self.agreed_ahead.get(&agreement.id) {
            None => Some(Cow::Borrowed(agreement)),
            Some(due) => Some(Cow::Owned(Agreement { due: due.clone()?, ..agreement.clone() })),
        };
        open.into_iter().filter_map(|(meeting, agreement)| Some((meeting, now(agreement)?))).collect()
    }

    /// What is open in the order in which it is to be done, so that what is overdue comes first; what has no day comes last.
    pub fn open_agreements_by_day(&self) -> Vec<(&Meeting, Cow<'_, Agreement>)> {
        let mut open = self.open_agreements();
        open.sort_by_key(|(meeting, agreement)| {
            let due = agreement.due_on(meeting.details.date);
            (due.is_none(), due)
        });
        open
    }

    /// Under which other labels, or with which other year of birth, there are records of this person: whoever reads may then see
    /// that two were put together.
    pub fn also_called(&self, language: Language) -> Vec<String> {
        let (label, born) = self.called();
        let mut others: Vec<String> = Vec::new();
        // What only came along was the name of whoever was one with this person then.
        let named = self.discussions().map(|(_, review)| review).filter(|review| !review.unsaid().label);
        for review in named.filter(|review| !review.label.trim().is_empty()) {
            let other = review.born.trim();
            let is_born_otherwise = !born.is_empty() && !other.is_empty() && born != other;
            let called = terms::patient(language, review);
            if (is_born_otherwise || !same_name(&review.label, label)) && !others.contains(&called) {
                others.push(called);
            }
        }
        others
    }

    /// Each entry with its discussion, the oldest first.
    pub fn discussions(&self) -> impl DoubleEndedIterator<Item = (&Meeting, &Review)> {
        self.entries.iter().filter_map(|entry| Some((entry, &**entry.reviews.first()?)))
    }
}

/// What a discussion says of how the person is called.
struct Told<'c> {
    is_said: bool,
    /// Its place in the course.
    at: usize,
    text: &'c str,
    of: PatientId,
}

/// What a meeting says of a person, under whichever of these identities: each discussion as a meeting of its own.
///
/// A session with a case is about nobody, and says nothing.
pub fn entries<'m>(meeting: &'m Meeting, identities: &'m [PatientId]) -> impl Iterator<Item = Meeting> + 'm {
    let is_session = meeting.details.kind == MeetingKind::Education;
    let reviews =
        meeting.reviews.iter().filter(move |review| !is_session && identities.contains(&review.patient));
    reviews.map(|review| Meeting {
        reviews: vec![review.clone()],
        amendments: amended(meeting, review.patient),
        ..meeting.without_discussions()
    })
}

/// What was corrected of the agreements of one patient, and nothing else of what was.
fn amended(meeting: &Meeting, patient: PatientId) -> Vec<Amendment> {
    let own = |amendment: &Amendment| {
        let of_it = |one: &&Amended| one.patient == Some(patient) && one.agreed.is_some();
        let changes: Vec<Amended> = amendment.changes.iter().filter(of_it).cloned().collect();
        (!changes.is_empty()).then(|| Amendment { reason: String::new(), changes, ..*amendment })
    };
    meeting.amendments.iter().filter_map(own).collect()
}

/// Where an entry stands in time; one meeting can hold two patients that turned out to be one.
fn order(entry: &Meeting) -> (When, Option<PatientId>) {
    (entry.when(), entry.reviews.first().map(|review| review.patient))
}
