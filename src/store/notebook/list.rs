//! The list of meetings, made quick by an index that may be deleted at any time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::Notebook;
use super::problem::FileProblem;
use crate::meeting::{MeetingId, MeetingSummary};
use crate::store::disk::atomic::{Written, stem_of_temporary};
use crate::store::disk::clock;
use crate::store::disk::digest::Digest;
use crate::store::disk::entries::Kind;
use crate::store::disk::fault::{Fault, NotebookError};
use crate::store::disk::files::{Entry, Facts};
use crate::store::disk::rubbish::is_rubbish;
use crate::store::record::format::{self, LIMIT, SEALED_LIMIT};
use crate::store::record::misnamed::{Astray, Misnamed, is_in_cloud, meeting_meant};
use crate::store::record::names::{DAMAGED, file_name, id_in_name};
use crate::store::record::problem::ReadProblem;
use crate::store::vault::mark::Link;
use crate::text;

/// The meetings of a notebook, and the files in it that are none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The meetings, newest first.
    pub summaries: Vec<MeetingSummary>,
    /// What could not be read or does not belong, by path.
    pub problems: Vec<FileProblem>,
    /// Whether this is a part, and others follow.
    pub more: bool,
}

/// The names in the folder of meetings, as they were read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names(pub(in crate::store) Vec<Entry>);

/// What the index says of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Indexed {
    size: u64,
    /// Time of the last change, since 1970.
    modified: Duration,
    /// Which version of the file it was, in a sealed notebook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    summary: MeetingSummary,
}

/// The index: files of which nothing can have changed without a new size or time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    /// Another number than [`INDEX_FORMAT`]: made by another version of the program.
    format: u32,
    files: BTreeMap<MeetingId, Indexed>,
}

impl Index {
    fn new() -> Self {
        Self { format: INDEX_FORMAT, files: BTreeMap::new() }
    }
}

impl Indexed {
    fn is_of(&self, facts: &Facts) -> bool {
        (self.size, self.modified) == (facts.size, since(facts))
    }
}

