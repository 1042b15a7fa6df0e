//! Wide windows use their room: beside a list stands what its row in focus opens, and no cell is cut off for want of asking.

use super::Stage;
use super::tour::{midway, screens};
use crate::app::Screen;
use crate::app::message::ThemeName;
use crate::words::Language;

/// The part of each line from a column on.
fn from(text: &str, column: usize) -> Vec<String> {
    text.lines().map(|line| line.chars().skip(column).collect::<String>().trim_end().to_owned()).collect()
}

/// The column of the line that parts list and pane, where there is one.
fn rule(stage: &Stage) -> Option<usize> {
    let text = stage.text();
    let bodies: Vec<Vec<char>> = text.lines().skip(4).take(16).map(|line| line.chars().collect()).collect();
    (40..stage.model.size.width.into()).find(|at| bodies.iter().all(|line| line.get(*at) == Some(&'│')))
}

/// The page of the first patient.
fn on_patient(width: u16, height: u16) -> Stage {
    let mut stage = midway(Language::Dutch, width, height);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage
}

fn screen(name: &str, width: u16) -> Stage {
    let found = screens(Language::Dutch, width, 40).into_iter().find(|(known, _)| known == name);
    found.expect("a screen of the tour").1
}

#[test]
fn beside_the_agenda_stands_the_patient_in_focus() {
    let mut stage = midway(Language::Dutch, 120, 40);
    stage.model.path.go(&Screen::Meeting);
    stage.to("patient:");
    let rule = rule(&stage).expect("a pane");
    let pane = from(&stage.text(), rule + 1).join("\n");
    for said in [
        "Fictief J. (1941)",
        "\"Zo lang mogelijk in mijn eigen huis,",
        "Hoe lang kan dit thuis nog?",
        "Open afspraken",
        "gesprek met dochter",
        "  M. Vos, wijkverpleegkundige,",
    ] {
        assert!(pane.contains(said), "{said}\n{pane}");
    }
    let before: Vec<String> = stage.text().lines().map(|line| line.chars().take(rule).collect()).collect();
    stage.keys("<Down>");
    let pane = from(&stage.text(), rule + 1).join("\n");
    assert!(pane.contains("Fictief B. (1950)") && !pane.contains("Fictief J."), "{pane}");
    // But for the sign of the cursor the list stands still.
    let after: Vec<String> = stage.text().lines().map(|line| line.chars().take(rule).collect()).collect();
    let plain = |lines: Vec<String>| lines.join("\n").replace('▸', " ");
    assert_eq!(plain(before), plain(after));
    // Where nothing is opened the pane is empty, and its place stays.
    stage.to("details");
    assert_eq!(self::rule(&stage), Some(rule));
    assert_eq!(from(&stage.text(), rule + 1).iter().filter(|line| line.contains("Fictief")).count(), 0);
}

#[test]
fn no_pane_in_a_window_that_is_narrower() {
    for width in [60, 80, 119] {
        let mut stage = midway(Language::Dutch, width, 24);
        stage.model.path.go(&Screen::Meeting);
        stage.to("patient:");
        assert!(!stage.text().contains("Open afspraken"), "{}", stage.text());
        assert!(!stage.text().contains("gesprek met dochter"), "{}", stage.text());
    }
}

#[test]
fn lists_have_what_they_open_beside_them() {
    for (name, said) in
        [("register", "Fictief S."), ("contents", "Wilsbekwaamheid"), ("second-agenda", "Fictief S.")]
    {
        let stage = screen(name, 120);
        let rule = rule(&stage).unwrap_or_else(|| panic!("{name} has no pane\n{}", stage.text()));
        let pane = from(&stage.text(), rule + 1).join("\n");
        assert!(pane.contains(said), "{name}: {pane}");
    }
    let mut stage = midway(Language::Dutch, 120, 40);
    stage.model.path.go(&Screen::Cases);
    stage.to("case:");
    let rule = rule(&stage).expect("a pane beside the cases");
    let pane = from(&stage.text(), rule + 1).join("\n");
    assert!(pane.contains("Leerdoelen"), "{pane}");
}

#[test]
fn every_key_leads_where_it_leads_in_a_narrow_window() {
    for name in ["register", "contents", "second-agenda"] {
        let (mut wide, mut narrow) = (screen(name, 120), screen(name, 80));
        for keys in ["<Down>", "<Down>", "<Up>", "<Enter>", "<Esc>"] {
            wide.keys(keys);
            narrow.keys(keys);
            assert_eq!(wide.focus(), narrow.focus(), "{name} {keys}");
            assert_eq!(wide.model.screen(), narrow.model.screen(), "{name} {keys}");
        }
    }
}

