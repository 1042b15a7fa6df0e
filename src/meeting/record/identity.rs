//! Patients that turn out to be one person, and the way back, as a fold over what meetings say of that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::from_text::from_text;
use super::id::PatientId;
use super::latest::{Latest, When};

/// What a discussion says of who a patient is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// The same person as this other patient.
    SameAs(PatientId),
    /// A person of its own: what was said of that before is taken back.
    Own,
}

/// How records write that a patient is a person of its own.
const OWN: &str = "own";

impl Serialize for Identity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::SameAs(patient) => patient.serialize(serializer),
            Self::Own => serializer.serialize_str(OWN),
        }
    }
}

impl<'de> Deserialize<'de> for Identity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, |text| match text {
            OWN => Ok(Self::Own),
            other => other.parse().map(Self::SameAs),
        })
    }
}

/// Who is whom, by what was said last of each patient.
#[derive(Debug, Clone, Default)]
pub struct Identities {
    said: BTreeMap<PatientId, Latest<Identity>>,
    /// Pairs of which it was said that they are two persons, and when that was last.
    apart: BTreeMap<[PatientId; 2], Latest<()>>,
    /// Pairs of which it was ever said that they are one, also where that was taken back.
    ever: BTreeSet<[PatientId; 2]>,
}

impl Identities {
    /// Takes what a discussion says of who a patient is.
    pub fn take(&mut self, patient: PatientId, when: When, identity: Identity) {
        if let Identity::SameAs(other) = identity {
            self.ever.insert(pair(patient, other));
        }
        self.said.entry(patient).or_default().take(when, || identity);
    }

    /// Takes that another patient turns out not to be this one: both are their own person then, until something else is said later.
    pub fn take_apart(&mut self, patient: PatientId, other: PatientId, when: When) {
        self.take(other, when, Identity::Own);
        // Where each was said to be the other, what the one says of itself holds no longer either.
        self.apart.entry(pair(patient, other)).or_default().take(when, || ());
    }

    /// Whom a patient was said to be last, unless that was taken back since.
    fn next(&self, patient: PatientId) -> Option<PatientId> {
        let said = self.said.get(&patient)?;
        let Identity::SameAs(next) = *said.get()? else { return None };
        let apart = self.apart.get(&pair(patient, next)).and_then(Latest::when);
        apart.is_none_or(|apart| Some(apart) < said.when()).then_some(next)
    }

    /// The one identity under which a person is known: the patient itself where nothing was said.
    ///
    /// Where patients are said to be each other, it is the first of them in order, so that the way there does not matter.
    pub fn person(&self, patient: PatientId) -> PatientId {
        let mut way = vec![patient];
        loop {
            let Some(&here) = way.last() else { return patient };
            let Some(next) = self.next(here) else { return here };
            match way.iter().position(|known| *known == next) {
                Some(start) => return way.iter().skip(start).min().copied().unwrap_or(patient),
                None => way.push(next),
            }
        }
    }

    /// The persons under whom everybody is known who was ever said to be another, and that other.
    pub fn joined(&self) -> BTreeSet<PatientId> {
        self.ever.iter().flatten().map(|patient| self.person(*patient)).collect()
    }

    /// Who was ever one person with this patient, and is not any more.
    pub fn parted(&self, patient: PatientId) -> Vec<PatientId> {
        let (mut known, mut from) = (BTreeSet::from([patient]), vec![patient]);
        while let Some(here) = from.pop() {
            let pairs = self.ever.iter().filter(|pair| pair.contains(&here));
            from.extend(pairs.flatten().copied().filter(|other| known.insert(*other)));
        }
        let person = self.person(patient);
        known.into_iter().filter(|other| self.person(*other) != person).collect()
    }

    /// The persons who were one with somebody else, and are not any more.
    pub fn apart(&self) -> BTreeSet<PatientId> {
        self.joined().into_iter().filter(|person| !self.parted(*person).is_empty()).collect()
    }

    /// The day on which it was said last that two are two persons after all.
    pub fn taken_apart(&self, one: PatientId, other: PatientId) -> Option<NaiveDate> {
        Some(self.apart.get(&pair(one, other))?.when()?.day)
    }

    /// Whether anything was said of who is whom.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }
}

fn pair(one: PatientId, other: PatientId) -> [PatientId; 2] {
    if one < other { [one, other] } else { [other, one] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{Id, MeetingId};

    fn patient(bits: u128) -> PatientId {
        PatientId(Id::from_bits(bits))
    }

    fn when(day: u32) -> When {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        When { day, touched: None, meeting: MeetingId(Id::from_bits(1)) }
    }

    #[test]
    fn who_is_said_to_be_somebody_else_is_that_person_until_it_is_taken_back() {
        let mut known = Identities::default();
        assert_eq!(known.person(patient(1)), patient(1));
        known.take(patient(2), when(2), Identity::SameAs(patient(1)));
        known.take(patient(3), when(1), Identity::SameAs(patient(2)));
        assert_eq!(known.person(patient(3)), patient(1), "by way of another");
        known.take(patient(2), when(3), Identity::Own);
        assert_eq!((known.person(patient(2)), known.person(patient(3))), (patient(2), patient(2)));
        known.take(patient(2), when(1), Identity::SameAs(patient(1)));
        assert_eq!(known.person(patient(2)), patient(2), "what is older changes nothing");
    }

    #[test]
    fn patients_that_are_said_to_be_each_other_are_one_whichever_way_one_goes() {
        let mut known = Identities::default();
        known.take(patient(2), when(2), Identity::SameAs(patient(3)));
        known.take(patient(3), when(3), Identity::SameAs(patient(2)));
        known.take(patient(9), when(3), Identity::SameAs(patient(3)));
        known.take(patient(5), when(3), Identity::SameAs(patient(5)));
        for bits in [2, 3, 9] {
            assert_eq!(known.person(patient(bits)), patient(2));
        }
        assert_eq!(known.person(patient(5)), patient(5));
    }

    #[test]
    fn two_that_are_one_are_taken_apart_in_a_record_of_the_other_whichever_is_read_first() {
        type Said = fn(&mut Identities);
        let mut said: [Said; 3] = [
            |known| known.take(patient(2), when(2), Identity::SameAs(patient(1))),
            |known| known.take(patient(3), when(2), Identity::SameAs(patient(2))),
            |known| known.take_apart(patient(1), patient(2), when(4)),
        ];
        for _ in 0..said.len() {
            said.rotate_left(1);
            let mut known = Identities::default();
            said.iter().for_each(|say| say(&mut known));
            let persons = [1, 2, 3].map(|bits| known.person(patient(bits)));
            assert_eq!(persons, [patient(1), patient(2), patient(2)], "what was the other stays with it");
            known.take(patient(2), when(5), Identity::SameAs(patient(1)));
            assert_eq!(known.person(patient(3)), patient(1), "and one again when that is said later");
        }
        let mut each_other = Identities::default();
        each_other.take(patient(2), when(2), Identity::SameAs(patient(3)));
        each_other.take(patient(3), when(3), Identity::SameAs(patient(2)));
        each_other.take_apart(patient(2), patient(3), when(4));
        assert_eq!([2, 3].map(|bits| each_other.person(patient(bits))), [patient(2), patient(3)]);
    }
}
