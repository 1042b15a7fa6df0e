//! The commands `log`, `forget` and `retention` as somebody types them, and what they leave on the disk.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use pallium::meeting::{Meeting, VersionReason};
use pallium::store::generate::{self, Size};
use pallium::store::{Notebook, RealFiles};

/// A notebook of three generated meetings.
struct Place {
    folder: PathBuf,
    _around: tempfile::TempDir,
}

struct Ended {
    code: Option<i32>,
    said: String,
    complained: String,
}

impl Place {
    fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let place = Self { folder: around.path().join("notebook"), _around: around };
        let notebook = generate::notebook(place.folder(), 3, Size::Small).unwrap();
        for number in 0..3 {
            notebook.keep_version(&generate::meeting(number, Size::Small), VersionReason::Opened).unwrap();
        }
        place
    }

    fn folder(&self) -> &Path {
        &self.folder
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        self.run_at(None, arguments)
    }

    /// What `--plain` says to the lines that it hears.
    #[cfg(debug_assertions)]
    fn plain_at(&self, clock: i64, zone: &str, lines: &str) -> Ended {
        let heard = self.folder().with_extension("txt");
        fs::write(&heard, lines).unwrap();
        self.ended(Some((clock, zone)), &["--plain"], fs::File::open(heard).unwrap().into())
    }

    /// The same with the clock at so many seconds after 1970, in a zone.
    fn run_at(&self, clock: Option<(i64, &str)>, arguments: &[&str]) -> Ended {
        self.ended(clock, arguments, Stdio::null())
    }

    fn ended(&self, clock: Option<(i64, &str)>, arguments: &[&str], input: Stdio) -> Ended {
        let clock =
            clock.iter().flat_map(|(at, zone)| [("PALLIUM_CLOCK", at.to_string()), ("TZ", zone.to_string())]);
        let output = Command::new(env!("CARGO_BIN_EXE_pallium"))
            .args(arguments)
            .envs(clock)
            .env("LANG", "C.UTF-8")
            .env("PALLIUM_LANG", "nl")
            .env("USER", "tester")
            .env("PALLIUM_DATA", self.folder())
            .stdin(input)
            .output()
            .expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code(), said: text(output.stdout), complained: text(output.stderr) }
    }

    /// What the doctor wants to have done about it.
    fn doctor(&self) -> String {
        let told = self.run(&["doctor"]);
        if told.code == Some(0) { String::new() } else { told.said }
    }

    fn notebook(&self) -> Notebook {
        Notebook::open(self.folder(), Arc::new(RealFiles)).unwrap()
    }

    /// Every file of the notebook with its content.
    fn files(&self) -> Vec<(PathBuf, String)> {
        fn within(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
            for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    within(&entry, found);
                } else {
                    let text = String::from_utf8_lossy(&fs::read(&entry).unwrap()).into_owned();
                    found.push((entry, text));
                }
            }
        }
        let mut found = Vec::new();
        within(self.folder(), &mut found);
        found.sort();
        found
    }

    /// Files of the log, the oldest first.
    fn log_files(&self) -> Vec<PathBuf> {
        let log = self.folder().join("log");
        self.files().into_iter().map(|(path, _)| path).filter(|path| path.starts_with(&log)).collect()
    }
}

/// Something that is done to the files of a log.
type Damage = fn(&[PathBuf]);

/// As much of an identifier as is shown.
fn digits(id: &str) -> String {
    id.chars().take(8).collect()
}

fn first() -> Meeting {
    generate::meeting(0, Size::Small)
}

