//! What can be asked for on the command line, as plain values.

use std::path::PathBuf;

use clap_complete::Shell;

use crate::app::ThemeName;
use crate::app::message::Marks;
use crate::exchange::Profiles;
use crate::export::{DocumentFormat, Extra, Reader};
use crate::meeting::{RegisterFilter, RegisterOrder};

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Arguments {
    /// `--data`.
    pub data: Option<PathBuf>,
    /// `--checklists`.
    pub checklists: Option<PathBuf>,
    /// `--theme`.
    pub theme: Option<ThemeName>,
    /// `--ascii`.
    pub marks: Option<Marks>,
    /// `--plain`.
    pub plain: bool,
    /// `--record`.
    pub record: Option<PathBuf>,
    /// `--with-text`.
    pub with_text: bool,
    /// `--fault-at-f12`, for tests of what a panic leaves behind.
    #[cfg(debug_assertions)]
    pub faulty: bool,
    /// `--passphrase-fd`.
    pub passphrase: Option<u32>,
    /// `--locked-fd`, by which a locked program is told where its envelope is.
    pub locked: Option<u32>,
    /// `--readable-memory`, for tests that look for what memory holds.
    #[cfg(debug_assertions)]
    pub readable_memory: bool,
    /// `--weak-key`, for tests, in which a passphrase protects nothing.
    #[cfg(debug_assertions)]
    pub weak_key: bool,
    /// `--yes` with a command that brings something outside.
    pub yes: bool,
    /// `-o` with a command that brings something outside.
    pub output: Option<PathBuf>,
    /// `--replay`.
    pub replay: Option<PathBuf>,
    /// The command.
    pub command: Command,
}

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Command {
    /// None: the program itself.
    Program,
    /// The program with fictional patients.
    Demo,
    /// The list of meetings.
    Meetings,
    /// The minutes of a meeting, or of one patient in it.
    Minutes(String, Option<String>, PaperFormat),
    /// A summary of a patient for a reader.
    Summary(WantedSummary, PaperFormat),
    /// Counts to learn from.
    Mirror(WantedMirror, PaperFormat),
    /// The sheet by which somebody prepares a meeting.
    Prepare(WantedPreparation, PaperFormat),
    /// The plan of a patient, as typed, as FHIR resources.
    FhirExport(String, Profiles),
    /// A plan in files of another program.
    FhirRead(WantedReading),
    /// The register of a group in this file.
    ImportRegister(WantedImport),
    /// Open agreements over all patients.
    Agreements {
        /// Of this group only, as typed.
        group: Option<String>,
        /// Of this person only, as typed.
        owner: Option<String>,
        /// In which format.
        format: PaperFormat,
    },
    /// The patients that are known.
    Register(WantedRegister),
    /// The course of a patient, as typed.
    Patient(String, PaperFormat),
    /// What is looked for in all meetings, as typed.
    Find(String, Format),
    /// The versions of a meeting that were kept.
    History(String, WantedVersions),
    /// The access log.
    Log(WantedLog),
    /// Deleting a patient, as typed, perhaps without asking.
    Forget(String, bool),
    /// Deleting a session with a case, as typed, perhaps without asking.
    ForgetSession(String, bool),
    /// Deleting all meetings with invented patients, perhaps without asking.
    ForgetInvented(bool),
    /// Deleting meetings older than this, as typed, perhaps without asking.
    Retention(Option<String>, bool),
    /// Checking definitions.
    Check(Vec<PathBuf>, Format),
    /// Reading and writing checklists.
    Checklist(ChecklistCommand),
    /// The JSON schema of definitions.
    Schema,
    /// A backup of the notebook in this file.
    Backup(PathBuf),
    /// Putting the backup in this file back, and what becomes of what is newer here, where that was said.
    Restore(PathBuf, Option<Newer>),
    /// Protecting the notebook.
    Protect(Protect),
    /// Who can open the notebook.
    Readers(Readers),
    /// Looking the notebook over.
    Doctor {
        /// Whether the notebook is taken as it is.
        accept: bool,
    },
    /// What this shell needs to complete commands.
    Completions(Shell),
    /// Man pages, in this folder.
    Manual(PathBuf),
    /// Pictures of the screens, in this folder.
    Screenshots(PathBuf),
}

