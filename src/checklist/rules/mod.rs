//! The third pass: does the definition make sense as a whole?

pub(super) mod called;
mod circles;
mod logic;
mod names;
mod readers;
mod references;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(super) use names::check_file_name;
pub use names::refused_name;
#[cfg(test)]
pub(super) use texts::LABEL;
pub(super) use texts::check_texts;

use super::definition::{Case, Checklist, ItemKind};
use super::diagnostic::{Diagnostic, Problem, Severity, Strictness};
use super::read::{ConditionOwner, Gathered, PlacedTest};
use crate::checklist::definition::Name;
use crate::checklist::diagnostic::report::Report;

/// Checks a checklist.
pub(super) fn check(
    checklist: &Checklist,
    gathered: &Gathered,
    strictness: Strictness,
    report: &mut Report<'_>,
) {
    // Which of two of one name is meant nobody knows, so nothing is concluded from what refers to it.
    let twice = names::check_unique(gathered, report);
    let sound = references::check(checklist, gathered, &twice, report);
    let has_circle = circles::check(checklist, gathered, &twice, report);
    if sound && !has_circle {
        logic::check(checklist, gathered, &twice, report);
    }
    for (name, span) in &gathered.empty_groups {
        if !report.is_partial(span) && !report.has_questions_elsewhere {
            report.add(Problem::EmptyGroup { name: name.to_string() }, span);
        }
    }
    readers::check(checklist, gathered, report);
    check_indications(checklist, gathered, strictness, report);
}

/// Checks a case: its names, the sources that it refers to, and its minutes.
pub(super) fn check_case(
    case: &Case,
    gathered: &Gathered,
    minutes: Option<Range<usize>>,
    report: &mut Report<'_>,
) {
    names::check_unique(gathered, report);
    references::check_sources(&case.sources, gathered, report);
    let scenes = case.scenes.iter().filter_map(|scene| scene.minutes).map(u32::from).sum();
    if let (Some(of_case), Some(span)) = (case.minutes.map(u32::from), minutes)
        && scenes > of_case
    {
        report.add(Problem::MinutesTogether { scenes, case: of_case }, &span);
    }
}

/// An indication says what a source says, and never turns a score into a verdict.
fn check_indications(
    checklist: &Checklist,
    gathered: &Gathered,
    strictness: Strictness,
    report: &mut Report<'_>,
) {
    let scales: BTreeSet<&Name> = checklist
        .items()
        .filter(|item| matches!(item.kind, ItemKind::Scale(_)))
        .map(|item| &item.id)
        .collect();
    let mut scores: BTreeMap<&Name, &Range<usize>> = BTreeMap::new();
    for placed in &gathered.conditions {
        let ConditionOwner::Indication(name) = &placed.owner else { continue };
        let score = placed.tests.iter().find_map(|test| match test {
            PlacedTest::Count { span } => Some(span),
            PlacedTest::Item { item, span, .. } => {
                (item.checklist.is_none() && scales.contains(&item.item)).then_some(span)
            }
            PlacedTest::Judgement { .. } => None,
        });
        if let Some(span) = score {
            scores.entry(name).or_insert(span);
        }
    }
    for (name, span, has_source) in &gathered.indications {
        if !has_source && !report.is_partial(span) {
            report.add(Problem::MissingSource { name: name.to_string() }, span);
        }
        if let Some(span) = scores.get(name) {
            let severity =
                if strictness == Strictness::Shipped { Severity::Error } else { Severity::Warning };
            let problem = Problem::ScoreAsVerdict { name: name.to_string() };
            report.push(Diagnostic::new(problem, (*span).clone()).with_severity(severity));
        }
    }
}
