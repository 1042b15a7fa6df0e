//! What can go wrong with a disk, and when.

use std::io;

/// What goes wrong, counted in calls since `Disk::begin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trouble {
    /// Nothing.
    #[default]
    None,
    /// The power goes before this call.
    Cut(usize),
    /// This call fails.
    Once(usize, Failure),
    /// This call fails, and every later one.
    FromNow(usize, Failure),
}

/// What a disk can say instead of doing as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The disk is full.
    Full,
    /// What the user may fill is full.
    Quota,
    /// The disk itself fails.
    Defect,
    /// No permission.
    Permission,
    /// The disk became read-only.
    ReadOnly,
    /// A disk in the network does not answer.
    Silent,
    /// Another program is busy with it.
    Busy,
}

impl Failure {
    /// All seven.
    pub const ALL: [Self; 7] =
        [Self::Full, Self::Quota, Self::Defect, Self::Permission, Self::ReadOnly, Self::Silent, Self::Busy];

    /// The error that a program gets to see.
    pub fn error(self) -> io::Error {
        match self {
            Self::Full => io::ErrorKind::StorageFull.into(),
            Self::Quota => io::ErrorKind::QuotaExceeded.into(),
            Self::Defect => io::Error::from_raw_os_error(5),
            Self::Permission => io::ErrorKind::PermissionDenied.into(),
            Self::ReadOnly => io::ErrorKind::ReadOnlyFilesystem.into(),
            Self::Silent => io::ErrorKind::TimedOut.into(),
            Self::Busy => io::ErrorKind::ResourceBusy.into(),
        }
    }
}
