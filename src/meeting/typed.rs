//! The meaning of days, numbers and lengths of time as people type them, and how a day is written back.
//!
//! What was typed stays in the record as it is; only what has one clear meaning gets one. Both languages are always
//! understood, whatever the language of the screen.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::words::Language;

/// Years outside these are taken for typing errors.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Longer texts are sentences, not days or numbers.
const LONGEST: usize = 60;

/// The day that `text` means when it is typed on `today`; `None` where it could be more than one day.
///
/// A weekday is the next one after today; a day and a month without a year is the next such day, today included.
pub fn date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = normal(text)?;
    let words = split(&text);
    let mut words = words.as_slice();
    while let [first, rest @ ..] = words
        && is_preposition(first)
        && !rest.is_empty()
    {
        words = rest;
    }
    meaning(words, today).filter(|date| YEARS.contains(&date.year()))
}

/// Words that say that something has to be done before a day or on it: the day is the same.
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "voor" | "vóór" | "vo\u{301}o\u{301}r" | "uiterlijk" | "op" | "before" | "by" | "on" | "the" | "de"
    )
}

fn meaning(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match *words {
        ["vandaag" | "today"] => Some(today),
        ["morgen" | "tomorrow"] => after(today, 1),
        ["overmorgen"] | ["day", "after", "tomorrow"] => after(today, 2),
        ["gisteren" | "yesterday"] => today.checked_sub_days(Days::new(1)),
        [day] if weekday(day).is_some() => next(weekday(day)?, today),
        ["a.s" | "as" | "aanstaande" | "komende" | "coming", day] | [day, "a.s" | "as" | "aanstaande"] => {
            next(weekday(day)?, today)
        }
        ["volgende" | "next", "week", day] | [day, "volgende" | "next", "week"] => {
            let monday = next(Weekday::Mon, today)?;
            after(monday, weekday(day)?.num_days_from_monday())
        }
        ["over" | "binnen" | "in" | "within", count, unit] => later(today, self::count(count)?, unit),
        [day, ref rest @ ..] if weekday(day).is_some() => {
            let named = weekday(day)?;
            calendar_day(rest, today).filter(|date| date.weekday() == named)
        }
        _ => calendar_day(words, today),
    }
}

fn after(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}

/// The next `weekday` after `today`: on a Friday, "vrijdag" is a week later.
fn next(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let days = (weekday.num_days_from_monday() + 7 - today.weekday().num_days_from_monday()) % 7;
    after(today, if days == 0 { 7 } else { days })
}

fn later(today: NaiveDate, count: u32, unit: &str) -> Option<NaiveDate> {
    match unit {
        "dag" | "dagen" | "dgn" | "day" | "days" => after(today, count),
        "week" | "weken" | "wk" | "weeks" => after(today, count.checked_mul(7)?),
        "maand" | "maanden" | "mnd" | "month" | "months" => today.checked_add_months(Months::new(count)),
        "jaar" | "jaren" | "year" | "years" => today.checked_add_months(Months::new(count.checked_mul(12)?)),
        _ => None,
    }
}

fn count(word: &str) -> Option<u32> {
    const WORDS: [[&str; 3]; 12] = [
        ["een", "one", "a"],
        ["twee", "two", ""],
        ["drie", "three", ""],
        ["vier", "four", ""],
        ["vijf", "five", ""],
        ["zes", "six", ""],
        ["zeven", "seven", ""],
        ["acht", "eight", ""],
        ["negen", "nine", ""],
        ["tien", "ten", ""],
        ["elf", "eleven", ""],
        ["twaalf", "twelve", ""],
    ];
    if matches!(word, "één" | "e\u{301}e\u{301}n" | "'n" | "an") {
        return Some(1);
    }
    let named = (1..).zip(WORDS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number);
    named.or_else(|| digits(word, 3))
}

/// A day with its month, with or without a year.
fn calendar_day(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match *words {
        [joined] => joined_day(joined, today),
        [first, second] => day_and_month(first, second).and_then(|(day, month)| coming(day, month, today)),
        [first, second, year] => {
            let (day, month) = day_and_month(first, second)?;
            NaiveDate::from_ymd_opt(self::year(year, today)?, month, day)
        }
        _ => None,
    }
}

