//! What people type, and what it means.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

use super::arbitrary;
use crate::checklist::Looks;
use crate::meeting::typed::{
    Read, birth_year, brief_day, date, day, in_language, minutes, number, numeric, quantity, short_day,
    without_unit,
};
use crate::meeting::{Answer, Given, Id, Meeting, MeetingId, MeetingKind, Stamp, terms};
use crate::words::Language;

/// A Friday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

#[track_caller]
fn means(texts: &[&str], expected: &str) {
    for text in texts {
        let found = date(text, today(), Looks::Forward).map(|date| date.to_string());
        assert_eq!(found.as_deref(), Some(expected), "{text:?}");
    }
}

#[test]
fn days_from_today() {
    means(&["vandaag", "Vandaag ", "today", "27-11", "27 nov", "27 november 2026"], "2026-11-27");
    means(&["morgen", "tomorrow", "vóór morgen", "za", "zaterdag", "saturday", "Sat"], "2026-11-28");
    means(
        &["overmorgen", "the day after tomorrow", "zo", "a.s. zondag", "over 2 dagen", "in two days"],
        "2026-11-29",
    );
    means(&["gisteren", "yesterday"], "2026-11-26");
    means(&["over een week", "over 1 week", "over één week", "in a week", "binnen 7 dagen"], "2026-12-04");
    means(&["over 2 weken", "binnen twee weken", "in 2 weeks", "within 14 days"], "2026-12-11");
    means(&["over drie dagen"], "2026-11-30");
    means(&["over een maand", "in a month"], "2026-12-27");
    means(&["over 3 maanden"], "2027-02-27");
    means(&["over een jaar"], "2027-11-27");
}

#[test]
fn weekdays() {
    means(
        &[
            "vrijdag",
            "vr",
            "vr.",
            "a.s. vrijdag",
            "vrijdag a.s.",
            "komende vrijdag",
            "friday",
            "voor vrijdag",
        ],
        "2026-12-04",
    );
    means(
        &["uiterlijk vrijdag", "by Friday", "vóór vrijdag", "vo\u{301}o\u{301}r vrijdag", "on friday"],
        "2026-12-04",
    );
    means(&["maandag", "ma", "Monday", "mon", "volgende week maandag", "next week monday"], "2026-11-30");
    means(&["volgende week dinsdag", "dinsdag volgende week", "tuesday next week", "dinsdag"], "2026-12-01");
    means(&["volgende week vrijdag"], "2026-12-04");
}

#[test]
fn days_of_the_calendar() {
    let forms = [
        "29 nov",
        "29 nov.",
        "29-11",
        "29-11-2026",
        "29/11",
        "29/11/2026",
        "29.11.2026",
        "29-11-26",
        "2026-11-29",
        "29 november 2026",
        "29 November",
        "29 Nov",
        "Nov 29",
        "November 29, 2026",
        "29th november",
        "29e nov",
        "zondag 29 november 2026",
        "zo 29-11",
        "voor 29 nov",
        "vóór 29-11-2026",
        "29-nov-2026",
    ];
    means(&forms, "2026-11-29");
    for asked in ["26 nov", "26-11"] {
        assert_eq!(date(asked, today(), Looks::Forward), None, "yesterday, or in a year: the field asks");
    }
    means(&["1 mrt", "1 maart", "1 march", "1-3"], "2027-03-01");
    means(&["29 feb", "29-2"], "2028-02-29");
}

