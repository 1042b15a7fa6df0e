//! What leaves a protected notebook is said to be readable, and asked once; and nothing leaves by way of the clipboard.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::process::{Command, Stdio};

use pallium::store::generate::{self, Size};
use pallium::words::Language;

use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::terminal::Terminal;

const LANGUAGE: Language = Language::Dutch;

/// A notebook of one meeting, of whose disk somebody stated that it is encrypted; with the label of its first patient.
fn protected() -> (Options, String) {
    let options = pallium().env("PALLIUM_LANG", "nl");
    generate::notebook(&options.notebook(), 1, Size::Small).unwrap();
    piped(&options, &["protect", "--disk-is-encrypted"]);
    (options, generate::meeting(0, Size::Small).reviews[0].label.clone())
}

/// What a command says where nobody can be asked: on its standard output, and beside it.
#[track_caller]
fn piped(options: &Options, arguments: &[&str]) -> [String; 2] {
    let output = Command::new(options.program())
        .args(arguments)
        .env("PALLIUM_LANG", "nl")
        .env("PALLIUM_DATA", options.notebook())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap())
}

fn exported(options: &Options) -> usize {
    piped(options, &["log"])[0].matches("naar buiten gebracht").count()
}

#[test]
fn minutes_are_asked_for_once_and_no_means_no() {
    let (options, label) = protected();
    for command in
        [&["show", "laatste"][..], &["minutes", "laatste"], &["minutes", "laatste", "--patient", "1"]]
    {
        let before = exported(&options);
        let terminal = Terminal::start(&options.clone().args(command));
        terminal.wait_for("niet versleuteld").wait_for(LANGUAGE.ask_choice()).keys("n<Enter>");
        assert_eq!(terminal.wait_exit().exit_code(), 1);
        let screen = terminal.screen();
        assert!(screen.contains("niets naar buiten gebracht") && !screen.contains(&label), "{screen}");
        assert_eq!(exported(&options), before, "nothing was exported");
        let terminal = Terminal::start(&options.clone().size(200, 80).args(command));
        terminal.wait_for(LANGUAGE.ask_choice()).keys("j<Enter>");
        assert!(terminal.wait_exit().success());
        let screen = terminal.screen();
        assert!(screen.contains(&label), "{screen}");
        assert_eq!(screen.matches("Doorgaan?").count(), 1, "{screen}");
        assert_eq!(exported(&options), before + 1);
    }
}

#[test]
fn a_question_stands_beside_the_file_and_scripts_are_not_asked() {
    let (options, label) = protected();
    let line = format!("'{}' minutes laatste > uit.txt", options.program().display());
    let file = options.home().join("uit.txt");
    let shell = Options::new("sh").args(["-c", &line]).env("PALLIUM_LANG", "nl").data(&options.notebook());
    let file_of = |shell: &Options| shell.home().join("uit.txt");
    let terminal = Terminal::start(&shell);
    terminal.wait_for("Doorgaan?").keys("j<Enter>");
    assert!(terminal.wait_exit().success());
    let text = std::fs::read_to_string(file_of(&shell)).unwrap();
    assert!(text.contains(&label) && !text.contains("Doorgaan"), "{text}");
    assert!(!file.exists());
    let terminal = Terminal::start(&options.clone().size(200, 80).args(["minutes", "laatste", "--yes"]));
    assert!(terminal.wait_exit().success());
    assert!(!terminal.screen().contains("Doorgaan?") && terminal.screen().contains(&label));
    let [said, beside] = piped(&options, &["minutes", "laatste"]);
    assert!(said.contains(&label) && beside.contains("niet versleuteld"), "{beside}");
}

#[test]
fn of_fictional_patients_nobody_is_asked() {
    let options = pallium();
    generate::notebook(&options.notebook(), 1, Size::Small).unwrap();
    let terminal = Terminal::start(&options.args(["minutes", "laatste"]));
    assert!(terminal.wait_exit().success());
    assert!(!terminal.screen().contains("Doorgaan?"), "{}", terminal.screen());
}

