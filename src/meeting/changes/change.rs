//! Changes to a record, each with its inverse: one thing for editing, undo and replay.

use serde::{Deserialize, Serialize};

use super::place::TextPlace;
use crate::checklist::Name;
use crate::meeting::record::agreement::Agreement;
use crate::meeting::record::amendment::Amendment;
use crate::meeting::record::answer::{Answer, QuestionKey};
use crate::meeting::record::id::PatientId;
use crate::meeting::record::meeting::{Meeting, MeetingDetails, Pinned};
use crate::meeting::record::participant::Participant;
use crate::meeting::record::review::{Judgement, Review, ReviewDetails};
use crate::meeting::record::session::Played;
use crate::meeting::record::shared::Shared;
use crate::meeting::record::stamp::Stamp;
use crate::text::{self, TextEdit};

/// One change to a record: what stood there before and what stands there after.
///
/// A change applies only to a record in which *before* really stands there; otherwise nothing happens. In lists,
/// no *before* means put in at that position, and no *after* means taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// An edit of a text; answers carry a stamp, which changes along.
    Text {
        /// Which text.
        place: TextPlace,
        /// The edit.
        edit: TextEdit,
        /// Stamp of the answer before.
        before: Option<Stamp>,
        /// Stamp of the answer after.
        after: Option<Stamp>,
    },
    /// The answer to a question as a whole.
    Answer {
        /// Whose discussion.
        patient: PatientId,
        /// Which question.
        question: QuestionKey,
        /// The answer before.
        before: Option<Box<Answer>>,
        /// The answer after.
        after: Option<Box<Answer>>,
    },
    /// The times of a repeating group.
    Repeats {
        /// Whose discussion.
        patient: PatientId,
        /// Which group, within which times of the groups around it.
        group: QuestionKey,
        /// The times before; `None` where nothing was recorded.
        before: Option<Vec<u32>>,
        /// The times after.
        after: Option<Vec<u32>>,
    },
    /// A judgement as a whole.
    Judgement {
        /// Whose discussion.
        patient: PatientId,
        /// On which checklist.
        checklist: Name,
        /// The judgement before.
        before: Option<Box<Judgement>>,
        /// The judgement after.
        after: Option<Box<Judgement>>,
    },
    /// An agreement put in, taken out or changed.
    Agreement {
        /// Whose discussion.
        patient: PatientId,
        /// Position in the list.
        at: usize,
        /// The agreement before.
        before: Option<Box<Agreement>>,
        /// The agreement after.
        after: Option<Box<Agreement>>,
    },
    /// The small facts around a discussion.
    ReviewDetails {
        /// Whose discussion.
        patient: PatientId,
        /// The details before.
        before: Box<ReviewDetails>,
        /// The details after.
        after: Box<ReviewDetails>,
    },
    /// A patient put on the agenda, taken off it or replaced.
    Review {
        /// Position in the agenda.
        at: usize,
        /// The discussion before.
        before: Option<Box<Review>>,
        /// The discussion after.
        after: Option<Box<Review>>,
    },
    /// A patient moved to another position of the agenda.
    ReviewMoved {
        /// The position before.
        from: usize,
        /// The position after.
        to: usize,
    },
    /// A participant put in, taken out or changed.
    Participant {
        /// Position in the list.
        at: usize,
        /// The participant before.
        before: Option<Box<Participant>>,
        /// The participant after.
        after: Option<Box<Participant>>,
    },
    /// Kind, group, date and state of the meeting.
    MeetingDetails {
        /// The details before.
        before: Box<MeetingDetails>,
        /// The details after.
        after: Box<MeetingDetails>,
    },
    /// A closed meeting reopened.
    Amendment {
        /// Position in the list.
        at: usize,
        /// The reopening before.
        before: Option<Box<Amendment>>,
        /// The reopening after.
        after: Option<Box<Amendment>>,
    },
    /// What was counted and judged in a scene of a case.
    Played {
        /// The scene.
        scene: Name,
        /// What stood there before; `None` where nothing was.
        before: Option<Box<Played>>,
        /// What stands there after.
        after: Option<Box<Played>>,
    },
    /// A definition pinned, or a newer one taken over.
    Definition {
        /// Position in the list.
        at: usize,
        /// The definition before.
        before: Option<Pinned>,
        /// The definition after.
        after: Option<Pinned>,
    },
    /// A route pinned, or a newer one taken over.
    Route {
        /// Position in the list.
        at: usize,
        /// The route before.
        before: Option<Pinned>,
        /// The route after.
        after: Option<Pinned>,
    },
}

