//! A piece of a meeting in words: what it is called, and what a version of the meeting has of it.

use super::judgement::Judged;
use crate::checklist::{Checklist, Name};
use crate::meeting::{Difference, Identity, Meeting, Review, ReviewText, TextPlace, terms, typed};
use crate::words::Language;

/// A stable name for a piece, whatever is taken over before it.
pub fn piece_name(difference: &Difference) -> String {
    match difference {
        Difference::Text(place, _) => format!("{place:?}"),
        Difference::Answer(patient, question, _) => format!("answer:{patient}:{question}"),
        Difference::Repeats(patient, group, _) => format!("repeats:{patient}:{group}"),
        Difference::Judgement(patient, checklist, _) => format!("judgement:{patient}:{checklist}"),
        Difference::Agreement(_, id, _) => format!("agreement:{id}"),
        Difference::ReviewDetails(patient, _) => format!("details:{patient}"),
        Difference::Review(patient, _) => format!("review:{patient}"),
        Difference::Agenda(_) => "agenda".to_owned(),
        Difference::Participant(id, _) => format!("participant:{id}"),
        Difference::MeetingDetails(_) => "meeting".to_owned(),
        Difference::Definition(id, _) => format!("definition:{id}"),
        Difference::Route(id, _) => format!("route:{id}"),
    }
}

/// The words for pieces of a meeting.
#[derive(Clone, Copy)]
pub struct Pieces<'a> {
    /// In which language.
    pub language: Language,
    /// Where the definition of an answer is found.
    pub definition: &'a dyn Fn(&Name) -> Option<&'a Checklist>,
}

impl Pieces<'_> {
    /// What a piece is called.
    pub fn label(&self, difference: &Difference) -> String {
        use crate::meeting::MeetingText as M;
        let language = self.language;
        let checklist = |name: &Name| match (self.definition)(name) {
            Some(known) => known.title.get(language).to_owned(),
            None => name.to_string(),
        };
        match difference {
            Difference::Text(TextPlace::Review(_, which), _) => review_text(language, *which).to_owned(),
            Difference::Text(TextPlace::Meeting(M::Bottlenecks), _) => {
                language.export_bottlenecks().to_owned()
            }
            Difference::Text(TextPlace::Meeting(M::OwnNotes), _) => language.export_own_notes().to_owned(),
            Difference::Text(..) => language.export_learning_needs().to_owned(),
            Difference::Answer(_, question, _) => {
                let item = (self.definition)(&question.checklist)
                    .and_then(|known| known.item(question.item.as_str()))
                    .map(|item| item.called().get(language).to_owned());
                format!(
                    "{}: {}",
                    checklist(&question.checklist),
                    item.unwrap_or_else(|| question.item.to_string())
                )
            }
            Difference::Repeats(_, group, _) => {
                format!("{}: {}", checklist(&group.checklist), language.piece_repeats())
            }
            Difference::Judgement(_, name, _) => {
                format!("{}: {}", checklist(name), language.piece_judgement())
            }
            Difference::Agreement(..) => language.piece_agreement().to_owned(),
            Difference::ReviewDetails(..) => language.piece_review_details().to_owned(),
            Difference::Review(..) => language.piece_patient().to_owned(),
            Difference::Agenda(_) => language.piece_agenda().to_owned(),
            Difference::Participant(..) => language.piece_participant().to_owned(),
            Difference::MeetingDetails(_) => language.piece_meeting_details().to_owned(),
            Difference::Definition(name, _) => {
                format!("{}: {}", language.piece_definition(), checklist(name))
            }
            Difference::Route(name, _) => format!("{}: {name}", language.piece_route()),
        }
    }

    /// What `meeting` has of this piece, in words.
    pub fn in_words(&self, meeting: &Meeting, difference: &Difference) -> String {
        let language = self.language;
        let absent = || language.not_there().to_owned();
        match difference {
            Difference::Text(place, _) => place.text(meeting).unwrap_or_default().to_owned(),
            Difference::Answer(patient, question, _) => {
                let answer = meeting.review(*patient).and_then(|review| review.answers.get(question));
                let item = (self.definition)(&question.checklist)
                    .and_then(|known| known.item(question.item.as_str()));
                let Some((answer, item)) = answer.zip(item) else {
                    return answer.map(|answer| answer.note.clone()).unwrap_or_default();
                };
                join([terms::answer(language, meeting, item, answer), answer.note.clone()])
            }
            Difference::Repeats(patient, group, _) => {
                let times = meeting.review(*patient).map_or(0, |review| review.times(group).len());
                times.to_string()
            }
            Difference::Judgement(patient, name, _) => {
                let judgement = meeting.review(*patient).and_then(|review| review.judgements.get(name));
                let Some(judgement) = judgement else { return String::new() };
                let words = Judged { language, meeting, checklist: (self.definition)(name), judgement };
                join([words.in_short(), judgement.dissent.clone()])
            }
            Difference::Agreement(patient, id, _) => {
                let review = meeting.review(*patient);
                let agreement =
                    review.and_then(|review| review.agreements.iter().find(|known| known.id == *id));
                agreement.map_or_else(absent, |known| {
                    let ended = known.ended.map(|ended| {
                        if ended.done { language.piece_done() } else { language.piece_dropped() }.to_owned()
                    });
                    let owner = terms::owner(language, meeting, known);
                    let outcome = known.outcome.clone();
                    join([known.what.clone(), owner, known.due.clone(), ended.unwrap_or_default(), outcome])
                })
            }
            Difference::ReviewDetails(patient, _) => meeting
                .review(*patient)
                .map(|review| review_details(language, meeting, review))
                .unwrap_or_default(),
            Difference::Review(patient, _) => {
                meeting.review(*patient).map_or_else(absent, |review| holds(language, review))
            }
            Difference::Agenda(_) => {
                let labels: Vec<String> =
                    meeting.reviews.iter().map(|review| terms::patient(language, review)).collect();
                labels.join(", ")
            }
            Difference::Participant(id, _) => meeting.participant(*id).map_or_else(absent, |known| {
                let roles: Vec<&str> = known.roles.iter().map(|role| terms::role(language, *role)).collect();
                let away = if known.absent { language.participant_absent() } else { "" };
                join([terms::participant(language, known), roles.join(", "), away.to_owned()])
            }),
            Difference::MeetingDetails(_) => {
                let details = &meeting.details;
                let closed = if details.closed.is_some() { language.piece_closed() } else { "" };
                join([
                    terms::kind(language, details.kind).to_owned(),
                    terms::group(language, &details.group).to_owned(),
                    details.met(language, |day| typed::day(day, language)),
                    details.planned.clone(),
                    closed.to_owned(),
                ])
            }
            Difference::Definition(name, _) => {
                let pinned = meeting.definitions.iter().find(|pinned| pinned.id == *name);
                pinned.map_or_else(absent, |pinned| pinned.version.clone())
            }
            Difference::Route(name, _) => {
                let pinned = meeting.routes.iter().find(|pinned| pinned.id == *name);
                pinned.map_or_else(absent, |pinned| pinned.version.clone())
            }
        }
    }
}

