//! What systems and programs that synchronise leave in every folder, and what is no part of a notebook.

/// Whole names, in small letters.
const NAMES: [&str; 46] = [
    "#recycle",
    "#snapshot",
    "$recycle.bin",
    ".849c9593-d756-4e56-8d6e-42412f2a707b",
    ".@__thumb",
    ".apdisk",
    ".appledb",
    ".appledesktop",
    ".appledouble",
    ".com.apple.timemachine.donotpresent",
    ".directory",
    ".documentrevisions-v100",
    ".dropbox",
    ".dropbox.attr",
    ".dropbox.cache",
    ".ds_store",
    ".fseventsd",
    ".hidden",
    ".localized",
    ".mobilebackups",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".spotlight-v100",
    ".stfolder",
    ".stignore",
    ".stversions",
    ".sync",
    ".temporaryitems",
    ".thumbnails",
    ".tmp.drivedownload",
    ".tmp.driveupload",
    ".trash",
    ".trashes",
    ".volumeicon.icns",
    "@eadir",
    "@recycle",
    "@tmp",
    "__macosx",
    "desktop.ini",
    "ehthumbs.db",
    "found.000",
    "lost+found",
    "lost.dir",
    "node_modules",
    "system volume information",
    "thumbs.db",
];

/// How other such names begin, in small letters.
const BEGINNINGS: [&str; 12] = [
    ".#",
    "._",
    ".~lock.",
    ".fuse_hidden",
    ".goutputstream-",
    ".nfs",
    ".stfolder.",
    ".sync_",
    ".syncthing.",
    ".trash-",
    "~$",
    "~syncthing~",
];

/// How the names end of what an editor keeps, in small letters.
const SWAPS: [&str; 4] = [".swp", ".swo", ".swx", ".kate-swp"];

/// How the names end of what a program that compares folders keeps, in small letters.
const ENDINGS: [&str; 3] = [".ffs_db", ".ffs_lock", ".ffs_tmp"];

/// Whether this is what a program of macOS leaves of a save that was broken off ("a.toml.sb-6a1b2c3d-Xy12Zq"), or the number with which vim
/// tries whether it may write.
fn is_of_safe_save(name: &str) -> bool {
    let of_macos = name.rsplit_once(".sb-").and_then(|(_, rest)| rest.split_once('-'));
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric());
    name == "4913" || of_macos.is_some_and(|(one, other)| is_word(one) && is_word(other))
}

/// Whether a file or folder of this name is what systems and programs that synchronise leave, so that nobody need look at it.
pub(crate) fn is_rubbish(name: &str) -> bool {
    let name = name.trim_end_matches('\r').to_lowercase();
    name == "icon"
        || NAMES.contains(&name.as_str())
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
        || is_of_safe_save(&name)
        // What an editor keeps beside a text that is open in it.
        || name.starts_with('.') && SWAPS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_leave_is_known_and_what_people_leave_is_not() {
        for name in [
            ".stfolder",
            ".stversions",
            ".stignore",
            "._4f.toml",
            ".dropbox",
            ".dropbox.cache",
            "@eaDir",
            ".Trash-1000",
            "System Volume Information",
            ".DS_Store",
            "Thumbs.db",
            "THUMBS.DB",
            "desktop.ini",
            "Desktop.ini",
            ".sync",
            ".~lock.verslag.odt#",
            "~$verslag.docx",
            "Icon\r",
            "__MACOSX",
            "lost+found",
            "node_modules",
            ".b0c7.toml.swp",
            ".settings.toml.SWO",
            ".syncthing.b0c7.toml.tmp",
            ".apdisk",
            ".849C9593-D756-4E56-8D6E-42412F2A707B",
            ".sync.ffs_db",
            "sync.ffs_lock",
            ".@__thumb",
            "@Recycle",
            "LOST.DIR",
            "FOUND.000",
            ".#kort.toml",
            ".kort.toml.kate-swp",
            ".nfs00000000018a2b3c00000001",
            ".fuse_hidden0000000100000001",
            ".goutputstream-XK3DP1",
            "a.toml.sb-6a1b2c3d-Xy12Zq",
            "4913",
        ] {
            assert!(is_rubbish(name), "{name}");
        }
        for name in [
            "notes.txt",
            "plan.sb-x",
            "stfolder",
            "dropbox",
            "verslag.docx",
            ".geheim",
            "lock.toml",
            "b0c7.toml.swp",
            "",
        ] {
            assert!(!is_rubbish(name), "{name}");
        }
        assert!(NAMES.is_sorted() && BEGINNINGS.iter().all(|name| *name == name.to_lowercase()));
    }
}
