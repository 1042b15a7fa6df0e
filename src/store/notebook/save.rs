//! Saving a meeting: nothing that was acknowledged is lost, and nothing that somebody else wrote is overwritten.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::seen::Seen;
use super::{Notebook, OnDisk};
use crate::meeting::{Meeting, MeetingId};
use crate::store::disk::atomic::{self, Unsynced, Written};
use crate::store::disk::digest::definition_hash;
use crate::store::disk::fault::Fault;
use crate::store::record::format;
use crate::store::record::names::{KEYRING, file_name};
use crate::store::record::problem::{ReadProblem, SaveError};
use crate::store::vault::key_files::LIMIT;
use crate::store::vault::mark::Link;

/// What stands where a meeting is to be saved.
enum Standing {
    /// Nothing, or what this program left there.
    Free,
    /// A readable meeting that this program has not seen.
    Other,
    /// Something that cannot be read as a meeting.
    Damaged,
}

/// A save of which the content is written, and the name not yet given.
pub(super) struct Begun {
    pub(super) id: MeetingId,
    pub(super) target: PathBuf,
    base: Option<Link>,
    link: Option<Link>,
    seen: Seen,
    pinned: Vec<String>,
}

/// A save of which the name is given, and was not waited for yet.
pub(super) struct Placed {
    pub(super) target: PathBuf,
    base: Option<Link>,
    link: Option<Link>,
}

impl Notebook {
    /// Saves a meeting; when this returns `Ok`, it is on the disk itself and outlasts a power cut.
    ///
    /// `definitions` holds hash and text of the definitions that the meeting pins; those that are not on disk yet
    /// are put there first. A meeting that was not [`load`](Self::load)ed is new, and finds nothing in its place.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; what was on disk is then still there, whole. [`SaveError::ChangedOutside`] and
    /// [`SaveError::TargetDamaged`] have saved the meeting in another file, which they name.
    pub fn save(&self, meeting: &Meeting, definitions: &[(String, Arc<str>)]) -> Result<(), SaveError> {
        let (begun, (written, mut file)) = self.begin_save(meeting, definitions)?;
        file.sync().map_err(|error| SaveError::fault(&begun.target, &error))?;
        drop(file);
        let placed = self.put_in_place(begun, written)?;
        let folder = self.meetings();
        self.files.sync_folder(&folder).map_err(|error| SaveError::fault(&folder, &error))?;
        self.note_placed(&placed);
        Ok(())
    }

    /// Writes a meeting to a file that has neither its name yet nor was waited for.
    pub(super) fn begin_save(
        &self,
        meeting: &Meeting,
        definitions: &[(String, Arc<str>)],
    ) -> Result<(Begun, Unsynced<'_>), SaveError> {
        self.refuse_sealed()?;
        self.custody.root(&self.meetings())?;
        self.put_definitions(meeting, definitions)?;
        let (id, target) = (meeting.id, self.path(meeting.id));
        let base = self.memory().meetings.get(&id).and_then(OnDisk::newest);
        let (bytes, link) = self.sealed(meeting, base)?;
        let written = Written::unsynced(self.files.as_ref(), &self.meetings(), &id.to_string(), &bytes)
            .map_err(|error| SaveError::fault(&target, &error))?;
        let pinned = meeting.pinned().map(|definition| definition.hash.clone()).collect();
        Ok((Begun { id, target, base, link, seen: Seen::Whole(bytes.into()), pinned }, written))
    }

    /// Gives what was written its name, where nobody else wrote meanwhile; the names in the folder are still to be waited for.
    pub(super) fn put_in_place(&self, begun: Begun, written: Written<'_>) -> Result<Placed, SaveError> {
        let Begun { id, target, base, link, seen, pinned } = begun;
        // The comparison comes as late as it can: another program may have saved while this one waited.
        let standing = self.standing(id)?;
        if !matches!(standing, Standing::Free) {
            let kept = self.keep_beside(id, written, seen)?;
            self.custody.note(&kept, link);
            return Err(match standing {
                Standing::Damaged => SaveError::TargetDamaged { path: target, kept },
                _ => SaveError::ChangedOutside { path: target, kept },
            });
        }
        self.remember(id, |known| {
            known.attempted = Some(seen.clone());
            known.tried = link;
        });
        written.rename(&file_name(id)).map_err(|error| SaveError::fault(&target, &error))?;
        // The file has changed now, acknowledged or not, so that the next save must expect this version.
        self.remember(id, |known| {
            *known = OnDisk { disk: Some(seen), pinned, link, ..OnDisk::default() };
        });
        Ok(Placed { target, base, link })
    }

    /// Notes a save of which the disk has all.
    pub(super) fn note_placed(&self, placed: &Placed) {
        self.custody.note_save(&placed.target, placed.base, placed.link);
    }

    /// Puts a meeting in the notebook without waiting for the disk; for generated notebooks only.
    pub(in crate::store) fn put_unsynced(&self, meeting: &Meeting) -> Result<(), SaveError> {
        let (bytes, _) = self.sealed(meeting, None)?;
        let fault = |error| SaveError::fault(&self.path(meeting.id), &error);
        let id = meeting.id;
        Written::disposable(self.files.as_ref(), &self.meetings(), &id.to_string(), &bytes)
            .and_then(|written| written.rename(&file_name(id)))
            .map_err(fault)
    }

    pub(in crate::store) fn sealed(
        &self,
        meeting: &Meeting,
        base: Option<Link>,
    ) -> Result<(Vec<u8>, Option<Link>), SaveError> {
        self.custody.seal_at(&self.path(meeting.id), base, format::encode(meeting)?)
    }