/// Each value with what it is of, and of a death also that there is none: beside the other version one of two words says nothing.
fn review_details(language: Language, meeting: &Meeting, review: &Review) -> String {
    let details = &review.details;
    let when = |known: bool, text: &'static str| if known { text.to_owned() } else { String::new() };
    let labelled = |label: &str, value: String| {
        if value.is_empty() { value } else { format!("{}: {value}", label.to_lowercase()) }
    };
    let informed = details.informed.map(|known| terms::informed(language, known).to_lowercase());
    join([
        if details.deceased { language.patient_deceased() } else { language.piece_not_deceased() }.to_owned(),
        labelled(language.piece_informed(), informed.unwrap_or_default()),
        labelled(
            language.profile_brought_by(),
            terms::participant_by_id(language, meeting, details.brought_by),
        ),
        labelled(language.piece_route(), details.route.as_ref().map(ToString::to_string).unwrap_or_default()),
        when(details.finished.is_some(), language.patient_discussed()),
        when(details.postponed, language.patient_postponed()),
        when(details.taken_over.is_some(), language.piece_taken_over()),
        match details.same_as {
            Some(Identity::SameAs(_)) => language.fact_same_as(""),
            Some(Identity::Own) => language.fact_own_identity().to_owned(),
            None => String::new(),
        },
        if details.apart_from.is_empty() { String::new() } else { language.fact_apart_from("") },
    ])
}

fn review_text(language: Language, which: ReviewText) -> &'static str {
    match which {
        ReviewText::Label => language.piece_label(),
        ReviewText::Born => language.piece_born(),
        ReviewText::Question => language.patient_question(),
        ReviewText::OwnWords => language.patient_own_words(),
        ReviewText::Notes => language.patient_notes(),
        ReviewText::NextReview => language.patient_next_review(),
    }
}

/// What a discussion holds: what was typed in words, the rest as a number.
fn holds(language: Language, review: &Review) -> String {
    let typed = [
        (ReviewText::Question, &review.question),
        (ReviewText::OwnWords, &review.own_words),
        (ReviewText::Notes, &review.notes),
    ];
    let typed = typed.map(|(which, text)| match text.trim() {
        "" => String::new(),
        text => format!("{}: {text}", review_text(language, which)),
    });
    let [question, own_words, notes] = typed;
    join([language.patient_holds(review.answers.len(), review.agreements.len()), question, own_words, notes])
}

fn join<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("; ")
}
