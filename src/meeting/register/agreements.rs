//! The agreements of one patient as meetings left them, in whatever order these come.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::meeting::course::agreed::Statements;
use crate::meeting::index::open_agreement::{Agreed, OpenAgreement};
use crate::meeting::record::id::{AgreementId, PatientId};
use crate::meeting::record::identity::Identities;
use crate::meeting::record::latest::When;
use crate::meeting::record::untouched::Voice;

/// Each agreement as it was said last, open and ended.
#[derive(Default)]
pub(super) struct Agreements(Statements<Agreed>);

impl Agreements {
    /// Takes what a meeting says of one, with how it comes to do so.
    pub(super) fn take(&mut self, id: AgreementId, when: When, voice: Voice, said: Agreed) {
        self.0.take(id, when, said.says(), voice, said);
    }

    /// The agreements of which it is known that they were made with this patient.
    pub(super) fn made(&self) -> impl Iterator<Item = AgreementId> {
        self.0.made()
    }

    /// Takes over what is known of the same person under another identity.
    pub(super) fn merge(&mut self, other: Self) {
        self.0.merge(other.0);
    }

    /// Gives agreements that came along while two were one back to those of them with whom they were made. Of which nobody knows that
    /// stay with everybody.
    pub(super) fn give_back(mut all: BTreeMap<PatientId, &mut Self>, identities: &Identities) {
        let made: BTreeMap<PatientId, BTreeSet<AgreementId>> =
            all.iter().map(|(person, agreements)| (*person, agreements.0.made().collect())).collect();
        for (person, agreements) in &mut all {
            let own = made.get(person);
            let others = identities.parted(*person).into_iter().map(|other| identities.person(other));
            let of_others: BTreeSet<AgreementId> =
                others.filter_map(|other| made.get(&other)).flatten().copied().collect();
            agreements.0.retain(|id| own.is_some_and(|own| own.contains(&id)) || !of_others.contains(&id));
        }
    }

    /// The day on which it was said last of an agreement that it ended, whatever was said of it after that.
    pub(super) fn ends(&self) -> BTreeMap<AgreementId, NaiveDate> {
        self.0.ends()
    }

    /// Those that are open, oldest first, and those that ended.
    pub(super) fn last(self) -> (Vec<Arc<OpenAgreement>>, Vec<AgreementId>) {
        let (mut open, mut ended) = (Vec::new(), Vec::new());
        for (id, _, said) in self.0.last() {
            match said {
                Agreed::Open(last) => open.push(last),
                Agreed::Ended(_) => ended.push(id),
            }
        }
        open.sort_by_key(|open: &Arc<OpenAgreement>| (open.agreement.recorded.at, open.agreement.id));
        (open, ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::index::open_agreement::Says;
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

    /// The end of one, recorded at a moment of its own.
    fn done(id: u128, number: u64) -> Agreed {
        let says = open(id, 3).says();
        Agreed::Ended(Says { is_open: false, what: says.what, whole: number })
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
                    let said = if ended { done(2, 99) } else { Agreed::Open(open(id.0.bits(), 3)) };
                    agreements.take(id, when(*day), Voice::Said, said);
                }
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
        let again = || {
            let mut copy = OpenAgreement::clone(&open(1, 3));
            copy.agreement.changed = Some(Stamp { by: None, at: when(9).day.and_hms_opt(9, 0, 0).unwrap() });
            Agreed::Open(Arc::new(copy))
        };
        for (said, is_open) in [
            (vec![as_it_was(), done(1, 1)], false),
            (vec![as_it_was(), done(1, 1), as_it_was(), as_it_was()], false),
            (vec![as_it_was(), done(1, 1), moved()], true),
            (vec![as_it_was(), done(1, 1), moved(), as_it_was()], true),
            (vec![as_it_was(), moved(), as_it_was(), done(1, 1), moved()], false),
            (vec![as_it_was(), done(1, 1), as_it_was(), done(1, 2), as_it_was()], false),
            (vec![done(1, 1), as_it_was()], false),
            (vec![done(1, 1), moved(), done(1, 2)], false),
            // Somebody said that it is open after all.
            (vec![as_it_was(), done(1, 1), again()], true),
        ] {
            for backwards in [false, true] {
                let mut agreements = Agreements::default();
                let mut all: Vec<(u32, Agreed)> = (1..).zip(said.clone()).collect();
                if backwards {
                    all.reverse();
                }
                all.into_iter().for_each(|(day, said)| agreements.take(id, when(day), Voice::Said, said));
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
        assert!(size_of::<OpenAgreement>() <= 312, "{} bytes", size_of::<OpenAgreement>());
    }
}
