//! Places that were found in all meetings as entries, each with its meeting, its place and the text around.

use std::sync::Arc;

use crate::app::model::Model;
use crate::app::page::{Action, Entries, Entry, Event, Role, Row, RowId};
use crate::app::pages::named;
use crate::meeting::{Hit, HitPlace, Mark, MeetingKind, terms, typed};
use crate::words::Language;

/// The entries of what was found so far; those of what was found before were made already.
pub(in crate::app::pages) fn entries_of_hits(model: &Model, mut made: Entries) -> Entries {
    let hits = model.finding.iter().flat_map(|finding| &finding.found.hits);
    let mut new = hits.enumerate().skip(made.len()).peekable();
    if new.peek().is_some() {
        Arc::make_mut(&mut made).extend(new.map(|(at, hit)| Arc::new(entry(model, at, hit))));
    }
    made
}

fn entry(model: &Model, at: usize, hit: &Hit) -> Entry {
    let language = model.language();
    let day = typed::short_day(hit.date, model.now.date(), language);
    let day = typed::met(language, &hit.date_typed, day);
    let open = Action::OpenHit(hit.meeting, hit.patient, hit.place.clone());
    let row = Row::action(RowId::of("hit", at), day, open);
    let text = format!("{}: {}", place(language, hit), hit.text);
    Entry {
        row: row.with_value(Role::Plain, whose(language, hit, &mark(model, hit))),
        events: vec![Event { role: Role::Quiet, text }],
    }
}

/// What tells the patient of a place from others.
pub(in crate::app::pages) fn mark(model: &Model, hit: &Hit) -> Mark {
    let patient = hit.patient.filter(|_| hit.kind != MeetingKind::Education);
    patient.map(|patient| named::mark(model, patient)).unwrap_or_default()
}

/// Whose discussion it is and of which group; that a case is nobody's patient is said.
pub fn whose(language: Language, hit: &Hit, mark: &Mark) -> String {
    let case = (hit.kind == MeetingKind::Education).then(|| language.find_case().to_owned());
    let label = hit.patient.map(|_| mark.behind(terms::label(language, &hit.label, &hit.born), language));
    let group = Some(hit.group.clone()).filter(|group| !group.is_empty());
    let parts: Vec<String> = [label, case, group].into_iter().flatten().collect();
    if parts.is_empty() { language.meeting_unnamed().to_owned() } else { parts.join(", ") }
}

/// Where in the meeting it was found.
pub fn place(language: Language, hit: &Hit) -> String {
    match &hit.place {
        HitPlace::Group => language.column_group_long().to_owned(),
        HitPlace::Bottlenecks => language.export_bottlenecks().to_owned(),
        HitPlace::LearningNeeds => language.export_learning_needs().to_owned(),
        HitPlace::Label => language.piece_label().to_owned(),
        HitPlace::Question => language.patient_question().to_owned(),
        HitPlace::OwnWords => language.patient_own_words().to_owned(),
        HitPlace::Notes => language.patient_notes().to_owned(),
        HitPlace::Agreement(_) => language.piece_agreement().to_owned(),
        HitPlace::Answer(_) | HitPlace::Judgement(_) => hit.name.clone(),
    }
}
