//! All patients that are known: who they are, what stands, and what is due.

use crate::app::model::Model;
use crate::app::page::{Action, Page, Role, Row, RowId, RowKind};
use crate::app::pages::parts::titled;
use crate::app::pages::{prepared, search};
use crate::meeting::{RegisterFilter, RegisterOrder, Selection};

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
