//! The record of a meeting, pure: what a team saw, judged and agreed, patient by patient.
//!
//! Everything that happens to a record is a [`Change`], which knows its inverse; editing, undo and replay are the
//! same thing. Lists and summaries are folds over records, never kept twice.

pub mod changes;
pub mod course;
pub mod index;
pub mod reading;
pub mod record;
pub mod register;
pub mod typed;

pub use crate::checklist::Discipline;
pub use changes::change::{Change, DoesNotFit};
pub use changes::differences::{Difference, differences};
pub use changes::newer;
pub use changes::place::{
    AgreementText, AnswerText, JudgementText, MeetingText, ParticipantText, ReviewText, TextPlace,
    answer_text,
};
pub use changes::removal::{Losses, Removal};
pub use course::{
    Ahead, Course, Fact, Happened, Occurrences, OldQuestion, OldQuestions, Said, Standing, Stood, on_record,
    one_by_one, typed_number,
};
pub use index::clock::{ClockDoubt, clock_doubt};
pub use index::digest::{MeetingDigest, PLACE_OF_DEATH, Plan, ReviewDigest, colour_question};
pub use index::open_agreement::OpenAgreement;
pub use index::summary::MeetingSummary;
pub use reading::apart::{PEOPLE, counted_apart, overfull_groups, told_apart};
pub use reading::ballot::{Ballot, Told, ballots, case_of};
pub use reading::death::{Death, died_on, died_on_question, speaks_of_living};
pub use reading::discussed::{Conversation, Conversations, Missing};
pub use reading::earlier_session::EarlierSession;
pub use reading::facts::ReviewFacts;
pub use reading::finding::{Definitions, Hit, HitPlace, Wanted, called_otherwise, hits};
pub use reading::lack::Lack;
pub use reading::renewed::replaced;
pub use reading::{discussed, terms};
pub use record::agreement::{Agreement, Ended, Owner};
pub use record::amendment::{AgreedThen, Amended, Amendment};
pub use record::answer::{Answer, Given, NonAnswer, Person, QuestionKey};
pub use record::came_along::CameAlong;
pub use record::id::{AgreementId, Id, MeetingId, ParticipantId, PatientId};
pub use record::identity::{Identities, Identity};
pub use record::latest::When;
pub use record::meeting::{FORMAT, Meeting, MeetingDetails, MeetingKind, Pinned};
pub use record::participant::{Participant, Role};
pub use record::review::{Judgement, LOOKING_BACK, PatientInformed, Review, ReviewDetails};
pub use record::session::{self, Played, Round, Session, SessionText};
pub use record::shared::Shared;
pub use record::stamp::Stamp;
pub use record::version::VersionReason;
pub use register::caveats::Caveats;
pub use register::colours::ColourBeside;
pub use register::known::{KnownGroup, KnownPatient, Register, Viewpoint};
pub use register::later::LaterWord;
pub use register::mark::Mark;
#[cfg(test)]
pub use register::mark::formed;
pub use register::names::Names;
pub use register::overview::{Counts, Overview, Pressing};
pub use register::proposal::{Proposed, proposal};
pub use register::renamed::Renamed;
pub use register::selection::{RegisterFilter, RegisterOrder, Selection};
pub use register::state;
pub use register::state::{PatientState, Reason};

/// Whether a value is its type's default, so that it need not be written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
pub(crate) mod tests;
