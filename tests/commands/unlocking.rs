//! Who unlocked a notebook, or tried to, stands in its access log; also when nobody had the key at the time.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::path::PathBuf;

use crate::support::commands::{Place, files};

const PASSPHRASE: &str = "vier woorden voor een proef";
const WRONG: &str = "vijf heel andere woorden hier";

/// A sealed notebook of one meeting.
fn sealed() -> Place {
    let place = Place::new(1).with("USER", "tester").with("TZ", "UTC").with_passphrases();
    place.done(&["protect"], &[PASSPHRASE]);
    place
}

/// What waits for whoever has the key.
fn waiting_entries(place: &Place) -> Vec<PathBuf> {
    files(&place.notebook().join("log").join("waiting"))
}

/// What stands in the log itself.
fn logs(place: &Place) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(place.notebook().join("log")).unwrap();
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
}

#[test]
fn tries_that_failed_are_sealed_and_stand_in_the_log_after_the_next_unlock() {
    let place = sealed();
    for _ in 0..3 {
        assert_eq!(place.run(&["meetings"], &[WRONG]).code, Some(1));
    }
    let waiting = waiting_entries(&place);
    assert_eq!(waiting.len(), 3);
    for path in &waiting {
        let bytes = std::fs::read(path).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "{path:?}");
        assert!(!bytes.windows(6).any(|window| window == b"tester"), "who it was is sealed");
    }
    place.done(&["meetings"], &[PASSPHRASE]);
    assert_eq!(waiting_entries(&place), Vec::<PathBuf>::new());
    let log = place.done(&["log"], &[PASSPHRASE]);
    assert_eq!(log.matches("tester  ontgrendelen mislukt").count(), 3, "{log}");
    assert_eq!(log.matches("tester  ontgrendeld").count(), 1, "{log}");
    // In the order in which it happened.
    let (failed, unlocked) = (log.rfind("mislukt").unwrap(), log.find("ontgrendeld").unwrap());
    assert!(failed < unlocked, "{log}");
    place.done(&["doctor"], &[PASSPHRASE]);
}

#[test]
fn they_are_chained_like_everything_else() {
    let place = sealed();
    place.run(&["meetings"], &[WRONG]);
    place.done(&["meetings"], &[PASSPHRASE]);
    place.done(&["meetings"], &[PASSPHRASE]);
    let mut logs = logs(&place);
    logs.sort();
    std::fs::remove_file(logs.first().expect("a file of the log")).unwrap();
    let told = place.run(&["log"], &[PASSPHRASE]);
    assert!(told.code == Some(1) && told.said.contains("ontbreekt"), "{}", told.said);
}

#[test]
fn looking_at_the_log_brings_in_what_waits_and_is_not_logged_itself() {
    let place = sealed();
    place.run(&["doctor"], &[WRONG]);
    assert!(place.done(&["log"], &[PASSPHRASE]).contains("ontgrendelen mislukt"));
    let before = logs(&place).len();
    place.done(&["log"], &[PASSPHRASE]);
    assert_eq!(logs(&place).len(), before, "reading leaves nothing");
}

#[test]
fn what_somebody_else_puts_there_is_told_and_stays_out_of_the_log() {
    let place = sealed();
    place.run(&["meetings"], &[WRONG]);
    let real = waiting_entries(&place).pop().expect("a try");
    let forged = real.with_file_name("20260101T000000000.0000000000000000.age");
    std::fs::write(&forged, b"age-encryption.org/v1\nniet van hier").unwrap();
    let doctor = place.run(&["doctor"], &[PASSPHRASE]);
    assert!(doctor.code == Some(1) && doctor.said.contains(&*forged.to_string_lossy()), "{}", doctor.said);
    place.done(&["meetings"], &[PASSPHRASE]);
    assert_eq!(waiting_entries(&place), [forged]);
    assert_eq!(place.done(&["log"], &[PASSPHRASE]).matches("mislukt").count(), 1);
}

#[test]
fn a_backup_without_the_passphrase_is_in_the_log_and_the_log_is_not_in_the_backup() {
    let place = sealed();
    place.run(&["meetings"], &[WRONG]);
    place.done(&["backup", "kopie.tar"], &[PASSPHRASE]);
    place.done(&["doctor"], &[PASSPHRASE]);
    assert!(
        place
            .done(&["log"], &[PASSPHRASE])
            .contains("tester  naar buiten gebracht: reservekopie van het hele notitieboek")
    );
    place.done(&["restore", "kopie.tar", "--newer", "keep"], &[PASSPHRASE]);
    place.done(&["doctor"], &[PASSPHRASE]);
    let archive = std::fs::read(place.path("kopie.tar")).unwrap();
    let holds = |name: &[u8]| archive.windows(name.len()).any(|window| window == name);
    assert!(holds(b"meetings/") && holds(b"notebook.key"), "the names in it are seen");
    assert!(!holds(b"log/") && !holds(b"notebook.recipient"));
}
