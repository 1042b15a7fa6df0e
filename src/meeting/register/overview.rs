//! What a register says as a whole, of everybody and of the group that met last: counted once, so that a first screen can tell it.

use chrono::NaiveDate;

use super::colours::ColourBeside;
use super::known::{KnownPatient, Register};
use super::mark::Mark;
use super::selection::Selection;
use super::state::{DYING, PatientState, Reason};
use crate::checklist::Name;
use crate::meeting::record::meeting::MeetingKind;
use crate::text::same::folded;

/// The most patients that are named of those whom a group should speak of.
const MOST: usize = 12;

/// Patients of a register, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// All of them.
    pub patients: usize,
    /// Of those who are alive, how many have which colour.
    pub colours: Vec<(Name, usize)>,
    /// How many died.
    pub deceased: usize,
    /// How many of those the team has not looked back on.
    pub to_look_back_on: usize,
    /// How many agreements are open.
    pub open: usize,
    /// How many of those are past their day.
    pub overdue: usize,
    /// How many were to be discussed again by now.
    pub due: usize,
    /// The first day to come on which somebody is to be discussed again.
    pub next: Option<NaiveDate>,
    /// Since when the dying phase stands, of everybody of whom that was judged.
    pub dying: Vec<NaiveDate>,
}

/// A patient whom a group should speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressing {
    /// The label.
    pub label: String,
    /// The year of birth as typed.
    pub born: String,
    /// By what else the patient is told from others.
    pub mark: Mark,
    /// What stands.
    pub state: PatientState,
    /// Why, what presses most first.
    pub reasons: Vec<Reason>,
}

/// What a register says as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// Everybody.
    pub all: Counts,
    /// The patients of the group that met last, where there is one.
    pub group: Option<Counts>,
    /// Whom that group should speak of, what presses most first; no more than a window shows.
    pub pressing: Vec<Pressing>,
}

impl Counts {
    fn of<'k>(patients: impl IntoIterator<Item = &'k KnownPatient>, today: NaiveDate) -> Self {
        let mut counts = Self::default();
        for known in patients {
            counts.patients += 1;
            counts.open += known.agreements.len();
            counts.overdue += known.agreements.iter().filter(|open| open.agreement.is_overdue(today)).count();
            if known.deceased {
                counts.deceased += 1;
                counts.to_look_back_on += usize::from(!known.looked_back);
                continue;
            }
            // Of two that were noted on one day none is the last word.
            let beside = known.colour_beside.iter().filter_map(ColourBeside::colour);
            for colour in known.colour.iter().chain(beside) {
                match counts.colours.iter_mut().find(|(code, _)| code == colour) {
                    Some((_, count)) => *count += 1,
                    None => counts.colours.push((colour.clone(), 1)),
                }
            }
            match known.next_review {
                Some(day) if day <= today => counts.due += 1,
                day => counts.next = counts.next.into_iter().chain(day).min(),
            }
            let judged = known.judged_on(DYING.0).filter(|(_, choice)| choice.as_str() == DYING.1);
            counts.dying.extend(judged.map(|(day, _)| *day));
        }
        counts
    }
}

impl Overview {
    /// What `register` says as a whole on a day. Cases of sessions are nobody's patients.
    pub fn of(register: &Register, today: NaiveDate) -> Self {
        let patients = || register.everybody().filter(|known| known.kind != MeetingKind::Education);
        let group = register.meeting_groups().next().map(|known| known.name.clone());
        let wanted = group.as_deref().map(folded);
        let of_group = wanted.map(|group| Counts::of(patients().filter(|known| known.is_of(&group)), today));
        let selected = Selection { group, ..Selection::default() }.of(register, today);
        let pressing = selected.into_iter().filter_map(|(known, state)| {
            let reasons = Reason::all(known, &state, today);
            let presses = reasons.first().is_some_and(|reason| *reason != Reason::Rest);
            let (label, born, mark) = (known.label.clone(), known.born.clone(), known.mark.clone());
            presses.then_some(Pressing { label, born, mark, state, reasons })
        });
        Self { all: Counts::of(patients(), today), group: of_group, pressing: pressing.take(MOST).collect() }
    }
}

#[cfg(test)]
#[path = "../tests/overview.rs"]
mod tests;
