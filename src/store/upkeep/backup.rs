//! A backup: everything of a notebook that matters in one file, read back before it gets its name.
//!
//! The bytes are those on the disk and are never decoded, so that what is damaged or sealed is kept as it is.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use chrono::SecondsFormat;

use super::archive::{Packer, Unpacker};
use super::backup_problem::{BackupProblem, Refusal};
use super::manifest::{self, Listed, Manifest, Wrong};
use super::member::Member;
use crate::store::disk::atomic::{stem_of_temporary, temporary_name};
use crate::store::disk::clock;
use crate::store::disk::files::Files;
use crate::store::notebook::Notebook;
use crate::store::record::format::SEALED_LIMIT;
use crate::store::record::names::KEYRING;
use crate::store::record::problem::ReadProblem;
use crate::store::vault::codec::Codec;
use crate::store::vault::key_files::KeyFiles;
use crate::store::vault::mark::Subject;
use crate::store::vault::sealed::is_sealed;

/// A backup that was read whole, and in which everything is as it was written.
pub struct Backup {
    path: PathBuf,
    files: Arc<dyn Files>,
    manifest: Manifest,
    size: u64,
}

impl std::fmt::Debug for Backup {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Backup").field("path", &self.path).finish_non_exhaustive()
    }
}

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// When it was made, in UTC: `2026-11-27T14:03:00Z`.
    pub made: String,
    /// Meetings.
    pub meetings: usize,
    /// Second versions of meetings.
    pub beside: usize,
    /// Earlier versions of meetings.
    pub earlier: usize,
    /// Definitions as meetings pinned them.
    pub definitions: usize,
    /// The user's own checklists and routes.
    pub checklists: usize,
    /// Size of the file in bytes.
    pub size: u64,
    /// Whether it is of a sealed notebook.
    pub sealed: bool,
}

/// The stem of the temporary file in which a backup is written.
const STEM: &str = "pallium-backup";

impl Notebook {
    /// Writes a backup of the whole notebook to a new file and reads it back.
    ///
    /// Every file is read once and whole, so that a meeting that is saved meanwhile is in it as it was before or after.
    ///
    /// # Errors
    ///
    /// [`BackupProblem`]; nothing is then at `target` that was not there before.
    pub fn backup(&self, target: &Path) -> Result<Contents, BackupProblem> {
        if target.starts_with(&self.folder) {
            return Err(BackupProblem::Inside { path: target.to_owned() });
        }
        let files = self.files.as_ref();
        refuse_existing(files, target)?;
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        self.sweep_backups(folder);
        // What cannot be read is found before anything is written.
        self.members().map_err(BackupProblem::Unreadable)?;
        let fault = |error: &std::io::Error| BackupProblem::fault(target, error);
        let path = folder.join(temporary_name(STEM, files.token()));
        let file = files.create_new(&path).map_err(|error| fault(&error))?;
        let temporary = Temporary { files, path: &path, placed: false };
        let keyring = self.keyring();
        let written = self.pack(Packer::new(file), target)?;
        if self.keyring() != keyring {
            // A reader was removed meanwhile: what was read after that does not open with what was read before.
            return Err(BackupProblem::NotVerified { path: target.to_owned() });
        }
        let read = Backup::read(self.files.clone(), &path).map_err(|problem| match problem {
            BackupProblem::Fault { fault, .. } => BackupProblem::Fault { path: target.to_owned(), fault },
            _ => BackupProblem::NotVerified { path: target.to_owned() },
        })?;
        if read.manifest != written {
            return Err(BackupProblem::NotVerified { path: target.to_owned() });
        }
        refuse_existing(files, target)?;
        temporary.rename(target).map_err(|error| fault(&error))?;
        if let Err(error) = files.sync_folder(folder) {
            // Not under this name when it is not said to be there.
            let _ = files.remove(target);
            return Err(fault(&error));
        }
        Ok(read.contents())
    }