/// A command about checklists; a name is as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum ChecklistCommand {
    /// All checklists and routes.
    List,
    /// One of them, as people read it, or (true) its text.
    Show(String, bool),
    /// A new one, perhaps made from a shipped one.
    New(String, Option<String>),
    /// A new case.
    NewCase(String),
    /// All cases.
    Cases,
    /// One case on paper: for the trainer, or (false) a worksheet for the group.
    ShowCase(String, bool, DocumentFormat),
    /// How a trainer plays a case, on one page.
    CaseGuide(DocumentFormat),
    /// Editing one.
    Edit(String),
    /// What changed since an own one was made.
    Diff(String),
    /// One of them as a FHIR Questionnaire.
    Export(String),
    /// An own one made of the Questionnaire in this file, perhaps under another name.
    Import(PathBuf, Option<String>),
}

/// For whom an outcome is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    /// People.
    Text,
    /// Other programs.
    Json,
}

/// In which format something leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum PaperFormat {
    /// As a paper.
    Document(DocumentFormat),
    /// As a table for spreadsheets.
    Csv,
    /// As a spreadsheet.
    Xlsx,
    /// As a table for other programs, a row on each line.
    JsonLines,
}

impl PaperFormat {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Document(DocumentFormat::Text),
        Self::Document(DocumentFormat::Markdown),
        Self::Document(DocumentFormat::Html),
        Self::Csv,
        Self::Xlsx,
        Self::Document(DocumentFormat::Json),
        Self::JsonLines,
    ];

    /// The name by which it is asked for, which is also how the name of a file ends where it is no paper.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document(format) => format.name(),
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::JsonLines => "jsonl",
        }
    }
}

/// A summary that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct WantedSummary {
    /// The patient, as typed.
    pub whom: String,
    /// For whom it is.
    pub reader: Reader,
    /// What the reader gets on request, this time.
    pub extras: Vec<Extra>,
}

/// Which patients of the register are asked for, and in which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct WantedRegister {
    /// Of this group, as typed.
    pub group: Option<String>,
    /// Those of whom this holds.
    pub filter: RegisterFilter,
    /// What comes first.
    pub order: RegisterOrder,
    /// In which format.
    pub format: PaperFormat,
}

/// Which file is read, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::cli) struct WantedImport {
    /// The file.
    pub file: PathBuf,
    /// Of this group only, as typed.
    pub group: Option<String>,
    /// Whether it is taken over without a question.
    pub take: bool,
}

/// Which plan is read, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::cli) struct WantedReading {
    /// The file, or the folder.
    pub file: PathBuf,
    /// Whom it is about, as typed.
    pub patient: Option<String>,
    /// Whether all of it is taken over without a question.
    pub take: bool,
}

/// What is asked of the versions of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum WantedVersions {
    /// All of them in a list.
    List,
    /// The one with this number, to be read.
    Show(usize),
    /// The one with this number, to be put back.
    Restore(usize),
}

/// Of what counts are asked, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::cli) struct WantedMirror {
    /// Of this group only.
    pub group: Option<String>,
    /// From which day on.
    pub from: Option<String>,
    /// Until which day.
    pub to: Option<String>,
}

/// Which meeting is prepared, and by whom, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::cli) struct WantedPreparation {
    /// Of which group.
    pub group: Option<String>,
    /// For whom; who leads the meeting where it is nobody.
    pub whom: Option<String>,
    /// On which day.
    pub on: Option<String>,
}

/// What is asked of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::cli) struct WantedLog {
    /// From which day on, as typed.
    pub since: Option<String>,
    /// About which meeting, as typed.
    pub meeting: Option<String>,
}

/// What becomes of what is newer here than in the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Newer {
    /// It stays.
    Keep,
    /// It is replaced, after it was kept.
    Replace,
}

/// How the notebook is to be protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Protect {
    /// Seal the notebook.
    Seal,
    /// Another passphrase.
    Change,
    /// Another passphrase, by the recovery key.
    Recover,
    /// Another recovery key.
    Recovery,
    /// Record that the disk is encrypted.
    Disk,
}

/// What is asked of the readers; a name is as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Readers {
    /// Who there are.
    List,
    /// One more.
    Add(String),
    /// One less, perhaps without asking.
    Remove(String, bool),
}
