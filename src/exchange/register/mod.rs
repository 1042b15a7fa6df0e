//! The register out of a spreadsheet of the group: its columns, what it says beside what stands, and the record of what is
//! taken over.

mod cells;
mod columns;
mod plain;
mod proposal;
mod record;

pub use self::columns::{Column, Field, Headings};
pub use self::plain::{Said, Why};
pub use self::proposal::{Known, Line, Proposal};
pub use self::record::{Taking, asks, record};
