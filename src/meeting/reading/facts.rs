//! What conditions may see of a record: the answers and judgements of one patient, and nothing else.

use crate::checklist::{FactValue, Facts, ItemRef, Name};
use crate::meeting::record::answer::{Answer, Given, QuestionKey};
use crate::meeting::record::review::Review;
use crate::meeting::typed;

/// The answers of one patient, seen from one checklist and one time of its repeating groups.
#[derive(Debug, Clone, Copy)]
pub struct ReviewFacts<'a> {
    review: &'a Review,
    checklist: &'a Name,
    instance: &'a [u32],
}

impl<'a> ReviewFacts<'a> {
    /// The answers of `review`, seen from `checklist` outside its repeating groups.
    pub fn new(review: &'a Review, checklist: &'a Name) -> Self {
        Self { review, checklist, instance: &[] }
    }

    /// The same, seen from within the given times of repeating groups.
    pub fn within(review: &'a Review, checklist: &'a Name, instance: &'a [u32]) -> Self {
        Self { review, checklist, instance }
    }

    /// What was given to an item in the nearest time: this one, one around it, or else the first time that has a value.
    fn given(&self, checklist: &Name, item: &Name) -> Vec<&'a Answer> {
        let first = QuestionKey::repeated(checklist, item, &[]);
        let asked = |key: &QuestionKey| key.checklist == *checklist && key.item == *item;
        let times = self.review.answers.range(first..).take_while(|(key, _)| asked(key));
        let times = times.filter(|(_, answer)| answer.given.is_some());
        let own = checklist == self.checklist;
        let depth = if own { self.instance.len() } else { 0 };
        // What everybody gave in one of the times.
        let of = |instance: &[u32]| {
            let answers = times.clone().filter(|(key, _)| *key.instance == *instance);
            answers.map(|(_, answer)| answer).collect::<Vec<_>>()
        };
        let near = (0..=depth).rev().filter_map(|length| self.instance.get(..length));
        let first = || {
            let (key, _) = times.clone().next()?;
            (!own || self.instance.is_empty() || key.instance.is_empty()).then(|| of(&key.instance))
        };
        near.map(of).find(|given| !given.is_empty()).or_else(first).unwrap_or_default()
    }
}

impl Facts for ReviewFacts<'_> {
    fn value(&self, item: &ItemRef) -> Option<FactValue> {
        let checklist = item.checklist.as_ref().unwrap_or(self.checklist);
        let mut values: Vec<FactValue> =
            self.given(checklist, &item.item).into_iter().flat_map(values).collect();
        match values.len() {
            0 | 1 => values.pop(),
            _ => Some(FactValue::Several(values)),
        }
    }

    fn judgement(&self, checklist: Option<&Name>) -> Option<Name> {
        let judgement = self.review.judgements.get(checklist.unwrap_or(self.checklist))?;
        if judgement.withdrawn.is_some() { None } else { judgement.choice.clone() }
    }
}

/// What an answer says to conditions; of a question to everybody each answer that was counted, once the spread is shown.
fn values(answer: &Answer) -> Vec<FactValue> {
    if answer.counts.is_empty() {
        return answer.given.iter().filter_map(value).collect();
    }
    let counted = answer.counts.iter().filter(|(_, count)| answer.is_spread_shown() && **count > 0);
    counted.map(|(code, _)| FactValue::Code(code.clone())).collect()
}

/// A given value as conditions see it; nothing for an explicit non-answer.
fn value(given: &Given) -> Option<FactValue> {
    match given {
        Given::YesNo(truth) => Some(FactValue::Truth(*truth)),
        Given::Choice(code) => Some(FactValue::Code(code.clone())),
        Given::Choices(codes) => Some(FactValue::Codes(codes.iter().cloned().collect())),
        #[expect(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
        Given::Scale(value) => Some(FactValue::Number(*value as f64)),
        Given::Number(text) => typed::number(text).map(FactValue::Number),
        Given::Date(_) | Given::Text(_) | Given::Person(_) => Some(FactValue::Other),
        Given::Not(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::checklist::{Condition, Literal, Test};
    use crate::meeting::{Answer, Id, NonAnswer, ParticipantId, PatientId, Stamp};

    /// A review in which each of these people answered the surprise question for themselves.
    fn answered(given: &[Given]) -> Review {
        let mut review = Review::new(PatientId(Id::from_bits(1)));
        let first = QuestionKey::new(&"markering".into(), &"surprise-question".into());
        for (number, given) in (0..).zip(given) {
            let key = if number == 0 {
                first.clone()
            } else {
                first.answered_by(ParticipantId(Id::from_bits(number)))
            };
            let stamp = Stamp { by: None, at: NaiveDateTime::default() };
            review.answers.insert(key, Answer::given(given.clone(), stamp));
        }
        review
    }

    #[test]
    fn a_condition_sees_the_answer_of_everybody() {
        let (no, yes) = (Given::Choice("nee".into()), Given::Choice("ja".into()));
        let unknown = Given::Not(NonAnswer::NotDiscussedToday);
        let says = |given: &[Given], test: Test| {
            let item = ItemRef { checklist: None, item: "surprise-question".into() };
            let (review, name) = (answered(given), "markering".into());
            Condition::Item { item, test }.holds(&ReviewFacts::new(&review, &name))
        };
        let is = |code: &str| Test::Is(Literal::Code(code.into()));
        assert!(says(&[yes.clone(), no.clone()], is("nee")));
        assert!(says(&[yes.clone(), no.clone()], is("ja")));
        assert!(!says(&[yes.clone(), yes.clone()], is("nee")));
        assert!(says(&[unknown.clone(), no.clone()], is("nee")), "who answered later counts as well");
        assert!(says(&[yes.clone(), no.clone()], Test::In(vec![Literal::Code("nee".into())])));
        assert!(says(&[yes, no], Test::Answered(true)));
        assert!(!says(&[unknown], Test::Answered(true)));
    }
}
