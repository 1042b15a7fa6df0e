//! Finds Dutch citizen numbers (BSN), which may never be written in a field.
//!
//! A citizen number is nine digits that pass the eleven test, in any grouping by single dots, spaces or hyphens, in any
//! script's decimal digits. One nine-digit number in eleven passes the test by chance, so what is surely something else
//! is left alone: ten or more digits in a row, telephone numbers, dates and times, and decimals.
//! A number that starts with 0 is taken for a telephone number, although a few old citizen numbers do.

use std::ops::Range;

use super::digits::{Chain, Group, chain_at, is_chain_char, next_digit, read_value};

/// The number of digits of a citizen number.
const DIGITS: usize = 9;

/// The longest part behind or before a comma that makes it a decimal sign; a list of numbers has longer ones.
const DECIMAL_PLACES: usize = 3;

/// The characters of an area code with its opening bracket.
const AREA_CODE: usize = 8;

/// The characters beside an edit that can change the meaning of digits further on: an area code, its other bracket, a space.
const CONTEXT: usize = AREA_CODE + 4;

/// The place of the first citizen number in a text.
#[must_use]
pub fn find(text: &str) -> Option<Range<usize>> {
    find_all(text, 0..text.len()).into_iter().next()
}

/// The text without its citizen numbers, or `None` when it has none.
#[must_use]
pub fn without(text: &str) -> Option<String> {
    let mut found = find_all(text, 0..text.len());
    if found.is_empty() {
        return None;
    }
    let mut rest = text.to_owned();
    // What stood on both sides of a number may be one too, once it is gone.
    while !found.is_empty() {
        rest = cut(&rest, 0..rest.len(), &found);
        found = find_all(&rest, 0..rest.len());
    }
    Some(rest)
}

/// The citizen numbers that touch an edit of which `span` is the new text.
pub(crate) fn find_near(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    // A sign that made it a telephone number or a decimal may have stood a few characters away.
    let head = text.get(..span.start).unwrap_or_default();
    let start = head.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let tail = text.get(span.end..).unwrap_or_default();
    let end = tail.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| span.end + at);
    let head = text.get(..start).unwrap_or_default();
    let tail = text.get(end..).unwrap_or_default();
    let start = head.trim_end_matches(is_chain_char).len();
    let end = text.len() - tail.trim_start_matches(is_chain_char).len();
    find_all(text, start..end)
}

/// The text of `span` without the ranges in `cuts`, which lie in it, in order.
pub(crate) fn cut(text: &str, span: Range<usize>, cuts: &[Range<usize>]) -> String {
    let mut rest = String::with_capacity(span.len());
    let mut from = span.start;
    for range in cuts {
        rest.push_str(text.get(from..range.start).unwrap_or_default());
        from = range.end;
    }
    rest.push_str(text.get(from..span.end).unwrap_or_default());
    rest
}

/// The citizen numbers that start inside `span`, which cuts no chain of digits in two.
fn find_all(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = span.start;
    while let Some(start) = next_digit(text, at).filter(|start| *start < span.end) {
        let chain = chain_at(text, start);
        at = chain.end().max(start + 1);
        search(text, &chain, &mut found);
    }
    found
}

fn search(text: &str, chain: &Chain, found: &mut Vec<Range<usize>>) {
    // Nearly every number in a note is shorter; the rules below need not look at it.
    if chain.digits.len() < DIGITS {
        return;
    }
    let barred = barred(text, chain);
    let mut first = 0;
    while first < chain.groups.len() {
        if let Some(telephone) = telephone(text, chain, first) {
            first += telephone;
        } else if let Some((length, range)) = number_at(chain, &barred, first) {
            found.push(range);
            first += length;
        } else {
            first += 1;
        }
    }
}

/// The citizen number that starts with the group `first`, with the number of groups that it takes.
fn number_at(chain: &Chain, barred: &[bool], first: usize) -> Option<(usize, Range<usize>)> {
    let start = chain.groups.get(first)?;
    let mut digits = 0;
    let groups = chain.groups.get(first..)?.iter().zip(barred.get(first..)?);
    for (taken, (group, barred)) in groups.enumerate() {
        digits += group.digits.len();
        if *barred || digits > DIGITS {
            return None;
        }
        if digits == DIGITS {
            let number = chain.digits.get(start.digits.start..group.digits.end)?;
            return passes_eleven_test(number).then_some((taken + 1, start.start..group.end));
        }
    }
    None
}

