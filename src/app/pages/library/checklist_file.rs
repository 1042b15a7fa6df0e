//! One file with a definition: what it is, what is wrong with it, and the way to its place in a text editor.

use std::collections::BTreeMap;

use super::checklists::{layer as layer_word, watched};
use crate::app::message::Place;
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId};
use crate::checklist::{Diagnostic, FileProblems, Layer, Library, Localized, Name, Severity};

/// How many columns of a faulty line are shown.
const EXCERPT: usize = 70;

/// What a file has in force.
struct InForce<'l> {
    id: &'l Name,
    version: &'l str,
    title: &'l Localized,
    purpose: Option<&'l Localized>,
    is_route: bool,
}

fn in_force<'l>(library: &'l Library, layer: Layer, file: &str) -> Option<InForce<'l>> {
    let checklist =
        library.checklists().find(|one| one.layer == layer && one.file == file).map(|one| InForce {
            id: &one.checklist.id,
            version: &one.checklist.version,
            title: &one.checklist.title,
            purpose: one.checklist.purpose.as_ref(),
            is_route: false,
        });
    checklist.or_else(|| {
        let one = library.routes().find(|one| one.layer == layer && one.file == file)?;
        let (id, version, title) = (&one.route.id, &one.route.version, &one.route.title);
        Some(InForce { id, version, title, purpose: one.route.purpose.as_ref(), is_route: true })
    })
}

/// The file with this name, in force or not.
pub(in crate::app::pages) fn file(model: &Model, layer: Layer, file: &str) -> Page {
    let language = model.language();
    let mut page = watched(model);
    page.trail.push(file.to_owned());
    let Some(library) = &model.library else {
        page.text(Role::Quiet, language.reading_notebook());
        return page;
    };
    let known = in_force(library, layer, file);
    let same = |one: &&FileProblems| one.layer == layer && one.file == file;
    let problems = library.problems().iter().find(same);
    let place = |line| Action::Edit(Place { layer, file: file.into(), line });
    match (problems, &known) {
        (Some(problems), known) => {
            if problems.is_refused() {
                page.text(Role::Fault, language.checklist_not_in_order(file, known.is_some()));
            } else {
                page.text(Role::Warning, format!("{file}: {}", language.remarks(problems.diagnostics.len())));
            }
            faults(&mut page, model, problems, &place);
        }
        (None, Some(_)) => {
            page.text(Role::Plain, format!("{file}: {}", language.checklist_in_order()));
        }
        (None, None) => {
            page.text(Role::Plain, language.checklist_not_there(file));
        }
    }
    if let Some(known) = &known {
        about(&mut page, model, library, known, layer);
        if problems.is_none() && layer != Layer::Shipped {
            page.gap();
            page.push(Row::action(RowId::fixed("edit"), language.checklist_edit(), place(None)));
        }
    }
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

/// What is in force, and what can be done with it outside this screen.
fn about(page: &mut Page, model: &Model, library: &Library, known: &InForce<'_>, layer: Layer) {
    let language = model.language();
    page.gap().text(Role::Heading, known.title.get(language));
    page.text(Role::Quiet, language.checklist_version(known.version, layer_word(language, layer)));
    if let Some(purpose) = known.purpose {
        page.rich(Role::Plain, 0, purpose.get(language));
    }
    let command = |page: &mut Page, name: &'static str, label: &str, command: &str| {
        let command = format!("pallium checklist {command} {}", known.id);
        page.push(Row::action(RowId::fixed(name), label, Action::Nothing).with_value(Role::Value, command));
    };
    if layer == Layer::Shipped && !known.is_route {
        page.gap().text(Role::Plain, language.checklist_shipped_edit());
        command(page, "command-edit", language.checklist_command(), "edit");
    }
    if let Some(newer) = library.newer().iter().find(|newer| newer.id == *known.id) {
        let sentence = language.newer_shipped(newer.based_on.as_str(), &newer.used, &newer.shipped);
        page.gap().text(Role::Warning, sentence);
        command(page, "command-diff", language.checklist_command(), "diff");
    }
}

/// Everything that is wrong, each with the row that leads to its place.
fn faults(page: &mut Page, model: &Model, problems: &FileProblems, place: &impl Fn(Option<usize>) -> Action) {
    let language = model.language();
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in &problems.diagnostics {
        page.gap();
        let rule = diagnostic.code.as_str();
        let number = counted.entry(rule).and_modify(|number| *number += 1).or_insert(1);
        // By rule and not by place in the row of all: when another fault is mended, the focus stays with this one.
        let id = format!("{rule}-{number}");
        one(page, model, problems, diagnostic, &id);
        if can_be_edited(problems.layer, diagnostic) {
            let line = diagnostic.position(&problems.source).line;
            page.push(
                Row::action(RowId::of("edit", &id), language.checklist_edit_here(), place(Some(line)))
                    .with_value(Role::Quiet, language.line_number(line))
                    .marked(Mark::Leads),
            );
        }
    }
    if problems.untold > 0 {
        page.gap().text(Role::Quiet, language.more_faults(problems.untold));
    }
}

/// Whether a text editor helps: what is no file with a text in it cannot be mended there.
fn can_be_edited(layer: Layer, diagnostic: &Diagnostic) -> bool {
    layer != Layer::Shipped && !diagnostic.problem.is_of_file()
}

fn one(page: &mut Page, model: &Model, problems: &FileProblems, diagnostic: &Diagnostic, id: &str) {
    let language = model.language();
    let signs = model.settings.marks.signs();
    let kind = match diagnostic.severity {
        Severity::Error => language.kind_fault(),
        Severity::Warning => language.kind_remark(),
    };
    let label = format!("{kind}[{}]  {}", diagnostic.code.as_str(), diagnostic.message(language));
    page.push(Row::action(RowId::of("fault", id), label, Action::Nothing));
    if diagnostic.problem.is_of_file() {
        page.indented(Role::Plain, 4, diagnostic.expected(language));
        return;
    }
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
