//! The list of meetings as plain text, and finding a meeting by the number in it.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::meeting::{MeetingId, MeetingSummary, terms, typed};
use crate::text;
use crate::words::Language;

/// The fewest digits of an identity that are shown.
const FEWEST: usize = 6;

/// The most columns of a group and of a kind.
const GROUP: usize = 20;
const KIND: usize = 12;

/// The meetings in the order given, one to a line of at most 80 columns, with the number that [`pick`] understands.
pub fn meetings(summaries: &[MeetingSummary], language: Language, today: NaiveDate) -> String {
    if summaries.is_empty() {
        return format!("{}\n", language.meetings_none());
    }
    let digits = digits(summaries);
    let mut rows = vec![
        [
            language.export_column_date(),
            language.export_column_group(),
            language.export_column_kind(),
            language.export_column_discussed(),
            language.export_column_agreements(),
            language.export_column_number(),
        ]
        .map(str::to_owned),
    ];
    rows.extend(summaries.iter().map(|summary| {
        let short = |text: &str, most| text::truncate(&text::visible_line(text), most, "...").into_owned();
        [
            typed::met_briefly(&summary.date_typed, typed::short_day(summary.date, today, language)),
            short(terms::group(language, &summary.group), GROUP),
            short(summary.kind_in_words(language), KIND),
            format!("{}/{}", summary.finished, summary.patients),
            language.export_open(summary.open_agreements),
            summary.id.to_string().chars().take(digits).collect(),
        ]
    }));
    let mut widths = [0; 6];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = text::width(cell).max(*width);
        }
    }
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let padding = " ".repeat(width.saturating_sub(text::width(cell)));
            let _ = write!(line, "{cell}{padding}  ");
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    for summary in summaries.iter().filter(|summary| !summary.date_typed.is_empty()) {
        let id: String = summary.id.to_string().chars().take(digits).collect();
        let _ = writeln!(out, "{id}: {}", typed::met(language, &summary.date_typed, String::new()));
    }
    out
}

/// How many digits tell all meetings apart.
fn digits(summaries: &[MeetingSummary]) -> usize {
    let mut ids: Vec<String> = summaries.iter().map(|summary| summary.id.to_string()).collect();
    ids.sort();
    let shared = ids.iter().zip(ids.iter().skip(1)).filter(|(one, next)| one != next).map(|(one, next)| {
        one.bytes().zip(next.bytes()).take_while(|(left, right)| left == right).count() + 1
    });
    shared.max().unwrap_or(0).max(FEWEST)
}

/// What a number from the list stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// This meeting.
    One(MeetingId),
    /// No meeting.
    None,
    /// So many: more digits are needed.
    Several(usize),
}

/// The meeting whose identity begins with `number`.
pub fn pick(summaries: &[MeetingSummary], number: &str) -> Picked {
    let number = number.trim().to_lowercase();
    let found = || summaries.iter().filter(|summary| summary.id.to_string().starts_with(&number));
    match (number.is_empty(), found().next(), found().count()) {
        (true, ..) | (_, None, _) => Picked::None,
        (_, Some(one), 1) => Picked::One(one.id),
        (_, Some(_), several) => Picked::Several(several),
    }
}
