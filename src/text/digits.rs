//! Reads chains of digits: groups of digits with separators between them.

use std::borrow::Cow;
use std::ops::Range;

use super::grapheme::is_zero_width;

/// The most characters between two groups of a chain.
const SEPARATOR: usize = 6;

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
    /// What stands before it, unless it is the first.
    pub(crate) separator: Option<Separator>,
    /// The byte of the text at which it starts.
    pub(crate) start: usize,
    /// The byte at which it ends, with the marks on its last digit.
    pub(crate) end: usize,
    /// Its digits in the chain.
    pub(crate) digits: Range<usize>,
}

/// What stands between two groups: white space, and at most one sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Separator {
    /// The sign (`.`, `-`, `/`, `,`, `_`, or `|` between cells), a line break, or a space where there is only that.
    pub(crate) kind: char,
    /// Whether it is the sign alone, without a space.
    pub(crate) tight: bool,
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

    /// Leaves out what starts at byte `at` and behind it.
    pub(crate) fn end_before(&mut self, at: usize) {
        self.groups.retain(|group| group.start < at);
        let digits = self.groups.last().map_or(0, |group| group.digits.end);
        self.digits.truncate(digits);
    }

    /// Whether from group `first` to the end of its line there are bars alone between the groups.
    pub(crate) fn are_cells_from(&self, first: usize) -> bool {
        let is_bar = |separator: Separator| separator.kind == '|' && separator.tight;
        let mut line = self.groups.iter().skip(first + 1).take_while(|group| !group.is_on_new_line());
        line.all(|group| group.separator.is_some_and(is_bar))
    }

    /// The value of a group of a few digits; a longer one gives a large number.
    pub(crate) fn value(&self, group: &Group) -> u32 {
        let digits = self.digits.get(group.digits.clone()).unwrap_or_default();
        digits.iter().fold(0_u32, |value, digit| value.saturating_mul(10).saturating_add(u32::from(*digit)))
    }
}

impl Group {
    /// Whether a line ends before it.
    pub(crate) fn is_on_new_line(&self) -> bool {
        self.separator.is_some_and(|separator| separator.kind == '\n')
    }
}

/// The byte of the first digit at or after `at`.
pub(crate) fn next_digit(text: &str, at: usize) -> Option<usize> {
    text.get(at..)?.char_indices().find(|(_, c)| read_value(*c).is_some()).map(|(i, _)| at + i)
}

/// The chain that starts with the digit at `start`.
pub(crate) fn chain_at(text: &str, start: usize) -> Chain {
    let mut chain = Chain::default();
    // What was read since the last digit; none while a group goes on.
    let mut between: Option<(Separator, usize)> = None;
    for (i, c) in text.get(start..).unwrap_or_default().char_indices() {
        let (at, end) = (start + i, start + i + c.len_utf8());
        if let Some(value) = read_value(c) {
            let digit = chain.digits.len();
            chain.digits.push(value);
            match chain.groups.last_mut() {
                Some(group) if between.is_none() => (group.end, group.digits.end) = (end, digit + 1),
                _ => chain.groups.push(Group {
                    separator: between.take().map(|(separator, _)| separator),
                    start: at,
                    end,
                    digits: digit..digit + 1,
                }),
            }
        } else if is_zero_width(c) && between.is_none() {
            // An underlined digit is still a digit.
            if let Some(group) = chain.groups.last_mut() {
                group.end = end;
            }
        } else if let Some(kind) = separator(c) {
            between = match joined(between, kind) {
                Some(joined) => Some(joined),
                None => break,
            };
        } else {
            break;
        }
    }
    chain
}

/// What stands between with one more character; `None` where that is no separator any more.
fn joined(before: Option<(Separator, usize)>, kind: char) -> Option<(Separator, usize)> {
    let Some((before, length)) = before else {
        return Some((Separator { kind, tight: kind != ' ' && kind != '\n' }, 1));
    };
    if length == SEPARATOR {
        return None;
    }
    let kind = match (before.kind, kind) {
        (' ', other) => other,
        (one, ' ') => one,
        // A line that ends with a sign, or begins with one, is still another line.
        ('\n', _) | (_, '\n') => '\n',
        _ => return None,
    };
    Some((Separator { kind, tight: false }, length + 1))
}

