//! A paper made of what is known, and its text kept while it is looked at.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::layout;
use crate::app::message::{Gathered, Gathering, Paper, PaperKind, PaperNeeds, RowId};
use crate::app::model::{Model, OfWritten, Shown, Written};
use crate::app::pages::named;
use crate::app::pages::prepared;
use crate::checklist::{Checklist, Name};
use crate::exchange::{Plan, Profiles, Sent};
use crate::export::{
    Document, Minutes, Mirror, MirrorSource, OpenAgreements, PinnedDefinitions, Preparation, RegisterPaper,
    StateWords, Summary, WIDTH, file_name,
};
use crate::meeting::{
    Course, KnownGroup, KnownPatient, MeetingKind, PatientId, PatientState, Register, Selection, typed,
};
use crate::words::Language;

/// The width of content in the smallest window in which there is something to see.
const NARROWEST: u16 = 36;

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
    /// The plan for another program is there.
    Plan {
        /// What is sent, and what is not.
        sent: Box<Sent>,
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
    let fictional = model.protected.is_fictional();
    if let (PaperKind::Course, Some(patient)) = (wanted.kind, wanted.patient) {
        let made = super::course::course(model, patient, fictional);
        return made.map_or(Made::Reading, |(document, name)| Made::Paper {
            document: Box::new(document),
            patients: vec![patient],
            name: name.to_vec(),
        });
    }
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
            let mark = named::mark(model, course.patient);
            let summary = Summary {
                language,
                reader: wanted.reader,
                course,
                definitions: &definitions,
                today: model.now.date(),
                made_by: &gathered.made_by,
                fictional,
                number: mark.number(),
                extras: &wanted.extras,
            };
            match summary.document() {
                Ok(_) if wanted.is_fhir() => plan(model, course, &definitions),
                Ok(document) => made(document, vec![course.patient], &summary.name()),
                Err(why) => Made::Refused(why.told(wanted.reader, language)),
            }
        }
        Gathering::Register(known) if wanted.kind == PaperKind::Register => {
            let selection =
                Selection { group: wanted.group.clone(), filter: wanted.filter, order: wanted.order };
            let today = model.now.date();
            let patients = found(model, known, &selection, &wanted.search);
            let checklist = |name: &Name| -> Option<&Checklist> { model.checklist(name) };
            let words = StateWords { language, today, checklist: &checklist };
            let (selection, caveats) = (&selection, &known.caveats);
            let (patients, search, fictional) = (&*patients, &*wanted.search, is_fictional(model, known));
            let paper = RegisterPaper { words, selection, search, patients, caveats, fictional };
            made(paper.document(), patients.iter().map(|(known, _)| known.patient).collect(), &paper.name())
        }
        Gathering::Register(known) if wanted.kind == PaperKind::Preparation => {
            let made = preparation(model, wanted, known, |sheet| {
                made(sheet.document(), sheet.whose(), &sheet.name())
            });
            made.unwrap_or_else(|| Made::Refused(language.paper_no_group().to_owned()))
        }
        Gathering::Register(known) => {
            let patients = patients(known);
            let open = agreements(model, wanted, &patients, known);
            made(open.document(), open.whose(), &open.name())
        }
        Gathering::Mirror(source) => {
            let mirror = counted(model, wanted, source);
            let patients = mirror.patients().iter().map(|one| one.patient).collect();
            made(mirror.document(), patients, &mirror.name())
        }
    }
}

/// The patients of a register that are looked at, of whom those in whose row every word of `search` occurs, as on the screen.
fn found<'r>(
    model: &Model,
    known: &'r Register,
    selection: &Selection,
    search: &str,
) -> Vec<(&'r KnownPatient, PatientState)> {
    let mut patients = selection.of(known, model.now.date());
    if !search.is_empty() {
        let table = prepared::found(model, known, selection, search);
        let place = |known: &KnownPatient| table.position(&RowId::of("patient", known.patient));
        patients.retain(|(known, _)| place(known).is_some());
        patients.sort_by_key(|(known, _)| place(known));
    }
    patients
}

/// The plan that stands, for another program.
fn plan(model: &Model, course: &Course, definitions: &PinnedDefinitions) -> Made {
    let (language, today) = (model.language(), model.now.date());
    let (label, born) = course.called();
    let plan = Plan {
        language,
        course,
        definitions,
        label,
        born: typed::birth_year(born, today),
        profiles: Profiles::default(),
        fictional: model.protected.is_fictional(),
    };
    let name = vec![language.file_plan().to_owned(), label.to_owned(), today.to_string()];
    Made::Plan { sent: Box::new(plan.sent()), patients: vec![course.patient], name }
}

