//! Agreements: what, who, by when.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::from_text::from_text;
use super::id::{AgreementId, ParticipantId};
use super::stamp::Stamp;

/// An agreement of the team about one patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Identity, stable across meetings.
    pub id: AgreementId,
    /// What was agreed.
    pub what: String,
    /// By when, as typed ("vrijdag", "29 nov"); its meaning is derived ([`crate::meeting::typed`]).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub due: String,
    /// Who made the record, and when.
    pub recorded: Stamp,
    /// The day of the meeting in which it was made, where that was an earlier one and it was still open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The owner's name where the owner is from outside.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outside_name: String,
    /// Who tells an owner who is absent or from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<ParticipantId>,
    /// Whether it stands on the paper for the patient too.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub for_patient: bool,
    /// When it was confirmed at the end of the patient's discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Stamp>,
    /// When it was changed last after it came along from an earlier meeting, and by whom: what only came along says nothing anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    /// What came of it, or why it was dropped.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// When it was done or dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
}

impl Agreement {
    /// An agreement of which nothing is filled in yet.
    pub fn new(id: AgreementId, recorded: Stamp) -> Self {
        Self {
            id,
            what: String::new(),
            due: String::new(),
            recorded,
            from: None,
            owner: None,
            outside_name: String::new(),
            told_by: None,
            for_patient: false,
            confirmed: None,
            changed: None,
            outcome: String::new(),
            ended: None,
        }
    }

    /// When it was changed last after it came along.
    pub fn changed_at(&self) -> Option<NaiveDateTime> {
        self.changed.map(|stamp| stamp.at)
    }
}

/// Who does what was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A participant.
    Participant(ParticipantId),
    /// Somebody from outside; the name stands in [`Agreement::outside_name`].
    Outside,
}

/// How records name an owner from outside; everybody else is named by identity.
const OUTSIDE: &str = "outside";

impl Serialize for Owner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Participant(id) => id.serialize(serializer),
            Self::Outside => serializer.serialize_str(OUTSIDE),
        }
    }
}

impl<'de> Deserialize<'de> for Owner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, |text| match text {
            OUTSIDE => Ok(Self::Outside),
            other => other.parse().map(Self::Participant),
        })
    }
}

/// How an agreement ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// Done, or dropped because it was no longer needed.
    pub done: bool,
    /// By whom and when this was recorded.
    pub recorded: Stamp,
}
