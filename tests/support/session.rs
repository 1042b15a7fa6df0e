//! Sessions with a case as these tests begin them, and what the program prints of them.

use std::process::{Command, Stdio};

use pallium::words::Language;

use super::options::Options;
use super::person::Person;

/// The language of these sessions.
pub const NL: Language = Language::Dutch;

/// The case that they play.
pub const CASE: &str = "Mevrouw A. wordt stiller";

/// A session that just began, with five nurses and three physicians.
#[track_caller]
pub fn begun(options: &Options, begin_with: &str) -> Person {
    begin(Person::start(options, NL, NL.session_practise()), begin_with)
}

/// The same, of somebody at the first screen.
#[track_caller]
pub fn begin(person: Person, begin_with: &str) -> Person {
    person
        .open(NL.session_practise(), "Kies een casus")
        .open(CASE, NL.session_begin_not_kept().split(' ').next().expect("a first word"))
        .open(begin_with, "Aantallen zijn genoeg")
        .write("artsen", "3")
        .write("verpleegkundigen", "5");
    person
}

/// What a command prints.
#[track_caller]
pub fn printed(options: &Options, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pallium"))
        .args(arguments)
        .env("PALLIUM_LANG", "nl")
        .env("PALLIUM_DATA", options.notebook())
        .env("HOME", options.home())
        .env("XDG_STATE_HOME", options.home().join("state"))
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    assert!(output.status.success(), "{arguments:?} {}", text(output.stderr));
    text(output.stdout)
}

/// The most pages of a case.
pub const MANY: usize = 80;

/// Whether a text stands on the screen.
pub fn shows(person: &Person, text: &str) -> bool {
    person.terminal.screen().contains(text)
}

/// From page to page with Tab, until `is_there`; on the way votes are counted, spreads shown, reasons typed and scenes ended.
#[track_caller]
pub fn play(person: &Person, is_there: impl Fn(&Person) -> bool) {
    for _ in 0..MANY {
        if is_there(person) {
            return;
        }
        assert!(shows(person, "erzonnen"), "{}", person.terminal.screen());
        if shows(person, NL.session_scene_done()) {
            person.to(NL.session_scene_done()).press("<Enter>");
            continue;
        }
        if shows(person, NL.session_count_hands()) {
            person.type_text("6");
        } else if shows(person, NL.session_show()) {
            assert!(!shows(person, "█"), "{}", person.terminal.screen());
            person.to(NL.session_show()).press("<Enter>");
        } else if shows(person, "et oordeel van het team") || shows(person, NL.session_conclusion()) {
            person.write("Reden", "omdat wij haar kennen");
        }
        person.press("<Tab>");
    }
    panic!("not there:\n{}", person.terminal.screen());
}

/// Whether all scenes are listed.
pub fn all_scenes(person: &Person) -> bool {
    shows(person, "Enter opent een scène")
}
