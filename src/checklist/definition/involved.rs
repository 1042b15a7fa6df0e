//! Professions in and around palliative care, and who should take part in a judgement.

use serde::{Deserialize, Serialize};

/// Declares the professions: name in records and definitions, Dutch name, other names that people write.
macro_rules! disciplines {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $dutch:literal, [$($other:literal),*];)*) => {
        /// A profession in and around palliative care.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Discipline { $($(#[$doc])* #[serde(rename = $name)] $variant,)* }

        impl Discipline {
            /// Every discipline, in the order in which the screen offers them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name by which records and definitions know the discipline.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How a definition may write the discipline beside its name: in Dutch, and as it is shortened.
            pub const fn other_names(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$dutch, $($other,)*],)* }
            }
        }
    };
}

disciplines! {
    /// Huisarts.
    GeneralPractitioner = "general-practitioner", "huisarts", [];
    /// Huisarts in opleiding.
    GeneralPracticeTrainee = "general-practice-trainee", "huisarts in opleiding", ["haio", "aios huisartsgeneeskunde"];
    /// Wijkverpleegkundige.
    DistrictNurse = "district-nurse", "wijkverpleegkundige", [];
    /// Kaderarts palliatieve zorg: a physician who consults.
    PalliativePhysician = "palliative-physician", "kaderarts palliatieve zorg", ["kaderarts", "consulent palliatieve zorg (arts)"];
    /// Consulent palliatieve zorg of whom the profession is not stated.
    PalliativeConsultant = "palliative-consultant", "consulent palliatieve zorg", ["consulent"];
    /// Praktijkondersteuner van de huisarts.
    PracticeNurse = "practice-nurse", "praktijkondersteuner", ["poh", "poh-ouderen", "poh-ggz"];
    /// Specialist ouderengeneeskunde.
    ElderlyCarePhysician = "elderly-care-physician", "specialist ouderengeneeskunde", ["so", "verpleeghuisarts"];
    /// Arts voor verstandelijk gehandicapten.
    IntellectualDisabilityPhysician = "intellectual-disability-physician", "arts voor verstandelijk gehandicapten", ["avg", "arts vg"];
    /// Medisch specialist.
    MedicalSpecialist = "medical-specialist", "medisch specialist", ["internist", "oncoloog", "cardioloog", "longarts", "neuroloog", "geriater"];
    /// Psychiater.
    Psychiatrist = "psychiatrist", "psychiater", [];
    /// Verpleegkundig specialist.
    NurseSpecialist = "nurse-specialist", "verpleegkundig specialist", ["vs"];
    /// Physician assistant.
    PhysicianAssistant = "physician-assistant", "physician assistant", ["pa"];
    /// Verpleegkundige.
    Nurse = "nurse", "verpleegkundige", [];
    /// Sociaal-psychiatrisch verpleegkundige.
    PsychiatricNurse = "psychiatric-nurse", "sociaal-psychiatrisch verpleegkundige", ["spv"];
    /// Verzorgende.
    Carer = "carer", "verzorgende", ["verzorgende ig", "helpende"];
    /// Begeleider of somebody who lives with support.
    SupportWorker = "support-worker", "begeleider", ["woonbegeleider", "persoonlijk begeleider"];
    /// Casemanager, for instance for people with dementia.
    CaseManager = "case-manager", "casemanager", ["casemanager dementie"];
    /// Geestelijk verzorger.
    SpiritualCarer = "spiritual-carer", "geestelijk verzorger", [];
    /// Maatschappelijk werker.
    SocialWorker = "social-worker", "maatschappelijk werker", ["maatschappelijk werk"];
    /// Psycholoog.
    Psychologist = "psychologist", "psycholoog", ["gz-psycholoog"];
    /// Fysiotherapeut.
    Physiotherapist = "physiotherapist", "fysiotherapeut", [];
    /// Apotheker.
    Pharmacist = "pharmacist", "apotheker", [];
    /// Coördinator van vrijwilligers.
    VolunteerCoordinator = "volunteer-coordinator", "coördinator vrijwilligers", ["vrijwilligerscoördinator", "coordinator vrijwilligers", "vrijwilligerscoordinator"];
    /// Another profession.
    Other = "other", "anders", [];
}

