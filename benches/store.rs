//! What the notebook costs on this computer's disk: a save beside a bare one, the list of meetings, looking back (register, course of
//! a patient, search) at the scale of a real group and of 10,000 meetings, and work on all of them.
//!
//! `cargo bench --bench store`, and behind `--`: `--strict` fails when over budget, `--quick` takes fewer samples.
//! Where the system lets go of its memory of files (Linux, as root), lists are also read from a disk that is cold.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench prints its figures, and stops at what it cannot measure"
)]

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use age::secrecy::SecretString;
use chrono::NaiveDate;
use pallium::app::Settings;
use pallium::meeting::{
    Definitions, Id, Meeting, MeetingId, Occurrences, PatientId, Register, Selection, Viewpoint, Wanted, hits,
};
use pallium::shell::{Choices, Outside, Preferences, register_of};
use pallium::store::generate::{self, Size};
use pallium::store::record::{decode, encode};
use pallium::store::{Cost, Holder, Keys, Notebook, RealFiles, RecoveryKey, begin, codec};
use pallium::words::Language;

/// What gives the program its memory, so that this costs what it costs there.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<mimalloc::MiMalloc> =
    zeroizing_alloc::ZeroAlloc(mimalloc::MiMalloc);

fn main() -> ExitCode {
    let given = |name: &str| std::env::args().any(|argument| argument == name);
    let quick = given("--quick");
    let mut over = 0;
    over += real_group(quick);
    over += saving(if quick { 40 } else { 400 });
    over += listing(250, Size::Typical, Some([50.0, 600.0]), quick);
    if !quick {
        over += listing(10_000, Size::Small, None, quick);
        over += upkeep(10_000);
    }
    if over > 0 && given("--strict") { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// A save and one bare write, sync, rename and sync of the folder of the same bytes, in turn.
fn saving(rounds: usize) -> usize {
    let place = tempfile::tempdir().expect("a folder for temporary files");
    let notebook = open(&place.path().join("notebook"));
    let bare_folder = place.path().join("bare");
    fs::create_dir(&bare_folder).expect("a folder");
    let mut meeting = generate::meeting(0, Size::Typical);
    let (mut bare, mut saved, mut encoded) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds {
        meeting.bottlenecks = format!("ronde {round:06}");
        let bytes = timed(&mut encoded, || encode(&meeting).expect("a text"));
        // Whoever comes first in a round waits for what the round before left to the disk.
        if round.is_multiple_of(2) {
            timed(&mut bare, || bare_save(&bare_folder, round, &bytes));
            timed(&mut saved, || notebook.save(&meeting, &[]).expect("a save"));
        } else {
            timed(&mut saved, || notebook.save(&meeting, &[]).expect("a save"));
            timed(&mut bare, || bare_save(&bare_folder, round, &bytes));
        }
    }
    let bytes = encode(&meeting).expect("a text");
    let mut decoded = Vec::new();
    for _ in 0..rounds {
        timed(&mut decoded, || decode(&bytes, &notebook.path(meeting.id)).expect("a meeting"));
    }
    println!("a meeting of fifteen patients, {} bytes, {rounds} rounds", bytes.len());
    println!("  write, sync, rename, sync of the folder   {:8.2} ms", half(&bare));
    println!("  a save                                    {:8.2} ms", half(&saved));
    println!("  of which making the text                  {:8.2} ms", half(&encoded));
    println!("  reading the text                          {:8.2} ms", half(&decoded));
    let ratio = half(&saved) / half(&bare);
    let over = verdict("  a save, times a bare one", ratio, 2.0);
    over + sealed_saving(place.path(), meeting, rounds)
}

/// A sealed copy of the notebook in `folder`, as a program opens it that has the passphrase.
fn sealed(folder: &Path) -> impl Fn() -> Notebook {
    let notebook = open(folder);
    let held = notebook.hold_everything().expect("a whole notebook");
    let (keys, recovery) = (Keys::draw().expect("keys"), RecoveryKey::draw().expect("a key"));
    let passphrase = SecretString::from("a passphrase of no worth");
    begin(&RealFiles, folder, &keys, &passphrase, &recovery, Cost::slight(), &held)
        .expect("keys on the disk");
    let under_way = notebook.with_codec(codec(&RealFiles, folder, &keys).expect("a codec"));
    under_way.seal_everything(&held).expect("a sealed notebook");
    let codec = codec(&RealFiles, folder, &keys).expect("a codec");
    move || notebook.with_codec(codec.clone())
}

/// The same in a sealed notebook.
fn sealed_saving(place: &Path, mut meeting: Meeting, rounds: usize) -> usize {
    let bare_folder = place.join("bare");
    let notebook = sealed(&place.join("sealed"))();
    let (mut bare, mut saved, mut read) = (Vec::new(), Vec::new(), Vec::new());
    let mut noted = Vec::new();
    for round in 0..rounds {
        meeting.bottlenecks = format!("ronde {round:06}");
        let bytes = encode(&meeting).expect("a text");
        if round.is_multiple_of(2) {
            timed(&mut bare, || bare_save(&bare_folder, rounds + round, &bytes));
            timed(&mut saved, || notebook.save(&meeting, &[]).expect("a save"));
        } else {
            timed(&mut saved, || notebook.save(&meeting, &[]).expect("a save"));
            timed(&mut bare, || bare_save(&bare_folder, rounds + round, &bytes));
        }
        timed(&mut noted, || notebook.witness().expect("a roll"));
        timed(&mut read, || notebook.read(meeting.id).expect("a meeting"));
    }
    println!("  a sealed save                             {:8.2} ms", half(&saved));
    println!("  noting it, after it was acknowledged      {:8.2} ms", half(&noted));
    println!("  reading it                                {:8.2} ms", half(&read));
    let over = verdict("  a sealed save, times a bare one", half(&saved) / half(&bare), 2.5);
    over + sealed_listing(&place.join("listed"), 250, rounds)
}

/// The list of a sealed notebook, and looking whether anything was put back, which nobody waits for.
fn sealed_listing(folder: &Path, meetings: usize, rounds: usize) -> usize {
    generate::notebook(folder, meetings, Size::Typical).expect("a notebook");
    let open = sealed(folder);
    let earlier = SystemTime::now() - Duration::from_secs(3600);
    for number in 0..meetings {
        let file = open().path(generate::meeting(number, Size::Typical).id);
        let file = File::options().write(true).open(file);
        file.and_then(|file| file.set_modified(earlier)).expect("an older file");
    }
    open().list().expect("a list");
    let (mut listed, mut looked, mut again) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds.min(9) {
        let notebook = open();
        timed(&mut listed, || assert_eq!(notebook.list().expect("a list").summaries.len(), meetings));
        timed(&mut looked, || assert_eq!(notebook.tampering(), []));
        timed(&mut again, || assert_eq!(notebook.tampering(), []));
    }
    println!("  looking over {meetings} sealed meetings         {:8.2} ms", half(&looked));
    println!("  the same again                            {:8.2} ms", half(&again));
    verdict("  the list of them, warm, ms", half(&listed), 50.0)
}

fn bare_save(folder: &Path, round: usize, bytes: &[u8]) {
    let from = folder.join(format!(".bare.{round}.tmp"));
    let mut file = File::create_new(&from).expect("a new file");
    file.write_all(bytes).expect("a written file");
    file.sync_all().expect("a synced file");
    drop(file);
    fs::rename(&from, folder.join("bare.toml")).expect("a renamed file");
    File::open(folder).and_then(|folder| folder.sync_all()).expect("a synced folder");
}

/// The list of a notebook: with and without its index, and from a cold disk where that can be had.
fn listing(meetings: usize, size: Size, budget: Option<[f64; 2]>, quick: bool) -> usize {
    let place = tempfile::tempdir().expect("a folder for temporary files");
    let notebook = generated(place.path(), meetings, size);
    println!("the list of {meetings} meetings");
    let index = place.path().join("index/meetings.json");
    let rounds = if quick { 3 } else { 9 };
    let (mut without, mut cold, mut warm, mut first) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds.min(3) {
        let _ = fs::remove_file(&index);
        let from = Instant::now();
        let mut told = None;
        let mut parts = 0;
        let listed = notebook.list_parts(&mut |part| {
            told.get_or_insert(from.elapsed());
            parts += part.summaries.len();
        });
        listed.expect("a list");
        without.push(from.elapsed());
        first.extend(told);
        assert_eq!(parts, meetings);
    }
    for _ in 0..rounds {
        timed(&mut warm, || list(place.path(), meetings));
    }
    for _ in 0..rounds.min(3) {
        if forget_files() {
            timed(&mut cold, || list(place.path(), meetings));
        }
    }
    let mut cold_without = Vec::new();
    for _ in 0..rounds.min(3) {
        let _ = fs::remove_file(&index);
        if forget_files() {
            timed(&mut cold_without, || list(place.path(), meetings));
        }
    }
    let somebody = generate::meeting(0, size).reviews.first().map(|review| review.label.clone());
    let (mut hit, words) = (Vec::new(), somebody.expect("somebody on the agenda"));
    for _ in 0..rounds {
        timed(&mut hit, || first_hit(place.path(), &words));
    }
    let whom = often_discussed(&notebook, (0..meetings).map(|number| generate::meeting(number, size)));
    let newest = generate::meeting(0, size).details.date;
    let mut over = looking_back(place.path(), whom, newest, meetings, rounds);
    // Whoever searches reads of the first place while the rest is still looked through.
    over += verdict("  first hit of a search, warm, ms", half(&hit), 50.0);
    let budget = |at: usize| budget.and_then(|goals| goals.get(at).copied()).unwrap_or(f64::INFINITY);
    over += verdict("  complete, warm, ms", half(&warm), budget(0));
    over += verdict("  complete without an index, warm, ms", half(&without), budget(1));
    verdict("  first part without an index, warm, ms", half(&first), f64::INFINITY);
    if cold.is_empty() {
        println!("  from a cold disk: left out, the system keeps its files in memory");
    } else {
        over += verdict("  complete, cold disk, ms", half(&cold), budget(1));
        over += verdict("  complete without an index, cold disk, ms", half(&cold_without), budget(1));
    }
    over
}

/// A generated notebook whose files are an hour old: of what was written this very moment the index believes nothing.
fn generated(folder: &Path, meetings: usize, size: Size) -> Notebook {
    let notebook = generate::notebook(folder, meetings, size).expect("a notebook");
    make_older(&notebook, (0..meetings).map(|number| generate::meeting(number, size).id));
    notebook
}

fn make_older(notebook: &Notebook, meetings: impl IntoIterator<Item = MeetingId>) {
    let earlier = SystemTime::now() - Duration::from_secs(3600);
    for id in meetings {
        let file = File::options().write(true).open(notebook.path(id));
        file.and_then(|file| file.set_modified(earlier)).expect("an older file");
    }
}

/// How many years a real group meets, how often a year, and how many patients it sees in all.
const YEARS: usize = 12;
const A_YEAR: usize = 6;
const PEOPLE: usize = 400;

/// The meetings of such a group, each of fifteen patients, of whom most come back once or twice.
fn of_a_real_group() -> Vec<Meeting> {
    let count = YEARS * A_YEAR;
    let newest = generate::meeting(0, Size::Typical).details.date;
    let met = |number: usize| {
        let mut meeting = generate::meeting(number, Size::Typical);
        meeting.details.date = newest - chrono::Days::new(number as u64 * 365 / A_YEAR as u64);
        "Fictieve groep".clone_into(&mut meeting.details.group);
        for (at, review) in meeting.reviews.iter_mut().enumerate() {
            let who = number * PEOPLE / count + at;
            review.patient = PatientId(Id::from_bits(1 + who as u128));
            review.label = format!("Fictief {who}");
        }
        meeting
    };
    (0..count).map(met).collect()
}

/// Looking back at that scale.
fn real_group(quick: bool) -> usize {
    let place = tempfile::tempdir().expect("a folder for temporary files");
    let (notebook, meetings) = (open(place.path()), of_a_real_group());
    for meeting in &meetings {
        notebook.save(meeting, &[]).expect("a save");
    }
    make_older(&notebook, meetings.iter().map(|meeting| meeting.id));
    println!("a group of {YEARS} years with {A_YEAR} meetings a year and some {PEOPLE} patients");
    let newest = meetings.first().expect("a meeting");
    let label = newest.reviews.first().map(|review| review.label.clone()).expect("somebody on the agenda");
    let rounds = if quick { 3 } else { 9 };
    let mut hit = Vec::new();
    let whom = often_discussed(&notebook, meetings.iter().cloned());
    let over = looking_back(place.path(), whom, newest.details.date, meetings.len(), rounds);
    for _ in 0..rounds {
        timed(&mut hit, || first_hit(place.path(), &label));
    }
    over + verdict("  first hit of a search, warm, ms", half(&hit), 50.0)
}

/// In how many meetings somebody is whose course is looked at.
const OFTEN: usize = 12;

/// Somebody who was in that many of these meetings, from the first to the last of them.
fn often_discussed(notebook: &Notebook, meetings: impl ExactSizeIterator<Item = Meeting>) -> PatientId {
    let somebody = PatientId(Id::from_bits(u128::MAX));
    let apart = (meetings.len() / OFTEN).max(1);
    for meeting in meetings.step_by(apart).take(OFTEN) {
        let mut meeting = notebook.load(meeting.id).expect("a meeting");
        meeting.reviews.last_mut().expect("somebody on the agenda").patient = somebody;
        notebook.save(&meeting, &[]).expect("a save");
        make_older(notebook, [meeting.id]);
    }
    somebody
}

/// What somebody waits for who looks back: the register from the index, a choice among its patients, the course of one of them, and a
/// search that finds nothing and so reads everything.
fn looking_back(folder: &Path, whom: PatientId, newest: NaiveDate, meetings: usize, rounds: usize) -> usize {
    let viewpoint = Viewpoint::whole(newest);
    let [mut known, mut chosen, mut course, mut all] = [const { Vec::new() }; 4];
    let register =
        || -> Register { register_of(&open(folder), &viewpoint, &mut |_| {}).expect("a register") };
    let patients = register().patients.len();
    for _ in 0..rounds {
        let register = timed(&mut known, register);
        assert_eq!(register.patients.len(), patients);
        timed(&mut chosen, || Selection::default().of(&register, viewpoint.date).len());
        timed(&mut course, || {
            let (notebook, mut occurrences) = (open(folder), Occurrences::default());
            notebook.digests(&mut |digest| occurrences.take(digest)).expect("an index");
            let course = occurrences.course(whom, |ids| notebook.read_several(ids));
            assert_eq!(course.discussions().count(), OFTEN);
            assert!(!course.happened().is_empty() && !course.standing().answers.is_empty());
        });
    }
    for _ in 0..rounds.min(3) {
        timed(&mut all, || assert_eq!(looked_through(folder, "zebrapad"), meetings));
    }
    // The goals are of 250 meetings with fifteen patients; a search is shown as it finds.
    let goal = |goal: f64| if meetings > 250 { f64::INFINITY } else { goal };
    let mut over =
        verdict(&format!("  the register of {patients} patients, warm, ms"), half(&known), goal(30.0));
    over += verdict("  choosing and sorting among them, ms", half(&chosen), goal(5.0));
    over += verdict("  the course of a patient of 12 meetings, ms", half(&course), goal(30.0));
    over + verdict("  a search to its end, warm, ms", half(&all), f64::INFINITY)
}

/// Looks for words that are nowhere; gives how many meetings were read for it.
fn looked_through(folder: &Path, words: &str) -> usize {
    let (notebook, wanted) = (open(folder), Wanted::new(words).expect("words"));
    let mut meetings = Vec::new();
    notebook.digests(&mut |digest| meetings.push(digest.id)).expect("an index");
    let is_nowhere = |id: &&MeetingId| {
        let meeting = notebook.read(**id).expect("a meeting");
        hits(&wanted, &meeting, &Definitions::new(), Language::Dutch).is_empty()
    };
    meetings.iter().filter(is_nowhere).count()
}

/// What is done for a whole notebook, once each, and a save among as many meetings.
fn upkeep(meetings: usize) -> usize {
    let place = tempfile::tempdir().expect("a folder for temporary files");
    let notebook = generated(&place.path().join("notebook"), meetings, Size::Small);
    notebook.list().expect("a list");
    println!("a notebook of {meetings} meetings");
    once("  looking it over", || assert_eq!(notebook.examine().meetings, meetings));
    let bare_folder = place.path().join("bare");
    fs::create_dir(&bare_folder).expect("a folder");
    let mut open = notebook.load(generate::meeting(0, Size::Small).id).expect("a meeting");
    let (mut bare, mut saved) = (Vec::new(), Vec::new());
    for round in 0..100 {
        open.bottlenecks = format!("ronde {round:06}");
        let bytes = encode(&open).expect("a text");
        timed(&mut bare, || bare_save(&bare_folder, round, &bytes));
        timed(&mut saved, || notebook.save(&open, &[]).expect("a save"));
    }
    let over = verdict("  a save among them, times a bare one", half(&saved) / half(&bare), 2.0);
    let survey = once("  reading all of it", || notebook.survey(|_| true, &mut |_, _| {}).expect("a survey"));
    // The first patient of each generated meeting is the same one.
    let whom: Vec<_> = open.reviews.iter().take(1).map(|review| review.patient).collect();
    let me = Holder::default();
    let done = once("  forgetting somebody who was in all of them", || {
        notebook.forget_surveyed(&whom, &survey, &me, &mut |_, _| {}).expect("a whole notebook")
    });
    assert_eq!((done.is_whole(), done.meetings.len()), (true, meetings));
    let all = (0..meetings).map(|number| generate::meeting(number, Size::Small).id).collect();
    let done = once("  deleting all of them", || {
        notebook.delete_meetings(&all, &me, &mut |_, _| {}).expect("a whole notebook")
    });
    assert_eq!((done.is_whole(), done.meetings.len()), (true, meetings));
    over
}

/// Measures what is done once, in milliseconds.
fn once<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let mut times = Vec::new();
    let done = timed(&mut times, work);
    verdict(&format!("{what}, ms"), half(&times), f64::INFINITY);
    done
}

fn list(folder: &Path, meetings: usize) {
    let listing = open(folder).list().expect("a list");
    assert_eq!(listing.summaries.len(), meetings);
}

/// Looks for words from the newest meeting on, as the lane of a search does, until they are found.
fn first_hit(folder: &Path, words: &str) {
    let settings = Settings { language: Language::Dutch, ..Settings::default() };
    let preferences = Preferences::new(settings, Choices::default());
    let outside = Outside::new(Some(folder.to_owned()), None, preferences);
    let mut found = false;
    let looked = outside.find_in_all(words, Language::Dutch, &mut |hits| {
        found |= !hits.is_empty();
        !found
    });
    looked.expect("a notebook");
    assert!(found, "{words}");
}

/// Has the system forget what it read of files; false where it does not let itself be told.
fn forget_files() -> bool {
    let synced = std::process::Command::new("sync").status().is_ok_and(|status| status.success());
    synced && fs::write("/proc/sys/vm/drop_caches", "3").is_ok()
}

fn open(folder: &Path) -> Notebook {
    Notebook::open(folder, Arc::new(RealFiles)).expect("a notebook")
}

fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> T) -> T {
    let from = Instant::now();
    let done = work();
    times.push(from.elapsed());
    done
}

/// The middle one, in milliseconds.
fn half(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted.get(sorted.len() / 2).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}

fn verdict(what: &str, measured: f64, goal: f64) -> usize {
    let over = measured > goal;
    let said = match (goal.is_finite(), over) {
        (false, _) => String::new(),
        (true, false) => format!("at most {goal}: ok"),
        (true, true) => format!("at most {goal}: OVER"),
    };
    println!("{what:<44}{measured:8.2}   {said}");
    usize::from(over)
}
