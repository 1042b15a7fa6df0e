//! Noting what was written to a sealed notebook and what was deleted, so that nothing can be put back or taken away unseen.
//!
//! Nobody waits for this: a save notes in memory what it acknowledged, and the roll of this computer is written after that.
//! A roll that lags behind is no alarm, for a file may be newer than it says. Only what is deleted is written down first.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{MutexGuard, PoisonError};

use super::files::{Facts, Kind};
use super::history::{DAMAGED, Version};
use super::keyring::{KEY, KEY_FILES};
use super::log;
use super::mark::{Link, Mark, Opened, Subject, Tag};
use super::notebook::{Notebook, SEALED_LIMIT};
use super::problem::{ReadProblem, SaveError};
use super::record::id_in_name;
use super::remembered::{self, Remembered};
use super::roll::{Entry, Expected, Roll, fold};
use super::tampering::Tampering;

/// The folder of the rolls within the notebook.
pub(super) const FOLDER: &str = "devices";

/// What is known of the versions of all files.
#[derive(Default)]
pub(super) struct Chain {
    is_loaded: bool,
    /// What this computer remembers outside the notebook.
    pub(super) remembered: Remembered,
    /// What is to be remembered and is not on the disk yet.
    pub(super) unremembered: bool,
    /// Whether what is remembered cannot be read, and so is not written over.
    pub(super) has_forgotten: bool,
    /// The roll of this computer, with what is not on the disk yet.
    pub(super) own: Roll,
    /// The version of it that is on the disk.
    pub(super) own_link: Option<Link>,
    /// How often something was noted, and up to where that is on the disk.
    pub(super) notes: u64,
    pub(super) written: u64,
    /// The rolls as they were read last, by path.
    pub(super) rolls: BTreeMap<String, (Link, Roll)>,
    /// What is wrong with them.
    pub(super) troubles: Vec<Tampering>,
    /// What all rolls together say.
    pub(super) expected: BTreeMap<String, Expected>,
    /// Files that were read before, and how they looked then.
    pub(super) checked: HashMap<String, (Facts, Link, Option<Tag>)>,
}

impl Chain {
    /// The path of the roll of this computer.
    pub(super) fn own_path(&self) -> String {
        roll_path(&self.remembered.computer)
    }

    pub(super) fn note(&mut self, path: &str, entry: Entry) {
        if self.own.note(path, entry) {
            self.notes += 1;
            self.expect(path);
        }
    }

    /// Has it that something was never noted.
    pub(super) fn take_back(&mut self, path: &str, before: Option<Entry>) {
        match before {
            Some(entry) => drop(self.own.files.insert(path.to_owned(), entry)),
            None => drop(self.own.files.remove(path)),
        }
        self.expected.remove(path);
        self.expect(path);
    }

    /// Works out what is expected of one file.
    fn expect(&mut self, path: &str) {
        let rolls = self.rolls.values().map(|(_, roll)| roll).chain([&self.own]);
        let one = rolls.filter_map(|roll| roll.files.get_key_value(path));
        let one: Vec<Roll> = one
            .map(|(path, entry)| Roll { files: [(path.clone(), *entry)].into(), ..Roll::default() })
            .collect();
        self.expected.extend(fold(one.iter()));
    }

    pub(super) fn doubt(&mut self, path: &str) {
        if self.own.doubted.insert(path.to_owned()) {
            self.notes += 1;
        }
    }

    pub(super) fn revision(&self, path: &str) -> u64 {
        self.expected.get(path).map_or(0, |known| known.entry.revision())
    }

    /// Whether the roll of this computer on the disk is not the one that it left there: it is not written over then.
    pub(super) fn is_frozen(&self) -> bool {
        let own = self.own_path();
        self.troubles.iter().any(|trouble| trouble.within() == Some(&own))
    }
}

pub(super) fn roll_path(computer: &str) -> String {
    format!("{FOLDER}/{computer}.toml")
}

/// Whether a file is one that may not go or become older unseen.
///
/// Not so: what is made anew when it is needed, what says who works on what, and copies of damaged files.
pub(super) fn is_chained(path: &str) -> bool {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["meetings", name] => {
            let id = id_in_name(Path::new(name)).filter(|_| !name.starts_with('.'));
            let rest = id.map(|id| name.strip_prefix(&id.to_string()).unwrap_or_default());
            rest.is_some_and(|rest| rest.ends_with(".toml") && !rest.starts_with(DAMAGED))
        }
        ["history", id, name] => id.parse().is_ok_and(|id| Version::read(id, name).is_some()),
        ["definitions", name] => name.strip_suffix(".toml").is_some_and(super::digest::is_hash),
        [log::FOLDER, name] => log::moment_in_name(name).is_some(),
        _ => false,
    }
}

impl Notebook {
    /// The same notebook, of which this computer remembers in `folder` what it saw.
    #[must_use]
    pub fn remembered_in(mut self, folder: Option<PathBuf>) -> Self {
        self.remembered_in = folder;
        self
    }

