//! Saying what is new: a new screen as a whole, and of the same screen only what changed.

use std::collections::{HashMap, HashSet};

use super::rich;
use super::row::{SaidRow, Turned, ended, spoken};
use super::under::{Under, under};
use crate::app::page::{Action, Bar, Block, Mark, Page, Paragraph, Role, Row, RowId, RowKind, Signs};
use crate::app::{Pictured, Screen};
use crate::meeting::MeetingId;
use crate::text;
use crate::words::Language;

/// What was said last of a screen, and which number each row got.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    screen: Screen,
    /// The meeting that it is of, where it is a screen of one: of another meeting the same screen says something else.
    meeting: Option<MeetingId>,
    language: Language,
    /// What was looked for in its list: what was found then is another list.
    search: String,
    head: Vec<String>,
    texts: Vec<String>,
    order: Vec<RowId>,
    rows: HashMap<RowId, SaidRow>,
    /// How many rows of a long list were said.
    upto: usize,
    /// Whether there are rows of it that were not.
    more: bool,
    /// How many options of a list wait until somebody asks for them, or says one of them.
    folded: usize,
    /// Whether somebody asked for them.
    unfolded: bool,
    /// The row with number `n` stands at `n - 1`; a row keeps its number while the screen is the same.
    numbers: Vec<RowId>,
    numbered: HashMap<RowId, usize>,
    /// Whether only votes have a number that counts.
    by_words: bool,
}

/// So many rows of a long list are said at a time.
const PART: usize = 20;

/// For each of them so many lines of a paper.
const LINES: usize = 3;

/// Of more options than these that exclude each other, only the chosen one is named.
const FEW_OPTIONS: usize = 6;

/// More options than these, of a list that is searched by typing, are heard when somebody asks for them.
const MANY_OPTIONS: usize = 12;

/// So many rows that went are called by name.
const GONE: usize = 5;

impl Said {
    /// Whether there are rows of a long list that were not said yet.
    pub fn has_more(&self) -> bool {
        self.more || self.is_folded()
    }

    /// Has the next part of a long list said.
    pub(super) fn go_on(&mut self) {
        match self.is_folded() {
            true => self.unfolded = true,
            false => self.upto += PART,
        }
    }

    /// Whether there is a list of which the options wait until somebody asks for them.
    pub(super) fn is_folded(&self) -> bool {
        self.folded > 0
    }

    /// Whether there is such a list, asked for or not: its rows are chosen by their words.
    pub(super) fn has_waiting_list(&self) -> bool {
        self.unfolded || self.is_folded()
    }

    /// The row that was said under a number.
    pub fn row(&self, number: usize) -> Option<&RowId> {
        self.numbers.get(number.checked_sub(1)?).filter(|row| self.has_number(row))
    }

    /// Whether votes are cast by other numbers than before: whoever has the keyboard counts from one.
    fn votes_anew(&self, previous: &Self) -> bool {
        let votes = |row: &&RowId| self.rows.get(*row).is_some_and(|row| row.votes);
        let is_new = |row: &RowId| previous.rows.get(row).is_none_or(|before| !before.votes);
        self.by_words && self.order.iter().filter(votes).any(is_new)
    }

    /// Whether a row is chosen by a number.
    fn has_number(&self, row: &RowId) -> bool {
        !self.by_words || self.rows.get(row).is_some_and(|row| row.votes)
    }

    /// The number under which a row was said.
    pub fn number(&self, row: &RowId) -> Option<usize> {
        self.numbered.get(row).copied().filter(|_| self.has_number(row))
    }

    /// A row as it was said last.
    pub(super) fn told(&self, row: &RowId) -> Vec<String> {
        self.rows.get(row).map(|said| said.lines(self.number(row), false, self.language)).unwrap_or_default()
    }