#[test]
fn what_is_not_one_day_means_nothing() {
    let texts = [
        "",
        " ",
        "volgende zomer",
        "nov",
        "november 2026",
        "31-11",
        "30-2-2027",
        "0-1",
        "32-1",
        "1-13",
        "maandag 29 november 2026",
        "over een paar dagen",
        "over week",
        "z.s.m.",
        "zo snel mogelijk",
        "zodra de huisarts belt",
        "29-11-1850",
        "over -3 dagen",
        "over \u{2212}3 dagen",
        "-3 dagen",
        "\u{2013}3 dagen",
        "in -2 weeks",
        "-2 weken geleden",
        "over min 3 dagen",
        "vrijdag over -1 week",
        "-3-12-2026",
        "ma -30",
        "-30 november",
        "week -50",
        "(-3 dagen)",
        "3-12-0000",
        "0-12-2026",
        "3-0-2026",
        "week 0",
        "week 54",
        "29-11-2500",
        "29",
        "2026",
        "-",
        "--",
        "1-1-1-1",
        "voor",
        "over 2 weken of 3",
        "in 9999 years",
        "3,5",
    ];
    for text in texts {
        assert_eq!(date(text, today(), Looks::Forward), None, "{text:?}");
    }
}

#[test]
fn years_of_birth() {
    for text in
        ["1947", " 1947 ", "geb. 1947", "born 1947", "12-03-1947", "12/3/1947", "1947-03-12", "12 maart 1947"]
    {
        assert_eq!(birth_year(text, today()), Some(1947), "{text:?}");
    }
    for text in [
        "",
        "13",
        "47",
        "'47",
        "12-03-47",
        "1847",
        "1905",
        "2027",
        "19471",
        "31-02-1947",
        "maart",
        "0000",
        "12 maart",
    ] {
        assert_eq!(birth_year(text, today()), None, "{text:?}");
    }
}

#[test]
fn numbers() {
    let meanings = [
        ("3", 3.0),
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("-3,5", -3.5),
        ("−3", -3.0),
        ("+3", 3.0),
        ("0,125", 0.125),
        (",5", 0.5),
        ("1000", 1000.0),
        ("1.000", 1000.0),
        ("12.345", 12345.0),
        ("1 000", 1000.0),
        ("12\u{a0}500,5", 12500.5),
        ("1\u{202f}000", 1000.0),
        ("0072", 72.0),
        ("ca. 70", 70.0),
        ("±70", 70.0),
        ("ongeveer 70", 70.0),
        ("ruim 38", 38.0),
        ("Ruim 38", 38.0),
        ("bijna 38,5", 38.5),
        ("ca 40", 40.0),
        ("CA. 40", 40.0),
        ("± 40", 40.0),
        ("+/- 40", 40.0),
        ("~40", 40.0),
        ("≈ 40", 40.0),
        ("zo’n 40", 40.0),
        ("rond de 40", 40.0),
        ("min of meer 40", 40.0),
        ("1.000,5", 1000.5),
        ("1,000.5", 1000.5),
        ("1.000.000", 1_000_000.0),
        ("1000,125", 1000.125),
        (" 12 ", 12.0),
        ("1,000", 1.0),
        ("1,234", 1.234),
        ("½", 0.5),
        ("1½", 1.5),
        ("2 ¼", 2.25),
        ("72,", 72.0),
        ("72.", 72.0),
        ("72,-", 72.0),
        ("７２，５", 72.5),
        ("٣", 3.0),
    ];
    for (text, expected) in meanings {
        assert_eq!(number(text), Some(expected), "{text:?}");
    }
    for text in [
        "", "<5", ">40", "> 40", "≥40", "40%", "ruim", "veel", "4 of 5", "3x", "12 uur", "37,8 ℃", "60-70",
        "120/80", "10 00", "72-", ".", ",", "1,2,3", "1.00.000", "1,0.0,0", "e", "1e5", "inf", "nan", "--1",
        "3 kg",
    ] {
        assert_eq!(number(text), None, "{text:?}");
    }
}

#[test]
fn a_number_typed_in_english_is_written_so_that_it_is_read_alike_everywhere() {
    for (text, written, value) in [
        ("1,000", "1000", 1000.0),
        ("1,250", "1250", 1250.0),
        ("12,345", "12345", 12345.0),
        ("1,250 kg", "1250 kg", 1250.0),
        ("1.250", "1.25", 1.25),
        ("1.000", "1.0", 1.0),
        ("1.234", "1.2340", 1.234),
        ("72.5", "72.5", 72.5),
        ("1,5", "1,5", 1.5),
        ("0.125", "0.125", 0.125),
        ("1,000.5", "1,000.5", 1000.5),
        ("ca. 70", "ca. 70", 70.0),
    ] {
        let english = in_language(Language::English, text);
        assert_eq!((&*english, quantity(&english, Some("kg"))), (written, Some(value)), "{text}");
        assert_eq!(in_language(Language::Dutch, text), text);
    }
}

