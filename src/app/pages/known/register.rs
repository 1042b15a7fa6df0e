//! All patients that are known: who they are, what stands, and what is due.

use crate::app::message::{Paper, PaperKind};
use crate::app::model::Model;
use crate::app::page::{Action, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::{group_choices, titled};
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
    for told in register.caveats.told(language) {
        page.text(Role::Warning, told).gap();
    }
    if register.is_invented() && model.protected.is_protected() {
        page.text(Role::Warning, language.export_fictional()).gap();
    }
    page.abilities.paper = true;
    page.has_pane = true;
    let marks = model.settings.marks;
    let now = &model.selection;
    let select = |selection: Selection| Action::Select(selection);
    let groups = group_choices(language, register.groups.iter().map(|known| known.name.as_str()));
    if groups.len() > 2 {
        let row = Row::one_of("group", language.column_group_long(), marks, groups, &now.group, |group| {
            select(Selection { group, ..now.clone() })
        });
        page.push(row);
    }
    let filters = RegisterFilter::ALL.map(|known| (known, language.register_filter(known.name()).to_owned()));
    page.push(Row::one_of(
        "filter",
        language.register_shown(),
        marks,
        filters.into(),
        &now.filter,
        |filter| select(Selection { filter, ..now.clone() }),
    ));
    let orders = RegisterOrder::ALL.map(|known| (known, language.register_order(known.name()).to_owned()));
    page.push(Row::one_of("order", language.register_first(), marks, orders.into(), &now.order, |order| {
        select(Selection { order, ..now.clone() })
    }));
    let paper = Paper::of_selection(PaperKind::Mirror, now);
    let counts = Action::Open(Screen::Mirror(Box::new(paper)));
    let row = Row::action(RowId::fixed("mirror"), language.mirror_title(), counts);
    page.push(row.with_value(Role::Quiet, language.mirror_what_for()));
    page.gap();
    if let Some(sheet) = prepared::register(model) {
        page.corner = Some(language.patients_count(sheet.len()));
        legend(&mut page, model);
        if sheet.is_empty() {
            let nobody = if register.patients.is_empty() {
                language.register_empty()
            } else {
                language.register_nobody()
            };
            page.text(Role::Quiet, nobody);
            if !register.patients.is_empty() {
                page.text(Role::Quiet, language.register_other());
            }
        } else if !search::table(&mut page, model, &sheet) {
            search::nothing(&mut page, model);
        } else if page.first.is_none() {
            page.first = sheet.found("").get(0).map(|known| known.row.id.clone());
        }
    }
    page
}

/// What the colours mean in this group, where the settings say that.
fn legend(page: &mut Page, model: &Model) {
    let meanings = &model.settings_file.colours;
    for (code, meaning) in meanings {
        page.text(Role::Quiet, format!("{} {code}: {meaning}", model.settings.marks.signs().of_colour(code)));
    }
    if !meanings.is_empty() {
        page.gap();
    }
}
