//! Versions of a meeting beside the one in force, and why they are there.

use serde::{Deserialize, Serialize};

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum VersionReason {
    /// As it was when somebody opened it to change it.
    Opened,
    /// As it was closed.
    Closed,
    /// After ten minutes of work.
    Worked,
    /// Before an earlier version was put in its place.
    Restored,
    /// A second version, of another program or laptop, about which people have chosen.
    Beside,
}

impl VersionReason {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Opened, Self::Closed, Self::Worked, Self::Restored, Self::Beside];

    /// The reason as it stands in the name of a file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Closed => "closed",
            Self::Worked => "worked",
            Self::Restored => "restored",
            Self::Beside => "beside",
        }
    }
}
