//! Days that are asked about, and days of meetings that nobody knows yet.

use chrono::NaiveDate;

use crate::checklist::Looks;
use crate::meeting::typed::{Read, date, met, met_briefly, said, since, stands};
use crate::words::Language;

/// Most years have no week 53, which may end in the next year and may be years away: then that is asked.
#[test]
fn a_week_53_is_the_one_at_the_turn_of_the_year_or_asked_about() {
    for (today, looks, expected) in [
        ("2027-01-01", Looks::Forward, "vrijdag 1 januari 2027"),
        ("2026-12-31", Looks::Forward, "vrijdag 1 januari 2027"),
        ("2026-11-27", Looks::Forward, "vrijdag 1 januari 2027"),
        ("2027-01-01", Looks::Back, "maandag 28 december 2026"),
        ("2026-11-27", Looks::Back, "maandag 28 december 2020; dat is 5 jaar geleden. Klopt het jaar?"),
        ("2028-02-29", Looks::Forward, "vrijdag 31 december 2032; dat is over 4 jaar. Klopt het jaar?"),
        ("2028-02-29", Looks::Back, "maandag 28 december 2026; dat is 1 jaar geleden. Klopt het jaar?"),
    ] {
        let said = said(Language::Dutch, "week 53", today.parse().unwrap(), looks);
        assert_eq!(said, expected, "{today} {looks:?}");
    }
}

#[test]
fn three_pairs_of_digits_are_a_day() {
    let today = "2026-11-27".parse().unwrap();
    let read = |text: &str| date(text, today, Looks::Forward).map(|day| day.to_string());
    for (text, expected) in [
        ("01 12 26", Some("2026-12-01")),
        ("03 12 26", Some("2026-12-03")),
        ("di 01 12 26", Some("2026-12-01")),
        ("31 12 26", Some("2026-12-31")),
        ("01 13 26", None),
        ("1 12 26", None),
        ("1 2 3", None),
        ("12 34 56", None),
        ("72 80 96", None),
    ] {
        assert_eq!(read(text).as_deref(), expected, "{text}");
    }
}

/// The day of a meeting that stands is asked about where its year may be a slip.
#[test]
fn a_meeting_far_off_is_asked_about() {
    let today: NaiveDate = "2026-11-27".parse().unwrap();
    for (day, asked) in [
        ("2026-11-27", false),
        ("2031-11-27", false),
        ("2062-11-27", true),
        ("2033-01-01", true),
        ("2076-11-27", true),
        ("2010-01-01", false),
        ("1926-11-27", true),
    ] {
        let said = stands(Language::Dutch, day.parse().unwrap(), today);
        assert_eq!(said.contains("Klopt het jaar?"), asked, "{said}");
    }
}

/// The day of a meeting that nobody knows yet is told in the words that were typed.
#[test]
fn a_day_that_is_a_question_is_told_in_its_words() {
    for (typed, told, briefly) in [
        ("", "27 nov", "27 nov"),
        ("  ", "27 nov", "27 nov"),
        ("volgende week", "dag nog niet bekend: volgende week", "volgende week?"),
        ("31-11", "dag nog niet bekend: 31-11", "31-11?"),
        ("15 juli?", "dag nog niet bekend: 15 juli?", "15 juli?"),
        (
            "na de vakantie van dokter Fictief",
            "dag nog niet bekend: na de vakantie van dokter Fictief",
            "na de vakanti...?",
        ),
    ] {
        assert_eq!(met(Language::Dutch, typed, "27 nov".to_owned()), told, "{typed}");
        assert_eq!(met_briefly(typed, "27 nov".to_owned()), briefly, "{typed}");
    }
}

/// By a clock that is centuries off, what is counted from it is a day all the same.
#[test]
fn a_day_beside_today_is_one_by_any_clock() {
    for today in ["2300-01-01", "1890-06-01", "9998-03-01", "2026-11-27"] {
        let today: NaiveDate = today.parse().unwrap();
        let back = |days| Some(today - chrono::TimeDelta::days(days));
        for (text, day) in [
            ("gisteren", back(1)),
            ("vandaag", back(0)),
            ("2 weken geleden", back(14)),
            ("eergisteren", back(2)),
        ] {
            assert_eq!(date(text, today, Looks::Back), day, "{text} {today}");
        }
    }
    let today: NaiveDate = "2026-11-27".parse().unwrap();
    for text in ["01-01-0001", "31-12-9999", "27-11-2206", "27-11-1899"] {
        assert_eq!(date(text, today, Looks::Either), None, "{text}");
    }
}

/// Behind `--since` and `--from` stands a day, a month, a year or so long ago.
#[test]
fn since_begins_with_what_is_longer_than_a_day() {
    let today: NaiveDate = "2026-11-27".parse().unwrap();
    for (text, expected) in [
        ("2026", Some("2026-01-01")),
        ("november", Some("2026-11-01")),
        ("11-2026", Some("2026-11-01")),
        ("3-2025", Some("2025-03-01")),
        ("vorige maand", Some("2026-10-01")),
        ("2 maanden", Some("2026-09-27")),
        ("gisteren", Some("2026-11-26")),
        ("13-2026", None),
        ("3", None),
        ("ooit", None),
    ] {
        let day = match since(text, today) {
            Read::Day(reading) => Some(reading.day.to_string()),
            _ => None,
        };
        assert_eq!(day.as_deref(), expected, "{text}");
    }
}
