//! An agreement that a later meeting may take over.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::checklist::Looks;
use crate::meeting::record::agreement::{Agreement, Owner};
use crate::meeting::record::id::ParticipantId;
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::participant::Participant;
use crate::meeting::typed;
use crate::text::same::same_name;

/// An agreement that is still open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenAgreement {
    /// The agreement as it was last, with the day of the meeting in which it was made.
    pub agreement: Agreement,
    /// The owner's name where the owner was a participant: participants have their identity within a meeting.
    pub owner: String,
}

/// What a meeting says of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agreed {
    /// It is open.
    Open(Arc<OpenAgreement>),
    /// It ended, having said this ([`OpenAgreement::said`]).
    Ended(String),
}

impl Agreed {
    /// What `meeting` says of an agreement.
    pub(super) fn of(meeting: &Meeting, agreement: &Agreement) -> Self {
        let seen = OpenAgreement::of(meeting, agreement);
        if agreement.is_open() { Self::Open(Arc::new(seen)) } else { Self::Ended(seen.said()) }
    }

    /// The agreement, where it is open.
    pub const fn open(&self) -> Option<&Arc<OpenAgreement>> {
        match self {
            Self::Open(open) => Some(open),
            Self::Ended(_) => None,
        }
    }
}

impl OpenAgreement {
    /// What is to be done and by when: a copy that says the same as what ended elsewhere is not open again.
    pub fn said(&self) -> String {
        format!("{}\n{}", self.agreement.what.trim(), self.agreement.due.trim())
    }

    /// An agreement of `meeting`, as later ones see it.
    pub(in crate::meeting) fn of(meeting: &Meeting, agreement: &Agreement) -> Self {
        let owner = match agreement.owner {
            Some(Owner::Participant(id)) => meeting.participant(id).map(|known| known.name.clone()),
            _ => None,
        };
        let mut agreement = agreement.clone();
        // Where nobody said on which day they met, the day on which it was recorded is one that was.
        let is_asked = !meeting.details.date_typed.trim().is_empty();
        let met = if is_asked { agreement.recorded.at.date() } else { meeting.details.date };
        let made_on = *agreement.from.get_or_insert(met);
        // "Vrijdag" is another day in the next meeting.
        agreement.due = typed::kept(&agreement.due, made_on, Looks::Forward);
        Self { agreement, owner: owner.unwrap_or_default() }
    }

    /// The agreement in another meeting: its owner is who has that identity or name there, or else somebody from
    /// outside by the same name, so that nobody gets lost. Who was from outside between meetings is at the table again.
    pub fn within(&self, meeting: &Meeting) -> Agreement {
        let mut agreement = self.agreement.clone();
        let outside = agreement.outside_name.trim();
        if agreement.owner == Some(Owner::Outside)
            && !outside.is_empty()
            && let [known] = meeting
                .participants
                .iter()
                .filter(|known| same_name(&known.name, outside))
                .collect::<Vec<_>>()
                .as_slice()
        {
            agreement.owner = Some(Owner::Participant(known.id));
            agreement.outside_name.clear();
        }
        let there = |id: ParticipantId| meeting.participant(id).is_some();
        agreement.told_by = agreement.told_by.filter(|id| there(*id));
        if let Some(Owner::Participant(id)) = agreement.owner
            && !there(id)
        {
            let named = |known: &&Participant| same_name(&known.name, &self.owner);
            agreement.owner = match meeting.participants.iter().find(named) {
                _ if self.owner.trim().is_empty() => None,
                Some(known) => Some(Owner::Participant(known.id)),
                None => {
                    agreement.outside_name.clone_from(&self.owner);
                    Some(Owner::Outside)
                }
            };
        }
        agreement
    }
}
