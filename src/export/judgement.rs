//! A judgement of the team in words; a withdrawn one reads as withdrawn, before anything else.

use crate::checklist::{Checklist, Name};
use crate::meeting::{Judgement, Meeting, Stamp, typed};
use crate::words::Language;

/// A judgement with what its words come from.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// In which language.
    pub language: Language,
    /// The meeting in which it was recorded.
    pub meeting: &'a Meeting,
    /// The checklist that asks for it, where its definition is known.
    pub checklist: Option<&'a Checklist>,
    /// The judgement.
    pub judgement: &'a Judgement,
}

impl Judged<'_> {
    /// What was chosen, in the words of its option; the code where that option is gone, empty where nothing was chosen.
    pub fn choice(&self) -> String {
        let options = self.checklist.and_then(|known| known.judgement.as_ref()).map(|known| &known.options);
        let text = |code: &Name| {
            let option = options.into_iter().flatten().find(|option| option.code == *code);
            option.map_or_else(|| code.to_string(), |option| option.text.get(self.language).to_owned())
        };
        self.judgement.choice.as_ref().map(text).unwrap_or_default()
    }

    /// On which day it was judged: another one than that of the meeting where it is withdrawn later.
    pub fn day(&self) -> String {
        let recorded = self.judgement.recorded.map(|stamp| stamp.at.date());
        self.judgement.judged_on.or(recorded).map(typed::numeric).unwrap_or_default()
    }

    /// That it was withdrawn, when, by whom and why; empty where it stands.
    pub fn withdrawal(&self) -> String {
        let Some(stamp) = self.judgement.withdrawn else { return String::new() };
        let reason = one_line(&self.judgement.withdrawn_reason);
        let day = typed::numeric(stamp.at.date());
        self.language.judgement_withdrawn_in_full(&day, &self.name(stamp), &reason)
    }

    /// The judgement on one line, the withdrawal first: "INGETROKKEN op 27-11-2026 door M. Vos. ... Het was: ...".
    pub fn in_short(&self) -> String {
        let (choice, reason) = (self.choice(), one_line(&self.judgement.reason));
        let said = if reason.is_empty() { choice } else { format!("{choice}: {reason}") };
        match (self.withdrawal(), said.as_str()) {
            (withdrawn, "") => withdrawn,
            (withdrawn, _) if withdrawn.is_empty() => said,
            (withdrawn, _) => {
                format!("{withdrawn} {}", self.language.judgement_it_was(&said, &self.day()))
            }
        }
    }

    /// The same with the day on which it was judged, for a paper that is read on another day.
    pub fn dated(&self) -> String {
        let (choice, day) = (self.choice(), self.day());
        match self.judgement.withdrawn {
            Some(_) => self.in_short(),
            None if choice.is_empty() || day.is_empty() => self.in_short(),
            None => match one_line(&self.judgement.reason) {
                reason if reason.is_empty() => format!("{choice} ({day})"),
                reason => format!("{choice} ({day}). {reason}"),
            },
        }
    }

    fn name(&self, stamp: Stamp) -> String {
        let known = stamp.by.and_then(|by| self.meeting.participant(by));
        known.map(|known| known.name.trim().to_owned()).unwrap_or_default()
    }
}

/// A text of several lines on one.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
