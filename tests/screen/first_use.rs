//! What a notebook is for is asked before it is used, once; and what was answered is recorded and told.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::path::Path;
use std::process::{Command, Stdio};

use pallium::store::generate::{Size, meeting};
use pallium::store::{self, Cost, Keys, RealFiles, RecoveryKey};
use pallium::words::Language;

use crate::support::emulator::text_of;
use crate::support::options::Options;
use crate::support::pallium::{notebook, pallium};
use crate::support::person::Person;
use crate::support::terminal::{Signal, Terminal};

const LANGUAGE: Language = Language::Dutch;
const PASSPHRASE: &str = "vier woorden voor een proef";

fn question() -> &'static str {
    LANGUAGE.first_use_question()
}

/// Starts the program and waits for the question.
#[track_caller]
fn asked(options: &Options) -> Terminal {
    let terminal = Terminal::start(options);
    terminal.wait_for(question());
    terminal
}

/// Starts the program, which goes on to its first screen without a question, and gives what that says.
#[track_caller]
fn not_asked(options: &Options) -> String {
    let terminal = Terminal::start(options);
    let either = |screen: &vt100::Screen| {
        let text = text_of(screen);
        text.contains(question()) || text.contains(LANGUAGE.start_new())
    };
    terminal.wait_until(either);
    let first = terminal.screen();
    assert!(!first.contains(question()), "{first}");
    quit(&terminal);
    first
}

#[track_caller]
fn quit(terminal: &Terminal) {
    terminal.wait_for(LANGUAGE.start_new()).keys("<C-q>");
    assert!(terminal.wait_exit().success());
}

/// What a command says to somebody who is not at a terminal.
fn piped(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pallium"))
        .args(arguments)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("USER", "tester")
        .env("PALLIUM_LANG", "nl")
        .env("PALLIUM_DATA", folder)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat()
}

/// Goes on from the page that says that the notebook is ready.
#[track_caller]
fn skip(terminal: &Terminal) {
    terminal.wait_for(LANGUAGE.first_use_skip()).keys("<Down><Enter>").wait_for(LANGUAGE.start_new());
}

/// The passphrase as it is typed, with Enter.
fn typed() -> String {
    format!("{}<Enter>", PASSPHRASE.replace(' ', "<Space>"))
}

