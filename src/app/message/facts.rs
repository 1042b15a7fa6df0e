//! What facts from outside carry: what was listed, opened or tried there.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::versions::OtherVersion;
use crate::checklist::{Definition, Localized, RouteDefinition};
use crate::meeting::{Meeting, MeetingId, MeetingSummary};

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
    /// Starts of the program of which somebody said that the clock was right; read only where it is doubted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks_seen: Vec<NaiveDateTime>,
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
        self.clocks_seen.extend(part.clocks_seen);
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
    /// What is told on top of that: from where it was recovered.
    #[serde(default)]
    pub told: Option<Localized>,
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
            told: None,
        }
    }
}

/// What came of deleting a session with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deleted {
    /// The session.
    pub session: MeetingId,
    /// How many versions of it went too.
    pub versions: usize,
    /// Why something of it is left, where that is so.
    pub failed: Option<Localized>,
}

/// A fact about unlocking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LockFact {
    /// So many characters stand typed.
    Typed(u16),
    /// The passphrase is being tried.
    Tried,
    /// It was another one.
    Refused,
    /// Something else is in the way.
    Failed(Box<Localized>),
}
