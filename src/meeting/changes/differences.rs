//! What is different between two versions of one meeting, piece by piece, so that people can choose.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::place::{MeetingText, ReviewText, TextPlace};
use crate::checklist::Name;
use crate::meeting::record::agreement::Agreement;
use crate::meeting::record::answer::{Answer, QuestionKey};
use crate::meeting::record::id::{AgreementId, ParticipantId, PatientId};
use crate::meeting::record::meeting::{Meeting, MeetingDetails, Pinned};
use crate::meeting::record::participant::Participant;
use crate::meeting::record::review::{Judgement, Review, ReviewDetails};
use crate::text::TextEdit;

/// One piece that is different, with what stands there in the other version.
///
/// Each can be taken over by itself, in any order: it names what it is about, and finds the position in the record
/// when it is taken over.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// A text of the meeting or of a discussion.
    Text(TextPlace, String),
    /// An answer; `None` where the other version has none.
    Answer(PatientId, QuestionKey, Option<Box<Answer>>),
    /// The times of a repeating group.
    Repeats(PatientId, QuestionKey, Option<Vec<u32>>),
    /// A judgement.
    Judgement(PatientId, Name, Option<Box<Judgement>>),
    /// An agreement.
    Agreement(PatientId, AgreementId, Option<Box<Agreement>>),
    /// The small facts around a discussion.
    ReviewDetails(PatientId, Box<ReviewDetails>),
    /// A patient who is on the agenda of one version only.
    Review(PatientId, Option<Box<Review>>),
    /// The order of the agenda, as far as both versions have the patients.
    Agenda(Vec<PatientId>),
    /// A participant.
    Participant(ParticipantId, Option<Box<Participant>>),
    /// Kind, group and date of the meeting.
    MeetingDetails(Box<MeetingDetails>),
    /// The version of a checklist that is in use.
    Definition(Name, Option<Pinned>),
    /// The version of a route that is in use.
    Route(Name, Option<Pinned>),
}

/// What is different in `other`, in the order in which a person reads a meeting.
///
/// Seconds of discussion are measured, not recorded by anybody, and are not compared. Nor is whether the meeting is
/// closed: that is an act of its own, and could not be taken back.
pub fn differences(here: &Meeting, other: &Meeting) -> Vec<Difference> {
    let mut found = Vec::new();
    let details = MeetingDetails { closed: here.details.closed, ..other.details.clone() };
    if here.details != details {
        found.push(Difference::MeetingDetails(Box::new(details)));
    }
    for which in [MeetingText::Bottlenecks, MeetingText::LearningNeeds, MeetingText::OwnNotes] {
        text(here, other, TextPlace::Meeting(which), &mut found);
    }
    let people = |meeting: &Meeting| meeting.participants.iter().map(|one| (one.id, one.clone())).collect();
    entries(&people(here), &people(other), |id, one| {
        found.push(Difference::Participant(id, one.map(Box::new)));
    });
    entries(&by_name(&here.definitions), &by_name(&other.definitions), |id, one| {
        found.push(Difference::Definition(id, one));
    });
    entries(&by_name(&here.routes), &by_name(&other.routes), |id, one| {
        found.push(Difference::Route(id, one));
    });
    let order = common_order(here, other);
    if order != common_order(other, here) {
        found.push(Difference::Agenda(common_order(other, here)));
    }
    let both =
        here.reviews.iter().chain(other.reviews.iter().filter(|one| here.review(one.patient).is_none()));
    for patient in both.map(|review| review.patient) {
        match (here.review(patient), other.review(patient)) {
            (Some(_), Some(there)) => review(here, other, patient, there, &mut found),
            (_, there) => found.push(Difference::Review(patient, there.cloned().map(Box::new))),
        }
    }
    found
}

