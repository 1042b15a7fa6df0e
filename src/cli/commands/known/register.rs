//! The register as text, as a table for spreadsheets and for other programs.

use chrono::NaiveDate;
use serde::Serialize;

use super::csv;
use super::read::Known;
use crate::app::page::Table;
use crate::app::pages::prepared;
use crate::app::{Model, Settings};
use crate::cli::arguments::{TableFormat, WantedRegister};
use crate::cli::commands::leave::Leaf;
use crate::cli::trouble::Trouble;
use crate::meeting::{KnownPatient, PatientId, PatientState, Reason, Selection};
use crate::shell::Outside;
use crate::text;
use crate::words::Language;

/// The form of the document; another number means that something is named otherwise or left out.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'r> {
    format: u32,
    kind: &'static str,
    day: NaiveDate,
    fictional: bool,
    /// How many meetings could not be read.
    unread: usize,
    group: Option<&'r str>,
    filter: &'static str,
    order: &'static str,
    patients: Vec<PatientJson<'r>>,
}

#[derive(Serialize)]
struct PatientJson<'r> {
    patient: PatientId,
    also: &'r [PatientId],
    label: &'r str,
    born: &'r str,
    group: &'r str,
    colour: Option<String>,
    colour_was: Option<String>,
    marked: Option<NaiveDate>,
    dying: Option<NaiveDate>,
    deceased: bool,
    looked_back: bool,
    discussed: Option<NaiveDate>,
    next_review: Option<NaiveDate>,
    open_agreements: usize,
    overdue_agreements: usize,
    central_carer: &'r str,
    plan: Option<crate::meeting::Plan>,
    pressing: Option<&'static str>,
}

/// The patients that were asked for, in the form that was asked for, with who they are.
///
/// # Errors
///
/// When there is no such group, or the notebook cannot be read.
pub(in crate::cli) fn register(
    outside: &Outside,
    wanted: &WantedRegister,
    settings: Settings,
) -> Result<Leaf, Trouble> {
    let language = settings.language;
    let known = Known::read(outside, language)?;
    let group = wanted.group.as_deref().map(|name| {
        let found = known.register.group(name).map(|group| group.name.clone());
        found.ok_or_else(|| {
            let groups: Vec<&str> = known.register.groups.iter().map(|group| group.name.trim()).collect();
            let typed = text::truncate(&text::visible_line(name), 60, "...").into_owned();
            Trouble::new(language.cli_no_such_group(&typed, &text::visible_line(&groups.join("; "))))
        })
    });
    let selection = Selection { group: group.transpose()?, filter: wanted.filter, order: wanted.order };
    let selected = selection.of(&known.register, known.today);
    let patients = selected.iter().map(|(one, _)| one.patient).collect();
    let text = match wanted.format {
        TableFormat::Csv => {
            let head = head(language);
            let rows = selected.iter().map(|(one, state)| row(one, state, language));
            csv::table(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
        }
        TableFormat::Json => json(&known, &selection, &selected),
        TableFormat::Text => {
            let model = Model { selection: selection.clone(), ..known.model(outside, settings) };
            in_words(&known, &model)
        }
    };
    Ok(Leaf { text, patients, exactly: wanted.format != TableFormat::Text })
}

fn json(known: &Known, selection: &Selection, selected: &[(&KnownPatient, PatientState)]) -> String {
    let document = Document {
        format: FORMAT,
        kind: "register",
        day: known.today,
        fictional: known.fictional,
        unread: known.register.unread,
        group: selection.group.as_deref(),
        filter: selection.filter.name(),
        order: selection.order.name(),
        patients: selected.iter().map(|(one, state)| of(one, state, known.today)).collect(),
    };
    super::read::json(&document)
}

fn of<'r>(known: &'r KnownPatient, state: &PatientState, today: NaiveDate) -> PatientJson<'r> {
    PatientJson {
        patient: known.patient,
        also: &known.also,
        label: known.label.trim(),
        born: known.born.trim(),
        group: known.group.trim(),
        colour: state.colour.as_ref().map(ToString::to_string),
        colour_was: state.colour_was.as_ref().map(ToString::to_string),
        marked: state.marked,
        dying: state.dying,
        deceased: state.deceased,
        looked_back: state.looked_back,
        discussed: state.discussed,
        next_review: state.next_review,
        open_agreements: state.open,
        overdue_agreements: state.overdue,
        central_carer: known.central_carer.trim(),
        plan: state.plan,
        pressing: Reason::of(known, state, today).and_then(pressing),
    }
}

