//! What somebody meant who wrote a value in another form: a name, the options of a question, the least and the most at once.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::whole;
use crate::checklist::definition::limits;
use crate::checklist::diagnostic::clean;
use crate::checklist::schema::{FILES, Form, Shape, synonyms};

/// Whether a text has the form of a name.
pub(in crate::checklist) fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= limits::NAME
        && name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

/// A name made of a text that is none, where enough of it remains.
pub(in crate::checklist) fn as_name(text: &str) -> Option<String> {
    let mut name = String::new();
    // The name of a file is that of its definition.
    let text = text.strip_suffix(".toml").unwrap_or(text);
    for c in text.chars().flat_map(char::to_lowercase).take(limits::NAME) {
        match c {
            'a'..='z' | '0'..='9' | '-' | '_' => name.push(c),
            'é' | 'è' | 'ë' | 'ê' => name.push('e'),
            'ï' | 'í' => name.push('i'),
            'ö' | 'ó' => name.push('o'),
            'ü' | 'ú' => name.push('u'),
            'ä' | 'á' | 'à' => name.push('a'),
            ' ' | '.' | '/' | '\u{a0}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => name.push('-'),
            _ => {}
        }
    }
    let name = name.trim_matches(['-', '_']).to_owned();
    is_name(&name).then_some(name)
}

/// The names of options that were written in another way than as a list of tables: as texts, or as a table of names with texts.
pub(super) fn names_of_options<'t>(value: &'t Spanned<DeValue<'_>>) -> Option<Vec<&'t str>> {
    let pair = |value: &'t DeValue<'_>| match value {
        DeValue::String(text) => Some(text.as_ref()),
        DeValue::Array(pair) => pair.first().and_then(|first| first.get_ref().as_str()),
        DeValue::Table(table) => only_name(table),
        _ => None,
    };
    match value.get_ref() {
        DeValue::String(text) => Some(text.split([',', ';', '/', '|']).map(str::trim).collect()),
        DeValue::Array(list) if !list.is_empty() => list.iter().map(|one| pair(one.get_ref())).collect(),
        DeValue::Table(table) => {
            let is_named = !table.is_empty()
                && !is_one_option(table)
                && table.values().all(|value| value.get_ref().is_str());
            is_named.then(|| table.keys().map(|key| key.get_ref().as_ref()).collect())
        }
        _ => None,
    }
}

/// Whether a table is one option as it is, and no list of names with texts.
pub(super) fn is_one_option(table: &DeTable<'_>) -> bool {
    table.keys().any(|key| matches!(key.get_ref().as_ref(), "code" | "text" | "value" | "label" | "id"))
}

/// The one name of a table that says nothing but what it is called: `{ thuis = "Thuis" }`.
fn only_name<'t>(table: &'t DeTable<'_>) -> Option<&'t str> {
    let mut names = table.iter();
    let (name, text) = names.next()?;
    let is_own = matches!(
        name.get_ref().as_ref(),
        "code" | "text" | "coding" | "needs_note" | "exclusive" | "leaves_open"
    );
    (names.next().is_none() && text.get_ref().is_str() && !is_own).then(|| name.get_ref().as_ref())
}

/// The condition that somebody meant who only named a question, that it was answered with yes, or who wrote it in a text:
/// "plek = thuis".
pub(super) fn as_condition(value: &DeValue<'_>) -> Option<String> {
    let name = match value {
        DeValue::String(name) => name.as_ref(),
        DeValue::Array(list) if list.len() == 1 => list.first()?.get_ref().as_str()?,
        _ => return None,
    };
    let parts = name.split_once('=').or_else(|| name.split_once(" is ")).or_else(|| name.split_once(':'));
    let (name, is) = match parts {
        Some((name, is)) => (name.trim(), value_in_words(is.trim_start_matches('=').trim())?),
        None => (name, "true".to_owned()),
    };
    is_name(name).then(|| format!("{{ item = \"{name}\", is = {is} }}"))
}

/// A value of a condition as it is to be written: a truth, a number, or a code in quotes.
fn value_in_words(word: &str) -> Option<String> {
    let word = word.trim_matches(['"', '\'']);
    if let Some(truth) = synonyms::truth(word) {
        return Some(truth.to_owned());
    }
    match word.parse::<i64>() {
        Ok(number) => Some(number.to_string()),
        Err(_) => is_name(word).then(|| format!("\"{word}\"")),
    }
}

/// The test that somebody meant who wrote the name of a question as a key: `bed = true`.
pub(super) fn as_test(name: &str, value: &DeValue<'_>) -> Option<String> {
    let value = match value {
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::String(code) if is_name(code) => format!("\"{code}\""),
        _ => return None,
    };
    is_name(name).then(|| format!("item = \"{name}\", is = {value}"))
}

