//! Protecting a notebook as somebody does it: the real program, with passphrases through a descriptor or a terminal.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use crate::support::commands::{Place, files};
use crate::support::emulator::text_of;
use crate::support::pallium::pallium;
use crate::support::terminal::Terminal;
use pallium::store::generate::{self, Size};

const PASSPHRASE: &str = "vier woorden voor een proef";
const OTHER: &str = "vijf heel andere woorden hier";

/// A word that stands nowhere but in what was noted.
const MARK: &str = "Zonnebloemveld";

fn recovery_key(said: &str) -> String {
    said.lines().find(|line| line.trim().len() == 34).expect("the key is shown").trim().to_owned()
}

#[test]
fn a_notebook_is_protected_and_opens_with_its_passphrase_only() {
    let place = Place::new(3).with_passphrases();
    let before = place.done(&["meetings"], &[]);
    assert!(place.run(&["doctor"], &[]).said.contains("niet versleuteld"));
    place.refused(&["protect"], &["kort"], "te kort");
    let said = place.done(&["protect"], &[PASSPHRASE]);
    assert!(said.contains("is versleuteld") && said.contains("herstelsleutel"), "{said}");
    for arguments in [&["meetings"][..], &["show", "laatste"], &["minutes", "laatste"], &["doctor"]] {
        place.done(arguments, &[PASSPHRASE]);
        place.refused(arguments, &[OTHER], "past niet");
        let ended = place.run_in("notebook", arguments, &[]);
        assert_eq!(ended.code, Some(1));
        assert!(ended.complained.contains("--passphrase-fd"), "{}", ended.complained);
    }
    assert_eq!(place.done(&["meetings"], &[PASSPHRASE]), before);
    assert!(place.done(&["doctor"], &[PASSPHRASE]).contains("Het notitieboek is versleuteld."));
    assert!(place.done(&["protect"], &[]).contains("al helemaal versleuteld"));
    let ended = place.run_in("notebook", &["meetings", "--passphrase-fd", "99"], &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.complained.contains("99"), "{}", ended.complained);
}

#[test]
fn the_passphrase_changes_and_the_recovery_key_gives_a_new_one() {
    let place = Place::new(1).with_passphrases();
    place.refused(&["protect", "--change"], &[PASSPHRASE, OTHER], "niet versleuteld");
    let key = recovery_key(&place.done(&["protect"], &[PASSPHRASE]));
    place.refused(&["protect", "--change"], &[OTHER, PASSPHRASE], "past niet");
    place.done(&["protect", "--change"], &[PASSPHRASE, OTHER]);
    place.refused(&["meetings"], &[PASSPHRASE], "past niet");
    place.done(&["meetings"], &[OTHER]);
    place.refused(&["protect", "--recover"], &["0000", PASSPHRASE], "28 tekens");
    place.refused(&["protect", "--recover"], &[&"0".repeat(28), PASSPHRASE], "zoek het nieuwste papier");
    let typed = key.to_lowercase().replace('-', " ");
    place.done(&["protect", "--recover"], &[&typed, PASSPHRASE]);
    place.done(&["meetings"], &[PASSPHRASE]);
    // Somebody lost the file with the keys.
    std::fs::remove_file(place.path("notebook/notebook.key")).unwrap();
    place.refused(&["protect"], &[OTHER], "--recover");
    place.done(&["protect", "--recover"], &[&key, OTHER]);
    place.done(&["meetings"], &[OTHER]);
}

#[test]
fn a_statement_about_the_disk_is_recorded_and_shown() {
    let place = Place::new(1).with_passphrases();
    assert!(place.done(&["protect", "--disk-is-encrypted"], &[]).contains("kan dat niet nakijken"));
    assert!(place.done(&["doctor"], &[]).contains("verklaard dat de schijf"));
    place.done(&["protect"], &[PASSPHRASE]);
    place.refused(&["protect", "--disk-is-encrypted"], &[], "al versleuteld");
    let ended = place.run(&["protect", "--change", "--recover"], &[]);
    assert_eq!(ended.code, Some(2), "{}", ended.complained);
}

