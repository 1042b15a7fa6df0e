//! Days as people name them in passing: with words around them, in dialect and in short, and what a field asks about.

use chrono::NaiveDate;

use crate::checklist::Looks;
use crate::meeting::typed::{self, Read, date, read, told, whole_date};
use crate::words::Language;

/// A Friday.
fn today() -> NaiveDate {
    on("2026-11-27")
}

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// What the field shows, typed on a Friday; nothing where it is no one day.
fn shown(text: &str, looks: Looks) -> String {
    match read(text, today(), looks) {
        Read::Day(reading) => reading.day.to_string(),
        Read::Which(first, second) => format!("{first} of {second}"),
        _ => String::new(),
    }
}

/// Typed, what it is to a question that looks back, and to one that looks forward.
const IN_PASSING: &[(&str, &str, &str)] = &[
    ("d.d. 24-11-2026", "2026-11-24", "2026-11-24"),
    ("dd 24-11", "2026-11-24", "2027-11-24"),
    ("2026-11-24T10:30", "2026-11-24", "2026-11-24"),
    ("2026-11-24T10:30:00Z", "2026-11-24", "2026-11-24"),
    ("vr 4-12 voor 12:00", "2026-12-04", "2026-12-04"),
    ("vrijdag voor 12 uur", "2026-11-20", "2026-12-04"),
    ("maandag na 14:00", "2026-11-23", "2026-11-30"),
    ("liefst vrijdag", "2026-11-20", "2026-12-04"),
    ("het liefst vrijdag", "2026-11-20", "2026-12-04"),
    ("bij voorkeur maandag", "2026-11-23", "2026-11-30"),
    ("preferably Friday", "2026-11-20", "2026-12-04"),
    ("t/m vrijdag", "2026-11-20", "2026-12-04"),
    ("tot en met vrijdag", "2026-11-20", "2026-12-04"),
    ("m.i.v. 1 december", "2025-12-01", ""),
    ("met ingang van 1 december 2026", "2026-12-01", ""),
    ("eerste december", "2025-12-01", "2026-12-01"),
    ("first of December", "2025-12-01", "2026-12-01"),
    ("verleden vrijdag", "2026-11-20", "2026-11-20"),
    ("verleden week vrijdag", "2026-11-20", "2026-11-20"),
    ("afgelopen nacht", "2026-11-26 of 2026-11-27", "2026-11-26 of 2026-11-27"),
    ("over een weekje", "2026-12-04", "2026-12-04"),
    ("over 2 weekjes", "2026-12-11", "2026-12-11"),
    ("een maandje geleden", "2026-10-27", "2026-10-27"),
    ("over 1,5 week", "2026-12-07", "2026-12-07"),
    ("1,5 week geleden", "2026-11-17", "2026-11-17"),
    ("over 1\u{bd} jaar", "2028-05-27", "2028-05-27"),
    ("over 1,5 maand", "2027-01-11", "2027-01-11"),
    ("1e kerstdag", "2025-12-25", "2026-12-25"),
    ("2e kerstdag", "2025-12-26", "2026-12-26"),
    ("3e kerstdag", "", ""),
    ("met kerst", "2025-12-25", "2026-12-25"),
    ("na de kerst", "2025-12-27", "2026-12-27"),
    ("before Christmas", "2025-12-24", "2026-12-24"),
    ("voor sinterklaas", "2025-12-05", "2026-12-05"),
    ("over 1 jr", "2027-11-27", "2027-11-27"),
    ("1 jr", "2025-11-27", "2027-11-27"),
    ("over 14 dg", "2026-12-11", "2026-12-11"),
    ("in 6 weeks' time", "2027-01-08", "2027-01-08"),
    ("in six wks", "2027-01-08", "2027-01-08"),
    ("three wks ago", "2026-11-06", "2026-11-06"),
    ("this afternoon", "2026-11-27", "2026-11-27"),
    ("a week ago today", "2026-11-20", "2026-11-20"),
    ("Boxing Day", "2025-12-26", "2026-12-26"),
    ("Christmas Eve", "2025-12-24", "2026-12-24"),
    ("New Year's Day", "2026-01-01", "2027-01-01"),
    ("New Year\u{2019}s Eve", "2025-12-31", "2026-12-31"),
    ("w/c 7 December", "2025-12-07", "2026-12-07"),
    ("week commencing 7 December 2026", "2026-12-07", "2026-12-07"),
];

