//! What is said in return for each kind of line.

use super::table::Table;
use crate::app::message::Marks;
use crate::app::{Effect, Listed, Msg, Settings};
use crate::checklist::Localized;
use crate::meeting::{Id, Meeting, MeetingId, MeetingKind, MeetingSummary};

#[test]
fn the_first_screen_is_said_with_numbers() {
    let table = Table::new();
    assert_eq!(
        table.said,
        [
            "Pallium, regel voor regel. Typ het nummer van een regel; \"hulp\" legt alles uit.",
            "",
            "Pallium",
            "Samen op tijd zien, bespreken en vastleggen wat iemand in de palliatieve fase nodig heeft.",
            "Uw notities blijven op deze computer.",
            "Niet versleuteld: gebruik alleen verzonnen patiënten. De opdracht \"pallium protect\" versleutelt.",
            "1. Nieuwe bijeenkomst",
            "2. Bijeenkomsten: nog geen",
            "3. Checklists: 8 in gebruik",
            "4. Instellingen",
            "5. Oefenen met een casus",
            "6. Pallium afsluiten",
        ]
    );
    assert!(Table::english().said.contains(&"1. New meeting".to_owned()));
}

#[test]
fn a_text_is_typed_on_the_next_line_or_behind_the_number() {
    let mut table = Table::new();
    table.row("new", "");
    assert_eq!(
        table.row("group", ""),
        ["Naam van de groep. Typ de tekst. Een lege regel laat alles zoals het is."]
    );
    let over = |was: &str, now: &str| {
        [format!("Hier stond: {was}. /ongedaan haalt dat terug."), format!("1. Naam van de groep: {now}")]
    };
    assert_eq!(table.line("terug"), ["1. Naam van de groep: terug", "opgeslagen 14:00"]);
    assert_eq!(table.line("1 PaTz Noord"), over("terug", "PaTz Noord"));
    assert_eq!(
        table.line("1"),
        [
            "Naam van de groep. Typ de tekst; die komt in de plaats van wat er staat. Een lege regel laat alles zoals het is."
        ]
    );
    assert_eq!(table.line(""), ["Er is op dit scherm niets veranderd."]);
    table.line("1");
    assert_eq!(table.line("//12"), over("PaTz Noord", "/12"));
    table.line("1");
    assert_eq!(
        table.line("/2 mg"),
        ["/2 mg is geen opdracht. Typ // aan het begin voor een tekst die met / begint."]
    );
    assert_eq!(table.line("12"), over("/12", "12"));
    // What is there already is said once more, for nobody sees it.
    assert_eq!(table.line("1 12"), ["Er is op dit scherm niets veranderd.", "1. Naam van de groep: 12"]);
    table.line("1");
    assert_eq!(
        table.line("/wis"),
        ["Hier stond: 12. /ongedaan haalt dat terug.", "De tekst is leeg. Typ de nieuwe tekst."]
    );
    assert_eq!(table.line("PaTz Zuid"), ["1. Naam van de groep: PaTz Zuid"]);
    // The same behind the number of a row, where it would otherwise stand in the minutes.
    assert_eq!(table.line("1 //12"), over("PaTz Zuid", "/12"));
    assert_eq!(
        table.line("1 /2 mg"),
        ["/2 mg is geen opdracht. Typ // aan het begin voor een tekst die met / begint."]
    );
    table.line("1 /wis");
    assert_eq!(table.meeting().details.group, "");
    assert_eq!(table.line("1 PaTz Zuid"), ["1. Naam van de groep: PaTz Zuid"]);
    table.line("1");
    assert!(table.line("/terug").contains(&"PaTz Zuid, zondag 22 november 2026".to_owned()));
    assert_eq!(table.meeting().details.group, "PaTz Zuid");
}