/// What the screen says, wherever its lines break.
fn words(terminal: &Terminal) -> String {
    terminal.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// From the question to the page with the recovery key; gives the key.
#[track_caller]
fn to_the_key(terminal: &Terminal) -> String {
    terminal.keys("<Enter>").wait_for(LANGUAGE.first_use_passphrase_title()).keys(&typed());
    terminal.wait_for(LANGUAGE.first_use_again_title()).keys(&typed());
    terminal.wait_for(LANGUAGE.first_use_written());
    let screen = terminal.screen();
    screen.lines().map(str::trim).find(|line| line.len() == 34).expect("the key is shown").to_owned()
}

#[test]
fn fictional_patients_only_is_asked_once_and_told() {
    let options = pallium().env("USER", "tester").size(18, 60);
    let terminal = asked(&options);
    // The pages count from the first key on, and letters mean nothing here.
    terminal.keys("7x<Down><Down><Enter>");
    skip(&terminal);
    assert!(terminal.screen().contains("alleen verzonnen"), "{}", terminal.screen());
    quit(&terminal);
    assert!(not_asked(&options).contains("alleen verzonnen"));
    let doctor = piped(&options.notebook(), &["doctor"]);
    assert!(doctor.contains("verzonnen patiënten. tester koos dat op 20"), "{doctor}");
    assert!(!doctor.contains("fictional-patients"), "a file of the program's own: {doctor}");
}

#[test]
fn the_question_is_asked_also_where_messages_go_elsewhere() {
    let redirected = ["-c", "exec \"$@\" 2>/dev/null", "sh"];
    drop(asked(&pallium().wrapped_in("sh", redirected)));
}

#[test]
fn an_encrypted_disk_is_recorded_and_told() {
    let options = pallium().env("USER", "tester");
    let terminal = asked(&options);
    terminal.keys("2<Enter>");
    skip(&terminal);
    terminal.wait_for(LANGUAGE.start_disk_encrypted());
    quit(&terminal);
    assert!(!not_asked(&options).contains("alleen verzonnen"));
    let doctor = piped(&options.notebook(), &["doctor"]);
    assert!(doctor.contains("tester heeft op 20") && doctor.contains("verklaard"), "{doctor}");
}

/// With the arrows, Enter and what has to be typed, at both sizes: a passphrase that will not do, one that differs, a key
/// that was copied wrongly, and a step back; then group and participants, and the first meeting.
#[test]
fn a_passphrase_is_chosen_on_the_screen_and_the_first_meeting_begins() {
    for (rows, cols) in [(24, 80), (18, 60)] {
        let options = pallium().arg("--weak-key").size(rows, cols);
        let terminal = asked(&options);
        assert!(terminal.modes().alternate_screen(), "the question is on the screen itself");
        terminal.keys("<Enter>").wait_for(LANGUAGE.first_use_passphrase_title());
        terminal.keys("kort<Enter>").wait_for("te kort").keys("<Backspace><Backspace><Backspace><Backspace>");
        terminal.keys(&typed()).wait_for(LANGUAGE.first_use_again_title());
        terminal.keys("iets<Space>anders<Enter>").wait_for("zijn niet gelijk");
        terminal.keys(&typed()).wait_for(LANGUAGE.first_use_again_title()).keys("<Esc>");
        // A step back keeps what was typed, and shows no letter of it.
        terminal.wait_for(LANGUAGE.first_use_passphrase_title()).wait_for("*****").keys("<Enter>");
        terminal.wait_for(LANGUAGE.first_use_again_title()).keys(&typed());
        terminal.wait_for(LANGUAGE.first_use_written());
        let screen = terminal.screen();
        let key = screen.lines().map(str::trim).find(|line| line.len() == 34).expect("a key").to_owned();
        terminal.keys("<Enter>").wait_for("Typ de herstelsleutel over");
        assert!(!terminal.screen().contains(&key), "it is read from paper: {}", terminal.screen());
        terminal
            .keys(&format!("{}<Enter>", key.get(..20).expect("a whole key")))
            .wait_for("heeft 28 tekens")
            .keys("<C-u><Esc>");
        terminal.wait_for(&key).keys("<Enter>").wait_for("Typ de herstelsleutel over");
        terminal.keys(&format!("{}<Enter>", key.to_lowercase().replace('-', "")));
        terminal.wait_for(LANGUAGE.first_use_begin());
        assert!(words(&terminal).contains("is versleuteld"), "{}", terminal.screen());
        assert!(!terminal.screen().contains(&key), "{}", terminal.screen());
        // The program can write to what it has just sealed.
        terminal.keys("<Enter>").wait_for(LANGUAGE.details_group()).keys("Groep");
        terminal.keys("<Down>").wait_for(&format!("{} ", LANGUAGE.saved())).keys("<C-q>");
        terminal.wait_for("Er staat nog een bijeenkomst open").keys("<C-q>");
        assert!(terminal.wait_exit().success());
        let left = terminal.screen();
        assert!(!left.contains(&key) && !left.contains(PASSPHRASE), "{left}");
        assert_eq!(sealed_meetings(&options), 1);
        let again = Terminal::start(&options);
        again.wait_for("Wachtzin van dit notitieboek").keys(&typed());
        quit(&again);
    }
}

/// How many meetings there are, all of which have to be sealed.
#[track_caller]
fn sealed_meetings(options: &Options) -> usize {
    let meetings = std::fs::read_dir(options.notebook().join("meetings")).unwrap().flatten();
    let toml =
        meetings.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let sealed = toml.map(|path| std::fs::read(path).unwrap());
    sealed.inspect(|bytes| assert!(bytes.starts_with(b"age-encryption.org/v1\n"))).count()
}

#[test]
fn who_goes_away_has_made_nothing() {
    let options = pallium().arg("--weak-key");
    for key in ["<Esc>", "<C-c>", "<C-d>", "<C-q>"] {
        let terminal = asked(&options);
        terminal.keys(key);
        assert_eq!(terminal.wait_exit().exit_code(), 1);
        assert!(terminal.screen().contains("niets gemaakt"), "{}", terminal.screen());
        assert!(!options.notebook().exists(), "{key}");
    }
    // Esc goes one step back on every page, and out of the first.
    let terminal = asked(&options);
    let key = to_the_key(&terminal);
    terminal
        .keys("<Enter>")
        .wait_for("Typ de herstelsleutel over")
        .keys("<Esc>")
        .wait_for(&key)
        .keys("<Esc>");
    terminal.wait_for(LANGUAGE.first_use_again_title()).keys("<Esc>");
    terminal.wait_for(LANGUAGE.first_use_passphrase_title()).keys("<Esc>");
    terminal.wait_for(question()).keys("<Esc>");
    assert_eq!(terminal.wait_exit().exit_code(), 1);
    assert!(words(&terminal).contains("streep hem door"), "{}", terminal.screen());
    assert!(!terminal.screen().contains(&key), "{}", terminal.screen());
    asked(&options).keys("<Esc>").wait_exit();
    // Who saw a key and then chose something else knows what that paper is worth.
    let terminal = asked(&options);
    to_the_key(&terminal);
    terminal.keys("<Esc>").wait_for(LANGUAGE.first_use_again_title()).keys("<Esc>");
    terminal.wait_for(LANGUAGE.first_use_passphrase_title()).keys("<Esc>");
    terminal.wait_for(question()).keys("3<Enter>").wait_for("streep hem door");
    skip(&terminal);
    quit(&terminal);
}

#[test]
fn who_is_killed_on_any_page_begins_again() {
    let options = pallium().arg("--weak-key");
    for pages in 0..5 {
        let terminal = asked(&options);
        if pages > 0 {
            terminal.keys("<Enter>").wait_for(LANGUAGE.first_use_passphrase_title());
        }
        if pages > 1 {
            terminal.keys(&typed()).wait_for(LANGUAGE.first_use_again_title());
        }
        if pages > 2 {
            terminal.keys(&typed()).wait_for(LANGUAGE.first_use_written());
        }
        if pages > 3 {
            terminal.keys("<Enter>").wait_for("Typ de herstelsleutel over");
        }
        terminal.signal(Signal::Kill);
        terminal.wait_exit();
    }
    // Killed among the keys: the recovery key is there, and nothing yet that it opens.
    let notebook = notebook(&options.notebook());
    let held = notebook.hold_everything().unwrap();
    let (keys, recovery) = (Keys::draw().unwrap(), RecoveryKey::draw().unwrap());
    let passphrase = age::secrecy::SecretString::from(PASSPHRASE);
    store::begin(&RealFiles, &options.notebook(), &keys, &passphrase, &recovery, Cost::slight(), &held)
        .unwrap();
    drop(held);
    std::fs::remove_file(options.notebook().join("notebook.keyring")).unwrap();
    std::fs::remove_file(options.notebook().join("notebook.key")).unwrap();
    let terminal = asked(&options);
    let key = to_the_key(&terminal);
    terminal.keys("<Enter>").wait_for("Typ de herstelsleutel over").keys(&format!("{key}<Enter>"));
    skip(&terminal);
    quit(&terminal);
    let again = Terminal::start(&options);
    again.wait_for("Wachtzin van dit notitieboek").keys(&typed());
    quit(&again);
}

/// Where nothing can be written, each choice says so and can be made anew; the last one can be gone on with all the same.
#[test]
fn a_folder_that_takes_nothing_is_told_and_one_chooses_again() {
    let options = pallium().data(Path::new("/proc/pallium")).size(18, 60);
    let terminal = asked(&options);
    terminal.keys("<Enter>").wait_for("/proc/pallium").wait_for(question());
    terminal.keys("<Down><Enter>").wait_for(LANGUAGE.first_use_go_on()).wait_for("niet worden vastgelegd");
    terminal.keys("<Down><Down><Enter>").wait_for(LANGUAGE.first_use_skip());
    terminal.keys("<C-q>").wait_exit();
}

/// The terminal tells Esc and arrows apart by time alone; an arrow in two pieces ends nothing.
#[test]
fn an_arrow_in_two_pieces_does_not_leave_and_a_small_window_is_no_hindrance() {
    let terminal = asked(&pallium());
    terminal.send(b"\x1b").send(b"[B").wait_until(|screen| text_of(screen).contains("▸ 2"));
    terminal.resize(12, 40).wait_for("▸ 2").resize(18, 60).keys("<Down><Enter>");
    skip(&terminal);
    quit(&terminal);
}

#[test]
fn a_recording_is_agreed_to_in_lines_and_holds_no_secret() {
    let options = pallium();
    let record = options.home().join("opname");
    let terminal = Terminal::start(&options.arg("--weak-key").arg("--record").arg(&record));
    terminal.wait_for("Typ 1, 2 of 3, dan Enter").keys("<Enter>").wait_for("Nieuwe wachtzin").keys(&typed());
    terminal.wait_for("Nog een keer").keys(&typed()).wait_for("Typ de herstelsleutel over").keys("<Esc>");
    assert_eq!(terminal.wait_exit().exit_code(), 1);
    assert!(!record.exists());
}

#[test]
fn a_notebook_from_before_the_question_is_asked_for_too() {
    let options = pallium();
    notebook(&options.notebook()).save(&meeting(0, Size::Small), &[]).unwrap();
    let terminal = asked(&options);
    terminal.keys("3<Enter>").wait_for(LANGUAGE.first_use_to_start()).keys("<Enter>").wait_for("Verder met");
    terminal.keys("<C-q>").wait_exit();
    not_asked(&options);
}

#[test]
fn nobody_is_asked_without_a_terminal_or_in_the_demonstration() {
    let options = pallium();
    let said = piped(&options.notebook(), &["--plain"]);
    assert!(said.contains("alleen verzonnen") && !said.contains(question()), "{said}");
    assert!(not_asked(&pallium().arg("demo")).contains("alleen verzonnen"));
    let line_by_line = asked(&pallium().arg("--plain"));
    line_by_line.wait_for("Typ 1, 2 of 3, dan Enter").keys("7<Enter>").wait_for("Alleen Enter is 1");
    line_by_line.keys("3<Enter>").wait_for(LANGUAGE.start_new());
}

#[test]
fn protecting_it_later_takes_the_answer_back() {
    let options = pallium();
    let terminal = asked(&options);
    terminal.keys("3<Enter>");
    skip(&terminal);
    quit(&terminal);
    assert!(options.notebook().join("fictional-patients.toml").exists());
    let said = piped(&options.notebook(), &["protect", "--disk-is-encrypted"]);
    assert!(said.contains("Vastgelegd"), "{said}");
    assert!(!options.notebook().join("fictional-patients.toml").exists());
}

#[test]
fn a_retention_time_is_chosen_on_the_screen_and_told_by_the_doctor() {
    let options = pallium().size(50, 80);
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.open(LANGUAGE.start_settings(), LANGUAGE.settings_retention());
    person.to("2 jaar").press("<Enter>").press("<Esc>");
    person.quit(LANGUAGE);
    let doctor = piped(&options.notebook(), &["doctor"]);
    assert!(doctor.contains("Bewaartermijn: 2 jaar"), "{doctor}");
    assert!(piped(&options.notebook(), &["retention"]).contains("geen bijeenkomsten"));
}
