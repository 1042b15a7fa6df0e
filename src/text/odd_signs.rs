//! Citizen numbers with signs between their groups that part nothing else.

use std::ops::Range;

use super::digits::{Chain, read_value};
use super::number_label::{Label, label_before, unit_behind};

/// What three digits of a measurement may be: blood pressure, pulse, weight, glucose.
pub(super) const READINGS: std::ops::RangeInclusive<u32> = 60..=250;

/// Signs that part no measurements and no telephone number.
const ODD_SIGNS: [&str; 12] = ["·", "•", "∙", "'", "’", "+", ":", "*", ")(", ") (", "][", "] ["];

/// The number in groups as they are usual with a sign between them that parts nothing else of that length: "123·456·782".
pub(super) fn oddly_parted(text: &str, chain: &Chain) -> Option<Range<usize>> {
    let group = chain.groups.last()?;
    let behind = text.get(group.end..)?;
    let sign = ODD_SIGNS.into_iter().find(|sign| behind.starts_with(sign))?;
    let mut digits = chain.digits.get(group.digits.clone())?.to_vec();
    let (mut lengths, mut end) = (vec![digits.len()], group.end);
    for part in behind.split(sign).skip(1).take(lengths.len() + 2) {
        let own: Vec<u8> = part.chars().take(5).map_while(read_value).collect();
        let length: usize = part.chars().take(own.len()).map(char::len_utf8).sum();
        end += sign.len() + length;
        lengths.push(own.len());
        digits.extend(own);
        if length < part.len() {
            break;
        }
    }
    let readings = digits.chunks(3).all(|three| {
        let value = three.iter().fold(0_u32, |value, digit| value * 10 + u32::from(*digit));
        READINGS.contains(&value)
    });
    let is_usual = matches!(lengths.as_slice(), [3, 3, 3] | [4, 2, 3]) && !(lengths == [3, 3, 3] && readings);
    let goes_on = text.get(end..).is_some_and(|rest| rest.starts_with(sign));
    let before = text.get(..group.start)?;
    let fits = is_usual
        && !goes_on
        && !before.ends_with(sign)
        && !before.ends_with('+')
        && passes_eleven_test(&digits)
        && matches!(label_before(text, group.start), None | Some(Label::Citizen | Label::Case))
        && !unit_behind(text, end);
    fits.then_some(group.start..end)
}

/// Whether nine digits pass the eleven test of citizen numbers.
pub(super) fn passes_eleven_test(digits: &[u8]) -> bool {
    let Some((last, others)) = digits.split_last() else { return false };
    let weighed: u32 =
        others.iter().zip((2..=9).rev()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    weighed > 0 && (weighed + 11 - u32::from(*last)).is_multiple_of(11)
}
