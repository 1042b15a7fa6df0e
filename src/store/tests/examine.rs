//! Looking a notebook over: every kind of finding, with nothing changed by it.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{Place, meeting, noted};
use crate::meeting::Pinned;
use crate::store::{FileProblem, Finding, Holder, Notebook, ReadProblem, RealFiles, Reason, definition_hash};

fn examine(place: &Place) -> Vec<Finding> {
    Notebook::existing(place.path(), Arc::new(RealFiles)).examine().findings
}

/// Two meetings, one with a definition, and an earlier version, with nothing to find.
fn sound() -> (Place, String) {
    let place = Place::new();
    #[cfg(unix)]
    std::fs::set_permissions(place.path(), std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let notebook = place.open();
    let text: Arc<str> = "format = 1\n".into();
    let hash = definition_hash(&text);
    let mut pinning = noted(&meeting(1), "one");
    pinning.definitions.push(Pinned { id: "a".into(), version: "1".to_owned(), hash: hash.clone() });
    notebook.save(&pinning, &[(hash.clone(), text)]).unwrap();
    notebook.save(&meeting(2), &[]).unwrap();
    notebook.keep_version(&meeting(2), Reason::Opened).unwrap();
    (place, hash)
}

/// What is found when `name` has this content.
fn with(name: &str, content: &str) -> (Place, Vec<Finding>) {
    let (place, _) = sound();
    let path = place.path().join(name);
    let is_new = !path.exists();
    let mut folders = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
    folders.recursive(true).create(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let found = examine(&place);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), content, "nothing is changed (new: {is_new})");
    (place, found)
}

