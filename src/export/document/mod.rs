//! A paper that leaves the program, as data, and its renderings: what stands on it is the same in every format.

mod csv;
mod format;
mod html;
mod json;
mod markdown;
mod paper;
mod text;

pub use csv::{as_typed, csv, warned};
pub use format::DocumentFormat;
pub(super) use paper::with_colon;
pub use paper::{Block, Document, DocumentKind, FHIR, Place, Table, WIDTH};
pub(super) use text::text as text_of;

#[cfg(test)]
mod tests;