    /// Whether this was said of the present screen.
    pub fn is_of(&self, model: &Pictured) -> bool {
        self.screen == *model.screen() && self.meeting == meeting_of(model)
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

/// Says what is new since `previous`: everything where there is none or the screen is another one. What the top of the `last`
/// screen said too, whichever that was, is heard once: the steps are the same on each page of a walk.
///
/// Gives the lines, and what to hold the next screen against.
pub fn say(model: &Pictured, previous: Option<&Said>, last: Option<&Said>) -> (Vec<String>, Said) {
    let page = model.page();
    let search = &model.path.top().search;
    let previous = previous
        .filter(|said| said.is_of(model) && said.language == model.language() && said.search == *search);
    let upto = previous.map_or(PART, |previous| previous.upto);
    let signs = model.settings.marks.signs();
    let language = model.language();
    let is_paper = model.screen().paper().is_some();
    let parts = || {
        let parts = parts(&page, upto, language, signs);
        if is_paper { in_pages(parts, upto * LINES, language) } else { parts }
    };
    let under = under(&page);
    let shown = |part| match part {
        Part::Row(row) => Some((row.id.clone(), SaidRow::of(model, row).under(under.get(&row.id), signs))),
        Part::Text(..) => None,
    };
    let mut said = Said {
        screen: model.screen().clone(),
        meeting: meeting_of(model),
        language: model.language(),
        search: search.clone(),
        head: head(model, &page),
        texts: parts().into_iter().flat_map(texts).collect(),
        order: page.rows().map(|row| row.id.clone()).collect(),
        rows: parts().into_iter().filter_map(shown).collect(),
        upto,
        more: listed(&page) > upto || is_paper && lines_within(&page, language, signs) > upto * LINES,
        folded: 0,
        unfolded: previous.is_some_and(|previous| previous.unfolded),
        numbers: previous.map(|previous| previous.numbers.clone()).unwrap_or_default(),
        numbered: previous.map(|previous| previous.numbered.clone()).unwrap_or_default(),
        by_words: page.by_words,
    };
    if page.sought.is_some() && !said.unfolded {
        said.folded = most_options(&parts());
    }
    if previous.is_some_and(|previous| said.votes_anew(previous)) {
        (said.numbers, said.numbered) = (Vec::new(), HashMap::new());
    }
    for id in &said.order {
        if !said.numbered.contains_key(id) {
            said.numbers.push(id.clone());
            said.numbered.insert(id.clone(), said.numbers.len());
        }
    }
    let lines = match previous {
        None => whole(&parts(), &said, last),
        Some(previous) => {
            let mut lines = changes(parts(), (&under, signs), &said, previous);
            // Whose words these are is known when the course was read; elsewhere a row tells what is typed.
            if matches!(model.screen(), Screen::Course(_)) {
                let new = said.head.iter().filter(|line| !previous.head.contains(line));
                lines.splice(0..0, new.cloned());
            }
            lines
        }
    };
    (lines.iter().map(|line| text::visible_line(line).into_owned()).collect(), said)
}

fn meeting_of(model: &Pictured) -> Option<MeetingId> {
    model.record().filter(|_| model.screen().is_of_meeting()).map(|meeting| meeting.id)
}

/// The top of a screen: where we are, the person's own words, the steps.
fn head(model: &Pictured, page: &Page) -> Vec<String> {
    let language = model.language();
    let signs = model.settings.marks.signs();
    let mut lines = vec![spoken(&page.trail.join(", "), signs)];
    if let Some(words) = &page.own_words {
        lines.push(format!("{}: {words}", language.linear_own_words()));
    }
    if page.tabs.len() > 1 {
        let tabs = page.tabs.iter().map(|tab| match (tab.here, tab.done) {
            (true, _) => format!("{} ({})", tab.title, language.linear_here()),
            (false, true) => format!("{} ({})", tab.title, language.linear_done()),
            (false, false) => tab.title.clone(),
        });
        lines.push(format!("{}: {}", language.linear_steps(), tabs.collect::<Vec<_>>().join(", ")));
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

/// How many rows the long list of a page has.
fn listed(page: &Page) -> usize {
    let rows = |block: &Block| match block {
        Block::Table(table) => table.len(),
        Block::Timeline(timeline) => timeline.entries.len(),
        _ => 0,
    };
    page.blocks.iter().map(rows).max().unwrap_or(0)
}

/// Whether a line is drawn between two parts of a paper.
fn is_drawn(line: &str) -> bool {
    line.len() > 3 && line.chars().all(|sign| matches!(sign, '=' | '-'))
}

/// The parts of a page, with no more than the first `upto` rows of a long list; nothing else of a table or a course is lost.
fn parts<'p>(page: &'p Page, upto: usize, language: Language, signs: &Signs) -> Vec<Part<'p>> {
    let remainder = |all: usize| {
        let searched = page.sought.is_some();
        (all > upto).then(|| Part::Text(vec![language.linear_part_of(upto, all, searched)], false))
    };
    let of_block = |block: &'p Block| -> Vec<Part<'p>> {
        match block {
            Block::Text(paragraph) | Block::Aside(paragraph) => {
                let heading = matches!(block, Block::Text(text) if text.role == Role::Heading);
                let lines = lines_of(paragraph).iter().map(|line| spoken(line, signs)).collect();
                vec![Part::Text(lines, heading)]
            }
            Block::Row(row) => vec![Part::Row(row)],
            Block::Table(table) => {
                let rows = table.rows().take(upto).map(|known| Part::Row(&known.row));
                rows.chain(remainder(table.len())).collect()
            }
            Block::Bars(bars) => {
                let line = |bar: &Bar| format!("{} {}", ended(&bar.label, ':'), bar.number());
                let lines = bars.bars.iter().map(|bar| line(bar).trim_end().to_owned());
                vec![Part::Text(lines.collect(), false)]
            }
            Block::Timeline(timeline) => timeline
                .entries
                .iter()
                .take(upto)
                .flat_map(|entry| {
                    let events = entry.events.iter();
                    let events = events.map(|event| format!("   - {}", spoken(&event.text, signs)));
                    [Part::Row(&entry.row), Part::Text(events.collect(), false)]
                })
                .chain(remainder(timeline.entries.len()))
                .collect(),
            Block::Gap | Block::Air => Vec::new(),
        }
    };
    let mut parts = Vec::new();
    let mut headed = false;
    for block in &page.blocks {
        headed |= matches!(block, Block::Text(text) if text.role == Role::Heading);
        // A row that leaves the page is no part of the list that ends above it: an empty line shows that, and this says it.
        if let Block::Row(row) = block
            && matches!(row.kind, RowKind::Action(Action::Back))
            && std::mem::take(&mut headed)
        {
            parts.push(Part::Text(vec![language.linear_onward().to_owned()], true));
        }
        parts.extend(of_block(block));
    }
    parts
}

/// How many lines a paper has.
fn lines_within(page: &Page, language: Language, signs: &Signs) -> usize {
    parts(page, PART, language, signs).into_iter().map(|part| texts(part).len()).sum()
}

/// A paper with its first `most` lines; its rows are all said.
fn in_pages(parts: Vec<Part<'_>>, most: usize, language: Language) -> Vec<Part<'_>> {
    let all: usize =
        parts.iter().map(|part| if let Part::Text(lines, _) = part { lines.len() } else { 0 }).sum();
    if all <= most {
        return parts;
    }
    let mut left = most;
    let mut said = Vec::with_capacity(parts.len() + 1);
    for part in parts {
        match part {
            Part::Row(row) => said.push(Part::Row(row)),
            Part::Text(..) if left == 0 => {}
            Part::Text(mut lines, heading) => {
                lines.truncate(left);
                left -= lines.len();
                said.push(Part::Text(lines, heading));
                if left == 0 {
                    said.push(Part::Text(vec![language.linear_lines_of(most, all)], false));
                }
            }
        }
    }
    said
}

fn lines_of(paragraph: &Paragraph) -> Vec<String> {
    let lines = if paragraph.rich {
        rich::lines(&paragraph.text)
    } else {
        paragraph.text.lines().map(|line| line.trim_end().to_owned()).collect()
    };
    // A line that is drawn says nothing.
    lines.into_iter().filter(|line| !line.is_empty() && !is_drawn(line)).collect()
}

fn row_lines(said: &Said, id: &RowId, in_list: bool) -> Vec<String> {
    said.rows.get(id).map(|row| row.lines(said.number(id), in_list, said.language)).unwrap_or_default()
}

fn whole(parts: &[Part<'_>], said: &Said, last: Option<&Said>) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(said.head.first().cloned());
    let heard = last.map(|last| last.head.as_slice()).unwrap_or_default();
    lines.extend(said.head.iter().skip(1).filter(|line| !heard.contains(line)).cloned());
    let (mut left, mut waits) = (0, false);
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Row(row) => {
                if left == 0 {
                    let options = options(parts.get(at..).unwrap_or_default());
                    if options.len() > FEW_OPTIONS {
                        left = options.len();
                        waits = left == said.folded;
                        lines.push(chosen_of(&options, said));
                        lines.extend(waits.then(|| said.language.linear_options_wait(left)));
                    }
                }
                if left == 0 || !waits {
                    lines.extend(row_lines(said, &row.id, left > 0));
                }
                left = left.saturating_sub(1);
            }
            Part::Text(text, _) => lines.extend(text.iter().cloned()),
        }
    }
    lines
}

/// The options that exclude each other with which these parts begin.
fn options<'p>(parts: &[Part<'p>]) -> Vec<&'p Row> {
    let option = |part: &Part<'p>| match part {
        Part::Row(row) if is_option(row) => Some(*row),
        _ => None,
    };
    parts.iter().map_while(option).collect()
}

