//! What a definition asks of another checklist that it cannot give: a case of those of its scenes, a condition of a question elsewhere.

use std::ops::Range;

use crate::checklist::definition::{
    Checklist, ChoiceOption, GivenValue, Item, ItemKind, JUDGEMENT, Literal, Name,
};
use crate::checklist::diagnostic::{Diagnostic, Problem, Severity, Testable};
use crate::checklist::read::testing::{Fit, fit, meant_answer, testable};
use crate::checklist::read::{Outside, OutsideUse};
use crate::checklist::rules::called;
use crate::text::on_scale::on_scale;
use crate::text::quantity::quantity;

/// What a case asks of a question that it cannot have: no vote is possible on it, or no such answer.
pub(super) fn unfit(outside: &Outside, checklist: &Checklist, is_full: bool) -> Vec<Diagnostic> {
    let Some(name) = &outside.item else { return Vec::new() };
    let item = checklist.items().find(|item| item.id == *name);
    let judgement = checklist.judgement.as_ref().filter(|_| item.is_none() && name.as_str() == JUDGEMENT);
    let full = format!("{}/{name}", outside.checklist);
    let nearest_item = || if is_full { None } else { meant_item(checklist, name.as_str()) };
    let found = match (&outside.wanted, item) {
        (
            OutsideUse::Known
            | OutsideUse::Walked
            | OutsideUse::Tested(..)
            | OutsideUse::Judged(_)
            | OutsideUse::OfStep,
            _,
        ) => None,
        (OutsideUse::Vote, None) if judgement.is_some() => None,
        (OutsideUse::Vote, None) => {
            let problem = Problem::UnknownVote { name: full };
            Some(Diagnostic::new(problem, outside.span.clone()).suggest(nearest_item()))
        }
        (OutsideUse::Vote, Some(item)) => (!is_countable(&item.kind))
            .then(|| Diagnostic::new(Problem::Uncountable { name: full }, outside.span.clone())),
        (OutsideUse::Given(value, span, _), None) => match judgement {
            Some(judgement) => match value {
                GivenValue::Text(code) => no_option(&judgement.options, [code.as_str()], span, is_full),
                _ => Some(unsuitable(full, "choice", span)),
            },
            None => {
                let problem = Problem::UnknownGiven { name: full };
                Some(Diagnostic::new(problem, outside.span.clone()).suggest(nearest_item()))
            }
        },
        (OutsideUse::Given(value, span, codes_at), Some(item)) => match (&item.kind, value) {
            (ItemKind::YesNo, GivenValue::Truth(_))
            | (ItemKind::Number(_), GivenValue::Number(_))
            | (
                ItemKind::Date(_) | ItemKind::ShortText | ItemKind::LongText | ItemKind::Person,
                GivenValue::Text(_),
            ) => None,
            (ItemKind::Choice(options) | ItemKind::Choices(options), GivenValue::Text(code)) => {
                no_option(options, [code.as_str()], span, is_full)
            }
            // Each of them is a fault of its own, in its own place.
            (ItemKind::Choices(options), GivenValue::Codes(codes)) => {
                let wrong =
                    |(code, at): (&Name, &Range<usize>)| no_option(options, [code.as_str()], at, is_full);
                return codes.iter().zip(codes_at).filter_map(wrong).collect();
            }
            (ItemKind::Choice(options), GivenValue::Codes(codes)) if codes.len() == 1 => {
                no_option(options, codes.iter().map(Name::as_str), span, is_full).or_else(|| {
                    let code = codes.first().map(|code| format!("\"{code}\""));
                    Some(unsuitable(full, "choice", span).suggest(code))
                })
            }
            // As somebody types it: "72,5 kg", "7/10".
            (ItemKind::Number(range), GivenValue::Text(text))
                if quantity(text, range.unit.as_deref()).is_some() =>
            {
                None
            }
            (ItemKind::Scale(scale), GivenValue::Text(text))
                if on_scale(text, scale.min, scale.max).is_some() =>
            {
                None
            }
            (ItemKind::Scale(scale), GivenValue::Number(value))
                if value.fract() == 0.0
                    && (scale.min..=scale.max).any(|step| step.to_string() == value.to_string()) =>
            {
                None
            }
            (kind, value) => {
                let meant = meant_answer(kind, value);
                Some(unsuitable(full, kind.type_name(), span).suggest(meant))
            }
        },
    };
    found.into_iter().collect()
}