/// `29-11`, `29/11/2026`, `29.11.26` or `2026-11-29`.
fn joined_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    match *parts.as_slice() {
        [day, month] => coming(digits(day, 2)?, digits(month, 2)?, today),
        [year, month, day] if year.len() == 4 => {
            NaiveDate::from_ymd_opt(self::year(year, today)?, digits(month, 2)?, digits(day, 2)?)
        }
        [day, month, year] => {
            let month = digits(month, 2).or_else(|| self::month(month))?;
            NaiveDate::from_ymd_opt(self::year(year, today)?, month, digits(day, 2)?)
        }
        _ => None,
    }
}

fn day_and_month(first: &str, second: &str) -> Option<(u32, u32)> {
    if let Some(month) = month(second) {
        return Some((ordinal(first)?, month));
    }
    Some((ordinal(second)?, month(first)?))
}

/// The next day with this number and month; 29 February may be years away.
fn coming(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let last = today.year().checked_add(8)?;
    let mut days = (today.year()..=last).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.find(|date| *date >= today)
}

/// A year in four digits, or in two where they can only mean one near today.
fn year(text: &str, today: NaiveDate) -> Option<i32> {
    const NEAR: u32 = 20;
    let number = i32::try_from(digits(text, 4)?).ok()?;
    match text.len() {
        4 => Some(number),
        2 => {
            let year = today.year().div_euclid(100).checked_mul(100)?.checked_add(number)?;
            (year.abs_diff(today.year()) <= NEAR).then_some(year)
        }
        _ => None,
    }
}

