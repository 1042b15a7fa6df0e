//! The steps of the route on the page of a patient: what was judged, or what was said, on each.

use super::limits;
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId};
use crate::app::pages::walk::{self, Walkable};
use crate::checklist::{Checklist, Name};
use crate::export::{Judged, in_words};
use crate::meeting::{PatientId, QuestionKey, Review, typed};
use crate::text;

/// What stands around the title and the words of a step, in columns.
const AROUND: usize = 12;

/// How much of what was said is told at least.
const LEAST: usize = 20;

/// The steps of the route; `told` are those whose judgement stands above already.
pub(super) fn steps(page: &mut Page, model: &Model, review: &Review, told: &[Name]) {
    let language = model.language();
    let steps = walk::walked_steps(model, review);
    if steps.is_empty() {
        return;
    }
    let route = walk::route_of(model, review).map(|known| known.route.title.get(language));
    let between = model.record().is_some_and(|meeting| meeting.details.is_between());
    // Nobody looks back on who died until there is a meeting.
    if between && model.is_deceased(review) {
        return;
    }
    let heading = if between { language.between_more() } else { route.unwrap_or_default() };
    page.gap().text(Role::Heading, heading);
    let longest = steps.iter().map(|step| text::width(step.title)).max().unwrap_or_default();
    let room = usize::from(model.size.width).saturating_sub(longest + AROUND).max(LEAST);
    let ellipsis = model.settings.marks.signs().ellipsis;
    // A judgement is told whole.
    let in_a_line = |words: String| {
        if model.in_lines { words } else { text::truncate(&words, room, ellipsis).into_owned() }
    };
    for Walkable { checklist, title, .. } in steps {
        let judged = judged_briefly(model, review, checklist).filter(|_| !told.contains(&checklist.id));
        let (mark, value) = match (judged, walk::progress(checklist, review)) {
            (Some(judged), _) => (Mark::Done, judged),
            (None, Some((answered, all))) => {
                let mark = if answered == all { Mark::Done } else { Mark::Leads };
                (mark, in_a_line(said(model, review, checklist, language.answered_of(answered, all))))
            }
            (None, None) if told.contains(&checklist.id) => {
                (Mark::Leads, language.step_told_above().to_owned())
            }
            (None, None) => match stands(model, review.patient, checklist) {
                Some(words) => (Mark::Leads, in_a_line(words)),
                None => (Mark::Leads, language.step_blank().to_owned()),
            },
        };
        let walk = Action::Walk(review.patient, checklist.id.clone());
        page.push(
            Row::action(RowId::of("walk", &checklist.id), title, walk)
                .with_value(Role::Quiet, value)
                .marked(mark)
                .listed(),
        );
    }
    if let Some(row) = model.record().and_then(|meeting| limits::whole_plan(model, meeting, review)) {
        page.push(row);
    }
}

/// What was said in a checklist, most of it where there is no room for all: of one on which the team judges, that it did not yet.
fn said(model: &Model, review: &Review, checklist: &Checklist, count: String) -> String {
    let (language, between) = (model.language(), model.settings.marks.signs().between);
    if checklist.judgement.is_some() {
        // What counts stands first, for a narrow window cuts the end.
        return [&*count, language.judgement_not_yet()].join(between);
    }
    let Some(meeting) = model.record() else { return count };
    let said = in_words(language, meeting, review, checklist).into_iter();
    let said: Vec<String> =
        said.map(|(_, label, value)| format!("{label}: {}", in_one_line(&value))).collect();
    if said.is_empty() { count } else { said.join(between) }
}

/// Words of several lines among others in one, without the full stop behind which those would go on.
fn in_one_line(words: &str) -> String {
    let words: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// What stands of a checklist from earlier meetings, with the day of the last of it.
fn stands(model: &Model, patient: PatientId, checklist: &Checklist) -> Option<String> {
    let (language, between) = (model.language(), model.settings.marks.signs().between);
    let known = &model.standing(patient)?.answers;
    let of_it = checklist.items().filter(|item| checklist.stands(&item.id)).flat_map(|item| {
        let own = move |key: &&QuestionKey| key.checklist == checklist.id && key.item == item.id;
        known.keys().filter(own).map(move |key| (key, item))
    });
    let stood: Vec<_> =
        of_it.filter_map(|(key, item)| Some((key, item, model.answered_earlier(patient, key)?))).collect();
    let last = stood.iter().map(|(_, _, stood)| stood.date).max()?;
    let day = typed::short_day(last, model.record()?.details.date, language);
    let said = stood.into_iter().map(|(key, item, stood)| {
        let label = item.called();
        format!("{}: {}", label.get(language), walk::earlier::in_words(model, patient, (key, item), stood))
    });
    Some(format!("{day}{between}{}", said.collect::<Vec<_>>().join(between)))
}

/// What was judged on a checklist, without the reason: what a step row has room for.
pub(super) fn judged_briefly(model: &Model, review: &Review, checklist: &Checklist) -> Option<String> {
    let language = model.language();
    let meeting = model.record()?;
    let standing = model.judged_before(review.patient, &checklist.id);
    let own = review.judgements.get(&checklist.id);
    let judgement = standing.map(|standing| &standing.value).or(own)?;
    let words = Judged { language, meeting, checklist: Some(checklist), judgement };
    if let Some(stamp) = judgement.withdrawn {
        let day = typed::short_day(stamp.at.date(), meeting.details.date, language);
        return Some(language.judgement_withdrawn_briefly(&day));
    }
    let choice = Some(words.choice()).filter(|choice| !choice.is_empty())?;
    Some(match standing {
        Some(standing) => {
            let today = meeting.details.date;
            let day = typed::short_day(standing.date, today, language);
            let words = language.judgement_stands(&day, &choice);
            let words = walk::and(words, walk::put_off(model, review, checklist));
            let again = model.judge_again(&checklist.id, standing.date, today);
            match again.filter(|_| !model.is_deceased(review)) {
                Some(days) => format!("{words} ({})", language.judge_again(days)),
                None => words,
            }
        }
        None => walk::and(choice, walk::still_stands(model, review, checklist)),
    })
}
