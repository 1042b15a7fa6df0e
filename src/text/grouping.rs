//! What groups of together nine digits are, by their lengths and values: the number of a case, or values that are measured.

use std::ops::RangeInclusive;

use super::digits::{Chain, Group};

/// The years with which a number of a case or a letter begins.
pub(super) const YEARS: RangeInclusive<u32> = 1950..=2099;

/// Whether groups are believable together as what is measured of one patient: a blood pressure with its pulse and one thing
/// more, a pulse with breaths, oxygen and temperature, or values of one kind near each other. Nobody has 229 over 26, or 120 over 80 with a pulse of 12.
/// Of more than four, three digits among one and two are a blood pressure in front, with its pulse behind it; else nobody notes them so mixed.
pub(super) fn is_believable(chain: &Chain, groups: &[Group]) -> bool {
    const PULSE: RangeInclusive<u32> = 40..=99;
    const BREATHS: RangeInclusive<u32> = 10..=44;
    const OXYGEN: RangeInclusive<u32> = 75..=99;
    const TEMPERATURE: RangeInclusive<u32> = 34..=41;
    /// What lies between the two values of a blood pressure.
    const BETWEEN: RangeInclusive<u32> = 15..=110;
    /// How far values of one kind may lie apart.
    const NEAR: u32 = 30;
    let [first, rest @ ..] = groups else { return true };
    let rest: Vec<u32> = rest.iter().map(|group| chain.value(group)).collect();
    let first = chain.value(first);
    let is_pressure = |second: u32, third: u32| {
        (80..=220).contains(&first)
            && PULSE.contains(&second)
            && BETWEEN.contains(&first.saturating_sub(second))
            && PULSE.contains(&third)
    };
    let is_mixed = groups.iter().any(|group| group.digits.len() > 2);
    let &[second, third, last] = rest.as_slice() else {
        return match rest.as_slice() {
            [second, third, _, _, ..] if is_mixed => {
                is_pressure(*second, *third) && groups.iter().skip(1).all(|group| group.digits.len() < 3)
            }
            _ => true,
        };
    };
    let is_beside = |value: u32| BREATHS.contains(&value) || OXYGEN.contains(&value);
    let pressure = is_pressure(second, third) && is_beside(last);
    let warmth = |one: u32, other: u32| OXYGEN.contains(&one) && TEMPERATURE.contains(&other);
    let pulse = (100..=180).contains(&first)
        && BREATHS.contains(&second)
        && (warmth(third, last) || warmth(last, third));
    pressure || pulse || rest.iter().all(|value| first.abs_diff(*value) <= NEAR)
}

/// Whether groups are the number of a case, with its year in front or behind: "2010/40463", "40463/2010". People write no citizen
/// number of four and five digits with a slash or a dash; any other grouping is one only behind the word of a case, and so is one in
/// which nobody writes a citizen number: "dienst 1656/2248/9".
pub(super) fn is_case(
    chain: &Chain,
    groups: &[Group],
    lengths: &[usize],
    sign: char,
    is_named: bool,
) -> bool {
    let is_year = |group: Option<&Group>| {
        group.is_some_and(|group| group.digits.len() == 4 && YEARS.contains(&chain.value(group)))
    };
    match (lengths, sign) {
        _ if is_named => is_year(groups.first()) || is_year(groups.last()) || !is_written_so(lengths),
        (_, '/') => is_year(groups.first()) || is_year(groups.last()),
        ([4, 5], '-') => is_year(groups.first()),
        _ => false,
    }
}

/// Whether some people write their citizen number in groups of these lengths.
fn is_written_so(lengths: &[usize]) -> bool {
    const AS_WRITTEN: [&[usize]; 11] = [
        &[3, 3, 3],
        &[4, 2, 3],
        &[4, 3, 2],
        &[4, 5],
        &[5, 4],
        &[2, 2, 2, 3],
        &[3, 2, 2, 2],
        &[2, 2, 2, 2, 1],
        &[1, 4, 4],
        &[3, 6],
        &[6, 3],
    ];
    AS_WRITTEN.contains(&lengths)
}
