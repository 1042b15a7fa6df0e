//! Another choice where one was noted with its words and its conversation: these stay with the choice beside which they were noted,
//! until somebody says that they hold for the other one too.

use chrono::TimeDelta;

use super::super::Turn;
use super::super::changes::Urgency;
use crate::app::page::{Action, Mark, OneOf, RowKind};
use crate::checklist::Discussed;
use crate::meeting::{Answer, Given, PatientId, QuestionKey, replaced, terms, typed};

/// Whoever goes past a choice with the arrows is at the next one sooner than this.
const GOING_PAST: TimeDelta = TimeDelta::seconds(20);

impl Turn<'_> {
    /// The choice to which what was noted belongs once an answer becomes `after`.
    pub(in crate::app::update) fn replaced(
        &self,
        patient: PatientId,
        question: &QuestionKey,
        before: Option<&Answer>,
        after: &Answer,
    ) -> Option<Box<Given>> {
        let was = before.and_then(|before| before.replaces.as_ref());
        let is_same = before.and_then(|before| before.given.as_ref()) == after.given.as_ref();
        let checklist = self.model.checklist(&question.checklist);
        let item = checklist.and_then(|known| known.item(question.item.as_str()));
        let is_needed = item.is_some_and(|item| item.discussed == Discussed::Needed);
        if is_same || !is_needed || after.replaces.as_ref() != was {
            return after.replaces.clone();
        }
        let stood = self.model.answered_earlier(patient, question).filter(|_| self.model.stands(question));
        let stood = stood.and_then(|stood| stood.value.given.as_ref());
        let held = before.is_some_and(|before| self.is_held(patient, question, before));
        replaced(before, after.given.as_ref(), stood, held).map(Box::new)
    }

    /// Whether a choice stood for longer than somebody needs to go past it, and lacked nothing of its conversation.
    fn is_held(&self, patient: PatientId, question: &QuestionKey, answer: &Answer) -> bool {
        let model = &self.model;
        let whole = || {
            let checklist = model.checklist(&question.checklist)?;
            let item = checklist.item(question.item.as_str())?;
            let review = model.review(patient)?;
            let conversations = model.open.as_ref()?.conversations(model.language(), review, checklist);
            Some(conversations.missing(question, item, answer).is_empty())
        };
        model.stamp().at - answer.recorded.at >= GOING_PAST && whole().unwrap_or_default()
    }

    /// Says that what was noted beside another choice holds for this one.
    pub(in crate::app::update) fn holds_too(&mut self, patient: PatientId, question: &QuestionKey) {
        let change = self.answer_change(patient, question, |answer| answer.replaces = None);
        if !self.record(change.into_iter().collect(), Urgency::Committed) {
            return;
        }
        if self.silent {
            self.say(self.model.language().noted_holds_too(), false);
        }
        // The row is gone: the cursor comes to the choice that was meant, and to no other.
        let is_of = |action: &Action| matches!(action, Action::Answer(_, asked, _) if asked == question);
        let page = self.model.page();
        let chosen = page.rows().find(|row| match &row.kind {
            RowKind::OneOf(OneOf { beyond: Some(beyond), .. }) => is_of(&beyond.clear),
            RowKind::Action(action) => row.mark == Mark::Chosen && is_of(action),
            _ => false,
        });
        if let Some(row) = chosen.map(|row| row.id.clone()) {
            self.enter(row);
        }
    }

    /// What is told where an answer takes the place of another one, of today or from earlier, of which neither is more or less: what
    /// that was.
    pub(in crate::app::update) fn took_the_place(&self, action: &Action) -> Option<String> {
        let Action::Answer(
            patient,
            question,
            Some(new @ (Given::Choice(_) | Given::YesNo(_) | Given::Not(_))),
        ) = action
        else {
            return None;
        };
        let language = self.model.language();
        let known = self.model.review(*patient).and_then(|review| review.answers.get(question));
        let known = known.filter(|answer| answer.given.is_some());
        let stood = self.model.answered_earlier(*patient, question);
        let stood = stood.filter(|_| known.is_none() && self.model.stands(question));
        let was = known
            .or_else(|| stood.map(|stood| &stood.value))
            .filter(|was| was.given.as_ref() != Some(new))?;
        let record = self.model.record()?;
        let checklist = self.model.checklist(&question.checklist)?;
        let words = terms::answer(language, record, checklist.item(question.item.as_str())?, was);
        let day = stood.map(|stood| typed::short_day(stood.since(), record.details.date, language));
        Some(match day {
            Some(day) => format!("{words} ({day})"),
            None => words,
        })
    }

    /// The same once it did, with the way back, and that what was noted beside it is still there.
    pub(in crate::app::update) fn told_of_place(&self, action: &Action, was: &str) -> Option<String> {
        let Action::Answer(patient, question, _) = action else { return None };
        let answer = self.model.review(*patient)?.answers.get(question)?;
        let keeps = answer.replaces.is_some() && !answer.replaces_earlier();
        Some(self.model.language().answer_was(was, keeps))
    }
}
