//! How patients are told apart wherever they are named: everybody who is known, and who stands in the open record.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::known::{KnownPatient, Register};
use super::mark::{Mark, form, told_apart};
use crate::meeting::reading::terms;
use crate::meeting::record::id::PatientId;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::review::Review;
use crate::words::Language;

/// What tells each patient from others, where anything has to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// Everybody who is known, told apart when that was read.
    register: Option<Arc<Register>>,
    /// The numbers that are others by what the record calls its patients; `None` where somebody needs one no more.
    numbers: BTreeMap<PatientId, Option<Box<str>>>,
    /// Who stands in the record and is not known, and whether it is one of invented patients.
    unknown: BTreeMap<PatientId, bool>,
    /// Somebody is not invented.
    has_real: bool,
}

impl Names {
    /// The patients of a register and of a record, of which the record has the last word.
    ///
    /// Only what the record calls otherwise than the register is compared with others, so that a letter of a label costs the
    /// same however many are known.
    pub fn of(register: Option<&Arc<Register>>, meeting: Option<&Meeting>) -> Self {
        let mut names = Self { register: register.cloned(), ..Self::default() };
        let mut called: BTreeMap<PatientId, (&str, &str)> = BTreeMap::new();
        let meeting = meeting.filter(|meeting| meeting.details.kind != MeetingKind::Education);
        for (meeting, review) in
            meeting.into_iter().flat_map(|one| one.reviews.iter().map(move |review| (one, review)))
        {
            let person = names.person(review.patient);
            if names.compared(person).is_none() {
                names.unknown.insert(person, meeting.details.fictional);
            }
            if !review.label.trim().is_empty() {
                called.insert(person, (&review.label, &review.born));
            }
        }
        let real = names.unknown.values().any(|invented| !invented);
        names.has_real = real || register.is_some_and(|register| register.has_real);
        called.retain(|person, (label, born)| {
            names.compared(*person).is_none_or(|known| (&*known.label, &*known.born) != (*label, *born))
        });
        names.numbers = names.told(&called);
        names
    }

    /// The numbers of those who are called as one of `called` is, or was by the register.
    fn told(&self, called: &BTreeMap<PatientId, (&str, &str)>) -> BTreeMap<PatientId, Option<Box<str>>> {
        let mut shown: BTreeMap<String, Vec<PatientId>> = BTreeMap::new();
        for (person, (label, born)) in called {
            if let Some(form) = form(label, born) {
                shown.entry(form).or_default().push(*person);
            }
            if let Some(was) = self.compared(*person).and_then(|known| form(&known.label, &known.born)) {
                shown.entry(was).or_default();
            }
        }
        let mut numbers = BTreeMap::new();
        for (form, mut alike) in shown {
            let known = self.register.iter().flat_map(|register| register.shown_as(&form));
            alike.extend(known.map(|known| known.patient).filter(|known| !called.contains_key(known)));
            numbers.extend(alike.iter().map(|patient| (*patient, None)));
            let told = told_apart(alike).into_iter();
            numbers.extend(told.map(|(patient, number)| (patient, Some(number.into()))));
        }
        numbers
    }

    /// The identity under which a patient is known.
    fn person(&self, patient: PatientId) -> PatientId {
        let known = self.register.as_ref().and_then(|register| register.persons.get(&patient));
        known.copied().unwrap_or(patient)
    }

    /// What is known of a person who is compared with others.
    fn compared(&self, person: PatientId) -> Option<&KnownPatient> {
        let known = self.register.as_ref().and_then(|register| register.patient(person));
        known.filter(|known| known.kind != MeetingKind::Education)
    }

    /// What tells a patient from others.
    pub fn mark(&self, patient: PatientId) -> Mark {
        let person = self.person(patient);
        let known = self.compared(person);
        let number = self.numbers.get(&person).map(Option::as_deref);
        let number = number.unwrap_or_else(|| known.and_then(|known| known.mark.number.as_deref()));
        let invented = self.unknown.get(&person).copied().or_else(|| known.map(|known| known.invented));
        Mark { number: number.map(Into::into), invented: self.has_real && invented == Some(true) }
    }

    /// How the patient of a discussion is called: by label and year of birth, with what tells this one from others.
    pub fn shown(&self, review: &Review, language: Language) -> String {
        self.mark(review.patient).behind(terms::patient(language, review), language)
    }

    /// The same where it may be cut off: what tells this one from others stands first.
    pub fn shown_briefly(&self, review: &Review, language: Language) -> String {
        self.mark(review.patient).before(terms::patient(language, review), language)
    }

    /// How somebody who is known is called.
    pub fn known(&self, known: &KnownPatient, language: Language) -> String {
        self.mark(known.patient).behind(terms::label(language, &known.label, &known.born), language)
    }

    /// The same where it may be cut off.
    pub fn known_briefly(&self, known: &KnownPatient, language: Language) -> String {
        self.mark(known.patient).before(terms::label(language, &known.label, &known.born), language)
    }
}

#[cfg(test)]
#[path = "../tests/names.rs"]
mod tests;
