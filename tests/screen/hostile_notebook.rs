//! A notebook that came from somebody who means harm: nothing in it reaches the terminal as more than signs.
//!
//! Every byte that the terminal got is judged by an allow-list (`support/foreign.rs`).
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};

use pallium::words::Language;

use crate::support::emulator::text_of;
use crate::support::foreign::foreign;
use crate::support::hostile::hostile;
use crate::support::hostile_notebook::{Made, forge_index, make, spoil};
use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::terminal::Terminal;

const LANGUAGE: Language = Language::Dutch;
const PASSPHRASE: &str = "vier woorden voor een proef";

/// How what is shown of a hostile text can be known, and nothing that the program says by itself.
const SHOWN: [&str; 3] = ["␛", "<U+", "␁"];

/// The program with a hostile notebook, and a user with a hostile name.
fn hostile_pallium() -> (Options, Made) {
    let options = pallium().env("USER", format!("gebruiker {}", hostile()[3].1)).size(50, 100);
    let made = make(&options.notebook());
    (options, made)
}

/// Somebody who looks at every screen and remembers that it had something to show.
struct Looker {
    person: Person,
    seen: String,
}

impl Looker {
    #[track_caller]
    fn start(options: &Options, sealed: bool) -> Self {
        if !sealed {
            return Self { person: Person::start(options, LANGUAGE, ""), seen: String::new() };
        }
        let typed = format!("{}<Enter>", PASSPHRASE.replace(' ', "<Space>"));
        let person = Person::start_after(options, LANGUAGE, "", |terminal| {
            terminal.wait_for("Wachtzin van dit notitieboek").keys(&typed);
        });
        Self { person, seen: String::new() }
    }

    /// Presses a key that may change nothing, and looks: keys are taken in order, so once help has come and gone, it had its
    /// effect.
    #[track_caller]
    fn key(&mut self, key: &str) -> &mut Self {
        let terminal = &self.person.terminal;
        if !key.is_empty() {
            terminal.keys(key);
        }
        terminal.keys("<F1>").wait_for(LANGUAGE.help_title());
        terminal.keys("<Esc>").wait_until(|screen| !text_of(screen).contains(LANGUAGE.help_title()));
        self.seen.push_str(&self.person.terminal.screen());
        self
    }

    /// Looks at the whole of a page, which shows something hostile.
    #[track_caller]
    fn page(&mut self, what: &str) -> &mut Self {
        let before = self.seen.len();
        for key in ["", "<PageDown>", "<PageDown>", "<End>", "<Home>"] {
            self.key(key);
        }
        let shown = &self.seen[before..];
        assert!(SHOWN.iter().any(|sign| shown.contains(sign)), "nothing hostile on {what}:\n{shown}");
        self
    }

    #[track_caller]
    fn open(&mut self, row: &str, what: &str) -> &mut Self {
        self.person.to(row).press("<Enter>");
        self.page(what)
    }

    #[track_caller]
    fn back(&mut self) -> &mut Self {
        self.person.press("<Esc>");
        self
    }
}

/// Walks through everything that shows something of the notebook.
#[track_caller]
fn walk(looker: &mut Looker, made: &Made, sealed: bool) {
    if !sealed {
        looker.open(LANGUAGE.start_problems(), "the problems").back();
    }
    // The meetings are of one day, and stand in the order of what was recorded last, and then of their identities.
    for (down, what) in
        [(1, "an open meeting"), (0, "a closed one"), (2, "a reopened one"), (3, "every sign")]
    {
        looker.person.home(LANGUAGE).to(LANGUAGE.start_meetings()).press("<Enter>");
        looker.person.terminal.wait_for("every one");
        looker.page("the list");
        looker.person.terminal.keys("<Home>");
        looker.key("");
        for _ in 0..down {
            looker.person.press("<Down>");
        }
        looker.person.press("<Enter>").terminal.wait_gone(LANGUAGE.start_meetings());
        looker.page(what);
        looker.person.press("<F9>");
        looker.page("the minutes").back();
        match down {
            1 => open_meeting(looker, sealed),
            0 => {
                looker.open(LANGUAGE.agenda_details(), "the details of a closed meeting").back();
            }
            2 => {
                looker.open(LANGUAGE.reopened_row(), "what was changed after closing").back();
            }
            _ => {
                let all = looker.seen.clone();
                for review in &made.every.reviews {
                    let number = review.label.split(' ').next().unwrap();
                    assert!(all.contains(&format!("{number} ")), "no patient {number}");
                }
            }
        }
    }
    looker.person.home(LANGUAGE).to(LANGUAGE.start_settings()).press("<Enter>");
    looker.key("<End>").back();
}

