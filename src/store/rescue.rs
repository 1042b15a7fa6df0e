//! A meeting that is not on the disk, sealed as the notebook would, for whoever has no key to write it later.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::atomic::{self, Written, put_whole};
use super::digest::definition_hash;
use super::files::{Files, create_folders};
use super::notebook::{Known, Notebook, file_name};
use super::problem::SaveError;
use crate::meeting::{Meeting, MeetingId};

/// A meeting and the definitions that it names, as they go to the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescue {
    meeting: MeetingId,
    sealed: Vec<u8>,
    /// Name and bytes of each definition.
    definitions: Vec<(String, Vec<u8>)>,
    /// Path within the notebook and bytes of each file that opens the rest.
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
            Ok((name, self.seal_at(&path, None, text.as_bytes().to_vec())?.0))
        });
        let base = self.memory().meetings.get(&meeting.id).and_then(Known::newest);
        Ok(Rescue {
            meeting: meeting.id,
            sealed: self.sealed(meeting, base)?.0,
            definitions: definitions.collect::<Result<_, SaveError>>()?,
            openers: self.codec.openers(),
        })
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
