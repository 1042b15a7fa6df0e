//! The checklists and routes in force, and what is wrong with those that are not in order.

use super::changed;
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::titled;
use crate::app::pages::search;
use crate::checklist::{Layer, Library};
use crate::words::Language;

/// How many are in use and how many are wrong, for the first screen.
pub(in crate::app::pages) fn in_short(model: &Model) -> String {
    let language = model.language();
    match &model.library {
        None => language.reading_notebook().to_owned(),
        Some(library) => {
            let wrong = library.problems().iter().filter(|problem| problem.is_refused()).count();
            language.checklists_in_use(library.checklists().count(), wrong)
        }
    }
}

/// The title of pages about definitions, with when these last changed.
pub(in crate::app::pages) fn watched(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.checklists_title());
    if let Some(at) = model.refreshed {
        page.corner = Some(language.refreshed_at(at));
    }
    page
}

/// The word for where a definition comes from.
pub(in crate::app::pages) fn layer(language: Language, layer: Layer) -> &'static str {
    match layer {
        Layer::Shipped => language.layer_shipped(),
        Layer::User => language.layer_user(),
        Layer::Given => language.layer_given(),
    }
}

/// The name of a row about a file: the same file name may stand in two layers.
fn row_id(kind: &str, layer: Layer, file: &str) -> RowId {
    let number = match layer {
        Layer::Shipped => 0,
        Layer::User => 1,
        Layer::Given => 2,
    };
    RowId::of(kind, format!("{number}/{file}"))
}

/// Every checklist and route in force with its layer, every file with problems, and newer shipped versions.
pub(in crate::app::pages) fn all(model: &Model) -> Page {
    let language = model.language();
    let mut page = watched(model);
    let Some(library) = &model.library else {
        page.text(Role::Quiet, language.reading_notebook());
        return page;
    };
    let between = model.settings.marks.signs().between;
    let open = |layer, file: &str| Action::Open(Screen::ChecklistFile(layer, file.into()));
    for problems in library.problems() {
        let (from, file) = (problems.layer, &problems.file);
        let value = [&changed::how_many(problems, language), layer(language, from)].join(between);
        let row = Row::action(row_id("problems", from, file), file.clone(), open(from, file));
        page.push(row.with_value(Role::Warning, value).marked(Mark::Leads));
    }
    newer(&mut page, model, library);
    if page.rows().next().is_some() {
        page.gap();
    }
    page.text(Role::Heading, language.checklists_title());
    let checklists = library.checklists().map(|one| {
        let value = [&one.file, &one.checklist.version, layer(language, one.layer)].join(between);
        let title = one.checklist.title.get(language);
        let row = Row::action(RowId::of("checklist", &one.checklist.id), title, open(one.layer, &one.file));
        row.with_value(Role::Quiet, value)
    });
    search::list(&mut page, model, checklists.collect());
    page.gap().text(Role::Heading, language.routes_title());
    for one in library.routes() {
        let value = [&one.file, &one.route.version, layer(language, one.layer)].join(between);
        let title = one.route.title.get(language);
        let row = Row::action(RowId::of("route", &one.route.id), title, open(one.layer, &one.file));
        page.push(row.with_value(Role::Quiet, value));
    }
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

/// Own checklists of which Pallium brings a newer origin.
fn newer(page: &mut Page, model: &Model, library: &Library) {
    let language = model.language();
    for newer in library.newer() {
        let Some(one) = library.checklist(&newer.id) else { continue };
        let open = Action::Open(Screen::ChecklistFile(one.layer, one.file.as_str().into()));
        page.push(
            Row::action(RowId::of("newer", &newer.id), one.checklist.title.get(language), open)
                .with_value(Role::Warning, language.newer_shipped_short(&newer.shipped))
                .marked(Mark::Leads),
        );
    }
}