/// The first of some options as it is to be written, with a sign that there are more.
pub(super) fn as_options(value: &DeValue<'_>) -> Option<String> {
    let (name, text) = match value {
        DeValue::String(text) => (text.split([',', ';', '/', '|']).next()?.trim(), None),
        DeValue::Array(list) => match list.first()?.get_ref() {
            DeValue::String(text) => (text.as_ref(), None),
            DeValue::Array(pair) => {
                (pair.first()?.get_ref().as_str()?, pair.get(1).and_then(|text| text.get_ref().as_str()))
            }
            DeValue::Table(table) => {
                let (name, text) = table.iter().next()?;
                (name.get_ref().as_ref(), text.get_ref().as_str())
            }
            _ => return None,
        },
        DeValue::Table(table) => {
            let (name, text) = table.iter().min_by_key(|(name, _)| name.span().start)?;
            (name.get_ref().as_ref(), text.get_ref().as_str())
        }
        _ => return None,
    };
    let text = text.unwrap_or(name);
    let is_plain = |text: &str| text.len() < 40 && !text.contains(['"', '\\']);
    let code = as_name(name).filter(|_| is_plain(name) && is_plain(text))?;
    Some(format!("[{{ code = \"{code}\", text = \"{}\" }}, ...]", clean::line(text)))
}

/// Whether a key that does not exist means the least and the most at once: `range = [0, 10]`. The two, as far as they can be told.
pub(in crate::checklist) fn both_bounds(
    key: &str,
    table: &DeTable<'_>,
    shape: &Shape,
) -> Option<Option<(i64, i64)>> {
    const CALLED: [&str; 16] = [
        "range",
        "bereik",
        "scale",
        "schaal",
        "min_max",
        "minmax",
        "min-max",
        "van_tot",
        "between",
        "tussen",
        "grenzen",
        "bounds",
        "limits",
        "values",
        "waarden",
        "uiteinden",
    ];
    let is_free = |name: &str| shape.keys.iter().any(|known| known.name == name) && !table.contains_key(name);
    if !CALLED.contains(&key.to_lowercase().as_str()) || !is_free("min") || !is_free("max") {
        return None;
    }
    let number = |value: &DeValue<'_>| whole(value);
    Some(match table.get(key)?.get_ref() {
        DeValue::Array(list) => {
            let ends = list.first().zip(list.last()).filter(|_| list.len() > 1);
            ends.and_then(|(first, last)| number(first.get_ref()).zip(number(last.get_ref())))
        }
        DeValue::String(text) => {
            let mut parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
            let ends = parts.next().zip(parts.next_back());
            ends.and_then(|(first, last)| first.parse().ok().zip(last.parse().ok()))
        }
        DeValue::Table(ends) => {
            let end = |name: &str| ends.get(name).and_then(|value| number(value.get_ref()));
            end("min").zip(end("max"))
        }
        _ => None,
    })
}

/// The only kind of table that has a key, where another one does not.
pub(super) fn owner(key: &str, shape: &str) -> Option<&'static str> {
    const NAMED: [&str; 11] = [
        "group",
        "item",
        "option",
        "condition",
        "count",
        "source",
        "indication",
        "agreement",
        "step",
        "scene",
        "judgement",
    ];
    let shapes = FILES.iter().flat_map(|file| file.reachable());
    let mut owners: Vec<&'static str> =
        shapes.filter(|one| one.keys.iter().any(|known| known.name == key)).map(|one| one.name).collect();
    owners.sort_unstable();
    owners.dedup();
    match owners.as_slice() {
        [owner] if *owner != shape && NAMED.contains(owner) => Some(owner),
        _ => None,
    }
}

/// Whether a word begins as a name does, but for a slip with its first letter: whoever errs further on knows that one.
pub(super) fn begins_alike(word: &str, name: &str) -> bool {
    let word = word.to_lowercase();
    let tail = |text: &str, from: usize| text.chars().skip(from).collect::<String>();
    let first = |text: &str| text.chars().next();
    first(&word) == first(name)
        || tail(&word, 1) == name
        || word == tail(name, 1)
        || tail(&word, 1) == tail(name, 1)
        || word.len() > 2 && tail(&word, 2) == tail(name, 2)
}

/// Whether a truth, which few keys take, may stand behind one.
pub(super) fn may_be(value: Option<&DeValue<'_>>, form: &Form) -> bool {
    let is_truth = matches!(value, Some(DeValue::Boolean(_)));
    !is_truth || matches!(form, Form::Truth | Form::Fictional | Form::Value | Form::OneOrMany(Form::Value))
}
