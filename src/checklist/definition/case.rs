//! Cases: fictional patients with whom a group practises, told in scenes.

use std::sync::Arc;

use super::file::{DefinitionHash, Layer};
use super::name::Name;
use super::{Localized, Source};

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
    /// What is told to the group.
    pub text: Localized,
    /// The checklist that the group walks at this point.
    pub checklist: Option<Name>,
    /// Questions for the group.
    pub questions: Vec<Localized>,
    /// For the trainer alone: what to bring up afterwards.
    pub debrief: Option<Localized>,
    /// The source that the scene rests on.
    pub source: Option<Name>,
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
