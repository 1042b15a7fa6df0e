//! The words before a number that say what it is.

use super::digits::{Chain, Group, read_value};
use super::label_words::{
    CASES, FILLERS, MEASURED_STEMS, MEASURED_TAILS, MEASUREMENTS, MEDICINES, NUMBERS, PEOPLE, RIGHT_BEFORE,
    SCORES, SHORT_FORMS, TELEPHONES, UNKNOWN,
};
use super::register_words::{EQUIPMENT, JOINING, NO_CODES, PLACES, REGISTERS, THINGS};
use super::unit_words::{RATES, UNIT_SIGNS, UNITS};

/// What a number is, as the words before it say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A citizen number.
    Citizen,
    /// A score, a vital sign or an amount.
    Measurement,
    /// A score from 0 to 10.
    Score,
    /// The same, of which a value stands before this number already.
    Measured,
    /// A telephone number, or one of another register.
    Telephone,
    /// The number of a case, a letter or a policy.
    Case,
}

/// The highest score of the lists that end at ten.
const TOP_SCORE: u32 = 10;

/// How many words before a number may tell what it is.
const WORDS: usize = 3;

/// How far back these words may stand, in characters.
pub(crate) const REACH: usize = 40;

/// What the number that starts at byte `at` is, as the nearest of the words before it says.
///
/// Other numbers may stand between a measurement and its values, but not between "BSN" and its number; and no other word
/// may stand behind those other numbers, nor the end of a sentence.
pub(crate) fn label_before(text: &str, at: usize) -> Option<Label> {
    let before = text.get(..at)?;
    if is_code(before) {
        return Some(Label::Telephone);
    }
    let start = before.char_indices().rev().take(REACH).last().map_or(0, |(at, _)| at);
    let before = before.get(start..)?.to_lowercase();
    if before.trim_end().ends_with('€') {
        return Some(Label::Measurement);
    }
    let right_before = word_right_before(&before);
    let names_citizen = || before.split(|c: char| !c.is_alphanumeric()).any(|word| is_citizen(word, word));
    // "Pomp 12 14 12" is how it runs, and no number on it.
    if EQUIPMENT.iter().any(|thing| right_before.ends_with(thing)) && is_in_one(text, at) && !names_citizen()
    {
        return Some(Label::Telephone);
    }
    if RIGHT_BEFORE.contains(&right_before) {
        return Some(Label::Measurement);
    }
    // "Gewicht 72 kg": the value is whole, and what follows is something else.
    if is_closed(&before) {
        return None;
    }
    // Only a citizen number is looked for over a line end, or over the end of what was said of something else.
    let own = before.rsplit(['\n', ';']).next().unwrap_or_default();
    let count =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let (mut left, sentence) = (count(own), count(last_sentence(own)));
    let mut read = 0;
    let mut words = 0;
    let mut joined = String::new();
    let (mut numbers, mut is_apart) = (false, false);
    let mut behind = None;
    let mut telephone = false;
    let mut parts = before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    while let Some(word) = parts.next().filter(|_| words < WORDS || telephone) {
        let is_own = left > 0;
        read += 1;
        left = left.saturating_sub(1);
        if word.chars().all(char::is_numeric) {
            numbers = true;
            // "ESAS 3 7 2 4 dochter": what comes now is not of the score.
            is_apart |= words > 0;
            continue;
        }
        joined.insert_str(0, word);
        if !numbers && is_citizen(word, &joined) {
            return Some(Label::Citizen);
        }
        if FILLERS.contains(&word) {
            continue;
        }
        words += 1;
        if words == 1 && is_own && !numbers && CASES.contains(&word) {
            return Some(Label::Case);
        }
        // Of what is unknown no number follows: "tel onbekend, 777386306".
        if telephone || behind.is_some_and(|word| UNKNOWN.contains(&word)) {
            behind = Some(word);
            continue;
        }
        if read <= sentence && !is_apart && is_measured(word) {
            return Some(match SCORES.contains(&word) {
                _ if numbers => Label::Measured,
                true => Label::Score,
                false => Label::Measurement,
            });
        }
        // Behind "kamers" stand numbers of rooms, and no number of nine digits.
        if words == 1 && is_own && PLACES.contains(&word) {
            return Some(if numbers { Label::Measured } else { Label::Measurement });
        }
        if is_own && !numbers && is_of_register(word) {
            // Of "BSN en tel:" nobody can say which number comes first.
            let mut names =
                parts.take(left).take_while(|word| !word.chars().all(char::is_numeric)).peekable();
            let is_denied = names.peek().is_some_and(|word| matches!(*word, "geen" | "no"));
            let is_both = names.any(|word| is_citizen(word, word));
            return (!is_both && !is_denied).then_some(Label::Telephone);
        }
        // What stands before it may still say that it is the citizen number of somebody.
        telephone = is_own && !numbers && is_number_of_somebody(word, behind);
        behind = Some(word);
    }
    telephone.then_some(Label::Telephone)
}

