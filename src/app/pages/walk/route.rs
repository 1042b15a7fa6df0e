//! The route of a patient and the way through its checklists: which pages there are, and how far somebody came.

use std::sync::Arc;

use crate::app::model::Model;
use crate::app::page::StepPage;
use crate::checklist::{Checklist, Entry, Group, Item, ItemKind, Name, RouteDefinition, Visible};
use crate::export::is_limit;
use crate::meeting::{LOOKING_BACK, QuestionKey, Review, ReviewFacts};

/// The pages of a checklist for one patient: every group that is shown, then the judgement.
pub fn pages_of(checklist: &Checklist, review: &Review) -> Vec<StepPage> {
    pages_among(checklist, &checklist.visible(&ReviewFacts::new(review, &checklist.id)))
}

/// The same, where it is known which groups are shown.
pub(super) fn pages_among(checklist: &Checklist, visible: &Visible) -> Vec<StepPage> {
    let groups = checklist.groups.iter().filter(|group| visible.contains(&group.id));
    let judgement = checklist.judgement.as_ref().map(|_| StepPage::Judgement);
    groups.map(|group| StepPage::Group(group.id.clone())).chain(judgement).collect()
}

/// The pages of the walk: those of limits of treatment as one table.
pub fn walk_of(checklist: &Checklist, review: &Review) -> Vec<StepPage> {
    walk_among(checklist, &checklist.visible(&ReviewFacts::new(review, &checklist.id)))
}

/// The same, where it is known which groups are shown.
pub(super) fn walk_among(checklist: &Checklist, visible: &Visible) -> Vec<StepPage> {
    let mut pages = pages_among(checklist, visible);
    let is_limit = |page: &StepPage| is_in_table(checklist, page);
    if let Some(first) = pages.iter().position(is_limit).filter(|_| in_table(checklist, visible).len() > 1) {
        let mut place = 0;
        pages.retain(|page| {
            place += 1;
            place == first + 1 || !is_limit(page)
        });
        pages.get_mut(first).into_iter().for_each(|page| *page = StepPage::Limits);
    }
    pages
}

/// The groups with a limit of treatment that is a row of the table.
pub(super) fn in_table<'c>(checklist: &'c Checklist, visible: &Visible) -> Vec<&'c Group> {
    let shown = checklist.groups.iter().filter(|group| visible.contains(&group.id));
    shown.filter(|group| limit_of(checklist, group).is_some()).collect()
}

/// Whether a page is about one limit that is a row of the table too.
pub fn is_in_table(checklist: &Checklist, page: &StepPage) -> bool {
    let StepPage::Group(name) = page else { return false };
    let group = checklist.groups.iter().find(|group| group.id == *name);
    group.is_some_and(|group| limit_of(checklist, group).is_some())
}

/// The limit of a group that asks nothing else, with the answers that every limit has.
pub(super) fn limit_of<'c>(checklist: &Checklist, group: &'c Group) -> Option<&'c Item> {
    let [Entry::Item(item)] = group.entries.as_slice() else { return None };
    let ItemKind::Choice(options) = &item.kind else { return None };
    let is_one = is_limit(checklist.id.as_str(), item.id.as_str()) && !group.repeats && item.items.is_empty();
    let is_usual = options.iter().map(|option| option.code.as_str()).eq(["wel", "niet", "anders"]);
    (is_one && is_usual).then_some(item)
}

/// The page at which a walk begins or goes on: the first on which nothing was recorded, else the first of all.
pub fn open_page(checklist: &Checklist, review: &Review) -> Option<StepPage> {
    let pages = walk_of(checklist, review);
    let holding = |name: &Name| checklist.groups.iter().find(|group| group.id == *name);
    let says = |group: &Group| {
        review.answers.keys().any(|key| key.checklist == checklist.id && holds(group, &key.item))
    };
    let recorded = |page: &StepPage| match page {
        StepPage::Judgement => review.judgements.contains_key(&checklist.id),
        StepPage::Contents => false,
        StepPage::Limits => {
            checklist.groups.iter().any(|group| limit_of(checklist, group).is_some() && says(group))
        }
        StepPage::Group(name) => holding(name).is_some_and(says),
    };
    let first = pages.first().cloned();
    if !review.has_begun(&checklist.id) {
        return first;
    }
    pages.into_iter().find(|page| !recorded(page)).or(first)
}

