//! Who sits at the table.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::id::ParticipantId;
use crate::checklist::Discipline;

/// A participant of a meeting, present or absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Identity within the meeting.
    pub id: ParticipantId,
    /// Name as the group uses it.
    pub name: String,
    /// Profession, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discipline: Option<Discipline>,
    /// The profession in the group's own words, where none of the list is theirs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub profession: String,
    /// Roles in this meeting.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub roles: BTreeSet<Role>,
    /// Belongs to the group and was not there.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub absent: bool,
}

impl Participant {
    /// A participant of whom nothing is known yet.
    pub fn new(id: ParticipantId) -> Self {
        Self {
            id,
            name: String::new(),
            discipline: None,
            profession: String::new(),
            roles: BTreeSet::new(),
            absent: false,
        }
    }
}

/// A role in one meeting; voorzitter and notulist are two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Voorzitter.
    Chair,
    /// Notulist.
    Recorder,
    /// Consulent.
    Consultant,
    /// Gast.
    Guest,
}

impl Role {
    /// Every role, in the order in which the screen offers them.
    pub const ALL: [Self; 4] = [Self::Chair, Self::Recorder, Self::Consultant, Self::Guest];

    /// The name by which records know the role.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Recorder => "recorder",
            Self::Consultant => "consultant",
            Self::Guest => "guest",
        }
    }
}
