//! Papers in lines: each is reached by words, read out before it leaves, and saved.

use super::table::Table;
use crate::app::Effect;
use crate::app::message::SavePaper;
use crate::app::tests::register::{earlier, id};

fn at_patient() -> Table {
    let mut table = Table::new();
    table.earlier = earlier();
    table.row("new", "");
    table.row("known-group:1", "");
    table.row("to-agenda", "");
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
