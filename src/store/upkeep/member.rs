//! What of a notebook belongs in a backup, each file by its path within the folder; every other path is refused.

use std::path::{Path, PathBuf};

use crate::meeting::MeetingId;
use crate::store::disk::digest::is_hash;
use crate::store::disk::fault::Fault;
use crate::store::notebook::Notebook;
use crate::store::record::names::{
    GENERATION, KEY, KEYRING, READERS, RECOVERY, Version, file_name, id_in_name, is_own_file,
};
use crate::store::record::problem::ReadProblem;
use crate::text;

/// The folder within the notebook that holds the user's own checklists.
pub const CHECKLISTS: &str = "checklists";

/// The folders within that one, of the user's own routes and cases.
pub(in crate::store) const WITHIN_CHECKLISTS: [&str; 2] = ["routes", "casussen"];

const SETTINGS: &str = "settings.toml";

/// The longest name of a file, in bytes, that every system takes.
const LONGEST: usize = 255;

/// A file of a notebook that belongs in a backup; in the order in which they are read.
///
/// Definitions are read last, so that those of a meeting that is saved meanwhile are there too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// What the passphrase of the first reader opens.
    Key,
    /// What the passphrase of another reader opens, by the name of the file.
    Reader(String),
    /// What the recovery key opens.
    Recovery,
    /// How often the keyring was written.
    Generation,
    /// The keys of a sealed notebook: last, so that where they are, all that opens them is.
    Keyring,
    /// A checklist, route or case of the user, by its path within the folder of checklists.
    Checklist(String),
    /// The settings of the program.
    Settings,
    /// A meeting.
    Meeting(MeetingId),
    /// A second version of a meeting, by its name.
    Beside(MeetingId, String),
    /// An earlier version of a meeting, by its name.
    Earlier(MeetingId, String),
    /// A definition as a meeting pinned it, by its hash.
    Definition(String),
}

impl Member {
    /// The file that a path in a backup means; `None` for any path that a notebook does not have.
    pub fn parse(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        if !parts.iter().all(|part| is_plain(part)) {
            return None;
        }
        match parts.as_slice() {
            [KEY] => Some(Self::Key),
            [READERS, name] if is_own_file(name) => Some(Self::Reader((*name).to_owned())),
            [RECOVERY] => Some(Self::Recovery),
            [GENERATION] => Some(Self::Generation),
            [KEYRING] => Some(Self::Keyring),
            [SETTINGS] => Some(Self::Settings),
            ["definitions", name] => definition(name),
            ["meetings", name] => meeting(name),
            ["history", id, name] => {
                let id: MeetingId = id.parse().ok()?;
                Version::read(id, name)?;
                Some(Self::Earlier(id, (*name).to_owned()))
            }
            [CHECKLISTS, within @ .., name]
                if is_checklist(name)
                    && (within.is_empty() || matches!(within, [one] if WITHIN_CHECKLISTS.contains(one))) =>
            {
                path.split_once('/').map(|(_, rest)| Self::Checklist(rest.to_owned()))
            }
            _ => None,
        }
        // One file, one path: an identifier in capitals would be a second one.
        .filter(|member| member.path() == path)
    }

    /// Its path within the notebook, with slashes on every system.
    pub fn path(&self) -> String {
        match self {
            Self::Key => KEY.to_owned(),
            Self::Reader(name) => format!("{READERS}/{name}"),
            Self::Recovery => RECOVERY.to_owned(),
            Self::Generation => GENERATION.to_owned(),
            Self::Keyring => KEYRING.to_owned(),
            Self::Definition(hash) => format!("definitions/{hash}.toml"),
            Self::Checklist(rest) => format!("{CHECKLISTS}/{rest}"),
            Self::Settings => SETTINGS.to_owned(),
            Self::Meeting(id) => format!("meetings/{}", file_name(*id)),
            Self::Beside(_, name) => format!("meetings/{name}"),
            Self::Earlier(id, name) => format!("history/{id}/{name}"),
        }
    }

