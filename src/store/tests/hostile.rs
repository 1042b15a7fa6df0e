//! What a notebook may find in its folder that it did not put there.

use std::ffi::OsString;
use std::io::{Error, ErrorKind};
use std::path::Path;

use super::{Place, meeting};
use crate::meeting::Pinned;
use crate::store::{Chosen, Demo, Fault, ReadProblem, SaveError, place};
use crate::words::Language;

#[cfg(unix)]
#[test]
fn links_and_pipes_are_never_followed() {
    use crate::store::FileProblem;
    let target = Place::new();
    target.open().save(&meeting(1), &[]).unwrap();
    let place = Place::new();
    let notebook = place.open();
    std::os::unix::fs::symlink(target.file(&meeting(1)), place.file(&meeting(1))).unwrap();
    let problem = notebook.read(meeting(1).id).unwrap_err();
    assert!(matches!(problem, ReadProblem::Fault { fault: Fault::NotAFile, .. }), "{problem:?}");
    let error = notebook.save(&meeting(1), &[]).unwrap_err();
    assert!(matches!(error, SaveError::TargetDamaged { .. }), "{error:?}");
    assert!(place.file(&meeting(1)).is_symlink());
    let pipe = std::process::Command::new("mkfifo").arg(place.file(&meeting(2))).status();
    if pipe.is_ok_and(|status| status.success()) {
        // Reading this would wait for ever.
        assert!(notebook.read(meeting(2).id).is_err());
    }
    let problems = notebook.list().unwrap().problems;
    assert!(problems.iter().any(|problem| matches!(problem, FileProblem::Unreadable(_))), "{problems:?}");
}

#[test]
fn a_hash_is_no_path() {
    let place = Place::new();
    let notebook = place.open();
    std::fs::write(place.path().join("secret.toml"), "").unwrap();
    let upper = "A".repeat(64);
    for hash in ["../secret", "", "/etc/passwd", "..", upper.as_str()] {
        assert!(notebook.read_definition(hash).is_err());
        let mut meeting = meeting(1);
        meeting.definitions.push(Pinned { id: "a".into(), version: String::new(), hash: hash.to_owned() });
        let error = notebook.save(&meeting, &[(hash.to_owned(), "".into())]).unwrap_err();
        assert!(matches!(error, SaveError::DefinitionMissing { .. }), "{error:?}");
    }
}

#[test]
fn every_fault_has_words_of_our_own() {
    let kinds = [
        (ErrorKind::StorageFull, Fault::NoSpace),
        (ErrorKind::QuotaExceeded, Fault::NoSpace),
        (ErrorKind::PermissionDenied, Fault::NoPermission),
        (ErrorKind::ReadOnlyFilesystem, Fault::ReadOnly),
        (ErrorKind::NotFound, Fault::NotFound),
        (ErrorKind::InvalidFilename, Fault::BadName),
        (ErrorKind::NotADirectory, Fault::NotAFolder),
        (ErrorKind::IsADirectory, Fault::NotAFile),
        (ErrorKind::FileTooLarge, Fault::TooLarge),
        (ErrorKind::ResourceBusy, Fault::InUse),
    ];
    for (kind, fault) in kinds.clone() {
        assert_eq!(Fault::of(&Error::from(kind)), fault);
    }
    #[cfg(unix)]
    assert_eq!(Fault::of(&Error::from_raw_os_error(5)), Fault::Disk);
    let other = Fault::of(&Error::other("odd \u{1b}[31m thing"));
    assert_eq!(other.reason(Language::Dutch), "het systeem meldt \"odd ␛[31m thing\"");
    let full = SaveError::Fault { path: "/notebook/a.toml".into(), fault: Fault::NoSpace };
    assert_eq!(
        full.message_of_work(Language::Dutch),
        "Opslaan is niet gelukt: er is geen ruimte meer op de schijf (/notebook/a.toml). Maak ruimte vrij; Pallium \
         probeert het opnieuw."
    );
    assert_eq!(
        full.message(Language::Dutch),
        "Opslaan is niet gelukt: er is geen ruimte meer op de schijf (/notebook/a.toml). Maak ruimte vrij."
    );
    let tries_again = |told: &str| told.contains("probeert het opnieuw") || told.contains("try again");
    for (_, fault) in kinds {
        let limit = [Fault::SizeLimit, Fault::Disk, Fault::ReadOnly, fault];
        for fault in limit {
            let failed = SaveError::Fault { path: "/notebook/a.toml".into(), fault };
            for language in [Language::Dutch, Language::English] {
                let (once, work) = (failed.message(language), failed.message_of_work(language));
                assert!(!tries_again(&once) && once.ends_with('.'), "{once}");
                assert!(!once.contains("geheugen") && !once.contains("memory") && once != work, "{once}");
            }
        }
    }
}

#[test]
fn the_folder_is_the_one_that_was_named_first() {
    let named = place(Some(Path::new("/a")), Some(OsString::from("/b"))).unwrap();
    assert_eq!((named.folder.ends_with("a"), named.chosen), (true, Chosen::Argument));
    let named = place(None, Some(OsString::from("b"))).unwrap();
    assert_eq!((named.folder.is_absolute(), named.chosen), (true, Chosen::Environment));
    if let Some(named) = place(None, Some(OsString::new())) {
        assert_eq!(named.chosen, Chosen::System);
    }
}

#[test]
fn a_demonstration_leaves_nothing() {
    let demo = Demo::new().unwrap();
    let folder = demo.folder().to_owned();
    crate::store::generate::notebook(&folder, 2, crate::store::generate::Size::Small).unwrap();
    drop(demo);
    assert!(!folder.exists());
}