#[test]
fn what_leaves_the_notebook_is_logged_without_a_label_and_said_to_be_open() {
    let place = Place::new();
    let shown = place.run(&["minutes", "laatste", "--patient", "1"]);
    assert_eq!(shown.code, Some(0), "{}", shown.complained);
    assert!(shown.complained.contains("niet versleuteld"), "{}", shown.complained);
    // Of a file that is said once, when it is there; and of none that could not be made.
    let file = place.folder().with_extension("txt");
    let put = place.run(&["minutes", "laatste", "--patient", "1", "-o", file.to_str().unwrap()]);
    assert_eq!((put.said + &put.complained).matches("niet versleuteld").count(), 1);
    let gone = file.join("weg.txt");
    let refused = place.run(&["minutes", "laatste", "-o", gone.to_str().unwrap()]);
    assert!(
        refused.code == Some(1) && !refused.complained.contains("niet versleuteld"),
        "{}",
        refused.complained
    );
    let meeting = first();
    let log = place.run(&["log"]);
    assert_eq!(log.code, Some(0), "{}", log.said);
    let line = log.said.lines().find(|line| line.contains("naar buiten gebracht")).expect("a line");
    assert!(line.contains(&digits(&meeting.id.to_string())), "{line}");
    assert!(line.contains(&digits(&meeting.reviews[0].patient.to_string())), "{line}");
    assert!(!line.contains(&digits(&meeting.reviews[1].patient.to_string())), "{line}");
    assert!(line.contains("B. Fictief"), "the notulist as stated: {line}");
    assert!(log.said.contains("tester  programma gestart"), "{}", log.said);
    for (path, text) in place.files().into_iter().filter(|(path, _)| place.log_files().contains(path)) {
        assert!(!text.contains(&meeting.reviews[0].label), "a label in {}", path.display());
    }
    let other = generate::meeting(1, Size::Small).id.to_string();
    assert!(place.run(&["log", "--meeting", &other]).said.contains("Hierover staat niets"));
    let to_come = place.run(&["log", "--since", "2999-01-01"]);
    assert!(to_come.code == Some(1) && to_come.said.is_empty(), "{}", to_come.said);
    assert!(to_come.complained.contains("2999 komt nog"), "{}", to_come.complained);
    let wrong = place.run(&["log", "--since", "ooit"]);
    assert!(wrong.code == Some(1) && wrong.complained.contains("2026-11-27"), "{}", wrong.complained);
}

#[test]
fn a_log_that_was_touched_shows_it_and_so_does_the_doctor() {
    let damages: [(&str, Damage); 5] = [
        ("regel 2", |files| change(&files[1], |text| text.replace("exported", "opened__"))),
        ("regel 2", |files| {
            change(&files[1], |text| text.lines().rev().map(|line| format!("{line}\n")).collect());
        }),
        ("aan het eind", |files| change(&files[1], |text| format!("{}\n", text.lines().next().unwrap()))),
        ("ontbreekt", |files| fs::remove_file(&files[1]).unwrap()),
        ("regel 1", |files| {
            fs::copy(&files[0], &files[1]).unwrap();
        }),
    ];
    for (at, (expected, damage)) in damages.into_iter().enumerate() {
        let place = Place::new();
        for _ in 0..3 {
            assert_eq!(place.run(&["minutes", "laatste"]).code, Some(0));
        }
        let files = place.log_files();
        assert_eq!(files.len(), 3, "a file for each start");
        assert_eq!(place.run(&["log"]).code, Some(0));
        assert_eq!(place.doctor(), "");
        damage(&files);
        // Lines in another order are wrong from the first one on.
        let expected = if at == 1 { "regel 1" } else { expected };
        for command in ["log", "doctor"] {
            let told = place.run(&[command]);
            assert_eq!(told.code, Some(1), "{command} {at}: {}", told.said);
            assert!(told.said.contains(expected), "{command} {at}: {}", told.said);
            assert!(told.said.contains(&*files[1].to_string_lossy()), "{command} {at}: {}", told.said);
        }
    }
}

fn change(path: &Path, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(path).unwrap();
    let changed = change(&text);
    assert_ne!(text, changed, "nothing was damaged");
    fs::write(path, changed).unwrap();
}

#[test]
fn a_patient_is_forgotten_everywhere_and_nobody_else_is() {
    let place = Place::new();
    let gone = first().reviews[0].clone();
    let stays = first().reviews[1].clone();
    let asked = place.run(&["forget", &gone.label]);
    assert_eq!(asked.code, Some(1), "nobody answered");
    for part in [
        gone.patient.to_string().as_str(),
        "overgenomen in het dossier",
        "Reservekopieën",
        "niets verwijderd",
    ] {
        assert!(asked.said.contains(part), "no {part:?} in {}", asked.said);
    }
    assert_eq!(place.notebook().read(first().id).unwrap(), first(), "asking changes nothing");
    let done = place.run(&["forget", &gone.label, "--yes"]);
    assert_eq!(done.code, Some(0), "{}{}", done.said, done.complained);
    for (path, text) in place.files() {
        let label = format!("label = \"{}\"", gone.label);
        assert!(!text.contains(&label), "the label in {}", path.display());
        let is_log = path.starts_with(place.folder().join("log"));
        assert!(is_log || !text.contains(&gone.patient.to_string()), "the patient in {}", path.display());
    }
    let meeting = place.notebook().read(first().id).unwrap();
    assert_eq!(meeting.review(stays.patient), Some(&*stays), "others are as they were");
    assert!(place.run(&["log"]).said.contains("verwijderd"));
    let again = place.run(&["forget", &gone.label, "--yes"]);
    assert!(again.code == Some(1) && again.complained.contains("geen patiënt"), "{}", again.complained);
    assert_eq!(place.doctor(), "", "the notebook is in order");
}

