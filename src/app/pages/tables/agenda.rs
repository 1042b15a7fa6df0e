//! The agenda of the open meeting as a table; while nobody is on it, who is proposed for it.

use std::sync::Arc;

use super::offered::{Offered, table_of_offered};
use super::patient_row::{patient_row, row_between};
use super::states::{self, LABEL, column, whole};
use crate::app::model::Model;
use crate::app::page::{Role, Table, TableRow};
use crate::app::pages::named;
use crate::meeting::{
    KnownPatient, Meeting, MeetingKind, Names, PatientState, Register, Review, proposal, typed,
};
use crate::words::Language;

/// The patients on the agenda of the open meeting as a table; while there are none, who is proposed. `None` where that is not
/// known yet.
pub(in crate::app::pages) fn table_of_agenda(model: &Model) -> Option<Table> {
    let meeting = model.record()?;
    if meeting.on_agenda() == 0 {
        // What happens between meetings has no agenda.
        if meeting.details.kind == MeetingKind::Between {
            return None;
        }
        return Some(table_of_proposal(model, meeting, model.register()?));
    }
    let language = model.language();
    let columns = vec![
        column(language.column_patient(), Role::Plain, LABEL, 0),
        whole(language.column_colour(), Role::Plain, 2),
        whole(language.column_phase(), Role::Plain, 1),
        whole(
            if meeting.details.is_between() {
                language.column_last_time()
            } else {
                language.column_discussed()
            },
            Role::Quiet,
            5,
        ),
        whole(language.column_agreements(), Role::Quiet, 3),
        column(language.column_question(), Role::Quiet, 14, 4),
    ];
    let names = named::names(model);
    let rows = meeting.reviews.iter().map(|review| {
        let known = model.register().and_then(|register| register.patient(review.patient));
        Arc::new(table_row(model, meeting, (review, &names), known))
    });
    Some(Table::new(columns, rows.collect()))
}

fn table_row(
    model: &Model,
    meeting: &Meeting,
    (review, names): (&Review, &Names),
    known: Option<&KnownPatient>,
) -> TableRow {
    let language = model.language();
    let today = meeting.details.date;
    let state = PatientState::in_meeting(meeting, review, known);
    let between = meeting.details.is_between();
    let row = if between { row_between(model, names, review) } else { patient_row(model, names, review) };
    let withdrawn = review.judgements.values().any(|judgement| judgement.withdrawn.is_some());
    let mut state = state;
    // Looking back is for a meeting.
    state.looked_back |= between;
    let phase = states::phase_in_table(model, &state, today);
    let phase =
        if withdrawn && phase.is_empty() { language.judgement_withdrawn_here().to_owned() } else { phase };
    let discussed = state.discussed(language, |day| typed::short_day(day, today, language));
    let discussed = discussed.unwrap_or_default();
    let day = states::discussed(model, &state, today);
    let open = states::agreements(model, &state);
    // That it was today the state of the row says.
    let is_today = state.discussed == Some(today);
    let last =
        if discussed.is_empty() || is_today { String::new() } else { language.last_discussed(&discussed) };
    let agreed = if open.is_empty() { String::new() } else { language.agreements_are_open(&open) };
    let colour = states::colour(model, &state);
    let in_full = states::phase_in_full(model, &state, today);
    let in_full = if in_full.is_empty() { phase.clone() } else { in_full };
    let facts: Vec<String> = [colour.clone(), in_full, last, agreed, row.value.clone()]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect();
    let question = question_or_state(language, review, &row.value, between);
    let brief_phase = if withdrawn { phase.clone() } else { states::phase_briefly(model, &state, today) };
    let cells = vec![row.label.clone(), colour, phase, day, open, question];
    let row = row.with_value(Role::Quiet, facts.join(model.settings.marks.signs().between));
    TableRow::new(row, cells)
        .or_shorter(0, names.shown_briefly(review, language))
        .or_shorter(1, states::colour_briefly(model, &state))
        .or_shorter(1, states::colour_now(model, &state))
        .or_shorter(2, brief_phase)
        .or_shorter(4, states::agreements_briefly(model, &state))
        .or_shorter(4, states::agreements_counted(model, &state))
        .urgent_at(4, state.overdue > 0)
}

/// What is asked about the patient; where nothing is, how far the discussion is, which the sign in front does not say.
fn question_or_state(language: Language, review: &Review, state: &str, between: bool) -> String {
    let asked = review.question.lines().next().map(str::trim).unwrap_or_default();
    let is_shown_by_sign = review.details.finished.is_some() || state == language.patient_to_discuss();
    match state {
        _ if between || state == asked => state.to_owned(),
        _ if is_shown_by_sign => asked.to_owned(),
        // Of what is not discussed today the reason is told.
        state => format!("({state})"),
    }
}

/// Who of the group is proposed, and why.
fn table_of_proposal(model: &Model, meeting: &Meeting, register: &Register) -> Table {
    let offered = proposal(register, meeting).into_iter().map(|proposed| Offered {
        known: proposed.known,
        reasons: proposed.reasons().collect(),
        state: proposed.state,
        group: String::new(),
    });
    table_of_offered(model, offered.collect(), meeting.details.date)
}
