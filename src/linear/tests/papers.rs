//! Papers in lines: each is reached by words, read out before it leaves, and saved.

use super::table::Table;
use crate::app::Effect;
use crate::app::message::SavePaper;
use crate::app::tests::register::{earlier, id};

fn at_patient() -> Table {
    let mut table = Table::second_meeting(earlier());
    table.row("proposal-all", "");
    table.row(&format!("patient:{}", id(13)), "");
    table
}

#[test]
fn a_summary_is_chosen_by_words_read_out_and_saved() {
    let mut table = at_patient();
    let said = table.line("papier").join("\n");
    assert!(said.contains("Besproken in PaTz Noord"), "{said}");
    let said = table.row("paper", "samenvatting van deze patiënt (PZP)").join("\n");
    assert!(said.contains("Voor het dossier") && said.contains("Samenvatting: Fictief D."), "{said}");
    let said = table.row("reader", "").join("\n");
    assert!(said.contains("1 het dossier, 2 de huisartsenpost"), "all of them are named: {said}");
    let said = table.line("2").join("\n");
    assert!(said.contains("Voor de huisartsenpost"), "{said}");
    let said = table.row("reader", "patiënt en naasten").join("\n");
    assert!(said.contains("Er is niets gemaakt"), "{said}");
    table.row("reader", "de huisartsenpost");
    let said = table.row("save", "").join("\n");
    assert!(said.contains("Opgeslagen als /thuis/fictief/Documenten/samenvatting-fictief-d-hap"), "{said}");
    let saved = |effect: &Effect| match effect {
        Effect::SavePaper(save) => Some(SavePaper::clone(save)),
        _ => None,
    };
    let save = table.effects.iter().find_map(saved).expect("a paper is saved");
    assert!(save.text.contains("Voor de huisartsenpost"));
}

/// A long paper is heard a part at a time, as a long list is, and loses no line.
#[test]
fn a_long_paper_is_read_in_pages() {
    let mut table = at_patient();
    let notes: Vec<String> = (1..=150).map(|line| format!("regel {line} van de aantekening")).collect();
    table.row("notes", "");
    for line in &notes {
        table.line(line);
    }
    table.line("");
    table.line("papier");
    let mut heard = table.row("paper", "verslag van de hele bijeenkomst");
    let has = |heard: &[String], line: &str| heard.iter().any(|told| told.contains(line));
    assert!(has(&heard, "regels. Typ \"verder\"") && !has(&heard, "regel 150 van"), "{heard:#?}");
    assert!(heard.len() < 100, "{}", heard.len());
    for _ in 0..5 {
        heard.extend(table.line("verder"));
    }
    for line in &notes {
        assert!(has(&heard, line), "{line}");
    }
}

#[test]
fn the_counts_are_read_out_with_what_is_hidden() {
    let mut table = at_patient();
    table.line("papier");
    let said = table.row("paper", "spiegelinformatie").join("\n");
    assert!(said.contains("Besproken: niet getoond"), "{said}");
    let minutes = table.row("paper", "verslag van de hele bijeenkomst").join("\n");
    assert!(minutes.contains("PaTz Noord") && !minutes.contains("==="), "no line is drawn: {minutes}");
    let said = table.row("paper", "openstaande afspraken per persoon").join("\n");
    assert!(said.contains("M. Vos: 2 open"), "{said}");
}

#[test]
fn the_choices_of_the_register_are_made_by_words_too() {
    let mut table = Table::new();
    let meetings = earlier();
    let summaries = meetings.iter().map(crate::meeting::MeetingSummary::of).collect();
    table.earlier = meetings;
    let listed = crate::app::Listed { meetings: summaries, ..crate::app::Listed::default() };
    table.fact(crate::app::Msg::Listed(Box::new(listed)));
    table.line("?");
    table.row("register", "");
    let said = table.row("group", "MDO Zuid").join("\n");
    assert!(said.contains("MDO Zuid"), "{said}");
    assert_eq!(table.model.selection.group.as_deref(), Some("MDO Zuid"));
}