    fn pack(&self, mut packer: Packer, target: &Path) -> Result<Manifest, BackupProblem> {
        let fault = |error: &std::io::Error| BackupProblem::fault(target, error);
        let made = clock::moment(self.files.now()).and_utc().to_rfc3339_opts(SecondsFormat::Secs, true);
        let mut manifest = Manifest::new(made);
        let mut problems = Vec::new();
        let is_definition = |member: &Member| matches!(member, Member::Definition(_));
        for definitions in [false, true] {
            // Listed anew: a meeting that was saved meanwhile may have brought its definition along.
            let members = self.members().map_err(BackupProblem::Unreadable)?;
            for member in members.iter().filter(|member| is_definition(member) == definitions) {
                match self.take(member) {
                    Ok((modified, bytes)) => {
                        let listed = Listed::of(member.path(), modified, &bytes);
                        packer.add(&listed.path, listed.seconds(), &bytes).map_err(|error| fault(&error))?;
                        manifest.files.push(listed);
                    }
                    // Taken away since the folder was read.
                    Err(problem) if problem.is_absent() => {}
                    Err(problem) => problems.push(problem),
                }
            }
        }
        if !problems.is_empty() {
            return Err(BackupProblem::Unreadable(problems));
        }
        let text = manifest.encode().ok_or(BackupProblem::TooMuch)?;
        packer.add(manifest::NAME, 0, &text).map_err(|error| fault(&error))?;
        packer.finish().map_err(|error| fault(&error))?;
        Ok(manifest)
    }

    fn keyring(&self) -> Option<Vec<u8>> {
        self.files.read(&self.folder.join(KEYRING), SEALED_LIMIT).ok()
    }

    /// A file as it stands on the disk, with when it was last changed.
    fn take(&self, member: &Member) -> Result<(u64, Vec<u8>), ReadProblem> {
        let path = member.within(&self.folder);
        let facts = self.files.facts(&path).map_err(|error| ReadProblem::fault(&path, &error))?;
        Ok((milliseconds(facts.modified), self.custody.read_sealed(&path)?))
    }

    /// Takes away what a backup that was stopped left behind: it holds as much as a whole one.
    fn sweep_backups(&self, folder: &Path) {
        for entry in self.files.list(folder).unwrap_or_default() {
            let path = folder.join(&entry.name);
            if stem_of_temporary(&entry.name) == Some(STEM) && self.is_abandoned(&path) {
                let _ = self.files.remove(&path);
            }
        }
    }
}

/// A moment in milliseconds since 1970.
pub(in crate::store) fn milliseconds(at: SystemTime) -> u64 {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis();
    // As far as the archive can say it: until the year 2242.
    u64::try_from(since).unwrap_or(u64::MAX).min((1 << 33) * 1000 - 1)
}

fn refuse_existing(files: &dyn Files, target: &Path) -> Result<(), BackupProblem> {
    match files.facts(target) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(BackupProblem::fault(target, &error)),
        Ok(_) => Err(BackupProblem::Exists { path: target.to_owned() }),
    }
}

/// A file that is taken away again unless it gets its name.
struct Temporary<'f> {
    files: &'f dyn Files,
    path: &'f Path,
    placed: bool,
}

impl Temporary<'_> {
    fn rename(mut self, target: &Path) -> std::io::Result<()> {
        self.files.rename(self.path, target)?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.placed {
            // What stays behind is swept by the next backup in this folder.
            let _ = self.files.remove(self.path);
        }
    }
}

impl Backup {
    /// Reads a backup from beginning to end; only one in which everything is right is given.
    ///
    /// # Errors
    ///
    /// [`BackupProblem`], and nothing of it is used.
    pub fn read(files: Arc<dyn Files>, path: &Path) -> Result<Self, BackupProblem> {
        let mut unpacker = open(files.as_ref(), path)?;
        let (mut found, mut seen) = (Vec::<(Listed, u64)>::new(), HashSet::new());
        loop {
            let last = found.last().map(|(listed, _)| listed.path.clone());
            let unfit = |unfit| BackupProblem::unfit(path, &unfit, last.as_deref());
            let Some(packed) = unpacker.next(limit).map_err(unfit)? else {
                return Err(match last {
                    None => BackupProblem::Foreign { path: path.to_owned() },
                    Some(_) => BackupProblem::Cut { path: path.to_owned() },
                });
            };
            if packed.path == manifest::NAME {
                let manifest = Manifest::decode(&packed.bytes).map_err(|wrong| match wrong {
                    Wrong::Newer(_) => BackupProblem::Newer { path: path.to_owned() },
                    Wrong::Damaged => BackupProblem::damaged(path, Some(manifest::NAME)),
                })?;
                let last = Some(manifest::NAME);
                let after = unpacker.next(limit).map_err(|unfit| BackupProblem::unfit(path, &unfit, last))?;
                if packed.modified != 0 || after.is_some() {
                    return Err(BackupProblem::damaged(path, last));
                }
                let size = files.facts(path).map_err(|error| BackupProblem::fault(path, &error))?.size;
                compare(&manifest.files, &found).map_err(|inside| BackupProblem::damaged(path, inside))?;
                return Ok(Self { path: path.to_owned(), files, manifest, size });
            }
            if Member::parse(&packed.path).is_none() {
                return Err(BackupProblem::refused(path, &packed.path, Refusal::Path));
            }
            if !seen.insert(packed.path.clone()) {
                return Err(BackupProblem::refused(path, &packed.path, Refusal::Twice));
            }
            found.push((Listed::of(packed.path, 0, &packed.bytes), packed.modified));
        }
    }

