//! The day that people mean: the table of forms is matched, and what fits is counted from the day it was typed.

use chrono::{Datelike, NaiveDate};

use super::YEARS;
use super::counting::Counting;
use super::either::{alternatives, twice};
use super::lengths::has_hours;
use super::matching::{Understood, is_beside, is_condition, is_done_then, is_plain, limit, understood};
use super::means::Means;
use super::moment::is_early_night;
use super::reading::{Read, Reading, Remark};
use super::tokens::{Token, tokens};
use crate::checklist::Looks;

/// So many words of a day are looked at, and so many signs of what follows it.
const MOST_WORDS: usize = 12;
const MOST_SIGNS: usize = 50;

/// Days that are counted from a clock that is centuries off.
const NEAR_TODAY: i64 = 800;

/// The day that `text` means when it is typed on `today` in answer to a question that `looks` back or forward; none while
/// the field asks in which year.
pub fn date(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    in_numbers(text).or_else(|| clear(read(text, today, looks)).map(|reading| reading.day))
}

/// A day as the program itself writes it ([`numeric`](super::numeric)), which needs no table of forms: of each agreement that is open it is
/// asked whether it is past its day.
fn in_numbers(text: &str) -> Option<NaiveDate> {
    let [d, e, b'-', m, n, b'-', year @ ..] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(<&[u8; 4]>::try_from(year).ok()?)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[*m, *n])?, number(&[*d, *e])?).filter(|_| YEARS.contains(&year))
}

/// The words of a text that has its day in numbers behind them, and that day: "eind volgende week (04-12-2026)".
pub(super) fn beside(text: &str) -> Option<(&str, NaiveDate)> {
    let (words, day) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let words = words.trim();
    Some((words, in_numbers(day)?)).filter(|_| !words.is_empty())
}

/// The reading of a day of which the year is clear.
pub fn clear(read: Read) -> Option<Reading> {
    match read {
        Read::Day(Reading { remark: Some(Remark::NearerIn(_)), .. }) => None,
        Read::Day(reading) => Some(reading),
        _ => None,
    }
}

/// The day from which on `text` asks: a day that has been, the first one of a week, month or year, or so long ago.
pub fn since(text: &str, today: NaiveDate) -> Read {
    let asked =
        [text.to_owned(), format!("begin {text}"), format!("begin van {text}"), format!("{text} geleden")];
    let read = |text: &String| {
        Some(read(text, today, Looks::Back)).filter(|read| !matches!(read, Read::Nothing | Read::Vague))
    };
    // "11-2026" is a month.
    let month = Some(format!("1-{}", text.trim())).filter(|month| month.len() >= "1-1-2026".len());
    asked.iter().chain(&month).find_map(read).unwrap_or(Read::Nothing)
}

/// The day that `text` means, where the day in numbers says all that was typed.
pub fn whole_date(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    let read = || clear(read(text, today, looks)).filter(|reading| reading.is_whole);
    in_numbers(text).or_else(|| read().map(|reading| reading.day))
}

/// What `text` says of a day when it is typed on `today` in answer to a question that `looks` back or forward.
///
/// Behind a day may stand when it is to be sooner, or where and with whom: "10 januari, of eerder bij een val".
pub fn read(text: &str, today: NaiveDate, looks: Looks) -> Read {
    if let Some((_, day)) = beside(text) {
        return Read::Day(Reading { day, is_whole: false, remark: None });
    }
    // "20 nov?" is that day, and whoever typed it was not sure.
    let words = text.trim_end_matches(|c: char| c == '?' || c.is_whitespace());
    if text.get(words.len()..).is_some_and(|rest| rest.contains('?')) {
        return not_whole(read(words, today, looks));
    }
    let limit = || {
        let tokens = tokens(text)?;
        match read_tokens(limit(&tokens)?, today, looks) {
            Read::Nothing | Read::Impossible => None,
            found => Some(not_whole(found)),
        }
    };
    if let Some(found) = limit() {
        return found;
    }
    match read_alone(text, today, looks) {
        Read::Nothing => leading(text, today, looks).unwrap_or(Read::Nothing),
        found => found,
    }
}

/// The same of which the day in numbers does not say all.
fn not_whole(read: Read) -> Read {
    match read {
        Read::Day(reading) => Read::Day(Reading { is_whole: false, ..reading }),
        other => other,
    }
}

