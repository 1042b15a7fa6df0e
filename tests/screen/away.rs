//! Away from the table, as somebody lives through it: what stays in memory and on the screen behind the lock, and that all comes back.
//!
//! These begin first: one of them waits a minute, and the others go on meanwhile.
#![cfg(all(target_os = "linux", debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::emulator::text_of;
use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::session;
use crate::support::terminal::Signal;
use pallium::words::Language;

const LANGUAGE: Language = Language::Dutch;
const PASSPHRASE: &str = "vier woorden voor een proef";

/// Words that stand nowhere but in what somebody typed: as a label, and in notes that were pasted.
const LABEL: &str = "Zonnebloemveld";
const PASTED: &str = "Waterlelievijver";

/// A sealed notebook of its own.
fn sealed() -> Options {
    let options = pallium().env("PALLIUM_LANG", "nl").arg("--readable-memory").arg("--weak-key");
    let mut program = Command::new(env!("CARGO_BIN_EXE_pallium"))
        .args(["protect", "--weak-key", "--passphrase-fd", "0"])
        .env("PALLIUM_LANG", "nl")
        .env("PALLIUM_DATA", options.notebook())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(format!("{PASSPHRASE}\n").as_bytes()).unwrap();
    assert!(program.wait().unwrap().success());
    options
}

/// Starts the program, gives the passphrase, and waits for the first screen.
fn unlocked(options: &Options) -> Person {
    let terminal = crate::support::terminal::Terminal::start(options);
    terminal.wait_for("Wachtzin van dit notitieboek");
    terminal.send(format!("{PASSPHRASE}\r").as_bytes());
    terminal.wait_for(LANGUAGE.start_new()).wait_gone(LANGUAGE.reading_notebook());
    Person::with(terminal)
}

/// In the notes of a patient, with something typed and something pasted.
fn in_notes(options: &Options) -> Person {
    let person = unlocked(options);
    person.begin(LANGUAGE, "PaTz Verzonnen", LABEL);
    person.to(LANGUAGE.patient_notes());
    person.terminal.paste(&format!("{PASTED} en meer.")).wait_for(PASTED);
    person
}

fn lock(person: &Person) {
    person.terminal.keys("<C-l>").wait_settled_with(LANGUAGE.locked_type());
}

fn unlock(person: &Person, shows: &str) {
    person.terminal.send(format!("{PASSPHRASE}\r").as_bytes()).wait_for(shows);
}

