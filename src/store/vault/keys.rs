//! The keys of a notebook as a program has them once it is opened, and what can be wrong with them.
//!
//! ```text
//! notebook.key         the identity of the first reader, behind their passphrase
//! readers/<token>.key  the same for each other reader
//! notebook.recovery    one more, behind the recovery key
//! notebook.keyring     the keys of the notebook, sealed to all of these
//! notebook.generation  how often the keyring was written, sealed to the newest key
//! ```
//!
//! All are files of `age`, so that with the stock program everything can be read for ever.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::SecretString;
use age::x25519::Identity;

use super::key_files::{self, KeyFiles};
use super::keyring::{Keyring, Pair, Reader, Unfit, Use};
use super::passphrase::{self, Cost, opened};
use super::problem::KeyProblem;
use super::recovery::RecoveryKey;
use crate::store::disk::atomic::{self, Written};
use crate::store::disk::files::Files;
use crate::store::record::names::{GENERATION, KEY, KEYRING, RECOVERY, is_file};

/// What opens the files of a notebook, and what that was opened with.
#[derive(Clone)]
pub struct Keys {
    /// The identity of this reader, or that of the recovery key.
    pub(in crate::store) me: Identity,
    /// The file that it was in.
    pub(in crate::store) own_file: String,
    pub(in crate::store) ring: Keyring,
    /// The files as they were read.
    pub(in crate::store) key_files: Arc<KeyFiles>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Keys").finish_non_exhaustive()
    }
}

impl Keys {
    /// Draws new ones, for one reader.
    ///
    /// # Errors
    ///
    /// Without a source of randomness.
    pub fn draw() -> Result<Self, KeyProblem> {
        let pair = Pair::draw().ok_or(KeyProblem::NoRandomness)?;
        let me = Identity::generate();
        let reader = Reader::new("1", "", KEY, &me.to_public());
        let ring = Keyring {
            generation: 0,
            readers: vec![reader],
            recovery: Vec::new(),
            leaving: Vec::new(),
            sealing: false,
            keys: vec![(Use::Newest, Arc::new(pair))],
        };
        Ok(Self { me, own_file: KEY.to_owned(), ring, key_files: Arc::default() })
    }

    /// The same with this name for the reader who has them, and since when.
    #[must_use]
    pub fn named(mut self, name: &str, since: &str) -> Self {
        let me = self.me.to_public().to_string();
        for reader in self.ring.readers.iter_mut().filter(|reader| reader.recipient == me) {
            reader.name = name.to_owned();
            reader.added = since.to_owned();
        }
        self
    }

    /// The public key: whoever has it can seal for these keys, and open nothing.
    pub(in crate::store) fn recipient(&self) -> String {
        self.ring.newest().map(|pair| pair.recipient().to_string()).unwrap_or_default()
    }

    /// The identity that opens everything that is sealed now.
    #[cfg(test)]
    pub(in crate::store) fn identity(&self) -> Identity {
        self.ring.newest().expect("a key").identity().clone()
    }

    /// Everybody who opens the notebook with a passphrase of their own.
    pub fn readers(&self) -> Vec<&Reader> {
        let mut readers: Vec<&Reader> = Vec::new();
        for reader in &self.ring.readers {
            // While a recovery gives a new first passphrase, there are two for the same file.
            if !readers.iter().any(|known| known.file == reader.file) {
                readers.push(reader);
            }
        }
        readers
    }

    /// Who opened the notebook; `None` for the recovery key.
    pub fn me(&self) -> Option<&Reader> {
        let me = self.me.to_public().to_string();
        self.ring.readers.iter().find(|reader| reader.recipient == me)
    }

    /// How often the keyring was written: who remembers it notices that an earlier one was put back.
    pub fn generation(&self) -> u64 {
        self.ring.generation
    }

    /// Whether the removal of a reader was broken off.
    pub fn is_under_way(&self) -> bool {
        self.ring.is_under_way()
    }

    /// Writes the keyring without the word that the notebook is being sealed; nothing that was is written again.
    ///
    /// # Errors
    ///
    /// As for [`rewritten`](Self::rewritten).
    pub(in crate::store) fn no_longer_sealing(
        &self,
        files: &dyn Files,
        folder: &Path,
    ) -> Result<(), KeyProblem> {
        // After a stop between the keyring and its generation an earlier keyring would still be taken for this one.
        let is_settled = self.key_files.generation(&self.ring) == Some(self.ring.generation);
        if self.ring.sealing || !is_settled {
            let ring = Keyring { sealing: false, ..self.ring.clone() };
            self.rewritten(files, folder, ring)?;
        }
        Ok(())
    }

    /// The files of readers who are not named in the keyring: who has them opens nothing with them.
    pub fn strays(&self) -> Vec<PathBuf> {
        let listed = |name: &str| self.ring.readers.iter().any(|reader| reader.file == name);
        self.key_files
            .reader_files()
            .filter(|name| !listed(name))
            .map(|name| self.key_files.place(name))
            .collect()
    }

    /// The bytes of the file that `with` opens.
    pub(in crate::store) fn lock(&self, with: &SecretString, cost: Cost) -> Result<Vec<u8>, KeyProblem> {
        passphrase::lock(&self.me, with, cost)
    }

