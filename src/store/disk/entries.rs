//! What is in a folder, and taking a folder away, without a fault of the system ending the program.
//!
//! The standard library panics when a folder that was read cannot be closed. On Unix the folder is therefore read by a
//! library that lets that be.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

/// What a name in a folder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, never followed.
    Link,
    /// A pipe, device or socket.
    Special,
}

impl Kind {
    /// The kind of what the system calls so.
    pub fn of(kind: fs::FileType) -> Self {
        if kind.is_symlink() {
            Self::Link
        } else if kind.is_dir() {
            Self::Folder
        } else if kind.is_file() {
            Self::File
        } else {
            Self::Special
        }
    }
}

/// A name in a folder, and what it names.
#[derive(Debug)]
pub struct Named {
    /// The name.
    pub name: OsString,
    /// What it names; links are not followed.
    pub kind: Kind,
}

/// The names in `folder`, at most `most` of them, in the order in which the system gives them.
///
/// # Errors
///
/// What the system says, also when it stops in the middle: part of a folder must not look like the whole.
#[cfg(unix)]
pub fn entries(folder: &Path, most: usize) -> io::Result<Vec<Named>> {
    use std::os::unix::ffi::OsStringExt as _;

    use rustix::fs::{Dir, FileType, Mode, OFlags, open};

    let opened = open(folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    let mut found = Vec::new();
    for entry in Dir::new(opened)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if matches!(name, b"." | b"..") {
            continue;
        }
        if found.len() == most {
            break;
        }
        let name = OsString::from_vec(name.to_vec());
        let kind = match entry.file_type() {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            FileType::Symlink => Kind::Link,
            // Not every file system says what a name in a folder is.
            FileType::Unknown => match fs::symlink_metadata(folder.join(&name)) {
                Ok(facts) => Kind::of(facts.file_type()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            },
            _ => Kind::Special,
        };
        found.push(Named { name, kind });
    }
    Ok(found)
}

/// The names in `folder`, at most `most` of them, in the order in which the system gives them.
///
/// # Errors
///
/// What the system says, also when it stops in the middle: part of a folder must not look like the whole.
#[cfg(not(unix))]
pub fn entries(folder: &Path, most: usize) -> io::Result<Vec<Named>> {
    let named = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        Ok(Named { name: entry.file_name(), kind: Kind::of(entry.file_type()?) })
    };
    fs::read_dir(folder)?.take(most).map(named).collect()
}

/// Takes a folder away with all that is in it; links are taken away and not followed.
///
/// # Errors
///
/// What the system says; what was taken away by then is gone.
pub fn remove_folder(folder: &Path) -> io::Result<()> {
    for Named { name, kind } in entries(folder, usize::MAX)? {
        let path = folder.join(name);
        if kind == Kind::Folder { remove_folder(&path)? } else { fs::remove_file(&path)? }
    }
    fs::remove_dir(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_listed_and_taken_away_and_what_a_link_leads_to_stays() {
        let around = tempfile::tempdir().unwrap();
        let (folder, outside) = (around.path().join("map"), around.path().join("blijft.txt"));
        fs::create_dir_all(folder.join("binnen/dieper")).unwrap();
        fs::write(folder.join("binnen/a.toml"), "a").unwrap();
        fs::write(&outside, "b").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(&outside, folder.join("koppeling")).unwrap();
        let mut names: Vec<_> = entries(&folder, usize::MAX)
            .unwrap()
            .into_iter()
            .map(|named| (named.name.into_string().unwrap(), named.kind == Kind::Folder))
            .collect();
        names.sort();
        names.retain(|(name, _)| name != "koppeling");
        assert_eq!(names, [("binnen".to_owned(), true)]);
        assert_eq!(entries(&folder.join("binnen"), 1).unwrap().len(), 1);
        remove_folder(&folder).unwrap();
        assert!(!folder.exists() && outside.exists());
        assert_eq!(entries(&folder, 1).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(entries(&outside, 1).is_err(), "a file is no folder");
    }
}