/// Whether the text ends with capitals that stand against the number behind them and are its kind: "ZD288092387".
fn is_code(before: &str) -> bool {
    const LONGEST: usize = 4;
    let letters = before.chars().rev().take_while(|c| c.is_alphanumeric()).count();
    let head = before.char_indices().rev().nth(letters.saturating_sub(1)).map_or(0, |(at, _)| at);
    let code = before.get(head..).unwrap_or_default();
    (1..=LONGEST).contains(&letters)
        && code.chars().all(|c| c.is_ascii_uppercase())
        && !NO_CODES.contains(&code)
        && !is_citizen(&code.to_lowercase(), "")
}

/// The digits that stand from byte `start` on as one number behind its label, whatever signs part them, and where they end; none where
/// they are more than a number has.
pub(crate) fn digits_behind(text: &str, start: usize) -> Option<(Vec<u8>, usize)> {
    const SEPARATOR: usize = 3;
    const MOST: usize = 11;
    let (mut digits, mut end) = (Vec::new(), start);
    let (mut between, mut joined) = (0, 0);
    let mut rest = text.get(start..)?;
    while let Some(sign) = rest.chars().next() {
        // "600 en dan 727853" is one number that somebody says in two halves.
        let word: String =
            rest.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        if joined < SEPARATOR && JOINING.contains(&word.as_str()) {
            (joined, between) = (joined + 1, 0);
            rest = rest.trim_start_matches(char::is_alphabetic);
            continue;
        }
        match read_value(sign) {
            Some(value) => {
                digits.push(value);
                (between, joined) = (0, 0);
                end = text.len() - rest.len() + sign.len_utf8();
            }
            None if sign.is_alphanumeric() || between == SEPARATOR => break,
            None => between += 1,
        }
        if digits.len() > MOST {
            return None;
        }
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    }
    Some((digits, end))
}

/// The number of groups that the word of a measurement before a chain covers: up to the end of its line or sentence, and of a
/// score up to what is none.
pub(crate) fn covered(chain: &Chain, label: Option<Label>) -> usize {
    if !matches!(label, Some(Label::Measurement | Label::Score | Label::Measured)) {
        return chain.groups.len();
    }
    let is_stop = |group: &Group| group.separator.is_some_and(|sign| sign.kind == '.' && !sign.tight);
    let mut scores = label == Some(Label::Score);
    let end = chain.groups.iter().enumerate().position(|(at, group)| {
        let exceeds = at > 0 && scores && group.digits.len() > 2;
        scores &= chain.value(group) <= TOP_SCORE;
        group.is_on_new_line() || is_stop(group) || exceeds
    });
    end.unwrap_or(chain.groups.len())
}

/// What follows the last full stop that ends a sentence.
fn last_sentence(line: &str) -> &str {
    let ends = |(at, _): &(usize, &str)| {
        let (before, behind) = line.split_at(*at);
        let stops = behind.chars().nth(1).is_some_and(char::is_whitespace);
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_number = word.chars().all(char::is_numeric);
        stops && !word.is_empty() && (is_number || word.chars().count() > 2 && !SHORT_FORMS.contains(&word))
    };
    line.rmatch_indices('.').find(ends).and_then(|(at, _)| line.get(at + 1..)).unwrap_or(line)
}

