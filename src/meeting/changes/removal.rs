//! Taking something out of a meeting: what that is, and what goes with it.

use serde::{Deserialize, Serialize};

use crate::meeting::record::agreement::{Agreement, Owner};
use crate::meeting::record::answer::{Given, Person, QuestionKey};
use crate::meeting::record::id::{AgreementId, ParticipantId, PatientId};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::Review;

/// Something that can be taken out of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Removal {
    /// A patient, from the agenda.
    Patient(PatientId),
    /// A participant.
    Participant(ParticipantId),
    /// One of the times of a repeating group.
    Time(PatientId, QuestionKey, u32),
    /// An agreement.
    Agreement(PatientId, AgreementId),
    /// That a patient died.
    Death(PatientId),
}

/// What would be gone from the meeting with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Losses<'m> {
    /// How many answers and explanations.
    pub answers: usize,
    /// How many judgements.
    pub judgements: usize,
    /// Whether there are running notes.
    pub notes: bool,
    /// The agreements that are still open.
    pub agreements: Vec<&'m Agreement>,
    /// In how many places somebody is named as the one who brings the case, answers, judges or does what was agreed.
    pub named: usize,
}

impl Losses<'_> {
    /// Whether so much would go that one asks first; undo brings all of it back in any case.
    pub fn are_heavy(&self) -> bool {
        *self != Self::default()
    }
}

impl Removal {
    /// The patient from whose discussion something goes.
    pub fn patient(&self) -> Option<PatientId> {
        match self {
            Self::Patient(patient)
            | Self::Time(patient, ..)
            | Self::Agreement(patient, _)
            | Self::Death(patient) => Some(*patient),
            Self::Participant(_) => None,
        }
    }

    /// Whether there still is something to take away.
    pub fn is_there(&self, meeting: &Meeting) -> bool {
        match self {
            Self::Patient(patient) | Self::Death(patient) => meeting.review(*patient).is_some(),
            Self::Participant(id) => meeting.participant(*id).is_some(),
            Self::Time(patient, group, number) => {
                meeting.review(*patient).is_some_and(|review| review.times(group).contains(number))
            }
            Self::Agreement(patient, id) => meeting
                .review(*patient)
                .is_some_and(|review| review.agreements.iter().any(|agreement| agreement.id == *id)),
        }
    }

    /// What goes with it. A time of a group and an agreement of this meeting go alone: they were typed here, in sight,
    /// and undo is at hand.
    pub fn losses<'m>(&self, meeting: &'m Meeting) -> Losses<'m> {
        let review = self.patient().and_then(|patient| meeting.review(patient));
        match (self, review) {
            (Self::Patient(_), Some(review)) => Losses {
                answers: review.answers.len(),
                judgements: review.judgements.len(),
                notes: !review.notes.trim().is_empty(),
                agreements: review.agreements.iter().filter(|agreement| agreement.is_open()).collect(),
                named: 0,
            },
            (Self::Agreement(_, id), Some(review)) => Losses {
                agreements: review
                    .agreements
                    .iter()
                    .filter(|agreement| agreement.id == *id && agreement.from.is_some())
                    .collect(),
                ..Losses::default()
            },
            (Self::Participant(id), _) => Losses {
                named: meeting.reviews.iter().map(|review| named(review, *id)).sum(),
                ..Losses::default()
            },
            (Self::Time(..) | Self::Death(_), _) | (_, None) => Losses::default(),
        }
    }
}

/// In how many places of a discussion somebody is named.
fn named(review: &Review, id: ParticipantId) -> usize {
    let brings = usize::from(review.details.brought_by == Some(id));
    let answers = review.answers.iter().filter(|(key, answer)| {
        key.by == Some(id)
            || answer.answered_by == Some(id)
            || answer.given == Some(Given::Person(Person::Participant(id)))
    });
    let judges = review.judgements.values().filter(|judgement| judgement.involved.contains(&id));
    let agreed = review
        .agreements
        .iter()
        .filter(|agreement| agreement.owner == Some(Owner::Participant(id)) || agreement.told_by == Some(id));
    brings + answers.count() + judges.count() + agreed.count()
}

#[cfg(test)]
#[path = "../tests/removal.rs"]
mod tests;
