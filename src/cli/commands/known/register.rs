//! The register as text, as a table for spreadsheets and for other programs.

use chrono::NaiveDate;
use serde::Serialize;

use super::read::Known;
use crate::app::page::Table;
use crate::app::pages::prepared;
use crate::app::{Model, Settings};
use crate::checklist::{Checklist, Name};
use crate::cli::arguments::{PaperFormat, WantedRegister};
use crate::cli::commands::papers::Paper;
use crate::cli::trouble::{Trouble, reason};
use crate::export::{DocumentFormat, DocumentKind, RegisterPaper, StateWords, csv};
use crate::meeting::{KnownPatient, PatientId, PatientState, Reason, Selection};
use crate::shell::{self, Outside};
use crate::text;

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
    second_versions: &'r [NaiveDate],
    ahead: usize,
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
    colour_beside: Option<String>,
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
    planned: Option<NaiveDate>,
    invented: bool,
    number: Option<&'r str>,
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
) -> Result<Paper, Trouble> {
    let language = settings.language;
    let known = Known::read(outside, language)?;
    let group = wanted.group.as_deref().map(|name| known.group(name, language));
    let group = group.transpose()?.map(|group| group.name.clone());
    let selection = Selection { group, filter: wanted.filter, order: wanted.order };
    let selected = selection.of(&known.register, known.today);
    let patients = selected.iter().map(|(one, _)| one.patient).collect();
    let model = Model { selection: selection.clone(), ..known.model(outside, settings) };
    let checklist = |name: &Name| -> Option<&Checklist> { model.checklist(name) };
    let paper = RegisterPaper {
        words: StateWords { language, today: known.today, checklist: &checklist },
        selection: &selection,
        search: "",
        patients: &selected,
        caveats: &known.register.caveats,
        fictional: known.fictional,
    };
    let (name, kind) = (paper.name(), DocumentKind::Register.name());
    Ok(match wanted.format {
        PaperFormat::Csv | PaperFormat::JsonLines => {
            Paper::of_text(csv(&paper.rows()), kind, patients, &name, PaperFormat::Csv.name())
        }
        PaperFormat::Xlsx => {
            let bytes = shell::spreadsheet::write(language.register_title(), &paper.rows())
                .map_err(|error| Trouble::new(reason(&error, language)))?;
            let mut paper = Paper::of_text(String::new(), kind, patients, &name, PaperFormat::Xlsx.name());
            paper.leaf.bytes = Some(bytes);
            paper
        }
        PaperFormat::Document(DocumentFormat::Json) => {
            let ending = DocumentFormat::Json.ending();
            Paper::of_text(json(&known, &selection, &selected), kind, patients, &name, ending)
        }
        // In a window the columns stand beside each other, as on the screen.
        PaperFormat::Document(format @ DocumentFormat::Text) => {
            let mut paper = Paper::new(&paper.document(), format, patients, &name);
            paper.leaf.text = in_words(&known, &model);
            paper
        }
        PaperFormat::Document(format) => Paper::new(&paper.document(), format, patients, &name),
    })
}

fn json(known: &Known, selection: &Selection, selected: &[(&KnownPatient, PatientState)]) -> String {
    let document = Document {
        format: FORMAT,
        kind: "register",
        day: known.today,
        fictional: known.fictional,
        unread: known.register.caveats.unread,
        second_versions: &known.register.caveats.doubled,
        ahead: known.register.caveats.ahead,
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
        colour_beside: state
            .colour_beside
            .as_ref()
            .map(|beside| beside.colour().map_or_else(|| "no-longer".to_owned(), ToString::to_string)),
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
        planned: state.planned,
        invented: known.invented,
        number: known.mark.number.as_deref(),
        pressing: Reason::of(known, state, today).and_then(pressing),
    }
}

fn pressing(reason: Reason) -> Option<&'static str> {
    Some(match reason {
        Reason::Deceased => "deceased",
        Reason::ColourChanged => "colour-changed",
        Reason::New => "new",
        Reason::Missed => "missed",
        Reason::PutOff => "put-off",
        Reason::Postponed => "postponed",
        Reason::Due => "due",
        Reason::DueSoon => "due-soon",
        Reason::AgreementOverdue => "agreement-overdue",
        Reason::Dying => "dying",
        Reason::Rest => return None,
    })
}

/// The table of the screen, each column as wide as it needs.
fn in_words(known: &Known, model: &Model) -> String {
    let language = model.language();
    let mut text = String::new();
    if known.fictional {
        text.push_str(&format!("{}\n\n", language.export_fictional()));
    }
    for told in known.register.caveats.told(language) {
        text.push_str(&format!("{told}\n\n"));
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
