//! Putting a backup back: what is missing comes, what is here is only replaced after it was kept.
//!
//! Every file is put in its place as a save does it, so that each is the old or the new version after whatever
//! happened; doing it again completes what was cut off.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::backup::{Backup, milliseconds};
use super::backup_problem::BackupProblem;
use super::member::Member;
use crate::meeting::{Meeting, MeetingSummary};
use crate::store::disk::atomic::{self, Written};
use crate::store::disk::digest::Digest;
use crate::store::disk::fault::Fault;
use crate::store::notebook::Notebook;
use crate::store::notebook::holder::LockError;
use crate::store::record::format;
use crate::store::record::names::{KEYRING, Reason};
use crate::store::record::problem::{Damage, ReadProblem, SaveError};
use crate::store::vault::mark::Link;
use crate::store::vault::sealed::is_sealed;

/// How a file in a backup stands to what is in the notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is not here.
    New,
    /// It is here with the same content.
    Same,
    /// What is here was changed before the one in the backup was.
    OlderHere,
    /// What is here was changed after the one in the backup was.
    NewerHere,
    /// What is here cannot be read and makes no sense.
    DamagedHere,
    /// What is here can be read; the one in the backup cannot.
    DamagedThere,
    /// What is here cannot be judged by this program, and so stays.
    Unclear(ReadProblem),
}

/// A file in a backup, and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The file.
    pub member: Member,
    /// How it stands to what is here.
    pub standing: Standing,
    /// What is here, where that is a meeting that can be read.
    pub here: Option<MeetingSummary>,
}

/// What became of a file in a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was missing and is here now.
    Added,
    /// It was here.
    Same,
    /// It took the place of an older version, or of a newer one that was to be replaced; that was kept.
    Replaced,
    /// It took the place of what was damaged, of which this is a copy.
    Repaired {
        /// The copy.
        aside: PathBuf,
    },
    /// What is here is newer, and stayed.
    NewerStayed,
    /// What is here can be read and the one in the backup cannot; it stayed.
    DamagedThere,
    /// What is here cannot be judged by this program, and stayed.
    Unclear(ReadProblem),
    /// Somebody has the meeting open; it stayed.
    Held(LockError),
    /// It changed while this was busy; it stayed.
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The disk did not take it; what was here is still here.
    Failed(SaveError),
}

/// What stands where a file of a backup belongs.
struct Here {
    standing: Standing,
    bytes: Option<Vec<u8>>,
    meeting: Option<Meeting>,
}

impl Here {
    fn bare(standing: Standing) -> Self {
        Self { standing, bytes: None, meeting: None }
    }
}

impl Notebook {
    /// What putting this backup back would do; changes nothing.
    ///
    /// # Errors
    ///
    /// When the backup has changed since it was read.
    pub fn plan(&self, backup: &Backup) -> Result<Vec<Planned>, BackupProblem> {
        let mut planned = Vec::new();
        backup.each(|member, modified, bytes| {
            let here = self.here(member, modified, &bytes);
            let summary = here.meeting.as_ref().map(MeetingSummary::of);
            planned.push(Planned { member: member.clone(), standing: here.standing, here: summary });
        })?;
        Ok(planned)
    }

