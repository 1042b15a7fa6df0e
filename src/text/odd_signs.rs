//! Citizen numbers with signs between their groups that part nothing else.

use std::ops::Range;

use super::digits::{Chain, read_value};
use super::label_behind::{measured_behind, unit_behind};
use super::number_label::{Label, label_before};

/// The number of digits of a citizen number.
const DIGITS: usize = 9;

/// Signs that part no measurements and no telephone number.
const ODD_SIGNS: [char; 29] = [
    ';', ':', '·', '•', '∙', '\'', '’', '‘', '´', '`', '"', '“', '”', '+', '*', '(', ')', '[', ']', '{', '}',
    '\\', '#', '&', '~', '^', '!', '…', '¦',
];

/// Those of them that stand within one number and between no values.
const OF_NUMBERS: [char; 8] = ['·', '•', '∙', '\'', '’', '‘', '´', '`'];

/// Signs that part two groups where nothing else has two of that length.
const PARTING_TWO: &str = ";·•∙'’´`-._/\\| ";

/// What three digits of a measurement may be: blood pressure, pulse, weight, glucose.
pub(super) const READINGS: std::ops::RangeInclusive<u32> = 60..=250;

/// The most signs and spaces between two groups.
const LONGEST: usize = 3;

/// How far back a `+` or two zeros make a telephone number of the digits, in characters.
const COUNTRY: usize = 12;

/// The number in groups as they are usual, with signs between them of which one at least parts nothing else: "123·456·782",
/// "123;456;782", "(123) 456 782", "123--456--782".
///
/// What goes on beyond nine digits with a sign that it has inside is a series.
pub(super) fn oddly_parted(text: &str, chain: &Chain) -> Option<Range<usize>> {
    let runs = chain.groups.iter().filter_map(|group| Run::read(text, group.start));
    runs.filter(|run| run.is_odd() && run.is_usual() && passes_eleven_test(&run.digits)).find_map(|run| {
        let before = text.get(..run.range.start)?;
        let of_country: String = before
            .chars()
            .rev()
            .take(COUNTRY)
            .take_while(|c| is_parting(*c) || read_value(*c).is_some())
            .collect();
        let is_abroad = of_country.contains('+') || of_country.trim_end_matches(is_parting).ends_with("00");
        let fits = !is_abroad
            && !run.goes_on(text)
            && matches!(label_before(text, run.range.start), None | Some(Label::Citizen | Label::Case))
            && !unit_behind(text, run.range.end)
            && !measured_behind(text, run.range.end);
        fits.then_some(run.range)
    })
}

/// Nine digits in groups.
struct Run {
    range: Range<usize>,
    digits: Vec<u8>,
    lengths: Vec<usize>,
    /// What stands between the groups.
    between: Vec<String>,
}

impl Run {
    /// The run that starts at a byte; `None` where a group there does not end with the ninth digit.
    fn read(text: &str, start: usize) -> Option<Self> {
        let mut run =
            Self { range: start..start, digits: Vec::new(), lengths: Vec::new(), between: Vec::new() };
        let mut sign = String::new();
        for (at, c) in text.get(start..)?.char_indices() {
            match read_value(c) {
                Some(_) if run.digits.len() == DIGITS && sign.is_empty() => return None,
                Some(_) if run.digits.len() == DIGITS => break,
                Some(value) => {
                    if run.digits.is_empty() || !sign.is_empty() {
                        run.between.extend((!sign.is_empty()).then(|| std::mem::take(&mut sign)));
                        run.lengths.push(0);
                    }
                    run.digits.push(value);
                    *run.lengths.last_mut()? += 1;
                    run.range.end = start + at + c.len_utf8();
                }
                None if is_parting(c) && sign.chars().count() < LONGEST => sign.push(c),
                None => break,
            }
        }
        (run.digits.len() == DIGITS).then_some(run)
    }

    /// Whether a sign stands within that parts no dates, telephone numbers or decimals; those are judged with more care.
    fn is_odd(&self) -> bool {
        let signs = |sign: &str| sign.chars().filter(|c| !c.is_whitespace()).collect::<Vec<char>>();
        let is_odd = |sign: &String| sign.contains(ODD_SIGNS) || signs(sign).len() > 1;
        // The end of a bracket and a semicolon part what is not one.
        let is_one = |sign: &String| match signs(sign).as_slice() {
            [first, rest @ ..] => {
                let is_bracket = |sign: &char| "()[]{}".contains(*sign);
                rest.iter().all(|other| other == first || is_bracket(other) && is_bracket(first))
            }
            [] => true,
        };
        self.between.iter().any(is_odd) && self.between.iter().all(is_one)
    }

    /// Whether people group the digits of one number so, and not as values that are measured.
    fn is_usual(&self) -> bool {
        let uniform = self.between.windows(2).all(|pair| matches!(pair, [one, other] if one == other));
        match self.lengths.as_slice() {
            [3, 3, 3] => {
                let reading = |three: &[u8]| {
                    let value = three.iter().fold(0_u32, |value, digit| value * 10 + u32::from(*digit));
                    READINGS.contains(&value) && !three.starts_with(&[0])
                };
                self.between.iter().any(|sign| sign.contains(OF_NUMBERS))
                    || !self.digits.chunks(3).all(reading)
            }
            [4, 2, 3] => true,
            [2, 2, 2, 3] => uniform,
            // A sum, a product, a time and what stands in brackets have two.
            [4, 5] | [5, 4] => self.between.iter().all(|sign| sign.chars().all(|c| PARTING_TWO.contains(c))),
            _ => false,
        }
    }

    /// Whether more digits stand beside it, with a sign that it has inside. A space parts anything, so there only three more go on.
    fn goes_on(&self, text: &str) -> bool {
        let goes_on = |sign: &str, digits: usize| {
            let is_inside = digits > 0 && self.between.iter().any(|one| one == sign);
            is_inside && (!sign.trim().is_empty() || digits == 3)
        };
        let before = text.get(..self.range.start).unwrap_or_default();
        let digits = before.trim_end_matches(is_parting);
        let length = digits.chars().rev().take(DIGITS).take_while(|c| read_value(*c).is_some()).count();
        let behind = text.get(self.range.end..).unwrap_or_default();
        let rest = behind.trim_start_matches(is_parting);
        let more = rest.chars().take(DIGITS).take_while(|c| read_value(*c).is_some()).count();
        goes_on(before.get(digits.len()..).unwrap_or_default(), length)
            || goes_on(behind.get(..behind.len() - rest.len()).unwrap_or_default(), more)
    }
}

/// Whether a sign may stand between the groups of one number. An arrow, "=", "<" and ">" stand between values that change.
fn is_parting(sign: char) -> bool {
    ODD_SIGNS.contains(&sign)
        || ".,/_|".contains(sign)
        || matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || sign.is_whitespace() && sign != '\n'
}

/// Whether nine digits pass the eleven test of citizen numbers.
pub(super) fn passes_eleven_test(digits: &[u8]) -> bool {
    let Some((last, others)) = digits.split_last() else { return false };
    let weighed: u32 =
        others.iter().zip((2..=9).rev()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    weighed > 0 && (weighed + 11 - u32::from(*last)).is_multiple_of(11)
}
