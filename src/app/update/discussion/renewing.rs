//! Another choice where one was noted with its words and its conversation: these stay with the choice beside which they were noted,
//! until somebody says that they hold for the other one too.

use chrono::TimeDelta;

use super::super::Turn;
use super::super::changes::Urgency;
use crate::app::page::{Action, Detail, Mark, OneOf, RowKind};
use crate::checklist::Discussed;
use crate::meeting::course::knows;
use crate::meeting::{Answer, Change, Given, ParticipantId, PatientId, QuestionKey, replaced, terms, typed};

/// Has what stood come back as a whole where it is chosen again, and go as a whole with what takes its place: its words came along with
/// it, and nobody typed them beside another choice. What was typed today stays.
fn chosen_again(before: &Answer, answer: &mut Answer, stood: &Answer) {
    if before.given == answer.given {
        return;
    }
    if before.given.is_some() && before.given == stood.given && before.note == stood.note {
        answer.note.clear();
    }
    if answer.given == stood.given && answer.note.trim().is_empty() {
        answer.note.clone_from(&stood.note);
        answer.answered_by = answer.answered_by.or(stood.answered_by);
        answer.replaces.clone_from(&stood.replaces);
    }
}

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
        let stood = self.standing_answer(patient, question).and_then(|stood| stood.given);
        let held = before.is_some_and(|before| self.is_held(patient, question, before));
        replaced(before, after.given.as_ref(), stood.as_ref(), held).map(Box::new)
    }

    /// The change of an answer by `alter`, in which what stood comes and goes as a whole.
    pub(in crate::app::update) fn chosen_change(
        &self,
        patient: PatientId,
        question: &QuestionKey,
        alter: impl FnOnce(&mut Answer),
    ) -> Option<Change> {
        let stood = self.standing_answer(patient, question);
        self.answer_change(patient, question, |answer| {
            let before = answer.clone();
            alter(answer);
            if let Some(stood) = &stood {
                chosen_again(&before, answer, stood);
            }
        })
    }

    /// What stands from earlier meetings as the answer to a question.
    pub(in crate::app::update) fn standing_answer(
        &self,
        patient: PatientId,
        question: &QuestionKey,
    ) -> Option<Answer> {
        let stood = self.model.answered_earlier(patient, question)?;
        self.model.stands(question).then(|| stood.value.clone())
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

    /// What is told once an answer took the place of another one, of today or from earlier, of which neither is more or less: what that
    /// was when the cursor came to its row, with the way back, and that what was noted beside it is still there. Where nothing stood then,
    /// and one answer was exchanged for another, it tells that.
    pub(in crate::app::update) fn told_of_place(&self, action: &Action, exchanged: bool) -> Option<String> {
        let (patient, question, new) = match action {
            Action::Answer(
                patient,
                question,
                Some(new @ (Given::Choice(_) | Given::YesNo(_) | Given::Not(_))),
            ) => (patient, question, new),
            Action::AnswerPerson(patient, question, person) => {
                (patient, question, &Given::Person(person.clone()))
            }
            _ => return None,
        };
        let language = self.model.language();
        let of_it = |change: &Change| match change {
            Change::Answer { question: own, before, .. } if own == question => Some(before.clone()),
            _ => None,
        };
        let known = self.open()?.history.newest()?.changes.iter().find_map(of_it)?;
        let known = known.filter(|answer| answer.given.is_some());
        let stood = self.model.answered_earlier(*patient, question);
        let stood = stood.filter(|_| known.is_none() && self.model.stands(question));
        let was = known.as_deref().or_else(|| stood.map(|stood| &stood.value));
        let Some(was) = was else { return exchanged.then(|| language.nothing_was().to_owned()) };
        if was.given.as_ref() == Some(new) {
            // What stood from earlier stands again, and was said today.
            let holds = || language.recorded_at_once(language.still_holds());
            return stood.is_some().then(holds);
        }
        let record = self.model.record()?;
        let checklist = self.model.checklist(&question.checklist)?;
        let item = checklist.item(question.item.as_str())?;
        let old = self.model.standing(*patient).and_then(|standing| standing.old(question));
        let words = match old.filter(|_| !knows(item, was)) {
            Some(old) => old.words(language, record, was),
            None => terms::answer(language, record, item, was),
        };
        let day = stood.map(|stood| typed::short_day(stood.since(), record.details.date, language));
        let words = match day {
            Some(day) => format!("{words} ({day})"),
            None => words,
        };
        let answer = self.model.review(*patient)?.answers.get(question)?;
        let keeps = answer.replaces.is_some() && !answer.replaces_earlier();
        Some(language.answer_was(&words, keeps))
    }

    /// Whether there is an answer already where an action gives one.
    pub(in crate::app::update) fn is_answered(&self, action: &Action) -> bool {
        let Action::Answer(patient, question, _) = action else { return false };
        let known = self.model.review(*patient).and_then(|review| review.answers.get(question));
        known.is_some_and(|answer| answer.given.is_some())
    }

    /// What is told once another person or another answer was chosen from a list: who or what it was.
    pub(in crate::app::update) fn told_of_list(&self, action: &Action) -> Option<String> {
        if matches!(action, Action::AnswerPerson(..) | Action::Answer(..)) {
            return self.told_of_place(action, false);
        }
        let (language, record) = (self.model.language(), self.model.record()?);
        let person = |id: Option<ParticipantId>| {
            id.is_some()
                .then(|| terms::participant_by_id(language, record, id))
                .filter(|name| !name.is_empty())
        };
        let of_it = |change: &Change| match (action, change) {
            (Action::SetOwner(..), Change::Agreement { before: Some(before), .. }) => {
                before.owner.is_some().then(|| terms::owner(language, record, before))
            }
            (Action::SetToldBy(..), Change::Agreement { before: Some(before), .. }) => person(before.told_by),
            (Action::Detail(_, Detail::BroughtBy(_)), Change::ReviewDetails { before, .. }) => {
                person(before.brought_by)
            }
            _ => None,
        };
        let was = self.open()?.history.newest()?.changes.iter().find_map(of_it)?;
        Some(language.answer_was(&was, false))
    }

    /// What is told once one of several that stand below each other took the place of another one, which was called so.
    pub(in crate::app::update) fn told_of_another(&self, action: &Action, was: &str) -> String {
        let language = self.model.language();
        match action {
            // What is set is no part of the record, and is chosen again.
            Action::Set(_) => language.setting_was(was.trim()),
            _ => language.answer_was(was.trim(), false),
        }
    }
}