    /// Refuses to write plain files to a notebook that was sealed since it was opened, and files that nobody would open
    /// to one of which a reader was removed since.
    pub(in crate::store) fn refuse_sealed(&self) -> Result<(), SaveError> {
        let path = self.folder.join(KEYRING);
        if self.codec.is_plain() {
            return if self.files.facts(&path).is_ok() { Err(SaveError::Sealed) } else { Ok(()) };
        }
        match self.files.read(&path, LIMIT) {
            Ok(keyring) if !self.codec.fits(&keyring) => Err(SaveError::OtherKeys),
            // That the keyring is gone is no reason to lose work as well.
            _ => Ok(()),
        }
    }

    fn remember(&self, id: MeetingId, change: impl FnOnce(&mut OnDisk)) {
        change(self.memory().known(id));
    }

    fn standing(&self, id: MeetingId) -> Result<Standing, SaveError> {
        let path = self.path(id);
        let known = self.memory().meetings.get(&id).cloned().unwrap_or_default();
        match self.custody.read_sealed(&path) {
            Err(problem) if problem.is_absent() => Ok(Standing::Free),
            Ok(bytes) => {
                let known = [&known.disk, &known.attempted];
                if known.into_iter().flatten().any(|seen| seen.is(&bytes)) {
                    Ok(Standing::Free)
                } else {
                    // The bytes that were compared are not read twice: there may be others by then.
                    Ok(self.custody.open_at(&path, bytes).map_or(Standing::Damaged, |opened| {
                        match format::decode(&opened.plain, &path) {
                            Ok(_) => Standing::Other,
                            Err(_) => Standing::Damaged,
                        }
                    }))
                }
            }
            // Larger than any meeting, or no file at all: not ours to replace.
            Err(ReadProblem::Fault { fault: Fault::TooLarge | Fault::NotAFile, .. }) => Ok(Standing::Damaged),
            Err(ReadProblem::Fault { path, fault }) => Err(SaveError::Fault { path, fault }),
            Err(_) => Ok(Standing::Damaged),
        }
    }

    /// Keeps this program's version beside a file that it may not replace; the next save replaces that version.
    fn keep_beside(
        &self,
        id: MeetingId,
        written: Written<'_>,
        seen: Seen,
    ) -> Result<std::path::PathBuf, SaveError> {
        let folder = self.meetings();
        let name = self.beside_name(id, &folder)?;
        let path = folder.join(&name);
        written.rename(&name).map_err(|error| SaveError::fault(&path, &error))?;
        self.remember(id, |known| known.beside = Some((name, seen)));
        self.files.sync_folder(&folder).map_err(|error| SaveError::fault(&folder, &error))?;
        Ok(path)
    }

    fn beside_name(&self, id: MeetingId, folder: &Path) -> Result<String, SaveError> {
        let beside = self.memory().meetings.get(&id).and_then(|known| known.beside.clone());
        if let Some((name, seen)) = beside
            && self.custody.read_sealed(&folder.join(&name)).is_ok_and(|bytes| seen.is(&bytes))
        {
            return Ok(name);
        }
        let entries = self.files.list(folder).map_err(|error| SaveError::fault(folder, &error))?;
        // Also not the name of one that was put away: that one may not come back under it.
        let taken = |name: &String| {
            entries.iter().any(|entry| entry.name == *name)
                || self.custody.chain().revision(&self.custody.within(&folder.join(name))) > 0
        };
        let mut names = (1_u32..).map(|number| format!("{id}.conflict-{number}.toml"));
        names.find(|name| !taken(name)).ok_or(SaveError::NotWritten)
    }

    /// Puts the definitions that the meeting pins on the disk, before the first record that names them.
    fn put_definitions(
        &self,
        meeting: &Meeting,
        definitions: &[(String, Arc<str>)],
    ) -> Result<(), SaveError> {
        if meeting.pinned().next().is_some() {
            self.custody.root(&self.definitions())?;
        }
        for hash in meeting.pinned().map(|definition| &definition.hash) {
            if self.memory().definitions.contains(hash) {
                continue;
            }
            if self.read_definition(hash).is_err() {
                let given = definitions.iter().find(|(_, text)| definition_hash(text) == *hash);
                let Some((_, text)) = given else {
                    if self.is_named_on_disk(meeting.id, hash) {
                        // It was lost earlier, and today's work is not to be lost over it.
                        continue;
                    }
                    return Err(SaveError::DefinitionMissing { hash: hash.clone() });
                };
                self.put_definition(hash, text)?;
            } else {
                // Its name may stem from a program that was stopped before this.
                let folder = self.definitions();
                self.files.sync_folder(&folder).map_err(|error| SaveError::fault(&folder, &error))?;
            }
            self.memory().definitions.insert(hash.clone());
        }
        Ok(())
    }

    fn put_definition(&self, hash: &str, text: &str) -> Result<(), SaveError> {
        let folder = self.definitions();
        let name = format!("{hash}.toml");
        let path = folder.join(&name);
        let (sealed, link) = self.custody.seal_at(&path, None, text.as_bytes().to_vec())?;
        atomic::put(self.files.as_ref(), &folder, &name, &sealed)
            .map_err(|error| SaveError::fault(&path, &error))?;
        self.custody.note(&path, link);
        Ok(())
    }

    fn is_named_on_disk(&self, id: MeetingId, hash: &str) -> bool {
        self.memory().meetings.get(&id).is_some_and(|known| known.pinned.iter().any(|pinned| pinned == hash))
    }
}
