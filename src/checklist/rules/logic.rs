//! Logic: conditions that always or never hold, and parts that can therefore never appear.
//!
//! A condition looks at a few answers, each with a few values that differ for it. Where the combinations are few they
//! are simply all tried, by the same evaluation that a meeting uses; where they are many nothing is claimed.

use std::collections::{BTreeMap, BTreeSet};

use crate::checklist::definition::{
    Checklist, Condition, FactValue, Facts, Item, ItemKind, ItemRef, Literal, Name, Part, Step, Test,
};
use crate::checklist::diagnostic::report::Report;
use crate::checklist::diagnostic::{Diagnostic, Problem, Role};
use crate::checklist::read::{ConditionOwner, Gathered, PlacedCondition};

/// Most combinations that are tried for one condition.
const COMBINATIONS: usize = 4096;
/// Most single tests tried for one file, so that a hostile file takes no time.
const EFFORT: usize = 1_000_000;
/// What looking at a test costs before any combination is tried.
const COST: usize = 16;

/// Checks every condition alone, then every part with what it lies in and depends on.
pub(super) fn check<'c>(
    checklist: &'c Checklist,
    gathered: &'c Gathered,
    twice: &BTreeSet<&'c Name>,
    report: &mut Report<'_>,
) {
    let steps = checklist.steps();
    let items: BTreeMap<&Name, &Item> = steps
        .iter()
        .filter_map(|step| match step.part {
            Part::Item(item) => Some((&item.id, item)),
            Part::Group(_) => None,
        })
        .collect();
    let unclear: BTreeSet<&Name> = gathered.unclear.iter().chain(twice.iter().copied()).collect();
    let mut trial = Trial { checklist, items, never: BTreeSet::new(), unclear, effort: EFFORT };
    let mut alone: BTreeSet<&Name> = BTreeSet::new();
    for placed in gathered.conditions.iter().filter(|one| !one.partial) {
        match trial.outcome(&[&placed.condition]) {
            Some(Outcome::Always) => report.add(Problem::AlwaysTrue, &placed.span),
            Some(Outcome::Never) => {
                report.add(Problem::NeverTrue, &placed.span);
                if let ConditionOwner::Part(name) = &placed.owner {
                    alone.insert(name);
                }
            }
            _ => {}
        }
    }
    unreachable(&mut trial, &steps, gathered, &alone, report);
}

/// Parts that never appear although their own condition could hold.
fn unreachable<'c>(
    trial: &mut Trial<'c>,
    steps: &[Step<'c>],
    gathered: &Gathered,
    alone: &BTreeSet<&Name>,
    report: &mut Report<'_>,
) {
    let place = |name: &Name| gathered.names.iter().find(|one| one.name == *name).map(|one| one.span.clone());
    let partial: BTreeSet<&Name> =
        gathered.conditions.iter().filter(|one| one.partial).filter_map(owner).collect();
    let dependents = dependents(steps);
    // What never appears has no answer, so that what depends on it may never appear either.
    let mut waiting: BTreeSet<usize> = (0..steps.len()).collect();
    while let Some(step) = waiting.pop_first().and_then(|number| steps.get(number)) {
        let id = step.part.id();
        if trial.never.contains(id) || partial.contains(id) {
            continue;
        }
        let around_never = step.groups.iter().map(|group| &group.id).any(|id| trial.never.contains(id))
            || step.parents.iter().any(|item| trial.never.contains(&item.id));
        let conditions = conditions(step);
        let never =
            around_never || (!conditions.is_empty() && trial.outcome(&conditions) == Some(Outcome::Never));
        if !never {
            continue;
        }
        trial.never.insert(id.clone());
        waiting.extend(dependents.get(id).into_iter().flatten());
        // A part inside something that never appears is told of with that.
        if !around_never
            && !alone.contains(id)
            && let Some(span) = place(id)
        {
            let mut diagnostic = Diagnostic::new(Problem::Unreachable { name: id.to_string() }, span);
            let around = step.groups.iter().map(|group| &group.id);
            let mut owners: Vec<&Name> = around.chain(step.parents.iter().map(|item| &item.id)).collect();
            owners.push(id);
            for placed in &gathered.conditions {
                if owner(placed).is_some_and(|owner| owners.contains(&owner)) {
                    diagnostic = diagnostic.related(placed.span.clone(), Role::Condition);
                }
            }
            report.push(diagnostic);
        }
    }
}

