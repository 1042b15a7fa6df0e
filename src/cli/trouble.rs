//! Why nothing came of what was asked, and the exit codes.

use std::path::Path;

use crate::store::Fault;
use crate::text;
use crate::words::Language;

/// The exit code when something went wrong.
pub(super) const WENT_WRONG: u8 = 1;

/// The exit code of wrong usage.
pub(super) const WRONG_USAGE: u8 = 2;

/// The exit code of a fault in the program.
pub(super) const PANICKED: u8 = 101;

/// Why nothing came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trouble {
    pub message: String,
    pub code: u8,
}

impl Trouble {
    /// Something went wrong.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: WENT_WRONG }
    }
}

/// What the system said, in the words of the user.
pub(super) fn reason(error: &std::io::Error, language: Language) -> String {
    Fault::of(error).reason(language)
}

/// The same of what it said of `path`; what belongs to somebody else is named with its owner and the remedy.
pub(super) fn reason_at(path: &Path, error: &std::io::Error, language: Language) -> String {
    Fault::at(path, error).reason(language)
}

/// A path as it may be shown.
pub(super) fn shown(path: &Path) -> String {
    text::visible_line(&path.to_string_lossy()).into_owned()
}
