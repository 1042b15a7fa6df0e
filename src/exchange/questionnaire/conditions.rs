//! Conditions both ways: `enableWhen` and `enable_when`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::links::Links;
use super::options::{open_option, plain_option};
use crate::checklist::{
    Checklist, ChoiceOption, Condition, Item, ItemKind, ItemRef, Literal, Name, Test, limits,
};

/// The tests of a condition and how they are joined, where the standard can say it.
pub(super) fn enabled(
    checklist: &Checklist,
    links: &Links,
    condition: &Condition,
) -> Option<(Vec<Value>, &'static str)> {
    match condition {
        Condition::Item { item, test } => one(checklist, links, item, test),
        Condition::All(parts) => joined(checklist, links, parts, "all"),
        Condition::Any(parts) => joined(checklist, links, parts, "any"),
        Condition::Judgement { .. } | Condition::Not(_) | Condition::Count { .. } => None,
    }
}

fn joined(
    checklist: &Checklist,
    links: &Links,
    parts: &[Condition],
    behaviour: &'static str,
) -> Option<(Vec<Value>, &'static str)> {
    let mut tests = Vec::new();
    for part in parts {
        let Condition::Item { item, test } = part else { return None };
        let (several, own) = one(checklist, links, item, test)?;
        if several.len() > 1 && own != behaviour {
            return None;
        }
        tests.extend(several);
    }
    Some((tests, behaviour))
}

fn one(
    checklist: &Checklist,
    links: &Links,
    reference: &ItemRef,
    test: &Test,
) -> Option<(Vec<Value>, &'static str)> {
    if reference.checklist.is_some() {
        return None;
    }
    let item = checklist.item(reference.item.as_str())?;
    let tested = |operator: &str, (key, value): (&str, Value)| json!({ "question": links.link(&reference.item), "operator": operator, key: value });
    let number = |bound: f64| match item.kind {
        ItemKind::Scale(_) if bound.fract() == 0.0 => ("answerInteger", whole(bound)),
        _ => ("answerDecimal", json!(bound)),
    };
    Some(match test {
        Test::Is(literal) => (vec![tested("=", answer(item, literal)?)], "all"),
        Test::IsNot(literal) => (vec![tested("!=", answer(item, literal)?)], "all"),
        Test::In(literals) => {
            let several: Option<Vec<Value>> =
                literals.iter().map(|literal| Some(tested("=", answer(item, literal)?))).collect();
            (several?, "any")
        }
        Test::AtLeast(bound) => (vec![tested(">=", number(*bound))], "all"),
        Test::AtMost(bound) => (vec![tested("<=", number(*bound))], "all"),
        Test::Answered(answered) => (vec![tested("exists", ("answerBoolean", json!(answered)))], "all"),
    })
}

/// A whole number without its point.
fn whole(number: f64) -> Value {
    format!("{number:.0}").parse::<i64>().map_or_else(|_| json!(number), |number| json!(number))
}

fn answer(item: &Item, literal: &Literal) -> Option<(&'static str, Value)> {
    match (literal, &item.kind) {
        (Literal::Truth(truth), _) => Some(("answerBoolean", json!(truth))),
        (Literal::Code(code), ItemKind::Choice(options) | ItemKind::Choices(options)) => {
            let option = options.iter().find(|option| option.code == *code)?;
            // Own words are no option that other programs could compare with.
            if open_option(&item.kind).is_some_and(|open| open.code == option.code) {
                return None;
            }
            Some(("answerCoding", plain_option(option)))
        }
        (Literal::Code(_), _) => None,
        (Literal::Number(number), ItemKind::Scale(_)) if number.fract() == 0.0 => {
            Some(("answerInteger", whole(*number)))
        }
        (Literal::Number(number), _) => Some(("answerDecimal", json!(number))),
    }
}

/// What is known of the question that a condition names.
pub(super) struct Asked {
    /// Its name here.
    pub name: Name,
    /// What can be answered to it.
    pub kind: ItemKind,
    /// For each of its options the system and code that the form gives it.
    pub codes: Vec<(String, String)>,
}

