//! What the program says of a day that somebody typed.

use chrono::NaiveDate;

use super::date::{clear, read};
use super::reading::{Read, Remark};
use super::written::day;
use crate::checklist::Looks;
use crate::words::Language;

/// What stands beside the field while a day is typed: the day in full, and whatever speaks against it.
pub fn said(language: Language, text: &str, today: NaiveDate, looks: Looks) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    said_of(language, read(text, today, looks))
}

/// What is said of a day that was read.
pub fn said_of(language: Language, read: Read) -> String {
    match read {
        Read::Nothing => language.date_unread().to_owned(),
        Read::Impossible => language.date_impossible().to_owned(),
        Read::OtherWeekday(found) => language.date_other_weekday(&day(found, language)),
        Read::Which(first, second) => language.date_which(&day(first, language), &day(second, language)),
        Read::Day(reading) => {
            let day = day(reading.day, language);
            match reading.remark {
                None => day,
                Some(Remark::NearerIn(year)) => language.date_nearer_in(&day, year),
                Some(Remark::Far(years)) => language.date_far(&day, years),
                Some(Remark::ToCome) => language.date_to_come(&day),
                Some(Remark::Been) => language.date_been(&day),
            }
        }
    }
}

/// A day in full as it is told elsewhere, behind what was typed where that says more; what is no day stays as typed,
/// and so does what the field asked about.
pub fn told(language: Language, text: &str, today: NaiveDate, looks: Looks) -> String {
    match clear(read(text, today, looks)) {
        Some(reading) if reading.is_whole => day(reading.day, language),
        Some(reading) => format!("{} ({})", text.trim(), day(reading.day, language)),
        None => text.trim().to_owned(),
    }
}