#[test]
fn a_long_text_takes_lines_until_an_empty_one() {
    let mut table = with_patient();
    table.line("aantekening");
    let how = "Typ een of meer regels; zij komen achter wat er staat. Een lege regel sluit af.";
    assert_eq!(table.row("notes", ""), [format!("Antwoord. {how}")]);
    assert_eq!(table.line("twee keer gevallen"), [] as [&str; 0]);
    assert_eq!(table.line("7"), [] as [&str; 0]);
    assert_eq!(table.line("").get(..2).unwrap(), ["1. Antwoord: twee keer gevallen", "   7"]);
    assert_eq!(
        table.row("notes", "dochter belt").get(..3).unwrap(),
        ["1. Antwoord: twee keer gevallen", "   7", "   dochter belt"]
    );
    assert_eq!(table.meeting().reviews[0].notes, "twee keer gevallen\n7\ndochter belt");
}

#[test]
fn choosing_says_what_was_chosen_and_what_it_means() {
    let mut table = with_patient();
    table.row("walk:markering", "");
    table.line("verder");
    let lines = table.row("option:markering/surprise-question=nee", "");
    assert_eq!(lines[0], "gekozen: Nee, het zou mij niet verbazen");
    assert!(lines.iter().any(|line| line.contains("sterke indicatie")), "{lines:?}");
    let lines = table.row("option:markering/surprise-question=ja", "");
    assert_eq!(lines[0], "gekozen: Ja, het zou mij verbazen");
    let lines = table.line("ongedaan");
    assert!(lines[0].starts_with("Ongedaan gemaakt"), "{lines:?}");
    assert!(lines.contains(&"gekozen: Nee, het zou mij niet verbazen".to_owned()), "{lines:?}");
    let whole = table.line("?").join("\n");
    assert!(whole.contains("1. Nee, het zou mij niet verbazen (gekozen)"), "{whole}");
    assert!(whole.contains("opgeslagen 14:00"), "{whole}");
}

#[test]
fn rows_keep_their_numbers_while_others_come_and_go() {
    let mut table = with_patient();
    table.row("walk:markering", "");
    table.line("verder");
    let next = table.dialogue.said().unwrap().rows().position(|row| row.as_str() == "next").unwrap() + 1;
    table.row("option:markering/surprise-question=nee", "");
    let lines = table.line(&next.to_string());
    assert!(lines.iter().any(|line| line.starts_with("Tweede surprise question")), "{lines:?}");
}

#[test]
fn coming_straight_back_says_only_what_changed() {
    let mut table = with_patient();
    table.line("gegevens");
    table.row("profile", "");
    table.row("born", "1941");
    assert_eq!(table.line("terug"), ["", "Bijeenkomst zonder naam, Mw. J. (1941)"]);
    table.row("question", "Hoe lang?");
    table.row("profile", "");
    assert_eq!(table.line("terug").len(), 2);
    assert!(table.line("herhaal").len() > 10);
}

/// A sign is for the eye, whichever set is chosen.
#[test]
fn options_are_told_in_words_and_not_by_signs() {
    for marks in Marks::ALL {
        let mut table = Table::with(Settings { marks, ..Settings::default() }, Vec::new());
        table.row("new", "");
        assert!(table.said.contains(&"4. PaTz (gekozen)".to_owned()), "{:#?}", table.said);
        assert!(table.said.contains(&"5. MDO (niet gekozen)".to_owned()), "{:#?}", table.said);
        // Of a long list the chosen one is told once, before it.
        let lines = table.row("add-participant", "");
        let one =
            lines.iter().position(|line| line.starts_with("Kies er een;")).expect("the list is announced");
        assert!(lines[one + 1].starts_with("24 keuzes:"), "{lines:?}");
        assert!(table.line("verder")[0].ends_with(". huisarts"));
        table.row("discipline:district-nurse", "");
        let again = table.line("?");
        assert!(again.contains(&"Kies er een; nu is gekozen: wijkverpleegkundige.".to_owned()), "{again:?}");
        let again = table.line("verder");
        assert!(again.iter().any(|line| line.ends_with("wijkverpleegkundige (gekozen)")), "{again:?}");
    }
}

