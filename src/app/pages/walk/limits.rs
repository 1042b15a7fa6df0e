//! All limits of treatment in one table, with the answers side by side: what was agreed is seen as a whole, and each has its page with
//! all that belongs to it.

use std::sync::Arc;

use super::contents::page_row;
use super::question::{Asked, Question, Room};
use super::route::{in_table, limit_of};
use super::{earlier, item};
use crate::app::model::Model;
use crate::app::page::{
    Action, Beyond, Block, Column, OneOf, Page, Role, Row, RowId, RowKind, Screen, StepPage, Table, TableRow,
};
use crate::app::pages::parts::since;
use crate::checklist::{Checklist, Discussed, Entry, Group, Item, ItemKind, Visible};
use crate::export::{in_words, is_limit};
use crate::meeting::{Answer, Given, Meeting, NonAnswer, QuestionKey, Review, terms, typed};
use crate::words::Language;

/// Adds the table, what is still lacking, and the pages beside it: of the conversation, and of what has other answers.
pub(super) fn limits(page: &mut Page, asked: &Asked<'_>, visible: &Visible) {
    let model = asked.model;
    let language = model.language();
    page.text(Role::Heading, language.limits_label());
    for old in of_earlier_list(model, asked.meeting, asked.review, asked.checklist) {
        let told = format!("{}: {} ({})", old.label, old.words, old.day);
        let told = [told, old.lacks].into_iter().filter(|part| !part.is_empty());
        page.text(Role::Warning, told.collect::<Vec<_>>().join("; "));
    }
    let words = in_words(language, asked.meeting, asked.review, asked.checklist);
    let groups: Vec<&Group> = in_table(asked.checklist, visible);
    let limits: Vec<Limit<'_>> = groups.iter().filter_map(|group| Limit::of(asked, group)).collect();
    if let Some(first) = limits.first() {
        let columns = columns(language, first.options);
        let rows = limits.iter().map(|limit| Arc::new(limit.row(asked, &words)));
        page.blocks.push(Block::Table(Arc::new(Table::new(columns, rows.collect()))));
    }
    // Line by line each row says its day itself.
    if limits.iter().any(|limit| limit.stood.is_some()) && !model.in_lines {
        let sign = model.settings.marks.signs().stood;
        page.text(Role::Quiet, language.limits_stood(sign));
    }
    for told in lacking(&limits) {
        page.text(Role::Warning, told);
    }
    // Named, since each row of the table may have one.
    page.apart.extend(limits.iter().filter_map(|limit| {
        let (key, answer) = (limit.key.clone(), asked.review.answers.get(&limit.key));
        let question = Question { asked, item: limit.item, key, answer, room: Room::Large, indent: 0 };
        let row = item::holds_too(&question)?;
        let mut letters = row.label.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        let holds: String = first.chain(letters).collect();
        let label = format!("{}: {holds}", asked.text(&limit.item.called()));
        Some(Row { label, ..row })
    }));
    page.gap();
    let beside = asked.checklist.groups.iter().filter(|group| {
        let is_shown = visible.contains(&group.id) && groups.iter().all(|known| known.id != group.id);
        is_shown && belongs_beside(asked.checklist, group)
    });
    for group in beside {
        page.push(page_row(asked, group, &words));
    }
}

/// What stands where a table has no room or no answers of this kind: limits with other answers, and the conversation about all of them.
fn belongs_beside(checklist: &Checklist, group: &Group) -> bool {
    fn any(items: &[Item], wanted: &impl Fn(&Item) -> bool) -> bool {
        items.iter().any(|item| wanted(item) || any(&item.items, wanted))
    }
    let is_one = |item: &Item| {
        is_limit(checklist.id.as_str(), item.id.as_str())
            || !group.repeats && matches!(item.discussed, Discussed::By | Discussed::On)
    };
    group.entries.iter().any(|entry| match entry {
        Entry::Item(item) => is_one(item) || any(&item.items, &is_one),
        Entry::Group(_) => false,
    })
}

/// What stands of a limit that the list of now does not ask.
pub(in crate::app::pages) struct OldLimit {
    /// What it is about, and that it is of an earlier list.
    pub label: String,
    /// What was chosen.
    pub given: Given,
    /// The same in the words of then, with its note.
    pub words: String,
    /// The day since which it stands.
    pub day: String,
    /// What is lacking before anybody can rely on it; empty where nothing is.
    pub lacks: String,
}

