//! What a disk can say, as data, and the path that it says it of.

use std::io;
use std::path::{Path, PathBuf};

use super::files::NotAPlainFile;
use super::owner::Other;
use crate::text;
use crate::words::Language;

/// What a disk or its system said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The disk, or the part of it that the user may fill, is full.
    NoSpace,
    /// No permission.
    NoPermission,
    /// No permission, for it belongs to another user of the computer.
    OfOther(Other),
    /// The disk or folder is read-only.
    ReadOnly,
    /// Nothing is there.
    NotFound,
    /// A name is too long or not allowed.
    BadName,
    /// Something that is no folder is in the way.
    NotAFolder,
    /// A link, folder, pipe or device instead of a file.
    NotAFile,
    /// Larger than the notebook reads.
    TooLarge,
    /// The system lets no file become larger.
    SizeLimit,
    /// Another program holds the file.
    InUse,
    /// The disk itself fails.
    Disk,
    /// Anything else, in the words of the system, cleaned.
    Other(String),
}

impl Fault {
    /// Sorts out what the system said.
    pub fn of(error: &io::Error) -> Self {
        if NotAPlainFile::is(error) {
            return Self::NotAFile;
        }
        match (error.kind(), error.raw_os_error()) {
            (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => Self::NoSpace,
            // EBUSY, ETXTBSY; on Windows a sharing or lock violation.
            (io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy, _) => Self::InUse,
            (_, Some(32 | 33)) if cfg!(windows) => Self::InUse,
            (io::ErrorKind::PermissionDenied, _) => Self::NoPermission,
            (io::ErrorKind::ReadOnlyFilesystem, _) => Self::ReadOnly,
            (io::ErrorKind::NotFound, _) => Self::NotFound,
            (io::ErrorKind::InvalidFilename, _) => Self::BadName,
            (io::ErrorKind::NotADirectory, _) => Self::NotAFolder,
            (io::ErrorKind::IsADirectory, _) => Self::NotAFile,
            // EFBIG, which others may have wrapped; of the limit of Pallium itself the system knows nothing.
            (io::ErrorKind::FileTooLarge, Some(_)) => Self::SizeLimit,
            (io::ErrorKind::FileTooLarge, None) if error.get_ref().is_some() => Self::SizeLimit,
            (io::ErrorKind::FileTooLarge, None) => Self::TooLarge,
            // EIO; on Windows a bad checksum or a failing device.
            (_, Some(5)) if cfg!(unix) => Self::Disk,
            (_, Some(23 | 1117)) if cfg!(windows) => Self::Disk,
            _ => Self::Other(text::visible_line(&error.to_string()).chars().take(200).collect()),
        }
    }

    /// The same for what was said of `path`.
    pub fn at(path: &Path, error: &io::Error) -> Self {
        Other::of(path, error).map_or_else(|| Self::of(error), Self::OfOther)
    }

    /// The reason, as a part of a sentence.
    pub fn reason(&self, language: Language) -> String {
        match self {
            Self::NoSpace => language.fault_no_space(),
            Self::NoPermission => language.fault_no_permission(),
            Self::OfOther(other) => return other.reason(language),
            Self::ReadOnly => language.fault_read_only(),
            Self::NotFound => language.fault_not_found(),
            Self::BadName => language.fault_bad_name(),
            Self::NotAFolder => language.fault_not_a_folder(),
            Self::NotAFile => language.fault_not_a_file(),
            Self::TooLarge => language.fault_too_large(),
            Self::SizeLimit => language.fault_size_limit(),
            Self::InUse => language.fault_in_use(),
            Self::Disk => language.fault_disk(),
            Self::Other(system) => return language.fault_other(system),
        }
        .to_owned()
    }

    /// What can be done about it; nothing where there is no advice.
    fn remedy(&self, language: Language) -> Option<&'static str> {
        match self {
            Self::NoSpace => Some(language.save_advice_no_space()),
            Self::NoPermission | Self::OfOther(_) | Self::ReadOnly => Some(language.save_advice_permission()),
            Self::NotFound => Some(language.save_advice_not_found()),
            Self::Disk => Some(language.save_advice_disk()),
            _ => None,
        }
    }

    /// What whoever did something once can do now.
    pub(in crate::store) fn advice(&self, language: Language) -> String {
        self.remedy(language).map(|remedy| format!("{remedy}.")).unwrap_or_default()
    }

    /// What somebody whose work is not saved can do now, while the program tries again.
    pub(in crate::store) fn advice_of_work(&self, language: Language) -> String {
        match self.remedy(language) {
            _ if *self == Self::Disk => language.save_advice_disk_of_work().to_owned(),
            Some(remedy) => format!("{remedy}{}", language.save_tries_again()),
            None => language.save_advice_wait().to_owned(),
        }
    }
}

/// A folder that cannot be a notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotebookError {
    /// The folder or file that gave the fault.
    pub path: PathBuf,
    /// What was said of it.
    pub fault: Fault,
}

impl NotebookError {
    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        language.notebook_failed(&shown(&self.path), &self.fault.reason(language))
    }
}

/// A path as it may stand on the screen.
pub(in crate::store) fn shown(path: &Path) -> String {
    text::visible_line(&path.to_string_lossy()).into_owned()
}
