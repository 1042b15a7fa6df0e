//! Times beside a day, and bounds of days.

use chrono::{NaiveDate, NaiveTime};

use crate::checklist::{DayAsked, Looks};
use crate::meeting::typed::{self, marked, said_within, time, told_within};
use crate::meeting::{Id, ParticipantId, Stamp};
use crate::words::Language;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_time_is_read_where_it_is_one_and_only_there() {
    for (text, expected) in [
        ("vrijdag 14:30", Some((14, 30))),
        ("24-11-2026 14.30 uur", Some((14, 30))),
        ("24-11-2026 om 9 uur", Some((9, 0))),
        ("24 nov om 9.05", Some((9, 5))),
        ("morgen 9u30", Some((9, 30))),
        ("maandag 15.30", Some((15, 30))),
        ("2026-11-24T08:15", Some((8, 15))),
        ("2026-11-24 08:15", Some((8, 15))),
        ("tomorrow at 3 pm", Some((15, 0))),
        ("tomorrow at 12 am", Some((0, 0))),
        ("vanmiddag 3 uur", Some((15, 0))),
        ("morgenmiddag 3 uur", Some((15, 0))),
        ("morgen 3 uur 's middags", Some((15, 0))),
        ("morgen om 3 uur in de middag", Some((15, 0))),
        ("vrijdagmiddag 2 uur", Some((14, 0))),
        ("zaterdagmiddag om 4", Some((16, 0))),
        ("vrijdagavond 8 uur", Some((20, 0))),
        ("morgen om 8 uur 's avonds", Some((20, 0))),
        ("tonight at 8", Some((20, 0))),
        ("vanavond 9 uur", Some((21, 0))),
        ("gisteravond 11 uur", Some((23, 0))),
        ("morgenavond 7.30", Some((19, 30))),
        ("tomorrow evening at 7:30", Some((19, 30))),
        ("Friday 2:30 PM", Some((14, 30))),
        ("tomorrow at 3:15 p.m.", Some((15, 15))),
        ("Friday 9.30am", Some((9, 30))),
        ("vannacht 12 uur", Some((0, 0))),
        ("25 Nov 10am", Some((10, 0))),
        ("20 Nov 12 pm", Some((12, 0))),
        ("gisteren 's nachts om 3 uur", Some((3, 0))),
        ("vannacht 11 uur", Some((23, 0))),
        ("vanavond 20:30", Some((20, 30))),
        ("vanmiddag half 3", Some((14, 30))),
        ("vanmiddag drie uur", Some((15, 0))),
        ("morgenochtend 9 uur", Some((9, 0))),
        ("vrijdagmorgen 9 uur", Some((9, 0))),
        ("morgenmiddag 12 uur", Some((12, 0))),
        ("20 november om 03.15 u", Some((3, 15))),
        ("morgen 10:00-11:00", Some((10, 0))),
        ("26-11-2026 / 14:30", Some((14, 30))),
        ("30-11-2026 14:00:00", Some((14, 0))),
        ("gisteren 0930", Some((9, 30))),
        ("24-11-2026 0930", Some((9, 30))),
        ("24-11-2026 1930", Some((19, 30))),
        ("24-11-2026 1430 uur", Some((14, 30))),
        ("vrijdag om 2015", Some((20, 15))),
        ("24-11 0815", Some((8, 15))),
        ("gisteren kwart voor 8", Some((7, 45))),
        ("gisteren om kwart over acht", Some((8, 15))),
        ("vrijdag 10 voor half negen", Some((8, 20))),
        ("vrijdag vijf over half 10", Some((9, 35))),
        ("gisteren kwart voor 12", Some((11, 45))),
        ("gisteravond kwart voor 8", Some((19, 45))),
        ("vanmiddag kwart over 2", Some((14, 15))),
        ("yesterday at quarter past 9", Some((9, 15))),
        ("half acht gisteren", Some((7, 30))),
        ("zondagnacht 03:00", Some((3, 0))),
        ("vanochtend vroeg 06:10", Some((6, 10))),
        ("kwart over 3 vannacht", Some((3, 15))),
        ("vannacht om 10 over 4", Some((4, 10))),
        ("3 dec 9.30-11", Some((9, 30))),
        ("maandag 9 tot 11 uur", Some((9, 0))),
        ("gisteren van 9 tot 10 uur", Some((9, 0))),
        ("Friday between 2 and 3 pm", Some((14, 0))),
        ("Friday 11 to 2 pm", Some((11, 0))),
        ("24 november 2026", None),
        ("24 nov 1430", None),
        ("2026", None),
        ("gisteren 0960", None),
        ("gisteren 2430", None),
        ("over 10 dagen", None),
        ("24 uur", None),
        ("morgen 3 uur", None),
        ("morgen om 4", None),
        ("morgen 5:30", None),
        ("vanavond 3 uur", None),
        ("morgenochtend 15:00", None),
        ("vanavond of vanmiddag 3 uur", None),
        ("24.11.2026", None),
        ("24.11", None),
        ("24-11-2026", None),
        ("over 2 uur", None),
        ("vrijdag", None),
        ("morgen half drie", None),
        ("25:00", None),
        ("12:61", None),
        ("", None),
    ] {
        let expected = expected.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
        assert_eq!(time(text), expected, "{text}");
    }
}

