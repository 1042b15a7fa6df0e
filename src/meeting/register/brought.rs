//! What came along to a record and was not touched in it, brought to how it is by now.

use super::known::{KnownPatient, Register};
use crate::meeting::record::id::{AgreementId, PatientId};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::Review;

impl Register {
    /// A meeting that goes on, with what came along and was not touched in it as it is by now; nothing where nothing is another.
    pub fn brought_up_to_date(&self, meeting: &Meeting) -> Option<Meeting> {
        if meeting.details.closed.is_some() {
            return None;
        }
        let brought = |review: &Review| {
            let known = self.patient(review.patient)?;
            let mut now = known.review(meeting);
            if known.patient != review.patient || !known.also.is_empty() {
                // Of two who are one, each is called as it was, and beside what was agreed keeps what came with it.
                now = Review { agreements: now.agreements, ..known.called_alone(review) };
            }
            let is_gone = |id| known.ended.contains(&id) || self.is_of_another(known, id);
            let mut brought = review.brought_up_to_date(&now, is_gone);
            if self.parted.contains(&known.patient) {
                let words = (!now.own_words.trim().is_empty())
                    .then(|| (brought.own_words.clone(), brought.details.own_words_on));
                brought = brought.without_copies(&review.unsaid().beyond(&now), "");
                if let Some((words, on)) = words {
                    (brought.own_words, brought.details.own_words_on) = (words, on);
                }
            }
            (brought != *review).then_some(brought)
        };
        let brought: Vec<Review> = meeting.reviews.iter().filter_map(|review| brought(review)).collect();
        if brought.is_empty() {
            return None;
        }
        let mut meeting = meeting.clone();
        for brought in brought {
            if let Some(review) = meeting.review_mut(brought.patient) {
                *review = brought;
            }
        }
        Some(meeting)
    }

    /// A discussion without what came along from others, who turn out not to be this patient; nothing where nothing did.
    pub fn parted(&self, review: &Review, is_other: impl Fn(PatientId) -> bool) -> Option<Review> {
        let known = self.patient(review.patient)?;
        let is_gone = |id| {
            let is_made = |(made, of): &(AgreementId, PatientId)| *made == id && is_other(*of);
            known.made_as.iter().any(is_made) && !known.made_as.contains(&(id, review.patient))
        };
        // Nothing was put together of which something could come along.
        if !known.identities().any(&is_other) {
            return None;
        }
        let alone = known.called_alone(review);
        let parted = review.brought_up_to_date(&alone, is_gone).without_copies(&review.unsaid(), &alone.born);
        (parted != *review).then_some(parted)
    }

    /// Whether an agreement is open with another person and not with this one: it came along while two were one.
    fn is_of_another(&self, known: &KnownPatient, id: AgreementId) -> bool {
        let has = |known: &KnownPatient| known.agreements.iter().any(|open| open.agreement.id == id);
        !has(known) && self.everybody().any(has)
    }
}

impl KnownPatient {
    /// A discussion in which the person is called as under its identity alone.
    fn called_alone(&self, review: &Review) -> Review {
        let (label, born) = self.called(review.patient);
        Review { label: label.to_owned(), born: born.to_owned(), ..review.clone() }
    }
}
