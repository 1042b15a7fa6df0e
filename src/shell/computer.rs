//! What this computer says: the time, who is at it, and where people look for what they saved.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::app::message::UsualPlace;
use crate::store::{Holder, clock};

/// The moment, in local time: the only clock of the program.
pub fn now() -> NaiveDateTime {
    clock::local(clock::utc())
}

/// Who this program is, for other programs on the same notebook.
pub fn me() -> Holder {
    let variable =
        |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
    Holder {
        who: variable(&["USER", "LOGNAME", "USERNAME"]),
        place: computer().unwrap_or_else(|| variable(&["COMPUTERNAME", "HOSTNAME"])),
        since: now().format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// The name of this computer.
#[cfg(unix)]
fn computer() -> Option<String> {
    let name = rustix::system::uname();
    Some(name.nodename().to_string_lossy().into_owned()).filter(|name| !name.is_empty())
}

#[cfg(not(unix))]
fn computer() -> Option<String> {
    None
}

/// Folders for a rescue copy that is made now, the likeliest first.
pub(super) fn rescue_folders() -> Vec<PathBuf> {
    let when = now().format("%Y-%m-%d %H%M%S").to_string();
    let name = crate::words::Language::Dutch.rescue_folder(&when);
    rescue_places().into_iter().map(|place| place.join(&name)).collect()
}

/// Folders in which people look for what they saved, the likeliest first.
fn rescue_places() -> Vec<PathBuf> {
    let dirs = directories::UserDirs::new();
    let known = dirs.as_ref().map(|dirs| {
        let named = [dirs.document_dir(), dirs.desktop_dir(), Some(dirs.home_dir())];
        named.into_iter().flatten().map(Path::to_owned).collect::<Vec<_>>()
    });
    known.unwrap_or_default().into_iter().chain([std::env::temp_dir()]).collect()
}

/// Folders in which people look for a paper that they saved, the likeliest first.
pub(super) fn usual_places() -> Vec<(UsualPlace, PathBuf)> {
    let Some(dirs) = directories::UserDirs::new() else { return Vec::new() };
    let home = dirs.home_dir().to_owned();
    // Where the system does not say where they are, they have the name that they have everywhere.
    let usual = |known: Option<&Path>, name: &str| known.map_or_else(|| home.join(name), Path::to_owned);
    vec![
        (UsualPlace::Documents, usual(dirs.document_dir(), "Documents")),
        (UsualPlace::Downloads, usual(dirs.download_dir(), "Downloads")),
        (UsualPlace::Desktop, usual(dirs.desktop_dir(), "Desktop")),
        (UsualPlace::Home, home.clone()),
    ]
}
