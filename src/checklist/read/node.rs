//! A table of the tree, read key by key; what has the wrong form was told of before, and reads as absent.

use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::checklist::definition::{Code, Localized, Name};
use crate::checklist::diagnostic::clean;

/// A value with its place.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A table with its place.
#[derive(Clone)]
pub(super) struct Node<'n, 't> {
    pub table: &'n DeTable<'t>,
    pub span: Range<usize>,
}

impl<'n, 't> Node<'n, 't> {
    pub(super) fn value(&self, key: &str) -> Option<&'n Value<'t>> {
        self.table.get(key)
    }

    /// The place of a value, or of the table where there is none.
    pub(super) fn place(&self, key: &str) -> Range<usize> {
        self.value(key).map_or_else(|| self.span.clone(), Spanned::span)
    }

    pub(super) fn string(&self, key: &str) -> Option<String> {
        self.value(key).and_then(string)
    }

    pub(super) fn name(&self, key: &str) -> Option<Name> {
        self.value(key).and_then(name)
    }

    pub(super) fn placed_name(&self, key: &str) -> Option<(Name, Range<usize>)> {
        self.name(key).map(|name| (name, self.place(key)))
    }

    pub(super) fn truth(&self, key: &str) -> Option<bool> {
        self.value(key)?.get_ref().as_bool()
    }

    pub(super) fn whole(&self, key: &str) -> Option<i64> {
        whole(self.value(key)?.get_ref())
    }

    pub(super) fn number(&self, key: &str) -> Option<f64> {
        number(self.value(key)?.get_ref())
    }

    pub(super) fn day(&self, key: &str) -> Option<NaiveDate> {
        day(self.value(key)?.get_ref())
    }

    pub(super) fn text(&self, key: &str) -> Option<Localized> {
        text(self.value(key)?.get_ref())
    }

    pub(super) fn code(&self, key: &str) -> Option<Code> {
        match self.value(key)?.get_ref() {
            DeValue::String(code) => {
                Some(Code { system: "snomed".to_owned(), code: clean::line(code).into_owned() })
            }
            DeValue::Table(table) => {
                let part = |key: &str| table.get(key).and_then(string);
                Some(Code { system: part("system")?, code: part("code")? })
            }
            _ => None,
        }
    }

    pub(super) fn node(&self, key: &str) -> Option<Self> {
        node(self.value(key)?)
    }

    /// The tables of a list, in the order of the file; a table that should have been a list is its only one.
    pub(super) fn nodes(&self, key: &str) -> Vec<Self> {
        self.value(key).map(one_or_many).unwrap_or_default().into_iter().filter_map(node).collect()
    }

    /// The values behind a key that takes one or several.
    pub(super) fn values(&self, key: &str) -> Vec<&'n Value<'t>> {
        self.value(key).map(one_or_many).unwrap_or_default()
    }
}

pub(super) fn node<'n, 't>(value: &'n Value<'t>) -> Option<Node<'n, 't>> {
    value.get_ref().as_table().map(|table| Node { table, span: value.span() })
}

pub(super) fn list<'n, 't>(value: &'n Value<'t>) -> Vec<&'n Value<'t>> {
    value.get_ref().as_array().map(|list| list.iter().collect()).unwrap_or_default()
}

pub(super) fn one_or_many<'n, 't>(value: &'n Value<'t>) -> Vec<&'n Value<'t>> {
    if value.get_ref().is_array() { list(value) } else { vec![value] }
}

pub(super) fn string(value: &Value<'_>) -> Option<String> {
    value.get_ref().as_str().map(|text| clean::line(text).into_owned())
}

pub(super) fn name(value: &Value<'_>) -> Option<Name> {
    value.get_ref().as_str().map(|text| Name::new(clean::line(text)))
}

pub(super) fn text(value: &DeValue<'_>) -> Option<Localized> {
    let cleaned = |text: &str| clean::text(text).trim().to_owned();
    match value {
        DeValue::String(nl) => Some(Localized::dutch(cleaned(nl))),
        DeValue::Table(table) => {
            let part = |key: &str| table.get(key).and_then(|value| value.get_ref().as_str()).map(cleaned);
            Some(Localized { nl: part("nl")?, en: part("en") })
        }
        _ => None,
    }
}

/// A whole number, in whatever notation.
pub(in crate::checklist) fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// A day, in quotes or without them; one that is on no calendar is none.
pub(super) fn day(value: &DeValue<'_>) -> Option<NaiveDate> {
    match value {
        DeValue::String(text) => text.trim().parse().ok(),
        DeValue::Datetime(found) if found.time.is_none() => {
            let day = found.date?;
            NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day))
        }
        _ => None,
    }
}

pub(super) fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}
