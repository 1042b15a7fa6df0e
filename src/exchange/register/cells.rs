//! What a cell says, as the register takes it.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::plain::Why;
use crate::checklist::Looks;
use crate::exchange::sheet::{Cell, Value};
use crate::meeting::typed;
use crate::text::same::plain;
use crate::text::{self, LONGEST_NAME, citizen_number};

/// A short text, without what may not stand in a notebook; with that why something of it is not there.
pub(super) fn text(cell: &Cell) -> (Option<String>, Vec<Why>) {
    let mut told = Vec::new();
    let mut said = match &cell.value {
        Value::TooLong => return (None, vec![Why::TooLong]),
        Value::Wrong => return (None, vec![Why::NoValue]),
        Value::Day(_) => return (None, vec![Why::Kind]),
        Value::Yes(_) => return (None, vec![Why::Kind]),
        Value::Text(_) | Value::Number(_) => {
            text::visible_line(text::without_list_sign(&text::pasted(&cell.text()))).into_owned()
        }
    };
    if let Some(rest) = citizen_number::without(&said) {
        told.push(Why::CitizenNumber);
        said = rest;
    }
    while let Some(found) = birth_date(&said) {
        told.push(Why::BirthDate);
        said.replace_range(found, "");
    }
    // The word before a number says nothing without it.
    let is_word = |word: &&str| told.is_empty() || !plain(word).trim_matches([':', '.', '-']).eq("bsn");
    let said = said.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ");
    let said =
        if told.is_empty() { said } else { said.trim_matches([' ', ',', ';', '(', ')', '-']).to_owned() };
    if said.chars().count() > LONGEST_NAME {
        return (None, vec![Why::TooLong]);
    }
    told.dedup();
    (Some(said).filter(|said| !said.is_empty()), told)
}

/// A full date in numbers within a text.
fn birth_date(text: &str) -> Option<Range<usize>> {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '/' | '.');
    let mut from = 0;
    while let Some(start) = text.get(from..)?.find(|sign: char| sign.is_ascii_digit()).map(|at| from + at) {
        let rest = text.get(start..)?;
        let run = rest.find(|sign| !is_part(sign)).unwrap_or(rest.len());
        let found = rest.get(..run)?.trim_end_matches(['-', '/', '.']);
        let parts: Vec<&str> = found.split(['-', '/', '.']).collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let within = |at: usize, most: u32| {
            parts
                .get(at)
                .and_then(|part| part.parse().ok())
                .is_some_and(|number: u32| (1..=most).contains(&number))
        };
        // Three scores are no day, and neither are doses of which none could be a month.
        let is_short = within(0, 31)
            && within(1, 12)
            && !citizen_number::is_measured(text, &(start..start + found.len()));
        if match lengths.as_slice() {
            [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2] => true,
            [1 | 2, 1 | 2, 2] => is_short,
            _ => false,
        } {
            return Some(start..start + found.len());
        }
        from = start + run;
    }
    None
}

/// A year of birth; of a full date only that.
pub(super) fn born(cell: &Cell, today: NaiveDate) -> (Option<String>, Vec<Why>) {
    if let Value::Day(day) = cell.value {
        let year = typed::birth_year(&day.year().to_string(), today);
        return (year.map(|year| year.to_string()), vec![Why::BirthDate]);
    }
    let said = cell.text();
    let (kept, mut told) = text(cell);
    let full = birth_date(&said).map(|found| said.get(found).unwrap_or_default().to_owned());
    let in_words = || typed::whole_date(&said, today, Looks::Back);
    let year = typed::birth_year(full.as_deref().unwrap_or(&said), today);
    match (year, kept) {
        (Some(year), _) => {
            if full.is_none() && said.trim().len() != 4 && in_words().is_some() {
                told.push(Why::BirthDate);
            }
            (Some(year.to_string()), told)
        }
        (None, _) if !told.is_empty() => (None, told),
        (None, _) => (None, vec![Why::NoYear]),
    }
}

/// A day.
pub(super) fn day(cell: &Cell, today: NaiveDate, looks: Looks) -> Result<NaiveDate, Why> {
    match cell.value {
        Value::Day(day) => Ok(day),
        Value::Text(ref said) => typed::date(said, today, looks).ok_or(Why::NoDay),
        Value::TooLong => Err(Why::TooLong),
        Value::Wrong => Err(Why::NoValue),
        Value::Number(_) | Value::Yes(_) => Err(Why::NoDay),
    }
}

