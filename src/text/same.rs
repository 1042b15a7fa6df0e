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

/// Whether two texts are the same to a person.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

/// The form in which one searches, and in which texts that are easily taken for each other are equal: without accents, and with the
/// letter that somebody types who does not have the other one on the keyboard.
#[must_use]
pub fn plain(text: &str) -> String {
    folded(text).nfd().filter(|sign| !is_combining_mark(*sign)).map(without_stroke).collect()
}

/// Letters whose dot or stroke is no accent to Unicode.
fn without_stroke(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ħ' => 'h',
        other => other,
    }
}

/// A passphrase as it is used: composed, and with ordinary spaces, whatever the keyboard made of them (RFC 8265, the
/// OpaqueString profile).
#[must_use]
pub fn opaque(passphrase: &str) -> String {
    let spaced = passphrase.chars().map(|sign| if is_space(sign) { ' ' } else { sign });
    spaced.nfc().collect()
}

/// The forms in which a passphrase may have been used before, the present one first, each once.
#[must_use]
pub fn passphrase_forms(passphrase: &str) -> Vec<String> {
    let mut forms = vec![opaque(passphrase)];
    for form in [passphrase.to_owned(), passphrase.nfc().collect(), passphrase.nfd().collect()] {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
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

    #[test]
    fn folding_twice_changes_nothing() {
        let signs = (0..=0x2_FFFF_u32).filter_map(char::from_u32);
        for sign in signs {
            let once = folded(&format!("a{sign}b"));
            assert_eq!(folded(&once), once, "{sign:?} U+{:04X}", u32::from(sign));
        }
    }

    #[test]
    fn a_passphrase_is_composed_and_keeps_everything_else() {
        for (typed, used) in [
            ("kop caf\u{65}\u{301} trein", "kop café trein"),
            ("kop\u{A0}thee", "kop thee"),
            ("Hoofd  Letters ", "Hoofd  Letters "),
            ("ĳs", "ĳs"),
        ] {
            assert_eq!(opaque(typed), used);
        }
        assert_eq!(passphrase_forms("alleen gewone letters").len(), 1, "nobody waits twice for these");
        assert_eq!(passphrase_forms("café"), ["café", "cafe\u{301}"]);
        assert_eq!(passphrase_forms("cafe\u{301}"), ["café", "cafe\u{301}"]);
    }
}