/// The length of the first list of so many options that exclude each other that it waits to be asked for; 0 where there is none.
fn most_options(parts: &[Part<'_>]) -> usize {
    let is_option = |part: &Part<'_>| matches!(part, Part::Row(row) if is_option(row));
    let lists = parts.chunk_by(|one, other| is_option(one) == is_option(other));
    lists
        .filter(|list| list.first().is_some_and(is_option))
        .map(<[_]>::len)
        .find(|len| *len > MANY_OPTIONS)
        .unwrap_or(0)
}

fn is_option(row: &Row) -> bool {
    matches!(row.mark, Mark::Chosen | Mark::NotChosen)
}

/// Which of many options is chosen, said before they are.
fn chosen_of(options: &[&Row], said: &Said) -> String {
    let chosen = options.iter().find(|row| row.mark == Mark::Chosen).and_then(|row| said.rows.get(&row.id));
    match chosen {
        Some(row) => said.language.linear_chosen_of_list(&row.label),
        None => said.language.linear_choose_one().to_owned(),
    }
}

fn changes(
    parts: Vec<Part<'_>>,
    (under, signs): (&HashMap<RowId, Under>, &Signs),
    said: &Said,
    previous: &Said,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let before = |id: &RowId| previous.rows.get(id);
    let turned: HashMap<&RowId, Turned> =
        said.rows.iter().filter_map(|(id, row)| Some((id, row.turned(before(id)?)?))).collect();
    let another_chosen = turned.values().any(|turned| *turned == Turned::Chosen);
    let mut left: Vec<&String> = previous.texts.iter().collect();
    // Somebody asked for the options of the list that waited.
    let asked = previous.is_folded() && said.unfolded;
    for part in parts {
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
                let is_told =
                    before(&row.id) == Some(now) && previous.number(&row.id) == said.number(&row.id);
                let question = under.get(&row.id).and_then(|under| under.question.as_ref());
                let question = question.map(|question| spoken(question, signs));
                // A question in one row was heard with its number.
                let is_heard = |question: &String| {
                    let words =
                        |line: &String| line.split_once(". ").map_or("", |(_, words)| words).to_owned();
                    lines.iter().any(|line| line == question || words(line).starts_with(question.as_str()))
                };
                if let Some(question) = question.filter(|question| !is_told && !is_heard(question))
                    && !turned.contains_key(&row.id)
                {
                    lines.push(question);
                }
                match turned.get(&row.id) {
                    Some(Turned::NoLongerChosen) if another_chosen => {}
                    Some(turned) => lines.push(format!("{}: {}", turned.words(said.language), now.called())),
                    None if asked && is_option(row) => lines.extend(row_lines(said, &row.id, true)),
                    None if is_told => {}
                    None => lines.extend(row_lines(said, &row.id, false)),
                }
            }
        }
    }
    // While votes come in a row that goes would tell of them.
    lines.extend(gone(said, previous).filter(|_| !said.by_words));
    lines
}

/// Which rows that were said are there no more: their numbers mean nothing now.
fn gone(said: &Said, previous: &Said) -> Option<String> {
    let now: HashSet<&RowId> = said.order.iter().collect();
    let called: HashSet<&str> = said.rows.values().map(|row| row.label.as_str()).collect();
    let went = previous.order.iter().filter(|id| !now.contains(id)).filter_map(|id| previous.rows.get(id));
    let labels: Vec<&str> =
        went.map(|row| row.label.as_str()).filter(|label| !called.contains(label)).collect();
    let named = labels.iter().take(GONE).copied().collect::<Vec<_>>().join("; ");
    (!named.is_empty()).then(|| said.language.linear_gone(&named, labels.len().saturating_sub(GONE)))
}

fn uncounted(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_digit()).collect()
}
