//! What a reader gets only when somebody ticked it for this one print.

use serde::{Deserialize, Serialize};

use super::reader::Reader;
use crate::words::Language;

/// Something that is on a summary only when it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extra {
    /// That the last days have begun, for the social domain.
    Dying,
    /// What was agreed about resuscitation, where a volunteer may be alone.
    Resuscitation,
    /// That the palliative phase was marked, for a patient with whom that was discussed.
    Marking,
    /// The position on euthanasia, and the donor register.
    Euthanasia,
    /// What is going on in the four dimensions.
    Dimensions,
    /// What was noted of relatives.
    Relatives,
    /// To whom the plan was handed over.
    HandedOver,
}

impl Extra {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Dying,
        Self::Resuscitation,
        Self::Marking,
        Self::Euthanasia,
        Self::Dimensions,
        Self::Relatives,
        Self::HandedOver,
    ];

    /// The name by which it is asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dying => "dying",
            Self::Resuscitation => "cpr",
            Self::Marking => "marking",
            Self::Euthanasia => "euthanasia",
            Self::Dimensions => "dimensions",
            Self::Relatives => "relatives",
            Self::HandedOver => "handed-over",
        }
    }

    /// The part of the paper that it adds.
    pub(super) const fn part(self) -> u8 {
        match self {
            Self::Marking => 1,
            Self::Dying => 3,
            Self::Resuscitation => 9,
            Self::Euthanasia => 10,
            Self::Dimensions => 15,
            Self::Relatives => 16,
            Self::HandedOver => 18,
        }
    }

    /// What is ticked.
    pub const fn told(self, language: Language) -> &'static str {
        match self {
            Self::Dying => language.extra_dying(),
            Self::Resuscitation => language.extra_resuscitation(),
            Self::Marking => language.extra_marking(),
            Self::Euthanasia => language.extra_euthanasia(),
            Self::Dimensions => language.extra_dimensions(),
            Self::Relatives => language.extra_relatives(),
            Self::HandedOver => language.extra_handed_over(),
        }
    }
}

impl Reader {
    /// What this reader can get on request; whoever treats the patient gets everything as it is.
    pub const fn extras(self) -> &'static [Extra] {
        match self {
            Self::Dossier | Self::Hap => &[],
            Self::Social => &[Extra::Dying, Extra::Resuscitation],
            Self::Patient => {
                &[Extra::Marking, Extra::Euthanasia, Extra::Dimensions, Extra::Relatives, Extra::HandedOver]
            }
        }
    }
}
