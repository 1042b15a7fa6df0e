//! Looking a notebook over: every kind of finding, with nothing changed by it.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{Place, meeting, noted};
use crate::meeting::{Meeting, Pinned};
use crate::store::{
    Astray, FileProblem, Finding, Holder, Misnamed, Notebook, ReadProblem, RealFiles, Reason, definition_hash,
};
use crate::words::Language;

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
    let (place, found) = with("meetings/verslag.docx", "");
    let path = place.path().join("meetings/verslag.docx");
    assert_eq!(found, [Finding::File(FileProblem::Foreign { path })]);
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
fn what_is_of_the_notebook_under_a_name_that_is_a_little_off_is_never_called_rubbish() {
    let ours = Meeting { id: "b0c7020000000000000000000000c702".parse().unwrap(), ..meeting(2) };
    let id = ours.id.to_string();
    let own = format!("{id}.toml");
    let capitals = id.to_uppercase();
    // The only copy of a meeting: it is told with its name, by `doctor` and in the list.
    for name in [
        format!("{id}.toml.txt"),
        format!("{id}.TOML"),
        format!("{capitals}.TOML"),
        format!("{capitals}.toml"),
        format!("{id}.toml.bak"),
        format!("{id}.toml~"),
        format!("{id} .toml"),
        format!("{id}.conflict-1.toml"),
        format!("Kopie van {id}.toml"),
        "casus.toml".to_owned(),
        "casus.toml.txt".to_owned(),
        format!(".{id}.toml.icloud"),
    ] {
        for is_alone in [true, false] {
            let (place, _) = sound();
            place.open().save(&ours, &[]).unwrap();
            let path = place.path().join("meetings").join(&name);
            match is_alone {
                true => std::fs::rename(place.file(&ours), &path).unwrap(),
                false => {
                    std::fs::copy(place.file(&ours), &path).unwrap();
                }
            }
            let found = examine(&place);
            let listed = Notebook::existing(place.path(), Arc::new(RealFiles)).list().unwrap().problems;
            let [Finding::File(told)] = found.as_slice() else { panic!("{name} {is_alone}: {found:?}") };
            assert_eq!(std::slice::from_ref(told), listed, "{name}");
            let is_version = name.starts_with(&id) && name.ends_with(".toml");
            if is_version && !is_alone {
                assert_eq!(*told, FileProblem::Copy { path }, "{name}");
                continue;
            }
            let what = if name.ends_with("icloud") { Astray::InCloud } else { Astray::Meeting };
            let misnamed = Misnamed { path, name: own.clone(), what, beside: !is_alone };
            assert_eq!(*told, FileProblem::Misnamed(misnamed), "{name}");
            let message = found[0].message(Language::Dutch);
            let in_its_place = message.contains("staat in de plaats van");
            assert_eq!(in_its_place, what == Astray::InCloud && is_alone, "{name}: {message}");
            assert!(found[0].needs_doing() && message.contains(&own), "{name}: {message}");
            assert!(!message.contains("hoort niet bij") && !message.contains("als u het niet kent"));
        }
    }
    // What stands in it says more than a name that is off twice.
    let (place, _) = sound();
    place.open().save(&ours, &[]).unwrap();
    let path = place.path().join("meetings").join("B0C7020000000000000000000000C703.toml");
    std::fs::rename(place.file(&ours), &path).unwrap();
    let misnamed = Misnamed { path, name: own.clone(), what: Astray::Meeting, beside: false };
    assert_eq!(examine(&place), [Finding::File(FileProblem::Misnamed(misnamed))]);
    let hash = "0a".repeat(32);
    let version = format!("{id}.20260101T100000000.worked.toml");
    for (folder, name, meant) in [
        ("", "Settings.toml", "settings.toml"),
        ("", "settings.toml.txt", "settings.toml"),
        ("", "settings.toml (1)", "settings.toml"),
        ("", "NOTEBOOK.KEY", "notebook.key"),
        ("", "notebook.recovery.bak", "notebook.recovery"),
        ("", ".notebook.keyring.icloud", "notebook.keyring"),
        ("definitions/", &format!("{hash}.toml.txt"), &format!("{hash}.toml")),
        ("definitions/", &format!("{}.TOML", hash.to_uppercase()), &format!("{hash}.toml")),
        (&format!("history/{id}/"), &format!("{version}~"), &version),
        (&format!("history/{id}/"), &version.to_uppercase(), &version),
        ("log/", "20260101T100000000.00000000000000AA.LOG", "20260101T100000000.00000000000000aa.log"),
        ("readers/", "00000000000000aa.key.txt", "00000000000000aa.key"),
    ] {
        let (place, found) = with(&format!("{folder}{name}"), "");
        let path = place.path().join(format!("{folder}{name}"));
        let what = if name.ends_with("icloud") { Astray::InCloud } else { Astray::File };
        let misnamed = Misnamed { path, name: meant.to_owned(), what, beside: false };
        let told = Finding::File(FileProblem::Misnamed(misnamed));
        assert!(found.contains(&told), "{folder}{name}: {found:?}");
    }
    // Meetings that somebody tidied away are told as what they are.
    for (folder, told) in [
        ("meetings/oud", "meetings/oud"),
        ("meetings/2025/mei", "meetings/2025"),
        ("archief", "archief"),
        ("oud/meetings", "oud"),
    ] {
        for name in [own.clone(), format!("{id}.toml.txt"), format!("{id}.conflict-1.toml")] {
            let (place, found) = with(&format!("{folder}/{name}"), "");
            let misnamed = Misnamed {
                path: place.path().join(told),
                name: "meetings".to_owned(),
                what: Astray::Meetings,
                beside: false,
            };
            let [Finding::File(FileProblem::Misnamed(known))] = found.as_slice() else { panic!("{found:?}") };
            assert_eq!(Misnamed { beside: false, ..known.clone() }, misnamed, "{folder}/{name}");
            let message = found[0].message(Language::Dutch).to_lowercase();
            assert!(message.contains("gooi de map niet weg") && !message.contains("verwijder"), "{message}");
        }
    }
    for (name, meant) in
        [("Meetings", "meetings"), ("meetings - kopie", "meetings"), ("Checklists", "checklists")]
    {
        let (place, found) = with(&format!("{name}/x.toml"), "");
        let misnamed = Misnamed {
            path: place.path().join(name),
            name: meant.to_owned(),
            what: Astray::Folder,
            beside: meant == "meetings",
        };
        assert_eq!(found, [Finding::File(FileProblem::Misnamed(misnamed))], "{name}");
    }
}

