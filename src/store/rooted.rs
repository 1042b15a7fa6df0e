//! Folders whose names are on the disk itself.

use std::io;
use std::path::{Path, PathBuf};

use super::files::create_folders;
use super::notebook::Notebook;
use super::problem::SaveError;

impl Notebook {
    /// Makes sure that a folder of the notebook is there, and that its name and those above it outlast a power cut.
    ///
    /// That a folder is there says nothing of that: a program may have made it and been stopped, or have failed, before
    /// its name was synced, and everything in it would be lost with the name. So each program syncs each name once.
    ///
    /// # Errors
    ///
    /// [`SaveError::Fault`]; the next save tries again.
    pub(super) fn root(&self, folder: &Path) -> Result<(), SaveError> {
        if self.memory().rooted.contains(folder) {
            return Ok(());
        }
        let files = self.files.as_ref();
        create_folders(files, folder).map_err(|(path, error)| SaveError::fault(&path, &error))?;
        let mut done: Vec<PathBuf> = Vec::new();
        for path in folder.ancestors() {
            if self.memory().rooted.contains(path) {
                break;
            }
            let parent = match path.parent() {
                Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
                Some(parent) => parent,
                None => break,
            };
            match files.sync_folder(parent) {
                // What lies around the notebook may be closed to its user, who then did not make that folder either.
                Err(error) if path == self.folder && error.kind() == io::ErrorKind::PermissionDenied => {}
                result => result.map_err(|error| SaveError::fault(parent, &error))?,
            }
            done.push(path.to_owned());
            if path == self.folder {
                break;
            }
        }
        self.memory().rooted.extend(done);
        Ok(())
    }
}
