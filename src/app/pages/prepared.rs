//! What is long, prepared when it arrives and not when it is looked at: made into rows, and searched.

use std::sync::Arc;

use super::tables;
use crate::app::message::Size;
use crate::app::model::{
    Model, OfCourse, OfHits, OfMeetings, OfPatients, OfRegister, Prepared, ReadyRows, RowsFor, Sheet, Sheets,
};
use crate::app::page::{Entries, Page, Screen, Table};
use crate::checklist::Definition;
use crate::meeting::{Overview, PatientId, Reason, Register, Selection, proposal};

/// The list of meetings.
pub fn meetings(model: &Model) -> Option<Sheet> {
    let of = OfMeetings::now(model)?;
    match &model.prepared.meetings {
        Some((known, sheet)) if *known == of => Some(sheet.clone()),
        _ => Some(Sheet::new(tables::table_of_meetings(model))),
    }
}

/// The agenda of the open meeting; while nobody is on it, who is proposed for it.
pub fn agenda(model: &Model) -> Option<Sheet> {
    let of = OfPatients::now(model)?;
    match &model.prepared.agenda {
        Some((known, sheet)) if *known == of => Some(sheet.clone()),
        _ => tables::table_of_agenda(model).map(Sheet::new),
    }
}

/// The patients of the register that are looked at; `None` until they were read.
pub fn register(model: &Model) -> Option<Sheet> {
    let of = OfRegister::now(model)?;
    match &model.prepared.register {
        Some((known, sheet)) if *known == of => Some(sheet.clone()),
        _ => tables::table_of_register(model).map(Sheet::new),
    }
}

/// What the register says as a whole; `None` until it was read.
pub fn overview(model: &Model) -> Option<Arc<Overview>> {
    let of = OfRegister::now(model)?;
    match &model.prepared.overview {
        Some((known, overview)) if *known == of => Some(overview.clone()),
        _ => Some(Overview::of(&of.known, of.today).into()),
    }
}

/// The patients of another register that are looked at, those in whose row every word of `search` occurs.
pub fn found(model: &Model, register: &Register, selection: &Selection, search: &str) -> Table {
    tables::table_of(model, register, selection).filtered(search)
}

impl RowsFor {
    /// What rows would be made with now; nothing where the open meeting words things by definitions of its own.
    pub fn now(model: &Model) -> Option<Self> {
        let library = model.library.clone();
        let in_force = |pinned: &Definition| {
            let known = library.as_ref()?.checklist(&pinned.checklist.id)?;
            Some(known.hash == pinned.hash)
        };
        let mut pinned = model.open.iter().flat_map(|open| open.pinned());
        let usual = pinned.all(|pinned| in_force(pinned) == Some(true));
        let (selection, settings, now) = (model.selection.clone(), model.settings, model.now);
        usual.then_some(Self { known: model.known.clone(), library, selection, settings, now })
    }

    /// Makes the rows of a register, and gives that back; of one that says what was known, that one without any.
    pub fn rows(mut self, register: Arc<Register>) -> (Arc<Register>, Option<ReadyRows>) {
        if let Some(known) = self.known.take().filter(|known| *known == register) {
            return (known, None);
        }
        let mut model = Model::new(self.settings, Size::new(80, 24), self.now, String::new());
        (model.library, model.selection) = (self.library.clone(), self.selection.clone());
        model.known = Some(register.clone());
        let sheet = tables::table_of_register(&model).map(Sheet::new);
        drop(model);
        let overview = Arc::new(Overview::of(&register, self.now.date()));
        (register, sheet.map(|sheet| ReadyRows { of: self, sheet, overview }))
    }
}

/// What the rows of the register that was just put into the model hold for, where they were made with what counts now.
pub fn ready(model: &Model, rows: &ReadyRows) -> Option<OfRegister> {
    let now = RowsFor::now(model)?;
    let is_of_now = rows.of.library.as_ref().map(Arc::as_ptr) == now.library.as_ref().map(Arc::as_ptr)
        && (&rows.of.selection, rows.of.settings) == (&now.selection, now.settings)
        && rows.of.now.date() == now.now.date();
    OfRegister::now(model).filter(|_| is_of_now)
}

/// The page of the course of a patient.
pub fn course(model: &Model, patient: PatientId) -> Arc<Page> {
    match (&model.prepared.course, OfCourse::now(model)) {
        (Some((known, page)), Some(of)) if *known == of && of.course.patient == patient => page.clone(),
        _ => Arc::new(tables::page_of_course(model, patient)),
    }
}

/// What was found in all meetings so far; what comes later is added to it.
pub fn hits(model: &Model) -> Entries {
    let of = OfHits::now(model);
    let made = model.prepared.hits.as_ref().filter(|(known, _)| Some(known) == of.as_ref());
    tables::entries_of_hits(model, made.map(|(_, entries)| entries.clone()).unwrap_or_default())
}

/// The patients that the open meeting may want on its agenda; `None` until earlier meetings were read.
pub fn patients(model: &Model) -> Option<Sheets> {
    let of = OfPatients::now(model)?;
    match &model.prepared.patients {
        Some((known, sheets)) if *known == of => Some(sheets.clone()),
        _ => tables::tables_of_patients(model),
    }
}