/// The page of a checklist on which an item stands.
pub(in crate::app::pages) fn page_of(checklist: &Checklist, item: &Name) -> Option<StepPage> {
    let group = checklist.groups.iter().find(|group| holds(group, item))?;
    Some(StepPage::Group(group.id.clone()))
}

/// The route of a patient: the one chosen, else looking back on who has died, else the default of the kind of meeting.
///
/// What the meeting pinned goes before what is in force, so that a changed file changes nothing under the team.
pub fn route_of<'m>(model: &'m Model, review: &Review) -> Option<&'m Arc<RouteDefinition>> {
    let chosen = review.details.route.as_ref().and_then(|name| model.route(name));
    let died = || model.is_deceased(review).then(|| model.route(&Name::new(LOOKING_BACK))).flatten();
    chosen.or_else(died).or_else(|| default_route(model))
}

fn default_route(model: &Model) -> Option<&Arc<RouteDefinition>> {
    let kind = model.record()?.details.kind.name();
    let is_default =
        |one: &&Arc<RouteDefinition>| one.route.default_for.iter().any(|name| name.as_str() == kind);
    let pinned = model.open.as_ref().and_then(|open| open.pinned_routes().find(is_default));
    pinned.or_else(|| model.library.as_ref()?.default_route(kind))
}

/// One step of a patient's route.
#[derive(Debug, Clone, Copy)]
pub struct Walkable<'m> {
    /// The checklist that is walked.
    pub checklist: &'m Checklist,
    /// Title of the step.
    pub title: &'m str,
    /// Whether the step is only opened when asked for.
    pub folded: bool,
    /// Whether its questions stand on the patient's own page.
    pub inline: bool,
}

/// The steps of a patient's route in their order.
pub fn steps_of<'m>(model: &'m Model, review: &Review) -> Vec<Walkable<'m>> {
    let Some(route) = route_of(model, review) else { return Vec::new() };
    let offered = route.route.steps.iter().filter(|step| {
        step.when.as_ref().is_none_or(|when| when.holds(&ReviewFacts::new(review, &step.checklist)))
    });
    let language = model.language();
    offered
        .filter_map(|step| {
            let checklist = model.checklist(&step.checklist)?;
            let title = step.title.as_ref().unwrap_or(&checklist.title).get(language);
            Some(Walkable { checklist, title, folded: step.folded, inline: step.inline })
        })
        .collect()
}

/// What a checklist is called in the discussion of a patient, on every screen and in the minutes: by the name of its step in the
/// route, and what stands on the patient's own page is the discussion itself.
pub fn title_of<'m>(model: &'m Model, review: &Review, checklist: &'m Checklist) -> &'m str {
    let language = model.language();
    match steps_of(model, review).iter().find(|step| step.checklist.id == checklist.id) {
        Some(step) if step.inline => language.export_discussion(),
        Some(step) => step.title,
        None => checklist.title.get(language),
    }
}

/// The steps of the walk, as the page of the patient lists them: those whose questions do not stand on that page itself.
pub fn walked_steps<'m>(model: &'m Model, review: &Review) -> Vec<Walkable<'m>> {
    steps_of(model, review).into_iter().filter(|step| !step.inline).collect()
}

/// The step that the walk goes on to after `here`.
pub fn step_after<'m>(model: &'m Model, review: &Review, here: &Name) -> Option<Walkable<'m>> {
    beside(&steps_of(model, review), here).1
}

/// The step that the walk comes from before `here`.
pub fn step_before<'m>(model: &'m Model, review: &Review, here: &Name) -> Option<Walkable<'m>> {
    beside(&steps_of(model, review), here).0
}

/// The steps of the walk before and after `here`, of those of a route.
pub(super) fn beside<'m>(
    steps: &[Walkable<'m>],
    here: &Name,
) -> (Option<Walkable<'m>>, Option<Walkable<'m>>) {
    let walked = || steps.iter().filter(|step| !step.inline);
    let Some(at) = walked().position(|step| step.checklist.id == *here) else { return (None, None) };
    let before = at.checked_sub(1).and_then(|before| walked().nth(before));
    (before.copied(), walked().nth(at + 1).copied())
}

