//! How a trainer plays a case, on one page: the text of the documents, as a paper to print.

use super::document::{Document, DocumentKind, Place, Table};
use super::sheet::Sheet;
use crate::words::Language;

/// The text, as it stands among the documents.
const DUTCH: &str = include_str!("../../docs/draaiboek-casus.md");
const ENGLISH: &str = include_str!("../../docs/draaiboek-casus.en.md");

/// The sheet of a trainer.
pub fn case_guide(language: Language, width: u16) -> Document {
    let text = match language {
        Language::Dutch => DUTCH,
        Language::English => ENGLISH,
    };
    let mut sheet = Sheet::new(width);
    let mut title = String::new();
    let mut table: Option<Table> = None;
    for block in blocks(text) {
        let cells = block.strip_prefix('|').and_then(|row| row.strip_suffix('|'));
        if let Some(cells) = cells.map(|row| row.split('|').map(|cell| cell.trim().to_owned())) {
            match &mut table {
                None => {
                    let columns: Vec<String> = cells.collect();
                    table = Some(Table { caption: columns.join(", "), columns, rows: Vec::new() });
                }
                Some(table) => table.rows.push(cells.collect()),
            }
        } else if let Some(heading) = block.strip_prefix("# ") {
            heading.clone_into(&mut title);
            sheet.heading(1, heading);
        } else if let Some(point) = block.strip_prefix("- ") {
            sheet.point(point);
        } else if block.starts_with(|sign: char| sign.is_ascii_digit()) {
            sheet.place(Place::PARAGRAPH, &block);
        } else {
            sheet.gap().line(&block);
        }
    }
    if let Some(table) = table {
        // The line under the names of the columns is no row.
        let rows = table.rows.into_iter().filter(|row| !row.iter().all(|cell| cell == "---")).collect();
        sheet.gap().table(Table { rows, ..table });
    }
    Document {
        kind: DocumentKind::Minutes,
        language,
        foot: title.clone(),
        title,
        reader: String::new(),
        fictional: true,
        blocks: sheet.blocks(),
    }
}

/// Paragraphs, points and rows, each as one line without marks for emphasis.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let plain = line.trim().replace("**", "").replace(['*', '`'], "");
        let begins = |mark: &str| plain.starts_with(mark);
        let is_step = plain.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok());
        let is_new = begins("# ") || begins("- ") || begins("|") || is_step;
        match blocks.last_mut() {
            _ if plain.is_empty() => {}
            Some(last) if goes_on && !is_new => {
                last.push(' ');
                last.push_str(&plain);
            }
            _ => blocks.push(plain.clone()),
        }
        goes_on = !plain.is_empty();
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::DocumentFormat;

    #[test]
    fn the_sheet_has_every_word_of_the_documents_and_no_marks_of_them() {
        for (language, source) in [(Language::Dutch, DUTCH), (Language::English, ENGLISH)] {
            let paper = case_guide(language, 80);
            let written = paper.written(DocumentFormat::Text);
            let html = paper.written(DocumentFormat::Html);
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let plain = source.replace("**", "").replace(['*', '`', '|'], "").replace("---", "");
            let is_missing = |word: &String| *word != "#" && !written.contains(word) && !html.contains(word);
            let missing: Vec<String> = words(&plain).into_iter().filter(is_missing).collect();
            assert_eq!(missing, Vec::<String>::new());
            assert!(
                !written.contains("**") && !written.contains('`') && !written.contains("|---"),
                "{written}"
            );
            assert_eq!(written.matches("pallium case ").count(), 3, "{written}");
        }
    }
}
