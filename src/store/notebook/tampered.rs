//! What in a notebook did not come about by the work of anybody who has its keys, as it is told.

use super::Notebook;
use super::problem::FileProblem;
use crate::store::record::names::DEVICES;
use crate::store::record::problem::SaveError;
use crate::store::witness::tampering::Tampering;

impl Notebook {
    /// What in this notebook did not come about by the work of anybody who has the keys, by path.
    ///
    /// Every file is read that looks otherwise than when it was read last; what is newer than was known is noted.
    pub fn tampering(&self) -> Vec<Tampering> {
        if self.codec.is_plain() {
            return Vec::new();
        }
        self.custody.tampering(self.tampering_with_waiting())
    }

    /// The same as problems of files.
    pub fn tampered_files(&self) -> Vec<FileProblem> {
        let folder = &self.folder;
        let told = |found: Tampering| match found {
            Tampering::Unreadable(path, problem) if !path.starts_with(DEVICES) => {
                FileProblem::Unreadable(problem)
            }
            found => FileProblem::Tampered { path: found.path(folder), found, folder: folder.clone() },
        };
        self.tampering().into_iter().map(told).collect()
    }

    /// Notes the files with the keys as they are, after they were changed on purpose.
    pub fn note_keys(&self) {
        self.custody.note_keys();
    }

    /// Writes down, after a save was acknowledged, what was written; what could not be is noted with the next.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the disk does not take it, or the roll there is not the one that this computer left.
    pub fn witness(&self) -> Result<(), SaveError> {
        self.custody.witness()
    }
}
