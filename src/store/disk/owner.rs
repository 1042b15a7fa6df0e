//! Whose a file is: what the administrator makes in somebody's notebook is theirs, and what is another's is told with the remedy.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::words::{Language, Whose};

/// What belongs to somebody else, so that the system refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    owner: u32,
    me: u32,
    path: String,
    /// Whether it stands in a folder of whoever asks, so that it is theirs to be given.
    is_within_own: bool,
}

impl Other {
    /// Who or what, when the system refused `path`; nothing where that is for another reason.
    #[cfg(unix)]
    pub(in crate::store) fn of(path: &Path, error: &io::Error) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;

        let me = rustix::process::geteuid().as_raw();
        if error.kind() != io::ErrorKind::PermissionDenied || me == 0 {
            return None;
        }
        let facts = |path: &Path| std::fs::symlink_metadata(path).ok();
        // What a link leads to is not had by owning the link.
        if facts(path).is_some_and(|facts| facts.is_symlink()) {
            return None;
        }
        let is_own = |folder: &Path| facts(folder).is_some_and(|facts| facts.is_dir() && facts.uid() == me);
        // A file that cannot be made is refused for its folder, and one in a closed folder cannot even be looked at.
        let of_other = |path: &Path| {
            let owner = facts(path)?.uid();
            (owner != me).then(|| Self {
                owner,
                me,
                path: shown(path),
                is_within_own: path.ancestors().skip(1).any(is_own),
            })
        };
        of_other(path).or_else(|| of_other(path.parent()?)).or_else(|| of_other(path.parent()?.parent()?))
    }

    #[cfg(not(unix))]
    pub(in crate::store) fn of(_: &Path, _: &io::Error) -> Option<Self> {
        None
    }

    /// The same before anything is refused: who has `path`, where this user may not read and write it.
    #[cfg(unix)]
    pub(in crate::store) fn keeps(path: &Path) -> Option<Self> {
        use rustix::fs::{Access, access};

        let wanted = if path.is_dir() {
            Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK
        } else {
            Access::READ_OK | Access::WRITE_OK
        };
        let refused = access(path, wanted).err()?;
        Self::of(path, &refused.into()).filter(|other| other.path == shown(path))
    }

    #[cfg(not(unix))]
    pub(in crate::store) fn keeps(_: &Path) -> Option<Self> {
        None
    }

    /// The same of all that stands in `folder`.
    pub(in crate::store) fn within(self, folder: &Path) -> Self {
        Self { path: shown(folder), ..self }
    }

    /// The reason, as a part of a sentence, with what to do.
    pub(in crate::store) fn reason(&self, language: Language) -> String {
        language.fault_whose(&self.whose())
    }

    /// Whose it is, by the names that the system has for its users.
    pub fn whose(&self) -> Whose {
        self.named(&std::fs::read_to_string("/etc/passwd").unwrap_or_default())
    }

    fn named(&self, users: &str) -> Whose {
        Whose {
            owner: self.owner,
            name: name_of(users, self.owner).map(str::to_owned),
            me: name_of(users, self.me).map_or_else(|| self.me.to_string(), str::to_owned),
            path: self.path.clone(),
            is_within_own: self.is_within_own,
        }
    }
}

fn shown(path: &Path) -> String {
    crate::text::visible_line(&path.to_string_lossy()).into_owned()
}

/// The name of a user, of whom the system may know only the number.
fn name_of(users: &str, number: u32) -> Option<&str> {
    users.lines().find_map(|line| {
        let mut parts = line.split(':');
        let name = parts.next()?;
        let is_plain = name.chars().all(|sign| sign.is_ascii_alphanumeric() || "._-".contains(sign));
        (parts.nth(1)?.parse() == Ok(number) && is_plain && !name.is_empty()).then_some(name)
    })
}

/// Gives what the administrator just made to whoever has the folder in which it stands.
///
/// That this does not succeed is no reason not to write: on some shared disks nothing can be given away.
#[cfg(unix)]
pub(in crate::store) fn give_to_folder(path: &Path, made: &File) {
    if let Some((user, group)) = of_folder(path) {
        let _ = std::os::unix::fs::fchown(made, Some(user), Some(group));
    }
}

/// The same for a folder.
#[cfg(unix)]
pub(in crate::store) fn give_folder_to_folder(path: &Path) {
    if let Some((user, group)) = of_folder(path) {
        let _ = std::os::unix::fs::lchown(path, Some(user), Some(group));
    }
}

/// Whose the folder around `path` is, where this is the administrator and the folder is somebody else's.
#[cfg(unix)]
fn of_folder(path: &Path) -> Option<(u32, u32)> {
    use std::os::unix::fs::MetadataExt;

    if !rustix::process::geteuid().is_root() {
        return None;
    }
    let folder = std::fs::metadata(path.parent()?).ok()?;
    (folder.uid() != 0).then(|| (folder.uid(), folder.gid()))
}

/// Whose notebook this is, where the administrator works in that of somebody else.
#[cfg(unix)]
pub fn other_owner(folder: &Path) -> Option<u32> {
    of_folder(&folder.join("x")).map(|(user, _)| user)
}

/// Whose notebook this is: here there is no administrator who can be told from others.
#[cfg(not(unix))]
pub fn other_owner(_: &Path) -> Option<u32> {
    None
}

#[cfg(not(unix))]
pub(in crate::store) fn give_to_folder(_: &Path, _: &File) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn whose_it_is_and_the_remedy_are_named() {
        const USERS: &str =
            "root:x:0:0:root:/root:/bin/sh\nvos:x:1000:1000:M. Vos:/huis/vos:/bin/sh\nx;y:x:7:7:::\n";
        let other = |owner, me, is_within_own| {
            let path = "/m/a.toml".to_owned();
            Language::Dutch.fault_whose(&Other { owner, me, path, is_within_own }.named(USERS))
        };
        let told = other(0, 1000, true);
        assert!(told.contains("van root") && told.contains("sudo chown -R vos \"/m/a.toml\""), "{told}");
        assert!(other(1001, 65_534, true).contains("gebruiker 1001"));
        assert!(other(1001, 65_534, true).contains("chown -R 65534 "));
        assert!(
            other(1000, 7, true).contains("gebruiker vos") && other(1000, 7, true).contains("chown -R 7 ")
        );
        // What is the system's is given to nobody.
        let told = other(0, 1000, false);
        assert!(told.contains("van root") && told.contains("een andere plaats"), "{told}");
        assert!(!told.contains("chown"), "{told}");
        assert_eq!(Other::of(Path::new("/m"), &io::ErrorKind::NotFound.into()), None);
        let denied: io::Error = io::ErrorKind::PermissionDenied.into();
        let me = rustix::process::geteuid();
        for system in ["/etc/m.txt", "/srv/register.toml", "/root", "/etc"] {
            let other = Other::of(Path::new(system), &denied);
            assert_eq!(other.is_some(), !me.is_root(), "{system}");
            assert!(other.is_none_or(|other| !other.is_within_own), "{system}");
            assert_eq!(
                Other::keeps(Path::new(system)).is_some(),
                !me.is_root() && Path::new(system).exists(),
                "{system}"
            );
        }
    }
}