/// Yes or no, or the day on which it was yes.
pub(super) fn yes(cell: &Cell, today: NaiveDate) -> Result<(bool, Option<NaiveDate>), Why> {
    match &cell.value {
        Value::Yes(yes) => Ok((*yes, None)),
        Value::Number(number) if *number == 1.0 => Ok((true, None)),
        Value::Number(number) if *number == 0.0 => Ok((false, None)),
        Value::Text(said) => match plain(said).trim_matches(['.', '!']) {
            "ja" | "j" | "yes" | "y" | "x" | "v" | "✓" | "✔" | "☑" | "1" => Ok((true, None)),
            "nee" | "n" | "no" | "0" => Ok((false, None)),
            _ => typed::date(said, today, Looks::Back).map(|day| (true, Some(day))).ok_or(Why::NoYes),
        },
        Value::Day(day) => Ok((true, Some(*day))),
        Value::TooLong => Err(Why::TooLong),
        Value::Wrong => Err(Why::NoValue),
        Value::Number(_) => Err(Why::NoYes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 29).unwrap()
    }

    fn cell(text: &str) -> Cell {
        Cell::typed(Value::Text(text.to_owned()))
    }

    #[test]
    fn what_may_not_be_kept_goes_and_the_rest_stays() {
        for (typed, kept, why) in [
            ("Fictief B.", Some("Fictief B."), vec![]),
            ("Fictief B., BSN 123456782", Some("Fictief B."), vec![Why::CitizenNumber]),
            ("123456782", None, vec![Why::CitizenNumber]),
            ("Fictief B. (1-3-1941)", Some("Fictief B."), vec![Why::BirthDate]),
            ("1941-03-01 Fictief B.", Some("Fictief B."), vec![Why::BirthDate]),
            ("Fictief B. 01.03.41", Some("Fictief B."), vec![Why::BirthDate]),
            ("fentanyl 52-38-41", Some("fentanyl 52-38-41"), vec![]),
            ("dexamethason 25-12-29 mg", Some("dexamethason 25-12-29 mg"), vec![]),
            ("SNAQ: 3/4/10", Some("SNAQ: 3/4/10"), vec![]),
            ("NRS 3-4-10", Some("NRS 3-4-10"), vec![]),
            ("Fictief  B. kamer 12", Some("Fictief B. kamer 12"), vec![]),
            ("\u{1b}[31mFictief", Some("Fictief"), vec![]),
        ] {
            assert_eq!(text(&cell(typed)), (kept.map(str::to_owned), why), "{typed}");
        }
        let number = Cell::typed(Value::Number(123_456_782.0));
        assert_eq!(text(&number), (None, vec![Why::CitizenNumber]));
        assert_eq!(text(&cell(&"x".repeat(121))), (None, vec![Why::TooLong]));
        assert_eq!(text(&Cell::typed(Value::TooLong)), (None, vec![Why::TooLong]));
        assert_eq!(text(&Cell::typed(Value::Yes(true))), (None, vec![Why::Kind]));
    }

    #[test]
    fn of_a_day_of_birth_the_year_stays() {
        for (typed, year, why) in [
            ("1941", Some("1941"), vec![]),
            ("geb. 1941", Some("1941"), vec![]),
            ("1-3-1941", Some("1941"), vec![Why::BirthDate]),
            ("1 maart 1941", Some("1941"), vec![Why::BirthDate]),
            ("41", None, vec![Why::NoYear]),
            ("onbekend", None, vec![Why::NoYear]),
            ("2041", None, vec![Why::NoYear]),
        ] {
            assert_eq!(born(&cell(typed), today()), (year.map(str::to_owned), why), "{typed}");
        }
        assert_eq!(born(&Cell::typed(Value::Number(1941.0)), today()), (Some("1941".to_owned()), vec![]));
        let day = Cell::typed(Value::Day(NaiveDate::from_ymd_opt(1941, 3, 1).unwrap()));
        assert_eq!(born(&day, today()), (Some("1941".to_owned()), vec![Why::BirthDate]));
    }

    #[test]
    fn yes_is_said_in_many_ways() {
        let on = NaiveDate::from_ymd_opt(2026, 9, 1);
        for (typed, said) in [
            ("Ja", Ok((true, None))),
            ("x", Ok((true, None))),
            ("nee", Ok((false, None))),
            ("1-9-2026", Ok((true, on))),
            ("misschien", Err(Why::NoYes)),
        ] {
            assert_eq!(yes(&cell(typed), today()), said, "{typed}");
        }
        assert_eq!(yes(&Cell::typed(Value::Yes(false)), today()), Ok((false, None)));
        assert_eq!(yes(&Cell::typed(Value::Number(7.0)), today()), Err(Why::NoYes));
    }
}
