//! What was on the screen of a sealed notebook, and the passphrase that opened it, are nowhere else: not on the terminal that
//! is given back or above it, not in what the end of the program says, not in a title, and not in the name of a file.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use pallium::words::Language;

use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::terminal::Signal;

const LANGUAGE: Language = Language::Dutch;

/// Words of a patient, each on the screen when the program ends.
const PATIENT: [&str; 3] = ["Merkwoordlabel", "eigenmerkwoorden", "aantekenmerkwoord"];

/// A word of the passphrase.
const SECRET: &str = "wachtzinmerkwoord";

/// A sealed notebook, opened with the passphrase, with the words of a patient on its screen.
#[track_caller]
fn in_the_middle() -> (Options, Person) {
    let options = pallium().behind_shell().args(["--weak-key", "--fault-at-f12"]).env("PALLIUM_LANG", "nl");
    let line = format!(
        "printf '%s\\n' '{SECRET} en nog drie' | '{}' protect --weak-key --passphrase-fd 0",
        options.program().display()
    );
    let sealed = Command::new("sh")
        .args(["-c", &line])
        .env("PALLIUM_DATA", options.notebook())
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    assert!(sealed.status.success(), "{sealed:?}");
    let person = unlocked(&options);
    let [label, own, note] = PATIENT;
    person.begin(LANGUAGE, "Groep", label).write(LANGUAGE.patient_own_words(), own);
    person.write(LANGUAGE.patient_notes(), note).press("<Up>");
    person.terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
    let screen = person.terminal.modes();
    assert!(screen.alternate_screen(), "it is shown where it goes away");
    for word in [own, note] {
        assert!(person.terminal.screen().contains(word), "{word} was to be on the screen");
    }
    assert!(String::from_utf8_lossy(&person.terminal.raw_output()).contains(label));
    (options, person)
}

/// The program, opened with the passphrase.
#[track_caller]
fn unlocked(options: &Options) -> Person {
    Person::start_after(options, LANGUAGE, LANGUAGE.start_new(), |terminal| {
        let prompt = "Wachtzin van dit notitieboek";
        terminal.wait_for(prompt).keys(&format!("{SECRET} en nog drie<Enter>"));
    })
}

/// The screen that the terminal shows after all that it got, and every line that one can scroll back to.
fn normal_screen_and_above(output: &[u8]) -> (bool, String) {
    let size = |cells| NonZeroU16::new(cells).expect("a size");
    let mut terminal = vt100::Parser::new(size(24), size(80), 10_000);
    terminal.process(output);
    let mut text = terminal.screen().contents();
    terminal.screen_mut().set_scrollback(usize::MAX);
    let above = terminal.screen().scrollback();
    for back in (1..=above).rev() {
        terminal.screen_mut().set_scrollback(back);
        text.push('\n');
        text.push_str(&terminal.screen().contents());
    }
    (terminal.screen().alternate_screen(), text)
}

/// Nothing of the patient or of the passphrase is to be seen any more, below or above.
#[track_caller]
fn assert_nothing_left(person: &Person) -> String {
    let (alternate, text) = normal_screen_and_above(&person.terminal.raw_output());
    assert!(!alternate, "the terminal was not given back");
    for word in PATIENT.into_iter().chain([SECRET]) {
        assert!(!text.contains(word), "{word} in {text}");
    }
    let titles = person.terminal.seen().titles;
    assert!(!titles.is_empty() && titles.iter().all(|title| title == "Pallium"), "{titles:?}");
    // A passphrase is on no screen, at no time.
    let all = String::from_utf8_lossy(&person.terminal.raw_output()).into_owned();
    assert!(!all.contains(SECRET), "the passphrase was shown");
    assert_eq!(person.terminal.seen().clipboard_writes, 0);
    text
}

#[test]
fn after_quitting_nothing_is_left_on_the_terminal_or_above_it() {
    let (_, person) = in_the_middle();
    person.quit(LANGUAGE);
    assert_nothing_left(&person);
}

