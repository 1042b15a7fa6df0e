//! What holds for every notebook.

mod backup;
mod bits;
mod chain;
mod demo;
mod digests;
mod examine;
mod formats;
mod growth;
mod history;
mod hostile;
mod marks;
mod notebook;
#[cfg(unix)]
mod owner;
mod readers;
mod record;
mod safety;
mod sealed;
mod tampering;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;

use super::files::{Entry, Facts, HeldFile, NewFile};
use super::{Files, Notebook, RealFiles};
use crate::meeting::{Id, Meeting, MeetingId, MeetingKind};

/// A folder for one test, with a notebook in it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn open(&self) -> Notebook {
        Notebook::open(self.path(), Arc::new(RealFiles)).unwrap()
    }

    fn file(&self, meeting: &Meeting) -> PathBuf {
        self.path().join(format!("meetings/{}.toml", meeting.id))
    }

    /// Names in the folder of meetings, sorted.
    fn names(&self) -> Vec<String> {
        let folder = std::fs::read_dir(self.path().join("meetings")).unwrap();
        let mut names: Vec<String> =
            folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn meeting(number: u128) -> Meeting {
    let date = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, date)
}

fn noted(meeting: &Meeting, note: &str) -> Meeting {
    Meeting { bottlenecks: note.to_owned(), ..meeting.clone() }
}

/// The disk itself, with what was asked of it.
#[derive(Default)]
struct Counting {
    /// How often each file was read.
    read: Mutex<BTreeMap<PathBuf, usize>>,
    /// How often each folder was listed.
    listed: Mutex<BTreeMap<PathBuf, usize>>,
    /// How often each folder was waited for.
    synced: Mutex<BTreeMap<PathBuf, usize>>,
    /// How many bytes were read, and put in their place.
    bytes: Mutex<u64>,
}

impl Counting {
    fn bytes(&self) -> u64 {
        *self.bytes.lock().unwrap()
    }

    /// Files that were read more often than this.
    fn read_more_than(&self, times: usize) -> BTreeMap<PathBuf, usize> {
        let mut read = self.read.lock().unwrap().clone();
        read.retain(|_, count| *count > times);
        read
    }
}

impl Files for Counting {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        RealFiles.create_folder(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        *self.listed.lock().unwrap().entry(folder.to_owned()).or_default() += 1;
        RealFiles.list(folder)
    }

    fn list_some(&self, folder: &Path, most: usize) -> io::Result<Vec<Entry>> {
        RealFiles.list_some(folder, most)
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        RealFiles.facts(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = RealFiles.read(path, limit)?;
        *self.read.lock().unwrap().entry(path.to_owned()).or_default() += 1;
        *self.bytes.lock().unwrap() += bytes.len() as u64;
        Ok(bytes)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        RealFiles.create_new(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        *self.bytes.lock().unwrap() += RealFiles.facts(from)?.size;
        RealFiles.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        *self.synced.lock().unwrap().entry(folder.to_owned()).or_default() += 1;
        RealFiles.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove(path)
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Box<dyn HeldFile>>> {
        RealFiles.try_lock(path)
    }
}

/// Makes all files in a folder so old that how they look tells whether they are other ones; all get the same time.
fn settle(folder: &Path) {
    let earlier = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            settle(&path);
        } else {
            std::fs::File::options().write(true).open(&path).unwrap().set_modified(earlier).unwrap();
        }
    }
}
