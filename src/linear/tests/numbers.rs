//! Numbers as people type them, at the screen and line by line: what is not clear is said, and nothing is turned over in
//! silence.

use super::both::Both;
use crate::words::Language;

/// A checklist with one number on the patient's own page, and a question that follows from 120 on.
fn definition(unit: &str) -> String {
    format!(
        "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"groep\"\ntitle = \"Groep\"\n\
         [[group.item]]\nid = \"getal\"\ntype = \"number\"\ntext = \"Hoeveel\"\nunit = \"{unit}\"\nmin = -5\nmax = 2000\n\
         [[group.item]]\nid = \"veel\"\ntype = \"short-text\"\ntext = \"Waarom zo veel\"\n\
         enable_when = {{ item = \"getal\", at_least = 120 }}\n"
    )
}

const UNREAD: &str = "geen getal in EENHEID herkend; de tekst blijft staan";
const OUTSIDE: &str = "valt buiten -5 tot en met 2000 kg";

/// The unit that is asked for; what is typed; what stands in the record; what is said of it; and what the minutes say.
const TYPED: &[(&str, &str, &str, &str, &str)] = &[
    ("kg", "72,5", "72,5", "kg", "72,5 kg"),
    ("kg", "72,5 kg", "72,5", "kg", "72,5 kg"),
    ("kg", "72.5kg", "72.5", "kg", "72.5 kg"),
    ("kg", "72,5 kilo", "72,5", "kg", "72,5 kg"),
    ("kg", "130 kg", "130", "kg", "130 kg"),
    ("kg", "130 KG.", "130", "kg", "130 kg"),
    ("kg", "0072", "0072", "kg", "0072 kg"),
    ("kg", "+3", "+3", "kg", "+3 kg"),
    ("kg", "-2", "-2", "kg", "-2 kg"),
    ("kg", "−2", "−2", "= -2 kg", "−2 kg"),
    ("kg", ",5", ",5", "= 0,5 kg", ",5 kg"),
    ("kg", "1.000", "1.000", "= 1000 kg", "1.000 kg (= 1000)"),
    ("kg", "1.000,5", "1.000,5", "= 1000,5 kg", "1.000,5 kg"),
    ("kg", "1,000.5 kg", "1,000.5", "= 1000,5 kg", "1,000.5 kg"),
    ("kg", "1 000", "1 000", "= 1000 kg", "1 000 kg"),
    ("kg", "ca. 70", "ca. 70", "kg", "ca. 70 kg"),
    ("kg", "ca. 70 kg", "ca. 70", "kg", "ca. 70 kg"),
    ("kg", "1,000", "1,000", "= 1 kg", "1,000 kg (= 1)"),
    ("kg", "1,234", "1,234", "= 1,234 kg", "1,234 kg"),
    ("kg", "½", "½", "= 0,5 kg", "½ kg"),
    ("kg", "72½ kg", "72½", "= 72,5 kg", "72½ kg"),
    ("kg", "zeventig kilo", "zeventig", "= 70 kg", "zeventig kg"),
    ("kg", "ca. tweeëntwintig", "ca. tweeëntwintig", "= 22 kg", "ca. tweeëntwintig kg"),
    ("kg", "vijf of zes", "vijf of zes", UNREAD, "vijf of zes"),
    ("kg", "120/80", "120/80", UNREAD, "120/80"),
    ("kg", "10-12", "10-12", UNREAD, "10-12"),
    ("kg", "10 à 12 kg", "10 à 12 kg", UNREAD, "10 à 12 kg"),
    ("kg", "1e3", "1e3", UNREAD, "1e3"),
    ("kg", "<5", "<5", UNREAD, "<5"),
    ("kg", "70?", "70?", UNREAD, "70?"),
    ("kg", "70 kg (geschat)", "70 (geschat)", "= 70 kg", "70 kg (geschat)"),
    ("kg", "130 kg (met jas)", "130 (met jas)", "= 130 kg", "130 kg (met jas)"),
    ("kg", "55,", "55", "kg", "55 kg"),
    ("kg", "55", "55", "kg", "55 kg"),
    (
        "kg",
        "99999999999999999999999",
        "99999999999999999999999",
        OUTSIDE,
        "99999999999999999999999 kg (valt buiten -5 tot en met 2000 kg)",
    ),
    ("kg", "160 lb", "160 lb", UNREAD, "160 lb"),
    ("kg", "72500 g", "72500 g", UNREAD, "72500 g"),
    ("kg", "12 %", "12 %", UNREAD, "12 %"),
    ("kg", "1.00.000", "1.00.000", UNREAD, "1.00.000"),
    ("kg", "niet gewogen", "niet gewogen", UNREAD, "niet gewogen"),
    ("kg", "２３", "２３", "= 23 kg", "２３ kg"),
    (
        "kg",
        "3.000",
        "3.000",
        "= 3000; valt buiten -5 tot en met 2000 kg",
        "3.000 kg (= 3000; valt buiten -5 tot en met 2000 kg)",
    ),
    ("kg", "2001 kg", "2001", OUTSIDE, "2001 kg (valt buiten -5 tot en met 2000 kg)"),
    ("kg", "-6", "-6", OUTSIDE, "-6 kg (valt buiten -5 tot en met 2000 kg)"),
    ("°C", "37,2 °C", "37,2", "°C", "37,2 °C"),
    ("°C", "37°", "37", "°C", "37 °C"),
    ("°C", "37,2 graden", "37,2", "°C", "37,2 °C"),
    ("°C", "98 F", "98 F", UNREAD, "98 F"),
    ("mmHg", "120/80 mmHg", "120/80 mmHg", UNREAD, "120/80 mmHg"),
    ("mmHg", "120 mm Hg", "120", "mmHg", "120 mmHg"),
    ("%", "12 %", "12", "%", "12 %"),
    ("%", "12%", "12", "%", "12 %"),
    ("%", "12 procent", "12", "%", "12 %"),
    ("mg/24 uur", "60 mg/24 uur", "60", "mg/24 uur", "60 mg/24 uur"),
    ("mg/24 uur", "60", "60", "mg/24 uur", "60 mg/24 uur"),
    ("mg/24 uur", "60 mg", "60 mg", UNREAD, "60 mg"),
    ("mg/24 uur", "60 mg/etmaal", "60", "mg/24 uur", "60 mg/24 uur"),
    ("kg/m2", "21,4 kg/m2", "21,4", "kg/m2", "21,4 kg/m2"),
    ("l/min", "2 liter O2", "2", "l/min", "2 l/min"),
    ("°C", "temp 37,8", "37,8", "°C", "37,8 °C"),
    ("%", "sat 92", "92", "%", "92 %"),
    ("%", "92% RA", "92 (RA)", "= 92 %", "92 % (RA)"),
    ("%", "92% zonder O2", "92 (zonder O2)", "= 92 %", "92 % (zonder O2)"),
    ("%", "sat 192 % met 2 l", "192 (met 2 l)", "= 192 %", "192 % (met 2 l)"),
    ("°C", "37,8 oor", "37,8 (oor)", "= 37,8 °C", "37,8 °C (oor)"),
    ("°C", "137,8 oor", "137,8 (oor)", "= 137,8 °C", "137,8 °C (oor)"),
];

