//! Finding what was put back, taken away or exchanged in a sealed notebook.

use std::path::{Path, PathBuf};

use crate::store::disk::fault::shown;
use crate::store::record::names::DEVICES;
use crate::store::record::problem::ReadProblem;
use crate::words::Language;

/// Something that did not come about by the work of anybody who has the keys. Files by their path within the notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tampering {
    /// An earlier version stands here than there was.
    Older(String),
    /// Another version stands here than there was, and it does not follow from that one.
    Other(String),
    /// It is gone, and nobody deleted it.
    Gone(String),
    /// It was deleted on purpose, and is here again.
    Back(String),
    /// An earlier version was put here, and somebody went on with that.
    Doubted(String),
    /// It cannot be read.
    Unreadable(String, ReadProblem),
    /// A file with the keys is not the one that there was.
    Key(String),
    /// A file with the keys is gone.
    KeyGone(String),
    /// The mark that the notebook is being sealed was put back.
    Mark(String),
    /// The roll of a computer is gone.
    RollGone(String),
    /// The roll of a computer is an earlier one, or another.
    RollOlder(String),
    /// There are no rolls at all, so that nothing can be missed.
    NoRolls(String),
    /// Files that wait for the access log, and are nothing that waits for it.
    Waiting {
        /// The first of them.
        path: String,
        /// How many there are.
        count: usize,
    },
    /// So much waits for the access log that no more is written.
    WaitingFull(String),
    /// What this computer remembers of the notebook is damaged.
    Memory {
        /// The file, outside the notebook.
        path: PathBuf,
    },
}

impl Tampering {
    /// The path within the notebook.
    pub fn within(&self) -> Option<&String> {
        match self {
            Self::Older(path)
            | Self::Other(path)
            | Self::Gone(path)
            | Self::Back(path)
            | Self::Doubted(path)
            | Self::Unreadable(path, _)
            | Self::Key(path)
            | Self::KeyGone(path)
            | Self::Mark(path)
            | Self::RollGone(path)
            | Self::RollOlder(path)
            | Self::WaitingFull(path)
            | Self::Waiting { path, .. }
            | Self::NoRolls(path) => Some(path),
            Self::Memory { .. } => None,
        }
    }

    /// The file, in the notebook in `folder`.
    pub fn path(&self, folder: &Path) -> PathBuf {
        match self {
            Self::Memory { path } => path.clone(),
            other => other
                .within()
                .into_iter()
                .flat_map(|path| path.split('/'))
                .fold(folder.into(), |path: PathBuf, part| path.join(part)),
        }
    }

    /// What happened, where, and what to do now, in the notebook in `folder`.
    pub fn message(&self, folder: &Path, language: Language) -> String {
        let path = shown(&self.path(folder));
        match self {
            Self::Older(_) => language.tampered_older(&path),
            Self::Other(_) => language.tampered_other(&path),
            Self::Gone(within) if within.starts_with("log/") => language.tampered_log_gone(&path),
            Self::Gone(_) => language.tampered_gone(&path),
            Self::Back(_) => language.tampered_back(&path),
            Self::Doubted(_) => language.tampered_doubted(&path),
            Self::Unreadable(within, _) if within.starts_with(DEVICES) => {
                language.tampered_roll_unreadable(&path)
            }
            Self::Unreadable(_, problem) => problem.message(language),
            Self::Key(_) => language.tampered_key(&path),
            Self::KeyGone(_) => language.tampered_key_gone(&path),
            Self::Mark(_) => language.tampered_mark(&path),
            Self::RollGone(_) => language.tampered_roll_gone(&path),
            Self::RollOlder(_) => language.tampered_roll_older(&path),
            Self::NoRolls(_) => language.tampered_no_rolls(&path),
            Self::Waiting { count, .. } => language.tampered_waiting(&path, *count),
            Self::WaitingFull(_) => language.tampered_waiting_full(&path),
            Self::Memory { .. } => language.tampered_memory(&path),
        }
    }
}
