//! Everything that can happen: intents of the user, and facts from outside.

use super::facts::{Deleted, Listed, Opened, Size};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    FirstFact, Found, Gathered, LockFact, OtherVersion, PaperFact, PaperFolder, PutAway, SettingsRead,
    VersionRead,
};
use crate::app::page::RowId;
use crate::checklist::{Library, Localized};
use crate::meeting::{Course, EarlierSession, Id, MeetingId, Register};
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
    /// The same by a key that also types: nothing happens when the step before was this one too.
    ActivateOnce,
    /// Choose the option at this place, counted from the first, of the one-row choice in focus.
    Choose(u16),
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
    /// To the papers of what is on the screen: of this patient, of the whole meeting, of everybody.
    Paper,
    /// To where all meetings are looked through.
    Find,
    /// To all commands of this screen, found by their names.
    Palette,
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
    /// How far the first use of the notebook is.
    FirstFact(Box<FirstFact>),
    /// The window is looked at again.
    FocusGained,
    /// The terminal sends letters that are no UTF-8.
    NotUtf8,
    /// A letter was pressed together with Alt.
    AltMeansNothing,
    /// Enter came at once with letters, where it would have acted on a row.
    EnterCameAlong,
    /// The user is back from editing a file, which may have gone wrong.
    EditorClosed(Option<Box<Localized>>),
    /// Random identifiers, drawn outside.
    Ids(Box<[Id]>),
    /// The settings as they were saved, and what is wrong in their file.
    SettingsRead(Box<SettingsRead>),
    /// The settings that were chosen are saved (none), or not and why.
    SettingsSaved(Option<Box<Localized>>),
    /// The definitions in force.
    LibraryRead(#[serde(with = "super::recorded::library")] Arc<Library>),
    /// The meetings of the notebook, or a part of them.
    Listed(Box<Listed>),
    /// The notebook cannot be used.
    NotebookFailed(Box<Localized>),
    /// What is known from the meetings before the open one.
    Register(Arc<Register>),
    /// How votes were spread in the session before the open one with the same case, where there was one.
    EarlierSession(MeetingId, Option<Box<EarlierSession>>),
    /// Everything that was recorded of a patient.
    Course(Box<Course>),
    /// What was read for a paper.
    Gathered(Box<Gathered>),
    /// A folder for papers, and what is in it.
    PaperFolder(Box<PaperFolder>),
    /// What came of saving or showing a paper.
    PaperFact(Box<PaperFact>),
    /// A part of what was looked for in all meetings.
    Found(Box<Found>),
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
    /// A session with a case was deleted, or not.
    SessionDeleted(Box<Deleted>),
    /// A version was put away, or not.
    PutAway(Box<PutAway>),
    /// A rescue copy of this revision was written; without one, nowhere. And what to tell.
    SavedElsewhere(Option<u64>, Box<Localized>),
}

/// A key that does what a row is for, and types elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Enter.
    Enter,
    /// The space bar.
    Space,
}

impl Msg {
    /// The key that it came by, where that does what a row is for.
    pub fn deed(&self) -> Option<Deed> {
        match self {
            Self::Activate | Self::Type(Command::NewLine) => Some(Deed::Enter),
            Self::ActivateOnce | Self::Type(Command::Insert(' ')) => Some(Deed::Space),
            _ => None,
        }
    }

    /// Whether it is what somebody wants, and no fact.
    pub fn is_intent(&self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::Activate
                | Self::ActivateOnce
                | Self::Choose(_)
                | Self::Focus(_)
                | Self::Next
                | Self::Previous
                | Self::Back
                | Self::Type(_)
                | Self::Undo
                | Self::Redo
                | Self::Help
                | Self::Source
                | Self::Notes
                | Self::Agreement
                | Self::Save
                | Self::Overview
                | Self::MoveUp
                | Self::MoveDown
                | Self::Finish
                | Self::Paper
                | Self::Find
                | Self::Palette
                | Self::Lock
                | Self::Redraw
                | Self::Quit
        )
    }
}