/// The limits that stand and that the list of now does not ask: nobody took them back, and no row tells of them.
pub(in crate::app::pages) fn of_earlier_list(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
    plan: &Checklist,
) -> Vec<OldLimit> {
    let language = model.language();
    let Some(standing) = model.standing(review.patient) else { return Vec::new() };
    let gone = standing.answers.keys().filter(|key| {
        let is_limit = key.checklist == plan.id && is_limit(plan.id.as_str(), key.item.as_str());
        is_limit && plan.item(key.item.as_str()).is_none() && !review.answers.contains_key(key)
    });
    let told = gone.filter_map(|key| {
        let (stood, old) = (standing.answer(key)?, standing.old(key));
        let given = stood.value.given.clone()?;
        let then = standing.meeting(stood.meeting).unwrap_or(meeting);
        let value = match old {
            Some(old) => old.words(language, then, &stood.value),
            None => terms::given(language, then, &stood.value),
        };
        let label = old.map_or_else(|| key.item.as_str(), |old| old.label.get(language));
        let note = stood.value.note.trim().trim_end_matches('.');
        let parts = [value.as_str(), note].into_iter().filter(|part| !part.is_empty());
        Some(OldLimit {
            label: format!("{label} ({})", language.old_question()),
            words: parts.collect::<Vec<_>>().join("; "),
            day: typed::short_day(stood.since(), meeting.details.date, language),
            lacks: old
                .is_none_or(|old| old.needs_conversation)
                .then(|| earlier::lacking_of_old(model, review.patient, key, stood, then))
                .flatten()
                .unwrap_or_default(),
            given,
        })
    });
    told.collect()
}

/// One limit as a row of the table.
struct Limit<'a> {
    group: &'a Group,
    item: &'a Item,
    options: &'a [crate::checklist::ChoiceOption],
    key: QuestionKey,
    /// What was chosen today.
    given: Option<&'a Given>,
    /// What stands from an earlier meeting, where nothing was said today.
    stood: Option<&'a Given>,
    /// What the last column says.
    note: String,
    /// What is lacking before anybody can rely on it.
    lacks: String,
}

impl<'a> Limit<'a> {
    fn of(asked: &'a Asked<'a>, group: &'a Group) -> Option<Self> {
        let (model, review) = (asked.model, asked.review);
        let language = model.language();
        let item = limit_of(asked.checklist, group)?;
        let ItemKind::Choice(options) = &item.kind else { return None };
        let key = asked.key(item);
        let answer = review.answers.get(&key);
        let given = answer.and_then(|answer| answer.given.as_ref());
        let earlier = model.answered_earlier(review.patient, &key).filter(|_| given.is_none());
        let earlier = earlier.filter(|_| model.stands(&key));
        let mut parts: Vec<String> = Vec::new();
        let mut lacks = String::new();
        let note = |answer: &Answer| terms::note(language, item, answer);
        match (answer, earlier) {
            (Some(answer), _) if given.is_some() => {
                if let Some(Given::Not(why)) = given.filter(|given| !is_unknown(given)) {
                    parts.push(terms::non_answer(language, *why).to_lowercase());
                }
                parts.push(note(answer));
                lacks = item::lacking(model, review, &key, item, answer);
            }
            (_, Some(stood)) => {
                parts.push(since(language, stood, asked.meeting.details.date));
                parts.push(note(&stood.value));
                let (_, told) = earlier::in_words_and_lacking(model, review.patient, (&key, item), stood);
                if !told.is_empty() {
                    lacks = format!("{}: {told}", asked.text(&item.called()));
                }
            }
            _ => {}
        }
        // Words without a choice stay in sight.
        parts.extend(answer.filter(|_| given.is_none()).map(note));
        if !lacks.is_empty() {
            parts.insert(0, language.limits_incomplete().to_owned());
        }
        parts.retain(|part| !part.is_empty());
        let stood = earlier.and_then(|stood| stood.value.given.as_ref());
        Some(Self { group, item, options, key, given, stood, note: parts.join("; "), lacks })
    }

