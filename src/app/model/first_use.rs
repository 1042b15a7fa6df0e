//! The first use of a notebook: what its pages show. Which passphrase was typed is known outside the core only.

use crate::app::message::Hidden;

/// How far the first use is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FirstUse {
    /// How many characters of a passphrase were typed.
    pub typed: u16,
    /// The recovery key as somebody types it over, while that is on the screen.
    pub read_back: Hidden,
    /// The recovery key, while it is on the screen.
    pub key: Hidden,
    /// What was wrong last, or what came of it all.
    pub told: String,
    /// Whether somebody may go on although the choice could not be recorded.
    pub may_go_on: bool,
    /// Whether the notebook is being made ready.
    pub working: bool,
}