#[cfg(unix)]
#[test]
fn checklists_and_definitions_that_cannot_be_read_are_told_once_with_no_wrong_advice() {
    use std::os::unix::fs::PermissionsExt as _;
    // An administrator may read everything.
    if rustix::process::geteuid().is_root() {
        return;
    }
    let (place, hash) = sound();
    let mode = |name: &str, mode: u32| {
        std::fs::set_permissions(place.path().join(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    for folder in ["checklists", "checklists/routes", "checklists/casussen"] {
        std::fs::create_dir(place.path().join(folder)).unwrap();
        mode(folder, 0o700);
        std::fs::write(place.path().join(folder).join("a.toml"), "").unwrap();
        mode(&format!("{folder}/a.toml"), 0o600);
    }
    assert_eq!(examine(&place), []);
    for folder in ["checklists/casussen", "checklists/routes", "checklists", "definitions"] {
        mode(folder, 0);
        let found = examine(&place);
        let [told @ Finding::Folder(_)] = found.as_slice() else { panic!("{folder}: {found:?}") };
        assert_eq!(told.path(), place.path().join(folder));
        mode(folder, 0o700);
    }
    for file in ["checklists/a.toml", "checklists/routes/a.toml", &format!("definitions/{hash}.toml")] {
        mode(file, 0);
        let found = examine(&place);
        let [told @ Finding::File(FileProblem::Unreadable(_))] = found.as_slice() else {
            panic!("{file}: {found:?}")
        };
        assert_eq!(told.path(), place.path().join(file));
        mode(file, 0o600);
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
