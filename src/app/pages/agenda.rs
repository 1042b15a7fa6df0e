//! The agenda of the open meeting.

use std::collections::HashMap;
use std::sync::Arc;

use super::states::{self, column};
use super::{ending, reopening, search, titled, versions};
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Abilities, Mark, Page, Role, Row, RowId, Table, TableRow};
use crate::app::prepared;
use crate::app::screen::Screen;
use crate::app::terms;
use crate::meeting::{
    KnownPatient, Meeting, PatientId, PatientState, Register, Review, Role as MeetingRole, typed,
};
use crate::words::Language;

/// The agenda: who is discussed, in which order, and how far the meeting is.
pub(super) fn agenda(model: &Model) -> Page {
    let language = model.language();
    let Some(meeting) = model.record() else { return titled(language.meetings_title()) };
    let mut page = Page {
        trail: vec![
            terms::group(language, &meeting.details.group).to_owned(),
            typed::day(meeting.details.date, language),
        ],
        abilities: Abilities {
            order: model.may_change() && meeting.reviews.len() > 1,
            ..Abilities::default()
        },
        ..Page::default()
    };
    let recorder = meeting.with_role(MeetingRole::Recorder).map(|known| language.recorder_is(&known.name));
    let done = language.discussed_of(meeting.finished(), meeting.reviews.len());
    let between = model.settings.marks.signs().between;
    let line: Vec<String> = [
        Some(terms::kind(language, meeting.details.kind).to_owned()),
        Some(done),
        model.time_against_planned(),
        recorder,
    ]
    .into_iter()
    .flatten()
    .collect();
    page.text(Role::Quiet, line.join(between)).gap();
    if let Some(open) = model.open.as_ref() {
        if open.may_insist {
            let insist = Action::InsistOnMeeting(meeting.id);
            page.push(Row::action(RowId::fixed("insist"), language.work_here_anyway(), insist)).gap();
        }
        versions::on_agenda(&mut page, model, open);
    }
    if let Some(amendment) = meeting.reopened() {
        page.push(reopening::reason_row(model, amendment)).gap();
    }
    let waiting = meeting.reviews.iter().find(|review| is_waiting(review));
    page.first = waiting.map(|review| RowId::of("patient", review.patient));
    if meeting.reviews.is_empty() {
        proposal(&mut page, model);
    } else if let Some(sheet) = prepared::agenda(model) {
        if !search::table(&mut page, model, &sheet) {
            search::nothing(&mut page, model);
        }
        page.gap();
    }
    if model.may_change() {
        page.push(Row::action(
            RowId::fixed("add-patient"),
            language.agenda_add_patient(),
            super::add_patient::way_in(model),
        ));
    }
    page.push(Row::action(
        RowId::fixed("details"),
        language.agenda_details(),
        Action::Open(Screen::MeetingDetails),
    ));
    ending::on_agenda(&mut page, model);
    page
}

/// Whether a patient is still to be discussed today.
fn is_waiting(review: &Review) -> bool {
    review.details.finished.is_none() && !review.details.postponed
}

/// Whether something was recorded today; agreements that came along from an earlier meeting are no beginning.
fn has_begun(review: &Review) -> bool {
    let agreed = review.agreements.iter().any(|agreement| agreement.from.is_none());
    agreed || !review.answers.is_empty() || !review.notes.is_empty()
}

/// Who is proposed for the agenda, with the ways to take that over; nothing where nobody is.
fn proposal(page: &mut Page, model: &Model) {
    let language = model.language();
    let Some(sheet) = prepared::agenda(model).filter(|sheet| !sheet.is_empty() && model.may_change()) else {
        return;
    };
    page.text(Role::Heading, language.proposal_title());
    page.text(Role::Quiet, language.proposal_what()).gap();
    let table = sheet.found("");
    let is_reasoned = |row: &&TableRow| row.cells.get(1).is_some_and(|why| !why.is_empty());
    let reasoned = table.rows().filter(is_reasoned).count();
    let rows = [
        (reasoned > 0, "proposal", language.take_proposal(reasoned), false),
        (reasoned < sheet.len(), "proposal-all", language.take_all_patients(sheet.len()), true),
    ];
    for (_, id, label, all) in rows.into_iter().filter(|(shown, ..)| *shown) {
        page.push(Row::action(RowId::fixed(id), label, Action::TakeProposal(all)).marked(Mark::Leads));
    }
    page.gap();
    search::table(page, model, &sheet);
    page.gap();
}

