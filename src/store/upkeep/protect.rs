//! Sealing a notebook that is there already, so that it can be broken off anywhere.
//!
//! The order makes it safe: mark that it is under way, recovery key, passphrase, keyring; then each file as a save does
//! it; then a keyring that no longer says that this is under way; then the mark goes. While the mark is there and the keyring
//! says so, sealed and plain files both open, and doing it again goes on where it stopped.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use age::secrecy::SecretString;
use age::x25519::Identity;

use crate::store::disk::atomic::{Written, stem_of_temporary};
use crate::store::disk::entries::Kind;
use crate::store::disk::fault::{Fault, shown};
use crate::store::disk::files::{Entry, Files, HeldFile};
use crate::store::notebook::Notebook;
use crate::store::notebook::holder::{Lock, LockError};
use crate::store::record::format::SEALED_LIMIT;
use crate::store::record::names::{DEVICES, RECOVERY, UNDER_WAY, id_in_name};
use crate::store::record::problem::SaveError;
use crate::store::vault::codec::Codec;
use crate::store::vault::key_files::KeyFiles;
use crate::store::vault::keys::{self, Keys};
use crate::store::vault::mark::{Mark, Subject};
use crate::store::vault::passphrase::{self, Cost};
use crate::store::vault::problem::KeyProblem;
use crate::store::vault::protection::SEALING;
use crate::store::vault::recovery::RecoveryKey;
use crate::store::vault::sealed::is_sealed;
use crate::words::Language;

/// Held while the keys or the form of the whole notebook change.
pub(in crate::store) const LOCK: &str = "notebook.lock";

/// The stem of the temporary files of this.
const STEM: &str = "protect";

/// More rounds are not needed, unless somebody keeps writing.
const ROUNDS: usize = 8;

/// The whole notebook, held so that no other program of this computer changes it meanwhile.
#[derive(Debug)]
pub struct HeldNotebook {
    _meetings: Vec<Lock>,
    _notebook: Box<dyn HeldFile>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sealing {
    /// Files that were sealed.
    pub sealed: usize,
    /// Files and links that are not of Pallium, and were left as they are.
    pub foreign: Vec<PathBuf>,
    /// Files that do not open, and were left as they are.
    pub damaged: Vec<PathBuf>,
}

/// Why not everything is sealed; all that is there opens all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealProblem {
    /// Another program has a meeting open.
    Held(LockError),
    /// Another program changes the keys of this notebook.
    Busy,
    /// The disk did not take or give something.
    Fault {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        fault: Fault,
    },
    /// The keys cannot be read or written.
    Key(KeyProblem),
    /// What is there cannot be noted.
    NotNoted(SaveError),
    /// Another program keeps writing to it.
    Restless,
}

impl SealProblem {
    fn fault(path: &Path, error: &io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::at(path, error) }
    }

    fn of(error: SaveError) -> Self {
        match error {
            SaveError::Fault { path, fault } => Self::Fault { path, fault },
            SaveError::RollBusy { .. } => Self::Busy,
            error => Self::NotNoted(error),
        }
    }

    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Held(error) => error.message(language),
            Self::Busy => language.protect_busy().to_owned(),
            Self::Fault { path, fault } => language.protect_broken_off(&shown(path), &fault.reason(language)),
            Self::Key(problem) => problem.message(language),
            Self::NotNoted(error) => error.message(language),
            Self::Restless => language.protect_restless().to_owned(),
        }
    }
}

/// Puts the keys in `folder`, where no file is sealed yet.
///
/// # Errors
///
/// What the disk says; either the notebook is as it was, or [`seal_everything`](Notebook::seal_everything) can follow.
pub fn begin(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
    passphrase: &SecretString,
    recovery: &RecoveryKey,
    cost: Cost,
    _held: &HeldNotebook,
) -> Result<(), KeyProblem> {
    let mark = Mark { subject: Subject::of(UNDER_WAY), revision: 1, previous: None };
    let sealed = keys.codec(false).seal(&mark, SEALING.to_vec());
    let (mark, _) = sealed.map_err(|_| KeyProblem::NoRandomness)?;
    keys::put(files, folder, UNDER_WAY, &mark)?;
    let mut ring = keys.ring.clone();
    let identity = Identity::generate();
    ring.recovery = vec![identity.to_public().to_string()];
    ring.sealing = true;
    keys::put(files, folder, RECOVERY, &passphrase::lock(&identity, recovery.secret(), cost)?)?;
    keys::set_passphrase(files, folder, keys, passphrase, cost)?;
    // From here on the notebook is sealed.
    keys.rewritten(files, folder, ring).map(drop)
}

