//! The table of forms with its examples, as the documents show it.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::date::read;
use super::forms::forms;
use super::reading::{Read, Remark};
use super::said::said_of;
use super::written::day;
use crate::checklist::Looks;
use crate::words::Language;

/// Every example of the table with the day that it means on `today`, to a question that looks back and to one that looks
/// forward, as a document.
pub fn examples(language: Language, today: NaiveDate) -> String {
    let mut text = language.days_document(&day(today, language));
    let means = |example: &str, looks| match read(example, today, looks) {
        Read::Day(reading) if !matches!(reading.remark, Some(Remark::NearerIn(_))) => {
            day(reading.day, language)
        }
        // What the field asks, it asks here too.
        other => said_of(language, other),
    };
    for example in forms().flat_map(|form| form.examples) {
        let (back, forward) = (means(example, Looks::Back), means(example, Looks::Forward));
        let _ = writeln!(text, "| {example} | {back} | {forward} |");
    }
    text
}
