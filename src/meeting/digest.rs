//! What looking back needs of a meeting: a small part of the record, so that the register is made without reading all records.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::{Given, QuestionKey};
use super::id::{AgreementId, MeetingId, PatientId};
use super::open_agreement::OpenAgreement;
use super::participant::Participant;
use super::record::{Meeting, MeetingKind};
use super::review::{Judgement, Review};
use super::typed;
use crate::checklist::{Looks, Name};

/// The question of the brief discussion by which a patient gets a colour.
const COLOUR: (&str, &str) = ("kort", "kleur");

/// What looking back needs of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingDigest {
    /// Identity.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// The kind of meeting.
    pub kind: MeetingKind,
    /// The name of the group.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
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

/// What looking back needs of one discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewDigest {
    /// Identity of the patient.
    pub patient: PatientId,
    /// The label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Year of birth as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub born: String,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub own_words: String,
    /// The patient has died.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub deceased: bool,
    /// Put off to a later meeting.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub postponed: bool,
    /// The team spoke of the patient: who was only put on the agenda, or put off, was not discussed.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub discussed: bool,
    /// What was judged, by checklist; `None` for a withdrawal.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub judged: BTreeMap<Name, Option<Name>>,
    /// The colour, as the option of the brief discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Name>,
    /// The day on which the patient was to be discussed again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<NaiveDate>,
    /// Agreements; `None` for one that ended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<(AgreementId, Option<OpenAgreement>)>,
}

impl MeetingDigest {
    /// The digest of a record.
    pub fn of(meeting: &Meeting) -> Self {
        let details = &meeting.details;
        Self {
            id: meeting.id,
            date: details.date,
            kind: details.kind,
            group: details.group.trim().to_owned(),
            planned: details.planned.clone(),
            participants: meeting.participants.clone(),
            reviews: meeting.reviews.iter().map(|review| ReviewDigest::of(meeting, review)).collect(),
        }
    }
}

impl ReviewDigest {
    fn of(meeting: &Meeting, review: &Review) -> Self {
        let judged = review.judgements.iter().filter_map(|(checklist, judgement)| match judgement {
            Judgement { withdrawn: Some(_), .. } => Some((checklist.clone(), None)),
            Judgement { choice: Some(choice), .. } => Some((checklist.clone(), Some(choice.clone()))),
            _ => None,
        });
        let colour = QuestionKey::new(&COLOUR.0.into(), &COLOUR.1.into());
        let colour = match review.answers.get(&colour).and_then(|answer| answer.given.as_ref()) {
            Some(Given::Choice(code)) => Some(code.clone()),
            _ => None,
        };
        let open =
            |one: &super::agreement::Agreement| one.ended.is_none().then(|| OpenAgreement::of(meeting, one));
        Self {
            patient: review.patient,
            label: review.label.clone(),
            born: review.born.clone(),
            own_words: review.own_words.clone(),
            deceased: review.details.deceased,
            postponed: review.details.postponed,
            discussed: was_discussed(review),
            judged: judged.collect(),
            colour,
            next_review: typed::date(&review.next_review, meeting.details.date, Looks::Forward),
            agreements: review.agreements.iter().map(|one| (one.id, open(one))).collect(),
        }
    }
}

/// Whether the team spoke of the patient: who was only put on the agenda, or put off, was not discussed.
fn was_discussed(review: &Review) -> bool {
    let details = &review.details;
    let recorded = !review.notes.trim().is_empty()
        || !review.answers.is_empty()
        || !review.judgements.is_empty()
        || review.agreements.iter().any(|agreement| agreement.from.is_none());
    !details.postponed && (details.finished.is_some() || recorded)
}
