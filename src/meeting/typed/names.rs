//! Names of days and months, and numbers in words, as people type them, in both languages.

use chrono::Weekday;

use super::vocabulary::ARTICLES;
use crate::text::number_words;
use crate::words::Language;

const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

/// The month with this name or its beginning.
pub(super) fn month(word: &str) -> Option<u32> {
    if word == "mrt" {
        return Some(3);
    }
    let named = |language: Language| (1..).zip(language.months()).find(|(_, name)| begins(name, word));
    LANGUAGES.into_iter().find_map(named).map(|(number, _)| number)
}

/// The weekday with this name or its beginning, in both languages.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let days =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let short = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    if let Some((_, day)) = short.into_iter().zip(days).find(|(name, _)| *name == word) {
        return Some(day);
    }
    let named =
        |language: Language| language.weekdays().into_iter().zip(days).find(|(name, _)| begins(name, word));
    LANGUAGES.into_iter().find_map(named).map(|(_, day)| day)
}

/// The weekday of which a word names several.
pub(super) fn weekdays(word: &str) -> Option<Weekday> {
    const SHORTEST: usize = 6;
    let one = word.strip_suffix("en").or_else(|| word.strip_suffix('s'))?;
    if one.len() < SHORTEST { None } else { weekday(one) }
}

/// Which of a row of days a word names: "elfde", "eleventh".
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let named = [("eighth", 8), ("ninth", 9), ("twelfth", 12), ("twentieth", 20), ("thirtieth", 30)];
    let stem = || ["ste", "de", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    let known = named.iter().find(|(known, _)| *known == word).map(|(_, day)| *day);
    known.or_else(|| number_words::whole(stem()?)).filter(|day| (1..=31).contains(day))
}

/// Whether `word` is `name` or its beginning, from three letters on, which tell all days and all months apart; "maand" is
/// a month, and no beginning of Monday.
fn begins(name: &str, word: &str) -> bool {
    word.len() >= 3 && word != "maand" && name.to_lowercase().starts_with(word)
}

/// A number in words.
pub(super) fn count(word: &str) -> Option<u32> {
    if ARTICLES.contains(&word) { Some(1) } else { number_words::whole(word).filter(|count| *count > 0) }
}

/// "Tweeënhalve" is two and a half.
pub(super) fn with_half(word: &str) -> Option<u32> {
    let whole =
        ["eneenhalf", "eneenhalve", "enhalf", "enhalve"].iter().find_map(|half| word.strip_suffix(half))?;
    count(whole)
}
