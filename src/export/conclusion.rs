//! What matters of one patient in at most fifteen lines, for whoever pastes it into a record; the details follow.

use super::agreements::agreed;
use super::answers::{Answers, Line, Part};
use super::judgement::{Judged, one_line};
use super::minutes::Minutes;
use super::phrases::{capital, next_review, reliable};
use super::sheet::{Sheet, with_colon};
use crate::checklist::{Checklist, Discussed};
use crate::meeting::{Conversations, Review, terms};
use crate::words::{Language, behind};

/// The most lines of a conclusion, the heading and the last remark included.
pub const LINES: usize = 15;

/// Adds the conclusion, where there is anything to conclude.
pub(super) fn conclusion(sheet: &mut Sheet, minutes: &Minutes<'_>, review: &Review, known: &[&Checklist]) {
    let points = points(minutes, review, known);
    if points.is_empty() {
        return;
    }
    sheet.gap();
    in_short(sheet, 3, &points, minutes.language);
}

/// Adds points under a heading, in at most [`LINES`] lines, and says where that leaves something out.
pub(super) fn in_short(sheet: &mut Sheet, level: u8, points: &[String], language: Language) {
    sheet.heading(level, &with_colon(language.export_conclusion()));
    let mut used = 1;
    let mut left_out = false;
    for point in points {
        let mut own = Sheet::new(sheet.width());
        own.point(point);
        let lines = own.finish().lines().count();
        // One line is kept for saying that there is more; what comes later may still fit, but would read as if it mattered more.
        if left_out || used + lines >= LINES {
            left_out = true;
            continue;
        }
        used += lines;
        sheet.point(point);
    }
    if left_out {
        sheet.point(language.export_more_below());
    }
}

/// The points, the most dangerous to miss first.
fn points(minutes: &Minutes<'_>, review: &Review, known: &[&Checklist]) -> Vec<String> {
    let (language, meeting) = (minutes.language, minutes.meeting);
    let conversations = Conversations::of(language, meeting, review, known);
    let mut withdrawn = Vec::new();
    let mut judged = Vec::new();
    let mut limits = Limits::default();
    let mut incomplete = Vec::new();
    let mut brief = Vec::new();
    for name in names(review, known) {
        let Some(judgement) = review.judgements.get(&name) else { continue };
        let checklist = known.iter().find(|checklist| checklist.id == name).copied();
        let title =
            checklist.map_or_else(|| name.to_string(), |known| minutes.step(review, known).to_owned());
        let words = Judged { language, meeting, checklist, judgement }.dated();
        if !words.is_empty() {
            let point = format!("{} {words}", with_colon(&title));
            if judgement.withdrawn.is_some() {
                withdrawn.push(point);
            } else {
                judged.push(point);
            };
        }
    }
    for checklist in known {
        let is_brief = minutes.is_brief(review, &checklist.id);
        let answers = Answers { language, meeting, review, checklist, part: Part::Patient };
        let mut time = String::new();
        for line in answers.lines() {
            match line {
                Line::Time { title, .. } => time = title,
                Line::Gone { title, value, .. } if is_brief => {
                    brief.push(format!("{} {}", with_colon(&title), behind(&title, &one_line(&value))));
                }
                Line::Gone { .. } => {}
                Line::Answered { key, label, value, answer, item, under, .. } => {
                    let label = if under { format!("{label} ({})", time.to_lowercase()) } else { label };
                    let parts = [one_line(&value), terms::note(language, item, answer)];
                    let text =
                        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
                    let point = format!("{} {}", with_colon(&label), behind(&label, &text));
                    match reliable(language, &conversations, &key, item, answer) {
                        // Nobody in a hurry reads a limit first, and then that it is none.
                        Err(lacks) if item.discussed == Discussed::Needed => {
                            let told = language.incomplete_first(&lacks, &text);
                            incomplete.push(format!("{} {told}", with_colon(&label)));
                        }
                        Ok(told) if item.discussed == Discussed::Needed && !told.is_empty() => {
                            limits.add(told, point);
                        }
                        Err(lacks) if is_brief => {
                            brief.push(format!(
                                "{} {}",
                                with_colon(&label),
                                language.incomplete_first(&lacks, &text)
                            ));
                        }
                        _ if is_brief => brief.push(point),
                        _ => {}
                    }
                }
            }
        }
    }
    let agreements = review.agreements.iter().filter(|agreement| agreement.is_open());
    let agreements = agreements.map(|agreement| agreed(meeting, agreement, language));
    let next = next_review(meeting, review, language);
    let next = (!next.is_empty()).then(|| format!("{} {next}", with_colon(language.patient_next_review())));
    withdrawn
        .into_iter()
        .chain(judged)
        .chain(limits.points())
        .chain(incomplete)
        .chain(agreements)
        .chain(brief)
        .chain(next)
        .collect()
}

/// What was agreed about limits, by the conversation in which it was: most are of one, which is then said once.
#[derive(Default)]
pub(super) struct Limits(Vec<(String, Vec<String>)>);

impl Limits {
    pub fn add(&mut self, told: String, point: String) {
        match self.0.iter_mut().find(|(known, _)| *known == told) {
            Some((_, points)) => points.push(point),
            None => self.0.push((told, vec![point])),
        }
    }

    pub fn points(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|(told, points)| {
            let points: Vec<&str> = points.iter().map(|point| point.trim_end_matches('.')).collect();
            format!("{}. {}", points.join("; "), capital(&told))
        })
    }
}

/// The checklists with a judgement: in the order of the known ones, and then those that are unknown.
fn names(review: &Review, known: &[&Checklist]) -> Vec<crate::checklist::Name> {
    let mut names: Vec<_> = known.iter().map(|checklist| checklist.id.clone()).collect();
    names.extend(review.judgements.keys().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
    names
}