    /// The row, with all options and the way to the page of this limit.
    fn row(&self, asked: &Asked<'_>, words: &[(QuestionKey, String, String)]) -> TableRow {
        let signs = asked.model.settings.marks.signs();
        let language = asked.model.language();
        let answers: Vec<Given> = answers(self.options).collect();
        let mark = |answer: &Given| match () {
            () if self.given == Some(answer) => signs.chosen,
            () if self.stood == Some(answer) => signs.stood,
            () => signs.not_chosen,
        };
        let label = asked.text(&self.item.called()).to_owned();
        let marks = answers.iter().map(|answer| mark(answer).to_owned());
        let cells = std::iter::once(label.clone()).chain(marks).chain([self.note.clone()]).collect();
        let answer = |given: Option<Given>| Action::Answer(asked.review.patient, self.key.clone(), given);
        let open = Action::Open(Screen::Step {
            patient: asked.review.patient,
            checklist: asked.checklist.id.clone(),
            page: StepPage::Group(self.group.id.clone()),
        });
        let kind = if asked.model.may_change() {
            let word = |given: &Given| in_words_of(language, self.options, given);
            let options = answers.iter().map(|given| (word(given), answer(Some(given.clone()))));
            let now = self.given.or(self.stood);
            RowKind::OneOf(OneOf {
                options: options.collect(),
                at: answers.iter().position(|answer| Some(answer) == now),
                beyond: Some(Box::new(Beyond { clear: answer(None), opens: open })),
            })
        } else {
            RowKind::Action(open)
        };
        let row = Row { kind, ..Row::action(RowId::of("page", &self.group.id), label, Action::Nothing) };
        let said = page_row(asked, self.group, words);
        let urgent = cells_before_note(self.options);
        TableRow::new(row.with_value(said.value_role, said.value), cells)
            .urgent_at(urgent, !self.lacks.is_empty())
    }
}

/// The number of the column of the note: behind the name, the options and what is not known.
fn cells_before_note(options: &[crate::checklist::ChoiceOption]) -> usize {
    options.len() + 2
}

fn is_unknown(given: &Given) -> bool {
    *given == Given::Not(NonAnswer::Unknown)
}

/// What can be chosen in the table, in its order.
fn answers(options: &[crate::checklist::ChoiceOption]) -> impl Iterator<Item = Given> {
    let chosen = options.iter().map(|option| Given::Choice(option.code.clone()));
    chosen.chain([Given::Not(NonAnswer::Unknown)])
}

fn in_words_of(language: Language, options: &[crate::checklist::ChoiceOption], given: &Given) -> String {
    match given {
        Given::Choice(code) => options
            .iter()
            .find(|option| option.code == *code)
            .map(|option| option.text.get(language).to_owned())
            .unwrap_or_default(),
        _ => terms::non_answer(language, NonAnswer::Unknown).to_owned(),
    }
}

/// The name, a narrow column for each answer, and the note.
fn columns(language: Language, options: &[crate::checklist::ChoiceOption]) -> Vec<Column> {
    let column = |heading: &str, role, least, goes, whole| Column {
        heading: heading.to_owned(),
        role,
        least,
        goes,
        whole,
    };
    let heads = answers(options).map(|given| {
        let heading = match in_short(language, &given) {
            Some(word) => word.to_lowercase(),
            None if is_unknown(&given) => language.limits_unknown().to_owned(),
            None => in_words_of(language, options, &given),
        };
        column(&heading, Role::Plain, 3, 0, true)
    });
    std::iter::once(column("", Role::Plain, 10, 0, true))
        .chain(heads)
        .chain([column(language.limits_note(), Role::Quiet, 8, 1, false)])
        .collect()
}

/// The three choices that there are about every limit, in one word.
pub(in crate::app::pages) fn in_short(language: Language, given: &Given) -> Option<&'static str> {
    let Given::Choice(code) = given else { return None };
    match code.as_str() {
        "niet" => Some(language.limits_not()),
        "wel" => Some(language.limits_yes()),
        "anders" => Some(language.limits_otherwise()),
        _ => None,
    }
}

/// What is lacking, once for all limits of which it is the same: "Reanimatie, Ziekenhuis: door wie en wanneer".
fn lacking(limits: &[Limit<'_>]) -> Vec<String> {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for limit in limits {
        let Some((label, what)) = limit.lacks.split_once(": ") else { continue };
        match told.iter_mut().find(|(known, _)| known == what) {
            Some((_, labels)) => labels.push(label.to_owned()),
            None => told.push((what.to_owned(), vec![label.to_owned()])),
        }
    }
    told.into_iter().map(|(what, labels)| format!("{}: {what}", labels.join(", "))).collect()
}
