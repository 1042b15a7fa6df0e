//! The time of a day that people name beside it.

use chrono::{NaiveTime, Timelike};

use super::names::{count, month, weekday};
use super::tokens::{Token, tokens};

/// Before these a number of hours is how long, not at what time.
const LENGTHS: [&str; 5] = ["over", "binnen", "in", "within", "na"];
/// Behind these stands a time, also with a point in it.
const AT: [&str; 6] = ["om", "rond", "vanaf", "at", "around", "t"];
/// Behind these "morgen" is a part of the day, and no day.
const DAYS: [&str; 8] =
    ["vandaag", "gisteren", "eergisteren", "morgen", "overmorgen", "today", "tomorrow", "yesterday"];

/// A part of the day; the hours of a clock of twelve belong to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// What says of an hour in which half of the day it is.
#[derive(Debug, Clone, Copy)]
enum Half {
    Am,
    Pm,
    Of(Option<Part>),
}

/// What a text says of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    /// None.
    None,
    /// This one.
    At(NaiveTime),
    /// One in the morning or twelve hours later.
    Which(NaiveTime),
    /// One that is on no clock: 25:00.
    Impossible,
}

/// What `text` says of a time.
pub(super) fn read_time(text: &str) -> Time {
    if let Some(time) = time(text) {
        return Time::At(time);
    }
    // Only where it says nothing of the part of the day, both of these are one.
    let in_part = |part: &str| time(&format!("{text} {part}"));
    let is_bare = || tokens(text).is_some_and(|tokens| part_of_day(&tokens) == Some(None));
    if let Some(time) = is_bare().then(|| in_part("nacht").or_else(|| in_part("ochtend"))).flatten() {
        return Time::Which(time);
    }
    let pairs = |text: &str| -> bool {
        let signs: Vec<char> = text.chars().collect();
        let digits = |part: &[char]| part.iter().filter(|c| c.is_ascii_digit()).count();
        signs.iter().enumerate().any(|(at, sign)| {
            let before: Vec<char> =
                signs.iter().take(at).rev().copied().take_while(char::is_ascii_digit).collect();
            let behind: Vec<char> =
                signs.iter().skip(at + 1).copied().take_while(char::is_ascii_digit).collect();
            *sign == ':' && (1..=2).contains(&digits(&before)) && digits(&behind) > 0
        })
    };
    let hours = tokens(text).unwrap_or_default();
    let is_late = |pair: &[Token]| matches!(pair, [Token::Number(hour), word] if hour.len() == 2 && is_hour(Some(word)) && hour.parse().is_ok_and(|hour: u32| (24..100).contains(&hour)));
    let is_length =
        hours.iter().any(|token| matches!(token, Token::Word(word) if LENGTHS.contains(&word.as_str())));
    if pairs(text) || !is_length && hours.windows(2).any(is_late) { Time::Impossible } else { Time::None }
}

/// The time in hours and minutes that `text` names; none where it names none, or one that could be morning or evening
/// ("half drie", "morgen 3 uur").
pub fn time(text: &str) -> Option<NaiveTime> {
    time_in(&tokens(text)?)
}

/// Whether the words name an hour after midnight as one of the night: "zondagnacht 03:00".
pub(super) fn is_early_night(tokens: &[Token]) -> bool {
    const MORNING: u32 = 7;
    part_of_day(tokens) == Some(Some(Part::Night))
        && time_in(tokens).is_some_and(|time| time.hour() < MORNING)
}

