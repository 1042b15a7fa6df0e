//! Folders with everything in them that can lie in a folder.

use super::*;

/// The names and refusals of what is found, in order.
fn found(folder: &Path) -> Vec<(String, Option<Problem>)> {
    files(Layer::User, folder).into_iter().map(|found| (found.file.file, found.file.refused)).collect()
}

#[test]
fn definitions_by_name_with_their_folder() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("routes")).unwrap();
    for name in ["b.toml", "a.toml", ".weg.toml", "a.toml.bak", "routes/kort.toml"] {
        fs::write(at(name), "format = 1\n").unwrap();
    }
    let names: Vec<String> = found(folder.path()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["a.toml", "b.toml", "routes/kort.toml"]);
    assert_eq!(files(Layer::User, &at("er niet")), []);
}

#[test]
fn what_cannot_be_read_is_told_of_and_not_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("map.toml")).unwrap();
    fs::write(at("groot.toml"), vec![b'#'; limits::FILE + 1]).unwrap();
    fs::write(at("heel-groot.toml"), vec![b'#'; limits::FILE]).unwrap();
    fs::write(at("latijn.toml"), b"# Pati\xc3\xabnt\ntitle = \"pati\xebnt\"\n").unwrap();
    let expected = [
        ("groot.toml", Some(Problem::TooLarge)),
        ("heel-groot.toml", None),
        ("latijn.toml", Some(Problem::NotUnicode(Some(2)))),
        ("map.toml", Some(Problem::Folder)),
    ];
    assert_eq!(found(folder.path()), expected.map(|(name, why)| (name.to_owned(), why)));
}

#[test]
fn a_folder_with_too_many_files_says_so() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..=limits::FILES {
        fs::write(folder.path().join(format!("{number:04}.toml")), "").unwrap();
    }
    let found = found(folder.path());
    assert_eq!(found.len(), limits::FILES + 1);
    assert_eq!(found.last().unwrap().1, Some(Problem::TooManyFiles));
    fs::remove_file(folder.path().join("0000.toml")).unwrap();
    assert!(self::found(folder.path()).iter().all(|(_, why)| why.is_none()));
}

