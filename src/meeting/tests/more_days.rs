//! More words that name a day, or none.

use super::days::{Row, date, on, today};
use crate::checklist::Looks;
use crate::meeting::typed::{Read, read};

/// More words, on a Friday; where one cell is empty, a question that looks that way understands no day.
const MORE: &[Row] = &[
    ("gister", "2026-11-26", "2026-11-26"),
    ("sept '25", "", ""),
    ("nov ’25", "", ""),
    ("eind dec '26", "2026-12-31", "2026-12-31"),
    ("12 maart '25", "2025-03-12", "2025-03-12"),
    ("Gister ", "2026-11-26", "2026-11-26"),
    ("gistermiddag", "2026-11-26", "2026-11-26"),
    ("gisternacht", "2026-11-26", "2026-11-26"),
    ("eergister", "2026-11-25", "2026-11-25"),
    ("vannacht", "2026-11-27", "2026-11-27"),
    ("vanmorgen", "2026-11-27", "2026-11-27"),
    ("last night", "2026-11-26", "2026-11-26"),
    ("tonight", "2026-11-27", "2026-11-27"),
    ("vandaag nog", "2026-11-27", "2026-11-27"),
    ("nog vandaag", "2026-11-27", "2026-11-27"),
    ("vandaag nog om 15.00", "2026-11-27", "2026-11-27"),
    ("morgenmiddag 15.00", "2026-11-28", "2026-11-28"),
    ("morgenmiddag om 15.00 uur", "2026-11-28", "2026-11-28"),
    ("maandagochtend 9 uur", "2026-11-23", "2026-11-30"),
    ("morgen half drie", "2026-11-28", "2026-11-28"),
    ("morgen om kwart over 3", "2026-11-28", "2026-11-28"),
    ("morgen tussen 9 en 10", "2026-11-28", "2026-11-28"),
    ("morgen eind van de middag", "2026-11-28", "2026-11-28"),
    ("maandagnacht", "2026-11-23", "2026-11-30"),
    ("komend weekend", "2026-11-28", "2026-11-28"),
    ("coming weekend", "2026-11-28", "2026-11-28"),
    ("dit weekend", "2026-11-28", "2026-11-28"),
    ("in het weekend", "2026-11-21", "2026-11-28"),
    ("afgelopen weekend", "2026-11-21", "2026-11-21"),
    ("vorig weekend", "2026-11-21", "2026-11-21"),
    ("last weekend", "2026-11-21", "2026-11-21"),
    ("begin van de week", "2026-11-23", "2026-11-30"),
    ("eind van de week", "2026-11-27", "2026-11-27"),
    ("einde deze week", "2026-11-27", "2026-11-27"),
    ("end of the week", "2026-11-27", "2026-11-27"),
    ("eind volgende week", "2026-12-04", "2026-12-04"),
    ("uiterlijk eind volgende week", "2026-12-04", "2026-12-04"),
    ("end of next week", "2026-12-04", "2026-12-04"),
    ("begin volgende week", "2026-11-30", "2026-11-30"),
    ("early next week", "2026-11-30", "2026-11-30"),
    ("midden volgende week", "2026-12-02", "2026-12-02"),
    ("halverwege volgende week", "2026-12-02", "2026-12-02"),
    ("eind vorige week", "2026-11-20", "2026-11-20"),
    ("2 weken", "2026-11-13", "2026-12-11"),
    ("3 maanden", "2026-08-27", "2027-02-27"),
    ("twee weken", "2026-11-13", "2026-12-11"),
    ("14 dagen", "2026-11-13", "2026-12-11"),
    ("6 weeks", "2026-10-16", "2027-01-08"),
    ("2 uur", "", ""),
    ("na 3 maanden", "2027-02-27", "2027-02-27"),
    ("binnen 2 werkdagen", "2026-12-01", "2026-12-01"),
    ("eerstvolgende werkdag", "2026-11-30", "2026-11-30"),
    ("binnen achtenveertig uur", "2026-11-29", "2026-11-29"),
    ("binnen tweeënzeventig uur", "2026-11-30", "2026-11-30"),
    ("vrijdag 2 weken geleden", "2026-11-13", "2026-11-13"),
    ("2 weken geleden vrijdag", "2026-11-13", "2026-11-13"),
    ("vrijdag een week geleden", "2026-11-20", "2026-11-20"),
    ("vrijdag 14 dagen geleden", "2026-11-13", "2026-11-13"),
    ("Friday two weeks ago", "2026-11-13", "2026-11-13"),
    ("vandaag 2 weken geleden", "2026-11-13", "2026-11-13"),
    ("gisteren een week geleden", "2026-11-19", "2026-11-19"),
    ("morgen over een week", "2026-12-05", "2026-12-05"),
    ("anderhalve week geleden", "2026-11-17", "2026-11-17"),
    ("over anderhalve week", "2026-12-07", "2026-12-07"),
    ("over anderhalve maand", "2027-01-11", "2027-01-11"),
    ("ongeveer 2 weken geleden", "2026-11-13", "2026-11-13"),
    ("about two weeks ago", "2026-11-13", "2026-11-13"),
    ("over zo'n 3 weken", "2026-12-18", "2026-12-18"),
    ("maandag over een maand", "2026-12-28", "2026-12-28"),
    ("over een maand maandag", "2026-12-28", "2026-12-28"),
    ("maandag een maand geleden", "2026-10-26", "2026-10-26"),
    ("begin volgend jaar", "2027-01-01", "2027-01-01"),
    ("early next year", "2027-01-01", "2027-01-01"),
    ("eind vorig jaar", "2025-12-31", "2025-12-31"),
    ("end of last year", "2025-12-31", "2025-12-31"),
    ("begin 2027", "2027-01-01", "2027-01-01"),
    ("begin wk 49", "2025-12-01", "2026-11-30"),
    ("eind week 49", "2025-12-05", "2026-12-04"),
    ("wk49", "2025-12-01", "2026-12-04"),
    ("weeknr. 49", "2025-12-01", "2026-12-04"),
    ("dinsdag week 50", "2025-12-09", "2026-12-08"),
    ("week 50 dinsdag", "2025-12-09", "2026-12-08"),
    ("eerste maandag van december", "2025-12-01", "2026-12-07"),
    ("1e maandag van december", "2025-12-01", "2026-12-07"),
    ("tweede dinsdag in januari", "2026-01-13", "2027-01-12"),
    ("laatste vrijdag van november", "2026-11-27", "2026-11-27"),
    ("last Friday of October", "2026-10-30", "2027-10-29"),
    ("morgen 15.30", "2026-11-28", "2026-11-28"),
    ("laatste vrijdag van de maand", "2026-11-27", "2026-11-27"),
    ("eerste maandag van volgende maand", "2026-12-07", "2026-12-07"),
    ("first Monday of December 2027", "2027-12-06", "2027-12-06"),
    ("20 November last", "2026-11-20", "2026-11-20"),
    ("Friday last", "2026-11-20", "2026-11-20"),
    ("20 nov ll.", "2026-11-20", "2026-11-20"),
    ("3 December next", "2026-12-03", "2026-12-03"),
    ("afgelopen 20 november", "2026-11-20", "2026-11-20"),
    ("a.s. vrijdag 4 december", "2026-12-04", "2026-12-04"),
    ("20 november vorig jaar", "2025-11-20", "2025-11-20"),
    ("20 November last year", "2025-11-20", "2025-11-20"),
    ("3 januari volgend jaar", "2027-01-03", "2027-01-03"),
    ("20 november van dit jaar", "2026-11-20", "2026-11-20"),
    ("maandag 30", "", "2026-11-30"),
    ("maandag de 30e", "", "2026-11-30"),
    ("de 30e", "2026-10-30", "2026-11-30"),
    ("the 3rd", "2026-11-03", "2026-12-03"),
    ("eerste kerstdag", "2025-12-25", "2026-12-25"),
    ("voor kerst", "2025-12-24", "2026-12-24"),
    ("Sinterklaas", "2025-12-05", "2026-12-05"),
    ("over een paar dagen", "", ""),
    ("later deze week", "", ""),
    ("over 2 à 3 weken", "", ""),
    ("elke maandag", "", ""),
    ("vandaag of morgen", "", ""),
    ("2", "", ""),
    ("maart", "", ""),
];

#[test]
fn more_words_name_a_day_or_none() {
    let day = |text: &str, looks| date(text, today(), looks).map(|day| day.to_string()).unwrap_or_default();
    let wrong: Vec<_> = MORE
        .iter()
        .map(|(text, back, forward)| {
            (text, [back, forward], [day(text, Looks::Back), day(text, Looks::Forward)])
        })
        .filter(|(_, wanted, found)| wanted.iter().zip(found).any(|(wanted, found)| *wanted != found))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let wednesday = on("2026-11-25");
    let both = |first: &str, second: &str| Read::Which(on(first), on(second));
    assert_eq!(read("volgend weekend", wednesday, Looks::Forward), both("2026-11-28", "2026-12-05"));
    assert_eq!(
        read("vrijdag 2 weken geleden", on("2026-12-01"), Looks::Back),
        read("20 nov", today(), Looks::Back)
    );
    assert_eq!(date("afgelopen weekend", on("2026-11-29"), Looks::Back), Some(on("2026-11-21")));
    assert_eq!(date("dit weekend", on("2026-11-29"), Looks::Forward), Some(on("2026-11-28")));
    assert_eq!(date("binnen 2 werkdagen", wednesday, Looks::Forward), Some(on("2026-11-27")));
}
