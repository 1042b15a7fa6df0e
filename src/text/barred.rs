//! Digits that are part of a date, a time or a decimal number, and of no citizen number.

use super::digits::{Chain, Group, read_value};

/// The most digits that are looked at beside a chain.
const DIGITS: usize = 9;

/// The longest part behind or before a comma that makes it a decimal sign; a list of numbers has longer ones.
const DECIMAL_PLACES: usize = 3;

/// For each group whether it is part of a date, a time or a decimal number.
pub(super) fn barred(text: &str, chain: &Chain) -> Vec<bool> {
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
    }
    if let (Some(group), Some(mark)) = (chain.groups.last(), barred.last_mut()) {
        *mark |= after.strip_prefix(':').is_some_and(|a| group.digits.len() <= 2 && leading_digits(a) > 0);
    }
    // A comma right between two groups, of which one is short and the other is not, is the sign of a decimal.
    let lengths: Vec<usize> = chain.groups.iter().map(|group| group.digits.len()).collect();
    for (at, pair) in lengths.windows(2).enumerate() {
        let comma = chain.groups.get(at + 1).and_then(|group| group.separator);
        let &[whole, part] = pair else { continue };
        let is_short = |length: usize| (1..=DECIMAL_PLACES).contains(&length);
        if comma.is_some_and(|comma| comma.kind == ',' && comma.tight) && is_short(whole) != is_short(part) {
            barred.iter_mut().skip(at).take(2).for_each(|group| *group = true);
        }
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
    let sign = |group: &Group| group.separator.map(|separator| separator.kind);
    if sign(b) != sign(c) {
        return false;
    }
    let day_month = |day: &Group, month: &Group| {
        day.digits.len() <= 2
            && month.digits.len() <= 2
            && (1..=31).contains(&chain.value(day))
            && (1..=12).contains(&chain.value(month))
    };
    let year = |group: &Group| group.digits.len() == 4 && (1850..=2199).contains(&chain.value(group));
    // A year with a digit too many is a slip in a date.
    let slip =
        c.digits.len() == 5 && matches!(sign(b), Some('-' | '/')) && matches!(chain.value(c), 19000..=20999);
    if (day_month(a, b) && (year(c) || slip)) || (year(a) && day_month(c, b)) {
        return true;
    }
    let apart = |other: Option<char>| other != sign(b);
    let next = chain.groups.get(first + 3).and_then(sign);
    let short = c.digits.len() == 2 && day_month(a, b) && sign(b) != Some(' ');
    short && apart(sign(a)) && apart(next)
}
