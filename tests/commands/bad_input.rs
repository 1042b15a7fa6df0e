//! What is wrong outside the program: it is said with its place and its reason, it stays as it was, and the rest works.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use pallium::store::generate::{Size, meeting};
use pallium::words::Language;

use crate::support::options::Options;
use crate::support::outside::{
    SmallDisk, assert_nothing_foreign, assert_shows, command, contents, run_together,
};
use crate::support::pallium::{notebook, only_meeting, pallium};
use crate::support::person::Person;

const LANGUAGE: Language = Language::Dutch;

/// What a terminal would obey, hide or turn around: a title, a clear screen, C1, a paste end, bidirectional and zero width.
const HOSTILE: &str = "x\u{1b}]0;kwaad\u{7}\u{1b}[2J\u{9b}31m\u{202e}abc\u{200b}\u{1b}[201~y";

/// Starts with a notebook that cannot be used: it says so, a meeting can be held all the same, and leaving says what is lost.
#[track_caller]
fn unusable(options: &Options, path: &Path, reason: &str) {
    let ended = command(&options.notebook(), &["meetings"]);
    assert_eq!(ended.code, Some(1), "{}", ended.complained);
    for part in [path.to_str().unwrap(), reason] {
        assert!(ended.complained.contains(part), "no {part:?} in {:?}", ended.complained);
    }
    let person = Person::start(options, LANGUAGE, LANGUAGE.start_new());
    let screen = person.terminal.screen();
    assert_shows(&screen, path.to_str().unwrap());
    assert_shows(&screen, reason);
    person.begin(LANGUAGE, "PaTz Noord", "Mw. J.");
    person.terminal.wait_for(LANGUAGE.not_saved());
    assert_shows(&person.terminal.screen(), reason);
    person.home(LANGUAGE).to(LANGUAGE.start_quit()).press("<Enter>");
    person.terminal.wait_for(LANGUAGE.not_saved_title());
    person.to(LANGUAGE.not_saved_quit()).terminal.keys("<Enter>");
    assert_eq!(person.terminal.wait_exit().exit_code(), 1);
    assert_shows(&person.terminal.screen(), "De laatste wijzigingen konden niet worden opgeslagen");
    assert_nothing_foreign(&person);
}

#[test]
fn a_file_in_the_place_of_the_notebook() {
    let options = pallium();
    let path = options.notebook();
    std::fs::write(&path, "een brief").unwrap();
    unusable(&options, &path, LANGUAGE.fault_not_a_folder());
    assert_eq!(std::fs::read(&path).unwrap(), b"een brief");
}

#[test]
fn a_file_in_the_place_of_the_meetings() {
    let options = pallium();
    let path = options.notebook().join("meetings");
    std::fs::create_dir(options.notebook()).unwrap();
    std::fs::write(&path, "een brief").unwrap();
    unusable(&options, &path, LANGUAGE.fault_not_a_folder());
    let mut left = contents(&options.notebook());
    left.remove(&options.notebook().join("fictional-patients.toml"));
    assert_eq!(left, BTreeMap::from([(path, b"een brief".to_vec())]));
}

/// A folder in which nobody can make anything, the superuser included.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_made() {
    let path = Path::new("/proc/pallium-test");
    let options = pallium().data(&path.join("notebook"));
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    assert_shows(&person.terminal.screen(), path.to_str().unwrap());
    assert_shows(&person.terminal.screen(), LANGUAGE.fault_not_found());
    person.quit(LANGUAGE);
    // A name that was mistyped is told too, and makes no folder.
    let ended = command(&options.notebook(), &["meetings"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.complained.contains("/proc/pallium-test/notebook"), "{}", ended.complained);
}

/// A notebook with one good meeting and a place for another one; gives that other one as text and its path.
fn with_one_good(options: &Options) -> (String, PathBuf) {
    let made = notebook(&options.notebook());
    made.save(&meeting(0, Size::Small), &[]).expect("a meeting can be saved");
    let other = meeting(1, Size::Small);
    made.save(&other, &[]).expect("a meeting can be saved");
    let path = made.path(other.id);
    let text = std::fs::read_to_string(&path).expect("a saved meeting");
    std::fs::remove_file(&path).expect("it can be removed");
    (text, path)
}

