//! The minutes on the screen, kept written while they are being read.

use std::sync::Arc;

use crate::meeting::{MeetingId, PatientId};
use crate::words::Language;

/// Minutes as they were written, and of what; never more than what the page would write now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Of what.
    pub of: OfMinutes,
    /// The text.
    pub text: Arc<str>,
}

/// Everything on which the text of minutes depends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfMinutes {
    /// The open meeting.
    pub meeting: MeetingId,
    /// Of its record.
    pub revision: u64,
    /// Whose; the whole meeting where absent.
    pub patient: Option<PatientId>,
    /// Of the screen.
    pub language: Language,
    /// In columns.
    pub width: u16,
}