/// The part that a condition belongs to.
fn owner(placed: &PlacedCondition) -> Option<&Name> {
    match &placed.owner {
        ConditionOwner::Part(name) => Some(name),
        _ => None,
    }
}

/// Everything that must hold for a part to appear.
fn conditions<'c>(step: &Step<'c>) -> Vec<&'c Condition> {
    step.groups
        .iter()
        .filter_map(|group| group.when.as_ref())
        .chain(step.parents.iter().filter_map(|item| item.when.as_ref()))
        .chain(step.part.when())
        .collect()
}

/// For every part, those that have to be looked at again when it never appears: what asks for it, and what lies in it.
fn dependents<'c>(steps: &[Step<'c>]) -> BTreeMap<&'c Name, BTreeSet<usize>> {
    let mut dependents: BTreeMap<&Name, BTreeSet<usize>> = BTreeMap::new();
    for (number, step) in steps.iter().enumerate() {
        let mut on = |name: &'c Name| {
            dependents.entry(name).or_default().insert(number);
        };
        for condition in conditions(step) {
            condition.visit_items(&mut |item| on(&item.item));
        }
        step.groups.iter().for_each(|group| on(&group.id));
        step.parents.iter().for_each(|item| on(&item.id));
    }
    dependents
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Always,
    Never,
    Depends,
}

/// A question or judgement that a condition looks at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Item(ItemRef),
    Judgement(Option<Name>),
}

struct Trial<'c> {
    checklist: &'c Checklist,
    items: BTreeMap<&'c Name, &'c Item>,
    never: BTreeSet<Name>,
    /// Items whose type could not be read.
    unclear: BTreeSet<&'c Name>,
    effort: usize,
}

/// One combination of answers.
struct Combination<'d> {
    asked: &'d [Asked],
    values: Vec<Option<&'d FactValue>>,
}

impl Facts for Combination<'_> {
    fn value(&self, item: &ItemRef) -> Option<FactValue> {
        let at = self.asked.iter().position(|asked| matches!(asked, Asked::Item(one) if one == item))?;
        self.values.get(at).copied().flatten().cloned()
    }

    fn judgement(&self, checklist: Option<&Name>) -> Option<Name> {
        let same = |asked: &Asked| matches!(asked, Asked::Judgement(one) if one.as_ref() == checklist);
        let at = self.asked.iter().position(same)?;
        match self.values.get(at).copied().flatten() {
            Some(FactValue::Code(code)) => Some(code.clone()),
            _ => None,
        }
    }
}