#[test]
fn wrong_input_gets_one_sentence() {
    let mut table = Table::new();
    let before = table.model.clone();
    for wrong in [
        "",
        "  ",
        "99",
        "0",
        "18446744073709551616",
        "nieuwe",
        "1x",
        "-1",
        "1 tekst",
        "/zomaar",
        "verder",
        "wis",
    ] {
        assert_eq!(table.line(wrong).len(), 1, "{wrong}");
    }
    assert_eq!(table.model, before);
    assert_eq!(table.line("99"), ["Er is geen regel 99. ? zegt alle regels van dit scherm."]);
}

#[test]
fn hostile_input_comes_out_visible() {
    let mut table = Table::new();
    table.row("new", "");
    let lines = table.line("1 rood \u{1b}[2J\u{202e}\r\n");
    assert_eq!(lines[0], "1. Naam van de groep: rood");
    assert!(table.line("/\u{1b}[2J").iter().all(|line| crate::text::is_clean(line)));
}

#[test]
fn a_citizen_number_is_refused_and_the_rest_kept() {
    let mut table = Table::new();
    table.row("new", "");
    let lines = table.line("1 groep 111222333 noord");
    assert!(lines[0].starts_with("Een burgerservicenummer hoort niet"), "{lines:?}");
    assert_eq!(lines[1], "1. Naam van de groep: groep  noord");
    assert!(lines[0].ends_with("/ongedaan zet ze terug."), "{lines:?}");
    let lines = table.line("/ongedaan");
    assert_eq!(table.meeting().details.group, "groep 111222333 noord", "{lines:?}");
}

/// On a row that holds a text already, the text stays; what was refused can still take its place.
#[test]
fn a_citizen_number_takes_the_place_of_nothing() {
    for number in ["111222333", "012345672", " 012 345 672"] {
        let mut table = Table::new();
        table.row("new", "");
        table.line("1 PaTz noord");
        let lines = table.line(&format!("1 {number}"));
        assert!(lines[0].starts_with("Een burgerservicenummer hoort niet"), "{number}: {lines:?}");
        assert!(lines[0].ends_with("/ongedaan zet ze terug."), "{number}: {lines:?}");
        assert_eq!(table.meeting().details.group, "PaTz noord", "{number}: {lines:?}");
        let lines = table.line("/ongedaan");
        assert_eq!(table.meeting().details.group, number.trim(), "{number}: {lines:?}");
        table.line("/ongedaan");
        assert_eq!(table.meeting().details.group, "PaTz noord", "{number}");
    }
}

#[test]
fn a_failing_save_is_said_once_and_so_is_its_end() {
    let mut table = Table::new();
    table.saves = false;
    table.row("new", "");
    assert_eq!(table.line("1 PaTz"), ["1. Naam van de groep: PaTz"]);
    let (id, revision) = (table.meeting().id, table.model.open.as_ref().unwrap().saving.revision);
    let from = table.said.len();
    let why = || Box::new(Localized::dutch("De schijf is vol."));
    table.fact(Msg::SaveFailed(id, revision, why()));
    table.fact(Msg::SaveFailed(id, revision, why()));
    assert_eq!(table.said[from..], ["NIET OPGESLAGEN", "De schijf is vol."]);
    table.fact(Msg::Saved(id, revision));
    assert_eq!(table.said.last().unwrap(), "opgeslagen 14:00");
}

