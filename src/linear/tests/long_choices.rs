//! What is long is heard when somebody asks for it, what goes is told, and what stands apart on the screen is not heard under the heading above.

use super::table::Table;

/// A new meeting, at a new participant.
fn participant(mut table: Table) -> Table {
    table.row("new", "");
    table.row("add-participant", "");
    table
}

#[test]
fn functions_are_not_read_each_time_and_are_chosen_by_their_words() {
    for (table, more, word, chosen) in [
        (Table::new(), "verder", "wijk", "gekozen: wijkverpleegkundige"),
        (Table::new(), "Verder", "huisarts", "gekozen: huisarts"),
        (Table::english(), "next", "district", "chosen: district nurse"),
    ] {
        let mut table = participant(table);
        let said = table.said.join("\n");
        assert!(!said.contains("fysiotherapeut") && !said.contains("physiotherapist"), "{said}");
        assert!(said.contains("24"), "{said}");
        let list = table.line(more).join("\n");
        assert!(list.contains("24. ") && !list.contains("35. "), "{list}");
        let answer = table.line(word);
        assert!(answer.iter().any(|line| line == chosen), "{answer:?}");
    }
    // Of several that begin so the list is what was found; numbers choose as they did.
    let mut table = participant(Table::new());
    let found = table.line("verpl").join("\n");
    assert!(found.contains("verpleegkundig specialist") && found.contains("wijkverpleegkundige"), "{found}");
    let mut table = participant(Table::new());
    assert!(table.line("9").contains(&"gekozen: wijkverpleegkundige".to_owned()));
}

#[test]
fn rows_that_go_are_told() {
    let mut table = participant(Table::new());
    table.line("9");
    let answer = table.line("ongedaan").join("\n");
    assert!(answer.contains("Niet meer op dit scherm: Toch geen functie"), "{answer}");
    let mut table = participant(Table::english());
    table.line("9");
    let answer = table.line("undo").join("\n");
    assert!(answer.contains("No longer on this screen: "), "{answer}");
}

#[test]
fn notes_are_not_heard_under_the_heading_of_agreements() {
    let mut table = Table::new();
    table.row("new", "");
    table.line("terug");
    table.row("add-patient", "");
    table.row("label", "Fictief J.");
    let said = table.row("discuss", "");
    let at = |text: &str| said.iter().position(|line| line.contains(text)).unwrap();
    assert!(at("Aantekeningen") < at("Afspraken"), "{said:?}");
    assert!(at("Wat is er veranderd") < at("Aantekeningen"), "{said:?}");
}
