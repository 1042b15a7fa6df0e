//! Who unlocked a notebook, or tried to, stands in its access log; also when nobody had the key at the time.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use pallium::store::generate::{self, Size};

const PASSPHRASE: &str = "vier woorden voor een proef";
const WRONG: &str = "vijf heel andere woorden hier";

/// A sealed notebook of one meeting.
struct Place(tempfile::TempDir);

struct Ended {
    code: Option<i32>,
    said: String,
    complained: String,
}

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        generate::notebook(&place.folder(), 1, Size::Small).unwrap();
        let sealed = place.run(&["protect"], PASSPHRASE);
        assert_eq!(sealed.code, Some(0), "{}", sealed.complained);
        place
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("notebook")
    }

    fn run(&self, arguments: &[&str], passphrase: &str) -> Ended {
        let mut program = Command::new(env!("CARGO_BIN_EXE_pallium"))
            .args(arguments)
            .args(["--weak-key", "--passphrase-fd", "0"])
            .current_dir(self.0.path())
            .env("PALLIUM_LANG", "nl")
            .env("USER", "tester")
            .env("TZ", "UTC")
            .env("PALLIUM_DATA", self.folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // Who was refused reads no further.
        let _ = program.stdin.take().unwrap().write_all(format!("{passphrase}\n").as_bytes());
        let output = program.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code(), said: text(output.stdout), complained: text(output.stderr) }
    }

    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments, PASSPHRASE);
        assert_eq!(ended.code, Some(0), "{arguments:?}: {}{}", ended.said, ended.complained);
        ended.said
    }

    fn waiting(&self) -> Vec<PathBuf> {
        files(&self.folder().join("log").join("waiting"))
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect()
}

#[test]
fn tries_that_failed_are_sealed_and_stand_in_the_log_after_the_next_unlock() {
    let place = Place::new();
    for _ in 0..3 {
        assert_eq!(place.run(&["meetings"], WRONG).code, Some(1));
    }
    let waiting = place.waiting();
    assert_eq!(waiting.len(), 3);
    for path in &waiting {
        let bytes = std::fs::read(path).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "{path:?}");
        assert!(!bytes.windows(6).any(|window| window == b"tester"), "who it was is sealed");
    }
    place.done(&["meetings"]);
    assert_eq!(place.waiting(), Vec::<PathBuf>::new());
    let log = place.done(&["log"]);
    assert_eq!(log.matches("tester  ontgrendelen mislukt").count(), 3, "{log}");
    assert_eq!(log.matches("tester  ontgrendeld").count(), 1, "{log}");
    // In the order in which it happened.
    let (failed, unlocked) = (log.rfind("mislukt").unwrap(), log.find("ontgrendeld").unwrap());
    assert!(failed < unlocked, "{log}");
    place.done(&["doctor"]);
}

#[test]
fn they_are_chained_like_everything_else() {
    let place = Place::new();
    place.run(&["meetings"], WRONG);
    place.done(&["meetings"]);
    place.done(&["meetings"]);
    let mut logs = files(&place.folder().join("log"));
    logs.sort();
    std::fs::remove_file(logs.first().expect("a file of the log")).unwrap();
    let told = place.run(&["log"], PASSPHRASE);
    assert!(told.code == Some(1) && told.said.contains("ontbreekt"), "{}", told.said);
}

#[test]
fn looking_at_the_log_brings_in_what_waits_and_is_not_logged_itself() {
    let place = Place::new();
    place.run(&["doctor"], WRONG);
    assert!(place.done(&["log"]).contains("ontgrendelen mislukt"));
    let before = files(&place.folder().join("log")).len();
    place.done(&["log"]);
    assert_eq!(files(&place.folder().join("log")).len(), before, "reading leaves nothing");
}

#[test]
fn what_somebody_else_puts_there_is_told_and_stays_out_of_the_log() {
    let place = Place::new();
    place.run(&["meetings"], WRONG);
    let real = place.waiting().pop().expect("a try");
    let forged = real.with_file_name("20260101T000000000.0000000000000000.age");
    std::fs::write(&forged, b"age-encryption.org/v1\nniet van hier").unwrap();
    let doctor = place.run(&["doctor"], PASSPHRASE);
    assert!(doctor.code == Some(1) && doctor.said.contains(&*forged.to_string_lossy()), "{}", doctor.said);
    place.done(&["meetings"]);
    assert_eq!(place.waiting(), [forged]);
    assert_eq!(place.done(&["log"]).matches("mislukt").count(), 1);
}

#[test]
fn a_backup_without_the_passphrase_is_in_the_log_and_the_log_is_not_in_the_backup() {
    let place = Place::new();
    place.run(&["meetings"], WRONG);
    place.done(&["backup", "kopie.tar"]);
    place.done(&["doctor"]);
    assert!(
        place.done(&["log"]).contains("tester  naar buiten gebracht: reservekopie van het hele notitieboek")
    );
    place.done(&["restore", "kopie.tar", "--newer", "keep"]);
    place.done(&["doctor"]);
    let archive = std::fs::read(place.0.path().join("kopie.tar")).unwrap();
    let holds = |name: &[u8]| archive.windows(name.len()).any(|window| window == name);
    assert!(holds(b"meetings/") && holds(b"notebook.key"), "the names in it are seen");
    assert!(!holds(b"log/") && !holds(b"notebook.recipient"));
}
