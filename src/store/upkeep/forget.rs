//! Taking a patient out of a whole notebook, or whole meetings that are kept long enough.
//!
//! The earlier versions go first and the meeting itself last, so that after an interruption the same question finds what
//! is left, and finishes it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::meeting::{Meeting, MeetingId, MeetingSummary, PatientId, Review};
use crate::store::disk::atomic::{self, stem_of_temporary};
use crate::store::disk::entries::Kind;
use crate::store::disk::fault::{Fault, NotebookError};
use crate::store::notebook::Notebook;
use crate::store::notebook::holder::{Holder, LockError};
use crate::store::record::format;
use crate::store::record::names::id_in_name;
use crate::store::record::problem::SaveError;

/// A patient as the notebook knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Identity.
    pub patient: PatientId,
    /// Every label under which the patient was discussed.
    pub labels: BTreeSet<String>,
}

/// What there is of something that is to be deleted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The meetings, the newest first.
    pub meetings: Vec<MeetingSummary>,
    /// How many earlier, second and left-over versions.
    pub versions: usize,
    /// How many answers.
    pub answers: usize,
    /// How many agreements.
    pub agreements: usize,
    /// Meetings with a discussion that nobody took over into the patient's own record.
    pub not_taken_over: Vec<MeetingSummary>,
    /// Files that cannot be read, of which nobody can say what is in them.
    pub unreadable: Vec<PathBuf>,
}

/// What became of deleting.
#[derive(Debug, Default)]
pub struct Forgotten {
    /// Meetings in which it was done.
    pub meetings: Vec<MeetingId>,
    /// How many versions were changed or deleted.
    pub versions: usize,
    /// Meetings that another program has open, which were skipped.
    pub held: Vec<(MeetingId, LockError)>,
    /// What could not be done.
    pub failed: Vec<SaveError>,
}

impl Forgotten {
    /// Whether everything was done that was asked.
    pub fn is_whole(&self) -> bool {
        self.held.is_empty() && self.failed.is_empty()
    }
}

/// The files of one meeting, those that go first at the front and the meeting itself last.
#[derive(Debug, Default)]
struct Files {
    others: Vec<PathBuf>,
    own: Option<PathBuf>,
}

impl Files {
    fn all(&self) -> impl Iterator<Item = &PathBuf> {
        self.others.iter().chain(&self.own)
    }
}

fn counted(found: &mut Found, review: &Review) {
    found.answers += review.answers.len();
    found.agreements += review.agreements.len();
}

/// Whether nothing of a discussion would be missed.
fn is_blank(review: &Review) -> bool {
    review.answers.is_empty()
        && review.judgements.is_empty()
        && review.agreements.is_empty()
        && review.notes.trim().is_empty()
}

fn is_only_here(review: &Review) -> bool {
    review.details.taken_over.is_none() && !is_blank(review)
}

/// Whether anything about a patient is in a meeting.
fn knows(meeting: &Meeting, patient: PatientId) -> bool {
    meeting.review(patient).is_some()
        || meeting.spent.contains_key(&patient)
        || meeting.amendments.iter().flat_map(|one| &one.changes).any(|one| one.patient == Some(patient))
}

/// Takes everything about a patient out of a meeting.
fn without(mut meeting: Meeting, patient: PatientId) -> Meeting {
    let was_reviewed = meeting.review(patient).is_some();
    meeting.reviews.retain(|review| review.patient != patient);
    meeting.spent.remove(&patient);
    for amendment in &mut meeting.amendments {
        // An earlier order of the agenda names everybody on it.
        amendment
            .changes
            .retain(|one| one.patient != Some(patient) && !(was_reviewed && one.place == "agenda"));
    }
    meeting
}

