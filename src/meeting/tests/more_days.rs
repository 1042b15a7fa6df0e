//! More words that name a day, or none.

use super::days::{Row, date, on, today};
use crate::checklist::Looks;
use crate::meeting::typed::{Read, Remark, read};

/// More words, on a Friday; where one cell is empty, a question that looks that way understands no day.
const MORE: &[Row] = &[
    ("gister", "2026-11-26", "2026-11-26"),
    ("sept '25", "", ""),
    ("nov ’25", "", ""),
    ("eind dec '26", "2026-12-31", "2026-12-31"),
    ("12 maart '25", "2025-03-12", "2025-03-12"),
    ("Gister ", "2026-11-26", "2026-11-26"),
    ("gistermiddag", "2026-11-26", "2026-11-26"),
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
    ("12-03-40", "1940-03-12", "2040-03-12"),
    ("12-03-98", "1998-03-12", "2098-03-12"),
    ("12 maart 31", "1931-03-12", "2031-03-12"),
    ("12-03-25", "2025-03-12", "2025-03-12"),
    ("12-01-27", "2027-01-12", "2027-01-12"),
    ("20 nov 2026?", "2026-11-20", "2026-11-20"),
    ("20-11 ?", "2026-11-20", "2027-11-20"),
    ("wo 2/12 huisbezoek HA", "2026-12-02", "2026-12-02"),
    ("wo 2-12-2026 bij huisbezoek", "2026-12-02", "2026-12-02"),
    ("overleden op 20 november om 03.15 u", "2026-11-20", "2027-11-20"),
    ("\u{2020} 20-11", "2026-11-20", "2027-11-20"),
    ("died on 20/11", "2026-11-20", "2027-11-20"),
    ("huisbezoek 20-11", "2026-11-20", "2027-11-20"),
    ("26-11-2026 / 14:30", "2026-11-26", "2026-11-26"),
    ("30-11-2026 14:00:00", "2026-11-30", "2026-11-30"),
    ("morgen 10:00-11:00", "2026-11-28", "2026-11-28"),
    ("Friday 9.30am", "2026-11-20", "2026-12-04"),
    ("in 3 business days", "2026-12-02", "2026-12-02"),
    ("5 working days", "2026-11-20", "2026-12-04"),
    ("from 1 December", "2025-12-01", ""),
    ("eind volgende week (04-12-2026)", "2026-12-04", "2026-12-04"),
    ("10 januari en daarna", "", ""),
    ("morgen, 28 november", "2026-11-28", "2026-11-28"),
    ("morgen zaterdag", "2026-11-28", "2026-11-28"),
    ("morgen (28-11)", "2026-11-28", "2026-11-28"),
    ("vandaag vr 27-11-2026", "2026-11-27", "2026-11-27"),
    ("gisteren 26 november", "2026-11-26", "2026-11-26"),
    ("tomorrow, 28 November", "2026-11-28", "2026-11-28"),
    ("over een halfjaar", "2027-05-27", "2027-05-27"),
    ("halfjaar geleden", "2026-05-27", "2026-05-27"),
    ("een halfjaar geleden", "2026-05-27", "2026-05-27"),
    ("halfjaar", "2026-05-27", "2027-05-27"),
    ("in week 50", "2025-12-08", "2026-12-11"),
    ("in wk 50", "2025-12-08", "2026-12-11"),
    ("a.s. wo 2/12", "2026-12-02", "2026-12-02"),
    ("a.s. 2/12", "2026-12-02", "2026-12-02"),
    ("aanst. wo 2-12-2026", "2026-12-02", "2026-12-02"),
    ("wo a.s. 2/12", "2026-12-02", "2026-12-02"),
    ("wo 2/12 a.s.", "2026-12-02", "2026-12-02"),
    ("jl. vr 20/11", "2026-11-20", "2026-11-20"),
    ("afgel. ma 23/11", "2026-11-23", "2026-11-23"),
    ("afgelopen vrijdag 20 november 2026", "2026-11-20", "2026-11-20"),
    ("vorige wk di", "2026-11-17", "2026-11-17"),
    ("di vorige wk", "2026-11-17", "2026-11-17"),
    ("vrg wk di", "2026-11-17", "2026-11-17"),
    ("vlg wk ma", "2026-11-30", "2026-11-30"),
    ("vlgde wk di 14u", "2026-12-01", "2026-12-01"),
    ("volgende wk di 1/12", "2026-12-01", "2026-12-01"),
    ("vorige week ma 16 nov", "2026-11-16", "2026-11-16"),
    ("een week of drie terug", "2026-11-06", "2026-11-06"),
    ("wk of 3 gel.", "2026-11-06", "2026-11-06"),
    ("over week of 3", "2026-12-18", "2026-12-18"),
    ("14 dgn gel.", "2026-11-13", "2026-11-13"),
    ("2 wk gel", "2026-11-13", "2026-11-13"),
    ("2 wkn terug", "2026-11-13", "2026-11-13"),
    ("3 mnd geled.", "2026-08-27", "2026-08-27"),
    ("2 jr gel.", "2024-11-27", "2024-11-27"),
    ("ruim 2 wk gel.", "2026-11-13", "2026-11-13"),
    ("precies een week geleden", "2026-11-20", "2026-11-20"),
    ("2 weken terug op vrijdag", "2026-11-13", "2026-11-13"),
    ("vorige maand de 12e", "2026-10-12", "2026-10-12"),
    ("vorige mnd 12e", "2026-10-12", "2026-10-12"),
    ("last month on the 12th", "2026-10-12", "2026-10-12"),
    ("deze maand de 12e", "2026-11-12", "2026-11-12"),
    ("volgende mnd de 12e", "2026-12-12", "2026-12-12"),
    ("the Friday before last", "2026-11-13", "2026-11-13"),
    ("Friday before last", "2026-11-13", "2026-11-13"),
    ("voorvorige vrijdag", "2026-11-13", "2026-11-13"),
    ("voorvorige week dinsdag", "2026-11-10", "2026-11-10"),
    ("Tuesday the week before last", "2026-11-10", "2026-11-10"),
    ("Friday fortnight", "2026-12-11", "2026-12-11"),
    ("a fortnight ago", "2026-11-13", "2026-11-13"),
    ("fortnight ago", "2026-11-13", "2026-11-13"),
    ("Friday just gone", "2026-11-20", "2026-11-20"),
    ("this past Monday", "2026-11-23", "2026-11-23"),
    ("last wk Tues", "2026-11-17", "2026-11-17"),
    ("Weds 2 Dec", "2026-12-02", "2026-12-02"),
    ("tmrw", "2026-11-28", "2026-11-28"),
    ("eind vorige wk", "2026-11-20", "2026-11-20"),
    ("begin volgende maand", "2026-12-01", "2026-12-01"),
    ("begin vlg mnd", "2026-12-01", "2026-12-01"),
    ("eind v/d maand", "2026-11-30", "2026-11-30"),
    ("eind v.d. week", "2026-11-27", "2026-11-27"),
    ("eind dit jr", "2026-12-31", "2026-12-31"),
    ("afgel. wknd", "2026-11-21", "2026-11-21"),
    ("a.s. weekend", "2026-11-28", "2026-11-28"),
    ("gisteren avond", "2026-11-26", "2026-11-26"),
    ("gister middag", "2026-11-26", "2026-11-26"),
    ("gisternavond", "2026-11-26", "2026-11-26"),
    ("maandag ochtend", "2026-11-23", "2026-11-30"),
    ("van middag", "2026-11-27", "2026-11-27"),
    ("mrgn om 10u", "2026-11-28", "2026-11-28"),
    ("vndg", "2026-11-27", "2026-11-27"),
    ("eerst volgende maandag", "2026-11-30", "2026-11-30"),
    ("22-11 2026", "2026-11-22", "2026-11-22"),
    ("wo 2dec 14u", "2026-12-02", "2026-12-02"),
    ("Nov 3", "2026-11-03", "2027-11-03"),
    ("Wed Nov 25", "2026-11-25", "2026-11-25"),
    ("Nov 25th", "2026-11-25", "2027-11-25"),
    ("nov 25", "", ""),
    ("2/wk", "", ""),
    ("3/week", "", ""),
    ("2 x p/dag", "", ""),
    ("2x per wk", "", ""),
    ("om de 14 dgn", "", ""),
    ("elke 2 wk", "", ""),
    ("a week last Tuesday", "", ""),
    ("20 op 21 nov", "", ""),
    ("20/21 nov", "", ""),
    ("weekend van 5 dec", "", ""),
    ("di 8 en do 10 dec", "", ""),
    ("volgende wk ma of di", "", ""),
    ("ma/di", "", ""),
    ("een tijdje terug", "", ""),
    ("gisetren", "2026-11-26", "2026-11-26"),
    ("van morgen", "", ""),
    ("na 1/1", "", ""),
    ("6 wkn postop", "", ""),
    ("een week en 3 dagen geleden", "2026-11-17", "2026-11-17"),
    ("2 weken + 2 dagen", "", ""),
    ("221126", "2026-11-22", "2026-11-22"),
    ("niet voor 10 januari", "", ""),
    ("z.s.m. uiterlijk vrijdag", "2026-11-20", "2026-12-04"),
    ("zsm, uiterlijk 3-12", "2025-12-03", "2026-12-03"),
    ("zo spoedig mogelijk, uiterlijk 3-12-2026", "2026-12-03", "2026-12-03"),
    ("ASAP, by Friday", "2026-11-20", "2026-12-04"),
    ("zsm", "", ""),
    ("per direct", "2026-11-27", "2026-11-27"),
    ("per omgaande", "2026-11-27", "2026-11-27"),
    ("per direct na ontslag", "", ""),
    ("direct na ontslag", "", ""),
    ("tomorrow week", "2026-12-05", "2026-12-05"),
    ("today week", "2026-12-04", "2026-12-04"),
    ("hedenmiddag", "2026-11-27", "2026-11-27"),
    ("hedenavond 20.00 uur", "2026-11-27", "2026-11-27"),
    ("over ruim een week", "2026-12-04", "2026-12-04"),
    ("over krap 3 weken", "2026-12-18", "2026-12-18"),
    ("in almost two months", "2027-01-27", "2027-01-27"),
    ("binnen nu en een week", "2026-12-04", "2026-12-04"),
    ("binnen nu en 3 dagen", "2026-11-30", "2026-11-30"),
    ("tussen nu en 2 weken", "2026-12-11", "2026-12-11"),
    ("aanstaande week woensdag", "2026-12-02", "2026-12-02"),
    ("woensdag a.s. week", "2026-12-02", "2026-12-02"),
    ("volgend jaar 3 januari", "2027-01-03", "2027-01-03"),
    ("vorig jaar 20 november", "2025-11-20", "2025-11-20"),
    ("dit jaar op 20 december", "2026-12-20", "2026-12-20"),
    ("next year on Monday 4 January", "2027-01-04", "2027-01-04"),
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
    let sunday = on("2026-11-29");
    for text in ["afgelopen weekend", "het afgelopen wknd", "last weekend", "in het weekend"] {
        assert_eq!(read(text, sunday, Looks::Back), both("2026-11-21", "2026-11-28"), "{text}");
        assert_eq!(date(text, on("2026-11-30"), Looks::Back), Some(on("2026-11-28")), "{text}");
        assert_eq!(date(text, on("2026-11-28"), Looks::Back), Some(on("2026-11-21")), "{text}");
    }
    for text in ["afgelopen week dinsdag", "di afgel. wk", "dinsdag in de afgelopen week"] {
        assert_eq!(read(text, sunday, Looks::Back), both("2026-11-17", "2026-11-24"), "{text}");
        assert_eq!(date(text, on("2026-11-30"), Looks::Back), Some(on("2026-11-24")), "{text}");
    }
    assert_eq!(
        read("komende week vrijdag", on("2026-11-30"), Looks::Forward),
        both("2026-12-04", "2026-12-11")
    );
    assert_eq!(date("komende week vrijdag", sunday, Looks::Forward), Some(on("2026-12-04")));
    assert_eq!(read("the Monday before last", today(), Looks::Back), both("2026-11-09", "2026-11-16"));
    for text in [
        "morgen 1 december",
        "morgen 1-12",
        "morgen (1-12)",
        "morgen 15 januari",
        "morgen dinsdag",
        "morgen 9-10",
    ] {
        for looks in [Looks::Back, Looks::Forward, Looks::Either] {
            assert_eq!(read(text, sunday, looks), Read::OtherWeekday(on("2026-11-30")), "{text}");
        }
    }
    assert_eq!(date("voor het weekend", sunday, Looks::Back), Some(on("2026-11-27")));
    assert_eq!(date("voor het weekend", sunday, Looks::Forward), Some(on("2026-12-04")));
    assert_eq!(date("morgen, 30 november", sunday, Looks::Back), Some(on("2026-11-30")));
    for text in ["dit weekend", "in het weekend", "eind deze week", "deze week"] {
        assert_eq!(date(text, sunday, Looks::Forward), Some(sunday), "{text}");
    }
    assert_eq!(date("dit weekend", sunday, Looks::Back), Some(on("2026-11-28")));
    assert_eq!(date("this Friday", sunday, Looks::Forward), Some(on("2026-12-04")));
    assert_eq!(date("this Friday", wednesday, Looks::Forward), Some(on("2026-11-27")));
    for (text, today, before, last) in [
        ("vrijdag een week geleden", "2028-02-29", "2028-02-18", "2028-02-25"),
        ("een week geleden vrijdag", "2026-12-31", "2026-12-18", "2026-12-25"),
    ] {
        assert_eq!(read(text, on(today), Looks::Back), both(before, last), "{text}");
    }
    let remark = |text: &str| match read(text, sunday, Looks::Back) {
        Read::Day(reading) => (reading.day.to_string(), reading.remark),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(remark("1 januari j.l."), ("2026-01-01".to_owned(), None));
    assert_eq!(remark("afgelopen 1 januari"), ("2026-01-01".to_owned(), None));
    assert_eq!(remark("1 januari"), ("2026-01-01".to_owned(), None));
    assert_eq!(remark("30 november"), ("2025-11-30".to_owned(), Some(Remark::NearerIn(2026))));
    assert_eq!(remark("30 november 2025"), ("2025-11-30".to_owned(), None));
    assert_eq!(date("binnen 2 werkdagen", wednesday, Looks::Forward), Some(on("2026-11-27")));
}