/// The patients on the agenda of the open meeting as a table; while there are none, who is proposed. `None` where that is not
/// known yet.
pub fn table_of_agenda(model: &Model) -> Option<Table> {
    let meeting = model.record()?;
    if meeting.reviews.is_empty() {
        return Some(table_of_proposal(model, meeting, model.register()?));
    }
    let language = model.language();
    let columns = vec![
        column(language.column_patient(), Role::Plain, 18, 0),
        column(language.column_colour(), Role::Plain, 8, 3),
        column(language.column_phase(), Role::Plain, 14, 2),
        column(language.column_discussed(), Role::Quiet, 9, 5),
        column(language.column_agreements(), Role::Quiet, 9, 4),
        column(language.column_question(), Role::Quiet, 14, 0),
    ];
    let known: HashMap<PatientId, &KnownPatient> = model
        .register()
        .into_iter()
        .flat_map(|register| &register.patients)
        .flat_map(|known| {
            std::iter::once(known.patient).chain(known.also.iter().copied()).map(move |id| (id, known))
        })
        .collect();
    let rows = meeting.reviews.iter().map(|review| {
        let known = known.get(&review.patient).copied();
        Arc::new(table_row(model, meeting, review, known))
    });
    Some(Table::new(columns, rows.collect()))
}

fn table_row(model: &Model, meeting: &Meeting, review: &Review, known: Option<&KnownPatient>) -> TableRow {
    let language = model.language();
    let today = meeting.details.date;
    let state = PatientState::in_meeting(meeting, review, known);
    let row = patient_row(language, review);
    let withdrawn = review.judgements.values().any(|judgement| judgement.withdrawn.is_some());
    let phase = states::phase(model, &state, today);
    let phase =
        if withdrawn && phase.is_empty() { language.judgement_withdrawn_here().to_owned() } else { phase };
    let discussed = state.discussed.map(|day| typed::short_day(day, today, language)).unwrap_or_default();
    let open = states::agreements(language, &state);
    let last = if discussed.is_empty() { String::new() } else { language.last_discussed(&discussed) };
    let agreed = if open.is_empty() { String::new() } else { language.agreements_are_open(&open) };
    let colour = states::colour(model, &state);
    let facts: Vec<String> = [colour.clone(), phase.clone(), last, agreed, row.value.clone()]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect();
    let cells = vec![row.label.clone(), colour, phase, discussed, open, row.value.clone()];
    TableRow::new(row.with_value(Role::Quiet, facts.join(model.settings.marks.signs().between)), cells)
}

/// Who of the group is proposed, and why.
fn table_of_proposal(model: &Model, meeting: &Meeting, register: &Register) -> Table {
    let language = model.language();
    let today = meeting.details.date;
    let columns = vec![
        column(language.column_patient(), Role::Plain, 18, 0),
        column(language.column_why(), Role::Plain, 20, 0),
        column(language.column_colour(), Role::Quiet, 8, 2),
        column(language.column_phase(), Role::Quiet, 14, 1),
        column(language.column_discussed(), Role::Quiet, 9, 4),
        column(language.column_agreements(), Role::Quiet, 9, 3),
    ];
    let rows = register.proposal(meeting).into_iter().map(|(known, reason)| {
        let state = PatientState::of(known, today);
        let why = states::reason(model, known, reason);
        let label = terms::label(language, &known.label, &known.born);
        let discussed = state.discussed.map(|day| typed::short_day(day, today, language)).unwrap_or_default();
        let cells = vec![
            label.clone(),
            why.clone(),
            states::colour(model, &state),
            states::phase(model, &state, today),
            discussed,
            states::agreements(language, &state),
        ];
        let mut facts = vec![why];
        facts.extend(states::facts(model, &state, today));
        facts.retain(|fact| !fact.is_empty());
        let row =
            Row::action(RowId::of("earlier", known.patient), label, Action::AddEarlierPatient(known.patient));
        Arc::new(TableRow::new(row.with_value(Role::Quiet, facts.join(", ")), cells))
    });
    Table::new(columns, rows.collect())
}

/// A patient on one row, with how far the discussion is.
pub(super) fn patient_row(language: Language, review: &Review) -> Row {
    let (mark, state) = if review.details.finished.is_some() {
        (Mark::Done, language.patient_discussed())
    } else if review.details.postponed {
        (Mark::None, language.patient_postponed())
    } else if !has_begun(review) {
        (Mark::NotTicked, language.patient_to_discuss())
    } else {
        (Mark::NotTicked, language.patient_begun())
    };
    let value = match review.question.lines().next().map(str::trim) {
        Some(question) if !question.is_empty() && is_waiting(review) => question.to_owned(),
        _ => state.to_owned(),
    };
    let open = Action::Open(Screen::Patient(review.patient));
    Row::action(RowId::of("patient", review.patient), terms::patient(language, review), open)
        .with_value(Role::Quiet, value)
        .marked(mark)
}
