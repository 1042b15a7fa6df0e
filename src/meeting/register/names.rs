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
    /// Who of those who are known stands in the record, in its order; looked up once for many letters.
    here: Vec<Here>,
    /// The numbers that are others by what the record calls its patients; `None` where somebody needs one no more.
    numbers: BTreeMap<PatientId, Option<Box<str>>>,
    /// Who stands in the record and is not known, and whether it is one of invented patients.
    unknown: BTreeMap<PatientId, bool>,
    /// Somebody is not invented.
    has_real: bool,
}

/// A patient of the record, what is known of that person, and who else is shown so, where the record says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Here {
    patient: PatientId,
    person: PatientId,
    known: Option<Arc<KnownPatient>>,
    said: Option<Arc<Shown>>,
    was: Option<Arc<Shown>>,
}

/// How a label with a year of birth is compared, and who of those who are known is shown so.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    label: String,
    born: String,
    form: String,
    known: Vec<PatientId>,
}

impl Names {
    /// The patients of a register and of a record, of which the record has the last word.
    ///
    /// Only what the record calls otherwise than the register is compared with others, so that a letter of a label costs the
    /// same however many are known. What was looked up `before` is not looked up again, where the register and the patients
    /// are the same: then a letter of a label compares that label.
    pub fn of(register: Option<&Arc<Register>>, meeting: Option<&Meeting>, before: Option<&Self>) -> Self {
        let meeting = meeting.filter(|meeting| meeting.details.kind != MeetingKind::Education);
        let reviews = meeting.map(|meeting| meeting.reviews.as_slice()).unwrap_or_default();
        let patients = || reviews.iter().map(|review| review.patient);
        let is_same = |before: &&Self| {
            before.register.as_ref().map(Arc::as_ptr) == register.map(Arc::as_ptr)
                && before.here.iter().map(|here| here.patient).eq(patients())
        };
        let mut names = Self { register: register.cloned(), ..Self::default() };
        let mut here: Vec<Here> = match before.filter(is_same) {
            Some(before) => before.here.clone(),
            None => patients().map(|patient| names.looked_up(patient)).collect(),
        };
        let mut called: BTreeMap<PatientId, usize> = BTreeMap::new();
        for (at, (here, review)) in here.iter_mut().zip(reviews).enumerate() {
            if here.known.is_none() {
                names.unknown.insert(here.person, meeting.is_some_and(|meeting| meeting.details.fictional));
            }
            let (said, was) = (here.said.take(), here.was.take());
            if review.label.trim().is_empty() {
                continue;
            }
            let known = here.known.as_ref();
            if known.is_some_and(|known| (&known.label, &known.born) == (&review.label, &review.born)) {
                called.remove(&here.person);
                continue;
            }
            called.insert(here.person, at);
            here.said = names.shown_as(&review.label, &review.born, said);
            here.was = known.and_then(|known| names.shown_as(&known.label, &known.born, was));
        }
        let real = names.unknown.values().any(|invented| !invented);
        names.has_real = real || register.is_some_and(|register| register.has_real);
        names.numbers = told(&called, &here);
        names.here = here;
        names
    }

    fn looked_up(&self, patient: PatientId) -> Here {
        let person = self.person(patient);
        let known = self.register.as_ref().and_then(|register| register.shared(person));
        let known = known.filter(|known| known.kind != MeetingKind::Education).cloned();
        Here { patient, person, known, said: None, was: None }
    }

    /// Who is shown as somebody with this label and year of birth, where that was not looked up before.
    fn shown_as(&self, label: &str, born: &str, before: Option<Arc<Shown>>) -> Option<Arc<Shown>> {
        before.filter(|before| (&*before.label, &*before.born) == (label, born)).or_else(|| {
            let form = form(label, born)?;
            let known = self.register.iter().flat_map(|register| register.shown_as(&form));
            let known = known.map(|known| known.patient).collect();
            Some(Arc::new(Shown { label: label.to_owned(), born: born.to_owned(), form, known }))
        })
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

/// The numbers of those who are called as one of `called` is, or was by the register.
fn told(called: &BTreeMap<PatientId, usize>, here: &[Here]) -> BTreeMap<PatientId, Option<Box<str>>> {
    let mut shown: BTreeMap<&str, (&Shown, Vec<PatientId>)> = BTreeMap::new();
    for (person, at) in called {
        let Some(here) = here.get(*at) else { continue };
        if let Some(said) = &here.said {
            shown.entry(&said.form).or_insert_with(|| (said, Vec::new())).1.push(*person);
        }
        if let Some(was) = &here.was {
            shown.entry(&was.form).or_insert_with(|| (was, Vec::new()));
        }
    }
    let mut numbers = BTreeMap::new();
    for (shown, mut alike) in shown.into_values() {
        alike.extend(shown.known.iter().filter(|known| !called.contains_key(known)));
        numbers.extend(alike.iter().map(|patient| (*patient, None)));
        let told = told_apart(alike).into_iter();
        numbers.extend(told.map(|(patient, number)| (patient, Some(number.into()))));
    }
    numbers
}

#[cfg(test)]
#[path = "../tests/names.rs"]
mod tests;
