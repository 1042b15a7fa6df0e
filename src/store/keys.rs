//! The keys of a notebook: one file that the passphrase opens, and one that the recovery key opens.
//!
//! ```text
//! notebook.key       the keys, sealed with the passphrase
//! notebook.recovery  the same, sealed with the recovery key
//! ```
//!
//! What is inside is a file of identities of `age`, so that with the stock program everything can be read for ever:
//! `age -d -i notebook.key meetings/<id>.toml`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use age::secrecy::{ExposeSecret, SecretBox, SecretString};
use age::x25519::Identity;
use age::{DecryptError, scrypt};

use super::atomic;
use super::files::Files;
use super::mark::Secret;
use super::problem::{Fault, shown};
use super::recovery::RecoveryKey;
use super::sealed::Sealed;
use crate::words::Language;

/// The file that the passphrase opens; where it is, the notebook is sealed.
pub(super) const KEY: &str = "notebook.key";

/// The file that the recovery key opens.
pub(super) const RECOVERY: &str = "notebook.recovery";

/// The files that open a sealed notebook, as far as they are there.
pub const KEY_FILES: [&str; 2] = [KEY, RECOVERY];

/// The largest file with keys, in bytes.
const LIMIT: u64 = 16 * 1024;

const FORMAT: u32 = 1;

/// How the two lines begin that are ours; for `age` they are a remark.
const FORMAT_LINE: &str = "# format: ";
const SECRET_LINE: &str = "# secret: ";

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
    /// The system gives no randomness.
    NoRandomness,
}

impl KeyProblem {
    pub(super) fn fault(path: &Path, error: &io::Error) -> Self {
        Self::Fault { path: path.to_owned(), fault: Fault::of(error) }
    }

    /// What happened, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Wrong => language.key_wrong().to_owned(),
            Self::Damaged { path } => language.key_damaged(&shown(path)),
            Self::Newer { path } => language.key_newer(&shown(path)),
            Self::Fault { path, fault } => language.key_fault(&shown(path), &fault.reason(language)),
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
    const MOST: u8 = 20;

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

    fn lock(self, with: &SecretString, plain: &[u8]) -> Option<Vec<u8>> {
        let mut recipient = scrypt::Recipient::new(with.clone());
        recipient.set_work_factor(self.0);
        age::encrypt(&recipient, plain).ok()
    }
}

/// What opens the files of a notebook.
pub struct Keys {
    identity: Identity,
    /// For telling that a file was written by somebody who has the keys.
    secret: Secret,
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Keys").finish_non_exhaustive()
    }
}

impl Keys {
    /// Draws new ones.
    ///
    /// # Errors
    ///
    /// Without a source of randomness.
    pub fn draw() -> Result<Self, KeyProblem> {
        let mut secret = Box::new([0; 32]);
        getrandom::fill(secret.as_mut_slice()).map_err(|_| KeyProblem::NoRandomness)?;
        Ok(Self { identity: Identity::generate(), secret: Arc::new(SecretBox::new(secret)) })
    }

    /// The codec for a notebook with these keys; `under_way` while it is being sealed.
    pub(super) fn codec(&self, under_way: bool) -> Sealed {
        Sealed::new(vec![(self.identity.clone(), self.secret.clone())], under_way)
    }

    /// The bytes of a file that `with` opens.
    pub(super) fn lock(&self, with: &SecretString, cost: Cost) -> Result<Vec<u8>, KeyProblem> {
        cost.lock(with, self.text().expose_secret().as_bytes()).ok_or(KeyProblem::NoRandomness)
    }

    /// Opens the bytes of the file at `path`.
    ///
    /// # Errors
    ///
    /// [`KeyProblem::Wrong`] when `with` is not what it was locked with.
    pub fn unlock(bytes: &[u8], with: &SecretString, path: &Path) -> Result<Self, KeyProblem> {
        let mut identity = scrypt::Identity::new(with.clone());
        identity.set_max_work_factor(Cost::MOST);
        let damaged = || KeyProblem::Damaged { path: path.to_owned() };
        let plain = age::decrypt(&identity, bytes).map_err(|error| match error {
            DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => KeyProblem::Wrong,
            DecryptError::ExcessiveWork { .. } | DecryptError::UnknownFormat => {
                KeyProblem::Newer { path: path.to_owned() }
            }
            _ => damaged(),
        })?;
        let text = SecretString::from(String::from_utf8(plain).map_err(|_| damaged())?);
        let line = |start: &str| text.expose_secret().lines().find_map(|line| line.strip_prefix(start));
        let format: u32 = line(FORMAT_LINE).and_then(|format| format.parse().ok()).ok_or_else(damaged)?;
        if format > FORMAT {
            return Err(KeyProblem::Newer { path: path.to_owned() });
        }
        let is_key = |line: &&str| !line.starts_with('#') && !line.trim().is_empty();
        let key = text.expose_secret().lines().find(is_key).ok_or_else(damaged)?;
        let identity = Identity::from_str(key.trim()).map_err(|_| damaged())?;
        let secret = line(SECRET_LINE).and_then(bytes_of).ok_or_else(damaged)?;
        Ok(Self { identity, secret: Arc::new(SecretBox::new(secret)) })
    }