/// When a file was last changed, since 1970.
pub(in crate::store) fn since(facts: &Facts) -> Duration {
    facts.modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// A list that is being made.
struct Work {
    /// What was not told yet.
    part: Listing,
    index: Index,
    /// How much of the index is not on the disk.
    unwritten: usize,
}

impl Work {
    fn problem(&mut self, problem: ReadProblem) {
        // Taken away since the folder was read.
        if !problem.is_absent() {
            self.part.problems.push(FileProblem::Unreadable(problem));
        }
    }

    fn is_index_due(&self) -> bool {
        let written = self.index.files.len().saturating_sub(self.unwritten);
        let (soon, late) = WRITE_INDEX_AFTER;
        self.unwritten >= written.clamp(soon, late)
    }

    fn has_part(&self) -> bool {
        self.part != Listing::default()
    }

    fn tell(&mut self, more: bool, each: &mut dyn FnMut(Listing)) {
        let mut part = Listing { more, ..std::mem::take(&mut self.part) };
        part.summaries.sort_by(MeetingSummary::newest_first);
        part.problems.sort_by(|one, other| one.path().cmp(other.path()));
        each(part);
    }
}

/// A file that the index does not know.
type Unread = (MeetingId, PathBuf, Facts);

/// How many files are read before the first of them are told, and before others are: a list that is short of a window
/// is worth little, and a long one should not be told line by line.
const FIRST_PART: usize = 16;
const LARGEST_PART: usize = 256;

/// After how many files that were read the index is written: at first soon, for whoever leaves soon, and then less often,
/// for it is written as a whole.
const WRITE_INDEX_AFTER: (usize, usize) = (64, 512);

const INDEX_FORMAT: u32 = 3;
const INDEX_NAME: &str = "meetings.json";

impl Notebook {
    /// Lists all meetings; files that are not in the index are read.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read; a single file that cannot is among the problems.
    pub fn list(&self) -> Result<Listing, NotebookError> {
        let mut listing = Listing::default();
        self.list_parts(&mut |part: Listing| {
            listing.summaries.extend(part.summaries);
            listing.problems.extend(part.problems);
        })?;
        listing.summaries.sort_by(MeetingSummary::newest_first);
        listing.problems.sort_by(|one, other| one.path().cmp(other.path()));
        Ok(listing)
    }

    /// Reads the names in the folder of meetings, for several questions at once.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn names_of_meetings(&self) -> Result<Names, NotebookError> {
        let folder = self.meetings();
        let entries = self.files.list(&folder);
        entries.map(Names).map_err(|error| NotebookError { fault: Fault::at(&folder, &error), path: folder })
    }

    /// The meetings of which there is a second version that nobody has compared yet; none where the folder cannot be read, which is told
    /// of elsewhere.
    pub fn doubled_meetings(&self) -> BTreeSet<MeetingId> {
        self.names_of_meetings().map(|names| self.doubled_named(&names)).unwrap_or_default()
    }

    /// The same of names that were read.
    pub fn doubled_named(&self, names: &Names) -> BTreeSet<MeetingId> {
        let folder = self.meetings();
        let second = names.0.iter().map(|entry| (entry, folder.join(&entry.name)));
        let second = second.filter(|(entry, path)| matches!(role(entry, path), Role::Conflict));
        let second = second.filter(|(_, path)| !self.is_copy(path));
        second.filter_map(|(_, path)| id_in_name(&path)).filter(|id| self.is_there(&self.path(*id))).collect()
    }

    /// Lists all meetings in parts, for a list that fills while one works: first what the index knows, and then what
    /// has to be read, where the file that was changed last comes first. Each part is in the order of the list.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read; a single file that cannot is among the problems.
    pub fn list_parts(&self, each: &mut dyn FnMut(Listing)) -> Result<(), NotebookError> {
        self.names_of_meetings().map(|names| self.list_named(names, each))
    }

    /// The same of names that were read.
    pub fn list_named(&self, names: Names, each: &mut dyn FnMut(Listing)) {
        let folder = self.meetings();
        let mut old = self.read_index();
        self.custody.load_chain();
        let mut work = Work { part: Listing::default(), index: Index::new(), unwritten: 0 };
        let mut unread = Vec::new();
        for entry in names.0 {
            let path = folder.join(&entry.name);
            match role(&entry, &path) {
                Role::Meeting(id) => match self.files.facts(&path) {
                    Ok(facts) => match old.files.remove(&id).filter(|indexed| {
                        indexed.is_of(&facts) && self.is_present(&path, indexed.link.as_deref())
                    }) {
                        Some(indexed) => self.known(id, indexed, &facts, &mut work),
                        None => unread.push((id, path, facts)),
                    },
                    Err(error) => work.problem(ReadProblem::fault(&path, &error)),
                },
                Role::SetAside => work.part.problems.push(FileProblem::SetAside { path }),
                Role::Conflict => work.part.problems.push(self.conflict(path)),
                Role::Foreign => work.part.problems.push(self.stray_meeting(path, &entry)),
                Role::Ours => {}
            }
        }
        // What is left over names files that are gone or have changed.
        work.unwritten += usize::from(!old.files.is_empty());
        drop(old);
        if unread.is_empty() || work.has_part() {
            work.tell(!unread.is_empty(), each);
        }
        self.read_unread(unread, &mut work, each);
        if work.unwritten > 0 {
            self.write_index(&mut work);
        }
    }

    fn read_unread(&self, mut unread: Vec<Unread>, work: &mut Work, each: &mut dyn FnMut(Listing)) {
        unread.sort_by_key(|(id, _, facts)| (Reverse(facts.modified), *id));
        let (mut size, mut told) = (FIRST_PART, 0);
        for (read, (id, path, facts)) in (1..).zip(&unread) {
            match self.read_version_of(path) {
                Ok((meeting, link)) => {
                    let summary = MeetingSummary::of(&meeting);
                    work.unwritten += usize::from(self.custody.is_settled(facts));
                    let indexed = Indexed {
                        size: facts.size,
                        modified: since(facts),
                        link: link.map(|link| link.to_string()),
                        summary,
                    };
                    self.known(*id, indexed, facts, work);
                }
                Err(problem) => work.problem(problem),
            }
            if read - told >= size || read == unread.len() {
                (told, size) = (read, (size * 2).min(LARGEST_PART));
                work.tell(read < unread.len(), each);
            }
            // A long list that is broken off need not be begun anew.
            if work.is_index_due() {
                self.write_index(work);
            }
        }
    }

    /// Puts a meeting of which the facts are known on the list, and in the index where these can be believed.
    fn known(&self, id: MeetingId, indexed: Indexed, facts: &Facts, work: &mut Work) {
        let mut summary = indexed.summary.clone();
        if !summary.session {
            // What says no time itself was worked on when it was saved.
            let saved = || clock::local(clock::moment(facts.modified));
            summary.touched = summary.touched.or_else(|| Some(saved()));
        }
        work.part.summaries.push(summary);
        // The facts are older than the content, so that a change in between is found the next time.
        if self.custody.is_settled(facts) {
            work.index.files.insert(id, indexed);
        }
    }

    /// Whether what the index says is of the version that is expected: an index of an earlier day may stand here.
    pub(in crate::store) fn is_present(&self, path: &Path, link: Option<&str>) -> bool {
        let indexed = link.and_then(|link| link.parse::<Link>().ok());
        match (self.codec.is_plain(), indexed) {
            (true, _) => true,
            (false, None) => false,
            (false, Some(link)) => {
                let within = self.custody.within(path);
                let chain = self.custody.chain();
                let known = chain.expected.get(&within);
                known.is_none_or(|known| match known.entry.revision() {
                    revision if revision == link.revision => known.has(link.tag),
                    revision => revision < link.revision,
                })
            }
        }
    }

    /// Whether the list that the index gives tells of a meeting something else than was read.
    pub(in crate::store) fn index_differs(&self, read: &BTreeMap<MeetingId, MeetingSummary>) -> bool {
        self.custody.load_chain();
        self.read_index().files.iter().any(|(id, indexed)| {
            let path = self.path(*id);
            let is_believed = || {
                let facts = self.files.facts(&path);
                facts.is_ok_and(|facts| indexed.is_of(&facts))
                    && self.is_present(&path, indexed.link.as_deref())
            };
            read.get(id).is_some_and(|summary| *summary != indexed.summary) && is_believed()
        })
    }

    /// A second version of a meeting, or the only one under a name of its own.
    pub(in crate::store) fn conflict(&self, path: PathBuf) -> FileProblem {
        match id_in_name(&path).filter(|id| !self.is_there(&self.path(*id))) {
            Some(id) => FileProblem::Misnamed(self.misnamed(path, file_name(id), Astray::Meeting)),
            None if self.is_copy(&path) => FileProblem::Copy { path },
            None => FileProblem::Conflict { path },
        }
    }

    /// Whether a second version of a meeting says the very same: nobody worked on it, somebody copied the file.
    fn is_copy(&self, path: &Path) -> bool {
        let bytes = |path: &Path| self.files.read(path, SEALED_LIMIT).ok();
        let own = id_in_name(path).and_then(|id| bytes(&self.path(id)));
        own.is_some() && own == bytes(path)
    }

    /// A file in the folder of meetings whose name is that of none: one all the same, or what does not belong.
    pub(in crate::store) fn stray_meeting(&self, path: PathBuf, entry: &Entry) -> FileProblem {
        let is_file = entry.kind == Kind::File;
        // What stands in it says more than its name.
        let meeting = is_file.then(|| self.meeting_within(&path).or_else(|| meeting_meant(&entry.name)));
        match meeting.flatten() {
            Some(id) => FileProblem::Misnamed(self.misnamed(path, file_name(id), Astray::Meeting)),
            None if entry.kind == Kind::Folder && self.holds_meetings(&path) => {
                FileProblem::Misnamed(self.misnamed(path, "meetings".to_owned(), Astray::Meetings))
            }
            None => FileProblem::Foreign { path },
        }
    }

    /// Whether meetings stand in a folder, or in those within it, by the names of its first files.
    pub(in crate::store) fn holds_meetings(&self, folder: &Path) -> bool {
        const DEEPEST: usize = 2;
        self.holds_meetings_within(folder, DEEPEST)
    }

    fn holds_meetings_within(&self, folder: &Path, depth: usize) -> bool {
        const MOST: usize = 500;
        let entries = self.files.list_some(folder, MOST).unwrap_or_default();
        entries.iter().any(|entry| match entry.kind {
            Kind::File => {
                let path = folder.join(&entry.name);
                matches!(role(entry, &path), Role::Meeting(_) | Role::Conflict | Role::SetAside)
                    || meeting_meant(&entry.name).is_some()
            }
            Kind::Folder => depth > 0 && self.holds_meetings_within(&folder.join(&entry.name), depth - 1),
            _ => false,
        })
    }

    /// What stands under a name that is a little off, and should be called `name`.
    pub(in crate::store) fn misnamed(&self, path: PathBuf, name: String, what: Astray) -> Misnamed {
        let is_in_cloud = path.file_name().and_then(|name| name.to_str()).is_some_and(is_in_cloud);
        let what = if is_in_cloud { Astray::InCloud } else { what };
        // Where capitals make no difference the disk itself would say that the other is there.
        let beside = path.parent().is_some_and(|folder| {
            let entries = self.files.list(folder).unwrap_or_default();
            entries.iter().any(|entry| entry.name == name)
        });
        Misnamed { path, name, what, beside }
    }

    fn is_there(&self, path: &Path) -> bool {
        self.files.facts(path).is_ok()
    }

    /// The meeting that is in a file of any name; what is sealed tells that to nobody.
    fn meeting_within(&self, path: &Path) -> Option<MeetingId> {
        let name = path.file_name()?.to_str()?.to_lowercase();
        if !name.contains("toml") && name.contains('.') {
            return None;
        }
        let text = String::from_utf8(self.files.read(path, LIMIT as u64).ok()?).ok()?;
        let mut lines = text.lines().take(3);
        let is_format = lines.next()?.starts_with("format = ");
        let id = lines.find_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"')?.parse().ok())?;
        let is_meeting = matches!(format::decode(text.as_bytes(), path), Err(ReadProblem::WrongName { .. }));
        (is_format && is_meeting).then_some(id)
    }

    fn index_path(&self) -> PathBuf {
        self.index().join(INDEX_NAME)
    }

    /// The index as far as it is to be believed; otherwise an empty one, and every meeting is read.
    fn read_index(&self) -> Index {
        self.index_text().and_then(|text| parse_index(&text)).unwrap_or_default()
    }

    fn index_text(&self) -> Option<String> {
        // Ten thousand meetings need about 3 MB.
        const LIMIT: u64 = 64 * 1024 * 1024;
        let sealed = self.files.read(&self.index_path(), LIMIT).ok()?;
        String::from_utf8(self.custody.open_at(&self.index_path(), sealed).ok()?.plain).ok()
    }

    /// Writes the index; whatever goes wrong costs only time.
    fn write_index(&self, work: &mut Work) {
        work.unwritten = 0;
        if self.refuse_sealed().is_err() {
            return;
        }
        let Ok(json) = serde_json::to_string(&work.index) else { return };
        let text = format!("{}\n{json}", Digest::of(json.as_bytes()));
        let Ok((sealed, _)) = self.custody.seal_at(&self.index_path(), None, text.into_bytes()) else {
            return;
        };
        // Not synced: half an index does not fit its digest.
        let _ = Written::disposable(self.files.as_ref(), &self.index(), INDEX_NAME, &sealed)
            .and_then(|written| written.rename(INDEX_NAME));
    }
}

