//! Who may open a sealed notebook: adding readers, removing them, and giving the first a new passphrase.
//!
//! Each order makes every stop harmless. A reader who is added gets a file before the keyring names them. One who is
//! removed is left out of a keyring that holds a new key beside the old; then goes their file; then each file of the
//! notebook is sealed anew as a save does it; and only then the old key opens nothing but backups.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::SecretString;
use age::x25519::Identity;

use super::protect::{HeldNotebook, SealProblem, Sealing};
use crate::store::disk::fault::shown;
use crate::store::disk::files::{Files, HeldFile, create_folders};
use crate::store::notebook::{Notebook, holder};
use crate::store::record::names::{KEY, KEYRING, READERS, RECOVERY, UNDER_WAY};
use crate::store::vault::codec::Codec;
use crate::store::vault::key_files::{self, KeyFiles};
use crate::store::vault::keyring::{Keyring, LONGEST_NAME, MOST_READERS, Pair, Reader, Use, is_name};
use crate::store::vault::keys::{self, Keys};
use crate::store::vault::mark::{Mark, Subject};
use crate::store::vault::passphrase::{self, Cost};
use crate::store::vault::problem::KeyProblem;
use crate::store::vault::protection::RENEWING;
use crate::store::vault::recovery::RecoveryKey;
use crate::text::same::same;
use crate::words::Language;

/// Why the readers stay as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReaderProblem {
    /// The keys, or the disk under them.
    Key(KeyProblem),
    /// A file of the notebook could not be sealed anew.
    Seal(SealProblem),
    /// No name that can be shown.
    Name,
    /// Somebody has this name.
    Known,
    /// Nobody has this name.
    Nobody,
    /// Nobody would be left.
    Last,
    /// There are as many as there may be.
    Many,
}

impl From<KeyProblem> for ReaderProblem {
    fn from(problem: KeyProblem) -> Self {
        Self::Key(problem)
    }
}

impl ReaderProblem {
    /// What happened, where, and what to do now; `name` is whom it is about.
    pub fn message(&self, name: &str, language: Language) -> String {
        match self {
            Self::Key(problem) => problem.message(language),
            Self::Seal(SealProblem::Fault { path, fault }) => {
                language.removal_broken_off(&shown(path), &fault.reason(language))
            }
            Self::Seal(problem) => problem.message(language),
            Self::Name => language.reader_name_unfit(LONGEST_NAME),
            Self::Known => language.reader_known(name),
            Self::Nobody => language.reader_unknown(name),
            Self::Last => language.reader_last(name),
            Self::Many => language.readers_many(MOST_READERS),
        }
    }
}

impl Reader {
    /// Since when, as people write it; as it stands there where it is something else.
    pub fn since_in_words(&self) -> String {
        holder::in_words(&self.added)
    }

    /// Whether this is what the reader is called, as people see it.
    fn is_called(&self, name: &str) -> bool {
        same(&self.name, name)
    }
}

impl Keys {
    /// Whether a reader with this name can be added.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn may_add(&self, name: &str) -> Result<(), ReaderProblem> {
        if !is_name(name) {
            Err(ReaderProblem::Name)
        } else if self.ring.readers.iter().any(|reader| reader.is_called(name)) {
            Err(ReaderProblem::Known)
        } else if self.ring.readers.len() >= MOST_READERS {
            Err(ReaderProblem::Many)
        } else {
            Ok(())
        }
    }

    /// The reader with this name, who can be removed.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn may_remove(&self, name: &str) -> Result<&Reader, ReaderProblem> {
        let readers = self.readers();
        let found = readers.iter().find(|reader| reader.is_called(name)).ok_or(ReaderProblem::Nobody)?;
        if readers.len() < 2 { Err(ReaderProblem::Last) } else { Ok(found) }
    }

    /// The ring without readers whose file is that of another by now.
    fn tidied(&self) -> Keyring {
        let mut ring = self.ring.clone();
        if let Some(me) = self.me().cloned() {
            ring.readers.retain(|reader| reader.file != me.file || reader.recipient == me.recipient);
        }
        ring
    }
}

/// Adds a reader who opens the notebook with `passphrase`.
///
/// # Errors
///
/// Why not; the notebook opens for everybody as before.
#[expect(clippy::too_many_arguments, reason = "who, when, with what, and where")]
pub fn add_reader(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
    name: &str,
    since: &str,
    passphrase: &SecretString,
    cost: Cost,
    _held: &dyn HeldFile,
) -> Result<Keys, ReaderProblem> {
    keys.may_add(name)?;
    let identity = Identity::generate();
    let file = format!("{READERS}/{:016x}.key", files.token());
    let reader = Reader::new(name, since, &file, &identity.to_public());
    let own = folder.join(READERS);
    create_folders(files, &own).map_err(|(path, error)| KeyProblem::fault(&path, &error))?;
    // Its name may stem from a program that was stopped before this.
    files.sync_folder(folder).map_err(|error| KeyProblem::fault(folder, &error))?;
    let (place, stem) = key_files::parts(folder, &file);
    keys::put(files, &place, stem, &passphrase::lock(&identity, passphrase, cost)?)?;
    let mut ring = keys.tidied();
    ring.readers.push(reader);
    Ok(keys.rewritten(files, folder, ring)?)
}

