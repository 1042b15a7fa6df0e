//! Earlier versions of a meeting, kept as checkpoints beside the one that is in force.
//!
//! ```text
//! history/<id>/<id>.<time>.<reason>.toml
//! ```
//!
//! Each is a whole record. What a version is worth fades with its age, so that their number is bounded: the newest are
//! all kept, of older ones one a day, and of those the newest.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{NaiveDateTime, SubsecRound, TimeDelta};

use super::list::is_second_version;
use super::passed::{AHEAD, goes_on};
use super::seen::Seen;
use super::{Notebook, OnDisk};
use crate::meeting::{Meeting, MeetingId};
use crate::store::disk::atomic::stem_of_temporary;
use crate::store::disk::digest::Digest;
use crate::store::disk::entries::Kind;
use crate::store::disk::files::Entry;
use crate::store::disk::{atomic, clock};
use crate::store::record::format;
use crate::store::record::names::{DAMAGED, Reason, TIME, Version, id_in_name};
use crate::store::record::problem::{ReadProblem, SaveError};

/// The most versions of one meeting that are all kept.
const NEWEST: usize = 24;

/// Of how many days before those one version is kept.
const DAYS: usize = 24;

impl Notebook {
    /// Keeps a version of a meeting; gives false when the newest one kept is the same.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; the meeting itself and other versions are then as they were.
    pub fn keep_version(&self, meeting: &Meeting, reason: Reason) -> Result<bool, SaveError> {
        self.refuse_sealed()?;
        let folder = self.history(meeting.id);
        let now = clock::moment(self.files.now());
        let known = self.of_now(self.versions(meeting.id), now);
        let plain = format::encode(meeting)?;
        if known.first().is_some_and(|newest| self.holds(newest, &plain)) {
            return Ok(false);
        }
        let files = self.files.as_ref();
        self.custody.root(&folder)?;
        // As it stands in the name, so that no two in one millisecond get the same one.
        let mut at = now.trunc_subsecs(3);
        // Two in one moment, or a clock that was put back: a version must never replace another.
        if let Some(newest) = known.first()
            && at <= newest.at
        {
            at = newest.at + TimeDelta::milliseconds(1);
        }
        let name = format!("{}.{}.{}.toml", meeting.id, at.format(TIME), reason.name());
        let path = folder.join(&name);
        let (sealed, link) = self.custody.seal_at(&path, None, plain)?;
        atomic::put(files, &folder, &name, &sealed).map_err(|error| SaveError::fault(&path, &error))?;
        self.custody.note(&path, link);
        self.thin_out(meeting.id);
        Ok(true)
    }

    /// The versions of a meeting that were kept, newest first.
    pub fn versions(&self, id: MeetingId) -> Vec<Version> {
        versions_among(id, &self.files.list(&self.history(id)).unwrap_or_default())
    }

    /// Reads a version that was kept.
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when it is gone or cannot be read.
    pub fn read_version(&self, version: &Version) -> Result<Meeting, ReadProblem> {
        self.read_meeting(&self.version_path(version))
    }

    /// The file of a version that was kept.
    pub fn version_path(&self, version: &Version) -> PathBuf {
        self.history(version.meeting).join(&version.name)
    }

    /// Puts a second version of a meeting away, after people have chosen: its file goes, and what it held is kept.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; the file is then still there. [`SaveError::NotPutAway`] for one that cannot be read or that was
    /// changed meanwhile: such a file is never taken away.
    pub fn put_away(&self, path: &Path) -> Result<(), SaveError> {
        let not_put_away = || SaveError::NotPutAway { path: path.to_owned() };
        let (meeting, digest) = self.read_file(path).map_err(|_| not_put_away())?;
        self.keep_version(&meeting, Reason::Beside)?;
        // Another program may have gone on with it.
        if self.custody.read_sealed(path).map(|bytes| Digest::of(&bytes)) != Ok(digest) {
            return Err(not_put_away());
        }
        self.custody.let_go_of(&[path])?;
        self.files.remove(path).map_err(|error| SaveError::fault(path, &error))?;
        let folder = self.meetings();
        self.files.sync_folder(&folder).map_err(|error| SaveError::fault(&folder, &error))
    }

    /// The second versions of a meeting that stand beside it.
    pub fn second_versions(&self, id: MeetingId) -> Vec<PathBuf> {
        let folder = self.meetings();
        let entries = self.files.list(&folder).unwrap_or_default();
        let mut paths: Vec<PathBuf> = entries
            .iter()
            .map(|entry| (entry, folder.join(&entry.name)))
            .filter(|(entry, path)| is_second_version(entry, path) && id_in_name(path) == Some(id))
            .map(|(_, path)| path)
            .collect();
        paths.sort();
        paths
    }

