//! Numbers as people write them, in the place of numbers of TOML.

use crate::checklist::diagnostic::SyntaxFault;

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
    let is_unfinished = plain.ends_with('.') || plain.trim_start_matches(['-', '+']).starts_with('.');
    is_unfinished || plain.parse::<f64>().is_err() && !plain.starts_with("0x")
}
