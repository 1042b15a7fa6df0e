//! Everything that can happen: intents of the user, and facts from outside.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::locked::LockFact;
use super::page::RowId;
use super::settings::Settings;
use super::versions::{OtherVersion, PutAway, VersionRead};
use crate::checklist::{Definition, Library, Localized, RouteDefinition};
use crate::meeting::{Course, Id, Meeting, MeetingId, MeetingSummary, Register};
use crate::text::Command;

/// One thing that happens; intents first, then facts.
///
/// At most 64 bytes, so that queues stay small; whatever is larger is boxed or shared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Msg {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the left: less, or the earlier page.
    Left,
    /// To the right: more, or the next page.
    Right,
    /// A window up.
    PageUp,
    /// A window down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Open or choose the row in focus.
    Activate,
    /// Put the focus on a row.
    Focus(RowId),
    /// To the next page of the walk, or the next row.
    Next,
    /// To the earlier page of the walk, or the row above.
    Previous,
    /// Back to the screen below.
    Back,
    /// Edit the text in focus.
    Type(Command),
    /// Take back the last change.
    Undo,
    /// Make the last change that was taken back again.
    Redo,
    /// Show all keys of this screen.
    Help,
    /// Show the sources of what is on the screen.
    Source,
    /// To the running notes of this patient.
    Notes,
    /// Make an agreement about this patient.
    Agreement,
    /// Save at once.
    Save,
    /// To everything about this patient on one page.
    Overview,
    /// The patient in focus one place up on the agenda.
    MoveUp,
    /// The patient in focus one place down on the agenda.
    MoveDown,
    /// Be done with this patient.
    Finish,
    /// To the minutes: of this patient, or of the whole meeting.
    Minutes,
    /// Lock the program.
    Lock,
    /// Draw everything anew: another program may have written on the terminal.
    Redraw,
    /// Leave the program.
    Quit,
    /// The last key was not Esc but the beginning of another one: back to where that was pressed.
    EscapeWasNone,
    /// The system asks the program to end: save, then leave without asking.
    Terminate,

    /// The window has this size.
    Resized(Size),
    /// The deadline passed.
    Woke,
    /// The computer slept, and woke up.
    Slept,
    /// How far unlocking is.
    LockFact(LockFact),
    /// The window is looked at again.
    FocusGained,
    /// The terminal sends letters that are no UTF-8.
    NotUtf8,
    /// The user is back from editing a file, which may have gone wrong.
    EditorClosed(Option<Box<Localized>>),
    /// Random identifiers, drawn outside.
    Ids(Box<[Id]>),
    /// The settings as they were saved.
    SettingsRead(Settings),
    /// The definitions in force.
    LibraryRead(#[serde(with = "super::recorded::library")] Arc<Library>),
    /// The meetings of the notebook, or a part of them.
    Listed(Box<Listed>),
    /// The notebook cannot be used.
    NotebookFailed(Box<Localized>),
    /// What is known from the meetings before the open one.
    Register(Box<Register>),
    /// Everything that was recorded of a patient.
    Course(Box<Course>),
    /// A meeting was read.
    Opened(Box<Opened>),
    /// A meeting could not be read.
    OpenFailed(Box<Localized>),
    /// The program could not be locked, or not be brought back as it was.
    LockFailed(Box<Localized>),
    /// The access log could not be written.
    LogFailed(Box<Localized>),
    /// This revision of the open meeting is on disk.
    Saved(MeetingId, u64),
    /// This revision of the open meeting could not be saved.
    SaveFailed(MeetingId, u64, Box<Localized>),
    /// The versions that there are of a meeting.
    Versions(MeetingId, Vec<OtherVersion>),
    /// A version was read, to be compared.
    VersionRead(Box<VersionRead>),
    /// A version was put away, or not.
    PutAway(Box<PutAway>),
    /// A rescue copy of this revision was written; without one, nowhere. And what to tell.
    SavedElsewhere(Option<u64>, Box<Localized>),
}

/// A size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// A size of `width` columns and `height` rows.
    pub const fn new(width: u16, height: u16) -> Self {
        Self { width, height }
    }
}

/// What the notebook holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Listed {
    /// The meetings, newest first.
    pub meetings: Vec<MeetingSummary>,
    /// Files that cannot be used.
    pub problems: Vec<FileProblem>,
    /// Whether this is a part, and others follow.
    #[serde(default)]
    pub more: bool,
    /// Grows with every change of the list, so that what was made of it is known to be old.
    #[serde(skip)]
    pub revision: u64,
}

impl Listed {
    /// Puts the next part among what is known; of what is in both the known one is newer, for it was saved meanwhile.
    pub fn extend(&mut self, part: Self) {
        let within: HashSet<MeetingId> = part.meetings.iter().map(|summary| summary.id).collect();
        let known: HashSet<MeetingId> =
            self.meetings.iter().map(|summary| summary.id).filter(|id| within.contains(id)).collect();
        self.meetings.extend(part.meetings.into_iter().filter(|summary| !known.contains(&summary.id)));
        self.meetings.sort_by(MeetingSummary::newest_first);
        self.problems.extend(part.problems);
        self.more = part.more;
        self.revision += 1;
    }
}

/// A file that cannot be used, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileProblem {
    /// The file.
    pub file: String,
    /// What is wrong and what to do.
    pub message: Localized,
    /// What can be done about it here.
    #[serde(default)]
    pub way_out: Option<WayOut>,
}

/// What can be done about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WayOut {
    /// Open the meeting, and choose between its versions there.
    Compare(MeetingId),
    /// Set the damaged file aside and go on from the last good version.
    Recover(MeetingId),
}

/// A meeting as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The record.
    pub meeting: Meeting,
    /// The definitions that it pinned, as far as they could be read.
    #[serde(with = "super::recorded::definitions")]
    pub definitions: Vec<Arc<Definition>>,
    /// The routes that it pinned, as far as they could be read.
    #[serde(with = "super::recorded::routes", default)]
    pub routes: Vec<Arc<RouteDefinition>>,
    /// Why nothing can be changed, where that is so.
    pub read_only: Option<Localized>,
    /// Whether somebody may say that it is to be changed here all the same.
    #[serde(default)]
    pub may_insist: bool,
    /// The versions that there are beside it, newest first.
    #[serde(default)]
    pub versions: Vec<OtherVersion>,
}

impl Opened {
    /// A meeting to be changed, beside which no version stands.
    pub fn new(meeting: Meeting, definitions: Vec<Arc<Definition>>) -> Self {
        Self {
            meeting,
            definitions,
            routes: Vec::new(),
            read_only: None,
            may_insist: false,
            versions: Vec::new(),
        }
    }
}