/// Whether a word stands anywhere in the memory of a process that it can write to.
fn memory_holds(process: u32, words: &[&str]) -> Vec<String> {
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let mut found = Vec::new();
    for line in
        maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw")))
    {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let (from, to) = (u64::from_str_radix(from, 16).unwrap(), u64::from_str_radix(to, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        memory.seek(SeekFrom::Start(from)).unwrap();
        // Guard pages and the like cannot be read by anybody.
        if memory.read_exact(&mut bytes).is_err() {
            continue;
        }
        let holds = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        found.extend(words.iter().filter(|word| holds(word)).map(|word| format!("{word} in {line}")));
    }
    found
}

#[test]
fn a_locked_program_holds_no_word_of_a_patient_and_nothing_is_lost() {
    let options = sealed();
    let person = in_notes(&options);
    let process = person.terminal.process();
    let before = memory_holds(process, &[LABEL, PASTED]);
    for word in [LABEL, PASTED] {
        assert!(before.iter().any(|found| found.starts_with(word)), "the search cannot find {word}");
    }
    lock(&person);
    assert_eq!(memory_holds(process, &[LABEL, PASTED, PASSPHRASE]), Vec::<String>::new());
    person.terminal.send(b"een heel andere wachtzin\r").wait_for("niets verloren");
    unlock(&person, PASTED);
    person.terminal.wait_for(LABEL).keys("<C-z>").wait_gone("en meer.").keys("<C-y>").wait_for(PASTED);
    // A second time, for nothing of the first may be in the way.
    lock(&person);
    assert_eq!(memory_holds(process, &[LABEL, PASTED, PASSPHRASE]), Vec::<String>::new());
    unlock(&person, PASTED);
    person.quit(LANGUAGE);
}

#[test]
fn a_locked_screen_and_what_scrolled_away_show_nothing_of_a_patient() {
    let options = sealed();
    let person = in_notes(&options);
    assert!(person.terminal.screen().contains(LABEL));
    let before = person.terminal.raw_output().len();
    lock(&person);
    let screen = person.terminal.modes();
    assert!(screen.alternate_screen());
    for part in
        [text_of(&screen), String::from_utf8_lossy(&person.terminal.raw_output()[before..]).into_owned()]
    {
        assert!(!part.contains(LABEL) && !part.contains(PASTED) && !part.contains("PaTz"), "{part}");
    }
    person.terminal.signal(Signal::Terminate);
    assert!(person.terminal.wait_exit().success());
    let left = crate::support::emulator::everything(person.terminal.modes());
    assert!(!left.contains(LABEL) && !left.contains(PASTED), "{left}");
}

#[test]
fn the_system_makes_no_copy_of_memory_before_and_after_a_lock() {
    let options = sealed();
    let person = unlocked(&options);
    let terminal = &person.terminal;
    let core = |process: u32| {
        let limits = std::fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
        limits.lines().find(|line| line.starts_with("Max core file size")).unwrap().to_owned()
    };
    // With the switch by which these tests read memory nothing is kept private; without it everything is.
    assert!(!core(terminal.process()).split_whitespace().nth(4).unwrap().is_empty());
    let private =
        Options::new(env!("CARGO_BIN_EXE_pallium")).env("PALLIUM_LANG", "nl").data(&options.notebook());
    let person = unlocked(&private);
    let process = person.terminal.process();
    let is_private = || {
        let numbers: Vec<String> =
            core(process).split_whitespace().skip(4).take(2).map(str::to_owned).collect();
        numbers == ["0", "0"]
    };
    assert!(is_private(), "{}", core(process));
    lock(&person);
    assert!(is_private(), "{}", core(process));
}

/// Makes every save fail, as a disk does that is full, until the result is dropped.
struct Full {
    meetings: PathBuf,
    aside: PathBuf,
}

impl Full {
    fn new(notebook: &Path) -> Self {
        let full = Self { meetings: notebook.join("meetings"), aside: notebook.join("aside") };
        std::fs::rename(&full.meetings, &full.aside).unwrap();
        std::fs::write(&full.meetings, "").unwrap();
        full
    }
}

impl Drop for Full {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.meetings);
        let _ = std::fs::rename(&self.aside, &self.meetings);
    }
}

#[test]
fn what_the_disk_did_not_take_comes_back_after_the_lock() {
    let options = sealed();
    let person = in_notes(&options);
    person.terminal.wait_for("opgeslagen");
    let full = Full::new(&options.notebook());
    person.terminal.keys(" Nog op geen schijf.").wait_for("geen schijf").wait_for(LANGUAGE.not_saved());
    lock(&person);
    person.terminal.wait_for("nog niet opgeslagen");
    assert_eq!(memory_holds(person.terminal.process(), &[PASTED, "geen schijf"]), Vec::<String>::new());
    unlock(&person, "Nog op geen schijf.");
    drop(full);
    person.terminal.keys("<C-s>").wait_for("opgeslagen").wait_gone(LANGUAGE.not_saved());
    person.quit(LANGUAGE);
}