/// What a condition tests of a question of another checklist and can never be its answer; only told, for an own version of that
/// checklist must not take this one out of force.
pub(super) fn untestable(
    outside: &Outside,
    item: &Item,
    values: &[(Literal, Range<usize>)],
    bounds: &[Range<usize>],
    is_full: bool,
) -> Vec<Diagnostic> {
    let testable = testable(item);
    let full = format!("{}/{}", outside.checklist, item.id);
    let unsuitable = |span: &Range<usize>, hint: Option<String>| {
        let problem = Problem::UnsuitableTest { item: full.clone(), testable };
        Diagnostic::new(problem, span.clone()).suggest(hint)
    };
    if testable == Testable::Nothing {
        return vec![unsuitable(&outside.span, None).with_severity(Severity::Warning)];
    }
    let options: &[ChoiceOption] = match &item.kind {
        ItemKind::Choice(options) | ItemKind::Choices(options) => options,
        _ => &[],
    };
    let values = values.iter().filter_map(|(literal, span)| match fit(testable, literal) {
        Fit::Fits => None,
        Fit::IfOption(code) => no_option(options, [code.as_str()], span, is_full),
        Fit::Not(hint) => Some(unsuitable(span, hint)),
    });
    let bounds = bounds.iter().filter(|_| testable != Testable::Numbers).map(|span| unsuitable(span, None));
    values.chain(bounds).map(|one| one.with_severity(Severity::Warning)).collect()
}

/// What a condition asks of the judgement of another checklist and can never be given there.
pub(super) fn never_judged(
    outside: &Outside,
    checklist: &Checklist,
    codes: &[(Name, Range<usize>)],
    is_full: bool,
) -> Vec<Diagnostic> {
    let found = match &checklist.judgement {
        None => vec![Diagnostic::new(Problem::NoJudgement, outside.span.clone())],
        Some(judgement) => codes
            .iter()
            .filter_map(|(code, span)| no_option(&judgement.options, [code.as_str()], span, is_full))
            .collect(),
    };
    found.into_iter().map(|one| one.with_severity(Severity::Warning)).collect()
}

/// Whether the answers to a question can be counted per option.
const fn is_countable(kind: &ItemKind) -> bool {
    matches!(kind, ItemKind::YesNo | ItemKind::Choice(_) | ItemKind::Choices(_))
}

fn unsuitable(item: String, item_type: &'static str, span: &Range<usize>) -> Diagnostic {
    Diagnostic::new(Problem::UnsuitableGiven { item, item_type }, span.clone())
}

fn no_option<'c>(
    options: &[ChoiceOption],
    codes: impl IntoIterator<Item = &'c str>,
    span: &Range<usize>,
    is_full: bool,
) -> Option<Diagnostic> {
    let wrong = codes.into_iter().find(|code| options.iter().all(|known| known.code.as_str() != *code))?;
    Some(called::no_option(options, wrong, span, is_full))
}

/// The question of another checklist that somebody meant by these words, as it is to be named.
pub(super) fn meant_item(checklist: &Checklist, written: &str) -> Option<String> {
    let known = checklist.items().map(|item| (item.id.as_str(), called::texts_of(item)));
    let known = known.chain(checklist.judgement.iter().map(|one| (JUDGEMENT, vec![&one.text])));
    called::called(written, known).map(|name| format!("{}/{name}", checklist.id))
}