#[cfg(unix)]
mod of_unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    fn pipe(path: &Path) {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn links_pipes_and_sockets_are_neither_followed_nor_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("echt.txt"), "format = 1\n").unwrap();
        symlink(at("echt.txt"), at("koppeling.toml")).unwrap();
        symlink(at("nergens"), at("los.toml")).unwrap();
        symlink("/dev/zero", at("nul.toml")).unwrap();
        pipe(&at("pijp.toml"));
        let _listener = UnixListener::bind(at("stekker.toml")).unwrap();
        symlink(folder.path(), at("routes")).unwrap();
        let expected = [
            ("koppeling.toml", Problem::Link),
            ("los.toml", Problem::Link),
            ("nul.toml", Problem::Link),
            ("pijp.toml", Problem::Special),
            ("stekker.toml", Problem::Special),
            ("routes/", Problem::Link),
        ];
        assert_eq!(found(folder.path()), expected.map(|(name, why)| (name.to_owned(), Some(why))));
    }

    #[test]
    fn a_pipe_put_in_the_place_of_a_file_after_it_was_looked_at_does_not_hang() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        pipe(&path);
        assert_eq!(text_of(&path), Err(Problem::Special));
        fs::remove_file(&path).unwrap();
        symlink("/dev/zero", &path).unwrap();
        assert_eq!(text_of(&path), Err(Problem::Unreadable));
    }

    #[test]
    fn the_folder_itself_may_be_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("echt"), folder.path().join("link"));
        fs::create_dir(&real).unwrap();
        fs::write(real.join("a.toml"), "").unwrap();
        symlink(&real, &link).unwrap();
        assert_eq!(found(&link), [("a.toml".to_owned(), None)]);
    }

    #[test]
    fn a_name_that_is_no_text_is_told_of() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(OsStr::from_bytes(b"\xff.toml"));
        if fs::write(path, "").is_err() {
            // This disk has no such names.
            return;
        }
        assert_eq!(found(folder.path()), [("\\xff.toml".to_owned(), Some(Problem::NameNotUnicode))]);
    }

    #[test]
    fn what_may_not_be_opened_is_told_of() {
        let folder = tempfile::tempdir().unwrap();
        let (path, routes) = (folder.path().join("a.toml"), folder.path().join("routes"));
        fs::write(&path, "").unwrap();
        fs::create_dir(&routes).unwrap();
        for path in [&path, &routes] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
        }
        let found = found(folder.path());
        fs::set_permissions(&routes, fs::Permissions::from_mode(0o700)).unwrap();
        // The system's own administrator may open everything.
        if File::open(&path).is_err() {
            let expected = [("a.toml", Problem::Unreadable), ("routes/", Problem::UnreadableFolder)];
            assert_eq!(found, expected.map(|(name, why)| (name.to_owned(), Some(why))));
        }
    }

    #[test]
    fn every_way_to_save_leaves_another_trace() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let mut seen = vec![traces(folder.path())];
        let mut is_new = |what: &str| {
            let now = traces(folder.path());
            assert!(!seen.contains(&now), "{what}");
            seen.push(now);
        };
        fs::write(at("a.toml"), "een").unwrap();
        is_new("a new file");
        fs::write(at("a.toml"), "langer").unwrap();
        is_new("another size");
        let modified = fs::metadata(at("a.toml")).unwrap().modified().unwrap();
        fs::write(at("b"), "gelijk").unwrap();
        File::options().write(true).open(at("b")).unwrap().set_modified(modified).unwrap();
        fs::rename(at("b"), at("a.toml")).unwrap();
        is_new("another file of the same size and time in its place");
        fs::create_dir(at("routes")).unwrap();
        fs::write(at("routes/r.toml"), "").unwrap();
        is_new("a route");
        fs::remove_file(at("a.toml")).unwrap();
        is_new("a file less");
        assert_eq!(traces(folder.path()), traces(folder.path()));
    }
}

#[test]
fn what_was_meant_to_be_read_is_named_and_rubbish_is_not() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join(FOLDER);
    fs::create_dir_all(folder.join("Routes")).unwrap();
    fs::create_dir_all(folder.join("routes")).unwrap();
    fs::create_dir_all(around.path().join("Checklist")).unwrap();
    let named = [
        "wens.toml.txt",
        "wens.TOML",
        "wens.Toml",
        "wens.toml.doc",
        "routes/kort.toml.txt",
        #[cfg(unix)]
        "kort.toml ",
        "wens.tml",
        "wens.tom",
        "wens.toml (1)",
        "wens.toml - kopie",
        ".wens.toml.icloud",
        "wens.toml (conflicted copy 2026-11-27)",
        "wens.sync-conflict-20261127-101010-ABCDEFG.toml",
    ];
    let ignored = [
        "._wens.toml",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        ".stfolder",
        "~$wens.toml",
        ".~lock.wens.toml#",
        ".wens.toml.swp",
        "wens.toml~",
        "wens.toml.tmp",
        "wens.toml.old",
        ".syncthing.wens.toml.tmp",
        "aantekening.txt",
        "notities.txt",
    ];
    for name in named.iter().chain(&ignored) {
        fs::write(folder.join(name), "").unwrap();
    }
    let found = files(Layer::User, &folder);
    let told: std::collections::BTreeSet<&str> = found.iter().map(|one| &*one.file.file).collect();
    assert_eq!(told, named.into_iter().chain(["Routes", "../Checklist"]).collect());
    let whys: Vec<_> = self::found(&folder).into_iter().filter(|(name, _)| name.ends_with(' ')).collect();
    let expected = cfg!(unix).then(|| ("kort.toml ".to_owned(), Some(Problem::SpaceBehind)));
    assert_eq!(whys, expected.into_iter().collect::<Vec<_>>());
}

