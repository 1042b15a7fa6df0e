//! What is typed, recorded: an answer begins or goes with its first or last letter, and everything keeps its stamp.

use super::super::Turn;
use super::super::changes::Urgency;
use crate::meeting::{
    Agreement, AgreementText, Answer, AnswerText, Change, Given, PatientId, Person, QuestionKey, ReviewText,
    Stamp, TextPlace, terms,
};
use crate::text::TextEdit;

/// So many runs of typing back a text is looked for that was brought back letter by letter.
const BROUGHT_BACK: usize = 16;

impl Turn<'_> {
    /// The change by which typing begins or empties an answer that takes the place of what stood: what that was comes and goes
    /// with the answer as a whole.
    fn first_or_last_letter(
        &self,
        patient: PatientId,
        question: &QuestionKey,
        place: &TextPlace,
        which: AnswerText,
        edit: &TextEdit,
    ) -> Option<Change> {
        let record = self.model.record()?;
        let known = self.model.review(patient)?.answers.get(question);
        let begins = known.is_none_or(|answer| answer.given.is_none() || !place.is_free(record));
        let before = if begins { "" } else { place.text(record)? };
        let mut text = before.to_owned();
        edit.apply(&mut text).ok()?;
        let refers = if begins {
            let stood =
                self.model.stands(question) && self.model.answered_earlier(patient, question).is_some();
            stood || !self.model.said_of(patient, question).is_empty()
        } else {
            let refers = |answer: &Answer| answer.earlier.is_some() || !answer.said_of.is_empty();
            text.is_empty() && known.is_some_and(refers)
        };
        if !refers {
            return None;
        }
        self.answer_change(patient, question, |answer| {
            answer.given = (!text.is_empty()).then(|| which.given(text));
        })
    }

    /// What an edit makes of a typed answer; none where it leaves nothing.
    fn typed_answer(&self, place: &TextPlace, which: AnswerText, edit: &TextEdit) -> Option<Given> {
        let record = self.model.record()?;
        let mut text = if place.is_free(record) { place.text(record)?.to_owned() } else { String::new() };
        edit.apply(&mut text).ok()?;
        (!text.is_empty()).then(|| which.given(text))
    }

    /// The stamp of a text after an edit: now, or when it was given where the edit only brings back what stood, as a second Enter
    /// takes back the empty line of the first.
    fn stamp_after(&self, place: &TextPlace, edit: &TextEdit) -> Stamp {
        let stood = || {
            let text = place.text(self.model.record()?)?;
            let mut after = text.to_owned();
            edit.apply(&mut after).ok()?;
            let mut before = self.open()?.history.texts_before(place, text).take(BROUGHT_BACK);
            before.find(|(stood, _)| *stood == after)?.1
        };
        stood().unwrap_or_else(|| self.model.stamp())
    }

    /// Whether the last that happened was typing at this place.
    fn goes_on_typing(&self, place: &TextPlace) -> bool {
        let newest = self.open().and_then(|open| open.history.newest()?.changes.last());
        matches!(newest, Some(Change::Text { place: typed, .. }) if typed == place)
    }

    /// The participant who was chosen where the name of somebody else is typed.
    pub(super) fn chosen_person(&self, place: &TextPlace) -> Option<String> {
        let TextPlace::Answer(patient, question, AnswerText::Outside) = place else { return None };
        let Some(Given::Person(Person::Participant(id))) =
            self.model.review(*patient)?.answers.get(question)?.given
        else {
            return None;
        };
        Some(terms::participant_by_id(self.model.language(), self.model.record()?, Some(id)))
    }

    /// Records an edit of a text; an answer of another form makes room for it first.
    pub(in crate::app::update) fn edit(&mut self, place: &TextPlace, edit: TextEdit) -> bool {
        let Some(record) = self.model.record() else { return false };
        let mut changes = Vec::new();
        if let TextPlace::Answer(patient, question, which) = place {
            if *which != AnswerText::Note && !place.is_free(record) {
                changes.extend(self.answer_change(*patient, question, |answer| answer.given = None));
            }
            let pins = self.pin(&question.checklist);
            changes.extend(pins);
            if *which != AnswerText::Note {
                let given = self.typed_answer(place, *which, &edit);
                changes.extend(self.said_along(*patient, question, given.as_ref()));
            }
        }
        if let TextPlace::Review(patient, ReviewText::OwnWords) = place
            && self.model.review(*patient).is_some_and(|review| review.details.own_words_on.is_some())
        {
            // What somebody types now was not written then.
            changes.extend(self.review_change(*patient, |details, _| details.own_words_on = None));
        }
        if let TextPlace::Agreement(patient, id, which) = place
            && *which != AgreementText::Outcome
            && !self.goes_on_typing(place)
        {
            // One that came along is another from the first letter on.
            let change = self.agreement_change(*patient, *id, |known| {
                let changed = Some(self.model.stamp()).filter(|_| known.from.is_some());
                Some(Agreement { changed: changed.or(known.changed), ..known })
            });
            changes.extend(change.filter(|change| !change.is_nothing()));
        }
        if let TextPlace::Judgement(_, checklist, _) = place {
            changes.extend(self.pin(checklist));
        }
        if let TextPlace::Answer(patient, question, which) = place
            && let Some(change) = match which {
                AnswerText::Note => self.last_letter_of_a_note(*patient, question, place, &edit),
                _ => self.first_or_last_letter(*patient, question, place, *which, &edit),
            }
        {
            changes.retain(|known| !matches!(known, Change::Answer { question: own, .. } if own == question));
            changes.push(change);
            return self.record(changes, Urgency::Typing);
        }
        let clears = |change: &Change| match (change, place) {
            (Change::Answer { question, .. }, TextPlace::Answer(_, own, _)) => question == own,
            _ => false,
        };
        let cleared = changes.iter().any(clears);
        let (before, after) = match place {
            TextPlace::Answer(..) => {
                let known = self.model.record().and_then(|record| place.stamp(record));
                let left = changes.iter().filter(|change| clears(change)).find_map(|change| match change {
                    Change::Answer { after, .. } => Some(after.as_ref().map(|answer| answer.recorded)),
                    _ => None,
                });
                let stays = !self.model.is_emptied(place, &edit);
                (if cleared { left.flatten() } else { known }, stays.then(|| self.stamp_after(place, &edit)))
            }
            _ => (None, None),
        };
        changes.push(Change::Text { place: place.clone(), edit, before, after });
        self.record(changes, Urgency::Typing)
    }
}
