//! How a day is written back, and a number that was typed in English.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::text;
use crate::text::quantity::ambiguous_sign;
use crate::words::Language;

/// How many columns of what was typed for a day stand in the cell of a table.
const MOST_OF_ASKED: usize = 16;

/// A day in full: "vrijdag 27 november 2026".
pub fn day(date: NaiveDate, language: Language) -> String {
    let weekdays = language.weekdays().into_iter().cycle();
    let weekday = nth(weekdays, date.weekday().num_days_from_monday());
    let month = nth(language.months().into_iter(), date.month0());
    format!("{weekday} {} {month} {}", date.day(), date.year())
}

/// A day in short: "27 nov", with the year when it is not the one of `today`.
pub fn short_day(date: NaiveDate, today: NaiveDate, language: Language) -> String {
    let month = nth(language.short_months().into_iter(), date.month0());
    if date.year() == today.year() {
        format!("{} {month}", date.day())
    } else {
        format!("{} {month} {}", date.day(), date.year())
    }
}

/// A day in the cell of a table: "27 nov", with two digits of the year when it is not the one of `today`: "27 nov '26".
pub fn brief_day(date: NaiveDate, today: NaiveDate, language: Language) -> String {
    let month = nth(language.short_months().into_iter(), date.month0());
    match date.year() {
        year if year == today.year() => format!("{} {month}", date.day()),
        // Of another century two digits would say something else.
        year if (year - today.year()).abs() >= 50 => short_day(date, today, language),
        year => format!("{} {month} '{:02}", date.day(), year.rem_euclid(100)),
    }
}

/// A day of which the weekday does not matter: "27 november", with the year when it is not the one of `today`.
pub fn plain_day(date: NaiveDate, today: NaiveDate, language: Language) -> String {
    let month = nth(language.months().into_iter(), date.month0());
    if date.year() == today.year() {
        format!("{} {month}", date.day())
    } else {
        format!("{} {month} {}", date.day(), date.year())
    }
}

/// A day in numbers: "27-11-2026".
pub fn numeric(date: NaiveDate) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

/// The day of a meeting as it is told, or that it is not known yet in the words that somebody `typed` for it and that are no day.
pub fn met(language: Language, typed: &str, day: String) -> String {
    if typed.trim().is_empty() { day } else { language.day_not_known(&text::visible_line(typed.trim())) }
}

/// The same in the cell of a table: the words with a question mark, and no more of them than a few days are long.
pub fn met_briefly(typed: &str, day: String) -> String {
    let asked = text::visible_line(typed.trim().trim_end_matches('?').trim_end());
    if typed.trim().is_empty() { day } else { format!("{}?", text::truncate(&asked, MOST_OF_ASKED, "...")) }
}

fn nth(mut names: impl Iterator<Item = &'static str>, index: u32) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.nth(index)).unwrap_or_default()
}

/// A number as it was typed on a screen in English, in a form that is read alike in every language: `1,250` as `1250`, and
/// `1.250` as `1.25`.
pub fn in_language(language: Language, text: &str) -> Cow<'_, str> {
    let Some((at, sign)) = ambiguous_sign(text).filter(|_| language == Language::English) else {
        return Cow::Borrowed(text);
    };
    let (whole, behind) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    if sign == ',' {
        return Cow::Owned(format!("{whole}{behind}"));
    }
    let (decimals, rest) = behind.split_at_checked(3).unwrap_or((behind, ""));
    let short = decimals.trim_end_matches('0');
    let decimals = match short.len() {
        0 => "0".to_owned(),
        3 => format!("{short}0"),
        _ => short.to_owned(),
    };
    Cow::Owned(format!("{whole}.{decimals}{rest}"))
}
