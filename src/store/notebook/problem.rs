//! What can be the matter with a file in a notebook, as data.

use std::path::{Path, PathBuf};

use crate::meeting::MeetingId;
use crate::store::disk::fault::shown;
use crate::store::record::misnamed::Misnamed;
use crate::store::record::names::id_in_name;
use crate::store::record::problem::ReadProblem;
use crate::store::witness::tampering::Tampering;
use crate::words::Language;

/// A file in the notebook that is no meeting that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// It should be one and cannot be read.
    Unreadable(ReadProblem),
    /// A second version of a meeting.
    Conflict {
        /// The file.
        path: PathBuf,
    },
    /// The same bytes as those of a meeting, under a name of their own.
    Copy {
        /// The file.
        path: PathBuf,
    },
    /// A damaged file that was set aside.
    SetAside {
        /// The file.
        path: PathBuf,
    },
    /// It is of the notebook, under a name that is a little off.
    Misnamed(Misnamed),
    /// Not of the notebook's making.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// It did not come about by the work of anybody who has the keys.
    Tampered {
        /// The file.
        path: PathBuf,
        /// What was found.
        found: Tampering,
        /// The folder of the notebook.
        folder: PathBuf,
    },
}

impl FileProblem {
    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Unreadable(problem) => problem.path(),
            Self::Misnamed(misnamed) => &misnamed.path,
            Self::Conflict { path }
            | Self::Copy { path }
            | Self::SetAside { path }
            | Self::Foreign { path }
            | Self::Tampered { path, .. } => path,
        }
    }

    /// The meeting that the file belongs to by its name.
    pub fn meeting(&self) -> Option<MeetingId> {
        id_in_name(self.path())
    }

    /// What is the matter, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Unreadable(problem) => problem.message(language),
            Self::Misnamed(misnamed) => misnamed.message(language),
            Self::Conflict { path } => language.file_is_conflict(&shown(path)),
            Self::Copy { path } => language.file_is_copy(&shown(path)),
            Self::SetAside { path } => language.file_is_set_aside(&shown(path)),
            Self::Foreign { path } => language.file_is_foreign(&shown(path)),
            Self::Tampered { found, folder, .. } => found.message(folder, language),
        }
    }
}
