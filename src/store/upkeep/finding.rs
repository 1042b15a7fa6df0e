//! What looking a notebook over can find.

use std::path::{Path, PathBuf};

use crate::meeting::typed;
use crate::store::disk::clock::{self};
use crate::store::disk::fault::{NotebookError, shown};
use crate::store::disk::owner::Other;
use crate::store::notebook::holder::Holder;
use crate::store::notebook::log::LogFault;
use crate::store::notebook::passed::Doubt;
use crate::store::notebook::problem::FileProblem;
use crate::store::record::problem::ReadProblem;
use crate::words::Language;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A folder that cannot be read.
    Folder(NotebookError),
    /// A file that cannot be read, a second version, or a file that does not belong.
    File(FileProblem),
    /// A meeting names a definition that is not there, or is another text.
    Definition {
        /// The file of the meeting.
        meeting: PathBuf,
        /// What is wrong with the definition.
        problem: ReadProblem,
    },
    /// A save that was written and not put in its place, newer than its meeting.
    NewerLeftOver {
        /// The file.
        path: PathBuf,
    },
    /// A file that a program was writing when it was stopped, and that the next start takes away.
    LeftOver {
        /// The file.
        path: PathBuf,
    },
    /// The same where no start looks.
    Remains {
        /// The file.
        path: PathBuf,
    },
    /// A damaged file that was set aside when a meeting was recovered or a backup put back.
    SetAside {
        /// The file.
        path: PathBuf,
    },
    /// What was recorded between meetings and was taken back whole: no list has it.
    Emptied {
        /// The file.
        path: PathBuf,
    },
    /// Somebody is said to have a meeting open that no program on this computer holds.
    Holder {
        /// The file that says so.
        path: PathBuf,
        /// Who that is.
        holder: Holder,
    },
    /// A link instead of a file or folder.
    Link {
        /// The link.
        path: PathBuf,
    },
    /// The access log is not as it was written.
    Log(LogFault),
    /// Others on this computer may read it.
    Open {
        /// The first file or folder.
        path: PathBuf,
        /// How many there are in all.
        count: usize,
        /// The folder of the notebook.
        folder: PathBuf,
    },
    /// Somebody else has it, so that nothing can be saved there.
    Kept {
        /// The first file or folder.
        path: PathBuf,
        /// How many there are in all.
        count: usize,
        /// Whose it is.
        other: Other,
    },
    /// Sealing the notebook was broken off.
    UnderWay {
        /// The file that says so.
        path: PathBuf,
    },
    /// Removing a reader was broken off before anything of it was done.
    RemovalNotBegun {
        /// The file that says so.
        path: PathBuf,
    },
    /// The file that says that something is under way is still there, and nothing is.
    StaleMark {
        /// The file.
        path: PathBuf,
    },
    /// Removing a reader was broken off.
    Removal {
        /// The keyring.
        path: PathBuf,
    },
    /// The notebook is sealed, and nothing is there for the recovery key.
    NoRecovery {
        /// Where it would be.
        path: PathBuf,
    },
    /// What the log tells of the clock of the computer makes it doubtful.
    Clock {
        /// The folder of the log.
        path: PathBuf,
        /// What that is.
        doubt: Doubt,
    },
    /// The index says something else than the meetings.
    Index {
        /// Its folder.
        path: PathBuf,
    },
}

impl Finding {
    /// Whether somebody has to do something about it; the rest mends itself or may stay.
    pub fn needs_doing(&self) -> bool {
        !matches!(
            self,
            Self::LeftOver { .. } | Self::SetAside { .. } | Self::Emptied { .. } | Self::Holder { .. }
        )
    }

    /// The file or folder that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Folder(error) => &error.path,
            Self::File(problem) => problem.path(),
            Self::Log(fault) => fault.path(),
            Self::Definition { meeting: path, .. }
            | Self::NewerLeftOver { path }
            | Self::LeftOver { path }
            | Self::Remains { path }
            | Self::SetAside { path }
            | Self::Emptied { path }
            | Self::Holder { path, .. }
            | Self::Link { path }
            | Self::UnderWay { path }
            | Self::RemovalNotBegun { path }
            | Self::StaleMark { path }
            | Self::Removal { path }
            | Self::NoRecovery { path }
            | Self::Clock { path, .. }
            | Self::Open { path, .. }
            | Self::Kept { path, .. }
            | Self::Index { path } => path,
        }
    }

    /// The meeting of a file that is damaged, of which there may be an earlier version.
    fn recoverable(&self) -> Option<String> {
        match self {
            Self::File(problem @ FileProblem::Unreadable(why)) if why.is_damage() => {
                problem.meeting().map(|id| id.to_string())
            }
            _ => None,
        }
    }

    /// What is the matter, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        let path = shown(self.path());
        match self {
            Self::Folder(error) => language.found_folder(&path, &error.fault.reason(language)),
            Self::File(FileProblem::Conflict { .. }) => language.found_second_version(&path),
            Self::File(problem @ FileProblem::Copy { .. }) => problem.message(language),
            Self::File(FileProblem::Misnamed(misnamed)) => misnamed.message(language),
            Self::File(FileProblem::Foreign { .. }) => language.found_foreign(&path),
            Self::File(FileProblem::Unreadable(problem)) => match self.recoverable() {
                Some(id) => format!("{} {}", problem.message(language), language.found_recoverable(&id)),
                None => problem.message(language),
            },
            Self::Definition { problem, .. } => {
                language.found_definition(&path, &shown(problem.path()), problem.is_absent())
            }
            Self::NewerLeftOver { .. } => language.found_newer_left_over(&path),
            Self::LeftOver { .. } => language.found_left_over(&path),
            Self::Remains { .. } => language.found_remains(&path),
            Self::File(FileProblem::Tampered { found, folder, .. }) => found.message(folder, language),
            Self::SetAside { .. } | Self::File(FileProblem::SetAside { .. }) => {
                language.found_set_aside(&path)
            }
            Self::Emptied { .. } => language.found_emptied(&path),
            Self::Holder { holder, .. } => {
                language.found_holder(&path, holder.who(language), &holder.place, &holder.since_in_words())
            }
            Self::Link { .. } => language.found_link(&path),
            Self::Log(fault) => fault.message(language),
            Self::Open { count, folder, .. } => language.found_open(&path, *count, &shown(folder)),
            Self::Kept { count, other, .. } => language.found_kept(&path, *count, &other.reason(language)),
            Self::UnderWay { .. } => language.found_under_way().to_owned(),
            Self::RemovalNotBegun { .. } => language.found_removal_not_begun().to_owned(),
            Self::StaleMark { .. } => language.found_mark_left(&path),
            Self::Removal { .. } => language.found_removal_under_way().to_owned(),
            Self::NoRecovery { .. } => language.readers_no_recovery().to_owned(),
            Self::Index { .. } => language.found_index(&path),
            Self::Clock { doubt, .. } => {
                let day = |at| typed::numeric(clock::local(at).date());
                match *doubt {
                    Doubt::Behind { seen, now } => language.found_clock_behind(&path, &day(seen), &day(now)),
                    Doubt::Leap { from, to } => language.found_clock_leap(&path, &day(from), &day(to)),
                }
            }
        }
    }
}