#[test]
fn a_day_outside_its_bounds_is_kept_and_said_to_be() {
    let asked = DayAsked {
        looks: Looks::Back,
        earliest: Some(on("2020-01-01")),
        latest: Some(on("2026-06-30")),
        time: false,
    };
    let today = on("2026-11-27");
    let said = |text: &str| said_within(Language::Dutch, text, today, &asked);
    assert_eq!(said("1-1-2020"), "woensdag 1 januari 2020");
    assert_eq!(said("31-12-2019"), "dinsdag 31 december 2019; valt buiten 01-01-2020 tot en met 30-06-2026");
    assert_eq!(said("ooit"), "geen datum in herkend; de tekst blijft staan");
    let paper = |text: &str| marked(Language::Dutch, text, today, &asked);
    assert_eq!(paper("1-7-2026"), "1-7-2026 (valt buiten 01-01-2020 tot en met 30-06-2026)");
    assert_eq!(paper("30-06-2026"), "30-06-2026");
    for (text, marked) in [
        ("ooit", "ooit (geen datum in herkend)"),
        ("29-02-2026", "29-02-2026 (die dag bestaat niet)"),
        ("2/15/2026", "2/15/2026 (er is geen maand 15)"),
        ("do 20-11-2026", "do 20-11-2026 (dag en datum kloppen niet: het is vrijdag 20 november 2026)"),
        ("3 jan", "3 jan (zaterdag 3 januari 2026)"),
        ("3 dec", "3 dec (niet gezegd is welk jaar: woensdag 3 december 2025 of in 2026)"),
        (
            "gisteravond",
            "gisteravond (donderdag 26 november 2026; valt buiten 01-01-2020 tot en met 30-06-2026)",
        ),
        (
            "12-03-1940",
            "12-03-1940 (dinsdag 12 maart 1940; dat is 86 jaar geleden. Klopt het jaar?; \
             valt buiten 01-01-2020 tot en met 30-06-2026)",
        ),
        ("eind mei 2026", "eind mei 2026 (zondag 31 mei 2026)"),
        ("eind mei (31-05-2026)", "eind mei (zondag 31 mei 2026)"),
    ] {
        assert_eq!(paper(text), marked);
    }
    let one = |earliest, latest| DayAsked { earliest, latest, ..DayAsked::default() };
    let told = |asked: &DayAsked| told_within(Language::Dutch, "1-1-2020", today, asked);
    assert_eq!(
        told(&one(Some(on("2020-01-02")), None)),
        "woensdag 1 januari 2020 (is eerder dan 02-01-2020)"
    );
    assert_eq!(told(&one(None, Some(on("2019-12-31")))), "woensdag 1 januari 2020 (is na 31-12-2019)");
    assert_eq!(told(&DayAsked::default()), "woensdag 1 januari 2020");
}

#[test]
fn beside_a_moment_stands_its_time_or_that_there_is_none_yet() {
    let asked = DayAsked { time: true, ..DayAsked::from(Looks::Forward) };
    let said = |text: &str| said_within(Language::Dutch, text, on("2026-11-27"), &asked);
    assert_eq!(said("30-11-2026 om 9 uur"), "maandag 30 november 2026, 09:00");
    for (text, time) in [
        ("", "nog zonder tijdstip"),
        ("half drie", "02:30 of 14:30? Typ het tijdstip"),
        ("om half 3", "02:30 of 14:30? Typ het tijdstip"),
        ("3 uur", "03:00 of 15:00? Typ het tijdstip"),
        ("kwart voor 3", "02:45 of 14:45? Typ het tijdstip"),
        ("kwart voor 1", "12:45"),
        ("5:30", "05:30 of 17:30? Typ het tijdstip"),
        ("half acht", "07:30"),
        ("0930", "09:30"),
        ("25:00", "dat tijdstip bestaat niet"),
        ("24:00", "dat tijdstip bestaat niet"),
        ("9:60", "dat tijdstip bestaat niet"),
        ("09:75 uur", "dat tijdstip bestaat niet"),
        ("om 26 uur", "dat tijdstip bestaat niet"),
        ("99:99", "dat tijdstip bestaat niet"),
    ] {
        let text = format!("30-11-2026 {text}");
        assert_eq!(said(text.trim()), format!("maandag 30 november 2026, {time}"), "{text}");
    }
}

#[test]
fn a_stamp_is_written_as_it_is_read() {
    for at in [
        "2026-11-27T14:03:05",
        "2026-01-02T00:00:00",
        "0001-12-31T23:59:59",
        "2026-11-27T14:03:05.250",
        "+12026-11-27T14:03:05",
    ] {
        let at: chrono::NaiveDateTime = at.parse().unwrap();
        let alone = Stamp { by: None, at };
        assert_eq!(alone.to_string(), format!("{at:?}"));
        for bits in [0, 1, 0x0123_4567_89ab_cdef, u128::MAX] {
            let by = ParticipantId(Id::from_bits(bits));
            assert_eq!(by.to_string(), format!("{bits:032x}"));
            let stamp = Stamp { by: Some(by), at };
            assert_eq!(stamp.to_string().parse(), Ok(stamp));
        }
    }
}

/// What is no day is told as that on every paper where it has figures, as a day has of which a sign is missing; words stay words.
#[test]
fn what_is_no_day_is_told_as_that() {
    let told = |text| typed::told(Language::Dutch, text, on("2026-11-30"), Looks::Forward);
    assert_eq!(told("05-12-202"), "05-12-202 (geen datum in herkend)");
    assert_eq!(told("31-02-2027"), "31-02-2027 (die dag bestaat niet)");
    assert_eq!(told("na het weekend"), "na het weekend (maandag 7 december 2026)");
    assert_eq!(told("05-12-2026"), "zaterdag 5 december 2026");
}
