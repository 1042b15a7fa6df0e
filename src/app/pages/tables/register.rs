//! The patients of the register as a table.

use std::sync::Arc;

use super::states::{self, LABEL, column, whole};
use crate::app::model::Model;
use crate::app::page::{Action, Role, Row, RowId, Screen, Table, TableRow};
use crate::meeting::{KnownPatient, PatientState, Reason, Register, Selection};

/// The patients of the register that are looked at, as a table; `None` until they were read.
pub(in crate::app::pages) fn table_of_register(model: &Model) -> Option<Table> {
    Some(table_of(model, model.known.as_ref()?, &model.selection))
}

/// Some patients of a register as a table.
pub(in crate::app::pages) fn table_of(model: &Model, register: &Register, selection: &Selection) -> Table {
    let language = model.language();
    let columns = vec![
        column(language.column_patient(), Role::Plain, LABEL, 0),
        whole(language.column_colour(), Role::Plain, 2),
        whole(language.column_phase(), Role::Plain, 1),
        whole(language.column_discussed(), Role::Quiet, 5),
        whole(language.column_next_review(), Role::Quiet, 4),
        whole(language.column_agreements(), Role::Quiet, 3),
        whole(language.column_central_carer(), Role::Quiet, 7),
        whole(language.column_plan(), Role::Quiet, 6),
        whole(language.column_group(), Role::Quiet, 8),
        whole(language.column_why(), Role::Quiet, 2),
    ];
    let today = model.now.date();
    let selected = selection.of(register, today);
    let one_group = selection.group.is_some() || register.groups.len() < 2;
    let rows = selected.into_iter().map(|(known, state)| Arc::new(row(model, known, &state, one_group)));
    Table::new(columns, rows.collect())
}

fn row(model: &Model, known: &KnownPatient, state: &PatientState, one_group: bool) -> TableRow {
    let language = model.language();
    let today = model.now.date();
    let label = known.shown(language);
    let group = if one_group { String::new() } else { known.group.clone() };
    let reasons = Reason::all(known, state, today);
    let why = states::reasons(model, state, &reasons);
    // Of what ended by one record and goes on by another, the number is a question.
    let ended = known.ended_before.len();
    let doubted = |open: String| if ended > 0 && !open.is_empty() { format!("{open}?") } else { open };
    let cells = vec![
        label.clone(),
        states::colour(model, state),
        states::phase_in_table(model, state, today),
        states::discussed(model, state, today),
        states::day(model, state.next_review, today),
        match ended {
            0 => states::agreements(model, state),
            _ => format!("{}; {}", states::agreements(model, state), language.ended_too(ended)),
        },
        state.central_carer.clone(),
        states::plan_in_table(model, state, today),
        group.clone(),
        why,
    ];
    let mut facts = vec![states::reasons_beside_phase(model, state, &reasons)];
    facts.retain(|why| !why.is_empty());
    facts.extend(states::facts(model, state, today));
    facts.extend((ended > 0).then(|| language.ended_too(ended)));
    facts.extend(Some(group).filter(|group| !group.is_empty()));
    let open = Action::Open(Screen::Course(known.patient));
    let row = Row::action(RowId::of("patient", known.patient), label, open);
    TableRow::new(row.with_value(Role::Quiet, facts.join(", ")), cells)
        .or_shorter(0, known.shown_briefly(language))
        .or_shorter(1, states::colour_briefly(model, state))
        .or_shorter(1, states::colour_now(model, state))
        .or_shorter(2, states::phase_briefly(model, state, today))
        .or_shorter(9, states::reasons_counted(model, state, &reasons))
        .or_shorter(5, doubted(states::agreements_briefly(model, state)))
        .or_shorter(5, doubted(states::agreements_counted(model, state)))
        .urgent_at(5, state.overdue > 0)
}
