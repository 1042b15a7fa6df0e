//! What was judged on a checklist, in words.

use crate::app::model::Model;
use crate::checklist::Checklist;
use crate::export::Judged;
use crate::meeting::{Judgement, Review, typed};

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
        return Some(language.judgement_stands(&day, &words(&standing.value)));
    }
    review.judgements.get(&checklist.id).map(words).filter(|words| !words.is_empty())
}
