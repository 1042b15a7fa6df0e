//! A day that is named twice: by its feast or its week, and by its day and month.

use chrono::{Datelike, NaiveDate};

use super::counting::{Counting, one};
use super::feasts::Beside;
use super::matching::{Slots, Understood, understood};
use super::means::Means;
use super::reading::Read;
use super::tokens::Token;
use crate::checklist::Looks;

/// The day that is named twice: "kerst, vrijdag 25 december", "wk 50 (7 dec)"; nobody can tell which day is meant where the two differ.
pub(super) fn twice(tokens: &[Token], today: NaiveDate, looks: Looks) -> Option<Read> {
    (1..tokens.len()).find_map(|at| {
        let (head, tail) = tokens.split_at_checked(at)?;
        let (first, second) = (understood(head)?, understood(tail)?);
        let is_dated = |said: &Understood| matches!(said.means, Means::Dated);
        let (name, dated) = if is_dated(&first) { (second, first) } else { (first, second) };
        let is_name = matches!(name.means, Means::Feast(Beside::On) | Means::NthOfFeast | Means::WeekNumber);
        if !is_dated(&dated) || !is_name {
            return None;
        }
        let is_it = |day: NaiveDate| is_so_named(name.means, &name.slots, day);
        Some(match (Counting { today, looks, slots: dated.slots }).dated(looks)? {
            Read::Day(reading) if !is_it(reading.day) => Read::Vague,
            Read::Which(first, second) if is_it(first) != is_it(second) => {
                one(Some(if is_it(first) { first } else { second }))?
            }
            Read::Which(first, _) if !is_it(first) => Read::Vague,
            found => found,
        })
    })
}

/// Whether a day is of a feast or a week.
fn is_so_named(means: Means, slots: &Slots, day: NaiveDate) -> bool {
    let feast = || {
        let feast = slots.feast?;
        let years = [day.year(), day.year().checked_sub(1)?];
        Some(years.into_iter().any(|year| match (means, slots.nth) {
            (Means::NthOfFeast, Some(nth)) => feast.nth(nth, year) == Some(day),
            _ => {
                feast.first(year).is_some_and(|first| first <= day)
                    && feast.last(year).is_some_and(|last| day <= last)
            }
        }))
    };
    match means {
        Means::WeekNumber => {
            Some(day.iso_week().week()) == slots.count
                && slots.weekday.is_none_or(|named| named == day.weekday())
        }
        _ => feast().unwrap_or_default(),
    }
}
