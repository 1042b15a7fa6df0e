//! Typing on an option that needs words: "anders, namelijk".

use super::super::Turn;
use super::super::typing::begins_a_text;
use crate::app::page::{Action, OneOf, Row, RowKind};
use crate::checklist::Name;
use crate::meeting::{AnswerText, Given, PatientId, QuestionKey, TextPlace, terms};
use crate::text::Command;

impl Turn<'_> {
    /// Takes away the answer of a row with all answers side by side; false where the row has none, or the key is another.
    ///
    /// Digits choose nothing there: a sentence that begins with one would change an answer.
    pub(in crate::app::update) fn clear_by_typing(&mut self, row: &Row, command: &Command) -> bool {
        let RowKind::OneOf(OneOf { beyond: Some(beyond), .. }) = &row.kind else { return false };
        if !matches!(command, Command::Delete) {
            return false;
        }
        // It takes back letters that were refused.
        if self.model.after_letter {
            return true;
        }
        // Nothing goes by a key that was pressed where only the page was opened.
        if self.model.path.top().focus.is_none() && !self.model.in_lines {
            self.say(self.model.language().go_first().to_owned(), false);
            return true;
        }
        self.act(beyond.clear.clone());
        // Whoever cleared here is here.
        self.model.set_focus(Some(row.id.clone()));
        true
    }

    /// Types what an option says in its own words, on the row of that option; false where the row is no such option.
    ///
    /// Where nothing was chosen yet, the option is chosen along with the first letter, and told of. What was chosen otherwise is not
    /// taken away by a letter, and neither does one choose where only Enter put the cursor.
    pub(in crate::app::update) fn explain_by_typing(&mut self, row: &Row, command: &Command) -> bool {
        let Some((patient, question, option)) = self.option_of(row) else { return false };
        if !begins_a_text(command) || !self.model.may_change() || !self.needs_words(&question, &option) {
            return false;
        }
        let answer = self.model.review(patient).and_then(|review| review.answers.get(&question));
        let given = answer.and_then(|answer| answer.given.as_ref());
        let is_chosen = match given {
            Some(Given::Choice(code)) => *code == option,
            Some(Given::Choices(codes)) => codes.contains(&option),
            _ => false,
        };
        if !is_chosen {
            let is_free = given.is_none() || matches!(given, Some(Given::Choices(_)));
            match &row.kind {
                RowKind::Action(action) if is_free && !self.model.after_enter => self.act(action.clone()),
                _ => {
                    self.say(self.model.language().chosen_before_typing().to_owned(), false);
                    return true;
                }
            }
            self.say(self.model.language().recorded_at_once(row.label.trim()), false);
        }
        let place = TextPlace::Answer(patient, question, AnswerText::Note);
        // In a table of answers what is typed stands on the page of its question.
        if let RowKind::OneOf(OneOf { beyond: Some(beyond), .. }) = &row.kind {
            self.act(beyond.opens.clone());
        }
        let page = self.model.page();
        let field = page.rows().find(|row| row.as_field().is_some_and(|field| field.place == place));
        let Some(field) = field.map(|row| row.id.clone()) else { return true };
        self.focus(field);
        self.perform(command);
        true
    }

    /// The option that a row chooses, or on a row with all of them the one that is chosen.
    fn option_of(&self, row: &Row) -> Option<(PatientId, QuestionKey, Name)> {
        match &row.kind {
            RowKind::Action(Action::Answer(patient, question, Some(Given::Choice(option))))
            | RowKind::Action(Action::ToggleOption(patient, question, option)) => {
                Some((*patient, question.clone(), option.clone()))
            }
            RowKind::OneOf(OneOf { beyond: Some(beyond), .. }) => {
                let Action::Answer(patient, question, _) = &beyond.clear else { return None };
                let answer = self.model.review(*patient)?.answers.get(question)?;
                let Given::Choice(option) = answer.given.as_ref()? else { return None };
                Some((*patient, question.clone(), option.clone()))
            }
            RowKind::Scale { more: Action::Answer(patient, question, _), .. } => {
                let answer = self.model.review(*patient)?.answers.get(question)?;
                match answer.given.as_ref()? {
                    Given::Choice(option) => Some((*patient, question.clone(), option.clone())),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether an option says what it means in words of its own.
    fn needs_words(&self, question: &QuestionKey, option: &Name) -> bool {
        let checklist = self.model.checklist(&question.checklist);
        let item = checklist.and_then(|known| known.item(question.item.as_str()));
        let options = item.map(terms::options).unwrap_or_default();
        options.iter().any(|known| known.code == *option && known.needs_note)
    }
}