/// A record under a name by which nothing reads it: nobody is said to be gone while they may stand there.
#[test]
fn nobody_is_gone_while_a_file_was_passed_over() {
    let own = format!("{}.toml", first().id);
    for name in [
        "oude bijeenkomst.toml".to_owned(),
        format!("{own}.txt"),
        format!("{}.TOML", first().id),
        format!("Kopie van {own}"),
        format!("{}.damaged-20261129T101010000", first().id),
        "patz november.txt".to_owned(),
    ] {
        let place = Place::new();
        let label = first().reviews[0].label.clone();
        let meetings = place.folder().join("meetings");
        fs::copy(meetings.join(&own), meetings.join(&name)).unwrap();
        let asked = place.run(&["forget", &label]);
        assert!(asked.said.contains(&name), "{name}: {}", asked.said);
        let done = place.run(&["forget", &label, "--yes"]);
        assert!(done.said.contains(&name) && done.said.contains("Nog niet alles"), "{name}: {}", done.said);
        assert_eq!(done.code, Some(1), "{name}");
        let again = place.run(&["forget", &label, "--yes"]);
        assert!(
            again.complained.contains("geen patiënt") && again.complained.contains(&name),
            "{}",
            again.complained
        );
        let old = place.run(&["retention", "--older-than", "100y"]);
        assert!(old.said.contains(&name), "{name}: {}", old.said);
        fs::remove_file(meetings.join(&name)).unwrap();
        assert!(!place.run(&["forget", &label]).complained.contains("Pallium niets leest"));
    }
    // What systems and sync programs leave is nothing of that.
    let place = Place::new();
    for name in [".DS_Store", "._x", "desktop.ini", "Thumbs.db"] {
        fs::write(place.folder().join("meetings").join(name), "x").unwrap();
    }
    assert_eq!(place.run(&["forget", &first().reviews[0].label, "--yes"]).code, Some(0));
}

#[test]
fn a_meeting_that_is_open_elsewhere_is_skipped_and_told() {
    let place = Place::new();
    let notebook = place.notebook();
    let held = notebook.lock(first().id).unwrap();
    let label = first().reviews[0].label.clone();
    let done = place.run(&["forget", &label, "--yes"]);
    assert_eq!(done.code, Some(1));
    assert!(done.said.contains("Overgeslagen") && done.said.contains("Nog niet alles"), "{}", done.said);
    assert_eq!(notebook.read(first().id).unwrap(), first());
    drop(held);
    assert_eq!(place.run(&["forget", &label, "--yes"]).code, Some(0), "the next time it is done");
    assert!(notebook.read(first().id).unwrap().review(first().reviews[0].patient).is_none());
}

#[test]
fn what_is_kept_long_enough_goes_with_its_history_and_the_rest_stays() {
    let place = Place::new();
    let unset = place.run(&["retention"]);
    assert!(unset.code == Some(1) && unset.complained.contains("retention_months"), "{}", unset.complained);
    assert_eq!(place.run(&["retention", "--older-than", "lang"]).code, Some(2));
    assert!(place.run(&["retention", "--older-than", "90j"]).said.contains("geen bijeenkomsten"));
    let old = generate::meeting(2, Size::Small);
    let mut aged = old.clone();
    aged.details.date = chrono::NaiveDate::from_ymd_opt(2001, 1, 1).unwrap();
    let notebook = place.notebook();
    notebook.load(old.id).unwrap();
    notebook.save(&aged, &[]).unwrap();
    notebook.change_settings(|_| Some("retention_months = 180\n".to_owned())).unwrap();
    let listed = place.run(&["retention"]);
    assert_eq!(listed.code, Some(1), "nobody answered");
    assert!(
        listed.said.contains(&digits(&old.id.to_string())) && listed.said.contains("dossier"),
        "{}",
        listed.said
    );
    assert!(!listed.said.contains(&digits(&first().id.to_string())), "{}", listed.said);
    let done = place.run(&["retention", "--yes"]);
    assert_eq!(done.code, Some(0), "{}{}", done.said, done.complained);
    assert!(notebook.read(old.id).is_err_and(|problem| problem.is_absent()));
    assert_eq!(notebook.versions(old.id), []);
    assert_eq!(notebook.read(first().id).unwrap(), first());
    assert_eq!(place.doctor(), "");
}

