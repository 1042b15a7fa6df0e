//! Which texts are the same to a person.

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
    let fits = |words, wanted| fit(&searched(words), &plain(wanted));
    assert_eq!(fits("A. de Wit, huisarts", "de wi"), Some(Fit::Begins));
    assert_eq!(fits("(Élise)", "eli"), Some(Fit::Begins));
    assert_eq!(fits("A. de Wit", "wi it"), Some(Fit::Within));
    assert_eq!(fits("M. Vos", "os"), Some(Fit::Within));
    assert_eq!(fits("M. Vos", "m x"), None);
    assert_eq!(fits("M. Vos", ""), Some(Fit::Begins));
}

/// Names as they stand in a notebook, and as somebody types them who looks for them.
#[test]
fn a_name_is_found_with_and_without_what_joins_its_parts() {
    for (stands, typed) in [
        ("O'Brien", "OBrien obrien o'brien o’brien brien o'b obri"),
        ("OBrien", "o'brien O’Brien"),
        ("O Brien", "o'brien"),
        ("d'Hondt", "dHondt d'hondt hondt d’Hondt"),
        ("mevr. D'Hondt-Smit (1940)", "dhondt smit hondt-smit d'hondt-smit dhondtsmit d'hondt"),
        ("Jan-Peter de Wit", "JP jan-peter janpeter jan peter J.P. j-p"),
        ("J.P. de Wit", "JP jp J.P. j.p J-P"),
        ("J. P. de Wit", "JP J.P."),
        ("JP de Wit", "J.P. j.p. JP"),
        ("J.-P. de Wit", "jp J.-P."),
        ("Jan Peter", "jan-peter"),
        ("JanPeter", "jan-peter"),
        ("De Wit-Vos", "wit-vos witvos vos"),
        ("De Wit Vos", "wit-vos"),
        ("Anne-Marie", "annemarie am anne"),
        ("Annemarie", "anne-marie"),
        ("'s-Gravenhage", "sgravenhage 's-gravenhage gravenhage"),
        ("In 't Veld", "'t t veld"),
        ("Sint-Jan (PaTz)", "sintjan sint-jan"),
        ("belt met O'Brien, huisarts.", "obrien obrien huisarts"),
    ] {
        for typed in typed.split(' ').filter(|typed| *typed != "st") {
            assert!(fit(&searched(stands), &plain(typed)).is_some(), "{typed:?} in {stands:?}");
        }
    }
    for (stands, typed) in [
        ("O'Brien", "obryen"),
        ("12-11-2026", "1211 12-112"),
        ("1.5 mg", "15"),
        ("Jan-Peter", "jpd jt"),
        ("op de stoel", "opde stoe-la"),
        ("Jan", "-"),
        ("Jan", "'-."),
        ("De heer A. Vos", "avos"),
    ] {
        for typed in typed.split(' ') {
            assert_eq!(fit(&searched(stands), &plain(typed)), None, "{typed:?} in {stands:?}");
        }
    }
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
        ("Œ. Fictief", "OE. fictief"),
        ("Sœur Fictief", "Soeur Fictief"),
        ("Fictief Æ.", "fictief ae."),
        ("Fictief GROẞ", "fictief gross"),
        ("D'Hond", "D`Hond"),
        ("D'Hond", "D\u{B4}Hond"),
        ("D'Hond", "D\u{2018}Hond"),
        ("D'Hond", "D\u{2032}Hond"),
        ("D'Hond", "D\u{FF07}Hond"),
        ("D'Hond", "D\u{2BB}Hond"),
        ("D'Hond", "D\u{FF40}Hond"),
        ("De Wit-Vos", "De Wit\u{2010}Vos"),
        ("De Wit-Vos", "De Wit\u{2012}Vos"),
        ("De Wit-Vos", "De Wit\u{2014}Vos"),
        ("De Wit-Vos", "De Wit\u{2015}Vos"),
        ("De Wit-Vos", "De Wit\u{2212}Vos"),
        ("De Wit-Vos", "De Wit\u{FF0D}Vos"),
        ("De Wit-Vos", "De Wit\u{FE63}Vos"),
        ("De Wit-Vos", "De Wit\u{FE58}Vos"),
        ("De Wit-Vos", "De Wit\u{2043}Vos"),
        ("Fictief N.", "Fictief\u{2060} N.\u{E0100}"),
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
    for (one, other) in [
        ("M. Vós", "m vos"),
        ("De Wit-Vos", "De Wit Vos"),
        ("De Wit-Vos", "De Wit \u{2013} Vos"),
        ("J.-P. Vos", "JP Vos"),
        ("J. 't Hoen", "J. \u{2019}t Hoen"),
        ("J. van \u{2019}t Hoff", "J. van\u{B4}t Hoff"),
        ("J. van 't Hoff", "J. van't Hoff"),
        ("In 't Veld", "In`t Veld"),
        ("D'Hond", "Dhond"),
        ("Sørensen", "Sorensen"),
        ("Ǽ. Fictief", "AE. Fictief"),
        ("Œlan", "Oelan"),
        ("Weiß", "Weiss"),
        ("Łukasz", "Lukasz"),
    ] {
        assert_eq!(plain_name(one), plain_name(other), "shown beside each other: {one} {other}");
    }
    assert!(has_words(&plain_name("J. 't Hoen"), &plain_name("\u{2019}t Hoen")));
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
    let western = (0..=0xFF_u8).map(char::from).filter(|sign| is_western(*sign));
    for sign in western.clone() {
        for text in [format!("A{sign}b"), format!("{sign}A "), format!(" A{sign}{sign}B{sign}")] {
            let long = folded_by_rules(&text);
            assert_eq!(folded(&text), long, "{text:?}");
            if sign.is_ascii() {
                assert_eq!(plain(&text), long, "{text:?}");
            }
        }
    }
    assert_eq!(western.count(), 0x80 + 0x40);
}

#[test]
fn accents_go_sign_by_sign_as_from_the_whole_text() {
    for text in ["Café", "e\u{301}\u{323}a", "\u{1EC7}", "각 \u{AC00}", "İstanbul", "\u{F73}x", "ǭ", "ﬁ½"]
    {
        let whole = folded(text);
        let whole: String =
            whole.nfd().filter(|sign| !is_combining_mark(*sign)).map(without_stroke).collect();
        assert_eq!(plain(text), whole, "{text:?}");
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

/// Names that look alike on a list, and some that do not.
#[test]
fn what_looks_alike_is_seen_as_one() {
    for (one, other) in [
        ("Mw. Café Jansen", "mw café<U+200B> jansen"),
        ("Mw. Café Jansen", "Mw. Cafe\u{AD} Jansen"),
        ("Zoë IJzerman", "Zoe\u{FE0E} Ĳzerman"),
        ("Anne-Marie", "Annemarie"),
        ("Bos / Vis", "Bos/Vis"),
        ("K12", "K 12"),
        ("Kamer ½", "Kamer 1/2"),
        ("d'Ancona-Müller", "dAncona Muller"),
    ] {
        assert_eq!(seen_name(one), seen_name(other), "{one:?} {other:?}");
    }
    for (one, other) in
        [("Kamer 1 12", "Kamer 11 2"), ("A <U+0041>", "A"), ("A <U+200B", "A"), ("A. Vos", "B. Vos")]
    {
        assert_ne!(seen_name(one), seen_name(other), "{one:?} {other:?}");
    }
    assert!(same("a<U+200B>b", "ab") && !same("a<U+0062>", "ab") && !same("a<U+", "a"));
}
