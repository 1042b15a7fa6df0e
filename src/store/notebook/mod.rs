//! The notebook: a folder with one file per meeting, the definitions they pinned, and settings.
//!
//! ```text
//! meetings/<id>.toml               a meeting
//! meetings/<id>.lock               empty; held while somebody writes that meeting
//! meetings/<id>.holder             who that is, where and since when
//! meetings/<id>.conflict-<n>.toml  a second version, kept when two programs wrote at once
//! history/<id>/                    earlier versions of that meeting
//! definitions/<sha256>.toml        the text of a definition, as a meeting pinned it
//! log/<time>.<token>.log            who did what and when, a file for each start
//! settings.toml                    settings of the program, never sealed
//! notebook.key, readers/           what opens the keyring of a sealed notebook, each behind a passphrase
//! notebook.recovery                the same behind the recovery key
//! notebook.keyring                 the keys of a sealed notebook, sealed to all of these
//! notebook.generation              how often that was written
//! devices/<computer>.toml          what a computer knows to be in a sealed notebook
//! notebook.sealing                 there while a notebook is being sealed
//! disk-is-encrypted.toml           who stated that the disk is encrypted
//! index/                           disposable: makes the list of meetings quick
//! ```

mod clock_seen;
pub(super) mod digests;
pub(super) mod history;
pub(super) mod holder;
pub(super) mod last_seen;
pub(super) mod list;
pub(super) mod log;
pub(super) mod passed;
pub(super) mod problem;
pub(super) mod rescue;
pub(super) mod save;
pub(super) mod seen;
pub(super) mod settings;
pub(super) mod sweep;
pub(super) mod tampered;
mod together;
pub(super) mod waiting;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;

use crate::meeting::{Meeting, MeetingId};
use crate::store::disk::digest::{Digest, is_hash};
use crate::store::disk::fault::{Fault, NotebookError};
use crate::store::disk::files::{Files, create_folders};
use crate::store::record::format;
use crate::store::record::names::file_name;
use crate::store::record::problem::{Damage, ReadProblem};
use crate::store::vault::codec::{Codec, Plain};
use crate::store::vault::mark::Link;
use crate::store::witness::custody::Custody;
use seen::Seen;

/// A notebook on disk.
///
/// Shared by the lanes: every method takes `&self`, and no lock is held while the disk is busy. One meeting is saved
/// by one thread at a time.
pub struct Notebook {
    pub(in crate::store) folder: PathBuf,
    pub(in crate::store) files: Arc<dyn Files>,
    pub(in crate::store) codec: Arc<dyn Codec>,
    pub(in crate::store) custody: Custody,
    memory: Mutex<Memory>,
}

/// What this program knows of what is on the disk.
#[derive(Default)]
pub(in crate::store) struct Memory {
    pub(in crate::store) meetings: HashMap<MeetingId, OnDisk>,
    /// The one of them of which the whole content may be kept.
    whole: Option<MeetingId>,
    /// Definitions whose copy was read back and is right.
    pub(in crate::store) definitions: HashSet<String>,
}

/// What this program last read or wrote of one meeting.
#[derive(Clone, Default)]
pub(in crate::store) struct OnDisk {
    /// The file as this program left or found it; `None` while there was none.
    pub(in crate::store) disk: Option<Seen>,
    /// What a rename was to put there that then reported a fault; it may have happened all the same.
    pub(in crate::store) attempted: Option<Seen>,
    /// Where this program's version is kept beside a file that it may not overwrite.
    pub(in crate::store) beside: Option<(String, Seen)>,
    /// The definitions that the file on disk names.
    pub(in crate::store) pinned: Vec<String>,
    /// Which version the file on disk is, in a sealed notebook.
    pub(in crate::store) link: Option<Link>,
    /// The same of what a rename was to put there.
    pub(in crate::store) tried: Option<Link>,
}