    /// Puts a backup back; what is newer here is replaced only where `replace` says so.
    ///
    /// # Errors
    ///
    /// When the backup has changed since it was read; what was put back until then is in its place.
    pub fn restore(
        &self,
        backup: &Backup,
        replace: &dyn Fn(&Member) -> bool,
    ) -> Result<Vec<(Member, Outcome)>, BackupProblem> {
        let mut done: Vec<(Member, Outcome)> = Vec::new();
        backup.each(|member, modified, bytes| {
            if member.is_key() {
                done.push((member.clone(), self.put(member, modified, &bytes, replace)));
            }
        })?;
        let is_here =
            |outcome: &Outcome| matches!(outcome, Outcome::Added | Outcome::Same | Outcome::Replaced);
        if !done.iter().all(|(_, outcome)| is_here(outcome)) {
            // Without its keys nothing of the rest would open.
            return Ok(done);
        }
        backup.each(|member, modified, bytes| {
            if matches!(member, Member::Definition(_)) {
                done.push((member.clone(), self.put(member, modified, &bytes, replace)));
            }
        })?;
        // The definitions first, and lasting: a meeting without them cannot be walked through any more.
        self.sync_what_was_here(&mut done);
        let missing: HashSet<String> = done
            .iter()
            .filter(|(_, outcome)| match outcome {
                // A disk that did not say what is here may have nothing here.
                Outcome::Unclear(problem) => matches!(problem, ReadProblem::Fault { .. }),
                outcome => matches!(outcome, Outcome::Failed(_) | Outcome::Changed { .. }),
            })
            .filter_map(|(member, _)| match member {
                Member::Definition(hash) => Some(hash.clone()),
                _ => None,
            })
            .collect();
        let mut later = Vec::new();
        backup.each(|member, modified, bytes| {
            if !matches!(member, Member::Definition(_)) && !member.is_key() {
                let outcome = match self.pinned_among(member, &bytes, &missing) {
                    Some(hash) => Outcome::Failed(SaveError::DefinitionMissing { hash }),
                    None => self.put(member, modified, &bytes, replace),
                };
                later.push((member.clone(), outcome));
            }
        })?;
        self.sync_what_was_here(&mut later);
        done.extend(later);
        Ok(done)
    }

    fn put(
        &self,
        member: &Member,
        modified: u64,
        bytes: &[u8],
        replace: &dyn Fn(&Member) -> bool,
    ) -> Outcome {
        // What is here already is not held: a meeting that is open stays open.
        if self.here(member, modified, bytes).standing == Standing::Same {
            return Outcome::Same;
        }
        let lock = match member.meeting().map(|id| self.lock(id).map(|lock| (lock, self.holder(id)))) {
            Some(Err(error)) => return Outcome::Held(error),
            Some(Ok((_, Some(holder)))) => return Outcome::Held(LockError::Elsewhere { holder }),
            Some(Ok((lock, None))) => Some(lock),
            None => None,
        };
        let here = self.here(member, modified, bytes);
        let outcome = match (&here.standing, &here.bytes) {
            (Standing::New, _) => self.write(member, bytes, None).map(|()| Outcome::Added),
            (Standing::OlderHere, Some(old)) => self.replace(member, bytes, old, here.meeting.as_ref()),
            (Standing::NewerHere, Some(old)) if replace(member) => {
                self.replace(member, bytes, old, here.meeting.as_ref())
            }
            (Standing::DamagedHere, Some(old)) => self
                .copy_aside(member, "damaged", old)
                .and_then(|aside| self.write(member, bytes, Some(old)).map(|()| Outcome::Repaired { aside })),
            (Standing::DamagedThere, _) => Ok(Outcome::DamagedThere),
            (Standing::Unclear(problem), _) => Ok(Outcome::Unclear(problem.clone())),
            (Standing::Same, _) => Ok(Outcome::Same),
            _ => Ok(Outcome::NewerStayed),
        };
        drop(lock);
        outcome.unwrap_or_else(|error| match error {
            SaveError::ChangedOutside { path, .. } => Outcome::Changed { path },
            error => Outcome::Failed(error),
        })
    }

    /// Keeps what is here, then puts the other in its place.
    fn replace(
        &self,
        member: &Member,
        bytes: &[u8],
        old: &[u8],
        meeting: Option<&Meeting>,
    ) -> Result<Outcome, SaveError> {
        match meeting {
            Some(meeting) => {
                self.keep_version(meeting, Reason::Restored)?;
                // It may have been kept by a program that was stopped before its name was lasting.
                self.sync(&self.history(meeting.id))?;
                self.sync(&self.folder.join("history"))?;
                self.sync(&self.folder)?;
            }
            None => {
                self.copy_aside(member, "replaced", old)?;
            }
        }
        self.write(member, bytes, Some(old)).map(|()| Outcome::Replaced)
    }