impl Trial<'_> {
    /// Whether conditions together always or never hold; `None` where that would take too long.
    fn outcome(&mut self, conditions: &[&Condition]) -> Option<Outcome> {
        let size = conditions.iter().map(|condition| size(condition)).sum::<usize>();
        self.effort = self.effort.checked_sub(size * COST)?;
        let mut literals: BTreeMap<Asked, Vec<Literal>> = BTreeMap::new();
        conditions.iter().for_each(|condition| collect(condition, &mut literals));
        let asked: Vec<Asked> = literals.keys().cloned().collect();
        let domains: Vec<Vec<Option<FactValue>>> =
            literals.iter().map(|(asked, literals)| self.domain(asked, literals)).collect::<Option<_>>()?;
        let combinations =
            domains.iter().try_fold(1usize, |product, domain| product.checked_mul(domain.len()))?;
        if combinations > COMBINATIONS {
            return None;
        }
        self.effort = self.effort.checked_sub(combinations * size)?;
        let (mut holds, mut fails) = (false, false);
        for number in 0..combinations {
            let mut rest = number;
            let values = domains.iter().map(|domain| {
                let value = domain.get(rest % domain.len().max(1)).and_then(Option::as_ref);
                rest /= domain.len().max(1);
                value
            });
            let facts = Combination { asked: &asked, values: values.collect() };
            let all = conditions.iter().all(|condition| condition.holds(&facts));
            holds |= all;
            fails |= !all;
            if holds && fails {
                return Some(Outcome::Depends);
            }
        }
        Some(if holds { Outcome::Always } else { Outcome::Never })
    }

    /// The values that can differ for a condition, open included; `None` where they cannot be listed.
    fn domain(&self, asked: &Asked, literals: &[Literal]) -> Option<Vec<Option<FactValue>>> {
        let mut domain = vec![None];
        match asked {
            Asked::Judgement(None) => {
                let options = self.checklist.judgement.iter().flat_map(|judgement| &judgement.options);
                domain.extend(options.map(|option| Some(FactValue::Code(option.code.clone()))));
            }
            Asked::Judgement(Some(_)) => domain.extend(codes(literals)),
            Asked::Item(item) if item.checklist.is_some() => {
                // The other checklist is not at hand: any value may be given there, and any other.
                domain.extend(literals.iter().map(|literal| Some(given(literal))));
                domain.extend(bounds(literals, f64::NEG_INFINITY, f64::INFINITY));
                domain.push(Some(FactValue::Other));
            }
            Asked::Item(item) if self.unclear.contains(&item.item) => return None,
            Asked::Item(item) if self.never.contains(&item.item) => {}
            Asked::Item(item) => match &self.items.get(&item.item)?.kind {
                ItemKind::YesNo => domain.extend([true, false].map(|truth| Some(FactValue::Truth(truth)))),
                ItemKind::Choice(options) => {
                    domain.extend(options.iter().map(|option| Some(FactValue::Code(option.code.clone()))));
                }
                ItemKind::Choices(options) => {
                    domain.extend(subsets(literals)?);
                    let mentioned = |code: &Name| literals.contains(&Literal::Code(code.clone()));
                    let other = options.iter().find(|option| !mentioned(&option.code));
                    domain.extend(other.map(|option| Some(FactValue::Codes(vec![option.code.clone()]))));
                }
                ItemKind::Scale(scale) => {
                    domain.extend(whole_bounds(literals, float(scale.min), float(scale.max)));
                }
                ItemKind::Number(range) => domain.extend(bounds(
                    literals,
                    range.min.unwrap_or(f64::NEG_INFINITY),
                    range.max.unwrap_or(f64::INFINITY),
                )),
                ItemKind::Display | ItemKind::Agreement => {}
                ItemKind::Date(_) | ItemKind::ShortText | ItemKind::LongText | ItemKind::Person => {
                    domain.push(Some(FactValue::Other));
                }
            },
        }
        Some(domain)
    }
}

/// A bound of a scale as conditions compare it; scales are far too small for the difference to matter.
fn float(number: i64) -> f64 {
    i32::try_from(number).map_or(if number < 0 { f64::NEG_INFINITY } else { f64::INFINITY }, f64::from)
}

fn given(literal: &Literal) -> FactValue {
    match literal {
        Literal::Truth(truth) => FactValue::Truth(*truth),
        Literal::Code(code) => FactValue::Code(code.clone()),
        Literal::Number(number) => FactValue::Number(*number),
    }
}

fn codes(literals: &[Literal]) -> impl Iterator<Item = Option<FactValue>> {
    literals.iter().map(|literal| Some(given(literal)))
}

