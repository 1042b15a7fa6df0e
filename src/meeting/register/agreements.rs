//! The agreements of one patient as meetings left them, in whatever order these come.

use std::sync::Arc;

use crate::meeting::index::open_agreement::OpenAgreement;
use crate::meeting::record::id::AgreementId;
use crate::meeting::record::latest::When;

/// Each agreement as it was last; `None` once it ended.
///
/// A list in the order in which meetings came, from which now and then goes what a later one replaced: most patients have one or
/// two agreements, and somebody who was in thousands of meetings has thousands.
#[derive(Default)]
pub(super) struct Agreements {
    all: Vec<(AgreementId, When, Option<Arc<OpenAgreement>>)>,
    /// How many there were after the last time.
    settled: usize,
}

impl Agreements {
    /// How many may come beside twice those that are there.
    const MORE: usize = 8;

    /// Takes what a meeting says of one.
    pub(super) fn take(&mut self, id: AgreementId, when: When, open: Option<Arc<OpenAgreement>>) {
        self.all.push((id, when, open));
        if self.all.len() > 2 * self.settled + Self::MORE {
            self.settle();
        }
    }

    /// Takes over what is known of the same person under another identity.
    pub(super) fn merge(&mut self, other: Self) {
        other.all.into_iter().for_each(|(id, when, open)| self.take(id, when, open));
    }

    /// Keeps the last of each.
    fn settle(&mut self) {
        self.all.sort_by(|(one, earlier, _), (other, later, _)| one.cmp(other).then(later.cmp(earlier)));
        self.all.dedup_by_key(|(id, ..)| *id);
        self.settled = self.all.len();
    }

    /// Those that are open, oldest first, and those that ended.
    pub(super) fn last(mut self) -> (Vec<Arc<OpenAgreement>>, Vec<AgreementId>) {
        self.settle();
        let ended = self.all.iter().filter(|(_, _, open)| open.is_none()).map(|(id, ..)| *id).collect();
        let mut open = Vec::with_capacity(self.all.iter().filter(|(_, _, open)| open.is_some()).count());
        open.extend(self.all.into_iter().filter_map(|(_, _, open)| open));
        open.sort_by_key(|open: &Arc<OpenAgreement>| (open.agreement.recorded.at, open.agreement.id));
        (open, ended)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::meeting::{Agreement, Id, MeetingId, Stamp};

    fn when(day: u32) -> When {
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(day.into());
        When { day, touched: None, meeting: MeetingId(Id::from_bits(1)) }
    }

    fn open(id: u128, day: u32) -> Arc<OpenAgreement> {
        let at = when(day).day.and_time(chrono::NaiveTime::MIN);
        let agreement = Agreement::new(AgreementId(Id::from_bits(id)), Stamp { by: None, at });
        Arc::new(OpenAgreement { agreement, owner: String::new() })
    }

    #[test]
    fn of_agreements_the_last_word_counts_in_whatever_order_meetings_come_and_nothing_else_is_kept() {
        // A hundred meetings with the same three agreements, of which the second ends in the last.
        let mut days: Vec<u32> = (0..100).collect();
        for order in 0..3 {
            let mut agreements = Agreements::default();
            for day in &days {
                for id in 1..=3 {
                    let ended = id == 2 && *day == 99;
                    let id = AgreementId(Id::from_bits(id));
                    agreements.take(id, when(*day), (!ended).then(|| open(id.0.bits(), 3)));
                }
                assert!(agreements.all.len() <= 2 * 3 + Agreements::MORE);
            }
            let (still, ended) = agreements.last();
            let still: Vec<u128> = still.iter().map(|open| open.agreement.id.0.bits()).collect();
            let ended: Vec<u128> = ended.iter().map(|id| id.0.bits()).collect();
            assert_eq!((still, ended), (vec![1, 3], vec![2]), "order {order}");
            days.reverse();
            days.rotate_left(37);
        }
    }

    #[test]
    fn an_agreement_that_is_kept_of_everybody_is_small() {
        assert_eq!(size_of::<Option<AgreementId>>(), 17);
        assert!(size_of::<OpenAgreement>() <= 288, "{} bytes", size_of::<OpenAgreement>());
    }
}
