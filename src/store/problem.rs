//! What can go wrong with a notebook, as data; nothing of what was noted is ever in it.

use std::io;
use std::path::{Path, PathBuf};

use super::codec::CodecError;
use super::files::NotAPlainFile;
use super::holder::Holder;
use super::owner::Other;
use super::record::id_in_name;
use super::tampering::Tampering;
use crate::meeting::{FORMAT, MeetingId};
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
            // EFBIG; of the limit of Pallium itself the system knows nothing.
            (io::ErrorKind::FileTooLarge, Some(_)) => Self::SizeLimit,
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

    /// What somebody whose work is not saved can do now.
    fn save_advice(&self, language: Language) -> &'static str {
        match self {
            Self::NoSpace => language.save_advice_no_space(),
            Self::NoPermission | Self::OfOther(_) | Self::ReadOnly => language.save_advice_permission(),
            Self::NotFound => language.save_advice_not_found(),
            Self::Disk => language.save_advice_disk(),
            _ => language.save_advice_other(),
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
    pub(super) fn fault(path: &Path, error: &io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::at(path, error) }
    }

    pub(super) fn damaged(path: &Path, line: Option<usize>, damage: Damage) -> Self {
        Self::Damaged { path: path.to_owned(), line, damage }
    }

    pub(super) fn closed(path: &Path, error: CodecError) -> Self {
        let damage = match error {
            CodecError::Closed => Damage::Sealed,
            CodecError::Unproven => Damage::Unproven,
            CodecError::Misplaced => Damage::Misplaced,
        };
        Self::damaged(path, None, damage)
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
                language.read_damaged(&path, *line, &damage.words(language), language.read_advice_damaged())
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
    pub(super) fn fault(path: &Path, error: &io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::at(path, error) }
    }

    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Fault { path, fault } => {
                language.save_failed(&shown(path), &fault.reason(language), fault.save_advice(language))
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

/// A meeting that is not held for this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockError {
    /// Another program holds it.
    Held {
        /// The lock file.
        path: PathBuf,
        /// Who that is, where it says so.
        holder: Option<Holder>,
    },
    /// The lock is free, but another computer says that it has the meeting open; a shared or synchronised folder may
    /// not pass locks on.
    Elsewhere {
        /// Who that is.
        holder: Holder,
    },
    /// The disk cannot say.
    Fault {
        /// The lock file.
        path: PathBuf,
        /// What it said.
        fault: Fault,
    },
}

impl LockError {
    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Held { path, holder: None } => language.lock_held(&shown(path)),
            Self::Held { holder: Some(holder), .. } => {
                language.lock_held_by(holder.who(language), &holder.place, &holder.since_in_words())
            }
            Self::Elsewhere { holder } => {
                language.lock_elsewhere(holder.who(language), &holder.place, &holder.since_in_words())
            }
            Self::Fault { path, fault } => language.lock_failed(&shown(path), &fault.reason(language)),
        }
    }
}

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
    /// A damaged file that was set aside.
    SetAside {
        /// The file.
        path: PathBuf,
    },
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
            Self::Conflict { path }
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
            Self::Conflict { path } => language.file_is_conflict(&shown(path)),
            Self::SetAside { path } => language.file_is_set_aside(&shown(path)),
            Self::Foreign { path } => language.file_is_foreign(&shown(path)),
            Self::Tampered { found, folder, .. } => found.message(folder, language),
        }
    }
}

/// A path as it may stand on the screen.
pub(super) fn shown(path: &Path) -> String {
    text::visible_line(&path.to_string_lossy()).into_owned()
}
