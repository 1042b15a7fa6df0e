//! What is being looked for in all meetings, and what was found so far.

use crate::app::message::Found;

/// What is being looked for in all meetings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// The words, as typed.
    pub words: String,
    /// What was found so far.
    pub found: Found,
}
