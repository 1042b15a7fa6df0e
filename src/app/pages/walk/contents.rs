//! All pages of a long checklist on one screen, each with what stands on it: to see the whole, and to go to one of them.

use std::sync::Arc;

use super::earlier;
use super::question::Asked;
use super::route::{holds, limit_of, open_page, pages_of, title_of, walk_of};
use crate::app::model::Model;
use crate::app::page::{Action, Block, Column, Page, Role, Row, RowId, Screen, StepPage, Table, TableRow};
use crate::app::pages::parts::{discussion, since};
use crate::checklist::{Checklist, Entry, Group, Localized, Name};
use crate::export::{Judged, in_words, is_pzp};
use crate::meeting::{QuestionKey, Review, terms};
use crate::words::{Language, behind};

/// From how many pages on a walk begins at the list of them.
const LONG: usize = 12;

/// Whether a checklist is so long for this patient that a list of its pages helps.
pub fn is_long(checklist: &Checklist, review: &Review) -> bool {
    are_many(walk_of(checklist, review).len())
}

/// Whether so many pages are found sooner in a list of them.
pub(super) fn are_many(pages: usize) -> bool {
    pages >= LONG
}

/// The whole plan, of which every page is found.
const PLAN: &str = "pzp";

/// Where somebody comes into a checklist: at the list of its pages where it is long, else where the walk goes on.
pub fn way_in(checklist: &Checklist, review: &Review) -> Option<StepPage> {
    let long = is_long(checklist, review).then_some(StepPage::Contents);
    long.or_else(|| open_page(checklist, review))
}

/// Adds the pages of a checklist, each a row that opens it.
pub(super) fn contents(page: &mut Page, asked: &Asked<'_>, own: Option<&str>) {
    let language = asked.model.language();
    page.has_pane = true;
    page.text(Role::Heading, own.unwrap_or_else(|| asked.checklist.title.get(language)));
    if is_pzp(asked.checklist) {
        page.text(Role::Quiet, language.pzp_record_prevails());
    }
    let words = in_words(language, asked.meeting, asked.review, asked.checklist);
    let mut rows = Vec::new();
    for at in walk_of(asked.checklist, asked.review) {
        let row = match &at {
            StepPage::Group(name) => match asked.checklist.groups.iter().find(|group| group.id == *name) {
                Some(group) => page_row(asked, group, &words),
                None => continue,
            },
            StepPage::Judgement => {
                let id = RowId::fixed("page-judgement");
                row(asked, id, language.judgement_title(), StepPage::Judgement, judged(asked))
            }
            StepPage::Limits => {
                let id = RowId::fixed("page-limits");
                row(asked, id, language.limits_label(), StepPage::Limits, of_limits(asked, &words))
            }
            StepPage::Contents => continue,
        };
        // What is empty says so by having nothing beside it.
        let is_blank = row.value == language.still_blank().to_lowercase();
        if page.first.is_none() && is_blank {
            page.first = Some(row.id.clone());
        }
        let cells = vec![row.label.clone(), if is_blank { String::new() } else { row.value.clone() }];
        rows.push(Arc::new(TableRow::new(row, cells)));
    }
    let column = |role, least, whole| Column { heading: String::new(), role, least, goes: 0, whole };
    let columns = vec![column(Role::Plain, 20, true), column(Role::Quiet, 10, false)];
    page.blocks.push(Block::Table(Arc::new(Table::new(columns, rows))));
}

/// The row that opens the page of a group, with what stands on it.
pub(super) fn page_row(asked: &Asked<'_>, group: &Group, words: &[(QuestionKey, String, String)]) -> Row {
    let title = group.called().get(asked.model.language()).to_owned();
    let said = of_group(asked, group, words);
    row(asked, RowId::of("page", &group.id), &title, StepPage::Group(group.id.clone()), said)
}

fn row(asked: &Asked<'_>, id: RowId, title: &str, page: StepPage, said: Said) -> Row {
    let (role, value) = match said {
        Said::Today(words) => (Role::Value, words),
        Said::Earlier(words) | Said::Elsewhere(words) => (Role::Quiet, words),
        Said::Nothing => (Role::Quiet, asked.model.language().still_blank().to_lowercase()),
    };
    let (patient, checklist) = (asked.review.patient, asked.checklist.id.clone());
    Row::action(id, title, Action::Open(Screen::Step { patient, checklist, page })).with_value(role, value)
}

