//! Days that may be one of two, lie beside another day, or are no day that anybody can tell.

use super::days::on;
use crate::checklist::Looks;
use crate::meeting::typed::{Read, Reading, read};

/// What is understood, in short: a day, two of which it may be one, "?" for a time of which nobody can tell the day, and nothing.
fn short(text: &str, today: &str, looks: Looks) -> String {
    match read(text, on(today), looks) {
        Read::Day(Reading { day, .. }) => day.format("%m-%d").to_string(),
        Read::Which(first, second) => format!("{} of {}", first.format("%m-%d"), second.format("%m-%d")),
        Read::Vague => "?".to_owned(),
        other => format!("{other:?}"),
    }
}

/// Typed on a Monday, what it is to a question that looks back, and to one that looks forward.
const MONDAY: &[(&str, &str, &str)] = &[
    ("2 nachten geleden", "11-28 of 11-29", "11-28 of 11-29"),
    ("twee nachten terug", "11-28 of 11-29", "11-28 of 11-29"),
    ("two nights ago", "11-28 of 11-29", "11-28 of 11-29"),
    ("the night before last", "11-28 of 11-29", "11-28 of 11-29"),
    ("afgelopen nacht", "11-29 of 11-30", "11-29 of 11-30"),
    ("komende nacht", "11-30", "11-30"),
    ("de nacht van zaterdag op zondag", "11-28 of 11-29", "12-05 of 12-06"),
    ("zondag op maandag nacht", "11-29 of 11-30", "12-06 of 12-07"),
    ("de nacht van maandag op donderdag", "Nothing", "Nothing"),
    ("de dinsdag na kerst", "12-30", "12-29"),
    ("dinsdag na Kerst", "12-30", "12-29"),
    ("the Tuesday after Christmas", "12-30", "12-29"),
    ("vrijdag voor kerst", "12-19", "12-18"),
    ("maandag na Pasen", "04-06 of 04-13", "03-29 of 04-05"),
    ("dinsdag na pinksteren", "05-26", "05-18"),
    ("zaterdag voor Pasen", "04-04", "03-27"),
    ("overmorgen", "12-02", "12-02"),
    ("eind volgende week", "12-11", "12-11"),
    ("begin januari", "01-01", "01-01"),
    ("primo januari", "01-01", "01-01"),
    ("ultimo december", "12-31", "12-31"),
    ("met Pasen", "04-05", "03-28"),
    ("over Christmas", "12-25", "12-25"),
    ("paasweekend", "04-04", "03-27"),
    ("over een dag of tien", "12-10", "12-10"),
    ("een dag of drie geleden", "11-27", "11-27"),
    ("in ten days or so", "12-10", "12-10"),
    ("ten days or so ago", "11-20", "11-20"),
    ("three days hence", "12-03", "12-03"),
    ("zes weken na nu", "01-11", "01-11"),
    ("over goed een week", "12-07", "12-07"),
    ("over 5 wd", "12-07", "12-07"),
    ("nog deze week", "?", "12-04"),
    ("deze week nog", "?", "12-04"),
    ("later this week", "?", "?"),
    ("later vandaag", "11-30", "11-30"),
    ("vrijdag of zo", "11-27", "12-04"),
    ("a week or so ago", "?", "?"),
    ("eerder deze week", "?", "?"),
    ("earlier this month", "?", "?"),
    ("nog voor de kerst", "12-24", "12-24"),
    ("nog voor het weekend", "11-27", "12-04"),
    ("maandag na het weekend", "11-30", "12-07"),
    ("over the weekend", "11-28", "12-05"),
    ("in de loop van volgende week", "?", "12-11"),
    ("in de loop van de week", "?", "?"),
    ("some time next week", "?", "12-11"),
    ("de derde", "11-03", "12-03"),
    ("week 2 van januari", "01-05", "01-15"),
    ("wo 2-12 van 10 tot 11", "12-02", "12-02"),
    ("half past ten tomorrow", "12-01", "12-01"),
    ("5 minuten geleden", "11-30", "11-30"),
    ("meteen", "11-30", "11-30"),
    ("straks", "11-30", "11-30"),
    ("maandag of dinsdag", "11-23 of 11-24", "12-07 of 12-08"),
    ("ma/di", "11-23 of 11-24", "12-07 of 12-08"),
    ("vrijdag of maandag", "11-20 of 11-23", "12-04 of 12-07"),
    ("Monday or Tuesday", "11-23 of 11-24", "12-07 of 12-08"),
    ("volgende week maandag of dinsdag", "12-07 of 12-08", "12-07 of 12-08"),
    ("vandaag of morgen", "11-30 of 12-01", "11-30 of 12-01"),
    ("today or tomorrow", "11-30 of 12-01", "11-30 of 12-01"),
    ("morgen of overmorgen", "12-01 of 12-02", "12-01 of 12-02"),
    ("gisteren of eergisteren", "11-28 of 11-29", "11-28 of 11-29"),
    ("eergisteren of gisteren", "11-28 of 11-29", "11-28 of 11-29"),
    ("4 of 5 december", "12-04 of 12-05", "12-04 of 12-05"),
    ("4/5 december", "12-04 of 12-05", "12-04 of 12-05"),
    ("31 of 32 december", "Impossible", "Impossible"),
    ("tussen kerst en oud en nieuw", "?", "?"),
    ("na de feestdagen", "?", "?"),
    ("before the holidays", "?", "?"),
    ("na de vakantie", "?", "?"),
    ("zsm", "?", "?"),
    ("z.s.m.", "?", "?"),
    ("asap", "?", "?"),
    ("zo spoedig mogelijk", "?", "?"),
    ("op korte termijn", "?", "?"),
    ("binnenkort", "?", "?"),
    ("onlangs", "?", "?"),
    ("kort geleden", "?", "?"),
    ("een tijdje geleden", "?", "?"),
    ("the other day", "?", "?"),
    ("een dezer dagen", "?", "?"),
    ("one of these days", "?", "?"),
    ("couple of weeks back", "?", "?"),
    ("binnen de week", "?", "?"),
    ("within the month", "?", "?"),
    ("kwartaal 1", "?", "?"),
    ("eind van het weekend", "?", "?"),
    ("elke maandag", "Nothing", "Nothing"),
    ("wekelijks", "Nothing", "Nothing"),
    ("de dag erna", "Nothing", "Nothing"),
    ("drie weken lang", "Nothing", "Nothing"),
];

