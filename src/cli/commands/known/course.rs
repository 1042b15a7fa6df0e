//! The course of one patient, as its screen says it, and for other programs.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::read::Known;
use crate::app::page::{Block, Entry};
use crate::app::{Page, Role, Screen, Settings, pages};
use crate::cli::arguments::Format;
use crate::cli::commands::leave::Leaf;
use crate::cli::trouble::Trouble;
use crate::export::WIDTH;
use crate::meeting::{AgreementId, KnownPatient, MeetingId, MeetingKind, Owner, PatientId, terms};
use crate::shell::Outside;
use crate::text;
use crate::words::Language;

/// The form of the document; another number means that something is named otherwise or left out.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'c> {
    format: u32,
    kind: &'static str,
    day: NaiveDate,
    fictional: bool,
    unread: usize,
    patient: PatientId,
    also: &'c [PatientId],
    label: &'c str,
    born: &'c str,
    other_labels: Vec<String>,
    own_words: &'c str,
    stands: Vec<String>,
    agreements: Vec<AgreementJson<'c>>,
    course: Vec<EntryJson>,
}

#[derive(Serialize)]
struct AgreementJson<'c> {
    id: AgreementId,
    what: &'c str,
    owner: &'c str,
    due: &'c str,
    made: Option<NaiveDate>,
    overdue: bool,
}

#[derive(Serialize)]
struct EntryJson {
    meeting: MeetingId,
    day: NaiveDate,
    kind: MeetingKind,
    group: String,
    changes: Vec<String>,
}

/// Everything that was recorded of a patient, in the form that was asked for.
///
/// # Errors
///
/// When nobody is meant, several are, or the notebook cannot be read.
pub(in crate::cli) fn patient(
    outside: &Outside,
    whom: &str,
    format: Format,
    settings: Settings,
) -> Result<Leaf, Trouble> {
    let language = settings.language;
    let known = Known::read(outside, language)?;
    let person = known.find(whom, language)?;
    let mut model = known.model(outside, settings);
    model.course = Some(Arc::new(known.course(person.patient)));
    model.path.open(Screen::Course(person.patient));
    let page = pages::page(&model);
    let text = match format {
        Format::Text => in_words(&known, person, &page, language),
        Format::Json => {
            let course = model.course.as_deref();
            let entries = course.into_iter().flat_map(crate::meeting::Course::discussions).rev();
            let said = entries_of(&page).map(changes);
            let course = entries.zip(said).map(|((meeting, _), changes)| EntryJson {
                meeting: meeting.id,
                day: meeting.details.date,
                kind: meeting.details.kind,
                group: meeting.details.group.trim().to_owned(),
                changes,
            });
            super::read::json(&Document {
                format: FORMAT,
                kind: "patient",
                day: known.today,
                fictional: known.fictional,
                unread: model.course.as_ref().map_or(0, |course| course.unread),
                patient: person.patient,
                also: &person.also,
                label: person.label.trim(),
                born: person.born.trim(),
                other_labels: known.other_labels(person),
                own_words: person.own_words.trim(),
                stands: under(&page, language.course_stands()),
                agreements: agreements(person, known.today),
                course: course.collect(),
            })
        }
    };
    Ok(Leaf { text, patients: vec![person.patient], exactly: format == Format::Json })
}

fn agreements(person: &KnownPatient, today: NaiveDate) -> Vec<AgreementJson<'_>> {
    let open = person.agreements.iter().map(|open| {
        let agreement = &open.agreement;
        AgreementJson {
            id: agreement.id,
            what: agreement.what.trim(),
            owner: match agreement.owner {
                Some(Owner::Outside) => agreement.outside_name.trim(),
                _ => open.owner.trim(),
            },
            due: agreement.due.trim(),
            made: agreement.from,
            overdue: agreement.is_overdue(today),
        }
    });
    open.collect()
}

fn entries_of(page: &Page) -> impl Iterator<Item = &Entry> {
    page.blocks.iter().flat_map(|block| match block {
        Block::Timeline(timeline) => timeline.entries.as_slice(),
        _ => &[],
    })
}

fn changes(entry: &Entry) -> Vec<String> {
    entry.events.iter().map(|event| event.text.clone()).collect()
}

/// The texts under a heading of a page.
fn under(page: &Page, heading: &str) -> Vec<String> {
    let mut within = false;
    let mut texts = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Text(known) if known.role == Role::Heading => within = known.text == heading,
            Block::Text(known) if within && known.role != Role::Quiet => texts.push(known.text.clone()),
            _ => {}
        }
    }
    texts
}

/// The page of the course as lines that survive pasting.
fn in_words(known: &Known, person: &KnownPatient, page: &Page, language: Language) -> String {
    let mut lines = Lines::default();
    if known.fictional {
        lines.put(0, language.export_fictional());
        lines.gap();
    }
    lines.put(0, &terms::label(language, &person.label, &person.born));
    let others = known.other_labels(person);
    if !others.is_empty() {
        lines.put(0, &language.cli_also_called(&others.join(", ")));
    }
    if let Some(words) = &page.own_words {
        lines.put(0, &format!("{}: {words}", language.patient_own_words()));
    }
    for block in &page.blocks {
        match block {
            Block::Gap => lines.gap(),
            Block::Text(known) if known.role == Role::Heading => {
                lines.gap();
                lines.put(0, &known.text.to_uppercase());
            }
            Block::Text(known) => lines.put(usize::from(known.indent), &known.text),
            Block::Timeline(timeline) => {
                for entry in &timeline.entries {
                    lines.gap();
                    lines.put(0, &format!("{}  {}", entry.row.label, entry.row.value));
                    changes(entry).iter().for_each(|change| lines.put(2, change));
                }
            }
            _ => {}
        }
    }
    lines.out
}

#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn put(&mut self, indent: usize, words: &str) {
        let words = text::visible_text(words);
        let room = WIDTH.saturating_sub(u16::try_from(indent).unwrap_or(0) + 2);
        for (at, line) in text::wrap(&words, room).lines().iter().enumerate() {
            let indent = if at == 0 { indent } else { indent + 2 };
            let part = words.get(line.start..line.end).unwrap_or_default();
            let line = format!("{}{part}", " ".repeat(indent));
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
    }
}
