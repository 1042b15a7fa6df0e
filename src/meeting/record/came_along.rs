//! What a discussion began with of what earlier meetings said of the patient: as long as nobody touches that, it says nothing anew.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::answer::QuestionKey;
use super::id::AgreementId;

/// What came along when a known patient was put on the record.
///
/// A record that is made ahead would otherwise bring back, on its day, what was corrected since.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CameAlong {
    /// The label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Year of birth as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub born: String,
    /// The question of who brings the case, which waited for a discussion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The patient had died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub deceased: bool,
    /// The times of repeating groups.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub repeats: BTreeMap<QuestionKey, Vec<u32>>,
    /// When an agreement was changed before it came along, where it was: another moment is of a change that was made here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub agreed: BTreeMap<AgreementId, NaiveDateTime>,
}

/// What of a discussion only came along: it counts where nobody said it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsaid {
    /// The label.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub label: bool,
    /// The year of birth.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub born: bool,
    /// The question of who brings the case.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub question: bool,
    /// That the patient died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub deceased: bool,
    /// The times of these repeating groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<QuestionKey>,
}
