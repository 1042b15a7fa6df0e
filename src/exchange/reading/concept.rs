//! Codes, days and reasons as resources write them.

use chrono::NaiveDate;
use serde_json::Value;

use super::clean;
use crate::checklist::Code;
use crate::exchange::codes;
use crate::meeting::{NonAnswer, terms};
use crate::words::Language;

/// The day of a resource.
pub(super) fn on(value: &Value) -> Option<NaiveDate> {
    let keys = ["dateTime", "effectiveDateTime", "statusDate", "sent", "recordedOn", "startDate", "authored"];
    keys.iter().find_map(|key| day(value.get(key)))
}

/// The day of a moment; only a whole one.
pub(super) fn day(value: Option<&Value>) -> Option<NaiveDate> {
    value?.as_str()?.get(..10)?.parse().ok()
}

/// The codes of a concept, as definitions write them.
pub(super) fn codings(concept: &Value) -> Vec<Code> {
    let list = concept.get("coding").and_then(Value::as_array).into_iter().flatten();
    let of = |coding: &Value| {
        let text = |key: &str| coding.get(key).and_then(Value::as_str);
        let system = codes::own_system(text("system")?).to_owned();
        Some(Code { system, code: text("code")?.to_owned() })
    };
    list.filter_map(of).collect()
}

/// Whether a concept has a code, of a system as definitions write it.
pub(super) fn has(concept: &Value, system: &str, code: &str) -> bool {
    codings(concept).iter().any(|one| one.system == system && one.code == code)
}

/// Whether a consent is an advance directive.
pub(super) fn is_directive(consent: &Value) -> bool {
    consent.get("scope").is_some_and(|scope| has(scope, codes::CONSENT_SCOPE, "adr"))
}

/// A concept as it may be shown.
pub(super) fn shown(concept: &Value) -> String {
    let text = concept.get("text").and_then(Value::as_str);
    let coding = concept.pointer("/coding/0").unwrap_or(&Value::Null);
    let code = coding.get("display").or_else(|| coding.get("code")).and_then(Value::as_str);
    let mut shown: String = clean::line(text.or(code).unwrap_or_default()).0.chars().take(80).collect();
    if shown.is_empty() {
        shown.push('-');
    }
    shown
}

/// The explicit non-answer with which a text begins, and what follows it.
pub(super) fn non_answer(text: &str) -> Option<(NonAnswer, String)> {
    let languages = [Language::Dutch, Language::English];
    NonAnswer::ALL.into_iter().find_map(|reason| {
        languages.iter().find_map(|language| {
            let rest = text.strip_prefix(terms::non_answer(*language, reason))?;
            let rest = rest.strip_prefix(": ").or_else(|| rest.is_empty().then_some(rest))?;
            Some((reason, rest.to_owned()))
        })
    })
}
