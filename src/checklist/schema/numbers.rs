//! Numbers as people write them in words or with something beside them.

use crate::text::number_words;

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
