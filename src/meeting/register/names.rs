//! How patients are told apart wherever they are named: everybody who is known, and who stands in the open record.

use std::collections::BTreeMap;

use super::known::{KnownPatient, Register};
use super::mark::{Mark, numbers};
use crate::meeting::reading::terms;
use crate::meeting::record::id::PatientId;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::review::Review;
use crate::words::Language;

/// What tells each patient from others, where anything has to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    marks: BTreeMap<PatientId, Mark>,
    /// Under which identity a patient is known, where that is another one.
    persons: BTreeMap<PatientId, PatientId>,
}

impl Names {
    /// The patients of a register and of a record, of which the record has the last word.
    pub fn of(register: Option<&Register>, meeting: Option<&Meeting>) -> Self {
        let mut all: BTreeMap<PatientId, (&str, &str, bool)> = BTreeMap::new();
        let mut persons = register.map(|register| register.persons.clone()).unwrap_or_default();
        let known = register.into_iter().flat_map(|register| &register.patients);
        for known in known.filter(|known| known.kind != MeetingKind::Education) {
            all.insert(known.patient, (&known.label, &known.born, known.invented));
        }
        let meeting = meeting.filter(|meeting| meeting.details.kind != MeetingKind::Education);
        for (meeting, review) in
            meeting.into_iter().flat_map(|one| one.reviews.iter().map(move |review| (one, review)))
        {
            let known = register.and_then(|register| register.patient(review.patient));
            let person = known.map_or(review.patient, |known| known.patient);
            if person != review.patient {
                persons.insert(review.patient, person);
            }
            let one = all.entry(person).or_insert(("", "", meeting.details.fictional));
            if !review.label.trim().is_empty() {
                (one.0, one.1) = (&review.label, &review.born);
            }
        }
        let is_mixed = all.values().any(|(.., invented)| !invented);
        let called = all.iter().map(|(patient, (label, born, _))| (*patient, *label, *born));
        let mut marks: BTreeMap<PatientId, Mark> = BTreeMap::new();
        for (patient, number) in numbers(called) {
            marks.entry(patient).or_default().number = Some(number.into());
        }
        for (patient, _) in all.iter().filter(|(_, (.., invented))| is_mixed && *invented) {
            marks.entry(*patient).or_default().invented = true;
        }
        Self { marks, persons }
    }

    /// What tells a patient from others.
    pub fn mark(&self, patient: PatientId) -> Mark {
        let person = self.persons.get(&patient).unwrap_or(&patient);
        self.marks.get(person).cloned().unwrap_or_default()
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
