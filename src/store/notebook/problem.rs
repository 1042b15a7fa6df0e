//! What can be the matter with a file in a notebook, as data.

use std::path::{Path, PathBuf};

use crate::meeting::MeetingId;
use crate::store::disk::fault::shown;
use crate::store::record::names::id_in_name;
use crate::store::record::problem::ReadProblem;
use crate::store::witness::tampering::Tampering;
use crate::words::Language;

/// A file in the notebook that is no meeting that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// It should be one and cannot be read.
    Unreadable(ReadProblem),
    /// A second version of a meeting.
    Conflict {
        /// The file.
        path: PathBuf,
    },
    /// A damaged file that was set aside.
    SetAside {
        /// The file.
        path: PathBuf,
    },
    /// Not of the notebook's making.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// It did not come about by the work of anybody who has the keys.
    Tampered {
        /// The file.
        path: PathBuf,
        /// What was found.
        found: Tampering,
        /// The folder of the notebook.
        folder: PathBuf,
    },
}

impl FileProblem {
    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Unreadable(problem) => problem.path(),
            Self::Conflict { path }
            | Self::SetAside { path }
            | Self::Foreign { path }
            | Self::Tampered { path, .. } => path,
        }
    }

    /// The meeting that the file belongs to by its name.
    pub fn meeting(&self) -> Option<MeetingId> {
        id_in_name(self.path())
    }

    /// What is the matter, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Unreadable(problem) => problem.message(language),
            Self::Conflict { path } | Self::Foreign { path } if right_name(path).is_some() => {
                language.file_is_misnamed(&shown(path), &right_name(path).unwrap_or_default())
            }
            Self::Conflict { path } => language.file_is_conflict(&shown(path)),
            Self::SetAside { path } => language.file_is_set_aside(&shown(path)),
            Self::Foreign { path } => language.file_is_foreign(&shown(path)),
            Self::Tampered { found, folder, .. } => found.message(folder, language),
        }
    }
}

/// The name that a file or folder of the notebook had, where hands, a disk or a program that synchronises made it a little other.
pub(in crate::store) fn right_name(path: &Path) -> Option<String> {
    const ADDED: [&str; 7] = [".txt", ".bak", ".old", ".orig", ".save", ".icloud", "~"];
    const FOLDERS: [&str; 8] =
        ["meetings", "history", "definitions", "devices", "readers", "index", "log", "checklists"];
    let name = path.file_name()?.to_string_lossy();
    let mut right: String = name.to_lowercase().split_whitespace().collect();
    if let Some(rest) = right.strip_prefix('.') {
        right = rest.to_owned();
    }
    while let Some(rest) = ADDED.iter().find_map(|added| right.strip_suffix(added)) {
        right = rest.to_owned();
    }
    let is_meeting = right
        .strip_suffix(".toml")
        .is_some_and(|id| id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
    (right != name && (is_meeting || FOLDERS.contains(&right.as_str()))).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_a_little_off_is_known() {
        const ID: &str = "b000000000000000000000000000c702";
        for name in
            ["ID.toml.txt", "ID.TOML", "ID.toml.bak", "ID.toml~", ".ID.toml.icloud", "ID .toml", " ID.toml"]
        {
            let path = PathBuf::from(name.replace("ID", ID));
            assert_eq!(right_name(&path), Some(format!("{ID}.toml")), "{name}");
        }
        let upper = PathBuf::from(format!("{}.toml", ID.to_uppercase()));
        assert_eq!(right_name(&upper), Some(format!("{ID}.toml")));
        assert_eq!(right_name(Path::new("/nb/Meetings")), Some("meetings".to_owned()));
        for name in [
            "ID.toml",
            "ID (1).toml",
            "ID.sync-conflict-1.toml",
            "meetings",
            "boodschappen.txt",
            "ID",
            "notes.toml",
        ] {
            assert_eq!(right_name(Path::new(&name.replace("ID", ID))), None, "{name}");
        }
        let problem = FileProblem::Foreign { path: PathBuf::from(format!("/nb/meetings/{ID}.toml.txt")) };
        let told = problem.message(Language::Dutch);
        assert!(told.contains(&format!("{ID}.toml")) && !told.contains("verwijder het als"), "{told}");
    }
}
