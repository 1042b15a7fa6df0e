//! Saying what is new: a new screen as a whole, and of the same screen only what changed.

use super::rich;
use super::row::{SaidRow, Turned};
use crate::app::marks::Signs;
use crate::app::page::{Block, Page, Role, RowId};
use crate::app::pages;
use crate::app::{Model, Screen};
use crate::text;
use crate::words::Language;

/// What was said last of a screen, and which number each row got.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    screen: Screen,
    language: Language,
    head: Vec<String>,
    texts: Vec<String>,
    rows: Vec<(RowId, SaidRow)>,
    /// The row with number `n` stands at `n - 1`; a row keeps its number while the screen is the same.
    numbers: Vec<RowId>,
}

impl Said {
    /// The row that was said under a number.
    pub fn row(&self, number: usize) -> Option<&RowId> {
        self.numbers.get(number.checked_sub(1)?)
    }

    /// The number under which a row was said.
    pub fn number(&self, row: &RowId) -> Option<usize> {
        self.numbers.iter().position(|known| known == row).map(|at| at + 1)
    }

    /// Whether this was said of the present screen.
    pub fn is_of(&self, model: &Model) -> bool {
        self.screen == *model.screen()
    }

    /// Where the screen is.
    pub fn trail(&self) -> &str {
        self.head.first().map_or("", String::as_str)
    }

    /// The rows that were said, in the order of the screen.
    pub fn rows(&self) -> impl Iterator<Item = &RowId> {
        self.rows.iter().map(|(id, _)| id)
    }
}

/// Says what is new since `previous`: everything where there is none or the screen is another one.
///
/// Gives the lines, and what to hold the next screen against.
pub fn say(model: &Model, previous: Option<&Said>) -> (Vec<String>, Said) {
    let page = pages::page(model);
    let previous =
        previous.filter(|said| said.screen == *model.screen() && said.language == model.language());
    let mut said = Said {
        screen: model.screen().clone(),
        language: model.language(),
        head: head(model, &page),
        texts: page.blocks.iter().flat_map(text_lines).collect(),
        rows: page.rows().map(|row| (row.id.clone(), SaidRow::of(model, row))).collect(),
        numbers: previous.map(|previous| previous.numbers.clone()).unwrap_or_default(),
    };
    let fresh: Vec<RowId> = said.rows().filter(|id| !said.numbers.contains(id)).cloned().collect();
    said.numbers.extend(fresh);
    let signs = model.settings.marks.signs();
    let lines = match previous {
        None => whole(&page, &said, signs),
        Some(previous) => changes(&page, &said, previous, signs),
    };
    (lines.iter().map(|line| text::visible_line(line).into_owned()).collect(), said)
}

/// The top of a screen: where we are, the person's own words, the steps.
fn head(model: &Model, page: &Page) -> Vec<String> {
    let language = model.language();
    let between = model.settings.marks.signs().between;
    let mut lines = vec![page.trail.join(between)];
    if let Some(words) = &page.own_words {
        lines.push(format!("{}: \"{words}\"", language.linear_own_words()));
    }
    if page.tabs.len() > 1 {
        let tabs = page.tabs.iter().map(|tab| match (tab.here, tab.done) {
            (true, _) => format!("{} ({})", tab.title, language.linear_here()),
            (false, true) => format!("{} ({})", tab.title, language.linear_done()),
            (false, false) => tab.title.clone(),
        });
        lines.push(format!("{}: {}", language.linear_steps(), tabs.collect::<Vec<_>>().join(between)));
    }
    lines
}

/// The lines of a text to read; none for a row.
fn text_lines(block: &Block) -> Vec<String> {
    match block {
        Block::Text(paragraph) | Block::Aside(paragraph) => {
            let lines = if paragraph.rich {
                rich::lines(&paragraph.text)
            } else {
                paragraph.text.lines().map(|line| line.trim_end().to_owned()).collect()
            };
            lines.into_iter().filter(|line| !line.is_empty()).collect()
        }
        Block::Gap | Block::Air | Block::Row(_) => Vec::new(),
    }
}

fn row_lines(said: &Said, id: &RowId, signs: &Signs) -> Vec<String> {
    let row = said.rows.iter().find(|(known, _)| known == id);
    match (row, said.number(id)) {
        (Some((_, row)), Some(number)) => row.lines(number, signs, said.language),
        _ => Vec::new(),
    }
}

fn whole(page: &Page, said: &Said, signs: &Signs) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(said.head.iter().cloned());
    for block in &page.blocks {
        match block {
            Block::Row(row) => lines.extend(row_lines(said, &row.id, signs)),
            other => lines.extend(text_lines(other)),
        }
    }
    lines
}

fn changes(page: &Page, said: &Said, previous: &Said, signs: &Signs) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let before = |id: &RowId| previous.rows.iter().find(|(known, _)| known == id).map(|(_, row)| row);
    let turned: Vec<(&RowId, Turned)> =
        said.rows.iter().filter_map(|(id, row)| Some((id, row.turned(before(id)?)?))).collect();
    let another_chosen = turned.iter().any(|(_, turned)| *turned == Turned::Chosen);
    let mut left: Vec<&String> = previous.texts.iter().collect();
    for block in &page.blocks {
        let Block::Row(row) = block else {
            // A heading that only counts otherwise ("2 van 6") is no news.
            let heading = matches!(block, Block::Text(text) if text.role == Role::Heading);
            for line in text_lines(block) {
                let same =
                    |known: &&String| **known == line || heading && uncounted(known) == uncounted(&line);
                match left.iter().position(same) {
                    Some(known) => {
                        left.swap_remove(known);
                    }
                    None => lines.push(line),
                }
            }
            continue;
        };
        let Some((_, now)) = said.rows.iter().find(|(known, _)| *known == row.id) else { continue };
        match turned.iter().find(|(id, _)| **id == row.id) {
            Some((_, Turned::NoLongerChosen)) if another_chosen => {}
            Some((_, turned)) => lines.push(format!("{}: {}", turned.words(said.language), now.label)),
            None if before(&row.id) == Some(now) => {}
            None => lines.extend(row_lines(said, &row.id, signs)),
        }
    }
    lines
}

fn uncounted(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_digit()).collect()
}