    /// The keys as the stock program takes them.
    #[cfg(test)]
    pub(super) fn identity_file(&self) -> String {
        self.text().expose_secret().to_owned()
    }

    /// Whom files are sealed for, who may be anybody's to know.
    #[cfg(test)]
    pub(super) fn recipient(&self) -> age::x25519::Recipient {
        self.identity.to_public()
    }

    #[cfg(test)]
    pub(super) fn identity(&self) -> Identity {
        self.identity.clone()
    }

    fn text(&self) -> SecretString {
        let mut text = String::with_capacity(512);
        text.push_str("# Pallium: the keys of a notebook\n");
        text.push_str(&format!("{FORMAT_LINE}{FORMAT}\n{SECRET_LINE}"));
        for byte in self.secret.expose_secret() {
            text.extend(
                [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')),
            );
        }
        text.push('\n');
        text.push_str(self.identity.to_string().expose_secret());
        text.push('\n');
        SecretString::from(text)
    }
}

fn bytes_of(digits: &str) -> Option<Box<[u8; 32]>> {
    let mut bytes = Box::new([0; 32]);
    let digits: Option<Vec<u8>> =
        digits.chars().map(|digit| digit.to_digit(16).and_then(|digit| digit.try_into().ok())).collect();
    let (pairs, rest) = digits.as_deref()?.as_chunks::<2>();
    if pairs.len() != bytes.len() || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = high << 4 | low;
    }
    Some(bytes)
}

/// The bytes of the file with the keys; `None` where the notebook in `folder` is not sealed.
///
/// # Errors
///
/// What the disk says; a notebook may then be sealed, and is not to be written to.
pub fn key_file(files: &dyn Files, folder: &Path) -> Result<Option<Vec<u8>>, KeyProblem> {
    read(files, &folder.join(KEY))
}

fn read(files: &dyn Files, path: &Path) -> Result<Option<Vec<u8>>, KeyProblem> {
    match files.read(path, LIMIT) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(KeyProblem::fault(path, &error)),
    }
}

/// Opens the keys of the notebook in `folder` with its recovery key.
///
/// # Errors
///
/// [`KeyProblem::Wrong`] when it is the recovery key of another notebook.
pub fn recover(files: &dyn Files, folder: &Path, recovery: &RecoveryKey) -> Result<Keys, KeyProblem> {
    let path = folder.join(RECOVERY);
    let bytes = read(files, &path)?;
    let bytes = bytes.ok_or_else(|| KeyProblem::fault(&path, &io::ErrorKind::NotFound.into()))?;
    Keys::unlock(&bytes, recovery.secret(), &path)
}

/// Whether the notebook in `folder` has a file that a recovery key opens.
pub fn has_recovery(files: &dyn Files, folder: &Path) -> bool {
    files.facts(&folder.join(RECOVERY)).is_ok()
}

/// Puts the keys on the disk, to be opened with `passphrase` from now on.
///
/// Before this returns, the old passphrase or the new one opens them, and never neither.
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
    put(files, folder, KEY, &keys.lock(passphrase, cost)?)
}

/// Puts the keys on the disk, to be opened with `recovery`.
pub(super) fn set_recovery(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
    recovery: &RecoveryKey,
    cost: Cost,
) -> Result<(), KeyProblem> {
    put(files, folder, RECOVERY, &keys.lock(recovery.secret(), cost)?)
}

pub(super) fn put(files: &dyn Files, folder: &Path, name: &str, bytes: &[u8]) -> Result<(), KeyProblem> {
    atomic::put(files, folder, name, bytes).map_err(|error| KeyProblem::fault(&folder.join(name), &error))
}
