//! What looking back needs of a meeting: a small part of the record, so that the register is made without reading all records.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::open_agreement::Agreed;
use crate::checklist::{Looks, Name};
use crate::meeting::reading::death::{died_on, speaks_of_living};
use crate::meeting::record::answer::{Answer, Given, NonAnswer, Person, QuestionKey};
use crate::meeting::record::came_along::Unsaid;
use crate::meeting::record::id::{AgreementId, MeetingId, ParticipantId, PatientId};
use crate::meeting::record::identity::Identity;
use crate::meeting::record::latest::When;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::participant::Participant;
use crate::meeting::record::review::{Judgement, LOOKING_BACK, Review};
use crate::meeting::record::untouched::Voice;
use crate::meeting::typed;

/// The question of the brief discussion by which a patient gets a colour.
const COLOUR: (&str, &str) = ("kort", "kleur");

/// The question by which a patient gets a colour.
pub fn colour_question() -> QuestionKey {
    QuestionKey::new(&COLOUR.0.into(), &COLOUR.1.into())
}

/// The question of the state of the plan for the central care provider.
const CENTRAL_CARER: (&str, &str) = ("pzp-stand", "centrale-zorgverlener");

/// Whether a conversation about the plan was held.
const CONVERSATION: (&str, &str) = ("pzp-stand", "gesprek");

/// The question for the place of a death.
pub const PLACE_OF_DEATH: (&str, &str) = (LOOKING_BACK, "plaats-van-overlijden");

/// The questions for the day of that conversation: of the state of the plan, and of the whole form.
const CONVERSATION_ON: [(&str, &str); 2] = [("pzp-stand", "gesprek-op"), ("pzp", "gesprek-op")];

/// What looking back needs of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingDigest {
    /// Identity.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// What was typed for the day, where that is still a question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date_typed: String,
    /// The kind of meeting.
    pub kind: MeetingKind,
    /// The latest moment at which something was recorded in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touched: Option<NaiveDateTime>,
    /// All its patients are invented.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub fictional: bool,
    /// The name of the group.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// What the group was called before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// Planned length, as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub planned: String,
    /// Who belonged to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// Everybody on the agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<ReviewDigest>,
}

/// Whether a conversation about the plan (PZP) was held, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// It was held.
    pub held: bool,
    /// On this day, where that was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}

/// What looking back needs of one discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewDigest {
    /// Identity of the patient.
    pub patient: PatientId,
    /// The latest moment at which something was recorded of the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touched: Option<NaiveDateTime>,
    /// What of it only came along from earlier meetings.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub unsaid: Unsaid,
    /// The label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Year of birth as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub born: String,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub own_words: String,
    /// The day on which they were written, where that was in an earlier meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_words_on: Option<NaiveDate>,
    /// The question of who brings the case, where nobody has discussed it yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The patient has died, or (false) has not died after all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deceased: Option<bool>,
    /// The day of the death, as it was noted here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died_on: Option<NaiveDate>,
    /// The place of the death, as the option of the questions for looking back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died_at: Option<Name>,
    /// Something was judged or answered that nobody asks of who died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub of_living: bool,
    /// The team looked back on a patient who died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub looked_back: bool,
    /// Put off to a later meeting.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub postponed: bool,
    /// Not on the agenda: only an agreement of an earlier meeting was dealt with.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub aside: bool,
    /// The team spoke of the patient: who was only put on the agenda, or put off, was not discussed.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub discussed: bool,
    /// The discussion is under way: it is not finished, and neither is the meeting closed.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub under_way: bool,
    /// What was judged, by checklist; `None` for a withdrawal.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub judged: BTreeMap<Name, Option<Name>>,
    /// The checklists of which the judgement was only put off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put_off: Vec<Name>,
    /// The colour, as the option of the brief discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Name>,
    /// Of colour and central care provider, whether the last word is that there is none any more.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub no_longer: NoLonger,
    /// The times of repeating groups.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub repeats: BTreeMap<QuestionKey, Vec<u32>>,
    /// Whether this is the same person as another patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<Identity>,
    /// Other patients that turn out not to be this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart_from: Vec<PatientId>,
    /// The central care provider by name; empty where none was named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub central_carer: String,
    /// The name of who brought the patient in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub brought_by: String,
    /// Whether there is a plan (PZP), where that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// The day on which the patient was to be discussed again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<NaiveDate>,
    /// What was typed for that day, where it says more than the day.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next_review_text: String,
    /// Agreements, open and ended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<(AgreementId, Agreed)>,
    /// Those of them that were made here: the others came along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made: Vec<AgreementId>,
    /// Those that only came along, untouched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copied: Vec<AgreementId>,
}

