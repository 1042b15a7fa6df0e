//! What is taken over from a table, as a record between meetings.

use chrono::NaiveDateTime;

use super::plain::Said;
use super::proposal::Proposal;
use crate::checklist::{Checklist, ItemKind, Name};
use crate::meeting::{
    Answer, Given, Id, Meeting, MeetingId, MeetingKind, PatientId, Person, QuestionKey, Review, Stamp,
    colour_question,
};
use crate::words::Language;

/// With what a proposal is taken over.
pub struct Taking<'a> {
    /// The identity of the record.
    pub id: MeetingId,
    /// The moment.
    pub now: NaiveDateTime,
    /// The language of the notes.
    pub language: Language,
    /// The name of the file.
    pub file: &'a str,
}

/// The record of everything that a proposal would change, and the checklists that it uses; `draw` gives the identity of
/// each new patient.
pub fn record(
    proposal: &Proposal,
    taking: &Taking<'_>,
    draw: &mut dyn FnMut() -> Id,
) -> (Meeting, Vec<Name>) {
    let mut meeting = Meeting::new(taking.id, MeetingKind::Between, taking.now.date());
    if let Some(line) = proposal.lines.first() {
        meeting.details.group = line.said.group.clone();
    }
    let stamp = Stamp { by: None, at: taking.now };
    let mut used: Vec<Name> = Vec::new();
    for line in &proposal.lines {
        let patient = line.said.patient.unwrap_or_else(|| PatientId(draw()));
        let mut review = review(patient, &line.said, stamp);
        review.notes = taking.language.register_origin(taking.file, &line.place);
        for key in review.answers.keys() {
            if !used.contains(&key.checklist) {
                used.push(key.checklist.clone());
            }
        }
        meeting.reviews.push(review.into());
    }
    (meeting, used)
}

fn review(patient: PatientId, said: &Said, stamp: Stamp) -> Review {
    let mut review = Review::new(patient);
    review.label.clone_from(&said.label);
    review.born = said.born.clone().unwrap_or_default();
    review.details.deceased = said.deceased;
    review.next_review = said.next_review.map(|day| day.to_string()).unwrap_or_default();
    let mut put = |key: QuestionKey, given: Given| {
        review.answers.insert(key, Answer::given(given, stamp));
    };
    let of_plan = |item: &str| QuestionKey::new(&Name::new("pzp-stand"), &Name::new(item));
    if let Some(colour) = &said.colour {
        put(colour_question(), Given::Choice(colour.clone()));
    }
    if let Some(name) = &said.central_carer {
        put(of_plan("centrale-zorgverlener"), Given::Person(Person::Outside(name.clone())));
    }
    if let Some((held, on)) = said.plan {
        put(of_plan("gesprek"), Given::YesNo(held));
        if let Some(on) = on {
            put(of_plan("gesprek-op"), Given::Date(on.to_string()));
        }
    }
    review
}

/// Whether a checklist asks everything that a record answers of it, in the same form: a group may have its own.
pub fn asks(checklist: &Checklist, meeting: &Meeting) -> bool {
    let answers = meeting.reviews.iter().flat_map(|review| review.answers.iter());
    answers.filter(|(key, _)| key.checklist == checklist.id).all(|(key, answer)| {
        checklist.items().filter(|item| item.id == key.item).any(|item| match (&answer.given, &item.kind) {
            (Some(Given::Choice(code)), ItemKind::Choice(options)) => {
                options.iter().any(|option| option.code == *code)
            }
            (Some(Given::Person(_)), ItemKind::Person)
            | (Some(Given::YesNo(_)), ItemKind::YesNo)
            | (Some(Given::Date(_)), ItemKind::Date(_)) => true,
            _ => false,
        })
    })
}