#[test]
fn a_locked_program_that_is_ended_leaves_a_copy_of_what_was_not_saved() {
    let options = sealed();
    let person = in_notes(&options);
    person.terminal.wait_for("opgeslagen");
    let full = Full::new(&options.notebook());
    person.terminal.keys(" Nog op geen schijf.").wait_for("geen schijf").wait_for(LANGUAGE.not_saved());
    lock(&person);
    person.terminal.signal(Signal::Terminate);
    assert!(person.terminal.wait_exit().success());
    drop(full);
    let mut entries = std::fs::read_dir(options.home()).unwrap().map(|entry| entry.unwrap().path());
    let copy = entries.find(|path| path.join("notebook.key").exists() && *path != options.notebook());
    let copy = copy.expect("a rescue copy in the home folder");
    let person = unlocked(&options.clone().data(&copy));
    person.terminal.keys("<Enter>").wait_for(LABEL);
    person.open(LABEL, "Nog op geen schijf.");
}

#[test]
fn line_by_line_too_the_program_locks_and_goes_on() {
    let options = sealed().arg("--plain");
    let terminal = crate::support::terminal::Terminal::start(&options);
    terminal.wait_for("Wachtzin van dit notitieboek");
    terminal.send(format!("{PASSPHRASE}\r").as_bytes()).wait_for(LANGUAGE.start_new());
    terminal.send(b"1\r").wait_for(LANGUAGE.details_group());
    // Once as the terminal shows what is typed, and once as the program says it back.
    terminal
        .send(format!("1 PaTz {LABEL}\r").as_bytes())
        .wait_until(|screen| text_of(screen).matches(LABEL).count() > 1);
    let process = terminal.process();
    assert!(!memory_holds(process, &[LABEL]).is_empty(), "the search cannot find the word");
    terminal.send(b"vergrendel\r").wait_for("Wachtzin van dit notitieboek").wait_gone(LABEL);
    assert_eq!(memory_holds(process, &[LABEL, PASSPHRASE]), Vec::<String>::new());
    terminal.send(b"een heel andere wachtzin\r").wait_for("niets verloren");
    terminal.send(format!("{PASSPHRASE}\r").as_bytes()).wait_for(LABEL);
}

/// Somebody in a session with a case, where the keyboard went round to three people who chose the second option.
fn in_secret_vote(options: &Options) -> Person {
    let person = session::begin(unlocked(options), "Beginnen; onderweg");
    person.to(LANGUAGE.session_first_scene()).press("<Enter>").press("<Tab>");
    person.to(LANGUAGE.session_mask()).press("<Enter>").terminal.wait_for("Geef het toetsenbord door");
    for vote in 1..=3 {
        person.type_text("2").terminal.wait_for(LANGUAGE.session_chosen());
        person.press("<Enter>").terminal.wait_for(&format!("{vote} stem"));
    }
    person.terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
    person
}

/// Locked in the middle of a session, and unlocked: nothing of it shows meanwhile, and it is where it was.
#[track_caller]
fn a_session_goes_on(person: &Person, lock: impl FnOnce(&Person)) {
    // What was said last is not said again.
    let kept = |line: &str| if line.contains("Geteld.") { String::new() } else { line.to_owned() };
    let page = |person: &Person| person.terminal.screen().lines().skip(1).map(kept).collect::<Vec<_>>();
    let (before, seen) = (page(person), person.terminal.raw_output().len());
    lock(person);
    let said = String::from_utf8_lossy(&person.terminal.raw_output()[seen..]).into_owned();
    for part in [person.terminal.screen(), said] {
        assert!(
            !part.contains("verbazen") && !part.contains("stemmen") && !part.contains("Mevrouw"),
            "{part}"
        );
    }
    let votes = ["surprise-question/ja", "surprise-question/nee"];
    assert_eq!(memory_holds(person.terminal.process(), &votes), Vec::<String>::new());
    unlock(person, "3 stemmen");
    person.terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
    assert_eq!(page(person), before);
}

#[test]
fn a_session_is_where_it_was_after_a_lock_and_a_secret_vote_stays_secret() {
    let options = sealed();
    let person = in_secret_vote(&options);
    a_session_goes_on(&person, lock);
    assert!(!person.terminal.screen().contains('█'));
    person.press("<Tab>").to(LANGUAGE.session_show()).press("<Enter>").terminal.wait_for("█").wait_for(" 3");
    person.quit(LANGUAGE);
}

