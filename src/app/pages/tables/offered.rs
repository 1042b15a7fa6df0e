//! Patients whom the agenda of a meeting may want, as a table: who it is, why, and how it is with them.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::states::{self, LABEL, column, whole};
use crate::app::model::{Model, Sheet, Sheets};
use crate::app::page::{Action, Role, Row, RowId, Table, TableRow};
use crate::app::pages::named;
use crate::meeting::{KnownPatient, PatientId, PatientState, Proposed, Reason, proposal};

/// Somebody whom the agenda may want.
pub(super) struct Offered<'r> {
    pub known: &'r KnownPatient,
    pub state: PatientState,
    /// Why, what presses most first; nothing for who is not proposed.
    pub reasons: Vec<Reason>,
    /// The group, where that is another one.
    pub group: String,
}

/// Patients whom the agenda may want, in this order, as seen from the day of a meeting.
pub(super) fn table_of_offered(model: &Model, offered: Vec<Offered<'_>>, today: NaiveDate) -> Table {
    let language = model.language();
    let columns = vec![
        column(language.column_patient(), Role::Plain, LABEL, 0),
        whole(language.column_why(), Role::Plain, 0),
        whole(language.column_colour(), Role::Quiet, 1),
        whole(language.column_phase(), Role::Quiet, 2),
        whole(language.column_discussed(), Role::Quiet, 5),
        whole(language.column_next_review(), Role::Quiet, 4),
        whole(language.column_agreements(), Role::Quiet, 3),
        whole(language.column_group(), Role::Quiet, 6),
    ];
    let rows = offered.into_iter().map(|offered| Arc::new(row(model, offered, today)));
    Table::new(columns, rows.collect())
}

fn row(model: &Model, offered: Offered<'_>, today: NaiveDate) -> TableRow {
    let Offered { known, state, reasons, group } = offered;
    let why = states::reasons(model, &state, &reasons);
    let briefly = states::reasons_briefly(model, &state, &reasons);
    let counted = states::reasons_counted(model, &state, &reasons);
    let names = named::names(model);
    let label = names.known(known, model.language());
    // The day stands with what was typed for it among the facts.
    let mut facts = vec![states::reasons_beside_phase(model, &state, &reasons)];
    let cells = vec![
        label.clone(),
        why,
        states::colour(model, &state),
        states::phase_in_table(model, &state, today),
        states::discussed(model, &state, today),
        states::day(model, state.next_review, today),
        states::agreements(model, &state),
        group.clone(),
    ];
    facts.extend(states::facts(model, &state, today));
    facts.push(group);
    facts.retain(|fact| !fact.is_empty());
    let row =
        Row::action(RowId::of("earlier", known.patient), label, Action::AddEarlierPatient(known.patient));
    TableRow::new(row.with_value(Role::Quiet, facts.join(", ")), cells)
        .or_shorter(0, names.known_briefly(known, model.language()))
        .or_shorter(1, briefly)
        .or_shorter(1, counted)
        .or_shorter(2, states::colour_briefly(model, &state))
        .or_shorter(2, states::colour_now(model, &state))
        .or_shorter(3, states::phase_briefly(model, &state, today))
        .or_shorter(6, states::agreements_briefly(model, &state))
        .or_shorter(6, states::agreements_counted(model, &state))
        .urgent_at(6, state.overdue > 0)
}

/// The patients of the group of the open meeting that it may want on its agenda, those first who are proposed for a reason, and
/// those of other groups; `None` until earlier meetings were read.
pub(in crate::app::pages) fn tables_of_patients(model: &Model) -> Option<Sheets> {
    let (meeting, register) = (model.record()?, model.register()?);
    let today = meeting.details.date;
    let proposed: HashMap<PatientId, (usize, Proposed<'_>)> = proposal(register, meeting)
        .into_iter()
        .enumerate()
        .map(|(at, proposed)| (proposed.known.patient, (at, proposed)))
        .collect();
    let (mut own, others): (Vec<_>, Vec<_>) =
        register.offered(meeting).into_iter().partition(|(_, is_own)| *is_own);
    let why = |known: &KnownPatient| {
        let (_, proposed) = proposed.get(&known.patient)?;
        Some(states::reasons(model, &proposed.state, &[proposed.reason])).filter(|why| !why.is_empty())
    };
    let place = |known: &KnownPatient| {
        let at = proposed.get(&known.patient).map(|(at, _)| *at);
        why(known).and(at).unwrap_or(usize::MAX)
    };
    own.sort_by_key(|(known, _)| place(known));
    let offered = |(known, is_own): (_, bool)| {
        let known: &KnownPatient = known;
        let group = if is_own { String::new() } else { known.group.clone() };
        let proposed = proposed.get(&known.patient).map(|(_, proposed)| proposed);
        let reasons = proposed.map(|one| one.reasons().collect()).unwrap_or_default();
        Offered { known, state: PatientState::of(known, today), reasons, group }
    };
    let table = |patients: Vec<_>| {
        Sheet::new(table_of_offered(model, patients.into_iter().map(offered).collect(), today))
    };
    Some(Sheets { own: table(own), others: table(others) })
}
