//! Which form a text has, and what it holds in the places of that form.

use chrono::Weekday;

use super::YEARS;
use super::feasts::{FEASTS, Feast};
use super::forms::forms;
use super::means::{Form, Means, Year};
use super::names::{count, month, ordinal, weekday, weekdays, with_half};
use super::occasions::{DONE_THEN, OCCASIONS, PERHAPS, PERHAPS_BEHIND};
use super::tokens::Token;
use super::vocabulary::{
    ABOUT, ABOUT_BEHIND, BESIDE, DAYPART, FEW, FROM, FROM_TODAY, LEADS, LIMITS, LIMITS_BEHIND, NTHS, PARTS,
    PARTS_OF, Part, ROMAN, SEASONS, SINGLE, SOONER, TIMES, TIMES_BEHIND, UNITS, Unit, WISHES,
};

/// What was understood of the words for a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Understood {
    pub means: Means,
    pub slots: Slots,
    /// A time of the day stands beside it, or a word that makes it about that day.
    pub has_more: bool,
    /// It is the first of several days: "vanaf maandag".
    pub is_from: bool,
}

/// The first form that fits, with or without words before it, a time beside it and a word behind it that says that it is about then.
pub(super) fn understood(tokens: &[Token]) -> Option<Understood> {
    let about = || {
        let head = without_end(ABOUT_BEHIND, tokens).or_else(|| without_end(PERHAPS_BEHIND, tokens))?;
        Some(Understood { has_more: true, ..exactly(head)? })
    };
    exactly(tokens).or_else(about)
}

/// What stands before the words of one of `patterns`, with which `tokens` end.
fn without_end<'t>(patterns: &[&str], tokens: &'t [Token]) -> Option<&'t [Token]> {
    (1..tokens.len()).find_map(|at| {
        let (head, tail) = tokens.split_at_checked(at)?;
        patterns.iter().any(|pattern| fits(pattern, tail).is_some()).then_some(head)
    })
}

/// The last day that stands behind a wish or another day: "liefst morgen, uiterlijk overmorgen", "preferably tomorrow, Monday at the latest".
pub(super) fn limit(tokens: &[Token]) -> Option<&[Token]> {
    let without_joining = |head: &'_ [Token]| match head {
        [head @ .., Token::Word(word)] if JOINING.contains(&word.as_str()) => head.to_vec(),
        head => head.to_vec(),
    };
    let behind_limit = || {
        (1..tokens.len()).find_map(|at| {
            let (head, rest) = tokens.split_at_checked(at)?;
            let day = LIMITS.iter().find_map(|limit| behind(limit, rest)).filter(|day| !day.is_empty())?;
            let day = without_end(LIMITS_BEHIND, day).unwrap_or(day);
            // "Maandag uiterlijk 16.00" names a time.
            let is_time = matches!(day, [_, Token::Sign('.' | ':'), _]);
            (!is_time && understood(&without_joining(head)).is_some()).then_some(day)
        })
    };
    let before_limit = || {
        let days = without_end(LIMITS_BEHIND, tokens)?;
        WISHES.iter().find_map(|wish| behind(wish, days))?;
        (1..days.len()).find_map(|at| {
            let (head, day) = days.split_at_checked(at)?;
            let is_both = understood(&without_joining(head)).is_some() && understood(day).is_some();
            is_both.then_some(day)
        })
    };
    behind_limit().or_else(before_limit).filter(|day| understood(day).is_some())
}

/// Words between a wish and its limit.
const JOINING: &[&str] = &["maar", "doch", "but", "en", "and", "of", "or"];

/// The form that fits, with or without words before it and a time beside it.
fn exactly(tokens: &[Token]) -> Option<Understood> {
    let mut rest = tokens;
    let (mut is_from, mut is_about) = (false, false);
    loop {
        if let Some((means, slots, has_time)) = with_time(rest) {
            return Some(Understood { means, slots, has_more: has_time || is_about, is_from });
        }
        if let Some((means, slots, _)) = without_part_of_day(rest).and_then(|rest| with_time(&rest)) {
            return Some(Understood { means, slots, has_more: true, is_from });
        }
        let mut leads = OCCASIONS.iter().chain(PERHAPS).chain(ABOUT).chain(LEADS);
        let (lead, after) = leads.find_map(|lead| Some((lead, behind(lead, rest)?)))?;
        is_from |= FROM.contains(lead);
        is_about |= !LEADS.contains(lead);
        rest = after;
    }
}