fn time_in(tokens: &[Token]) -> Option<NaiveTime> {
    let part = part_of_day(tokens)?;
    (0..tokens.len()).find_map(|at| {
        let (before, from) = tokens.split_at_checked(at)?;
        let is_behind = |words: &[&str]| matches!(before.last(), Some(Token::Word(word)) if words.contains(&word.as_str()));
        // A day in digits may have a sign before its time: "30-11-2026 / 14:30".
        let is_part = matches!(before.last(), Some(Token::Sign(sign)) if *sign != '-' || !matches!(from.get(1), Some(Token::Sign(':'))));
        match from {
            _ if is_part => None,
            [Token::Number(hour), Token::Sign(':'), Token::Number(minute), rest @ ..] => {
                let rest = if let [Token::Sign(':'), Token::Number(_), rest @ ..] = rest { rest } else { rest };
                clock(hour, minute, half(rest.first(), part))
            }
            [Token::Number(hour), Token::Sign('.'), Token::Number(minute), rest @ ..] => {
                let is_no_month = minute.parse().is_ok_and(|minute: u32| !(1..=12).contains(&minute));
                // "9.30-11" is a time until another.
                let is_until = is_no_month && matches!(rest, [Token::Sign('-'), Token::Number(end), ..] if end.len() <= 2);
                let ends = is_until || !matches!(rest.first(), Some(Token::Sign(_)));
                let is_named = is_behind(&AT) || is_hour(rest.first());
                (ends && (is_named || is_no_month)).then(|| clock(hour, minute, half(rest.first(), part)))?
            }
            [Token::Number(hour), word, ..] if hour.len() <= 2 && is_hour(Some(word)) && !is_behind(&LENGTHS) => {
                match from.get(2) {
                    Some(Token::Number(minute)) if minute.len() == 2 => {
                        clock(hour, minute, half(from.get(3), part))
                    }
                    _ => clock(hour, "00", half(Some(word), part)),
                }
            }
            // "9 tot 11 uur" begins at nine; what is said of the end is said of both, but "11 to 2 pm".
            [Token::Number(hour), Token::Word(until), Token::Number(end), word, ..]
                if ["tot", "to", "until", "en", "and"].contains(&until.as_str()) && is_hour(Some(word)) =>
            {
                let is_later = hour.parse::<u32>().ok() <= end.parse().ok();
                clock(hour, "00", if is_later { half(Some(word), part) } else { Half::Of(part) })
            }
            // "Kwart voor 8", "tien over half negen".
            [minutes, Token::Word(side), rest @ ..] if matches!(side.as_str(), "voor" | "over" | "to" | "past") => {
                let minutes = beside_hour(minutes)?;
                let minutes = if matches!(side.as_str(), "voor" | "to") { -minutes } else { minutes };
                let (hour, minutes) = match rest {
                    [Token::Word(half), hour, ..] if half == "half" => (in_words(hour)?, minutes - 30),
                    [hour, ..] => (in_words(hour)?, minutes),
                    [] => return None,
                };
                let (hour, minutes) = if minutes < 0 { (hour.checked_sub(1)?, minutes + 60) } else { (hour, minutes) };
                let hour = if hour == 0 { 12 } else { hour };
                clock(&hour.to_string(), &format!("{minutes:02}"), half(rest.get(1), part))
            }
            // "0930" behind a day; what may be a year is one, but behind another year.
            [Token::Number(digits), rest @ ..] if digits.len() == 4 && !matches!(rest.first(), Some(Token::Sign(_))) => {
                let is_year = digits.parse().is_ok_and(|year| super::YEARS.contains(&year));
                let has_year = before.iter().any(|token| matches!(token, Token::Number(year) if year.len() == 4));
                // "24 nov 1430" has a year that is none.
                let is_month = matches!(before.last(), Some(Token::Word(word)) if month(word).is_some());
                let is_named = has_year || is_behind(&AT) || is_hour(rest.first());
                let (hour, minute) = digits.split_at_checked(2)?;
                let is_time = !before.is_empty() && (is_named || !(is_year || is_month && hour > "09"));
                is_time.then(|| clock(hour, minute, half(rest.first(), part)))?
            }
            [Token::Word(word), hour, rest @ ..] if word == "half" => {
                let hour = in_words(hour)?.checked_sub(1)?;
                clock(&(if hour == 0 { 12 } else { hour }).to_string(), "30", half(rest.first(), part))
            }
            [Token::Word(hour), word, ..] if is_hour(Some(word)) && !is_behind(&LENGTHS) => {
                clock(&count(hour)?.to_string(), "00", half(Some(word), part))
            }
            [Token::Number(hour), rest @ ..]
                if is_behind(&["om", "rond", "tegen", "at", "around"]) && !matches!(rest.first(), Some(Token::Sign(_))) =>
            {
                clock(hour, "00", half(rest.first(), part))
            }
            _ => None,
        }
    })
}

