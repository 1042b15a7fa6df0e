//! The ways into a sealed notebook: the files that a passphrase or the recovery key opens, and the keyring behind them.

use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::Identity;
use age::{DecryptError, scrypt};

use super::files::{Files, Kind};
use super::keyring::{KEY, KEYRING, Keyring, MOST_READERS, READERS, Unfit, Use, is_file, is_own_file};
use super::keys::{Cost, KeyProblem, Keys};
use super::protection::UNDER_WAY;
use super::recovery::RecoveryKey;
use crate::text::same::passphrase_forms;

/// The file that the recovery key opens.
pub(super) const RECOVERY: &str = "notebook.recovery";

/// The file that says how often the keyring was written; sealed to the newest key, so that only its readers make it.
pub(super) const GENERATION: &str = "notebook.generation";

/// The largest of these files, in bytes.
pub(super) const LIMIT: u64 = 64 * 1024;

const FORMAT: u32 = 1;

/// How the line begins that is ours; for `age` it is a remark.
const FORMAT_LINE: &str = "# format: ";

/// The files that open a sealed notebook, by their path within it, as they were read.
#[derive(Clone, Default)]
pub struct Doors {
    place: PathBuf,
    files: Vec<(String, Vec<u8>)>,
}

impl std::fmt::Debug for Doors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Doors").field("place", &self.place).finish_non_exhaustive()
    }
}

impl Doors {
    /// Those of the notebook in `folder`; `None` where it is not sealed.
    ///
    /// # Errors
    ///
    /// What the disk says; a notebook may then be sealed, and is not to be written to.
    pub fn read(files: &dyn Files, folder: &Path) -> Result<Option<Self>, KeyProblem> {
        let mut found = Vec::new();
        for name in [KEYRING, GENERATION, RECOVERY, KEY] {
            found.extend(read(files, &folder.join(name))?.map(|bytes| (name.to_owned(), bytes)));
        }
        let has = |name: &str| found.iter().any(|(known, _)| known == name);
        // Before the keyring is there, nothing is sealed; a mark says that somebody was about to.
        let is_begun = has(KEY) || has(RECOVERY);
        if !has(KEYRING) && (!is_begun || read(files, &folder.join(UNDER_WAY))?.is_some()) {
            return Ok(None);
        }
        for name in own_files(files, folder)?.into_iter().take(MOST_READERS) {
            let path = format!("{READERS}/{name}");
            // Another program may be removing that reader.
            found.extend(read(files, &folder.join(READERS).join(&name))?.map(|bytes| (path, bytes)));
        }
        Ok(Some(Self::of(folder, found)))
    }

    /// These files, which were read at `place`.
    pub(super) fn of(place: &Path, files: Vec<(String, Vec<u8>)>) -> Self {
        Self { place: place.to_owned(), files }
    }

    /// The same with other content for some.
    pub(super) fn with<const N: usize>(&self, changed: [(&str, Vec<u8>); N]) -> Self {
        let mut files = self.files.clone();
        for (name, bytes) in changed {
            files.retain(|(known, _)| known != name);
            files.push((name.to_owned(), bytes));
        }
        Self { place: self.place.clone(), files }
    }

    /// The files, by their path within the notebook.
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }

    pub(super) fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice())
    }

    /// The names of the files that a passphrase opens.
    pub(super) fn passages(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _)| name.as_str()).filter(|name| is_file(name))
    }

    pub(super) fn place(&self, name: &str) -> PathBuf {
        name.split('/').fold(self.place.clone(), |path, part| path.join(part))
    }

    /// Whether any passphrase can open the notebook.
    pub fn has_readers(&self) -> bool {
        self.passages().next().is_some()
    }

    /// Whether the files are there without which no passphrase opens anything; a backup may bring them back.
    pub fn has_keyring(&self) -> bool {
        self.file(KEYRING).is_some() && self.file(GENERATION).is_some()
    }

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
        for (name, bytes) in self.files.iter().filter(|(name, _)| is_file(name)) {
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

    /// How often the keyring was written, as only who has the keys in it can say.
    pub(super) fn generation(&self, ring: &Keyring) -> Option<u64> {
        let sealed = self.file(GENERATION)?;
        let said = ring.pairs(Use::Replaced).iter().find_map(|pair| pair.open(sealed).ok())?;
        String::from_utf8(said).ok()?.trim_end().strip_prefix("generation = ")?.parse().ok()
    }

    /// Opens the keyring with the identity from the file `door`; `mends` for who may put the generation right.
    pub(super) fn enter(&self, me: Identity, door: &str, mends: bool) -> Result<Keys, KeyProblem> {
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
        Ok(Keys { me, door: door.to_owned(), ring, doors: Arc::new(self.clone()) })
    }
}