    /// What is in it.
    pub fn contents(&self) -> Contents {
        let mut contents =
            Contents { made: self.manifest.made.clone(), size: self.size, ..Contents::default() };
        for member in self.manifest.files.iter().filter_map(|listed| Member::parse(&listed.path)) {
            match member {
                Member::Meeting(_) => contents.meetings += 1,
                Member::Beside(..) => contents.beside += 1,
                Member::Earlier(..) => contents.earlier += 1,
                Member::Definition(_) => contents.definitions += 1,
                Member::Checklist(_) => contents.checklists += 1,
                Member::Keyring => contents.sealed = true,
                _ => {}
            }
        }
        contents
    }

    /// What opens it, where the notebook was sealed.
    ///
    /// # Errors
    ///
    /// When it is not the file any more that [`read`](Self::read) has found to be right.
    pub fn key_files(&self) -> Result<Option<KeyFiles>, BackupProblem> {
        let mut found = Vec::new();
        self.each(|member, _, bytes| {
            if member.is_key() {
                found.push((member.path(), bytes));
            }
        })?;
        Ok((!found.is_empty()).then(|| KeyFiles::of(&self.path, found)))
    }

    /// Whether everything sealed in it opens with `codec`.
    ///
    /// # Errors
    ///
    /// When it is not the file any more that [`read`](Self::read) has found to be right.
    pub fn opens_with(&self, codec: &dyn Codec) -> Result<bool, BackupProblem> {
        let (mut sealed, mut opened) = (0_usize, 0_usize);
        self.each(|member, _, bytes| {
            if member.is_sealed() && is_sealed(&bytes) {
                sealed += 1;
                opened +=
                    usize::from(!codec.is_plain() && codec.open(&Subject::of(&member.path()), bytes).is_ok());
            }
        })?;
        // One that is damaged is judged on its own; of another notebook none opens.
        Ok(sealed == 0 || opened > 0)
    }

    /// Reads it again and hands over each file, with when it was last changed, in milliseconds since 1970.
    ///
    /// # Errors
    ///
    /// When it is not the file any more that [`read`](Self::read) has found to be right.
    pub(in crate::store) fn each(
        &self,
        mut take: impl FnMut(&Member, u64, Vec<u8>),
    ) -> Result<(), BackupProblem> {
        let mut unpacker = open(self.files.as_ref(), &self.path)?;
        for listed in &self.manifest.files {
            let inside = Some(listed.path.as_str());
            let unfit = |unfit| BackupProblem::unfit(&self.path, &unfit, inside);
            let packed = unpacker.next(limit).map_err(unfit)?;
            let same = packed
                .filter(|packed| Listed::of(packed.path.clone(), listed.modified, &packed.bytes) == *listed);
            match (same, Member::parse(&listed.path)) {
                (Some(packed), Some(member)) => take(&member, listed.modified, packed.bytes),
                _ => return Err(BackupProblem::damaged(&self.path, inside)),
            }
        }
        Ok(())
    }
}

fn open(files: &dyn Files, path: &Path) -> Result<Unpacker, BackupProblem> {
    files.open(path).map(Unpacker::new).map_err(|error| BackupProblem::fault(path, &error))
}

/// How large a file in a backup may be.
fn limit(path: &str) -> u64 {
    if path == manifest::NAME { manifest::LIMIT } else { SEALED_LIMIT }
}

/// Whether a backup holds what its manifest says; else the first file in which they differ, where there is one.
fn compare<'l>(listed: &'l [Listed], found: &[(Listed, u64)]) -> Result<(), Option<&'l str>> {
    for (listed, (found, seconds)) in listed.iter().zip(found) {
        let found = Listed { modified: listed.modified, ..found.clone() };
        if *listed != found || listed.seconds() != *seconds {
            return Err(Some(&listed.path));
        }
    }
    if listed.len() == found.len() { Ok(()) } else { Err(None) }
}
