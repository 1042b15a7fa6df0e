//! Taking something out of the meeting, after a question where much would go, and saying what went or was finished.

use super::Turn;
use super::changes::Urgency;
use crate::app::screen::Screen;
use crate::app::terms;
use crate::checklist::Name;
use crate::meeting::{Answer, Change, Judgement, Participant, PatientId, QuestionKey, Removal, Review};
use crate::words::Language;

impl Turn<'_> {
    /// Takes something out of the meeting; what takes much with it is asked on a screen of its own first.
    pub(super) fn remove(&mut self, removal: Removal) {
        let asked = *self.model.screen() == Screen::Removing(removal.clone());
        let heavy = self.model.record().is_some_and(|meeting| removal.losses(meeting).are_heavy());
        if heavy && !asked && self.model.may_change() {
            self.go_into(Screen::Removing(removal));
            return;
        }
        self.leave_field();
        let changes = match &removal {
            Removal::Patient(patient) => self.without_patient(*patient).into_iter().collect(),
            Removal::Participant(id) => self.participant_change(*id, |_| None).into_iter().collect(),
            Removal::Agreement(patient, id) => {
                self.agreement_change(*patient, *id, |_| None).into_iter().collect()
            }
            Removal::Time(patient, group, number) => self.without_time(*patient, group, *number),
        };
        if !changes.is_empty() && self.record(changes, Urgency::Committed) {
            if let Removal::Patient(_) = removal {
                self.model.path.go(&Screen::Meeting);
            }
            self.drop_gone();
        }
    }

    /// The change that takes a patient off the agenda.
    fn without_patient(&self, patient: PatientId) -> Option<Change> {
        let reviews = &self.model.record()?.reviews;
        let at = reviews.iter().position(|review| review.patient == patient)?;
        Some(Change::Review {
            at,
            before: reviews.get(at).map(|review| Box::new(Review::clone(review))),
            after: None,
        })
    }

    /// The changes that take a time out of a repeating group, its answers with it.
    fn without_time(&self, patient: PatientId, group: &QuestionKey, number: u32) -> Vec<Change> {
        let Some(review) = self.model.review(patient) else { return Vec::new() };
        let inner: Vec<u32> = group.instance.iter().copied().chain([number]).collect();
        let names = self.names_within(group);
        let gone = review.answers.iter().filter(|(key, _)| {
            key.checklist == group.checklist && key.instance.starts_with(&inner) && names.contains(&key.item)
        });
        let mut changes: Vec<Change> = gone
            .map(|(key, answer)| Change::Answer {
                patient,
                question: key.clone(),
                before: Some(Box::new(answer.clone())),
                after: None,
            })
            .collect();
        let before = review.repeats.get(group).cloned();
        let after = review.times(group).iter().copied().filter(|time| *time != number).collect();
        changes.push(Change::Repeats { patient, group: group.clone(), before, after: Some(after) });
        changes
    }

    /// The names of all items within a repeating group.
    fn names_within(&self, group: &QuestionKey) -> Vec<Name> {
        let Some(checklist) = self.model.checklist(&group.checklist) else { return Vec::new() };
        let steps = checklist.steps();
        steps
            .iter()
            .filter(|step| step.groups.iter().any(|around| around.id == group.item))
            .map(|step| step.part.id().clone())
            .collect()
    }
}

/// Says what changes took away or finished; none where they only added or altered, or took away what was empty.
pub(super) fn told(language: Language, changes: &[Change]) -> Option<String> {
    let what = changes.iter().rev().find_map(|change| what_went(language, change))?;
    Some(format!("{what} {}", language.undo_brings_back()))
}

fn what_went(language: Language, change: &Change) -> Option<String> {
    match change {
        Change::Review { before: Some(review), after: None, .. } if !review.is_blank() => {
            Some(language.patient_removed(&terms::patient(language, review)))
        }
        Change::Participant { before: Some(participant), after: None, .. }
            if **participant != Participant::new(participant.id) =>
        {
            Some(language.participant_removed(&terms::participant(language, participant)))
        }
        Change::Agreement { before: Some(agreement), after: None, .. } => {
            (!agreement.is_blank()).then(|| language.agreement_removed().to_owned())
        }
        Change::Agreement { before: Some(before), after: Some(after), .. } => {
            match (before.ended, after.ended) {
                (None, Some(ended)) if ended.done => Some(language.agreement_is_done().to_owned()),
                (None, Some(_)) => Some(language.agreement_is_dropped().to_owned()),
                _ => None,
            }
        }
        Change::Repeats { before, after, .. } => {
            let count = |times: &Option<Vec<u32>>| times.as_ref().map_or(1, Vec::len);
            (count(after) < count(before)).then(|| language.repeat_removed().to_owned())
        }
        Change::Answer { before: Some(before), after, .. } => {
            answer_went(before, after.as_deref()).then(|| language.answer_cleared().to_owned())
        }
        Change::Judgement { before: Some(before), after, .. } => {
            judgement_went(language, before, after.as_deref())
        }
        Change::ReviewDetails { before, after, .. } => match (before, after) {
            (before, after) if before.finished.is_none() && after.finished.is_some() => {
                Some(language.patient_is_discussed().to_owned())
            }
            (before, after) if !before.postponed && after.postponed => {
                Some(language.patient_is_postponed().to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}

fn answer_went(before: &Answer, after: Option<&Answer>) -> bool {
    let gave = |answer: &Answer| answer.given.is_some() || !answer.counts.is_empty();
    gave(before) && !after.is_some_and(gave)
}

fn judgement_went(language: Language, before: &Judgement, after: Option<&Judgement>) -> Option<String> {
    let withdrawn = after.is_some_and(|after| after.withdrawn.is_some());
    if before.withdrawn.is_none() && withdrawn {
        return Some(language.judgement_is_withdrawn().to_owned());
    }
    let gone = before.choice.is_some() && after.is_none_or(|after| after.choice.is_none());
    gone.then(|| language.judgement_is_cleared().to_owned())
}
