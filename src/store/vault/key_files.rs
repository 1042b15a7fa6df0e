//! The ways into a sealed notebook: the files that a passphrase or the recovery key opens, and the keyring behind them.

use std::io;
use std::path::{Path, PathBuf};

use super::keyring::{Keyring, MOST_READERS, Use};
use super::problem::KeyProblem;
use crate::store::disk::entries::Kind;
use crate::store::disk::files::Files;
use crate::store::record::names::{
    GENERATION, KEY, KEYRING, READERS, RECOVERY, UNDER_WAY, is_file, is_own_file,
};

/// The largest of these files, in bytes.
pub(in crate::store) const LIMIT: u64 = 64 * 1024;

/// The files that open a sealed notebook, by their path within it, as they were read.
#[derive(Clone, Default)]
pub struct KeyFiles {
    place: PathBuf,
    files: Vec<(String, Vec<u8>)>,
}

impl std::fmt::Debug for KeyFiles {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("KeyFiles").field("place", &self.place).finish_non_exhaustive()
    }
}

impl KeyFiles {
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
    pub(in crate::store) fn of(place: &Path, files: Vec<(String, Vec<u8>)>) -> Self {
        Self { place: place.to_owned(), files }
    }

    /// The same with other content for some.
    pub(in crate::store) fn with<const N: usize>(&self, changed: [(&str, Vec<u8>); N]) -> Self {
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

    pub(in crate::store) fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice())
    }

    /// The names of the files that a passphrase opens.
    pub(in crate::store) fn reader_files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _)| name.as_str()).filter(|name| is_file(name))
    }

    pub(in crate::store) fn place(&self, name: &str) -> PathBuf {
        name.split('/').fold(self.place.clone(), |path, part| path.join(part))
    }

    /// Whether any passphrase can open the notebook.
    pub fn has_readers(&self) -> bool {
        self.reader_files().next().is_some()
    }

    /// Whether the files are there without which no passphrase opens anything; a backup may bring them back.
    pub fn has_keyring(&self) -> bool {
        self.file(KEYRING).is_some() && self.file(GENERATION).is_some()
    }

    /// How often the keyring was written, as only who has the keys in it can say.
    pub(in crate::store) fn generation(&self, ring: &Keyring) -> Option<u64> {
        let sealed = self.file(GENERATION)?;
        let said = ring.pairs(Use::Replaced).iter().find_map(|pair| pair.open(sealed).ok())?;
        String::from_utf8(said).ok()?.trim_end().strip_prefix("generation = ")?.parse().ok()
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
pub(in crate::store) fn parts<'p>(folder: &Path, path: &'p str) -> (PathBuf, &'p str) {
    match path.rsplit_once('/') {
        Some((within, name)) => (folder.join(within), name),
        None => (folder.to_owned(), path),
    }
}

/// The bytes of a file; `None` where it is not there.
pub(in crate::store) fn read(files: &dyn Files, path: &Path) -> Result<Option<Vec<u8>>, KeyProblem> {
    match files.read(path, LIMIT) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(KeyProblem::fault(path, &error)),
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
