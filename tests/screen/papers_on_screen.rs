//! A paper is saved at the screen with the arrow keys alone, as the command line makes it, and what is in the way is said.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use pallium::store::generate::{self, Size};
use pallium::words::Language;

use crate::support::disk::{Disk, is_root, left_out, names};
use crate::support::emulator::text_of;
use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::terminal::Terminal;

const LANGUAGE: Language = Language::Dutch;

/// A notebook of one meeting, of whose disk somebody stated that it is encrypted, with a folder for documents.
fn protected() -> Options {
    let options = pallium().env("PALLIUM_LANG", "nl");
    generate::notebook(&options.notebook(), 1, Size::Small).unwrap();
    piped(&options, &["protect", "--disk-is-encrypted"]);
    fs::create_dir(options.home().join("Documents")).unwrap();
    options
}

/// What a command says where nobody can be asked.
#[track_caller]
fn piped(options: &Options, arguments: &[&str]) -> String {
    let output = Command::new(options.program())
        .args(arguments)
        .env("PALLIUM_LANG", "nl")
        .env("PALLIUM_DATA", options.notebook())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn exported(options: &Options) -> usize {
    piped(options, &["log"]).matches("naar buiten gebracht").count()
}

/// Somebody at the papers of the agenda.
fn at_paper(options: &Options) -> Person {
    let person = before_paper(options);
    person.terminal.wait_for(LANGUAGE.paper_save());
    person
}

/// The same, wherever it could be saved.
fn before_paper(options: &Options) -> Person {
    let terminal = Terminal::start(options);
    terminal.wait_for("Verder met").wait_gone(LANGUAGE.reading_notebook());
    let person = Person::with(terminal);
    person.to("Verder met").press("<Enter>");
    person.terminal.wait_for(LANGUAGE.agenda_add_patient());
    person.press("<F9>");
    person.terminal.wait_for(LANGUAGE.paper_which());
    person
}

/// Whether these words stand on the screen, wherever a line of it ends.
fn says(screen: &vt100::Screen, words: &str) -> bool {
    text_of(screen).split_whitespace().collect::<Vec<_>>().join(" ").contains(words)
}

fn only_file(folder: &Path) -> PathBuf {
    let names = names(folder);
    assert_eq!(names.len(), 1, "{names:?}");
    folder.join(&names[0])
}

/// Saves the paper that is looked at, and says that it may be readable.
fn save(person: &Person) {
    person.open(LANGUAGE.paper_save(), LANGUAGE.paper_yes());
    person.terminal.wait_until(|screen| says(screen, "niet versleuteld"));
    person.to(LANGUAGE.paper_yes()).press("<Enter>");
}

#[test]
fn a_paper_is_saved_with_the_arrows_in_any_window_and_is_that_of_the_command_line() {
    for (rows, columns) in [(24, 80), (18, 60)] {
        let options = protected().size(rows, columns);
        let documents = options.home().join("Documents");
        let before = exported(&options);
        let person = at_paper(&options);
        person.open(LANGUAGE.paper_save(), LANGUAGE.paper_yes());
        person.to(LANGUAGE.paper_no()).press("<Enter>");
        person.terminal.wait_for(LANGUAGE.paper_which());
        assert_eq!((names(&documents).len(), exported(&options)), (0, before), "no is no");
        save(&person);
        person.terminal.wait_until(|screen| says(screen, "Opgeslagen als"));
        let file = only_file(&documents);
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let expected = options.home().join("verslag.txt");
        piped(&options, &["minutes", "laatste", "--yes", "-o", expected.to_str().unwrap()]);
        assert_eq!(fs::read_to_string(&file).unwrap(), fs::read_to_string(&expected).unwrap());
        // The same again: the file is there, and stays as it is.
        save(&person);
        person.terminal.wait_for(LANGUAGE.paper_exists_question());
        person.to(LANGUAGE.paper_beside()).press("<Enter>");
        person.terminal.wait_until(|screen| says(screen, "Opgeslagen als"));
        assert_eq!(names(&documents).len(), 2);
        assert_eq!(exported(&options), before + 3, "two papers at the screen, one by command");
        // Another format, in another folder.
        fs::create_dir(documents.join("Zorg")).unwrap();
        person.to(LANGUAGE.paper_format()).press("<Right>").press("<Right>");
        person.open(LANGUAGE.paper_folder(), LANGUAGE.paper_folder_use());
        person.open("Zorg", "Documents/Zorg");
        person.to(LANGUAGE.paper_folder_use()).press("<Enter>");
        save(&person);
        person.terminal.wait_until(|screen| says(screen, "Opgeslagen als"));
        let page = fs::read_to_string(only_file(&documents.join("Zorg"))).unwrap();
        assert!(page.to_lowercase().starts_with("<!doctype html>"), "{page}");
        person.terminal.keys("<C-q><C-q>");
        assert!(person.terminal.wait_exit().success());
        // The folder is remembered, by this computer.
        let person = at_paper(&options);
        person.terminal.wait_for("Documents/Zorg").keys("<C-q><C-q>");
        assert!(person.terminal.wait_exit().success());
    }
}

#[test]
fn a_folder_that_does_not_do_is_said_and_nothing_is_left_half_written() {
    let options = protected();
    let documents = options.home().join("Documents");
    let person = at_paper(&options);
    fs::remove_dir(&documents).unwrap();
    save(&person);
    person.terminal.wait_until(|screen| says(screen, "is niet opgeslagen")).wait_for(LANGUAGE.paper_folder());
    // A file stands where the folder was.
    fs::write(&documents, "").unwrap();
    save(&person);
    person.terminal.wait_until(|screen| says(screen, "is niet opgeslagen"));
    fs::remove_file(&documents).unwrap();
    fs::create_dir(&documents).unwrap();
    save(&person);
    person.terminal.wait_until(|screen| says(screen, "Opgeslagen als"));
    let file = only_file(&documents);
    // What has the name is no file: it is neither followed nor replaced.
    fs::remove_file(&file).unwrap();
    let elsewhere = options.home().join("van-een-ander");
    fs::write(&elsewhere, "van een ander").unwrap();
    symlink(&elsewhere, &file).unwrap();
    save(&person);
    person.terminal.wait_for(LANGUAGE.paper_exists_question());
    person.to(LANGUAGE.paper_replace()).press("<Enter>");
    person.terminal.wait_until(|screen| says(screen, "geen gewoon bestand"));
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "van een ander");
    assert_eq!(names(&documents).len(), 1, "nothing is half written");
    person.terminal.keys("<C-q><C-q>");
    assert!(person.terminal.wait_exit().success());
}

