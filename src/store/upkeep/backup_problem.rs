//! What can go wrong with a backup, as data.

use std::path::{Path, PathBuf};

use super::archive::Unfit;
use crate::store::disk::fault::{Fault, shown};
use crate::store::record::problem::ReadProblem;
use crate::text;
use crate::words::Language;

/// A backup that was not made, or that is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupProblem {
    /// Something of that name is there already; nothing is written over it.
    Exists {
        /// What is there.
        path: PathBuf,
    },
    /// A backup within the notebook would be lost with it.
    Inside {
        /// Where it was to be.
        path: PathBuf,
    },
    /// Not everything of the notebook can be read, so that the backup would not be whole.
    Unreadable(Vec<ReadProblem>),
    /// More than fits into one backup.
    TooMuch,
    /// What was read back is not what was written.
    NotVerified {
        /// Where it was to be.
        path: PathBuf,
    },
    /// The disk did not take it or does not give it.
    Fault {
        /// The file, or its folder.
        path: PathBuf,
        /// What the disk said.
        fault: Fault,
    },
    /// No backup of Pallium.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A newer Pallium made it.
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// The end is missing.
    Cut {
        /// The file.
        path: PathBuf,
    },
    /// Something in it is not as it was written.
    Damaged {
        /// The file.
        path: PathBuf,
        /// The first file in it that is not right, cleaned, where that is known.
        inside: Option<String>,
    },
    /// It holds something that no backup holds, and that could do harm.
    Refused {
        /// The file.
        path: PathBuf,
        /// What it holds, cleaned.
        inside: String,
        /// Why that is refused.
        why: Refusal,
    },
}

/// Why a file in a backup is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Its path is not one that a notebook has.
    Path,
    /// It is a link, a device or a folder.
    NoFile,
    /// It is larger than any file of a notebook.
    TooLarge,
    /// The same path is in it twice.
    Twice,
}

impl BackupProblem {
    pub(in crate::store) fn fault(path: &Path, error: &std::io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::at(path, error) }
    }

    pub(in crate::store) fn refused(path: &Path, inside: &str, why: Refusal) -> Self {
        Self::Refused { path: path.to_owned(), inside: clean(inside), why }
    }

    pub(in crate::store) fn damaged(path: &Path, inside: Option<&str>) -> Self {
        Self::Damaged { path: path.to_owned(), inside: inside.map(clean) }
    }

    /// What it means that reading ended here, after `read` files.
    pub(in crate::store) fn unfit(path: &Path, unfit: &Unfit, read: Option<&str>) -> Self {
        match unfit {
            Unfit::Fault(error) => Self::fault(path, error),
            Unfit::NoFile(inside) => Self::refused(path, inside, Refusal::NoFile),
            Unfit::TooLarge(inside) => Self::refused(path, inside, Refusal::TooLarge),
            // A file that is none from its first block on was never a backup.
            Unfit::Cut | Unfit::Form if read.is_none() => Self::Foreign { path: path.to_owned() },
            Unfit::Cut => Self::Cut { path: path.to_owned() },
            Unfit::Form => Self::damaged(path, read),
        }
    }

    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Exists { path } => language.backup_exists(&shown(path)),
            Self::Inside { path } => language.backup_inside(&shown(path)),
            Self::Unreadable(problems) => {
                let said: Vec<String> = problems.iter().map(|problem| problem.message(language)).collect();
                language.backup_incomplete(&said)
            }
            Self::TooMuch => language.backup_too_much().to_owned(),
            Self::NotVerified { path } => language.backup_not_verified(&shown(path)),
            Self::Fault { path, fault } => language.backup_fault(&shown(path), &fault.reason(language)),
            Self::Foreign { path } => language.backup_foreign(&shown(path)),
            Self::Newer { path } => language.backup_newer(&shown(path)),
            Self::Cut { path } => language.backup_cut(&shown(path)),
            Self::Damaged { path, inside } => language.backup_damaged(&shown(path), inside.as_deref()),
            Self::Refused { path, inside, why } => {
                let why = match why {
                    Refusal::Path => language.refused_path(),
                    Refusal::NoFile => language.refused_no_file(),
                    Refusal::TooLarge => language.refused_too_large(),
                    Refusal::Twice => language.refused_twice(),
                };
                language.backup_refused(&shown(path), inside, why)
            }
        }
    }
}

fn clean(path: &str) -> String {
    text::visible_line(path).chars().take(200).collect()
}