/// What is left of `tokens` behind the words of a pattern, as many of them as there are.
fn behind<'t>(pattern: &str, tokens: &'t [Token]) -> Option<&'t [Token]> {
    let words = pattern.split(' ').count().min(tokens.len());
    (1..=words).rev().find_map(|at| {
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

/// Whether what stands behind a day is only what is done on it.
pub(super) fn is_done_then(tokens: &[Token]) -> bool {
    DONE_THEN.iter().any(|pattern| behind(pattern, tokens).is_some()) && is_plain(tokens)
}

/// Whether what stands behind a day in full is about it whatever it says: it names no other day, and joins none to it.
pub(super) fn is_plain(tokens: &[Token]) -> bool {
    let word = |token: &Token| match token {
        Token::Word(word) => Some(word.clone()),
        _ => None,
    };
    let words: Option<Vec<String>> = tokens.iter().map(word).collect();
    words.is_some_and(|words| {
        let joins = |word: &String| JOINS.contains(&word.as_str());
        let is_day = |word: &String| weekday(word).is_some() || month(word).is_some();
        !words.is_empty() && !words.first().is_some_and(joins) && !words.iter().any(is_day)
    })
}

/// Words that make of a day the first of several, or none.
const JOINS: &[&str] =
    &["of", "or", "en", "and", "tot", "t", "to", "until", "till", "niet", "not", "geleden", "ago"];

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
        forms().find_map(fitting)
    };
    let is_any = |times: &[&str], part: &[Token]| times.iter().any(|pattern| fits(pattern, part).is_some());
    let is_one = |part: &[Token]| is_any(TIMES, part);
    let is_behind = |part: &[Token]| is_any(TIMES_BEHIND, part);
    // "Morgenmiddag om 15.00" has a part of the day and a time.
    let is_time = |part: &[Token]| {
        let is_two = |at| {
            part.split_at_checked(at)
                .is_some_and(|(first, second)| is_one(first) && (is_one(second) || is_behind(second)))
        };
        // "Vanochtend vroeg 06:10" has three, of which one is a word.
        let is_three = || {
            part.split_first().is_some_and(|(first, rest)| {
                let is_two = |at| rest.split_at_checked(at).is_some_and(|(a, b)| is_one(a) && is_one(b));
                is_one(std::slice::from_ref(first)) && (1..rest.len()).any(is_two)
            })
        };
        // "30-11-2026 / 14:30": a sign before a time that is no number of a day.
        let behind_sign = |part: &[Token]| {
            matches!(part, [Token::Sign('-'), _, Token::Sign(':'), ..])
                && part.split_first().is_some_and(|(_, rest)| is_one(rest))
        };
        is_one(part) || behind_sign(part) || (1..part.len()).any(is_two) || is_three()
    };
    if let Some((means, slots)) =
        form(tokens).filter(|(_, slots)| !ends_with_time(tokens) && !slots.year.is_some_and(Year::is_time))
    {
        return Some((means, slots, false));
    }
    // "Om 10 uur op 8 december", "in de middag van 4 december"; the night of a day is of two.
    let of_time = |time: &[Token], day: &[Token]| {
        let is_word = |token: &Token, words: &[&str]| matches!(token, Token::Word(word) if words.contains(&word.as_str()));
        let is_night = time.iter().any(|token| is_word(token, &["nacht", "night"]));
        let on = |token: &Token| is_word(token, &["op", "on"]) || !is_night && is_word(token, &["van", "of"]);
        let part = || {
            let (part, day) = day.split_last()?;
            fits(DAYPART, std::slice::from_ref(part)).and_then(|_| form(day))
        };
        form(day).or_else(|| form(day.split_first().filter(|(first, _)| on(first))?.1)).or_else(part)
    };
    // "Maandag 9 tot 11 uur" is no ninth.
    let is_until = |part: &[Token]| matches!(part, [Token::Word(word), ..] if matches!(word.as_str(), "tot" | "t" | "to" | "until"));
    // The longest day counts: "gisternacht half vier" is no yesterday with a time in the night.
    (1..tokens.len()).rev().find_map(|at| {
        let (head, tail) = tokens.split_at_checked(at)?;
        let day = if is_time(tail) || is_behind(tail) {
            form(head).filter(|(means, slots)| {
                let is_hour = || slots.year.is_some_and(Year::is_hour) && fits(DAYPART, tail).is_some();
                !(ends_with_time(head) || is_until(tail) && matches!(means, Means::DayOfMonth) || is_hour())
            })
        } else if is_time(head) {
            of_time(head, tail)
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
    /// The least that it may be: "2 tot 3 weken".
    pub low: Option<u32>,
    /// Half of the unit more than the count.
    pub half: bool,
    pub unit: Option<Unit>,
    pub weekday: Option<Weekday>,
    /// The first of two weekdays.
    pub other_weekday: Option<Weekday>,
    pub day: Option<u32>,
    pub month: Option<u32>,
    /// The month of the first of two days, where it is another one.
    pub other_month: Option<u32>,
    pub year: Option<Year>,
    pub part: Option<Part>,
    pub feast: Option<Feast>,
    /// Which of a row, counted from one; the last is -1.
    pub nth: Option<i8>,
    /// How many days from today.
    pub from_today: Option<i64>,
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
        _ if element == "N" => counts(tokens).find_map(|(count, half, rest)| {
            matched(after, rest, Slots { count: Some(count), half, ..slots })
        }),
        _ if element == "LOW" => counts(tokens)
            .filter(|(_, half, _)| !half)
            .find_map(|(low, _, rest)| matched(after, rest, Slots { low: Some(low), ..slots })),
        _ if element == "FEAST" => feasts(tokens)
            .find_map(|(feast, rest)| matched(after, rest, Slots { feast: Some(feast), ..slots })),
        // "A year and a half".
        [token, Token::Word(and), Token::Word(_), Token::Word(half), rest @ ..]
            if element == "UNIT" && and == "and" && half == "half" =>
        {
            taken(element, token, slots).and_then(|slots| matched(after, rest, Slots { half: true, ..slots }))
        }
        [token, rest @ ..] => taken(element, token, slots).and_then(|slots| {
            let without_ending = match rest {
                [Token::Word(ending), rest @ ..]
                    if matches!(element, "D" | "NTH" | "FIRST") && is_ordinal(ending) =>
                {
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
        ("ONE", Token::Word(word)) if SINGLE.contains(&word.as_str()) => {
            Some(Slots { count: Some(1), unit: Some(listed(UNITS, word)?), ..slots })
        }
        ("DAYS", Token::Word(word)) => {
            let unit = listed(UNITS, word).filter(|unit| *unit != Unit::Hours);
            Some(Slots { unit: Some(unit?), ..slots })
        }
        ("UNIT", Token::Word(word)) => Some(Slots { unit: Some(listed(UNITS, word)?), ..slots }),
        ("PART", Token::Word(word)) => Some(Slots { part: Some(listed(PARTS, word)?), ..slots }),
        ("WD", Token::Word(word)) => Some(Slots { weekday: Some(weekday(word)?), ..slots }),
        ("WDS", Token::Word(word)) => Some(Slots { weekday: Some(weekdays(word)?), ..slots }),
        ("ORDINAL", Token::Word(word)) => Some(Slots { day: Some(ordinal(word)?), ..slots }),
        ("EARLIER", Token::Word(word)) => Some(Slots { other_weekday: Some(weekday(word)?), ..slots }),
        ("SAT", Token::Word(word)) if word == "za" => {
            Some(Slots { other_weekday: Some(Weekday::Sat), ..slots })
        }
        ("MONTH", Token::Word(word)) => Some(Slots { month: Some(month(word)?), ..slots }),
        // One letter between two numbers may be a sign: "10 x 10".
        ("ROMAN" | "ROMANS", Token::Word(word)) if element == "ROMAN" || word.len() > 1 => {
            let month = (1..).zip(ROMAN).find(|(_, name)| **name == *word).map(|(number, _)| number);
            Some(Slots { month: Some(month?), ..slots })
        }
        ("FIRSTMONTH", Token::Word(word)) => Some(Slots { other_month: Some(month(word)?), ..slots }),
        ("FIRSTM", Token::Number(digits)) => Some(Slots { other_month: Some(number(digits, 2)?), ..slots }),
        ("OF", Token::Number(digits)) => {
            let unit = PARTS_OF.iter().find(|(whole, _)| whole == digits).map(|(_, unit)| *unit);
            Some(Slots { unit: Some(unit?), ..slots })
        }
        ("NTH", Token::Word(word)) => Some(Slots { nth: Some(listed(NTHS, word)?), ..slots }),
        ("NTH", Token::Number(digits)) => {
            let nth = i8::try_from(number(digits, 1)?).ok().filter(|nth| (1..=5).contains(nth))?;
            Some(Slots { nth: Some(nth), ..slots })
        }
        ("D", Token::Word(word)) => {
            let day = listed(NTHS, word).and_then(|nth| u32::try_from(nth).ok());
            // "A march" is no day of March.
            let day = day.or_else(|| count(word).filter(|day| (2..=31).contains(day)));
            let day = day.or_else(|| ordinal(word))?;
            Some(Slots { day: Some(day), ..slots })
        }
        // A time without a sign in it.
        ("HHMM", Token::Number(digits)) if digits.len() == 4 => {
            number(digits, 4).filter(|time| time / 100 < 24 && time % 100 < 60).map(|_| slots)
        }
        // Three numbers of two digits with nothing but spaces between them are a day; "1 2 3" is a series.
        ("DD", Token::Number(digits)) if digits.len() == 2 => {
            Some(Slots { day: Some(number(digits, 2)?), ..slots })
        }
        ("MM", Token::Number(digits)) if digits.len() == 2 => {
            let month = number(digits, 2).filter(|month| (1..=12).contains(month))?;
            Some(Slots { month: Some(month), ..slots })
        }
        ("FIRST", Token::Number(digits)) => Some(Slots { low: Some(number(digits, 2)?), ..slots }),
        ("D", Token::Number(digits)) => Some(Slots { day: Some(number(digits, 2)?), ..slots }),
        ("M", Token::Number(digits)) => Some(Slots { month: Some(number(digits, 2)?), ..slots }),
        ("YY", Token::Number(digits)) if digits.len() == 2 => {
            Some(Slots { year: Some(Year::Short(digits.parse().ok()?)), ..slots })
        }
        // "0930" is a time.
        ("Y" | "Y4", Token::Number(digits)) if !digits.starts_with('0') || digits.len() == 2 => {
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
        ("DDMMYY", Token::Number(digits)) if digits.len() == 6 => Some(Slots {
            day: Some(number(digits.get(..2)?, 2)?),
            month: Some(number(digits.get(2..4)?, 2).filter(|month| (1..=12).contains(month))?),
            year: Some(Year::Short(digits.get(4..)?.parse().ok()?)),
            ..slots
        }),
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
        ("TODAY", Token::Word(word)) => Some(Slots { from_today: Some(listed(FROM_TODAY, word)?), ..slots }),
        ("FEW", Token::Word(word)) => FEW.contains(&word.as_str()).then_some(slots),
        ("SEASON", Token::Word(word)) => SEASONS.contains(&word.as_str()).then_some(slots),
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

/// The counts with which `tokens` begin, the longest first, whether a half goes with them, and what follows.
fn counts(tokens: &[Token]) -> impl Iterator<Item = (u32, bool, &[Token])> {
    let word = |at: usize, known: &[&str]| matches!(tokens.get(at), Some(Token::Word(word)) if known.contains(&word.as_str()));
    let whole = match tokens.first() {
        Some(Token::Number(digits)) => number(digits, 3),
        Some(Token::Word(word)) => count(word),
        _ => None,
    };
    let half = |at| word(at, &["half", "halve"]);
    let article = |at| usize::from(word(at, &["a", "an"]));
    let found = [
        // "Een half", "half a".
        (whole == Some(1) && half(1)).then_some((0, true, 2)),
        half(0).then(|| (0, true, 1 + article(1))),
        whole.filter(|_| word(1, &["enhalf"])).map(|whole| (whole, true, 2)),
        whole.filter(|_| word(1, &["en", "and"]) && half(2)).map(|whole| (whole, true, 3)),
        whole
            .filter(|_| word(1, &["en", "and"]) && word(2, &["een", "a"]) && half(3))
            .map(|whole| (whole, true, 4)),
        word(0, &["anderhalf", "anderhalve"]).then_some((1, true, 1)),
        match tokens.first() {
            Some(Token::Word(word)) => with_half(word).map(|whole| (whole, true, 1)),
            _ => None,
        },
        whole.map(|whole| (whole, false, 1)),
    ];
    found.into_iter().flatten().filter_map(|(count, half, taken)| Some((count, half, tokens.get(taken..)?)))
}

/// The feasts with which `tokens` begin, and what follows.
fn feasts(tokens: &[Token]) -> impl Iterator<Item = (Feast, &[Token])> {
    const MOST_WORDS: usize = 4;
    let first = match tokens.first() {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let named = FEASTS.iter().flat_map(|(names, feast)| names.iter().map(move |name| (*name, *feast)));
    let known = named.filter(move |(name, _)| {
        name.split(' ').next().is_some_and(|words| words.split('|').any(|word| word == first))
    });
    known.flat_map(move |(name, feast)| {
        (1..=MOST_WORDS).filter_map(move |at| {
            let (head, rest) = tokens.split_at_checked(at)?;
            fits(name, head).map(|_| (feast, rest))
        })
    })
}
