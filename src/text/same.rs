//! Texts that are the same to a person although their characters differ.
//!
//! Two computers write é in two ways, a text processor puts no-break spaces and curly apostrophes, and ĳ is one sign on
//! some keyboards. Names, groups and labels are compared here, so that nobody stands in the notebook twice unseen.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form in which texts that look the same are equal.
///
/// Composed and decomposed accents, ligatures and wide forms, capitals, white space of any kind and number, hyphens and
/// apostrophes of any kind, and what nobody sees make no difference. An accent does: "René" is not "Rene".
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return folded_ascii(text);
    }
    let mut folded = String::with_capacity(text.len());
    let signs = text.nfkc().flat_map(char::to_lowercase);
    // Lowering may take a sign apart again: İ is i with a dot above.
    let signs = signs.nfkc();
    let mut space = false;
    for sign in signs {
        match sign {
            sign if is_unseen(sign) => continue,
            sign if sign.is_whitespace() => space = true,
            sign => {
                if std::mem::take(&mut space) && !folded.is_empty() {
                    folded.push(' ');
                }
                match sign {
                    'ß' => folded.push_str("ss"),
                    'ς' => folded.push('σ'),
                    '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
                    '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{B4}' | '`' => folded.push('\''),
                    '\u{201C}'..='\u{201F}' => folded.push('"'),
                    sign => folded.push(sign),
                }
            }
        }
    }
    folded
}

/// The same of what has only ordinary signs, as nearly all names and labels have.
fn folded_ascii(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().map(|sign| if sign == '`' { '\'' } else { sign.to_ascii_lowercase() }));
    }
    folded
}

/// The form by which texts are put in the order in which a person looks for them: as [`folded`], and numbers by what they are worth,
/// so that "patiënt 2" comes before "patiënt 10".
#[must_use]
pub fn in_order(text: &str) -> String {
    let folded = folded(text);
    let mut ordered = String::with_capacity(folded.len() + 1);
    let mut rest = folded.as_str();
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, digits) = rest.split_at(at);
        let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        let number = number.trim_start_matches('0');
        ordered.push_str(before);
        // More digits are worth more: how many there are stands before them, as a sign that comes no sooner than a digit.
        let length = u32::try_from(number.len()).unwrap_or(u32::MAX).saturating_add(u32::from('0'));
        ordered.push(char::from_u32(length).unwrap_or(char::MAX));
        ordered.push_str(number);
        rest = after;
    }
    ordered.push_str(rest);
    ordered
}

/// Whether two texts are the same to a person.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

/// The form in which one searches, and in which texts that are easily taken for each other are equal: without accents, and with the
/// letter that somebody types who does not have the other one on the keyboard.
#[must_use]
pub fn plain(text: &str) -> String {
    let folded = folded(text);
    if folded.is_ascii() {
        return folded;
    }
    folded.nfd().filter(|sign| !is_combining_mark(*sign)).map(without_stroke).collect()
}

/// How well `words` answer what somebody typed, both in the form in which one searches: best where every word of it begins a word,
/// less where some only occur within one; `None` where one is missing.
#[must_use]
pub fn fit(words: &str, wanted: &str) -> Option<Fit> {
    let begins = |word: &str| {
        let before = |at: usize| words.get(..at).and_then(|before| before.chars().next_back());
        words.match_indices(word).any(|(at, _)| before(at).is_none_or(|sign| !sign.is_alphanumeric()))
    };
    let mut wanted = wanted.split_whitespace();
    let fits = |fit, word: &str| match fit {
        Fit::Begins if begins(word) => Some(Fit::Begins),
        _ => words.contains(word).then_some(Fit::Within),
    };
    wanted.try_fold(Fit::Begins, fits)
}

/// How well words answer what somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Words begin with it.
    Begins,
    /// It occurs within words.
    Within,
}

