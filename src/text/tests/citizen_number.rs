//! What is a citizen number, and above all what is not.

use super::*;

fn left(text: &str) -> String {
    without(text).unwrap_or_else(|| text.to_owned())
}

#[test]
fn a_number_is_found_and_the_rest_stays() {
    assert_eq!(find("BSN 111222333 van mw."), Some(4..13));
    assert_eq!(left("BSN 111222333 van mw."), "BSN  van mw.");
    assert_eq!(left("123456782"), "");
    assert_eq!(left("é123456782漢"), "é漢");
    assert_eq!(left("_123456782_"), "");
    assert_eq!(left("a 111222333, b 123456782."), "a , b .");
    for (text, rest) in [
        ("(111222333)", ""),
        ("BSN(123)(456)(782)", "BSN"),
        ("BSN (123)(456)(782) van mw.", "BSN  van mw."),
        ("BSN [123456782]", "BSN "),
        ("BSN [123 456 782] en (thuis)", "BSN  en (thuis)"),
        ("bsn: \"123456782\"", "bsn: "),
        ("bsn = '1234.56.782';", "bsn = ;"),
        ("<123456782>", ""),
        ("{ bsn: \u{201C}123456782\u{201D} }", "{ bsn:  }"),
        ("BSN ( 123456782 )", "BSN "),
        ("BSN ((123456782))", "BSN "),
        ("**123456782**", ""),
        ("BSN «123456782»", "BSN "),
        ("mw. (BSN 123456782) thuis", "mw.  thuis"),
        ("mw. [bsn-nummer: 123456782]", "mw. "),
        ("mw. (Burger Service Nummer 123456782)", "mw. "),
        ("mw. (BSN huisarts 123456782)", "mw. (BSN huisarts )"),
        ("BSN (123456782, huisarts)", "BSN (, huisarts)"),
        ("BSN (123 456) 782", "BSN "),
        ("BSN 123 (456 782)", "BSN "),
        ("BSN (123456782", "BSN ("),
    ] {
        assert_eq!(left(text), rest, "{text}");
    }
    assert_eq!(left("BSN:111222333"), "BSN:");
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    for text in ["", "111222334", "000000000", "12345678", "moe", "1", "111 222", "1112 22334"] {
        assert_eq!(without(text), None, "{text}");
    }
}

#[test]
fn any_grouping_as_people_write_one_number_is_found() {
    for text in [
        "111  222 333",
        "111/222/333",
        "111 / 222 / 333",
        "111, 222, 333",
        "111,222,333",
        "111_222_333",
        "111\t222\t333",
        "1112 22 333",
        "11122 2333",
        "1112 22333",
        "11 122 2333",
        "11-12-22-33-3",
        "1112.22.333",
        "111 222 333",
        "111-222-333",
        "11.12.22.333",
        "229 26 21 93",
        "229-26-21-93",
        "111 22 23 33",
        "120 80 10 12",
        "164 229 061",
        "111.222-333",
        "111\u{A0}222\u{A0}333",
        "111\u{2009}222\u{202F}333",
        "111\u{2011}222\u{2013}333",
        "１１１２２２３３３",
        "١١١٢٢٢٣٣٣",
        "1\u{332}1\u{332}1\u{332}222333\u{332}",
    ] {
        assert_eq!(left(&format!("x {text} y")), "x  y", "{text}");
    }
}

/// A word before a number covers that number, and none that comes later.
#[test]
fn a_label_covers_one_number() {
    for (text, rest) in [
        ("BSN en tel: 111222333 0612345678", "BSN en tel:  0612345678"),
        ("BSN of tel 111222333", "BSN of tel "),
        ("tel dochter 0612345678 111222333", "tel dochter 0612345678 "),
        ("tel 06-12345678, 111222333", "tel 06-12345678, "),
        ("tel 6241111 111222333", "tel 6241111 "),
        ("tel 111222333 123456782", "tel 111222333 "),
        ("fax 010-1234567 / 111222333", "fax 010-1234567 / "),
        ("fax +31 10 1234567 / 111.222.333", "fax +31 10 1234567 / "),
        ("gewicht 72 kg; 111.222.333", "gewicht 72 kg; "),
        ("pols 72; 111 222 333", "pols 72; "),
        ("RR 120/80, pols 72 (rust), 111.222.333", "RR 120/80, pols 72 (rust), "),
        ("111|222|333", ""),
        ("| 111 | 222 | 333 |", "|  |"),
        ("naam | 111222333 | 1938", "naam |  | 1938"),
        ("1 | 111.222.333 | 80", "1 |  | 80"),
        ("| BSN | 111 | 222 | 333 |", "| BSN |  |"),
    ] {
        assert_eq!(left(text), rest, "{text}");
    }
    for text in [
        "tel 111222333",
        "tel 612 34 56 78",
        "tel: 020 624 11 11 / 020 624 11 12",
        "RR 120/80 111 222 333",
        "| 120 | 80 | 72 | 98 |",
        "| 111 | 222 | 180 | 99 |",
        "80 | 72 | 98 | 120",
        "| 111 | 122 | 144 |",
        "BSN onbekend, tel 0612345678",
        "BSN onbekend; tel 010-1234567",
    ] {
        assert_eq!(without(text), None, "{text}");
    }
}

