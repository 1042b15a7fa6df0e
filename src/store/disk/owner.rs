//! Whose a file is: what the administrator makes in somebody's notebook is theirs, and what is another's is told with the remedy.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::words::Language;

/// What belongs to somebody else, so that the system refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    owner: u32,
    me: u32,
    path: String,
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
        // A file that cannot be made is refused for its folder, and one in a closed folder cannot even be looked at.
        let of_other = |path: &Path| {
            let owner = std::fs::symlink_metadata(path).ok()?.uid();
            (owner != me).then(|| Self {
                owner,
                me,
                path: crate::text::visible_line(&path.to_string_lossy()).into_owned(),
            })
        };
        of_other(path).or_else(|| of_other(path.parent()?)).or_else(|| of_other(path.parent()?.parent()?))
    }

    #[cfg(not(unix))]
    pub(in crate::store) fn of(_: &Path, _: &io::Error) -> Option<Self> {
        None
    }

    /// The reason, as a part of a sentence, with what to do.
    pub(in crate::store) fn reason(&self, language: Language) -> String {
        let owner = match self.owner {
            0 => "root".to_owned(),
            number => language.user_with_number(number),
        };
        language.fault_of_other(&owner, self.me, &self.path)
    }
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
        let other = |owner| Other { owner, me: 1000, path: "/m/a.toml".to_owned() };
        let told = other(0).reason(Language::Dutch);
        assert!(told.contains("van root") && told.contains("sudo chown -R 1000 \"/m/a.toml\""), "{told}");
        assert!(other(1001).reason(Language::Dutch).contains("gebruiker 1001"));
        assert_eq!(Other::of(Path::new("/m"), &io::ErrorKind::NotFound.into()), None);
    }
}