/// The Latin letter for which one is taken whose dot or stroke is no accent to Unicode, or that is of another alphabet.
fn without_stroke(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ħ' => 'h',
        // Letters of other alphabets that look like these, as capital or as small letter.
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'е' | 'ε' => 'e',
        'н' | 'η' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'х' | 'χ' => 'x',
        'у' | 'υ' => 'y',
        'ζ' => 'z',
        other => other,
    }
}

/// The form in which names of people that are the same are equal: as [`folded`], and whatever points and spaces are in the
/// initials. "M. Vos" is "m vos", and "J.P. de Wit" is "JP de Wit".
#[must_use]
pub fn name(text: &str) -> String {
    initials(&folded(text))
}

/// The form in which names of people that are easily taken for each other are equal: as [`name`], without accents.
#[must_use]
pub fn plain_name(text: &str) -> String {
    initials(&plain(text))
}

/// Whether two names are the same to a person.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    one == other || name(one) == name(other)
}

/// Whether `wanted` stands in a name as whole words, both as [`plain_name`]: "de wit" in "a de wit".
#[must_use]
pub fn has_words(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && format!(" {name} ").contains(&format!(" {wanted} "))
}

/// Whether a word of a name begins with `wanted`, with what follows it, both as [`plain_name`]: "de w" in "a de wit".
#[must_use]
pub fn has_beginning(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && format!(" {name}").contains(&format!(" {wanted}"))
}

/// A name without points, and with the initials that follow each other as one word.
fn initials(folded: &str) -> String {
    let mut joined = String::with_capacity(folded.len());
    let mut after_initial = false;
    for word in folded.split([' ', '.']).filter(|word| !word.is_empty()) {
        let is_initial = word.chars().filter(|sign| !is_combining_mark(*sign)).count() == 1
            && word.chars().all(char::is_alphabetic);
        let joins = is_initial && after_initial;
        if !joins && !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
        after_initial = is_initial;
    }
    joined
}

/// A passphrase as it is used: what a keyboard or a text processor makes of the same keys is the same.
///
/// Composed (RFC 8265, the OpaqueString profile), with one ordinary space between words and none around them, straight quotes
/// and hyphens, ĳ and ligatures as letters, "…" as three points, and without what nobody sees. Capitals and accents count.
#[must_use]
pub fn canonical(passphrase: &str) -> String {
    let mut plain = String::with_capacity(passphrase.len());
    for sign in passphrase.chars() {
        match sign {
            '\u{2026}' => plain.push_str("..."),
            '\u{FB00}'..='\u{FB06}' => plain.extend(std::iter::once(sign).nfkc()),
            '\u{BC}' => plain.push_str("1/4"),
            '\u{BD}' => plain.push_str("1/2"),
            '\u{BE}' => plain.push_str("3/4"),
            sign => plain.push(sign),
        }
    }
    straight(&plain)
}

