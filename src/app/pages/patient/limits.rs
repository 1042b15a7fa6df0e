//! What was agreed about limits of treatment, on the page of the patient and beside the agenda: in sight without being looked for, and
//! the way to the whole plan.

use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen, StepPage};
use crate::app::pages::walk::{self, earlier};
use crate::checklist::{About, Checklist, Item, Part};
use crate::export::is_limit;
use crate::meeting::{Given, Meeting, NonAnswer, QuestionKey, Review, terms, typed};
use crate::text;

/// The checklist of the whole plan.
const PLAN: &str = "pzp";

/// The question what another limit is about.
const OTHER: &str = "andere-behandeling";

/// From how many lines a window has room for all that is said of each limit.
const ROOMY: u16 = 30;

/// Up to how many limits each is named there.
const FEW: usize = 4;

/// From how many columns a window has room for the whole label.
const WIDE: u16 = 70;

/// What stands around a line of the page, in columns.
const AROUND: usize = 6;

/// What stands of one limit.
struct Limit {
    /// What it is about.
    label: String,
    /// The option that was chosen, or why there is none.
    choice: String,
    /// All that was said of it.
    words: String,
    /// The day of the earlier meeting that said it; empty for today.
    day: String,
    is_incomplete: bool,
    /// Nothing was agreed: it is not known yet, or was not discussed.
    is_open: bool,
    /// It was answered with yes.
    is_yes: bool,
}

/// What stands of the limits, those with one value together: "Niet uitvoeren: Reanimatie, Intensive care (23 nov)"; and whether one of
/// them is incomplete. `None` where nothing was said of any.
pub(in crate::app::pages) fn in_words(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
) -> Option<(String, bool)> {
    let said = said(model, meeting, review);
    let is_incomplete = said.iter().any(|limit| limit.is_incomplete);
    (!said.is_empty()).then(|| (in_full(&said), is_incomplete))
}

fn said(model: &Model, meeting: &Meeting, review: &Review) -> Vec<Limit> {
    let Some(plan) = model.checklist(&PLAN.into()) else { return Vec::new() };
    let asked =
        limits(plan).flat_map(|item| keys(model, review, plan, item).into_iter().map(move |key| (item, key)));
    let asked: Vec<(&Item, QuestionKey)> = asked.collect();
    // That there is an ICD says itself what was agreed about it.
    let is_told_by_other = |item: &Item, limit: &Limit| {
        let is_asked = |inner: &Item| asked.iter().any(|(known, _)| known.id == inner.id);
        limit.is_yes && item.items.iter().any(is_asked)
    };
    let told = asked.iter().filter_map(|(item, key)| {
        one(model, meeting, review, key, item).filter(|limit| !is_told_by_other(item, limit))
    });
    told.chain(of_earlier_list(model, meeting, review, plan)).collect()
}

/// What stands of limits that the list of now does not ask: nobody took them back, so that they go from no line in silence.
fn of_earlier_list(model: &Model, meeting: &Meeting, review: &Review, plan: &Checklist) -> Vec<Limit> {
    let limit = |old: walk::OldLimit| Limit {
        choice: walk::in_short(model.language(), &old.given).unwrap_or(&old.words).to_owned(),
        is_open: matches!(old.given, Given::Not(_)),
        label: old.label,
        words: [&*old.words, &*old.lacks]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
        day: old.day,
        is_incomplete: !old.lacks.is_empty(),
        is_yes: false,
    };
    walk::limits_of_earlier_list(model, meeting, review, plan).into_iter().map(limit).collect()
}

/// Those that are alike together, in the order in which each kind comes first.
fn alike<'l, K: PartialEq>(said: &[&'l Limit], kind: impl Fn(&Limit) -> K) -> Vec<(K, Vec<&'l Limit>)> {
    let mut kinds: Vec<(K, Vec<&Limit>)> = Vec::new();
    for &limit in said {
        let own = kind(limit);
        match kinds.iter_mut().find(|(known, _)| *known == own) {
            Some((_, limits)) => limits.push(limit),
            None => kinds.push((own, vec![limit])),
        }
    }
    kinds
}

