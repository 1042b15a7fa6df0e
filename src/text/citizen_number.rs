//! Finds Dutch citizen numbers (BSN), which may never be written in a field.
//!
//! A citizen number is nine digits that pass the eleven test, in any script's decimal digits. One nine-digit number in eleven
//! passes it by chance, so what stands around the digits counts as well:
//!
//! - Behind "BSN" or another such word every grouping counts, also over a line end and without the leading zero.
//! - Otherwise nine digits together count, and groups as people write one number: with one kind of sign between them, as
//!   many digits as a number has and no more, and not all of them values that a measurement has.
//! - With "BSN" right behind it a number counts in every grouping too, and a series stays with its name there ("systolisch").
//! - Groups of one or two digits are scores, and a series that goes on beyond nine digits with the same sign is one of
//!   measurements. So nine digits one by one, or with a space or a slash between values that vital signs have together,
//!   are not refused without their label: there are far more such series than numbers written so.
//! - What is surely something else is left alone: ten or more digits in a row, telephone numbers, dates, times, decimals and
//!   amounts, series of scores and vital signs, numbers of cases with their year, of other registers behind their word or against
//!   their capitals, and whatever stands directly behind the word of
//!   a measurement or before a unit: not on the next line, in the next sentence, behind a value with its unit ("72 kg"), or behind
//!   another word that follows its values.

use std::ops::Range;

use super::barred::barred;
use super::digits::{Chain, Group, Separator, chain_at, is_chain_char, next_digit, read_value};
use super::enclosed::with_brackets;
use super::grouping::{YEARS, is_believable, is_case};
use super::label_behind::{citizen_behind, measure_may_come, measured_behind, unit_behind};
use super::number_label::{Label, REACH, covered, digits_behind, ends_measured, label_before};
use super::odd_signs::{READINGS, oddly_parted, passes_eleven_test};

/// The number of digits of a citizen number.
const DIGITS: usize = 9;

/// The most digits of a telephone number that is named as one and has no zero or `+` in front.
const TELEPHONE: usize = 10;

/// The characters of an area code with its opening bracket.
const AREA_CODE: usize = 8;

/// The characters beside an edit that can change the meaning of digits further on: an area code, a word before a number.
const CONTEXT: usize = REACH + AREA_CODE;

/// A citizen number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    range: Range<usize>,
    /// Whether it may still become something else when somebody types on: a telephone number, or one with a ninth digit.
    may_go_on: bool,
    /// Whether it is one only as long as no unit stands behind it.
    may_be_series: bool,
}

/// The place of the first citizen number in a text.
#[must_use]
pub fn find(text: &str) -> Option<Range<usize>> {
    find_all(text, 0..text.len()).into_iter().next().map(|found| found.range)
}

/// The digits of each citizen number in a text.
#[must_use]
pub fn numbers(text: &str) -> Vec<String> {
    let digits = |found: Found| digits_of(text, &found.range).iter().map(u8::to_string).collect();
    find_all(text, 0..text.len()).into_iter().map(digits).collect()
}

/// Whether the number at `range` is a score, a vital sign or an amount, as the words before it say or a unit behind it.
#[must_use]
pub fn is_measured(text: &str, range: &Range<usize>) -> bool {
    matches!(label_before(text, range.start), Some(Label::Measurement | Label::Score | Label::Measured))
        || unit_behind(text, range.end)
        || measured_behind(text, range.end)
}

/// The text without its citizen numbers, or `None` when it has none.
#[must_use]
pub fn without(text: &str) -> Option<String> {
    let ranges = |text: &str| -> Vec<Range<usize>> {
        let found = find_all(text, 0..text.len()).into_iter();
        found.map(|found| with_brackets(text, found.range)).collect()
    };
    let mut found = ranges(text);
    if found.is_empty() {
        return None;
    }
    let mut rest = text.to_owned();
    // What stood on both sides of a number may be one too, once it is gone.
    while !found.is_empty() {
        rest = cut(&rest, 0..rest.len(), &found);
        found = ranges(&rest);
    }
    Some(rest)
}

/// The citizen number that was waited for while somebody could still be typing it: at the end of a text, or at the byte
/// `typed`, where somebody just typed a digit.
#[must_use]
pub fn unfinished(text: &str, typed: Option<usize>) -> Option<Range<usize>> {
    let near = |at: usize| find_all(text, neighbourhood(text, at..at)).into_iter();
    let here = typed.and_then(|at| near(at).find(|found| found.range.end == at));
    let found = here.or_else(|| near(text.len()).find(|found| waits(text, found)))?;
    Some(with_brackets(text, found.range))
}

