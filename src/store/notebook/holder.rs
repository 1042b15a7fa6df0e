//! Who has a meeting open: a small file beside the lock, for people and for folders that pass no locks on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::Notebook;
use crate::meeting::MeetingId;
use crate::store::disk::atomic::Written;
use crate::store::disk::fault::{Fault, shown};
use crate::store::disk::files::{Files, HeldFile};
use crate::store::record::format::{decode_small, encode_small};
use crate::store::record::problem::ReadProblem;
use crate::text;
use crate::words::Language;

/// Who has a meeting open, where and since when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The user, as the system names them.
    #[serde(default)]
    pub who: String,
    /// The computer.
    #[serde(default)]
    pub place: String,
    /// Since when, as that computer wrote it: `2026-11-27 14:03`.
    #[serde(default)]
    pub since: String,
}

impl Holder {
    /// Who it is; not every system says so.
    pub(in crate::store) fn who(&self, language: Language) -> &str {
        if self.who.trim().is_empty() { language.somebody() } else { &self.who }
    }

    /// Since when, as people write it; as it stands there where it is something else.
    pub(in crate::store) fn since_in_words(&self) -> String {
        in_words(&self.since)
    }

    /// Whether this is the computer of that name: Windows tells its own in capitals, whatever other systems call it.
    fn is_at(&self, place: &str) -> bool {
        text::same::same(&self.place, place)
    }

    /// Who, where and since when, on one line.
    pub fn in_words(&self, language: Language) -> String {
        format!("{}, {}, {}", self.who(language), self.place, self.since_in_words())
    }

    /// Somebody of whom nothing can be read.
    fn unknown() -> Self {
        Self { who: "?".to_owned(), place: "?".to_owned(), since: "?".to_owned() }
    }

    /// The same in a form that may stand on a screen.
    fn cleaned(self) -> Self {
        let line = |text: String| text::visible_line(&text).chars().take(80).collect();
        Self { who: line(self.who), place: line(self.place), since: line(self.since) }
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

/// A moment that a computer wrote, as people write it.
pub(in crate::store) fn in_words(since: &str) -> String {
    let moment = NaiveDateTime::parse_from_str(since, "%Y-%m-%d %H:%M");
    moment.map_or_else(|_| since.to_owned(), |moment| moment.format("%d-%m-%Y %H:%M").to_string())
}

/// A meeting that this program alone may write, until this is dropped.
#[derive(Debug)]
pub struct Lock {
    holder_file: Option<HolderFile>,
    _held: Box<dyn HeldFile>,
}

/// The file by which others are told, to be taken away.
struct HolderFile {
    path: PathBuf,
    files: Arc<dyn Files>,
    sealed: Vec<u8>,
}

impl std::fmt::Debug for HolderFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("HolderFile").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Lock {
    /// The file that tells others of it, with what stands in it; for whoever takes it away later.
    pub fn holder_file(&self) -> Option<(PathBuf, Vec<u8>)> {
        self.holder_file.as_ref().map(|file| (file.path.clone(), file.sealed.clone()))
    }
}

/// Takes away what told others that a meeting is open, unless somebody else tells it by now.
pub fn remove_holder_file(files: &dyn Files, path: &Path, sealed: &[u8]) {
    if files.read(path, LIMIT).is_ok_and(|bytes| bytes == sealed) {
        let _ = files.remove(path);
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Somebody on another computer may have taken the meeting over, and then it is theirs to say.
        if let Some(file) = &self.holder_file {
            remove_holder_file(file.files.as_ref(), &file.path, &file.sealed);
        }
    }
}

/// The largest file of a holder, in bytes.
const LIMIT: u64 = 16 * 1024;

impl Notebook {
    /// Holds a meeting for this program until the result is dropped; the meeting's own file is never locked.
    ///
    /// What another program of the same computer left behind when it was stopped is taken over without a word: its
    /// lock went with it. Of another computer only a person can tell whether it still has the meeting open, so that
    /// `anyway` is for when somebody has said so.
    ///
    /// # Errors
    ///
    /// [`LockError`] when another program holds it, another computer says that it does, or the disk cannot say.
    pub fn hold(&self, id: MeetingId, me: &Holder, anyway: bool) -> Result<Lock, LockError> {
        let held = self.take_lock(id)?;
        if !anyway {
            self.refuse_elsewhere(id, me)?;
        }
        Ok(Lock { holder_file: self.write_holder(id, me), _held: held })
    }

    /// The same for work of a moment, of which others are not told.
    ///
    /// # Errors
    ///
    /// As for [`hold`](Self::hold).
    pub(in crate::store) fn hold_briefly(&self, id: MeetingId, me: &Holder) -> Result<Lock, LockError> {
        let held = self.take_lock(id)?;
        self.refuse_elsewhere(id, me)?;
        Ok(Lock { holder_file: None, _held: held })
    }

    fn refuse_elsewhere(&self, id: MeetingId, me: &Holder) -> Result<(), LockError> {
        match self.holder(id) {
            Some(holder) if !holder.is_at(&me.place) => Err(LockError::Elsewhere { holder }),
            _ => Ok(()),
        }
    }

    /// Holds a meeting without saying so to others, for work of a moment.
    ///
    /// # Errors
    ///
    /// [`LockError`] when another program holds it or the disk cannot say.
    pub fn lock(&self, id: MeetingId) -> Result<Lock, LockError> {
        self.take_lock(id).map(|held| Lock { holder_file: None, _held: held })
    }

    /// Who says to have the meeting open; what cannot be read says nothing.
    pub fn holder(&self, id: MeetingId) -> Option<Holder> {
        let path = self.meetings().join(holder_name(id));
        let sealed = self.files.read(&path, LIMIT).ok()?;
        let plain = self.custody.open_at(&path, sealed).ok()?.plain;
        match decode_small::<Holder>(&plain, &path) {
            Ok(holder) => Some(holder.cleaned()),
            // A newer program has it open all the same, and says who in words that this one may not know.
            Err(ReadProblem::Newer { .. }) => Some(Holder::unknown()),
            Err(_) => None,
        }
    }

    /// Everybody who says to have a meeting open.
    pub fn holders(&self) -> Vec<Holder> {
        let entries = self.files.list(&self.meetings()).unwrap_or_default();
        let ids = entries.iter().filter_map(|entry| entry.name.strip_suffix(".holder")?.parse().ok());
        ids.filter_map(|id| self.holder(id)).collect()
    }

    fn take_lock(&self, id: MeetingId) -> Result<Box<dyn HeldFile>, LockError> {
        let path = self.meetings().join(format!("{id}.lock"));
        match self.files.try_lock(&path) {
            Ok(Some(held)) => Ok(held),
            Ok(None) => Err(LockError::Held { holder: self.holder(id), path }),
            Err(error) => Err(LockError::Fault { fault: Fault::at(&path, &error), path }),
        }
    }

    /// That others are not told is no reason not to work.
    fn write_holder(&self, id: MeetingId, me: &Holder) -> Option<HolderFile> {
        self.refuse_sealed().ok()?;
        let name = holder_name(id);
        let folder = self.meetings();
        let (sealed, _) = self.custody.seal_at(&folder.join(&name), None, encode_small(me).ok()?).ok()?;
        let written = Written::disposable(self.files.as_ref(), &folder, &name, &sealed).ok()?;
        written.rename(&name).ok()?;
        Some(HolderFile { path: folder.join(name), files: self.files.clone(), sealed })
    }
}

fn holder_name(id: MeetingId) -> String {
    format!("{id}.holder")
}
