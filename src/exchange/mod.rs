//! What goes to other programs and comes from them, pure: the plan of a patient and forms as FHIR R4, and the register as a
//! table.
//!
//! Resources are written by hand as data: a crate of a thousand generated types would know less of what may be claimed.

pub mod codes;
pub mod plan;
pub mod questionnaire;
pub mod reading;
mod reference;
pub mod register;
pub mod sheet;

pub use plan::{LeftOut, Plan, Profiles, Sent, Why};