impl OnDisk {
    /// The newest version of which this program knows that it may be there.
    pub(in crate::store) fn newest(&self) -> Option<Link> {
        [self.link, self.tried].into_iter().flatten().max_by_key(|link| link.revision)
    }

    fn fold(&mut self) {
        let beside = self.beside.as_mut().map(|(_, seen)| seen);
        for seen in [self.disk.as_mut(), self.attempted.as_mut(), beside].into_iter().flatten() {
            seen.fold();
        }
    }
}

impl Memory {
    /// What is known of a meeting, to be changed; of the others no whole content is kept from now on.
    pub(in crate::store) fn known(&mut self, id: MeetingId) -> &mut OnDisk {
        let before = self.whole.replace(id).filter(|before| *before != id);
        if let Some(known) = before.and_then(|before| self.meetings.get_mut(&before)) {
            known.fold();
        }
        self.meetings.entry(id).or_default()
    }
}

impl std::fmt::Debug for Notebook {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Notebook").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Notebook {
    /// Opens the notebook in `folder`, which is made, for its owner only, when it is not there.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when the folder cannot be made or something else stands there.
    pub fn open(folder: &Path, files: Arc<dyn Files>) -> Result<Self, NotebookError> {
        Self::open_with(folder, files, Arc::new(Plain))
    }

    /// The notebook in `folder` as it is: nothing is made, so that looking changes nothing.
    pub fn existing(folder: &Path, files: Arc<dyn Files>) -> Self {
        Self::existing_with(folder, files, Arc::new(Plain))
    }

    /// The notebook in `folder` as it is, whose files pass through `codec`.
    pub fn existing_with(folder: &Path, files: Arc<dyn Files>, codec: Arc<dyn Codec>) -> Self {
        Self {
            folder: folder.to_owned(),
            custody: Custody::new(folder, files.clone(), codec.clone()),
            files,
            codec,
            memory: Mutex::default(),
        }
    }

    /// The same notebook, of which this computer remembers in `folder` what it saw.
    #[must_use]
    pub fn remembered_in(mut self, folder: Option<PathBuf>) -> Self {
        self.custody.remembered_in = folder;
        self
    }

    /// Opens a notebook whose files pass through `codec`.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when the folder cannot be made or something else stands there.
    pub fn open_with(
        folder: &Path,
        files: Arc<dyn Files>,
        codec: Arc<dyn Codec>,
    ) -> Result<Self, NotebookError> {
        let notebook = Self::existing_with(folder, files, codec);
        for part in [notebook.meetings(), notebook.definitions()] {
            create_folders(notebook.files.as_ref(), &part)
                .and_then(|()| notebook.files.list_some(&part, 1).map(drop).map_err(|error| (part, error)))
                .map_err(|(path, error)| NotebookError { fault: Fault::at(&path, &error), path })?;
        }
        // A notebook that can only be read is still a notebook; without an index it is only slower.
        let _ = create_folders(notebook.files.as_ref(), &notebook.index());
        Ok(notebook)
    }

    /// The folder of the notebook.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of a meeting, whether or not it is there.
    pub fn path(&self, id: MeetingId) -> PathBuf {
        self.meetings().join(file_name(id))
    }

    /// Reads a meeting to look at it; saving it later needs [`load`](Self::load).
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when it is not there, cannot be read or makes no sense; the file is untouched.
    pub fn read(&self, id: MeetingId) -> Result<Meeting, ReadProblem> {
        self.read_meeting(&self.path(id))
    }

    /// Reads meetings to look at them, the second half beside the first; gives one for each, in their order, and `None` for what
    /// cannot be read.
    pub fn read_several(&self, ids: &[MeetingId]) -> Vec<Option<Meeting>> {
        let each = |ids: &[MeetingId]| ids.iter().map(|id| self.read(*id).ok()).collect::<Vec<_>>();
        let (first, second) = ids.split_at(ids.len().div_ceil(2));
        if second.is_empty() {
            return each(first);
        }
        std::thread::scope(|scope| {
            let beside = Builder::new().spawn_scoped(scope, || each(second));
            let mut read = each(first);
            // Where the system gives no thread, the rest is read here.
            let second = beside.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(|| each(second));
            read.extend(second);
            read
        })
    }

