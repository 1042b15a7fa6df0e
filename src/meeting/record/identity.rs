//! Patients that turn out to be one person, and the way back, as a fold over what meetings say of that.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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
        let text = String::deserialize(deserializer)?;
        if text == OWN {
            return Ok(Self::Own);
        }
        text.parse().map(Self::SameAs).map_err(de::Error::custom)
    }
}

/// Who is whom, by what was said last of each patient.
#[derive(Debug, Clone, Default)]
pub struct Identities(BTreeMap<PatientId, Latest<Identity>>);

impl Identities {
    /// Takes what a discussion says of who a patient is.
    pub fn take(&mut self, patient: PatientId, when: When, identity: Identity) {
        self.0.entry(patient).or_default().take(when, || identity);
    }

    /// The one identity under which a person is known: the patient itself where nothing was said.
    ///
    /// Where patients are said to be each other, it is the first of them in order, so that the way there does not matter.
    pub fn person(&self, patient: PatientId) -> PatientId {
        let mut way = vec![patient];
        loop {
            let Some(&here) = way.last() else { return patient };
            let Some(Identity::SameAs(next)) = self.0.get(&here).and_then(Latest::get) else { return here };
            match way.iter().position(|known| known == next) {
                Some(start) => return way.iter().skip(start).min().copied().unwrap_or(patient),
                None => way.push(*next),
            }
        }
    }

    /// Whether anything was said of who is whom.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
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
}
