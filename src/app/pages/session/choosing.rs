//! Choosing a case: which there are, and what one of them is for.

use super::kept::number_kept;
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::titled;
use crate::checklist::{Case, Name};
use crate::export::level_name;
use crate::words::Language;

/// The cases that there are.
pub(in crate::app::pages) fn cases(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.session_practise());
    page.trail.push(language.session_fictional().to_owned());
    page.has_pane = true;
    page.text(Role::Quiet, language.session_choose()).gap();
    for one in model.library.iter().flat_map(|library| library.cases()) {
        let open = Action::Open(Screen::Case(one.case.id.clone()));
        let row = Row::action(RowId::of("case", &one.case.id), one.case.title.get(language), open);
        let minutes = one.case.minutes.map(|minutes| language.minutes_short(u32::from(minutes)));
        let beside: Vec<String> = minutes.into_iter().chain(levels(&one.case, language)).collect();
        page.push(row.with_value(Role::Quiet, beside.join(", ")).marked(Mark::Leads));
    }
    for problems in model.library.iter().flat_map(|library| library.refused_cases()) {
        let open = Action::Open(Screen::ChecklistFile(problems.layer, problems.file.as_str().into()));
        let row = Row::action(RowId::of("refused", &problems.file), problems.file.clone(), open);
        page.push(row.with_value(Role::Warning, language.session_case_refused()).marked(Mark::Leads));
    }
    let kept = number_kept(model);
    if kept > 0 {
        let open = Action::Open(Screen::Sessions);
        let row = Row::action(RowId::fixed("sessions"), language.session_kept_title(), open);
        page.gap().push(row.with_value(Role::Quiet, kept.to_string()).marked(Mark::Leads));
    }
    page
}

fn levels(case: &Case, language: Language) -> Option<String> {
    let names: Vec<&str> = case.level.iter().map(|level| level_name(*level, language)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// One case: what it is for, and the way to begin.
pub(in crate::app::pages) fn case(model: &Model, name: &Name) -> Page {
    let language = model.language();
    let Some(known) = model.library.as_ref().and_then(|library| library.case(name)) else {
        return titled(language.session_practise());
    };
    let case = &known.case;
    let mut page = titled(case.title.get(language));
    page.trail.push(language.session_fictional().to_owned());
    page.first = Some(RowId::fixed("begin-kept"));
    if let Some(purpose) = &case.purpose {
        page.text(Role::Question, purpose.get(language)).gap();
    }
    let minutes = case.minutes.map(|minutes| language.minutes_short(u32::from(minutes)));
    let beside: Vec<String> = minutes.into_iter().chain(levels(case, language)).collect();
    page.text(Role::Quiet, beside.join(", ")).gap();
    // Above the goals: in a small window nobody begins with what is out of sight.
    for (id, label, kept) in [
        ("begin-kept", language.session_begin_kept(), true),
        ("begin-only", language.session_begin_not_kept(), false),
    ] {
        let play = Action::Play(name.clone(), kept);
        page.push(Row::action(RowId::fixed(id), label, play).marked(Mark::Leads));
    }
    if !case.goals.is_empty() {
        page.gap().text(Role::Heading, language.session_goals());
    }
    for goal in &case.goals {
        page.rich(Role::Plain, 0, format!("- {}", goal.get(language)));
    }
    page
}