/// A change that does not fit the record; the record is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoesNotFit;

impl std::fmt::Display for DoesNotFit {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the change does not fit the record")
    }
}

impl std::error::Error for DoesNotFit {}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Self {
        let mut inverse = self.clone();
        match &mut inverse {
            Self::Text { edit, before, after, .. } => {
                *edit = edit.inverse();
                std::mem::swap(before, after);
            }
            Self::Answer { before, after, .. } => std::mem::swap(before, after),
            Self::Repeats { before, after, .. } => std::mem::swap(before, after),
            Self::Judgement { before, after, .. } => std::mem::swap(before, after),
            Self::Agreement { before, after, .. } => std::mem::swap(before, after),
            Self::ReviewDetails { before, after, .. } => std::mem::swap(before, after),
            Self::Review { before, after, .. } => std::mem::swap(before, after),
            Self::ReviewMoved { from, to } => std::mem::swap(from, to),
            Self::Participant { before, after, .. } => std::mem::swap(before, after),
            Self::MeetingDetails { before, after } => std::mem::swap(before, after),
            Self::Amendment { before, after, .. } => std::mem::swap(before, after),
            Self::Played { before, after, .. } => std::mem::swap(before, after),
            Self::Definition { before, after, .. } | Self::Route { before, after, .. } => {
                std::mem::swap(before, after);
            }
        }
        inverse
    }

    /// Whether it only begins something that is still empty, or brings an agreement of earlier to be looked at, and that goes again when
    /// somebody leaves it so.
    pub fn only_begins(&self) -> bool {
        match self {
            Self::Agreement { before: None, after: Some(after), .. } => {
                after.is_blank() || after.from.is_some()
            }
            Self::Review { before: None, after: Some(after), .. } => after.is_blank() || after.is_aside(),
            Self::Participant { before: None, after: Some(after), .. } => {
                **after == Participant::new(after.id)
            }
            _ => false,
        }
    }

    /// Takes in a later change of the same answer; false where it is of something else.
    pub fn take_in(&mut self, later: &Self) -> bool {
        match (self, later) {
            (
                Self::Answer { patient, question, after, .. },
                Self::Answer { patient: of, question: same, before, after: next },
            ) if patient == of && question == same && after == before => {
                after.clone_from(next);
                true
            }
            _ => false,
        }
    }

    /// Whether it only notes by which definition something is recorded.
    pub const fn only_pins(&self) -> bool {
        matches!(self, Self::Definition { before: None, .. } | Self::Route { before: None, .. })
    }

    /// Whether the change leaves everything as it is.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Text { edit, before, after, .. } => edit.removed == edit.inserted && before == after,
            Self::Answer { before, after, .. } => before == after,
            Self::Repeats { before, after, .. } => before == after,
            Self::Judgement { before, after, .. } => before == after,
            Self::Agreement { before, after, .. } => before == after,
            Self::ReviewDetails { before, after, .. } => before == after,
            Self::Review { before, after, .. } => before == after,
            Self::ReviewMoved { from, to } => from == to,
            Self::Participant { before, after, .. } => before == after,
            Self::MeetingDetails { before, after } => before == after,
            Self::Amendment { before, after, .. } => before == after,
            Self::Played { before, after, .. } => before == after,
            Self::Definition { before, after, .. } | Self::Route { before, after, .. } => before == after,
        }
    }

    /// The patient whose discussion changes, where it is one.
    pub fn patient(&self) -> Option<PatientId> {
        match self {
            Self::Text { place, .. } => place.patient(),
            Self::Answer { patient, .. }
            | Self::Repeats { patient, .. }
            | Self::Judgement { patient, .. }
            | Self::Agreement { patient, .. }
            | Self::ReviewDetails { patient, .. } => Some(*patient),
            Self::Review { before, after, .. } => {
                after.as_ref().or(before.as_ref()).map(|review| review.patient)
            }
            Self::ReviewMoved { .. }
            | Self::Participant { .. }
            | Self::MeetingDetails { .. }
            | Self::Amendment { .. }
            | Self::Played { .. }
            | Self::Definition { .. }
            | Self::Route { .. } => None,
        }
    }

    /// Applies the change to `meeting`.
    ///
    /// # Errors
    ///
    /// [`DoesNotFit`] when what should stand there before does not; the record is then as it was.
    pub fn apply(&self, meeting: &mut Meeting) -> Result<(), DoesNotFit> {
        match self {
            Self::Text { place, edit, before, after } => apply_text(meeting, place, edit, *before, *after),
            Self::Answer { patient, question, before, after } => {
                let answers = &mut meeting.review_mut(*patient).ok_or(DoesNotFit)?.answers;
                refuse(after.as_deref().is_some_and(Answer::is_hollow))?;
                replace_entry(answers, question, before.as_deref(), after.as_deref())
            }
            Self::Repeats { patient, group, before, after } => {
                let repeats = &mut meeting.review_mut(*patient).ok_or(DoesNotFit)?.repeats;
                replace_entry(repeats, group, before.as_ref(), after.as_ref())
            }
            Self::Judgement { patient, checklist, before, after } => {
                let judgements = &mut meeting.review_mut(*patient).ok_or(DoesNotFit)?.judgements;
                refuse(after.as_deref().is_some_and(Judgement::is_empty))?;
                replace_entry(judgements, checklist, before.as_deref(), after.as_deref())
            }
            Self::Agreement { patient, at, before, after } => {
                let agreements = &mut meeting.review_mut(*patient).ok_or(DoesNotFit)?.agreements;
                refuse_double(agreements, *at, before.is_some(), after.as_deref(), |agreement| agreement.id)?;
                replace_slot(agreements, *at, before.as_deref(), after.as_deref())
            }
            Self::ReviewDetails { patient, before, after } => {
                replace_whole(&mut meeting.review_mut(*patient).ok_or(DoesNotFit)?.details, before, after)
            }
            Self::Played { scene, before, after } => {
                let session = meeting.session.as_mut().ok_or(DoesNotFit)?;
                refuse(after.as_deref().is_some_and(|played| *played == Played::default()))?;
                replace_entry(&mut session.scenes, scene, before.as_deref(), after.as_deref())
            }
            Self::Review { at, before, after } => {
                // Nothing of a session is about a patient, and no patient gets into one.
                refuse(meeting.session.is_some() && after.is_some())?;
                refuse(after.as_deref().is_some_and(|review| !review.is_settled()))?;
                let shared = |review: &Option<Box<Review>>| review.as_deref().cloned().map(Shared::from);
                let (before, after) = (shared(before), shared(after));
                refuse_double(&meeting.reviews, *at, before.is_some(), after.as_ref(), |review| {
                    review.patient
                })?;
                replace_slot(&mut meeting.reviews, *at, before.as_ref(), after.as_ref())
            }
            Self::ReviewMoved { from, to } => move_slot(&mut meeting.reviews, *from, *to),
            Self::Participant { at, before, after } => {
                let people = &meeting.participants;
                refuse_double(people, *at, before.is_some(), after.as_deref(), |participant| participant.id)?;
                replace_slot(&mut meeting.participants, *at, before.as_deref(), after.as_deref())
            }
            Self::MeetingDetails { before, after } => replace_whole(&mut meeting.details, before, after),
            Self::Amendment { at, before, after } => {
                replace_slot(&mut meeting.amendments, *at, before.as_deref(), after.as_deref())
            }
            Self::Definition { at, before, after } => {
                refuse_double(&meeting.definitions, *at, before.is_some(), after.as_ref(), |pinned| {
                    pinned.id.clone()
                })?;
                replace_slot(&mut meeting.definitions, *at, before.as_ref(), after.as_ref())
            }
            Self::Route { at, before, after } => {
                refuse_double(&meeting.routes, *at, before.is_some(), after.as_ref(), |pinned| {
                    pinned.id.clone()
                })?;
                replace_slot(&mut meeting.routes, *at, before.as_ref(), after.as_ref())
            }
        }
    }
}

