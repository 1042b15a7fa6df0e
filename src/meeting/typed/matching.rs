//! Which form a text has, and what it holds in the places of that form.

use chrono::Weekday;

use super::YEARS;
use super::forms::{FORMS, Form, Means};
use super::names::{month, weekday};
use super::tokens::Token;
use super::vocabulary::{
    BESIDE, COUNTS, DAYPART, FROM, LEADS, NTHS, PARTS, Part, SOONER, TIMES, UNITS, Unit,
};

/// What was understood of the words for a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Understood {
    pub means: Means,
    pub slots: Slots,
    /// A time of the day stands beside it.
    pub has_time: bool,
    /// It is the first of several days: "vanaf maandag".
    pub is_from: bool,
}

/// The first form that fits, with or without words before it and a time beside it.
pub(super) fn understood(tokens: &[Token]) -> Option<Understood> {
    let mut rest = tokens;
    let mut is_from = false;
    loop {
        if let Some((means, slots, has_time)) = with_time(rest) {
            return Some(Understood { means, slots, has_time, is_from });
        }
        if let Some((means, slots, _)) = without_part_of_day(rest).and_then(|rest| with_time(&rest)) {
            return Some(Understood { means, slots, has_time: true, is_from });
        }
        let (lead, after) = LEADS.iter().find_map(|lead| Some((lead, behind(lead, rest)?)))?;
        is_from |= FROM.contains(lead);
        rest = after;
    }
}

/// What is left of `tokens` behind the words of a pattern.
fn behind<'t>(pattern: &str, tokens: &'t [Token]) -> Option<&'t [Token]> {
    (1..=tokens.len()).find_map(|at| {
        let (head, rest) = tokens.split_at_checked(at)?;
        fits(pattern, head).map(|_| rest)
    })
}

/// Whether what stands behind a day says when it may be another day.
pub(super) fn is_condition(tokens: &[Token]) -> bool {
    SOONER.iter().any(|pattern| behind(pattern, tokens).is_some())
}

/// Whether what stands behind a day says more about it than which day it is.
pub(super) fn is_beside(tokens: &[Token]) -> bool {
    BESIDE.iter().any(|pattern| behind(pattern, tokens).is_some())
}

/// "Dinsdagmorgen 1 december" without its morning, which stands between the weekday and the rest.
fn without_part_of_day(tokens: &[Token]) -> Option<Vec<Token>> {
    let is_part = |pair: &[Token]| matches!(pair, [Token::Word(day), part] if weekday(day).is_some() && fits(DAYPART, std::slice::from_ref(part)).is_some());
    let at = tokens.windows(2).position(is_part)? + 1;
    let mut rest = tokens.to_vec();
    rest.remove(at);
    Some(rest)
}

/// Whether a day ends with what can be no day and month: "maandag 15.30".
fn ends_with_time(tokens: &[Token]) -> bool {
    let [.., Token::Word(_), Token::Number(hour), Token::Sign('.'), Token::Number(minute)] = tokens else {
        return false;
    };
    let (hour, minute) = (number(hour, 2), number(minute, 2).filter(|_| minute.len() == 2));
    hour.is_some_and(|hour| hour <= 24)
        && minute.is_some_and(|minute| minute < 60 && !(1..=12).contains(&minute))
}

fn with_time(tokens: &[Token]) -> Option<(Means, Slots, bool)> {
    let form = |part: &[Token]| {
        let fitting = |form: &Form| Some((form.means, fits(form.pattern, part)?));
        FORMS.iter().find_map(fitting)
    };
    let is_one = |part: &[Token]| TIMES.iter().any(|pattern| fits(pattern, part).is_some());
    // "Morgenmiddag om 15.00" has a part of the day and a time.
    let is_time = |part: &[Token]| {
        let is_two =
            |at| part.split_at_checked(at).is_some_and(|(first, second)| is_one(first) && is_one(second));
        is_one(part) || (1..part.len()).any(is_two)
    };
    if let Some((means, slots)) = form(tokens).filter(|_| !ends_with_time(tokens)) {
        return Some((means, slots, false));
    }
    (1..tokens.len()).find_map(|at| {
        let (head, tail) = tokens.split_at_checked(at)?;
        let day = if is_time(tail) {
            form(head)
        } else if is_time(head) {
            form(tail)
        } else {
            None
        };
        day.map(|(means, slots)| (means, slots, true))
    })
}

/// What a form took in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Slots {
    pub count: Option<u32>,
    pub unit: Option<Unit>,
    pub weekday: Option<Weekday>,
    pub day: Option<u32>,
    pub month: Option<u32>,
    pub year: Option<Year>,
    pub part: Option<Part>,
    /// Which of a row, counted from one; the last is -1.
    pub nth: Option<i8>,
}

/// A year in four digits or in two.
#[derive(Debug, Clone, Copy)]
pub(super) enum Year {
    Whole(i32),
    Short(i32),
}

fn fits(pattern: &str, tokens: &[Token]) -> Option<Slots> {
    matched(pattern, tokens, Slots::default())
}

