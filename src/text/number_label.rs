//! The words before a number that say what it is.

/// What a number is, as the words before it say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A citizen number.
    Citizen,
    /// A score, a vital sign or an amount.
    Measurement,
    /// The same, of which a value stands before this number already.
    Measured,
    /// A telephone number.
    Telephone,
}

/// How many words before a number may tell what it is.
const WORDS: usize = 3;

/// How far back these words may stand, in characters.
pub(crate) const REACH: usize = 40;

/// Words of measurements and of what is counted, as people write them.
const MEASUREMENTS: [&str; 77] = [
    "ademfrequentie",
    "ademhaling",
    "af",
    "ah",
    "angst",
    "bd",
    "benauwd",
    "benauwdheid",
    "bloeddruk",
    "bloedsuiker",
    "bp",
    "breathing",
    "bs",
    "crp",
    "diast",
    "diastolisch",
    "dosis",
    "dos",
    "dss",
    "ecog",
    "esas",
    "eur",
    "euro",
    "gewicht",
    "glucose",
    "hartfrequentie",
    "hartslag",
    "hb",
    "hf",
    "hr",
    "karnofsky",
    "kcal",
    "kg",
    "kps",
    "lastmeter",
    "mews",
    "mg",
    "misselijkheid",
    "ml",
    "moeheid",
    "news",
    "nrs",
    "o2",
    "pain",
    "pijn",
    "pijnscore",
    "pijnscores",
    "pols",
    "polsen",
    "pps",
    "pulse",
    "resp",
    "rr",
    "sat",
    "saturatie",
    "score",
    "scores",
    "spo2",
    "syst",
    "systolisch",
    "temp",
    "temperatuur",
    "uso",
    "vas",
    "weight",
    "waarden",
    "metingen",
    "bse",
    "egfr",
    "kalium",
    "kreat",
    "kreatinine",
    "ldh",
    "leuko",
    "natrium",
    "trombo",
    "trombocyten",
];

/// Words of telephones.
const TELEPHONES: [&str; 16] = [
    "doorkies",
    "doorkiesnummer",
    "fax",
    "gsm",
    "kamertel",
    "kamernummer",
    "mob",
    "mobiel",
    "mobile",
    "phone",
    "tel",
    "telefoon",
    "telefoonnummer",
    "telefoonnr",
    "telnr",
    "telephone",
];

/// What the number that starts at byte `at` is, as the nearest of the words before it says.
///
/// Other numbers may stand between a measurement and its values, but not between "BSN" and its number.
pub(crate) fn label_before(text: &str, at: usize) -> Option<Label> {
    let before = text.get(..at)?;
    let start = before.char_indices().rev().take(REACH).last().map_or(0, |(at, _)| at);
    let before = before.get(start..)?.to_lowercase();
    if before.trim_end().ends_with('€') {
        return Some(Label::Measurement);
    }
    // Only a citizen number is looked for over a line end, or over the end of what was said of something else.
    let own = before.rsplit(['\n', ';']).next().unwrap_or_default();
    let mut left = own.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let mut words = 0;
    let mut joined = String::new();
    let mut numbers = false;
    let mut parts = before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    while let Some(word) = parts.next().filter(|_| words < WORDS) {
        let is_own = left > 0;
        left = left.saturating_sub(1);
        if word.chars().all(char::is_numeric) {
            numbers = true;
            continue;
        }
        words += 1;
        joined.insert_str(0, word);
        if !numbers && is_citizen(word, &joined) {
            return Some(Label::Citizen);
        }
        if is_own && MEASUREMENTS.contains(&word) {
            return Some(if numbers { Label::Measured } else { Label::Measurement });
        }
        if is_own && !numbers && TELEPHONES.contains(&word) {
            // Of "BSN en tel:" nobody can say which number comes first.
            let mut names = parts.take(left).take_while(|word| !word.chars().all(char::is_numeric));
            let is_both = names.any(|word| is_citizen(word, word));
            return (!is_both).then_some(Label::Telephone);
        }
    }
    None
}

fn is_citizen(word: &str, joined: &str) -> bool {
    word.starts_with("bsn")
        || word.starts_with("sofi")
        || word.starts_with("citizen")
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
            ("b.s.n.: ", None),
            ("bsn-nummer is: ", Some(Label::Citizen)),
            ("Burger service nummer:\n", Some(Label::Citizen)),
            ("burgerservicenr. ", Some(Label::Citizen)),
            ("Sofinummer (oud) ", Some(Label::Citizen)),
            ("citizen service number ", Some(Label::Citizen)),
            ("BSN 123, ", None),
            ("RR ", Some(Label::Measurement)),
            ("NRS in rust: ", Some(Label::Measurement)),
            ("RR 120/80, ", Some(Label::Measured)),
            ("gewicht 72 kg; ", None),
            ("gewicht 72 kg ", Some(Label::Measurement)),
            ("tel; ", None),
            ("BSN en tel: ", None),
            ("BSN of anders tel: ", None),
            ("BSN 111222333, tel: ", Some(Label::Telephone)),
            ("BSN onbekend, pols ", Some(Label::Measurement)),
            ("€ ", Some(Label::Measurement)),
            ("tel.nr. ", Some(Label::Telephone)),
            ("mw. belt ", None),
            ("", None),
        ] {
            assert_eq!(label_before(text, text.len()), label, "{text:?}");
        }
    }

    #[test]
    fn the_words_are_in_order_and_each_once() {
        for words in [&MEASUREMENTS[..], &TELEPHONES[..]] {
            let mut sorted = words.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), words.len());
            assert!(words.iter().all(|word| *word == word.to_lowercase()));
        }
    }
}
