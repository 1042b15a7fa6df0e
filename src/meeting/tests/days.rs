//! Days as people name them, from many days and in both directions.

use chrono::{Datelike, NaiveDate};

use crate::checklist::Looks;
use crate::meeting::typed::{Read, Remark, read, since};

/// A Friday.
pub(super) fn today() -> NaiveDate {
    on("2026-11-27")
}

/// The day that stands beside the field, even where it asks in which year.
pub(super) fn date(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    match read(text, today, looks) {
        Read::Day(reading) => Some(reading.day),
        _ => None,
    }
}

pub(super) fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// Typed, what it is to a question that looks back, and to one that looks forward.
pub(super) type Row = (&'static str, &'static str, &'static str);

/// On a Friday, in words of both languages.
const FRIDAY: &[Row] = &[
    ("20 nov", "2026-11-20", "2027-11-20"),
    ("20-11", "2026-11-20", "2027-11-20"),
    ("24-11", "2026-11-24", "2027-11-24"),
    ("24 nov", "2026-11-24", "2027-11-24"),
    ("27 nov", "2026-11-27", "2026-11-27"),
    ("28 nov", "2025-11-28", "2026-11-28"),
    ("Nov 20th", "2026-11-20", "2027-11-20"),
    ("20th of November", "2026-11-20", "2027-11-20"),
    ("1 jan", "2026-01-01", "2027-01-01"),
    ("31 december", "2025-12-31", "2026-12-31"),
    ("maandag", "2026-11-23", "2026-11-30"),
    ("ma", "2026-11-23", "2026-11-30"),
    ("Monday", "2026-11-23", "2026-11-30"),
    ("vrijdag", "2026-11-20", "2026-12-04"),
    ("donderdag", "2026-11-26", "2026-12-03"),
    ("op maandag", "2026-11-23", "2026-11-30"),
    ("maandagmiddag", "2026-11-23", "2026-11-30"),
    ("maandag 14:00", "2026-11-23", "2026-11-30"),
    ("maandag 15.30", "2026-11-23", "2026-11-30"),
    ("maandag 9.00", "2026-11-23", "2026-11-30"),
    ("ma. 14.15 uur", "2026-11-23", "2026-11-30"),
    ("eind december", "2025-12-31", "2026-12-31"),
    ("half november", "2026-11-15", "2027-11-15"),
    ("begin januari", "2026-01-01", "2027-01-01"),
    ("begin jan.", "2026-01-01", "2027-01-01"),
    ("medio maart", "2026-03-15", "2027-03-15"),
    ("end of December", "2025-12-31", "2026-12-31"),
    ("mid-December", "2025-12-15", "2026-12-15"),
    ("eind februari", "2026-02-28", "2027-02-28"),
    ("week 50", "2025-12-08", "2026-12-11"),
    ("week 48", "2026-11-23", "2026-11-27"),
    ("half jaar", "2026-05-27", "2027-05-27"),
    ("na het weekend", "2026-11-23", "2026-11-30"),
    ("after the weekend", "2026-11-23", "2026-11-30"),
    ("29 feb", "2024-02-29", "2028-02-29"),
    ("29-2", "2024-02-29", "2028-02-29"),
];

/// On a Friday, what is the same day whichever way the question looks.
const FRIDAY_EITHER_WAY: &[(&str, &str)] = &[
    ("vandaag", "2026-11-27"),
    ("Today", "2026-11-27"),
    ("vanmiddag", "2026-11-27"),
    ("vanavond", "2026-11-27"),
    ("gisteren", "2026-11-26"),
    ("yesterday", "2026-11-26"),
    ("gisteravond", "2026-11-26"),
    ("eergisteren", "2026-11-25"),
    ("day before yesterday", "2026-11-25"),
    ("the day before yesterday", "2026-11-25"),
    ("morgen", "2026-11-28"),
    ("morgenochtend", "2026-11-28"),
    ("morgen om 9 uur", "2026-11-28"),
    ("tomorrow", "2026-11-28"),
    ("tomorrow morning", "2026-11-28"),
    ("overmorgen", "2026-11-29"),
    ("overmorgenmiddag", "2026-11-29"),
    ("vorige week vrijdag", "2026-11-20"),
    ("afgelopen week dinsdag", "2026-11-17"),
    ("vorige week dinsdag", "2026-11-17"),
    ("dinsdag vorige week", "2026-11-17"),
    ("last week Tuesday", "2026-11-17"),
    ("Tuesday last week", "2026-11-17"),
    ("volgende week dinsdag", "2026-12-01"),
    ("komende week dinsdag", "2026-12-01"),
    ("deze week maandag", "2026-11-23"),
    ("vrijdag jl.", "2026-11-20"),
    ("vrijdag j.l.", "2026-11-20"),
    ("vrijdag jongstleden", "2026-11-20"),
    ("afgelopen vrijdag", "2026-11-20"),
    ("vorige vrijdag", "2026-11-20"),
    ("last Friday", "2026-11-20"),
    ("afgelopen dinsdag", "2026-11-24"),
    ("komende dinsdag", "2026-12-01"),
    ("aanstaande dinsdag", "2026-12-01"),
    ("dinsdag a.s.", "2026-12-01"),
    ("a.s. dinsdag", "2026-12-01"),
    ("next tuesday", "2026-12-01"),
    ("volgende dinsdag", "2026-12-01"),
    ("volgende vrijdag", "2026-12-04"),
    ("3 dec a.s.", "2026-12-03"),
    ("3-12 a.s.", "2026-12-03"),
    ("20 nov jl.", "2026-11-20"),
    ("20 november jongstleden", "2026-11-20"),
    ("2 weken geleden", "2026-11-13"),
    ("twee weken geleden", "2026-11-13"),
    ("veertien dagen geleden", "2026-11-13"),
    ("3 weken geleden", "2026-11-06"),
    ("een maand geleden", "2026-10-27"),
    ("een jaar geleden", "2025-11-27"),
    ("a fortnight ago", "2026-11-13"),
    ("two weeks ago", "2026-11-13"),
    ("3 days ago", "2026-11-24"),
    ("een week of twee geleden", "2026-11-13"),
    ("over een week of twee", "2026-12-11"),
    ("over veertien dagen", "2026-12-11"),
    ("over 14 dagen", "2026-12-11"),
    ("binnen 48 uur", "2026-11-29"),
    ("over 3 uur", "2026-11-27"),
    ("within 48h", "2026-11-29"),
    ("binnen 24 uur", "2026-11-28"),
    ("binnen 36 uur", "2026-11-28"),
    ("over 20 uur", "2026-11-27"),
    ("binnen 48u", "2026-11-29"),
    ("over een half jaar", "2027-05-27"),
    ("over 'n week", "2026-12-04"),
    ("over één week", "2026-12-04"),
    ("over zes weken", "2027-01-08"),
    ("over een kwartaal", "2027-02-27"),
    ("over anderhalf jaar", "2028-05-27"),
    ("in two weeks", "2026-12-11"),
    ("in a fortnight", "2026-12-11"),
    ("within 48 hours", "2026-11-29"),
    ("vrijdag over een week", "2026-12-04"),
    ("over een week vrijdag", "2026-12-04"),
    ("maandag over een week", "2026-12-07"),
    ("maandag over twee weken", "2026-12-14"),
    ("over 2 weken maandag", "2026-12-14"),
    ("29-nov-2026", "2026-11-29"),
    ("29 nov '26", "2026-11-29"),
    ("29 nov. 26", "2026-11-29"),
    ("29.11.26", "2026-11-29"),
    ("29/11/2026", "2026-11-29"),
    ("29 – 11 – 2026", "2026-11-29"),
    ("3–12–2026", "2026-12-03"),
    ("3—12—2026", "2026-12-03"),
    ("3−12−2026", "2026-12-03"),
    ("3\u{2011}12\u{2011}2026", "2026-12-03"),
    ("3\u{a0}dec\u{a0}2026", "2026-12-03"),
    ("03122026", "2026-12-03"),
    ("3 12 2026", "2026-12-03"),
    ("2026-12-03", "2026-12-03"),
    ("2026/12/03", "2026-12-03"),
    ("ma 30-11 14:00", "2026-11-30"),
    ("ma 30-11-2026 14:00", "2026-11-30"),
    ("30-11-2026 om 14.00 uur", "2026-11-30"),
    ("30-11-2026 14u30", "2026-11-30"),
    ("zo 29-11", "2026-11-29"),
    ("29-11 zo", "2026-11-29"),
    ("zo. 29-11", "2026-11-29"),
    ("ZONDAG 29 NOVEMBER", "2026-11-29"),
    ("zondag, 29 november", "2026-11-29"),
    ("4 december (vrijdag)", "2026-12-04"),
    ("4-12 vr", "2026-12-04"),
    ("di 24-11", "2026-11-24"),
    ("dinsdag 24 november", "2026-11-24"),
    ("Sunday 29 Nov", "2026-11-29"),
    ("einde van de maand", "2026-11-30"),
    ("eind van de maand", "2026-11-30"),
    ("end of the month", "2026-11-30"),
    ("eind volgende maand", "2026-12-31"),
    ("begin volgende maand", "2026-12-01"),
    ("eind vorige maand", "2026-10-31"),
    ("eind van het jaar", "2026-12-31"),
    ("eind december 2026", "2026-12-31"),
    ("half november 2025", "2025-11-15"),
    ("uiterlijk 4-12-2026", "2026-12-04"),
    ("vóór 1-12-2026", "2026-12-01"),
    ("voor 1 december 2026", "2026-12-01"),
    ("by 4 December 2026", "2026-12-04"),
    ("29 februari 2028", "2028-02-29"),
    ("before the weekend", "2026-11-27"),
    ("2 december 2026.", "2026-12-02"),
    ("29 -11 -2026", "2026-11-29"),
    ("di- 1-12-2026", "2026-12-01"),
    ("zondag - 29 november 2026", "2026-11-29"),
    ("- 29 november 2026", "2026-11-29"),
    ("over 0 dagen", "2026-11-27"),
    ("0 dagen geleden", "2026-11-27"),
    ("December 2nd, 2026", "2026-12-02"),
    ("vandaag over een week", "2026-12-04"),
];

#[test]
fn a_day_from_which_on_may_be_the_first_of_a_time() {
    for (text, day) in [
        ("vorige week", "2026-11-16"),
        ("deze week", "2026-11-23"),
        ("vorige maand", "2026-10-01"),
        ("deze maand", "2026-11-01"),
        ("vorig jaar", "2025-01-01"),
        ("dit jaar", "2026-01-01"),
        ("last week", "2026-11-16"),
        ("november", "2026-11-01"),
        ("2026", "2026-01-01"),
        ("week 40", "2026-09-28"),
        ("2 weken", "2026-11-13"),
        ("3 months", "2026-08-27"),
        ("gister", "2026-11-26"),
        ("1 nov", "2026-11-01"),
        ("maandag", "2026-11-23"),
    ] {
        assert!(matches!(since(text, today()), Read::Day(read) if read.day == on(day)), "{text}");
    }
    assert_eq!(since("gauw", today()), Read::Nothing);
}

#[test]
fn a_question_looks_back_or_forward() {
    for (text, back, forward) in FRIDAY {
        assert_eq!(date(text, today(), Looks::Back), Some(on(back)), "{text:?} back");
        assert_eq!(date(text, today(), Looks::Forward), Some(on(forward)), "{text:?} forward");
    }
    for (text, day) in FRIDAY_EITHER_WAY {
        for looks in [Looks::Back, Looks::Forward, Looks::Either] {
            assert_eq!(date(text, today(), looks), Some(on(day)), "{text:?} {looks:?}");
        }
    }
}

/// The same words from every day of two years: what holds for any of them.
#[test]
fn words_mean_the_same_on_every_day() {
    let first = on("2027-01-01");
    for today in first.iter_days().take(730) {
        let read = |text: &str, looks| date(text, today, looks).unwrap();
        for text in
            ["24 nov", "1-1", "31 dec", "29-2", "ma", "zondag", "half maart", "Friday", "Jan 1st", "29 feb"]
        {
            let (back, forward) = (read(text, Looks::Back), read(text, Looks::Forward));
            assert!(back <= today && today <= forward, "{text} on {today}: {back}, {forward}");
        }
        for (text, days) in [
            ("gisteren", -1),
            ("eergisteren", -2),
            ("morgen", 1),
            ("over 2 weken", 14),
            ("3 dagen geleden", -3),
        ] {
            assert_eq!((read(text, Looks::Either) - today).num_days(), days, "{text} on {today}");
        }
        for (word, sign) in [("vorige week", -1), ("volgende week", 1)] {
            let day = read(&format!("{word} woensdag"), Looks::Either);
            assert_eq!(day.weekday(), chrono::Weekday::Wed);
            let week = |day: NaiveDate| (day - on("2024-01-01")).num_days().div_euclid(7);
            assert_eq!(week(day) - week(today), sign, "{word} on {today}");
        }
    }
}

#[test]
fn the_turn_of_the_year() {
    let means = |text, today: &str, looks| date(text, on(today), looks).map(|day| day.to_string()).unwrap();
    assert_eq!(means("28 dec", "2027-01-04", Looks::Back), "2026-12-28");
    assert_eq!(means("28 dec", "2027-01-04", Looks::Either), "2026-12-28");
    assert_eq!(means("4-1", "2026-12-28", Looks::Forward), "2027-01-04");
    assert_eq!(means("4-1", "2026-12-28", Looks::Either), "2027-01-04");
    assert_eq!(means("week 1", "2026-12-28", Looks::Forward), "2027-01-08");
    assert_eq!(means("week 53", "2027-01-04", Looks::Back), "2026-12-28");
    assert_eq!(means("29 feb", "2028-02-29", Looks::Back), "2028-02-29");
    assert_eq!(means("over een maand", "2027-01-31", Looks::Forward), "2027-02-28");
    assert_eq!(means("eind februari", "2028-02-01", Looks::Forward), "2028-02-29");
}

#[test]
fn where_two_days_are_likely_it_is_asked_which() {
    let which = |text, looks| read(text, today(), looks);
    let both = |first: &str, second: &str| Read::Which(on(first), on(second));
    assert_eq!(which("maandag", Looks::Either), both("2026-11-23", "2026-11-30"));
    assert_eq!(which("24-5", Looks::Either), both("2026-05-24", "2027-05-24"));
    assert_eq!(date("24-11", today(), Looks::Either), Some(on("2026-11-24")));
    assert_eq!(date("3-12", today(), Looks::Either), Some(on("2026-12-03")));
    // On a Wednesday "next Friday" is two days away to one, and nine to another.
    let wednesday = on("2026-11-25");
    for text in ["volgende vrijdag", "next friday"] {
        assert_eq!(read(text, wednesday, Looks::Forward), both("2026-11-27", "2026-12-04"));
    }
    assert_eq!(read("vorige dinsdag", today(), Looks::Back), both("2026-11-17", "2026-11-24"));
}

#[test]
fn what_speaks_against_a_day_is_said() {
    let remark = |text, looks| match read(text, today(), looks) {
        Read::Day(reading) => reading.remark,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(remark("20 nov", Looks::Back), None);
    assert_eq!(remark("20 nov", Looks::Forward), Some(Remark::NearerIn(2026)));
    for text in ["1 januari", "1-1", "kerst", "nieuwjaar", "eind december", "week 50", "31 dec", "6 jan."] {
        assert_eq!(remark(text, Looks::Back), None, "{text}");
    }
    // Nearer to come than to have been a year ago: likely its day or month was typed wrongly.
    for text in ["11 dec", "28 november", "28/11", "27-12", "1-12"] {
        assert_eq!(remark(text, Looks::Back), Some(Remark::NearerIn(2026)), "{text}");
    }
    for text in ["28-11-2025", "28 nov vorig jaar", "28 november jl.", "vr 28 nov", "1 sep", "29 dec"] {
        assert_eq!(remark(text, Looks::Back), None, "{text}");
    }
    assert_eq!(remark("morgen", Looks::Back), Some(Remark::ToCome));
    assert_eq!(remark("29-11-2026", Looks::Back), Some(Remark::ToCome));
    assert_eq!(remark("gisteren", Looks::Forward), Some(Remark::Been));
    let years = |text, looks| match remark(text, looks) {
        Some(Remark::Far(years)) => Some(years),
        _ => None,
    };
    for (text, looks, far) in [
        ("23-11-1926", Looks::Back, Some(-100)),
        ("23 november 1926", Looks::Back, Some(-100)),
        ("1926-11-23", Looks::Back, Some(-100)),
        ("100 jaar geleden", Looks::Back, Some(-100)),
        ("23-11-1926", Looks::Either, None),
        ("23-11-1905", Looks::Either, Some(-121)),
        ("23-11-2016", Looks::Back, None),
        ("3-3-2007", Looks::Back, None),
        ("4-12-2126", Looks::Forward, Some(100)),
        ("4-12-2036", Looks::Forward, Some(10)),
        ("over 100 jaar", Looks::Forward, Some(100)),
        ("4-12-2027", Looks::Forward, None),
        ("over 2 jaar", Looks::Forward, None),
        ("4-12-2062", Looks::Either, Some(36)),
        ("4-12-2126", Looks::Back, Some(100)),
        ("1-1-2200", Looks::Either, Some(173)),
    ] {
        assert_eq!(years(text, looks), far, "{text} {looks:?}");
    }
    assert_eq!(remark("23-11-1926", Looks::Forward), Some(Remark::Been));
    for text in [
        "31-11",
        "31 november",
        "29-2-2027",
        "30 feb",
        "0-1",
        "32-1",
        "13-13",
        "31-04-2027",
        "30-20",
        "2/30/2026",
    ] {
        for looks in [Looks::Back, Looks::Forward, Looks::Either] {
            assert_eq!(read(text, today(), looks), Read::Impossible, "{text:?}");
        }
    }
    for (text, day, month) in [
        ("11/20", 20, 11),
        ("11-20", 20, 11),
        ("11/20/2026", 20, 11),
        ("12/13", 13, 12),
        ("1-13", 13, 1),
        ("2026-20-11", 20, 11),
        ("02/29", 29, 2),
        ("vr 11/20", 20, 11),
    ] {
        for looks in [Looks::Back, Looks::Forward, Looks::Either] {
            assert_eq!(read(text, today(), looks), Read::MonthFirst { day, month }, "{text:?}");
        }
    }
    for text in ["ma 29-11", "maandag 29 november 2026", "29-11-2026 (ma)"] {
        assert_eq!(read(text, today(), Looks::Forward), Read::OtherWeekday(on("2026-11-29")), "{text:?}");
    }
}

#[test]
fn the_day_in_numbers_says_all_or_the_text_stays() {
    let is_whole = |text| match read(text, today(), Looks::Forward) {
        Read::Day(reading) => reading.is_whole,
        other => panic!("{text}: {other:?}"),
    };
    for text in ["vrijdag", "over 2 weken", "binnen 48 uur", "29 nov", "uiterlijk 1 dec", "3 dec a.s."] {
        assert!(is_whole(text), "{text:?}");
    }
    for text in [
        "ma 30-11 14:00",
        "morgenochtend",
        "eind december",
        "week 50",
        "over 36 uur",
        "binnen 3 uur",
        "na het weekend",
        "over een week of twee",
    ] {
        assert!(!is_whole(text), "{text:?}");
    }
}

#[test]
fn a_wrong_weekday_turns_no_deadline_back_a_year() {
    let other = |typed: &str, looks| match read(typed, today(), looks) {
        Read::OtherWeekday(day) => day.to_string(),
        read => format!("{read:?}"),
    };
    assert_eq!(other("woensdag 31 dec", Looks::Forward), "2026-12-31");
    assert_eq!(other("dinsdag 6 januari", Looks::Forward), "2027-01-06");
    assert_eq!(other("zaterdag 20 november", Looks::Back), "2026-11-20");
    for (typed, meant) in [
        ("woensdag 31 dec", "2026-12-31"),
        ("wo 31-12", "2026-12-31"),
        ("donderdag 15 jan", "2027-01-15"),
        ("15 januari (donderdag)", "2027-01-15"),
        ("Thursday 15 January", "2027-01-15"),
        ("maandag 20 november", "2026-11-20"),
        ("vrijdag 3 dec", "2026-12-03"),
        ("zondag 1 februari", "2027-02-01"),
        ("dinsdag 2 dec", "2026-12-02"),
    ] {
        assert_eq!(other(typed, Looks::Either), meant, "{typed}");
    }
    assert_eq!(date("donderdag 31 dec", today(), Looks::Either), Some(on("2026-12-31")));
    assert_eq!(date("vrijdag 15 jan", today(), Looks::Either), Some(on("2027-01-15")));
    assert_eq!(date("vr 20-11", today(), Looks::Either), Some(on("2026-11-20")));
    // A week ago with the right weekday is a day that has been, and is said to be.
    assert!(matches!(read("vrijdag 20 nov", today(), Looks::Forward), Read::Day(_)));
}
