//! Numbers as people write them, in the place of numbers of TOML.

use crate::checklist::diagnostic::SyntaxFault;

/// Whole numbers in words, in both languages.
const WORDS: &[(&str, u32)] = &[
    ("nul", 0),
    ("zero", 0),
    ("een", 1),
    ("één", 1),
    ("one", 1),
    ("twee", 2),
    ("two", 2),
    ("drie", 3),
    ("three", 3),
    ("vier", 4),
    ("four", 4),
    ("vijf", 5),
    ("five", 5),
    ("zes", 6),
    ("six", 6),
    ("zeven", 7),
    ("seven", 7),
    ("acht", 8),
    ("eight", 8),
    ("negen", 9),
    ("nine", 9),
    ("tien", 10),
    ("ten", 10),
    ("twaalf", 12),
    ("twelve", 12),
    ("twintig", 20),
    ("twenty", 20),
    ("honderd", 100),
    ("hundred", 100),
];

/// What is wrong with a number: a comma before its decimals, or signs between its thousands.
pub(super) fn slip(value: &str) -> Option<SyntaxFault> {
    let number = value.trim_start_matches(['-', '+']);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = |whole: &str, signs: &[char]| {
        let mut parts = whole.split(signs);
        let first = parts.next().unwrap_or_default();
        is_digits(first) && first.len() <= 3 && parts.all(|part| part.len() == 3 && is_digits(part))
    };
    if let Some((whole, decimals)) = number.split_once(',') {
        let fits = is_digits(decimals) && (is_digits(whole) || is_grouped(whole, &['.', ' ', '\'']));
        return fits.then_some(SyntaxFault::DecimalComma);
    }
    // One point alone is the sign before decimals.
    let is_parted = number.matches('.').count() > 1 || number.contains([' ', '\'']);
    (is_parted && is_grouped(number, &['.', ' ', '\''])).then_some(SyntaxFault::GroupedNumber)
}

/// A number as TOML has it.
pub(super) fn as_meant(value: &str) -> String {
    let points_between = value.contains(',') || value.matches('.').count() > 1;
    let is_between = |c: &char| matches!(c, ' ' | '\'') || *c == '.' && points_between;
    value.chars().filter(|c| !is_between(c)).map(|c| if c == ',' { '.' } else { c }).collect()
}

/// Whether a value is no number of TOML.
pub(super) fn is_none(value: &str) -> bool {
    let plain = value.replace('_', "");
    plain.parse::<f64>().is_err() && !plain.starts_with("0x")
}

/// The number that was meant by words, or by a number with something beside it.
pub(super) fn meant(value: &str) -> Option<String> {
    let word = value.trim().to_lowercase();
    if let Some((_, number)) = WORDS.iter().find(|(name, _)| *name == word) {
        return Some(number.to_string());
    }
    let digits = |c: char| c.is_ascii_digit();
    let numbers: Vec<&str> =
        value.split(|c: char| !digits(c) && c != '.').filter(|part| part.contains(digits)).collect();
    let [number] = numbers.as_slice() else { return None };
    number.parse::<f64>().ok().map(|_| number.to_string())
}