/// What stands in the table of limits, those of which the same was said together.
fn of_limits(asked: &Asked<'_>, words: &[(QuestionKey, String, String)]) -> Said {
    let mut kinds: Vec<(String, Vec<&str>)> = Vec::new();
    let mut is_today = false;
    for group in &asked.checklist.groups {
        let Some(item) = limit_of(asked.checklist, group) else { continue };
        let said = match of_group(asked, group, words) {
            Said::Today(said) => {
                is_today = true;
                said
            }
            Said::Earlier(said) | Said::Elsewhere(said) => said,
            Said::Nothing => continue,
        };
        let label = asked.text(item.label.as_ref().unwrap_or(&item.text));
        let said =
            said.strip_prefix(label).and_then(|said| said.strip_prefix(": ")).unwrap_or(&said).to_owned();
        match kinds.iter_mut().find(|(known, _)| *known == said) {
            Some((_, labels)) => labels.push(label),
            None => kinds.push((said, vec![label])),
        }
    }
    let told: Vec<String> =
        kinds.into_iter().map(|(said, labels)| format!("{}: {said}", labels.join(", "))).collect();
    let told = told.join(asked.model.settings.marks.signs().between);
    match (told.is_empty(), is_today) {
        (true, _) => Said::Nothing,
        (_, true) => Said::Today(told),
        (_, false) => Said::Earlier(told),
    }
}

/// The pages of the whole plan of the patient on the screen, whatever route is walked; none in a session with a case.
pub fn sought(below: &Model) -> Vec<(Row, String)> {
    let patient = below.screen().patient();
    let discussed = patient.and_then(|patient| discussion(below, patient));
    let Some((_, review)) = discussed.filter(|(meeting, _)| meeting.session.is_none()) else {
        return Vec::new();
    };
    let plan = below.checklist(&PLAN.into());
    plan.map(|plan| pages_sought(below.language(), review, plan)).unwrap_or_default()
}

/// The pages of a checklist for who looks for one by a word, each with its title and its questions in both languages.
fn pages_sought(language: Language, review: &Review, checklist: &Checklist) -> Vec<(Row, String)> {
    let pages = pages_of(checklist, review).into_iter().filter_map(|at| {
        let StepPage::Group(name) = &at else { return None };
        let group = checklist.groups.iter().find(|group| group.id == *name)?;
        let items = checklist.items().filter(|item| holds(group, &item.id));
        let asked: Vec<&Localized> =
            items.flat_map(|item| [Some(&item.text), item.label.as_ref()]).flatten().collect();
        let called = group.called();
        let words = std::iter::once(&*called).chain(asked);
        let words = words.flat_map(|text| [Language::Dutch, Language::English].map(|one| text.get(one)));
        let words = words.collect::<Vec<_>>().join(" ");
        let id = RowId::of("sought", name);
        let open =
            Screen::Step { patient: review.patient, checklist: checklist.id.clone(), page: at.clone() };
        let row = Row::action(id, called.get(language), Action::Replace(open));
        Some((row.with_value(Role::Quiet, checklist.title.get(language)), words))
    });
    pages.collect()
}

/// What stands on a page.
enum Said {
    Today(String),
    Earlier(String),
    /// The same question was answered in another checklist.
    Elsewhere(String),
    Nothing,
}

fn of_group(asked: &Asked<'_>, group: &Group, words: &[(QuestionKey, String, String)]) -> Said {
    let here = |key: &QuestionKey| key.checklist == asked.checklist.id && holds(group, &key.item);
    let between = asked.model.settings.marks.signs().between;
    let today: Vec<(&str, &str)> =
        words.iter().filter(|(key, ..)| here(key)).map(|(_, label, value)| (&**label, &**value)).collect();
    match today.as_slice() {
        [] => earlier_of(asked, group, between),
        [(label, value)] => Said::Today(beside_title(asked, group, label, value)),
        several => {
            let told: Vec<String> =
                several.iter().map(|(label, value)| format!("{label}: {}", behind(label, value))).collect();
            Said::Today(told.join(between))
        }
    }
}

