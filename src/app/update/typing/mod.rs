//! Typing into the text in focus: what a key does there, how it is recorded, and which numbers stay out of it.

mod left_out;
mod perform;
mod recorded;
mod taken_over;

pub(super) use perform::begins_a_text;
pub(super) use taken_over::is_taken_over;
