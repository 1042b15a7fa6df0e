//! The words behind a number that say what it is.

use super::label_words::{MEASURED_STEMS, MEASUREMENTS};
use super::number_label::{is_citizen, is_measured};
use super::unit_words::{UNIT_SIGNS, UNITS};

/// How far behind a number its name may end, in characters: an edit there makes the number looked at again.
const REACH: usize = 46;

/// How words begin that name a row of values behind it, and no complaint of somebody.
const SERIES: [&str; 27] = [
    "ademfreq",
    "ademhaling",
    "bloeddruk",
    "bloedglucose",
    "bloedsuiker",
    "diastolic",
    "diastolisch",
    "diurese",
    "gewicht",
    "glucose",
    "hartfreq",
    "hartslag",
    "heart",
    "nrs",
    "polsen",
    "pressures",
    "pulses",
    "readings",
    "saturati",
    "scores",
    "systolic",
    "systolisch",
    "temperatu",
    "tensie",
    "waarden",
    "weights",
    "zuurstof",
];

/// Words between a series and what it is a series of.
const BETWEEN: [&str; 14] =
    ["alle", "all", "als", "as", "de", "het", "is", "steeds", "the", "van", "waren", "was", "were", "zijn"];

/// Whether the word of a citizen number stands right behind the number that ends at byte `at`, and no other number behind
/// that: "143 145 149 (bsn)".
pub(crate) fn citizen_behind(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest.trim_start_matches([' ', '\t', '\u{a0}', '(', '[', '=', ',', '-', ':']);
    let word = first_word(rest);
    let behind = rest.chars().skip_while(|c| c.is_alphanumeric());
    let mut behind = behind.skip_while(|c| !c.is_alphanumeric() && *c != '\n');
    is_citizen(&word, &word) && !behind.next().is_some_and(|c| c.is_numeric())
}

/// Whether a unit stands behind the number that ends at byte `at`: "288 753 276 ml".
pub(crate) fn unit_behind(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default().trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}', '(']);
    if UNIT_SIGNS.iter().any(|sign| rest.starts_with(sign)) {
        return true;
    }
    let word = first_word(rest);
    let is_initial = word.len() == 1 && rest.chars().nth(1) == Some('.');
    UNITS.contains(&&*word) && !is_initial
}

/// Whether what a series is stands behind the number that ends at byte `at`: "152-134-148 systolisch", "164 58 20 (lengte, gewicht, BMI)".
/// Behind a word before its own value that value is meant: "111 222 333, gewicht 72".
pub(crate) fn measured_behind(text: &str, at: usize) -> bool {
    let rest: String = text.get(at..).unwrap_or_default().chars().take(REACH).collect();
    let rest = rest.trim_start_matches(AROUND).to_lowercase();
    let sentence = rest.split(['\n', '.']).next().unwrap_or_default();
    match within_brackets(sentence) {
        Some((within, true)) => {
            let mut words = words(within);
            !within.contains(char::is_numeric)
                && words.clone().any(|word| is_measured(word) || is_series(word))
                && !words.any(|word| is_citizen(word, word))
        }
        Some((_, false)) => false,
        None => {
            let named = words(sentence).find(|word| !BETWEEN.contains(word));
            named.is_some_and(is_series) && !sentence.contains(char::is_numeric)
        }
    }
}

/// What may stand between a number and the words behind it.
const AROUND: [char; 4] = [' ', '\t', '\u{a0}', '='];

/// What stands within the brackets with which a text begins, and whether they end.
fn within_brackets(text: &str) -> Option<(&str, bool)> {
    let within = text.strip_prefix(['(', '['])?;
    let end = within.find([')', ']']);
    Some((within.get(..end.unwrap_or(within.len()))?, end.is_some()))
}

fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word names what a row of values is, and no complaint of somebody.
fn is_series(word: &str) -> bool {
    SERIES.iter().any(|stem| word.starts_with(stem))
}

/// Whether what stands behind a number, up to the end of a text, may still become a unit.
fn unit_may_come(rest: &str) -> bool {
    let word = rest.trim_start();
    let is_alone = word.chars().all(char::is_alphabetic);
    let begun = word.to_lowercase();
    word.len() < rest.len()
        && !rest.contains('\n')
        && is_alone
        && UNITS.iter().any(|unit| unit.starts_with(&begun))
}

/// Whether what stands behind a number, up to the end of a text, may still say that it is a series: a unit, or its name.
pub(crate) fn measure_may_come(rest: &str) -> bool {
    unit_may_come(rest) || series_may_come(rest)
}

fn series_may_come(rest: &str) -> bool {
    let lower = rest.trim_start_matches(AROUND).to_lowercase();
    if lower.len() == rest.len() || lower.contains(['\n', '.']) || lower.contains(char::is_numeric) {
        return false;
    }
    // The word that is being typed may become a longer one.
    let begins = |word: &str, known: &[&str]| known.iter().any(|known| known.starts_with(word));
    let is_ended = lower.ends_with(|c: char| !c.is_alphanumeric());
    match within_brackets(&lower) {
        Some((_, true)) => false,
        Some((within, false)) => words(within).next().is_none_or(|first| {
            let may_go_on = within.ends_with(first);
            let lists: [&[&str]; 3] = [&MEASUREMENTS, &MEASURED_STEMS, &SERIES];
            is_measured(first)
                || is_series(first)
                || may_go_on && lists.iter().any(|list| begins(first, list))
        }),
        None => {
            let mut named = words(&lower).skip_while(|word| BETWEEN.contains(word));
            let (named, more) = (named.next(), named.next());
            named.is_none_or(|word| {
                more.is_none() && !is_ended && (begins(word, &SERIES) || begins(word, &BETWEEN))
            })
        }
    }
}

/// The first word in lower case; a longer one than any unit is cut off.
fn first_word(text: &str) -> String {
    const LONGEST: usize = 12;
    let letters = text.chars().take(LONGEST).take_while(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