/// Holds the lock of the notebook in `folder` alone, to change its passphrase.
///
/// # Errors
///
/// [`SealProblem::Busy`] when another program has it.
pub fn hold(files: &dyn Files, folder: &Path) -> Result<Box<dyn HeldFile>, SealProblem> {
    let path = folder.join(LOCK);
    let held = files.try_lock(&path).map_err(|error| SealProblem::fault(&path, &error))?;
    held.ok_or(SealProblem::Busy)
}

impl Notebook {
    /// Holds the notebook and every meeting in it.
    ///
    /// # Errors
    ///
    /// [`SealProblem`] when another program has a meeting open, or the disk cannot say.
    pub fn hold_everything(&self) -> Result<HeldNotebook, SealProblem> {
        let notebook = hold(self.files.as_ref(), &self.folder)?;
        let mut meetings = Vec::new();
        for entry in self.listed(&self.meetings())? {
            // What has no file for a lock was never held.
            let id = entry.name.strip_suffix(".lock").and_then(|stem| stem.parse().ok());
            if let Some(id) = id.filter(|_| entry.kind == Kind::File) {
                meetings.push(self.lock(id).map_err(SealProblem::Held)?);
            }
        }
        Ok(HeldNotebook { _meetings: meetings, _notebook: notebook })
    }

