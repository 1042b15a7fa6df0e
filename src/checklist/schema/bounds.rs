//! The bounds of a test as people say them: with or without the number itself.

use super::{CONDITION, synonyms};

/// Words for a bound that leaves out the number itself, where the one of the format takes it.
const BEYOND: [(&str, &[&str]); 2] = [
    (
        "at_least",
        &[
            "greater_than",
            "higher_than",
            "more_than",
            "above",
            "gt",
            "groter_dan",
            "hoger_dan",
            "meer_dan",
            "boven",
            "over",
            ">",
        ],
    ),
    (
        "at_most",
        &[
            "less_than",
            "lower_than",
            "below",
            "under",
            "lt",
            "kleiner_dan",
            "lager_dan",
            "minder_dan",
            "onder",
            "<",
        ],
    ),
];

/// The bound that a word means which leaves out the number itself.
pub(in crate::checklist) fn beyond(word: &str) -> Option<&'static str> {
    let word = synonyms::plain(word);
    BEYOND.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(bound, _)| *bound)
}

/// The bound that takes the same whole numbers as one in other words: `at_least = 5` for "greater_than" and 4.
pub(in crate::checklist) fn with_number(word: &str, number: i64) -> Option<String> {
    let written = synonyms::plain(word).replace('\u{2265}', ">=").replace('\u{2264}', "<=");
    if matches!(written.as_str(), "=" | "==") {
        return Some(format!("is = {number}"));
    }
    if matches!(written.as_str(), "!=" | "<>" | "\u{2260}") {
        return Some(format!("is_not = {number}"));
    }
    let (bound, number) = match beyond(&written) {
        Some("at_least") => ("at_least", number.checked_add(1)?),
        Some(bound) => (bound, number.checked_sub(1)?),
        None => {
            let is_bound = |name: &str| matches!(name, "at_least" | "at_most");
            (synonyms::key(&written, &CONDITION, is_bound)?, number)
        }
    };
    Some(format!("{bound} = {number}"))
}

/// The bound in a text with a whole number: ">4", "meer dan 4".
pub(in crate::checklist) fn in_text(text: &str) -> Option<String> {
    let (word, number) = text.split_at_checked(text.find(|c: char| c.is_ascii_digit())?)?;
    if word.trim().is_empty() { None } else { with_number(word, number.trim().parse().ok()?) }
}

/// The bound that a sign means with the whole number behind it.
pub(in crate::checklist) fn beside(sign: &str, behind: &str) -> Option<String> {
    let behind = behind.trim_start();
    let number = behind.get(..behind.find(|c: char| !c.is_ascii_digit())?)?;
    let is_whole = !behind.get(number.len()..)?.starts_with(['.', ',', '_']);
    if is_whole { with_number(sign, number.parse().ok()?) } else { None }
}

/// Whether a text begins as a comparison, whatever stands behind it.
pub(in crate::checklist) fn is_comparison(text: &str) -> bool {
    text.trim_start().starts_with(['<', '>', '!', '\u{2264}', '\u{2265}', '\u{2260}'])
        || in_text(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_in_a_text_takes_the_same_whole_numbers() {
        for (text, bound) in [
            (">4", Some("at_least = 5")),
            ("> 4", Some("at_least = 5")),
            (">= 4", Some("at_least = 4")),
            ("\u{2265} 4", Some("at_least = 4")),
            ("<4", Some("at_most = 3")),
            ("<=4", Some("at_most = 4")),
            ("meer dan 4", Some("at_least = 5")),
            ("onder 4", Some("at_most = 3")),
            ("ten minste 4", Some("at_least = 4")),
            ("!= 4", Some("is_not = 4")),
            ("= 4", Some("is = 4")),
            ("4", None),
            ("4 punten", None),
            ("> 4,5", None),
            ("> 4 en < 8", None),
            ("vier", None),
        ] {
            assert_eq!(in_text(text).as_deref(), bound, "{text}");
        }
    }
}
