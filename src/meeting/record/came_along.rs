//! What a discussion began with of what earlier meetings said of the patient: as long as nobody touches that, it says nothing anew.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::QuestionKey;
use super::review::Review;

/// What came along when a known patient was put on the record.
///
/// A record that is made ahead would otherwise bring back, on its day, what was corrected since.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CameAlong {
    /// The label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Year of birth as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub born: String,
    /// The question of who brings the case, which waited for a discussion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The patient had died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub deceased: bool,
    /// The times of repeating groups.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub repeats: BTreeMap<QuestionKey, Vec<u32>>,
}

/// What of a discussion only came along: it counts where nobody said it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsaid {
    /// The label.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub label: bool,
    /// The year of birth.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub born: bool,
    /// The question of who brings the case.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub question: bool,
    /// That the patient died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub deceased: bool,
    /// The times of these repeating groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<QuestionKey>,
}

impl CameAlong {
    /// What comes along with a discussion that was just made from what is known; nothing where that says nothing.
    pub fn of(review: &Review) -> Option<Box<Self>> {
        let came = Self {
            label: review.label.clone(),
            born: review.born.clone(),
            question: review.question.clone(),
            deceased: review.details.deceased,
            repeats: review.repeats.clone(),
        };
        (came != Self::default()).then(|| Box::new(came))
    }
}

impl Review {
    /// What only came along.
    pub fn unsaid(&self) -> Unsaid {
        let Some(came) = self.details.came_along.as_deref() else { return Unsaid::default() };
        let same = |known: &str, now: &str| !known.trim().is_empty() && known == now;
        let repeats = self.repeats.iter().filter(|(group, times)| came.repeats.get(group) == Some(times));
        Unsaid {
            label: same(&came.label, &self.label),
            born: same(&came.born, &self.born),
            question: same(&came.question, &self.question),
            deceased: came.deceased && self.details.deceased,
            repeats: repeats.map(|(group, _)| group.clone()).collect(),
        }
    }

    /// The day on which the person's own words were written, where that was before this one.
    pub fn own_words_before(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.details.own_words_on.filter(|written| *written < day)
    }

    /// The same discussion, with another in place of what came along and was not touched.
    ///
    /// `now` is what would come along at this moment.
    #[must_use]
    pub fn brought_up_to_date(&self, now: &Self) -> Self {
        let (unsaid, mut review) = (self.unsaid(), self.clone());
        let Some(mut came) = review.details.came_along.take() else { return review };
        if unsaid.label && !now.label.trim().is_empty() {
            review.label.clone_from(&now.label);
            came.label.clone_from(&now.label);
        }
        if unsaid.born && !now.born.trim().is_empty() {
            review.born.clone_from(&now.born);
            came.born.clone_from(&now.born);
        }
        if unsaid.question && !now.question.trim().is_empty() {
            review.question.clone_from(&now.question);
            came.question.clone_from(&now.question);
        }
        if unsaid.deceased {
            review.details.deceased = now.details.deceased;
            came.deceased = now.details.deceased;
        }
        for group in unsaid.repeats {
            if let Some(times) = now.repeats.get(&group) {
                review.repeats.insert(group.clone(), times.clone());
                came.repeats.insert(group, times.clone());
            }
        }
        if review.details.own_words_on.is_some() && !now.own_words.trim().is_empty() {
            review.own_words.clone_from(&now.own_words);
            review.details.own_words_on = now.details.own_words_on;
        }
        review.details.came_along = (*came != CameAlong::default()).then_some(came);
        review
    }
}