/// Gives the notebook a first passphrase, for who opened it with the recovery key; the one that there was is no reader
/// any more.
///
/// # Errors
///
/// What the disk says; the old first passphrase or the new one opens the notebook, and all others do.
pub fn renew_first(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
    (name, since): (&str, &str),
    passphrase: &SecretString,
    cost: Cost,
) -> Result<Keys, KeyProblem> {
    let known = keys.ring.readers.iter().find(|reader| reader.file == KEY);
    let name = known.map_or(name, |reader| reader.name.as_str());
    let me = Identity::generate();
    let reader = Reader::new(name, since, KEY, &me.to_public());
    let mut ring = keys.ring.clone();
    ring.readers.insert(0, reader);
    let keys = keys.rewritten(files, folder, ring)?;
    let keys = Keys { me, own_file: KEY.to_owned(), ..keys };
    keys::set_passphrase(files, folder, &keys, passphrase, cost)?;
    keys.rewritten(files, folder, keys.tidied())
}

/// Gives the notebook another recovery key; the one that there was opens it no more.
///
/// # Errors
///
/// What the disk says; the old recovery key or the new one opens the notebook, and all readers do.
pub fn renew_recovery(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
    recovery: &RecoveryKey,
    cost: Cost,
    _held: &dyn HeldFile,
) -> Result<Keys, KeyProblem> {
    let identity = Identity::generate();
    let mut ring = keys.tidied();
    ring.recovery.push(identity.to_public().to_string());
    let keys = keys.rewritten(files, folder, ring)?;
    keys::put(files, folder, RECOVERY, &passphrase::lock(&identity, recovery.secret(), cost)?)?;
    let mut ring = keys.ring.clone();
    ring.recovery = vec![identity.to_public().to_string()];
    keys.rewritten(files, folder, ring)
}

/// Leaves a reader out, and draws a new key that they never had; the files are still to be sealed with it.
///
/// # Errors
///
/// Why not; either everything is as it was, or [`finish_removal`] can follow.
pub fn begin_removal(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
    name: &str,
    _held: &HeldNotebook,
) -> Result<Keys, ReaderProblem> {
    let leaving = keys.may_remove(name)?.file.clone();
    let mut ring = keys.tidied();
    ring.readers.retain(|reader| reader.file != leaving);
    ring.leaving.push(leaving);
    for (known, _) in ring.keys.iter_mut().filter(|(known, _)| *known == Use::Newest) {
        *known = Use::Replaced;
    }
    let newest = Pair::draw().ok_or(KeyProblem::NoRandomness)?;
    let mark = Mark { subject: Subject::of(UNDER_WAY), revision: 1, previous: None };
    // With the key that there is: after a stop before the keyring the new one is nowhere.
    let sealed = keys.codec(false).seal(&mark, RENEWING.to_vec());
    let (mark, _) = sealed.map_err(|_| KeyProblem::NoRandomness)?;
    ring.keys.insert(0, (Use::Newest, Arc::new(newest)));
    keys::put(files, folder, UNDER_WAY, &mark)?;
    Ok(keys.rewritten(files, folder, ring)?)
}

/// Completes what [`begin_removal`] began: the file of the reader goes, every file is sealed with the newest key, and
/// the key before it opens nothing any more but backups.
///
/// # Errors
///
/// What is in the way; everything opens meanwhile, and doing it again goes on.
pub fn finish_removal(
    files: &Arc<dyn Files>,
    folder: &Path,
    keys: &Keys,
    held: &HeldNotebook,
    memory: Option<PathBuf>,
) -> Result<(Keys, Sealing), ReaderProblem> {
    // A stop may have come between the keyring and its generation, and then the old key must not go first.
    let keys = keys.rewritten(files.as_ref(), folder, keys.tidied())?;
    for leaving in &keys.ring.leaving {
        let (place, name) = key_files::parts(folder, leaving);
        let path = place.join(name);
        match files.remove(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(KeyProblem::fault(&path, &error).into());
            }
            _ => {}
        }
        match files.sync_folder(&place) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(KeyProblem::fault(&place, &error).into());
            }
            _ => {}
        }
    }
    let codec: Arc<dyn Codec> = Arc::new(keys.codec(false));
    let notebook = Notebook::existing_with(folder, files.clone(), codec).remembered_in(memory);
    let sealing = notebook.seal_all(held).map_err(ReaderProblem::Seal)?;
    let mut ring = keys.ring.clone();
    ring.leaving.clear();
    ring.sealing = false;
    for (known, _) in ring.keys.iter_mut().filter(|(known, _)| *known == Use::Replaced) {
        *known = Use::Retired;
    }
    let keys = keys.rewritten(files.as_ref(), folder, ring)?;
    notebook.end().map_err(ReaderProblem::Seal)?;
    Ok((keys, sealing))
}

/// Whether the notebook in `folder` has a file that a recovery key opens.
pub fn has_recovery(files: &dyn Files, folder: &Path) -> bool {
    files.facts(&folder.join(RECOVERY)).is_ok()
}

/// Opens the keys of the notebook in `folder` with its recovery key.
///
/// # Errors
///
/// [`KeyProblem::Wrong`] when it is the recovery key of another notebook.
pub fn recover(files: &dyn Files, folder: &Path, recovery: &RecoveryKey) -> Result<Keys, KeyProblem> {
    let lost = || KeyProblem::Lost { path: folder.join(KEYRING) };
    KeyFiles::read(files, folder)?.ok_or_else(lost)?.recover(recovery)
}