/// `29`, `29e`, `29ste`, `29th`.
fn ordinal(text: &str) -> Option<u32> {
    let bare = ["ste", "de", "e", "st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending));
    digits(bare.unwrap_or(text), 2)
}

/// A whole number of at most `most` digits and nothing else.
fn digits(text: &str, most: usize) -> Option<u32> {
    let fits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

fn month(word: &str) -> Option<u32> {
    if word == "mrt" {
        return Some(3);
    }
    let named = |language: Language| (1..).zip(language.months()).find(|(_, name)| begins(name, word));
    LANGUAGES.into_iter().find_map(named).map(|(number, _)| number)
}

fn weekday(word: &str) -> Option<Weekday> {
    let days =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let short = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    if let Some((_, day)) = short.into_iter().zip(days).find(|(name, _)| *name == word) {
        return Some(day);
    }
    let named =
        |language: Language| language.weekdays().into_iter().zip(days).find(|(name, _)| begins(name, word));
    LANGUAGES.into_iter().find_map(named).map(|(_, day)| day)
}

/// Whether `word` is `name` or its beginning, from three letters on, which tell all days and all months apart.
fn begins(name: &str, word: &str) -> bool {
    word.len() >= 3 && name.to_lowercase().starts_with(word)
}

/// The year of birth in `text`: a year in four digits, alone or in a whole date.
pub fn date_of_birth_year(text: &str) -> Option<i32> {
    let text = normal(text)?;
    let words = split(&text);
    let words = match words.as_slice() {
        ["geb" | "geboren" | "born" | "*", rest @ ..] => rest,
        whole => whole,
    };
    let four = |text: &str| if text.len() == 4 { i32::try_from(digits(text, 4)?).ok() } else { None };
    let year = match *words {
        [alone] if four(alone).is_some() => four(alone),
        _ => {
            // Two digits could be a child or somebody of a hundred: no day near which they would be clear.
            let long_ago = NaiveDate::default();
            let names_year =
                words.iter().any(|word| word.split(['-', '/', '.']).any(|part| four(part).is_some()));
            if names_year { calendar_day(words, long_ago).map(|date| date.year()) } else { None }
        }
    };
    year.filter(|year| YEARS.contains(year))
}

/// The number that `text` means, with a comma or a point before the decimals.
///
/// `1.000` and `1,000` could be a thousand or one, and mean nothing.
pub fn number(text: &str) -> Option<f64> {
    let text = normal(text)?;
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let plain = without_groups(text)?;
    let value: f64 = plain.parse().ok()?;
    value.is_finite().then_some(if negative { -value } else { value })
}

/// Takes the separators of thousands out and makes the decimal sign a point.
fn without_groups(text: &str) -> Option<String> {
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = |whole: &str, separator: char| {
        let mut parts = whole.split(separator);
        let first = parts.next().unwrap_or_default();
        let fits = (1..=3).contains(&first.len()) && is_digits(first);
        let rest: Vec<&str> = parts.collect();
        (fits && rest.iter().all(|part| part.len() == 3 && is_digits(part)))
            .then(|| format!("{first}{}", rest.concat()))
    };
    let signs: Vec<char> = text.chars().filter(|c| matches!(c, ',' | '.')).collect();
    match *signs.as_slice() {
        [] => (!text.is_empty() && is_digits(text)).then(|| text.to_owned()),
        [sign] => {
            let (whole, decimals) = text.split_once(sign)?;
            let ambiguous = decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            let fits = !decimals.is_empty() && is_digits(whole) && is_digits(decimals) && !ambiguous;
            fits.then(|| format!("0{whole}.{decimals}"))
        }
        [first, .., last] if first != last => {
            let (whole, decimals) = text.rsplit_once(last)?;
            let fits = !whole.contains(last) && !decimals.is_empty() && is_digits(decimals);
            if fits { Some(format!("{}.{decimals}", grouped(whole, first)?)) } else { None }
        }
        [first, ..] => grouped(text, first),
    }
}

/// The length of time that `text` means, in minutes; at most a day.
pub fn minutes(text: &str) -> Option<u32> {
    const DAY: u32 = 24 * 60;
    let text = normal(text)?;
    let words = split(&text);
    let minutes = match *words.as_slice() {
        ["halfuur"] | ["half", "uur"] | ["een" | "één", "half", "uur"] | ["half", "an", "hour"] => Some(30),
        ["kwartier"] | ["een" | "één", "kwartier"] => Some(15),
        ["anderhalf", "uur"] => Some(90),
        [alone] => length_in_one(alone),
        [hours, unit] if is_hours(unit) => length_of_hours(hours),
        [minutes, unit] if is_minutes(unit) => digits(minutes, 4),
        [hours, unit, minutes] if is_hours(unit) => hours_and_minutes(hours, minutes),
        [hours, unit, minutes, other] | [hours, unit, "en" | "and", minutes, other]
            if is_hours(unit) && is_minutes(other) =>
        {
            hours_and_minutes(hours, minutes)
        }
        _ => None,
    };
    minutes.filter(|minutes| (1..=DAY).contains(minutes))
}

/// `90`, `90min`, `90'`, `1:30`, `1u30`, `2u`.
fn length_in_one(text: &str) -> Option<u32> {
    if let Some((hours, minutes)) = text.split_once([':', 'u', 'h'])
        && let Some(hours) = digits(hours, 2)
    {
        return match minutes {
            "" if !text.ends_with(':') => hours.checked_mul(60),
            "ur" | "our" | "ours" => hours.checked_mul(60),
            _ if minutes.len() == 2 => hours_and_minutes(&hours.to_string(), minutes),
            _ => None,
        };
    }
    let bare = ["minuten", "minutes", "min", "m", "'"].iter().find_map(|unit| text.strip_suffix(unit));
    digits(bare.unwrap_or(text), 4)
}

fn is_hours(unit: &str) -> bool {
    matches!(unit, "u" | "uur" | "uren" | "h" | "hour" | "hours")
}

fn is_minutes(unit: &str) -> bool {
    matches!(unit, "m" | "min" | "minuut" | "minuten" | "minute" | "minutes")
}

fn hours_and_minutes(hours: &str, minutes: &str) -> Option<u32> {
    let minutes = digits(minutes, 2).filter(|minutes| *minutes < 60)?;
    count(hours)?.checked_mul(60)?.checked_add(minutes)
}

/// `1`, `anderhalf` or `1,5` hours, in whole minutes.
fn length_of_hours(hours: &str) -> Option<u32> {
    if let Some(hours) = count(hours) {
        return hours.checked_mul(60);
    }
    let (whole, part) = hours.split_once([',', '.'])?;
    let part = match part {
        "0" | "00" => 0,
        "25" => 15,
        "5" | "50" => 30,
        "75" => 45,
        _ => return None,
    };
    digits(whole, 2)?.checked_mul(60)?.checked_add(part)
}

/// Lower case, without the spaces around it; `None` for what is too long to be a day or a number.
fn normal(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST { None } else { Some(text.to_lowercase()) }
}

/// The words, without the points and commas that end them.
fn split(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .map(|word| word.trim_end_matches([',', '.']))
        .filter(|word| !word.is_empty())
        .collect()
}

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

fn nth(mut names: impl Iterator<Item = &'static str>, index: u32) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.nth(index)).unwrap_or_default()
}