/// What of a patient no longer holds, of what the register tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoLonger {
    /// The colour.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub colour: bool,
    /// The central care provider.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub central_carer: bool,
}

impl MeetingDigest {
    /// Whether a patient was discussed in it, or something judged or found of one: more than a meeting made ahead says.
    pub fn says_something(&self) -> bool {
        self.reviews.iter().any(|review| {
            let changed =
                review.says_deceased().is_some() || review.colour.is_some() || review.same_as.is_some();
            review.discussed || changed || !review.judged.is_empty()
        })
    }

    /// Where the meeting stands in time.
    pub fn when(&self) -> When {
        When { day: self.date, touched: self.touched, meeting: self.id }
    }

    /// Where what it says of one patient stands in time.
    pub fn when_of(&self, review: &ReviewDigest) -> When {
        When { touched: review.touched, ..self.when() }
    }

    /// The patients of whom something was recorded; on an agenda that is made ahead they only stand.
    pub fn recorded(&self) -> Vec<PatientId> {
        let (is_session, is_between) =
            (self.kind == MeetingKind::Education, self.kind == MeetingKind::Between);
        let of = |review: &&ReviewDigest| {
            review.discussed || !review.judged.is_empty() || (is_between && review.says_deceased().is_some())
        };
        let reviews = self.reviews.iter().filter(|_| !is_session).filter(of);
        reviews.map(|review| review.patient).collect()
    }

    /// The digest of a record.
    pub fn of(meeting: &Meeting) -> Self {
        let details = &meeting.details;
        Self {
            id: meeting.id,
            date: details.date,
            date_typed: details.date_typed.trim().to_owned(),
            kind: details.kind,
            touched: meeting.when().touched,
            fictional: details.fictional,
            // A session is named after its case, and belongs to no group.
            group: if meeting.session.is_some() { String::new() } else { details.group.trim().to_owned() },
            formerly: details.formerly.clone(),
            planned: details.planned.clone(),
            participants: meeting.participants.clone(),
            reviews: meeting.reviews.iter().map(|review| ReviewDigest::of(meeting, review)).collect(),
        }
    }
}

impl ReviewDigest {
    /// Whether the patient is said to have died, or (false) not to have died after all; nothing where that only came along.
    pub fn says_deceased(&self) -> Option<bool> {
        self.deceased.filter(|_| !self.unsaid.deceased)
    }

    /// How it comes to say something of an agreement.
    pub fn voice(&self, id: AgreementId) -> Voice {
        match (self.made.contains(&id), self.copied.contains(&id)) {
            (true, _) => Voice::Made,
            (_, true) => Voice::Copied,
            _ => Voice::Said,
        }
    }

