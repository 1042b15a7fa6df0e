//! The record of one meeting: the whole content of one file of the notebook.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::amendment::Amendment;
use super::id::{MeetingId, ParticipantId, PatientId};
use super::latest::When;
use super::participant::{Participant, Role};
use super::review::Review;
use super::session::Session;
use super::shared::Shared;
use super::stamp::Stamp;
use crate::checklist::{Definition, Name, RouteDefinition};
use crate::meeting::typed;
use crate::words::Language;

/// The newest record format that this program reads and the one that it writes.
pub const FORMAT: u32 = 1;

/// One meeting of a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Format of the record.
    pub format: u32,
    /// Identity, and the name of the file.
    pub id: MeetingId,
    /// Bottlenecks that the group noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bottlenecks: String,
    /// Learning needs that the group noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub learning_needs: String,
    /// What the group wrote for itself alone, and passes on to nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub own_notes: String,
    /// Kind, group and date.
    pub details: MeetingDetails,
    /// Seconds of discussion per patient, as measured while the patient was on the screen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub spent: BTreeMap<PatientId, u32>,
    /// The definitions in use, pinned by the hash of their text.
    #[serde(default, rename = "definition", skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Pinned>,
    /// The routes in use, pinned likewise.
    #[serde(default, rename = "route", skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Pinned>,
    /// Who belongs to the meeting.
    #[serde(default, rename = "participant", skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// The patients in the order of the agenda.
    #[serde(default, rename = "review", skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Shared<Review>>,
    /// The session with a fictional case that this meeting is; it has no patients then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Box<Session>>,
    /// How often the meeting was reopened after it was closed, and what changed then; the oldest first.
    #[serde(default, rename = "amendment", skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<Amendment>,
}

impl Meeting {
    /// A new meeting on `date` in which nothing is recorded.
    pub fn new(id: MeetingId, kind: MeetingKind, date: NaiveDate) -> Self {
        Self {
            format: FORMAT,
            id,
            bottlenecks: String::new(),
            learning_needs: String::new(),
            own_notes: String::new(),
            details: MeetingDetails::new(kind, date),
            spent: BTreeMap::new(),
            definitions: Vec::new(),
            routes: Vec::new(),
            participants: Vec::new(),
            reviews: Vec::new(),
            session: None,
            amendments: Vec::new(),
        }
    }

    /// Whether nothing is recorded in it: no group, no people, nobody on the agenda and no text.
    pub fn says_nothing(&self) -> bool {
        let texts = [&self.bottlenecks, &self.learning_needs, &self.own_notes, &self.details.group];
        let people = self.participants.is_empty() && self.reviews.is_empty();
        people && self.session.is_none() && texts.into_iter().all(|text| text.trim().is_empty())
    }

    /// Everything that is pinned: checklists, then routes.
    pub fn pinned(&self) -> impl Iterator<Item = &Pinned> {
        self.definitions.iter().chain(&self.routes)
    }

    /// The discussion of `patient`, when the patient is on the agenda or is the fictional one of a session.
    pub fn review(&self, patient: PatientId) -> Option<&Review> {
        let walked = self.session.iter().flat_map(|session| session.walked.values());
        self.reviews.iter().chain(walked).find(|review| review.patient == patient).map(|review| &**review)
    }

    /// The discussion of `patient`, to be changed.
    pub fn review_mut(&mut self, patient: PatientId) -> Option<&mut Review> {
        let walked = self.session.iter_mut().flat_map(|session| session.walked.values_mut());
        let mut all = self.reviews.iter_mut().chain(walked);
        all.find(|review| review.patient == patient).map(|review| &mut **review)
    }

    /// The meeting without what it says of patients and of itself: its kind, day, people and definitions.
    pub fn without_discussions(&self) -> Self {
        Self {
            format: self.format,
            definitions: self.definitions.clone(),
            routes: self.routes.clone(),
            participants: self.participants.clone(),
            details: self.details.clone(),
            ..Self::new(self.id, self.details.kind, self.details.date)
        }
    }

    /// Where the meeting stands in time.
    pub fn when(&self) -> When {
        let touched = self.reviews.iter().filter_map(|review| self.touched(review)).max();
        When { day: self.details.date, touched, meeting: self.id }
    }