/// Whether the series at the end of a text may still be one of measurements once `sign` is typed behind it: "288 753 276 m"
/// waits for the rest of its unit.
#[must_use]
pub fn may_be_measured(text: &str, typed: usize, sign: char) -> bool {
    if typed != text.len() {
        return false;
    }
    let start = neighbourhood(text, typed..typed).start;
    let mut more = text.get(start..).unwrap_or_default().to_owned();
    more.push(sign);
    find_all(&more, 0..more.len()).iter().all(|found| found.may_be_series && waits(&more, found))
}

/// The citizen numbers that touch an edit of which `span` is the new text.
pub(crate) fn find_near(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let found = find_all(text, neighbourhood(text, span));
    found.into_iter().filter(|found| !waits(text, found)).map(|found| found.range).collect()
}

/// The digits of the number at `range`.
pub(crate) fn digits_of(text: &str, range: &Range<usize>) -> Vec<u8> {
    text.get(range.clone()).unwrap_or_default().chars().filter_map(read_value).collect()
}

/// Whether a number stands at the end, where somebody may be typing on: at it, or at a unit behind it.
fn waits(text: &str, found: &Found) -> bool {
    let Some(rest) = text.get(found.range.end..) else { return false };
    found.may_go_on && rest.trim().is_empty() || found.may_be_series && measure_may_come(rest)
}

/// The part of a text in which an edit can make or unmake a number; it cuts no chain of digits in two.
fn neighbourhood(text: &str, span: Range<usize>) -> Range<usize> {
    // A sign or a word that made it a telephone number, a decimal or a measurement may have stood some way off.
    let head = text.get(..span.start).unwrap_or_default();
    let start = head.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let tail = text.get(span.end..).unwrap_or_default();
    let end = tail.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| span.end + at);
    let head = text.get(..start).unwrap_or_default();
    let tail = text.get(end..).unwrap_or_default();
    head.trim_end_matches(is_chain_char).len()..text.len() - tail.trim_start_matches(is_chain_char).len()
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
fn find_all(text: &str, span: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = span.start;
    // What stands behind it is not looked at: it may be the rest of a long note.
    while let Some(start) = text.get(..span.end).and_then(|text| next_digit(text, at)) {
        let chain = chain_at(text, start);
        let chain_end = chain.end();
        // "SpO2 96/95/97": the two belongs to the word.
        if let Some(first) = chain.groups.first().filter(|_| chain.groups.len() > 1)
            && ends_measured(text, first.end)
        {
            at = first.end;
            continue;
        }
        let known = found.len();
        search(text, chain, &mut found);
        let end = found.get(known..).and_then(|found| found.last()).map_or(0, |found| found.range.end);
        at = end.max(chain_end).max(start + 1);
    }
    found
}

fn search(text: &str, mut chain: Chain, found: &mut Vec<Found>) {
    if let Some(number) = labelled(text, &chain) {
        found.push(number);
        return;
    }
    let odd = oddly_parted(text, &chain);
    if let Some(range) = &odd {
        chain.end_before(range.start);
    }
    chain_numbers(text, &chain, found);
    found.extend(odd.map(|range| {
        let may_go_on = digits_of(text, &range).starts_with(&[0]);
        Found { range, may_go_on, may_be_series: false }
    }));
}

/// The numbers in a chain of digits with the signs that part any numbers.
fn chain_numbers(text: &str, chain: &Chain, found: &mut Vec<Found>) {
    // Nearly every number in a note is shorter; the rules below need not look at it.
    if chain.digits.len() < DIGITS - 1 {
        return;
    }
    let mut label = label_before(text, chain.start());
    let mut first = 0;
    if label.is_none()
        && citizen_behind(text, chain.end())
        && let Some(number) = before_label(chain)
    {
        found.push(number);
        return;
    }
    if label == Some(Label::Citizen)
        && let Some((taken, number)) = behind_label(chain)
    {
        found.push(number);
        first = taken;
    }
    let barred = barred(text, chain);
    let of = |at: usize| chain.groups.get(at).and_then(|group| group.separator);
    let all_cells = (1..chain.groups.len()).all(|at| of(at).is_some_and(|separator| separator.kind == '|'));
    let covered = covered(chain, label);
    while first < chain.groups.len() {
        if let Some(telephone) = telephone(text, chain, first) {
            first += telephone;
            // The word covers one number, and this was it.
            label = label.filter(|label| *label != Label::Telephone);
            continue;
        }
        if first >= covered {
            label = label.filter(|label| matches!(label, Label::Citizen | Label::Telephone));
        }
        if label == Some(Label::Telephone) {
            first += named_telephone(chain, first);
            label = None;
            continue;
        }
        if barred.get(first).is_some_and(|barred| *barred) {
            first += 1;
            continue;
        }
        let starts = first == covered || chain.groups.get(first).is_some_and(Group::is_on_new_line);
        let cells = all_cells || starts && chain.are_cells_from(first);
        // What belongs together: up to the next date, telephone number or line end, or where the label ends.
        let ends = |at: &usize| {
            of(*at).is_none_or(|separator| separator.kind == '\n' || separator.kind == '|' && !cells)
                || *at == covered
                || barred.get(*at).is_none_or(|barred| *barred)
                || telephone(text, chain, *at).is_some()
        };
        let end = (first + 1..chain.groups.len()).find(ends).unwrap_or(chain.groups.len());
        let is_last = end == chain.groups.len();
        let is_named = || unit_behind(text, chain.end()) || measured_behind(text, chain.end());
        let measured = || (is_last && is_named()).then_some(Label::Measurement);
        within(chain, first..end, label.or_else(measured), found);
        first = end;
    }
}