#[test]
fn after_a_request_to_stop_nothing_is_left_on_the_terminal_or_above_it() {
    let (_, person) = in_the_middle();
    person.terminal.signal(Signal::Terminate);
    assert!(person.terminal.wait_exit().success());
    assert_nothing_left(&person);
}

#[test]
fn after_a_panic_nothing_is_left_on_the_terminal_or_above_it_and_in_what_is_said() {
    let (_, person) = in_the_middle();
    // The text of this fault holds the whole record.
    person.terminal.keys("<F12>");
    assert_eq!(person.terminal.wait_exit().exit_code(), 101);
    let said = assert_nothing_left(&person);
    assert!(said.contains("src/shell/run/mod.rs:"), "the place is told: {said}");
}

#[test]
fn what_was_on_the_normal_screen_would_be_found() {
    let lines: String = (0..60)
        .map(|number| format!("regel {number} {}\r\n", if number == 3 { SECRET } else { "" }))
        .collect();
    let (_, text) = normal_screen_and_above(lines.as_bytes());
    assert!(text.contains(SECRET), "far above, and still found: {text}");
    let (alternate, text) = normal_screen_and_above(format!("\x1b[?1049h{SECRET}\x1b[?1049l").as_bytes());
    assert!(!alternate && !text.contains(SECRET));
}

fn tree(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .flat_map(|path| [vec![path.clone()], if path.is_dir() { tree(&path) } else { Vec::new() }].concat())
        .collect()
}

#[test]
fn no_file_is_named_after_a_patient_and_none_holds_a_word_of_one() {
    let (options, person) = in_the_middle();
    let during = tree(options.home());
    person.quit(LANGUAGE);
    // Opened once more, it has an earlier version; and then the notebook cannot be written, so that there is a rescue copy.
    let person = unlocked(&options);
    person.open("Verder met", LANGUAGE.agenda_details()).open(PATIENT[0], LANGUAGE.patient_own_words());
    let kept = options.notebook().join("meetings-before");
    person.write(LANGUAGE.patient_notes(), " en nog meer").press("<Up>");
    person.terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
    std::fs::rename(options.notebook().join("meetings"), &kept).expect("it can be moved");
    std::fs::write(options.notebook().join("meetings"), "").expect("a file in its place");
    person.write(LANGUAGE.patient_notes(), " daarna").press("<Up>");
    person.terminal.wait_for(LANGUAGE.not_saved());
    person.home(LANGUAGE).to(LANGUAGE.start_quit()).press("<Enter>");
    person.to(LANGUAGE.not_saved_elsewhere()).press("<Enter>");
    person.to(LANGUAGE.start_quit()).terminal.keys("<Enter>");
    person.terminal.wait_exit();
    assert_nothing_left(&person);
    std::fs::remove_file(options.notebook().join("meetings")).expect("it goes away");
    std::fs::rename(&kept, options.notebook().join("meetings")).expect("it comes back");
    let rescued = |path: &PathBuf| !path.starts_with(options.notebook()) && path.ends_with("notebook.key");
    assert!(tree(options.home()).iter().any(rescued), "{:?}", tree(options.home()));
    let backup = Command::new(options.program())
        .args(["backup", "kopie.tar"])
        .env("PALLIUM_DATA", options.notebook())
        .current_dir(options.home())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert!(backup.status.success(), "{backup:?}");
    let after = tree(options.home());
    for part in ["meetings", "history", "log", "definitions", "kopie.tar"] {
        assert!(
            after.iter().any(|path| path.starts_with(options.home()) && path.ends_with(part)),
            "{part}: {after:?}"
        );
    }
    assert!(during.iter().any(|path| path.extension().is_some_and(|end| end == "holder")), "{during:?}");
    let holds = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    for path in during.iter().chain(&after) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = std::fs::read(path).unwrap_or_default();
        for word in PATIENT.into_iter().chain([SECRET]) {
            assert!(!name.contains(word) && !holds(&bytes, word), "{word} in {}", path.display());
        }
    }
}
