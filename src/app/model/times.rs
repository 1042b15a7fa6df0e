//! What belongs together within one time of a repeating group: its first question, and what is said of that.

use super::Model;
use crate::checklist::{Checklist, Item, Part};
use crate::meeting::{Answer, Given, NonAnswer, PatientId, QuestionKey, Stood};

impl Model {
    /// The questions of the time of a repeating group in which a question is asked, its first question first; none outside
    /// such a group.
    pub fn time_around(&self, question: &QuestionKey) -> Vec<QuestionKey> {
        let checklist = self.checklist(&question.checklist).filter(|_| !question.instance.is_empty());
        let steps = checklist.map(Checklist::steps).unwrap_or_default();
        let own = steps.iter().find(|step| *step.part.id() == question.item);
        let Some(around) = own.and_then(|step| step.groups.iter().rev().find(|group| group.repeats)) else {
            return Vec::new();
        };
        let within = steps.iter().filter(|step| {
            matches!(step.part, Part::Item(_)) && step.groups.iter().any(|group| group.id == around.id)
        });
        within
            .map(|step| QuestionKey { item: step.part.id().clone(), by: None, ..question.clone() })
            .collect()
    }

    /// What an earlier meeting answered to the first question of a time, where `given` is something else.
    pub fn other_than(
        &self,
        patient: PatientId,
        first: &QuestionKey,
        given: Option<&Given>,
    ) -> Option<&Stood<Answer>> {
        let stood = self.answered_earlier(patient, first).filter(|_| self.stands(first))?;
        (given.is_some() && given != stood.value.given.as_ref()).then_some(stood)
    }

    /// The first question of the time of a question with what it was in an earlier meeting, where it was made another one today:
    /// what stands of the question was said of that and not of what it is now.
    pub fn said_of_another(
        &self,
        patient: PatientId,
        question: &QuestionKey,
    ) -> Option<(&Item, QuestionKey, &Stood<Answer>)> {
        let first = self.time_around(question).into_iter().next().filter(|first| first != question)?;
        let today = self.review(patient)?.answers.get(&first)?.given.as_ref();
        if today == Some(&Given::Not(NonAnswer::NoLonger)) {
            return None;
        }
        let was = self.other_than(patient, &first, today)?;
        let item = self.checklist(&first.checklist)?.item(first.item.as_str())?;
        Some((item, first, was))
    }
}
