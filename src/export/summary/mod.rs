//! What stands of a patient, in four selections: for the record, the out-of-hours service, the social domain, and the patient.
//!
//! `fields` is the table of who gets what; `known` gives what stands and may be told at all; `value` says it in the words of
//! the reader; `parts` and `paper` put it in order, `night` on one page for who has one. What is in no row of the table stands on
//! no paper, and what one reader gets on request only (`extra`) stands there when it was ticked for this print.

mod extra;
mod fields;
mod known;
mod night;
mod paper;
mod parts;
mod reader;
mod value;

pub use extra::Extra;
pub use fields::is_limit;
pub use known::{Found, Known, PinnedDefinitions};
pub use paper::Summary;
pub use reader::{Reader, Refusal};

#[cfg(test)]
mod tests;