#[test]
fn the_name_of_the_group_stays_in_the_head() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let mut stage = midway(Language::Dutch, width, height);
        let head = |stage: &Stage| stage.text().lines().next().unwrap_or_default().to_owned();
        assert!(head(&stage).contains("PaTz No"), "{}", head(&stage));
        stage.model.path.go(&Screen::Meeting);
        assert!(head(&stage).contains("PaTz Noord"), "{}", head(&stage));
        stage.to("details").keys("<Enter>").to("group").keys("<Enter><End> en omstreken");
        stage.model.path.go(&Screen::Meeting);
        assert!(head(&stage).contains("PaTz Noord en"), "{}", head(&stage));
        assert!(head(&stage).contains("22 nov"), "{}", head(&stage));
    }
}

#[test]
fn on_a_beamer_an_empty_line_stands_between_the_choices_and_nothing_is_lost() {
    for (width, height) in [(60, 18), (80, 24)] {
        let mut plain = on_patient(width, height);
        // What is out of sight comes into it first.
        plain.to("walk:markering");
        for _ in 0..4 {
            if matches!(plain.model.screen(), Screen::Patient(_)) {
                plain.keys("<Enter>");
            }
        }
        plain.keys("<Tab>");
        let mut beamer = plain.clone();
        beamer.model.settings.theme = crate::app::ThemeName::Beamer;
        let places = |stage: &Stage| -> Vec<usize> {
            let text = stage.text();
            let lines = text.lines().enumerate().skip(4);
            lines.filter(|(_, line)| line.contains('○') || line.contains('●')).map(|(at, _)| at).collect()
        };
        let (close, apart) = (places(&plain), places(&beamer));
        assert!(close.windows(2).any(|pair| pair[1] == pair[0] + 1), "{}", plain.text());
        assert!(apart.len() >= 3, "{}", beamer.text());
        assert!(apart.windows(2).take(2).all(|pair| pair[1] == pair[0] + 2), "{}", beamer.text());
        if height == 24 {
            let text = beamer.text();
            let under = text.lines().skip_while(|line| !line.contains(" van 6")).nth(1);
            assert_eq!(under, Some(""), "an empty line under the heading, for which there is room\n{text}");
        }
        let rows = |stage: &Stage| stage.model.page().rows().count();
        assert_eq!(rows(&plain), rows(&beamer));
        assert_eq!(beamer.layout().rows.len(), rows(&beamer));
    }
}

/// Where nothing is quiet, on a beamer and without colours, what to type would else read as if somebody had typed it.
#[test]
fn what_to_type_is_told_from_what_was_typed_in_every_theme() {
    for theme in ThemeName::ALL {
        let mut stage = midway(Language::Dutch, 80, 24);
        stage.model.path.go(&Screen::MeetingDetails);
        stage.to("add-participant").keys("<Enter>");
        stage.model.settings.theme = theme;
        let is_in_brackets = stage.text().contains("(zoals de groep die gebruikt)");
        assert_eq!(is_in_brackets, !theme.has_shades(), "{theme:?}\n{}", stage.text());
        stage.keys("K. Bos");
        assert!(!stage.text().contains("(K. Bos"), "{theme:?}\n{}", stage.text());
    }
}

#[test]
fn an_empty_line_that_was_the_leaving_enter_is_not_kept() {
    let mut stage = on_patient(80, 24);
    stage.to("notes").keys("<End>");
    let before = stage.meeting().reviews[0].notes.clone();
    stage.keys("<Enter><Down>");
    assert_eq!(stage.meeting().reviews[0].notes, before);
    stage.to("notes").keys("<End><Enter>nog iets<Enter><Enter><Up>");
    assert_eq!(stage.meeting().reviews[0].notes, format!("{before}\nnog iets"));
}

#[test]
fn words_that_were_typed_with_their_marks_get_no_second_ones() {
    let mut stage = on_patient(80, 24);
    stage.to("own-words").keys("<C-a>\"Zo lang ik mijn hond maar zie.\"");
    stage.to("walk:markering").keys("<Enter>");
    assert!(stage.text().contains("  \"Zo lang ik mijn hond maar zie.\"\n"), "{}", stage.text());
}

#[test]
fn one_of_something_is_no_plural() {
    let (dutch, english) = (Language::Dutch, Language::English);
    for said in [
        dutch.take_all_patients(1),
        dutch.more_faults(1),
        dutch.session_votes(1, 1, false),
        dutch.mirror_median_days(1),
        dutch.form_imported("f", "f", 1),
        dutch.paper_fhir_count(1),
        dutch.fhir_unread(1),
    ] {
        for plural in ["patiënten", "fouten", "stemmen", "mensen", "dagen", "vragen", "resources", "konden"]
        {
            assert!(!said.contains(plural), "{said}");
        }
    }
    for said in [
        english.take_all_patients(1),
        english.more_faults(1),
        english.session_votes(1, 1, false),
        english.mirror_median_days(1),
        english.form_imported("f", "f", 1),
        english.paper_fhir_count(1),
    ] {
        for plural in ["patients", "faults", "votes", "people", "days", "questions", "resources"] {
            assert!(!said.contains(plural), "{said}");
        }
    }
}
