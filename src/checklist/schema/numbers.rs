//! Numbers as people write them in words or with something beside them.

use crate::text::number_words;

/// The thousands that may be meant by a number with a point and three digits behind it: `3.000`.
pub(in crate::checklist) fn thousands(written: &str) -> Option<String> {
    let (whole, rest) = written.split_once('.')?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let digits = whole.trim_start_matches(['-', '+']);
    let fits = (1..=3).contains(&digits.len()) && !digits.starts_with('0') && rest.len() == 3;
    (fits && is_digits(digits) && is_digits(rest)).then(|| format!("{whole}{rest}"))
}

/// The number that was meant by words, or by a number with something beside it.
pub(in crate::checklist) fn meant(value: &str) -> Option<String> {
    if let Some(number) = number_words::whole(value) {
        return Some(number.to_string());
    }
    let digits = |c: char| c.is_ascii_digit();
    let numbers: Vec<&str> =
        value.split(|c: char| !digits(c) && c != '.').filter(|part| part.contains(digits)).collect();
    let [number] = numbers.as_slice() else { return None };
    number.parse::<f64>().ok()?;
    let number = number.trim_end_matches('.');
    Some(if number.starts_with('.') { format!("0{number}") } else { number.to_owned() })
}
