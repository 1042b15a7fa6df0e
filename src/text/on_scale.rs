//! The value on a scale that people mean.

use super::digits::plain_digits;
use super::number_words;
use super::quantity::number;

/// Longer texts are sentences.
const LONGEST: usize = 40;

/// Words before a value that only say what it is.
const NAMES: [&str; 21] = [
    "cijfer",
    "een",
    "esas",
    "grade",
    "graad",
    "nprs",
    "nrs",
    "pain",
    "pijn",
    "pijncijfer",
    "pijnscore",
    "rating",
    "score",
    "scoort",
    "uso",
    "value",
    "vas",
    "vds",
    "waarde",
    "wordt",
    "is",
];

/// Words and signs between a value and the highest one.
const OF: [&str; 11] =
    ["/", "op een schaal van", "van de", "van", "uit de", "uit", "op de", "op", "out of", "of the", "of"];

/// The whole number that `text` means on a scale from `min` to `max`: "7", "7/10", "NRS 7", "7 van de 10", "zeven".
///
/// Of another scale, or between two values, it means nothing.
pub fn on_scale(text: &str, min: i64, max: i64) -> Option<i64> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let lower = plain_digits(text.trim()).to_lowercase();
    let value = of_highest(without_names(&lower), max)?;
    let value = whole(value)?;
    (min..=max).contains(&value).then_some(value)
}

/// What stands behind the words that say what it is.
fn without_names(text: &str) -> &str {
    let rest = text.trim_start_matches([':', '=', ' ', ',', '-', '–']);
    // A minus right before a number belongs to it.
    let rest = if rest.len() < text.len() && rest.starts_with(|c: char| c.is_ascii_digit()) {
        let before = text.get(..text.len() - rest.len()).unwrap_or_default();
        if before.ends_with('-') { text.get(before.len() - 1..).unwrap_or(rest) } else { rest }
    } else {
        rest
    };
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    match rest.split_at_checked(end) {
        Some((word, more)) if NAMES.contains(&word) && !more.trim().is_empty() => without_names(more),
        _ => rest,
    }
}

/// The value before the highest one of the scale; `None` where another highest stands behind it.
fn of_highest(text: &str, max: i64) -> Option<&str> {
    let text = text.trim_end_matches(['.', '!', ' ']);
    let text = ["punten", "points", "punt"]
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text)
        .trim_end();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let (head, highest) = (digits.trim_end(), text.get(digits.len()..).unwrap_or_default());
    let value = OF.iter().find_map(|of| {
        let value = head.strip_suffix(of)?;
        let is_apart = *of == "/" || value.ends_with(char::is_whitespace);
        is_apart.then(|| value.trim_end())
    });
    match value {
        Some(value) if highest.parse() == Ok(max) => Some(value),
        Some(_) => None,
        None => Some(text),
    }
}

/// A whole number, in digits or in words.
fn whole(text: &str) -> Option<i64> {
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    number_words::whole(text).map(i64::from).or_else(|| {
        let value = number(text).filter(|value| value.fract() == 0.0 && value.abs() < 1e6)?;
        format!("{value:.0}").parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_as_people_say_it() {
        for (text, value) in [
            ("7", Some(7)),
            (" 7 ", Some(7)),
            ("+7", Some(7)),
            ("7/10", Some(7)),
            ("7 / 10", Some(7)),
            ("7 van 10", Some(7)),
            ("7 van de 10", Some(7)),
            ("7 uit 10", Some(7)),
            ("7 op 10", Some(7)),
            ("7 out of 10", Some(7)),
            ("7 op een schaal van 10", Some(7)),
            ("10/10", Some(10)),
            ("0/10", Some(0)),
            ("NRS 7", Some(7)),
            ("nrs: 7", Some(7)),
            ("NRS=7", Some(7)),
            ("NRS7", Some(7)),
            ("NRS 7/10", Some(7)),
            ("cijfer 7", Some(7)),
            ("een 7", Some(7)),
            ("pijn is een 7", Some(7)),
            ("pijnscore: 7.", Some(7)),
            ("7 punten", Some(7)),
            ("7,0", Some(7)),
            ("zeven", Some(7)),
            ("zeven van de tien", None),
            ("nul", Some(0)),
            ("één", Some(1)),
            ("ca. 7", Some(7)),
            ("7/8", None),
            ("7 van 100", None),
            ("7-8", None),
            ("7 à 8", None),
            ("7,5", None),
            ("7½", None),
            ("11", None),
            ("11/10", None),
            ("-1", None),
            ("7 in rust", None),
            ("NRS", None),
            ("een", Some(1)),
            ("7 8", None),
            ("/10", None),
            ("", None),
            ("7e", None),
        ] {
            assert_eq!(on_scale(text, 0, 10), value, "{text:?}");
        }
        assert_eq!(
            (on_scale("-3", -5, 5), on_scale("NRS -3", -5, 5), on_scale("-3/5", -5, 5)),
            (Some(-3), Some(-3), Some(-3))
        );
        assert_eq!(on_scale("60/100", 0, 100), Some(60));
    }
}
