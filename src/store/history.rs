//! Earlier versions of a meeting, kept as checkpoints beside the one that is in force.
//!
//! ```text
//! history/<id>/<id>.<time>.<reason>.toml
//! ```
//!
//! Each is a whole record. What a version is worth fades with its age, so that their number is bounded: the newest are
//! all kept, of older ones one a day, and of those the newest.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

use super::atomic;
use super::digest::Digest;
use super::files::{Kind, create_folders};
use super::notebook::Notebook;
use super::problem::{ReadProblem, SaveError};
use super::record;
use crate::meeting::{Meeting, MeetingId};

/// The most versions of one meeting that are all kept.
const NEWEST: usize = 24;

/// Of how many days before those one version is kept.
const DAYS: usize = 24;

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// As it was when somebody opened it to change it.
    Opened,
    /// As it was closed.
    Closed,
    /// After ten minutes of work.
    Worked,
    /// Before an earlier version was put in its place.
    Restored,
    /// A second version, of another program or laptop, about which people have chosen.
    Beside,
}

impl Reason {
    const ALL: [Self; 5] = [Self::Opened, Self::Closed, Self::Worked, Self::Restored, Self::Beside];

    /// The reason as it stands in the name of a file.
    const fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Closed => "closed",
            Self::Worked => "worked",
            Self::Restored => "restored",
            Self::Beside => "beside",
        }
    }
}

/// A version that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Which meeting.
    pub meeting: MeetingId,
    /// When it was kept (UTC).
    pub at: NaiveDateTime,
    /// Why.
    pub reason: Reason,
    /// Name of its file.
    name: String,
}

const TIME: &str = "%Y%m%dT%H%M%S%3f";

impl Version {
    fn read(meeting: MeetingId, name: &str) -> Option<Self> {
        let rest = name.strip_prefix(&meeting.to_string())?.strip_prefix('.')?.strip_suffix(".toml")?;
        let (time, reason) = rest.split_once('.')?;
        let at = NaiveDateTime::parse_from_str(time, TIME).ok()?;
        let reason = Reason::ALL.into_iter().find(|known| known.name() == reason)?;
        Some(Self { meeting, at, reason, name: name.to_owned() })
    }
}

impl Notebook {
    /// Keeps a version of a meeting; gives false when the newest one kept is the same.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; the meeting itself and other versions are then as they were.
    pub fn keep_version(&self, meeting: &Meeting, reason: Reason) -> Result<bool, SaveError> {
        let folder = self.history(meeting.id);
        let known = self.versions(meeting.id);
        let plain = record::encode(meeting)?;
        if known.first().is_some_and(|newest| self.holds(newest, &plain)) {
            return Ok(false);
        }
        let files = self.files.as_ref();
        create_folders(files, &folder).map_err(|(path, error)| SaveError::fault(&path, &error))?;
        // As far as the name tells it; two within one of its ticks would otherwise stand in the order of their reasons.
        let mut at = DateTime::<Utc>::from(files.now()).naive_utc().trunc_subsecs(3);
        // Two in one moment, or a clock that was put back: a version must never replace another.
        if let Some(newest) = known.first()
            && at <= newest.at
        {
            at = newest.at + chrono::Duration::milliseconds(1);
        }
        let name = format!("{}.{}.{}.toml", meeting.id, at.format(TIME), reason.name());
        let sealed = self.codec.seal(plain).map_err(|_| SaveError::NotWritten)?;
        atomic::put(files, &folder, &name, &sealed)
            .map_err(|error| SaveError::fault(&folder.join(&name), &error))?;
        self.thin_out(meeting.id);
        Ok(true)
    }

    /// The versions of a meeting that were kept, newest first.
    pub fn versions(&self, id: MeetingId) -> Vec<Version> {
        let entries = self.files.list(&self.history(id)).unwrap_or_default();
        let files = entries.iter().filter(|entry| entry.kind == Kind::File);
        let mut versions: Vec<Version> = files.filter_map(|entry| Version::read(id, &entry.name)).collect();
        versions.sort_by(|one, other| other.name.cmp(&one.name));
        versions
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
        if self.read_sealed(path).map(|bytes| Digest::of(&bytes)) != Ok(digest) {
            return Err(not_put_away());
        }
        self.files.remove(path).map_err(|error| SaveError::fault(path, &error))?;
        let folder = self.meetings();
        self.files.sync_folder(&folder).map_err(|error| SaveError::fault(&folder, &error))
    }

    /// The folder with the versions of a meeting.
    pub(super) fn history(&self, id: MeetingId) -> PathBuf {
        self.folder.join("history").join(id.to_string())
    }

    fn holds(&self, version: &Version, plain: &[u8]) -> bool {
        self.read_plain(&self.version_path(version)).is_ok_and(|known| known == plain)
    }

    /// Takes away what has faded; whatever goes wrong here is done the next time.
    fn thin_out(&self, id: MeetingId) {
        for version in faded(&self.versions(id)) {
            let _ = self.files.remove(&self.version_path(version));
        }
    }
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