/// The number of groups, from `first`, that the word of a telephone before them covers.
fn named_telephone(chain: &Chain, first: usize) -> usize {
    let mut total = 0;
    let is_sign = |sign: Separator| sign.tight && matches!(sign.kind, '-' | '/' | '.');
    let is_joined = chain.groups.get(first + 1).and_then(|next| next.separator).is_some_and(is_sign);
    let is_year = |group: &Group| group.digits.len() == 4 && YEARS.contains(&chain.value(group));
    // "Factuur 2026-139153251": the year goes before the number.
    let year = chain.groups.get(first).filter(|group| is_year(group) && is_joined);
    let fits = |group: &&Group| {
        let is_year = year.is_some_and(|year| year.start == group.start);
        total += if is_year { 0 } else { group.digits.len() };
        total <= TELEPHONE
    };
    let (own, rest) = (chain.groups.get(first).into_iter(), chain.groups.iter().skip(first + 1));
    own.chain(rest.take_while(|group| !group.is_on_new_line())).take_while(fits).count().max(1)
}

/// The number behind its label whatever signs part it, or with zeros too many in front, where that is more than a chain is.
fn labelled(text: &str, chain: &Chain) -> Option<Found> {
    let start = chain.start();
    let (digits, end) = digits_behind(text, start)?;
    let number = match digits.as_slice() {
        [0, number @ ..] | [0, 0, number @ ..] if number.len() == DIGITS => number,
        number => number,
    };
    // What a chain of digits is, is judged with more care below.
    let is_odd = digits.len() > DIGITS || end > chain.end();
    let fits = is_odd && number.len() == DIGITS && passes_eleven_test(number);
    (fits && label_before(text, start) == Some(Label::Citizen)).then_some(Found {
        range: start..end,
        may_go_on: digits.len() < DIGITS,
        may_be_series: false,
    })
}

/// The number directly behind its label, in whatever grouping, with the number of groups that it takes.
fn behind_label(chain: &Chain) -> Option<(usize, Found)> {
    let start = chain.groups.first()?.start;
    let mut digits = 0;
    for (taken, group) in chain.groups.iter().enumerate() {
        digits += group.digits.len();
        let number = chain.digits.get(..digits)?;
        let is_last = taken + 1 == chain.groups.len();
        let short = digits + 1 == DIGITS && is_last;
        if digits == DIGITS && passes_eleven_test(number)
            || short && passes_eleven_test(&[&[0], number].concat())
        {
            let range = start..group.end;
            return Some((taken + 1, Found { range, may_go_on: short, may_be_series: false }));
        }
        if digits >= DIGITS {
            return None;
        }
    }
    None
}

/// The number right before its label, in whatever grouping: "143 145 149 (bsn)".
fn before_label(chain: &Chain) -> Option<Found> {
    let last = chain.groups.last()?;
    let from = |group: &&Group| last.digits.end - group.digits.start == DIGITS;
    let start = chain.groups.iter().find(from)?;
    let number = chain.digits.get(start.digits.start..last.digits.end)?;
    let range = start.start..last.end;
    passes_eleven_test(number).then_some(Found { range, may_go_on: false, may_be_series: false })
}

/// Whether a series goes on, with the sign that it has inside, beyond `own` at one of its sides: nobody writes a citizen number
/// with a tenth digit behind another such sign. A space parts anything, so there only another group of three goes on.
fn goes_on(chain: &Chain, own: &Range<usize>) -> bool {
    let separator = |at: usize| chain.groups.get(at).and_then(|group| group.separator);
    let Some(inner) = separator(own.start + 1).filter(|_| own.len() > 1) else { return false };
    let is_next = |beside: Option<&Group>, sign: Option<Separator>| {
        let Some((beside, sign)) = beside.zip(sign) else { return false };
        let length = beside.digits.len();
        sign == inner && if sign.kind == ' ' { length == 3 } else { length <= 3 }
    };
    let before = own.start.checked_sub(1).and_then(|at| chain.groups.get(at));
    is_next(before, separator(own.start)) || is_next(chain.groups.get(own.end), separator(own.end))
}