/// Retention takes nobody apart unseen, and says of whom something goes that stands.
#[test]
fn who_is_one_person_stays_one_when_old_meetings_go() {
    let place = Place::new();
    let notebook = place.notebook();
    let day = |year| chrono::NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let old = |bits: u128, kind| {
        let id = pallium::meeting::MeetingId(pallium::meeting::Id::from_bits(bits));
        let mut meeting = Meeting::new(id, kind, day(2001));
        let mut review = (*first().reviews[0]).clone();
        review.answers.clear();
        review.details = Default::default();
        meeting.reviews.push(review.into());
        meeting
    };
    let other = first().reviews[1].patient;
    let mut knot = old(71, pallium::meeting::MeetingKind::Between);
    knot.reviews[0].details.same_as = Some(pallium::meeting::Identity::SameAs(other));
    let plain = old(72, pallium::meeting::MeetingKind::Patz);
    for meeting in [&knot, &plain] {
        notebook.save(meeting, &[]).unwrap();
    }
    let done = place.run(&["retention", "--older-than", "15y", "--yes"]);
    assert_eq!(done.code, Some(0), "{}{}", done.said, done.complained);
    assert!(done.said.contains("Eén tussentijds record blijft staan"), "{}", done.said);
    assert!(done.said.contains("Later nog besproken (1): "), "{}", done.said);
    assert!(notebook.read(knot.id).is_ok() && notebook.read(plain.id).is_err());
}

/// Seconds since 1970 that a clock may say: before it, at it (already 1:00 in Amsterdam), an empty battery, and beyond 2038.
const CLOCKS: [i64; 9] =
    [-315_619_200, -61, -1, 1, 978_307_200, 2_147_483_648, 4_070_908_800, 253_402_300_799, i64::MAX];

#[cfg(debug_assertions)]
#[test]
fn no_clock_stops_a_command_and_nothing_is_deleted_by_one() {
    for (number, clock) in CLOCKS.iter().enumerate() {
        let place = Place::new();
        let all = place.folder().with_extension("tar");
        let id = first().id.to_string();
        let label = first().reviews[0].label.clone();
        let tar = all.to_str().unwrap();
        let commands: [&[&str]; 17] = [
            &["meetings"],
            &["show", &id],
            &["minutes", &id],
            &["history", &id],
            &["log"],
            &["log", "--since", "2020-01-01"],
            &["check"],
            &["checklist", "list"],
            &["checklist", "show", "kort"],
            &["checklist", "diff", "kort"],
            &["schema"],
            &["doctor"],
            &["backup", tar],
            &["restore", tar],
            &["protect"],
            &["forget", &label],
            &["retention", "--older-than", "100y", "--yes"],
        ];
        let zone = if number % 2 == 0 { "Europe/Amsterdam" } else { "Pacific/Kiritimati" };
        for command in commands {
            let ended = place.run_at(Some((*clock, zone)), command);
            let told = format!("{clock} {command:?}: {}{}", ended.said, ended.complained);
            assert!(matches!(ended.code, Some(0..=2)) && !told.contains("onverwacht"), "{told}");
        }
        let spoken = place.plain_at(*clock, zone, "1\n");
        assert_eq!(spoken.code, Some(0), "{clock}: {}{}", spoken.said, spoken.complained);
        assert_eq!(place.notebook().read(first().id).unwrap(), first(), "{clock}");
    }
}

/// Noon, so many days after the first of January 2026.
#[cfg(debug_assertions)]
fn day_of_2026(days: i64) -> i64 {
    1_767_268_800 + days * 86_400
}

