//! How patients are called wherever the open meeting names them, told apart from each other and from everybody who is known.

use std::sync::Arc;

use crate::app::model::Model;
use crate::meeting::{KnownPatient, Mark, Names, PatientId, Review};

/// How the patients of the open meeting and those who are known beside it are told apart.
pub fn names(model: &Model) -> Arc<Names> {
    let register = model.open.as_ref().and_then(|open| open.register.as_ref());
    let is_of_now = |names: &&Arc<Names>| model.record().is_some_and(|record| names.is_of(register, record));
    let at_hand = model.prepared.names.as_ref().filter(is_of_now);
    at_hand.cloned().unwrap_or_else(|| Names::of(register, model.record()).into())
}

/// How the patient of a discussion of the open meeting is called.
pub fn called(model: &Model, review: &Review) -> String {
    names(model).shown(review, model.language())
}

/// How somebody who is known is called: as the open meeting says where it says so, which may have corrected it since.
pub fn known(model: &Model, known: &KnownPatient) -> String {
    let (names, language) = (names(model), model.language());
    match here(model, known).filter(|review| !review.label.trim().is_empty()) {
        Some(review) => names.shown(review, language),
        None => names.known(known, language),
    }
}

/// What the open meeting holds of somebody who is known.
pub fn here<'m>(model: &'m Model, known: &KnownPatient) -> Option<&'m Review> {
    let is_of = |review: &&Review| review.patient == known.patient || known.also.contains(&review.patient);
    model.record()?.reviews.iter().map(|review| &**review).find(is_of)
}

/// What tells a patient from others, as the open meeting or the register that was read last knows it.
pub fn mark(model: &Model, patient: PatientId) -> Mark {
    let known = || model.known.as_ref().and_then(|register| register.patient(patient));
    match model.open.is_some() {
        true => names(model).mark(patient),
        false => known().map(|known| known.mark.clone()).unwrap_or_default(),
    }
}
