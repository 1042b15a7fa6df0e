//! The files of a notebook in custody: each opened and sealed through the codec, and noted, so that in a sealed notebook nothing
//! can be put back or taken away unseen.
//!
//! Nobody waits for this: a save notes in memory what it acknowledged, and the roll of this computer is written after that.
//! A roll that lags behind is no alarm, for a file may be newer than it says. Only what is deleted is written down first.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::chain::{Chain, is_chained};
use super::remembered::{self, Remembered};
use super::roll::{Entry, Roll, computer_of, fold};
use super::tampering::Tampering;
use crate::store::disk::entries::Kind;
use crate::store::disk::files::{Facts, Files, create_folders};
use crate::store::record::format::SEALED_LIMIT;
use crate::store::record::names::{DEVICES, KEY, KEY_FILES, LOG};
use crate::store::record::problem::{ReadProblem, SaveError};
use crate::store::vault::codec::Codec;
use crate::store::vault::mark::{Link, Mark, Opened, Subject, Tag};
use crate::store::vault::problem::CodecError;

/// How old a change must be before the time of change tells it from a later one.
const SETTLED: Duration = Duration::from_secs(2);

/// The files of a notebook, and what is known of their versions.
pub(in crate::store) struct Custody {
    pub(in crate::store) folder: PathBuf,
    pub(in crate::store) files: Arc<dyn Files>,
    pub(in crate::store) codec: Arc<dyn Codec>,
    pub(in crate::store) chain: Mutex<Chain>,
    /// Held while the roll of this computer is written, so that it is written by one thread at a time.
    pub(in crate::store) writing: Mutex<()>,
    /// The folder, outside the notebook, in which this computer remembers what it saw.
    pub(in crate::store) remembered_in: Option<PathBuf>,
    /// Folders whose names this program has synced.
    rooted: Mutex<HashSet<PathBuf>>,
}

impl Custody {
    /// The files in `folder`, of which nothing was read yet.
    pub(in crate::store) fn new(folder: &Path, files: Arc<dyn Files>, codec: Arc<dyn Codec>) -> Self {
        Self {
            folder: folder.to_owned(),
            files,
            codec,
            chain: Mutex::default(),
            writing: Mutex::default(),
            remembered_in: None,
            rooted: Mutex::default(),
        }
    }

