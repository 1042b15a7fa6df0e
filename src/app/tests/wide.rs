//! Wide windows use their room: beside a list stands what its row in focus opens, and no cell is cut off for want of asking.

use super::Stage;
use super::tour::{midway, screens};
use crate::app::{Msg, Size};
use crate::words::Language;

/// The part of each line from a column on.
fn from(text: &str, column: usize) -> Vec<String> {
    text.lines().map(|line| line.chars().skip(column).collect::<String>().trim_end().to_owned()).collect()
}

/// The column of the line that parts list and pane, where there is one.
fn rule(stage: &Stage) -> Option<usize> {
    let text = stage.text();
    let bodies: Vec<Vec<char>> = text.lines().skip(2).take(20).map(|line| line.chars().collect()).collect();
    (40..stage.model.size.width.into()).find(|at| bodies.iter().all(|line| line.get(*at) == Some(&'│')))
}

fn screen(name: &str, width: u16) -> Stage {
    let found = screens(Language::Dutch, width, 40).into_iter().find(|(known, _)| known == name);
    found.expect("a screen of the tour").1
}

#[test]
fn beside_the_agenda_stands_the_patient_in_focus() {
    let mut stage = midway(Language::Dutch, 120, 40);
    stage.keys("<Esc>").to("patient:");
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
        stage.keys("<Esc>").to("patient:");
        assert!(!stage.text().contains("Open afspraken"), "{}", stage.text());
        assert!(!stage.text().contains("gesprek met dochter"), "{}", stage.text());
    }
}

#[test]
fn lists_have_what_they_open_beside_them() {
    for (name, said) in [
        ("register", "Fictief S."),
        ("contents", "Wilsbekwaamheid"),
        ("proposal", "Fictief"),
        ("second-agenda", "Fictief S."),
    ] {
        let stage = screen(name, 120);
        let rule = rule(&stage).unwrap_or_else(|| panic!("{name} has no pane\n{}", stage.text()));
        let pane = from(&stage.text(), rule + 1).join("\n");
        assert!(pane.contains(said), "{name}: {pane}");
    }
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
        assert!(head(&stage).contains("PaTz N"), "{}", head(&stage));
        stage.keys("<Esc>");
        assert!(head(&stage).contains("PaTz Noord"), "{}", head(&stage));
        stage.to("details").keys("<Enter>").to("group").keys("<End> en omstreken");
        stage.send(Msg::Resized(Size::new(width, height)));
        stage.keys("<Esc>");
        assert!(head(&stage).contains("PaTz Noord en"), "{}", head(&stage));
        assert!(head(&stage).contains("22 nov"), "{}", head(&stage));
    }
}
