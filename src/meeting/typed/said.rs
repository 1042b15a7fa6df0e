//! What the program says of a day that somebody typed.

use chrono::{NaiveDate, TimeDelta};

use super::date::{beside, clear, far, read};
use super::moment::{Time, in_digits, read_time};
use super::reading::{Read, Reading, Remark};
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

/// The day of a meeting that stands, with the question about its year where that may be a slip: nobody plans one for years ahead.
pub fn stands(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let far = far(date, today, Looks::Back).or_else(|| far(date, today, Looks::Forward));
    with_remark(language, day(date, language), far)
}

/// What is said of a day that was read.
pub fn said_of(language: Language, read: Read) -> String {
    match read {
        Read::Nothing | Read::Impossible => language.text_stays(&doubt(language, read)),
        Read::Vague => language.date_vague().to_owned(),
        Read::MonthFirst { day, month } => language.date_month_first(day, month),
        Read::OtherWeekday(found) => language.date_other_weekday(&day(found, language)),
        Read::Which(first, second) => language.date_which(&day(first, language), &day(second, language)),
        Read::Around(days) => language.date_which_of(days.map(|one| day(one, language))),
        Read::Day(reading) => with_remark(language, day(reading.day, language), reading.remark),
    }
}

fn with_remark(language: Language, day: String, remark: Option<Remark>) -> String {
    match remark {
        None => day,
        Some(Remark::NearerIn(year)) => language.date_nearer_in(&day, year),
        Some(Remark::Far(years)) => language.date_far(&day, years),
        Some(Remark::ToCome) => language.date_to_come(&day),
        Some(Remark::Been) => language.date_been(&day),
    }
}

/// What is said of a day that is in doubt where nobody is typing: on paper, and of what came with a command.
pub fn doubt(language: Language, read: Read) -> String {
    match read {
        Read::Nothing => language.date_unread().to_owned(),
        Read::Impossible => language.date_impossible().to_owned(),
        Read::Vague => language.date_vague_on_paper().to_owned(),
        Read::MonthFirst { day, .. } => language.date_no_such_month(day),
        Read::Which(first, second) => language.date_either(&day(first, language), &day(second, language)),
        Read::Around(days) => language.date_one_of(days.map(|one| day(one, language))),
        Read::Day(Reading { day: found, remark: Some(Remark::NearerIn(year)), .. }) => {
            language.date_which_year(&day(found, language), year)
        }
        other => said_of(language, other),
    }
}

/// A day as it goes along to another meeting: in numbers, behind the words where these say more. What is in doubt stays.
pub fn kept(text: &str, today: NaiveDate, looks: Looks) -> String {
    match clear(read(text, today, looks)) {
        Some(reading) if reading.is_whole => numeric(reading.day),
        Some(reading) => with_day(text, reading.day),
        None => text.to_owned(),
    }
}

/// The words of a day with that day in numbers behind them, from whatever day they are read.
pub fn with_day(text: &str, day: NaiveDate) -> String {
    let words = beside(text).map_or(text.trim(), |(words, _)| words);
    format!("{words} ({})", numeric(day))
}

/// A day in full as it is told elsewhere, behind what was typed where that says more; what is no day stays as typed, with what speaks
/// against it where it has figures, as a day has of which a part is missing.
pub fn told(language: Language, text: &str, today: NaiveDate, looks: Looks) -> String {
    match clear(read(text, today, looks)) {
        Some(reading) if reading.is_whole => day(reading.day, language),
        Some(reading) => {
            let words = beside(text).map_or(text.trim(), |(words, _)| words);
            format!("{words} ({})", day(reading.day, language))
        }
        None => match read(text, today, looks) {
            found @ (Read::Nothing | Read::Impossible) if text.contains(char::is_numeric) => {
                format!("{} ({})", text.trim(), doubt(language, found))
            }
            _ => text.trim().to_owned(),
        },
    }
}

/// What stands beside a field with bounds while a day is typed: the day in full with its time, and that it lies outside them.
pub fn said_within(language: Language, text: &str, today: NaiveDate, asked: &DayAsked) -> String {
    let mut words = said(language, text, today, asked.looks);
    let Some(reading) = clear(read(text, today, asked.looks)) else { return words };
    if asked.time {
        words = format!("{words}, {}", time_of(language, text));
    }
    match outside(language, reading.day, asked) {
        Some(outside) => format!("{words}; {outside}"),
        None => words,
    }
}

/// What was typed, with the day that it is where that does not stand there, and with all that speaks against it.
pub fn marked(language: Language, text: &str, today: NaiveDate, asked: &DayAsked) -> String {
    let words = text.trim();
    let found = read(text, today, asked.looks);
    let Some(reading) = clear(found) else { return format!("{words} ({})", doubt(language, found)) };
    let is_said = reading.is_whole && words.contains(&reading.day.format("%Y").to_string())
        || words.starts_with(&numeric(reading.day));
    let mut said = Vec::new();
    if !is_said || reading.remark.is_some() {
        let mut full = with_remark(language, day(reading.day, language), reading.remark);
        if asked.time {
            full = format!("{full}, {}", time_of(language, text));
        }
        said.push(full);
    }
    said.extend(outside(language, reading.day, asked));
    let words = beside(words).map_or(words, |(words, _)| words);
    if said.is_empty() { words.to_owned() } else { format!("{words} ({})", said.join("; ")) }
}

/// A day as [`told`], with a remark where it lies outside the bounds or is in doubt.
pub fn told_within(language: Language, text: &str, today: NaiveDate, asked: &DayAsked) -> String {
    let Some(reading) = clear(read(text, today, asked.looks)) else {
        return marked(language, text, today, asked);
    };
    let words = told(language, text, today, asked.looks);
    match outside(language, reading.day, asked) {
        Some(outside) => format!("{words} ({outside})"),
        None => words,
    }
}

fn time_of(language: Language, text: &str) -> String {
    match read_time(text) {
        Time::At(time) => in_digits(time),
        Time::Which(time) => {
            let later = time.overflowing_add_signed(TimeDelta::hours(12)).0;
            language.moment_which(&in_digits(time), &in_digits(later))
        }
        Time::Impossible => language.moment_impossible().to_owned(),
        Time::None => language.moment_without_time().to_owned(),
    }
}

fn outside(language: Language, day: NaiveDate, asked: &DayAsked) -> Option<String> {
    let told = |bound: Option<NaiveDate>| bound.map(numeric);
    (!asked.contains(day)).then(|| language.day_out_of_bounds(told(asked.earliest), told(asked.latest)))
}