    /// What is known of versions; never held while the disk is busy.
    pub(in crate::store) fn chain(&self) -> MutexGuard<'_, Chain> {
        self.chain.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A path within the notebook, with slashes on every system.
    pub(in crate::store) fn within(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.folder).unwrap_or(path);
        let parts = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
        parts.collect::<Vec<_>>().join("/")
    }

    pub(in crate::store) fn absolute(&self, within: &str) -> PathBuf {
        within.split('/').fold(self.folder.clone(), |path, part| path.join(part))
    }

    /// Opens the bytes that stand at `path`.
    pub(in crate::store) fn open_at(&self, path: &Path, bytes: Vec<u8>) -> Result<Opened, ReadProblem> {
        let subject = Subject::of(&self.within(path));
        self.codec.open(&subject, bytes).map_err(|error| error.at(path))
    }

    /// Seals what is to stand at `path`, in the place of the version `base`.
    pub(in crate::store) fn seal_at(
        &self,
        path: &Path,
        base: Option<Link>,
        plain: Vec<u8>,
    ) -> Result<(Vec<u8>, Option<Link>), SaveError> {
        let within = self.within(path);
        let mut revision = base.map_or(0, |link| link.revision);
        if !self.codec.is_plain() && is_chained(&within) {
            self.load_chain();
            revision = revision.max(self.chain().revision(&within));
        }
        let mark = Mark {
            subject: Subject::of(&within),
            revision: revision.saturating_add(1),
            previous: base.map(|link| link.tag),
        };
        self.codec.seal(&mark, plain).map_err(|_| SaveError::NotWritten)
    }

    /// Notes what was written to `path`, and is on the disk itself.
    pub(in crate::store) fn note(&self, path: &Path, link: Option<Link>) {
        let within = self.within(path);
        if let Some(link) = link.filter(|_| is_chained(&within)) {
            let mut chain = self.chain();
            chain.checked.remove(&within);
            chain.note(&within, Entry::Here(link));
        }
    }

    /// Notes a save of what was opened as `base`.
    pub(in crate::store) fn note_save(&self, path: &Path, base: Option<Link>, link: Option<Link>) {
        if link.is_some() {
            let within = self.within(path);
            let mut chain = self.chain();
            if base.is_some_and(|base| base.revision < chain.revision(&within)) {
                // Somebody went on with a version that was put back; that has to be said until somebody accepts it.
                chain.doubt(&within);
            }
        }
        self.note(path, link);
    }

    /// Notes a file that was put back on purpose; what was wrong with the one before is over.
    pub(in crate::store) fn note_restored(&self, path: &Path, link: Option<Link>) {
        let within = self.within(path);
        if KEY_FILES.contains(&within.as_str()) {
            self.note_keys();
        }
        self.chain().own.doubted.remove(&within);
        self.note(path, link);
    }

    /// Reads the rolls, once.
    pub(in crate::store) fn load_chain(&self) {
        if !self.codec.is_plain() && !self.chain().is_loaded {
            self.reload_chain();
        }
    }

    /// Reads what is remembered and every roll anew, and looks whether they are what they were.
    pub(in crate::store) fn reload_chain(&self) {
        if self.codec.is_plain() {
            return;
        }
        let (memory, mut troubles) = self.read_remembered();
        let mut rolls = BTreeMap::new();
        for entry in self.files.list(&self.absolute(DEVICES)).unwrap_or_default() {
            let is_roll = |stem: &str| remembered::is_number(computer_of(stem));
            if !entry.name.strip_suffix(".toml").is_some_and(is_roll) {
                continue;
            }
            let within = format!("{DEVICES}/{}", entry.name);
            match self.read_roll(&within) {
                Ok(Some(read)) => drop(rolls.insert(within, read)),
                // Taken away since the folder was read.
                Ok(None) => {}
                Err(problem) => troubles.push(Tampering::Unreadable(within, problem)),
            }
        }
        let mut chain = self.chain();
        if !chain.is_loaded || chain.has_forgotten {
            chain.has_forgotten = memory.is_err();
            (chain.unremembered, chain.remembered) = match memory {
                Ok(Some(memory)) => (false, memory),
                Ok(None) if self.remembered_in.is_some() => (true, Remembered::new()),
                Ok(None) | Err(()) => (false, Remembered::nobody()),
            };
        }
        chain.rolls = rolls;
        for path in [chain.own_path(), chain.latest_path()] {
            if let Some((link, roll)) = chain.rolls.get(&path).cloned() {
                chain.take_own(&path, &roll);
                chain.own_links.entry(path).or_insert(link);
            }
        }
        // The roll that is written next must not hide that there was none.
        let had_none = !chain.is_loaded && chain.rolls.is_empty() && troubles.is_empty();
        let all: Vec<Roll> = chain.rolls.values().map(|(_, roll)| roll.clone()).collect();
        chain.expected = fold(all.iter().chain([&chain.own]));
        chain.is_loaded = true;
        troubles.extend(chain.missed_rolls(&troubles));
        let had_none = had_none && troubles.is_empty();
        chain.troubles = troubles;
        chain.see_rolls();
        drop(chain);
        if had_none {
            self.doubt_rolls();
        }
    }

    /// Keeps in the roll that there were none where there must have been, until somebody says that all is right.
    fn doubt_rolls(&self) {
        if !self.codec.takes_plain() && !self.chained_files().is_empty() {
            self.chain().doubt(DEVICES);
        }
    }

    fn read_remembered(&self) -> (Result<Option<Remembered>, ()>, Vec<Tampering>) {
        let file = self.remembered_in.as_deref();
        let file = file.and_then(|memory| remembered::file(memory, self.codec.as_ref(), &self.folder));
        let Some(path) = file else { return (Ok(None), Vec::new()) };
        match Remembered::read(self.files.as_ref(), self.codec.as_ref(), &path) {
            Ok(memory) => (Ok(memory), Vec::new()),
            Err(_) => (Err(()), vec![Tampering::Memory { path }]),
        }
    }

    pub(in crate::store) fn read_roll(&self, within: &str) -> Result<Option<(Link, Roll)>, ReadProblem> {
        let path = self.absolute(within);
        let bytes = match self.read_sealed(&path) {
            Err(problem) if problem.is_absent() => return Ok(None),
            bytes => bytes?,
        };
        let opened = self.open_at(&path, bytes)?;
        let roll = Roll::decode(&opened.plain, &path)?;
        let proven = opened.link.ok_or_else(|| CodecError::Unproven.at(&path))?;
        Ok(Some((proven, roll)))
    }

    /// Notes the files with the keys as they are, after they were changed on purpose.
    pub(in crate::store) fn note_keys(&self) {
        self.load_chain();
        for name in KEY_FILES {
            let Ok(bytes) = self.files.read(&self.folder.join(name), SEALED_LIMIT) else {
                // The first reader was removed.
                let mut chain = self.chain();
                let revision = chain.revision(name);
                if name == KEY && revision > 0 {
                    chain.note(name, Entry::Gone(revision));
                }
                continue;
            };
            let tag = Tag::of_bytes(&bytes);
            let mut chain = self.chain();
            let known = chain.expected.get(name).map(|known| (known.has(tag), known.entry.revision()));
            match known {
                Some((true, _)) => {}
                known => {
                    let revision = known.map_or(0, |(_, revision)| revision).saturating_add(1);
                    chain.note(name, Entry::Here(Link { revision, tag }));
                }
            }
        }
    }

    /// Every file that may not go or become older unseen, as it is on the disk.
    pub(in crate::store) fn chained_files(&self) -> Vec<String> {
        let mut folders: Vec<String> = ["meetings", "definitions", LOG].map(str::to_owned).into();
        folders.extend(self.folders_of_versions().iter().map(|folder| self.within(folder)));
        let mut found = Vec::new();
        for folder in folders {
            let entries = self.files.list(&self.absolute(&folder)).unwrap_or_default();
            // A link or folder in the place of a file is not that file.
            let files = entries.into_iter().filter(|entry| entry.kind == Kind::File);
            found.extend(
                files.map(|entry| format!("{folder}/{}", entry.name)).filter(|path| is_chained(path)),
            );
        }
        found
    }

    /// Reads a file of the notebook through the codec.
    pub(in crate::store) fn read_plain(&self, path: &Path) -> Result<Vec<u8>, ReadProblem> {
        Ok(self.open_at(path, self.read_sealed(path)?)?.plain)
    }

    /// The same, and has it known which version that is: as long as the file looks so, looking for what was put back does not
    /// read it again.
    pub(in crate::store) fn read_known(&self, path: &Path) -> Result<Vec<u8>, ReadProblem> {
        if self.codec.is_plain() {
            return self.read_plain(path);
        }
        // The facts are older than the content, so that a change in between looks otherwise.
        let facts = self.files.facts(path).ok().filter(|facts| self.is_settled(facts));
        let opened = self.open_at(path, self.read_sealed(path)?)?;
        let within = self.within(path);
        if let Some((facts, link)) = facts.zip(opened.link).filter(|_| is_chained(&within)) {
            self.chain().checked.insert(within, (facts, link, opened.previous));
        }
        Ok(opened.plain)
    }

    pub(in crate::store) fn read_sealed(&self, path: &Path) -> Result<Vec<u8>, ReadProblem> {
        self.files.read(path, SEALED_LIMIT).map_err(|error| ReadProblem::fault(path, &error))
    }

    pub(in crate::store) fn is_settled(&self, facts: &Facts) -> bool {
        facts.modified >= SystemTime::UNIX_EPOCH
            && self.files.now().duration_since(facts.modified).is_ok_and(|age| age >= SETTLED)
    }

    /// The folders with versions, one for each meeting that has any.
    pub(in crate::store) fn folders_of_versions(&self) -> Vec<PathBuf> {
        let folder = self.folder.join("history");
        let entries = self.files.list(&folder).unwrap_or_default();
        let folders = entries.iter().filter(|entry| entry.kind == Kind::Folder);
        folders.map(|entry| folder.join(&entry.name)).collect()
    }

    fn rooted(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.rooted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes sure that a folder of the notebook is there, and that its name and those above it outlast a power cut.
    ///
    /// That a folder is there says nothing of that: a program may have made it and been stopped, or have failed, before
    /// its name was synced, and everything in it would be lost with the name. So each program syncs each name once.
    ///
    /// # Errors
    ///
    /// [`SaveError::Fault`]; the next save tries again.
    pub(in crate::store) fn root(&self, folder: &Path) -> Result<(), SaveError> {
        if self.rooted().contains(folder) {
            return Ok(());
        }
        let files = self.files.as_ref();
        create_folders(files, folder).map_err(|(path, error)| SaveError::fault(&path, &error))?;
        let mut done: Vec<PathBuf> = Vec::new();
        for path in folder.ancestors() {
            if self.rooted().contains(path) {
                break;
            }
            let parent = match path.parent() {
                Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
                Some(parent) => parent,
                None => break,
            };
            match files.sync_folder(parent) {
                // What lies around the notebook may be closed to its user, who then did not make that folder either.
                Err(error) if path == self.folder && error.kind() == io::ErrorKind::PermissionDenied => {}
                result => result.map_err(|error| SaveError::fault(parent, &error))?,
            }
            done.push(path.to_owned());
            if path == self.folder {
                break;
            }
        }
        self.rooted().extend(done);
        Ok(())
    }
}