fn in_full(said: &[Limit]) -> String {
    let said: Vec<&Limit> = said.iter().collect();
    let kinds = alike(&said, |limit| (limit.words.clone(), limit.day.clone()));
    let told = kinds.into_iter().map(|((words, day), limits)| {
        let words = words.trim_end_matches('.');
        let told = match limits.as_slice() {
            [limit] => format!("{}: {words}", limit.label),
            limits => {
                let labels: Vec<&str> = limits.iter().map(|limit| limit.label.as_str()).collect();
                format!("{words}: {}", labels.join(", "))
            }
        };
        if day.is_empty() { told } else { format!("{told} ({day})") }
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The choices alone, with what each is about, for where there is room for a line or two: "Niet: reanimatie, intensive care · Wel:
/// antibiotica (23 nov)". What is incomplete says so, and so does what was said earlier than today; of what is open only how much that is.
fn briefly(model: &Model, label: &str, said: &[Limit]) -> (String, String) {
    let language = model.language();
    let between = model.settings.marks.signs().between;
    let (open, said): (Vec<&Limit>, Vec<&Limit>) = said.iter().partition(|limit| limit.is_open);
    let days = alike(&said, |limit| limit.day.clone());
    let one_day = days.len() == 1;
    let kinds = alike(&said, |limit| {
        let day = if one_day { "" } else { limit.day.as_str() };
        (limit.choice.clone(), limit.is_incomplete, day.to_owned())
    });
    let all_incomplete = said.len() > 1 && said.iter().all(|limit| limit.is_incomplete);
    let is_long = said.len() > FEW && model.size.height < super::folding::LOW;
    let told = kinds.into_iter().map(|((choice, is_incomplete, day), limits)| {
        // In the lowest windows what is not to be done is named, and of the rest how much that is: all of it is one key away.
        if is_long && limits.len() > 1 && choice != language.limits_not() && !is_incomplete && day.is_empty()
        {
            return format!("{}x {}", limits.len(), choice.to_lowercase());
        }
        let labels: Vec<String> = limits.iter().map(|limit| within_a_line(&limit.label)).collect();
        let incomplete = match is_incomplete && !all_incomplete {
            true => format!(" ({})", language.limits_incomplete()),
            false => String::new(),
        };
        let day = if day.is_empty() { day } else { format!(" ({day})") };
        format!("{choice}{incomplete}: {}{day}", labels.join(", "))
    });
    let mut told: Vec<String> = told.collect();
    told.extend((!open.is_empty()).then(|| language.limits_still_open(open.len())));
    let told = told.join(between);
    let day = days.first().map(|(day, _)| day.as_str()).filter(|day| one_day && !day.is_empty());
    let of_all = [day, all_incomplete.then(|| language.limits_incomplete())];
    let of_all = of_all.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let label = match of_all.as_str() {
        "" => label.to_owned(),
        of_all => format!("{label} ({of_all})"),
    };
    (label, told)
}

/// A label within a line: "reanimatie", and still "ICD".
fn within_a_line(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
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

/// What was said of one limit today, or stands from an earlier meeting with its day.
fn one(model: &Model, meeting: &Meeting, review: &Review, key: &QuestionKey, item: &Item) -> Option<Limit> {
    let language = model.language();
    let label = called(model, review, key, item);
    let limit = |given: &Given, value: &str, note: &str, day: String, is_incomplete: bool| {
        // What is lacking stands before a note, of which nobody knows how long it is.
        let incomplete = if is_incomplete { language.limits_incomplete() } else { "" };
        let parts =
            [value, incomplete, note.trim_end_matches('.')].into_iter().filter(|part| !part.is_empty());
        let words = parts.collect::<Vec<_>>().join("; ");
        let choice = walk::in_short(language, given).unwrap_or(value).to_owned();
        // What holds no longer was agreed, and is told.
        let is_open = matches!(given, Given::Not(why) if *why != NonAnswer::NoLonger);
        let is_yes = *given == Given::YesNo(true);
        Limit { label: label.clone(), choice, words, day, is_incomplete, is_open, is_yes }
    };
    if let Some(answer) = review.answers.get(key)
        && let Some(given) = &answer.given
    {
        let note = terms::note(language, item, answer);
        let lacks = walk::lacking(model, review, key, item, answer);
        let value = terms::answer(language, meeting, item, answer);
        return Some(limit(given, &value, &note, String::new(), !lacks.is_empty()));
    }
    let known = model.standing(review.patient).and_then(|standing| standing.answers.get(key));
    let gone = Given::Not(NonAnswer::NoLonger);
    if let Some(known) = known.filter(|known| known.value.given.as_ref() == Some(&gone)) {
        // Whoever knows it from before has to read that it holds no longer.
        let words = terms::non_answer(language, NonAnswer::NoLonger).to_lowercase();
        let day = typed::short_day(known.date, meeting.details.date, language);
        return Some(limit(&gone, &words, "", day, false));
    }
    let stood = model.answered_earlier(review.patient, key).filter(|_| model.stands(key))?;
    let (value, lacks) = earlier::in_words_and_lacking(model, review.patient, (key, item), stood);
    let day = typed::short_day(stood.since(), meeting.details.date, language);
    let mut limit = limit(stood.value.given.as_ref()?, &value, "", day, !lacks.is_empty());
    // The words of it say so themselves.
    if model.standing(review.patient).is_some_and(|standing| standing.open_again(key).is_some()) {
        limit.choice = format!("{} ({})", limit.choice, language.limits_open_again());
    }
    Some(limit)
}

/// Adds what stands of the limits, where anything does; it leads to the table of all of them.
pub(super) fn row(page: &mut Page, model: &Model, meeting: &Meeting, review: &Review) {
    let said = said(model, meeting, review);
    let Some(open) = way_to(model, review, StepPage::Limits).filter(|_| !said.is_empty()) else { return };
    let is_narrow = model.size.width < WIDE;
    let is_short = model.size.height < ROOMY && !model.in_lines;
    let label = match is_short && is_narrow {
        true => model.language().limits_label_short(),
        false => model.language().limits_label(),
    };
    let is_incomplete = said.iter().any(|limit| limit.is_incomplete);
    let role = if is_incomplete { Role::Warning } else { Role::Value };
    let row = if is_short {
        let (label, told) = briefly(model, label, &said);
        let whole = format!("{label}  {told}");
        let is_low = model.size.height < super::folding::LOW;
        if is_low && text::width(&whole) + AROUND > model.size.width.into() {
            // Of all that takes more than a line, the whole width makes the least.
            Row::action(RowId::fixed("limits"), whole, open)
        } else {
            Row::action(RowId::fixed("limits"), label, open).with_value(role, told).listed()
        }
    } else {
        Row::action(RowId::fixed("limits"), label, open).with_value(role, in_full(&said))
    };
    page.push(row);
}

/// The way to the whole plan, where the route of the patient does not lead there.
pub(super) fn whole_plan(model: &Model, meeting: &Meeting, review: &Review) -> Option<Row> {
    let plan = model.checklist(&PLAN.into())?;
    if walk::steps_of(model, review).iter().any(|step| step.checklist.id == plan.id) {
        return None;
    }
    let row = Row::action(
        RowId::fixed("whole-plan"),
        model.language().whole_plan(),
        way_to(model, review, StepPage::Contents)?,
    );
    let language = model.language();
    let progress = walk::progress(plan, review);
    let agreed = said(model, meeting, review).iter().filter(|limit| !limit.is_open).count();
    let words = match agreed {
        0 => progress.map(|(answered, all)| language.answered_of(answered, all)),
        count => Some(language.limits_recorded(count)),
    };
    let words = words.unwrap_or_else(|| language.step_open_list().to_owned());
    Some(row.with_value(Role::Quiet, words).marked(Mark::Leads).listed())
}

fn way_to(model: &Model, review: &Review, page: StepPage) -> Option<Action> {
    let plan = model.checklist(&PLAN.into())?;
    let (patient, checklist) = (review.patient, plan.id.clone());
    Some(Action::Open(Screen::Step { patient, checklist, page }))
}
