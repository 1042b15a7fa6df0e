//! The real program in a pseudo-terminal while somebody edits a checklist: seen at once, and edited from the screen.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use pallium::words::Language;

use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;

const NL: Language = Language::Dutch;

const GOOD: &str = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen lijst\"\n\n[[group]]\nid = \"een\"\n\
                    title = \"Een\"\n\n[[group.item]]\nid = \"vraag\"\ntype = \"yes-no\"\ntext = \"Is dat zo?\"\n";

/// The same with a fault on the twelfth line.
fn broken() -> String {
    GOOD.replace("yes-no", "yes-nee")
}

/// A notebook with this text as an own checklist.
fn with_own(source: &str) -> (Options, PathBuf) {
    let options = pallium();
    let folder = options.notebook().join("checklists");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("eigen.toml");
    fs::write(&file, source).unwrap();
    (options, file)
}

/// An editor that notes what it was given and puts `text` in the file.
fn editor(options: &Options, text: &str) -> (PathBuf, PathBuf) {
    let (script, given) = (options.home().join("fake-vi"), options.home().join("given"));
    let content = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" >'{}'\nstty -a | grep -q -- '-icanon' && echo raw >>'{}'\n\
         printf 'in de editor\\n'\nread -r answer\nfor file; do :; done\ncat >\"$file\" <<'ALLES'\n{text}ALLES\n",
        given.display(),
        given.display()
    );
    fs::write(&script, content).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o700)).unwrap();
    (script, given)
}

#[test]
fn a_file_that_is_saved_elsewhere_shows_at_once_also_when_it_is_renamed_over() {
    let (options, file) = with_own(GOOD);
    let person = Person::start(&options, NL, NL.start_checklists());
    person.open(NL.start_checklists(), "Eigen lijst");
    person.to("Eigen lijst");
    let beside = file.with_extension("new");
    fs::write(&beside, broken()).unwrap();
    fs::rename(&beside, &file).unwrap();
    person.terminal.wait_for("Bijgewerkt: eigen.toml: 1 fout.");
    // The last good version stays in force, and the place is kept.
    assert_eq!(person.row().as_deref().map(|row| row.starts_with("Eigen lijst")), Some(true));
    fs::write(&file, GOOD).unwrap();
    person.terminal.wait_for("Bijgewerkt: eigen.toml: in orde.");
    fs::remove_file(&file).unwrap();
    person.terminal.wait_for("Bijgewerkt: eigen.toml: weg.");
    person.quit(NL);
}

#[test]
fn a_fault_is_edited_at_its_place_and_gone_on_return() {
    let (options, _) = with_own(&broken());
    let (script, given) = editor(&options, GOOD);
    let options = options.without_env("VISUAL").env("EDITOR", &script).behind_shell();
    let person = Person::start(&options, NL, NL.start_checklists());
    person.open(NL.start_checklists(), "eigen.toml").open("eigen.toml", "onbekend-woord");
    person.to(NL.checklist_edit_here()).terminal.keys("<Enter>").wait_for("in de editor");
    // While the editor has the terminal, the program reads no keys: this line is the editor's.
    person.terminal.send(b"klaar\n").wait_for("eigen.toml: in orde");
    person.terminal.wait_gone("in de editor").wait_gone("onbekend-woord");
    let given = fs::read_to_string(given).unwrap();
    assert!(given.contains("eigen.toml") && !given.contains("raw"), "{given}");
    person.quit(NL);
    person.terminal.assert_restored();
}

#[test]
fn an_editor_that_does_not_start_is_told_of() {
    let (options, _) = with_own(&broken());
    let options = options.without_env("VISUAL").env("EDITOR", "/is/er/niet");
    let person = Person::start(&options, NL, NL.start_checklists());
    person.open(NL.start_checklists(), "eigen.toml").open("eigen.toml", "onbekend-woord");
    person.to(NL.checklist_edit_here()).terminal.keys("<Enter>").wait_for("is niet gevonden");
    person.quit(NL);
}

#[test]
fn a_pipe_among_the_checklists_hangs_nothing_and_is_named() {
    let (options, file) = with_own(GOOD);
    let pipe = file.with_file_name("pijp.toml");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let person = Person::start(&options, NL, NL.start_checklists());
    person.open(NL.start_checklists(), "pijp.toml").open("pijp.toml", "geen-gewoon-bestand");
    person.quit(NL);
    let checked = Command::new(env!("CARGO_BIN_EXE_pallium"))
        .args(["--lang", "nl", "check"])
        .arg(file.parent().unwrap())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert_eq!(checked.status.code(), Some(1), "{said}");
    assert!(said.contains("pijp.toml") && said.contains("geen-gewoon-bestand"), "{said}");
}
