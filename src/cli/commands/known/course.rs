//! The course of one patient, as its screen says it, and for other programs.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::read::Known;
use crate::app::page::{self, Entry};
use crate::app::pages::CoursePaper;
use crate::app::{Page, Role, Screen, Settings, pages};
use crate::cli::commands::papers::Paper;
use crate::cli::trouble::Trouble;
use crate::export::{DocumentFormat, DocumentKind};
use crate::meeting::{AgreementId, Course, KnownPatient, MeetingId, MeetingKind, Owner, PatientId};
use crate::shell::Outside;

/// The form of the document; another number means that something is named otherwise or left out.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'c> {
    format: u32,
    kind: &'static str,
    day: NaiveDate,
    fictional: bool,
    unread: usize,
    second_versions: &'c [NaiveDate],
    ahead: usize,
    patient: PatientId,
    also: &'c [PatientId],
    label: &'c str,
    born: &'c str,
    number: Option<&'c str>,
    invented: bool,
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
    format: DocumentFormat,
    settings: Settings,
) -> Result<Paper, Trouble> {
    let language = settings.language;
    let known = Known::read(outside, language)?;
    let person = known.find(whom, language)?;
    let mut model = known.model(outside, settings);
    let course = known.course(person.patient);
    model.course = Some(Arc::new(Course { old: known.old(&model, &course), ..course }));
    model.path.open(Screen::Course(person.patient));
    let page = pages::page(&model);
    let patients = vec![person.patient];
    let day = known.today.to_string();
    let name = [language.file_course(), person.label.as_str(), &day];
    let others = known.other_labels(person);
    let paper = CoursePaper {
        language,
        page: &page,
        label: &person.shown(language),
        today: known.today,
        fictional: known.fictional || person.invented,
    };
    Ok(match format {
        DocumentFormat::Json => {
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
            let document = super::read::json(&Document {
                format: FORMAT,
                kind: "patient",
                day: known.today,
                fictional: known.fictional,
                unread: model.course.as_ref().map_or(0, |course| course.unread),
                second_versions: model.course.as_ref().map_or(&[], |course| &course.doubled),
                ahead: model.course.as_ref().map_or(0, |course| course.ahead.len()),
                patient: person.patient,
                also: &person.also,
                label: person.label.trim(),
                born: person.born.trim(),
                number: person.mark.number.as_deref(),
                invented: person.invented,
                other_labels: others,
                own_words: person.own_words.trim(),
                stands: under(&page, language.course_stands()),
                agreements: agreements(person, known.today),
                course: course.collect(),
            });
            Paper::of_text(document, DocumentKind::Course.name(), patients, &name, format.ending())
        }
        format => Paper::new(&paper.document(), format, patients, &name),
    })
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
    let entries = page.blocks.iter().flat_map(|block| match block {
        page::Block::Timeline(timeline) => timeline.entries.as_slice(),
        _ => &[],
    });
    entries.map(|entry| &**entry)
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
            page::Block::Text(known) if known.role == Role::Heading => within = known.text == heading,
            page::Block::Text(known) if within && known.role != Role::Quiet => texts.push(known.text.clone()),
            _ => {}
        }
    }
    texts
}
