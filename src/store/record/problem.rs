//! What can go wrong with reading and writing a file of a notebook, as data; nothing of what was noted is ever in it.

use std::io;
use std::path::{Path, PathBuf};

use crate::meeting::FORMAT;
use crate::store::disk::fault::{Fault, shown};
use crate::words::Language;

/// A file of the notebook that cannot be read; the file is untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadProblem {
    /// The disk did not give it.
    Fault {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        fault: Fault,
    },
    /// Its format is newer than this program.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: i64,
    },
    /// A key that this program does not know, and would lose in saving.
    UnknownKey {
        /// The file.
        path: PathBuf,
        /// The key, cleaned.
        key: String,
        /// Line in the file, counted from 1.
        line: usize,
        /// The line up to and including the key, cleaned; what stands behind it may be a note.
        excerpt: String,
    },
    /// The content makes no sense.
    Damaged {
        /// The file.
        path: PathBuf,
        /// Line in the file, counted from 1, where there is one.
        line: Option<usize>,
        /// What is wrong.
        damage: Damage,
    },
    /// The identity inside is not the one in the name.
    WrongName {
        /// The file.
        path: PathBuf,
    },
}

/// What is wrong with the content of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// Nothing in it: a full disk, or a sync that broke off.
    Empty,
    /// Not Unicode.
    NotText,
    /// Not TOML.
    Syntax,
    /// A value of another form than belongs there.
    Value,
    /// A key with control or invisible characters.
    Key,
    /// A key that must be there.
    Missing(String),
    /// The same patient twice.
    SamePatient,
    /// The same participant twice.
    SameParticipant,
    /// The same agreement twice with one patient.
    SameAgreement,
    /// The same checklist is pinned twice.
    SameDefinition,
    /// Sealed, and cannot be opened.
    Sealed,
    /// Sealed with the key, and nothing proves that somebody with the keys wrote it.
    Unproven,
    /// Another file of this notebook, in the place of this one.
    Misplaced,
    /// A definition whose text is not the one that was pinned.
    Hash,
}

impl Damage {
    fn words(&self, language: Language) -> String {
        match self {
            Self::Empty => language.damage_empty(),
            Self::NotText => language.damage_not_text(),
            Self::Syntax => language.damage_syntax(),
            Self::Value => language.damage_value(),
            Self::Key => language.damage_key(),
            Self::Missing(key) => return language.damage_missing_key(key),
            Self::SamePatient => language.damage_same_patient(),
            Self::SameParticipant => language.damage_same_participant(),
            Self::SameAgreement => language.damage_same_agreement(),
            Self::SameDefinition => language.damage_same_definition(),
            Self::Sealed | Self::Unproven | Self::Misplaced => language.damage_sealed(),
            Self::Hash => language.damage_hash(),
        }
        .to_owned()
    }
}

impl ReadProblem {
    pub(in crate::store) fn fault(path: &Path, error: &io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::at(path, error) }
    }

    pub(in crate::store) fn damaged(path: &Path, line: Option<usize>, damage: Damage) -> Self {
        Self::Damaged { path: path.to_owned(), line, damage }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Fault { path, .. }
            | Self::Newer { path, .. }
            | Self::UnknownKey { path, .. }
            | Self::Damaged { path, .. }
            | Self::WrongName { path } => path,
        }
    }

    /// Whether there is nothing to read at all.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Fault { fault: Fault::NotFound, .. })
    }

    /// Whether the file itself is no longer good, so that an earlier version may take its place: what the disk does not give may be
    /// whole, and so is what a newer program wrote.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::WrongName { .. })
    }

    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        let path = shown(self.path());
        match self {
            Self::Fault { fault, .. } => {
                language.read_failed(&path, &fault.reason(language), language.read_advice_reach())
            }
            Self::Newer { format, .. } => {
                language.read_newer(&path, *format, FORMAT, language.read_advice_newer())
            }
            Self::UnknownKey { key, line, excerpt, .. } => {
                let what = language.damage_unknown_key(key, excerpt);
                language.read_damaged(&path, Some(*line), &what, language.read_advice_damaged())
            }
            Self::Damaged { damage: Damage::Sealed, .. } => language.read_sealed_damaged(&path),
            Self::Damaged { damage: Damage::Unproven, .. } => language.read_unproven(&path),
            Self::Damaged { damage: Damage::Misplaced, .. } => language.read_misplaced(&path),
            Self::Damaged { line, damage, .. } => {
                let advice = match line {
                    Some(_) => language.read_advice_damaged(),
                    None => language.read_advice_whole(),
                };
                language.read_damaged(&path, *line, &damage.words(language), advice)
            }
            Self::WrongName { .. } => language.read_wrong_name(&path, language.read_advice_name()),
        }
    }
}

