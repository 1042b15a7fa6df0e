//! The thin layer between the notebook and the disk.
//!
//! Everything that the notebook does to a disk is one call of [`Files`], so that a model of a disk can take its
//! place and lose, at any point, what was not synced.

use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::ScopedJoinHandle;
use std::time::SystemTime;
use std::{fmt, fs};

pub use super::entries::Kind;
use super::entries::{self, Named};
use super::{clock, owner};

/// What a notebook needs of a disk, of its clock and of its source of randomness.
pub trait Files: Send + Sync {
    /// Makes one folder that only its owner may enter; its parent must exist.
    ///
    /// # Errors
    ///
    /// `AlreadyExists` when something of that name is there, and whatever the disk says.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// What is in a folder, in no particular order; names that are not Unicode are left out.
    ///
    /// # Errors
    ///
    /// Whatever the disk says.
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>>;

    /// The first names in a folder that the disk gives, `most` of them: for a question that a few can answer.
    ///
    /// # Errors
    ///
    /// Whatever the disk says.
    fn list_some(&self, folder: &Path, most: usize) -> io::Result<Vec<Entry>> {
        self.list(folder).map(|mut entries| {
            entries.truncate(most);
            entries
        })
    }

    /// What stands at `path` itself; a symbolic link is not followed.
    ///
    /// # Errors
    ///
    /// `NotFound` when nothing is there, and whatever the disk says.
    fn facts(&self, path: &Path) -> io::Result<Facts>;

    /// Reads a plain file of at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// [`NotAPlainFile`] for a link, folder or special file; `FileTooLarge` above the limit; and whatever the
    /// disk says.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Opens a plain file to be read from its beginning, for what is too large to hold.
    ///
    /// # Errors
    ///
    /// [`NotAPlainFile`] for a link, folder or special file, and whatever the disk says.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(io::Cursor::new(self.read(path, u64::MAX)?)))
    }

    /// Whether nobody but the owner may read or enter what stands at `path`, as far as the system can say.
    ///
    /// # Errors
    ///
    /// `NotFound` when nothing is there, and whatever the disk says.
    fn is_private(&self, path: &Path) -> io::Result<bool> {
        self.facts(path).map(|_| true)
    }

    /// Who has what stands at `path`, where this user may not read and write it.
    fn keeper(&self, _: &Path) -> Option<owner::Other> {
        None
    }

    /// Makes a new file that only its owner may read and write.
    ///
    /// # Errors
    ///
    /// `AlreadyExists` when something of that name is there, and whatever the disk says.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;

    /// Waits until the contents of several new files are on the disk itself; gives what came of each, in their order.
    fn sync_files(&self, files: &mut [Box<dyn NewFile>]) -> Vec<io::Result<()>> {
        files.iter_mut().map(|file| file.sync()).collect()
    }

    /// Gives a file another name in the same folder, in place of what had that name.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; both files are then as they were.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk itself; does nothing where systems cannot.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; the names may then be lost in a power cut.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    ///
    /// Whatever the disk says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Holds the empty file at `path`, which is made when it is not there; `None` when another program holds it.
    ///
    /// # Errors
    ///
    /// Whatever the disk says.
    fn try_lock(&self, path: &Path) -> io::Result<Option<Box<dyn HeldFile>>>;

    /// The time of the computer.
    fn now(&self) -> SystemTime {
        clock::now()
    }

    /// A number for the name of a file, never the same twice.
    fn token(&self) -> u64 {
        // Without a source of randomness the clock will do: a name that exists is refused, never overwritten.
        getrandom::u64().unwrap_or_else(|_| {
            let since = clock::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            (since.as_secs() << 30) ^ u64::from(since.subsec_nanos())
        })
    }
}

/// A file that was just made and is being written.
pub trait NewFile: Send {
    /// Writes all of `bytes`.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; some of the bytes may have been written.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until the content is on the disk itself.
    ///
    /// # Errors
    ///
    /// Whatever the disk says; the file must then be given up, for a second sync may lie.
    fn sync(&mut self) -> io::Result<()>;
}

/// A file that is held until this value is dropped.
pub trait HeldFile: Send + fmt::Debug {}

/// One name in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// What it names.
    pub kind: Kind,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// What it is.
    pub kind: Kind,
    /// Size in bytes.
    pub size: u64,
    /// When it was last changed.
    pub modified: SystemTime,
}

/// The inner error of an [`io::Error`] about something that is no plain file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPlainFile;

impl NotAPlainFile {
    /// Whether this is what `error` says.
    pub fn is(error: &io::Error) -> bool {
        error.get_ref().is_some_and(|inner| inner.is::<Self>())
    }
}

impl fmt::Display for NotAPlainFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a plain file")
    }
}

impl std::error::Error for NotAPlainFile {}

/// Makes `folder` and what is missing above it, each for the owner only, and syncs every new name.
///
/// # Errors
///
/// Whatever the disk says, with the path that it says it of; `NotADirectory` when something else is in the way.
pub fn create_folders(files: &dyn Files, folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    let mut missing = Vec::new();
    for ancestor in folder.ancestors() {
        if ancestor.as_os_str().is_empty() || fs_knows_folder(files, ancestor)? {
            break;
        }
        missing.push(ancestor);
    }
    for path in missing.into_iter().rev() {
        match files.create_folder(path) {
            // Another program was just ahead.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => result.map_err(|error| (path.to_owned(), error))?,
        }
        if let Some(parent) = path.parent() {
            let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            files.sync_folder(parent).map_err(|error| (parent.to_owned(), error))?;
        }
    }
    Ok(())
}

