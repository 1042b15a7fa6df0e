//! What pages have in common: their title, and the patient whom they are about.

use crate::app::model::Model;
use crate::app::page::{Abilities, Page};
use crate::meeting::{Meeting, PatientId, Review, terms};

/// A page about one patient: group, label, position on the agenda, own words in sight.
pub(super) fn patient_page(model: &Model, meeting: &Meeting, review: &Review) -> Page {
    let language = model.language();
    let mut trail =
        vec![terms::group(language, &meeting.details.group).to_owned(), terms::patient(language, review)];
    let place = meeting.reviews.iter().position(|other| other.patient == review.patient);
    let which = place
        .filter(|_| meeting.reviews.len() > 1)
        .map(|place| language.which_of(place + 1, meeting.reviews.len()));
    let minutes = Some(model.minutes_of(review.patient)).filter(|minutes| *minutes > 0);
    let time = minutes.map(|minutes| language.minutes_short(minutes));
    let beside: Vec<String> = which.into_iter().chain(time).collect();
    if !beside.is_empty() {
        trail.push(beside.join(model.settings.marks.signs().between));
    }
    let words = review.own_words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    Page {
        trail,
        own_words: if words.is_empty() { None } else { Some(words.join(" ")) },
        abilities: Abilities {
            patient: true,
            finish: review.details.finished.is_none(),
            minutes: true,
            ..Abilities::default()
        },
        ..Page::default()
    }
}

/// The open meeting and the discussion of `patient` in it.
pub(super) fn discussion(model: &Model, patient: PatientId) -> Option<(&Meeting, &Review)> {
    let meeting = model.record()?;
    Some((meeting, meeting.review(patient)?))
}

/// A page with a title only.
pub(super) fn titled(title: &str) -> Page {
    Page { trail: vec![title.to_owned()], corner: Some("Pallium".to_owned()), ..Page::default() }
}