/// A save that was not acknowledged; the file on disk is the earlier version, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// The disk did not take it.
    Fault {
        /// The file that was written, or its folder.
        path: PathBuf,
        /// What the disk said.
        fault: Fault,
    },
    /// The file on disk is damaged and was not overwritten.
    TargetDamaged {
        /// The damaged file.
        path: PathBuf,
        /// Where this save is instead.
        kept: PathBuf,
    },
    /// The file on disk is not the one that this program read or wrote last; both versions are kept.
    ChangedOutside {
        /// The file that another program wrote.
        path: PathBuf,
        /// Where this save is instead.
        kept: PathBuf,
    },
    /// The settings on disk were not written by this version, and were not overwritten.
    SettingsDamaged {
        /// The file.
        path: PathBuf,
    },
    /// A second version of a meeting that cannot be read or was changed meanwhile, and so stays where it is.
    NotPutAway {
        /// The file.
        path: PathBuf,
    },
    /// A definition that the record names is neither on disk nor given.
    DefinitionMissing {
        /// Its hash.
        hash: String,
    },
    /// The notebook was sealed since it was opened without a passphrase.
    Sealed,
    /// The notebook got another key since it was opened: a reader was removed.
    OtherKeys,
    /// What is deleted or written cannot be noted, for the roll of this computer is not what it left there.
    NotWitnessed {
        /// The roll.
        path: PathBuf,
    },
    /// Another program of this computer is writing its roll.
    RollBusy {
        /// The roll.
        path: PathBuf,
    },
    /// So many entries wait for the access log that no more are written.
    WaitingFull {
        /// Their folder.
        path: PathBuf,
    },
    /// More than can be read back.
    TooLarge,
    /// The record could not be turned into bytes: a fault in the program.
    NotWritten,
}

impl SaveError {
    pub(in crate::store) fn fault(path: &Path, error: &io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::at(path, error) }
    }

    /// What happened, where, and what to do now, to whoever has work open of which the save is tried again.
    pub fn message_of_work(&self, language: Language) -> String {
        match self {
            Self::Fault { path, fault } => {
                let advice = fault.advice_of_work(language);
                language.save_failed(&shown(path), &fault.reason(language), &advice)
            }
            other => other.message(language),
        }
    }

    /// What happened, where, and what to do now; nothing is tried again.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Fault { path, fault } => {
                language.save_failed(&shown(path), &fault.reason(language), &fault.advice(language))
            }
            Self::TargetDamaged { path, kept } => language.save_target_damaged(&shown(path), &shown(kept)),
            Self::ChangedOutside { path, kept } => language.save_changed_outside(&shown(path), &shown(kept)),
            Self::SettingsDamaged { path } => language.settings_damaged(&shown(path)),
            Self::NotPutAway { path } => language.not_put_away(&shown(path)),
            Self::DefinitionMissing { .. } => language.save_without_definition().to_owned(),
            Self::Sealed => language.save_sealed().to_owned(),
            Self::OtherKeys => language.save_other_keys().to_owned(),
            Self::NotWitnessed { path } => language.save_not_witnessed(&shown(path)),
            Self::RollBusy { path } => language.save_roll_busy(&shown(path)),
            Self::WaitingFull { path } => language.save_waiting_full(&shown(path)),
            Self::TooLarge => language.save_too_large().to_owned(),
            Self::NotWritten => language.save_not_written().to_owned(),
        }
    }
}