/// Whatever its ending says, a text that is a definition was meant to be one; what is written in another notation is named as that.
#[test]
fn a_definition_with_the_ending_of_another_notation_lacks_only_its_name() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join(FOLDER);
    fs::create_dir_all(&folder).unwrap();
    let toml = "format = 1\nid = \"wond\"\ntitle = \"Wond\"\n\n[[group]]\nid = \"a\"\n";
    let yaml = "format: 1\nid: wond\ntitle: Wond\ngroup:\n  - id: a\n";
    let json = "{ \"format\": 1, \"id\": \"wond\" }";
    for (name, text, expected) in [
        ("a.yaml", toml, Problem::OtherEnding),
        ("b.yml", toml, Problem::OtherEnding),
        ("c.json", toml, Problem::OtherEnding),
        ("d.csv", toml, Problem::OtherEnding),
        ("e.cfg", toml, Problem::OtherEnding),
        ("f.YAML", toml, Problem::OtherEnding),
        ("g.txt", toml, Problem::OtherEnding),
        ("h", toml, Problem::OtherEnding),
        ("i.yaml", yaml, Problem::OtherKind(FileKind::Yaml)),
        ("j.json", json, Problem::OtherKind(FileKind::Json)),
    ] {
        fs::write(folder.join(name), text).unwrap();
        assert_eq!(self::found(&folder), [(name.to_owned(), Some(expected))], "{name}");
        fs::remove_file(folder.join(name)).unwrap();
    }
}

#[test]
fn second_versions_are_said_to_be_so_and_folders_are_named_once() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join(FOLDER);
    for within in ["eigen", ".stversions", "@eaDir", "leeg", "routes/oud"] {
        fs::create_dir_all(folder.join(within)).unwrap();
    }
    let wens = "format = 1\nid = \"wens\"\n";
    for (name, text) in [
        ("wens.toml", wens),
        ("wens.sync-conflict-20261127-101010-ABCDEFG.toml", wens),
        ("wens - kopie.toml", wens),
        ("wens (kopie van Jan).toml", wens),
        ("#wens.toml#", wens),
        ("wens.toml (1)", wens),
        ("Kopie van wens.toml", wens),
        ("Copy of wens.toml", wens),
        ("wens-DESKTOP-AB12.toml", wens),
        ("wens-conflict-20261127.toml", wens),
        ("wens_conflict.toml", wens),
        ("wens.conflict.toml", wens),
        ("wens (Case Conflict).toml", wens),
        ("wens (1).toml", wens),
        ("wens_backup.toml", "# van Jan\nid = 'wens' # eigen\n"),
        ("Wens-oud.toml", wens),
        ("nieuw.toml", wens),
        ("wens (2).toml", "format = 1\nid = \"wens-2\"\n"),
        ("anders - kopie.toml", wens),
        ("eigen/a.toml", wens),
        ("eigen/b.toml", wens),
        ("routes/oud/c.toml", wens),
        (".stversions/d.toml", wens),
        ("@eaDir/e.toml", wens),
        ("leeg/f.txt", wens),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    let found = files(Layer::User, &folder);
    let mut told: Vec<(&str, Option<&Problem>)> =
        found.iter().map(|one| (&*one.file.file, one.file.refused.as_ref())).collect();
    told.sort_by_key(|(name, _)| *name);
    let second = Some(&Problem::SecondVersion);
    let other = Some(&Problem::OtherFolder);
    assert_eq!(
        told,
        [
            ("#wens.toml#", second),
            ("Copy of wens.toml", second),
            ("Kopie van wens.toml", second),
            ("Wens-oud.toml", second),
            ("anders - kopie.toml", None),
            ("eigen", other),
            ("nieuw.toml", None),
            ("routes/oud", other),
            ("wens (1).toml", second),
            ("wens (2).toml", None),
            ("wens (Case Conflict).toml", second),
            ("wens (kopie van Jan).toml", second),
            ("wens - kopie.toml", second),
            ("wens-DESKTOP-AB12.toml", second),
            ("wens-conflict-20261127.toml", second),
            ("wens.conflict.toml", second),
            ("wens.sync-conflict-20261127-101010-ABCDEFG.toml", second),
            ("wens.toml", None),
            ("wens.toml (1)", second),
            ("wens_backup.toml", second),
            ("wens_conflict.toml", second),
        ]
    );
}