impl Discipline {
    /// Whether people of this profession are physicians.
    pub const fn is_physician(self) -> bool {
        matches!(
            self,
            Self::GeneralPractitioner
                | Self::GeneralPracticeTrainee
                | Self::PalliativePhysician
                | Self::ElderlyCarePhysician
                | Self::IntellectualDisabilityPhysician
                | Self::MedicalSpecialist
                | Self::Psychiatrist
        )
    }

    /// Whether people of this profession nurse or care, or treat beside the physician: those of whom the guideline wants
    /// one at the judgement beside a physician (richtlijn Zorg in de stervensfase, Markering).
    pub const fn is_nursing(self) -> bool {
        matches!(
            self,
            Self::NurseSpecialist
                | Self::PhysicianAssistant
                | Self::Nurse
                | Self::DistrictNurse
                | Self::PsychiatricNurse
                | Self::Carer
        )
    }
}

/// Who should take part: one profession, or anybody of a kind of professions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Involved {
    /// Any physician.
    Physician,
    /// Anybody who nurses or cares, or a nurse practitioner or physician assistant.
    Nursing,
    /// Somebody of this profession.
    One(Discipline),
}

impl Involved {
    /// Everything that a definition can ask for.
    pub fn all() -> impl Iterator<Item = Self> {
        let other = |one: &&Discipline| **one != Discipline::Other;
        [Self::Physician, Self::Nursing]
            .into_iter()
            .chain(Discipline::ALL.iter().filter(other).map(|one| Self::One(*one)))
    }

    /// The name that definitions use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Physician => "physician",
            Self::Nursing => "nursing",
            Self::One(discipline) => discipline.name(),
        }
    }

    /// How a definition may write it beside its name.
    pub const fn other_names(self) -> &'static [&'static str] {
        match self {
            Self::Physician => &["arts", "dokter", "doctor"],
            Self::Nursing => &["verpleging", "verpleging en verzorging", "zorg"],
            Self::One(discipline) => discipline.other_names(),
        }
    }

    /// What a word of a definition means; spaces, hyphens and capitals do not matter.
    pub fn named(word: &str) -> Option<Self> {
        let wanted = plain(word);
        Self::all().find(|one| {
            plain(one.name()) == wanted || one.other_names().iter().any(|name| plain(name) == wanted)
        })
    }

    /// Whether a participant of this profession is meant.
    pub fn is(self, discipline: Discipline) -> bool {
        match self {
            Self::Physician => discipline.is_physician(),
            Self::Nursing => discipline.is_nursing(),
            Self::One(one) => one == discipline,
        }
    }
}

fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_means_one_thing_and_somebody_can_be_it() {
        let mut seen = BTreeSet::new();
        for one in Involved::all() {
            assert!(
                Discipline::ALL.iter().any(|discipline| one.is(*discipline)),
                "{one:?} can never take part"
            );
            for name in one.other_names().iter().chain([&one.name()]) {
                assert_eq!(Involved::named(name), Some(one), "{name}");
                if *name != one.name() {
                    assert!(seen.insert(plain(name)), "{name} stands twice");
                }
            }
        }
    }

    #[test]
    fn people_write_professions_in_their_own_way() {
        for (word, meant) in [
            ("arts", Involved::Physician),
            ("Arts", Involved::Physician),
            ("huisarts", Involved::One(Discipline::GeneralPractitioner)),
            ("Specialist ouderengeneeskunde", Involved::One(Discipline::ElderlyCarePhysician)),
            ("specialist-ouderengeneeskunde", Involved::One(Discipline::ElderlyCarePhysician)),
            ("AVG", Involved::One(Discipline::IntellectualDisabilityPhysician)),
            ("elderly_care_physician", Involved::One(Discipline::ElderlyCarePhysician)),
            ("POH", Involved::One(Discipline::PracticeNurse)),
        ] {
            assert_eq!(Involved::named(word), Some(meant), "{word}");
        }
        for word in ["", "artsen zonder grenzen", "iemand", "other"] {
            assert_eq!(Involved::named(word), None, "{word}");
        }
    }

    #[test]
    fn a_physician_who_consults_is_a_physician() {
        assert!(Involved::Physician.is(Discipline::PalliativePhysician));
        assert!(!Involved::Physician.is(Discipline::PalliativeConsultant));
        assert!(Involved::Nursing.is(Discipline::DistrictNurse));
        assert!(!Involved::Nursing.is(Discipline::SpiritualCarer));
    }
}