    /// How the file in the backup stands to what is here.
    fn here(&self, member: &Member, modified: u64, bytes: &[u8]) -> Here {
        let path = member.within(&self.folder);
        // Keys are never mixed: what is sealed here opens with those of here, and who was removed stays so.
        if member.is_key() && self.files.facts(&self.folder.join(KEYRING)).is_ok() {
            return Here::bare(Standing::Same);
        }
        let old = match self.custody.read_sealed(&path) {
            Ok(old) => old,
            Err(problem) if problem.is_absent() => return Here::bare(Standing::New),
            Err(problem) => return Here::bare(Standing::Unclear(problem)),
        };
        if member.is_key() {
            // Of an interrupted sealing or restoring: without a keyring it opens nothing.
            let standing = if old == bytes { Standing::Same } else { Standing::OlderHere };
            return Here { bytes: Some(old), ..Here::bare(standing) };
        }
        let (ours, theirs) = (self.opened_here(member, &old, &path), self.brought(member, bytes, &path));
        if old == bytes || ours.as_ref().is_ok_and(|ours| theirs.as_ref() == Ok(ours)) {
            return Here { bytes: Some(old), ..Here::bare(Standing::Same) };
        }
        let judge = |plain: Result<Vec<u8>, ReadProblem>| judge(member, &plain?, &path);
        let (ours, theirs) = (judge(ours), judge(theirs));
        let standing = match (&ours, theirs) {
            (Err(problem @ (ReadProblem::Newer { .. } | ReadProblem::UnknownKey { .. })), _) => {
                Standing::Unclear(problem.clone())
            }
            (Ok(_), Err(_)) => Standing::DamagedThere,
            // What is here may be easier to repair than the other.
            (Err(problem), Err(_)) => Standing::Unclear(problem.clone()),
            (Err(_), Ok(_)) => Standing::DamagedHere,
            (Ok(_), Ok(_)) => match self.files.facts(&path) {
                Ok(facts) if milliseconds(facts.modified) < modified => Standing::OlderHere,
                _ => Standing::NewerHere,
            },
        };
        Here { standing, bytes: Some(old), meeting: ours.ok().flatten() }
    }

    /// What a file of this notebook says.
    fn opened_here(&self, member: &Member, bytes: &[u8], path: &Path) -> Result<Vec<u8>, ReadProblem> {
        if !member.is_sealed() {
            return Ok(bytes.to_vec());
        }
        self.custody.open_at(path, bytes.to_vec()).map(|opened| opened.plain)
    }

    /// What a file of a backup says; the backup may be older than the sealing of this notebook.
    fn brought(&self, member: &Member, bytes: &[u8], path: &Path) -> Result<Vec<u8>, ReadProblem> {
        if is_sealed(bytes) { self.opened_here(member, bytes, path) } else { Ok(bytes.to_vec()) }
    }

    /// The form in which a file of a backup goes to the disk: in a sealed notebook nothing comes plain, and what comes is
    /// the newest version from then on, or it would seem to have been put back by somebody without the keys.
    fn taken_in(
        &self,
        member: &Member,
        path: &Path,
        bytes: &[u8],
    ) -> Result<(Vec<u8>, Option<Link>), SaveError> {
        if !member.is_sealed() || self.codec.is_plain() {
            return Ok((bytes.to_vec(), None));
        }
        match self.brought(member, bytes, path) {
            Ok(plain) => {
                let here = self.custody.link_of(&self.custody.within(path)).ok().flatten();
                self.custody.seal_at(path, here.map(|(link, _)| link), plain)
            }
            // Damaged there too: it comes as it is, and is named.
            Err(_) => Ok((bytes.to_vec(), None)),
        }
    }

    /// A definition among `missing` that the meeting in these bytes pins.
    fn pinned_among(&self, member: &Member, bytes: &[u8], missing: &HashSet<String>) -> Option<String> {
        if missing.is_empty() {
            return None;
        }
        let path = member.within(&self.folder);
        let meeting = judge(member, &self.brought(member, bytes, &path).ok()?, &path).ok().flatten()?;
        meeting.definitions.into_iter().map(|pinned| pinned.hash).find(|hash| missing.contains(hash))
    }

