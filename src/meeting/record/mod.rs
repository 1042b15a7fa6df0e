//! What is recorded: the meeting, its patients, answers, judgements and agreements, each a plain value.

pub mod agreement;
pub mod amendment;
pub mod answer;
mod answer_in_record;
pub mod came_along;
mod from_text;
pub mod id;
pub mod identity;
pub mod latest;
pub mod meeting;
pub mod participant;
pub mod review;
pub mod session;
pub mod shared;
pub mod stamp;
pub mod untouched;
pub mod version;
