//! What a key takes, and what was found behind it, as a diagnostic tells them.

use toml::de::DeValue;

use crate::checklist::diagnostic::{Found, Wanted};
use crate::checklist::schema::Form;

/// What a key of this form takes.
pub(super) const fn wanted(form: &Form) -> Wanted {
    match form {
        Form::Text => Wanted::Translated,
        Form::Plain | Form::Word(_) | Form::Involved => Wanted::Text,
        Form::Name | Form::FileName | Form::Reference => Wanted::Name,
        Form::Whole(..) => Wanted::Whole,
        Form::Number => Wanted::Number,
        Form::Day => Wanted::Day,
        Form::Truth | Form::Fictional => Wanted::Truth,
        Form::Code => Wanted::Code,
        Form::Value => Wanted::Value,
        Form::OneOrMany(_) | Form::List(_) => Wanted::List,
        Form::Table(_) | Form::Given => Wanted::Table,
        Form::Tables(..) => Wanted::Tables,
    }
}

/// What stands there instead.
pub(super) const fn found(value: &DeValue<'_>) -> Found {
    match value {
        DeValue::String(_) => Found::Text,
        DeValue::Integer(_) | DeValue::Float(_) => Found::Number,
        DeValue::Boolean(_) => Found::Truth,
        DeValue::Datetime(_) => Found::Date,
        DeValue::Array(_) => Found::List,
        DeValue::Table(_) => Found::Table,
    }
}