fn open_meeting(looker: &mut Looker, sealed: bool) {
    for (row, what) in [
        (LANGUAGE.agenda_second_version(), "the comparison"),
        (LANGUAGE.agenda_left_over(), "a save that was cut off"),
    ] {
        looker.person.open(row, LANGUAGE.compare_title());
        looker.page(what).back();
    }
    looker.open(LANGUAGE.agenda_details(), "the details");
    looker.open("csi", "a participant").back();
    looker.person.to(LANGUAGE.versions_title()).press("<Enter>");
    looker.key("");
    looker.person.press("<Enter>").terminal.wait_for(LANGUAGE.compare_title());
    looker.page("an earlier version").back();
    looker.back().back();
    looker.open(LANGUAGE.ending_title(), "the end of the meeting").back();
    // Where a text is long, not all of a judgement is on one screen.
    let mut judged = false;
    // What is sealed comes through the same screens: two kinds will do.
    let kinds = hostile().into_iter().filter(|(kind, _)| !sealed || matches!(*kind, "csi" | "bidi"));
    for (kind, _) in kinds {
        looker.person.home(LANGUAGE).to("Verder met").press("<Enter>");
        looker.open(kind, "a patient");
        for key in ["<F5>", "<F9>", "<F2>"] {
            looker.person.press(key);
            looker.page(key).back();
        }
        looker.open(LANGUAGE.patient_profile(), "who the patient is").back();
        looker.person.to("Markering").press("<Enter>");
        looker.key("");
        for _ in 0..12 {
            looker.key("<Tab>");
            judged |= looker.person.terminal.screen().contains(LANGUAGE.judgement_dissent());
        }
        looker.page("a step").back();
        // What was judged stands below with its reason, and is not the agreement.
        looker.key("<Home>");
        looker.person.to(kind);
        looker.person.press("<Enter>");
        looker.page("an agreement");
    }
    assert!(judged, "no judgement was on the screen");
}

/// What the terminal got is what the program means to send, under its own title; and each kind of text was there to be seen.
#[track_caller]
fn assert_harmless(looker: &Looker) {
    let terminal = &looker.person.terminal;
    assert_eq!(foreign(&terminal.raw_output()), Vec::<String>::new());
    let seen = terminal.seen();
    assert!(
        !seen.titles.is_empty() && seen.titles.iter().all(|title| title == "Pallium"),
        "{:?}",
        seen.titles
    );
    assert_eq!((seen.bells, seen.clipboard_writes), (0, 0));
    for shown in [
        "␀␁␂",
        "<U+009B>",
        "␛[2J",
        "␛]0;kwaad␇",
        "␛P+q",
        "␛[201~",
        "<U+202E>",
        "<U+200B>",
        "<U+E0041>",
        "<U+0301>",
    ] {
        assert!(looker.seen.contains(shown), "{shown:?} was on no screen");
    }
}

#[test]
fn every_screen_shows_it_harmlessly() {
    let (options, made) = hostile_pallium();
    spoil(&options.notebook(), &made);
    let mut looker = Looker::start(&options, false);
    walk(&mut looker, &made, false);
    looker.person.quit(LANGUAGE);
    assert_harmless(&looker);
    // Once more with an index that says what it wants.
    forge_index(&options.notebook());
    let mut looker = Looker::start(&options, false);
    looker.person.to(LANGUAGE.start_meetings()).press("<Enter>");
    looker.person.terminal.wait_for("every one");
    looker.page("the list from the index").back();
    looker.person.quit(LANGUAGE);
    assert_eq!(foreign(&looker.person.terminal.raw_output()), Vec::<String>::new());
}

#[test]
fn every_screen_of_a_sealed_notebook_shows_it_harmlessly() {
    let (options, made) = hostile_pallium();
    let sealed = piped(&options, &["protect", "--weak-key", "--passphrase-fd", "0"], PASSPHRASE);
    assert!(sealed.contains("is versleuteld"), "{sealed}");
    let mut looker = Looker::start(&options, true);
    walk(&mut looker, &made, true);
    looker.person.quit(LANGUAGE);
    assert_harmless(&looker);
}

/// Runs a command with lines to read, and gives what it said, of which nothing is foreign.
#[track_caller]
fn piped(options: &Options, arguments: &[&str], lines: &str) -> String {
    let mut program = Command::new(options.program())
        .args(arguments)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("HOME", options.home())
        .env("USER", format!("gebruiker {}", hostile()[3].1))
        .env("PALLIUM_DATA", options.notebook())
        .current_dir(options.home())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // Who was refused reads no further.
    let _ = program.stdin.take().unwrap().write_all(format!("{lines}\n").as_bytes());
    let output = program.wait_with_output().unwrap();
    for stream in [&output.stdout, &output.stderr] {
        assert_eq!(foreign(stream), Vec::<String>::new(), "{arguments:?}");
    }
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat()
}