#[test]
fn a_sound_notebook_is_counted_and_left_alone() {
    let (place, _) = sound();
    let names = || -> Vec<String> {
        let folders = ["", "meetings", "definitions", "index", "history"].map(|name| place.path().join(name));
        let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().path().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let before = names();
    let examination = Notebook::existing(place.path(), Arc::new(RealFiles)).examine();
    assert_eq!(examination.findings, []);
    assert_eq!((examination.meetings, examination.earlier, examination.definitions), (2, 1, 1));
    assert_eq!(names(), before, "no index, no lock and no folder is made");
}

#[test]
fn a_folder_that_is_not_there_is_named_and_not_made() {
    let place = Place::new();
    let folder = place.path().join("mistyped");
    let examination = Notebook::existing(&folder, Arc::new(RealFiles)).examine();
    let [finding @ Finding::Folder(_)] = examination.findings.as_slice() else { panic!("{examination:?}") };
    assert!(finding.path() == folder && finding.needs_doing());
    assert!(!folder.exists());
}

#[test]
fn files_that_are_wrong_are_named_with_what_is_wrong() {
    let id = meeting(2).id;
    let name = format!("meetings/{id}.toml");
    let (place, found) = with(&name, "format = half");
    let [Finding::File(FileProblem::Unreadable(problem))] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(problem.path(), place.path().join(name));
    let (_, found) = with("settings.toml", "theme = ");
    assert!(matches!(found.as_slice(), [Finding::File(FileProblem::Unreadable(_))]), "{found:?}");
    let (place, found) = with("meetings/notes.txt", "");
    let path = place.path().join("meetings/notes.txt");
    assert_eq!(found, [Finding::File(FileProblem::Foreign { path })]);
    let whole =
        String::from_utf8(crate::store::record::encode(&noted(&meeting(2), "theirs")).unwrap()).unwrap();
    let (place, found) = with(&format!("meetings/{id}.conflict-1.toml"), &whole);
    let path = place.path().join(format!("meetings/{id}.conflict-1.toml"));
    assert_eq!(found, [Finding::File(FileProblem::Conflict { path })]);
    let (place, found) = with(&format!("meetings/{id}.damaged-1.toml"), "format = half");
    let path = place.path().join(format!("meetings/{id}.damaged-1.toml"));
    assert_eq!(found, [Finding::SetAside { path }]);
    let (_, found) = with(&format!("history/{id}/{id}.20260101T100000000.worked.toml"), "");
    assert!(matches!(found.as_slice(), [Finding::File(FileProblem::Unreadable(_))]), "{found:?}");
    for name in [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "._settings.toml",
        ".stignore",
        ".dropbox",
        ".~lock.verslag.odt#",
        "~$verslag.docx",
        ".stfolder/x",
        ".stversions/x",
        ".dropbox.cache/x",
        "@eaDir/x",
        ".Trash-1000/x",
        "System Volume Information/x",
        ".sync/x",
        &format!("._{id}.toml"),
    ] {
        for within in ["", "meetings/", "history/", "definitions/", "log/", "index/"] {
            let (place, found) = with(&format!("{within}{name}"), "");
            assert_eq!(found, [], "{within}{name}");
            let listing = Notebook::existing(place.path(), Arc::new(RealFiles)).list().unwrap();
            assert_eq!(listing.problems, [], "{within}{name}");
        }
    }
}

#[test]
fn a_definition_that_is_gone_or_changed_is_told_once() {
    let (place, hash) = sound();
    let path = place.path().join(format!("definitions/{hash}.toml"));
    std::fs::write(&path, "another text").unwrap();
    let found = examine(&place);
    assert!(
        matches!(found.as_slice(), [Finding::File(FileProblem::Unreadable(ReadProblem::Damaged { .. }))]),
        "{found:?}"
    );
    std::fs::remove_file(&path).unwrap();
    let found = examine(&place);
    let [Finding::Definition { meeting: named, problem }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((named.clone(), problem.is_absent()), (place.file(&meeting(1)), true));
}

#[test]
fn left_over_files_are_told_by_what_is_in_them() {
    let id = meeting(2).id;
    let temporary = format!(".{id}.0000000000000001.tmp");
    let whole =
        String::from_utf8(crate::store::record::encode(&noted(&meeting(2), "newer")).unwrap()).unwrap();
    let (_, found) = with(&format!("meetings/{temporary}"), &whole);
    assert!(matches!(found.as_slice(), [Finding::NewerLeftOver { .. }]), "{found:?}");
    let (_, found) = with(&format!("meetings/{temporary}"), "half");
    assert!(matches!(found.as_slice(), [Finding::LeftOver { .. }]), "{found:?}");
    assert!(!found[0].needs_doing());
    let (_, found) = with(&format!("history/{id}/{temporary}"), "half");
    assert!(matches!(found.as_slice(), [Finding::Remains { .. }]), "{found:?}");
}

#[test]
fn who_is_said_to_have_a_meeting_open_is_told_unless_it_is_open() {
    let id = meeting(2).id;
    let text = "who = \"notulist\"\nplace = \"laptop-2\"\nsince = \"2026-11-27 14:03\"\n";
    let (place, found) = with(&format!("meetings/{id}.holder"), text);
    let [Finding::Holder { holder, .. }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(holder.place, "laptop-2");
    assert!(!place.path().join(format!("meetings/{id}.lock")).exists(), "asking makes no file");
    let notebook = place.open();
    let me = Holder { place: "laptop-2".to_owned(), ..Holder::default() };
    let _held = notebook.hold(id, &me, false).unwrap();
    assert_eq!(examine(&place), []);
}

#[test]
fn an_index_that_says_something_else_is_noticed() {
    let (place, _) = sound();
    let path = place.file(&meeting(2));
    let old = SystemTime::now() - Duration::from_secs(3600);
    let set = |text: &str| {
        std::fs::write(&path, text).unwrap();
        std::fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
    };
    let text = std::fs::read_to_string(&path).unwrap();
    set(&text);
    place.open().list().unwrap();
    assert_eq!(examine(&place), []);
    // Another day in the same number of bytes, by a program that put the time back.
    let other = text.replace("2026-11-27", "2026-11-28");
    assert!(other != text && other.len() == text.len());
    set(&other);
    assert_eq!(examine(&place), [Finding::Index { path: place.path().join("index") }]);
}

#[cfg(unix)]
#[test]
fn links_and_what_others_may_read_are_told() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (place, _) = sound();
    let mode = |name: &str, mode: u32| {
        std::fs::set_permissions(place.path().join(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let folder = place.path().to_owned();
    mode("definitions", 0o755);
    mode(&format!("meetings/{}.toml", meeting(2).id), 0o644);
    let open = Finding::Open { path: folder.join("definitions"), count: 2, folder: folder.clone() };
    assert_eq!(examine(&place), [open]);
    mode("definitions", 0o700);
    mode(&format!("meetings/{}.toml", meeting(2).id), 0o600);
    symlink("/etc", folder.join("photos")).unwrap();
    assert_eq!(examine(&place), [Finding::Link { path: folder.join("photos") }]);
    symlink("/etc/hostname", place.file(&meeting(3))).unwrap();
    let found = examine(&place);
    assert!(matches!(found.as_slice(), [Finding::Link { .. }, Finding::File(FileProblem::Unreadable(_))]));
    assert!(found.iter().all(Finding::needs_doing), "{found:?}");
}
