//! What was agreed about limits of treatment, on the page of the patient and beside the agenda: in sight without being looked for, and
//! the way to the whole plan.

use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::walk::{self, earlier};
use crate::checklist::{About, Checklist, Item, Part};
use crate::export::is_limit;
use crate::meeting::{Given, Meeting, NonAnswer, QuestionKey, Review, terms, typed};

/// The checklist of the whole plan.
const PLAN: &str = "pzp";

/// The question which other treatment a limit is about.
const OTHER: &str = "andere-behandeling";

/// What stands of the limits, those with one value together: "Niet uitvoeren: Reanimatie, Intensive care (23 nov)"; and whether one of
/// them is incomplete. `None` where nothing was said of any.
pub(in crate::app::pages) fn in_words(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
) -> Option<(String, bool)> {
    let plan = model.checklist(&PLAN.into())?;
    let mut said: Vec<(String, String, Vec<String>)> = Vec::new();
    let mut is_incomplete = false;
    for item in limits(plan) {
        for key in keys(model, review, plan, item) {
            let Some((words, day, lacks)) = one(model, meeting, review, &key, item) else { continue };
            is_incomplete |= lacks;
            let label = called(model, review, &key, item);
            match said.iter_mut().find(|(known, on, _)| *known == words && *on == day) {
                Some((.., labels)) => labels.push(label),
                None => said.push((words, day, vec![label])),
            }
        }
    }
    let told = said.into_iter().map(|(words, day, labels)| {
        let (words, day) = (words.trim_end_matches('.'), Some(day).filter(|day| !day.is_empty()));
        let told = match labels.as_slice() {
            [label] => format!("{label}: {words}"),
            labels => format!("{words}: {}", labels.join(", ")),
        };
        day.map_or_else(|| told.clone(), |day| format!("{told} ({day})"))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| (told.join("; "), is_incomplete))
}

/// The limits of the plan that are about the patient, in their order.
fn limits(plan: &Checklist) -> impl Iterator<Item = &Item> {
    plan.steps().into_iter().filter_map(|step| match (step.part, step.about()) {
        (Part::Item(item), About::Patient) if is_limit(PLAN, item.id.as_str()) => Some(item),
        _ => None,
    })
}

/// In which times of a repeating group something was said of a limit; outside one there is one.
fn keys(model: &Model, review: &Review, plan: &Checklist, item: &Item) -> Vec<QuestionKey> {
    let first = QuestionKey::new(&plan.id, &item.id);
    let stands = model.standing(review.patient).into_iter().flat_map(|standing| standing.answers.keys());
    let all = review.answers.keys().chain(stands);
    let mut keys: Vec<QuestionKey> = all.filter(|key| is_of(key, &first)).cloned().collect();
    keys.sort();
    keys.dedup();
    keys
}

fn is_of(key: &QuestionKey, first: &QuestionKey) -> bool {
    key.checklist == first.checklist && key.item == first.item && key.by.is_none()
}

/// What a limit is called; that of another treatment is called after the treatment.
fn called(model: &Model, review: &Review, key: &QuestionKey, item: &Item) -> String {
    let named = || {
        let named = QuestionKey { item: OTHER.into(), ..key.clone() };
        let own = review
            .answers
            .get(&named)
            .or_else(|| model.answered_earlier(review.patient, &named).map(|stood| &stood.value));
        match own?.given.as_ref()? {
            Given::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => None,
        }
    };
    let other = if key.instance.is_empty() { None } else { named() };
    other.unwrap_or_else(|| item.called().get(model.language()).to_owned())
}

/// What was said of one limit today, or stands from an earlier meeting with its day; and whether it is incomplete.
fn one(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
    key: &QuestionKey,
    item: &Item,
) -> Option<(String, String, bool)> {
    let language = model.language();
    if let Some(answer) = review.answers.get(key).filter(|answer| answer.given.is_some()) {
        let note = answer.note.split_whitespace().collect::<Vec<_>>().join(" ");
        let lacks = walk::lacking(model, review, key, item, answer);
        let value = terms::answer(language, meeting, item, answer);
        let incomplete = if lacks.is_empty() { "" } else { language.limits_incomplete() };
        let parts = [value.as_str(), note.as_str(), incomplete];
        let words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        return Some((words.join(", "), String::new(), !lacks.is_empty()));
    }
    let known = model.standing(review.patient).and_then(|standing| standing.answers.get(key));
    if let Some(gone) = known.filter(|known| known.value.given == Some(Given::Not(NonAnswer::NoLonger))) {
        // Whoever knows it from before has to read that it holds no longer.
        let words = terms::non_answer(language, NonAnswer::NoLonger).to_lowercase();
        return Some((words, typed::short_day(gone.date, meeting.details.date, language), false));
    }
    let stood = model.answered_earlier(review.patient, key).filter(|_| model.stands(key))?;
    let (value, lacks) = earlier::in_words_and_lacking(model, review.patient, (key, item), stood);
    let incomplete = if lacks.is_empty() { "" } else { language.limits_incomplete() };
    let words: Vec<&str> = [value.as_str(), incomplete].into_iter().filter(|part| !part.is_empty()).collect();
    Some((
        words.join(", "),
        typed::short_day(stood.since(), meeting.details.date, language),
        !lacks.is_empty(),
    ))
}

/// Adds what stands of the limits, where anything does; it leads to their page of the plan.
pub(super) fn row(page: &mut Page, model: &Model, meeting: &Meeting, review: &Review) {
    let Some((words, is_incomplete)) = in_words(model, meeting, review) else { return };
    let Some(open) = way_in(model, review) else { return };
    let role = if is_incomplete { Role::Warning } else { Role::Value };
    let row = Row::action(RowId::fixed("limits"), model.language().limits_label(), open);
    page.push(row.with_value(role, words));
}

/// The way to the whole plan, where the route of the patient does not lead there.
pub(super) fn whole_plan(model: &Model, review: &Review) -> Option<Row> {
    let plan = model.checklist(&PLAN.into())?;
    if walk::steps_of(model, review).iter().any(|step| step.checklist.id == plan.id) {
        return None;
    }
    let row = Row::action(RowId::fixed("whole-plan"), model.language().whole_plan(), way_in(model, review)?);
    Some(row.marked(Mark::Leads).listed())
}

fn way_in(model: &Model, review: &Review) -> Option<Action> {
    let plan = model.checklist(&PLAN.into())?;
    let page = walk::page_of(plan, &limits(plan).next()?.id)?;
    Some(Action::Open(Screen::Step { patient: review.patient, checklist: plan.id.clone(), page }))
}
