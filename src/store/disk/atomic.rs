//! A file put in its place as a whole: new file, write, sync, rename, sync of the folder.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{Files, NewFile, create_folders};

/// A whole file that does not have its name yet; it is taken away again unless it gets one.
pub(in crate::store) struct Written<'f> {
    files: &'f dyn Files,
    folder: PathBuf,
    path: PathBuf,
    placed: bool,
}

/// A file that was written, and what waits until the disk has its content.
pub(in crate::store) type Unsynced<'f> = (Written<'f>, Box<dyn NewFile>);

impl<'f> Written<'f> {
    /// Writes `bytes` to a new file in `folder`, and waits until the disk has them.
    ///
    /// After a failed sync the disk may have dropped what it says it has; such a file is given up, and the next
    /// try is another file.
    pub(in crate::store) fn new(
        files: &'f dyn Files,
        folder: &Path,
        stem: &str,
        bytes: &[u8],
    ) -> io::Result<Self> {
        let (written, mut file) = Self::unsynced(files, folder, stem, bytes)?;
        file.sync()?;
        Ok(written)
    }

    /// Writes `bytes` to a new file in `folder` for which a power cut does no harm.
    pub(in crate::store) fn disposable(
        files: &'f dyn Files,
        folder: &Path,
        stem: &str,
        bytes: &[u8],
    ) -> io::Result<Self> {
        Self::unsynced(files, folder, stem, bytes).map(|(written, _)| written)
    }

    /// Writes `bytes` to a new file in `folder`, which is still to be waited for before it gets its name.
    pub(in crate::store) fn unsynced(
        files: &'f dyn Files,
        folder: &Path,
        stem: &str,
        bytes: &[u8],
    ) -> io::Result<Unsynced<'f>> {
        let path = folder.join(temporary_name(stem, files.token()));
        let mut file = files.create_new(&path)?;
        // From here on the file exists, and dropping this takes it away.
        let written = Self { files, folder: folder.to_owned(), path, placed: false };
        file.write_all(bytes)?;
        Ok((written, file))
    }

    /// Gives the file its name, in place of what had it; its content may not outlast a power cut before
    /// [`sync_folder`](Files::sync_folder).
    pub(in crate::store) fn rename(mut self, name: &str) -> io::Result<()> {
        self.files.rename(&self.path, &self.folder.join(name))?;
        self.placed = true;
        Ok(())
    }

    /// Leaves the file under the name that it has, as a program does that is stopped here.
    pub(in crate::store) fn leave(mut self) -> PathBuf {
        self.placed = true;
        self.path.clone()
    }
}

impl Drop for Written<'_> {
    fn drop(&mut self) {
        if !self.placed {
            // What stays behind is swept at the next start.
            let _ = self.files.remove(&self.path);
        }
    }
}

/// Puts `bytes` under `name` in `folder` and waits until the disk has all of it.
pub(in crate::store) fn put(files: &dyn Files, folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    Written::new(files, folder, stem, bytes)?.rename(name)?;
    files.sync_folder(folder)
}

/// Puts several files in their places, each as a whole, and waits until the disk has all of them; gives what came of each.
pub(in crate::store) fn put_together(files: &dyn Files, all: &[(PathBuf, Vec<u8>)]) -> Vec<io::Result<()>> {
    let write = |(path, bytes): &(PathBuf, Vec<u8>)| {
        let (folder, name) = parts(path)?;
        Written::unsynced(files, folder, name.strip_suffix(".toml").unwrap_or(name), bytes)
    };
    let written = sync_together(files, all.iter().map(write).collect());
    let mut done: Vec<io::Result<()>> = written
        .into_iter()
        .zip(all)
        .map(|(written, (path, _))| written.and_then(|written| written.rename(parts(path)?.1)))
        .collect();
    sync_folders(files, all.iter().map(|(path, _)| path.as_path()).zip(&mut done));
    done
}

/// Waits until the disk has the contents of several new files.
pub(in crate::store) fn sync_together<'f>(
    files: &'f dyn Files,
    all: Vec<io::Result<Unsynced<'f>>>,
) -> Vec<io::Result<Written<'f>>> {
    let mut open = Vec::new();
    let written: Vec<io::Result<Written<'f>>> = all
        .into_iter()
        .map(|one| {
            one.map(|(written, file)| {
                open.push(file);
                written
            })
        })
        .collect();
    let mut synced = files.sync_files(&mut open).into_iter();
    written
        .into_iter()
        .map(|written| {
            let written = written?;
            synced.next().unwrap_or_else(|| Err(io::Error::other("not synced")))?;
            Ok(written)
        })
        .collect()
}

/// Waits until the disk has the names in the folders of several files, once for each folder; what failed there failed for each of its files.
pub(in crate::store) fn sync_folders<'p>(
    files: &dyn Files,
    all: impl Iterator<Item = (&'p Path, &'p mut io::Result<()>)>,
) {
    let mut folders: BTreeMap<&Path, io::Result<()>> = BTreeMap::new();
    for (path, done) in all {
        if done.is_ok() {
            let folder = path.parent().unwrap_or(path);
            let synced = folders.entry(folder).or_insert_with(|| files.sync_folder(folder));
            if let Err(error) = synced {
                *done = Err(again(error));
            }
        }
    }
}

/// The same error for another file.
fn again(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

fn parts(path: &Path) -> io::Result<(&Path, &str)> {
    let name = path.file_name().and_then(|name| name.to_str());
    path.parent().zip(name).ok_or_else(|| io::ErrorKind::InvalidFilename.into())
}

/// Puts a text of the user as a whole under `name` in `folder`, which is made where it is not there, and waits until the
/// disk has all of it.
///
/// # Errors
///
/// Whatever the disk says, with the path that it is about; what stood there is then as it was.
pub fn put_whole(
    files: &dyn Files,
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> Result<(), (PathBuf, io::Error)> {
    create_folders(files, folder)?;
    put(files, folder, name, bytes).map_err(|error| (folder.join(name), error))
}

const ENDING: &str = ".tmp";

/// The name of a temporary file: hidden, with what it is for and a number.
pub(in crate::store) fn temporary_name(stem: &str, token: u64) -> String {
    format!(".{stem}.{token:016x}{ENDING}")
}

/// What a temporary file is for, when `name` is one of ours.
pub(in crate::store) fn stem_of_temporary(name: &str) -> Option<&str> {
    let (stem, token) = name.strip_prefix('.')?.strip_suffix(ENDING)?.rsplit_once('.')?;
    let ours = token.len() == 16 && token.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (ours && !stem.is_empty()).then_some(stem)
}
