//! Reads chains of digits: groups of digits with single separators between them.

use std::ops::Range;

use super::grapheme::is_zero_width;

/// The digits of a chain, and the groups that they stand in.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    /// The values of all digits, in order.
    pub(crate) digits: Vec<u8>,
    /// The groups, in order; never empty once read.
    pub(crate) groups: Vec<Group>,
}

/// Digits that touch each other.
#[derive(Debug)]
pub(crate) struct Group {
    /// The separator before it, unless it is the first.
    pub(crate) separator: Option<char>,
    /// The byte of the text at which it starts.
    pub(crate) start: usize,
    /// The byte at which it ends, with the marks on its last digit.
    pub(crate) end: usize,
    /// Its digits in the chain.
    pub(crate) digits: Range<usize>,
}

impl Chain {
    /// The byte at which the chain starts.
    pub(crate) fn start(&self) -> usize {
        self.groups.first().map_or(0, |group| group.start)
    }

    /// The byte at which the chain ends.
    pub(crate) fn end(&self) -> usize {
        self.groups.last().map_or(0, |group| group.end)
    }

    /// The value of a group of a few digits; a longer one gives a large number.
    pub(crate) fn value(&self, group: &Group) -> u32 {
        let digits = self.digits.get(group.digits.clone()).unwrap_or_default();
        digits.iter().fold(0_u32, |value, digit| value.saturating_mul(10).saturating_add(u32::from(*digit)))
    }
}

/// The byte of the first digit at or after `at`.
pub(crate) fn next_digit(text: &str, at: usize) -> Option<usize> {
    text.get(at..)?.char_indices().find(|(_, c)| read_value(*c).is_some()).map(|(i, _)| at + i)
}

/// The chain that starts with the digit at `start`.
pub(crate) fn chain_at(text: &str, start: usize) -> Chain {
    let mut chain = Chain::default();
    let mut separator = None;
    // Whether the next digit opens a group: at the start, and after a separator.
    let mut opens = true;
    for (i, c) in text.get(start..).unwrap_or_default().char_indices() {
        let (at, end) = (start + i, start + i + c.len_utf8());
        if let Some(value) = read_value(c) {
            let digit = chain.digits.len();
            chain.digits.push(value);
            match chain.groups.last_mut() {
                Some(group) if !opens => (group.end, group.digits.end) = (end, digit + 1),
                _ => chain.groups.push(Group { separator, start: at, end, digits: digit..digit + 1 }),
            }
            opens = false;
        } else if is_zero_width(c) && !opens {
            // An underlined digit is still a digit.
            if let Some(group) = chain.groups.last_mut() {
                group.end = end;
            }
        } else if is_separator(c) && !opens {
            (separator, opens) = (Some(c), true);
        } else {
            break;
        }
    }
    chain
}

/// Whether a character can be part of a chain.
pub(crate) fn is_chain_char(c: char) -> bool {
    read_value(c).is_some() || is_separator(c) || is_zero_width(c)
}

fn is_separator(c: char) -> bool {
    matches!(c,
        ' ' | '.' | '-' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{2010}'..='\u{2015}' | '\u{202F}' | '\u{205F}'
        | '\u{2212}' | '\u{3000}')
}

/// The zeros of the scripts whose decimal digits follow each other, which all do.
const ZEROS: [char; 31] = [
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{DE6}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1B50}',
    '\u{A620}',
    '\u{FF10}',
    '\u{1D7CE}',
    '\u{1D7D8}',
    '\u{1D7E2}',
    '\u{1D7EC}',
    '\u{1D7F6}',
    '\u{1FBF0}',
];

/// The value of a decimal digit of any script in wide use.
pub(crate) fn read_value(c: char) -> Option<u8> {
    if let Some(digit) = c.to_digit(10) {
        return u8::try_from(digit).ok();
    }
    if c < '\u{660}' {
        return None;
    }
    let zero = ZEROS.get(ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?)?;
    u8::try_from(u32::from(c) - u32::from(*zero)).ok().filter(|value| *value < 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_have_their_value() {
        for (text, values) in [("0190", [0, 1, 9, 0]), ("０１９٣", [0, 1, 9, 3]), ("𝟎𝟗𝟬𝟿", [0, 9, 0, 9])]
        {
            let read: Vec<u8> = text.chars().filter_map(read_value).collect();
            assert_eq!(read, values, "{text}");
        }
        for c in ['a', '²', '①', 'Ⅷ', '漢', '\u{66A}', '/', ':'] {
            assert_eq!(read_value(c), None, "{c}");
        }
        assert!(ZEROS.is_sorted());
        assert!(ZEROS.iter().all(|zero| zero.is_numeric()));
    }

    #[test]
    fn a_chain_ends_where_two_separators_meet() {
        let chain = chain_at("12.3-4  5", 0);
        let groups: Vec<(usize, usize, Option<char>)> =
            chain.groups.iter().map(|group| (group.start, group.end, group.separator)).collect();
        assert_eq!(groups, [(0, 2, None), (3, 4, Some('.')), (5, 6, Some('-'))]);
        assert_eq!((chain.start(), chain.end(), chain.value(&chain.groups[0])), (0, 6, 12));
    }

    #[test]
    fn marks_belong_to_their_digit() {
        let chain = chain_at("1\u{332}2\u{332} x", 0);
        assert_eq!((chain.digits.as_slice(), chain.end()), ([1, 2].as_slice(), 6));
    }
}