#[test]
fn lengths_of_time() {
    for text in [
        "90",
        "90 min",
        "90 minuten",
        "90min",
        "90'",
        "1,5 uur",
        "1½ uur",
        "90,0",
        "90.00 min",
        "1u30",
        "1:30",
        "1h30",
        "anderhalf uur",
        "1 uur 30",
        "1 uur en 30 minuten",
    ] {
        assert_eq!(minutes(text), Some(90), "{text:?}");
    }
    for (text, expected) in
        [("een uur", 60), ("2u", 120), ("twee uur", 120), ("1uur", 60), ("half uur", 30), ("½ uur", 30)]
    {
        assert_eq!(minutes(text), Some(expected), "{text:?}");
    }
    for text in ["", "0", "1:", "1:75", "99999", "1441", "lang", "-5", "1,3 uur", ":30"] {
        assert_eq!(minutes(text), None, "{text:?}");
    }
}

#[test]
fn days_are_written_in_both_languages() {
    assert_eq!(day(today(), Language::Dutch), "vrijdag 27 november 2026");
    assert_eq!(day(today(), Language::English), "Friday 27 November 2026");
    assert_eq!(short_day(today(), today(), Language::Dutch), "27 nov");
    let other_year = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    assert_eq!(short_day(other_year, today(), Language::Dutch), "1 mrt 2027");
    assert_eq!(brief_day(today(), today(), Language::Dutch), "27 nov");
    assert_eq!(brief_day(other_year, today(), Language::Dutch), "1 mrt '27");
    let other_century = NaiveDate::from_ymd_opt(1938, 3, 1).unwrap();
    assert_eq!(brief_day(other_century, today(), Language::English), "1 Mar 1938");
    assert_eq!(numeric(other_year), "01-03-2027");
}

#[test]
fn a_number_in_words_has_its_unit_once_and_says_when_it_is_out_of_bounds() {
    let source = r#"
format = 1
id = "getal"
version = "1"
title = "Getal"
[[group]]
id = "groep"
title = "Groep"
[[group.item]]
id = "gewicht"
type = "number"
text = "Wat is het gewicht?"
unit = "kg"
min = 20
max = 300
"#;
    let parsed = crate::checklist::parse(source, &crate::checklist::Origin::default()).parsed;
    let Some(crate::checklist::Parsed::Checklist(checklist)) = parsed else { panic!("no checklist") };
    let item = checklist.item("gewicht").unwrap();
    let meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, today());
    let stamp = Stamp { by: None, at: chrono::NaiveDateTime::default() };
    for (text, words) in [
        ("130", "130 kg"),
        ("130 kg", "130 kg"),
        ("72,5 kilo", "72,5 kilo"),
        ("ca. 70", "ca. 70 kg"),
        ("1.000", "1.000 kg (= 1000; valt buiten 20 tot en met 300 kg)"),
        ("3 kg", "3 kg (valt buiten 20 tot en met 300 kg)"),
        ("niet gewogen", "niet gewogen (geen getal in kg)"),
        (">40", ">40 (geen getal in kg)"),
        ("40-50 kg", "40-50 kg (geen getal in kg)"),
        ("40%", "40% (geen getal in kg)"),
        ("130 lb", "130 lb (geen getal in kg)"),
    ] {
        let answer = Answer::given(Given::Number(text.to_owned()), stamp);
        assert_eq!(terms::answer(Language::Dutch, &meeting, item, &answer), words, "{text:?}");
    }
}

