//! The settings of the program, kept in the notebook and never sealed: the question for the passphrase is in their language.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Notebook;
use crate::store::disk::atomic;
use crate::store::record::format;
use crate::store::record::problem::{ReadProblem, SaveError};

const NAME: &str = "settings.toml";

impl Notebook {
    /// Reads the settings; the default ones where none were saved yet.
    ///
    /// # Errors
    ///
    /// [`ReadProblem`] when the file cannot be read or does not fit `T`; the file is untouched.
    pub fn read_settings<T: DeserializeOwned + Default>(&self) -> Result<T, ReadProblem> {
        let path = self.folder.join(NAME);
        match self.custody.read_sealed(&path) {
            Ok(bytes) => format::decode_small(&bytes, &path),
            Err(problem) if problem.is_absent() => Ok(T::default()),
            Err(problem) => Err(problem),
        }
    }

    /// Saves the settings; when this returns `Ok`, they are on the disk itself.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; what was on disk is then still there. [`SaveError::SettingsDamaged`] when settings are there that
    /// cannot be read as `T`: they were written by hand, or by another version.
    pub fn save_settings<T: Serialize + DeserializeOwned + Default>(
        &self,
        settings: &T,
    ) -> Result<(), SaveError> {
        let path = self.folder.join(NAME);
        match self.read_settings::<T>() {
            Ok(_) => {}
            Err(ReadProblem::Fault { path, fault }) => return Err(SaveError::Fault { path, fault }),
            Err(_) => return Err(SaveError::SettingsDamaged { path }),
        }
        let plain = format::encode_small(settings).map_err(|_| SaveError::NotWritten)?;
        self.custody.root(&self.folder)?;
        atomic::put(self.files.as_ref(), &self.folder, NAME, &plain)
            .map_err(|error| SaveError::fault(&path, &error))
    }
}
