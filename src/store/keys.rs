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
use std::time::{Duration, Instant};

use age::scrypt;
use age::secrecy::SecretString;
use age::x25519::Identity;

use super::atomic::{self, Written};
use super::doors::{self, Doors, GENERATION};
use super::entrance::Entrance;
use super::files::Files;
use super::keyring::{KEY, KEYRING, Keyring, Pair, Reader, Use};
use super::problem::{Fault, shown};
use super::sealed::Sealed;
use crate::text::same::opaque;
use crate::words::Language;
use age::secrecy::ExposeSecret;

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
}

impl KeyProblem {
    pub(super) fn fault(path: &Path, error: &io::Error) -> Self {
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
        }
    }
}

/// How much work it takes to try one passphrase, as a power of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost(u8);

impl Cost {
    /// Less is never asked for: 32 MiB of memory for each try.
    const LEAST: u8 = 15;

    /// More is never asked for, and refused in a file: 1 GiB of memory.
    pub(super) const MOST: u8 = 20;

    /// About half a second on this computer.
    pub fn tuned() -> Self {
        const TRIED: u8 = 12;
        let from = Instant::now();
        let _ = Self(TRIED).lock(&SecretString::from(String::new()), b"");
        let (mut takes, mut cost) = (from.elapsed(), TRIED);
        while (takes < Duration::from_millis(350) || cost < Self::LEAST) && cost < Self::MOST {
            takes *= 2;
            cost += 1;
        }
        Self(cost)
    }

    /// Next to nothing: for tests, in which a passphrase protects nothing.
    pub const fn slight() -> Self {
        Self(1)
    }

    pub(super) fn lock(self, with: &SecretString, plain: &[u8]) -> Option<Vec<u8>> {
        let with = SecretString::from(opaque(with.expose_secret()));
        let mut recipient = scrypt::Recipient::new(with);
        recipient.set_work_factor(self.0);
        age::encrypt(&recipient, plain).ok()
    }
}

/// What opens the files of a notebook, and what that was opened with.
#[derive(Clone)]
pub struct Keys {
    /// The identity of this reader, or that of the recovery key.
    pub(super) me: Identity,
    /// The file that it was in.
    pub(super) door: String,
    pub(super) ring: Keyring,
    /// The files as they were read.
    pub(super) doors: Arc<Doors>,
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
        Ok(Self { me, door: KEY.to_owned(), ring, doors: Arc::default() })
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
    pub(super) fn recipient(&self) -> String {
        self.ring.newest().map(|pair| pair.recipient().to_string()).unwrap_or_default()
    }

    /// The codec for a notebook with these keys; `under_way` while it is being sealed.
    pub(super) fn codec(&self, under_way: bool) -> Sealed {
        let under = (self.ring.pairs(Use::Replaced), self.ring.pairs(Use::Retired));
        Sealed::new(under.0, under.1, under_way, Some(Entrance::new(self)))
    }

    /// The codec that also opens what was sealed before a reader was removed.
    pub(super) fn codec_for_backups(&self, under_way: bool) -> Sealed {
        let all = self.ring.pairs(Use::Retired);
        Sealed::new(all.clone(), all, under_way, Some(Entrance::new(self)))
    }

    /// The identity that opens everything that is sealed now.
    #[cfg(test)]
    pub(super) fn identity(&self) -> Identity {
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
    pub(super) fn no_longer_sealing(&self, files: &dyn Files, folder: &Path) -> Result<(), KeyProblem> {
        // After a stop between the keyring and its generation an earlier keyring would still be taken for this one.
        let is_settled = self.doors.generation(&self.ring) == Some(self.ring.generation);
        if self.ring.sealing || !is_settled {
            let ring = Keyring { sealing: false, ..self.ring.clone() };
            self.rewritten(files, folder, ring)?;
        }
        Ok(())
    }

    /// The files of readers who are not named in the keyring: who has them opens nothing with them.
    pub fn strays(&self) -> Vec<PathBuf> {
        let listed = |name: &str| self.ring.readers.iter().any(|reader| reader.file == name);
        self.doors.passages().filter(|name| !listed(name)).map(|name| self.doors.place(name)).collect()
    }

    /// The bytes of the file that `with` opens.
    pub(super) fn lock(&self, with: &SecretString, cost: Cost) -> Result<Vec<u8>, KeyProblem> {
        doors::lock(&self.me, with, cost)
    }

    /// Puts another keyring in the place of the one that these keys were read from.
    ///
    /// # Errors
    ///
    /// [`KeyProblem::Changed`] when another one stands there by now; and what the disk says.
    pub(super) fn rewritten(
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
        let is_first = self.doors.file(KEYRING).is_none();
        if is_first {
            put(files, folder, GENERATION, &generation)?;
        }
        let path = folder.join(KEYRING);
        let fault = |error: &io::Error| KeyProblem::fault(&path, error);
        let written = Written::new(files, folder, KEYRING, &sealed).map_err(|error| fault(&error))?;
        if doors::read(files, &path)?.as_deref() != self.doors.file(KEYRING) {
            return Err(KeyProblem::Changed);
        }
        written.rename(KEYRING).map_err(|error| fault(&error))?;
        files.sync_folder(folder).map_err(|error| fault(&error))?;
        // After the keyring: what is older than it does no harm, and what is newer says that it was rolled back. With the
        // first keyring before it, for without one nothing opens.
        if !is_first {
            put(files, folder, GENERATION, &generation)?;
        }
        let doors = self.doors.with([(KEYRING, sealed), (GENERATION, generation)]);
        Ok(Self { ring, doors: Arc::new(doors), ..self.clone() })
    }
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
    let (place, name) = doors::parts(folder, &keys.door);
    put(files, &place, name, &keys.lock(passphrase, cost)?)
}

pub(super) fn put(files: &dyn Files, folder: &Path, name: &str, bytes: &[u8]) -> Result<(), KeyProblem> {
    atomic::put(files, folder, name, bytes).map_err(|error| KeyProblem::fault(&folder.join(name), &error))
}
