//! Help line by line: a line per paragraph and per point, without the signs for bold.

use super::table::Table;
use crate::app::Settings;
use crate::app::tests::help_texts::HELPED;

fn said(lines: &[String], word: &str) {
    let expected = [format!("Alinea {word}."), format!("- punt {word}"), format!("- vet {word}")];
    assert!(lines.windows(3).any(|three| *three == expected), "{word}: {lines:#?}");
}

#[test]
fn help_is_said_in_paragraphs_and_points() {
    let mut table = Table::with(Settings::default(), vec![("markering.toml", HELPED)]);
    table.row("new", "");
    table.line("terug");
    table.row("add-patient", "");
    table.row("label", "Fictief J.");
    table.row("discuss", "");
    let lines = table.row("walk:markering", "");
    ["groep", "vraag", "binnen", "tekst"].iter().for_each(|word| said(&lines, word));
    let lines = table.line("verder");
    said(&lines, "oordeel");
}
