//! What there is of patients and meetings in a whole notebook, from one reading of each file.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use crate::meeting::{
    Identities, Identity, Meeting, MeetingId, MeetingKind, MeetingSummary, PatientId, Review,
};
use crate::store::disk::atomic::stem_of_temporary;
use crate::store::disk::entries::Kind;
use crate::store::disk::fault::{Fault, NotebookError};
use crate::store::disk::files::Facts;
use crate::store::notebook::Notebook;
use crate::store::notebook::list::is_passed_over;
use crate::store::record::names::id_in_name;

/// Told after each file that was read: how many were, and of how many.
pub type Progress<'p> = dyn FnMut(usize, usize) + 'p;

/// A patient as the notebook knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientLabels {
    /// Identity.
    pub patient: PatientId,
    /// The other identities under which the same person was recorded.
    pub also: Vec<PatientId>,
    /// Every label under which the patient was discussed, with the year of birth beside it.
    pub labels: BTreeSet<(String, String)>,
}

impl PatientLabels {
    /// Every identity of the person.
    pub fn identities(&self) -> Vec<PatientId> {
        std::iter::once(self.patient).chain(self.also.iter().copied()).collect()
    }
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
    /// How many lines of notes.
    pub notes: usize,
    /// Meetings with a discussion that nobody took over into the patient's own record.
    pub not_taken_over: Vec<MeetingSummary>,
    /// Files that cannot be read, of which nobody can say what is in them.
    pub unreadable: Vec<PathBuf>,
}

/// The files of one meeting, those that go first at the front and the meeting itself last.
#[derive(Debug, Default)]
pub(in crate::store) struct Files {
    pub(in crate::store) others: Vec<PathBuf>,
    pub(in crate::store) own: Option<PathBuf>,
}

impl Files {
    pub(in crate::store) fn all(&self) -> impl Iterator<Item = &PathBuf> {
        self.others.iter().chain(&self.own)
    }
}

/// What stands in the files of a notebook, as far as deleting asks for it.
#[derive(Debug, Default)]
pub struct Survey {
    files: Vec<Surveyed>,
    places: HashMap<PathBuf, usize>,
    /// Who is whom, as the meetings themselves say.
    identities: Identities,
}

/// One file that was read.
#[derive(Debug)]
struct Surveyed {
    id: MeetingId,
    path: PathBuf,
    /// Whether it is the meeting itself, and no version of it.
    is_own: bool,
    /// How it looked before it was read, where a later change would look otherwise.
    facts: Option<Facts>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// It was being written, and is not whole.
    HalfWritten,
    Unreadable,
    Meeting(Box<MeetingSummary>, BTreeMap<PatientId, Part>),
}

/// What there is of one patient in one file.
#[derive(Debug, Clone, Default)]
struct Part {
    /// The label and the year of birth, where the patient was discussed.
    label: Option<(String, String)>,
    answers: usize,
    agreements: usize,
    /// Lines of notes.
    notes: usize,
    /// Whether nobody took the discussion over into the patient's own record.
    is_only_here: bool,
}

impl Part {
    fn of(review: &Review) -> Self {
        Self {
            label: Some((review.label.trim().to_owned(), review.born.trim().to_owned())),
            answers: review.answers.len(),
            agreements: review.agreements.len(),
            notes: review.notes.lines().filter(|line| !line.trim().is_empty()).count(),
            is_only_here: review.details.taken_over.is_none() && !is_blank(review),
        }
    }
}

/// Whether nothing of a discussion would be missed.
fn is_blank(review: &Review) -> bool {
    review.answers.is_empty()
        && review.judgements.is_empty()
        && review.agreements.is_empty()
        && review.notes.trim().is_empty()
}

fn parts(meeting: &Meeting) -> BTreeMap<PatientId, Part> {
    let mut parts: BTreeMap<PatientId, Part> = BTreeMap::new();
    parts.extend(meeting.reviews.iter().map(|review| (review.patient, Part::of(review))));
    let changes = meeting.amendments.iter().flat_map(|one| &one.changes);
    let named = meeting.reviews.iter().filter_map(|review| match review.details.same_as {
        Some(Identity::SameAs(other)) => Some(other),
        _ => None,
    });
    for patient in named {
        parts.entry(patient).or_default();
    }
    for patient in meeting.spent.keys().copied().chain(changes.filter_map(|one| one.patient)) {
        parts.entry(patient).or_default();
    }
    parts
}

