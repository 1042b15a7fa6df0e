//! Definitions that came by mail: nothing in their names, keys and texts reaches the terminal as more than signs.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use pallium::words::Language;

use crate::support::emulator::text_of;
use crate::support::foreign::foreign;
use crate::support::hostile::{escaped, hostile};
use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::terminal::Terminal;

const LANGUAGE: Language = Language::Dutch;

/// For every kind: a file that is accepted with such titles and texts, and two that are refused, with such a key, name,
/// word and reference, once escaped and once as it is, in a file of such a name.
fn write_definitions(folder: &Path) -> usize {
    std::fs::create_dir_all(folder).expect("a folder for definitions");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.join(format!("{name}.toml")), text).expect("a file can be written");
    };
    for (kind, text) in &hostile() {
        let quoted = escaped(text);
        let good = format!(
            "format = 1\nid = \"{kind}\"\nversion = \"{quoted}\"\ntitle = \"{quoted}\"\npurpose = \"{quoted}\"\n\
             [[group]]\nid = \"g\"\ntitle = \"{quoted}\"\n[[group.item]]\nid = \"i\"\ntype = \"yes-no\"\n\
             text = \"{quoted}\"\nhelp = \"{quoted}\"\n"
        );
        write(kind, &good);
        let bad = |text: &str| {
            format!(
                "format = 1\nid = \"{text}\"\nversion = \"1\"\ntitle = \"{text}\"\n\"{text}\" = 1\n# {text}\n[[group]]\n\
                 id = \"{text}\"\ntitle = \"G\"\nabout = \"{text}\"\n[[group.item]]\nid = \"i\"\ntype = \"{text}\"\n\
                 text = \"T\"\nenable_when = {{ item = \"{text}\", is = \"{text}\" }}\nsource = \"{text}\"\n"
            )
        };
        write(&format!("{kind}-fout"), &bad(&quoted));
        // Most of these are no TOML at all; a file name can hold no more than 255 bytes.
        let name: String = text.chars().filter(|c| !matches!(c, '/' | '\0')).take(60).collect();
        write(&name, &bad(text));
    }
    hostile().len()
}

/// The program with these definitions in its notebook.
fn with_definitions() -> (Options, PathBuf, usize) {
    let options = pallium();
    let folder = options.notebook().join("checklists");
    let kinds = write_definitions(&folder);
    (options, folder, kinds)
}

#[test]
fn what_the_command_line_says_of_them_holds_nothing_foreign() {
    let (options, folder, kinds) = with_definitions();
    let output = Command::new(options.program())
        .arg("check")
        .arg(&folder)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("HOME", options.home())
        .env("PALLIUM_DATA", options.notebook())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(foreign(&output.stdout), Vec::<String>::new());
    assert_eq!(foreign(&output.stderr), Vec::<String>::new());
    let summary = format!("{} bestanden nagekeken, {} niet in orde.\n", 3 * kinds, 2 * kinds);
    assert!(said.ends_with(&summary), "{said}");
    for shown in ["␛]0;kwaad␇", "<U+202E>", "<U+200B>", "<U+E0041>", "<U+009B>", "onbekende-sleutel"] {
        assert!(said.contains(shown), "no {shown:?} in {said}");
    }
}

#[test]
fn a_terminal_gets_nothing_else_than_a_pipe() {
    let (options, folder, kinds) = with_definitions();
    let terminal = Terminal::start(&options.arg("check").arg(&folder));
    assert_eq!(terminal.wait_exit().exit_code(), 1);
    assert_eq!(foreign(&terminal.raw_output()), Vec::<String>::new());
    let said = String::from_utf8_lossy(&terminal.raw_output()).into_owned();
    assert!(said.contains(&format!("{} niet in orde", 2 * kinds)), "{said}");
}

#[test]
fn the_screens_of_checklists_and_their_problems_show_them_harmlessly() {
    let (options, _, kinds) = with_definitions();
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_checklists());
    person.to(LANGUAGE.start_checklists()).press("<Enter>");
    // Every file of the user, from the last row to the first, and what is wrong with the first that has something.
    person.terminal.keys("<End>").wait_settled_with("");
    for _ in 0..6 {
        person.terminal.keys("<PageUp>").wait_settled_with("");
    }
    // Keys are taken in order: once help was there, all of those before it have had their effect.
    person.terminal.keys("<F1>").wait_for(LANGUAGE.help_title());
    let help = |screen: &vt100::Screen| text_of(screen).contains(LANGUAGE.help_title());
    person.terminal.keys("<Esc>").wait_until(move |screen| !help(screen));
    for kind in ["bidi-fout", "osc-fout"] {
        person.to(kind).press("<Enter>");
        person.terminal.wait_for("ongeldige-naam");
        person.terminal.keys("<PageDown><PageDown>").wait_settled_with("");
        // These screens also change by themselves: what counts is that the page is left.
        let top = |screen: &vt100::Screen| text_of(screen).lines().next().unwrap_or_default().to_owned();
        person.terminal.keys("<Esc>").wait_until(move |screen| !top(screen).contains(kind));
    }
    assert!(kinds > 5);
    person.terminal.keys("<Esc>").wait_for(LANGUAGE.start_new());
    person.quit(LANGUAGE);
    assert_eq!(foreign(&person.terminal.raw_output()), Vec::<String>::new());
    assert!(person.terminal.seen().titles.iter().all(|title| title == "Pallium"));
}