#[test]
fn the_doctor_says_that_the_recovery_key_is_lost_and_how_long_meetings_are_kept() {
    let place = Place::new(1).with_passphrases();
    place.done(&["protect"], &[PASSPHRASE]);
    let said = place.done(&["doctor"], &[PASSPHRASE]);
    assert!(said.contains("geen bewaartermijn") && !said.contains("notebook.recovery"), "{said}");
    let settings = place.path("notebook").join("settings.toml");
    std::fs::write(&settings, "format = 1\nretention_months = 18\n").unwrap();
    std::fs::remove_file(place.path("notebook").join("notebook.recovery")).unwrap();
    let ended = place.run(&["doctor"], &[PASSPHRASE]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.said.contains("ontbreekt notebook.recovery"), "{}", ended.said);
    assert!(ended.said.contains("Bewaartermijn: 18 maanden"), "{}", ended.said);
}

#[test]
fn a_backup_needs_no_passphrase_and_comes_back_with_it() {
    let place = Place::new(2).with_passphrases();
    place.done(&["backup", "open.tar"], &[]);
    place.done(&["protect"], &[PASSPHRASE]);
    assert!(place.done(&["backup", "dicht.tar"], &[]).contains("Zij is versleuteld"));
    place.done(&["restore", "dicht.tar"], &[PASSPHRASE]);
    place.done(&["restore", "open.tar"], &[PASSPHRASE]);
    let restore = ["restore", "dicht.tar", "--passphrase-fd", "0"];
    let ended = place.run_in("nieuw", &restore, &[OTHER]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let ended = place.run_in("nieuw", &restore, &[PASSPHRASE]);
    assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
    let ended = place.run_in("nieuw", &["meetings", "--passphrase-fd", "0"], &[PASSPHRASE]);
    assert_eq!(ended.said, place.done(&["meetings"], &[PASSPHRASE]));
    // Neither a plain notebook nor one with other keys takes it in.
    generate::notebook(&place.path("ander"), 1, Size::Small).unwrap();
    for lines in [&[][..], &[OTHER]] {
        let ended = place.run_in("ander", &restore, lines);
        assert_eq!(ended.code, Some(1), "{}", ended.said);
        assert!(ended.complained.contains("ander notitieboek"), "{}", ended.complained);
        place.run_in("ander", &["protect", "--passphrase-fd", "0"], &[OTHER]);
    }
}

#[test]
fn no_word_of_a_patient_stands_in_any_file_after_a_meeting() {
    let place = Place::new(0).with_passphrases();
    place.done(&["protect"], &[PASSPHRASE]);
    // By the numbers of the rows: a new meeting, its group, a patient on the agenda, and what is asked about them.
    let group = format!("1 {MARK} groep");
    let (label, question) = (format!("1 {MARK} A."), format!("3 {MARK} vraag"));
    let held = [PASSPHRASE, "1", &group, "8", "1", &label, &question];
    let said = place.done(&["--plain"], &held);
    assert!(said.contains(MARK), "{said}");
    let shown = place.done(&["show", "laatste"], &[PASSPHRASE]);
    for part in ["groep", "A.", "vraag"] {
        assert!(shown.contains(&format!("{MARK} {part}")), "the meeting was held: {shown}\n{said}");
    }
    place.done(&["meetings"], &[PASSPHRASE]);
    let all = files(&place.path("notebook"));
    assert!(all.len() > 4, "{all:?}");
    for path in all {
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes.windows(MARK.len()).any(|window| window == MARK.as_bytes());
        assert!(!found, "{}", path.display());
        let is_open = path.ends_with("settings.toml") || path.ends_with("notebook.recipient");
        assert!(bytes.is_empty() || is_open || bytes.starts_with(b"age-encryption.org/v1\n"), "{path:?}");
    }
}

#[test]
fn in_a_terminal_nothing_that_is_typed_is_shown() {
    let options = pallium().env("PALLIUM_LANG", "nl");
    generate::notebook(&options.notebook(), 1, Size::Small).unwrap();
    let protect = Terminal::start(&options.clone().args(["protect", "--weak-key"]));
    let kort = "kort<Enter>";
    // What is typed is hidden while it is asked for, and so is waited for.
    let asked_again = |screen: &vt100::Screen| text_of(screen).matches("Nieuwe wachtzin").count() == 2;
    protect.wait_for("Nieuwe wachtzin").keys(kort).wait_for("te kort").wait_until(asked_again);
    let typed = PASSPHRASE.replace(' ', "<Space>");
    protect.keys(&format!("{typed}<Enter>")).wait_for("Nog een keer").keys(&format!("{typed}<Enter>"));
    protect.wait_for("Typ de herstelsleutel over");
    let screen = protect.screen();
    assert!(!screen.contains("woorden voor een proef"), "{screen}");
    // A terminal without another screen would show it in the midst of what stood there.
    let raw = String::from_utf8_lossy(&protect.raw_output()).into_owned();
    assert!(raw.contains("\x1b[?1049h\x1b[2J"), "{raw:?}");
    let key = recovery_key(&screen);
    protect.keys("0000<Enter>").wait_for("28 tekens").keys(&format!("{key}<Enter>"));
    assert_eq!(protect.wait_exit().exit_code(), 0, "{}", protect.screen());

    let program = Terminal::start(&options);
    program.wait_for("Wachtzin van dit notitieboek").keys("<Enter>");
    // Enter alone is no try: it is asked again, and nothing is said of it.
    program.wait_until(|screen| text_of(screen).matches("Wachtzin van dit notitieboek").count() == 2);
    assert!(!program.screen().contains("Probeer het nog eens"), "{}", program.screen());
    program.keys("fout<Enter>").wait_for("Probeer het nog eens");
    program.keys(&format!("{typed}<Enter>")).wait_for("Nieuwe bijeenkomst");
    assert!(!program.screen().contains("alleen verzonnen"), "{}", program.screen());
    program.keys("<C-q>");
    assert!(program.wait_exit().success());

    let refused = Terminal::start(&options);
    refused.wait_for("Wachtzin van dit notitieboek").keys("<Esc>");
    assert_eq!(refused.wait_exit().exit_code(), 1, "{}", refused.screen());
}

/// Who brings an earlier file back is told on, until somebody says that it is right.
#[test]
fn a_meeting_that_was_put_back_is_named_and_opens_until_it_is_accepted() {
    let place = Place::new(2).with_passphrases();
    let run = |arguments: &[&str]| place.run(arguments, &[PASSPHRASE]);
    let notebook = crate::support::pallium::notebook(&place.path("notebook"));
    let meeting = notebook.read(notebook.list().unwrap().summaries[0].id).unwrap();
    let path = &notebook.path(meeting.id);
    drop(notebook);
    place.done(&["protect"], &[PASSPHRASE]);
    let before = std::fs::read(path).unwrap();
    place.done(&["forget", &meeting.reviews[0].patient.to_string(), "--yes"], &[PASSPHRASE]);
    assert_eq!(run(&["doctor"]).code, Some(0), "{}", run(&["doctor"]).said);
    assert_ne!(std::fs::read(path).unwrap(), before, "the test chose a meeting that stayed the same");
    std::fs::write(path, &before).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let listed = place.done(&["meetings"], &[PASSPHRASE]);
    assert!(listed.contains(name) && listed.contains("oudere versie"), "{listed}");
    let looked = run(&["doctor"]);
    assert!(looked.code == Some(1) && looked.said.contains("oudere versie"), "{}", looked.said);
    let accepted = place.done(&["doctor", "--accept"], &[PASSPHRASE]);
    assert!(accepted.contains(name), "{accepted}");
    assert_eq!(run(&["doctor"]).code, Some(0));
    assert!(files(&place.path("state")).iter().any(|path| path.extension().is_some_and(|end| end == "seen")));
    // Without the file with the keys it is not taken for a plain notebook.
    std::fs::remove_file(place.path("notebook/notebook.key")).unwrap();
    place.refused(&["meetings"], &[PASSPHRASE], "notebook.key");
}