/// So many minutes beside an hour: "kwart", "tien", "10".
fn beside_hour(token: &Token) -> Option<i32> {
    let minutes = match token {
        Token::Word(word) if matches!(word.as_str(), "kwart" | "quarter") => 15,
        Token::Word(word) => count(word)?,
        Token::Number(digits) if digits.len() <= 2 => digits.parse().ok()?,
        _ => return None,
    };
    i32::try_from(minutes).ok().filter(|minutes| (1..30).contains(minutes))
}

/// A time in digits: "14:30".
pub(super) fn in_digits(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn in_words(token: &Token) -> Option<u32> {
    match token {
        Token::Number(hour) if hour.len() <= 2 => hour.parse().ok(),
        Token::Word(hour) => count(hour),
        _ => None,
    }
    .filter(|hour| (1..=12).contains(hour))
}

fn is_hour(token: Option<&Token>) -> bool {
    matches!(token, Some(Token::Word(word)) if ["uur", "u", "h", "am", "pm"].contains(&word.as_str()))
}

/// The part of the day that the words name, if any; nothing where they name two.
fn part_of_day(tokens: &[Token]) -> Option<Option<Part>> {
    let mut found = None;
    let mut before = "";
    for token in tokens {
        let Token::Word(word) = token else { continue };
        let part = match word.as_str() {
            "ochtend" | "ochtends" | "morgens" | "morning" | "vroeg" | "voormiddag" | "vm" => {
                Some(Part::Morning)
            }
            "morgen" if DAYS.contains(&before) || weekday(before).is_some() => Some(Part::Morning),
            "middag" | "middags" | "afternoon" | "namiddag" | "nm" => Some(Part::Afternoon),
            "avond" | "avonds" | "evening" | "tonight" => Some(Part::Evening),
            "nacht" | "nachts" | "night" => Some(Part::Night),
            _ => None,
        };
        if part.is_some() && found.is_some_and(|found| Some(found) != part) {
            return None;
        }
        found = found.or(part);
        before = word;
    }
    Some(found)
}

fn half(behind: Option<&Token>, part: Option<Part>) -> Half {
    match behind {
        Some(Token::Word(word)) if word == "pm" => Half::Pm,
        Some(Token::Word(word)) if word == "am" => Half::Am,
        _ => Half::Of(part),
    }
}

fn clock(hour: &str, minute: &str, half: Half) -> Option<NaiveTime> {
    // From seven on an hour without more is what it says: teams meet by day. "Drie uur" is at night for nobody, and yet could be.
    const SURE: u32 = 7;
    if hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let is_in_full = hour.len() == 2;
    let hour: u32 = hour.parse().ok()?;
    let hour = match (half, hour) {
        (Half::Pm, 1..=11) => hour + 12,
        (Half::Am, 12) => 0,
        (Half::Pm, 12) | (Half::Am, 1..=11) => hour,
        (Half::Of(None), 1..SURE) if !is_in_full => return None,
        (Half::Of(None), _) => hour,
        (Half::Of(Some(Part::Morning)), 1..=11) => hour,
        (Half::Of(Some(Part::Afternoon)), 1..=6) => hour + 12,
        (Half::Of(Some(Part::Afternoon)), 12..=18) => hour,
        (Half::Of(Some(Part::Evening)), 5..=11) => hour + 12,
        (Half::Of(Some(Part::Evening)), 17..=23) => hour,
        (Half::Of(Some(Part::Night)), 12) => 0,
        (Half::Of(Some(Part::Night)), 9..=11) => hour + 12,
        (Half::Of(Some(Part::Night)), 0..=6 | 21..=23) => hour,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, minute.parse().ok()?, 0)
}
