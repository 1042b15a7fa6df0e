//! The real program on a terminal that sends more than keys, and not always whole, and that others write on as well.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};
#[cfg(target_os = "linux")]
use std::time::Instant;

use pallium::words::Language;

use crate::support::emulator::text_of;
use crate::support::options::Options;
use crate::support::pallium::{for_fictional_patients, only_meeting, pallium};
use crate::support::person::Person;
use crate::support::terminal::Terminal;

const LANGUAGE: Language = Language::Dutch;
const LABEL: &str = "Mw. J.";

/// Somebody in the field for the question of the first patient.
fn at_question(options: &Options) -> Person {
    let person = Person::start(options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, "PaTz Noord", LABEL);
    person.to(LANGUAGE.patient_question());
    person
}

/// Leaves the program, and gives what stands in that field.
fn question(person: &Person, options: &Options) -> String {
    person.quit(LANGUAGE);
    only_meeting(&options.notebook()).reviews[0].question.clone()
}

#[test]
fn a_key_in_two_pieces_is_that_key() {
    let options = pallium();
    let person = at_question(&options);
    person.type_text("moe");
    for (first, second) in [("\x1b", "[D"), ("\x1b", "OD"), ("\x1b", "[1;5D"), ("\x1b", "[H")] {
        // The first piece is Esc, as long as nothing follows.
        person.terminal.send(first.as_bytes()).wait_gone(LANGUAGE.patient_question());
        person.terminal.send(second.as_bytes()).wait_for(LANGUAGE.patient_question()).wait_for("moe");
    }
    person.terminal.send(b"\x1b[").send(b"C");
    person.terminal.send(b"\x1b\x1b[C\x1b[F");
    person.type_text("!");
    assert_eq!(question(&person, &options), "moe!");
}

#[test]
fn esc_leaves_the_program_and_an_arrow_in_pieces_does_not() {
    let options = pallium();
    for_fictional_patients(&options.notebook());
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.press("<Down>");
    let before = text_of(&person.screen());
    person.terminal.send(b"\x1b").send(b"[A");
    person.terminal.wait_until(|screen| text_of(screen) != before);
    person.terminal.send(b"\x1b");
    assert!(person.terminal.wait_exit().success());
}

#[test]
fn a_paste_without_an_end_is_kept_and_locks_nothing() {
    let options = pallium();
    let person = at_question(&options);
    person.terminal.send(b"\x1b[200~geplakt").wait_for("geplakt");
    person.type_text(" en getypt");
    // Ended by a function key, by Esc, and by its end that comes late.
    person.terminal.send(b"\x1b[200~ meer").send(b"\x1bOP").wait_for(LANGUAGE.help_title());
    person.press("<Esc>");
    person.terminal.wait_for("geplakt en getypt meer").send(b"\x1b[201~");
    person.type_text(".");
    assert_eq!(question(&person, &options), "geplakt en getypt meer.");
}

#[test]
fn a_window_that_changes_within_a_paste_loses_nothing() {
    let options = pallium();
    let person = at_question(&options);
    person.terminal.send(b"\x1b[200~een twee ");
    person.terminal.resize(18, 60).wait_until(|screen| screen.size().1.get() == 60);
    person.terminal.wait_for(LANGUAGE.patient_question()).send(b"drie\x1b[201~").wait_for("drie");
    person.terminal.resize(24, 80).wait_for(LANGUAGE.patient_notes());
    assert_eq!(question(&person, &options), "een twee drie");
}

#[test]
fn what_the_terminal_says_by_itself_is_no_text() {
    let options = pallium();
    let person = at_question(&options);
    let said: [&[u8]; 12] = [
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
        b"\x1b[?62;1;6;22c",
        b"\x1b[>0;276;0c",
        b"\x1b[24;80R",
        b"\x1b[?2026;2$y",
        b"\x1bP>|XTerm(370)\x1b\\",
        b"\x1b[<0;10;10M\x1b[<0;10;10m",
        b"\x1b[M !!",
        b"\x1b[O\x1b[I",
        b"\x00",
        b"\xc2\x9b?62c",
    ];
    for bytes in said {
        person.terminal.send(bytes);
        person.type_text("x");
    }
    assert_eq!(question(&person, &options), "x".repeat(said.len()));
}

