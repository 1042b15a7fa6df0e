//! Who sits at the table.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::id::ParticipantId;

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
    /// Roles in this meeting.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub roles: BTreeSet<Role>,
    /// Belongs to the group and was not there.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub absent: bool,
}

impl Participant {
    /// A participant of whom nothing is known yet.
    pub fn new(id: ParticipantId) -> Self {
        Self { id, name: String::new(), discipline: None, roles: BTreeSet::new(), absent: false }
    }
}

/// A profession in and around palliative care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Discipline {
    /// Huisarts.
    GeneralPractitioner,
    /// Wijkverpleegkundige.
    DistrictNurse,
    /// Consulent palliatieve zorg, kaderarts.
    PalliativeConsultant,
    /// Specialist ouderengeneeskunde.
    ElderlyCarePhysician,
    /// Medisch specialist.
    MedicalSpecialist,
    /// Verpleegkundig specialist.
    NurseSpecialist,
    /// Physician assistant.
    PhysicianAssistant,
    /// Verpleegkundige.
    Nurse,
    /// Verzorgende.
    Carer,
    /// Geestelijk verzorger.
    SpiritualCarer,
    /// Maatschappelijk werker.
    SocialWorker,
    /// Psycholoog.
    Psychologist,
    /// Apotheker.
    Pharmacist,
    /// Coördinator van vrijwilligers.
    VolunteerCoordinator,
    /// Another profession.
    Other,
}

impl Discipline {
    /// Every discipline, in the order in which the screen offers them.
    pub const ALL: [Self; 15] = [
        Self::GeneralPractitioner,
        Self::DistrictNurse,
        Self::PalliativeConsultant,
        Self::ElderlyCarePhysician,
        Self::MedicalSpecialist,
        Self::NurseSpecialist,
        Self::PhysicianAssistant,
        Self::Nurse,
        Self::Carer,
        Self::SpiritualCarer,
        Self::SocialWorker,
        Self::Psychologist,
        Self::Pharmacist,
        Self::VolunteerCoordinator,
        Self::Other,
    ];

    /// The name by which records and definitions know the discipline.
    pub const fn name(self) -> &'static str {
        match self {
            Self::GeneralPractitioner => "general-practitioner",
            Self::DistrictNurse => "district-nurse",
            Self::PalliativeConsultant => "palliative-consultant",
            Self::ElderlyCarePhysician => "elderly-care-physician",
            Self::MedicalSpecialist => "medical-specialist",
            Self::NurseSpecialist => "nurse-specialist",
            Self::PhysicianAssistant => "physician-assistant",
            Self::Nurse => "nurse",
            Self::Carer => "carer",
            Self::SpiritualCarer => "spiritual-carer",
            Self::SocialWorker => "social-worker",
            Self::Psychologist => "psychologist",
            Self::Pharmacist => "pharmacist",
            Self::VolunteerCoordinator => "volunteer-coordinator",
            Self::Other => "other",
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