fn parse_index(text: &str) -> Option<Index> {
    let (digest, json) = text.split_once('\n')?;
    if Digest::of(json.as_bytes()).to_string() != digest {
        return None;
    }
    let mut index: Index = serde_json::from_str(json).ok()?;
    if index.format != INDEX_FORMAT {
        return None;
    }
    for (id, indexed) in &mut index.files {
        if indexed.summary.id != *id {
            return None;
        }
        indexed.summary.group = text::visible_line(&indexed.summary.group).into_owned();
    }
    Some(index)
}

/// Whether something in the folder of meetings is read by nothing because of its name, though a meeting may be in it.
pub(in crate::store) fn is_passed_over(entry: &Entry, path: &Path) -> bool {
    matches!(role(entry, path), Role::Foreign | Role::SetAside)
}

/// Whether a file in the folder of meetings is a second version of one.
pub(in crate::store) fn is_second_version(entry: &Entry, path: &Path) -> bool {
    matches!(role(entry, path), Role::Conflict)
}

/// The meeting whose own file has this name.
pub(in crate::store) fn is_own_name(entry: &Entry) -> Option<MeetingId> {
    let id = id_in_name(Path::new(&entry.name)).filter(|_| entry.kind == Kind::File)?;
    (entry.name == file_name(id)).then_some(id)
}

/// What a name in the folder of meetings stands for.
enum Role {
    Meeting(MeetingId),
    Conflict,
    SetAside,
    /// Something else of the program's own (locks, temporary files), or what systems leave everywhere.
    Ours,
    Foreign,
}

fn role(entry: &Entry, path: &Path) -> Role {
    if stem_of_temporary(&entry.name).is_some() || is_rubbish(&entry.name) {
        return Role::Ours;
    }
    let Some(id) = id_in_name(path) else { return Role::Foreign };
    if entry.name == file_name(id) {
        // A link or folder by this name is reported in reading it.
        return Role::Meeting(id);
    }
    let rest = entry.name.strip_prefix(&id.to_string()).unwrap_or_default();
    match (entry.kind, rest) {
        (Kind::File, ".lock" | ".holder") => Role::Ours,
        // Ours, or one that a program made which synchronises folders: "<id> (conflicted copy).toml".
        (Kind::File, rest) if rest.starts_with(DAMAGED) => Role::SetAside,
        (Kind::File, rest) if rest.ends_with(".toml") => Role::Conflict,
        _ => Role::Foreign,
    }
}
