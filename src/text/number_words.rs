//! Whole numbers as people write them in words, in both languages.

use std::borrow::Cow;

use super::same::plain;

/// The numbers below twenty, each in both languages, from zero on.
const SMALL: [[&str; 2]; 20] = [
    ["nul", "zero"],
    ["een", "one"],
    ["twee", "two"],
    ["drie", "three"],
    ["vier", "four"],
    ["vijf", "five"],
    ["zes", "six"],
    ["zeven", "seven"],
    ["acht", "eight"],
    ["negen", "nine"],
    ["tien", "ten"],
    ["elf", "eleven"],
    ["twaalf", "twelve"],
    ["dertien", "thirteen"],
    ["veertien", "fourteen"],
    ["vijftien", "fifteen"],
    ["zestien", "sixteen"],
    ["zeventien", "seventeen"],
    ["achttien", "eighteen"],
    ["negentien", "nineteen"],
];

/// The tens from twenty on.
const TENS: [[&str; 2]; 8] = [
    ["twintig", "twenty"],
    ["dertig", "thirty"],
    ["veertig", "forty"],
    ["vijftig", "fifty"],
    ["zestig", "sixty"],
    ["zeventig", "seventy"],
    ["tachtig", "eighty"],
    ["negentig", "ninety"],
];

/// The whole number up to a hundred that a word means: "zeven", "één", "tweeëntwintig", "twenty-two".
#[must_use]
pub fn whole(word: &str) -> Option<u32> {
    let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let word = if is_plain { Cow::Borrowed(word) } else { Cow::Owned(plain(word.trim())) };
    if matches!(word.as_ref(), "honderd" | "hundred") {
        return Some(100);
    }
    small(&word, 0)
        .or_else(|| TENS.iter().zip(2..).find_map(|(names, tens)| with_tens(&word, *names, tens * 10)))
}

/// A number below twenty, from `least` on.
fn small(word: &str, least: u32) -> Option<u32> {
    SMALL
        .iter()
        .zip(0..)
        .find(|(names, value)| *value >= least && names.contains(&word))
        .map(|(_, value)| value)
}

/// So many tens, alone or with the ones before them in Dutch and behind them in English.
fn with_tens(word: &str, [dutch, english]: [&str; 2], tens: u32) -> Option<u32> {
    if word == dutch || word == english {
        return Some(tens);
    }
    let before = word.strip_suffix(dutch).and_then(|ones| ones.strip_suffix("en"));
    let behind = word.strip_prefix(english).map(|ones| ones.trim_start_matches(['-', ' ']));
    let ones = small(before.or(behind)?, 1).filter(|ones| *ones < 10)?;
    Some(tens + ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_words_is_that_number() {
        for (word, value) in [
            ("nul", 0),
            ("zero", 0),
            ("een", 1),
            ("één", 1),
            ("Eén", 1),
            (" twaalf ", 12),
            ("eleven", 11),
            ("negentien", 19),
            ("twintig", 20),
            ("eenentwintig", 21),
            ("tweeëntwintig", 22),
            ("drieendertig", 33),
            ("achtenveertig", 48),
            ("twenty-two", 22),
            ("ninetynine", 99),
            ("tachtig", 80),
            ("negenennegentig", 99),
            ("honderd", 100),
            ("hundred", 100),
        ] {
            assert_eq!(whole(word), Some(value), "{word}");
        }
        for word in [
            "",
            "n",
            "a",
            "enentwintig",
            "tienentwintig",
            "nulentwintig",
            "twentyten",
            "vijfe",
            "zeventig1",
            "half",
        ] {
            assert_eq!(whole(word), None, "{word}");
        }
    }
}
