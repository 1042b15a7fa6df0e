//! A checklist as a FHIR Questionnaire and back, and what is lost on the way.
//!
//! What the standard has no place for travels along as the text of the definition in an extension, so that what was exported
//! here and comes back unchanged is the same definition.

mod conditions;
mod kinds;
mod links;
mod loss;
mod names;
mod options;
mod read;
mod response;
mod texts;
mod write;

pub use links::Links;
pub use loss::{Loss, Lost};
pub use options::open_option;
pub use read::{Imported, LARGEST, Refused, read};
pub use response::{answered, value};
pub use write::{bare, losses, written};

/// The name of a form of ours.
pub(super) const FORM: &str = "urn:x-pallium:questionnaire";
/// The system of options that have no standard code.
pub(super) const OPTIONS: &str = "urn:x-pallium:option";
/// The extension with the definition that a form was made from.
const DEFINITION: &str = "urn:x-pallium:definition";

const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const CONTROLS: &str = "http://hl7.org/fhir/questionnaire-item-control";
const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
const UNIT_OPTION: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
/// Says of an option that it goes with no other.
const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
/// What the choice is called that takes own words.
const OPEN_LABEL: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel";
const MIN: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
const MAX: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