fn pressing(reason: Reason) -> Option<&'static str> {
    Some(match reason {
        Reason::Deceased => "deceased",
        Reason::ColourChanged => "colour-changed",
        Reason::New => "new",
        Reason::Postponed => "postponed",
        Reason::Due => "due",
        Reason::AgreementOverdue => "agreement-overdue",
        Reason::Dying => "dying",
        Reason::Rest => return None,
    })
}

fn head(language: Language) -> Vec<String> {
    let names = [
        language.csv_patient(),
        language.csv_born(),
        language.column_group(),
        language.column_colour(),
        language.csv_colour_was(),
        language.csv_marked(),
        language.csv_dying(),
        language.csv_deceased(),
        language.csv_looked_back(),
        language.csv_discussed(),
        language.csv_next_review(),
        language.csv_open(),
        language.csv_overdue(),
        language.column_central_carer(),
        language.csv_plan(),
        language.csv_plan_on(),
    ];
    names.map(str::to_owned).into()
}

fn row(known: &KnownPatient, state: &PatientState, language: Language) -> Vec<String> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let yes = |is: bool| if is { language.yes().to_owned() } else { String::new() };
    let colour = |colour: &Option<crate::checklist::Name>| {
        colour.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let plan = state.plan.map(|plan| if plan.held { language.yes() } else { language.no() });
    vec![
        known.label.trim().to_owned(),
        known.born.trim().to_owned(),
        known.group.trim().to_owned(),
        colour(&state.colour),
        colour(&state.colour_was),
        day(state.marked),
        day(state.dying),
        yes(state.deceased),
        yes(state.looked_back),
        day(state.discussed),
        day(state.next_review),
        state.open.to_string(),
        state.overdue.to_string(),
        known.central_carer.trim().to_owned(),
        plan.unwrap_or_default().to_owned(),
        day(state.plan.and_then(|plan| plan.on)),
    ]
}

/// The table of the screen, each column as wide as it needs.
fn in_words(known: &Known, model: &Model) -> String {
    let language = model.language();
    let mut text = String::new();
    if known.fictional {
        text.push_str(&format!("{}\n\n", language.export_fictional()));
    }
    let table = prepared::register(model).map(|sheet| sheet.found(""));
    match table.filter(|table| !table.is_empty()) {
        Some(table) => text.push_str(&columns(&table)),
        None if known.patients().next().is_none() => {
            text.push_str(&format!("{}\n", language.cli_nobody_known()));
        }
        None => text.push_str(&format!("{}\n", language.register_nobody())),
    }
    text
}

fn columns(table: &Table) -> String {
    let used: Vec<usize> = (0..table.columns().len())
        .filter(|at| table.widest().get(*at).is_some_and(|(_, some)| *some))
        .collect();
    let line = |cells: &dyn Fn(usize) -> String| {
        let cells = used.iter().map(|at| {
            let cell = text::visible_line(&cells(*at)).into_owned();
            let width = table.widest().get(*at).map_or(0, |(widest, _)| usize::from(*widest));
            let padding = width.saturating_sub(text::width(&cell));
            format!("{cell}{}", " ".repeat(padding))
        });
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    let heading = line(&|at| table.columns().get(at).map(|one| one.heading.clone()).unwrap_or_default());
    let rows = table.rows().map(|row| line(&|at| row.cells.get(at).cloned().unwrap_or_default()));
    std::iter::once(heading).chain(rows).collect()
}
