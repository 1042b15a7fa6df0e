//! The plan of a patient out of FHIR resources of whoever: what it says beside what stands, and the record of what is taken
//! over. What is not understood is told and never passed over.

mod clean;
mod concept;
mod directive;
mod form;
mod people;
mod plain;
mod proposal;
mod record;
mod resources;
mod source;

pub use self::plain::{Given as Read, Offered, Person, Remark, Standing, Talk, Told};
pub use self::proposal::{Beside, Proposal, Whom};
pub use self::record::{Taking, records};
pub use self::source::{LARGEST, MOST, Refused, Resources};
