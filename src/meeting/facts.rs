//! What conditions may see of a record: the answers and judgements of one patient, and nothing else.

use super::answer::{Given, QuestionKey};
use super::review::Review;
use super::typed;
use crate::checklist::{FactValue, Facts, ItemRef, Name};

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

    /// The value of an item in the nearest time: this one, one around it, or else the first time that has a value.
    fn given(&self, checklist: &Name, item: &Name) -> Option<&'a Given> {
        let own = checklist == self.checklist;
        let depth = if own { self.instance.len() } else { 0 };
        let near = (0..=depth).rev().find_map(|length| {
            let instance = self.instance.get(..length)?;
            self.review.answers.get(&QuestionKey::repeated(checklist, item, instance))?.given.as_ref()
        });
        near.or_else(|| {
            let mut times = self.review.answers.iter();
            times
                .find(|(key, answer)| {
                    key.checklist == *checklist && key.item == *item && answer.given.is_some()
                })
                .filter(|(key, _)| !own || self.instance.is_empty() || key.instance.is_empty())
                .and_then(|(_, answer)| answer.given.as_ref())
        })
    }
}

impl Facts for ReviewFacts<'_> {
    fn value(&self, item: &ItemRef) -> Option<FactValue> {
        let checklist = item.checklist.as_ref().unwrap_or(self.checklist);
        match self.given(checklist, &item.item)? {
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

    fn judgement(&self, checklist: Option<&Name>) -> Option<Name> {
        let judgement = self.review.judgements.get(checklist.unwrap_or(self.checklist))?;
        if judgement.withdrawn.is_some() { None } else { judgement.choice.clone() }
    }
}
