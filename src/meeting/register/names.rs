//! How patients are told apart wherever they are named: everybody who is known, and who stands in the open record.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::known::{KnownPatient, Register};
use super::mark::{Mark, form, told_apart};
use crate::meeting::reading::terms;
use crate::meeting::record::id::PatientId;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::review::Review;
use crate::meeting::record::shared::Shared;
use crate::words::Language;

/// What tells each patient from others, where anything has to.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Everybody who is known, told apart when that was read.
    register: Option<Arc<Register>>,
    /// Whether the patients of the record are invented.
    fictional: bool,
    /// The discussions of the record, each with the identity under which its patient is known.
    reviews: Vec<(PatientId, Shared<Review>)>,
    /// Who stands in the record and is not known.
    unknown: BTreeSet<PatientId>,
    /// Somebody is not invented.
    has_real: bool,
    /// Whom the record calls otherwise than the register, in the form in which that is compared, and by that form.
    called: BTreeMap<PatientId, String>,
    forms: BTreeMap<String, Vec<PatientId>>,
    /// The numbers that are others by that; `None` where somebody needs one no more.
    numbers: BTreeMap<PatientId, Option<Box<str>>>,
}

/// The same names come of the same register and the same patients, called the same.
impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.is_of_register(other.register.as_ref())
            && self.fictional == other.fictional
            && self.reviews.len() == other.reviews.len()
            && self.reviews.iter().zip(&other.reviews).all(|((_, one), (_, other))| is_called(one, other))
    }
}

impl Eq for Names {}

/// Whether two discussions are of the same patient, called the same.
fn is_called(one: &Shared<Review>, other: &Shared<Review>) -> bool {
    let (one, other): (&Review, &Review) = (one, other);
    std::ptr::eq(one, other)
        || one.patient == other.patient && (&one.label, &one.born) == (&other.label, &other.born)
}

/// The discussions that are compared: nobody is known from an education session, or to it.
fn discussions(meeting: Option<&Meeting>) -> &[Shared<Review>] {
    let meeting = meeting.filter(|meeting| meeting.details.kind != MeetingKind::Education);
    meeting.map(|meeting| meeting.reviews.as_slice()).unwrap_or_default()
}

impl Names {
    /// The patients of a register and of a record, of which the record has the last word.
    pub fn of(register: Option<&Arc<Register>>, meeting: Option<&Meeting>) -> Self {
        let fictional = meeting.is_some_and(|meeting| meeting.details.fictional);
        let mut names = Self { register: register.cloned(), fictional, ..Self::default() };
        let reviews = discussions(meeting).iter();
        names.reviews = reviews.map(|review| (names.person(review.patient), review.clone())).collect();
        let persons: BTreeSet<PatientId> = names.reviews.iter().map(|(person, _)| *person).collect();
        persons.iter().for_each(|person| names.call(*person));
        names.unknown = persons.into_iter().filter(|person| names.compared(*person).is_none()).collect();
        let real = !fictional && !names.unknown.is_empty();
        names.has_real = real || register.is_some_and(|register| register.has_real);
        names
    }

    /// Whether these are the names by this register and this record.
    pub fn is_of(&self, register: Option<&Arc<Register>>, meeting: &Meeting) -> bool {
        let reviews = discussions(Some(meeting));
        self.is_of_register(register)
            && self.fictional == meeting.details.fictional
            && self.reviews.len() == reviews.len()
            && self.reviews.iter().zip(reviews).all(|((_, known), review)| is_called(known, review))
    }

    fn is_of_register(&self, register: Option<&Arc<Register>>) -> bool {
        self.register.as_ref().map(Arc::as_ptr) == register.map(Arc::as_ptr)
    }

    /// Follows the record. Where the same patients stand in it, only who is called otherwise than before is compared with those who are
    /// called so, so that a letter of a label costs the same however many are known or stand in the record.
    pub fn follow(&mut self, register: Option<&Arc<Register>>, meeting: &Meeting) {
        let reviews = discussions(Some(meeting));
        let are_same = self.is_of_register(register)
            && self.fictional == meeting.details.fictional
            && self.reviews.iter().map(|(_, known)| known.patient).eq(reviews.iter().map(|one| one.patient));
        if !are_same {
            *self = Self::of(register, Some(meeting));
            return;
        }
        let mut renamed = Vec::new();
        for ((person, known), review) in self.reviews.iter_mut().zip(reviews) {
            if !is_called(known, review) {
                renamed.push(*person);
                known.clone_from(review);
            }
        }
        renamed.into_iter().for_each(|person| self.call(person));
    }

    /// Takes the last word of the record on what somebody is called.
    fn call(&mut self, person: PatientId) {
        let before = self.called.remove(&person);
        if let Some((form, alike)) = before.as_ref().and_then(|form| Some((form, self.forms.get_mut(form)?)))
        {
            alike.retain(|other| *other != person);
            if alike.is_empty() {
                self.forms.remove(form);
            }
            self.numbers.remove(&person);
        }
        let known = self.compared(person);
        let is_said =
            |(who, review): &&(PatientId, Shared<Review>)| *who == person && !review.label.trim().is_empty();
        let said = self.reviews.iter().rev().find(is_said).map(|(_, review)| review);
        let is_other = |review: &&Shared<Review>| {
            known.is_none_or(|known| (&known.label, &known.born) != (&review.label, &review.born))
        };
        let now = said.filter(is_other).and_then(|review| form(&review.label, &review.born));
        // Whoever is called by the register again, or no more, is one more or one less of those who are.
        let known = known.filter(|_| before.is_some() != now.is_some());
        let known = known.and_then(|known| form(&known.label, &known.born));
        if let Some(form) = &now {
            self.called.insert(person, form.clone());
            self.forms.entry(form.clone()).or_default().push(person);
        }
        [before, now, known].iter().flatten().for_each(|form| self.tell_apart(form));
    }

    /// Gives those who are called so what tells them apart.
    fn tell_apart(&mut self, form: &str) {
        let known = self.register.iter().flat_map(|register| register.shown_as(form));
        let known = known.map(|known| known.patient).filter(|known| !self.called.contains_key(known));
        let alike: Vec<PatientId> =
            self.forms.get(form).into_iter().flatten().copied().chain(known).collect();
        self.numbers.extend(alike.iter().map(|patient| (*patient, None)));
        let told = told_apart(alike).into_iter();
        self.numbers.extend(told.map(|(patient, number)| (patient, Some(number.into()))));
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
        let invented = match self.unknown.contains(&person) {
            true => self.fictional,
            false => known.is_some_and(|known| known.invented),
        };
        Mark { number: number.map(Into::into), invented: self.has_real && invented }
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