impl Notebook {
    /// The files of every meeting, by identity.
    fn files_of_meetings(&self) -> Result<BTreeMap<MeetingId, Files>, NotebookError> {
        let mut found: BTreeMap<MeetingId, Files> = BTreeMap::new();
        let folder = self.meetings();
        let fault = |path: &Path, error: &std::io::Error| NotebookError {
            path: path.to_owned(),
            fault: Fault::of(error),
        };
        let entries = self.files.list(&folder).map_err(|error| fault(&folder, &error))?;
        for entry in entries {
            let path = folder.join(&entry.name);
            let is_version = entry.name.ends_with(".toml") || stem_of_temporary(&entry.name).is_some();
            let Some(id) = id_in_name(&path).filter(|_| entry.kind == Kind::File && is_version) else {
                continue;
            };
            let files = found.entry(id).or_default();
            if path == self.path(id) {
                files.own = Some(path);
            } else {
                files.others.push(path);
            }
        }
        let history = self.folder.join("history");
        let folders = match self.files.list(&history) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            folders => folders.map_err(|error| fault(&history, &error))?,
        };
        for entry in folders {
            let Ok(id) = entry.name.parse::<MeetingId>() else { continue };
            let folder = self.history(id);
            let versions = self.files.list(&folder).map_err(|error| fault(&folder, &error))?;
            let is_ours = |name: &str| name.ends_with(".toml") || stem_of_temporary(name).is_some();
            let names = versions.into_iter().filter(|one| one.kind == Kind::File && is_ours(&one.name));
            found.entry(id).or_default().others.extend(names.map(|one| folder.join(one.name)));
        }
        found.values_mut().for_each(|files| files.others.sort());
        Ok(found)
    }

    /// Everybody who is discussed in any version of any meeting.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read.
    pub fn patients(&self) -> Result<Vec<Known>, NotebookError> {
        let mut known: BTreeMap<PatientId, BTreeSet<String>> = BTreeMap::new();
        for files in self.files_of_meetings()?.values() {
            for meeting in files.all().filter_map(|path| self.read_meeting(path).ok()) {
                for review in &meeting.reviews {
                    known.entry(review.patient).or_default().insert(review.label.trim().to_owned());
                }
                let changes = meeting.amendments.iter().flat_map(|one| &one.changes);
                for patient in meeting.spent.keys().copied().chain(changes.filter_map(|one| one.patient)) {
                    known.entry(patient).or_default();
                }
            }
        }
        Ok(known.into_iter().map(|(patient, labels)| Known { patient, labels }).collect())
    }

    /// What there is of a patient, without changing anything.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read.
    pub fn found_of_patient(&self, patient: PatientId) -> Result<Found, NotebookError> {
        self.found(|_| true, |meeting| knows(meeting, patient), |review| review.patient == patient)
    }

    /// What there is of meetings held before `day`, without changing anything; the newest first.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read.
    pub fn found_before(&self, day: NaiveDate) -> Result<Found, NotebookError> {
        let old = self.list()?.summaries.into_iter().filter(|summary| summary.date < day);
        let old: BTreeSet<MeetingId> = old.map(|summary| summary.id).collect();
        self.found(|id| old.contains(&id), |_| true, |_| true)
    }

    fn found(
        &self,
        of: impl Fn(MeetingId) -> bool,
        counts: impl Fn(&Meeting) -> bool,
        whose: impl Fn(&Review) -> bool,
    ) -> Result<Found, NotebookError> {
        let mut found = Found::default();
        for (id, files) in self.files_of_meetings()?.into_iter().filter(|(id, _)| of(*id)) {
            for path in files.all() {
                match self.read_meeting(path) {
                    Ok(meeting) if !counts(&meeting) => {}
                    Ok(meeting) if *path == self.path(id) => {
                        found.meetings.push(MeetingSummary::of(&meeting));
                        let reviews = || meeting.reviews.iter().filter(|review| whose(review));
                        reviews().for_each(|review| counted(&mut found, review));
                        if reviews().any(is_only_here) {
                            found.not_taken_over.push(MeetingSummary::of(&meeting));
                        }
                    }
                    Ok(_) => found.versions += 1,
                    Err(problem) if problem.is_absent() => {}
                    // What was being written and is not whole belongs to nobody.
                    Err(_) if is_temporary(path) => {}
                    Err(_) => found.unreadable.push(path.clone()),
                }
            }
        }
        found.meetings.sort_by(MeetingSummary::newest_first);
        found.not_taken_over.sort_by(MeetingSummary::newest_first);
        Ok(found)
    }

    /// Takes a patient out of every meeting and every version of one; doing it again finishes what was interrupted.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read; nothing was changed then.
    pub fn forget(&self, patient: PatientId, me: &Holder) -> Result<Forgotten, NotebookError> {
        let mut done = Forgotten::default();
        for (id, files) in self.files_of_meetings()? {
            let has = |path: &&PathBuf| {
                // Something half written may hold anything, and is swept with this.
                self.read_meeting(path).map_or_else(|_| is_temporary(path), |known| knows(&known, patient))
            };
            if !files.all().any(|path| has(&path)) {
                continue;
            }
            let _lock = match self.hold(id, me, false) {
                Ok(lock) => lock,
                Err(why) => {
                    done.held.push((id, why));
                    continue;
                }
            };
            match self.forget_in(id, &files, patient) {
                Ok(versions) => {
                    done.versions += versions;
                    done.meetings.push(id);
                }
                Err(error) => done.failed.push(error),
            }
        }
        self.drop_index();
        Ok(done)
    }

    fn forget_in(&self, id: MeetingId, files: &Files, patient: PatientId) -> Result<usize, SaveError> {
        let mut versions = 0;
        for path in &files.others {
            match self.read_meeting(path) {
                Ok(meeting) if knows(&meeting, patient) => {
                    self.rewrite(path, &without(meeting, patient))?;
                    versions += 1;
                }
                Err(problem) if is_temporary(path) && !problem.is_absent() => self.take_away_file(path)?,
                _ => {}
            }
        }
        if files.own.is_some() {
            match self.load(id) {
                Ok(meeting) if knows(&meeting, patient) => self.save(&without(meeting, patient), &[])?,
                // What cannot be read was told of before, and is not ours to change.
                _ => {}
            }
        }
        Ok(versions)
    }

    /// Deletes a meeting with everything that was kept of it; doing it again finishes what was interrupted.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read; nothing was changed then.
    pub fn delete_meetings(&self, ids: &[MeetingId], me: &Holder) -> Result<Forgotten, NotebookError> {
        let mut done = Forgotten::default();
        for (id, files) in self.files_of_meetings()?.into_iter().filter(|(id, _)| ids.contains(id)) {
            let _lock = match self.hold(id, me, false) {
                Ok(lock) => lock,
                Err(why) => {
                    done.held.push((id, why));
                    continue;
                }
            };
            // First it is written down that they go on purpose, once for all files of the meeting.
            let noted: Vec<&Path> = files.all().map(PathBuf::as_path).collect();
            let gone = self.custody.let_go_of(&noted);
            match gone.and_then(|()| files.all().try_for_each(|path| self.take_away_file(path))) {
                Ok(()) => {
                    done.versions += files.others.len();
                    done.meetings.push(id);
                }
                Err(error) => done.failed.push(error),
            }
        }
        self.drop_index();
        Ok(done)
    }

    /// Puts another content in the place of a version, as a save does.
    fn rewrite(&self, path: &Path, meeting: &Meeting) -> Result<(), SaveError> {
        self.refuse_sealed()?;
        let base = self.custody.link_of(&self.custody.within(path)).ok().flatten().map(|(link, _)| link);
        let (sealed, link) = self.custody.seal_at(path, base, format::encode(meeting)?)?;
        let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str()))
        else {
            return Err(SaveError::NotWritten);
        };
        atomic::put(self.files.as_ref(), folder, name, &sealed)
            .map_err(|error| SaveError::fault(path, &error))?;
        self.custody.note(path, link);
        Ok(())
    }

    /// Takes a file away, and waits until the disk has that: a file that comes back after a power cut was not deleted.
    fn take_away_file(&self, path: &Path) -> Result<(), SaveError> {
        match self.files.remove(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(SaveError::fault(path, &error));
            }
            _ => {}
        }
        let folder = path.parent().unwrap_or(path);
        self.files.sync_folder(folder).map_err(|error| SaveError::fault(folder, &error))
    }

    /// The index holds no patients, but it does hold meetings that are gone; it is made anew.
    fn drop_index(&self) {
        for entry in self.files.list(&self.index()).unwrap_or_default() {
            let _ = self.files.remove(&self.index().join(entry.name));
        }
    }
}

fn is_temporary(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| stem_of_temporary(name).is_some())
}
