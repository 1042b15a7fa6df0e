//! What happened in each meeting of a course: what was judged, what changed from what to what, what was agreed and done.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::entries::Course;
use super::standing::{Fold, Standing, is_taken_back, is_value};
use crate::checklist::Name;
use crate::meeting::index::open_agreement::{OpenAgreement, Says};
use crate::meeting::record::agreement::Agreement;
use crate::meeting::record::amendment::AgreedThen;
use crate::meeting::record::answer::{Answer, QuestionKey};
use crate::meeting::record::id::{AgreementId, PatientId};
use crate::meeting::record::identity::Identity;
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::{Judgement, Review};
use crate::meeting::record::untouched::Voice;
use crate::text::same::same_name;

/// What one meeting changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened<'c> {
    /// The meeting, with only the discussion of this patient.
    pub meeting: &'c Meeting,
    /// The discussion.
    pub review: &'c Review,
    /// What is new since the meetings before it.
    pub facts: Vec<Fact<'c>>,
}

/// One thing that a meeting changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact<'c> {
    /// The patient was said to have died, or not to have died after all.
    Deceased(bool),
    /// Who the patient is was said.
    Identity(Identity),
    /// Another patient was said to be a person of its own after all.
    Apart(PatientId),
    /// The label was corrected: from what, to what.
    Label(String, &'c str),
    /// The person's own words are others than before.
    OwnWords(&'c str),
    /// A judgement was given, or withdrawn; what stood before it.
    Judged(&'c Name, Option<Judgement>, &'c Judgement),
    /// A question has another value; the one that stood before, where there was one.
    Answered(&'c QuestionKey, Option<Answer>, &'c Answer),
    /// A value that stood was confirmed.
    Confirmed(&'c QuestionKey, &'c Answer),
    /// Something was agreed.
    Agreed(&'c Agreement),
    /// An open agreement is told in other words; what it was called.
    NewWords(&'c Agreement, String),
    /// An open agreement got another day; the day that it had.
    NewDay(&'c Agreement, String),
    /// An open agreement is for somebody else; who was to do it before, empty where that was nobody.
    NewOwner(&'c Agreement, String),
    /// An agreement that was corrected where it was made since was confirmed as it had been: so it stands.
    StillAgreed(&'c Agreement),
    /// An agreement was done or dropped.
    Ended(&'c Agreement),
}

impl Course {
    /// What each meeting changed, the oldest first.
    pub fn happened(&self) -> Vec<Happened<'_>> {
        let mut fold = Fold::default();
        let mut before = Before::default();
        let happened = self.discussions().map(|(meeting, review)| {
            let mut facts = before.facts(review);
            facts.extend(judged(&fold.standing, review));
            facts.extend(answered(&fold, review));
            facts.extend(before.agreements(meeting, review));
            fold.add(meeting);
            Happened { meeting, review, facts }
        });
        happened.collect()
    }
}

/// What the meetings before one said of the patient beside questions.
#[derive(Default)]
struct Before<'c> {
    deceased: bool,
    labels: BTreeMap<PatientId, &'c str>,
    own_words: &'c str,
    agreements: BTreeMap<AgreementId, Agreed>,
    said: BTreeSet<(AgreementId, Says)>,
}

impl<'c> Before<'c> {
    fn facts(&mut self, review: &'c Review) -> Vec<Fact<'c>> {
        let mut facts = Vec::new();
        if let Some(deceased) = review.says_deceased().filter(|deceased| *deceased != self.deceased) {
            self.deceased = deceased;
            facts.push(Fact::Deceased(deceased));
        }
        facts.extend(review.details.same_as.map(Fact::Identity));
        facts.extend(review.details.apart_from.iter().copied().map(Fact::Apart));
        let label = review.label.trim();
        // What only came along was said by nobody.
        let came_along = review.unsaid().label && self.labels.contains_key(&review.patient);
        if !label.is_empty() && !came_along {
            // Two patients that are one were each called something, and nobody renamed anybody.
            let known = self.labels.insert(review.patient, label).filter(|known| *known != label);
            facts.extend(known.map(|known| Fact::Label(known.to_owned(), label)));
        }
        let words = review.own_words.trim();
        if !words.is_empty() && words != self.own_words && review.details.own_words_on.is_none() {
            self.own_words = words;
            facts.push(Fact::OwnWords(words));
        }
        facts
    }

    fn agreements(&mut self, meeting: &Meeting, review: &'c Review) -> Vec<Fact<'c>> {
        let mut facts = Vec::new();
        for agreement in &review.agreements {
            let seen = OpenAgreement::of(meeting, agreement);
            // What only came along says nothing anew, also where it is of before what was said since, or was corrected there since.
            // Nor does it take the word of who said it: of two meetings on one day the second may come first.
            let is_copy = review.voice(agreement) == Voice::Copied;
            if is_copy && self.agreements.contains_key(&agreement.id) {
                continue;
            }
            if !self.said.insert((agreement.id, seen.says())) {
                continue;
            }
            let mut now = Agreed::of(meeting, &seen);
            let known = self.agreements.remove(&agreement.id);
            now.came_from(known.as_ref());
            self.agreements.insert(agreement.id, now.clone());
            if known.is_none() && agreement.from.is_none() {
                facts.push(Fact::Agreed(agreement));
            }
            let Some(was) = known else {
                facts.extend(now.ended.then_some(Fact::Ended(agreement)));
                continue;
            };
            if now.ended {
                facts.extend((!was.ended).then_some(Fact::Ended(agreement)));
                continue;
            }
            let told = facts.len();
            let was_so = |is: &dyn Fn(&Corrected) -> bool| was.corrected_since(meeting).any(is);
            let is_reworded = was.what != now.what;
            if is_reworded && !was_so(&|then| then.words.starts_with(&now.what)) {
                facts.push(Fact::NewWords(agreement, was.what.clone()));
            }
            let is_moved = was.due != now.due;
            if is_moved && !was_so(&|then| then.then.due == now.due) {
                facts.push(Fact::NewDay(agreement, was.due.clone()));
            }
            let is_owned = |name: &str| same_name(name, &now.owner);
            let is_handed_over = !is_owned(&was.owner);
            if is_handed_over && !was_so(&|then| is_owned(&then.then.owner)) {
                facts.push(Fact::NewOwner(agreement, was.owner.clone()));
            }
            if (is_reworded || is_moved || is_handed_over) && facts.len() == told {
                facts.push(Fact::StillAgreed(agreement));
            }
        }
        facts
    }
}

/// What an agreement was in the last meeting that spoke of it.
#[derive(Clone)]
struct Agreed {
    ended: bool,
    what: String,
    /// As later meetings see it.
    due: String,
    /// By name, for participants have their identity within a meeting.
    owner: String,
    /// How it stood there before that was corrected: so it came along to meetings that were held before it was.
    corrected: Vec<Corrected>,
}

/// How an agreement stood before it was corrected.
#[derive(Clone)]
struct Corrected {
    /// The day on which that was.
    on: NaiveDate,
    then: AgreedThen,
    /// All of it in words, which begin with what was to be done.
    words: String,
}

impl Agreed {
    fn of(meeting: &Meeting, seen: &OpenAgreement) -> Self {
        let AgreedThen { id, due, owner } = seen.then();
        let corrected = meeting.amendments.iter().flat_map(|amendment| {
            amendment.changes.iter().filter_map(move |changed| {
                let then = changed.agreed.as_deref().filter(|then| then.id == id)?.clone();
                Some(Corrected { on: amendment.reopened.at.date(), then, words: changed.before.clone() })
            })
        });
        let what = seen.agreement.what.trim().to_owned();
        let corrected = corrected.collect();
        Self { ended: seen.agreement.ended.is_some(), what, due, owner, corrected }
    }

    /// Takes over how it stood in the meeting before it was corrected there, where it only came along from there until it was corrected
    /// here too: a meeting after both may hold it as it was at first.
    fn came_from(&mut self, before: Option<&Self>) {
        let Some(before) = before else { return };
        let is_same =
            |then: &AgreedThen, due: &str, owner: &str| then.due == due && same_name(&then.owner, owner);
        let came_along = self.corrected.first().is_some_and(|Corrected { then, .. }| {
            is_same(then, &before.due, &before.owner)
                || before.corrected.iter().any(|was| is_same(then, &was.then.due, &was.then.owner))
        });
        if came_along {
            self.corrected.extend(before.corrected.iter().cloned());
        }
    }

    /// The corrections that were made when a meeting had been held: to a later one it came along as it was by then.
    fn corrected_since(&self, meeting: &Meeting) -> impl Iterator<Item = &Corrected> {
        self.corrected.iter().filter(|corrected| corrected.on >= meeting.details.date)
    }
}

fn judged<'c>(standing: &Standing, review: &'c Review) -> Vec<Fact<'c>> {
    let judgements = review.judgements.iter().filter(|(_, judgement)| judgement.says());
    let facts = judgements.map(|(name, judgement)| {
        let before = standing.judgement(name).map(|stood| stood.value.clone());
        Fact::Judged(name, before, judgement)
    });
    facts.collect()
}

fn answered<'c>(fold: &Fold, review: &'c Review) -> Vec<Fact<'c>> {
    let mut facts = Vec::new();
    let said =
        review.answers.iter().filter(|(key, answer)| is_value(answer) && !review.takes_back(&key.checklist));
    for (key, answer) in said {
        let before = fold.answer(key).map(|stood| &stood.value);
        let is_same = before.is_some_and(|before| before.given == answer.given && before.note == answer.note);
        if is_same {
            facts.push(Fact::Confirmed(key, answer));
        } else if before.is_some() || !is_taken_back(answer) {
            facts.push(Fact::Answered(key, before.cloned(), answer));
        }
    }
    facts
}
