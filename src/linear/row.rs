//! A row in words.

use super::under::Under;
use crate::app::Pictured;
use crate::app::page::{Action, Mark, PlayedDetail, Row, RowKind, Signs};
use crate::meeting::{MeetingText, TextPlace};
use crate::words::Language;

/// A row in words, before it gets its number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SaidRow {
    pub mark: Mark,
    /// The heading under which it stands, where that is heard with it.
    pub heading: Option<String>,
    pub label: String,
    /// What stands behind the label; line breaks are kept.
    pub value: String,
    /// What is said of the value in brackets.
    pub remark: String,
    /// Whether the row opens something, so that a sign before it says whether that is done.
    pub opens: bool,
    /// Whether the row casts a vote.
    pub votes: bool,
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
                let reading = field.reading.replace("Ctrl+Z", language.linear_undo_word());
                let instead = field.instead(text.trim(), language);
                match (instead.unwrap_or(text.trim()), field.hint.trim()) {
                    // The sign before it is for the eye.
                    (text, _) if instead.is_some() => {
                        let words = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
                        (words.to_owned(), String::new())
                    }
                    // A meeting always has a day: what was typed is understood and gone from the field, and not empty.
                    ("", day) if field.place == TextPlace::Meeting(MeetingText::Date) => {
                        (day.to_owned(), String::new())
                    }
                    ("", "") => (String::new(), empty.to_owned()),
                    ("", hint) => (String::new(), format!("{empty}; {hint}")),
                    // A day in figures and the same day in words: once is enough to hear.
                    (text, _) if is_figures(text) && is_day(&reading, language) => (reading, String::new()),
                    (text, _) => (text.to_owned(), reading),
                }
            }
        };
        let signs = model.settings.marks.signs();
        let value = if row.as_field().is_some() { value } else { spoken(&value, signs) };
        let opens = matches!(row.kind, RowKind::Action(Action::Open(_)));
        let votes = matches!(row.kind, RowKind::Action(Action::Played(_, PlayedDetail::Cast(..))));
        // Whoever counts an answer of the group chooses none.
        let counts = matches!(row.kind, RowKind::Action(Action::Count(..)));
        let mark = if counts { Mark::None } else { row.mark };
        Self { mark, heading: None, label: spoken(label, signs), value, remark, opens, votes }
    }

    /// The row with the heading that it stands under, where its own words do not tell which it is.
    pub fn under(self, under: Option<&Under>, signs: &Signs) -> Self {
        let heading = under.and_then(|under| under.heading.as_ref());
        Self { heading: heading.map(|heading| ended(&spoken(heading, signs), ':')), ..self }
    }

    /// What the row is called, with the heading where that is needed.
    pub fn called(&self) -> String {
        let parts = [self.heading.as_deref(), Some(&*self.label)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The row under its number, or with a dash where only its words choose it; a value of more lines goes on under it.
    ///
    /// Of one in a long list of options that exclude each other (`in_list`) only the chosen one says so.
    pub fn lines(&self, number: Option<usize>, in_list: bool, language: Language) -> Vec<String> {
        let number = number.map_or_else(|| "-".to_owned(), |number| format!("{number}."));
        let mut remarks: Vec<&str> = vec![self.remark.as_str()];
        remarks.push(match self.mark {
            Mark::Chosen => language.linear_chosen(),
            Mark::Ticked if !self.opens => language.linear_ticked(),
            Mark::Ticked | Mark::Done => language.linear_done(),
            Mark::NotTicked if self.opens => language.linear_not_done(),
            Mark::NotChosen if !in_list => language.linear_not_chosen(),
            Mark::NotTicked => language.linear_not_ticked(),
            Mark::None | Mark::Leads | Mark::NotChosen => "",
        });
        let remarks: String =
            remarks.iter().filter(|text| !text.is_empty()).map(|text| format!(" ({text})")).collect();
        let mut values = self.value.lines();
        let first = match values.next() {
            Some(value) => format!("{number} {} {value}", ended(&self.called(), ':')),
            None => format!("{number} {}", self.called()),
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
            (Mark::NotTicked, Mark::Ticked) if !self.opens => Some(Turned::Ticked),
            (Mark::Ticked, Mark::NotTicked) if !self.opens => Some(Turned::NoLongerTicked),
            _ => None,
        }
    }
}

/// A text without the signs that are for the eye: each stands beside a word that says the same.
pub(super) fn spoken(text: &str, signs: &Signs) -> String {
    // What people type on a keyboard is no sign of ours: the signs of the other set stay.
    if signs.between.is_ascii() {
        return text.to_owned();
    }
    let text = text.replace(signs.between, ", ");
    let signs = [
        signs.chosen,
        signs.not_chosen,
        signs.ticked,
        signs.not_ticked,
        signs.done,
        signs.green,
        signs.orange,
        signs.red,
        signs.colour,
    ];
    signs.into_iter().fold(text, |text, sign| text.replace(&format!("{sign} "), ""))
}

/// Whether a text is a day as the program writes it: 04-12-2026.
fn is_figures(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    // Of "29-02-2027" the words say only that there is no such day.
    parts == [2, 2, 4] && chrono::NaiveDate::parse_from_str(text, "%d-%m-%Y").is_ok()
}

/// Whether what is said of a text begins with the day that it is.
fn is_day(reading: &str, language: Language) -> bool {
    language.weekdays().iter().any(|weekday| reading.starts_with(weekday))
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
