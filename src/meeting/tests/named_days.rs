//! Feast days, halves of lengths, days about another day, and what "voor" a day means.

use super::days::{Row, date, on, today};
use crate::checklist::Looks;
use crate::meeting::typed::{Read, read, said, whole_date};
use crate::words::Language;

/// On a Friday; where a cell is empty, a question that looks that way understands no day.
const NAMED: &[Row] = &[
    ("voor nieuwjaar", "2026-01-01", "2027-01-01"),
    ("voor 1 januari", "2026-01-01", "2027-01-01"),
    ("vóór nieuwjaarsdag", "2026-01-01", "2027-01-01"),
    ("before New Year's Day", "2026-01-01", "2027-01-01"),
    ("before New Year", "2026-01-01", "2027-01-01"),
    ("voor koningsdag", "2026-04-27", "2027-04-27"),
    ("voor sinterklaas", "2025-12-05", "2026-12-05"),
    ("voor 5 december", "2025-12-05", "2026-12-05"),
    ("voor kerst", "2025-12-24", "2026-12-24"),
    ("voor de kerstdagen", "2025-12-24", "2026-12-24"),
    ("voor oud en nieuw", "2025-12-30", "2026-12-30"),
    ("voor Pasen", "2026-04-04", "2027-03-27"),
    ("vlak voor kerst", "2025-12-24", "2026-12-24"),
    ("kort na Pasen", "2026-04-07", "2027-03-30"),
    ("rond de jaarwisseling", "2025-12-31", "2026-12-31"),
    ("before Easter", "2026-04-04", "2027-03-27"),
    ("voor Pinksteren", "2026-05-23", "2027-05-15"),
    ("voor hemelvaart", "2026-05-14", "2027-05-06"),
    ("voor januari", "2025-12-31", "2026-12-31"),
    ("before January", "2025-12-31", "2026-12-31"),
    ("voor februari 2027", "2027-01-31", "2027-01-31"),
    ("voor volgende week", "", "2026-11-27"),
    ("voor volgende maand", "", "2026-11-30"),
    ("voor week 50", "2025-12-05", "2026-12-04"),
    ("voor het weekend", "2026-11-27", "2026-11-27"),
    ("voor het einde van de maand", "2026-11-30", "2026-11-30"),
    ("voor het eind van de week", "2026-11-27", "2026-11-27"),
    ("voor het einde van het jaar", "2026-12-31", "2026-12-31"),
    ("voor eind december", "2025-12-31", "2026-12-31"),
    ("tegen het eind van de maand", "2026-11-30", "2026-11-30"),
    ("by the end of the month", "2026-11-30", "2026-11-30"),
    ("na nieuwjaar", "2026-01-02", "2027-01-02"),
    ("na kerst", "2025-12-27", "2026-12-27"),
    ("na Pasen", "2026-04-07", "2027-03-30"),
    ("met Pasen", "2026-04-05", "2027-03-28"),
    ("Pasen 2025", "2025-04-20", "2025-04-20"),
    ("eerste paasdag", "2026-04-05", "2027-03-28"),
    ("tweede paasdag", "2026-04-06", "2027-03-29"),
    ("paasmaandag", "2026-04-06", "2027-03-29"),
    ("derde paasdag", "", ""),
    ("Easter Sunday 2027", "2027-03-28", "2027-03-28"),
    ("Easter Monday", "2026-04-06", "2027-03-29"),
    ("goede vrijdag", "2026-04-03", "2027-03-26"),
    ("Good Friday", "2026-04-03", "2027-03-26"),
    ("hemelvaart", "2026-05-14", "2027-05-06"),
    ("Hemelvaartsdag", "2026-05-14", "2027-05-06"),
    ("Pinksteren", "2026-05-24", "2027-05-16"),
    ("2e pinksterdag", "2026-05-25", "2027-05-17"),
    ("bevrijdingsdag", "2026-05-05", "2027-05-05"),
    ("koningsdag 2025", "2025-04-26", "2025-04-26"),
    ("koningsdag", "2026-04-27", "2027-04-27"),
    ("sinterklaasavond", "2025-12-05", "2026-12-05"),
    ("moederdag", "2026-05-10", "2027-05-09"),
    ("carnaval", "2026-02-15", "2027-02-07"),
    ("2 dagen voor kerst", "2025-12-23", "2026-12-23"),
    ("twee dagen na Sinterklaas", "2025-12-07", "2026-12-07"),
    ("dag na kerst", "2025-12-27", "2026-12-27"),
    ("de dag voor kerst", "2025-12-24", "2026-12-24"),
    ("een week na Pasen", "2026-04-13", "2027-04-05"),
    ("vorig jaar kerst", "2025-12-25", "2025-12-25"),
    ("kerst vorig jaar", "2025-12-25", "2025-12-25"),
    ("afgelopen Pasen", "2026-04-05", "2026-04-05"),
    ("volgend jaar met Pasen", "2027-03-28", "2027-03-28"),
    ("komende kerst", "2026-12-25", "2026-12-25"),
    ("rond kerst", "2025-12-25", "2026-12-25"),
    ("48 uur", "2026-11-25", "2026-11-29"),
    ("48u", "2026-11-25", "2026-11-29"),
    ("72 uur", "2026-11-24", "2026-11-30"),
    ("24 uur", "2026-11-26", "2026-11-28"),
    ("20 uur", "", ""),
    ("< 48 uur", "2026-11-29", "2026-11-29"),
    ("<1 week", "2026-12-04", "2026-12-04"),
    ("+2w", "2026-12-11", "2026-12-11"),
    ("+ 2 weken", "2026-12-11", "2026-12-11"),
    ("+14", "", ""),
    ("max. 2 weken", "2026-11-13", "2026-12-11"),
    ("anderhalve maand", "2026-10-12", "2027-01-11"),
    ("anderhalve week", "2026-11-17", "2026-12-07"),
    ("anderhalf jaar", "2025-05-27", "2028-05-27"),
    ("over anderhalf jaar", "2028-05-27", "2028-05-27"),
    ("over anderhalve dag", "2026-11-28", "2026-11-28"),
    ("½ jaar", "2026-05-27", "2027-05-27"),
    ("over een ½ jaar", "2027-05-27", "2027-05-27"),
    ("over 2½ maand", "2027-02-11", "2027-02-11"),
    ("over 2,5 week", "2026-12-14", "2026-12-14"),
    ("over 2.5 weken", "2026-12-14", "2026-12-14"),
    ("over tweeënhalve week", "2026-12-14", "2026-12-14"),
    ("over twee en een half jaar", "2029-05-27", "2029-05-27"),
    ("in a year and a half", "2028-05-27", "2028-05-27"),
    ("two and a half weeks ago", "2026-11-10", "2026-11-10"),
    ("over een halve maand", "2026-12-12", "2026-12-12"),
    ("2,5", "", ""),
    ("jaar geleden", "2025-11-27", "2025-11-27"),
    ("week terug", "2026-11-20", "2026-11-20"),
    ("maand geleden", "2026-10-27", "2026-10-27"),
    ("weken geleden", "", ""),
    ("een paar dagen geleden", "", ""),
    ("enkele weken geleden", "", ""),
    ("zojuist", "2026-11-27", "2026-11-27"),
    ("deze ochtend", "2026-11-27", "2026-11-27"),
    ("4 dec om 9", "2025-12-04", "2026-12-04"),
    ("morgen om 9", "2026-11-28", "2026-11-28"),
    ("by Friday noon", "2026-11-20", "2026-12-04"),
    ("Friday by lunchtime", "2026-11-20", "2026-12-04"),
    ("by close of business Friday", "2026-11-20", "2026-12-04"),
    ("Friday EOD", "2026-11-20", "2026-12-04"),
    ("first thing Monday", "2026-11-23", "2026-11-30"),
    ("Friday at the latest", "2026-11-20", "2026-12-04"),
    ("no later than Friday", "2026-11-20", "2026-12-04"),
    ("on or before 4 December", "2025-12-04", "2026-12-04"),
    ("this coming Monday", "2026-11-30", "2026-11-30"),
    ("two weeks today", "2026-12-11", "2026-12-11"),
    ("a week tomorrow", "2026-12-05", "2026-12-05"),
    ("two weeks on Monday", "2026-12-14", "2026-12-14"),
    ("a week from Friday", "2026-12-04", "2026-12-04"),
    ("the week after next", "", "2026-12-11"),
    ("vrijdag eind van de dag", "2026-11-20", "2026-12-04"),
    ("vrijdag einde dag", "2026-11-20", "2026-12-04"),
    ("vrijdag voor de lunch", "2026-11-20", "2026-12-04"),
    ("vrijdag uiterlijk", "2026-11-20", "2026-12-04"),
    ("uiterlijk over 2 weken", "2026-12-11", "2026-12-11"),
    ("op zijn laatst vrijdag", "2026-11-20", "2026-12-04"),
    ("15e volgende maand", "2026-12-15", "2026-12-15"),
    ("de 15e van volgende maand", "2026-12-15", "2026-12-15"),
    ("15 volgende maand", "2026-12-15", "2026-12-15"),
    ("volgende maand de 15e", "2026-12-15", "2026-12-15"),
    ("the 15th of next month", "2026-12-15", "2026-12-15"),
    ("15e vorige maand", "2026-10-15", "2026-10-15"),
    ("de 15e van deze maand", "2026-11-15", "2026-11-15"),
    ("15e van de maand", "2026-11-15", "2026-12-15"),
    ("eerste week van januari", "2026-01-01", "2027-01-08"),
    ("eerste week januari", "2026-01-01", "2027-01-08"),
    ("tweede week december", "2025-12-08", "2026-12-11"),
    ("laatste week van december", "2025-12-22", "2026-12-31"),
    ("first week of January", "2026-01-01", "2027-01-08"),
    ("in de eerste week van januari", "2026-01-01", "2027-01-08"),
    ("eerste week van volgende maand", "2026-12-01", "2026-12-04"),
    ("week van 7 december", "2025-12-07", "2026-12-07"),
    ("in de week van 7 december", "2025-12-07", "2026-12-07"),
    ("w49", "2025-12-01", "2026-12-04"),
    ("rond 10 november", "2026-11-10", "2027-11-10"),
    ("ca. 10 november", "2026-11-10", "2027-11-10"),
    ("± 10 nov", "2026-11-10", "2027-11-10"),
    ("~10 nov", "2026-11-10", "2027-11-10"),
    ("+/- 10 nov", "2026-11-10", "2027-11-10"),
    ("around 10 November", "2026-11-10", "2027-11-10"),
    ("± 2 weken geleden", "2026-11-13", "2026-11-13"),
    ("over ± 2 weken", "2026-12-11", "2026-12-11"),
    ("omstreeks half december", "2025-12-15", "2026-12-15"),
    ("twintig november", "2026-11-20", "2027-11-20"),
    ("vlgnd week do", "2026-12-03", "2026-12-03"),
    ("'t weekend", "2026-11-21", "2026-11-28"),
    ("eind v.d. week", "2026-11-27", "2026-11-27"),
    ("eind vd maand", "2026-11-30", "2026-11-30"),
    ("na 17 uur", "", ""),
    ("na 48 uur", "2026-11-29", "2026-11-29"),
    ("komende vrijdag voor 17.00 uur", "2026-12-04", "2026-12-04"),
    ("vrijdag na 9.30", "2026-11-20", "2026-12-04"),
    ("4\\12\\2026", "2026-12-04", "2026-12-04"),
    ("December the 4th", "2025-12-04", "2026-12-04"),
    ("zsm", "", ""),
    ("suikerfeest", "", ""),
    ("voor de vakantie", "", ""),
    ("voor de operatie", "", ""),
    ("a may", "", ""),
];

