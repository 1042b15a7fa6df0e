//! A paper that somebody looks at on its way outside, and what it is made from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::checklist::{Definition, Localized};
use crate::export::{DocumentFormat, Extra, MirrorSource, Reader};
use crate::meeting::{
    Course, Meeting, MeetingId, PatientId, Register, RegisterFilter, RegisterOrder, Selection,
};

/// A paper that somebody looks at: which one, of whom and for whom, and in which format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Which paper.
    pub kind: PaperKind,
    /// Whether it was asked for within the open meeting, so that its minutes are among the choices.
    pub meeting: bool,
    /// The patient who was looked at, where it was one.
    pub patient: Option<PatientId>,
    /// For whom a summary is.
    pub reader: Reader,
    /// What was ticked for this one print of a summary.
    #[serde(default)]
    pub extras: Vec<Extra>,
    /// The group that is looked at; `None` for all.
    pub group: Option<String>,
    /// Whose agreements are looked at, `None` for everybody's; who prepares a meeting, `None` for who leads it.
    pub owner: Option<String>,
    /// Of which patients of the register it is.
    pub filter: RegisterFilter,
    /// What of the register comes first.
    pub order: RegisterOrder,
    /// What was typed to look for some of the patients of the register; empty for all.
    #[serde(default)]
    pub search: String,
    /// The year of which is counted; `None` for all time.
    pub year: Option<i32>,
    /// In which format it is written.
    pub format: DocumentFormat,
    /// Whether it is the plan for another program (FHIR) instead.
    #[serde(default)]
    pub fhir: bool,
}

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperKind {
    /// The minutes of one patient.
    Patient,
    /// The minutes of the whole meeting.
    Minutes,
    /// What stands of a patient, for one reader.
    Summary,
    /// Everything that was recorded of a patient, in time.
    Course,
    /// What was agreed and is open.
    Agreements,
    /// The patients of the register, in a row each.
    Register,
    /// What somebody prepares the next meeting of a group by.
    Preparation,
    /// Counts to learn from.
    Mirror,
}

/// What has to be read before a paper can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PaperNeeds {
    /// Everything that was recorded of a patient.
    Course(PatientId),
    /// What is known of all patients.
    Register,
    /// What mirror information is counted from.
    Mirror,
}

/// What was read for a paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gathered {
    /// The number with which it was asked for.
    pub number: u64,
    /// Who sits at this computer; empty where that is not known.
    pub made_by: String,
    /// What was read.
    pub what: Gathering,
}

/// What was read for a paper, by what was needed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gathering {
    /// Everything that was recorded of a patient.
    Course {
        /// What was recorded.
        course: Box<Course>,
        /// Of each definition, the meeting that pinned it.
        meetings: Vec<MeetingId>,
        /// The definitions.
        #[serde(with = "super::recorded::definitions")]
        definitions: Vec<Arc<Definition>>,
    },
    /// What is known of all patients.
    Register(Box<Register>),
    /// What mirror information is counted from.
    Mirror(Box<MirrorSource>),
    /// It could not be read.
    Failed(Box<Localized>),
}

/// A paper to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct SavePaper {
    /// In which folder.
    pub folder: Box<str>,
    /// Under which name.
    pub name: Box<str>,
    /// What is to be done where a file of that name is there.
    pub existing: Existing,
    /// The paper in its format.
    pub text: Arc<str>,
    /// Which paper it is, by the name that programs have for it, for the access log.
    pub paper: &'static str,
    /// The patients whom it is about, for the access log.
    pub patients: Vec<PatientId>,
    /// The meeting that it is of, where it is of one.
    pub meeting: Option<Arc<Meeting>>,
}

/// What is to be done where a file of the same name is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Nothing: it is asked.
    Ask,
    /// The new one takes its place.
    Replace,
    /// The new one gets a number behind its name.
    Beside,
}