/// The commands that show something of a notebook, each with whether something hostile must show.
const COMMANDS: [(&[&str], bool); 16] = [
    (&["meetings"], true),
    (&["show", "laatste"], false),
    (&["show", "0000000000000002"], true),
    (&["minutes", "0000000000000002"], true),
    (&["minutes", "0000000000000001", "--patient", "4"], true),
    (&["minutes", "0000000000000001", "--patient", "niemand"], true),
    (&["history", "0000000000000001"], true),
    (&["history", "0000000000000001", "--show", "2"], true),
    (&["backup", "kopie.tar"], false),
    (&["restore", "kopie.tar", "--newer", "keep"], false),
    (&["log"], true),
    (&["log", "--meeting", "\u{1b}]0;kwaad\u{7}"], true),
    (&["retention", "--older-than", "1m"], false),
    (&["forget", "\u{1b}]0;kwaad\u{7}"], true),
    (&["forget", "00000000000007d2"], true),
    (&["doctor"], true),
];

#[test]
fn every_command_says_it_harmlessly_to_a_terminal_and_to_a_pipe() {
    let (options, made) = hostile_pallium();
    let spoilt = spoil(&options.notebook(), &made);
    for (arguments, shows) in COMMANDS {
        // What leaves the notebook is asked for elsewhere (`exports.rs`).
        let leaves = matches!(arguments[0], "show" | "minutes" | "history").then_some("--yes");
        let terminal = Terminal::start(&options.clone().args(arguments.iter().copied().chain(leaves)));
        if arguments[0] == "forget" && arguments[1].starts_with('0') {
            terminal.wait_for(LANGUAGE.ask_choice()).keys("n<Enter>");
        }
        terminal.wait_exit();
        assert_eq!(foreign(&terminal.raw_output()), Vec::<String>::new(), "{arguments:?}");
        let said = piped(&options, arguments, "n");
        assert!(
            !shows || SHOWN.iter().any(|sign| said.contains(sign)),
            "{arguments:?} showed nothing: {said}"
        );
    }
    for (setting, value) in hostile() {
        let quoted = crate::support::hostile::escaped(&value);
        let text = format!("language = \"{quoted}\"\n\"{quoted}\" = \"{value}\"\n");
        std::fs::write(options.notebook().join("settings.toml"), text).unwrap();
        assert!(piped(&options, &["doctor"], "").contains("settings.toml"), "{setting}");
    }
    assert!(spoilt.iter().all(|path| path.exists()), "what is foreign stays where it is");
}

#[test]
fn line_by_line_it_is_said_harmlessly() {
    let (options, made) = hostile_pallium();
    spoil(&options.notebook(), &made);
    let mut lines = vec!["herhaal".to_owned()];
    for row in ["2", "3"] {
        lines.push(row.to_owned());
        for inner in 1..=8 {
            lines.extend([inner.to_string(), "herhaal".to_owned(), "1".to_owned(), "terug".to_owned()]);
        }
        lines.extend(["terug", "terug", "terug", "terug"].map(str::to_owned));
    }
    let said = piped(&options, &["--plain"], &lines.join("\n"));
    assert!(SHOWN.iter().any(|sign| said.contains(sign)), "{said}");
    assert!(said.contains("␛]0;kwaad␇"), "{said}");
}

#[test]
fn the_judge_says_no_to_every_kind_and_to_every_sign() {
    let (options, _) = hostile_pallium();
    let person = Person::start(&options, LANGUAGE, "");
    person.quit(LANGUAGE);
    let harmless = person.terminal.raw_output();
    assert_eq!(foreign(&harmless), Vec::<String>::new());
    let at = harmless.len() / 2;
    let at = (at..).find(|at| harmless[*at] == 0x1b).unwrap();
    let planted = |text: &str| [&harmless[..at], text.as_bytes(), &harmless[at..]].concat();
    assert_eq!(foreign(&planted("een é, ␛ en <U+202E> e\u{301}")), Vec::<String>::new());
    for (kind, text) in hostile() {
        assert_ne!(foreign(&planted(&text)), Vec::<String>::new(), "{kind} was let through");
        for c in text.chars().filter(|c| !c.is_alphanumeric() && !c.is_ascii_punctuation() && *c != ' ') {
            // Line ends are of the program itself; a mark is one too many only as the ninth.
            if !matches!(c, '\r' | '\n' | '\u{301}' | '\u{489}') {
                assert_ne!(
                    foreign(&planted(&format!("a{c}b"))),
                    Vec::<String>::new(),
                    "{c:?} was let through"
                );
            }
        }
    }
    for sequence in
        ["\u{1b}]0;Pallium: Mw. J.\u{7}", "\u{1b}]52;c;eA==\u{7}", "\u{1b}[?1000h", "\u{1b}[6n", "\u{1b}c"]
    {
        assert_ne!(foreign(&planted(sequence)), Vec::<String>::new(), "{sequence:?} was let through");
    }
    let marks = |count: usize| format!("e{}", "\u{301}".repeat(count));
    assert_eq!(foreign(&planted(&marks(8))), Vec::<String>::new());
    assert_ne!(foreign(&planted(&marks(9))), Vec::<String>::new());
}
