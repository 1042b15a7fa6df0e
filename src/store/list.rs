//! The list of meetings, made quick by an index that may be deleted at any time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::atomic::{Written, stem_of_temporary};
use super::digest::Digest;
use super::files::{Entry, Facts, Kind};
use super::history::DAMAGED;
use super::notebook::{Notebook, file_name};
use super::problem::{Fault, FileProblem, NotebookError, ReadProblem};
use super::record::id_in_name;
use crate::meeting::{MeetingId, MeetingSummary};
use crate::text;

/// The meetings of a notebook, and the files in it that are none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The meetings, newest first.
    pub summaries: Vec<MeetingSummary>,
    /// What could not be read or does not belong, by path.
    pub problems: Vec<FileProblem>,
}

/// What the index says of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Indexed {
    size: u64,
    /// Time of the last change, since 1970.
    modified: Duration,
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

const INDEX_FORMAT: u32 = 1;
const INDEX_NAME: &str = "meetings.json";

/// How old a change must be before the time of change tells it from a later one.
const SETTLED: Duration = Duration::from_secs(2);

impl Notebook {
    /// Lists all meetings; files that are not in the index are read.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read; a single file that cannot is among the problems.
    pub fn list(&self) -> Result<Listing, NotebookError> {
        let folder = self.meetings();
        let entries = self
            .files
            .list(&folder)
            .map_err(|error| NotebookError { path: folder.clone(), fault: Fault::of(&error) })?;
        let old = self.read_index();
        let mut new = Index { format: INDEX_FORMAT, files: BTreeMap::new() };
        let mut listing = Listing::default();
        for entry in entries {
            let path = folder.join(&entry.name);
            match role(&entry, &path) {
                Role::Meeting(id) => match self.summary(&path, id, &old, &mut new) {
                    Ok(summary) => listing.summaries.push(summary),
                    // Taken away since the folder was read.
                    Err(problem) if problem.is_absent() => {}
                    Err(problem) => listing.problems.push(FileProblem::Unreadable(problem)),
                },
                Role::SetAside => listing.problems.push(FileProblem::SetAside { path }),
                Role::Conflict => listing.problems.push(FileProblem::Conflict { path }),
                Role::Foreign => listing.problems.push(FileProblem::Foreign { path }),
                Role::Ours => {}
            }
        }
        listing.summaries.sort_by(|one, other| other.date.cmp(&one.date).then(one.id.cmp(&other.id)));
        listing.problems.sort_by(|one, other| one.path().cmp(other.path()));
        if new != old {
            self.write_index(&new);
        }
        Ok(listing)
    }

    fn summary(
        &self,
        path: &Path,
        id: MeetingId,
        old: &Index,
        new: &mut Index,
    ) -> Result<MeetingSummary, ReadProblem> {
        let facts = self.files.facts(path).map_err(|error| ReadProblem::fault(path, &error))?;
        let modified = facts.modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let indexed = match old.files.get(&id) {
            Some(indexed) if (indexed.size, indexed.modified) == (facts.size, modified) => indexed.clone(),
            _ => {
                let summary = MeetingSummary::of(&self.read_file(path)?.0);
                Indexed { size: facts.size, modified, summary }
            }
        };
        let summary = indexed.summary.clone();
        // The facts are older than the content, so that a change in between is found the next time.
        if self.is_settled(&facts) {
            new.files.insert(id, indexed);
        }
        Ok(summary)
    }

    fn is_settled(&self, facts: &Facts) -> bool {
        self.files.now().duration_since(facts.modified).is_ok_and(|age| age >= SETTLED)
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
        String::from_utf8(self.codec.open(sealed).ok()?).ok()
    }

    /// Writes the index; whatever goes wrong costs only time.
    fn write_index(&self, index: &Index) {
        let Ok(json) = serde_json::to_string(index) else { return };
        let text = format!("{}\n{json}", Digest::of(json.as_bytes()));
        let Ok(sealed) = self.codec.seal(text.into_bytes()) else { return };
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

/// Whether a file in the folder of meetings is a second version of one.
pub(super) fn is_second_version(entry: &Entry, path: &Path) -> bool {
    matches!(role(entry, path), Role::Conflict)
}

/// What a name in the folder of meetings stands for.
enum Role {
    Meeting(MeetingId),
    Conflict,
    SetAside,
    /// Something else of the program's own: locks, temporary files.
    Ours,
    Foreign,
}

fn role(entry: &Entry, path: &Path) -> Role {
    if stem_of_temporary(&entry.name).is_some() {
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