/// Whether a character can be part of a chain.
pub(crate) fn is_chain_char(c: char) -> bool {
    read_value(c).is_some() || separator(c).is_some() || is_zero_width(c)
}

/// What kind of separator a character is.
fn separator(c: char) -> Option<char> {
    match c {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '.' | '/' | ',' | '_' | '|' => Some(c),
        '\n' => Some('\n'),
        c if c.is_whitespace() => Some(' '),
        _ => None,
    }
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

/// The text with the digits of other scripts and full-width signs as those of a keyboard: some phones and web pages give `７２，５`.
#[must_use]
pub fn plain_digits(text: &str) -> Cow<'_, str> {
    let full_width = |c: char| u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
    let plain = |c: char| match c {
        ' '..='~' => c,
        '\u{FF01}'..='\u{FF5E}' => full_width(c).unwrap_or(c),
        '\u{3000}' => ' ',
        c => read_value(c).map_or(c, |value| char::from(b'0' + value)),
    };
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.chars().map(plain).collect()),
    }
}

/// A text with the signs of an ordinary keyboard in the place of those that look like them within a number: the low quotation mark and the
/// raised point for a comma, a fraction slash, and no apostrophe between thousands.
pub(super) fn plain_signs(text: &str) -> Cow<'_, str> {
    const THOUSAND: usize = 3;
    let plain = plain_digits(text);
    let is_odd = |c: char| matches!(c, '\'' | '`') || !c.is_ascii();
    if !plain.contains(is_odd) {
        return plain;
    }
    let mut written = String::with_capacity(plain.len());
    for (at, sign) in plain.char_indices() {
        let behind = plain.get(at + sign.len_utf8()..).unwrap_or_default();
        let digits = behind.chars().take_while(char::is_ascii_digit).count();
        let is_within = written.ends_with(|c: char| c.is_ascii_digit()) && digits > 0;
        match sign {
            '\u{2044}' | '\u{2215}' => written.push('/'),
            '\u{201A}' | '\u{66B}' | '\u{B7}' | '\u{2024}' | '\u{2027}' | '\u{FE50}' if is_within => {
                written.push(',');
            }
            '\'' | '`' | '\u{B4}' | '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{2BC}' | '\u{66C}'
                if is_within && digits == THOUSAND => {}
            sign => written.push(sign),
        }
    }
    Cow::Owned(written)
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
    fn digits_and_signs_of_full_width_are_plain() {
        for (text, plain) in [
            ("７２，５", "72,5"),
            ("３０－１１－２０２６", "30-11-2026"),
            ("٧٢ kg", "72 kg"),
            ("９０　ｍｉｎ", "90 min"),
            ("½ één 72", "½ één 72"),
        ] {
            assert_eq!(plain_digits(text), plain, "{text}");
        }
    }

    #[test]
    fn a_chain_ends_where_two_signs_meet() {
        let chain = chain_at("12.3 - 4  5\n6.,7", 0);
        let between = |group: &Group| group.separator.map(|separator| (separator.kind, separator.tight));
        let groups: Vec<_> =
            chain.groups.iter().map(|group| (group.start, group.end, between(group))).collect();
        assert_eq!(
            groups,
            [
                (0, 2, None),
                (3, 4, Some(('.', true))),
                (7, 8, Some(('-', false))),
                (10, 11, Some((' ', false))),
                (12, 13, Some(('\n', false))),
            ]
        );
        assert_eq!((chain.start(), chain.end(), chain.value(&chain.groups[0])), (0, 13, 12));
    }

    #[test]
    fn marks_belong_to_their_digit() {
        let chain = chain_at("1\u{332}2\u{332} x", 0);
        assert_eq!((chain.digits.as_slice(), chain.end()), ([1, 2].as_slice(), 6));
    }
}