/// The bad file is named with its reason, on the screen and on the command line; it stays as it is, and the good meeting opens.
#[track_caller]
fn one_bad_file(options: &Options, path: &Path, named: &str, reason: &str) {
    let before = contents(&options.notebook());
    let still_there = |when: &str| {
        let mut after = contents(&options.notebook());
        after.retain(|path, _| before.contains_key(path));
        assert_eq!(after, before, "{when}");
    };
    let ended = command(&options.notebook(), &["meetings"]);
    assert_eq!(ended.code, Some(0), "{}", ended.complained);
    assert!(ended.said.contains("Fictie"), "the good meeting is missed in {:?}", ended.said);
    for part in [named, reason] {
        assert!(ended.said.contains(part), "no {part:?} in {:?}", ended.said);
    }
    let good = meeting(0, Size::Small);
    // The one that cannot be read may be the last.
    let last = command(&options.notebook(), &["show", "laatste"]);
    if path.file_stem().is_some_and(|name| name == meeting(1, Size::Small).id.to_string().as_str()) {
        assert_eq!(last.code, Some(1), "{}", last.said);
        assert!(last.complained.contains(named), "no {named:?} in {:?}", last.complained);
    } else {
        assert_eq!(last.code, Some(0), "{}", last.complained);
    }
    let shown = command(&options.notebook(), &["show", &good.id.to_string()]);
    assert_eq!(shown.code, Some(0), "{}", shown.complained);
    still_there("after the command line");

    let person = Person::start(options, LANGUAGE, LANGUAGE.start_problems());
    person.open(LANGUAGE.start_problems(), "Pallium heeft hier zelf niets aan veranderd");
    let screen = person.terminal.screen();
    assert_shows(&screen, named);
    assert_shows(&screen, reason);
    person.press("<Esc>");
    person.to(LANGUAGE.start_meetings()).press("<Enter>");
    person.open(&row_of_first_meeting(&person), &good.reviews[0].label);
    person.quit(LANGUAGE);
    assert_nothing_foreign(&person);
    still_there("after the screen");
    assert!(std::fs::symlink_metadata(path).is_ok());
}

/// The first row of the list: what has the focus when it opens.
#[track_caller]
fn row_of_first_meeting(person: &Person) -> String {
    let row = person.row().expect("a row in focus");
    row.chars().take(12).collect()
}

#[test]
fn a_damaged_meeting() {
    for (damage, reason) in [
        ("[[review]\n", "regel 1, deze regel is niet te lezen"),
        ("", "het bestand is leeg"),
        ("format = 1\nid = [1, 2\n", "niet te lezen"),
    ] {
        let options = pallium();
        let (_, path) = with_one_good(&options);
        std::fs::write(&path, damage).unwrap();
        one_bad_file(&options, &path, path.to_str().unwrap(), reason);
    }
    let options = pallium();
    let (text, path) = with_one_good(&options);
    std::fs::write(&path, [text.as_bytes(), b"\xff\xfe\n"].concat()).unwrap();
    one_bad_file(&options, &path, path.to_str().unwrap(), LANGUAGE.damage_not_text());
}

#[test]
fn half_a_meeting() {
    let options = pallium();
    let (text, path) = with_one_good(&options);
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    std::fs::write(&path, half).unwrap();
    one_bad_file(&options, &path, path.to_str().unwrap(), "niet te lezen");
}

#[test]
fn a_meeting_of_a_newer_program() {
    let options = pallium();
    let (text, path) = with_one_good(&options);
    std::fs::write(&path, text.replacen("format = 1", "format = 7", 1)).unwrap();
    one_bad_file(&options, &path, path.to_str().unwrap(), "is gemaakt met een nieuwere Pallium (indeling 7;");
}

