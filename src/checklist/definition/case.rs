//! Cases: fictional patients with whom a group practises, told in scenes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::condition::ItemRef;
use super::file::{DefinitionHash, Layer};
use super::name::Name;
use super::{ChoiceOption, Localized, Source};

/// The name by which a case means the judgement of a checklist, unless one of its questions is called so.
pub const JUDGEMENT: &str = "judgement";

/// A case for education; its patient is always fictional, and a file that does not say so is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Name of the case; also its file name without `.toml`.
    pub id: Name,
    /// Version as the author counts it.
    pub version: String,
    /// Title as shown to the group.
    pub title: Localized,
    /// One or two sentences on what the case is for.
    pub purpose: Option<Localized>,
    /// How long a session with it takes, in minutes.
    pub minutes: Option<u16>,
    /// For whom it is.
    pub level: Vec<Level>,
    /// What the group learns from it.
    pub goals: Vec<Localized>,
    /// What the scenes rest on.
    pub sources: Vec<Source>,
    /// The fictional patient.
    pub patient: CasePatient,
    /// The scenes, in the order in which they are told.
    pub scenes: Vec<Scene>,
}

/// The fictional patient of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CasePatient {
    /// What the group calls the patient: a letter, never a name.
    pub label: Localized,
    /// Age in years.
    pub age: Option<u8>,
    /// What everybody knows when the case begins.
    pub situation: Localized,
    /// Who this person is, in words of her or his own.
    pub own_words: Option<Localized>,
}

/// One scene of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Name, unique in the case.
    pub id: Name,
    /// Title of the scene.
    pub title: Localized,
    /// How long it takes, in minutes.
    pub minutes: Option<u16>,
    /// What is told to the group.
    pub text: Localized,
    /// The checklist that the group walks at this point.
    pub checklist: Option<Name>,
    /// What is on record already when the scene begins.
    pub given: Vec<Given>,
    /// Questions of the checklist on which everybody votes alone, before and after the talk.
    pub vote: Vec<ItemRef>,
    /// Questions of the scene itself on which everybody votes alone as well; no checklist asks them.
    pub ballots: Vec<OwnBallot>,
    /// Who plays whom, where the group plays the scene.
    pub roles: Vec<Role>,
    /// Questions for the group.
    pub questions: Vec<Localized>,
    /// New information, told after the first round.
    pub reveal: Option<Localized>,
    /// What happened next, told when the scene is closed.
    pub outcome: Option<Localized>,
    /// For the trainer alone: what to bring up afterwards.
    pub debrief: Option<Localized>,
    /// The source that the scene rests on.
    pub source: Option<Name>,
}

impl Scene {
    /// Whether everybody votes in it.
    pub const fn has_vote(&self) -> bool {
        !self.vote.is_empty() || !self.ballots.is_empty()
    }
}

/// A question that a scene puts to a vote by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnBallot {
    /// Name, unique among all on which a group votes in the scene.
    pub id: Name,
    /// The question.
    pub text: Localized,
    /// What can be chosen, one of them.
    pub options: Vec<ChoiceOption>,
}

/// An answer that is on record already.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The question; without a checklist, one of the scene's.
    pub question: ItemRef,
    /// Its answer.
    pub value: GivenValue,
}

/// The answer of a [`Given`], as written.
#[derive(Debug, Clone, PartialEq)]
pub enum GivenValue {
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(f64),
    /// The code of an option, or a text.
    Text(String),
    /// The codes of several options.
    Codes(Vec<Name>),
}

/// A part in a scene that is played.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Whom somebody plays.
    pub who: Localized,
    /// What only that person reads.
    pub card: Localized,
}

/// For whom a case is, and who is there when it is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Volunteers, and others without training in care: no medical term without explanation.
    Volunteers,
    /// Care assistants and helpers.
    Carers,
    /// Nurses.
    Nurses,
    /// Physicians.
    Doctors,
    /// A mixed group.
    Mixed,
}

impl Level {
    /// All, in the order of the reference.
    pub const ALL: [Self; 5] = [Self::Volunteers, Self::Carers, Self::Nurses, Self::Doctors, Self::Mixed];

    /// The word of a definition file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Volunteers => "volunteers",
            Self::Carers => "carers",
            Self::Nurses => "nurses",
            Self::Doctors => "doctors",
            Self::Mixed => "mixed",
        }
    }

    /// What a word of a definition file means.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}

/// A case with the text that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseDefinition {
    /// The case.
    pub case: Case,
    /// Its text.
    pub source: Arc<str>,
    /// The hash of its text.
    pub hash: DefinitionHash,
    /// Where it comes from.
    pub layer: Layer,
    /// Its path within the layer.
    pub file: String,
}