/// Scores, vital signs, amounts and what else has nine digits that pass the test.
#[test]
fn measurements_stay() {
    for text in [
        "NRS 6 6 5 5 5 6 5 5 5 4 5 4",
        "6 6 5 5 5 6 5 5 5 4 5 4",
        "1 1 1 2 2 2 3 3 3",
        "1,1,1,2,2,2,3,3,3",
        "1/1/1/2/2/2/3/3/3",
        "RR 100-60 62 22",
        "RR 111-22 23 33",
        "RR 111 222 333",
        "bloeddruk 111/22, pols 23 33",
        "RR 120/80 111 222 333",
        "111/22 23 33",
        "145/110/102",
        "10-5-2-6-10-8-7",
        "1-2-3-4-5-6-7-8-2",
        "1.2.3.4.5.6.7.8.2",
        "12-3-4-5-6-7-8-2",
        "131/107/112/36,0",
        "571, 708, 444, 4, 44",
        "231 206 379 412 388",
        "zaaknummer 2010/40463",
        "80 63 / 77 / 100 / temp 35,1",
        "SpO2 111/106/102",
        "zuurstof O2 231 206 379",
        "120 80 72 99",
        "120 80 72 21",
        "110 70 87 14",
        "115, 60, 60, 26",
        "165/90/88/77",
        "112 20 90 38",
        "102 95 90 92",
        "11 12 22 33 3",
        "gewicht: 111 222 333",
        "NRS (rust, nacht) 111 222 333",
        "€ 111.222.333",
        "37,2 36,8 38,1",
        "11,1 22,2 33,3",
        "telefoon 111 222 333",
        "tel.: 111222333",
    ] {
        assert_eq!(without(text), None, "{text}");
    }
}

#[test]
fn behind_its_word_every_grouping_counts() {
    for number in [
        "111222333",
        "1 1 1 2 2 2 3 3 3",
        "1,1,1,2,2,2,3,3,3",
        "1/1/1/2/2/2/3/3/3",
        "11 12 22 33 3",
        "111 22 23 33",
        "111-22 23 33",
        "111 . 222 . 333",
        "111\n222\n333",
        "1112 / 22 / 333",
        "012345672",
        "0 1 2 3 4 5 6 7 2",
        "12345672",
        "12 34 56 72",
        "1234-5672",
    ] {
        for word in [
            "BSN ",
            "bsn: ",
            "Burgerservicenummer: ",
            "burgerservicenr.",
            "BSN-nummer = ",
            "BSN:\n",
            "sofinummer (",
        ] {
            let text = format!("{word}{number}");
            assert_eq!(left(&text), word, "{text}");
        }
    }
    for (text, rest) in [("143 145 149 (bsn)", " (bsn)"), ("1 1 1 2 2 2 3 3 3 = BSN mw.", " = BSN mw.")] {
        assert_eq!(left(text), rest, "{text}");
    }
    assert_eq!(find("143 145 149 bsn 123456782"), Some(16..25));
    for text in
        ["BSN onbekend, NRS 1 1 1 2 2 2 3 3 3", "BSN 12345673", "BSN 1234567", "BSN volgt. RR 111-22 23 33"]
    {
        assert_eq!(without(text), None, "{text}");
    }
}

/// Nine digits with a zero in front may become a telephone number, eight behind "BSN" a whole one: neither goes before
/// somebody types something else or leaves the field.
#[test]
fn what_may_go_on_waits_at_the_end() {
    for text in ["bel 012345672", "BSN 12345672", "BSN 1234 5672 ", "01 2345 672"] {
        assert_eq!(find_near(text, text.len()..text.len()), [], "{text}");
        assert!(unfinished(text, None).is_some(), "{text}");
        let more = format!("{text} x");
        assert_eq!(find_near(&more, text.len()..more.len()).len(), 1, "{more}");
        assert_eq!(unfinished(&more, None), None);
    }
    assert_eq!(find_near("0123456729", 0..10), []);
    assert_eq!(unfinished("BSN 111222333 en verder", None), None);
}

