//! A row in words.

use crate::app::Pictured;
use crate::app::page::{Mark, Row, RowKind, Signs};
use crate::meeting::{MeetingText, TextPlace};
use crate::words::Language;

/// A row in words, before it gets its number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SaidRow {
    pub mark: Mark,
    pub label: String,
    /// What stands behind the label; line breaks are kept.
    pub value: String,
    /// What is said of the value in brackets.
    pub remark: String,
}

impl SaidRow {
    /// The row as it is now.
    pub fn of(model: &Pictured, row: &Row) -> Self {
        let language = model.language();
        let label = if row.label.trim().is_empty() { language.linear_answer() } else { row.label.trim() };
        let (value, remark) = match row.as_field() {
            None if matches!(row.kind, RowKind::Scale { .. } | RowKind::OneOf(_)) => {
                // The signs that point left and right are for who has arrows.
                let signs = model.settings.marks.signs();
                let value = row.value.replace(&format!("{} ", signs.less), "");
                (value.replace(&format!(" {}", signs.more), "").trim().to_owned(), String::new())
            }
            None => (row.value.trim().to_owned(), String::new()),
            Some(field) => {
                let empty = if stands(model, &field.place) {
                    language.linear_nothing_today()
                } else {
                    language.linear_empty()
                };
                let text = model.record().and_then(|record| field.place.text(record)).unwrap_or_default();
                match (text.trim(), field.hint.trim()) {
                    // A meeting always has a day: what was typed is understood and gone from the field, and not empty.
                    ("", day) if field.place == TextPlace::Meeting(MeetingText::Date) => {
                        (day.to_owned(), String::new())
                    }
                    ("", "") => (String::new(), empty.to_owned()),
                    ("", hint) => (String::new(), format!("{empty}; {hint}")),
                    // A day in figures and the same day in words: once is enough to hear.
                    (text, _) if is_figures(text) && !field.reading.is_empty() => {
                        (field.reading.clone(), String::new())
                    }
                    (text, _) => (text.to_owned(), field.reading.clone()),
                }
            }
        };
        Self { mark: row.mark, label: label.to_owned(), value, remark }
    }

    /// The row under its number; a value of more lines goes on under it.
    pub fn lines(&self, number: usize, signs: &Signs, language: Language) -> Vec<String> {
        let sign = match self.mark {
            Mark::Chosen => signs.chosen,
            Mark::NotChosen => signs.not_chosen,
            Mark::Ticked => signs.ticked,
            Mark::NotTicked => signs.not_ticked,
            Mark::None | Mark::Leads | Mark::Done => "",
        };
        let space = if sign.is_empty() { "" } else { " " };
        let mut remarks: Vec<&str> = vec![self.remark.as_str()];
        remarks.push(match self.mark {
            Mark::Chosen => language.linear_chosen(),
            Mark::Ticked => language.linear_ticked(),
            Mark::Done => language.linear_done(),
            Mark::None | Mark::Leads | Mark::NotChosen | Mark::NotTicked => "",
        });
        let remarks: String =
            remarks.iter().filter(|text| !text.is_empty()).map(|text| format!(" ({text})")).collect();
        let mut values = self.value.lines();
        let first = match values.next() {
            Some(value) => format!("{number}. {sign}{space}{} {value}", ended(&self.label, ':')),
            None => format!("{number}. {sign}{space}{}", self.label),
        };
        let mut lines = vec![first];
        lines.extend(values.map(|value| format!("   {value}")));
        if let Some(last) = lines.last_mut() {
            last.push_str(&remarks);
        }
        lines
    }

    /// What became of an option, where nothing else of the row changed.
    pub fn turned(&self, before: &Self) -> Option<Turned> {
        if (Self { mark: before.mark, ..self.clone() }) != *before {
            return None;
        }
        match (before.mark, self.mark) {
            (Mark::NotChosen, Mark::Chosen) => Some(Turned::Chosen),
            (Mark::Chosen, Mark::NotChosen) => Some(Turned::NoLongerChosen),
            (Mark::NotTicked, Mark::Ticked) => Some(Turned::Ticked),
            (Mark::Ticked, Mark::NotTicked) => Some(Turned::NoLongerTicked),
            _ => None,
        }
    }
}

/// Whether a text is a day as the program writes it: 04-12-2026.
fn is_figures(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [2, 2, 4] && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// Whether an earlier meeting answered what a field asks and that still stands: then nothing is empty, but not said today.
fn stands(model: &Pictured, place: &TextPlace) -> bool {
    match place {
        TextPlace::Answer(patient, question, _) => {
            model.stands(question) && model.answered_earlier(*patient, question).is_some()
        }
        _ => false,
    }
}

/// The label with a sign behind it, unless it ends with one of its own.
pub(super) fn ended(label: &str, sign: char) -> String {
    if label.ends_with(['?', '!', '.', ':']) { label.to_owned() } else { format!("{label}{sign}") }
}

/// What became of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turned {
    Chosen,
    NoLongerChosen,
    Ticked,
    NoLongerTicked,
}

impl Turned {
    /// The change in words.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Chosen => language.linear_chosen(),
            Self::NoLongerChosen => language.linear_no_longer_chosen(),
            Self::Ticked => language.linear_ticked(),
            Self::NoLongerTicked => language.linear_no_longer_ticked(),
        }
    }
}