    /// Whether a file is sealed already: in a notebook without keys that is one whose keys were lost.
    ///
    /// # Errors
    ///
    /// What the disk says.
    pub fn has_sealed_files(&self) -> Result<bool, SealProblem> {
        for folder in [self.meetings(), self.definitions()] {
            for entry in self.listed(&folder)?.into_iter().filter(|entry| entry.kind == Kind::File) {
                let path = folder.join(&entry.name);
                match self.files.read(&path, SEALED_LIMIT) {
                    Ok(bytes) if is_sealed(&bytes) => return Ok(true),
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        return Err(SealProblem::fault(&path, &error));
                    }
                    _ => {}
                }
            }
        }
        Ok(false)
    }

    /// Seals every file that is not sealed with the newest key, and then takes away the mark that it is under way.
    ///
    /// # Errors
    ///
    /// [`SealProblem`]; what was sealed stays so, and doing it again goes on.
    pub fn seal_everything(&self, held: &HeldNotebook) -> Result<Sealing, SealProblem> {
        let sealing = self.seal_all(held)?;
        self.end().map(|()| sealing)
    }

    /// The same, with the mark left where it is.
    pub(in crate::store) fn seal_all(&self, _held: &HeldNotebook) -> Result<Sealing, SealProblem> {
        let mut all = Sealing::default();
        for _ in 0..ROUNDS {
            let mut round = Sealing::default();
            let mut folders: BTreeSet<PathBuf> = [
                self.meetings(),
                self.definitions(),
                self.index(),
                self.logs(),
                self.custody.absolute(DEVICES),
            ]
            .into();
            let history = self.folder.join("history");
            for entry in self.listed(&history)? {
                match entry.kind {
                    Kind::Folder => drop(folders.insert(history.join(&entry.name))),
                    _ => round.foreign.push(history.join(&entry.name)),
                }
            }
            for folder in folders {
                self.seal_folder(&folder, &mut round)?;
            }
            let done = round.sealed == 0;
            all = Sealing { sealed: all.sealed + round.sealed, ..round };
            if done {
                return Ok(all);
            }
        }
        Err(SealProblem::Restless)
    }

    fn seal_folder(&self, folder: &Path, round: &mut Sealing) -> Result<(), SealProblem> {
        for entry in self.listed(folder)? {
            let path = folder.join(&entry.name);
            match self.part(folder, &entry) {
                Part::Stays => {}
                Part::Foreign => round.foreign.push(path),
                Part::Disposable => {
                    self.files.remove(&path).map_err(|error| SealProblem::fault(&path, &error))?;
                }
                Part::Ours => self.seal_file(folder, &entry.name, round)?,
            }
        }
        // Also of a round before a stop: a name that is not lasting may turn into the plain file again.
        match self.files.sync_folder(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(SealProblem::fault(folder, &error)),
            _ => Ok(()),
        }
    }

    /// Seals one file in its place, with the newest key.
    fn seal_file(&self, folder: &Path, name: &str, round: &mut Sealing) -> Result<(), SealProblem> {
        let path = folder.join(name);
        let fault = |error: &io::Error| SealProblem::fault(&path, error);
        let bytes = match self.files.read(&path, SEALED_LIMIT) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            read => read.map_err(|error| fault(&error))?,
        };
        if self.codec.is_newest(&bytes) {
            return Ok(());
        }
        // Damaged, or put here by somebody without the key: sealing it would say that it is right.
        let Ok(opened) = self.custody.open_at(&path, bytes.clone()) else {
            round.damaged.push(path);
            return Ok(());
        };
        let unsealed = || fault(&io::Error::other("not sealed"));
        let (sealed, link) =
            self.custody.seal_at(&path, opened.link, opened.plain.clone()).map_err(|_| unsealed())?;
        // Nothing is replaced by what does not open.
        let again = self.custody.open_at(&path, sealed.clone()).map(|opened| opened.plain);
        if !is_sealed(&sealed) || again.as_ref() != Ok(&opened.plain) {
            return Err(unsealed());
        }
        let written =
            Written::new(self.files.as_ref(), folder, STEM, &sealed).map_err(|error| fault(&error))?;
        // Whoever does not hold to locks may have changed it; the next round takes that.
        if self.files.read(&path, SEALED_LIMIT).map_err(|error| fault(&error))? == bytes {
            written.rename(name).map_err(|error| fault(&error))?;
            self.custody.note(&path, link);
        }
        round.sealed += 1;
        Ok(())
    }

    /// Takes the mark away that files are still to be sealed.
    pub(in crate::store) fn end(&self) -> Result<(), SealProblem> {
        let path = self.folder.join(UNDER_WAY);
        // From here on nothing may go or become older, and the mark may not come back.
        self.custody.load_chain();
        for within in self.custody.chained_files() {
            if let Ok(Some((link, _))) = self.custody.link_of(&within) {
                self.custody.note(&self.custody.absolute(&within), Some(link));
            }
        }
        // In this order every stop is harmless: what should be there is noted before the keyring says that all is sealed, and
        // the keys are noted when they stay as they are.
        {
            let _writing = self.custody.writing.lock().unwrap_or_else(PoisonError::into_inner);
            self.custody.write_roll(false).map_err(SealProblem::of)?;
        }
        // A removal wrote its keyring itself, and who removed themselves opens it no more.
        let key_files = KeyFiles::read(self.files.as_ref(), &self.folder).map_err(SealProblem::Key)?;
        if let Some(key_files) = key_files.filter(|_| !self.codec.is_renewing()) {
            let keys = self.codec.enter(&key_files).map_err(SealProblem::Key)?;
            let ended = keys.map(|keys| keys.no_longer_sealing(self.files.as_ref(), &self.folder));
            ended.transpose().map_err(SealProblem::Key)?;
        }
        self.custody.note_keys();
        self.custody.let_go_of(&[&path]).map_err(SealProblem::of)?;
        match self.files.remove(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(SealProblem::fault(&path, &error));
            }
            _ => {}
        }
        self.files.sync_folder(&self.folder).map_err(|error| SealProblem::fault(&self.folder, &error))?;
        // What is said of it later on does not change that everything is sealed.
        let _ = self.witness();
        Ok(())
    }

    fn part(&self, folder: &Path, entry: &Entry) -> Part {
        let name = entry.name.as_str();
        let temporary = stem_of_temporary(name);
        match entry.kind {
            Kind::Folder if self.waiting_folder() == folder.join(name) => Part::Stays,
            Kind::File if folder == self.index() && (temporary.is_some() || name.ends_with(".json")) => {
                Part::Disposable
            }
            Kind::File if temporary == Some(STEM) => Part::Disposable,
            Kind::File if temporary.is_some() => Part::Ours,
            Kind::File if name.ends_with(".lock") && id_in_name(&folder.join(name)).is_some() => Part::Stays,
            Kind::File if name.ends_with(".toml") || name.ends_with(".holder") => Part::Ours,
            Kind::File if folder == self.logs() && name.ends_with(".log") => Part::Ours,
            // A second copy with another ending that a program for folders made is a meeting all the same.
            Kind::File if id_in_name(&folder.join(name)).is_some() => Part::Ours,
            _ => Part::Foreign,
        }
    }

    /// What is in a folder, in order; a folder that is not there is empty.
    fn listed(&self, folder: &Path) -> Result<Vec<Entry>, SealProblem> {
        match self.files.list(folder) {
            Ok(mut entries) => {
                entries.sort_by_key(|entry| (entry.name.starts_with('.'), entry.name.clone()));
                Ok(entries)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(SealProblem::fault(folder, &error)),
        }
    }

    /// The same notebook with other keys.
    pub fn with_codec(&self, codec: Arc<dyn Codec>) -> Self {
        Self::existing_with(&self.folder, self.files.clone(), codec)
            .remembered_in(self.custody.remembered_in.clone())
    }
}

/// What becomes of something in a folder of the notebook.
enum Part {
    /// It is sealed. Temporary files come after the meetings that they are newer than.
    Ours,
    /// It is made anew when it is needed.
    Disposable,
    /// It holds nothing.
    Stays,
    /// It is not of Pallium.
    Foreign,
}
