//! An agreement that a later meeting may take over.

use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::checklist::Looks;
use crate::meeting::record::agreement::{Agreement, Owner};
use crate::meeting::record::amendment::AgreedThen;
use crate::meeting::record::id::ParticipantId;
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::participant::Participant;
use crate::meeting::record::stamp::Stamp;
use crate::meeting::typed;
use crate::text::same::{folded, same_name};

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
    /// It ended.
    Ended(Says),
}

/// By what a statement about an agreement is told from others: a copy that came along says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Says {
    /// Whether the agreement is open.
    pub is_open: bool,
    /// What is to be done and by when, in short, and when that was changed last.
    pub what: u64,
    /// The same with who does it, and with the moments at which it was confirmed or ended.
    pub whole: u64,
}

impl Agreed {
    /// What `meeting` says of an agreement.
    pub(super) fn of(meeting: &Meeting, agreement: &Agreement) -> Self {
        let seen = OpenAgreement::of(meeting, agreement);
        if agreement.is_open() { Self::Open(Arc::new(seen)) } else { Self::Ended(seen.says()) }
    }

    /// The agreement, where it is open.
    pub const fn open(&self) -> Option<&Arc<OpenAgreement>> {
        match self {
            Self::Open(open) => Some(open),
            Self::Ended(_) => None,
        }
    }

    /// The latest moment at which something was recorded of it, where it is open.
    pub fn touched(&self) -> Option<NaiveDateTime> {
        let agreement = &self.open()?.agreement;
        let moments = [Some(agreement.recorded), agreement.confirmed, agreement.changed];
        moments.into_iter().flatten().map(|stamp| stamp.at).max()
    }

    /// What is said.
    pub fn says(&self) -> Says {
        match self {
            Self::Open(open) => open.says(),
            Self::Ended(says) => *says,
        }
    }
}

/// Texts and moments as a number that tells them apart (FNV-1a): what many are compared by, and what an index can hold.
fn in_short(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.iter().copied().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl OpenAgreement {
    /// By what it is told from other statements about the same agreement.
    pub fn says(&self) -> Says {
        let agreement = &self.agreement;
        let (what, due) = (agreement.what.trim().as_bytes(), agreement.due.trim().as_bytes());
        let is_outside = agreement.owner == Some(Owner::Outside);
        let owner = folded(if is_outside { &agreement.outside_name } else { &self.owner });
        // As a number, for a moment as text costs more than all else here.
        let at = |moment: Option<Stamp>| {
            moment.map_or(0, |stamp| stamp.at.and_utc().timestamp_micros()).to_le_bytes()
        };
        let (confirmed, ended) = (at(agreement.confirmed), at(agreement.ended.map(|ended| ended.recorded)));
        let changed = at(agreement.changed);
        let how = agreement.ended.map_or("", |ended| if ended.done { "done" } else { "dropped" });
        let patient = if agreement.for_patient { "patient" } else { "" };
        Says {
            is_open: agreement.is_open(),
            what: in_short(&[what, due, &changed]),
            whole: in_short(&[
                what,
                due,
                owner.as_bytes(),
                &confirmed,
                &changed,
                &ended,
                how.as_bytes(),
                patient.as_bytes(),
            ]),
        }
    }

    /// By when it is to be done and by whom.
    pub fn then(&self) -> AgreedThen {
        let agreement = &self.agreement;
        let is_outside = agreement.owner == Some(Owner::Outside);
        let owner = if is_outside { &agreement.outside_name } else { &self.owner };
        let text = |text: &str| text.trim().to_owned();
        AgreedThen { id: agreement.id, due: text(&agreement.due), owner: text(owner) }
    }

    /// Whether it is something else, for somebody else or by another day than an agreement of a meeting.
    pub fn differs(&self, meeting: &Meeting, agreement: &Agreement) -> bool {
        let own = Self::of(meeting, agreement);
        let (one, other) = (own.then(), self.then());
        one.due != other.due
            || !same_name(&one.owner, &other.owner)
            || own.agreement.what.trim() != self.agreement.what.trim()
    }

    /// An agreement of `meeting`, as later ones see it.
    pub fn of(meeting: &Meeting, agreement: &Agreement) -> Self {
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
