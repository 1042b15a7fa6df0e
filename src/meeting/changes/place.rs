//! Where in the record a text stands, so that every text is edited and undone in the same way.

use serde::{Deserialize, Serialize};

use crate::checklist::Name;
use crate::meeting::record::answer::{Answer, Given, Person, QuestionKey};
use crate::meeting::record::id::{AgreementId, ParticipantId, PatientId};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::{Judgement, Review};
use crate::meeting::record::session::SessionText;
use crate::meeting::record::stamp::Stamp;

/// A text of the record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TextPlace {
    /// A text of the meeting itself.
    Meeting(MeetingText),
    /// A text of a participant.
    Participant(ParticipantId, ParticipantText),
    /// A text of one patient's discussion.
    Review(PatientId, ReviewText),
    /// A typed answer.
    Answer(PatientId, QuestionKey, AnswerText),
    /// A text of a judgement.
    Judgement(PatientId, Name, JudgementText),
    /// A text of a session with a case.
    Session(SessionText),
    /// A text of an agreement.
    Agreement(PatientId, AgreementId, AgreementText),
}

/// A text of the meeting itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MeetingText {
    /// Name of the group.
    Group,
    /// The day, as typed.
    Date,
    /// Planned length in minutes, as typed.
    Planned,
    /// Bottlenecks.
    Bottlenecks,
    /// Learning needs.
    LearningNeeds,
    /// What the group wrote for itself alone.
    OwnNotes,
    /// Why the meeting was reopened.
    Reopened,
}

/// A text of a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ParticipantText {
    /// The name.
    Name,
    /// The profession, where none of the list is theirs.
    Profession,
}

/// A text of one patient's discussion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ReviewText {
    /// The label that the team chose.
    Label,
    /// Year of birth, as typed.
    Born,
    /// The question of who brings the case.
    Question,
    /// The person's own words.
    OwnWords,
    /// Running notes.
    Notes,
    /// When to discuss again, as typed.
    NextReview,
}

/// A text of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AnswerText {
    /// Free text as the answer.
    Text,
    /// A number as the answer.
    Number,
    /// A day as the answer.
    Date,
    /// Somebody from outside as the answer.
    Outside,
    /// The explanation beside the answer.
    Note,
}

/// A text of a judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum JudgementText {
    /// Why.
    Reason,
    /// A dissenting argument.
    Dissent,
    /// Why it was withdrawn.
    WithdrawnReason,
}

/// A text of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AgreementText {
    /// What was agreed.
    What,
    /// By when, as typed.
    Due,
    /// The name of an owner from outside.
    OutsideName,
    /// What came of it, or why it was dropped.
    Outcome,
}

impl AnswerText {
    /// The answer that a typed text is.
    ///
    /// An explanation is no answer of its own, and stands for its text.
    pub fn given(self, text: String) -> Given {
        match self {
            Self::Text | Self::Note => Given::Text(text),
            Self::Number => Given::Number(text),
            Self::Date => Given::Date(text),
            Self::Outside => Given::Person(Person::Outside(text)),
        }
    }
}

impl Answer {
    /// Whether nothing is said without one of its texts.
    pub fn is_empty_without(&self, text: AnswerText) -> bool {
        let mut rest = self.clone();
        match text {
            AnswerText::Note => rest.note.clear(),
            _ => rest.given = None,
        }
        rest.is_empty()
    }
}

impl TextPlace {
    /// Whether it is an answer to a question of which there may be more.
    pub fn is_repeated(&self) -> bool {
        matches!(self, Self::Answer(_, key, _) if !key.instance.is_empty())
    }

    /// Whether it is a name by which somebody or something is known.
    pub fn is_name(&self) -> bool {
        matches!(
            self,
            Self::Review(_, ReviewText::Label | ReviewText::Born)
                | Self::Participant(_, ParticipantText::Name)
                | Self::Meeting(MeetingText::Group)
        )
    }

    /// Whether it says what somebody or something is called, on whatever page.
    pub fn is_called(&self) -> bool {
        self.is_name()
            || matches!(
                self,
                Self::Participant(_, ParticipantText::Profession)
                    | Self::Agreement(_, _, AgreementText::OutsideName)
                    | Self::Answer(_, _, AnswerText::Outside)
            )
    }

    /// Whether it is a number, and nothing more has to be said.
    pub fn is_number(&self) -> bool {
        matches!(
            self,
            Self::Review(_, ReviewText::Born)
                | Self::Answer(_, _, AnswerText::Number)
                | Self::Meeting(MeetingText::Planned)
        )
    }

    /// Whether people or votes are counted in it.
    pub fn is_count(&self) -> bool {
        matches!(self, Self::Session(SessionText::People(_) | SessionText::Count(..)))
    }