/// All sets of the codes that are mentioned, the empty one excepted.
fn subsets(literals: &[Literal]) -> Option<Vec<Option<FactValue>>> {
    let codes: BTreeSet<&Name> = literals
        .iter()
        .filter_map(|literal| match literal {
            Literal::Code(code) => Some(code),
            _ => None,
        })
        .collect();
    if codes.len() > 6 {
        return None;
    }
    let sets = (1..1usize << codes.len()).map(|set| {
        let chosen = codes.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
        Some(FactValue::Codes(chosen.map(|(_, code)| (*code).clone()).collect()))
    });
    Some(sets.collect())
}

/// Every number that is mentioned, one between each two of them and one past either end, within bounds.
fn bounds(literals: &[Literal], min: f64, max: f64) -> Vec<Option<FactValue>> {
    let mentioned = literals.iter().filter_map(|literal| match literal {
        Literal::Number(number) => Some(*number),
        _ => None,
    });
    let mut numbers: Vec<f64> = mentioned.chain([min, max]).filter(|number| number.is_finite()).collect();
    numbers.push(0.0);
    numbers.sort_by(f64::total_cmp);
    let ends = [numbers.first().map(|first| first - 1.0), numbers.last().map(|last| last + 1.0)];
    // Halves are added, as the sum of two large numbers may be no number.
    let between: Vec<f64> =
        numbers.iter().zip(numbers.iter().skip(1)).map(|(a, b)| a / 2.0 + b / 2.0).collect();
    numbers.extend(between);
    numbers.extend(ends.into_iter().flatten());
    numbers.retain(|number| (min..=max).contains(number));
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    numbers.into_iter().map(|number| Some(FactValue::Number(number))).collect()
}

/// The whole numbers at and on both sides of every number that is mentioned, within bounds.
fn whole_bounds(literals: &[Literal], min: f64, max: f64) -> Vec<Option<FactValue>> {
    let around = |literal: &Literal| match literal {
        Literal::Number(number) => {
            let around = [number.floor() - 1.0, number.floor(), number.ceil(), number.ceil() + 1.0];
            around.map(Literal::Number).to_vec()
        }
        other => vec![other.clone()],
    };
    let literals: Vec<Literal> = literals.iter().flat_map(around).collect();
    let is_whole =
        |value: &Option<FactValue>| matches!(value, Some(FactValue::Number(number)) if number.fract() == 0.0);
    bounds(&literals, min, max).into_iter().filter(is_whole).collect()
}

/// How many tests a condition has, every value counted.
fn size(condition: &Condition) -> usize {
    match condition {
        Condition::Item { test: Test::In(values), .. } => 1 + values.len(),
        Condition::Item { .. } => 1,
        Condition::Judgement { is, .. } => 1 + is.len(),
        Condition::All(parts) | Condition::Any(parts) => 1 + parts.iter().map(size).sum::<usize>(),
        Condition::Not(inner) => 1 + size(inner),
        Condition::Count { items, is, .. } => items.len() * (1 + is.len()),
    }
}

/// Everything that a condition asks, with the values that it compares with.
fn collect(condition: &Condition, literals: &mut BTreeMap<Asked, Vec<Literal>>) {
    match condition {
        Condition::Item { item, test } => {
            let known = literals.entry(Asked::Item(item.clone())).or_default();
            match test {
                Test::Is(literal) | Test::IsNot(literal) => known.push(literal.clone()),
                Test::In(list) => known.extend(list.iter().cloned()),
                Test::AtLeast(bound) | Test::AtMost(bound) => known.push(Literal::Number(*bound)),
                Test::Answered(_) => {}
            }
        }
        Condition::Judgement { checklist, is } => {
            let known = literals.entry(Asked::Judgement(checklist.clone())).or_default();
            known.extend(is.iter().cloned().map(Literal::Code));
        }
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| collect(part, literals));
        }
        Condition::Not(inner) => collect(inner, literals),
        Condition::Count { items, is, .. } => {
            for item in items {
                let known = literals.entry(Asked::Item(item.clone())).or_default();
                known.extend(is.iter().cloned());
            }
        }
    }
}