impl Notebook {
    /// The files of every meeting, by identity.
    pub(in crate::store) fn files_of_meetings(&self) -> Result<BTreeMap<MeetingId, Files>, NotebookError> {
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

    /// What stands in the folder of meetings under a name by which nothing reads it, so that nobody can say who is in it.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when the folder cannot be read.
    pub fn passed_over(&self) -> Result<Vec<PathBuf>, NotebookError> {
        let folder = self.meetings();
        let named = self.names_of_meetings()?.0.into_iter().map(|entry| (folder.join(&entry.name), entry));
        let mut found: Vec<PathBuf> =
            named.filter(|(path, entry)| is_passed_over(entry, path)).map(|(path, _)| path).collect();
        found.sort();
        Ok(found)
    }

    /// Reads each file of the meetings that `of` names, versions included, once.
    ///
    /// # Errors
    ///
    /// [`NotebookError`] when a folder cannot be read.
    pub fn survey(
        &self,
        of: impl Fn(MeetingId) -> bool,
        progress: &mut Progress<'_>,
    ) -> Result<Survey, NotebookError> {
        let mut survey = Survey::default();
        let meetings: Vec<(MeetingId, Files)> =
            self.files_of_meetings()?.into_iter().filter(|(id, _)| of(*id)).collect();
        let count = meetings.iter().map(|(_, files)| files.all().count()).sum();
        for (id, files) in meetings {
            for path in files.all() {
                // The facts are older than the content, so that a change in between looks otherwise.
                let facts = self.files.facts(path).ok().filter(|facts| self.custody.is_settled(facts));
                let content = match self.read_known(path) {
                    Ok(meeting) => {
                        if *path == self.path(id) {
                            survey.learn(&meeting);
                        }
                        Some(Content::Meeting(Box::new(MeetingSummary::of(&meeting)), parts(&meeting)))
                    }
                    Err(problem) if problem.is_absent() => None,
                    // What was being written and is not whole belongs to nobody.
                    Err(_) if is_temporary(path) => Some(Content::HalfWritten),
                    Err(_) => Some(Content::Unreadable),
                };
                if let Some(content) = content {
                    let is_own = *path == self.path(id);
                    survey.places.insert(path.clone(), survey.files.len());
                    survey.files.push(Surveyed { id, path: path.clone(), is_own, facts, content });
                }
                progress(survey.files.len(), count);
            }
        }
        Ok(survey)
    }
}

impl Survey {
    /// Everybody of whom there is anything.
    pub fn patients(&self) -> Vec<PatientLabels> {
        let mut known: BTreeMap<PatientId, PatientLabels> = BTreeMap::new();
        for (patient, part) in self.files.iter().filter_map(Surveyed::parts).flatten() {
            let person = self.identities.person(*patient);
            let one = known.entry(person).or_insert_with(|| PatientLabels {
                patient: person,
                also: Vec::new(),
                labels: BTreeSet::new(),
            });
            if *patient != person && !one.also.contains(patient) {
                one.also.push(*patient);
            }
            one.labels.extend(part.label.clone());
        }
        known.into_values().collect()
    }

    /// What there is of one person under all these identities.
    pub fn of_patient(&self, patients: &[PatientId]) -> Found {
        self.found(|_| true, |known| patients.contains(known), true)
    }

    /// Takes over what a meeting says of who is whom; the case of a session is nobody.
    fn learn(&mut self, meeting: &Meeting) {
        if meeting.details.kind == MeetingKind::Education {
            return;
        }
        for review in &meeting.reviews {
            if let Some(identity) = review.details.same_as {
                self.identities.take(review.patient, meeting.when_of(review), identity);
            }
            for other in &review.details.apart_from {
                self.identities.take_apart(review.patient, *other, meeting.when_of(review));
            }
        }
    }

    /// What there is of these meetings.
    pub fn of_meetings(&self, ids: &BTreeSet<MeetingId>) -> Found {
        self.found(|id| ids.contains(&id), |_| true, false)
    }

    /// Whether a file holds anything of these patients: `None` when it looks otherwise by now, or was not read.
    pub(in crate::store) fn has(
        &self,
        path: &Path,
        now: Option<&Facts>,
        patients: &[PatientId],
    ) -> Option<bool> {
        let file = self.files.get(*self.places.get(path)?)?;
        if file.facts.as_ref() != Some(now?) {
            return None;
        }
        match &file.content {
            Content::HalfWritten => Some(true),
            Content::Unreadable => Some(false),
            Content::Meeting(_, parts) => Some(patients.iter().any(|patient| parts.contains_key(patient))),
        }
    }

    fn found(
        &self,
        of: impl Fn(MeetingId) -> bool,
        whose: impl Fn(&PatientId) -> bool,
        is_of_patient: bool,
    ) -> Found {
        let mut found = Found::default();
        for file in self.files.iter().filter(|file| of(file.id)) {
            let (summary, parts) = match &file.content {
                Content::Meeting(summary, parts) => (summary, parts),
                Content::Unreadable => {
                    found.unreadable.push(file.path.clone());
                    continue;
                }
                Content::HalfWritten => continue,
            };
            let own: Vec<&Part> =
                parts.iter().filter(|(patient, _)| whose(patient)).map(|(_, part)| part).collect();
            if own.is_empty() && is_of_patient {
                continue;
            }
            if !file.is_own {
                found.versions += 1;
                continue;
            }
            found.meetings.push((**summary).clone());
            for part in &own {
                found.answers += part.answers;
                found.agreements += part.agreements;
                found.notes += part.notes;
            }
            if own.iter().any(|part| part.is_only_here) {
                found.not_taken_over.push((**summary).clone());
            }
        }
        found.meetings.sort_by(MeetingSummary::newest_first);
        found.not_taken_over.sort_by(MeetingSummary::newest_first);
        found
    }
}

impl Surveyed {
    fn parts(&self) -> Option<&BTreeMap<PatientId, Part>> {
        match &self.content {
            Content::Meeting(_, parts) => Some(parts),
            _ => None,
        }
    }
}

pub(in crate::store) fn is_temporary(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| stem_of_temporary(name).is_some())
}
