//! A paper on its way outside: which one, for whom and in which format, and how it will look.

use chrono::Datelike;

use super::made::{agreements, gathered, patients, preparation, prepared_group, shown};
use super::saving;
use crate::app::message::{Gathering, Paper, PaperKind};
use crate::app::model::{Model, Shown};
use crate::app::page::{Action, Mark, Page, Role, Row, RowId};
use crate::app::pages::parts::{discussion, group_choices, patient_page, titled};
use crate::export::{DocumentFormat, MirrorSource, Reader};
use crate::meeting::{MeetingKind, Register, RegisterFilter, terms};
use crate::words::Language;

/// A paper, with the choices that make it another one above it.
pub(in crate::app::pages) fn paper(model: &Model, wanted: &Paper) -> Page {
    let language = model.language();
    let title = language.paper_title();
    let mut page = titled(title);
    if let Some((meeting, review)) = wanted.discussed().and_then(|patient| discussion(model, patient)) {
        page = patient_page(model, meeting, review);
        page.own_words = None;
        page.trail.push(title.to_owned());
    } else if let Some(open) = model.open.as_ref().filter(|_| wanted.meeting) {
        page.trail.insert(0, terms::group(language, &open.title(language)).to_owned());
    }
    page.abilities.paper = false;
    choices(&mut page, model, wanted);
    let shown = shown(model, wanted);
    if let Shown::Text { name, .. } = &shown {
        saving::rows(&mut page, model, wanted, name);
    }
    page.gap();
    match shown {
        Shown::Reading => page.text(Role::Quiet, language.paper_reading()),
        Shown::Refused(why) => page.text(Role::Warning, &*why),
        Shown::Text { text, .. } => {
            let failed = model.open.as_ref().is_some_and(|open| open.saving.failed.is_some());
            if failed && wanted.needs().is_some() {
                page.text(Role::Warning, language.paper_not_saved()).gap();
            }
            if wanted.format != DocumentFormat::Text {
                page.text(Role::Quiet, language.paper_shown_as_text()).gap();
            }
            page.text(Role::Plain, &*text)
        }
    };
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

/// What can be chosen of a paper.
fn choices(page: &mut Page, model: &Model, wanted: &Paper) {
    let (language, marks) = (model.language(), model.settings.marks);
    let words = |kind| match kind {
        PaperKind::Minutes if wanted.is_of_session(model.record()) => language.paper_session().to_owned(),
        kind => kind_in_words(language, kind),
    };
    let kinds = kinds(model, wanted).into_iter().map(|kind| (kind, words(kind))).collect();
    page.push(Row::one_of("paper", language.paper_which(), marks, kinds, &wanted.kind, |kind| {
        // Whose agreements, or whose preparation: who was chosen for one is not meant for the other.
        look(Paper { kind, owner: None, extras: Vec::new(), ..wanted.clone() })
    }));
    let gathered = gathered(model, wanted);
    let what = gathered.as_ref().map(|gathered| &gathered.what);
    if wanted.kind == PaperKind::Summary {
        let readers = Reader::ALL.map(|reader| (reader, reader_in_words(language, reader).to_owned()));
        page.push(Row::one_of(
            "reader",
            language.paper_for(),
            marks,
            readers.into(),
            &wanted.reader,
            |reader| look(Paper { reader, extras: Vec::new(), ..wanted.clone() }),
        ));
        for extra in wanted.reader.extras() {
            let mut extras = wanted.extras.clone();
            extras.retain(|known| known != extra);
            let mark = if extras.len() == wanted.extras.len() { Mark::NotTicked } else { Mark::Ticked };
            extras.extend((mark == Mark::NotTicked).then_some(*extra));
            let toggle = look(Paper { extras, ..wanted.clone() });
            let label = language.paper_extra(extra.told(language));
            page.push(Row::action(RowId::of("extra", extra.name()), label, toggle).marked(mark));
        }
    }
    match what {
        Some(Gathering::Register(known)) if wanted.kind == PaperKind::Preparation => {
            preparation_rows(page, model, wanted, known);
        }
        Some(Gathering::Register(known)) if wanted.kind == PaperKind::Register => {
            groups_row(page, model, wanted, groups_known(known));
            let filters = RegisterFilter::ALL
                .map(|filter| (filter, language.register_filter(filter.name()).to_owned()));
            let (label, filters) = (language.register_shown(), filters.into());
            page.push(Row::one_of("filter", label, marks, filters, &wanted.filter, |filter| {
                look(Paper { filter, ..wanted.clone() })
            }));
            if !wanted.search.is_empty() {
                let all = look(Paper { search: String::new(), ..wanted.clone() });
                let row = Row::action(RowId::fixed("searched"), language.paper_searched(&wanted.search), all);
                page.push(row.marked(Mark::Ticked));
            }
        }
        Some(Gathering::Register(known)) => {
            groups_row(page, model, wanted, groups_known(known));
            let patients = patients(known);
            let owners = agreements(model, wanted, &patients, known).owners();
            let everybody = (None, language.paper_everybody().to_owned());
            let owners = owners.into_iter().map(|name| (Some(name.clone()), name));
            let owners = std::iter::once(everybody).chain(owners).collect();
            page.push(Row::one_of("owner", language.paper_of(), marks, owners, &wanted.owner, |owner| {
                look(Paper { owner, ..wanted.clone() })
            }));
        }
        Some(Gathering::Mirror(source)) => {
            group_row(page, model, wanted, source);
            year_row(page, model, wanted, source);
        }
        _ => {}
    }
    let formats = [DocumentFormat::Text, DocumentFormat::Markdown, DocumentFormat::Html];
    let mut formats: Vec<((DocumentFormat, bool), String)> =
        formats.map(|format| ((format, false), format_in_words(language, format).to_owned())).into();
    if wanted.can_be_fhir() {
        formats.push(((wanted.format, true), language.paper_fhir().to_owned()));
    }
    let now = (wanted.format, wanted.is_fhir());
    page.push(Row::one_of("format", language.paper_format(), marks, formats, &now, |(format, fhir)| {
        look(Paper { format, fhir, ..wanted.clone() })
    }));
}

/// Of which group the next meeting is prepared, and by whom.
fn preparation_rows(page: &mut Page, model: &Model, wanted: &Paper, known: &Register) {
    let (language, marks) = (model.language(), model.settings.marks);
    let Some(group) = prepared_group(model, wanted, known) else { return };
    if known.groups.len() > 1 {
        let groups = known.groups.iter().map(|known| (known.name.clone(), known.name.clone())).collect();
        let label = language.column_group_long();
        page.push(Row::one_of("group", label, marks, groups, &group.name, |name| {
            look(Paper { group: Some(name), owner: None, ..wanted.clone() })
        }));
    }
    let chair = (None, language.paper_for_chair().to_owned());
    let names = preparation(model, wanted, known, |sheet| {
        sheet.names().into_iter().map(|name| (Some(name.to_owned()), name.to_owned())).collect::<Vec<_>>()
    });
    let whom = std::iter::once(chair).chain(names.into_iter().flatten()).collect();
    page.push(Row::one_of("owner", language.paper_for(), marks, whom, &wanted.owner, |owner| {
        look(Paper { owner, ..wanted.clone() })
    }));
}

fn groups_known(known: &Register) -> Vec<&str> {
    known.groups.iter().map(|group| group.name.as_str()).collect()
}

fn look(paper: Paper) -> Action {
    Action::LookAtPaper(Box::new(paper))
}

/// The group of which is counted, where there are several.
pub(super) fn group_row(page: &mut Page, model: &Model, wanted: &Paper, source: &MirrorSource) {
    groups_row(page, model, wanted, groups_of(source));
}

fn groups_row(page: &mut Page, model: &Model, wanted: &Paper, groups: Vec<&str>) {
    if groups.len() > 1 {
        let language = model.language();
        let groups = group_choices(language, groups.into_iter());
        let (label, marks) = (language.column_group_long(), model.settings.marks);
        page.push(Row::one_of("group", label, marks, groups, &wanted.group, |group| {
            look(Paper { group, owner: None, ..wanted.clone() })
        }));
    }
}

/// The year of which is counted.
pub(super) fn year_row(page: &mut Page, model: &Model, wanted: &Paper, source: &MirrorSource) {
    let language = model.language();
    let (label, marks) = (language.paper_year(), model.settings.marks);
    let years = years(language, source);
    page.push(Row::one_of("year", label, marks, years, &wanted.year, |year| {
        look(Paper { year, ..wanted.clone() })
    }));
}

/// The papers that can be looked at from here.
fn kinds(model: &Model, wanted: &Paper) -> Vec<PaperKind> {
    let meeting = model.record().filter(|_| wanted.meeting);
    let is_here = wanted.discussed().is_some_and(|patient| discussion(model, patient).is_some());
    // A group looks on: papers of patients are elsewhere.
    if wanted.is_of_session(model.record()) {
        return vec![PaperKind::Minutes];
    }
    let is_case = meeting.is_some_and(|meeting| meeting.details.kind == MeetingKind::Education);
    [
        (is_here, PaperKind::Patient),
        // What is about this patient goes before what is about everybody.
        (wanted.patient.is_some() && !is_case, PaperKind::Summary),
        (wanted.patient.is_some() && !wanted.meeting, PaperKind::Course),
        (meeting.is_some(), PaperKind::Minutes),
        (true, PaperKind::Agreements),
        (true, PaperKind::Register),
        (true, PaperKind::Preparation),
        (true, PaperKind::Mirror),
    ]
    .into_iter()
    .filter_map(|(can, kind)| can.then_some(kind))
    .collect()
}

fn kind_in_words(language: Language, kind: PaperKind) -> String {
    match kind {
        PaperKind::Patient => language.paper_patient(),
        PaperKind::Minutes => language.paper_minutes(),
        PaperKind::Summary => language.paper_summary(),
        PaperKind::Course => language.paper_course(),
        PaperKind::Agreements => language.paper_agreements(),
        PaperKind::Register => language.paper_register(),
        PaperKind::Preparation => language.paper_preparation(),
        PaperKind::Mirror => language.paper_mirror(),
    }
    .to_owned()
}

fn reader_in_words(language: Language, reader: Reader) -> &'static str {
    match reader {
        Reader::Dossier => language.paper_for_dossier(),
        Reader::Hap => language.paper_for_hap(),
        Reader::Social => language.paper_for_social(),
        Reader::Patient => language.paper_for_patient(),
    }
}

fn format_in_words(language: Language, format: DocumentFormat) -> &'static str {
    match format {
        DocumentFormat::Text => language.paper_text(),
        DocumentFormat::Markdown => language.paper_markdown(),
        DocumentFormat::Html => language.paper_html(),
        DocumentFormat::Json => "JSON",
    }
}

/// The groups that met, the one that met last first.
fn groups_of(source: &MirrorSource) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for meeting in &source.meetings {
        let name = meeting.group.trim();
        let is_known = groups.iter().any(|known| crate::text::same::same(known, name));
        if !name.is_empty() && !is_known {
            groups.push(name);
        }
    }
    groups
}

/// The years in which somebody met, the last one first, and before them all of them together.
fn years(language: Language, source: &MirrorSource) -> Vec<(Option<i32>, String)> {
    let mut years: Vec<i32> = source.meetings.iter().map(|meeting| meeting.date.year()).collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let all = (None, language.paper_all_years().to_owned());
    std::iter::once(all).chain(years.into_iter().map(|year| (Some(year), year.to_string()))).collect()
}