    /// Reads a second version of a meeting, with the moment at which it was written.
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when it is gone or cannot be read.
    pub fn read_second_version(&self, path: &Path) -> Result<Meeting, ReadProblem> {
        self.read_file(path).map(|(meeting, _)| meeting)
    }

    /// When a file of the notebook was last changed.
    pub fn changed_at(&self, path: &Path) -> Option<SystemTime> {
        self.files.facts(path).ok().map(|facts| facts.modified)
    }

    /// Keeps a copy of a damaged meeting beside it, and lets the next save take its place; gives the copy.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the copy cannot be made; nothing may take the place of the damaged file then.
    pub fn set_aside(&self, id: MeetingId) -> Result<PathBuf, SaveError> {
        let path = self.path(id);
        let fault = |error: &std::io::Error| SaveError::fault(&path, error);
        let bytes =
            self.custody.read_sealed(&path).map_err(|_| SaveError::NotPutAway { path: path.clone() })?;
        let folder = self.meetings();
        let entries = self.files.list(&folder).map_err(|error| fault(&error))?;
        let taken = |name: &String| entries.iter().any(|entry| entry.name == *name);
        let mut names = (1_u32..).map(|number| format!("{id}{DAMAGED}{number}.toml"));
        let name = names.find(|name| !taken(name)).ok_or(SaveError::NotWritten)?;
        self.custody.root(&folder)?;
        atomic::put(self.files.as_ref(), &folder, &name, &bytes).map_err(|error| fault(&error))?;
        let seen = Some(Seen::Whole(bytes.into()));
        *self.memory().known(id) = OnDisk { disk: seen, ..OnDisk::default() };
        Ok(folder.join(name))
    }

    /// The folder with the versions of a meeting.
    pub(in crate::store) fn history(&self, id: MeetingId) -> PathBuf {
        self.folder.join("history").join(id.to_string())
    }

    fn holds(&self, version: &Version, plain: &[u8]) -> bool {
        self.custody.read_plain(&self.version_path(version)).is_ok_and(|known| known == plain)
    }

    /// The versions from which one of now goes on: without those of a clock that once was far ahead, where what the notebook has
    /// seen since says that this one is right. Those stay as they are; nobody knows when they were made.
    fn of_now(&self, mut versions: Vec<Version>, now: NaiveDateTime) -> Vec<Version> {
        let is_ahead = |one: &Version| one.at - now > AHEAD;
        if versions.first().is_some_and(is_ahead) && goes_on(&self.starts(), now) {
            versions.retain(|one| !is_ahead(one));
        }
        versions
    }

    /// Takes away what has faded; whatever goes wrong here is done the next time.
    fn thin_out(&self, id: MeetingId) {
        let folder = self.history(id);
        let entries = self.files.list(&folder).unwrap_or_default();
        let left = entries.iter().filter(|entry| stem_of_temporary(&entry.name).is_some());
        for path in left.map(|entry| folder.join(&entry.name)).filter(|path| self.is_abandoned(path)) {
            let _ = self.files.remove(&path);
        }
        let now = clock::moment(self.files.now());
        let versions = self.of_now(versions_among(id, &entries), now);
        // Where the clock was put back, later versions all stand on the day that it once said, and days tell nothing.
        if versions.first().is_some_and(|newest| newest.at - now > AHEAD) {
            return;
        }
        let paths: Vec<PathBuf> = faded(&versions).into_iter().map(|one| self.version_path(one)).collect();
        let noted: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        // What goes without being noted would be missed.
        if noted.is_empty() || self.custody.let_go_of(&noted).is_err() {
            return;
        }
        for path in paths {
            let _ = self.files.remove(&path);
        }
    }
}

fn versions_among(id: MeetingId, entries: &[Entry]) -> Vec<Version> {
    let files = entries.iter().filter(|entry| entry.kind == Kind::File);
    let mut versions: Vec<Version> = files.filter_map(|entry| Version::read(id, &entry.name)).collect();
    versions.sort_by(|one, other| other.name.cmp(&one.name));
    versions
}

/// Which of `versions`, newest first, are not worth keeping any more.
fn faded(versions: &[Version]) -> Vec<&Version> {
    let mut days = Vec::new();
    let mut faded = Vec::new();
    for version in versions.iter().skip(NEWEST) {
        let day = version.at.date();
        if days.last() == Some(&day) || days.len() == DAYS {
            faded.push(version);
        } else {
            days.push(day);
        }
    }
    faded
}
