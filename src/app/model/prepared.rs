//! What is long, as it was prepared when it arrived: made into rows, and searched.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::app::message::Settings;
use crate::app::page::{Entries, Page, Table};
use crate::checklist::Library;
use crate::meeting::{Course, MeetingId, Names, Overview, Register, Selection};
use crate::words::Language;

/// The long lists of the program, as far as they are prepared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prepared {
    /// The meetings of the notebook.
    pub meetings: Option<(OfMeetings, Sheet)>,
    /// The agenda of the open meeting, or who is proposed for it.
    pub agenda: Option<(OfPatients, Sheet)>,
    /// The patients of the register that are looked at.
    pub register: Option<(OfRegister, Sheet)>,
    /// What the register says as a whole.
    pub overview: Option<(OfRegister, Arc<Overview>)>,
    /// The page of the course that is looked at.
    pub course: Option<(OfCourse, Arc<Page>)>,
    /// The patients that a meeting may want on its agenda.
    pub patients: Option<(OfPatients, Sheets)>,
    /// How many of the group are proposed for the agenda for a reason, and not on it.
    pub proposed: Option<(OfPatients, usize)>,
    /// How many agreements are open of patients who are not on the agenda, and how many of those are past their day.
    pub elsewhere: Option<(OfPatients, (usize, usize))>,
    /// How the patients of the open meeting and of its register are told apart.
    pub names: Option<Arc<Names>>,
    /// What was found in all meetings so far.
    pub hits: Option<(OfHits, Entries)>,
    /// The rows of the register that comes with the next message.
    pub ready: Option<ReadyRows>,
}

/// What the rows of a register are made with beside the register, taken along to where that is read.
#[derive(Debug, Clone, PartialEq)]
pub struct RowsFor {
    /// What is known till then: where the same was read again, there are rows already.
    pub known: Option<Arc<Register>>,
    /// The definitions in force.
    pub library: Option<Arc<Library>>,
    /// Which patients are looked at.
    pub selection: Selection,
    /// Signs, language and theme.
    pub settings: Settings,
    /// The moment from which days are told.
    pub now: NaiveDateTime,
}

/// Rows of a register that was just read, made where it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadyRows {
    /// What they were made with.
    pub of: RowsFor,
    /// The rows.
    pub sheet: Sheet,
    /// What it says as a whole.
    pub overview: Arc<Overview>,
}

/// A table, and what of it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    whole: Arc<Table>,
    search: String,
    shown: Arc<Table>,
}

/// Patients of the group of a meeting, and those of other groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets {
    /// Of its own group.
    pub own: Sheet,
    /// Of other groups.
    pub others: Sheet,
}

/// Everything on which the list of meetings depends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfMeetings {
    /// Of the list, or of the record.
    pub revision: u64,
    /// Of the screen.
    pub language: Language,
    /// Days are told from here.
    pub today: NaiveDate,
}

/// Everything on which the list of known patients depends.
#[derive(Debug, Clone)]
pub struct OfPatients {
    /// What is known from earlier meetings; `None` until they were read.
    pub register: Option<Arc<Register>>,
    /// The definitions in force.
    pub library: Option<Arc<Library>>,
    /// The open meeting.
    pub meeting: MeetingId,
    /// Of the list, or of the record.
    pub revision: u64,
    /// Of the screen.
    pub language: Language,
    /// Days are told from here.
    pub today: NaiveDate,
}

/// Everything on which it depends how what is found is told, beside what is found.
#[derive(Debug, Clone)]
pub struct OfHits {
    /// Of what is looked for.
    pub number: u64,
    /// How patients of the open meeting are told apart.
    pub names: Option<Arc<Names>>,
    /// Who is known.
    pub known: Option<Arc<Register>>,
    /// Of the screen.
    pub language: Language,
    /// Days are told from here.
    pub today: NaiveDate,
}

impl PartialEq for OfHits {
    fn eq(&self, other: &Self) -> bool {
        self.names.as_ref().map(Arc::as_ptr) == other.names.as_ref().map(Arc::as_ptr)
            && self.known.as_ref().map(Arc::as_ptr) == other.known.as_ref().map(Arc::as_ptr)
            && (self.number, self.language, self.today) == (other.number, other.language, other.today)
    }
}

/// Everything on which the page of a course depends.
#[derive(Debug, Clone)]
pub struct OfCourse {
    /// What was recorded of the patient.
    pub course: Arc<Course>,
    /// What is known of others, who may be named in it.
    pub known: Option<Arc<Register>>,
    /// The definitions in force.
    pub library: Option<Arc<Library>>,
    /// The revision of the open meeting, whose definitions go before those.
    pub revision: Option<u64>,
    /// Signs, language and theme.
    pub settings: Settings,
    /// Days are told from here.
    pub today: NaiveDate,
}

impl PartialEq for OfCourse {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.course, &other.course)
            && self.known.as_ref().map(Arc::as_ptr) == other.known.as_ref().map(Arc::as_ptr)
            && self.library.as_ref().map(Arc::as_ptr) == other.library.as_ref().map(Arc::as_ptr)
            && (self.revision, self.today) == (other.revision, other.today)
            && self.settings == other.settings
    }
}

/// Everything on which the register depends.
#[derive(Debug, Clone)]
pub struct OfRegister {
    /// What is known.
    pub known: Arc<Register>,
    /// The definitions in force.
    pub library: Option<Arc<Library>>,
    /// Which patients are looked at.
    pub selection: Selection,
    /// Of the screen.
    pub language: Language,
    /// Days are told from here.
    pub today: NaiveDate,
}

impl PartialEq for OfRegister {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.known, &other.known)
            && self.library.as_ref().map(Arc::as_ptr) == other.library.as_ref().map(Arc::as_ptr)
            && self.selection == other.selection
            && (self.language, self.today) == (other.language, other.today)
    }
}

impl PartialEq for OfPatients {
    fn eq(&self, other: &Self) -> bool {
        // What was read is never changed, only read again.
        self.register.as_ref().map(Arc::as_ptr) == other.register.as_ref().map(Arc::as_ptr)
            && self.library.as_ref().map(Arc::as_ptr) == other.library.as_ref().map(Arc::as_ptr)
            && (self.meeting, self.revision) == (other.meeting, other.revision)
            && (self.language, self.today) == (other.language, other.today)
    }
}

impl Sheet {
    /// A table of which everything is shown.
    pub fn new(table: Table) -> Self {
        let whole = Arc::new(table);
        Self { shown: whole.clone(), whole, search: String::new() }
    }

    /// How many rows there are, shown or not.
    pub fn len(&self) -> usize {
        self.whole.len()
    }

    /// Whether there are no rows at all.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// The rows in which every word of `search` occurs.
    pub fn found(&self, search: &str) -> Arc<Table> {
        match search {
            "" => self.whole.clone(),
            search if search == self.search => self.shown.clone(),
            search => Arc::new(self.whole.filtered(search)),
        }
    }

    /// The same table with the rows at hand in which `search` occurs.
    #[must_use]
    pub fn searched(mut self, search: &str) -> Self {
        self.shown = self.found(search);
        search.clone_into(&mut self.search);
        self
    }
}