    /// The patient whose discussion holds the text.
    pub fn patient(&self) -> Option<PatientId> {
        match self {
            Self::Meeting(_) | Self::Participant(..) | Self::Session(_) => None,
            Self::Review(patient, _)
            | Self::Answer(patient, ..)
            | Self::Judgement(patient, ..)
            | Self::Agreement(patient, ..) => Some(*patient),
        }
    }

    /// The text at this place; empty where nothing was typed yet, `None` where the place does not exist.
    pub fn text<'a>(&self, meeting: &'a Meeting) -> Option<&'a str> {
        match self {
            Self::Meeting(which) => Some(match which {
                MeetingText::Group => &meeting.details.group,
                MeetingText::Date => &meeting.details.date_typed,
                MeetingText::Planned => &meeting.details.planned,
                MeetingText::Bottlenecks => &meeting.bottlenecks,
                MeetingText::LearningNeeds => &meeting.learning_needs,
                MeetingText::OwnNotes => &meeting.own_notes,
                MeetingText::Reopened => &meeting.amendments.last()?.reason,
            }),
            Self::Session(which) => meeting.session.as_ref().map(|session| session.text(which)),
            Self::Participant(id, which) => meeting.participant(*id).map(|participant| match which {
                ParticipantText::Name => participant.name.as_str(),
                ParticipantText::Profession => &participant.profession,
            }),
            Self::Review(patient, which) => meeting.review(*patient).map(|review| match which {
                ReviewText::Label => review.label.as_str(),
                ReviewText::Born => &review.born,
                ReviewText::Question => &review.question,
                ReviewText::OwnWords => &review.own_words,
                ReviewText::Notes => &review.notes,
                ReviewText::NextReview => &review.next_review,
            }),
            Self::Answer(patient, question, which) => {
                let review = meeting.review(*patient)?;
                Some(review.answers.get(question).map_or("", |answer| answer_text(answer, *which)))
            }
            Self::Judgement(patient, checklist, which) => {
                let review = meeting.review(*patient)?;
                Some(review.judgements.get(checklist).map_or("", |judgement| match which {
                    JudgementText::Reason => judgement.reason.as_str(),
                    JudgementText::Dissent => &judgement.dissent,
                    JudgementText::WithdrawnReason => &judgement.withdrawn_reason,
                }))
            }
            Self::Agreement(patient, id, which) => {
                let review = meeting.review(*patient)?;
                let agreement = review.agreements.iter().find(|agreement| agreement.id == *id)?;
                Some(match which {
                    AgreementText::What => &agreement.what,
                    AgreementText::Due => &agreement.due,
                    AgreementText::OutsideName => &agreement.outside_name,
                    AgreementText::Outcome => &agreement.outcome,
                })
            }
        }
    }

    /// The stamp that goes with the text: only answers carry one.
    pub fn stamp(&self, meeting: &Meeting) -> Option<Stamp> {
        match self {
            Self::Answer(patient, question, _) => {
                meeting.review(*patient)?.answers.get(question).map(|answer| answer.recorded)
            }
            _ => None,
        }
    }

    /// Whether a text may be typed here: a typed answer only where no answer of another form stands.
    pub fn is_free(&self, meeting: &Meeting) -> bool {
        let Self::Answer(patient, question, which) = self else { return true };
        let given = meeting
            .review(*patient)
            .and_then(|review| review.answers.get(question))
            .and_then(|answer| answer.given.as_ref());
        match (which, given) {
            (AnswerText::Note, _) | (_, None) => true,
            (AnswerText::Text, Some(given)) => matches!(given, Given::Text(_)),
            (AnswerText::Number, Some(given)) => matches!(given, Given::Number(_)),
            (AnswerText::Date, Some(given)) => matches!(given, Given::Date(_)),
            (AnswerText::Outside, Some(given)) => matches!(given, Given::Person(Person::Outside(_))),
        }
    }

    /// Whether `stamp` goes with `text` at this place: an answer has one, and what does not exist has none.
    ///
    /// Without this the inverse of a change would not fit, or a letter without a stamp would be lost.
    pub(super) fn takes(&self, meeting: &Meeting, text: &str, stamp: Option<Stamp>) -> bool {
        let Self::Answer(patient, question, which) = self else { return stamp.is_none() };
        let known = meeting.review(*patient).and_then(|review| review.answers.get(question));
        let remains = !text.is_empty() || known.is_some_and(|answer| says_more(answer, *which));
        // Emptied letter by letter, what stood before would be lost on the way back.
        let keeps_earlier = *which == AnswerText::Note
            || !text.is_empty()
            || known.is_none_or(|answer| answer.earlier.is_none() && answer.said_of.is_empty());
        // Nor would anybody know to which choice the note belonged.
        let keeps_replaced = remains || known.is_none_or(|answer| answer.replaces.is_none());
        remains == stamp.is_some() && keeps_earlier && keeps_replaced
    }

    /// Puts `text` at this place with `stamp`; an empty answer or judgement ceases to exist.
    ///
    /// Gives `None`, and changes nothing, where the place does not exist.
    pub(super) fn put(&self, meeting: &mut Meeting, text: String, stamp: Option<Stamp>) -> Option<()> {
        match self {
            Self::Meeting(which) => match which {
                MeetingText::Group => meeting.details.group = text,
                MeetingText::Date => meeting.details.date_typed = text,
                MeetingText::Planned => meeting.details.planned = text,
                MeetingText::Bottlenecks => meeting.bottlenecks = text,
                MeetingText::LearningNeeds => meeting.learning_needs = text,
                MeetingText::OwnNotes => meeting.own_notes = text,
                MeetingText::Reopened => meeting.amendments.last_mut()?.reason = text,
            },
            Self::Session(which) => meeting.session.as_mut()?.put(which, text),
            Self::Participant(id, which) => {
                let participant =
                    meeting.participants.iter_mut().find(|participant| participant.id == *id)?;
                match which {
                    ParticipantText::Name => participant.name = text,
                    ParticipantText::Profession => participant.profession = text,
                }
            }
            Self::Review(patient, which) => {
                let review = meeting.review_mut(*patient)?;
                match which {
                    ReviewText::Label => review.label = text,
                    ReviewText::Born => review.born = text,
                    ReviewText::Question => review.question = text,
                    ReviewText::OwnWords => review.own_words = text,
                    ReviewText::Notes => review.notes = text,
                    ReviewText::NextReview => review.next_review = text,
                }
            }
            Self::Answer(patient, question, which) => {
                put_answer(meeting.review_mut(*patient)?, question, *which, text, stamp);
            }
            Self::Judgement(patient, checklist, which) => {
                let review = meeting.review_mut(*patient)?;
                let mut judgement = review.judgements.remove(checklist).unwrap_or_default();
                match which {
                    JudgementText::Reason => judgement.reason = text,
                    JudgementText::Dissent => judgement.dissent = text,
                    JudgementText::WithdrawnReason => judgement.withdrawn_reason = text,
                }
                keep_judgement(review, checklist, judgement);
            }
            Self::Agreement(patient, id, which) => {
                let review = meeting.review_mut(*patient)?;
                let agreement = review.agreements.iter_mut().find(|agreement| agreement.id == *id)?;
                match which {
                    AgreementText::What => agreement.what = text,
                    AgreementText::Due => agreement.due = text,
                    AgreementText::OutsideName => agreement.outside_name = text,
                    AgreementText::Outcome => agreement.outcome = text,
                }
            }
        }
        Some(())
    }
}