    /// What is known of versions; never held while the disk is busy.
    pub(super) fn chain(&self) -> MutexGuard<'_, Chain> {
        self.chain.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A path within the notebook, with slashes on every system.
    pub(super) fn within(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.folder).unwrap_or(path);
        let parts = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
        parts.collect::<Vec<_>>().join("/")
    }

    pub(super) fn absolute(&self, within: &str) -> PathBuf {
        within.split('/').fold(self.folder.clone(), |path, part| path.join(part))
    }

    /// Opens the bytes that stand at `path`.
    pub(super) fn open_at(&self, path: &Path, bytes: Vec<u8>) -> Result<Opened, ReadProblem> {
        let subject = Subject::of(&self.within(path));
        self.codec.open(&subject, bytes).map_err(|error| ReadProblem::closed(path, error))
    }

    /// Seals what is to stand at `path`, in the place of the version `base`.
    pub(super) fn seal_at(
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
    pub(super) fn note(&self, path: &Path, link: Option<Link>) {
        let within = self.within(path);
        if let Some(link) = link.filter(|_| is_chained(&within)) {
            let mut chain = self.chain();
            chain.checked.remove(&within);
            chain.note(&within, Entry::Here(link));
        }
    }

    /// Notes a save of what was opened as `base`.
    pub(super) fn note_save(&self, path: &Path, base: Option<Link>, link: Option<Link>) {
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
    pub(super) fn note_restored(&self, path: &Path, link: Option<Link>) {
        let within = self.within(path);
        if KEY_FILES.contains(&within.as_str()) {
            self.note_keys();
        }
        self.chain().own.doubted.remove(&within);
        self.note(path, link);
    }

    /// Reads the rolls, once.
    pub(super) fn load_chain(&self) {
        if !self.codec.is_plain() && !self.chain().is_loaded {
            self.reload_chain();
        }
    }

    /// Reads what is remembered and every roll anew, and looks whether they are what they were.
    pub(super) fn reload_chain(&self) {
        if self.codec.is_plain() {
            return;
        }
        let (memory, mut troubles) = self.read_remembered();
        let mut rolls = BTreeMap::new();
        for entry in self.files.list(&self.absolute(FOLDER)).unwrap_or_default() {
            let computer = entry.name.strip_suffix(".toml").filter(|number| remembered::is_number(number));
            let Some(computer) = computer else { continue };
            let within = roll_path(computer);
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
        let own = chain.own_path();
        if let Some((link, roll)) = rolls.get(&own) {
            chain.own.merge(roll);
            chain.own_link = chain.own_link.or(Some(*link));
        }
        chain.rolls = rolls;
        // The roll that is written next must not hide that there was none.
        let had_none = !chain.is_loaded && chain.rolls.is_empty() && troubles.is_empty();
        let all: Vec<Roll> = chain.rolls.values().map(|(_, roll)| roll.clone()).collect();
        chain.expected = fold(all.iter().chain([&chain.own]));
        chain.is_loaded = true;
        troubles.extend(self.missed_rolls(&chain, &troubles));
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
            self.chain().doubt(FOLDER);
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

    pub(super) fn read_roll(&self, within: &str) -> Result<Option<(Link, Roll)>, ReadProblem> {
        let path = self.absolute(within);
        let bytes = match self.read_sealed(&path) {
            Err(problem) if problem.is_absent() => return Ok(None),
            bytes => bytes?,
        };
        let opened = self.open_at(&path, bytes)?;
        let roll = Roll::decode(&opened.plain, &path)?;
        let proven = opened.link.ok_or_else(|| ReadProblem::closed(&path, super::CodecError::Unproven))?;
        Ok(Some((proven, roll)))
    }

    /// Notes the files with the keys as they are, after they were changed on purpose.
    pub fn note_keys(&self) {
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
    pub(super) fn chained_files(&self) -> Vec<String> {
        let mut folders: Vec<String> = ["meetings", "definitions", log::FOLDER].map(str::to_owned).into();
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
}

impl Chain {
    /// Sees the rolls as they are now: none may become older from here on.
    pub(super) fn see_rolls(&mut self) {
        let is_trouble = |path: &String| self.troubles.iter().any(|trouble| trouble.within() == Some(path));
        let rolls = self.rolls.iter().filter(|(path, _)| !is_trouble(path));
        let news: Vec<(String, Link)> = rolls
            .filter(|(path, (link, _))| {
                self.remembered.seen.get(*path).is_none_or(|seen| link.revision > seen.revision)
            })
            .map(|(path, (link, _))| (path.clone(), *link))
            .collect();
        let own = self.own_path();
        for (path, link) in news {
            if path != own {
                // Told to others with the next thing that is written, and not a reason to write.
                self.own.note(&path, Entry::Here(link));
            }
            self.remembered.seen.insert(path, link);
            self.unremembered = true;
        }
    }
}
