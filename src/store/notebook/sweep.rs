//! What a program that was stopped in the middle of a save left behind.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::Notebook;
use super::list::Names;
use crate::meeting::{Meeting, MeetingId};
use crate::store::disk::atomic::stem_of_temporary;
use crate::store::disk::entries::Kind;
use crate::store::disk::fault::shown;
use crate::store::disk::files::{Entry, Facts};
use crate::store::record::format;
use crate::store::record::names::DEVICES;
use crate::store::record::problem::{Damage, ReadProblem};
use crate::store::vault::sealed::is_begun;
use crate::words::Language;

/// What became of the left-over files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sweep {
    /// How many files were taken away: unfinished, or the same as or older than their meeting.
    pub removed: usize,
    /// Whole files that are newer than their meeting; they stay until somebody has chosen.
    pub recoverable: Vec<LeftOver>,
}

/// A save that was written and not put in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// The file.
    pub path: PathBuf,
    /// The meeting that it is a version of.
    pub meeting: MeetingId,
    /// When it was written.
    pub written: SystemTime,
}

impl LeftOver {
    /// What was found, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        language.left_over_found(&shown(&self.path))
    }
}

/// A temporary file, with what it is for.
fn temporary(entry: &Entry) -> Option<(&Entry, &str)> {
    let stem = stem_of_temporary(&entry.name)?;
    (entry.kind == Kind::File).then_some((entry, stem))
}

/// After this long no program is still writing a file; a save takes seconds at most.
const ABANDONED: Duration = Duration::from_secs(600);

impl Notebook {
    /// Takes away the temporary files of earlier programs, and reports those that hold newer work.
    ///
    /// Only files of the notebook's own pattern are touched; those of a meeting that another program has open are
    /// left alone, and so is everything that cannot be judged.
    pub fn sweep(&self) -> Sweep {
        self.sweep_in(&self.names_of_meetings().unwrap_or_default(), self.custody.folders_of_versions())
    }

    /// The same at a start, where the names of the meetings were read already.
    ///
    /// Among earlier versions is looked only of meetings that somebody had open, so that this costs no more in a notebook of many
    /// meetings; among those of another one when the next is kept.
    pub fn sweep_named(&self, names: &Names) -> Sweep {
        let held = names.0.iter().filter_map(|entry| entry.name.strip_suffix(".holder")?.parse().ok());
        self.sweep_in(names, held.map(|id| self.history(id)).collect())
    }

    fn sweep_in(&self, names: &Names, versions: Vec<PathBuf>) -> Sweep {
        let mut sweep = Sweep::default();
        let meetings = self.meetings();
        for (entry, stem) in names.0.iter().filter_map(temporary) {
            let path = meetings.join(&entry.name);
            match stem.parse::<MeetingId>() {
                Ok(id) => self.sweep_meeting(&path, id, &mut sweep),
                Err(_) => self.sweep_abandoned(&path, &mut sweep),
            }
        }
        let folders = [
            self.definitions(),
            self.index(),
            self.logs(),
            self.waiting_folder(),
            self.custody.absolute(DEVICES),
            self.folder.clone(),
        ];
        for folder in folders.into_iter().chain(versions) {
            for (entry, _) in self.files.list(&folder).unwrap_or_default().iter().filter_map(temporary) {
                self.sweep_abandoned(&folder.join(&entry.name), &mut sweep);
            }
        }
        sweep.recoverable.sort_by(|one, other| one.path.cmp(&other.path));
        sweep
    }

    /// Reads what was left over.
    ///
    /// To take it over: [`load`](Notebook::load) the meeting where there is one, [`save`](Notebook::save) this, then
    /// [`discard`](Notebook::discard) the file.
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when it is gone or cannot be read any more.
    pub fn read_left_over(&self, left_over: &LeftOver) -> Result<Meeting, ReadProblem> {
        self.read_meeting(&left_over.path)
    }

    /// Takes a left-over file away, after somebody has chosen.
    ///
    /// # Errors
    ///
    /// [`ReadProblem::Fault`] when the disk does not allow it.
    pub fn discard(&self, left_over: &LeftOver) -> Result<(), ReadProblem> {
        self.files.remove(&left_over.path).map_err(|error| ReadProblem::fault(&left_over.path, &error))
    }

    fn sweep_meeting(&self, path: &Path, id: MeetingId, sweep: &mut Sweep) {
        // Whoever holds the meeting may be in the middle of a save.
        let Ok(_lock) = self.lock(id) else { return };
        let Ok(sealed) = self.custody.read_sealed(path) else { return };
        // What is sealed for others may be the work of somebody whose keys were replaced while their program was locked.
        let begun = is_begun(&sealed) && !self.codec.is_for_others(&sealed);
        match self.custody.open_at(path, sealed) {
            Ok(opened) if !format::is_whole(&opened.plain) => self.take_away(path, sweep),
            Ok(opened) => {
                // What is whole and makes no sense may be the work of a newer Pallium.
                let Ok(left) = format::decode(&opened.plain, path) else { return };
                match self.newer_than_meeting(path, &left) {
                    Some(written) => {
                        sweep.recoverable.push(LeftOver { path: path.to_owned(), meeting: id, written });
                    }
                    None => self.take_away(path, sweep),
                }
            }
            // Sealed, and never written to its end.
            Err(ReadProblem::Damaged { damage: Damage::Sealed, .. }) if begun => self.take_away(path, sweep),
            Err(_) => {}
        }
    }

    /// When the left-over file was written, if it is another and newer version than the meeting's own file.
    pub(in crate::store) fn newer_than_meeting(&self, path: &Path, left: &Meeting) -> Option<SystemTime> {
        let written = self.files.facts(path).map_or(SystemTime::UNIX_EPOCH, |facts| facts.modified);
        let target = self.path(left.id);
        match self.read_meeting(&target) {
            Ok(meeting) if meeting == *left => None,
            Ok(_) => {
                let current = self.files.facts(&target).ok()?;
                (written >= current.modified).then_some(written)
            }
            // Whatever is wrong with the meeting, this may be the best that there is.
            Err(_) => Some(written),
        }
    }

    pub(in crate::store) fn is_abandoned(&self, path: &Path) -> bool {
        let age = |facts: Facts| self.files.now().duration_since(facts.modified);
        self.files.facts(path).is_ok_and(|facts| age(facts).is_ok_and(|age| age >= ABANDONED))
    }

    fn sweep_abandoned(&self, path: &Path, sweep: &mut Sweep) {
        if self.is_abandoned(path) {
            self.take_away(path, sweep);
        }
    }

    fn take_away(&self, path: &Path, sweep: &mut Sweep) {
        if self.files.remove(path).is_ok() {
            sweep.removed += 1;
        }
    }
}
