//! The record of a meeting, pure: what a team saw, judged and agreed, patient by patient.
//!
//! Everything that happens to a record is a [`Change`], which knows its inverse; editing, undo and replay are the
//! same thing. Lists and summaries are folds over records, never kept twice.

pub mod agreement;
pub mod amendment;
pub mod answer;
mod answer_in_record;
pub mod change;
pub mod course;
pub mod differences;
pub mod digest;
pub mod discussed;
pub mod facts;
pub mod finding;
mod fold;
pub mod id;
pub mod identity;
pub mod lack;
pub mod latest;
pub mod newer;
pub mod open_agreement;
pub mod participant;
pub mod place;
pub mod proposal;
pub mod record;
pub mod register;
pub mod removal;
pub mod review;
pub mod selection;
mod shared;
pub mod state;
pub mod summary;
pub mod terms;
pub mod typed;
pub mod version;

pub use crate::checklist::Discipline;
pub use agreement::{Agreement, Ended, Owner};
pub use amendment::{Amended, Amendment};
pub use answer::{Answer, Given, NonAnswer, Person, QuestionKey, Stamp};
pub use change::{Change, DoesNotFit};
pub use course::{Course, Fact, Happened, Occurrences, Standing, Stood};
pub use differences::{Difference, differences};
pub use digest::{MeetingDigest, Plan, ReviewDigest, colour_question};
pub use discussed::{Conversation, Conversations, Missing};
pub use facts::ReviewFacts;
pub use finding::{Definitions, Hit, HitPlace, Wanted, hits};
pub use id::{AgreementId, Id, MeetingId, ParticipantId, PatientId};
pub use identity::{Identities, Identity};
pub use lack::Lack;
pub use latest::When;
pub use open_agreement::OpenAgreement;
pub use participant::{Participant, Role};
pub use place::{
    AgreementText, AnswerText, JudgementText, MeetingText, ParticipantText, ReviewText, TextPlace,
};
pub use proposal::{Proposed, proposal};
pub use record::{FORMAT, Meeting, MeetingDetails, MeetingKind, Pinned};
pub use register::{KnownGroup, KnownPatient, Register, Viewpoint};
pub use removal::{Losses, Removal};
pub use review::{Judgement, PatientInformed, Review, ReviewDetails};
pub use selection::{RegisterFilter, RegisterOrder, Selection};
pub use shared::Shared;
pub use state::{PatientState, Reason};
pub use summary::MeetingSummary;
pub use version::VersionReason;

/// Whether a value is its type's default, so that it need not be written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
pub(crate) mod tests;