fn fs_knows_folder(files: &dyn Files, path: &Path) -> Result<bool, (PathBuf, io::Error)> {
    match files.facts(path) {
        // A link may lead to a folder: the *folder* of a notebook may be one, its files may not.
        Ok(facts) if matches!(facts.kind, Kind::Folder | Kind::Link) => Ok(true),
        Ok(_) => Err((path.to_owned(), io::ErrorKind::NotADirectory.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err((path.to_owned(), error)),
    }
}

/// How many files are waited for at once.
const AT_ONCE: usize = 8;

/// The disk of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealFiles;

impl Files for RealFiles {
    #[cfg(unix)]
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        fs::DirBuilder::new().mode(0o700).create(folder)?;
        // The umask may have taken rights from the owner too.
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
        owner::give_folder_to_folder(folder);
        Ok(())
    }

    #[cfg(not(unix))]
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.list_some(folder, usize::MAX)
    }

    fn list_some(&self, folder: &Path, most: usize) -> io::Result<Vec<Entry>> {
        let named = entries::entries(folder, most)?;
        let entry = |named: Named| Some(Entry { name: named.name.into_string().ok()?, kind: named.kind });
        Ok(named.into_iter().filter_map(entry).collect())
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        let metadata = fs::symlink_metadata(path)?;
        Ok(Facts {
            kind: Kind::of(metadata.file_type()),
            size: metadata.len(),
            modified: metadata.modified()?,
        })
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let (file, opened) = open_plain(path)?;
        let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
        if opened.len() > limit {
            return Err(too_large());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(opened.len()).unwrap_or(0));
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(BufReader::new(open_plain(path)?.0)))
    }

    #[cfg(unix)]
    fn is_private(&self, path: &Path) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt;
        Ok(fs::metadata(path)?.mode() & 0o077 == 0)
    }

    fn keeper(&self, path: &Path) -> Option<owner::Other> {
        owner::Other::keeps(path)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
            let file = options.mode(0o600).open(path)?;
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
            owner::give_to_folder(path, &file);
            Ok(Box::new(RealNewFile(file)))
        }
        #[cfg(not(unix))]
        Ok(Box::new(RealNewFile(options.open(path)?)))
    }

    fn sync_files(&self, files: &mut [Box<dyn NewFile>]) -> Vec<io::Result<()>> {
        // A disk that is asked for several at once waits for all of them together.
        let share = files.len().div_ceil(AT_ONCE).max(1);
        std::thread::scope(|scope| {
            let threads: Vec<_> = files
                .chunks_mut(share)
                .map(|share| {
                    let count = share.len();
                    let sync = move || share.iter_mut().map(|file| file.sync()).collect::<Vec<_>>();
                    (count, std::thread::Builder::new().spawn_scoped(scope, sync))
                })
                .collect();
            let lost = || io::Error::other("a thread ended early");
            let wait = |(count, thread): (usize, io::Result<ScopedJoinHandle<'_, Vec<io::Result<()>>>>)| {
                let synced = thread.ok().and_then(|thread| thread.join().ok());
                synced.unwrap_or_else(|| (0..count).map(|_| Err(lost())).collect())
            };
            threads.into_iter().flat_map(wait).collect()
        })
    }

    #[cfg(not(windows))]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(windows)]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A virus scanner or sync program may hold the target for a moment; together this waits 1.3 s at most.
        for pause in [5, 10, 20, 40, 80, 160, 320, 640] {
            match fs::rename(from, to) {
                Err(error) if matches!(error.raw_os_error(), Some(5 | 32)) => {
                    std::thread::sleep(std::time::Duration::from_millis(pause));
                }
                result => return result,
            }
        }
        fs::rename(from, to)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Box<dyn HeldFile>>> {
        match fs::symlink_metadata(path) {
            Ok(named) if !named.is_file() => return Err(io::Error::other(NotAPlainFile)),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        owner::give_to_folder(path, &file);
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(RealHeldFile { _file: file }))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

fn open_plain(path: &Path) -> io::Result<(File, Metadata)> {
    // Opening a pipe would wait for a writer, so the kind comes first.
    let named = fs::symlink_metadata(path)?;
    if !named.is_file() {
        return Err(io::Error::other(NotAPlainFile));
    }
    let file = File::open(path)?;
    let opened = file.metadata()?;
    if !same_file(&named, &opened) {
        return Err(io::Error::other(NotAPlainFile));
    }
    Ok((file, opened))
}

#[derive(Debug)]
struct RealNewFile(File);

impl NewFile for RealNewFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

/// Closing the file lets go of it, also when the program is killed.
#[derive(Debug)]
struct RealHeldFile {
    _file: File,
}

impl HeldFile for RealHeldFile {}

/// Whether the opened file is the one that was looked at, and not what somebody put there in between.
#[cfg(unix)]
fn same_file(named: &Metadata, opened: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (named.dev(), named.ino()) == (opened.dev(), opened.ino())
}

#[cfg(not(unix))]
fn same_file(_named: &Metadata, opened: &Metadata) -> bool {
    opened.is_file()
}
