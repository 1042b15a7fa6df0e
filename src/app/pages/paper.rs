//! A paper on its way outside: which one, for whom and in which format, and how it will look.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::parts::{discussion, group_choices, patient_page, titled};
use crate::app::layout;
use crate::app::message::{Gathered, Gathering, Paper, PaperKind, PaperNeeds, Protected};
use crate::app::model::{Model, OfGathered, OfWritten, Shown, Written};
use crate::app::page::{Action, Page, Role, Row, RowId};
use crate::export::{
    Document, DocumentFormat, Minutes, Mirror, MirrorSource, OpenAgreements, Reader, Summary, WIDTH,
    file_name,
};
use crate::meeting::{KnownPatient, MeetingKind, PatientId, Register, terms};
use crate::words::Language;

/// The width of content in the smallest window in which there is something to see.
const NARROWEST: u16 = 36;

/// A paper, with the choices that make it another one above it.
pub(super) fn paper(model: &Model, wanted: &Paper) -> Page {
    let language = model.language();
    let title = language.paper_title();
    let mut page = titled(title);
    if let Some((meeting, review)) = wanted.discussed().and_then(|patient| discussion(model, patient)) {
        page = patient_page(model, meeting, review);
        page.own_words = None;
        page.trail.push(title.to_owned());
    } else if let Some(meeting) = model.record().filter(|_| wanted.meeting) {
        page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    }
    page.abilities.paper = false;
    choices(&mut page, model, wanted);
    page.gap();
    match shown(model, wanted) {
        Shown::Reading => page.text(Role::Quiet, language.paper_reading()),
        Shown::Refused(why) => page.text(Role::Warning, &*why),
        Shown::Text { text, .. } => {
            let failed = model.open.as_ref().is_some_and(|open| open.saving.failed.is_some());
            if failed && wanted.needs().is_some() {
                page.text(Role::Warning, language.paper_not_saved()).gap();
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
    let look = |paper: Paper| Action::LookAtPaper(Box::new(paper));
    let kinds = kinds(model, wanted).into_iter().map(|kind| (kind, kind_in_words(language, kind))).collect();
    page.push(Row::one_of("paper", language.paper_which(), marks, kinds, &wanted.kind, |kind| {
        look(Paper { kind, ..wanted.clone() })
    }));
    let gathered = gathered(model, wanted);
    let what = gathered.as_ref().map(|gathered| &gathered.what);
    if wanted.kind == PaperKind::Summary {
        let readers = Reader::ALL.map(|reader| (reader, reader_in_words(language, reader).to_owned()));
        page.push(Row::one_of("reader", language.paper_for(), marks, readers.into(), &wanted.reader, |reader| {
            look(Paper { reader, ..wanted.clone() })
        }));
    }
    let groups: Vec<&str> = match what {
        Some(Gathering::Register(known)) => known.groups.iter().map(|group| group.name.as_str()).collect(),
        Some(Gathering::Mirror(source)) => groups_of(source),
        _ => Vec::new(),
    };
    if groups.len() > 1 {
        let groups = group_choices(language, groups.into_iter());
        page.push(Row::one_of("group", language.column_group_long(), marks, groups, &wanted.group, |group| {
            look(Paper { group, owner: None, ..wanted.clone() })
        }));
    }
    match what {
        Some(Gathering::Register(known)) => {
            let patients = patients(known);
            let owners = agreements(model, wanted, &patients).owners();
            let everybody = (None, language.paper_everybody().to_owned());
            let owners = owners.into_iter().map(|name| (Some(name.clone()), name));
            let owners = std::iter::once(everybody).chain(owners).collect();
            page.push(Row::one_of("owner", language.paper_of(), marks, owners, &wanted.owner, |owner| {
                look(Paper { owner, ..wanted.clone() })
            }));
        }
        Some(Gathering::Mirror(source)) => {
            let years = years(language, source);
            page.push(Row::one_of("year", language.paper_year(), marks, years, &wanted.year, |year| {
                look(Paper { year, ..wanted.clone() })
            }));
        }
        _ => {}
    }
    let formats = [DocumentFormat::Text, DocumentFormat::Markdown, DocumentFormat::Html];
    let formats = formats.map(|format| (format, format_in_words(language, format).to_owned()));
    page.push(Row::one_of("format", language.paper_format(), marks, formats.into(), &wanted.format, |format| {
        look(Paper { format, ..wanted.clone() })
    }));
}

/// The papers that can be looked at from here.
fn kinds(model: &Model, wanted: &Paper) -> Vec<PaperKind> {
    let meeting = model.record().filter(|_| wanted.meeting);
    let is_here = wanted.discussed().is_some_and(|patient| discussion(model, patient).is_some());
    let is_case = meeting.is_some_and(|meeting| meeting.details.kind == MeetingKind::Education);
    [
        (is_here, PaperKind::Patient),
        (meeting.is_some(), PaperKind::Minutes),
        (wanted.patient.is_some() && !is_case, PaperKind::Summary),
        (true, PaperKind::Agreements),
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
        PaperKind::Agreements => language.paper_agreements(),
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

/// What came of making a paper.
pub enum Made {
    /// It is there.
    Paper {
        /// The paper.
        document: Box<Document>,
        /// The patients whom it is about, for the access log.
        patients: Vec<PatientId>,
        /// The parts of the name of its file.
        name: Vec<String>,
    },
    /// There is no such paper, and why.
    Refused(String),
    /// What it is made from is being read.
    Reading,
}

/// A paper in lines of at most `width` columns, as far as it can be made now.
pub fn made(model: &Model, wanted: &Paper, width: u16) -> Made {
    let language = model.language();
    let fictional = model.protected == Protected::Fictional;
    if wanted.needs().is_none() {
        return minutes(model, wanted, width);
    }
    let Some(gathered) = gathered(model, wanted) else { return Made::Reading };
    let made = |document: Document, patients, name: &[String]| Made::Paper {
        document: Box::new(document),
        patients,
        name: name.to_vec(),
    };
    match &gathered.what {
        Gathering::Failed(why) => Made::Refused(why.get(language).to_owned()),
        Gathering::Course { course, meetings, definitions } => {
            let definitions: Vec<_> = meetings.iter().copied().zip(definitions.iter().cloned()).collect();
            let summary = Summary {
                language,
                reader: wanted.reader,
                course,
                definitions: &definitions,
                today: model.now.date(),
                made_by: &gathered.made_by,
                fictional,
            };
            match summary.document() {
                Ok(document) => made(document, vec![course.patient], &summary.name()),
                Err(why) => Made::Refused(why.told(wanted.reader, language)),
            }
        }
        Gathering::Register(known) => {
            let patients = patients(known);
            let open = agreements(model, wanted, &patients);
            made(open.document(), open.whose(), &open.name())
        }
        Gathering::Mirror(source) => {
            let mirror = mirror(model, wanted, source);
            let patients = mirror.patients().iter().map(|one| one.patient).collect();
            made(mirror.document(), patients, &mirror.name())
        }
    }
}

/// Everybody of whom something is open but the cases of sessions.
fn patients(known: &Register) -> Vec<&KnownPatient> {
    let is_wanted =
        |known: &&KnownPatient| known.kind != MeetingKind::Education && !known.agreements.is_empty();
    known.patients.iter().filter(is_wanted).collect()
}

fn agreements<'p>(model: &Model, wanted: &'p Paper, patients: &'p [&'p KnownPatient]) -> OpenAgreements<'p> {
    OpenAgreements {
        language: model.language(),
        patients,
        group: wanted.group.as_deref().unwrap_or_default(),
        owner: wanted.owner.as_deref().unwrap_or_default(),
        today: model.now.date(),
        fictional: model.protected == Protected::Fictional,
    }
}

/// The counts that are looked at.
pub(super) fn mirror<'p>(model: &Model, wanted: &'p Paper, source: &'p MirrorSource) -> Mirror<'p> {
    let today = model.now.date();
    let day = |month, day| wanted.year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    Mirror {
        language: model.language(),
        source,
        group: wanted.group.as_deref().unwrap_or_default(),
        from: day(1, 1),
        to: day(12, 31).map_or(today, |last| last.min(today)),
        fictional: model.protected == Protected::Fictional,
    }
}

/// The minutes of the open meeting, or of one patient.
fn minutes(model: &Model, wanted: &Paper, width: u16) -> Made {
    let language = model.language();
    let refused = || Made::Refused(language.paper_nothing().to_owned());
    let Some(open) = model.open.as_ref().filter(|_| wanted.meeting) else { return refused() };
    let minutes = Minutes {
        width,
        routes: model.known_routes().collect(),
        fictional: model.protected == Protected::Fictional,
        ..Minutes::new(&open.record, open.checklists(), language)
    };
    let of = wanted.patient.filter(|_| wanted.kind == PaperKind::Patient);
    let Some(patient) = of else {
        let patients = open.record.reviews.iter().map(|review| review.patient).collect();
        let name = minutes.name(None).to_vec();
        return Made::Paper { document: Box::new(minutes.whole_document()), patients, name };
    };
    let Some(review) = open.record.review(patient) else { return refused() };
    let document = Box::new(minutes.patient_document(review));
    Made::Paper { document, patients: vec![patient], name: minutes.name(Some(review)).to_vec() }
}

/// What was read for a paper: also of a moment ago, while it is being read anew.
pub(super) fn gathered(model: &Model, wanted: &Paper) -> Option<Arc<Gathered>> {
    let needs: PaperNeeds = wanted.needs()?;
    let (of, gathered) = model.papers.gathered.as_ref()?;
    (of.needs == needs).then(|| gathered.clone())
}

/// Whether a paper would be of this moment.
pub fn is_of_now(model: &Model, wanted: &Paper) -> bool {
    wanted.needs().is_none_or(|needs| model.papers.holds(&OfGathered::now(model, needs)))
}

impl OfWritten {
    fn now(model: &Model, wanted: &Paper) -> Self {
        Self {
            paper: wanted.clone(),
            gathered: gathered(model, wanted).map(|gathered| gathered.number),
            meeting: model.open.as_ref().map(|open| (open.record.id, open.saving.revision)),
            language: model.language(),
            width: layout::width_of_content(model.size).clamp(NARROWEST, WIDTH),
            today: model.now.date(),
        }
    }
}

/// What there is to see of a paper.
pub(super) fn shown(model: &Model, wanted: &Paper) -> Shown {
    let of = OfWritten::now(model, wanted);
    match &model.written {
        Some(written) if written.of == of => written.shown.clone(),
        _ => write(model, wanted, of.width),
    }
}

fn write(model: &Model, wanted: &Paper, width: u16) -> Shown {
    match made(model, wanted, width) {
        Made::Reading => Shown::Reading,
        Made::Refused(why) => Shown::Refused(why.into()),
        Made::Paper { document, name, .. } => Shown::Text {
            text: document.text(width).into(),
            name: file_name(&name, wanted.format.ending()).into(),
        },
    }
}

/// The paper that is on the screen, to be kept; nothing on any other screen.
pub fn paper_on_screen(model: &Model) -> Option<Written> {
    let wanted = model.screen().paper()?;
    Some(Written { of: OfWritten::now(model, wanted), shown: shown(model, wanted) })
}
