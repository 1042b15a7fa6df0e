//! What changed in a meeting after it was closed: who reopened it, when and why, and what stood there before.

use serde::{Deserialize, Serialize};

use super::id::{AgreementId, PatientId};
use super::stamp::Stamp;

/// One reopening of a closed meeting; it lasts until the meeting is closed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// When the meeting had been closed, and by whom.
    pub closed: Stamp,
    /// When it was reopened, and by whom.
    pub reopened: Stamp,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What is different since then, each place once.
    #[serde(default, rename = "change", skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Amended>,
}

/// One place that is different since a meeting was reopened.
///
/// The values stand here in words, so that they can be read for as long as the record is kept, whatever becomes of the
/// definition that they were answers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amended {
    /// A stable name of the place.
    pub place: String,
    /// The patient whom it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient: Option<PatientId>,
    /// Whether the group keeps it to itself, so that it stands in nothing about a patient.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub of_the_group: bool,
    /// What the place is called.
    pub what: String,
    /// What stood there when the meeting was reopened; empty where nothing did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What stands there now; empty where nothing does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// How an agreement stood before, where the place is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Box<AgreedThen>>,
}

/// By when and for whom an agreement was before its meeting was reopened: so it came along to later meetings, in which nobody then
/// gave it another day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreedThen {
    /// The agreement.
    pub id: AgreementId,
    /// By when, as later meetings see it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub due: String,
    /// The name of who was to do it; empty where that was nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
}

impl Amendment {
    /// A reopening of a meeting that had been `closed`, in which nothing changed yet.
    pub fn new(closed: Stamp, reopened: Stamp) -> Self {
        Self { closed, reopened, reason: String::new(), changes: Vec::new() }
    }

    /// Notes what changed at one place. Every place stands in the list once, with what stood there first and what stands
    /// there last, so that typing does not make the list longer; what is again as it was is no change.
    pub fn note(&mut self, changed: Amended) {
        match self.changes.iter_mut().find(|known| known.place == changed.place) {
            Some(known) => {
                known.after = changed.after;
                known.what = changed.what;
            }
            None => self.changes.push(changed),
        }
        self.changes.retain(|known| known.before != known.after);
    }
}
