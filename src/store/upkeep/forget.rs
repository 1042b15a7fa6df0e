//! Taking a patient out of a whole notebook, or whole meetings that are kept long enough.
//!
//! The earlier versions go first and the meeting itself last, so that after an interruption the same question finds what
//! is left, and finishes it.

use std::path::{Path, PathBuf};

use super::survey::{Files, Progress, Survey, is_temporary};
use crate::meeting::{Identity, Meeting, MeetingId, PatientId, Review};
use crate::store::disk::atomic;
use crate::store::disk::fault::NotebookError;
use crate::store::notebook::Notebook;
use crate::store::notebook::holder::{Holder, LockError};
use crate::store::record::format;
use crate::store::record::problem::SaveError;

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

/// Whether anything about these patients is in a meeting, also that somebody was taken for one of them.
fn knows(meeting: &Meeting, patients: &[PatientId]) -> bool {
    let is_one = |patient: &PatientId| patients.contains(patient);
    meeting.reviews.iter().any(|review| is_one(&review.patient) || names(review, patients))
        || meeting.spent.keys().any(is_one)
        || meeting
            .amendments
            .iter()
            .flat_map(|one| &one.changes)
            .any(|one| one.patient.as_ref().is_some_and(is_one))
}

/// Whether a discussion says that its patient is one of these.
fn names(review: &Review, patients: &[PatientId]) -> bool {
    matches!(review.details.same_as, Some(Identity::SameAs(other)) if patients.contains(&other))
}

/// Takes everything about these patients out of a meeting.
fn without(mut meeting: Meeting, patients: &[PatientId]) -> Meeting {
    let is_one = |patient: &PatientId| patients.contains(patient);
    let was_reviewed = meeting.reviews.iter().any(|review| is_one(&review.patient));
    meeting.reviews.retain(|review| !is_one(&review.patient));
    for review in meeting.reviews.iter_mut().filter(|review| names(review, patients)) {
        review.details.same_as = None;
    }
    meeting.spent.retain(|patient, _| !is_one(patient));
    for amendment in &mut meeting.amendments {
        amendment.changes.retain(|one| {
            let is_of_one = one.patient.as_ref().is_some_and(is_one);
            // An earlier order of the agenda names everybody on it.
            let names_all = was_reviewed && one.place == "agenda";
            !is_of_one && !names_all
        });
    }
    meeting
}

impl Notebook {
    /// Takes one identity of a patient out of every meeting and every version of one; doing it again finishes what was interrupted.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read; nothing was changed then.
    pub fn forget(&self, patient: PatientId, me: &Holder) -> Result<Forgotten, NotebookError> {
        self.forget_surveyed(&[patient], &Survey::default(), me, &mut |_, _| {})
    }

    /// The same of one person under all these identities, where everything was read before: only what changed since is read again, and what is to be changed.
    ///
    /// # Errors
    ///
    /// As for [`forget`](Self::forget).
    pub fn forget_surveyed(
        &self,
        patients: &[PatientId],
        survey: &Survey,
        me: &Holder,
        progress: &mut Progress<'_>,
    ) -> Result<Forgotten, NotebookError> {
        let mut done = Forgotten::default();
        let meetings = self.files_of_meetings()?;
        let count = meetings.len();
        for (number, (id, files)) in (1..).zip(meetings) {
            progress(number, count);
            let files = Files {
                others: files.others.into_iter().filter(|path| self.has(path, survey, patients)).collect(),
                own: files.own.filter(|path| self.has(path, survey, patients)),
            };
            if files.all().next().is_none() {
                continue;
            }
            let _lock = match self.hold(id, me, false) {
                Ok(lock) => lock,
                Err(why) => {
                    done.held.push((id, why));
                    continue;
                }
            };
            match self.forget_in(id, &files, patients) {
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

    /// Whether anything of a patient is in a file; something half written may hold anything, and is swept with this.
    fn has(&self, path: &Path, survey: &Survey, patients: &[PatientId]) -> bool {
        let now = self.files.facts(path).ok();
        survey.has(path, now.as_ref(), patients).unwrap_or_else(|| {
            self.read_meeting(path).map_or_else(|_| is_temporary(path), |known| knows(&known, patients))
        })
    }

    fn forget_in(&self, id: MeetingId, files: &Files, patients: &[PatientId]) -> Result<usize, SaveError> {
        let mut versions = 0;
        for path in &files.others {
            match self.read_meeting(path) {
                Ok(meeting) if knows(&meeting, patients) => {
                    self.rewrite(path, &without(meeting, patients))?;
                    versions += 1;
                }
                Err(problem) if is_temporary(path) && !problem.is_absent() => self.take_away_file(path)?,
                _ => {}
            }
        }
        if files.own.is_some() {
            match self.load(id) {
                Ok(meeting) if knows(&meeting, patients) => self.save(&without(meeting, patients), &[])?,
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

    /// The index holds meetings and patients that are gone; it is made anew.
    fn drop_index(&self) {
        for entry in self.files.list(&self.index()).unwrap_or_default() {
            let _ = self.files.remove(&self.index().join(entry.name));
        }
    }
}