/// What there is to see of a plan for another program: what is in it, and what is not.
fn plan_in_words(language: Language, sent: &Sent) -> String {
    let mut lines = vec![language.paper_fhir_count(sent.resources()), String::new()];
    if !sent.left_out.is_empty() {
        lines.push(language.fhir_left_out().to_owned());
        lines.extend(sent.left_out.iter().map(|one| format!("- {}", one.told(language))));
        lines.push(String::new());
    }
    lines.push(language.fhir_advice().to_owned());
    lines.join("\n")
}

/// Whether everybody on a paper about all patients is invented.
fn is_fictional(model: &Model, known: &Register) -> bool {
    model.protected.is_fictional() || known.is_invented()
}

/// Everybody of whom something is open but the cases of sessions.
pub(super) fn patients(known: &Register) -> Vec<&KnownPatient> {
    let is_wanted =
        |known: &&KnownPatient| known.kind != MeetingKind::Education && !known.agreements.is_empty();
    known.everybody().filter(is_wanted).collect()
}

pub(super) fn agreements<'p>(
    model: &Model,
    wanted: &'p Paper,
    patients: &'p [&'p KnownPatient],
    known: &'p Register,
) -> OpenAgreements<'p> {
    OpenAgreements {
        language: model.language(),
        patients,
        group: wanted.group.as_deref().unwrap_or_default(),
        owner: wanted.owner.as_deref().unwrap_or_default(),
        today: model.now.date(),
        caveats: &known.caveats,
        fictional: is_fictional(model, known),
    }
}

/// The group whose next meeting is prepared: the one that was chosen, that of the open meeting, or the one that met last.
pub(super) fn prepared_group<'r>(
    model: &Model,
    wanted: &Paper,
    known: &'r Register,
) -> Option<&'r KnownGroup> {
    let own = model.record().filter(|_| wanted.meeting).map(|meeting| meeting.details.group.as_str());
    let named = wanted.group.as_deref().or(own).and_then(|name| known.group(name));
    named.or_else(|| known.groups.iter().max_by_key(|group| group.date))
}

/// What is made of the sheet for the next meeting of a group; `None` where no group ever met.
pub(super) fn preparation<T>(
    model: &Model,
    wanted: &Paper,
    known: &Register,
    of: impl FnOnce(&Preparation<'_, '_>) -> T,
) -> Option<T> {
    let checklist = |name: &Name| -> Option<&Checklist> { model.checklist(name) };
    let today = model.now.date();
    // A meeting that was made ahead is prepared as of its own day.
    let own = model.record().filter(|_| wanted.meeting).map(|meeting| meeting.details.date);
    let on = own.map_or(today, |day| day.max(today));
    let sheet = Preparation {
        words: StateWords { language: model.language(), today: on, checklist: &checklist },
        register: known,
        group: prepared_group(model, wanted, known)?,
        whom: None,
        fictional: is_fictional(model, known),
    };
    let names = sheet.names();
    let whom = wanted.owner.as_deref().and_then(|name| names.into_iter().find(|known| *known == name));
    Some(of(&Preparation { whom, ..sheet }))
}

/// The counts that are looked at.
pub(super) fn counted<'p>(model: &Model, wanted: &'p Paper, source: &'p MirrorSource) -> Mirror<'p> {
    let today = model.now.date();
    let day = |month, day| wanted.year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    Mirror {
        language: model.language(),
        source,
        group: wanted.group.as_deref().unwrap_or_default(),
        from: day(1, 1),
        to: day(12, 31).map_or(today, |last| last.min(today)),
        fictional: model.protected.is_fictional(),
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
        earlier: open.earlier.as_deref(),
        fictional: model.protected.is_fictional(),
        names: named::names(model).as_ref().clone(),
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
    wanted.needs().is_none_or(|needs| model.papers.holds(&model.of_gathered(needs)))
}

impl OfWritten {
    fn now(model: &Model, wanted: &Paper) -> Self {
        Self {
            paper: wanted.clone(),
            gathered: gathered(model, wanted).map(|gathered| gathered.number),
            course: model.course.clone().filter(|_| wanted.kind == PaperKind::Course),
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
        Made::Paper { document, name, .. } => {
            Shown::Text { text: document.text(width).into(), name: file_name(&name, wanted.ending()).into() }
        }
        Made::Plan { sent, name, .. } => Shown::Text {
            text: plan_in_words(model.language(), &sent).into(),
            name: file_name(&name, wanted.ending()).into(),
        },
    }
}

/// The name of the file of a paper, where there is one.
pub(super) fn file_of(model: &Model, wanted: &Paper) -> Option<Arc<str>> {
    match shown(model, wanted) {
        Shown::Text { name, .. } => Some(name),
        Shown::Refused(_) | Shown::Reading => None,
    }
}

/// The paper that is on the screen, to be kept; nothing on any other screen.
pub fn paper_on_screen(model: &Model) -> Option<Written> {
    let wanted = model.screen().paper()?;
    Some(Written { of: OfWritten::now(model, wanted), shown: shown(model, wanted) })
}