/// A day and what is said about it, to a question that looks forward.
const WITH_MORE: &[(&str, &str)] = &[
    ("10 januari, of eerder bij een val", "2027-01-10"),
    ("10 januari of eerder bij een val", "2027-01-10"),
    ("10 jan. (eerder bij koorts > 38,5)", "2027-01-10"),
    (
        "10-1-2027; eerder als de pijn toeneemt, of als mevrouw het zelf vraagt aan de wijkverpleging",
        "2027-01-10",
    ),
    ("10 januari - tenzij opname", "2027-01-10"),
    ("10 januari, mits thuis", "2027-01-10"),
    ("vrijdag 4 dec bij huisbezoek", "2026-12-04"),
    ("vrijdag 4 dec, telefonisch", "2026-12-04"),
    ("maandag met de huisarts", "2026-11-30"),
    ("maandag in het MDO", "2026-11-30"),
    ("vrijdag of zo", "2026-12-04"),
    ("over 2 weken, eerder bij klachten", "2026-12-11"),
    ("2 weken, eerder bij klachten", "2026-12-11"),
    ("begin januari of eerder", "2027-01-01"),
    ("10 January, or sooner if he falls", "2027-01-10"),
    ("Friday, at the clinic", "2026-12-04"),
    ("Friday unless admitted", "2026-12-04"),
];

#[test]
fn days_are_named_in_passing() {
    let wrong: Vec<_> = IN_PASSING
        .iter()
        .map(|(text, back, forward)| {
            (text, [*back, *forward], [shown(text, Looks::Back), shown(text, Looks::Forward)])
        })
        .filter(|(_, wanted, found)| wanted.iter().zip(found).any(|(wanted, found)| wanted != found))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The day counts, and the words stay with it on every paper.
#[test]
fn a_day_with_a_condition_is_that_day() {
    for (text, day) in WITH_MORE {
        assert_eq!(date(text, today(), Looks::Forward), Some(on(day)), "{text}");
        assert_eq!(whole_date(text, today(), Looks::Forward), None, "{text} is written out");
        let paper = told(Language::Dutch, text, today(), Looks::Forward);
        assert_eq!(paper, format!("{text} ({})", typed::day(on(day), Language::Dutch)));
    }
}

#[test]
fn what_does_not_begin_with_one_day_is_none() {
    for text in [
        "eerder bij een val",
        "of eerder bij een val",
        "bij een val",
        "10 januari, 12 januari",
        "maandag, dinsdag en woensdag",
        "3 dagen koorts",
        "2 weken na ontslag",
        "2 weken bij klachten",
        "elke maandag, eerder bij koorts",
        "pijn sinds maandag bij lopen",
        "1 of 2 keer bij pijn",
        "na 2 kuren, eerder bij koorts",
    ] {
        assert_eq!(read(text, today(), Looks::Forward), Read::Nothing, "{text}");
    }
}

/// The first Tuesday of the month, this week's Monday: what has been comes again.
#[test]
fn a_question_that_looks_forward_gets_no_day_that_has_been() {
    let texts = [
        "eerste dinsdag van de maand",
        "2e maandag van de maand",
        "first Tuesday of the month",
        "laatste vrijdag van de maand",
        "begin van de week",
        "half de maand",
        "begin van de maand",
        "eind van de maand",
        "begin van het jaar",
        "start of the week",
    ];
    for today in on("2026-11-27").iter_days().take(400) {
        for text in texts {
            let day = date(text, today, Looks::Forward);
            assert!(day.is_some_and(|day| day >= today), "{text} on {today}: {day:?}");
        }
    }
    assert_eq!(shown("eerste dinsdag van de maand", Looks::Forward), "2026-12-01");
    assert_eq!(shown("eerste dinsdag van de maand", Looks::Back), "2026-11-03");
    assert_eq!(shown("eerste dinsdag van deze maand", Looks::Forward), "2026-11-03");
}

/// What the field asked and nobody answered is no fact: neither on paper nor in what is counted from it.
#[test]
fn an_unanswered_question_stays_in_the_words_that_were_typed() {
    for (text, looks) in [
        ("24 november", Looks::Forward),
        ("20 nov", Looks::Forward),
        ("week 47", Looks::Forward),
        ("half november", Looks::Forward),
        ("24 november, of eerder bij een val", Looks::Forward),
        ("volgend weekend", Looks::Forward),
    ] {
        assert_eq!(date(text, today(), looks), None, "{text}");
        assert_eq!(whole_date(text, today(), looks), None, "{text}");
        assert_eq!(told(Language::Dutch, text, today(), looks), text);
    }
    assert_eq!(date("31 dec", today(), Looks::Back), Some(on("2025-12-31")), "of what has been nobody asks");
    assert_eq!(date("3 dec", today(), Looks::Back), None, "but of what is likely a slip");
    for (text, day) in
        [("24 november 2027", "2027-11-24"), ("10 januari", "2027-01-10"), ("1 mei", "2027-05-01")]
    {
        assert_eq!(date(text, today(), Looks::Forward), Some(on(day)), "{text}");
    }
}
