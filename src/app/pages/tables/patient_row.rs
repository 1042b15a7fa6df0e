//! A patient on one row of the agenda.

use crate::app::model::Model;
use crate::app::page::{Action, Mark, Role, Row, RowId, Screen};
use crate::meeting::{Names, Review};

/// A patient on one row, with how far the discussion is.
pub(in crate::app::pages) fn patient_row(model: &Model, names: &Names, review: &Review) -> Row {
    let language = model.language();
    let (mark, state) = if review.details.finished.is_some() {
        (Mark::Done, language.patient_discussed())
    } else if review.is_aside() {
        (Mark::None, language.patient_agreements_only())
    } else if review.details.postponed {
        let written = has_begun(review);
        (
            Mark::None,
            if written { language.patient_postponed_with_text() } else { language.patient_postponed() },
        )
    } else if !has_begun(review) {
        (Mark::NotTicked, language.patient_to_discuss())
    } else {
        (Mark::NotTicked, language.patient_begun())
    };
    let value = match review.question.lines().next().map(str::trim) {
        Some(question) if !question.is_empty() && is_waiting(review) => question.to_owned(),
        _ => state.to_owned(),
    };
    let open = Action::Open(Screen::Patient(review.patient));
    Row::action(RowId::of("patient", review.patient), names.shown(review, language), open)
        .with_value(Role::Quiet, value)
        .marked(mark)
}

/// A patient of whom something is recorded between meetings, on one row.
pub(in crate::app::pages) fn row_between(model: &Model, names: &Names, review: &Review) -> Row {
    let language = model.language();
    let details = &review.details;
    // What came along was not recorded here.
    let nothing = crate::meeting::ReviewDetails {
        agreements_only: details.agreements_only,
        came_along: details.came_along.clone(),
        deceased: review.unsaid().deceased,
        own_words_on: details.own_words_on,
        ..Default::default()
    };
    let ended = review.agreements.iter().any(|agreement| agreement.ended.is_some());
    let recorded = has_begun(review) || ended || *details != nothing || !review.judgements.is_empty();
    let state = if recorded { language.between_recorded() } else { language.between_nothing_yet() };
    let value = match review.question.lines().next().map(str::trim) {
        Some(question) if !question.is_empty() => question.to_owned(),
        _ => state.to_owned(),
    };
    let open = Action::Open(Screen::Patient(review.patient));
    Row::action(RowId::of("patient", review.patient), names.shown(review, language), open)
        .with_value(Role::Quiet, value)
}

/// Whether a patient is still to be discussed today.
pub(in crate::app::pages) fn is_waiting(review: &Review) -> bool {
    review.details.finished.is_none() && !review.details.postponed && !review.is_aside()
}

/// Whether something was recorded today; agreements that came along from an earlier meeting are no beginning.
fn has_begun(review: &Review) -> bool {
    let agreed = review.agreements.iter().any(|agreement| agreement.from.is_none());
    agreed || !review.answers.is_empty() || !review.notes.is_empty()
}
