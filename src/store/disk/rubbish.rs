//! What systems and programs that synchronise leave in every folder, and what is no part of a notebook.

/// Whole names, in small letters.
const NAMES: [&str; 30] = [
    "#recycle",
    "$recycle.bin",
    ".directory",
    ".documentrevisions-v100",
    ".dropbox",
    ".dropbox.attr",
    ".dropbox.cache",
    ".ds_store",
    ".fseventsd",
    ".localized",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".spotlight-v100",
    ".stfolder",
    ".stignore",
    ".stversions",
    ".sync",
    ".temporaryitems",
    ".tmp.drivedownload",
    ".tmp.driveupload",
    ".trash",
    ".trashes",
    "@eadir",
    "__macosx",
    "desktop.ini",
    "ehthumbs.db",
    "lost+found",
    "node_modules",
    "system volume information",
    "thumbs.db",
];

/// How other such names begin, in small letters.
const BEGINNINGS: [&str; 8] =
    ["._", ".~lock.", ".stfolder.", ".sync_", ".syncthing.", ".trash-", "~$", "~syncthing~"];

/// How the names end of what an editor keeps, in small letters.
const SWAPS: [&str; 3] = [".swp", ".swo", ".swx"];

/// Whether a file or folder of this name is what systems and programs that synchronise leave, so that nobody need look at it.
pub(crate) fn is_rubbish(name: &str) -> bool {
    let name = name.trim_end_matches('\r').to_lowercase();
    name == "icon"
        || NAMES.contains(&name.as_str())
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
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
        ] {
            assert!(is_rubbish(name), "{name}");
        }
        for name in
            ["notes.txt", "stfolder", "dropbox", "verslag.docx", ".geheim", "lock.toml", "b0c7.toml.swp", ""]
        {
            assert!(!is_rubbish(name), "{name}");
        }
        assert!(NAMES.is_sorted() && BEGINNINGS.iter().all(|name| *name == name.to_lowercase()));
    }
}