#[test]
fn a_number_is_read_as_it_was_meant_or_said_not_to_be() {
    let mut units: Vec<&str> = TYPED.iter().map(|row| row.0).collect();
    units.dedup();
    for unit in units {
        let source = definition(unit);
        let mut both = Both::with(&source, true);
        for (_, typed, kept, said, told) in TYPED.iter().filter(|row| row.0 == unit) {
            let said = said.replace("EENHEID", unit);
            both.typed("answer:proef/getal", typed);
            let page = both.page();
            let field = page.rows().find(|row| row.id.as_str() == "answer:proef/getal").unwrap();
            let field = field.as_field().unwrap();
            let record = both.meeting();
            assert_eq!(field.place.text(&record), Some(*kept), "{typed:?}");
            assert_eq!(field.reading, said, "{typed:?}");
            let screen = both.stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(screen.contains(&said), "{typed:?}\n{screen}");
            let spoken = both.table.line("herhaal").join("\n");
            assert!(spoken.contains(&format!("({said})")), "{typed:?}\n{spoken}");
            let minutes = both.minutes();
            assert!(minutes.contains(&format!("- Hoeveel: {told} ")), "{typed:?}\n{minutes}");
            // What is read as a number counts for what follows from it, and what is not does not.
            let follows = page.rows().any(|row| row.label == "Waarom zo veel");
            let number = crate::meeting::typed::quantity(typed, Some(unit));
            assert_eq!(follows, number.is_some_and(|number| number >= 120.0), "{typed:?}");
            assert_eq!(number.is_none(), said.starts_with("geen getal"), "{typed:?}");
        }
        both.typed("answer:proef/getal", "");
        assert!(both.meeting().reviews[0].answers.is_empty());
    }
}

/// A value on a scale in the words of a team; of another scale, or between two values, it is asked anew.
#[test]
fn a_value_on_a_scale_is_heard_as_people_say_it() {
    let source = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"groep\"\ntitle = \"Groep\"\n\
                  [[group.item]]\nid = \"pijn\"\ntype = \"scale\"\ntext = \"Hoeveel pijn\"\nmin = 0\nmax = 10\n";
    let mut both = Both::with(source, true);
    let value = |both: &Both| {
        let review = &both.table.meeting().reviews[0];
        review.answers.values().next().and_then(|answer| answer.given.clone())
    };
    for (typed, known) in [
        ("3", 3),
        ("7/10", 7),
        ("2 van 10", 2),
        ("NRS 5", 5),
        ("6 uit 10", 6),
        ("cijfer 4", 4),
        ("nrs: 9/10", 9),
        ("een 8", 8),
        ("0/10", 0),
        ("10/10", 10),
        ("zeven", 7),
        ("7/8", 7),
        ("5,5", 7),
        ("3-4", 7),
        ("11/10", 7),
    ] {
        let said = both.table.row("answer:proef/pijn", typed);
        assert_eq!(value(&both), Some(crate::meeting::Given::Scale(known)), "{typed}");
        let is_refused = said.iter().any(|line| line.contains("0 tot en met 10"));
        assert_eq!(is_refused, ["7/8", "5,5", "3-4", "11/10"].contains(&typed), "{typed}: {said:?}");
    }
}