    /// Its place on the disk, in the notebook in `folder`.
    pub fn within(&self, folder: &Path) -> PathBuf {
        self.path().split('/').fold(folder.to_owned(), |path, part| path.join(part))
    }

    /// Whether it is sealed in a notebook that is.
    pub(in crate::store) fn is_sealed(&self) -> bool {
        !self.is_key() && !matches!(self, Self::Checklist(_) | Self::Settings)
    }

    /// Whether it is one of the files that open a sealed notebook.
    pub(in crate::store) fn is_key(&self) -> bool {
        matches!(self, Self::Key | Self::Reader(_) | Self::Recovery | Self::Generation | Self::Keyring)
    }

    /// The meeting that it is, or is a version of.
    pub fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::Meeting(id) | Self::Beside(id, _) | Self::Earlier(id, _) => Some(*id),
            _ => None,
        }
    }
}

fn definition(name: &str) -> Option<Member> {
    name.strip_suffix(".toml").filter(|hash| is_hash(hash)).map(|hash| Member::Definition(hash.to_owned()))
}

fn meeting(name: &str) -> Option<Member> {
    let id = id_in_name(Path::new(name)).filter(|_| !name.starts_with('.'))?;
    if name == file_name(id) {
        Some(Member::Meeting(id))
    } else {
        name.ends_with(".toml").then(|| Member::Beside(id, name.to_owned()))
    }
}

fn is_checklist(name: &str) -> bool {
    name.ends_with(".toml") && !name.starts_with('.')
}

/// Whether a part of a path is a plain name on every system, and shows as it is.
fn is_plain(name: &str) -> bool {
    // Windows keeps these for devices, whatever stands behind a dot.
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = |start: &str| stem.strip_prefix(start).is_some_and(|rest| rest.chars().count() == 1);
    let is_device =
        matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt");
    !name.is_empty()
        && name.len() <= LONGEST
        && !name.ends_with(['.', ' '])
        && !name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])
        && text::visible_line(name) == name
        && !is_device
}

impl Notebook {
    /// Every file that belongs in a backup, in order.
    ///
    /// # Errors
    ///
    /// Every folder that cannot be read, and every file whose name no other system would take.
    pub(in crate::store) fn members(&self) -> Result<Vec<Member>, Vec<ReadProblem>> {
        let (mut members, mut problems) = (Vec::new(), Vec::new());
        // A folder without meetings is no notebook, and an empty backup of a mistyped name would reassure wrongly.
        let mut folders = vec![("meetings".to_owned(), true), ("definitions".to_owned(), false)];
        folders.extend([READERS, CHECKLISTS].map(|name| (name.to_owned(), false)));
        folders.extend(WITHIN_CHECKLISTS.map(|name| (format!("{CHECKLISTS}/{name}"), false)));
        for name in self.names("history", false, &mut problems) {
            if name.parse::<MeetingId>().is_ok() {
                folders.push((format!("history/{name}"), false));
            }
        }
        for (folder, must_be) in folders {
            for name in self.names(&folder, must_be, &mut problems) {
                let path = format!("{folder}/{name}");
                match Member::parse(&path) {
                    Some(member) => members.push(member),
                    // What other systems cannot name would be lost there without a word.
                    None if folder.starts_with(CHECKLISTS) && is_checklist(&name) => problems
                        .push(ReadProblem::Fault { path: self.folder.join(&path), fault: Fault::BadName }),
                    None => {}
                }
            }
        }
        for name in self.names("", true, &mut problems) {
            members.extend(Member::parse(&name));
        }
        members.sort();
        if problems.is_empty() { Ok(members) } else { Err(problems) }
    }

    fn names(&self, folder: &str, must_be: bool, problems: &mut Vec<ReadProblem>) -> Vec<String> {
        let path = self.folder.join(folder);
        match self.files.list(&path) {
            // A link or a folder by the name of a meeting is reported where it is read.
            Ok(entries) => entries.into_iter().map(|entry| entry.name).collect(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_be => Vec::new(),
            Err(error) => {
                problems.push(ReadProblem::fault(&path, &error));
                Vec::new()
            }
        }
    }
}
