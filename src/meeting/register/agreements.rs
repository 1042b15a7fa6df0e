//! The agreements of one patient as meetings left them, in whatever order these come.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::meeting::index::open_agreement::{Agreed, OpenAgreement};
use crate::meeting::record::id::AgreementId;
use crate::meeting::record::latest::When;

/// Each agreement as it was last, open and ended: a copy that came along before it ended elsewhere is not open again.
///
/// A list in the order in which meetings came, from which now and then goes what a later one replaced: most patients have one or
/// two agreements, and somebody who was in thousands of meetings has thousands.
#[derive(Default)]
pub(super) struct Agreements {
    all: Vec<(AgreementId, When, Agreed)>,
    /// How many there were after the last time.
    settled: usize,
}

impl Agreements {
    /// How many may come beside twice those that are there.
    const MORE: usize = 8;

    /// Takes what a meeting says of one.
    pub(super) fn take(&mut self, id: AgreementId, when: When, said: Agreed) {
        self.all.push((id, when, said));
        if self.all.len() > 2 * self.settled + Self::MORE {
            self.settle();
        }
    }

    /// Takes over what is known of the same person under another identity.
    pub(super) fn merge(&mut self, other: Self) {
        other.all.into_iter().for_each(|(id, when, said)| self.take(id, when, said));
    }

    /// Keeps the last of each that was open, and the last that had ended, the later of the two first.
    fn settle(&mut self) {
        let order =
            |(id, when, said): &(AgreementId, When, Agreed)| (*id, said.open().is_some(), Reverse(*when));
        self.all.sort_by_key(order);
        self.all.dedup_by_key(|(id, _, said)| (*id, said.open().is_some()));
        self.all.sort_by_key(|(id, when, _)| (*id, Reverse(*when)));
        self.settled = self.all.len();
    }

    /// Those that are open, oldest first, and those that ended.
    pub(super) fn last(mut self) -> (Vec<Arc<OpenAgreement>>, Vec<AgreementId>) {
        self.settle();
        let (mut open, mut ended) = (Vec::new(), Vec::new());
        let mut all = self.all.into_iter().peekable();
        while let Some((id, _, said)) = all.next() {
            let before = all.next_if(|(other, ..)| *other == id).map(|(_, _, before)| before);
            match (said, before) {
                (Agreed::Open(copy), Some(Agreed::Ended(known))) if copy.said() == known => ended.push(id),
                (Agreed::Open(last), _) => open.push(last),
                (Agreed::Ended(_), _) => ended.push(id),
            }
        }
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
                    let said = if ended {
                        Agreed::Ended("iets anders".to_owned())
                    } else {
                        Agreed::Open(open(id.0.bits(), 3))
                    };
                    agreements.take(id, when(*day), said);
                }
                assert!(agreements.all.len() <= 2 * 4 + Agreements::MORE);
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
    fn a_copy_that_came_along_before_an_agreement_ended_is_not_open_again() {
        let id = AgreementId(Id::from_bits(1));
        let moved = || {
            let mut copy = OpenAgreement::clone(&open(1, 3));
            copy.agreement.due = "4 februari 2026".to_owned();
            Agreed::Open(Arc::new(copy))
        };
        let as_it_was = || Agreed::Open(open(1, 3));
        let done = || Agreed::Ended(open(1, 3).said());
        for (said, is_open) in [
            (vec![as_it_was(), done()], false),
            (vec![as_it_was(), done(), as_it_was(), as_it_was()], false),
            (vec![as_it_was(), done(), moved()], true),
            (vec![as_it_was(), done(), as_it_was(), done(), as_it_was()], false),
            (vec![done(), moved(), done()], false),
        ] {
            for backwards in [false, true] {
                let mut agreements = Agreements::default();
                let mut all: Vec<(u32, Agreed)> = (1..).zip(said.clone()).collect();
                if backwards {
                    all.reverse();
                }
                all.into_iter().for_each(|(day, said)| agreements.take(id, when(day), said));
                let (open, ended) = agreements.last();
                assert_eq!(
                    (open.len(), ended.len()),
                    (usize::from(is_open), usize::from(!is_open)),
                    "{said:?}"
                );
            }
        }
    }

    #[test]
    fn an_agreement_that_is_kept_of_everybody_is_small() {
        assert_eq!(size_of::<Option<AgreementId>>(), 17);
        assert!(size_of::<OpenAgreement>() <= 288, "{} bytes", size_of::<OpenAgreement>());
    }
}
