//! Odd surroundings, clocks, windows and names: each has its right value, or is told in a sentence.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use chrono::NaiveDate;
use pallium::checklist::Looks;
use pallium::meeting::typed;
use pallium::store::generate::{Size, meeting};
use pallium::text::same::plain;
use pallium::words::Language;

use crate::support::emulator::text_of;
use crate::support::options::Options;
use crate::support::outside::{SmallDisk, assert_shows};
use crate::support::pallium::{notebook, only_meeting, pallium, texts};
use crate::support::person::Person;

const LANGUAGE: Language = Language::Dutch;
const GROUP: &str = "PaTz Noord";

/// The program in a surrounding of these variables only, started in `folder`.
fn bare(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pallium"));
    command.args(arguments).current_dir(folder).env_clear().env("PALLIUM_LANG", "nl");
    command.envs(variables.iter().copied()).stdin(Stdio::null());
    command
}

fn told(output: &Output) -> (Option<i32>, String) {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    (output.status.code(), String::from_utf8(both).expect("what is said is text"))
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

#[test]
fn the_notebook_never_depends_on_where_one_happens_to_be() {
    let (here, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let named = |path: &Path| path.to_str().unwrap().to_owned();
    let meetings =
        |variables: &[(&str, &str)]| told(&bare(here.path(), variables, &["meetings"]).output().unwrap());
    // A home folder that is not named in full is none, and nothing is made in its place.
    let (code, said) = meetings(&[("HOME", "hier")]);
    assert_eq!((code, said.trim()), (Some(1), LANGUAGE.no_notebook_place()));
    assert!(is_empty(here.path()));
    // The same of a folder of the XDG specification: then it is the usual one.
    let (code, _) = meetings(&[("HOME", &named(home.path())), ("XDG_DATA_HOME", "hier")]);
    let usual = home.path().join(if cfg!(target_os = "macos") {
        "Library/Application Support/nl.Pallium"
    } else {
        ".local/share/pallium"
    });
    assert!(code == Some(0) && usual.join("meetings").is_dir() && is_empty(here.path()));
    // One that somebody names is where one is, and is told in full.
    let (code, said) = meetings(&[("HOME", &named(home.path())), ("PALLIUM_DATA", "ernaast")]);
    let full = here.path().canonicalize().unwrap().join("ernaast");
    assert!(code == Some(1) && said.contains(&named(&full)), "{said}");
    // Without any home the folder for data is enough.
    if cfg!(target_os = "linux") {
        let data = home.path().join("data");
        let (code, said) = meetings(&[("XDG_DATA_HOME", &named(&data)), ("XDG_STATE_HOME", &named(&data))]);
        assert!(code == Some(0) && data.join("pallium/meetings").is_dir(), "{said}");
    }
}

#[test]
fn without_a_terminal_it_says_what_would_work() {
    let home = tempfile::tempdir().unwrap();
    let variables = [("HOME", home.path().to_str().unwrap())];
    let (code, said) = told(&bare(home.path(), &variables, &[]).output().unwrap());
    assert_eq!((code, said.trim()), (Some(1), LANGUAGE.cli_no_terminal()));
    assert!(is_empty(home.path()), "nothing is made for who gets no further");
}

#[test]
fn who_stops_reading_is_not_told_of_a_fault() {
    let home = tempfile::tempdir().unwrap();
    let variables = [("HOME", home.path().to_str().unwrap())];
    for arguments in [&["--help"][..], &["schema"], &["completions", "bash"], &["checklist", "show", "pzp"]] {
        let mut child = bare(home.path(), &variables, arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Closed before or while it writes: both are somebody who has seen enough.
        drop(child.stdout.take());
        let mut complained = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complained).unwrap();
        assert_eq!((child.wait().unwrap().code(), complained.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn a_disk_for_temporary_files_that_is_full_or_gone_is_named() {
    let home = tempfile::tempdir().unwrap();
    let demo = |folder: &Path| {
        let variables = [("HOME", home.path().to_str().unwrap()), ("TMPDIR", folder.to_str().unwrap())];
        told(&bare(home.path(), &variables, &["demo", "--plain"]).output().unwrap())
    };
    let gone = home.path().join("weg");
    let (code, said) = demo(&gone);
    let expected = LANGUAGE.demo_folder_failed(gone.to_str().unwrap(), LANGUAGE.fault_not_found());
    assert_eq!((code, said.trim()), (Some(1), expected.as_str()));
    let Some(disk) = SmallDisk::at(home.path().join("vol")) else {
        return println!("left out: no disk can be mounted here");
    };
    let mut filler = File::create(disk.0.join("filler")).unwrap();
    while filler.write_all(&[0; 512]).is_ok() {}
    let (code, said) = demo(&disk.0);
    assert!(code == Some(1) && said.contains(LANGUAGE.fault_no_space()), "{said}");
    let left = std::fs::read_dir(&disk.0).unwrap().count();
    assert_eq!(left, 1, "half a demonstration is left lying");
}

/// A home folder in which nobody can make anything, the superuser included; the notebook is elsewhere.
#[cfg(target_os = "linux")]
#[test]
fn a_home_folder_that_takes_nothing_loses_nothing() {
    let nowhere = Path::new("/proc/self/niets");
    let folders = ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "TMPDIR"];
    let options = folders.iter().fold(pallium(), |options, name| options.env(name, nowhere));
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, GROUP, "Mw. J.").write(LANGUAGE.patient_notes(), "alles goed");
    person.quit(LANGUAGE);
    assert_eq!(only_meeting(&options.notebook()).reviews[0].notes, "alles goed");
}

/// A patient, some words and one answer, in a terminal of this kind.
fn in_terminal(options: Options) -> (Options, String) {
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, GROUP, "Mw. J.").write(LANGUAGE.patient_notes(), "koffie in het café");
    person.press("<Up>");
    let screen = person.terminal.screen();
    person.quit(LANGUAGE);
    (options, screen)
}

#[test]
fn any_kind_of_terminal_holds_a_meeting() {
    for term in ["linux", "screen", "vt100", "ansi", "xterm-16color", "tmux-256color", "van-niemand"] {
        let (options, screen) = in_terminal(pallium().env("TERM", term).without_env("COLORTERM"));
        assert!(screen.contains("koffie in het café"), "{term}\n{screen}");
        assert_eq!(only_meeting(&options.notebook()).reviews[0].notes, "koffie in het café", "{term}");
    }
}

#[test]
fn a_locale_without_other_signs_gets_letters_only() {
    for locale in [("LANG", "C"), ("LC_ALL", "POSIX")] {
        let (options, screen) = in_terminal(pallium().env("LANG", "").env(locale.0, locale.1));
        let foreign: String = screen.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
        assert_eq!(foreign, "", "{locale:?}\n{screen}");
        assert_eq!(only_meeting(&options.notebook()).reviews[0].notes, "koffie in het café");
    }
}

#[test]
fn windows_of_any_size_keep_what_is_typed_while_they_change() {
    let options = pallium();
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, GROUP, "Mw. J.").to(LANGUAGE.patient_notes());
    let sizes = [(1, 1), (100, 300), (12, 40), (1, 300), (300, 1), (11, 40), (18, 60), (24, 80)];
    for (letter, (rows, cols)) in ('a'..).zip(sizes.into_iter().cycle().take(24)) {
        person.terminal.resize(rows, cols).keys(&letter.to_string());
    }
    person.terminal.resize(24, 80).wait_until(|screen| text_of(screen).contains("abcdefghijklmnopqrstuvwx"));
    // Nothing of a larger or smaller window is left over.
    person.terminal.resize(100, 300).wait_for("abcdefghijklmnopqrstuvwx").wait_for(LANGUAGE.key_help());
    person.quit(LANGUAGE);
    assert_eq!(only_meeting(&options.notebook()).reviews[0].notes, "abcdefghijklmnopqrstuvwx");
}

/// The program with another clock; nothing where no `faketime` is.
fn at_another_time(options: Options, when: &str) -> Option<Options> {
    let there = Command::new("faketime").args(["-f", "@2020-01-01 00:00:00", "true"]).output();
    if !there.is_ok_and(|done| done.status.success()) {
        println!("left out: faketime is not on this machine");
        return None;
    }
    Some(options.wrapped_in("faketime", ["-f", when]))
}

#[test]
fn clocks_far_from_now_and_hours_that_come_twice_or_never() {
    for (when, zone, day) in [
        ("@1969-12-31 23:59:58", "UTC", (1969, 12, 31)),
        ("@2040-02-29 10:00:00", "UTC", (2040, 2, 29)),
        ("@2026-10-25 02:59:58", "Europe/Amsterdam", (2026, 10, 25)),
        ("@2027-03-28 01:59:58", "Europe/Amsterdam", (2027, 3, 28)),
    ] {
        let options = pallium();
        let Some(there) = at_another_time(options.clone().env("TZ", zone), when) else { return };
        let person = Person::start(&there, LANGUAGE, LANGUAGE.start_new());
        person.begin(LANGUAGE, GROUP, "Mw. J.").write(LANGUAGE.patient_notes(), "hoe laat is het");
        person.quit(LANGUAGE);
        let held = only_meeting(&options.notebook());
        assert_eq!(Some(held.details.date), NaiveDate::from_ymd_opt(day.0, day.1, day.2), "{when}");
        assert_eq!(held.reviews[0].notes, "hoe laat is het", "{when}");
        // With the clock of today everything is there, and nothing is called wrong.
        let person = Person::start(&options, LANGUAGE, GROUP);
        assert_shows(&person.terminal.screen(), &LANGUAGE.start_continue(GROUP));
        person.quit(LANGUAGE);
    }
}

/// Names as people have them: Turkish, Dutch, Polish, Frisian, and of scripts that are read from the right.
const NAMES: [(&str, &str); 9] = [
    ("İrem Işık", "irem isik"),
    ("ISPARTALI", "ispartali"),
    ("ılgaz", "ilgaz"),
    ("ĳsbrand Ĳff", "ijsbrand ijff"),
    ("IJsbrand", "ijsbrand"),
    ("Paweł Żółty", "pawel zolty"),
    ("Søren Đorđe", "soren dorde"),
    ("שרה כהן", "שרה כהן"),
    ("محمد علي", "محمد علي"),
];

#[test]
fn names_are_kept_as_typed_and_found_as_somebody_else_would_type_them() {
    for (name, typed) in NAMES {
        assert_eq!(plain(name), plain(typed), "{name}");
    }
    for (name, searched) in NAMES {
        let options = pallium();
        let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
        person.begin(LANGUAGE, GROUP, name);
        person.quit(LANGUAGE);
        assert_eq!(only_meeting(&options.notebook()).reviews[0].label, name);
        let variables = [("PALLIUM_DATA", options.notebook()), ("HOME", options.home().to_owned())];
        let mut command = bare(options.home(), &[], &["find", searched]);
        let (code, said) = told(&command.envs(variables).output().unwrap());
        assert!(code == Some(0) && said.contains(name), "{name} by {searched}: {said}");
    }
}

#[test]
fn a_name_that_is_read_from_the_right_moves_nothing_beside_it() {
    let options = pallium();
    let mut held = meeting(0, Size::Small);
    held.details.closed = None;
    let mut review = (*held.reviews[0]).clone();
    review.label = "\u{202e}שרה".to_owned();
    held.reviews[0] = review.into();
    notebook(&options.notebook()).save(&held, &[]).expect("a meeting can be saved");
    let mut command = bare(options.home(), &[], &["show", "last", "--yes"]);
    let (_, said) = told(&command.env("PALLIUM_DATA", options.notebook()).output().unwrap());
    assert!(!said.contains('\u{202e}') && said.contains("שרה"), "{said}");
}

#[test]
fn dates_as_people_type_them() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    // A Sunday.
    let today = day(2026, 11, 29).unwrap();
    let read = |text: &str| typed::date(text, today, Looks::Forward);
    for (text, expected) in [
        ("29-11", day(2026, 11, 29)),
        ("29-11-2026", day(2026, 11, 29)),
        ("29-11-26", day(2026, 11, 29)),
        ("29.11.2026", day(2026, 11, 29)),
        ("29/11/2026", day(2026, 11, 29)),
        ("2026-11-29", day(2026, 11, 29)),
        // Yesterday or next year: neither is claimed.
        ("28-11", None),
        ("28-11-2027", day(2027, 11, 28)),
        ("eind december", day(2026, 12, 31)),
        ("vrijdag over een week", day(2026, 12, 11)),
        ("29 feb", day(2028, 2, 29)),
        ("29 feb 2028", day(2028, 2, 29)),
        ("29 feb 2027", None),
        ("30-2", None),
        ("31 april", None),
        ("00-00", None),
        ("morgen", day(2026, 11, 30)),
        ("overmorgen", day(2026, 12, 1)),
        ("Maandag", day(2026, 11, 30)),
        ("ooit", None),
        ("", None),
    ] {
        assert_eq!(read(text), expected, "{text:?}");
    }
    // What is no day stays what was typed, and says so beside it.
    let person = Person::start(&pallium(), LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, GROUP, "Mw. J.").terminal.keys("<F4>").wait_for(LANGUAGE.agreement_what());
    person.write(LANGUAGE.agreement_what(), texts(LANGUAGE).agreement);
    person.write(LANGUAGE.agreement_due(), "29 feb 2027");
    person.terminal.wait_for("29 feb 2027");
    person.quit(LANGUAGE);
}

/// What is typed as UTF-8 comes through whatever the locale says; a terminal of another set gets letters that it has.
#[test]
fn letters_in_a_locale_that_is_not_utf8() {
    let english = Language::English;
    for (locale, shown) in
        [("C", "Zoë 漢"), ("POSIX", "Zoë 漢"), ("nl_NL.ISO-8859-1", "Zoe ?"), ("nl_NL@euro", "Zoe ?")]
    {
        let options = pallium().env("LANG", locale).env("PALLIUM_LANG", "en");
        let person = Person::start(&options, english, english.start_new());
        person.begin(english, GROUP, "Zoë 漢").write(english.patient_notes(), "koffie in het café");
        assert_shows(&person.terminal.screen(), shown);
        assert_eq!(person.terminal.raw_output().is_ascii(), locale.starts_with("nl"), "{locale}");
        person.quit(english);
        let review = only_meeting(&options.notebook()).reviews[0].clone();
        assert_eq!((&*review.label, &*review.notes), ("Zoë 漢", "koffie in het café"), "{locale}");
    }
}
