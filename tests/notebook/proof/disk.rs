//! A model of a disk: what was not synced may be lost in any part when the power goes.
//!
//! Content that was written and names that were changed stand in a list until a sync of that file or folder makes them
//! lasting. A cut of the power applies any subset of what is in those lists. This is weaker than what most file systems
//! promise and no weaker than what their documentation does.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use pallium::store::files::{Entry, Facts, Files, HeldFile, Kind, NewFile};

use super::choices::Choices;
use super::trouble::Trouble;

/// A disk, shared by everything that holds it.
#[derive(Debug, Clone)]
pub struct Disk(Arc<Mutex<State>>);

#[derive(Debug, Clone)]
struct State {
    inodes: Vec<Inode>,
    folders: BTreeMap<PathBuf, Folder>,
    locks: BTreeSet<PathBuf>,
    /// Calls since the last [`Disk::begin`].
    calls: usize,
    trouble: Trouble,
    /// Whether the trouble has come.
    struck: bool,
    clock: u64,
    token: u64,
}

#[derive(Debug, Clone, Default)]
struct Inode {
    /// What a program reads.
    seen: Vec<u8>,
    /// What is lasting.
    lasting: Vec<u8>,
    /// What was written since.
    pending: Vec<Write>,
    modified: u64,
}

#[derive(Debug, Clone)]
enum Write {
    Append(Vec<u8>),
    Truncate,
}

#[derive(Debug, Clone, Default)]
struct Folder {
    seen: BTreeMap<String, Node>,
    lasting: BTreeMap<String, Node>,
    pending: Vec<Naming>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    File(usize),
    Folder,
}

#[derive(Debug, Clone)]
enum Naming {
    Add(String, Node),
    Remove(String),
    Move { from: String, to: String, node: Node },
}

impl Naming {
    fn apply(&self, names: &mut BTreeMap<String, Node>) {
        match self {
            Self::Add(name, node) => {
                names.insert(name.clone(), *node);
            }
            Self::Remove(name) => {
                names.remove(name);
            }
            Self::Move { from, to, node } => {
                if names.get(from) == Some(node) {
                    names.remove(from);
                }
                names.insert(to.clone(), *node);
            }
        }
    }
}

fn off() -> io::Error {
    io::Error::other("the power is off")
}