/// A passphrase as it was used before ligatures and points were taken apart.
fn straight(passphrase: &str) -> String {
    let mut plain = String::with_capacity(passphrase.len());
    for sign in passphrase.chars() {
        match sign {
            sign if is_unseen(sign) => {}
            '\u{132}' => plain.push_str("IJ"),
            '\u{133}' => plain.push_str("ij"),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2018}'..='\u{201B}' | '\u{2BC}' | '\u{B4}' | '`' | '\u{2032}' => plain.push('\''),
            '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{2033}' => plain.push('"'),
            sign => plain.push(sign),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// A passphrase as it was used before it was [`canonical`]: composed, and with ordinary spaces.
fn opaque(passphrase: &str) -> String {
    let spaced = passphrase.chars().map(|sign| if is_space(sign) { ' ' } else { sign });
    spaced.nfc().collect()
}

/// The forms in which a passphrase may have been used before, the present one first, each once: five at most, because each
/// costs as much as a try, and one for what has no sign that is written in more ways.
///
/// Before there was one form, what a text processor or a keyboard had made of it was used: curly quotes, ĳ as one sign.
#[must_use]
pub fn passphrase_forms(passphrase: &str) -> Vec<String> {
    const MOST: usize = 5;
    let present = canonical(passphrase);
    let before = [
        straight(passphrase),
        opaque(passphrase),
        passphrase.to_owned(),
        with_one_sign(&present),
        with_curly_quotes(&present),
        with_one_ij(&present),
        with_one_ij(&with_curly_quotes(&present)),
        passphrase.nfc().collect(),
        passphrase.nfd().collect(),
    ];
    let mut forms = vec![present];
    for form in before {
        if !forms.contains(&form) && forms.len() < MOST {
            forms.push(form);
        }
    }
    forms
}

/// A text as a text processor writes its straight quotes: the first of two opens, the other closes.
fn with_curly_quotes(text: &str) -> String {
    let mut is_open = false;
    let curly = text.chars().map(|sign| match sign {
        '\'' => '\u{2019}',
        '"' => {
            is_open = !is_open;
            if is_open { '\u{201C}' } else { '\u{201D}' }
        }
        sign => sign,
    });
    curly.collect()
}

/// A text with three points, and what a text processor makes of parts of one, as one sign.
fn with_one_sign(text: &str) -> String {
    let pairs = [("...", "\u{2026}"), ("1/4", "\u{BC}"), ("1/2", "\u{BD}"), ("3/4", "\u{BE}")];
    pairs.iter().fold(text.to_owned(), |text, (plain, sign)| text.replace(plain, sign))
}

/// A text with ij as one sign.
fn with_one_ij(text: &str) -> String {
    text.replace("ij", "\u{133}").replace("IJ", "\u{132}")
}

/// Spaces that a keyboard may give for the space bar.
fn is_space(sign: char) -> bool {
    sign.is_whitespace() && !sign.is_control()
}

/// Characters that take no place and carry no meaning in a name.
fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_in_the_order_of_their_numbers() {
        let mut labels = [
            "Patiënt 10",
            "patiënt 2",
            "Patiënt 1",
            "Patiënt 100",
            "patiënt 2b",
            "Patiënt 010",
            "B. 3",
            "Patiënt",
            "2 zussen",
            "10 broers",
            "Patiënt 2 van 10",
            "Patiënt 2 van 9",
            "Zuid",
        ];
        labels.sort_by_cached_key(|label| (in_order(label), *label));
        let wanted = [
            "2 zussen",
            "10 broers",
            "B. 3",
            "Patiënt",
            "Patiënt 1",
            "patiënt 2",
            "Patiënt 2 van 9",
            "Patiënt 2 van 10",
            "patiënt 2b",
            "Patiënt 010",
            "Patiënt 10",
            "Patiënt 100",
            "Zuid",
        ];
        assert_eq!(labels, wanted);
        let huge = "9".repeat(70_000);
        assert!(in_order(&huge) > in_order("1") && in_order("0") < in_order("1"));
    }

    #[test]
    fn the_beginning_of_a_word_fits_better_than_what_stands_within_one() {
        let fits = |words, wanted| fit(&plain(words), &plain(wanted));
        assert_eq!(fits("A. de Wit, huisarts", "de wi"), Some(Fit::Begins));
        assert_eq!(fits("(Élise)", "eli"), Some(Fit::Begins));
        assert_eq!(fits("A. de Wit", "wi it"), Some(Fit::Within));
        assert_eq!(fits("M. Vos", "os"), Some(Fit::Within));
        assert_eq!(fits("M. Vos", "m x"), None);
        assert_eq!(fits("M. Vos", ""), Some(Fit::Begins));
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (one, other) in [
            ("Fictief É.", "Fictief E\u{301}."),
            ("Fictief Noord", "Fictief\u{A0}Noord"),
            ("Fictief Noord", "  Fictief   Noord "),
            ("Fictief Noord", "Fictief\tNoord"),
            ("Fictief Noord", "Fictief\u{2009}Noord"),
            ("Fictief Noord", "Fictief\u{3000}Noord"),
            ("Fictief Noord", "Fictief\u{202F}Noord"),
            ("Fictief Noord", "Fictief\nNoord"),
            ("Fictief Noord", "FICTIEF noord"),
            ("Fictief IJ.", "Fictief \u{132}."),
            ("fictief ij", "Fictief \u{133}"),
            ("Fictief J\u{301}.", "fictief j\u{301}."),
            ("René", "RENE\u{301}"),
            ("Zoë", "zoe\u{308}"),
            ("Straße", "STRASSE"),
            ("Ångström", "A\u{30A}ngstro\u{308}m"),
            ("Å", "\u{212B}"),
            ("ﬁctief", "fictief"),
            ("Ｆictief", "Fictief"),
            ("'t Hoen", "\u{2019}t Hoen"),
            ("'t Hoen", "\u{2BC}t Hoen"),
            ("De Wit-Vos", "De Wit\u{2011}Vos"),
            ("De Wit-Vos", "De Wit\u{2013}Vos"),
            ("Fictief N.", "Fic\u{AD}tief N."),
            ("Fictief N.", "\u{FEFF}Fictief N."),
            ("Fictief N.", "Fictief\u{200B} N."),
            ("İ", "i\u{307}"),
            ("ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"),
            ("Ñ", "n\u{303}"),
            ("ế", "e\u{302}\u{301}"),
            ("", "   "),
        ] {
            assert!(same(one, other), "{one:?} {other:?}: {:?} {:?}", folded(one), folded(other));
            assert!(same(other, one));
            assert_eq!(plain(one), plain(other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_looks_different_is_different() {
        for (one, other) in [
            ("René", "Rene"),
            ("Fictief A.", "Fictief B."),
            ("Fictief Noord", "FictiefNoord"),
            ("Fictief A", "Fictief A."),
            ("Ada", "Adą"),
            ("ij", "y"),
            ("De Wit-Vos", "De Wit Vos"),
        ] {
            assert!(!same(one, other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn initials_are_the_same_however_they_are_written() {
        for (one, other) in [
            ("M. Vos", "m vos"),
            ("M. Vos", "M.Vos"),
            ("M. Vos", "M Vos."),
            ("M. Vos", " m.  VOS "),
            ("J.P. de Wit", "JP de Wit"),
            ("J.P. de Wit", "j. p. de wit"),
            ("J.P. de Wit", "j p de wit"),
            ("dr. Vos", "Dr Vos"),
            ("Fictief A.", "fictief a"),
            ("Fictief É.", "Fictief E\u{301}"),
            ("Fictief A. (1940)", "fictief a (1940)"),
            ("M.\u{A0}Vos", "M. Vos"),
        ] {
            assert!(same_name(one, other), "{one:?} {other:?}: {:?} {:?}", name(one), name(other));
            assert_eq!(plain_name(one), plain_name(other), "{one:?} {other:?}");
        }
        for (one, other) in [
            ("M. Vos", "Vos"),
            ("M. Vos", "N. Vos"),
            ("M. Vos", "Mvos"),
            ("M. Vós", "M. Vos"),
            ("J.P. de Wit", "J. de Wit"),
            ("Fictief A.", "Fictief A.B."),
        ] {
            assert!(!same_name(one, other), "{one:?} {other:?}");
        }
        assert_eq!(plain_name("M. Vós"), plain_name("m vos"), "shown beside each other");
        let name = plain_name("A. de Wit");
        for (wanted, whole, beginning) in [
            ("De Wit", true, true),
            ("wit", true, true),
            ("a de wit", true, true),
            ("de w", false, true),
            ("a", true, true),
            ("it", false, false),
            ("wit a", false, false),
            ("", false, false),
        ] {
            let wanted = plain_name(wanted);
            assert_eq!(
                (has_words(&name, &wanted), has_beginning(&name, &wanted)),
                (whole, beginning),
                "{wanted}"
            );
        }
    }

    #[test]
    fn a_search_knows_no_accents() {
        for (text, wanted) in [
            ("René", "rene"),
            ("Zoë", "ZOE"),
            ("É\u{327}", "e"),
            ("\u{132}", "ij"),
            ("Işık", "isik"),
            ("Søren", "soren"),
        ] {
            assert_eq!(plain(text), plain(wanted), "{text} {wanted}");
        }
    }

    /// What has only ordinary signs goes a shorter way, and one sign of another kind sends it the long one.
    #[test]
    fn ordinary_signs_are_folded_as_all_others() {
        for sign in (0..0x80_u8).map(char::from) {
            for text in [format!("A{sign}b"), format!("{sign}A "), format!(" A{sign}{sign}B{sign}")] {
                let long = folded(&format!("{text}\u{AD}"));
                assert_eq!(folded(&text), long, "{text:?}");
                assert_eq!(plain(&text), long, "{text:?}");
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        let signs = (0..=0x2_FFFF_u32).filter_map(char::from_u32);
        for sign in signs {
            let once = folded(&format!("a{sign}b"));
            assert_eq!(folded(&once), once, "{sign:?} U+{:04X}", u32::from(sign));
        }
    }

    #[test]
    fn a_passphrase_is_what_its_keys_are() {
        for (typed, used) in [
            ("kop caf\u{65}\u{301} trein", "kop café trein"),
            ("kop\u{A0}thee", "kop thee"),
            ("kop  thee", "kop thee"),
            (" kop thee ", "kop thee"),
            ("kop thee\t", "kop thee"),
            ("kop\u{200B}thee\u{FEFF}", "kopthee"),
            ("Hoofd Letters", "Hoofd Letters"),
            ("ĳs en Ĳs", "ijs en IJs"),
            ("auto\u{2019}s", "auto's"),
            ("auto\u{2BC}s", "auto's"),
            ("\u{201C}ja\u{201D}", "\"ja\""),
            ("\u{201E}ja\u{201D}", "\"ja\""),
            ("af\u{2011}en\u{2013}toe", "af-en-toe"),
            ("cafe", "cafe"),
            ("thee\u{2026} of niet", "thee... of niet"),
            ("\u{FB01}ets en stra\u{FB00}e", "fiets en straffe"),
            ("\u{BD} brood", "1/2 brood"),
        ] {
            assert_eq!(canonical(typed), used);
            assert_eq!(canonical(used), used);
            let forms = passphrase_forms(typed);
            assert!(forms.contains(&typed.to_owned()), "what was set as it was typed still opens: {typed:?}");
            assert!(forms.contains(&opaque(typed)) && forms.len() <= 5, "{forms:?}");
        }
        // What was set before there was one form opens by the plain keys.
        for (set, typed) in [
            ("\u{133}s en thee", "ijs en thee"),
            ("\u{132}s en thee", "IJs en thee"),
            ("auto\u{2019}s en thee", "auto's en thee"),
            ("\u{201C}ja\u{201D} en thee", "\"ja\" en thee"),
            ("foto\u{2019}s van \u{133}s", "foto's van ijs"),
            ("thee\u{2026} of niet", "thee... of niet"),
            ("\u{BD} brood", "1/2 brood"),
            ("auto's\u{2026} en thee", "auto\u{2019}s\u{2026} en thee"),
            ("auto's \u{FB01}ets", "auto\u{2019}s \u{FB01}ets"),
            ("pr\u{133}s caf\u{65}\u{301}", "pr\u{133}s caf\u{65}\u{301}"),
        ] {
            let forms = passphrase_forms(typed);
            assert!(forms.contains(&set.to_owned()) && forms.len() <= 5, "{set}: {forms:?}");
            assert_eq!(canonical(set), canonical(typed));
        }
        let worst = passphrase_forms(" \u{A0}\u{2019}e\u{301}é ĳ ");
        assert!(worst.len() <= 5, "{worst:?}");
        assert_eq!(passphrase_forms("alleen gewone letters").len(), 1, "nobody waits twice for these");
        assert_eq!(passphrase_forms("café"), ["café", "cafe\u{301}"]);
        assert_eq!(passphrase_forms("cafe\u{301}"), ["café", "cafe\u{301}"]);
    }
}
