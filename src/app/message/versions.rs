//! Versions of the open meeting beside the one that is worked on.

use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::checklist::{Definition, Localized, RouteDefinition};
use crate::meeting::{Meeting, MeetingId, VersionReason};
use crate::words::Language;

/// Where a version comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// It was kept as a checkpoint.
    Kept(VersionReason),
    /// Another program or laptop wrote it.
    Beside,
    /// A program that was stopped left it behind.
    LeftOver,
}

/// A version of a meeting that can be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherVersion {
    /// By what the notebook finds it.
    pub name: Box<str>,
    /// When it was written, local time.
    pub at: NaiveDateTime,
    /// Where it comes from.
    pub origin: Origin,
}

impl OtherVersion {
    /// Whether somebody has to choose what becomes of it.
    pub fn waits(&self) -> bool {
        !matches!(self.origin, Origin::Kept(_))
    }

    /// Where it comes from, in words.
    pub fn why(&self, language: Language) -> &'static str {
        match self.origin {
            Origin::Kept(VersionReason::Opened) => language.version_opened(),
            Origin::Kept(VersionReason::Closed) => language.version_closed(),
            Origin::Kept(VersionReason::Worked) => language.version_worked(),
            Origin::Kept(VersionReason::Restored) => language.version_restored(),
            Origin::Kept(VersionReason::Beside) => language.version_put_away(),
            Origin::Beside => language.version_beside(),
            Origin::LeftOver => language.version_left_over(),
        }
    }
}

/// A version that was read, to be compared with the open meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VersionRead {
    /// Which.
    pub version: OtherVersion,
    /// What it holds.
    pub meeting: Meeting,
    /// The definitions that it names, as far as they can be read.
    #[serde(with = "super::recorded::definitions")]
    pub definitions: Vec<Arc<Definition>>,
    /// The routes that it names, as far as they can be read.
    #[serde(with = "super::recorded::routes", default)]
    pub routes: Vec<Arc<RouteDefinition>>,
}

/// What became of putting a version away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAway {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// The versions that there are now.
    pub versions: Vec<OtherVersion>,
    /// Why it is still there, where it is.
    pub failed: Option<Localized>,
}