/// The condition that a part of a form has: none where it has none, `Err` where it cannot be tested here.
pub(super) fn condition(fields: &Value, asked: &BTreeMap<String, Asked>) -> Result<Option<Condition>, ()> {
    let Some(tests) = fields.get("enableWhen") else { return Ok(None) };
    let tests = tests.as_array().ok_or(())?;
    if tests.is_empty() {
        return Ok(None);
    }
    if tests.len() > limits::LIST {
        return Err(());
    }
    let parts: Result<Vec<Condition>, ()> = tests.iter().map(|test| part(test, asked)).collect();
    let mut parts = parts?;
    if parts.len() == 1 {
        return Ok(parts.pop());
    }
    match fields.get("enableBehavior").and_then(Value::as_str) {
        Some("any") => Ok(Some(Condition::Any(parts))),
        // One answer that has to be two never is: that is a fault of the form, and its question is asked.
        Some("all") if contradicts(&parts, asked) => Err(()),
        Some("all") => Ok(Some(Condition::All(parts))),
        _ => Err(()),
    }
}

/// Whether a question that takes one answer would have to have two.
fn contradicts(parts: &[Condition], asked: &BTreeMap<String, Asked>) -> bool {
    let wanted = |part: &Condition| match part {
        Condition::Item { item, test: Test::Is(literal) } => Some((item.item.clone(), literal.clone())),
        _ => None,
    };
    let takes_several =
        |name: &Name| asked.values().any(|one| one.name == *name && matches!(one.kind, ItemKind::Choices(_)));
    let mut wanted: Vec<(Name, Literal)> = parts.iter().filter_map(wanted).collect();
    wanted.retain(|(name, _)| !takes_several(name));
    wanted.iter().any(|(name, one)| wanted.iter().any(|(other, two)| name == other && one != two))
}

fn part(test: &Value, asked: &BTreeMap<String, Asked>) -> Result<Condition, ()> {
    let text = |key: &str| test.get(key).and_then(Value::as_str);
    let question = text("question").and_then(|id| asked.get(id)).ok_or(())?;
    let item = || ItemRef { checklist: None, item: question.name.clone() };
    let is = |test: Test| Ok(Condition::Item { item: item(), test });
    let operator = text("operator").ok_or(())?;
    if operator == "exists" {
        let answered = test.get("answerBoolean").and_then(Value::as_bool).ok_or(())?;
        return is(Test::Answered(answered));
    }
    let number = || {
        let quantity = test.get("answerQuantity").and_then(|quantity| quantity.get("value"));
        let plain = test.get("answerDecimal").or_else(|| test.get("answerInteger"));
        let is_number = matches!(question.kind, ItemKind::Number(_) | ItemKind::Scale(_));
        quantity.or(plain).and_then(Value::as_f64).filter(|_| is_number).ok_or(())
    };
    match operator {
        "=" => is(Test::Is(literal(test, question).or_else(|()| number().map(Literal::Number))?)),
        "!=" => is(Test::IsNot(literal(test, question).or_else(|()| number().map(Literal::Number))?)),
        ">=" => is(Test::AtLeast(number()?)),
        "<=" => is(Test::AtMost(number()?)),
        ">" | "<" => {
            let bound = number()?;
            let other = if operator == ">" { Test::AtMost(bound) } else { Test::AtLeast(bound) };
            let not = Condition::Not(Box::new(Condition::Item { item: item(), test: other }));
            Ok(Condition::All(vec![Condition::Item { item: item(), test: Test::Answered(true) }, not]))
        }
        _ => Err(()),
    }
}

fn literal(test: &Value, question: &Asked) -> Result<Literal, ()> {
    if let Some(truth) = test.get("answerBoolean").and_then(Value::as_bool) {
        return if matches!(question.kind, ItemKind::YesNo) { Ok(Literal::Truth(truth)) } else { Err(()) };
    }
    let (ItemKind::Choice(options) | ItemKind::Choices(options)) = &question.kind else { return Err(()) };
    let coding = test.get("answerCoding");
    let text = |key: &str| coding.and_then(|coding| coding.get(key)).and_then(Value::as_str);
    let plain = ["answerString", "answerInteger", "answerDate", "answerTime"]
        .into_iter()
        .find_map(|key| test.get(key))
        .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let wanted = plain.or_else(|| text("code").map(str::to_owned)).ok_or(())?;
    let system = text("system");
    let at = question
        .codes
        .iter()
        .position(|(own, code)| {
            *code == wanted && system.is_none_or(|system| own.is_empty() || own == system)
        })
        .ok_or(())?;
    options.get(at).map(|option: &ChoiceOption| Literal::Code(option.code.clone())).ok_or(())
}
