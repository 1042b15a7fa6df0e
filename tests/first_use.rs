//! What a notebook is for is asked before it is used, once; and what was answered is recorded and told.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};

use pallium::store::generate::{Size, meeting};
use pallium::words::Language;

use support::emulator::text_of;
use support::options::Options;
use support::pallium::{notebook, pallium};
use support::person::Person;
use support::terminal::Terminal;

const LANGUAGE: Language = Language::Dutch;
const PASSPHRASE: &str = "vier woorden voor een proef";

fn question() -> &'static str {
    // The rest of it can stand on the next line of a small window.
    "Typ 1, 2 of 3, dan Enter"
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
        text.contains(question()) || text.contains(LANGUAGE.start_notes_stay())
    };
    terminal.wait_until(either);
    let first = terminal.screen();
    assert!(!first.contains(question()), "{first}");
    quit(&terminal);
    first
}

#[track_caller]
fn quit(terminal: &Terminal) {
    terminal.wait_for(LANGUAGE.start_quit()).keys("<C-q>");
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

#[test]
fn fictional_patients_only_is_asked_once_and_told() {
    let options = pallium().env("USER", "tester").size(18, 60);
    let terminal = asked(&options);
    terminal.keys("7<Enter>").wait_for("Alleen Enter is 1").wait_for(question());
    terminal.keys("3<Enter>").wait_for("alleen verzonnen");
    quit(&terminal);
    assert!(not_asked(&options).contains("alleen verzonnen"));
    let doctor = piped(&options.notebook(), &["doctor"]);
    assert!(doctor.contains("verzonnen patiënten. tester koos dat op 20"), "{doctor}");
    assert!(!doctor.contains("fictional-patients"), "a file of the program's own: {doctor}");
}

#[test]
fn an_encrypted_disk_is_recorded_and_told() {
    let options = pallium().env("USER", "tester");
    let terminal = asked(&options);
    terminal.keys("2<Enter>").wait_for(LANGUAGE.start_disk_encrypted());
    quit(&terminal);
    assert!(!not_asked(&options).contains("alleen verzonnen"));
    let doctor = piped(&options.notebook(), &["doctor"]);
    assert!(doctor.contains("tester heeft op 20") && doctor.contains("verklaard"), "{doctor}");
}

#[test]
fn a_passphrase_is_chosen_and_the_program_goes_on_without_asking_for_it_again() {
    let options = pallium().arg("--weak-key");
    let typed = format!("{}<Enter>", PASSPHRASE.replace(' ', "<Space>"));
    let terminal = asked(&options);
    terminal.keys("<Enter>").wait_for("Nieuwe wachtzin").keys(&typed);
    terminal.wait_for("Nog een keer").keys(&typed).wait_for("Typ de herstelsleutel over");
    let screen = terminal.screen();
    let key =
        screen.lines().map(str::trim).find(|line| line.len() == 34).expect("the key is shown").to_owned();
    assert!(terminal.modes().alternate_screen(), "the key stands where it goes away");
    terminal.keys(&format!("{key}<Enter>")).wait_for(LANGUAGE.start_new());
    assert!(terminal.screen().contains("Versleuteld."), "{}", terminal.screen());
    // The program can write to what it has just sealed.
    terminal.keys("<Enter>").wait_for(LANGUAGE.details_group()).keys("Groep");
    terminal.keys("<Down>").wait_for(&format!("{} ", LANGUAGE.saved())).keys("<C-q>");
    assert!(terminal.wait_exit().success());
    let left = terminal.screen();
    assert!(!left.contains(&key) && !left.contains(PASSPHRASE), "{left}");
    assert!(left.contains("is versleuteld"), "{left}");
    let meetings = std::fs::read_dir(options.notebook().join("meetings")).unwrap().flatten();
    let sealed =
        meetings.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let sealed: Vec<Vec<u8>> = sealed.map(|path| std::fs::read(path).unwrap()).collect();
    assert!(sealed.len() == 1 && sealed[0].starts_with(b"age-encryption.org/v1\n"));
    let again = Terminal::start(&options);
    again.wait_for("Wachtzin van dit notitieboek").keys(&typed);
    quit(&again);
}

#[test]
fn who_goes_away_has_made_nothing() {
    let options = pallium();
    for key in ["<Esc>", "<C-c>", "<C-d>"] {
        let terminal = asked(&options);
        terminal.keys(key);
        assert_eq!(terminal.wait_exit().exit_code(), 1);
        assert!(terminal.screen().contains("niets gemaakt"), "{}", terminal.screen());
        assert!(!options.notebook().exists(), "{key}");
    }
    // Whoever chose a passphrase and then leaves has nothing half either.
    let terminal = asked(&options);
    terminal.keys("1<Enter>").wait_for("Nieuwe wachtzin").keys("<Esc>");
    assert_eq!(terminal.wait_exit().exit_code(), 1);
    asked(&options).keys("<Esc>").wait_exit();
}

#[test]
fn a_notebook_from_before_the_question_is_asked_for_too() {
    let options = pallium();
    notebook(&options.notebook()).save(&meeting(0, Size::Small), &[]).unwrap();
    asked(&options).keys("3<Enter>").wait_for("Verder met").keys("<C-q>").wait_exit();
    not_asked(&options);
}

#[test]
fn nobody_is_asked_without_a_terminal_or_in_the_demonstration() {
    let options = pallium();
    let said = piped(&options.notebook(), &["--plain"]);
    assert!(said.contains("alleen verzonnen") && !said.contains(question()), "{said}");
    assert!(not_asked(&pallium().arg("demo")).contains("alleen verzonnen"));
    let line_by_line = asked(&pallium().arg("--plain"));
    line_by_line.keys("3<Enter>").wait_for(LANGUAGE.start_new());
}

#[test]
fn protecting_it_later_takes_the_answer_back() {
    let options = pallium();
    let terminal = asked(&options);
    terminal.keys("3<Enter>");
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
