//! All patients that are known: who they are, what stands, and what is due.

use std::sync::Arc;

use crate::app::model::Model;
use crate::app::page::{Action, Page, Role, Row, RowId, RowKind, Screen, Table, TableRow};
use crate::app::pages::parts::titled;
use crate::app::pages::states::{self, column};
use crate::app::pages::{prepared, search};
use crate::meeting::{KnownPatient, PatientState, RegisterFilter, RegisterOrder, Selection, terms, typed};

/// All patients that are known.
pub(in crate::app::pages) fn register(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.register_title());
    let Some(register) = &model.known else {
        page.text(Role::Quiet, language.add_patient_reading());
        return page;
    };
    if register.unread > 0 {
        page.text(Role::Warning, language.something_unread(register.unread)).gap();
    }
    let groups: Vec<Option<String>> =
        std::iter::once(None).chain(register.groups.iter().map(|known| Some(known.name.clone()))).collect();
    let now = &model.selection;
    if groups.len() > 2 {
        let word = |group: &Option<String>| match group {
            Some(name) => name.clone(),
            None => language.all_groups().to_owned(),
        };
        page.push(cycle(model, "group", language.column_group_long(), &groups, &now.group, &word, |group| {
            Selection { group, ..now.clone() }
        }));
    }
    let filters = RegisterFilter::ALL;
    page.push(cycle(
        model,
        "filter",
        language.register_shown(),
        &filters,
        &now.filter,
        &|filter| language.register_filter(filter.name()).to_owned(),
        |filter| Selection { filter, ..now.clone() },
    ));
    page.push(cycle(
        model,
        "order",
        language.register_first(),
        &RegisterOrder::ALL,
        &now.order,
        &|order| language.register_order(order.name()).to_owned(),
        |order| Selection { order, ..now.clone() },
    ));
    page.gap();
    if let Some(sheet) = prepared::register(model) {
        page.corner = Some(language.patients_count(sheet.len()));
        if sheet.is_empty() {
            let nobody = if register.patients.is_empty() {
                language.register_empty()
            } else {
                language.register_nobody()
            };
            page.text(Role::Quiet, nobody);
        } else if !search::table(&mut page, model, &sheet) {
            search::nothing(&mut page, model);
        } else if page.first.is_none() {
            page.first = sheet.found("").get(0).map(|known| known.row.id.clone());
        }
    }
    page
}

/// A row on which Left and Right go through what can be shown.
fn cycle<T: Clone + PartialEq>(
    model: &Model,
    id: &'static str,
    label: &str,
    all: &[T],
    now: &T,
    word: &dyn Fn(&T) -> String,
    select: impl Fn(T) -> Selection,
) -> Row {
    let signs = model.settings.marks.signs();
    let at = all.iter().position(|known| known == now).unwrap_or(0);
    let to = |at: usize| all.get(at).cloned().map_or(Action::Nothing, |known| Action::Select(select(known)));
    let less = to(at.checked_sub(1).unwrap_or(all.len().saturating_sub(1)));
    let more = to(if at + 1 < all.len() { at + 1 } else { 0 });
    let row =
        Row { kind: RowKind::Scale { less, more }, ..Row::action(RowId::fixed(id), label, Action::Nothing) };
    row.with_value(Role::Value, format!("{} {} {}", signs.less, word(now), signs.more))
}

/// The patients of the register that are looked at, as a table; `None` until they were read.
pub(in crate::app::pages) fn table_of_register(model: &Model) -> Option<Table> {
    let register = model.known.as_ref()?;
    let language = model.language();
    let columns = vec![
        column(language.column_patient(), Role::Plain, 18, 0),
        column(language.column_colour(), Role::Plain, 8, 2),
        column(language.column_phase(), Role::Plain, 20, 1),
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
        states::next_review(language, state, today).unwrap_or_default(),
        states::agreements(language, state),
        state.central_carer.clone(),
        states::plan(language, state, today),
        group.clone(),
    ];
    let mut facts = states::facts(model, state, today);
    facts.extend(Some(group).filter(|group| !group.is_empty()));
    let open = Action::Open(Screen::Course(known.patient));
    let row = Row::action(RowId::of("patient", known.patient), label, open);
    TableRow::new(row.with_value(Role::Quiet, facts.join(", ")), cells)
}
