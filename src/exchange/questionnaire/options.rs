//! Options and their codings.

use serde_json::{Map, Value, json};

use super::OPTIONS;
use super::texts::put_text;
use crate::checklist::{ChoiceOption, ItemKind};
use crate::exchange::codes;

/// The option that takes own words, as a form asks for them: the only one of its kind that has no code of a standard.
pub fn open_option(kind: &ItemKind) -> Option<&ChoiceOption> {
    let (ItemKind::Choice(options) | ItemKind::Choices(options)) = kind else { return None };
    let mut open = options.iter().filter(|option| option.needs_note && option.coding.is_none());
    let first = open.next()?;
    (open.next().is_none() && options.len() > 1).then_some(first)
}

/// An option as a coding: its standard code where it has one.
pub(super) fn coded_option(option: &ChoiceOption) -> Value {
    let mut fields = Map::new();
    let (system, code) = match &option.coding {
        Some(coding) => (codes::system(coding), coding.code.as_str()),
        None => (OPTIONS, option.code.as_str()),
    };
    fields.insert("system".to_owned(), json!(system));
    fields.insert("code".to_owned(), json!(code));
    put_text(&mut fields, "display", &option.text);
    Value::Object(fields)
}

/// The same as it is compared and answered: without translations.
pub(super) fn plain_option(option: &ChoiceOption) -> Value {
    let mut coded = coded_option(option);
    if let Some(fields) = coded.as_object_mut() {
        fields.remove("_display");
    }
    coded
}