/// Whether nine digits pass the eleven test of citizen numbers.
fn passes_eleven_test(digits: &[u8]) -> bool {
    let Some((last, others)) = digits.split_last() else { return false };
    let weighed: u32 =
        others.iter().zip((2..=9).rev()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    weighed > 0 && (weighed + 11 - u32::from(*last)).is_multiple_of(11)
}

/// The number of groups, from `first`, that are a telephone number.
///
/// That is what follows a `+`, a leading 0, or an area code in brackets such as `(0)`, `(+31)` and `(010)`, up to as many
/// digits as such a number has.
fn telephone(text: &str, chain: &Chain, first: usize) -> Option<usize> {
    let group = chain.groups.get(first)?;
    let own = chain.digits.get(group.digits.clone())?;
    let all = chain.digits.get(group.digits.start..)?;
    let before = text.get(..group.start).unwrap_or_default();
    let longest = match own {
        _ if first == 0 && before.ends_with('+') && all.starts_with(&[3, 1]) => 11,
        _ if first == 0 && before.ends_with('+') => 15,
        [0, 0, ..] if all.starts_with(&[0, 0, 3, 1]) => 13,
        [0, 0, ..] => 17,
        [0, ..] => 10,
        _ if first == 0 => area_code(before)?,
        _ => return None,
    };
    let mut total = 0;
    let mut taken = 0;
    for group in chain.groups.iter().skip(first) {
        total += group.digits.len();
        if total > longest {
            break;
        }
        taken += 1;
    }
    // A single run that is too long to be any number at all is stepped over too.
    Some(taken.max(1))
}

/// The digits that may follow the area code in brackets at the end of `before`.
fn area_code(before: &str) -> Option<usize> {
    let inside = before.strip_suffix(' ').unwrap_or(before).strip_suffix(')')?;
    let open = inside.char_indices().rev().take(AREA_CODE).find(|(_, c)| *c == '(')?.0;
    match inside.get(open + 1..)? {
        "0" | "+31" => Some(9),
        code if code.starts_with('+') => Some(13),
        code if code.starts_with('0') => Some(10),
        _ => None,
    }
}

/// For each group whether it is part of a date, a time or a decimal number.
fn barred(text: &str, chain: &Chain) -> Vec<bool> {
    let mut barred = vec![false; chain.groups.len()];
    for (first, window) in chain.groups.windows(3).enumerate() {
        if is_date(chain, first, window) {
            barred.iter_mut().skip(first).take(3).for_each(|group| *group = true);
        }
    }
    let before = text.get(..chain.start()).unwrap_or_default();
    let after = text.get(chain.end()..).unwrap_or_default();
    if let (Some(group), Some(mark)) = (chain.groups.first(), barred.first_mut()) {
        *mark |= before.strip_suffix(':').is_some_and(|b| group.digits.len() <= 2 && trailing_digits(b) > 0);
        *mark |= before.strip_suffix(',').is_some_and(|b| (1..=DECIMAL_PLACES).contains(&trailing_digits(b)));
    }
    if let (Some(group), Some(mark)) = (chain.groups.last(), barred.last_mut()) {
        *mark |= after.strip_prefix(':').is_some_and(|a| group.digits.len() <= 2 && leading_digits(a) > 0);
        *mark |= after.strip_prefix(',').is_some_and(|a| (1..=DECIMAL_PLACES).contains(&leading_digits(a)));
    }
    barred
}

fn leading_digits(text: &str) -> usize {
    text.chars().take(DIGITS).take_while(|c| read_value(*c).is_some()).count()
}

fn trailing_digits(text: &str) -> usize {
    text.chars().rev().take(DIGITS).take_while(|c| read_value(*c).is_some()).count()
}

/// Whether three groups are a date such as `1-12-2026` or `2026-12-01`.
///
/// With a year of two digits they are one only when something else than the sign inside it stands around it, as in
/// `12-03-26 120 mg`: `11-12-22-333` is a citizen number.
fn is_date(chain: &Chain, first: usize, window: &[Group]) -> bool {
    let [a, b, c] = window else { return false };
    if b.separator != c.separator {
        return false;
    }
    let day_month = |day: &Group, month: &Group| {
        day.digits.len() <= 2
            && month.digits.len() <= 2
            && (1..=31).contains(&chain.value(day))
            && (1..=12).contains(&chain.value(month))
    };
    let year = |group: &Group| group.digits.len() == 4 && (1850..=2199).contains(&chain.value(group));
    if (day_month(a, b) && year(c)) || (year(a) && day_month(c, b)) {
        return true;
    }
    let apart = |other: Option<char>| other != b.separator;
    let next = chain.groups.get(first + 3).and_then(|group| group.separator);
    let short =
        c.digits.len() == 2 && day_month(a, b) && !matches!(b.separator, Some(s) if s.is_whitespace());
    short && apart(a.separator) && apart(next)
}

#[cfg(test)]
#[path = "tests/citizen_number.rs"]
mod tests;
