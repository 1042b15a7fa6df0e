//! A meeting that is not on the disk, sealed as the notebook would, for whoever has no key to write it later.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Notebook, OnDisk};
use crate::meeting::{Meeting, MeetingId};
use crate::store::disk::atomic::{self, Written, put_whole};
use crate::store::disk::digest::definition_hash;
use crate::store::disk::files::{Files, create_folders};
use crate::store::record::names::file_name;
use crate::store::record::problem::SaveError;
use crate::store::vault::mark::{Link, Mark, Subject};
use crate::store::witness::remembered::NOBODY;
use crate::store::witness::roll::{Entry, Roll, roll_path};

/// A meeting and the definitions that it names, as they go to the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescue {
    meeting: MeetingId,
    sealed: Vec<u8>,
    /// Name and bytes of each definition.
    definitions: Vec<(String, Vec<u8>)>,
    /// Path within the notebook and bytes of each file that opens the rest, or tells of it.
    openers: Vec<(String, Vec<u8>)>,
}

impl Notebook {
    /// Seals a meeting with the definitions that it names, without writing anything.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when it cannot be brought into the form of a file.
    pub fn rescue(&self, meeting: &Meeting, definitions: &[(String, Arc<str>)]) -> Result<Rescue, SaveError> {
        let named = |text: &str| meeting.pinned().any(|pinned| pinned.hash == definition_hash(text));
        let definitions = definitions.iter().filter(|(_, text)| named(text)).map(|(hash, text)| {
            let name = format!("{hash}.toml");
            let path = self.definitions().join(&name);
            let (sealed, link) = self.custody.seal_at(&path, None, text.as_bytes().to_vec())?;
            Ok((name, sealed, link))
        });
        let definitions = definitions.collect::<Result<Vec<_>, SaveError>>()?;
        let base = self.memory().meetings.get(&meeting.id).and_then(OnDisk::newest);
        let (sealed, link) = self.sealed(meeting, base)?;
        let mut links = vec![(format!("meetings/{}", file_name(meeting.id)), link)];
        links.extend(definitions.iter().map(|(name, _, link)| (format!("definitions/{name}"), *link)));
        let mut openers = self.codec.openers();
        // A copy that no computer knows anything of would seem to have lost what was known of it.
        openers.extend(self.roll_of(&links));
        let definitions = definitions.into_iter().map(|(name, sealed, _)| (name, sealed)).collect();
        Ok(Rescue { meeting: meeting.id, sealed, definitions, openers })
    }

    /// What a computer would note that wrote just these files.
    fn roll_of(&self, links: &[(String, Option<Link>)]) -> Option<(String, Vec<u8>)> {
        let mut roll = Roll::default();
        for (path, link) in links {
            roll.note(path, Entry::Here((*link)?));
        }
        let path = roll_path(NOBODY);
        let mark = Mark { subject: Subject::of(&path), revision: 1, previous: None };
        let (sealed, _) = self.codec.seal(&mark, roll.encode()?).ok()?;
        Some((path, sealed))
    }
}

impl Rescue {
    /// Leaves it in the notebook in `folder` as a save that was cut off: the next start finds it, and asks.
    ///
    /// # Errors
    ///
    /// What the disk says.
    pub fn leave(&self, files: &dyn Files, folder: &Path) -> Result<PathBuf, SaveError> {
        self.put_definitions(files, folder)?;
        let meetings = folder.join("meetings");
        let fault = |error: &std::io::Error| SaveError::fault(&meetings, error);
        let stem = self.meeting.to_string();
        let written = Written::new(files, &meetings, &stem, &self.sealed).map_err(|error| fault(&error))?;
        let path = written.leave();
        files.sync_folder(&meetings).map_err(|error| fault(&error))?;
        Ok(path)
    }

    /// Writes it to `folder` as a small notebook of its own, which opens with what opened the notebook.
    ///
    /// # Errors
    ///
    /// What the disk says.
    pub fn copy(&self, files: &dyn Files, folder: &Path) -> Result<(), SaveError> {
        let meetings = folder.join("meetings");
        for part in [&meetings, &folder.join("definitions")] {
            create_folders(files, part).map_err(|(path, error)| SaveError::fault(&path, &error))?;
        }
        let fault = |path: &Path, error: &std::io::Error| SaveError::fault(path, error);
        for (name, bytes) in &self.openers {
            let (place, name) = match name.rsplit_once('/') {
                Some((within, name)) => (folder.join(within), name),
                None => (folder.to_owned(), name.as_str()),
            };
            put_whole(files, &place, name, bytes).map_err(|(path, error)| fault(&path, &error))?;
        }
        self.put_definitions(files, folder)?;
        atomic::put(files, &meetings, &file_name(self.meeting), &self.sealed)
            .map_err(|error| fault(&meetings, &error))
    }

    fn put_definitions(&self, files: &dyn Files, folder: &Path) -> Result<(), SaveError> {
        let definitions = folder.join("definitions");
        for (name, sealed) in &self.definitions {
            // What is there already has this content: its name is the hash of it.
            if files.facts(&definitions.join(name)).is_err() {
                atomic::put(files, &definitions, name, sealed)
                    .map_err(|error| SaveError::fault(&definitions, &error))?;
            }
        }
        Ok(())
    }
}