/// What came of saving a paper, or of showing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperFact {
    /// It is there, under this path.
    Saved(Box<str>),
    /// A file of its name is there, and stays as it is.
    Exists,
    /// It could not be saved, and why.
    NotSaved(Localized),
    /// A program of the system shows it.
    Shown,
    /// Nothing shows it, and why.
    NotShown(Localized),
}

/// A folder for papers, and where one can go from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperFolder {
    /// Its path.
    pub path: Box<str>,
    /// The folder above it.
    pub above: Option<Box<str>>,
    /// The names of the folders in it, each with its path.
    pub within: Vec<(Box<str>, Box<str>)>,
    /// Where people look for what they saved.
    pub usual: Vec<(UsualPlace, Box<str>)>,
    /// What copies it to other computers, as far as that is to be seen.
    pub synchronised: Option<Box<str>>,
    /// Why nothing can be saved there.
    pub problem: Option<Localized>,
}

/// Where people look for what they saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UsualPlace {
    /// What the settings say.
    Set,
    /// Where the last paper was saved.
    Last,
    /// Documents.
    Documents,
    /// What was downloaded.
    Downloads,
    /// The desktop.
    Desktop,
    /// All of it.
    Home,
}

impl Paper {
    /// A paper of everything, as it is offered first.
    pub const fn new(kind: PaperKind) -> Self {
        Self {
            kind,
            meeting: false,
            patient: None,
            reader: Reader::Dossier,
            extras: Vec::new(),
            group: None,
            owner: None,
            filter: RegisterFilter::All,
            order: RegisterOrder::Pressing,
            search: String::new(),
            year: None,
            format: DocumentFormat::Text,
            fhir: false,
        }
    }

    /// The minutes of the open meeting, or of one patient in it.
    pub fn minutes(patient: Option<PatientId>) -> Self {
        let kind = if patient.is_some() { PaperKind::Patient } else { PaperKind::Minutes };
        Self { meeting: true, patient, ..Self::new(kind) }
    }

    /// Whether it is the plan for another program: only who treats the patient gets one.
    pub fn is_fhir(&self) -> bool {
        self.fhir && self.can_be_fhir()
    }

    /// Whether it can be the plan for another program.
    pub fn can_be_fhir(&self) -> bool {
        self.kind == PaperKind::Summary && self.reader == Reader::Dossier
    }

    /// How the name of its file ends.
    pub fn ending(&self) -> &'static str {
        if self.is_fhir() { DocumentFormat::Json.ending() } else { self.format.ending() }
    }

    /// A paper of the patients of the register that are looked at.
    pub fn of_selection(kind: PaperKind, selected: &Selection) -> Self {
        let Selection { group, filter, order } = selected.clone();
        Self { group, filter, order, ..Self::new(kind) }
    }

    /// Whether it is the report of the session with a case that is open.
    pub fn is_of_session(&self, open: Option<&Meeting>) -> bool {
        self.meeting && open.is_some_and(|open| open.session.is_some())
    }

    /// The patient who is being discussed meanwhile.
    pub fn discussed(&self) -> Option<PatientId> {
        self.patient.filter(|_| self.meeting)
    }

    /// Whether it goes to people who are no professionals, so that somebody reads it before.
    pub fn is_read_through(&self) -> bool {
        match self.kind {
            PaperKind::Summary => self.reader.is_read_through(),
            PaperKind::Mirror => true,
            PaperKind::Patient
            | PaperKind::Minutes
            | PaperKind::Course
            | PaperKind::Agreements
            | PaperKind::Register
            | PaperKind::Preparation => false,
        }
    }

    /// What has to be read for it; nothing for what the open meeting itself says.
    pub fn needs(&self) -> Option<PaperNeeds> {
        match self.kind {
            // The course is that of the screen from which one came.
            PaperKind::Patient | PaperKind::Minutes | PaperKind::Course => None,
            PaperKind::Summary => self.patient.map(PaperNeeds::Course),
            PaperKind::Agreements | PaperKind::Register | PaperKind::Preparation => {
                Some(PaperNeeds::Register)
            }
            PaperKind::Mirror => Some(PaperNeeds::Mirror),
        }
    }
}
