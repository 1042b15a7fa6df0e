//! Where the notebook is.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::entries::remove_folder;
use super::fault::{Fault, NotebookError};

/// The variable of the environment that names a folder for the notebook.
pub const VARIABLE: &str = "PALLIUM_DATA";

/// The folder of a notebook, and why it is that one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The folder, absolute.
    pub folder: PathBuf,
    /// How it was chosen.
    pub chosen: Chosen,
}

/// How the folder of a notebook was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// Named on the command line (`--data DIR`).
    Argument,
    /// Named in the environment ([`VARIABLE`]).
    Environment,
    /// Where the system keeps the data of programs.
    System,
}

/// Finds out where the notebook is: what the command line names, else the environment, else the system's place.
///
/// Gives `None` when the system has no place, because the user has no home folder; the sentence for that is
/// [`no_notebook_place`](crate::words::Language::no_notebook_place).
pub fn place(argument: Option<&Path>, environment: Option<OsString>) -> Option<Place> {
    let (folder, chosen) = if let Some(argument) = argument {
        (argument.to_owned(), Chosen::Argument)
    } else if let Some(named) = environment.filter(|named| !named.is_empty()) {
        (PathBuf::from(named), Chosen::Environment)
    } else {
        (of_system(ProjectDirs::from("nl", "", "Pallium")?.data_dir())?, Chosen::System)
    };
    // A message that names the folder must name it in full.
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    Some(Place { folder, chosen })
}

/// A place of the system, unless it depends on where one happens to be: a home folder that is not named in full is none.
fn of_system(folder: &Path) -> Option<PathBuf> {
    folder.is_absolute().then(|| folder.to_owned())
}

/// Where this computer remembers what it saw of notebooks; never within the place of a notebook itself.
///
/// Gives `None` when the system has no place, because the user has no home folder.
pub fn memory() -> Option<PathBuf> {
    let state = ProjectDirs::from("nl", "", "Pallium")?.state_dir().map(of_system);
    // Where a system keeps no state apart, a program of another name has a place apart.
    state.unwrap_or_else(|| of_system(ProjectDirs::from("nl", "", "Pallium-seen")?.data_local_dir()))
}

/// A folder for a demonstration, which is thrown away with this value.
#[derive(Debug)]
pub struct Demo(tempfile::TempDir);

impl Demo {
    /// Makes the folder, for its owner only.
    ///
    /// # Errors
    ///
    /// When the system's folder for temporary files does not allow it.
    pub fn new() -> Result<Self, NotebookError> {
        tempfile::Builder::new()
            .prefix("pallium-demo-")
            .tempdir()
            .map(Self)
            .map_err(|error| NotebookError { path: std::env::temp_dir(), fault: Fault::of(&error) })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // Before the library does it, which lets a folder that cannot be closed end the program.
        self.0.disable_cleanup(true);
        let _ = remove_folder(self.0.path());
    }
}