    /// Where what it says of one patient stands in time: what was recorded of others that day is no later word on this one.
    pub fn when_of(&self, review: &Review) -> When {
        When { day: self.details.date, touched: self.touched(review), meeting: self.id }
    }

    /// The latest moment at which something was recorded of a patient.
    ///
    /// A death, a name or who is whom carries no moment of its own: between meetings the closing of the record is that moment, and
    /// what is still open is the last word of its day.
    pub fn touched(&self, review: &Review) -> Option<NaiveDateTime> {
        let at_the_end = || match self.details.closed {
            Some(closed) => Some(closed.at),
            None => self.details.date.and_hms_opt(23, 59, 59),
        };
        let is_between = self.details.kind == MeetingKind::Between;
        review.touched().or_else(|| is_between.then(at_the_end).flatten())
    }

    /// A participant by identity.
    pub fn participant(&self, id: ParticipantId) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.id == id)
    }

    /// The first participant with `role`.
    pub fn with_role(&self, role: Role) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.roles.contains(&role))
    }

    /// How many patients are on the agenda: of others only an agreement was dealt with.
    pub fn on_agenda(&self) -> usize {
        self.reviews.iter().filter(|review| !review.is_aside()).count()
    }

    /// How many patients have been discussed.
    pub fn finished(&self) -> usize {
        self.reviews.iter().filter(|review| review.details.finished.is_some()).count()
    }

    /// The reopening that lasts, where the meeting was reopened and not closed again.
    pub fn reopened(&self) -> Option<&Amendment> {
        self.amendments.last().filter(|_| self.details.closed.is_none())
    }
}

/// Kind, group, date and state of a meeting, changed as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingDetails {
    /// What kind of meeting it is.
    pub kind: MeetingKind,
    /// Name of the group.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// What the group was called before, or the groups that it was made of: whoever was of those is of this one from here on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// The day.
    pub date: NaiveDate,
    /// The day as typed, while it is being changed; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date_typed: String,
    /// Planned length in minutes, as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub planned: String,
    /// All patients are fictional.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub fictional: bool,
    /// When the meeting was closed, and by whom; a closed meeting is read-only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Stamp>,
}

impl MeetingDetails {
    /// The details of a new meeting.
    pub fn new(kind: MeetingKind, date: NaiveDate) -> Self {
        Self {
            kind,
            group: String::new(),
            formerly: Vec::new(),
            date,
            date_typed: String::new(),
            planned: String::new(),
            fictional: false,
            closed: None,
        }
    }

    /// Whether its day is known: otherwise it is the one on which the record was made, and what was typed asks which one is meant.
    pub fn is_day_known(&self) -> bool {
        self.date_typed.trim().is_empty()
    }

    /// Its day as it is told, or that it is not known yet.
    pub fn met(&self, language: Language, day: impl Fn(NaiveDate) -> String) -> String {
        typed::met(language, &self.date_typed, day(self.date))
    }

    /// Whether nobody met: it is what was recorded between two meetings.
    pub fn is_between(&self) -> bool {
        self.kind == MeetingKind::Between
    }
}

/// What kind of meeting it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingKind {
    /// A PaTz group.
    Patz,
    /// A multidisciplinary meeting.
    Mdo,
    /// An education session with a fictional case.
    Education,
    /// What happened between meetings: a dated entry of the same kind.
    Between,
}

impl MeetingKind {
    /// The name by which routes refer to the kind.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Patz => "patz",
            Self::Mdo => "mdo",
            Self::Education => "education",
            Self::Between => "between",
        }
    }
}

/// A definition as this meeting uses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pinned {
    /// Name of the checklist or route.
    pub id: Name,
    /// Version as the author counts it.
    pub version: String,
    /// SHA-256 of the definition's text, in hexadecimal digits; names the copy in the notebook.
    pub hash: String,
}

impl Pinned {
    /// A checklist as it is now.
    pub fn of(definition: &Definition) -> Self {
        Self {
            id: definition.checklist.id.clone(),
            version: definition.checklist.version.clone(),
            hash: definition.hash.to_string(),
        }
    }

    /// A route as it is now.
    pub fn of_route(definition: &RouteDefinition) -> Self {
        Self {
            id: definition.route.id.clone(),
            version: definition.route.version.clone(),
            hash: definition.hash.to_string(),
        }
    }
}
