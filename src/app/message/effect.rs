//! What the core asks of the world outside, as plain data.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Find, FirstDeed, OtherVersion, PaperNeeds, SavePaper, Settings};
use crate::checklist::{Definition, Layer, RouteDefinition};
use crate::meeting::{Meeting, MeetingId, PatientId, VersionReason, Viewpoint};

/// One thing to be done outside; its outcome comes back as a fact in [`crate::app::Msg`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Draw random identifiers.
    DrawIds,
    /// Read the definitions of every layer.
    ReadLibrary,
    /// Read the definitions again, when their files changed since they were read last.
    LookAtLibrary,
    /// Have the user edit a file with a definition.
    Edit(Place),
    /// List the meetings of the notebook.
    ListMeetings,
    /// List them again, in one piece: another window may have changed something.
    ListAgain,
    /// Read all meetings, for what is known from before this one.
    ReadRegister(Viewpoint),
    /// Read how votes were spread in the session before this one with the same case.
    ReadEarlierSession(Arc<Meeting>),
    /// Read everything that was recorded of a patient until a day.
    ReadCourse(PatientId, NaiveDate),
    /// Read what a paper is made from; the number tells which answer is of which question.
    Gather(PaperNeeds, u64),
    /// Look into a folder for papers; without one, into the folder where papers are saved first.
    LookIntoFolder(Option<Box<str>>),
    /// Save a paper outside the notebook.
    SavePaper(Box<SavePaper>),
    /// Have a program of the system show a paper that was saved.
    ShowPaper(Box<str>),
    /// Look for words in all meetings.
    Find(Find),
    /// Read a meeting and lock it.
    OpenMeeting(MeetingId),
    /// Open a meeting to change it, although another computer says that it has it open.
    InsistOnMeeting(MeetingId),
    /// Set the damaged file of a meeting aside, and open the last good version in its place.
    RecoverMeeting(MeetingId),
    /// Keep a version of a meeting.
    KeepVersion(KeepVersion),
    /// Read a version of a meeting, to be compared.
    ReadVersion(MeetingId, Box<OtherVersion>),
    /// Put a version away, about which somebody has chosen.
    PutVersionAway(MeetingId, Box<OtherVersion>),
    /// Write a rescue copy to a folder outside the notebook.
    SaveElsewhere(Save),
    /// Delete a session with a case, with everything that was kept of it.
    DeleteSession(MeetingId),
    /// Give up the lock of a meeting.
    LetGo(MeetingId),
    /// Save a meeting; of several that wait only the newest is saved.
    SaveMeeting(Save),
    /// Save the settings.
    SaveSettings(Settings),
    /// Read the settings again, after their file was edited.
    ReadSettings,
    /// Have the user edit the file with settings.
    EditSettings,
    /// Lock the program: seal where somebody is and what they typed, and forget it.
    Lock,
    /// Try the passphrase that was typed.
    Unlock,
    /// Go on with the first use of the notebook.
    FirstUse(FirstDeed),
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}

/// A place in a file with a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where the file comes from.
    pub layer: Layer,
    /// Its path within the layer, as shown.
    pub file: Box<str>,
    /// The line, counted from 1.
    pub line: Option<usize>,
}

/// One revision of a meeting, to be saved whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// The record.
    pub meeting: Arc<Meeting>,
    /// Its revision; grows with every change.
    pub revision: u64,
    /// The definitions that the record names; on disk before the record.
    pub definitions: Vec<Arc<Definition>>,
    /// The routes that the record names; on disk before the record.
    pub routes: Vec<Arc<RouteDefinition>>,
}

/// A version to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeepVersion {
    /// The record.
    pub meeting: Arc<Meeting>,
    /// Why.
    pub reason: VersionReason,
}