/// Nothing is left of a paper that was not saved, and what was chosen for it still stands.
#[track_caller]
fn refused(person: &Person, folder: &Path, why: &str) {
    let before = names(folder);
    save(person);
    person.terminal.wait_until(|screen| says(screen, "is niet opgeslagen") && says(screen, why));
    assert_eq!(names(folder), before, "nothing is half written");
    person.terminal.wait_until(|screen| says(screen, "Documents/Vol") && says(screen, "‹ Markdown ›"));
}

/// In a folder that copies itself to other computers, which is said where it is chosen.
#[test]
fn a_folder_without_room_or_leave_is_said_and_what_was_chosen_stays() {
    let options = protected().size(18, 60);
    let documents = options.home().join("Documents");
    let vol = documents.join("Vol");
    let disk = Disk::at(vol.clone(), "size=64k");
    fs::write(documents.join(".stfolder"), "").unwrap();
    let person = at_paper(&options);
    person.to(LANGUAGE.paper_format()).press("<Right>");
    person.open(LANGUAGE.paper_folder(), LANGUAGE.paper_folder_use());
    person.open("Vol", "Documents/Vol");
    person.terminal.wait_until(|screen| says(screen, "gesynchroniseerd (Syncthing)"));
    person.to(LANGUAGE.paper_folder_use()).press("<Enter>");
    if let Some(disk) = &disk {
        let filler = disk.fill();
        refused(&person, &vol, "geen ruimte meer op de schijf");
        fs::remove_file(filler).unwrap();
        disk.remount("ro");
        refused(&person, &vol, "mag alleen gelezen worden");
        disk.remount("rw");
    } else {
        left_out("no disk can be mounted here");
    }
    if !is_root() {
        fs::set_permissions(&vol, fs::Permissions::from_mode(0o500)).unwrap();
        refused(&person, &vol, "geen toestemming");
        fs::set_permissions(&vol, fs::Permissions::from_mode(0o700)).unwrap();
    }
    save(&person);
    person.terminal.wait_until(|screen| says(screen, "Opgeslagen als"));
    let file = only_file(&vol);
    assert_eq!(file.extension().and_then(|ending| ending.to_str()), Some("md"));
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert!(fs::read_to_string(&file).unwrap().starts_with("# "));
    person.terminal.keys("<C-q><C-q>");
    assert!(person.terminal.wait_exit().success());
}

/// Where there is no folder of one's own, the one that should be there is named, and another can be chosen.
#[test]
fn a_home_that_is_not_there_is_named() {
    let elsewhere = pallium();
    let gone = elsewhere.home().join("weg");
    let person = before_paper(&protected().env("HOME", &gone));
    let missing = format!("In {} is niets op te slaan", gone.display());
    person.terminal.wait_until(|screen| says(screen, &missing));
    person.terminal.keys("<C-q><C-q>");
    assert!(person.terminal.wait_exit().success());
    assert!(!gone.exists());
}

#[test]
fn a_viewer_is_asked_on_request_and_said_where_there_is_none() {
    let options = protected();
    let programs = options.home().join("programs");
    fs::create_dir(&programs).unwrap();
    let viewer = programs.join(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    let person = at_paper(&options.clone().env("PATH", &programs));
    save(&person);
    person.terminal.wait_until(|screen| says(screen, "Opgeslagen als"));
    person.to(LANGUAGE.paper_show()).press("<Enter>");
    person.terminal.wait_until(|screen| says(screen, "niet te openen"));
    let shown = options.home().join("getoond");
    let script = format!("#!/bin/sh\necho \"$1\" > '{}'\n", shown.display());
    fs::write(&viewer, script).unwrap();
    fs::set_permissions(&viewer, fs::Permissions::from_mode(0o700)).unwrap();
    person.press("<Enter>");
    person.terminal.wait_until(|screen| says(screen, "doorgegeven"));
    let file = only_file(&options.home().join("Documents"));
    assert_eq!(fs::read_to_string(&shown).unwrap().trim_end(), file.to_str().unwrap());
    person.terminal.keys("<C-q><C-q>");
    assert!(person.terminal.wait_exit().success());
}
