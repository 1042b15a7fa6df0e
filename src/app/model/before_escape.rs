//! What was there before Esc: a terminal may say a moment later that it was none, but the first piece of another key.

use std::sync::Arc;

use super::{History, OpenMeeting};
use crate::app::page::Path;
use crate::meeting::{Meeting, TextPlace};

/// The place before the last intent, which was Esc, with what leaving it may have changed.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeEscape {
    /// The path of screens, with focus and cursor.
    pub path: Path,
    /// The record of the open meeting, with what could be undone in it.
    pub open: Option<(Arc<Meeting>, History)>,
    /// The meeting in which nothing was recorded, and that was let go.
    pub gone: Option<Box<OpenMeeting>>,
    /// The intent before was to type a letter.
    pub after_letter: bool,
    /// Nobody went to where the cursor stood.
    pub after_enter: bool,
    /// The text in which digits were not judged yet.
    pub unjudged: Option<(TextPlace, usize)>,
}