/// A minute is the shortest time that can be set; the other tests go on meanwhile.
#[test]
fn after_a_time_without_a_key_it_locks_by_itself_in_the_middle_of_a_session_too() {
    let options = sealed().patient_for(std::time::Duration::from_secs(90));
    std::fs::write(options.notebook().join("settings.toml"), "format = 1\nlock_minutes_in_meeting = 1\n")
        .unwrap();
    let person = in_secret_vote(&options);
    a_session_goes_on(&person, |person| {
        person.terminal.wait_settled_with(LANGUAGE.locked_type());
    });
    person.quit(LANGUAGE);
}

/// What somebody types while the program changes places shows nowhere, and ends nothing.
#[test]
fn keys_on_the_way_to_the_lock_are_neither_shown_nor_obeyed() {
    let options = sealed();
    let person = in_notes(&options);
    person.terminal.wait_for("opgeslagen");
    for _ in 0..3 {
        let before = person.terminal.raw_output().len();
        person.terminal.send(b"\x0c\x03\x03QWXYZ\x03\x1a").wait_for(LANGUAGE.locked_type());
        let shown = person.terminal.raw_output()[before..].to_vec();
        assert!(!shown.windows(3).any(|signs| signs == b"QWX"), "{}", String::from_utf8_lossy(&shown));
        // Whatever of it reached the locked program is put aside.
        person.terminal.send(b"\x15");
        unlock(&person, PASTED);
        let files = std::fs::read_dir(format!("/proc/{}/fd", person.terminal.process())).unwrap();
        let links = files.filter_map(|file| std::fs::read_link(file.unwrap().path()).ok());
        let kept = links.filter(|link| link.to_string_lossy().contains("memfd:pallium")).count();
        assert_eq!(kept, 1, "one file in memory, however often it was locked");
    }
    person.quit(LANGUAGE);
}

/// A reader is removed by somebody else while work is in the memory of a locked program only.
#[test]
fn work_that_was_sealed_for_earlier_keys_comes_back_and_is_saved_with_the_new_ones() {
    let options = sealed();
    let readers = |arguments: &[&str], lines: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_pallium"))
            .arg("readers")
            .args(arguments)
            .args(["--weak-key", "--passphrase-fd", "0"])
            .env("HOME", options.home())
            .env("PALLIUM_LANG", "nl")
            .env("PALLIUM_DATA", options.notebook())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        program.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let output = program.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    readers(&["add", "Zuid"], &format!("{PASSPHRASE}\neen tweede lange wachtzin\n"));
    let person = in_notes(&options);
    person.terminal.wait_for("opgeslagen");
    let full = Full::new(&options.notebook());
    person.terminal.keys(" Nog op geen schijf.").wait_for("geen schijf").wait_for(LANGUAGE.not_saved());
    lock(&person);
    drop(full);
    readers(&["remove", "Zuid", "--yes"], &format!("{PASSPHRASE}\n"));
    unlock(&person, "Nog op geen schijf.");
    person.terminal.keys("<C-s>").wait_for("opgeslagen").wait_gone(LANGUAGE.not_saved());
    person.quit(LANGUAGE);
    let person = unlocked(&options);
    person.terminal.keys("<Enter>").wait_for(LABEL);
    person.open(LABEL, "Nog op geen schijf.");
}

#[test]
fn the_switch_for_handing_work_over_is_of_no_use_to_anybody_else() {
    let options = sealed();
    for number in ["0", "1", "77"] {
        let given = options.clone().arg("--locked-fd").arg(number);
        let terminal = crate::support::terminal::Terminal::start(&given);
        terminal.wait_for("--locked-fd is er alleen voor Pallium zelf");
        assert_eq!(terminal.wait_exit().exit_code(), 1, "{number}");
    }
}
