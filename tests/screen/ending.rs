//! However the program ends, everything is saved, the terminal is as it was found, and nothing of a patient is left on it.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use pallium::words::Language;

use crate::support::options::Options;
use crate::support::pallium::{for_fictional_patients, only_meeting, pallium};
use crate::support::person::Person;
use crate::support::terminal::Signal;

const LANGUAGE: Language = Language::Dutch;

/// How long a program may take over its end, at the most.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

/// Words that are on the screen and may be nowhere after it.
const MARKERS: [&str; 4] = ["Groepswoord", "Mw. Merkwoord", "eigenwoorden", "aantekenwoord"];

/// A person who has just typed, and has given the program no time to save.
#[track_caller]
fn in_the_middle(options: &Options) -> Person {
    let [group, label, own, note] = MARKERS;
    // No question, so that nothing stands on the first screen of the terminal.
    for_fictional_patients(&options.notebook());
    let person = Person::start(options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, group, label).write(LANGUAGE.patient_own_words(), own);
    person.write(LANGUAGE.patient_notes(), note);
    assert!(person.terminal.screen().contains(LANGUAGE.saving()), "this was to be a moment before saving");
    person
}

#[track_caller]
fn assert_all_saved(options: &Options) {
    let [group, label, own, note] = MARKERS;
    let meeting = only_meeting(&options.notebook());
    let review = &meeting.reviews[0];
    assert_eq!(
        [&meeting.details.group, &review.label, &review.own_words, &review.notes],
        [group, label, own, note]
    );
    // Nobody has it open any more, and nobody is told so.
    let names = std::fs::read_dir(options.notebook().join("meetings")).expect("a folder").flatten();
    let holders: Vec<_> =
        names.filter(|entry| entry.path().extension().is_some_and(|end| end == "holder")).collect();
    assert!(holders.is_empty(), "{holders:?}");
}

/// What stands on the terminal once the program has given it back.
#[track_caller]
fn assert_restored_and_silent(person: &Person) -> String {
    person.terminal.assert_restored();
    let screen = person.terminal.screen();
    let raw = person.terminal.raw_output();
    let leaves = b"\x1b[?1049l";
    let at = raw.windows(leaves.len()).rposition(|window| window == leaves).expect("the first screen again");
    let after = String::from_utf8_lossy(&raw[at..]).into_owned();
    for marker in MARKERS {
        assert!(
            !screen.contains(marker) && !after.contains(marker),
            "{marker:?} is left on\n{screen}\n{after}"
        );
    }
    let titles = person.terminal.seen().titles;
    assert!(titles.iter().all(|title| title == "Pallium"), "{titles:?}");
    assert_eq!(person.terminal.seen().clipboard_writes, 0);
    screen
}

#[test]
fn after_quitting() {
    let options = pallium().behind_shell();
    let person = in_the_middle(&options);
    person.quit(LANGUAGE);
    assert_all_saved(&options);
    assert_eq!(assert_restored_and_silent(&person).trim(), "");
}

#[test]
fn after_a_request_to_stop() {
    for signal in [Signal::Terminate, Signal::Interrupt, Signal::HangUp] {
        let options = pallium().behind_shell();
        let person = in_the_middle(&options);
        person.terminal.signal(signal);
        let exit = person.terminal.wait_exit();
        assert!(exit.success(), "{signal:?}: {exit:?}");
        assert_all_saved(&options);
        assert_eq!(assert_restored_and_silent(&person).trim(), "", "{signal:?}");
    }
}

#[test]
fn after_a_closed_window() {
    let options = pallium();
    let mut person = in_the_middle(&options);
    person.terminal.hang_up();
    assert!(person.terminal.wait_exit().success());
    assert_all_saved(&options);
}

/// A window that is frozen, or a line that is dead, takes nothing any more: what is typed meanwhile is saved all the same,
/// and the program ends when it is asked to.
#[test]
fn on_a_terminal_that_takes_nothing() {
    for signal in [Signal::Terminate, Signal::HangUp] {
        let options = pallium();
        let person = in_the_middle(&options);
        person.terminal.freeze();
        // Two frames: one that is held up on its way, and what comes after it, which nobody sees.
        let note = MARKERS[3];
        for letter in [" ", "o", "o", "k"] {
            person.terminal.send(letter.as_bytes());
        }
        person.terminal.signal(signal);
        assert!(person.terminal.wait_end(PATIENCE), "{signal:?}: it hangs on its terminal");
        let notes = &only_meeting(&options.notebook()).reviews[0].notes;
        assert_eq!(*notes, format!("{note} ook"), "{signal:?}");
    }
}

#[test]
fn ctrl_c_does_not_end_a_meeting() {
    let options = pallium().behind_shell();
    let person = in_the_middle(&options);
    // The terminal is raw, so that this is a key: it copies, as in every editor.
    person.terminal.keys("<C-c>");
    person.type_text("!");
    person.quit(LANGUAGE);
    assert!(only_meeting(&options.notebook()).reviews[0].notes.ends_with('!'));
}

#[cfg(debug_assertions)]
#[test]
fn after_a_panic() {
    let options = pallium().behind_shell().arg("--fault-at-f12");
    let person = in_the_middle(&options);
    person.terminal.keys("<F12>");
    let exit = person.terminal.wait_exit();
    assert_eq!(exit.exit_code(), 101);
    assert_all_saved(&options);
    let screen = assert_restored_and_silent(&person);
    // Where it was, that the notes are saved, and nothing of the fault's own text, which holds the whole record.
    assert!(screen.contains("src/shell/run/mod.rs:"), "{screen}");
    assert!(screen.contains("Uw notities zijn opgeslagen."), "{screen}");
    for payload in ["OpenMeeting", "record", "Meeting {", "panicked at"] {
        assert!(!screen.contains(payload), "{screen}");
    }
}

#[cfg(debug_assertions)]
#[test]
fn after_a_panic_that_could_not_save() {
    let options = pallium().behind_shell().arg("--fault-at-f12");
    let person = in_the_middle(&options);
    // Nothing can be written any more: the folder of meetings is gone.
    std::fs::remove_dir_all(options.notebook()).expect("the notebook can be removed");
    person.terminal.keys("<F12>");
    assert_eq!(person.terminal.wait_exit().exit_code(), 101);
    let screen = assert_restored_and_silent(&person);
    let sentence = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(sentence.contains("konden niet worden opgeslagen"), "{screen}");
}

#[cfg(not(debug_assertions))]
#[test]
fn no_release_fails_on_demand() {
    let terminal = crate::support::terminal::Terminal::start(&pallium().arg("--fault-at-f12"));
    assert_eq!(terminal.wait_exit().exit_code(), 2);
}