#[test]
fn a_value_on_a_scale_is_typed_as_a_number() {
    let own = "format = 1\nid = \"last\"\nversion = \"1\"\ntitle = \"Last\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n\
        [[group.item]]\nid = \"pijn\"\ntype = \"scale\"\ntext = \"Hoeveel pijn?\"\nmin = 0\nmax = 10\n";
    let route = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\ndefault_for = [\"patz\"]\n\
        [[step]]\nchecklist = \"last\"\n";
    let mut table = Table::with(Settings::default(), vec![("last.toml", own), ("routes/eigen.toml", route)]);
    assert_eq!(table.model.library.as_ref().unwrap().problems(), []);
    start(&mut table);
    table.row("walk:last", "");
    assert_eq!(
        table.row("answer", ""),
        ["Waarde. Typ een heel getal van 0 tot en met 10. Een lege regel laat alles zoals het is."]
    );
    assert_eq!(
        table.line("11"),
        ["Typ een heel getal van 0 tot en met 10. Een lege regel laat alles zoals het is."]
    );
    let saves = |table: &Table| {
        table.effects.iter().filter(|effect| matches!(effect, Effect::SaveMeeting(_))).count()
    };
    let before = saves(&table);
    assert_eq!(table.line("7")[0], "1. Waarde: 7");
    assert_eq!(saves(&table), before + 1);
    assert_eq!(table.line("1 3")[0], "1. Waarde: 3");
}

#[test]
fn help_says_what_can_be_done_here() {
    let mut table = with_patient();
    let lines = table.line("hulp");
    assert!(lines.contains(&"afspraak: een afspraak maken".to_owned()), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.starts_with("verder")), "{lines:#?}");
    assert!(Table::english().line("hulp").contains(&"quit: leave Pallium".to_owned()));
}

#[test]
fn leaving_waits_for_the_last_save() {
    let mut table = with_patient();
    table.line("afsluiten");
    assert_eq!(table.effects.last(), Some(&Effect::Quit));
}

/// A meeting with one patient, on the patient's own screen.
fn with_patient() -> Table {
    let mut table = Table::new();
    start(&mut table);
    table
}

fn start(table: &mut Table) {
    table.row("new", "");
    table.line("terug");
    table.row("add-patient", "");
    table.row("label", "Mw. J.");
    table.row("discuss", "");
}

#[test]
fn the_day_of_the_meeting_is_said_as_it_is_and_never_as_empty() {
    let mut table = Table::new();
    let first = table.row("new", "");
    assert!(first.iter().any(|line| line == "2. Datum: zondag 22 november 2026"), "{first:#?}");
    table.row("date", "20-11-2026");
    let after = table.line("?");
    assert!(after.iter().any(|line| line == "2. Datum: vrijdag 20 november 2026"), "{after:#?}");
    assert!(after.iter().all(|line| !line.contains("leeg; vrijdag")), "{after:#?}");
}

/// Nobody hears four hundred rows to the end: a long list comes in parts, each row under its own number.
#[test]
fn a_long_list_is_said_in_parts() {
    let mut table = Table::new();
    let meetings = (0..45).map(|at| {
        let id = MeetingId(Id::from_bits(0xb000 + at));
        let mut meeting = Meeting::new(id, MeetingKind::Patz, table.now.date());
        meeting.details.group = format!("Groep {at:02}");
        MeetingSummary::of(&meeting)
    });
    let meetings = meetings.collect();
    table.fact(Msg::Listed(Box::new(Listed { meetings, ..Listed::default() })));
    let row = table.said.iter().rev().find(|line| line.contains("Bijeenkomsten")).cloned().expect("a row");
    let first = table.line(row.split('.').next().expect("its number"));
    let rows = |lines: &[String]| lines.iter().filter(|line| line.contains("Groep")).count();
    assert_eq!(rows(&first), 20, "{first:?}");
    assert!(first.iter().any(|line| line.starts_with("20 van 45. Typ \"verder\"")), "{first:?}");
    let second = table.line("verder");
    assert_eq!(rows(&second), 20, "{second:?}");
    assert!(second.iter().any(|line| line.starts_with("40 van 45.")), "{second:?}");
    let last = table.line("next");
    assert_eq!((rows(&last), last.iter().any(|line| line.contains(" van 45"))), (5, false), "{last:?}");
    // What was not heard yet has its number all the same, and words find it.
    let found = table.line("?");
    assert_eq!(rows(&found), 20, "{found:?}");
    let found = table.line("Groep 44");
    assert_eq!(rows(&found), 2, "what was looked for, and what was found: {found:?}");
    assert_eq!(table.line("verder").len(), 1, "there is no more");
}
