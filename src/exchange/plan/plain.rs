//! What a plan is sent from and as, and why something of it is not sent.

use serde_json::Value;

use crate::export::PinnedDefinitions;
use crate::meeting::{Course, Missing, discussed};
use crate::text;
use crate::words::Language;

/// Which profiles a resource says to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profiles {
    /// The canonical base.
    pub base: String,
    /// Their version.
    pub version: String,
}

impl Default for Profiles {
    fn default() -> Self {
        Self { base: "https://fhir.iknl.nl/fhir".to_owned(), version: "0.1.3-beta3".to_owned() }
    }
}

impl Profiles {
    /// The name of a profile or an extension.
    pub fn named(&self, id: &str) -> String {
        format!("{}/StructureDefinition/{id}", self.base.trim_end_matches('/'))
    }

    /// Whether this is the draft in which a resource names its encounter in an extension and advice is a Communication.
    pub fn is_draft(&self) -> bool {
        self.version.starts_with("0.")
    }
}

/// What is needed for sending a plan.
pub struct Plan<'a> {
    /// In which language what is left out is told.
    pub language: Language,
    /// Everything recorded of the patient.
    pub course: &'a Course,
    /// The definitions that each meeting pinned.
    pub definitions: &'a PinnedDefinitions,
    /// The label of the patient.
    pub label: &'a str,
    /// The year of birth, where one is known.
    pub born: Option<i32>,
    /// Which profiles the resources follow.
    pub profiles: Profiles,
    /// Whether the patient is fictional.
    pub fictional: bool,
}

/// What is sent, and what is not.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// A Bundle of the type collection.
    pub bundle: Value,
    /// What could not be sent, in the order of the plan.
    pub left_out: Vec<LeftOut>,
}

impl Sent {
    /// The bundle as the text of a file.
    pub fn text(&self) -> String {
        // Only a map with keys that are no texts cannot be written, and there is none.
        let text = serde_json::to_string_pretty(&self.bundle).unwrap_or_default();
        format!("{}\n", text::visible_text(&text))
    }

    /// How many resources there are in it.
    pub fn resources(&self) -> usize {
        self.bundle.get("entry").and_then(Value::as_array).map_or(0, Vec::len)
    }
}

/// Something that stands and was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its label.
    pub what: String,
    /// Why.
    pub why: Why,
}

/// Why something was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It cannot be relied on without these.
    Lacks(Vec<Missing>),
    /// The standard has no place for it, so that it is in the form only.
    FormOnly,
    /// The standard has no place for a "no".
    NoIsNothing,
    /// What says that there is nothing to be said makes no resource.
    NotApplicable,
    /// The version of the profiles has another form that is not known here.
    OtherVersion,
    /// A day or number that cannot be read as typed.
    Unreadable,
    /// Which kind of document it is was not recorded.
    NoDocument,
    /// What was noted beside the answer: only the answer is sent.
    Note,
    /// It belongs to one of several directives, and to which one was not recorded.
    OfWhich,
    /// A meeting or a definition could not be read.
    Unread(usize),
    /// The patient does not agree to sharing.
    NoConsent,
}

impl LeftOut {
    /// One line: what, and why.
    pub fn told(&self, language: Language) -> String {
        let why = match &self.why {
            Why::Lacks(missing) => discussed::in_words(language, missing),
            Why::FormOnly => language.fhir_form_only().to_owned(),
            Why::NoIsNothing => language.fhir_no_is_nothing().to_owned(),
            Why::NotApplicable => language.fhir_not_applicable().to_owned(),
            Why::OtherVersion => language.fhir_other_version().to_owned(),
            Why::Unreadable => language.fhir_unreadable().to_owned(),
            Why::NoDocument => language.fhir_no_document().to_owned(),
            Why::Note => language.fhir_note().to_owned(),
            Why::OfWhich => language.fhir_of_which().to_owned(),
            Why::Unread(count) => language.fhir_unread(*count),
            Why::NoConsent => language.fhir_no_consent().to_owned(),
        };
        format!("{}: {why}", self.what)
    }
}