#[test]
fn letters_in_pieces_and_of_another_character_set_are_letters() {
    let options = pallium();
    let person = at_question(&options);
    person.terminal.send(b"caf\xc3").send(b"\xa9").wait_for("café");
    person.terminal.send(b" na\xefef").wait_for("café naïef").wait_for("UTF-8");
    person.type_text(".");
    assert_eq!(question(&person, &options), "café naïef.");
}

/// Writes on the terminal of a program as another one does.
#[cfg(target_os = "linux")]
fn write_as_another(terminal: &Terminal, text: &str) {
    let path = format!("/proc/{}/fd/1", terminal.process());
    std::fs::File::options().write(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
    terminal.wait_for(text.trim());
}

#[cfg(target_os = "linux")]
#[test]
fn what_others_wrote_is_gone_after_ctrl_r_and_on_coming_back() {
    let options = pallium();
    let person = at_question(&options);
    person.type_text("moe");
    person.terminal.wait_for(LANGUAGE.saved());
    let before = text_of(&person.screen());
    for key in [&b"\x12"[..], b"\x1b[O\x1b[I"] {
        write_as_another(&person.terminal, "\r\n\nBroadcast message: the system will reboot\r\n");
        person.terminal.send(key).wait_gone("Broadcast");
        assert_eq!(text_of(&person.screen()), before);
    }
    // Nobody has to know that key: help draws everything anew too, and what it goes back to is whole.
    write_as_another(&person.terminal, "\r\n\nBroadcast message: the system will reboot\r\n");
    person.terminal.send(b"\x1bOP").wait_for(LANGUAGE.help_title()).wait_gone("Broadcast");
    person.press("<Esc>");
    person.terminal.wait_until(|screen| text_of(screen) == before);
    assert_eq!(question(&person, &options), "moe");
}

/// Another program had the terminal gather lines, or show what is typed: the next key that comes sets that right, and an Enter
/// that only ended such a line does nothing else.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_another_program_set_for_lines_is_put_right() {
    let options = pallium();
    let person = at_question(&options);
    person.type_text("moe");
    person.terminal.wait_for(LANGUAGE.saved());
    let before = text_of(&person.screen());
    let tty = std::fs::read_link(format!("/proc/{}/fd/0", person.terminal.process())).unwrap();
    let stty = |modes: &str| {
        let told = Command::new("stty").arg("-F").arg(&tty).args(modes.split(' ')).output().unwrap();
        assert!(told.status.success(), "{modes}");
        String::from_utf8(told.stdout).unwrap()
    };
    for (modes, key) in [
        ("echo", &b"\x12"[..]),
        ("isig iexten", b"\x12"),
        ("opost onlcr", b"\x12"),
        ("icrnl ixon", b"\x12"),
        ("min 0 time 5 echo", b"\x12"),
        ("sane", b"\r"),
        ("cooked echo", b"\x12\r"),
    ] {
        stty(modes);
        write_as_another(&person.terminal, "\r\n\nBroadcast message: the system will reboot\r\n");
        person.terminal.send(key).wait_gone("Broadcast");
        assert_eq!(text_of(&person.screen()), before, "{modes}");
        let now = stty("-a");
        for own in ["-icanon", "-echo ", "-isig", "-icrnl", "-opost", "min = 1"] {
            assert!(now.contains(own), "{modes}: {own}\n{now}");
        }
    }
    person.type_text("r");
    assert_eq!(question(&person, &options), "moer");
}

