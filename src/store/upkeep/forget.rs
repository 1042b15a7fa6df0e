//! Taking a patient out of a whole notebook, or whole meetings that are kept long enough.
//!
//! The earlier versions go first and the meeting itself last, so that after an interruption the same question finds what
//! is left, and finishes it. Meetings are changed in groups: most of the time goes to waiting for the disk, and it is waited for
//! once for a group.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::survey::{Files, Progress, Survey, is_temporary};
use crate::meeting::{Identity, Meeting, MeetingId, PatientId, Review};
use crate::store::disk::atomic::{self, sync_folders};
use crate::store::disk::fault::NotebookError;
use crate::store::notebook::Notebook;
use crate::store::notebook::holder::{Holder, Lock, LockError};
use crate::store::record::format;
use crate::store::record::problem::SaveError;
use crate::store::vault::mark::Link;

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

/// How many meetings are changed before the disk is waited for.
const TOGETHER: usize = 32;

/// Meetings that are changed together, each of them held.
#[derive(Default)]
struct Group {
    meetings: Vec<(MeetingId, Files)>,
    locks: Vec<Lock>,
}

impl Group {
    /// Takes a meeting in where it can be held; says whether the group is full.
    fn take(
        &mut self,
        notebook: &Notebook,
        id: MeetingId,
        files: Files,
        me: &Holder,
        done: &mut Forgotten,
    ) -> bool {
        match notebook.hold_briefly(id, me) {
            Ok(lock) => {
                self.locks.push(lock);
                self.meetings.push((id, files));
            }
            Err(why) => done.held.push((id, why)),
        }
        self.meetings.len() >= TOGETHER
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
        let mut group = Group::default();
        for (number, (id, files)) in (1..).zip(meetings) {
            progress(number, count);
            let files = Files {
                others: files.others.into_iter().filter(|path| self.has(path, survey, patients)).collect(),
                own: files.own.filter(|path| self.has(path, survey, patients)),
            };
            if files.all().next().is_some() && group.take(self, id, files, me, &mut done) {
                self.forget_in(std::mem::take(&mut group), patients, &mut done);
            }
        }
        self.forget_in(group, patients, &mut done);
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

    /// Takes the patients out of a group of meetings: out of the versions first.
    fn forget_in(&self, group: Group, patients: &[PatientId], done: &mut Forgotten) {
        let Group { meetings, locks } = group;
        let mut versions: BTreeMap<MeetingId, usize> = BTreeMap::new();
        let (mut failed, mut rewritten) = (BTreeSet::new(), Vec::new());
        let of_each = meetings.iter().flat_map(|(id, files)| files.others.iter().map(|path| (*id, path)));
        for (id, path) in of_each {
            let changed = match self.read_meeting(path) {
                Ok(meeting) if knows(&meeting, patients) => {
                    self.rewritten(path, &without(meeting, patients)).map(|(sealed, link)| {
                        rewritten.push((id, (path.clone(), sealed), link));
                    })
                }
                Err(problem) if is_temporary(path) && !problem.is_absent() => self.take_away_file(path),
                _ => Ok(()),
            };
            if let Err(error) = changed {
                failed.insert(id);
                done.failed.push(error);
            }
        }
        let (owners, rewritten): (Vec<_>, Vec<_>) =
            rewritten.into_iter().map(|(id, file, link)| ((id, link), file)).unzip();
        let put = atomic::put_together(self.files.as_ref(), &rewritten);
        for (((id, link), (path, _)), put) in owners.into_iter().zip(&rewritten).zip(put) {
            match put {
                Ok(()) => {
                    self.custody.note(path, link);
                    *versions.entry(id).or_default() += 1;
                }
                Err(error) => {
                    failed.insert(id);
                    done.failed.push(SaveError::fault(path, &error));
                }
            }
        }
        let mut changed = Vec::new();
        for (id, files) in meetings.iter().filter(|(id, _)| !failed.contains(id)) {
            // What cannot be read was told of before, and is not ours to change.
            let own = files.own.as_ref().and_then(|_| self.load(*id).ok());
            changed.extend(own.filter(|own| knows(own, patients)).map(|own| without(own, patients)));
        }
        for (id, saved) in self.save_together(&changed) {
            if let Err(error) = saved {
                failed.insert(id);
                done.failed.push(error);
            }
        }
        drop(locks);
        for (id, _) in meetings.into_iter().filter(|(id, _)| !failed.contains(id)) {
            done.versions += versions.remove(&id).unwrap_or_default();
            done.meetings.push(id);
        }
    }

    /// Deletes meetings with everything that was kept of them; doing it again finishes what was interrupted.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read; nothing was changed then.
    pub fn delete_meetings(
        &self,
        ids: &BTreeSet<MeetingId>,
        me: &Holder,
        progress: &mut Progress<'_>,
    ) -> Result<Forgotten, NotebookError> {
        let mut done = Forgotten::default();
        let meetings = self.files_of_meetings()?;
        let mut group = Group::default();
        for (number, (id, files)) in (1..).zip(meetings.into_iter().filter(|(id, _)| ids.contains(id))) {
            progress(number, ids.len());
            if group.take(self, id, files, me, &mut done) {
                self.delete_group(std::mem::take(&mut group), &mut done);
            }
        }
        self.delete_group(group, &mut done);
        self.drop_index();
        Ok(done)
    }

    fn delete_group(&self, group: Group, done: &mut Forgotten) {
        let Group { meetings, locks } = group;
        // First it is written down that they go on purpose, once for all files of these meetings.
        let noted: Vec<&Path> =
            meetings.iter().flat_map(|(_, files)| files.all()).map(PathBuf::as_path).collect();
        if let Err(error) = self.custody.let_go_of(&noted) {
            done.failed.push(error);
            return;
        }
        let mut failed = BTreeSet::new();
        let others = |files: &'_ Files| files.others.clone();
        let own = |files: &'_ Files| files.own.iter().cloned().collect();
        // The meeting itself when the disk has that its versions are gone.
        for of in [&others as &dyn Fn(&Files) -> Vec<PathBuf>, &own] {
            let left = meetings.iter().filter(|(id, _)| !failed.contains(id));
            let paths: Vec<(MeetingId, PathBuf)> =
                left.flat_map(|(id, files)| of(files).into_iter().map(|path| (*id, path))).collect();
            let mut gone: Vec<io::Result<()>> =
                paths.iter().map(|(_, path)| self.remove_file(path)).collect();
            sync_folders(self.files.as_ref(), paths.iter().map(|(_, path)| path.as_path()).zip(&mut gone));
            for ((id, path), gone) in paths.iter().zip(gone) {
                if let Err(error) = gone {
                    failed.insert(*id);
                    done.failed.push(SaveError::fault(path, &error));
                }
            }
        }
        drop(locks);
        for (id, files) in meetings.into_iter().filter(|(id, _)| !failed.contains(id)) {
            done.versions += files.others.len();
            done.meetings.push(id);
        }
    }

    /// Another content for the place of a version, as a save makes it.
    fn rewritten(&self, path: &Path, meeting: &Meeting) -> Result<(Vec<u8>, Option<Link>), SaveError> {
        self.refuse_sealed()?;
        let base = self.custody.link_of(&self.custody.within(path)).ok().flatten().map(|(link, _)| link);
        let (sealed, link) = self.custody.seal_at(path, base, format::encode(meeting)?)?;
        Ok((sealed, link))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        match self.files.remove(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes a file away, and waits until the disk has that: a file that comes back after a power cut was not deleted.
    fn take_away_file(&self, path: &Path) -> Result<(), SaveError> {
        self.remove_file(path).map_err(|error| SaveError::fault(path, &error))?;
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