#[test]
fn a_meeting_with_unknown_keys() {
    for (place, key) in [("format = 1", "kleur"), ("[details]", "weer")] {
        let options = pallium();
        let (text, path) = with_one_good(&options);
        std::fs::write(&path, text.replacen(place, &format!("{place}\n{key} = \"rood\""), 1)).unwrap();
        one_bad_file(&options, &path, path.to_str().unwrap(), &format!("Pallium kent \"{key}\" hier niet"));
    }
}

#[test]
fn a_damaged_meeting_with_hostile_text() {
    let options = pallium();
    let (text, path) = with_one_good(&options);
    std::fs::write(&path, text.replacen("[details]", &format!("[details]\n\"{HOSTILE}\" = 1"), 1)).unwrap();
    one_bad_file(&options, &path, path.to_str().unwrap(), "niet te lezen");
}

#[test]
fn what_is_no_plain_file_among_the_meetings() {
    type Make = fn(&Path);
    let makers: [(&str, Make); 4] = [
        ("a pipe", |path| {
            assert!(Command::new("mkfifo").arg(path).status().is_ok_and(|made| made.success()));
        }),
        ("a folder", |path| std::fs::create_dir(path).unwrap()),
        ("a link to a file elsewhere", |path| {
            let elsewhere = path.parent().unwrap().parent().unwrap().parent().unwrap().join("elsewhere.toml");
            std::fs::write(&elsewhere, "format = 1\n").unwrap();
            std::os::unix::fs::symlink(elsewhere, path).unwrap();
        }),
        ("a link to a device", |path| std::os::unix::fs::symlink("/dev/zero", path).unwrap()),
    ];
    for (what, make) in makers {
        let options = pallium();
        let (_, path) = with_one_good(&options);
        make(&path);
        assert!(std::fs::symlink_metadata(&path).is_ok(), "{what} was to be made");
        one_bad_file(&options, &path, path.to_str().unwrap(), LANGUAGE.fault_not_a_file());
    }
}

#[test]
fn a_name_that_a_terminal_would_obey() {
    let options = pallium();
    let (_, path) = with_one_good(&options);
    let hostile = path.with_file_name(format!("{HOSTILE}.toml"));
    std::fs::write(&hostile, "format = 1\n").unwrap();
    one_bad_file(
        &options,
        &hostile,
        "x␛]0;kwaad␇␛[2J<U+009B>31m<U+202E>abc<U+200B>␛[201~y.toml",
        "hoort niet bij Pallium",
    );
}

#[test]
fn a_readable_meeting_with_hostile_text() {
    let options = pallium();
    let (text, path) = with_one_good(&options);
    let escaped: String = HOSTILE.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
    let group = format!("group = \"Fictieve {escaped}\"");
    let start = text.find("group = ").expect("a meeting has a group");
    let end = start + text[start..].find('\n').unwrap();
    let changed = format!("{}{group}{}", &text[..start], &text[end..]);
    std::fs::remove_dir_all(options.notebook()).unwrap();
    notebook(&options.notebook());
    std::fs::write(&path, changed.as_bytes()).unwrap();
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.to(LANGUAGE.start_meetings()).press("<Enter>");
    person.terminal.wait_for("Fictieve x␛]0;kwaad␇");
    person.open(&row_of_first_meeting(&person), LANGUAGE.agenda_details());
    person.quit(LANGUAGE);
    assert_nothing_foreign(&person);
    assert_eq!(std::fs::read(&path).unwrap(), changed.as_bytes(), "looking changed something");
    for arguments in [&["meetings"][..], &["show", "laatste"]] {
        let ended = command(&options.notebook(), arguments);
        assert_eq!(ended.code, Some(0), "{}", ended.complained);
        assert!(ended.said.contains("x␛]0;kwaad␇"), "{}", ended.said);
    }
}