fn review(here: &Meeting, other: &Meeting, patient: PatientId, there: &Review, found: &mut Vec<Difference>) {
    use ReviewText as T;
    let Some(known) = here.review(patient) else { return };
    for which in [T::Label, T::Born, T::Question, T::OwnWords, T::Notes, T::NextReview] {
        text(here, other, TextPlace::Review(patient, which), found);
    }
    if known.details != there.details {
        found.push(Difference::ReviewDetails(patient, Box::new(there.details.clone())));
    }
    entries(&known.repeats, &there.repeats, |group, times| {
        found.push(Difference::Repeats(patient, group, times));
    });
    entries(&known.answers, &there.answers, |question, answer| {
        found.push(Difference::Answer(patient, question, answer.map(Box::new)));
    });
    entries(&known.judgements, &there.judgements, |checklist, judgement| {
        found.push(Difference::Judgement(patient, checklist, judgement.map(Box::new)));
    });
    let agreements = |review: &Review| review.agreements.iter().map(|one| (one.id, one.clone())).collect();
    entries(&agreements(known), &agreements(there), |id, agreement| {
        found.push(Difference::Agreement(patient, id, agreement.map(Box::new)));
    });
}

fn text(here: &Meeting, other: &Meeting, place: TextPlace, found: &mut Vec<Difference>) {
    if let (Some(known), Some(there)) = (place.text(here), place.text(other))
        && known != there
    {
        let there = there.to_owned();
        found.push(Difference::Text(place, there));
    }
}

/// Tells every key under which two maps hold different things, with what the second holds.
fn entries<K: Ord + Clone, V: Clone + PartialEq>(
    here: &BTreeMap<K, V>,
    there: &BTreeMap<K, V>,
    mut differs: impl FnMut(K, Option<V>),
) {
    let keys: BTreeSet<&K> = here.keys().chain(there.keys()).collect();
    for key in keys {
        if here.get(key) != there.get(key) {
            differs(key.clone(), there.get(key).cloned());
        }
    }
}

/// What is pinned, by its name.
fn by_name(pinned: &[Pinned]) -> BTreeMap<Name, Pinned> {
    pinned.iter().map(|one| (one.id.clone(), one.clone())).collect()
}

/// The patients of `meeting` that `other` has too, in their order.
fn common_order(meeting: &Meeting, other: &Meeting) -> Vec<PatientId> {
    let patients = meeting.reviews.iter().map(|review| review.patient);
    patients.filter(|patient| other.review(*patient).is_some()).collect()
}

impl Difference {
    /// The patient whom it is about, where it is about one.
    pub fn patient(&self) -> Option<PatientId> {
        match self {
            Self::Text(place, _) => place.patient(),
            Self::Answer(patient, ..)
            | Self::Repeats(patient, ..)
            | Self::Judgement(patient, ..)
            | Self::Agreement(patient, ..)
            | Self::ReviewDetails(patient, _)
            | Self::Review(patient, _) => Some(*patient),
            Self::Agenda(_)
            | Self::Participant(..)
            | Self::MeetingDetails(_)
            | Self::Definition(..)
            | Self::Route(..) => None,
        }
    }

    /// Whether taking it over takes something away that only this version has: who or what, be it an answer or a text, or by which
    /// definition it was recorded.
    pub fn takes_away(&self) -> bool {
        match self {
            Self::Review(_, there) => there.is_none(),
            Self::Participant(_, there) => there.is_none(),
            Self::Agreement(_, _, there) => there.is_none(),
            Self::Answer(_, _, there) => there.is_none(),
            Self::Judgement(_, _, there) => there.is_none(),
            Self::Repeats(_, _, there) => there.is_none(),
            Self::Definition(_, there) | Self::Route(_, there) => there.is_none(),
            Self::Text(_, there) => there.trim().is_empty(),
            Self::ReviewDetails(..) | Self::Agenda(_) | Self::MeetingDetails(_) => false,
        }
    }

