//! The patients of the register as a table.

use std::sync::Arc;

use super::states::{self, column};
use crate::app::model::Model;
use crate::app::page::{Action, Role, Row, RowId, Screen, Table, TableRow};
use crate::meeting::{KnownPatient, PatientState, terms, typed};

/// The patients of the register that are looked at, as a table; `None` until they were read.
pub(in crate::app::pages) fn table_of_register(model: &Model) -> Option<Table> {
    let register = model.known.as_ref()?;
    let language = model.language();
    let columns = vec![
        column(language.column_patient(), Role::Plain, 18, 0),
        column(language.column_colour(), Role::Plain, 10, 2).kept_whole(),
        column(language.column_phase(), Role::Plain, 20, 1).kept_whole(),
        column(language.column_discussed(), Role::Quiet, 9, 4),
        column(language.column_next_review(), Role::Quiet, 8, 5),
        column(language.column_agreements(), Role::Quiet, 9, 3),
        column(language.column_central_carer(), Role::Quiet, 10, 7),
        column(language.column_plan(), Role::Quiet, 8, 6),
        column(language.column_group(), Role::Quiet, 8, 8),
    ];
    let today = model.now.date();
    let selected = model.selection.of(register, today);
    let one_group = model.selection.group.is_some() || register.groups.len() < 2;
    let rows = selected.into_iter().map(|(known, state)| Arc::new(row(model, known, &state, one_group)));
    Some(Table::new(columns, rows.collect()))
}

fn row(model: &Model, known: &KnownPatient, state: &PatientState, one_group: bool) -> TableRow {
    let language = model.language();
    let today = model.now.date();
    let label = terms::label(language, &known.label, &known.born);
    let group = if one_group { String::new() } else { known.group.clone() };
    let cells = vec![
        label.clone(),
        states::colour(model, state),
        states::phase(model, state, today),
        state.discussed.map(|day| typed::short_day(day, today, language)).unwrap_or_default(),
        states::next_review(model, state, today).unwrap_or_default(),
        states::agreements(model, state),
        state.central_carer.clone(),
        states::plan(model, state, today),
        group.clone(),
    ];
    let mut facts = states::facts(model, state, today);
    facts.extend(Some(group).filter(|group| !group.is_empty()));
    let open = Action::Open(Screen::Course(known.patient));
    let row = Row::action(RowId::of("patient", known.patient), label, open);
    TableRow::new(row.with_value(Role::Quiet, facts.join(", ")), cells)
        .or_shorter(1, states::colour_briefly(model, state))
        .or_shorter(2, states::phase_briefly(model, state))
        .urgent_at(5, state.overdue > 0)
}