#[cfg(target_os = "linux")]
#[test]
fn after_a_stop_the_screen_and_the_keys_are_as_they_were() {
    let signal = |person: &Person, name: &str| {
        let line = format!("kill -{name} {}", person.terminal.process());
        assert!(Command::new("sh").args(["-c", &line]).status().unwrap().success());
    };
    let is_stopped = |person: &Person| {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", person.terminal.process())).unwrap();
        stat.rsplit(") ").next().unwrap().starts_with('T')
    };
    let options = pallium();
    let person = at_question(&options);
    person.type_text("moe");
    person.terminal.wait_for(LANGUAGE.saved());
    for name in ["TSTP", "STOP"] {
        signal(&person, name);
        let end = Instant::now() + options.patience();
        while !is_stopped(&person) {
            assert!(Instant::now() < end, "{name} does not stop it");
            std::thread::yield_now();
        }
        if name == "TSTP" {
            person.terminal.wait_until(|screen| !screen.alternate_screen());
        }
        // As a shell leaves it, and somebody writes.
        let tty = std::fs::read_link(format!("/proc/{}/fd/0", person.terminal.process())).unwrap();
        let stty = Command::new("stty").arg("-F").arg(&tty).arg("sane").status().unwrap();
        assert!(stty.success());
        write_as_another(&person.terminal, "Opdracht gestopt");
        signal(&person, "CONT");
        person.terminal.wait_until(vt100::Screen::alternate_screen).wait_gone("Opdracht");
        person.terminal.wait_for(LANGUAGE.patient_question()).wait_for("moe");
        person.type_text("r");
    }
    assert_eq!(question(&person, &options), "moerr");
}

#[test]
fn a_terminal_that_shows_only_lines_gets_lines() {
    for options in [pallium().env("TERM", "dumb"), pallium().env("TERM", "")] {
        for_fictional_patients(&options.notebook());
        let terminal = Terminal::start(&options);
        terminal.wait_for("regel voor regel").wait_for(LANGUAGE.start_new());
        assert!(!terminal.raw_output().contains(&0x1b), "{}", terminal.raw_output().escape_ascii());
    }
}

#[test]
fn as_many_colours_as_the_terminal_has() {
    for (term, has, has_not) in [
        ("vt100", "\x1b[1m", "\x1b[38;"),
        ("linux", ";36m", "\x1b[38;"),
        ("xterm", "[90m", "\x1b[38;"),
        ("xterm-256color", "[38;5;243m", "\x1b[90m"),
    ] {
        let options = pallium().env("TERM", term).without_env("COLORTERM");
        for_fictional_patients(&options.notebook());
        let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
        let raw = String::from_utf8_lossy(&person.terminal.raw_output()).into_owned();
        assert!(raw.contains(has) && !raw.contains(has_not), "{term}: {raw:?}");
        // Where there are none, the row in focus is reversed, as with the theme without colours.
        let reverses = raw.contains("\x1b[7m") || raw.contains(";7m");
        assert_eq!(reverses, term == "vt100", "{term}: {raw:?}");
        assert!(term != "vt100" || !raw.contains("3m") && !raw.contains("6m"), "{raw:?}");
    }
}

/// What the program says to lines from a pipe.
fn told(lines: &[u8]) -> String {
    let options = pallium();
    for_fictional_patients(&options.notebook());
    let mut child = Command::new(options.program())
        .args(["--plain", "--lang", "nl", "--data"])
        .arg(options.notebook())
        .env_remove("PALLIUM_DATA")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(lines).unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn lines_from_a_pipe_may_begin_with_a_mark_and_be_of_another_character_set() {
    assert_eq!(told(b"\xef\xbb\xbf1\n"), told(b"1\n"), "the mark is passed over");
    let foreign = told(b"1\n1 Caf\xe9 Zuid\n");
    assert!(foreign.contains("Café Zuid") && foreign.contains("UTF-8"), "{foreign}");
    let others = told("1\n1 Café Oost\n".as_bytes());
    assert!(others.contains("Café Oost") && !others.contains("UTF-8"), "{others}");
}