    /// The changes that bring this piece of the other version into `meeting`; none where it is there already, or where
    /// what it belongs to is gone.
    pub fn changes(&self, meeting: &Meeting) -> Vec<Change> {
        self.find_changes(meeting).unwrap_or_default().into_iter().filter(|one| !one.is_nothing()).collect()
    }

    fn find_changes(&self, meeting: &Meeting) -> Option<Vec<Change>> {
        let one = match self.clone() {
            Self::Text(place, inserted) => {
                let removed = place.text(meeting)?.to_owned();
                let edit = TextEdit { at: 0, removed, inserted };
                Change::Text { place, edit, before: None, after: None }
            }
            Self::Answer(patient, question, after) => {
                let before = meeting.review(patient)?.answers.get(&question).cloned().map(Box::new);
                Change::Answer { patient, question, before, after }
            }
            Self::Repeats(patient, group, after) => {
                let before = meeting.review(patient)?.repeats.get(&group).cloned();
                Change::Repeats { patient, group, before, after }
            }
            Self::Judgement(patient, checklist, after) => {
                let before = meeting.review(patient)?.judgements.get(&checklist).cloned().map(Box::new);
                Change::Judgement { patient, checklist, before, after }
            }
            Self::Agreement(patient, id, after) => {
                let (at, before) = slot(&meeting.review(patient)?.agreements, |one| one.id == id);
                Change::Agreement { patient, at, before, after }
            }
            Self::ReviewDetails(patient, after) => {
                let before = Box::new(meeting.review(patient)?.details.clone());
                Change::ReviewDetails { patient, before, after }
            }
            Self::Review(patient, after) => {
                let at = meeting.reviews.iter().position(|one| one.patient == patient);
                let before =
                    at.and_then(|at| meeting.reviews.get(at)).map(|one| Box::new(Review::clone(one)));
                let at = at.unwrap_or(meeting.reviews.len());
                Change::Review { at, before, after }
            }
            Self::Participant(id, after) => {
                let (at, before) = slot(&meeting.participants, |one| one.id == id);
                Change::Participant { at, before, after }
            }
            Self::Definition(id, after) => {
                let (at, before) = slot(&meeting.definitions, |one| one.id == id);
                Change::Definition { at, before: before.map(|one| *one), after }
            }
            Self::Route(id, after) => {
                let (at, before) = slot(&meeting.routes, |one| one.id == id);
                Change::Route { at, before: before.map(|one| *one), after }
            }
            Self::MeetingDetails(mut after) => {
                after.closed = meeting.details.closed;
                Change::MeetingDetails { before: Box::new(meeting.details.clone()), after }
            }
            Self::Agenda(order) => return Some(moves(meeting, &order)),
        };
        Some(vec![one])
    }
}

/// Where something stands in a list, and what stands there; behind the last where it is not there.
fn slot<T: Clone>(list: &[T], is_it: impl Fn(&T) -> bool) -> (usize, Option<Box<T>>) {
    match list.iter().position(is_it) {
        Some(at) => (at, list.get(at).cloned().map(Box::new)),
        None => (list.len(), None),
    }
}

/// The moves that bring the patients of `order` into that order; others keep their positions among them.
fn moves(meeting: &Meeting, order: &[PatientId]) -> Vec<Change> {
    let mut now: Vec<PatientId> = meeting.reviews.iter().map(|review| review.patient).collect();
    let wanted: Vec<PatientId> = order.iter().copied().filter(|patient| now.contains(patient)).collect();
    let places: Vec<usize> =
        now.iter().enumerate().filter(|(_, patient)| wanted.contains(patient)).map(|(at, _)| at).collect();
    let mut changes = Vec::new();
    for (to, patient) in places.into_iter().zip(wanted) {
        let Some(from) = now.iter().position(|one| *one == patient) else { continue };
        if from != to {
            let moved = now.remove(from);
            now.insert(to, moved);
            changes.push(Change::ReviewMoved { from, to });
        }
    }
    changes
}
