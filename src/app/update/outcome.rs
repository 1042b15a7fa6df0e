//! What a change took away or finished, said in one sentence with the way back.

use crate::meeting::{Answer, Change, Judgement, Participant, terms};
use crate::words::Language;

/// Says what changes took away or finished; none where they only added or altered, or took away what was empty.
pub(super) fn outcome(language: Language, changes: &[Change]) -> Option<String> {
    let what = changes.iter().rev().find_map(|change| what_went(language, change))?;
    Some(format!("{what} {}", language.undo_brings_back()))
}

fn what_went(language: Language, change: &Change) -> Option<String> {
    match change {
        Change::Review { before: Some(review), after: None, .. } if !review.is_blank() => {
            Some(language.patient_removed(&terms::patient(language, review)))
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
                _ => None,
            }
        }
        Change::Repeats { before, after, .. } => {
            let count = |times: &Option<Vec<u32>>| times.as_ref().map_or(1, Vec::len);
            (count(after) < count(before)).then(|| language.repeat_removed().to_owned())
        }
        Change::Answer { before: Some(before), after, .. } => {
            answer_went(before, after.as_deref()).then(|| language.answer_cleared().to_owned())
        }
        Change::Judgement { before: Some(before), after, .. } => {
            judgement_went(language, before, after.as_deref())
        }
        Change::ReviewDetails { before, after, .. } => match (before, after) {
            (before, after) if before.finished.is_none() && after.finished.is_some() => {
                Some(language.patient_is_discussed().to_owned())
            }
            (before, after) if !before.postponed && after.postponed => {
                Some(language.patient_is_postponed().to_owned())
            }
            _ => None,
        },
        _ => None,
    }
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