#[test]
fn a_definition_with_hostile_text_and_name() {
    let options = pallium();
    let folder = options.notebook().join("checklists");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{HOSTILE}.toml"));
    let text = format!("format = 1\nid = \"eigen\"\ntitle = \"{HOSTILE}\"\n[[group]]\n{HOSTILE}\n");
    std::fs::write(&path, &text).unwrap();
    let person = Person::start(&options, LANGUAGE, "met een fout");
    person.to(LANGUAGE.start_checklists()).press("<Enter>");
    person.terminal.wait_for("x␛]0;kwaad␇");
    person.to("x␛]0;kwaad␇").press("<Enter>");
    person.home(LANGUAGE).quit(LANGUAGE);
    assert_nothing_foreign(&person);
    let ended = command(&options.notebook(), &["check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.complained);
    assert!(ended.said.contains("x␛]0;kwaad␇"), "{}", ended.said);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn wrong_usage() {
    let options = pallium();
    let folder = options.notebook();
    let wrong: [&[&str]; 12] = [
        &["--nonsens"],
        &[HOSTILE],
        &["show"],
        &["--lang", "de"],
        &["--theme", HOSTILE],
        &["--data"],
        &["--with-text"],
        &["check", "er is niets"],
        &["--record", "opname", "meetings"],
        &["--record", "/dev/full", "doctor"],
        &["minutes", "laatste", "--record", "/er/is/niets"],
        &["--replay", "opname", "meetings"],
    ];
    for arguments in wrong {
        let ended = command(&folder, arguments);
        assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{arguments:?}: {}", ended.complained);
        assert!(!ended.complained.trim().is_empty(), "{arguments:?} is refused without a word");
    }
    assert!(!folder.exists(), "a wrong usage makes nothing");
    let ended = command(&folder, &["show", HOSTILE]);
    assert_eq!(ended.code, Some(1), "no such meeting is no wrong usage: {}", ended.complained);
}

#[test]
fn a_place_of_the_notebook_with_a_hostile_name() {
    let options = pallium();
    let options = options.clone().data(&options.home().join(HOSTILE));
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.open(LANGUAGE.start_settings(), LANGUAGE.settings_theme());
    person.terminal.keys("<End>").wait_for(LANGUAGE.settings_folder());
    assert_shows(&person.terminal.screen(), "x␛]0;kwaad␇");
    person.quit(LANGUAGE);
    assert_nothing_foreign(&person);
    std::fs::write(options.notebook().join("meetings").join("vreemd.toml"), "").unwrap();
    let ended = command(&options.notebook(), &["meetings"]);
    assert!(ended.said.contains("x␛]0;kwaad␇"), "{} {}", ended.said, ended.complained);
}

/// A real disk that is really full needs the right to mount one.
#[test]
fn a_full_disk_and_room_again() {
    let options = pallium();
    let Some(disk) = SmallDisk::at(options.notebook()) else { return a_disk_that_says_it_is_full(&options) };
    let person = Person::start(&options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, "PaTz Noord", "Mw. J.").write(LANGUAGE.patient_notes(), "eerst");
    person.press("<Up>").terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
    let filler = disk.0.join("filler");
    let mut file = std::fs::File::create(&filler).unwrap();
    while std::io::Write::write_all(&mut file, &[0; 512]).is_ok() {}
    drop(file);
    person.write(LANGUAGE.patient_notes(), " daarna").press("<Up>");
    person.terminal.wait_for(LANGUAGE.not_saved());
    let screen = person.terminal.screen();
    assert_shows(&screen, LANGUAGE.fault_no_space());
    assert_shows(&screen, disk.0.to_str().unwrap());
    assert_eq!(only_meeting(&disk.0).reviews[0].notes, "eerst", "what was saved is still whole");
    // Room is made, and nobody has to press anything.
    std::fs::remove_file(&filler).unwrap();
    person.terminal.wait_gone(LANGUAGE.not_saved()).wait_for(&format!("{} ", LANGUAGE.saved()));
    person.quit(LANGUAGE);
    assert_eq!(only_meeting(&disk.0).reviews[0].notes, "eerst daarna");
    assert_nothing_foreign(&person);
}

/// The next best: `strace` lets the system say that there is no room whenever a file is to reach the disk.
#[track_caller]
fn a_disk_that_says_it_is_full(options: &Options) {
    let says = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=ENOSPC"];
    let tried = Command::new("strace").args(says).arg("true").output();
    if !tried.is_ok_and(|done| done.status.success()) {
        let strict = std::env::var_os("CI").is_some_and(|value| value == "true");
        assert!(!strict, "neither a disk can be mounted here nor strace be used, and this must be tested");
        println!("left out: neither a disk can be mounted here nor strace be used");
        return;
    }
    let _ = std::fs::remove_dir(options.notebook());
    notebook(&options.notebook());
    let person = Person::start(&options.clone().wrapped_in("strace", says), LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, "PaTz Noord", "Mw. J.");
    person.terminal.wait_for(LANGUAGE.not_saved());
    assert_shows(&person.terminal.screen(), LANGUAGE.fault_no_space());
    assert_shows(&person.terminal.screen(), options.notebook().to_str().unwrap());
    assert_eq!(notebook(&options.notebook()).list().map(|list| list.summaries.len()), Ok(0));
    person.home(LANGUAGE).to(LANGUAGE.start_quit()).press("<Enter>");
    person.to(LANGUAGE.not_saved_quit()).terminal.keys("<Enter>");
    assert_eq!(person.terminal.wait_exit().exit_code(), 1);
}

/// No file may become larger than a limit that the system keeps, as with a quota: a save fails in its middle.
#[test]
fn files_that_may_not_grow() {
    let options = pallium();
    let limited = options.clone().wrapped_in("sh", ["-c", "ulimit -f 8; exec \"$@\"", "sh"]);
    let person = Person::start(&limited, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, "PaTz Noord", "Mw. J.").write(LANGUAGE.patient_notes(), "eerst");
    person.press("<Up>").terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
    person.to(LANGUAGE.patient_notes()).terminal.paste(&format!(" {}", "lang verhaal ".repeat(1000)));
    person.terminal.wait_for(LANGUAGE.not_saved());
    let meetings = options.notebook().join("meetings");
    assert_shows(&person.terminal.screen(), meetings.to_str().unwrap());
    assert_eq!(only_meeting(&options.notebook()).reviews[0].notes, "eerst", "what was saved is still whole");
    let left: Vec<PathBuf> = contents(&meetings)
        .into_keys()
        .filter(|path| path.extension().is_some_and(|end| end == "tmp"))
        .collect();
    assert_eq!(left, Vec::<PathBuf>::new(), "half a file is left lying");
    // Undone, it fits again.
    person.terminal.keys("<C-z>").wait_gone(LANGUAGE.not_saved()).wait_for(&format!("{} ", LANGUAGE.saved()));
    person.quit(LANGUAGE);
    assert_eq!(only_meeting(&options.notebook()).reviews[0].notes, "eerst");
}

#[test]
fn a_limit_on_files_is_told_as_one() {
    let limited = pallium().wrapped_in("sh", ["-c", "ulimit -f 0; exec \"$@\"", "sh"]);
    let person = Person::start(&limited, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, "PaTz Noord", "Mw. J.").terminal.wait_for(LANGUAGE.not_saved());
    let screen = run_together(&person.terminal.screen());
    assert!(!screen.contains(&run_together(LANGUAGE.fault_too_large())), "{screen}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_from_the_start() {
    a_disk_that_says_it_is_full(&pallium());
}

#[test]
fn a_folder_of_checklists_that_is_not_there_is_named_before_anything_starts() {
    let (folder, given) = (tempfile::tempdir().expect("a folder"), "/er/niet/verkeerd");
    let ended = command(folder.path(), &["--plain", "--checklists", given]);
    assert_eq!((ended.code, ended.said.as_str()), (Some(1), ""), "{}", ended.complained);
    assert!(ended.complained.contains("verkeerd"));
}