    /// The digest of one discussion.
    pub(in crate::meeting) fn of(meeting: &Meeting, review: &Review) -> Self {
        let judged = review.judgements.iter().filter_map(|(checklist, judgement)| match judgement {
            Judgement { withdrawn: Some(_), .. } => Some((checklist.clone(), None)),
            Judgement { choice: Some(choice), .. } => Some((checklist.clone(), Some(choice.clone()))),
            _ => None,
        });
        let put_off = review.judgements.iter().filter(|(checklist, known)| known.is_put_off(checklist));
        let chosen = |question| match given(review, &question) {
            Some(Given::Choice(code)) => Some(code.clone()),
            _ => None,
        };
        Self {
            patient: review.patient,
            touched: meeting.touched(review),
            unsaid: review.unsaid(),
            label: review.label.clone(),
            born: review.born.clone(),
            own_words: review.own_words.clone(),
            own_words_on: review.details.own_words_on,
            question: if waits(meeting, review) { review.question.trim().to_owned() } else { String::new() },
            deceased: review.says_deceased().or(review.details.deceased.then_some(true)),
            died_on: died_on(meeting, review),
            died_at: chosen(PLACE_OF_DEATH),
            of_living: speaks_of_living(review),
            looked_back: looked_back(review),
            postponed: review.details.postponed,
            aside: review.is_aside(),
            discussed: review.was_discussed(),
            under_way: meeting.details.closed.is_none() && review.details.finished.is_none(),
            judged: judged.collect(),
            put_off: put_off.map(|(checklist, _)| checklist.clone()).collect(),
            colour: chosen(COLOUR),
            no_longer: NoLonger {
                colour: is_taken_back(review, &COLOUR),
                central_carer: is_taken_back(review, &CENTRAL_CARER),
            },
            repeats: review.repeats.clone(),
            same_as: review.details.same_as,
            apart_from: review.details.apart_from.clone(),
            central_carer: named(meeting, review, &CENTRAL_CARER),
            brought_by: name_of(meeting, review.details.brought_by),
            plan: Plan::of(meeting, review),
            next_review: typed::date(&review.next_review, meeting.details.date, Looks::Forward),
            next_review_text: beside_the_day(meeting, &review.next_review),
            agreements: review.agreements.iter().map(|one| (one.id, Agreed::of(meeting, one))).collect(),
            made: review.made().collect(),
            copied: review
                .agreements
                .iter()
                .filter(|one| review.voice(one) == Voice::Copied)
                .map(|one| one.id)
                .collect(),
        }
    }
}

/// What was typed for the day of the next discussion, where that says more than the day.
fn beside_the_day(meeting: &Meeting, typed: &str) -> String {
    let reading = typed::clear(typed::read(typed, meeting.details.date, Looks::Forward));
    match reading {
        Some(reading) if !reading.is_whole => typed.trim().to_owned(),
        _ => String::new(),
    }
}

/// Whether the question of who brings the case waits for a discussion.
fn waits(meeting: &Meeting, review: &Review) -> bool {
    meeting.details.kind == MeetingKind::Between || !review.was_discussed()
}

/// Whether a discussion looked back: on who was known to have died, or with the questions for that.
fn looked_back(review: &Review) -> bool {
    let asked = || review.answers.keys().any(|key| key.checklist.as_str() == LOOKING_BACK);
    review.was_discussed() && !review.details.alive && (review.details.deceased || asked())
}

fn answer<'r>(review: &'r Review, (checklist, item): &(&str, &str)) -> Option<&'r Answer> {
    review.answers.get(&QuestionKey::new(&(*checklist).into(), &(*item).into()))
}

fn given<'r>(review: &'r Review, question: &(&str, &str)) -> Option<&'r Given> {
    answer(review, question)?.given.as_ref()
}

/// Whether it was said that what was answered no longer holds.
fn is_taken_back(review: &Review, question: &(&str, &str)) -> bool {
    given(review, question) == Some(&Given::Not(NonAnswer::NoLonger))
}

/// The name of the person that a question asks for.
fn named(meeting: &Meeting, review: &Review, question: &(&str, &str)) -> String {
    match given(review, question) {
        Some(Given::Person(Person::Outside(name))) => name.trim().to_owned(),
        Some(Given::Person(Person::Participant(id))) => name_of(meeting, Some(*id)),
        _ => String::new(),
    }
}

fn name_of(meeting: &Meeting, id: Option<ParticipantId>) -> String {
    let known = id.and_then(|id| meeting.participant(id));
    known.map(|known| known.name.trim().to_owned()).unwrap_or_default()
}

impl Plan {
    pub(in crate::meeting) fn of(meeting: &Meeting, review: &Review) -> Option<Self> {
        let on = CONVERSATION_ON.iter().find_map(|question| {
            let answer = answer(review, question)?;
            let Some(Given::Date(text)) = &answer.given else { return None };
            let on = typed::date(text, answer.counted_from(meeting.details.date), Looks::Back)?;
            // A conversation that is to come was not held.
            let known = meeting.details.date.max(answer.recorded.at.date());
            (on <= known).then_some(on)
        });
        match given(review, &CONVERSATION) {
            Some(Given::YesNo(held)) => Some(Self { held: *held, on: on.filter(|_| *held) }),
            Some(Given::Not(NonAnswer::NoLonger)) => Some(Self { held: false, on: None }),
            _ => on.map(|on| Self { held: true, on: Some(on) }),
        }
    }
}