#[test]
fn a_number_beside_other_numbers_is_found() {
    assert_eq!(left("kamer 12 111222333"), "kamer 12 ");
    assert_eq!(left("3 111 222 333 5"), "3  5");
    assert_eq!(left("111222333 123456782"), " ");
    assert_eq!(left("111222333,123456782"), ",");
}

#[test]
fn telephone_numbers_stay() {
    // The digits of each hold nine in a row that pass the test.
    for text in [
        "+111222333",
        "+31111222333",
        "+31 111222333",
        "+31 1 11 22 23 33",
        "+31-111-222-333",
        "(+31)111222333",
        "(+31) 111222333",
        "+31 (0)111222333",
        "+31 (0)1 1122 2333",
        "(0)111 222 333",
        "0031111222333",
        "0031 111222333",
        "00 31 111 222 333",
        "0111222333",
        "00111222333",
        "0 111222333",
        "0-111-222-333",
        "010 111222333",
    ] {
        let expected = if text == "010 111222333" { "010 " } else { text };
        assert_eq!(left(text), expected, "{text}");
    }
}

/// A digit that makes the nine digits of a text with `#` in it pass the test, so that only the rule keeps it.
fn passing(pattern: &str) -> Option<String> {
    ('0'..='9').map(|digit| pattern.replace('#', &digit.to_string())).find(|text| {
        let digits: Vec<u8> = text.chars().filter_map(read_value).take(9).collect();
        digits.len() == 9 && passes_eleven_test(&digits)
    })
}

#[test]
fn dates_and_times_stay() {
    let mut tried = 0;
    for pattern in [
        "23-11-2026#",
        "01/02/1926#",
        "1-5-2026 12#",
        "12-3-2026 1#",
        "31-12-2026 #",
        "31.12.2026 #",
        "2026-05-1 1#",
        "2026-5-01 2#",
        "2026-12-31 #",
        "12#-1-5-2026",
        "12-03-26 12#",
        "123456# 14:30",
        "5-11-2026 1#:30",
    ] {
        let Some(text) = passing(pattern) else { continue };
        tried += 1;
        assert_eq!(without(&text), None, "{text}");
    }
    assert!(tried > 7, "{tried}");
    assert_eq!(left("31-12-2026 111222333"), "31-12-2026 ");
    assert_eq!(left("14:30 111222333"), "14:30 ");
    assert_eq!(left("111222333 14:30"), " 14:30");
}

#[test]
fn a_number_that_appears_when_another_goes_is_found_too() {
    let nested = "0 11222333 111222333";
    assert_eq!(left(nested), "0 11222333 ");
    assert_eq!(find(&left("(111222333) 111 (123456782) 222333")), None);
}

#[test]
fn a_page_of_numbers_is_quick() {
    let page = "111222333;".repeat(20_000);
    assert_eq!(left(&page), ";".repeat(20_000));
    let digits = "1 ".repeat(100_000);
    let _ = without(&digits);
}

#[test]
fn the_neighbourhood_of_an_edit_is_enough() {
    let text = "heel veel tekst 06-12345678 111 222 333 en (+31) 111222333";
    assert_eq!(find_near(text, 30..30).first(), Some(&(28..39)));
    let far = format!("{}{text}", "nog meer tekst ".repeat(9));
    assert_eq!(find_near(&far, 0..1), []);
    assert_eq!(
        find_near("(31) 111222333", 1..1).first(),
        Some(&(5..14)),
        "a plus was taken from the area code"
    );
}

#[test]
fn behind_its_label_a_number_is_known_whatever_parts_it() {
    for number in [
        "0111222333",
        "123;456;782",
        "123|456|782",
        "123 | 456 | 782",
        "123:456:782",
        "123·456·782",
        "123'456'782",
        "123*456*782",
        "123+456+782",
        "1112 - 22 - 333",
    ] {
        let text = format!("BSN {number} en verder");
        assert_eq!(without(&text).as_deref(), Some("BSN  en verder"), "{number}");
        let other = format!("RR {number} en verder");
        assert!(number.starts_with("1112") || find(&other).is_none(), "{number}");
    }
    for text in ["BSN 12;34 en 56", "NRS 1;2;3;4;5;6;7;8;2"] {
        assert_eq!(find(text), None, "{text}");
    }
}
