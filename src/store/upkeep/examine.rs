//! Looking the whole notebook over, without changing anything.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::finding::Finding;
use super::member::{CHECKLISTS, Member, WITHIN_CHECKLISTS};
use super::protect::LOCK;
use super::survey::Progress;
use crate::meeting::{Meeting, MeetingId, MeetingSummary};
use crate::store::disk::atomic::stem_of_temporary;
use crate::store::disk::entries::Kind;
use crate::store::disk::fault::{Fault, NotebookError};
use crate::store::disk::files::Entry;
use crate::store::disk::owner::Other;
use crate::store::disk::rubbish::is_rubbish;
use crate::store::notebook::Notebook;
use crate::store::notebook::problem::FileProblem;
use crate::store::notebook::waiting::{RECIPIENT, WAITING};
use crate::store::record::format::{self, LIMIT};
use crate::store::record::misnamed::{Astray, meant};
use crate::store::record::names::{
    DEVICES, GENERATION, KEY, KEYRING, LOG, READERS, RECOVERY, UNDER_WAY, Version, file_name, moment_in_name,
};
use crate::store::record::problem::ReadProblem;
use crate::store::vault::fictional::FICTIONAL;
use crate::store::vault::protection::DISK;

/// What was looked at in a notebook, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examination {
    /// Meetings that were read.
    pub meetings: usize,
    /// Earlier versions that were read.
    pub earlier: usize,
    /// Definitions that were read.
    pub definitions: usize,
    /// What was found, by path.
    pub findings: Vec<Finding>,
}

impl Notebook {
    /// Looks the whole notebook over; nothing is changed, not even the index.
    pub fn examine(&self) -> Examination {
        self.examine_with(&mut |_, _| {})
    }

    /// The same, and tells how far it is: each file is read once.
    pub fn examine_with(&self, progress: &mut Progress<'_>) -> Examination {
        let count =
            self.files_of_meetings().unwrap_or_default().values().map(|files| files.all().count()).sum();
        let mut look = Look {
            notebook: self,
            examination: Examination::default(),
            open: Vec::new(),
            kept: Vec::new(),
            definitions: BTreeMap::new(),
            progress,
            read: (0, count),
        };
        look.root();
        look.keys();
        look.definitions();
        look.checklists();
        look.meetings();
        look.history();
        look.log();
        look.rolls();
        look.finish()
    }
}

pub(in crate::store) struct Look<'n, 'p> {
    pub(in crate::store) notebook: &'n Notebook,
    pub(in crate::store) examination: Examination,
    /// What others may read.
    open: Vec<PathBuf>,
    /// What is somebody else's, so that this user may not change it.
    kept: Vec<(PathBuf, Other)>,
    /// What is wrong with definitions that were read, by their hash.
    definitions: BTreeMap<String, Option<ReadProblem>>,
    progress: &'n mut Progress<'p>,
    /// How many files of meetings were read, and of how many.
    read: (usize, usize),
}

impl Look<'_, '_> {
    /// Reads a file that holds a meeting.
    fn read(&mut self, path: &Path) -> Result<Meeting, ReadProblem> {
        let read = self.notebook.read_known(path);
        self.read.0 += 1;
        (self.progress)(self.read.0, self.read.1);
        read
    }

    /// What is wrong with a definition.
    fn definition(&mut self, hash: &str) -> Option<ReadProblem> {
        let read = || self.notebook.read_definition(hash).err();
        self.definitions.entry(hash.to_owned()).or_insert_with(read).clone()
    }

    pub(in crate::store) fn found(&mut self, finding: Finding) {
        self.examination.findings.push(finding);
    }

