//! More words for a day, and words that make it another.

use chrono::NaiveDate;

use crate::checklist::Looks;
use crate::meeting::typed::{Read, date, read};

/// A Friday.
fn today() -> NaiveDate {
    on("2026-11-27")
}

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// What is the same day whichever way the question looks.
const EITHER_WAY: &[(&str, &str)] = &[
    ("aankomende dinsdag", "2026-12-01"),
    ("aankomende vrijdag", "2026-12-04"),
    ("aankomende week dinsdag", "2026-12-01"),
    ("20261205", "2026-12-05"),
    ("20251231", "2025-12-31"),
    ("05122026", "2026-12-05"),
    ("20122026", "2026-12-20"),
    ("morgenvroeg", "2026-11-28"),
    ("morgen vroeg", "2026-11-28"),
    ("dinsdagmorgen 1 december", "2026-12-01"),
    ("dinsdagmiddag 1-12-2026", "2026-12-01"),
    ("dinsdagmorgen 1 december 10.00 uur", "2026-12-01"),
    ("vrijdag over 8 dagen", "2026-12-04"),
    ("vrijdag over acht dagen", "2026-12-04"),
    ("maandagochtend over een week", "2026-12-07"),
    ("zondag jl. 22 nov", "2026-11-22"),
    ("zondag jl. 22-11", "2026-11-22"),
    ("dinsdag a.s. 1 december", "2026-12-01"),
    ("eergistermiddag", "2026-11-25"),
    ("eergisteravond", "2026-11-25"),
];

#[test]
fn what_people_also_say_is_read() {
    for (text, day) in EITHER_WAY {
        for looks in [Looks::Back, Looks::Forward] {
            assert_eq!(date(text, today(), looks), Some(on(day)), "{text} {looks:?}");
        }
    }
}

/// "Vanaf maandag" is no day by which something is done; it stays as it was typed.
#[test]
fn a_day_from_which_on_is_no_last_day() {
    for text in ["sinds maandag", "vanaf 1-12", "vanaf 1 december 2026", "since Monday", "na maandag"] {
        assert_eq!(read(text, today(), Looks::Forward), Read::Nothing, "{text}");
    }
    for (text, day) in [("sinds maandag", "2026-11-23"), ("vanaf 1-11", "2026-11-01")] {
        let Read::Day(reading) = read(text, today(), Looks::Back) else { panic!("{text}") };
        assert_eq!((reading.day, reading.is_whole), (on(day), false), "{text}");
    }
    assert_eq!(date("uiterlijk maandag", today(), Looks::Forward), Some(on("2026-11-30")));
}

/// A week or month as a whole is a last day where a question looks forward, and no day where it looks back.
#[test]
fn a_week_or_month_ahead_is_its_last_day() {
    for (text, back, forward) in [
        ("volgende week", "", "2026-12-04"),
        ("next week", "", "2026-12-04"),
        ("uiterlijk volgende week", "", "2026-12-04"),
        ("deze week", "", "2026-11-27"),
        ("deze maand", "", "2026-11-30"),
        ("volgende maand", "", "2026-12-31"),
        ("next month", "", "2026-12-31"),
        ("vorige week", "", ""),
    ] {
        let day = |looks| date(text, today(), looks).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!((day(Looks::Back).as_str(), day(Looks::Forward).as_str()), (back, forward), "{text}");
    }
}
