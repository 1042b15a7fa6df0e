//! Saying what is new: a new screen as a whole, and of the same screen only what changed.

use std::collections::HashMap;

use super::rich;
use super::row::{SaidRow, Turned, ended};
use crate::app::page::{Bar, Block, Page, Paragraph, Role, Row, RowId, Signs};
use crate::app::{Pictured, Screen};
use crate::text;
use crate::words::Language;

/// What was said last of a screen, and which number each row got.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    screen: Screen,
    language: Language,
    /// What was looked for in its list: what was found then is another list.
    search: String,
    head: Vec<String>,
    texts: Vec<String>,
    order: Vec<RowId>,
    rows: HashMap<RowId, SaidRow>,
    /// The row with number `n` stands at `n - 1`; a row keeps its number while the screen is the same.
    numbers: Vec<RowId>,
    numbered: HashMap<RowId, usize>,
}

impl Said {
    /// The row that was said under a number.
    pub fn row(&self, number: usize) -> Option<&RowId> {
        self.numbers.get(number.checked_sub(1)?)
    }

    /// The number under which a row was said.
    pub fn number(&self, row: &RowId) -> Option<usize> {
        self.numbered.get(row).copied()
    }

    /// Whether this was said of the present screen.
    pub fn is_of(&self, model: &Pictured) -> bool {
        self.screen == *model.screen()
    }

    /// Where the screen is.
    pub fn trail(&self) -> &str {
        self.head.first().map_or("", String::as_str)
    }

    /// The rows that were said, in the order of the screen.
    pub fn rows(&self) -> impl Iterator<Item = &RowId> {
        self.order.iter()
    }
}

/// Says what is new since `previous`: everything where there is none or the screen is another one.
///
/// Gives the lines, and what to hold the next screen against.
pub fn say(model: &Pictured, previous: Option<&Said>) -> (Vec<String>, Said) {
    let page = model.page();
    let search = &model.path.top().search;
    let previous = previous.filter(|said| {
        said.screen == *model.screen() && said.language == model.language() && said.search == *search
    });
    let mut said = Said {
        screen: model.screen().clone(),
        language: model.language(),
        search: search.clone(),
        head: head(model, &page),
        texts: parts(&page).flat_map(texts).collect(),
        order: page.rows().map(|row| row.id.clone()).collect(),
        rows: page.rows().map(|row| (row.id.clone(), SaidRow::of(model, row))).collect(),
        numbers: previous.map(|previous| previous.numbers.clone()).unwrap_or_default(),
        numbered: previous.map(|previous| previous.numbered.clone()).unwrap_or_default(),
    };
    for id in &said.order {
        if !said.numbered.contains_key(id) {
            said.numbers.push(id.clone());
            said.numbered.insert(id.clone(), said.numbers.len());
        }
    }
    let signs = model.settings.marks.signs();
    let lines = match previous {
        None => whole(&page, &said, signs),
        Some(previous) => changes(&page, &said, previous, signs),
    };
    (lines.iter().map(|line| text::visible_line(line).into_owned()).collect(), said)
}

/// The top of a screen: where we are, the person's own words, the steps.
fn head(model: &Pictured, page: &Page) -> Vec<String> {
    let language = model.language();
    let between = model.settings.marks.signs().between;
    let mut lines = vec![page.trail.join(between)];
    if let Some(words) = &page.own_words {
        lines.push(format!("{}: {words}", language.linear_own_words()));
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

/// A part of a page in the order in which it is said.
enum Part<'p> {
    Row(&'p Row),
    /// Lines to read, and whether they are a heading.
    Text(Vec<String>, bool),
}

fn texts(part: Part<'_>) -> Vec<String> {
    match part {
        Part::Row(_) => Vec::new(),
        Part::Text(lines, _) => lines,
    }
}

/// The parts of a page; nothing of a table or a course is lost by it.
fn parts(page: &Page) -> impl Iterator<Item = Part<'_>> {
    page.blocks.iter().flat_map(|block| -> Vec<Part<'_>> {
        match block {
            Block::Text(paragraph) | Block::Aside(paragraph) => {
                let heading = matches!(block, Block::Text(text) if text.role == Role::Heading);
                vec![Part::Text(lines_of(paragraph), heading)]
            }
            Block::Row(row) => vec![Part::Row(row)],
            Block::Table(table) => table.rows().map(|known| Part::Row(&known.row)).collect(),
            Block::Bars(bars) => {
                let line = |bar: &Bar| format!("{} {}", ended(&bar.label, ':'), bar.number());
                let lines = bars.bars.iter().map(|bar| line(bar).trim_end().to_owned());
                vec![Part::Text(lines.collect(), false)]
            }
            Block::Timeline(timeline) => timeline
                .entries
                .iter()
                .flat_map(|entry| {
                    let events = entry.events.iter().map(|event| format!("   - {}", event.text));
                    [Part::Row(&entry.row), Part::Text(events.collect(), false)]
                })
                .collect(),
            Block::Gap | Block::Air => Vec::new(),
        }
    })
}

fn lines_of(paragraph: &Paragraph) -> Vec<String> {
    let lines = if paragraph.rich {
        rich::lines(&paragraph.text)
    } else {
        paragraph.text.lines().map(|line| line.trim_end().to_owned()).collect()
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn row_lines(said: &Said, id: &RowId, signs: &Signs) -> Vec<String> {
    match (said.rows.get(id), said.number(id)) {
        (Some(row), Some(number)) => row.lines(number, signs, said.language),
        _ => Vec::new(),
    }
}

fn whole(page: &Page, said: &Said, signs: &Signs) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(said.head.iter().cloned());
    for part in parts(page) {
        match part {
            Part::Row(row) => lines.extend(row_lines(said, &row.id, signs)),
            Part::Text(text, _) => lines.extend(text),
        }
    }
    lines
}

fn changes(page: &Page, said: &Said, previous: &Said, signs: &Signs) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let before = |id: &RowId| previous.rows.get(id);
    let turned: HashMap<&RowId, Turned> =
        said.rows.iter().filter_map(|(id, row)| Some((id, row.turned(before(id)?)?))).collect();
    let another_chosen = turned.values().any(|turned| *turned == Turned::Chosen);
    let mut left: Vec<&String> = previous.texts.iter().collect();
    for part in parts(page) {
        match part {
            Part::Text(text, heading) => {
                for line in text {
                    // A heading that only counts otherwise ("2 van 6") is no news.
                    let same =
                        |known: &&String| **known == line || heading && uncounted(known) == uncounted(&line);
                    match left.iter().position(same) {
                        Some(known) => drop(left.swap_remove(known)),
                        None => lines.push(line),
                    }
                }
            }
            Part::Row(row) => {
                let Some(now) = said.rows.get(&row.id) else { continue };
                match turned.get(&row.id) {
                    Some(Turned::NoLongerChosen) if another_chosen => {}
                    Some(turned) => lines.push(format!("{}: {}", turned.words(said.language), now.label)),
                    None if before(&row.id) == Some(now) => {}
                    None => lines.extend(row_lines(said, &row.id, signs)),
                }
            }
        }
    }
    lines
}

fn uncounted(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_digit()).collect()
}
