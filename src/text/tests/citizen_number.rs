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
    assert_eq!(left("a 111222333, b 123456782."), "a , b .");
    assert_eq!(left("(111222333)"), "()");
    assert_eq!(left("BSN:111222333"), "BSN:");
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    for text in ["", "111222334", "000000000", "12345678", "moe", "1", "111 222", "1112 22334"] {
        assert_eq!(without(text), None, "{text}");
    }
}

#[test]
fn any_grouping_with_single_signs_is_found() {
    for text in [
        "1112.22.333",
        "111 222 333",
        "111-222-333",
        "1-1-1-2-2-2-3-3-3",
        "11.12.22.333",
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
    assert_eq!(without("111  222 333"), None);
    assert_eq!(without("111/222/333"), None);
}

#[test]
fn a_number_beside_other_numbers_is_found() {
    assert_eq!(left("kamer 12 111222333"), "kamer 12 ");
    assert_eq!(left("3 111 222 333 5"), "3  5");
    assert_eq!(left("111222333 123456782"), " ");
    assert_eq!(left("111222333,123456782"), ",");
}

#[test]
fn ten_digits_or_more_are_something_else() {
    for text in ["1112223334", "4111222333", "111222333123456782", "NL91ABNA0417164300", "1112-223334"] {
        assert_eq!(without(text), None, "{text}");
    }
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
        "0 111222333",
        "0-111-222-333",
        "012345672",
        "010 111222333",
    ] {
        let expected = if text == "010 111222333" { "010 " } else { text };
        assert_eq!(left(text), expected, "{text}");
    }
}

#[test]
fn a_number_behind_a_telephone_number_is_found() {
    assert_eq!(left("0612345678 111222333"), "0612345678 ");
    assert_eq!(left("06 1234 5678 111 222 333"), "06 1234 5678 ");
    assert_eq!(left("+31 6 12 34 56 78 111222333"), "+31 6 12 34 56 78 ");
    assert_eq!(left("111222333 0612345678"), " 0612345678");
    assert_eq!(left("06-12345678, 111222333"), "06-12345678, ");
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
fn decimals_stay() {
    for text in ["111222333,5", "€ 111.222.333,50", "0,111222333", "12345,6782", "1234567,82"] {
        assert_eq!(without(text), None, "{text}");
    }
    assert_eq!(left("38,5 111222333"), "38,5 ");
    assert_eq!(left("111222333 38,5"), " 38,5");
    assert_eq!(left("111222333, 38"), ", 38");
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
    assert_eq!(find_near(text, 0..1), Vec::<std::ops::Range<usize>>::new());
    assert_eq!(
        find_near("(31) 111222333", 1..1).first(),
        Some(&(5..14)),
        "a plus was taken from the area code"
    );
}