/// What stands on one question of a page; the title of the page says what it is about, unless there are others that it may be about.
fn beside_title(asked: &Asked<'_>, group: &Group, label: &str, value: &str) -> String {
    let is_only = matches!(group.entries.as_slice(), [Entry::Item(item)] if item.items.is_empty());
    if is_only || label == group.called().get(asked.model.language()) {
        value.to_owned()
    } else {
        format!("{label}: {}", behind(label, value))
    }
}

fn earlier_of(asked: &Asked<'_>, group: &Group, between: &str) -> Said {
    let (model, patient) = (asked.model, asked.review.patient);
    let today = asked.meeting.details.date;
    let of_it = |item: &Name| asked.checklist.item(item.as_str());
    let keys = model.standing(patient).into_iter().flat_map(|standing| standing.answers.keys());
    let told: Vec<String> = keys
        .filter(|key| key.checklist == asked.checklist.id && holds(group, &key.item) && model.stands(key))
        .filter_map(|key| {
            let stood = model.answered_earlier(patient, key)?;
            let words = earlier::in_words(model, patient, (key, of_it(&key.item)?), stood);
            let day = since(model.language(), stood, today);
            let item = of_it(&key.item)?;
            let label = asked.text(item.label.as_ref().unwrap_or(&item.text));
            (!words.is_empty()).then(|| format!("{} ({day})", beside_title(asked, group, label, &words)))
        })
        .collect();
    if told.is_empty() { elsewhere(asked, group, between) } else { Said::Earlier(told.join(between)) }
}

/// What another checklist says to the questions of a page, word for word the same: whoever filled in scenarios there finds no page
/// of them that is called empty.
fn elsewhere(asked: &Asked<'_>, group: &Group, between: &str) -> Said {
    let (model, patient) = (asked.model, asked.review.patient);
    let language = model.language();
    let here = |name: &Name| asked.checklist.item(name.as_str()).filter(|_| holds(group, name));
    let same = |key: &QuestionKey| {
        let own = here(&key.item).filter(|_| key.checklist != asked.checklist.id)?;
        let other = model.checklist(&key.checklist)?;
        let item = other.item(key.item.as_str()).filter(|item| item.text == own.text)?;
        Some((other, item))
    };
    let mut from = None;
    let mut told: Vec<String> = Vec::new();
    for (key, answer) in asked.review.answers.iter().filter(|(_, answer)| answer.given.is_some()) {
        let Some((other, item)) = same(key) else { continue };
        let words = terms::answer(language, asked.meeting, item, answer);
        from = from.or_else(|| Some(title_of(model, asked.review, other)));
        told.extend(Some(words).filter(|words| !words.is_empty()));
    }
    let standing = model.standing(patient).into_iter().flat_map(|standing| standing.answers.keys());
    for key in standing.filter(|key| !asked.review.answers.contains_key(key) && model.stands(key)) {
        let Some((other, item)) = same(key) else { continue };
        let Some(stood) = model.answered_earlier(patient, key) else { continue };
        let words = earlier::in_words(model, patient, (key, item), stood);
        from = from.or_else(|| Some(title_of(model, asked.review, other)));
        told.extend(Some(words).filter(|words| !words.is_empty()));
    }
    match from.filter(|_| !told.is_empty()) {
        Some(title) => Said::Elsewhere(language.said_elsewhere(title, &told.join(between))),
        None => Said::Nothing,
    }
}

fn judged(asked: &Asked<'_>) -> Said {
    let (language, meeting) = (asked.model.language(), asked.meeting);
    let checklist = Some(asked.checklist);
    let here = asked
        .review
        .judgements
        .get(&asked.checklist.id)
        .map(|judgement| Judged { language, meeting, checklist, judgement }.in_short());
    match here.filter(|words| !words.is_empty()) {
        Some(words) => Said::Today(words),
        None => super::judged::judgement_in_words(asked.model, asked.review, asked.checklist)
            .map_or(Said::Nothing, Said::Earlier),
    }
}
