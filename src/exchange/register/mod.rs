//! The register out of a spreadsheet of the group: its columns, what it says beside what stands, and the record of what is
//! taken over.

mod cells;
mod columns;
mod proposal;
mod record;

pub use self::columns::{Column, Field, Headings};
pub use self::proposal::{Known, Line, Proposal, Said, Why};
pub use self::record::{Taking, asks, record};