#[test]
fn a_recording_is_asked_for_before_it_is_made() {
    let (options, _) = protected();
    let recording = options.home().join("opname");
    let options = options.arg("--record").arg(&recording);
    let terminal = Terminal::start(&options);
    terminal.wait_for("opname is niet versleuteld").wait_for(LANGUAGE.ask_choice()).keys("n<Enter>");
    assert_eq!(terminal.wait_exit().exit_code(), 1);
    assert!(!recording.exists());
    let terminal = Terminal::start(&options);
    terminal.wait_for(LANGUAGE.ask_choice()).keys("j<Enter>").wait_for(LANGUAGE.start_new()).keys("<C-q>");
    assert!(terminal.wait_exit().success());
    assert!(recording.exists());
}

#[test]
fn cutting_and_copying_stay_within_the_program() {
    let options = pallium();
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, "Groep", "Fictief A.").write(LANGUAGE.patient_own_words(), "kopieerwoord");
    person
        .terminal
        .keys("<C-a>")
        .keys("<C-c>")
        .keys("<End>")
        .keys("<C-v>")
        .wait_for("kopieerwoordkopieerwoord");
    person
        .terminal
        .keys("<C-a>")
        .keys("<C-x>")
        .wait_gone("kopieerwoord")
        .keys("<C-v>")
        .wait_for("kopieerwoord");
    person.quit(LANGUAGE);
    let raw = person.terminal.raw_output();
    assert!(
        !raw.windows(4).any(|window| window == b"\x1b]52"),
        "something was put on the system's clipboard"
    );
    assert_eq!(person.terminal.seen().clipboard_writes, 0);
}

#[test]
fn what_cannot_be_written_is_told_whatever_was_asked() {
    let (options, _) = protected();
    let commands: [&[&str]; 14] = [
        &["minutes", "laatste"],
        &["show", "laatste"],
        &["history", "laatste"],
        &["meetings"],
        &["log"],
        &["check"],
        &["check", "--format", "json"],
        &["checklist", "list"],
        &["checklist", "show", "kort"],
        &["checklist", "show", "kort", "--toml"],
        &["schema"],
        &["doctor"],
        &["--help"],
        &["--version"],
    ];
    let line = "P=$1; shift; \"$P\" \"$@\" > /dev/full";
    let limited = "P=$1; shift; ulimit -f 0; \"$P\" \"$@\" > uit.txt";
    let closed = "P=$1; shift; \"$P\" \"$@\" >&-";
    for (script, reason) in
        [(line, "schijf"), (limited, "geen groter bestand"), (closed, "uitvoer is gesloten")]
    {
        for command in commands.iter().filter(|command| script != limited || !command.contains(&"log")) {
            let output = Command::new("sh")
                .args(["-c", script, "sh"])
                .arg(options.program())
                .args(*command)
                .env("PALLIUM_LANG", "nl")
                .env("PALLIUM_DATA", options.notebook())
                .current_dir(options.home())
                .stdin(Stdio::null())
                .output()
                .expect("a shell");
            let told = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{command:?}: {told}");
            assert!(
                (script == closed || told.contains("Niet alles kon worden geschreven"))
                    && told.contains(reason),
                "{command:?}: {told}"
            );
        }
    }
}

#[test]
fn a_limit_of_the_system_on_a_paper_is_told_as_one() {
    let (options, _) = protected();
    let options = &options;
    let output = Command::new("sh")
        .args(["-c", "P=$1; shift; ulimit -f 0; \"$P\" \"$@\"", "sh"])
        .arg(options.program())
        .args(["minutes", "last", "-o", "uit.txt", "--yes"])
        .env("PALLIUM_LANG", "nl")
        .env("PALLIUM_DATA", options.notebook())
        .current_dir(options.home())
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("uit.txt is niet te maken: het systeem laat geen groter bestand toe"), "{told}");
}

#[test]
fn a_deed_that_is_done_is_not_called_incomplete() {
    let (options, _) = protected();
    for (script, name) in [(">&-", "dicht.tar"), ("> /dev/full", "vol.tar")] {
        let script = format!("P=$1; shift; \"$P\" \"$@\" {script}");
        let output = Command::new("sh")
            .args(["-c", &script, "sh"])
            .arg(options.program())
            .args(["backup", name])
            .env("PALLIUM_LANG", "nl")
            .env("PALLIUM_DATA", options.notebook())
            .current_dir(options.home())
            .stdin(Stdio::null())
            .output()
            .expect("a shell");
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains("De opdracht is uitgevoerd") && !told.contains("verwijder"), "{told}");
        assert!(options.home().join(name).exists());
    }
}