/// Whether the text ends with a value and its unit, in one word or more, or with a sign for it: "72 kg ", "72kg, ", "8 mmol/l", "94% ".
fn is_closed(before: &str) -> bool {
    let ends_with_digit = |text: &str| text.trim_end().ends_with(char::is_numeric);
    let mut rest = before.trim_end_matches(|c: char| c.is_whitespace() || ",;:([{-/|".contains(c));
    // "°" and "°C".
    let ends_with =
        |text: &str| UNIT_SIGNS.iter().any(|sign| text.strip_suffix(sign).is_some_and(ends_with_digit));
    if ends_with(rest) || ends_with(rest.trim_end_matches(char::is_alphabetic)) {
        return true;
    }
    let mut has_unit = false;
    for _ in 0..WORDS {
        let head = rest.trim_end_matches(char::is_alphabetic);
        let word = rest.get(head.len()..).unwrap_or_default();
        let is_unit = UNITS.contains(&word);
        if !is_unit && !RATES.contains(&word) {
            break;
        }
        has_unit |= is_unit;
        rest = head.trim_end_matches([' ', '/', '\u{b0}', '\u{ba}']);
    }
    has_unit && ends_with_digit(rest)
}

/// The word with which the text ends, where nothing else stands between it and its values.
fn word_right_before(before: &str) -> &str {
    let rest = before.trim_end_matches([' ', ':', '=']);
    let start = rest.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last().map(|(at, _)| at);
    start.and_then(|at| rest.get(at..)).unwrap_or_default()
}

/// Whether as many digits as a citizen number has stand from byte `at` on with nothing between them.
fn is_in_one(text: &str, at: usize) -> bool {
    const DIGITS: usize = 9;
    let rest = text.get(at..).unwrap_or_default();
    rest.chars().take(DIGITS + 1).take_while(|c| read_value(*c).is_some()).count() == DIGITS
}

/// Whether the digits that end at byte `at` are the end of a word that names a measurement: the two of "SpO2".
pub(crate) fn ends_measured(text: &str, at: usize) -> bool {
    const LONGEST: usize = 12;
    let before = text.get(..at).unwrap_or_default();
    let letters = before.char_indices().rev().take(LONGEST).take_while(|(_, c)| c.is_alphanumeric());
    let Some((start, first)) = letters.last() else { return false };
    let word = before.get(start..).unwrap_or_default().to_lowercase();
    first.is_alphabetic() && (is_measured(&word) || RIGHT_BEFORE.contains(&word.as_str()))
}

/// Whether a word names something that is measured, in any form: plural, or joined to another word.
pub(super) fn is_measured(word: &str) -> bool {
    // "Polisnummer" and "weeknummer" end otherwise, and so does "gewichtsnummer".
    let names_number = word.ends_with("nummer") || word.ends_with("nr");
    let known = |list: &[&str]| list.contains(&word);
    known(&MEASUREMENTS)
        || known(&MEDICINES)
        // One letter is an initial.
        || word.len() > 1 && known(&UNITS)
        || !names_number
            && (MEASURED_STEMS.iter().any(|stem| word.starts_with(stem))
                || MEASURED_TAILS.iter().any(|tail| word.ends_with(tail)))
}

/// Whether a word names a telephone, a register of something else than people, or the number of a thing.
fn is_of_register(word: &str) -> bool {
    let stem = ["nr", "nrs", "nummer", "nummers", "number"].iter().find_map(|tail| word.strip_suffix(tail));
    let full = stem.map(|stem| format!("{stem}nummer"));
    let known = |list: &[&str]| list.iter().any(|known| *known == word || full.as_deref() == Some(known));
    known(&TELEPHONES) || known(&REGISTERS) || stem.is_some_and(|thing| THINGS.contains(&thing))
}

/// "Nummer van dochter", "daughter's number": a number, and whose it is.
fn is_number_of_somebody(word: &str, behind: Option<&str>) -> bool {
    let behind = behind.unwrap_or_default();
    NUMBERS.contains(&word) && PEOPLE.contains(&behind) || PEOPLE.contains(&word) && NUMBERS.contains(&behind)
}

/// Whether a text is nothing but a name of the citizen number.
pub(crate) fn is_label(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut rest = words.by_ref().skip_while(|word| *word == "burger");
    let is_named = rest.next().is_some_and(|word| is_citizen(word, word) || word.starts_with("service"));
    is_named && words.all(|word| NUMBERS.contains(&word) || matches!(word, "is" | "no" | "service"))
}

