//! What can be wrong with the keys of a notebook and with what they seal, as data.

use std::io;
use std::path::{Path, PathBuf};

use crate::store::disk::fault::{Fault, shown};
use crate::store::record::problem::{Damage, ReadProblem};
use crate::words::Language;

/// Something that is wrong with the keys of a notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyProblem {
    /// This passphrase, or this recovery key, does not open them.
    Wrong,
    /// The file is not as it was written.
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The file was made by a newer program, or asks for more work than is reasonable.
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// The disk did not give or take it.
    Fault {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        fault: Fault,
    },
    /// A file is not there without which nothing opens.
    Lost {
        /// The file.
        path: PathBuf,
    },
    /// The passphrase is right, and the notebook is not sealed to whoever has it.
    NotAReader {
        /// The keyring.
        path: PathBuf,
    },
    /// The keyring is an earlier one, or belongs to another notebook.
    RolledBack {
        /// The keyring.
        path: PathBuf,
    },
    /// Another program changed the keyring meanwhile.
    Changed,
    /// The system gives no randomness.
    NoRandomness,
    /// The clock of this computer stands still.
    ClockStands,
}

impl KeyProblem {
    pub(in crate::store) fn fault(path: &Path, error: &io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::at(path, error) }
    }

    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Wrong => language.key_wrong().to_owned(),
            Self::Damaged { path } => language.key_damaged(&shown(path)),
            Self::Newer { path } => language.key_newer(&shown(path)),
            Self::Fault { path, fault } => language.key_fault(&shown(path), &fault.reason(language)),
            Self::Lost { path } => language.key_lost(&shown(path)),
            Self::NotAReader { path } => language.key_not_a_reader(&shown(path)),
            Self::RolledBack { path } => language.key_rolled_back(&shown(path)),
            Self::Changed => language.keyring_changed().to_owned(),
            Self::NoRandomness => language.key_no_randomness().to_owned(),
            Self::ClockStands => language.key_clock_stands().to_owned(),
        }
    }
}

/// Bytes that cannot be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodecError {
    /// They do not open: damaged, not sealed, or for another key.
    Closed,
    /// They open, and nothing proves that somebody with the keys wrote them.
    Unproven,
    /// They are a file of this notebook, and another one than stands here.
    Misplaced,
}

impl CodecError {
    /// The same of the file at `path`.
    pub(in crate::store) fn at(self, path: &Path) -> ReadProblem {
        let damage = match self {
            Self::Closed => Damage::Sealed,
            Self::Unproven => Damage::Unproven,
            Self::Misplaced => Damage::Misplaced,
        };
        ReadProblem::damaged(path, None, damage)
    }
}