#[test]
fn what_is_no_single_day_is_asked_about_and_turned_over_by_nobody() {
    let wrong: Vec<String> = MONDAY
        .iter()
        .flat_map(|(text, back, forward)| {
            [(Looks::Back, *back), (Looks::Forward, *forward)].map(|(looks, wanted)| {
                let found = short(text, "2026-11-30", looks);
                (found != wanted).then(|| format!("{text} {looks:?}: {found}, and not {wanted}"))
            })
        })
        .flatten()
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same weekdays on every day of a week: the second of two follows the first one.
#[test]
fn of_two_weekdays_the_second_follows_the_first() {
    for (today, back, forward) in [
        ("2026-11-30", "11-20 of 11-23", "12-04 of 12-07"),
        ("2026-12-01", "11-27 of 11-30", "12-04 of 12-07"),
        ("2026-12-03", "11-27 of 11-30", "12-04 of 12-07"),
        ("2026-12-04", "11-27 of 11-30", "12-11 of 12-14"),
        ("2026-12-05", "11-27 of 11-30", "12-11 of 12-14"),
        ("2026-12-06", "11-27 of 11-30", "12-11 of 12-14"),
    ] {
        assert_eq!(short("vrijdag of maandag", today, Looks::Back), back, "{today}");
        assert_eq!(short("vrijdag of maandag", today, Looks::Forward), forward, "{today}");
    }
}
