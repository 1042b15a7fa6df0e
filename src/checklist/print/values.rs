//! Values as they are written behind a key.

use std::fmt::Write as _;

use crate::checklist::definition::{
    Code, Condition, Given, GivenValue, ItemRef, Literal, Localized, Name, Test,
};

/// A string in quotes, on one line.
pub(in crate::checklist) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

pub(super) fn localized(text: &Localized) -> String {
    match &text.en {
        Some(en) => format!("{{ nl = {}, en = {} }}", quoted(&text.nl), quoted(en)),
        None => quoted(&text.nl),
    }
}

pub(super) fn coded(code: &Code) -> String {
    if code.system == "snomed" {
        quoted(&code.code)
    } else {
        format!("{{ system = {}, code = {} }}", quoted(&code.system), quoted(&code.code))
    }
}

pub(super) fn names(names: &[Name]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| quoted(name.as_str())).collect();
    if let [one] = quoted.as_slice() { one.clone() } else { format!("[{}]", quoted.join(", ")) }
}

/// A number that TOML reads back as the same one.
pub(super) fn number(number: f64) -> String {
    let written = format!("{number:?}");
    // TOML wants a digit on both sides of the point, and a point or an exponent.
    if written.contains("e-") || !written.contains('e') { written } else { written.replace('e', "e+") }
}

pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Truth(truth) => truth.to_string(),
        Literal::Code(code) => quoted(code.as_str()),
        Literal::Number(value) => number(*value),
    }
}

pub(super) fn listed<T>(parts: &[T], print: impl Fn(&T) -> String) -> String {
    format!("[{}]", parts.iter().map(print).collect::<Vec<_>>().join(", "))
}

pub(super) fn reference(item: &ItemRef) -> String {
    quoted(&item.to_string())
}

/// Answers on record as one table.
pub(super) fn given(given: &[Given]) -> String {
    let entry = |one: &Given| {
        let value = match &one.value {
            GivenValue::Truth(truth) => truth.to_string(),
            GivenValue::Number(value) => number(*value),
            GivenValue::Text(text) => quoted(text),
            GivenValue::Codes(codes) => listed(codes, |code| quoted(code.as_str())),
        };
        format!("{} = {value}", reference(&one.question))
    };
    format!("{{ {} }}", given.iter().map(entry).collect::<Vec<_>>().join(", "))
}

pub(super) fn condition(when: &Condition) -> String {
    match when {
        Condition::Item { item, test } => {
            let item = reference(item);
            let test = match test {
                Test::Is(value) => format!("is = {}", literal(value)),
                Test::IsNot(value) => format!("is_not = {}", literal(value)),
                Test::In(values) => format!("in = {}", listed(values, literal)),
                Test::AtLeast(bound) => format!("at_least = {}", number(*bound)),
                Test::AtMost(bound) => format!("at_most = {}", number(*bound)),
                Test::Answered(answered) => format!("answered = {answered}"),
            };
            format!("{{ item = {item}, {test} }}")
        }
        Condition::Judgement { checklist, is } => {
            let checklist = checklist.as_ref().map(|name| format!(", checklist = {}", quoted(name.as_str())));
            format!("{{ judgement = {}{} }}", names(is), checklist.unwrap_or_default())
        }
        Condition::All(parts) => format!("{{ all = {} }}", listed(parts, condition)),
        Condition::Any(parts) => format!("{{ any = {} }}", listed(parts, condition)),
        Condition::Not(inner) => format!("{{ not = {} }}", condition(inner)),
        Condition::Count { items, is, at_least, at_most } => {
            let mut text = format!("{{ count = {{ items = {}", listed(items, reference));
            if !is.is_empty() {
                let _ = write!(text, ", is = {}", listed(is, literal));
            }
            for (key, bound) in [("at_least", at_least), ("at_most", at_most)] {
                if let Some(bound) = bound {
                    let _ = write!(text, ", {key} = {bound}");
                }
            }
            text.push_str(" } }");
            text
        }
    }
}