fn apply_text(
    meeting: &mut Meeting,
    place: &TextPlace,
    edit: &TextEdit,
    before: Option<Stamp>,
    after: Option<Stamp>,
) -> Result<(), DoesNotFit> {
    if place.stamp(meeting) != before || !place.is_free(meeting) {
        return Err(DoesNotFit);
    }
    let mut text = place.text(meeting).ok_or(DoesNotFit)?.to_owned();
    edit.apply(&mut text).map_err(|_| DoesNotFit)?;
    // A mark without its letter would be shown as a code when it is read back, and so be another text.
    refuse(!text::is_clean(paragraphs_around(&text, edit)))?;
    refuse(!place.takes(meeting, &text, after))?;
    place.put(meeting, text, after).ok_or(DoesNotFit)
}

/// The paragraphs of a text that an edit changed: what is a mark on what ends with its paragraph.
fn paragraphs_around<'t>(text: &'t str, edit: &TextEdit) -> &'t str {
    let end = edit.at + edit.inserted.len();
    let before = text.get(..edit.at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let behind = text.get(end..).and_then(|behind| behind.find('\n')).map_or(text.len(), |at| end + at);
    text.get(before..behind).unwrap_or(text)
}

fn refuse(when: bool) -> Result<(), DoesNotFit> {
    if when { Err(DoesNotFit) } else { Ok(()) }
}