/// How many of the shown questions of a checklist are answered; `None` where nothing was recorded in it.
pub fn progress(checklist: &Checklist, review: &Review) -> Option<(usize, usize)> {
    let has_begun = review.has_begun(&checklist.id);
    let visible = || checklist.visible(&ReviewFacts::new(review, &checklist.id));
    has_begun.then(|| progress_among(checklist, review, &visible()))
}

/// How many of the shown questions of a checklist that was begun are answered.
pub(super) fn progress_among(checklist: &Checklist, review: &Review, visible: &Visible) -> (usize, usize) {
    let shown: Vec<_> =
        checklist.items().filter(|item| item.is_answerable() && visible.contains(&item.id)).collect();
    let answered = shown.iter().filter(|item| is_answered(checklist, review, item)).count();
    let judgement = usize::from(checklist.judgement.is_some());
    let judged = usize::from(is_judged(checklist, review));
    (answered + judged.min(judgement), shown.len() + judgement)
}

/// Whether everything that is shown of a checklist is answered; of most a question that is always asked says that it is not.
pub(super) fn is_done(checklist: &Checklist, review: &Review) -> bool {
    let is_open = |item: &Item| item.is_answerable() && !is_answered(checklist, review, item);
    let has_judged = checklist.judgement.is_none() || is_judged(checklist, review);
    let is_begun = has_judged && review.has_begun(&checklist.id);
    is_begun
        && !checklist.always_asks(is_open)
        && progress(checklist, review).is_some_and(|(answered, all)| answered == all)
}

fn is_answered(checklist: &Checklist, review: &Review, item: &Item) -> bool {
    let first = QuestionKey::new(&checklist.id, &item.id);
    let answers = review.answers.range(first..);
    let mut answers = answers.take_while(|(key, _)| key.checklist == checklist.id && key.item == item.id);
    answers.any(|(_, answer)| answer.given.is_some() || !answer.counts.is_empty())
}

fn is_judged(checklist: &Checklist, review: &Review) -> bool {
    review.judgements.get(&checklist.id).is_some_and(|judgement| judgement.choice.is_some())
}

/// Whether an item lies in a group.
pub(super) fn holds(group: &Group, name: &Name) -> bool {
    fn in_item(item: &crate::checklist::Item, name: &Name) -> bool {
        item.id == *name || item.items.iter().any(|child| in_item(child, name))
    }
    group.entries.iter().any(|entry| match entry {
        Entry::Item(item) => in_item(item, name),
        Entry::Group(inner) => holds(inner, name),
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::checklist::{Library, shipped};
    use crate::meeting::{Answer, Given, Id, Judgement, PatientId, Stamp};

    /// Something that may be answered to an item, in some order of what there is.
    fn given(item: &Item, which: usize) -> Given {
        match &item.kind {
            ItemKind::YesNo => Given::YesNo(which.is_multiple_of(2)),
            ItemKind::Choice(options) => Given::Choice(options[which % options.len()].code.clone()),
            _ => Given::Text("x".to_owned()),
        }
    }

    #[test]
    fn a_checklist_is_done_when_its_progress_says_so() {
        let stamp = Stamp { by: None, at: NaiveDateTime::default() };
        let mut seen = [0, 0];
        for definition in Library::new(shipped()).checklists() {
            let checklist = &definition.checklist;
            for which in 0..3 {
                let mut review = Review::new(PatientId(Id::from_bits(1)));
                let mut compare = |review: &Review| {
                    let by_progress =
                        progress(checklist, review).is_some_and(|(answered, all)| answered == all);
                    assert_eq!(is_done(checklist, review), by_progress, "{}", checklist.id);
                    seen[usize::from(by_progress)] += 1;
                };
                compare(&review);
                if let Some(asked) = &checklist.judgement {
                    let choice = asked.options.first().map(|option| option.code.clone());
                    review
                        .judgements
                        .insert(checklist.id.clone(), Judgement { choice, ..Judgement::default() });
                    compare(&review);
                }
                for item in checklist.items().filter(|item| item.is_answerable()) {
                    let key = QuestionKey::new(&checklist.id, &item.id);
                    review.answers.insert(key, Answer::given(given(item, which), stamp));
                    compare(&review);
                }
            }
        }
        assert!(seen.iter().all(|count| *count > 10), "{seen:?}");
    }
}
