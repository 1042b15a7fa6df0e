//! Keys that are none, and what they mean: a key or section that is called otherwise, or more than one key: a sign beside its
//! number, a text by its language, the ends of a scale.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::meant::{begins_alike, may_be};
use super::node::{day, whole};
use crate::checklist::diagnostic::clean;
use crate::checklist::diagnostic::suggest::nearest;
use crate::checklist::schema::{Form, Key, Shape, bounds, synonyms};

/// What a key means together with what stands beside it.
pub(super) struct Other {
    /// The key that is not missing then.
    pub key: Option<&'static str>,
    /// What is proposed; none for a part of what is told at another key.
    pub suggestion: Option<String>,
}

/// Keys with a sign behind them, beside the number that it goes with.
const OPERATORS: [&str; 8] =
    ["operator", "op", "comparator", "comparison", "vergelijking", "vergelijk", "teken", "sign"];

/// Keys with the number that goes with a sign.
const OPERANDS: [&str; 4] = ["value", "waarde", "number", "getal"];

/// What a key means in another way than that it is called otherwise.
pub(super) fn otherwise(key: &str, table: &DeTable<'_>, shape: &'static Shape) -> Option<Other> {
    compared(key, table, shape).or_else(|| translated(key, table, shape)).or_else(|| ends(key, table, shape))
}

/// `operator = ">", value = 4`.
fn compared(key: &str, table: &DeTable<'_>, shape: &Shape) -> Option<Other> {
    let named = |keys: &[&'static str]| keys.iter().copied().find(|one| table.contains_key(*one));
    let operator = named(&OPERATORS).filter(|_| matches!(shape.name, "condition" | "count"))?;
    let sign = table.get(operator)?.get_ref().as_str()?;
    let operand = named(&OPERANDS);
    if Some(key) == operand {
        return Some(Other { key: None, suggestion: None });
    }
    let number = operand.and_then(|operand| whole(table.get(operand)?.get_ref()))?;
    let suggestion = bounds::with_number(sign, number)?;
    (key == operator).then_some(Other { key: None, suggestion: Some(suggestion) })
}

/// `text_nl = "..."` and `text_en = "..."`.
fn translated(key: &str, table: &DeTable<'_>, shape: &'static Shape) -> Option<Other> {
    let lower = key.to_lowercase();
    let (base, language) = lower.rsplit_once(['_', '-']).filter(|(_, end)| matches!(*end, "nl" | "en"))?;
    let takes =
        |name: &str| shape.keys.iter().any(|known| known.name == name && matches!(known.form, Form::Text));
    let known = shape.keys.iter().map(|known| known.name).find(|name| *name == base && takes(name));
    let known = known.or_else(|| synonyms::key(base, shape, takes))?;
    // The two are told as one.
    let is_told = language == "en" && table.contains_key(format!("{base}_nl").as_str());
    let suggestion = (!is_told).then(|| format!("{known} = {{ nl = \"...\", en = \"...\" }}"));
    Some(Other { key: Some(known), suggestion })
}

/// `labels = ["geen", "ergst"]` at a scale.
fn ends(key: &str, table: &DeTable<'_>, shape: &Shape) -> Option<Other> {
    let is_free = |name: &str| shape.keys.iter().any(|known| known.name == name) && !table.contains_key(name);
    let is_called = matches!(key.to_lowercase().as_str(), "labels" | "anchors" | "ankers" | "teksten");
    if !is_called || !is_free("low") || !is_free("high") {
        return None;
    }
    let DeValue::Array(list) = table.get(key)?.get_ref() else { return None };
    let text = |value: &DeValue<'_>| {
        let text = clean::line(value.as_str()?).into_owned();
        (text.len() < 40 && !text.contains(['"', '\\'])).then_some(text)
    };
    let low = text(list.first()?.get_ref())?;
    let high = text(list.last()?.get_ref())?;
    Some(Other { key: None, suggestion: Some(format!("low = \"{low}\" + high = \"{high}\"")) })
}

/// The section of a checklist that one of another name was meant to be, although there are others of it already.
pub(super) fn meant_section(
    key: &str,
    value: &Spanned<DeValue<'_>>,
    shape: &'static Shape,
) -> Option<&'static str> {
    let is_section = match value.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(list) => list.iter().all(|one| one.get_ref().is_table()),
        _ => false,
    };
    let group = shape.keys.iter().find(|known| known.name == "group").filter(|_| is_section)?;
    let Form::Tables(inner, _) = &group.form else { return None };
    let is_group = synonyms::key(key, shape, |name| name == "group").is_some();
    if synonyms::key(key, shape, |name| name == "item").is_some() {
        return Some("item");
    }
    let is_item = key == "item" || synonyms::key(key, inner, |name| name == "item").is_some();
    if is_group { Some("group") } else { is_item.then_some("group.item") }
}

/// The key of a shape that an unknown one was probably meant to be: a misspelling, or its name in Dutch.
pub(in crate::checklist) fn meant_key(
    key: &str,
    table: &DeTable<'_>,
    shape: &'static Shape,
) -> Option<&'static str> {
    let value = table.get(key).map(Spanned::get_ref);
    // Of a list of sections there may be more: "[[stap]]" beside "[[step]]".
    let is_section =
        matches!(value, Some(DeValue::Array(list)) if list.iter().all(|one| one.get_ref().is_table()));
    let is_free =
        |known: &Key| !table.contains_key(known.name) || is_section && matches!(known.form, Form::Tables(..));
    let is_meant =
        |known: &&'static Key| is_free(known) && begins_alike(key, known.name) && may_be(value, &known.form);
    let absent = || shape.keys.iter().filter(is_meant).map(|known| known.name);
    // The bounds of a day are days: "vanaf" is "earliest" there, and "min" elsewhere.
    let is_day = value.is_some_and(|value| day(value).is_some());
    let may_be_meant = |name: &str| {
        let takes = |known: &Key| !is_day || !matches!(known.form, Form::Number | Form::Whole(..));
        shape.keys.iter().any(|known| known.name == name && is_free(known) && takes(known))
    };
    let beyond = || bounds::beyond(key).filter(|name| may_be_meant(name));
    synonyms::key(key, shape, may_be_meant).or_else(beyond).or_else(|| nearest(key, absent()))
}
