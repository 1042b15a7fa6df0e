//! What belongs together within one time of a repeating group: its first question, and what is said of that.

use super::Model;
use crate::checklist::{Checklist, Item, Name, Part};
use crate::meeting::{Answer, Given, NonAnswer, PatientId, QuestionKey, Stood, terms};
use crate::text::mended::mended;

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

    /// What an earlier meeting answered to the first question of a time, where `given` is something else; a typing error that was
    /// mended makes nothing else of it.
    pub fn other_than(
        &self,
        patient: PatientId,
        first: &QuestionKey,
        given: Option<&Given>,
    ) -> Option<&Stood<Answer>> {
        let stood = self.answered_earlier(patient, first).filter(|_| self.stands(first))?;
        let is_other = match (given, &stood.value.given) {
            (None, _) => false,
            (Some(Given::Text(text)), Some(Given::Text(stood))) => !mended(stood, text),
            (given, stood) => given != stood.as_ref(),
        };
        is_other.then_some(stood)
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

    /// Of what a part of a time of a repeating group is said, in words, where an earlier meeting said that and it is what it was: so that
    /// whoever reads this meeting alone knows to which scenario a plan belongs. Empty where that stands nowhere but here.
    pub fn said_of(&self, patient: PatientId, question: &QuestionKey) -> String {
        self.stood_first(patient, question).unwrap_or_default()
    }

    fn stood_first(&self, patient: PatientId, question: &QuestionKey) -> Option<String> {
        let first = self.time_around(question).into_iter().next().filter(|first| first != question)?;
        let steps = self.checklist(&first.checklist)?.steps();
        let step_of = |item: &Name| steps.iter().find(|step| step.part.id() == item);
        let (step, own) = (step_of(&first.item)?, step_of(&question.item)?);
        let today = self.review(patient)?.answers.get(&first).and_then(|answer| answer.given.as_ref());
        // What the team keeps to itself is said of nothing about the patient.
        if step.about() != own.about() || matches!(today, Some(Given::Not(_))) {
            return None;
        }
        let stood = self.answered_earlier(patient, &first).filter(|_| self.stands(&first))?;
        let Part::Item(item) = step.part else { return None };
        if self.other_than(patient, &first, today).is_some() {
            return None;
        }
        let then = self.standing(patient)?.meeting(stood.meeting)?;
        let words = terms::answer(self.language(), then, item, &stood.value);
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