fn keep_judgement(review: &mut Review, checklist: &Name, judgement: Judgement) {
    if !judgement.is_empty() {
        review.judgements.insert(checklist.clone(), judgement);
    }
}

/// The text of an answer; empty where it is of another form.
pub fn answer_text(answer: &Answer, which: AnswerText) -> &str {
    match (which, &answer.given) {
        (AnswerText::Note, _) => &answer.note,
        (AnswerText::Text, Some(Given::Text(text)))
        | (AnswerText::Number, Some(Given::Number(text)))
        | (AnswerText::Date, Some(Given::Date(text)))
        | (AnswerText::Outside, Some(Given::Person(Person::Outside(text)))) => text,
        _ => "",
    }
}

/// Whether the answer says anything beside this text.
fn says_more(answer: &Answer, which: AnswerText) -> bool {
    let other = match which {
        AnswerText::Note => answer.given.is_some(),
        _ => !answer.note.is_empty(),
    };
    other || answer.answered_by.is_some() || !answer.counts.is_empty()
}

fn put_answer(
    review: &mut Review,
    question: &QuestionKey,
    which: AnswerText,
    text: String,
    stamp: Option<Stamp>,
) {
    let known = review.answers.remove(question);
    let Some(recorded) = stamp.or(known.as_ref().map(|answer| answer.recorded)) else { return };
    let mut answer = known.unwrap_or_else(|| Answer::blank(recorded));
    answer.recorded = recorded;
    let typed =
        |make: fn(String) -> Given, text: String| if text.is_empty() { None } else { Some(make(text)) };
    match which {
        AnswerText::Note => answer.note = text,
        AnswerText::Text => answer.given = typed(Given::Text, text),
        AnswerText::Number => answer.given = typed(Given::Number, text),
        AnswerText::Date => answer.given = typed(Given::Date, text),
        AnswerText::Outside => answer.given = typed(|name| Given::Person(Person::Outside(name)), text),
    }
    if !answer.is_empty() {
        review.answers.insert(question.clone(), answer);
    }
}
