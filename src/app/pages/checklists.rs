//! The checklists in force, and what is wrong with those that are not in order.

use super::titled;
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Mark, Page, Role, Row, RowId};
use crate::app::screen::Screen;
use crate::checklist::{Diagnostic, FileProblems, Layer, Severity};

/// How many columns of a faulty line are shown.
const EXCERPT: usize = 70;

/// How many are in use and how many are wrong, for the first screen.
pub(super) fn in_short(model: &Model) -> String {
    let language = model.language();
    match &model.library {
        None => language.reading_notebook().to_owned(),
        Some(library) => {
            let wrong = library.problems().iter().filter(|problem| problem.is_refused()).count();
            language.checklists_in_use(library.checklists().count(), wrong)
        }
    }
}

/// Every checklist in force with its layer, and every file with problems.
pub(super) fn all(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.checklists_title());
    let Some(library) = &model.library else {
        page.text(Role::Quiet, language.reading_notebook());
        return page;
    };
    for problems in library.problems() {
        let open = Action::Open(Screen::ChecklistProblems(problems.file.as_str().into()));
        let count = problems.diagnostics.len().saturating_add(problems.untold);
        let value = if problems.is_refused() { language.faults(count) } else { language.remarks(count) };
        page.push(
            Row::action(RowId::of("problems", &problems.file), problems.file.clone(), open)
                .with_value(Role::Warning, value)
                .marked(Mark::Leads),
        );
    }
    if !library.problems().is_empty() {
        page.gap();
    }
    for definition in library.checklists() {
        let layer = match definition.layer {
            Layer::Shipped => language.layer_shipped(),
            Layer::User => language.layer_user(),
            Layer::Given => language.layer_given(),
        };
        let title = definition.checklist.title.get(language);
        let between = model.settings.marks.signs().between;
        let value = format!("{}{between}{}{between}{layer}", definition.file, definition.checklist.version);
        page.push(
            Row::action(RowId::of("checklist", &definition.checklist.id), title, Action::Nothing)
                .with_value(Role::Quiet, value),
        );
    }
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

/// What is wrong with one file, every fault with its line and place.
pub(super) fn problems(model: &Model, file: &str) -> Page {
    let language = model.language();
    let mut page = titled(language.checklists_title());
    let found =
        model.library.iter().flat_map(|library| library.problems()).find(|problems| problems.file == file);
    let Some(problems) = found else {
        page.text(Role::Plain, format!("{file}: {}", language.checklist_in_order()));
        page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
        return page;
    };
    let earlier =
        model.library.iter().flat_map(|library| library.checklists()).any(|known| known.file == file);
    if problems.is_refused() {
        page.text(Role::Fault, language.checklist_not_in_order(file, earlier));
    } else {
        page.text(Role::Warning, format!("{file}: {}", language.remarks(problems.diagnostics.len())));
    }
    for (index, diagnostic) in problems.diagnostics.iter().enumerate() {
        page.gap();
        one(&mut page, model, problems, diagnostic, index);
    }
    if problems.untold > 0 {
        page.gap().text(Role::Quiet, language.more_faults(problems.untold));
    }
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

fn one(page: &mut Page, model: &Model, problems: &FileProblems, diagnostic: &Diagnostic, index: usize) {
    let language = model.language();
    let signs = model.settings.marks.signs();
    let kind = match diagnostic.severity {
        Severity::Error => language.kind_fault(),
        Severity::Warning => language.kind_remark(),
    };
    let label = format!("{kind}[{}]  {}", diagnostic.code.as_str(), diagnostic.message(language));
    page.push(Row::action(RowId::of("fault", index), label, Action::Nothing));
    let excerpt =
        diagnostic.excerpt(&problems.source, EXCERPT.min(usize::from(model.size.width.saturating_sub(14))));
    let number = excerpt.line_number.to_string();
    let blank = " ".repeat(number.len());
    page.indented(Role::Plain, 4, format!("{number} {} {}", signs.bar, excerpt.line_text));
    let under = signs.underline.repeat(excerpt.underline_length.max(1));
    let before = " ".repeat(excerpt.underline_start);
    page.indented(
        Role::Underline,
        4,
        format!("{blank} {} {before}{under} {}", signs.bar, diagnostic.expected(language)),
    );
    if let Some(hint) = diagnostic.hint(language) {
        page.indented(Role::Plain, 4, format!("{blank} = {hint}"));
    }
}
