//! What of a discussion only came along and was not touched: told apart from what was said, and brought up to date.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::agreement::Agreement;
use super::came_along::{CameAlong, Unsaid};
use super::id::AgreementId;
use super::review::Review;

/// How a record comes to hold an agreement: the more it says of it itself, the further down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// It only came along from an earlier meeting, and says nothing anew.
    Copied,
    /// It came along, and somebody changed, confirmed or ended it here.
    Said,
    /// It was made here.
    Made,
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
            agreed: changed(&review.agreements),
        };
        (came != Self::default()).then(|| Box::new(came))
    }
}

/// When each of these was changed last, where it was.
fn changed(agreements: &[Agreement]) -> BTreeMap<AgreementId, NaiveDateTime> {
    let changed = agreements.iter().filter_map(|agreement| Some((agreement.id, agreement.changed_at()?)));
    changed.collect()
}

impl Unsaid {
    /// What of it is not told now either: of a person who turns out to be somebody else, it was of the other.
    #[must_use]
    pub fn beyond(mut self, now: &Review) -> Self {
        self.label = false;
        self.born &= now.born.trim().is_empty();
        self.question &= now.question.trim().is_empty();
        self.deceased &= !now.details.deceased;
        self.repeats.retain(|group| !now.repeats.contains_key(group));
        self
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

    /// The same discussion without what only came along, and with another year of birth where that did: nobody said it here, and
    /// where it was said it stands.
    #[must_use]
    pub fn without_copies(mut self, unsaid: &Unsaid, born: &str) -> Self {
        let mut came = self.details.came_along.take().unwrap_or_default();
        if unsaid.born {
            born.clone_into(&mut self.born);
            born.clone_into(&mut came.born);
        }
        if unsaid.question {
            self.question.clear();
            came.question.clear();
        }
        if unsaid.deceased {
            (self.details.deceased, self.details.alive) = (false, false);
            came.deceased = false;
        }
        for group in &unsaid.repeats {
            self.repeats.remove(group);
            came.repeats.remove(group);
        }
        if self.details.own_words_on.take().is_some() {
            self.own_words.clear();
        }
        self.details.came_along = (*came != CameAlong::default()).then_some(came);
        self
    }

    /// Whether an agreement is as it came along from an earlier meeting, and open: confirming or changing it would have left a moment.
    ///
    /// A record of before it was kept what came along has no such moment of any agreement.
    pub fn only_came_along(&self, agreement: &Agreement) -> bool {
        let came = self.details.came_along.as_deref();
        agreement.from.is_some()
            && agreement.is_open()
            && agreement.changed_at() == came.and_then(|came| came.agreed.get(&agreement.id).copied())
    }

    /// How this discussion comes to hold one of its agreements. A record of before it was kept what came along counts as saying it.
    pub fn voice(&self, agreement: &Agreement) -> Voice {
        match agreement.from {
            None => Voice::Made,
            Some(_) if self.details.came_along.is_some() && self.only_came_along(agreement) => Voice::Copied,
            Some(_) => Voice::Said,
        }
    }

    /// The same discussion, with another in place of what came along and was not touched.
    ///
    /// `now` is what would come along at this moment; `ended` tells of an agreement whether it was done or dropped since.
    #[must_use]
    pub fn brought_up_to_date(&self, now: &Self, ended: impl Fn(AgreementId) -> bool) -> Self {
        let (unsaid, mut review) = (self.unsaid(), self.clone());
        let mut came = review.details.came_along.take().unwrap_or_default();
        review.agreements.retain(|own| !(self.only_came_along(own) && ended(own.id)));
        for own in review.agreements.iter_mut().filter(|own| self.only_came_along(own)) {
            if let Some(now) = now.agreements.iter().find(|now| now.id == own.id) {
                own.clone_from(now);
                came.agreed.extend(changed(std::slice::from_ref(now)));
            }
        }
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
        // Who died since is somebody of whom nothing was said about that here.
        let is_untold = !self.details.deceased && !self.details.alive && !came.deceased;
        if unsaid.deceased || is_untold {
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
