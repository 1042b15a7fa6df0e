//! The systems and codes of the informatiestandaard PZP that stand in no definition, since they are no question or option of ours.

use serde_json::{Value, json};

use crate::checklist::Code;
use crate::meeting::NonAnswer;

/// SNOMED CT.
pub const SNOMED: &str = "http://snomed.info/sct";
/// The reasons why there is no value.
pub const NULL_FLAVOR: &str = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";
/// The reasons why an observation has no value.
pub const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
/// The roles of people around a patient (zib RolCodelijst).
pub const ROLES: &str = "urn:oid:2.16.840.1.113883.2.4.3.11.22.472";

/// What a consent is about.
pub const CONSENT_SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
/// A request for euthanasia in writing among the kinds, without and with an addition on dementia.
pub const EUTHANASIA: [&str; 2] = ["EU", "EUD"];
/// An advance directive, as category of a consent.
pub const ADVANCE: (&str, &str) = ("http://terminology.hl7.org/CodeSystem/consentcategorycodes", "acd");
/// What a consent rests on: Dutch law.
pub const LAW: &str = "https://wetten.overheid.nl/";
/// What no list has a code for, and is said in words.
pub const OTHER: &str = "OTH";
/// Having an advance directive for euthanasia.
pub const EUTHANASIA_DIRECTIVE: &str = "340181000146102";

/// The act of planning care ahead.
pub const PLANNING: &str = "713603004";
/// A treatment directive, as category of a consent.
pub const DIRECTIVE: &str = "129125009";
/// Establishing somebody's values and wishes, as method of an observation.
pub const ESTABLISHING: &str = "370819000";
/// Advice to inform somebody.
pub const ADVICE: &str = "223449006";
/// An implantable defibrillator, of whatever kind.
pub const ICD: &str = "465460004";
/// Switching off an implantable defibrillator.
pub const ICD_OFF: &str = "400231000146108";
/// The first contact person among the roles.
pub const CONTACT: &str = "01";
/// The legal representative among the roles.
pub const REPRESENTATIVE: &str = "24";

/// The system of a code of a definition as FHIR names it.
pub fn system(code: &Code) -> &str {
    match code.system.as_str() {
        "snomed" => SNOMED,
        "nullflavor" => NULL_FLAVOR,
        "loinc" => "http://loinc.org",
        other => other,
    }
}

/// The system that FHIR names so, as a definition writes it.
pub fn own_system(system: &str) -> &str {
    match system {
        SNOMED => "snomed",
        NULL_FLAVOR => "nullflavor",
        "http://loinc.org" => "loinc",
        other => other,
    }
}

/// A code of a definition as a coding.
pub fn coding(code: &Code) -> Value {
    coded(system(code), &code.code)
}

/// A coding.
pub fn coded(system: &str, code: &str) -> Value {
    json!({ "system": system, "code": code })
}

/// A concept of one coding.
pub fn concept(system: &str, code: &str) -> Value {
    json!({ "coding": [coded(system, code)] })
}

/// Why an observation has no value; nothing for what is no matter of an observation.
pub const fn absent(reason: NonAnswer) -> Option<&'static str> {
    match reason {
        NonAnswer::Unknown => Some("asked-unknown"),
        NonAnswer::NotDiscussedWithPatient => Some("not-asked"),
        NonAnswer::PatientNotReady => Some("temp-unknown"),
        NonAnswer::NotDiscussedToday | NonAnswer::NotApplicable | NonAnswer::NoLonger => None,
    }
}

/// The same where the standard has one code for all that is not known.
pub const fn unknown(reason: NonAnswer) -> Option<&'static str> {
    match absent(reason) {
        Some(_) => Some("UNK"),
        None => None,
    }
}