#[test]
fn a_number_has_the_unit_that_is_asked_for() {
    let same = [
        ("130 kg", "kg", 130.0, "130"),
        ("130kg", "kg", 130.0, "130"),
        ("72,5 Kilo", "kg", 72.5, "72,5"),
        ("72,5 kg.", "kg", 72.5, "72,5"),
        ("37.5 °C", "°C", 37.5, "37.5"),
        ("37,5 graden", "°C", 37.5, "37,5"),
        ("37,5 º", "°C", 37.5, "37,5"),
        ("94 %", "%", 94.0, "94"),
        ("94 procent", "%", 94.0, "94"),
        ("1.000 ml", "ml", 1000.0, "1.000"),
        ("1 000 ml", "ml", 1000.0, "1 000"),
        ("ca. 70 kg", "kg", 70.0, "ca. 70"),
        ("18 per minuut", "/min", 18.0, "18"),
        ("3 x", "keer", 3.0, "3"),
        ("12 punten", "punten", 12.0, "12"),
        ("1\u{a0}000\u{a0}ml", "ml", 1000.0, "1\u{a0}000"),
        ("60 mg/24 uur", "mg/24 uur", 60.0, "60"),
        ("60 MG/24 uur", "mg/24 uur", 60.0, "60"),
        ("1500 ml/24 uur", "ml per 24 uur", 1500.0, "1500"),
        ("1500 ml/24u", "ml per 24 uur", 1500.0, "1500"),
        ("1500 ml per 24 uur", "ml/24 uur", 1500.0, "1500"),
        ("1.500 cc/24 uur", "ml per 24 uur", 1500.0, "1.500"),
        ("60 milligram per 24 h", "mg/24 uur", 60.0, "60"),
        ("2 l/dag", "liter per dag", 2.0, "2"),
        ("24 uur", "uur", 24.0, "24"),
        ("5 milligrams", "mg", 5.0, "5"),
        ("21,4 kg/m2", "kg/m2", 21.4, "21,4"),
        ("21,4 kg/m²", "kg/m2", 21.4, "21,4"),
        ("37,8 ℃", "°C", 37.8, "37,8"),
        ("38.2 gr", "°C", 38.2, "38.2"),
        ("16 p/m", "/min", 16.0, "16"),
        ("16x p/min", "/min", 16.0, "16"),
        ("60 mg p/24 uur", "mg/24 uur", 60.0, "60"),
        ("72, kg", "kg", 72.0, "72"),
        ("38,5 oC", "°C", 38.5, "38,5"),
        ("38,5oC", "°C", 38.5, "38,5"),
        ("38,5 °C", "°C", 38.5, "38,5"),
        ("38,5 ° C", "°C", 38.5, "38,5"),
        ("38,5°", "°C", 38.5, "38,5"),
        ("38,5 graden C", "°C", 38.5, "38,5"),
        ("38.5 C", "°C", 38.5, "38.5"),
        ("38,5 celcius", "°C", 38.5, "38,5"),
        ("500 cc", "ml", 500.0, "500"),
        ("500cc", "ml", 500.0, "500"),
        ("500 mL", "ml", 500.0, "500"),
        ("1.500 cc", "ml", 1500.0, "1.500"),
        ("ruim 38 °C", "°C", 38.0, "ruim 38"),
        ("ca. 40%", "%", 40.0, "ca. 40"),
        ("40%", "%", 40.0, "40"),
        ("40 pct.", "%", 40.0, "40"),
        ("± 40 kg", "kg", 40.0, "± 40"),
        ("zo'n 70 kilo's", "kg", 70.0, "zo'n 70"),
        ("18 x/min", "/min", 18.0, "18"),
        ("18 keer per minuut", "/min", 18.0, "18"),
        ("60 mg per 24 uur", "mg/24 uur", 60.0, "60"),
        ("12 mcg", "µg", 12.0, "12"),
        ("12 μg", "µg", 12.0, "12"),
    ];
    for (text, unit, value, rest) in same {
        assert_eq!(quantity(text, Some(unit)), Some(value), "{text:?}");
        assert_eq!(without_unit(text, unit).as_deref(), Some(rest), "{text:?}");
        assert_eq!(quantity(rest, Some(unit)), Some(value), "{text:?}");
    }
    for (text, unit) in [
        ("130 lb", "kg"),
        ("130 kg?", "kg"),
        ("kg", "kg"),
        ("veel kg", "kg"),
        ("3 m", "min"),
        ("", "kg"),
        ("60 mg", "mg/24 uur"),
        ("60 mg per dag", "mg/24 uur"),
        (">40 kg", "kg"),
        ("< 40 kg", "kg"),
        ("minstens 40 kg", "kg"),
        ("40 a 50 kg", "kg"),
        ("40-50 kg", "kg"),
        ("40 kg 5", "kg"),
        ("40 %", "kg"),
        ("0,5 l", "ml"),
        ("ruimte 38", "kg"),
        ("4/10", "kg"),
        ("mg/24 uur", "mg/24 uur"),
    ] {
        assert_eq!(quantity(text, Some(unit)), None, "{text:?}");
        assert_eq!(without_unit(text, unit), None, "{text:?}");
    }
    for (text, unit, value) in [
        ("72 kg (zonder jas)", "kg", Some(72.0)),
        ("72 kg, gisteren gewogen", "kg", Some(72.0)),
        ("98 %; zonder O2", "%", Some(98.0)),
        ("98 %; zonder zuurstof", "%", Some(98.0)),
        ("72 kg ongeveer", "kg", Some(72.0)),
        ("72 kg, was 80", "kg", None),
        ("72, was meer", "kg", None),
        ("72 kg jas", "kg", None),
    ] {
        assert_eq!(quantity(text, Some(unit)), value, "{text:?}");
    }
    assert_eq!(without_unit("130", "kg"), None);
    assert_eq!(quantity("130", None), Some(130.0));
    assert_eq!(quantity("130 kg", None), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read(date in arbitrary::day(), today in arbitrary::day()) {
        prop_assert_eq!(super::super::typed::date(&numeric(date), today, Looks::Either), Some(date));
        for language in [Language::Dutch, Language::English] {
            prop_assert_eq!(super::super::typed::date(&day(date, language), today, Looks::Back), Some(date));
        }
    }

    #[test]
    fn a_short_day_is_read_as_the_next_one(days in 0..365_u64, today in arbitrary::day()) {
        let date = today.checked_add_days(Days::new(days)).unwrap();
        if date.year() <= 2200 {
            for language in [Language::Dutch, Language::English] {
                let read = super::super::typed::read(&short_day(date, today, language), today, Looks::Forward);
                prop_assert!(matches!(read, Read::Day(reading) if reading.day == date));
            }
        }
    }

    #[test]
    fn anything_may_be_typed_on_any_day(
        text in any::<String>(),
        words in proptest::collection::vec(proptest::sample::select(vec![
            "over", "9", "99", "999", "9999", "jaar", "weken", "volgende", "week", "vr", "voor", "29", "feb", "29-2", "-",
            "0", "1900", "2200", "a.s.", "jl", "geleden", "eind", "week", "ma", "(", "–", "14:00", "ochtend", "kg", "ca.", "maand", "één", "uur", "1,5", "en", "min", ".", ",",
        ]), 0..5),
        today in (0..i32::MAX).prop_map(|days| {
            NaiveDate::MIN.checked_add_days(Days::new(u64::try_from(days).unwrap())).unwrap_or(NaiveDate::MAX)
        }),
    ) {
        for text in [text, words.join(" "), words.concat()] {
            for today in [today, NaiveDate::MIN, NaiveDate::MAX] {
                for looks in [Looks::Back, Looks::Forward, Looks::Either] {
                    let _ = super::super::typed::said(Language::Dutch, &text, today, looks);
                }
                let _ = short_day(today, today, Language::Dutch);
            }
            let _ = (number(&text), minutes(&text), birth_year(&text, today), quantity(&text, Some("kg")), without_unit(&text, "kg"));
        }
    }
}