/// A day outside its bounds blocks nothing: it stays, and screen, lines and minutes say that it lies outside; a number before a
/// question stands wherever the question does.
#[test]
fn a_day_within_bounds_with_its_time_is_kept_whatever_is_typed_and_numbers_stand_before_questions() {
    let source = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"groep\"\nprefix = \"1\"\ntitle = \"Groep\"\n\
                  [[group.item]]\nid = \"dag\"\ntype = \"date\"\nprefix = \"1a\"\ntext = \"Wanneer\"\nearliest = \"2020-01-01\"\nlatest = \"2030-12-31\"\ntime = true\n\
                  [[group.item]]\nid = \"naast\"\ntype = \"short-text\"\nprefix = \"1b\"\ntext = \"Waar\"\nlabel = \"Plaats\"\n";
    let outside = "valt buiten 01-01-2020 tot en met 31-12-2030";
    for inline in [true, false] {
        let mut both = Both::with(source, inline);
        for (typed, kept, said, told) in [
            (
                "24-11-2026 14:30",
                "24-11-2026 14:30",
                "dinsdag 24 november 2026, 14:30".to_owned(),
                "24-11-2026 14:30".to_owned(),
            ),
            (
                "24-11-2026 om 9 uur",
                "24-11-2026 om 9 uur",
                "dinsdag 24 november 2026, 09:00".to_owned(),
                "24-11-2026 om 9 uur".to_owned(),
            ),
            (
                "24-11-2026",
                "24-11-2026",
                "dinsdag 24 november 2026, nog zonder tijdstip".to_owned(),
                "24-11-2026".to_owned(),
            ),
            (
                "31-12-2019 14:30",
                "31-12-2019 14:30",
                format!("dinsdag 31 december 2019, 14:30; {outside}"),
                format!("31-12-2019 14:30 ({outside})"),
            ),
            (
                "ooit",
                "ooit",
                "geen datum in herkend; de tekst blijft staan. Hier stond 31-12-2019 14:30; Ctrl+Z haalt dat terug"
                    .to_owned(),
                "ooit".to_owned(),
            ),
        ] {
            both.typed("answer:proef/dag", typed);
            let page = both.page();
            let field =
                page.rows().find(|row| row.id.as_str() == "answer:proef/dag").unwrap().as_field().unwrap();
            assert_eq!(
                (field.place.text(&both.meeting()), field.reading.as_str()),
                (Some(kept), said.as_str()),
                "{typed:?}"
            );
            let spoken = both.table.line("herhaal").join("\n");
            // Line by line there is a word for the key.
            let said = said.replace("Ctrl+Z", Language::Dutch.linear_undo_word());
            assert!(spoken.contains(&said) && spoken.contains("1a Wanneer"), "{typed:?}\n{spoken}");
            // What is no day is said beside what was typed, and not in its place.
            assert!(!said.contains("de tekst blijft staan") || spoken.contains(kept), "{typed:?}\n{spoken}");
            let minutes = both.minutes();
            assert!(minutes.contains(&format!("- 1a Wanneer: {told} ")), "{typed:?}\n{minutes}");
        }
        both.typed("answer:proef/naast", "thuis");
        assert!(both.minutes().contains("- 1b Plaats: thuis "), "{}", both.minutes());
        let screen = both.stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let (question, group) = if inline { ("1b Plaats", "1a Wanneer") } else { ("1b Waar", "1 Groep") };
        assert!(screen.contains(question) && screen.contains(group), "{screen}");
    }
}

/// What a new question brings along is heard under that question, and not under one further up the page.
#[test]
fn who_answers_is_heard_under_its_own_question() {
    let source = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"groep\"\ntitle = \"Groep\"\n\
                  [[group.item]]\nid = \"wat\"\ntype = \"choices\"\ntext = \"Wat speelt\"\nask = \"who-knows\"\n\
                  options = [{ code = \"a\", text = \"Pijn\" }, { code = \"b\", text = \"Angst\" }]\n\
                  [[group.item]]\nid = \"getal\"\ntype = \"number\"\ntext = \"Hoeveel\"\nunit = \"kg\"\n\
                  [[group.item]]\nid = \"waarom\"\ntype = \"short-text\"\ntext = \"Waarom zo veel\"\nask = \"who-knows\"\n\
                  enable_when = { item = \"getal\", at_least = 120 }\n";
    let mut both = Both::with(source, true);
    let number = both.table.line("herhaal").iter().find_map(|line| {
        let (number, words) = line.trim().split_once(". ")?;
        words.starts_with("Hoeveel").then(|| number.to_owned())
    });
    let told = both.table.line(&format!("{} 130", number.unwrap()));
    let at = |words: &str| told.iter().position(|line| line.contains(words));
    assert!(at("Waarom zo veel") < at("Beantwoord door"), "{told:#?}");
    assert!(at("Beantwoord door").is_some() && at("Wat speelt").is_none(), "{told:#?}");
}
