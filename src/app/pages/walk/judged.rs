//! What was judged on a checklist, in words.

use crate::app::model::Model;
use crate::checklist::Checklist;
use crate::export::Judged;
use crate::meeting::{Judgement, Review, Stood, typed};

/// What was judged on a checklist, in words: today, withdrawn, or in an earlier meeting and still standing.
pub(in crate::app::pages) fn judgement_in_words(
    model: &Model,
    review: &Review,
    checklist: &Checklist,
) -> Option<String> {
    let language = model.language();
    let meeting = model.record()?;
    let words = |judgement: &Judgement| {
        Judged { language, meeting, checklist: Some(checklist), judgement }.in_short()
    };
    if let Some(standing) = model.judged_before(review.patient, &checklist.id) {
        let day = typed::short_day(standing.date, meeting.details.date, language);
        let told = language.judgement_stands(&day, &words(&standing.value));
        return Some(and(told, put_off(model, review, checklist)));
    }
    let told = Some(words(review.judgements.get(&checklist.id)?)).filter(|words| !words.is_empty())?;
    Some(and(told, still_stands(model, review, checklist)))
}

/// What was judged, with what else is to be known of it.
pub(in crate::app::pages) fn and(told: String, more: Option<String>) -> String {
    match more {
        Some(more) => format!("{told}; {more}"),
        None => told,
    }
}

/// What goes on standing from an earlier meeting, where this one only put off judging.
pub(in crate::app::pages) fn still_stands(
    model: &Model,
    review: &Review,
    checklist: &Checklist,
) -> Option<String> {
    let own = review.judgements.get(&checklist.id).filter(|own| own.is_put_off(&checklist.id));
    let stands = model.standing(review.patient)?.judgement(&checklist.id)?;
    own.and_then(|_| of_day(model, checklist, stands))
}

/// That judging was put off in a later meeting than the one of what stands.
pub(in crate::app::pages) fn put_off(
    model: &Model,
    review: &Review,
    checklist: &Checklist,
) -> Option<String> {
    of_day(model, checklist, model.standing(review.patient)?.put_off.get(&checklist.id)?)
}

fn of_day(model: &Model, checklist: &Checklist, stood: &Stood<Judgement>) -> Option<String> {
    let (language, meeting) = (model.language(), model.record()?);
    let words = Judged { language, meeting, checklist: Some(checklist), judgement: &stood.value }.choice();
    let day = typed::short_day(stood.date, meeting.details.date, language);
    Some(language.judgement_stands(&day, &words))
}