/// The names of the files in the folder of readers, in order.
fn own_files(files: &dyn Files, folder: &Path) -> Result<Vec<String>, KeyProblem> {
    let path = folder.join(READERS);
    let entries = match files.list(&path) {
        Err(error) if is_absent(&error) => return Ok(Vec::new()),
        entries => entries.map_err(|error| KeyProblem::fault(&path, &error))?,
    };
    let own = entries.into_iter().filter(|entry| entry.kind == Kind::File && is_own_file(&entry.name));
    let mut names: Vec<String> = own.map(|entry| entry.name).collect();
    names.sort();
    Ok(names)
}

/// The folder and the name of a file, by its path within the notebook.
pub(super) fn parts<'p>(folder: &Path, path: &'p str) -> (PathBuf, &'p str) {
    match path.rsplit_once('/') {
        Some((within, name)) => (folder.join(within), name),
        None => (folder.to_owned(), path),
    }
}

/// The bytes of a file that `with` opens, and in which an identity is.
pub(super) fn lock(identity: &Identity, with: &SecretString, cost: Cost) -> Result<Vec<u8>, KeyProblem> {
    let mut text = String::with_capacity(512);
    text.push_str("# Pallium: what opens notebook.keyring\n");
    text.push_str(&format!("{FORMAT_LINE}{FORMAT}\n"));
    text.push_str(identity.to_string().expose_secret());
    text.push('\n');
    cost.lock(with, text.as_bytes()).ok_or(KeyProblem::NoRandomness)
}

/// The identity in the bytes of the file at `path`; a passphrase that was set before it was composed still opens it.
fn opened(bytes: &[u8], with: &SecretString, path: &Path) -> Result<Identity, KeyProblem> {
    let mut outcome = Err(KeyProblem::Wrong);
    for form in passphrase_forms(with.expose_secret()) {
        outcome = opened_with(bytes, &SecretString::from(form), path);
        if !matches!(outcome, Err(KeyProblem::Wrong)) {
            break;
        }
    }
    outcome
}

fn opened_with(bytes: &[u8], with: &SecretString, path: &Path) -> Result<Identity, KeyProblem> {
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
    let mut lines = text.expose_secret().lines();
    let format: Option<u32> =
        lines.find_map(|line| line.strip_prefix(FORMAT_LINE)).and_then(|format| format.parse().ok());
    if format.ok_or_else(damaged)? > FORMAT {
        return Err(KeyProblem::Newer { path: path.to_owned() });
    }
    let key = lines.find(|line| !line.starts_with('#') && !line.trim().is_empty()).ok_or_else(damaged)?;
    Identity::from_str(key.trim()).map_err(|_| damaged())
}

/// The bytes of a file; `None` where it is not there.
pub(super) fn read(files: &dyn Files, path: &Path) -> Result<Option<Vec<u8>>, KeyProblem> {
    match files.read(path, LIMIT) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(KeyProblem::fault(path, &error)),
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
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
    Doors::read(files, folder)?.map(|doors| doors.unlock(passphrase)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    /// One sign or two for é, and whatever space a keyboard gives: the same passphrase, also where it was set before
    /// passphrases were composed.
    #[test]
    fn a_passphrase_opens_however_the_keyboard_writes_it() {
        let identity = Identity::generate();
        let written = ["een café\u{A0}thee", "een cafe\u{301} thee", "een café thee"];
        let text = format!("# old\n{FORMAT_LINE}{FORMAT}\n{}\n", identity.to_string().expose_secret());
        let as_it_came = |passphrase: &str| {
            let mut recipient = scrypt::Recipient::new(secret(passphrase));
            recipient.set_work_factor(1);
            age::encrypt(&recipient, text.as_bytes()).unwrap()
        };
        let path = Path::new("notebook.key");
        for set in written {
            let new = lock(&identity, &secret(set), Cost::slight()).unwrap();
            for typed in written {
                assert!(opened(&new, &secret(typed), path).is_ok(), "{set:?} {typed:?}");
            }
            let old = as_it_came(set);
            assert!(opened(&old, &secret(set), path).is_ok(), "{set:?}");
            assert!(matches!(opened(&old, &secret("een cafe thee"), path), Err(KeyProblem::Wrong)));
        }
        // Another computer, another way of writing, and a file of before.
        assert!(opened(&as_it_came("cafe\u{301}"), &secret("café"), path).is_ok());
    }
}