#[test]
fn days_by_name_and_about_another_day() {
    let day = |text: &str, looks| date(text, today(), looks).map(|day| day.to_string()).unwrap_or_default();
    let wrong: Vec<_> = NAMED
        .iter()
        .map(|(text, back, forward)| {
            (text, [back, forward], [day(text, Looks::Back), day(text, Looks::Forward)])
        })
        .filter(|(_, wanted, found)| wanted.iter().zip(found).any(|(wanted, found)| *wanted != found))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_that_say_more_than_the_day_stay_beside_it() {
    for text in [
        "rond 10 december",
        "± 4 dec",
        "voor kerst",
        "over 2½ maand",
        "eerste week van januari",
        "4 dec om 9",
    ] {
        assert_eq!(whole_date(text, today(), Looks::Forward), None, "{text}");
        assert!(matches!(read(text, today(), Looks::Forward), Read::Day(_)), "{text}");
    }
}

#[test]
fn a_month_before_its_day_is_told_how_to_turn_round() {
    assert_eq!(
        said(Language::Dutch, "11/20", today(), Looks::Back),
        "er is geen maand 20. Bedoelt u 20-11? Typ eerst de dag, dan de maand"
    );
    assert_eq!(
        said(Language::English, "11/20/2026", today(), Looks::Back),
        "there is no month 20. Do you mean 20-11? Type the day first, then the month"
    );
}

/// "Voor" a feast of one day is "voor" its day of the month, on every day of two years.
#[test]
fn before_a_feast_of_one_day_is_before_its_day() {
    for today in on("2026-01-01").iter_days().take(730) {
        for (feast, day) in [
            ("nieuwjaar", "1 januari"),
            ("sinterklaas", "5 december"),
            ("bevrijdingsdag", "5 mei"),
            ("oudjaar", "31 december"),
        ] {
            for looks in [Looks::Back, Looks::Forward, Looks::Either] {
                let [by_name, in_numbers] =
                    [feast, day].map(|day| date(&format!("voor {day}"), today, looks));
                assert_eq!(by_name, in_numbers, "{feast} on {today}");
            }
        }
    }
}

/// What may be several days is asked about and made into none; "said" is what stands beside the field.
#[test]
fn of_what_is_vague_no_day_is_made_up() {
    let vague = [
        "paar dagen geleden",
        "een paar weken geleden",
        "Een paar dagen terug",
        "enkele weken geleden",
        "a few days ago",
        "a couple of weeks ago",
        "several months ago",
        "over een paar dagen",
        "binnen enkele weken",
        "in a couple of weeks",
        "in a few days' time",
        "de afgelopen weken",
        "afgelopen dagen",
        "komende maanden",
        "the past few weeks",
        "november 2025",
        "nov '25",
        "in november",
        "maart",
        "rond januari",
        "March 2027",
        "volgend voorjaar",
        "dit najaar",
        "in het voorjaar",
        "na de zomer",
        "eind van de zomer",
        "next spring",
        "winter 2027",
        "vorige week",
        "vorige maand",
        "afgelopen maand",
        "last year",
        "volgend jaar",
        "dit kwartaal",
        "in 2025",
        "Q1 2027",
        "eind Q1",
        "eerste kwartaal 2027",
        "tweede helft van januari",
        "eerste werkdag van januari",
        "de afgelopen 2 weken",
        "afgel. 14 dgn",
        "komende 3 mnd",
        "the last 3 days",
        "een dag of wat geleden",
        "over een week of wat",
        "a week or so ago",
        "the week before last",
        "voorvorige week",
        "van de week",
        "nov 25",
        "mei 24",
        "November last year",
        "vorig jaar november",
        "nov jl.",
        "jan a.s.",
    ];
    for text in vague {
        for looks in [Looks::Back, Looks::Forward, Looks::Either] {
            assert_eq!(read(text, today(), looks), Read::Vague, "{text} {looks:?}");
            assert_eq!(whole_date(text, today(), looks), None, "{text}");
        }
        let told = said(Language::Dutch, text, today(), Looks::Back);
        assert_eq!(told, "welke dag is dat? Typ de datum, of laat de tekst zo staan", "{text}");
    }
    // Of a month, a week or a year in which nothing is to be done any more it is asked too.
    for text in ["deze maand", "deze week", "volgende maand"] {
        assert_eq!(read(text, today(), Looks::Back), Read::Vague, "{text}");
    }
}

/// A length of time from one number to another is one of two days, and the field shows both.
#[test]
fn from_two_to_three_weeks_is_asked_about() {
    let table = [
        ("2-3 weken", "2026-11-06", "2026-11-13", "2026-12-11", "2026-12-18"),
        ("2 à 3 weken", "2026-11-06", "2026-11-13", "2026-12-11", "2026-12-18"),
        ("twee tot drie weken", "2026-11-06", "2026-11-13", "2026-12-11", "2026-12-18"),
        ("2 of 3 weken", "2026-11-06", "2026-11-13", "2026-12-11", "2026-12-18"),
        ("over 2-3 weken", "2026-12-11", "2026-12-18", "2026-12-11", "2026-12-18"),
        ("over 2 à 3 dagen", "2026-11-29", "2026-11-30", "2026-11-29", "2026-11-30"),
        ("binnen 2 tot 3 weken", "2026-12-11", "2026-12-18", "2026-12-11", "2026-12-18"),
        ("in two to three weeks", "2026-12-11", "2026-12-18", "2026-12-11", "2026-12-18"),
        ("2-3 weken geleden", "2026-11-06", "2026-11-13", "2026-11-06", "2026-11-13"),
        ("twee à drie weken terug", "2026-11-06", "2026-11-13", "2026-11-06", "2026-11-13"),
        ("2 or 3 days ago", "2026-11-24", "2026-11-25", "2026-11-24", "2026-11-25"),
    ];
    for (text, back, back_to, ahead, ahead_to) in table {
        assert_eq!(read(text, today(), Looks::Back), Read::Which(on(back), on(back_to)), "{text}");
        assert_eq!(read(text, today(), Looks::Forward), Read::Which(on(ahead), on(ahead_to)), "{text}");
    }
}

/// A part of a month or a year that is named with its year is the day that it is elsewhere.
#[test]
fn a_part_of_a_month_of_a_year_is_its_day() {
    for (text, day) in [
        ("begin november 2025", "2025-11-01"),
        ("half november 2025", "2025-11-15"),
        ("medio nov 2025", "2025-11-15"),
        ("eind november 2025", "2025-11-30"),
        ("eind nov '25", "2025-11-30"),
        ("begin van januari 2027", "2027-01-01"),
        ("end of March 2027", "2027-03-31"),
        ("mid-June 2026", "2026-06-15"),
        ("laatste dag van december 2026", "2026-12-31"),
        ("last day of February 2028", "2028-02-29"),
        ("begin 2026", "2026-01-01"),
        ("half 2026", "2026-07-01"),
        ("eind 2025", "2025-12-31"),
    ] {
        for looks in [Looks::Back, Looks::Forward, Looks::Either] {
            let found = match read(text, today(), looks) {
                Read::Day(reading) => Some((reading.day, reading.is_whole)),
                _ => None,
            };
            assert_eq!(found, Some((on(day), false)), "{text} {looks:?}");
        }
    }
}
