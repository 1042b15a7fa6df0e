//! What rows stand under, where their own words do not tell them apart.

use std::collections::HashMap;

use crate::app::page::{Block, Page, Role, Row, RowId};

/// A row with its question and its heading.
type Placed<'p> = (&'p Row, &'p str, &'p str);

/// What a row stands under of which another one has the same words: whoever hears it by itself cannot see where it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Under {
    /// The heading, where the other one stands under another: it is short, and heard with the row.
    pub heading: Option<String>,
    /// The question, where the other one stands under another: it is heard again where rows are told without their page.
    pub question: Option<String>,
}

/// The rows of a page that do not say by themselves where they stand.
pub(super) fn under(page: &Page) -> HashMap<RowId, Under> {
    let (mut question, mut heading) = ("", "");
    let mut is_row = false;
    let mut called: HashMap<&str, Vec<Placed<'_>>> = HashMap::new();
    for block in &page.blocks {
        match block {
            Block::Text(text) if text.role == Role::Question => {
                (question, heading, is_row) = (&text.text, "", false);
            }
            Block::Text(text) if text.role == Role::Heading => heading = &text.text,
            // A row of a table tells by its cells which it is.
            Block::Row(row) => {
                // Who answered and what was explained belong to the row above them, whatever that stands under.
                let belongs =
                    is_row && ["by:", "note:"].iter().any(|start| row.id.as_str().starts_with(start));
                let own = if belongs { question } else { heading };
                called.entry(row.label.trim()).or_default().push((row, question, own));
                // A question in one row is what stands there; what follows belongs to it, and not to one further up.
                if row.id.as_str().starts_with("answer:") {
                    (question, is_row) = (row.label.as_str(), true);
                }
            }
            _ => {}
        }
    }
    let mut under = HashMap::new();
    for (_, rows) in called.into_iter().filter(|(label, _)| !label.is_empty()) {
        let is_other = |same: &dyn Fn(&Placed<'_>, &Placed<'_>) -> bool| {
            rows.first().is_some_and(|first| rows.iter().any(|row| !same(first, row)))
        };
        let by_question = is_other(&|one, other| one.1 == other.1);
        let by_heading = is_other(&|one, other| one.2 == other.2);
        let told = |place: &str, is_told: bool| (is_told && !place.is_empty()).then(|| place.to_owned());
        for (row, question, heading) in &rows {
            let (heading, question) = (told(heading, by_heading), told(question, by_question));
            under.insert(row.id.clone(), Under { heading, question });
        }
    }
    under
}
