//! A session with a case, line by line: the whole of it, and nothing of a vote on the lines.

use super::table::Table;
use crate::app::{ScenePage, Screen, StepPage};

const CASES: [&str; 7] =
    ["meneer-k", "meneer-p", "meneer-r", "mevrouw-a", "mevrouw-l", "mevrouw-o", "twee-kamers"];

/// A session with five people, at its first scene.
fn begun(case: &str) -> Table {
    let mut table = Table::new();
    table.row("cases", "");
    table.row(&format!("case:{case}"), "");
    table.row("begin-kept", "");
    table.row("people:nurses", "5");
    table.row("begin", "");
    table
}

#[test]
fn every_shipped_case_is_played_to_its_end() {
    for case in CASES {
        let mut table = begun(case);
        let mut scenes = 0;
        for _ in 0..200 {
            match *table.model.screen() {
                Screen::Scene(_, ScenePage::Vote(_)) => {
                    table.row("option", "5");
                }
                Screen::Scene(_, ScenePage::Spread(_)) => {
                    table.row("show", "");
                }
                Screen::Scene(_, ScenePage::Judge) | Screen::Step { page: StepPage::Judgement, .. } => {
                    table.row("reason", "omdat");
                }
                Screen::Scene(_, ScenePage::Outcome) => {
                    table.row("ended", "");
                    scenes += 1;
                    continue;
                }
                Screen::Meeting => break,
                _ => {}
            }
            table.row("next", "");
        }
        assert_eq!((scenes, table.model.screen()), (3, &Screen::Meeting), "{case}");
        let session = table.meeting().session.clone().unwrap();
        assert_eq!((session.present(), session.scenes.len(), session.walked.len()), (5, 3, 3), "{case}");
        assert!(table.said.join("\n").contains("Verzonnen casus"), "{case}");
    }
}

/// What is typed stays where it was typed, so that whoever comes next would read it.
#[test]
fn the_keyboard_does_not_go_round() {
    let mut table = begun("mevrouw-a");
    while !matches!(*table.model.screen(), Screen::Scene(_, ScenePage::Vote(_))) {
        table.row("next", "");
    }
    let before = table.meeting().clone();
    let why = "Hier blijft staan wat iemand typt. Tel handen of kaartjes, en typ de aantallen.";
    assert_eq!(table.row("mask", ""), [why]);
    assert_eq!(*table.meeting(), before);
}
