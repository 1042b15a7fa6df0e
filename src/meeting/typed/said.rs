//! What the program says of a day that somebody typed.

use chrono::NaiveDate;

use super::date::{clear, read};
use super::moment::{in_digits, time};
use super::reading::{Read, Remark};
use super::written::{day, numeric};
use crate::checklist::{DayAsked, Looks};
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
        Read::Vague => language.date_vague().to_owned(),
        Read::Impossible => language.date_impossible().to_owned(),
        Read::MonthFirst { day, month } => language.date_month_first(day, month),
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

/// What stands beside a field with bounds while a day is typed: the day in full with its time, and that it lies outside them.
pub fn said_within(language: Language, text: &str, today: NaiveDate, asked: &DayAsked) -> String {
    let mut words = said(language, text, today, asked.looks);
    let Some(reading) = clear(read(text, today, asked.looks)) else { return words };
    if asked.time {
        let time = time(text).map_or_else(|| language.moment_without_time().to_owned(), in_digits);
        words = format!("{words}, {time}");
    }
    match outside(language, reading.day, asked) {
        Some(outside) => format!("{words}; {outside}"),
        None => words,
    }
}

/// What was typed, with a remark where that day lies outside the bounds.
pub fn marked(language: Language, text: &str, today: NaiveDate, asked: &DayAsked) -> String {
    remarked(language, text.to_owned(), text, today, asked)
}

/// A day as [`told`], with a remark where it lies outside the bounds.
pub fn told_within(language: Language, text: &str, today: NaiveDate, asked: &DayAsked) -> String {
    remarked(language, told(language, text, today, asked.looks), text, today, asked)
}

fn remarked(language: Language, words: String, text: &str, today: NaiveDate, asked: &DayAsked) -> String {
    let day = clear(read(text, today, asked.looks)).map(|reading| reading.day);
    match day.and_then(|day| outside(language, day, asked)) {
        Some(outside) => format!("{words} ({outside})"),
        None => words,
    }
}

fn outside(language: Language, day: NaiveDate, asked: &DayAsked) -> Option<String> {
    let told = |bound: Option<NaiveDate>| bound.map(numeric);
    (!asked.contains(day)).then(|| language.day_out_of_bounds(told(asked.earliest), told(asked.latest)))
}