    /// What is in a folder, in order; a folder that need not be there is empty.
    pub(in crate::store) fn list(&mut self, folder: &Path, must_be: bool) -> Vec<Entry> {
        let is_root = folder == self.notebook.folder;
        if !is_root && self.notebook.files.facts(folder).is_ok_and(|facts| facts.kind == Kind::Link) {
            self.found(Finding::Link { path: folder.to_owned() });
        }
        match self.notebook.files.list(folder) {
            Ok(mut entries) => {
                self.is_private(folder);
                entries.retain(|entry| !is_rubbish(&entry.name));
                entries.sort_by(|one, other| one.name.cmp(&other.name));
                entries
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && !must_be => Vec::new(),
            Err(error) => {
                let fault = Fault::at(folder, &error);
                self.found(Finding::Folder(NotebookError { path: folder.to_owned(), fault }));
                Vec::new()
            }
        }
    }

    fn keeper(&mut self, path: &Path) {
        self.kept.extend(self.notebook.files.keeper(path).map(|other| (path.to_owned(), other)));
    }

    pub(in crate::store) fn is_private(&mut self, path: &Path) {
        self.keeper(path);
        let is_link = || self.notebook.files.facts(path).is_ok_and(|facts| facts.kind == Kind::Link);
        // A link is told as one; what it leads to is not of the notebook.
        if self.notebook.files.is_private(path).is_ok_and(|private| !private)
            && (path == self.notebook.folder || !is_link())
        {
            self.open.push(path.to_owned());
        }
    }

    /// What does not belong: a link is told as one.
    pub(in crate::store) fn foreign(&mut self, path: PathBuf, entry: &Entry) {
        match entry.kind {
            Kind::Link => self.found(Finding::Link { path }),
            _ if entry.kind == Kind::File && was_set_aside(&entry.name) => {
                self.found(Finding::SetAside { path });
            }
            _ => {
                let problem = self.astray(path, entry);
                self.found(Finding::File(problem));
            }
        }
    }

    /// What has no name of the notebook: something of it all the same, or what does not belong.
    fn astray(&self, path: PathBuf, entry: &Entry) -> FileProblem {
        let within = self.notebook.custody.within(&path);
        let folder = within.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder == "meetings" {
            return self.notebook.stray_meeting(path, entry);
        }
        let (name, what) = match entry.kind {
            Kind::Folder => (meant(&entry.name, |part| folder_named(folder, part)), Astray::Folder),
            Kind::File => (meant(&entry.name, |part| file_named(folder, part)), Astray::File),
            _ => (None, Astray::File),
        };
        match name {
            Some(name) => FileProblem::Misnamed(self.notebook.misnamed(path, name, what)),
            None if entry.kind == Kind::Folder && self.notebook.holds_meetings(&path) => {
                FileProblem::Misnamed(self.notebook.misnamed(path, "meetings".to_owned(), Astray::Meetings))
            }
            None => FileProblem::Foreign { path },
        }
    }

    fn root(&mut self) {
        let folder = self.notebook.folder.clone();
        for entry in self.list(&folder, true) {
            let path = folder.join(&entry.name);
            match (entry.name.as_str(), entry.kind) {
                (name, Kind::Folder | Kind::Link) if FOLDERS.contains(&name) => {}
                ("settings.toml" | DISK | FICTIONAL, Kind::File) => self.settings(&path),
                (KEY | RECOVERY | KEYRING | GENERATION | RECIPIENT | LOCK, Kind::File) => {
                    self.is_private(&path);
                }
                (UNDER_WAY, Kind::File) => self.mark(path),
                (name, Kind::File) if stem_of_temporary(name).is_some() => {
                    self.found(Finding::LeftOver { path });
                }
                _ => self.foreign(path, &entry),
            }
        }
        let index = self.notebook.index();
        for entry in self.list(&index, false) {
            if stem_of_temporary(&entry.name).is_some() {
                self.found(Finding::LeftOver { path: index.join(&entry.name) });
            }
        }
    }

    fn settings(&mut self, path: &Path) {
        self.is_private(path);
        let read = self.notebook.custody.read_sealed(path);
        let read = read.and_then(|plain| format::decode_small::<toml::Table>(&plain, path));
        if let Err(problem) = read {
            self.found(Finding::File(FileProblem::Unreadable(problem)));
        }
    }

    fn definitions(&mut self) {
        let folder = self.notebook.definitions();
        for entry in self.list(&folder, false) {
            let path = folder.join(&entry.name);
            let hash = match Member::parse(&format!("definitions/{}", entry.name)) {
                Some(Member::Definition(hash)) => hash,
                _ if stem_of_temporary(&entry.name).is_some() => {
                    self.found(Finding::LeftOver { path });
                    continue;
                }
                _ => {
                    self.foreign(path, &entry);
                    continue;
                }
            };
            self.is_private(&path);
            match self.definition(&hash) {
                None => self.examination.definitions += 1,
                Some(problem) => self.found(Finding::File(FileProblem::Unreadable(problem))),
            }
        }
    }

    /// Whether the user's own checklists can be read at all; what they say is for who knows their keys.
    fn checklists(&mut self) {
        let own = self.notebook.folder.join(CHECKLISTS);
        for folder in std::iter::once(own.clone()).chain(WITHIN_CHECKLISTS.map(|name| own.join(name))) {
            // What cannot be entered was told with what is around it.
            let is_told = |found: &Finding| matches!(found, Finding::Folder(_)) && found.path() == own;
            if self.examination.findings.iter().any(is_told) {
                return;
            }
            for entry in self.list(&folder, false) {
                let path = folder.join(&entry.name);
                if entry.kind != Kind::File || !entry.name.ends_with(".toml") || entry.name.starts_with('.') {
                    continue;
                }
                if let Err(error) = self.notebook.files.read(&path, LIMIT as u64)
                    && error.kind() == io::ErrorKind::PermissionDenied
                {
                    let problem = ReadProblem::fault(&path, &error);
                    self.found(Finding::File(FileProblem::Unreadable(problem)));
                }
            }
        }
    }

    fn meetings(&mut self) {
        let folder = self.notebook.meetings();
        // A root that cannot be read has been told.
        let root_is_there =
            self.examination.findings.iter().all(|found| !matches!(found, Finding::Folder(_)));
        let mut summaries = BTreeMap::new();
        for entry in self.list(&folder, root_is_there) {
            let path = folder.join(&entry.name);
            let member = Member::parse(&format!("meetings/{}", entry.name));
            match (member, entry.kind) {
                (Some(Member::Meeting(id)), _) => {
                    if let Some(summary) = self.meeting(&path) {
                        summaries.insert(id, summary);
                    }
                }
                (Some(_), Kind::File) => self.second_version(path),
                (None, Kind::File) if is_temporary(&entry.name) => self.temporary(path, &entry.name),
                _ => self.other(path, &entry),
            }
        }
        if self.notebook.index_differs(&summaries) {
            self.found(Finding::Index { path: self.notebook.index() });
        }
    }

    fn meeting(&mut self, path: &Path) -> Option<MeetingSummary> {
        self.is_private(path);
        match self.read(path) {
            Ok(meeting) => {
                let summary = MeetingSummary::of(&meeting);
                match summary.holds_nothing() {
                    true => self.found(Finding::Emptied { path: path.to_owned() }),
                    false => self.examination.meetings += 1,
                }
                self.pinned(path, &meeting);
                Some(summary)
            }
            // Taken away since the folder was read.
            Err(problem) if problem.is_absent() => None,
            Err(problem) => {
                self.found(Finding::File(FileProblem::Unreadable(problem)));
                None
            }
        }
    }

    fn second_version(&mut self, path: PathBuf) {
        self.is_private(&path);
        let read = self.read(&path);
        self.found(match read {
            Ok(_) => Finding::File(self.notebook.conflict(path)),
            Err(_) if was_set_aside(&path.to_string_lossy()) => Finding::SetAside { path },
            Err(problem) => Finding::File(FileProblem::Unreadable(problem)),
        });
    }

    /// Definitions that a meeting names and that are not there as it names them.
    fn pinned(&mut self, path: &Path, meeting: &Meeting) {
        // Where nothing of them can be read, that has been told, and of none is known that it is another.
        let folder = self.notebook.definitions();
        let is_told = |found: &Finding| matches!(found, Finding::Folder(_)) && found.path() == folder;
        if self.examination.findings.iter().any(is_told) {
            return;
        }
        let hashes: BTreeSet<&String> = meeting.definitions.iter().map(|pinned| &pinned.hash).collect();
        for hash in hashes {
            let Some(problem) = self.definition(hash) else { continue };
            let told = Finding::File(FileProblem::Unreadable(problem.clone()));
            // A damaged definition is told once, and not for each meeting that names it.
            if !self.examination.findings.contains(&told) {
                self.found(Finding::Definition { meeting: path.to_owned(), problem });
            }
        }
    }

    fn temporary(&mut self, path: PathBuf, name: &str) {
        let id = stem_of_temporary(name).and_then(|stem| stem.parse::<MeetingId>().ok());
        // A file that is being written at this moment cannot be read as a whole one.
        let left = id.and_then(|_| self.read(&path).ok());
        let newer = left.and_then(|meeting| self.notebook.newer_than_meeting(&path, &meeting));
        self.found(match newer {
            Some(_) => Finding::NewerLeftOver { path },
            None => Finding::LeftOver { path },
        });
    }

    /// A lock, a holder, or what does not belong.
    fn other(&mut self, path: PathBuf, entry: &Entry) {
        let (id, rest) = entry.name.split_at_checked(32).unwrap_or_default();
        match (id.parse::<MeetingId>(), rest, entry.kind) {
            (Ok(_), ".lock", Kind::File) => self.keeper(&path),
            (Ok(id), ".holder", Kind::File) => {
                self.keeper(&path);
                if let Some(holder) = self.notebook.holder(id).filter(|_| !self.is_held(id)) {
                    self.found(Finding::Holder { path, holder });
                }
            }
            _ => self.foreign(path, entry),
        }
    }

    fn is_held(&self, id: MeetingId) -> bool {
        let path = self.notebook.meetings().join(format!("{id}.lock"));
        // Asking for a lock makes its file, and nothing is to be made here.
        self.notebook.files.facts(&path).is_ok() && matches!(self.notebook.files.try_lock(&path), Ok(None))
    }

    fn history(&mut self) {
        let folder = self.notebook.folder.join("history");
        for entry in self.list(&folder, false) {
            let path = folder.join(&entry.name);
            match entry.name.parse::<MeetingId>() {
                Ok(id) if entry.kind == Kind::Folder && file_name(id) == format!("{}.toml", entry.name) => {
                    self.versions(id, &path);
                }
                _ => self.foreign(path, &entry),
            }
        }
    }

    fn versions(&mut self, id: MeetingId, folder: &Path) {
        for entry in self.list(folder, false) {
            let path = folder.join(&entry.name);
            if Version::read(id, &entry.name).is_some() {
                self.is_private(&path);
                match self.read(&path) {
                    Ok(meeting) => {
                        self.examination.earlier += 1;
                        self.pinned(&path, &meeting);
                    }
                    Err(problem) if problem.is_absent() => {}
                    Err(problem) => self.found(Finding::File(FileProblem::Unreadable(problem))),
                }
            } else if stem_of_temporary(&entry.name).is_some() {
                self.found(Finding::Remains { path });
            } else {
                self.foreign(path, &entry);
            }
        }
    }

    fn log(&mut self) {
        let folder = self.notebook.logs();
        for entry in self.list(&folder, false) {
            let path = folder.join(&entry.name);
            match entry.kind {
                Kind::Folder if entry.name == WAITING => {}
                Kind::File if moment_in_name(&entry.name).is_some() => self.is_private(&path),
                Kind::File if is_temporary(&entry.name) => self.found(Finding::LeftOver { path }),
                _ => self.foreign(path, &entry),
            }
        }
        // A folder that cannot be read has been told.
        let log = self.notebook.read_log().unwrap_or_default();
        let doubts = self.notebook.doubts(&log);
        log.faults.into_iter().for_each(|fault| self.found(Finding::Log(fault)));
        for doubt in doubts {
            self.found(Finding::Clock { path: folder.clone(), doubt });
        }
    }

    fn finish(mut self) -> Examination {
        // What could not be read was told with its owner.
        let told: BTreeSet<PathBuf> =
            self.examination.findings.iter().map(|found| found.path().to_owned()).collect();
        let mut kept = std::mem::take(&mut self.kept);
        kept.retain(|(path, _)| !told.contains(path));
        let count = kept.len();
        if let Some((path, other)) = kept.into_iter().next() {
            let other = if count > 1 { other.within(&self.notebook.folder) } else { other };
            self.found(Finding::Kept { path, count, other });
        }
        let open = std::mem::take(&mut self.open);
        if let Some(path) = open.first().cloned() {
            let folder = self.notebook.folder.clone();
            self.found(Finding::Open { path, count: open.len(), folder });
        }
        self.examination
    }
}

/// The folders of a notebook.
const FOLDERS: [&str; 8] = ["meetings", "definitions", "history", "index", LOG, DEVICES, CHECKLISTS, READERS];

/// The name of a folder as it belongs in `folder` of the notebook.
fn folder_named(folder: &str, part: &str) -> Option<String> {
    let belongs = match folder {
        "" => FOLDERS.contains(&part),
        "history" => part.parse::<MeetingId>().is_ok(),
        _ => false,
    };
    belongs.then(|| part.to_owned())
}

/// The name of a file as it belongs in `folder` of the notebook.
fn file_named(folder: &str, part: &str) -> Option<String> {
    if folder == LOG {
        return moment_in_name(part).map(|_| part.to_owned());
    }
    let named = |name: String| {
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        Member::parse(&path).map(|_| name)
    };
    named(part.to_owned()).or_else(|| named(format!("{part}.toml")).filter(|_| folder == "definitions"))
}

fn is_temporary(name: &str) -> bool {
    stem_of_temporary(name).is_some()
}

/// Whether a name is one under which putting a backup back keeps what it replaces.
fn was_set_aside(name: &str) -> bool {
    let name = name.strip_suffix(".toml").unwrap_or(name);
    name.rsplit_once('.')
        .and_then(|(_, why)| why.split_once('-'))
        .is_some_and(|(why, number)| matches!(why, "damaged" | "replaced") && number.parse::<u32>().is_ok())
}