/// Refuses a second one of the same identity: later changes could reach only the first.
fn refuse_double<T, I: PartialEq>(
    list: &[T],
    at: usize,
    replaces: bool,
    after: Option<&T>,
    id: impl Fn(&T) -> I,
) -> Result<(), DoesNotFit> {
    let Some(after) = after.map(&id) else { return Ok(()) };
    refuse(list.iter().enumerate().any(|(index, item)| !(replaces && index == at) && id(item) == after))
}

fn replace_whole<T: Clone + PartialEq>(slot: &mut T, before: &T, after: &T) -> Result<(), DoesNotFit> {
    if slot != before {
        return Err(DoesNotFit);
    }
    *slot = after.clone();
    Ok(())
}

fn replace_entry<K: Ord + Clone, V: Clone + PartialEq>(
    entries: &mut std::collections::BTreeMap<K, V>,
    key: &K,
    before: Option<&V>,
    after: Option<&V>,
) -> Result<(), DoesNotFit> {
    if entries.get(key) != before {
        return Err(DoesNotFit);
    }
    match after {
        Some(after) => entries.insert(key.clone(), after.clone()),
        None => entries.remove(key),
    };
    Ok(())
}

fn replace_slot<T: Clone + PartialEq>(
    list: &mut Vec<T>,
    at: usize,
    before: Option<&T>,
    after: Option<&T>,
) -> Result<(), DoesNotFit> {
    match (before, after) {
        (None, Some(after)) if at <= list.len() => list.insert(at, after.clone()),
        (Some(before), None) if list.get(at) == Some(before) => {
            list.remove(at);
        }
        (Some(before), Some(after)) if list.get(at) == Some(before) => {
            if let Some(slot) = list.get_mut(at) {
                *slot = after.clone();
            }
        }
        _ => return Err(DoesNotFit),
    }
    Ok(())
}

fn move_slot<T>(list: &mut Vec<T>, from: usize, to: usize) -> Result<(), DoesNotFit> {
    if from >= list.len() || to >= list.len() {
        return Err(DoesNotFit);
    }
    let item = list.remove(from);
    list.insert(to, item);
    Ok(())
}