impl Disk {
    /// An empty disk with one lasting folder.
    pub fn new(root: &Path) -> Self {
        Self(Arc::new(Mutex::new(State {
            inodes: Vec::new(),
            folders: BTreeMap::from([(root.to_owned(), Folder::default())]),
            locks: BTreeSet::new(),
            calls: 0,
            trouble: Trouble::None,
            struck: false,
            clock: 0,
            token: 0,
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("a whole state")
    }

    /// A disk of its own that is as this one is now, for trying something on.
    pub fn copy(&self) -> Self {
        Self(Arc::new(Mutex::new(self.state().clone())))
    }

    /// Counts calls from here, with this trouble ahead.
    pub fn begin(&self, trouble: Trouble) {
        let mut state = self.state();
        (state.calls, state.trouble, state.struck) = (0, trouble, false);
    }

    /// How many calls there were since [`Self::begin`].
    pub fn calls(&self) -> usize {
        self.state().calls
    }

    /// Whether the trouble has come since [`Self::begin`].
    pub fn struck(&self) -> bool {
        self.state().struck
    }

    /// Lets this many seconds go by.
    pub fn wait(&self, seconds: u64) {
        self.state().clock += seconds * 1000;
    }

    /// The disk as it may be found after the power went, one possibility for each way of choosing.
    pub fn after_cut(&self, choices: &mut Choices) -> Self {
        let mut state = self.state().clone();
        for folder in state.folders.values_mut() {
            for naming in std::mem::take(&mut folder.pending) {
                if choices.pick(2) == 1 {
                    naming.apply(&mut folder.lasting);
                }
            }
            folder.seen = folder.lasting.clone();
        }
        for inode in &mut state.inodes {
            for write in std::mem::take(&mut inode.pending) {
                match write {
                    Write::Truncate if choices.pick(2) == 1 => inode.lasting.clear(),
                    Write::Truncate => {}
                    Write::Append(bytes) => match choices.pick(4) {
                        0 => {}
                        1 => inode.lasting.extend(bytes),
                        // The length came through, and a part of the content.
                        2 => {
                            let half = bytes.len() / 2;
                            inode.lasting.extend(bytes.iter().take(half));
                            inode.lasting.extend(std::iter::repeat_n(0, bytes.len() - half));
                        }
                        _ => inode.lasting.extend(bytes.iter().take(bytes.len() / 2)),
                    },
                }
            }
            inode.seen = inode.lasting.clone();
        }
        state.locks.clear();
        state.clock += 60_000;
        (state.calls, state.trouble, state.struck) = (0, Trouble::None, false);
        // A folder without a lasting name is gone with what was in it.
        let known: Vec<PathBuf> = state.folders.keys().cloned().collect();
        for path in known {
            let named = path.parent().and_then(|parent| state.folders.get(parent)).map(|parent| {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                parent.seen.get(&name) == Some(&Node::Folder)
            });
            if named == Some(false) {
                state.folders.remove(&path);
            }
        }
        Self(Arc::new(Mutex::new(state)))
    }

    /// Replaces the content of a file behind the back of the program, lasting at once.
    pub fn damage(&self, path: &Path, content: &[u8]) {
        let mut state = self.state();
        if let Ok(at) = state.file(path) {
            state.clock += 5_000;
            let modified = state.clock;
            state.inodes[at] =
                Inode { seen: content.to_vec(), lasting: content.to_vec(), pending: Vec::new(), modified };
        }
    }

    /// The content of a file, without a call.
    pub fn content(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state();
        state.file(path).ok().map(|at| state.inodes[at].seen.clone())
    }

    /// The names in a folder, without a call.
    pub fn names(&self, folder: &Path) -> Vec<String> {
        self.state()
            .folders
            .get(folder)
            .map(|folder| folder.seen.keys().cloned().collect())
            .unwrap_or_default()
    }

    /// Writes over a file in its place, as no program should; for planted bugs.
    pub fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        let at = match state.file(path) {
            Ok(at) => at,
            Err(_) => state.make_file(path)?,
        };
        state.clock += 1;
        let modified = state.clock;
        let inode = &mut state.inodes[at];
        inode.seen = bytes.to_vec();
        inode.pending.extend([Write::Truncate, Write::Append(bytes.to_vec())]);
        inode.modified = modified;
        Ok(())
    }

    /// Syncs a file by its path; for planted bugs.
    pub fn sync_path(&self, path: &Path) -> io::Result<()> {
        let at = self.state().file(path)?;
        self.sync_inode(at)
    }

    fn sync_inode(&self, at: usize) -> io::Result<()> {
        let mut state = self.state();
        let result = state.call();
        let inode = &mut state.inodes[at];
        // After a failure the system counts the pages as written: another sync will say that all is well.
        let pending = std::mem::take(&mut inode.pending);
        result?;
        for write in pending {
            match write {
                Write::Append(bytes) => inode.lasting.extend(bytes),
                Write::Truncate => inode.lasting.clear(),
            }
        }
        Ok(())
    }
}

impl State {
    /// Every call passes here: it is counted, and may fail.
    fn call(&mut self) -> io::Result<()> {
        let at = self.calls;
        self.calls += 1;
        let result = match self.trouble {
            Trouble::Cut(cut) if at >= cut => Err(off()),
            Trouble::Once(fault, failure) if at == fault => Err(failure.error()),
            Trouble::FromNow(fault, failure) if at >= fault => Err(failure.error()),
            _ => Ok(()),
        };
        self.struck |= result.is_err();
        result
    }

    fn place(path: &Path) -> (PathBuf, String) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (path.parent().unwrap_or(Path::new("")).to_owned(), name)
    }

    fn node(&self, path: &Path) -> io::Result<Node> {
        if self.folders.contains_key(path) {
            return Ok(Node::Folder);
        }
        let (folder, name) = Self::place(path);
        let folder = self.folders.get(&folder).ok_or(io::ErrorKind::NotFound)?;
        folder.seen.get(&name).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.node(path)? {
            Node::File(at) => Ok(at),
            Node::Folder => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    fn name(&mut self, folder: &Path, naming: Naming) -> io::Result<()> {
        let folder = self.folders.get_mut(folder).ok_or(io::ErrorKind::NotFound)?;
        naming.apply(&mut folder.seen);
        folder.pending.push(naming);
        Ok(())
    }

    fn make_file(&mut self, path: &Path) -> io::Result<usize> {
        let (folder, name) = Self::place(path);
        let at = self.inodes.len();
        self.clock += 1;
        self.inodes.push(Inode { modified: self.clock, ..Inode::default() });
        self.name(&folder, Naming::Add(name, Node::File(at)))?;
        Ok(at)
    }

    fn time(millis: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000) + Duration::from_millis(millis)
    }
}

impl Files for Disk {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        if state.node(folder).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let (parent, name) = State::place(folder);
        state.name(&parent, Naming::Add(name, Node::Folder))?;
        state.folders.insert(folder.to_owned(), Folder::default());
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let mut state = self.state();
        state.call()?;
        let folder = state.folders.get(folder).ok_or(io::ErrorKind::NotFound)?;
        let entry = |(name, node): (&String, &Node)| Entry {
            name: name.clone(),
            kind: if *node == Node::Folder { Kind::Folder } else { Kind::File },
        };
        Ok(folder.seen.iter().map(entry).collect())
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        let mut state = self.state();
        state.call()?;
        let modified = |millis| State::time(millis);
        match state.node(path)? {
            Node::Folder => Ok(Facts { kind: Kind::Folder, size: 0, modified: modified(0) }),
            Node::File(at) => {
                let inode = &state.inodes[at];
                let size = u64::try_from(inode.seen.len()).unwrap_or(u64::MAX);
                Ok(Facts { kind: Kind::File, size, modified: modified(inode.modified) })
            }
        }
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.call()?;
        let at = state.file(path)?;
        let seen = &state.inodes[at].seen;
        if u64::try_from(seen.len()).unwrap_or(u64::MAX) > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(seen.clone())
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut state = self.state();
        state.call()?;
        if state.node(path).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let at = state.make_file(path)?;
        Ok(Box::new(Writing { disk: self.clone(), at }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let result = state.call();
        // A disk in the network that does not answer may have done what it was told.
        if result.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::TimedOut) {
            return result;
        }
        let node = state.node(from)?;
        let (folder, from) = State::place(from);
        let (_, to) = State::place(to);
        state.name(&folder, Naming::Move { from, to, node })?;
        result
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        let folder = state.folders.get_mut(folder).ok_or(io::ErrorKind::NotFound)?;
        folder.pending.clear();
        folder.lasting = folder.seen.clone();
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        state.file(path)?;
        let (folder, name) = State::place(path);
        state.name(&folder, Naming::Remove(name))
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Box<dyn HeldFile>>> {
        let mut state = self.state();
        state.call()?;
        if state.node(path).is_err() {
            state.make_file(path)?;
        }
        let free = state.locks.insert(path.to_owned());
        let held = || Held { disk: self.clone(), path: path.to_owned() };
        Ok(free.then(|| Box::new(held()) as Box<dyn HeldFile>))
    }

    fn now(&self) -> SystemTime {
        let mut state = self.state();
        state.clock += 1;
        State::time(state.clock)
    }

    fn token(&self) -> u64 {
        let mut state = self.state();
        state.token += 1;
        state.token
    }
}

struct Writing {
    disk: Disk,
    at: usize,
}

impl NewFile for Writing {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.disk.state();
        let result = state.call();
        // A disk that refuses has often taken a part.
        let taken = if result.is_ok() { bytes } else { bytes.get(..bytes.len() / 2).unwrap_or_default() };
        state.clock += 1;
        let modified = state.clock;
        let inode = &mut state.inodes[self.at];
        inode.seen.extend(taken);
        inode.pending.push(Write::Append(taken.to_vec()));
        inode.modified = modified;
        result
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.sync_inode(self.at)
    }
}

#[derive(Debug)]
struct Held {
    disk: Disk,
    path: PathBuf,
}

impl HeldFile for Held {}

impl Drop for Held {
    fn drop(&mut self) {
        self.disk.state().locks.remove(&self.path);
    }
}
