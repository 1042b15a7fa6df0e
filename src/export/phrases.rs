//! Phrases that several parts of the minutes share.

use chrono::NaiveDateTime;

use crate::checklist::{Discussed, Item, Looks};
use crate::meeting::{
    Answer, Conversation, Conversations, Meeting, Missing, QuestionKey, Review, Stamp, discussed, typed,
};
use crate::words::Language;

/// In which conversation an answer was discussed (empty where that is no matter), or what is missing of that.
pub(super) fn reliable(
    language: Language,
    conversations: &Conversations,
    key: &QuestionKey,
    item: &Item,
    answer: &Answer,
) -> Result<String, String> {
    let missing = conversations.missing(key, item, answer);
    let is_of_then = |missing: &Missing| matches!(missing, Missing::By | Missing::On | Missing::With);
    // What only stood on was discussed when it was noted: these minutes cannot say that it was not.
    if let Some(day) = answer.confirmed_of().filter(|_| !missing.is_empty())
        && missing.iter().all(is_of_then)
    {
        return Ok(language.discussed_then(&typed::numeric(day)));
    }
    let is_said = answer.given.as_ref().is_some_and(|given| !matches!(given, crate::meeting::Given::Not(_)));
    match missing.as_slice() {
        [] if item.discussed == Discussed::Needed && is_said => {
            let Conversation { by, on, day, with, .. } = conversations.about(key);
            let on = day.map_or_else(|| on.clone(), typed::numeric);
            Ok(language.discussed_in_words(&on, by, with))
        }
        [] => Ok(String::new()),
        missing => Err(language.incomplete(&discussed::in_words(language, missing))),
    }
}

/// When something was recorded and by whom.
pub(super) fn who_when(meeting: &Meeting, stamp: Stamp, language: Language) -> String {
    match name(meeting, stamp, language) {
        "" => moment(stamp.at),
        by => language.export_noted_by(by, &moment(stamp.at)),
    }
}

/// When something was recorded.
pub(super) fn moment(at: NaiveDateTime) -> String {
    format!("{} {}", typed::numeric(at.date()), at.format("%H:%M"))
}

/// The name of who recorded something, as it stands among the participants; empty where nobody was named.
pub(super) fn name(meeting: &Meeting, stamp: Stamp, language: Language) -> &str {
    match stamp.by.and_then(|by| meeting.participant(by)).map(|known| known.name.trim()) {
        None => "",
        Some("") => language.participant_unnamed(),
        Some(name) => name,
    }
}

/// When the patient is discussed again.
pub(super) fn next_review(meeting: &Meeting, review: &Review, language: Language) -> String {
    typed::told(language, &review.next_review, meeting.details.date, Looks::Forward)
}

/// The text with a capital letter at its start.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