/// How many agreements are open of patients of the group who are not on the agenda of the open meeting, and how many of those
/// are past their day.
pub fn agreements_elsewhere(model: &Model) -> (usize, usize) {
    match (&model.prepared.elsewhere, OfPatients::now(model)) {
        (Some((known, count)), Some(of)) if *known == of => *count,
        _ => model
            .register()
            .zip(model.record())
            .map_or((0, 0), |(register, meeting)| register.agreements_elsewhere(meeting)),
    }
}

/// How many of the group are proposed for the agenda of the open meeting for a reason, and not on it.
pub fn proposed(model: &Model) -> usize {
    match (&model.prepared.proposed, OfPatients::now(model)) {
        (Some((known, count)), Some(of)) if *known == of => *count,
        _ => model.register().zip(model.record()).map_or(0, |(register, meeting)| {
            proposal(register, meeting).iter().filter(|proposed| proposed.reason != Reason::Rest).count()
        }),
    }
}

impl OfMeetings {
    fn now(model: &Model) -> Option<Self> {
        let revision = model.listed.as_ref()?.revision;
        Some(Self { revision, language: model.language(), today: model.now.date() })
    }
}

impl OfCourse {
    fn now(model: &Model) -> Option<Self> {
        Some(Self {
            course: model.course.clone()?,
            known: model.known.clone(),
            library: model.library.clone(),
            revision: model.open.as_ref().map(|open| open.saving.revision),
            settings: model.settings,
            today: model.now.date(),
        })
    }
}

impl OfHits {
    fn now(model: &Model) -> Option<Self> {
        Some(Self {
            number: model.finding.as_ref()?.found.number,
            names: model.prepared.names.clone(),
            known: model.known.clone(),
            language: model.language(),
            today: model.now.date(),
        })
    }
}

impl OfRegister {
    fn now(model: &Model) -> Option<Self> {
        Some(Self {
            known: model.known.clone()?,
            library: model.library.clone(),
            selection: model.selection.clone(),
            language: model.language(),
            today: model.now.date(),
        })
    }
}

impl OfPatients {
    fn now(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        Some(Self {
            register: open.register.clone(),
            library: model.library.clone(),
            meeting: open.record.id,
            revision: open.saving.revision,
            language: model.language(),
            today: model.now.date(),
        })
    }
}

/// Everything that is to be at hand now: the long lists of the present screen, and of others what was made before.
pub fn prepare(model: &Model) -> Prepared {
    let screen = model.screen();
    let search = model.path.top().search.as_str();
    // Elsewhere the list stays as it was made: every save of a meeting changes a row of it, and nobody sees that.
    let of_meetings = OfMeetings::now(model).filter(|_| *screen == Screen::Meetings);
    let meetings_before = || model.prepared.meetings.clone();
    let of_patients = OfPatients::now(model).filter(|_| *screen == Screen::AddPatient);
    // Whoever comes back to the register finds it as it was.
    let register_here = *screen == Screen::Register;
    let is_made = |of: &OfRegister| model.prepared.register.as_ref().is_some_and(|(known, _)| known == of);
    let of_register = OfRegister::now(model).filter(|of| register_here || is_made(of));
    let is_counted = |of: &OfRegister| model.prepared.overview.as_ref().is_some_and(|(known, _)| known == of);
    let of_overview = OfRegister::now(model).filter(|of| *screen == Screen::Start || is_counted(of));
    let search_register = if register_here { search } else { "" };
    let of_agenda = OfPatients::now(model).filter(|_| *screen == Screen::Meeting);
    let counts = matches!(screen, Screen::Meeting | Screen::Ending | Screen::Help);
    let of_elsewhere = OfPatients::now(model).filter(|_| counts);
    let of_proposed = OfPatients::now(model).filter(|_| counts || *screen == Screen::AddPatient);
    Prepared {
        proposed: of_proposed.map(|of| (of, proposed(model))),
        ready: None,
        hits: OfHits::now(model).filter(|_| *screen == Screen::Search).map(|of| (of, hits(model))),
        names: model.prepared.names.clone(),
        elsewhere: of_elsewhere.map(|of| (of, agreements_elsewhere(model))),
        meetings: of_meetings
            .and_then(|of| Some((of, meetings(model)?.searched(search))))
            .or_else(meetings_before),
        course: match *screen {
            Screen::Course(patient) => OfCourse::now(model).map(|of| (of, course(model, patient))),
            _ => None,
        },
        register: of_register.and_then(|of| Some((of, register(model)?.searched(search_register)))),
        overview: of_overview.and_then(|of| Some((of, overview(model)?))),
        agenda: of_agenda.and_then(|of| Some((of, agenda(model)?.searched(search)))),
        patients: of_patients.and_then(|of| {
            let Sheets { own, others } = patients(model)?;
            Some((of, Sheets { own: own.searched(search), others: others.searched(search) }))
        }),
    }
}