// Nearly every pattern ends at its first word, so that no more of it is taken apart than that.
fn matched(pattern: &str, tokens: &[Token], slots: Slots) -> Option<Slots> {
    if pattern.is_empty() {
        return tokens.is_empty().then_some(slots);
    }
    let (element, after) = pattern.split_once(' ').unwrap_or((pattern, ""));
    let (element, is_optional) = match element.strip_suffix('?') {
        Some(element) => (element, true),
        None => (element, false),
    };
    let taken = match tokens {
        [token, rest @ ..] => taken(element, token, slots).and_then(|slots| {
            let without_ending = match rest {
                [Token::Word(ending), rest @ ..] if matches!(element, "D" | "NTH") && is_ordinal(ending) => {
                    matched(after, rest, slots)
                }
                _ => None,
            };
            without_ending.or_else(|| matched(after, rest, slots))
        }),
        [] => None,
    };
    taken.or_else(|| if is_optional { matched(after, tokens, slots) } else { None })
}

/// What the slots are when `token` is taken in as `element`.
fn taken(element: &str, token: &Token, slots: Slots) -> Option<Slots> {
    match (element, token) {
        ("N", Token::Number(digits)) => {
            Some(Slots { count: number(digits, 3), ..slots }).filter(|slots| slots.count.is_some())
        }
        ("N", Token::Word(word)) => Some(Slots { count: Some(count(word)?), ..slots }),
        ("UNIT", Token::Word(word)) => Some(Slots { unit: Some(listed(UNITS, word)?), ..slots }),
        ("PART", Token::Word(word)) => Some(Slots { part: Some(listed(PARTS, word)?), ..slots }),
        ("WD", Token::Word(word)) => Some(Slots { weekday: Some(weekday(word)?), ..slots }),
        ("MONTH", Token::Word(word)) => Some(Slots { month: Some(month(word)?), ..slots }),
        ("NTH", Token::Word(word)) => Some(Slots { nth: Some(listed(NTHS, word)?), ..slots }),
        ("NTH", Token::Number(digits)) => {
            let nth = i8::try_from(number(digits, 1)?).ok().filter(|nth| (1..=5).contains(nth))?;
            Some(Slots { nth: Some(nth), ..slots })
        }
        ("D", Token::Word(word)) => {
            let day = listed(NTHS, word).and_then(|nth| u32::try_from(nth).ok())?;
            Some(Slots { day: Some(day), ..slots })
        }
        ("D", Token::Number(digits)) => Some(Slots { day: Some(number(digits, 2)?), ..slots }),
        ("M", Token::Number(digits)) => Some(Slots { month: Some(number(digits, 2)?), ..slots }),
        ("Y" | "Y4", Token::Number(digits)) => {
            let year = i32::try_from(number(digits, 4)?).ok()?;
            let year = match (element, digits.len()) {
                (_, 4) => Year::Whole(year),
                ("Y", 2) => Year::Short(year),
                _ => return None,
            };
            Some(Slots { year: Some(year), ..slots })
        }
        ("DDMMYYYY", Token::Number(digits)) if digits.len() == 8 => {
            let (day, month) = (digits.get(..2)?, digits.get(2..4)?);
            let year = i32::try_from(number(digits.get(4..)?, 4)?).ok()?;
            Some(Slots {
                day: Some(number(day, 2)?),
                month: Some(number(month, 2)?),
                year: Some(Year::Whole(year)),
                ..slots
            })
        }
        ("YYYYMMDD", Token::Number(digits)) if digits.len() == 8 => {
            let year =
                i32::try_from(number(digits.get(..4)?, 4)?).ok().filter(|year| YEARS.contains(year))?;
            let month = number(digits.get(4..6)?, 2).filter(|month| (1..=12).contains(month))?;
            Some(Slots {
                day: Some(number(digits.get(6..)?, 2)?),
                month: Some(month),
                year: Some(Year::Whole(year)),
                ..slots
            })
        }
        (sign, Token::Sign(found)) => {
            let mut signs = sign.chars();
            let asked = signs.next().filter(|_| signs.next().is_none());
            let fits = asked == Some(*found) || asked == Some('-') && *found == '.';
            fits.then_some(slots)
        }
        (words, Token::Word(word)) => words.split('|').any(|known| known == word).then_some(slots),
        _ => None,
    }
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "e" | "ste" | "de" | "st" | "nd" | "rd" | "th")
}

fn listed<T: Copy>(table: &[(&[&str], T)], word: &str) -> Option<T> {
    table.iter().find(|(words, _)| words.contains(&word)).map(|(_, value)| *value)
}

/// A whole number of at most `most` digits.
fn number(digits: &str, most: usize) -> Option<u32> {
    if (1..=most).contains(&digits.len()) { digits.parse().ok() } else { None }
}

/// A number in words.
pub(super) fn count(word: &str) -> Option<u32> {
    COUNTS.iter().find(|(known, _)| *known == word).map(|(_, count)| *count)
}