/// The day with which `text` begins, where what follows is about it.
fn leading(text: &str, today: NaiveDate, looks: Looks) -> Option<Read> {
    let starts =
        text.match_indices(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(')).map(|(at, _)| at);
    starts.take(MOST_WORDS).find_map(|at| {
        let (head, rest) = text.split_at_checked(at)?;
        let words: String =
            rest.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).take(MOST_SIGNS).collect();
        let behind = tokens(&words)?;
        let head = head.trim_end_matches(|c: char| c.is_whitespace() || "-–—,;:(/".contains(c));
        let means = understood(&tokens(head)?)?.means;
        let is_words = !rest.contains(|c: char| c.is_ascii_digit());
        // "Wo 2/12 bij mw." does not begin with a Wednesday.
        let goes_on = rest.chars().take_while(|c| !c.is_alphabetic()).any(|c| c.is_ascii_digit());
        let is_dated = matches!(means, Means::Dated) && is_words && is_plain(&behind);
        let is_about = is_condition(&behind)
            || is_dated
            || !matches!(means, Means::Span) && (is_beside(&behind) || is_words && is_done_then(&behind));
        match read_alone(head, today, looks) {
            _ if !is_about || goes_on => None,
            Read::Nothing => None,
            found => Some(not_whole(found)),
        }
    })
}

/// A day of which the year is likely a slip: nobody speaks of a conversation of a century ago, or plans for another one.
pub(super) fn far(day: NaiveDate, today: NaiveDate, looks: Looks) -> Option<Remark> {
    let years = today.years_since(day).map_or_else(
        || day.years_since(today).and_then(|years| i32::try_from(years).ok()),
        |years| i32::try_from(years).ok().map(i32::wrapping_neg),
    )?;
    let likely = match looks {
        Looks::Back => -20..=20,
        // What has been is said in another way.
        Looks::Forward => i32::MIN..=5,
        // It may be a day of birth.
        Looks::Either => -120..=20,
    };
    (!likely.contains(&years)).then_some(Remark::Far(years))
}

/// What `text` says of a day, where nothing else stands in it.
fn read_alone(text: &str, today: NaiveDate, looks: Looks) -> Read {
    tokens(text).map_or(Read::Nothing, |tokens| read_tokens(&tokens, today, looks))
}

fn read_tokens(tokens: &[Token], today: NaiveDate, looks: Looks) -> Read {
    let Some(Understood { means, slots, has_more, is_from }) = understood(tokens) else {
        let read = twice(tokens, today, looks).map(|read| remarked(read, today, looks));
        let alternatives = || {
            let (first, second) = alternatives(tokens)?;
            one_of(read_tokens(&first, today, looks), read_tokens(second, today, looks))
        };
        return not_whole(read.or_else(alternatives).unwrap_or(Read::Nothing));
    };
    // A day from which on something is to be done is not the day by which it is.
    if is_from && looks == Looks::Forward {
        return Read::Nothing;
    }
    let counting = Counting { today, looks, slots };
    let hour_of_night = || is_early_night(tokens).then(|| counting.hour_of_night(means)).flatten();
    let read = hour_of_night().or_else(|| counting.day(means)).unwrap_or(Read::Nothing);
    match read {
        // A clock may be far off; "gisteren" is a day by it all the same.
        Read::Day(reading)
            if !YEARS.contains(&reading.day.year())
                && (reading.day - today).num_days().abs() > NEAR_TODAY =>
        {
            Read::Nothing
        }
        read if means.is_whole() && !has_more && !slots.half && !has_hours(&slots) && !is_from => {
            remarked(read, today, looks)
        }
        read => not_whole(remarked(read, today, looks)),
    }
}

/// The day that is wished or the one that takes its place; nothing where one of the two is no day.
fn one_of(wished: Read, other: Read) -> Option<Read> {
    let (Read::Day(wished), Read::Day(other)) = (wished, other) else { return None };
    let (first, second) = (wished.day.min(other.day), wished.day.max(other.day));
    Some(if first == second { Read::Day(wished) } else { Read::Which(first, second) })
}

/// The same with what speaks against it.
fn remarked(read: Read, today: NaiveDate, looks: Looks) -> Read {
    let Read::Day(reading) = read else { return read };
    let against = match looks {
        Looks::Back if reading.day > today => Some(Remark::ToCome),
        Looks::Forward if reading.day < today => Some(Remark::Been),
        _ => None,
    };
    Read::Day(Reading { remark: reading.remark.or(far(reading.day, today, looks)).or(against), ..reading })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::typed::numeric;

    #[test]
    fn a_day_in_numbers_is_what_the_table_of_forms_makes_of_it() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
        let near = today.iter_days().skip(1).take(800);
        let before = today.iter_days().rev().take(800);
        let far = (1900..=2200).flat_map(|year| {
            [(1, 1), (2, 29), (3, 4), (12, 31)]
                .into_iter()
                .filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, month, day))
        });
        for day in near.chain(before).chain(far) {
            let text = numeric(day);
            for looks in [Looks::Back, Looks::Forward] {
                let read = clear(read(&text, today, looks)).filter(|reading| reading.is_whole);
                assert_eq!(read.map(|reading| reading.day), Some(day), "{text}");
                assert_eq!(in_numbers(&text), Some(day), "{text}");
            }
        }
        for other in [
            "31-02-2026",
            "27-11-26",
            "7-11-2026",
            "27-11-1899",
            "27-11-2201",
            "27-11-2026 ",
            "27-13-2026",
            "2x-11-2026",
        ] {
            assert_eq!(in_numbers(other), None, "{other}");
        }
    }
}
