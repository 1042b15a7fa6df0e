//! Citizen numbers however their digits are parted, and what is parted like one and is none.

use crate::text::citizen_number::{find, without};

/// What people put between three groups of a number; `#` is the digits.
const THREE: [&str; 44] = [
    "### ### ###",
    "###  ###  ###",
    "###   ### ###",
    "###\u{A0}###\u{A0}###",
    "###\u{2009}###\u{2009}###",
    "###\u{202F}###\u{202F}###",
    "###\t###\t###",
    "###.###.###",
    "###. ###. ###",
    "### . ### . ###",
    "###-###-###",
    "###\u{2013}###\u{2013}###",
    "###\u{2011}###\u{2011}###",
    "###\u{2212}###\u{2212}###",
    "### - ### - ###",
    "###--###--###",
    "###/###/###",
    "### / ### / ###",
    "###//###//###",
    "###\\###\\###",
    "###,###,###",
    "###, ###, ###",
    "###;###;###",
    "###; ###; ###",
    "### ; ### ; ###",
    "###:###:###",
    "### : ### : ###",
    "###_###_###",
    "###·###·###",
    "### · ### · ###",
    "###•###•###",
    "###'###'###",
    "###’###’###",
    "###*###*###",
    "###+###+###",
    "###~###~###",
    "###..###..###",
    "(###) ### ###",
    "(###)###-###",
    "(###)(###)(###)",
    "[###] [###] [###]",
    "### (###) ###",
    "###;###-###",
    "###.###;###",
];

/// Groups of other lengths that people make of one number.
const OTHERS: [&str; 18] = [
    "#########",
    "####.##.###",
    "#### ## ###",
    "####-##-###",
    "####;##;###",
    "####:##:###",
    "####·##·###",
    "(####) ## ###",
    "##.##.##.###",
    "##-##-##-###",
    "## ## ## ###",
    "##;##;##;###",
    "##:##:##:###",
    "#### #####",
    "#####-####",
    "####;#####",
    "#####·####",
    "####.#####",
];

/// Numbers that pass the test and of which no group is what people measure.
const NUMBERS: [&str; 9] = [
    "111222333",
    "340111252",
    "566255649",
    "375762838",
    "801874300",
    "556630075",
    "528704655",
    "381852611",
    "871466557",
];

fn grouped(form: &str, number: &str) -> String {
    let mut digits = number.chars();
    form.chars().map(|c| if c == '#' { digits.next().unwrap() } else { c }).collect()
}

#[test]
fn a_number_is_known_however_it_is_parted() {
    let passes = NUMBERS.iter().all(|number| find(number).is_some());
    assert!(passes, "{:?}", NUMBERS.iter().filter(|number| find(number).is_none()).collect::<Vec<_>>());
    let mut missed = Vec::new();
    for form in THREE.iter().chain(&OTHERS) {
        for number in NUMBERS {
            for (before, behind) in [
                ("", ""),
                ("mw. Fictief ", " belt"),
                ("zegt: ", "."),
                ("pols 72; ", ""),
                ("gewicht 72 kg, ", ""),
            ] {
                // With the same sign behind the value it is a series of values.
                if before.ends_with("; ") && form.contains("; #") {
                    continue;
                }
                let text = format!("{before}{}{behind}", grouped(form, number));
                if find(&text).is_none() {
                    missed.push(text);
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} missed: {missed:#?}", missed.len());
}

#[test]
fn behind_bsn_a_number_is_known_however_it_is_parted() {
    let forms = "# # # # # # # # #;#-#-#-#-#-#-#-#-#;##,##,##,##,#;###;###;###;##;##;##;##;#;###\n###\n###;### ## ## ##;# #### ####;\
        ###=###=###;### > ### > ###;### en ###";
    for form in forms.split(';').filter(|form| form.matches('#').count() == 9) {
        for number in NUMBERS {
            let text = format!("BSN {}", grouped(form, number));
            assert_eq!(without(&text).as_deref(), Some("BSN "), "{text:?}");
        }
    }
}

/// A semicolon, a colon and brackets stand between measurements too; what they part then is no number.
#[test]
fn what_is_parted_like_a_number_and_is_none_stays() {
    for text in [
        "1;1;1;2;2;2;3;3;3",
        "11; 12; 22; 33; 3",
        "NRS 111;222;333",
        "RR 340;111;252",
        "urine 480; 340; 111; 252",
        "sat 340:111:252",
        "111;222;333 ml",
        "111; 222; 333 mmHg",
        "120; 80; 72; 98; 111",
        "111;222;333;444",
        "340;111;252;480",
        "72; 340; 111; 252",
        "111 > 122 > 133",
        "340 -> 111 -> 252",
        "340 = 111 = 252",
        "trombo's 340 \u{2192} 111 \u{2192} 252",
        "+31 (566) 255 649",
        "0031 (566) 255 649",
        "(0566) 255 649",
        "tel (566) 255 649",
        "tel. 566;255;649",
        "nummer van dochter (566) 255-649",
        "12:30:15 en 14:45",
        "ma 30-11 14:00; di 1-12 9:30",
        "2026;11;27 340",
        "1234 + 56782",
        "1112:22333",
        "(1112) 22333",
        "kamers 12345 & 6782",
        "bed 12 (kamer 340); 111; 252",
        "72 (68); 80 (75); 340",
        "70; 65; 68; 72; 3",
    ] {
        assert_eq!(without(text), None, "{text}");
    }
}

/// The sign behind a value with its word or unit ends it; what follows is judged by itself.
#[test]
fn a_semicolon_closes_what_was_measured() {
    for (text, rest) in [
        ("pols 72; 111 222 333", "pols 72; "),
        ("pols 72; 111;222;333", "pols 72; "),
        ("gewicht 72 kg; 340;111;252", "gewicht 72 kg; "),
        ("RR 120/80; 111222333", "RR 120/80; "),
        ("111222333 340;111;252", " "),
        ("340 111;252", ""),
        ("340;111;252 111222333", " "),
        ("(566) 255 649", ""),
        ("dochter (566) 255 649 12 jaar", "dochter  12 jaar"),
        ("340;111;252, 12 jaar", ", 12 jaar"),
    ] {
        assert_eq!(without(text).as_deref(), Some(rest), "{text}");
    }
}
