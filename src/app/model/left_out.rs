//! What was left out of a text, and how it is kept after all.

use crate::meeting::TextPlace;
use crate::text::TextEdit;

/// A citizen number that was left out of a text, and can be kept by taking that back: it may be something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The text.
    pub place: TextPlace,
    /// The edit that puts it back.
    pub kept: TextEdit,
    /// The state of the record without it.
    pub revision: u64,
}