    /// Puts `bytes` in the place of `old`, unless something else stands there by now.
    fn write(&self, member: &Member, bytes: &[u8], old: Option<&[u8]>) -> Result<(), SaveError> {
        let path = member.within(&self.folder);
        let (folder, name) = parts(&path);
        let files = self.files.as_ref();
        if member.is_sealed() {
            self.refuse_sealed()?;
        }
        let (bytes, link) = self.taken_in(member, &path, bytes)?;
        self.custody.root(folder)?;
        let fault = |error: &std::io::Error| SaveError::fault(&path, error);
        // Not under the name of the meeting: what a stopped restore leaves is no newer work.
        let written = Written::new(files, folder, "restore", &bytes).map_err(|error| fault(&error))?;
        let stands = match self.custody.read_sealed(&path) {
            Ok(now) => old == Some(now.as_slice()),
            Err(problem) => old.is_none() && problem.is_absent(),
        };
        if !stands {
            return Err(SaveError::ChangedOutside { kept: path.clone(), path });
        }
        written.rename(name).map_err(|error| fault(&error))?;
        self.sync(folder)?;
        self.custody.note_restored(&path, link);
        Ok(())
    }

    /// Puts a copy of what is to be replaced beside it, under a name that says why.
    fn copy_aside(&self, member: &Member, why: &str, bytes: &[u8]) -> Result<PathBuf, SaveError> {
        let path = member.within(&self.folder);
        let (folder, name) = parts(&path);
        self.custody.root(folder)?;
        let (stem, ending) = match member {
            // Once it is repaired by hand, such a file is a second version like any other.
            Member::Meeting(id) | Member::Beside(id, _) => (id.to_string(), ".toml"),
            _ => (name.to_owned(), ""),
        };
        for number in 1_u32.. {
            let name = format!("{stem}.{why}-{number}{ending}");
            let aside = folder.join(&name);
            match self.custody.read_sealed(&aside) {
                Ok(known) if known == bytes => return self.sync(folder).map(|()| aside),
                Err(problem) if problem.is_absent() => {
                    atomic::put(self.files.as_ref(), folder, &name, bytes)
                        .map_err(|error| SaveError::fault(&aside, &error))?;
                    return Ok(aside);
                }
                // Something else has that name.
                Ok(_) | Err(ReadProblem::Fault { fault: Fault::NotAFile | Fault::TooLarge, .. }) => {}
                // A disk that fails says so of every name.
                Err(ReadProblem::Fault { path, fault }) => return Err(SaveError::Fault { path, fault }),
                Err(_) => return Err(SaveError::NotWritten),
            }
        }
        Err(SaveError::NotWritten)
    }

    fn sync(&self, folder: &Path) -> Result<(), SaveError> {
        self.files.sync_folder(folder).map_err(|error| SaveError::fault(folder, &error))
    }

    /// Makes the names lasting that a restore which was cut off may have left unsynced.
    fn sync_what_was_here(&self, done: &mut [(Member, Outcome)]) {
        let place = |member: &Member| parts(&member.within(&self.folder)).0.to_owned();
        let here = done.iter().filter(|(_, outcome)| *outcome == Outcome::Same);
        let mut folders = BTreeSet::new();
        for (member, _) in here {
            let place = place(member);
            let within = place.ancestors().take_while(|folder| folder.starts_with(&self.folder));
            folders.extend(within.map(Path::to_owned));
        }
        for folder in folders {
            if let Err(error) = self.sync(&folder) {
                let same = done.iter_mut().filter(|(_, outcome)| *outcome == Outcome::Same);
                for (_, outcome) in same.filter(|(member, _)| place(member).starts_with(&folder)) {
                    *outcome = Outcome::Failed(error.clone());
                }
            }
        }
    }
}

/// Whether the content of a file makes sense; the meeting where it is one.
fn judge(member: &Member, plain: &[u8], path: &Path) -> Result<Option<Meeting>, ReadProblem> {
    match member {
        Member::Definition(hash) if Digest::of(plain).to_string() != *hash => {
            Err(ReadProblem::damaged(path, None, Damage::Hash))
        }
        Member::Meeting(_) | Member::Beside(..) | Member::Earlier(..) => {
            format::decode(plain, path).map(Some)
        }
        Member::Settings => format::decode_small::<toml::Table>(plain, path).map(|_| None),
        _ => Ok(None),
    }
}

fn parts(path: &Path) -> (&Path, &str) {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    (path.parent().unwrap_or(Path::new("")), name)
}
