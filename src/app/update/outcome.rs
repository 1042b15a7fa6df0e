//! What a change took away or finished, said in one sentence.

use crate::meeting::{Answer, Change, Given, Judgement, Meeting, Names, Participant, terms};
use crate::text;
use crate::words::Language;

/// How much of a text that went is told.
const TOLD: usize = 40;

/// Says what changes took away or finished; none where they only added or altered, or took away what was empty.
pub(super) fn outcome(
    language: Language,
    changes: &[Change],
    meeting: &Meeting,
    names: &Names,
) -> Option<String> {
    changes.iter().rev().find_map(|change| what_went(language, change, meeting, names))
}

fn what_went(language: Language, change: &Change, meeting: &Meeting, names: &Names) -> Option<String> {
    match change {
        Change::Review { before: Some(review), after: None, .. } if !review.is_blank() => {
            let called = names.shown(review, language);
            // Between meetings there is no agenda to be taken off.
            Some(match meeting.details.is_between() {
                true => language.patient_not_recorded(&called),
                false => language.patient_removed(&called),
            })
        }
        Change::Participant { before: Some(participant), after: None, .. }
            if **participant != Participant::new(participant.id) =>
        {
            Some(language.participant_removed(&terms::participant(language, participant)))
        }
        Change::Agreement { before: Some(agreement), after: None, .. } => {
            (!agreement.is_blank()).then(|| language.agreement_removed().to_owned())
        }
        Change::Agreement { before: Some(before), after: Some(after), .. } => {
            match (before.ended, after.ended) {
                (None, Some(ended)) if ended.done => Some(language.agreement_is_done().to_owned()),
                (None, Some(_)) => Some(language.agreement_is_dropped().to_owned()),
                _ if before.told_by.is_some() && after.told_by.is_none() => {
                    Some(language.agreement_teller_went().to_owned())
                }
                _ if before.for_patient && !after.for_patient => {
                    Some(language.agreement_not_for_patient().to_owned())
                }
                _ => None,
            }
        }
        Change::Repeats { before, after, .. } => {
            let count = |times: &Option<Vec<u32>>| times.as_ref().map_or(1, Vec::len);
            (count(after) < count(before)).then(|| language.repeat_removed().to_owned())
        }
        Change::Answer { before: Some(before), after, .. } => {
            let cleared = || language.answer_cleared().to_owned();
            made_room(language, before, after.as_deref())
                .or_else(|| answer_went(before, after.as_deref()).then(cleared))
        }
        Change::Judgement { before: Some(before), after, .. } => {
            judgement_went(language, before, after.as_deref())
        }
        Change::ReviewDetails { patient, before, after } => match (before, after) {
            (before, after) if before.finished.is_none() && after.finished.is_some() => {
                Some(language.patient_is_discussed().to_owned())
            }
            (before, after) if !before.postponed && after.postponed => {
                let has_text = meeting
                    .review(*patient)
                    .is_some_and(|review| !review.answers.is_empty() || !review.notes.trim().is_empty());
                let told = match has_text {
                    true => language.patient_is_postponed_with_text(),
                    false => language.patient_is_postponed(),
                };
                Some(told.to_owned())
            }
            (before, after) if before.postponed && !after.postponed => {
                Some(language.patient_is_back().to_owned())
            }
            (before, after) if before.deceased && !after.deceased => {
                Some(language.patient_is_not_deceased().to_owned())
            }
            (before, after) if before.finished.is_some() && after.finished.is_none() && !after.deceased => {
                Some(language.patient_is_open_again().to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}

/// What was typed as an answer, where it made room for saying that there is none, or that what stood holds.
fn made_room(language: Language, before: &Answer, after: Option<&Answer>) -> Option<String> {
    let typed = before.given.as_ref()?.typed().map(str::trim).filter(|typed| !typed.is_empty())?;
    let is_other = |after: &Answer| {
        matches!(after.given, Some(Given::Not(_))) || after.is_confirmed() && !before.is_confirmed()
    };
    let made_room = after.is_some_and(is_other);
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    made_room.then(|| language.answer_made_room(&format!("\"{}\"", text::truncate(&words, TOLD, "..."))))
}

fn answer_went(before: &Answer, after: Option<&Answer>) -> bool {
    let gave = |answer: &Answer| answer.given.is_some() || !answer.counts.is_empty();
    gave(before) && !after.is_some_and(gave)
}

fn judgement_went(language: Language, before: &Judgement, after: Option<&Judgement>) -> Option<String> {
    let withdrawn = after.is_some_and(|after| after.withdrawn.is_some());
    if before.withdrawn.is_none() && withdrawn {
        return Some(language.judgement_is_withdrawn().to_owned());
    }
    // What was withdrawn and no longer is stands again: nothing of it was cleared.
    if before.withdrawn.is_some() && !withdrawn {
        return Some(language.judgement_stands_again().to_owned());
    }
    let gone = before.choice.is_some() && after.is_none_or(|after| after.choice.is_none());
    gone.then(|| language.judgement_is_cleared().to_owned())
}