pub(super) fn is_citizen(word: &str, joined: &str) -> bool {
    word.starts_with("bsn")
        || word.starts_with("sofi")
        || word.starts_with("citizen")
        || joined.starts_with("bsn")
        || joined.starts_with("burgerservice")
        || joined.starts_with("socialsecurity")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_tells() {
        for (text, label) in [
            ("BSN ", Some(Label::Citizen)),
            ("b.s.n.: ", Some(Label::Citizen)),
            ("B S N ", Some(Label::Citizen)),
            ("B.S.N.-nr. ", Some(Label::Citizen)),
            ("s n ", None),
            ("bsn-nummer is: ", Some(Label::Citizen)),
            ("Burger service nummer:\n", Some(Label::Citizen)),
            ("burgerservicenr. ", Some(Label::Citizen)),
            ("Sofinummer (oud) ", Some(Label::Citizen)),
            ("citizen service number ", Some(Label::Citizen)),
            ("BSN 123, ", None),
            ("RR ", Some(Label::Measurement)),
            ("NRS in rust: ", Some(Label::Score)),
            ("NRS 3 in rust: ", None),
            ("NRS 3, ", Some(Label::Measured)),
            ("NRS 3. ", None),
            ("geen pijn. ", None),
            ("sat. ", Some(Label::Measurement)),
            ("sat 94\n", None),
            ("ESAS 3 7 dochter ", None),
            ("temp 37 graden ", None),
            ("RR 120/80, ", Some(Label::Measured)),
            ("gewicht 72 kg; ", None),
            ("gewicht 72 kg ", None),
            ("gewicht 72kg, ", None),
            ("gewicht (kg) ", Some(Label::Measurement)),
            ("urine ml ", Some(Label::Measurement)),
            ("sat 94% ", None),
            ("gluc 8,1 mmol/l ", None),
            ("HF 72 slagen per min ", None),
            ("pols 72 per min ", None),
            ("temp 37,2 \u{b0}C ", None),
            ("RR 120/80 mmHg ", None),
            ("zaaknummer ", Some(Label::Case)),
            ("BSN onbekend, zaak ", Some(Label::Case)),
            ("tel onbekend, ", None),
            ("geen tel, ", None),
            ("tel: geen. ", None),
            ("tel volgt nog: ", None),
            ("telephone unknown: ", None),
            ("gewicht onbekend, ", None),
            ("polis onbekend, tel ", Some(Label::Telephone)),
            ("BSN onbekend, ", Some(Label::Citizen)),
            ("zaak van mw. ", None),
            ("polisnr.: ", Some(Label::Telephone)),
            ("tel; ", None),
            ("BSN en tel: ", None),
            ("BSN of anders tel: ", None),
            ("BSN 111222333, tel: ", Some(Label::Telephone)),
            ("BSN onbekend, pols ", Some(Label::Measurement)),
            ("€ ", Some(Label::Measurement)),
            ("tel.nr. ", Some(Label::Telephone)),
            ("mw. belt ", None),
            ("bloeddrukken ", Some(Label::Measurement)),
            ("saturaties van vannacht: ", Some(Label::Measurement)),
            ("temperaturen ", Some(Label::Measurement)),
            ("gewichten, ", Some(Label::Measurement)),
            ("suikerwaarden ", Some(Label::Measurement)),
            ("gewichtsnummer ", None),
            ("mw. Fictief G. ", None),
            ("nummer van dochter: ", Some(Label::Telephone)),
            ("nr. van haar zoon ", Some(Label::Telephone)),
            ("daughter's number ", Some(Label::Telephone)),
            ("te bereiken op ", Some(Label::Telephone)),
            ("nummer ", None),
            ("dochter ", None),
            ("BSN van dochter ", Some(Label::Citizen)),
            ("BSN-nummer van dochter ", Some(Label::Citizen)),
            ("burger service nummer van zijn zoon ", Some(Label::Citizen)),
            ("", None),
        ] {
            assert_eq!(label_before(text, text.len()), label, "{text:?}");
        }
    }

    #[test]
    fn the_words_are_in_order_and_each_once() {
        let lists = [&MEASUREMENTS[..], &SCORES[..], &SHORT_FORMS[..], &TELEPHONES[..], &CASES[..]];
        for words in lists.into_iter().chain([&MEDICINES[..], &REGISTERS[..], &EQUIPMENT[..]]) {
            let mut sorted = words.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), words.len());
            assert!(words.iter().all(|word| *word == word.to_lowercase()));
        }
    }
}