/// Finds the numbers among groups that belong together.
fn within(chain: &Chain, span: Range<usize>, label: Option<Label>, found: &mut Vec<Found>) {
    let from = span.start;
    let Some(groups) = chain.groups.get(span) else { return };
    let total: usize = groups.iter().map(|group| group.digits.len()).sum();
    let mut first = 0;
    while let Some(rest) = groups.get(first..).filter(|rest| !rest.is_empty()) {
        let number = number_at(chain, rest, label, total == DIGITS);
        let at = from + first;
        match number.filter(|(taken, _)| label == Some(Label::Citizen) || !goes_on(chain, &(at..at + taken)))
        {
            Some((taken, number)) => {
                found.push(number);
                first += taken;
            }
            None => first += 1,
        }
    }
}

/// The citizen number that starts with the first of `groups`, with the number of groups that it takes.
fn number_at(chain: &Chain, groups: &[Group], label: Option<Label>, alone: bool) -> Option<(usize, Found)> {
    let start = groups.first()?;
    let mut digits = 0;
    for (taken, group) in groups.iter().enumerate() {
        digits += group.digits.len();
        if digits > DIGITS {
            return None;
        }
        if digits == DIGITS {
            let number = chain.digits.get(start.digits.start..group.digits.end)?;
            let own = groups.get(..=taken)?;
            let likely = passes_eleven_test(number) && is_grouped_as_one(chain, own, label, alone);
            let range = start.start..group.end;
            let may_be_series = own.len() > 1 && label.is_none();
            let may_go_on = number.starts_with(&[0]);
            return likely.then_some((taken + 1, Found { range, may_go_on, may_be_series }));
        }
    }
    None
}

/// Whether groups of together nine digits stand as people write one number, and not as a series of measurements.
fn is_grouped_as_one(chain: &Chain, groups: &[Group], label: Option<Label>, alone: bool) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    if lengths == [DIGITS] {
        return true;
    }
    if matches!(label, Some(Label::Measurement | Label::Score)) {
        return false;
    }
    // Behind a measurement with its value only what nobody writes for one.
    let dotted = |group: &Group| group.separator.is_some_and(|sign| sign.kind == '.' && sign.tight);
    if label == Some(Label::Measured) && !(lengths == [3, 3, 3] && groups.iter().skip(1).all(dotted)) {
        return false;
    }
    let tight = |group: &Group| group.separator.is_some_and(|sign| sign.tight);
    let mut signs = groups.iter().skip(1).filter_map(|group| group.separator).map(|separator| separator.kind);
    let sign = signs.next().unwrap_or(' ');
    let uniform = signs.all(|other| other == sign);
    let usual = matches!(lengths.as_slice(), [3, 3, 3] | [4, 2, 3]);
    let by_two = lengths == [2, 2, 2, 3];
    let begins_with = |group: &Group| chain.digits.get(group.digits.start).copied();
    let reading = |group: &Group| match group.digits.len() {
        0..=2 => true,
        // "061" is no measurement.
        3 => READINGS.contains(&chain.value(group)) && begins_with(group) != Some(0),
        _ => false,
    };
    let all_readings = groups.iter().all(reading) && is_believable(chain, groups);
    match sign {
        _ if !(alone || usual && uniform) => false,
        _ if !uniform && !usual && !by_two => false,
        // Two numbers with a comma right between them are a decimal, and short ones a list.
        ',' if groups.len() < 3 => {
            lengths.iter().all(|length| *length > 2) && !groups.iter().skip(1).all(tight)
        }
        _ if is_case(chain, groups, &lengths, sign, label == Some(Label::Case)) => false,
        '|' => uniform && lengths == [3, 3, 3] && !groups.iter().all(reading),
        // Scores have one digit or two; four pairs and a last digit are how some write a number.
        '.' | '-' if uniform && lengths == [2, 2, 2, 2, 1] => true,
        '.' | '-' if uniform && usual => true,
        _ => by_two && (uniform || !groups.iter().skip(3).all(reading)) || !all_readings,
    }
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
        if total + group.digits.len() > longest {
            break;
        }
        total += group.digits.len();
        taken += 1;
    }
    // A Dutch number has ten digits, and nine with a zero in front are an old citizen number. A single run that is too long
    // to be any number at all is stepped over too.
    match own {
        [0, 0, ..] if total < DIGITS + 1 && own.len() <= longest => None,
        [0, second, ..] if *second != 0 && total < longest && own.len() <= longest => None,
        [0] if total < longest => None,
        _ => Some(taken.max(1)),
    }
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

#[cfg(test)]
#[path = "tests/citizen_number.rs"]
mod tests;
