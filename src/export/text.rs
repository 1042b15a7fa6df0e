//! A meeting, or one patient of it, as plain text that can be pasted into a record system.

use super::answers::{Answers, Line, Part};
use super::discussion;
use super::reopened;
use super::sheet::{Sheet, WIDTH};
use crate::checklist::Checklist;
use crate::meeting::{Meeting, Participant, Review, terms, typed};
use crate::words::Language;

/// The whole meeting; `definitions` are those that it pinned, in their order.
///
/// What the group keeps to itself stands at the end, apart from every patient.
pub fn show(meeting: &Meeting, definitions: &[&Checklist], language: Language) -> String {
    show_within(WIDTH, meeting, definitions, language)
}

/// The same in lines of at most `width` columns.
pub fn show_within(width: u16, meeting: &Meeting, definitions: &[&Checklist], language: Language) -> String {
    let mut sheet = Sheet::new(width);
    let day = typed::day(meeting.details.date, language);
    sheet.line(terms::group(language, &meeting.details.group));
    sheet.line(&format!("{}, {day}", terms::kind(language, meeting.details.kind)));
    if meeting.details.fictional {
        sheet.line(language.export_fictional());
    }
    if meeting.details.closed.is_none() {
        sheet.line(language.export_not_closed());
    }
    if !meeting.amendments.is_empty() {
        sheet.line(language.export_was_reopened());
    }
    sheet.gap();
    people(&mut sheet, meeting, language);
    let discussed = language.discussed_of(meeting.finished(), meeting.reviews.len());
    sheet.line(&capital(&discussed));
    for review in &meeting.reviews {
        sheet.rule().gap().line(&terms::patient(language, review)).gap();
        discussion::discussion(&mut sheet, meeting, review, definitions, language);
    }
    of_the_group(&mut sheet, meeting, definitions, language);
    reopened::all(&mut sheet, meeting, language);
    sheet.finish()
}

/// One patient, for that patient's own record: nothing about other patients, and nothing that the group keeps to itself.
pub fn patient(meeting: &Meeting, review: &Review, definitions: &[&Checklist], language: Language) -> String {
    patient_within(WIDTH, meeting, review, definitions, language)
}

/// The same in lines of at most `width` columns.
pub fn patient_within(
    width: u16,
    meeting: &Meeting,
    review: &Review,
    definitions: &[&Checklist],
    language: Language,
) -> String {
    let mut sheet = Sheet::new(width);
    let day = typed::day(meeting.details.date, language);
    let group = terms::group(language, &meeting.details.group);
    sheet.line(&terms::patient(language, review));
    sheet.line(&language.export_discussed_in(group, &day));
    if meeting.details.fictional {
        sheet.line(language.export_fictional());
    }
    sheet.gap();
    people(&mut sheet, meeting, language);
    sheet.gap();
    discussion::discussion(&mut sheet, meeting, review, definitions, language);
    reopened::of_patient(&mut sheet, meeting, review.patient, language);
    sheet.finish()
}

/// Who was there and who was not, with profession and roles.
fn people(sheet: &mut Sheet, meeting: &Meeting, language: Language) {
    for (absent, label) in [(false, language.export_present()), (true, language.export_absent())] {
        let there = meeting.participants.iter().filter(|known| known.absent == absent);
        let names: Vec<String> = there.map(|known| person(known, language)).collect();
        sheet.labelled(label, &names.join("; "));
    }
}

fn person(participant: &Participant, language: Language) -> String {
    let name = terms::participant(language, participant);
    let roles: Vec<&str> = participant.roles.iter().map(|role| terms::role(language, *role)).collect();
    if roles.is_empty() { name } else { format!("{name} ({})", roles.join(", ")) }
}

/// What is of the group and of no patient: bottlenecks, learning needs, and its own part of the nabespreking.
fn of_the_group(sheet: &mut Sheet, meeting: &Meeting, definitions: &[&Checklist], language: Language) {
    let own: Vec<(&str, Vec<Line<'_>>)> = definitions
        .iter()
        .map(|&checklist| {
            let of = |review| Answers { language, meeting, review, checklist, part: Part::Group }.lines();
            (checklist.title.get(language), meeting.reviews.iter().flat_map(of).collect())
        })
        .filter(|(_, lines): &(_, Vec<_>)| !lines.is_empty())
        .collect();
    let notes = [
        (language.export_bottlenecks(), meeting.bottlenecks.trim()),
        (language.export_learning_needs(), meeting.learning_needs.trim()),
        (language.export_own_notes(), meeting.own_notes.trim()),
    ];
    if own.is_empty() && notes.iter().all(|(_, text)| text.is_empty()) {
        return;
    }
    sheet.rule().gap().line(language.export_of_the_group());
    for (title, lines) in own {
        sheet.gap().line(title);
        for line in &lines {
            discussion::answered(sheet, line, None, language);
        }
    }
    sheet.gap();
    for (label, text) in notes {
        sheet.labelled(label, text);
    }
}

/// The text with a capital letter at its start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
