//! The course of a patient: everything recorded of one person in all meetings, what of it stands today, and what changed when.

pub(in crate::meeting) mod agreed;
mod ahead;
mod entries;
mod facts;
mod occurrences;
mod old;
mod on_record;
mod reliable;
mod standing;

pub use ahead::Ahead;
pub use entries::{Course, entries};
pub use facts::{Fact, Happened};
pub use occurrences::{Occurrences, one_by_one};
pub use old::{OldQuestion, OldQuestions, knows};
pub use on_record::{on_record, typed_number};
pub use standing::{Said, Standing, Stood};

#[cfg(test)]
mod tests;
