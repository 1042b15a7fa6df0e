//! Times beside a day, and bounds of days.

use chrono::{NaiveDate, NaiveTime};

use crate::checklist::{DayAsked, Looks};
use crate::meeting::typed::{marked, said_within, time, told_within};
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
    assert_eq!((paper("30-06-2026"), paper("ooit")), ("30-06-2026".to_owned(), "ooit".to_owned()));
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
    assert_eq!(said("30-11-2026"), "maandag 30 november 2026, nog zonder tijdstip");
}
