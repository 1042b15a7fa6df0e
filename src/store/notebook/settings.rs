//! The settings of the program, kept in the notebook and never sealed: the question for the passphrase is in their language.
//!
//! The file is edited by people too, so the notebook knows it as text; what its keys mean is for who shows the settings.

use super::Notebook;
use crate::store::disk::atomic;
use crate::store::record::format;
use crate::store::record::problem::{ReadProblem, SaveError};

/// The name of the file with settings.
pub const SETTINGS: &str = "settings.toml";

impl Notebook {
    /// The text of the file with settings; `None` where none were saved yet.
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when the file cannot be read, is no text or is of a newer program; it is untouched. A fault within
    /// the text is none: who made one with an editor finds the rest of the file in force.
    pub fn read_settings(&self) -> Result<Option<String>, ReadProblem> {
        let path = self.folder.join(SETTINGS);
        match self.custody.read_sealed(&path) {
            Ok(bytes) => format::decode_settings(&bytes, &path).map(Some),
            Err(problem) if problem.is_absent() => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// Puts what `edit` makes of the text of the settings in its place; when this returns `Ok`, it is on the disk itself.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; what was on disk is then still there. [`SaveError::SettingsDamaged`] when what is there cannot be
    /// read, or `edit` makes nothing of it.
    pub fn change_settings(
        &self,
        edit: impl FnOnce(Option<&str>) -> Option<String>,
    ) -> Result<(), SaveError> {
        let path = self.folder.join(SETTINGS);
        let damaged = || SaveError::SettingsDamaged { path: path.clone() };
        let before = match self.read_settings() {
            Ok(before) => before,
            Err(ReadProblem::Fault { path, fault }) => return Err(SaveError::Fault { path, fault }),
            Err(_) => return Err(damaged()),
        };
        let after = edit(before.as_deref()).ok_or_else(damaged)?;
        self.custody.root(&self.folder)?;
        atomic::put(self.files.as_ref(), &self.folder, SETTINGS, after.as_bytes())
            .map_err(|error| SaveError::fault(&path, &error))
    }

    /// Where the file with settings is, whether or not it is there.
    pub fn settings_path(&self) -> std::path::PathBuf {
        self.folder.join(SETTINGS)
    }
}
