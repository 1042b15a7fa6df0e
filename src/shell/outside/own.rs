//! The user's own folder of definitions: where each of them stands, and what is kept beside it out of sight.
//!
//! ```text
//! kort.toml, routes/kort.toml    what the program reads
//! .concept/kort.toml             what somebody is writing: never in force, and still there after a crash
//! .concept/kort.toml.begin       what was in force when that began
//! .basis/kort.toml               the shipped text that an own version was made from
//! ```

use std::io;
use std::path::{Path, PathBuf};

use super::definitions;
use crate::checklist::Layer;
use crate::store::{Files, RealFiles, put_whole};

/// The largest file that is looked at; far more than a definition may be, so that nothing of one is cut off.
const LARGEST: u64 = 16 << 20;

/// How many texts are kept under one name before somebody has to clear up.
const KEPT: usize = 1000;

/// What the disk says, and of which path.
pub type Refused = (PathBuf, io::Error);

/// A folder with definitions of the user; names within it are as `kort.toml` or `routes/kort.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFolder {
    folder: PathBuf,
}

impl OwnFolder {
    /// The folder of the notebook in `notebook`, whether or not it is there.
    pub fn of(notebook: &Path) -> Self {
        Self { folder: notebook.join(definitions::FOLDER) }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The definition with this name.
    pub fn definition(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The draft of a definition.
    pub fn draft(&self, name: &str) -> PathBuf {
        self.folder.join(".concept").join(name)
    }

    /// The names of all drafts; what was put aside under a number is none.
    pub fn drafts(&self) -> Vec<String> {
        let folder = self.folder.join(".concept");
        let found = definitions::files(Layer::User, &folder).into_iter();
        let is_draft =
            |path: &PathBuf| path.file_stem().is_some_and(|stem| !stem.to_string_lossy().contains('.'));
        found.filter(|found| is_draft(&found.path)).map(|found| found.file.file).collect()
    }

    /// What was in force when a draft began.
    pub fn begin(&self, name: &str) -> PathBuf {
        self.folder.join(".concept").join(format!("{name}.begin"))
    }

    /// The shipped text that a definition was made from.
    pub fn basis(&self, name: &str) -> PathBuf {
        self.folder.join(".basis").join(name)
    }
}

/// The content of a file; `None` when there is none. A link is followed.
///
/// # Errors
///
/// Whatever the disk says.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, Refused> {
    match std::fs::canonicalize(path).and_then(|path| RealFiles.read(&path, LARGEST)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err((path.to_owned(), error)),
    }
}

/// Puts a text in its place as a whole; where a link stands, the file behind it is replaced and the link stays.
///
/// # Errors
///
/// Whatever the disk says; what stood there is then as it was.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Refused> {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    put_whole(&RealFiles, folder, &name, bytes)
}

/// Keeps a text beside `path` under a name that nothing has yet, and gives that name.
///
/// # Errors
///
/// Whatever the disk says.
pub fn put_beside(path: &Path, bytes: &[u8]) -> Result<PathBuf, Refused> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let names = (1..=KEPT).map(|number| path.with_file_name(format!("{stem}.{number}.toml")));
    let free = names.into_iter().find(|name| std::fs::symlink_metadata(name).is_err());
    let free = free.ok_or_else(|| (path.to_owned(), io::ErrorKind::AlreadyExists.into()))?;
    put(&free, bytes)?;
    Ok(free)
}

/// Takes a file away, where there is one.
pub fn remove(path: &Path) {
    // What stays is a hidden text too many, which the next time is found and offered.
    let _ = std::fs::remove_file(path);
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn what_is_kept_beside_a_definition_is_never_read_as_one() {
        let notebook = tempfile::tempdir().unwrap();
        let own = OwnFolder::of(notebook.path());
        for name in ["kort.toml", "routes/kort.toml"] {
            for path in [own.definition(name), own.draft(name), own.begin(name), own.basis(name)] {
                put(&path, name.as_bytes()).unwrap();
                assert_eq!(read(&path).unwrap().unwrap(), name.as_bytes());
            }
            put_beside(&own.draft(name), b"ouder").unwrap();
        }
        let found = definitions::files(Layer::User, own.folder());
        let names: Vec<&str> = found.iter().map(|found| found.file.file.as_str()).collect();
        assert_eq!(names, ["kort.toml", "routes/kort.toml"]);
        assert_eq!(own.drafts(), names);
    }

    #[test]
    fn what_is_put_beside_takes_no_place_that_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kort.toml");
        let first = put_beside(&path, b"een").unwrap();
        let second = put_beside(&path, b"twee").unwrap();
        assert_eq!((first.ends_with("kort.1.toml"), second.ends_with("kort.2.toml")), (true, true));
        assert_eq!(read(&first).unwrap().unwrap(), b"een");
        assert_eq!(read(&path).unwrap(), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_the_file_behind_it_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("echt.toml"), folder.path().join("kort.toml"));
        std::fs::write(&file, "oud").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        put(&link, b"nieuw").unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(std::fs::read(&file).unwrap(), b"nieuw");
    }
}