#[cfg(debug_assertions)]
#[test]
fn a_leap_of_the_clock_deletes_nothing_and_the_doctor_names_it() {
    let place = Place::new();
    let at = |days: i64| Some((day_of_2026(days), "UTC"));
    let files = || fs::read_dir(place.folder().join("log")).unwrap().count();
    for days in [0, 60, 120] {
        assert_eq!(place.run_at(at(days), &["meetings"]).code, Some(0));
    }
    assert!(!place.run_at(at(121), &["doctor"]).said.contains("klok"));
    // Years ahead, twice, and years back, before it is right again.
    for days in [2_400, 2_401, 26_000, -9_000] {
        let before = files();
        assert_eq!(place.run_at(at(days), &["meetings"]).code, Some(0));
        assert_eq!(files(), before + 1, "nothing went");
        let found = place.run_at(at(days), &["doctor"]).said;
        assert!(found.contains("klok"), "{days}: {found}");
        let kept = place.run_at(at(days), &["retention", "--older-than", "1y", "--yes"]);
        assert_eq!(kept.code, Some(0), "{}{}", kept.said, kept.complained);
        assert_eq!(place.notebook().list().unwrap().summaries.len(), 3, "{days}: {}", kept.said);
    }
    assert_eq!(place.run_at(at(122), &["meetings"]).code, Some(0));
    assert_eq!(files(), 8);
    let found = place.run_at(at(122), &["doctor"]).said;
    assert!(found.contains("klok van deze computer zegt 03-05-2026"), "{found}");
    let log = place.run_at(at(122), &["log"]);
    assert_eq!((log.code, log.said.contains("verwijderd")), (Some(0), false), "{}", log.said);
}

/// Who looks the same, or is easily taken for another, is never forgotten without the other being shown.
#[test]
fn of_two_who_look_alike_both_are_shown() {
    let place = Place::new();
    let [one, other] = [first().reviews[0].patient, first().reviews[1].patient];
    for (labels, typed, both) in [
        (["Fictief É.", "Fictief E\u{301}."], "Fictief É.", true),
        (["Fictief Noord", "Fictief\u{A0}Noord"], "fictief  noord", true),
        (["Fictief René", "Fictief Rene"], "Fictief René", true),
        (["Fictief \u{132}.", "Fictief IJ."], "Fictief ij.", true),
        (["Fictief A.", "Fictief B."], "fictief\u{A0}a.", false),
    ] {
        let notebook = place.notebook();
        let mut meeting = notebook.load(first().id).unwrap();
        for (review, label) in meeting.reviews.iter_mut().zip(labels) {
            review.label = label.to_owned();
            review.born.clear();
        }
        notebook.save(&meeting, &[]).unwrap();
        let asked = place.run(&["forget", typed]);
        let told = format!("{}{}", asked.said, asked.complained);
        assert_eq!(asked.code, Some(1));
        assert!(told.contains(&one.to_string()), "{typed}: {told}");
        assert_eq!(told.contains(&other.to_string()), both, "{typed}: {told}");
    }
}

/// Whatever is deleted or leaves while the log cannot be written: that is told before it happens, and is no success.
#[test]
fn what_does_not_come_into_the_log_is_told_and_no_success() {
    let label = first().reviews[0].label.clone();
    let commands: [(&[&str], &str); 6] = [
        (&["forget", &label, "--yes"], "is verwijderd uit"),
        (&["retention", "--older-than", "15y", "--yes"], "Verwijderd"),
        (&["minutes", "laatste", "--yes"], "Aanwezig"),
        (&["mirror", "--yes"], "Bijeenkomsten"),
        (&["agreements", "-o", "afspraken.txt", "--yes"], "afspraken.txt"),
        (&["history", "laatste", "--show", "1", "--yes"], "Aanwezig"),
    ];
    for (arguments, done) in commands {
        let place = Place::new();
        let mut old = first();
        old.id = pallium::meeting::MeetingId(pallium::meeting::Id::from_bits(72));
        old.details.date = chrono::NaiveDate::from_ymd_opt(2005, 3, 1).unwrap();
        place.notebook().save(&old, &[]).unwrap();
        let log = place.folder().join("log");
        let _ = fs::remove_dir_all(&log);
        fs::write(&log, "no folder").unwrap();
        let path = place.folder().with_file_name("afspraken.txt");
        let arguments: Vec<&str> = arguments
            .iter()
            .map(|argument| if *argument == "afspraken.txt" { path.to_str().unwrap() } else { argument })
            .collect();
        let ended = place.run(&arguments);
        let told = format!("{arguments:?}: {} {}", ended.said, ended.complained);
        assert_eq!(ended.code, Some(1), "{told}");
        assert!(ended.said.contains(done), "{told}");
        assert!(ended.complained.contains("Dit komt niet in het toegangslog te staan"), "{told}");
        for of_the_screen in ["probeert het opnieuw", "gewoon doorwerken", "in het geheugen"] {
            assert!(
                !ended.complained.contains(of_the_screen) && !ended.said.contains(of_the_screen),
                "{told}"
            );
        }
        // With a log that can be written the same is a success.
        let place = Place::new();
        let ended = place.run(&arguments);
        assert!(ended.code == Some(0) || arguments.contains(&"-o"), "{arguments:?}: {}", ended.complained);
    }
}