    /// Puts another keyring in the place of the one that these keys were read from.
    ///
    /// # Errors
    ///
    /// [`KeyProblem::Changed`] when another one stands there by now; and what the disk says.
    pub(in crate::store) fn rewritten(
        &self,
        files: &dyn Files,
        folder: &Path,
        mut ring: Keyring,
    ) -> Result<Self, KeyProblem> {
        ring.generation = self.ring.generation.saturating_add(1);
        let unsealed = |_| KeyProblem::NoRandomness;
        let sealed = ring.seal().map_err(unsealed)?;
        let said = format!("generation = {}\n", ring.generation);
        let newest = ring.newest().ok_or(KeyProblem::NoRandomness)?;
        let generation = newest.seal(said.as_bytes()).map_err(unsealed)?;
        let is_first = self.key_files.file(KEYRING).is_none();
        if is_first {
            put(files, folder, GENERATION, &generation)?;
        }
        let path = folder.join(KEYRING);
        let fault = |error: &io::Error| KeyProblem::fault(&path, error);
        let written = Written::new(files, folder, KEYRING, &sealed).map_err(|error| fault(&error))?;
        if key_files::read(files, &path)?.as_deref() != self.key_files.file(KEYRING) {
            return Err(KeyProblem::Changed);
        }
        written.rename(KEYRING).map_err(|error| fault(&error))?;
        files.sync_folder(folder).map_err(|error| fault(&error))?;
        // After the keyring: what is older than it does no harm, and what is newer says that it was rolled back. With the
        // first keyring before it, for without one nothing opens.
        if !is_first {
            put(files, folder, GENERATION, &generation)?;
        }
        let key_files = self.key_files.with([(KEYRING, sealed), (GENERATION, generation)]);
        Ok(Self { ring, key_files: Arc::new(key_files), ..self.clone() })
    }
}

impl KeyFiles {
    /// Opens the notebook with the passphrase of one of its readers.
    ///
    /// # Errors
    ///
    /// [`KeyProblem::Wrong`] when it is nobody's.
    pub fn unlock(&self, passphrase: &SecretString) -> Result<Keys, KeyProblem> {
        if !self.has_readers() {
            return Err(KeyProblem::Lost { path: self.place(KEY) });
        }
        let (mut refused, mut tried, mut problem) = (None, false, None);
        for (name, bytes) in self.files().iter().filter(|(name, _)| is_file(name)) {
            match opened(bytes, passphrase, &self.place(name)).map(|me| self.enter(me, name, false)) {
                Ok(Ok(keys)) => return Ok(keys),
                // Somebody else may have chosen the same passphrase.
                Ok(Err(why)) => refused = Some(why),
                Err(KeyProblem::Wrong) => tried = true,
                Err(why) => problem = problem.or(Some(why)),
            }
        }
        // A damaged file of one is no reason to tell another anything but that the passphrase is wrong.
        Err(refused.or(problem.filter(|_| !tried)).unwrap_or(KeyProblem::Wrong))
    }

    /// Opens the notebook with its recovery key.
    ///
    /// # Errors
    ///
    /// [`KeyProblem::Wrong`] when it is the recovery key of another notebook.
    pub fn recover(&self, recovery: &RecoveryKey) -> Result<Keys, KeyProblem> {
        let path = self.place(RECOVERY);
        let bytes =
            self.file(RECOVERY).ok_or_else(|| KeyProblem::fault(&path, &io::ErrorKind::NotFound.into()))?;
        self.enter(opened(bytes, recovery.secret(), &path)?, RECOVERY, true)
    }

    /// Opens the keyring with the identity from the file `own_file`; `mends` for who may put the generation right.
    pub(in crate::store) fn enter(
        &self,
        me: Identity,
        own_file: &str,
        mends: bool,
    ) -> Result<Keys, KeyProblem> {
        let path = self.place(KEYRING);
        let bytes = self.file(KEYRING).ok_or_else(|| KeyProblem::Lost { path: path.clone() })?;
        let ring = Keyring::open(bytes, &me).map_err(|unfit| match unfit {
            Unfit::Stranger => KeyProblem::NotAReader { path: path.clone() },
            Unfit::Damaged => KeyProblem::Damaged { path: path.clone() },
            Unfit::Newer => KeyProblem::Newer { path: path.clone() },
        })?;
        match self.file(GENERATION) {
            None if mends => {}
            None => return Err(KeyProblem::Lost { path: self.place(GENERATION) }),
            Some(_) if self.generation(&ring).is_none_or(|number| number > ring.generation) => {
                return Err(KeyProblem::RolledBack { path });
            }
            Some(_) => {}
        }
        Ok(Keys { me, own_file: own_file.to_owned(), ring, key_files: Arc::new(self.clone()) })
    }
}

/// Opens the notebook in `folder` with the passphrase of one of its readers; `None` where it is not sealed.
///
/// # Errors
///
/// [`KeyProblem::Wrong`] when it is nobody's.
pub fn unlock(
    files: &dyn Files,
    folder: &Path,
    passphrase: &SecretString,
) -> Result<Option<Keys>, KeyProblem> {
    KeyFiles::read(files, folder)?.map(|key_files| key_files.unlock(passphrase)).transpose()
}

/// Puts the identity of this reader on the disk, to be opened with `passphrase` from now on.
///
/// Before this returns, the old passphrase or the new one opens the notebook, and never neither.
///
/// # Errors
///
/// What the disk says.
pub fn set_passphrase(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
    passphrase: &SecretString,
    cost: Cost,
) -> Result<(), KeyProblem> {
    let (place, name) = key_files::parts(folder, &keys.own_file);
    put(files, &place, name, &keys.lock(passphrase, cost)?)
}

pub(in crate::store) fn put(
    files: &dyn Files,
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> Result<(), KeyProblem> {
    atomic::put(files, folder, name, bytes).map_err(|error| KeyProblem::fault(&folder.join(name), &error))
}