    /// Reads a meeting to change it: from now on a save replaces this version, and no other.
    ///
    /// After [`SaveError::ChangedOutside`](super::SaveError::ChangedOutside) this accepts the version on disk as the
    /// one to go on from.
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when it is not there, cannot be read or makes no sense; the file is untouched.
    pub fn load(&self, id: MeetingId) -> Result<Meeting, ReadProblem> {
        let path = self.path(id);
        let sealed = self.custody.read_sealed(&path)?;
        let seen = Seen::Whole(sealed.as_slice().into());
        let (meeting, link) = self.opened(sealed, &path)?;
        let pinned = meeting.pinned().map(|definition| definition.hash.clone()).collect();
        *self.memory().known(id) = OnDisk { disk: Some(seen), pinned, link, ..OnDisk::default() };
        Ok(meeting)
    }

    /// Reads the text of a definition that a meeting pinned, and makes sure that it is that text.
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when it is not there, cannot be read or is another text.
    pub fn read_definition(&self, hash: &str) -> Result<Arc<str>, ReadProblem> {
        // The hash comes from a file, so it may be anything, a path included.
        if !is_hash(hash) {
            return Err(ReadProblem::damaged(&self.definitions(), None, Damage::Hash));
        }
        let path = self.definitions().join(format!("{hash}.toml"));
        let bytes = self.custody.read_known(&path)?;
        if Digest::of(&bytes).to_string() != hash {
            return Err(ReadProblem::damaged(&path, None, Damage::Hash));
        }
        let text =
            String::from_utf8(bytes).map_err(|_| ReadProblem::damaged(&path, None, Damage::NotText))?;
        Ok(text.into())
    }

    pub(in crate::store) fn meetings(&self) -> PathBuf {
        self.folder.join("meetings")
    }

    pub(in crate::store) fn definitions(&self) -> PathBuf {
        self.folder.join("definitions")
    }

    pub(in crate::store) fn index(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// What is known of the disk; never held while the disk is busy.
    pub(in crate::store) fn memory(&self) -> MutexGuard<'_, Memory> {
        // A panic elsewhere leaves at worst a digest that no longer fits, and then a save keeps both versions.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads any file of the notebook that holds a meeting, with the digest of its bytes on disk.
    pub(in crate::store) fn read_file(&self, path: &Path) -> Result<(Meeting, Digest), ReadProblem> {
        let sealed = self.custody.read_sealed(path)?;
        let digest = Digest::of(&sealed);
        Ok((self.opened(sealed, path)?.0, digest))
    }

    /// The same, without a second reading when it is looked for what was put back.
    pub(in crate::store) fn read_known(&self, path: &Path) -> Result<Meeting, ReadProblem> {
        format::decode(&self.custody.read_known(path)?, path)
    }

    /// Reads any file of the notebook that holds a meeting.
    pub(in crate::store) fn read_meeting(&self, path: &Path) -> Result<Meeting, ReadProblem> {
        self.read_version_of(path).map(|(meeting, _)| meeting)
    }

    /// The same, with which version it is where that can be told.
    pub(in crate::store) fn read_version_of(
        &self,
        path: &Path,
    ) -> Result<(Meeting, Option<Link>), ReadProblem> {
        self.opened(self.custody.read_sealed(path)?, path)
    }

    fn opened(&self, sealed: Vec<u8>, path: &Path) -> Result<(Meeting, Option<Link>), ReadProblem> {
        let opened = self.custody.open_at(path, sealed)?;
        Ok((format::decode(&opened.plain, path)?, opened.link))
    }
}
