//! Several readers of one notebook as a team does it: the real program, with passphrases through a descriptor or a
//! terminal.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::commands::Place;
use crate::support::pallium::pallium;
use crate::support::terminal::{Signal, Terminal};

const NORTH: &str = "de wachtzin van noord";
const SOUTH: &str = "de wachtzin van zuid";
const WEST: &str = "de wachtzin van west";

/// A sealed notebook with two meetings.
fn sealed() -> Place {
    let place = Place::new(2).with("USER", "noord").with_passphrases();
    place.done(&["protect"], &[NORTH]);
    place
}

#[test]
fn a_team_adds_and_removes_readers() {
    let place = sealed();
    let before = place.done(&["meetings"], &[NORTH]);
    place.refused(&["readers", "add", "zuid"], &[SOUTH], "past niet");
    place.refused(&["readers", "add", "zuid"], &[NORTH, "kort"], "te kort");
    place.refused(&["readers", "add", "Noord"], &[NORTH, SOUTH], "al een lezer die Noord heet");
    let said = place.done(&["readers", "add", "zuid"], &[NORTH, SOUTH]);
    assert!(said.contains("zuid is toegevoegd"), "{said}");
    // Whoever is a reader may add one.
    place.done(&["readers", "add", "laptop west"], &[SOUTH, WEST]);
    let said = place.done(&["readers", "list"], &[SOUTH]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert!(lines[0].starts_with("noord ") && lines[2].starts_with("laptop west "), "{said}");
    assert!(lines[1].starts_with("zuid ") && lines[1].contains("dit bent u"), "{said}");
    for passphrase in [NORTH, SOUTH, WEST] {
        assert_eq!(place.done(&["meetings"], &[passphrase]), before);
    }
    let changed = "een heel andere wachtzin";
    place.done(&["protect", "--change"], &[SOUTH, changed]);
    place.refused(&["meetings"], &[SOUTH], "past niet");

    let said = place.done(&["protect", "--new-recovery-key"], &[WEST]);
    let key = said.lines().find(|line| line.trim().len() == 34).expect("the key is shown").trim().to_owned();
    place.done(&["protect", "--recover"], &[&key, NORTH]);

    place.refused(&["readers", "remove", "oost"], &[NORTH], "geen lezer die oost heet");
    let ended = place.run(&["readers", "remove", "zuid"], &[NORTH, "n"]);
    assert_eq!(ended.code, Some(1), "{}", ended.complained);
    assert!(
        ended.said.contains("blijft voor die persoon leesbaar") && ended.said.contains("niets veranderd")
    );
    place.done(&["meetings"], &[changed]);
    let said = place.done(&["readers", "remove", "zuid"], &[NORTH, "j"]);
    assert!(said.contains("zuid is verwijderd") && said.contains("pallium backup"), "{said}");
    place.refused(&["meetings"], &[changed], "past niet");
    for passphrase in [NORTH, WEST] {
        assert_eq!(place.done(&["meetings"], &[passphrase]), before);
    }
    assert!(place.done(&["doctor"], &[WEST]).contains("Alles is in orde."));
    let said = place.done(&["readers", "remove", "noord", "--yes"], &[NORTH]);
    assert!(said.contains("Dat bent u zelf"), "{said}");
    place.refused(&["meetings"], &[NORTH], "past niet");
    place.refused(&["readers", "remove", "laptop west", "--yes"], &[WEST], "de enige lezer");
    assert_eq!(place.done(&["meetings"], &[WEST]), before);
}

#[test]
fn what_is_missing_is_named_with_what_to_do() {
    let place = sealed();
    place.done(&["readers", "add", "zuid"], &[NORTH, SOUTH]);
    let recovery = place.path("notebook/notebook.recovery");
    std::fs::rename(&recovery, place.path("herstel")).unwrap();
    assert!(place.done(&["readers", "list"], &[NORTH]).contains("geen herstelsleutel"));
    let ended = place.run(&["doctor"], &[NORTH]);
    assert!(ended.said.contains("notebook.recovery"), "{}", ended.said);
    std::fs::rename(place.path("herstel"), &recovery).unwrap();
    let keyring = place.path("notebook/notebook.keyring");
    std::fs::rename(&keyring, place.path("weg")).unwrap();
    for arguments in [&["meetings"][..], &["readers", "list"], &["doctor"]] {
        place.refused(arguments, &[NORTH], "notebook.keyring is er niet");
    }
    std::fs::rename(place.path("weg"), &keyring).unwrap();
    place.done(&["meetings"], &[SOUTH]);
    // A backup brings back what was lost, and nothing else needs to be.
    place.done(&["backup", "kopie.tar"], &[]);
    for lost in ["notebook.keyring", "notebook.generation", "notebook.key"] {
        std::fs::remove_file(place.path("notebook").join(lost)).unwrap();
    }
    place.refused(&["meetings"], &[SOUTH], "");
    place.done(&["restore", "kopie.tar"], &[SOUTH]);
    assert!(place.done(&["readers", "list"], &[NORTH]).contains("zuid"));
    std::fs::remove_file(&keyring).unwrap();
    place.refused(&["meetings"], &[SOUTH], "notebook.keyring is er niet");
    place.done(&["restore", "kopie.tar"], &[SOUTH]);
    place.done(&["meetings"], &[NORTH]);
    // Without a sealed notebook there are no readers; and no name is wrong usage.
    let ended = place.run(&["readers", "list", "--data", "ander"], &[NORTH]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.complained.contains("niet versleuteld"), "{}", ended.complained);
    assert_eq!(place.run(&["readers", "add"], &[]).code, Some(2));
    assert_eq!(place.run(&["readers"], &[]).code, Some(2));
}

#[test]
fn a_removal_that_was_broken_off_goes_on_where_it_was() {
    let place = sealed();
    place.done(&["readers", "add", "zuid"], &[NORTH, SOUTH]);
    // A file that cannot be put in its place stops it, as a full disk would.
    let meetings = place.path("notebook/definitions");
    let mode = |mode: u32| {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&meetings, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let log = place.path("notebook/log");
    let blocked = rustix::process::geteuid().is_root();
    if blocked {
        // The administrator may do everything; a file in the place of a folder stops them too.
        let _ = std::fs::remove_dir_all(&log);
        std::fs::write(&log, "").unwrap();
    } else {
        mode(0o500);
    }
    let ended = place.run(&["readers", "remove", "zuid", "--yes"], &[NORTH]);
    if blocked {
        std::fs::remove_file(&log).unwrap();
    } else {
        mode(0o700);
    }
    assert_eq!(ended.code, Some(1), "{}{}", ended.said, ended.complained);
    assert!(ended.complained.contains("pallium protect"), "{}", ended.complained);
    place.done(&["meetings"], &[NORTH]);
    place.refused(&["meetings"], &[SOUTH], "");
    assert!(place.run(&["doctor"], &[NORTH]).said.contains("verwijderen van een lezer is onderbroken"));
    assert!(place.done(&["readers", "list"], &[NORTH]).contains("onderbroken"));
    place.refused(&["readers", "add", "oost"], &[NORTH, WEST], "Geef eerst");
    assert!(place.done(&["protect"], &[NORTH]).contains("verwijderen is nu af"));
    assert!(place.done(&["doctor"], &[NORTH]).contains("Alles is in orde."));
    place.done(&["meetings"], &[NORTH]);
}

#[test]
fn a_signal_at_the_question_leaves_a_terminal_that_shows_what_is_typed() {
    let place = sealed();
    let data = place.path("notebook");
    for (signal, number) in [(Signal::Terminate, 15), (Signal::Interrupt, 2), (Signal::HangUp, 1)] {
        let options = pallium().env("PALLIUM_LANG", "nl").env("PALLIUM_DATA", &data).behind_shell();
        let program = Terminal::start(&options);
        program.wait_for("Wachtzin van dit notitieboek").signal(signal);
        assert_eq!(program.wait_exit().exit_code(), 128 + number, "{signal:?}: {}", program.screen());
        program.assert_restored();
    }
    // Who answers gets the program, which a signal ends with everything saved, as ever.
    let options = pallium().env("PALLIUM_LANG", "nl").env("PALLIUM_DATA", &data).behind_shell();
    let program = Terminal::start(&options);
    let typed = NORTH.replace(' ', "<Space>");
    program
        .wait_for("Wachtzin van dit notitieboek")
        .keys(&format!("{typed}<Enter>"))
        .wait_for("Nieuwe bijeenkomst");
    program.signal(Signal::Terminate);
    assert_eq!(program.wait_exit().exit_code(), 0, "{}", program.screen());
    program.assert_restored();
}

#[test]
fn what_is_typed_while_a_passphrase_is_tried_is_not_shown() {
    let place = Place::new(1);
    // Without --weak-key, so that trying takes its time.
    let mut protect = Command::new(env!("CARGO_BIN_EXE_pallium"))
        .args(["protect", "--passphrase-fd", "0", "--data"])
        .arg(place.path("notebook"))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    protect.stdin.take().unwrap().write_all(format!("{NORTH}\n").as_bytes()).unwrap();
    assert!(protect.wait().unwrap().success());
    let options =
        pallium().env("PALLIUM_LANG", "nl").env("PALLIUM_DATA", place.path("notebook")).behind_shell();
    let program = Terminal::start(&options);
    program.wait_for("Wachtzin van dit notitieboek");
    let row = program.cursor().row;
    program.keys("fout<Enter>").wait_until(|screen| screen.cursor_position().0 > row);
    program.keys("openbaar<Enter>").wait_for("Probeer het nog eens");
    program.keys("ookditniet<Enter>").wait_for("Er is niets veranderd");
    assert_eq!(program.wait_exit().exit_code(), 1);
    let screen = program.screen();
    assert!(!screen.contains("openbaar") && !screen.contains("ookditniet"), "{screen}");
    program.assert_restored();
}
