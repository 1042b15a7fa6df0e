//! What can be tested of the answers to a question, and whether a value in a test can be one of them.

use crate::checklist::definition::{GivenValue, Item, ItemKind, Literal, Name};
use crate::checklist::diagnostic::Testable;
use crate::checklist::schema::{bounds, numbers, synonyms};

/// What can be tested of the answers to a question.
pub(in crate::checklist) const fn testable(item: &Item) -> Testable {
    match &item.kind {
        ItemKind::YesNo => Testable::Truth,
        ItemKind::Choice(_) | ItemKind::Choices(_) => Testable::Options,
        ItemKind::Scale(_) | ItemKind::Number(_) => Testable::Numbers,
        ItemKind::Display | ItemKind::Agreement => Testable::Nothing,
        ItemKind::Date(_) | ItemKind::ShortText | ItemKind::LongText | ItemKind::Person => Testable::Answered,
    }
}

/// Whether a value in a test can be an answer.
pub(in crate::checklist) enum Fit<'l> {
    /// It can.
    Fits,
    /// Where there is an option with this code.
    IfOption(&'l Name),
    /// It cannot, and perhaps this was meant.
    Not(Option<String>),
}

/// Whether a value can be an answer to a question of which this can be tested.
pub(in crate::checklist) fn fit(testable: Testable, literal: &Literal) -> Fit<'_> {
    match (testable, literal) {
        (Testable::Truth, Literal::Truth(_)) | (Testable::Numbers, Literal::Number(_)) => Fit::Fits,
        (Testable::Options, Literal::Code(code)) => Fit::IfOption(code),
        (Testable::Truth, Literal::Code(code)) => Fit::Not(synonyms::truth(code.as_str()).map(str::to_owned)),
        (Testable::Numbers, Literal::Code(code)) if bounds::is_comparison(code.as_str()) => {
            Fit::Not(bounds::in_text(code.as_str()))
        }
        (Testable::Numbers, Literal::Code(code)) => Fit::Not(numbers::meant(code.as_str())),
        _ => Fit::Not(None),
    }
}

/// The answer that was meant by one of another form: "ja" for a yes-no question, a number for a text.
pub(in crate::checklist) fn meant_answer(kind: &ItemKind, value: &GivenValue) -> Option<String> {
    match (kind, value) {
        (ItemKind::YesNo, GivenValue::Text(word)) => synonyms::truth(word).map(str::to_owned),
        // Of "72 lb" where kilograms are asked nobody knows what was meant.
        (ItemKind::Number(range), GivenValue::Text(_)) if range.unit.is_some() => None,
        (ItemKind::Number(_) | ItemKind::Scale(_), GivenValue::Text(text)) => numbers::meant(text),
        (ItemKind::ShortText | ItemKind::LongText, GivenValue::Number(number)) => {
            Some(format!("\"{number}\""))
        }
        _ => None,
    }
}
