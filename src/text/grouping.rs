//! What groups of together nine digits are, by their lengths and values: the number of a case, or values that are measured.

use super::digits::{Chain, Group};

/// The years with which a number of a case or a letter begins.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1950..=2099;

/// Whether the first two of the groups 3, 2, 2 and 2 are a blood pressure, or a pulse with the breaths of a minute; nobody has 229 over 26.
pub(super) fn is_pair(chain: &Chain, groups: &[Group]) -> bool {
    const DIASTOLIC: std::ops::RangeInclusive<u32> = 30..=99;
    const PULSE: std::ops::RangeInclusive<u32> = 100..=180;
    const BREATHS: std::ops::RangeInclusive<u32> = 4..=60;
    let [first, second, _, _] = groups else { return true };
    if first.digits.len() != 3 {
        return true;
    }
    let (first, second) = (chain.value(first), chain.value(second));
    DIASTOLIC.contains(&second) || PULSE.contains(&first) && BREATHS.contains(&second)
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
