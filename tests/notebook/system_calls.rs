//! The real program under strace: in which order a save reaches the disk, and what stays when it is killed or the system
//! fails at any of these calls.
//!
//! `cargo test` runs a short form. The long form, with its figures:
//!
//! ```text
//! LONG=1 cargo test --test notebook system_calls:: -- --nocapture
//! ```
#![cfg(target_os = "linux")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod judge;
mod log;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use pallium::meeting::{Given, Meeting};
use pallium::store::generate::{self, Size};
use pallium::store::{Notebook, RealFiles};
use pallium::words::Language;

use judge::{Judged, judge};
use log::{Call, calls, events};

const LANGUAGE: Language = Language::Dutch;

/// Every call by which a notebook could be changed or read.
const CALLS: &str = "openat,open,creat,read,pread64,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,\
                     unlink,unlinkat,mkdir,mkdirat,fchmod,fchmodat,flock,truncate,ftruncate";

/// A short meeting by lines, with a fictional patient; the answer pins a checklist.
const SCRIPT: &str = "1\n1 versie een\nopslaan\n8\n1\n1 versie twee\nopslaan\n15\n3 versie drie\nopslaan\n";

/// What is told in the script: the words in which the program says it back, and whether a record holds it.
type Told = (&'static str, fn(&Meeting) -> bool);

const TOLD: [Told; 3] = [
    ("Naam van de groep: versie een", |meeting| meeting.details.group == "versie een"),
    ("Aanduiding: versie twee", |meeting| {
        meeting.reviews.first().is_some_and(|review| review.label == "versie twee")
    }),
    ("Wat is er veranderd: versie drie", |meeting| {
        let given = |given: &Given| *given == Given::Text("versie drie".to_owned());
        let answers = meeting.reviews.first().map(|review| review.answers.values());
        answers.into_iter().flatten().any(|answer| answer.given.as_ref().is_some_and(given))
    }),
];

/// Whether a line of the program calls saved all that it was told.
fn acknowledges(line: &str) -> bool {
    line.starts_with(&format!("{} ", LANGUAGE.saved())) || line.contains(LANGUAGE.saves_itself())
}

/// Whether the user was told that something is not saved, or not to be used at all.
fn complains(said: &str) -> bool {
    let unusable = LANGUAGE.notebook_failed("", "");
    let unusable = unusable.split('(').next().unwrap_or_default();
    [LANGUAGE.not_saved(), unusable].iter().any(|part| said.contains(part))
}

/// A home for one run.
struct Home(tempfile::TempDir);

/// What came of one run.
struct Ran {
    said: String,
    log: String,
    /// Whether it was killed; strace ends as the program ended.
    killed: bool,
    /// How it ended, where it was not killed.
    code: Option<i32>,
}

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder for temporary files"))
    }

    fn notebook(&self) -> PathBuf {
        // strace tells paths without links.
        self.0.path().canonicalize().expect("the folder is there").join("notebook")
    }

    /// Holds the short meeting under strace, with what strace is to do to it.
    fn run(&self, inject: Option<&str>) -> Ran {
        self.run_with(CALLS, inject)
    }

    /// The same, seen in these calls.
    fn run_with(&self, seen: &str, inject: Option<&str>) -> Ran {
        self.run_lines(seen, inject, SCRIPT)
    }

    /// The same with other lines.
    fn run_lines(&self, seen: &str, inject: Option<&str>, lines: &str) -> Ran {
        let home = self.0.path();
        let log = home.join("log");
        let mut strace = Command::new("strace");
        // Without the filter in the kernel: with it strace 6.1 injects errors, but silently no signals.
        strace.args(["-f", "-qq", "-y", "-s", "200", "-e", "signal=none"]);
        strace.args(["-e", &format!("trace={seen}")]);
        strace.args(inject.iter().flat_map(|inject| ["-e", inject]));
        strace.arg("-o").arg(&log).arg(env!("CARGO_BIN_EXE_pallium")).args(["--plain", "--lang", "nl"]);
        strace.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        strace.env("HOME", home).env("TZ", "UTC").env("LANG", "C.UTF-8").env("PALLIUM_DATA", self.notebook());
        strace.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = strace.spawn().expect("strace starts");
        // One that was killed reads no more.
        let _ = child.stdin.take().expect("an input").write_all(lines.as_bytes());
        let output = child.wait_with_output().expect("strace ends");
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let killed = output.status.signal() == Some(9);
        let code = output.status.code();
        Ran { said: said.concat(), log: fs::read_to_string(log).unwrap_or_default(), killed, code }
    }
}

/// How often a start opened a folder or file of the notebook, by its path within that without identities.
fn opened(meetings: usize) -> BTreeMap<String, usize> {
    let home = Home::new();
    let notebook = generate::notebook(&home.notebook(), meetings, Size::Small).expect("a notebook");
    let earlier = SystemTime::now() - Duration::from_secs(3600);
    for number in 0..meetings {
        let path = notebook.path(generate::meeting(number, Size::Small).id);
        let file = File::options().write(true).open(path);
        file.and_then(|file| file.set_modified(earlier)).expect("an older file");
    }
    notebook.list().expect("an index");
    notebook.digests(&mut |_| {}).expect("digests");
    let ran = home.run_lines("openat,open", None, "");
    let mut opened = BTreeMap::new();
    for call in calls(&ran.log).iter().filter(|call| call.succeeded && call.concerns(&home.notebook())) {
        for path in call.paths().iter().filter_map(|path| path.strip_prefix(home.notebook()).ok()) {
            let parts = path.iter().map(|part| part.to_string_lossy());
            // Of each year one file, whatever the number of its meetings.
            let many = |part: &str| part.len() >= 32 || part.starts_with("digests-");
            let parts = parts.map(|part| if many(&part) { "*".to_owned() } else { part.into_owned() });
            *opened.entry(parts.collect::<Vec<_>>().join("/")).or_insert(0) += 1;
        }
    }
    opened
}

/// A start reads the names of the meetings once, and no meeting that the index knows.
#[test]
fn a_start_opens_as_much_however_many_meetings_there_are() {
    if !has_strace() {
        return;
    }
    let (mut few, mut many) = (opened(5), opened(200));
    // Of each year one file, beside the index: a meeting a week makes two hundred of them four years.
    let years = |opened: &mut BTreeMap<String, usize>| opened.remove("index/*");
    assert_eq!((years(&mut few), years(&mut many)), (Some(1), Some(4)), "{many:?}");
    assert_eq!(few, many);
    // A few names tell that it is no sealed notebook without keys, and one that the folder can be read; behind the list, what the
    // first screen counts looks once more at what is there.
    assert_eq!(many.get("meetings"), Some(&4), "{many:?}");
    assert_eq!(many.get("meetings/*"), Some(&3), "of three meetings the first bytes: {many:?}");
}

/// The standard library ends a program that cannot close a folder which it read; this one goes on.
#[test]
fn no_fault_of_closing_ends_the_program() {
    if !has_strace() {
        return;
    }
    // The first ones are of the loader, which gives up before there is a program.
    let from = ["8+", "14+", "20+"].into_iter().map(str::to_owned);
    let once = (8..32).step_by(4).map(|number| number.to_string());
    let mut failed = 0;
    for when in from.chain(once) {
        for error in ["EIO", "ENOSPC"] {
            let home = Home::new();
            let inject = format!("inject=close:error={error}:when={when}");
            let ran = home.run_with("close", Some(&inject));
            failed += ran.log.matches("INJECTED").count();
            assert!(!ran.killed && ran.code != Some(101), "{inject}: {:?}\n{}", ran.code, ran.said);
            let notebook = Notebook::open(&home.notebook(), Arc::new(RealFiles)).expect("it opens");
            let listing = notebook.list().expect("it can be listed");
            assert_eq!((listing.summaries.len(), listing.problems.len()), (1, 0), "{inject}\n{}", ran.said);
        }
    }
    assert!(failed > 50, "too few closes failed for this to say anything: {failed}");
}

/// Whether strace is there and may watch; where it must be, that it is not is a failure.
fn has_strace() -> bool {
    let tried = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).output();
    let works = tried.is_ok_and(|done| done.status.success());
    let required = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(works || !required, "strace is missing or may not watch a program: install it on this machine");
    if !works {
        eprintln!("strace is missing or may not watch a program: the order of calls is not tested here");
    }
    works
}

fn judged(log: &str, notebook: &Path) -> Judged {
    let echoes = TOLD.map(|(echo, _)| echo);
    judge(&events(&calls(log), notebook), notebook, &echoes, acknowledges)
}

/// What was found after runs that were killed or failed.
#[derive(Debug, Default)]
struct Report {
    runs: usize,
    acknowledged: usize,
    lost: Vec<String>,
    unopened: Vec<String>,
    left: Vec<String>,
    hidden: Vec<String>,
}

impl Report {
    fn add(&mut self, other: Self) {
        self.runs += other.runs;
        self.acknowledged += other.acknowledged;
        self.lost.extend(other.lost);
        self.unopened.extend(other.unopened);
        self.left.extend(other.left);
        self.hidden.extend(other.hidden);
    }

    fn faults(&self) -> Vec<&String> {
        [&self.lost, &self.unopened, &self.left, &self.hidden].into_iter().flatten().collect()
    }
}

/// Looks at the notebook after a run as the next start does, and compares with what the run said.
fn look(home: &Home, ran: &Ran, inject: &str) -> Report {
    let mut report = Report { runs: 1, ..Report::default() };
    let about = |what: String| format!("{inject}: {what}\n{}", ran.said);
    let called_saved = ran.said.lines().filter(|line| acknowledges(line)).count();
    // Everything that was said back before the last line that called it saved.
    let last = ran.said.lines().collect::<Vec<_>>().iter().rposition(|line| acknowledges(line));
    let before: Vec<&str> = ran.said.lines().take(last.unwrap_or(0)).collect();
    let promised = TOLD.iter().filter(|(echo, _)| before.iter().any(|line| line.contains(echo))).count();
    report.acknowledged = called_saved;
    // What lies there for a while belongs to no save that is on its way.
    age_temporary_files(&home.notebook());
    let Ok(notebook) = Notebook::open(&home.notebook(), Arc::new(RealFiles)) else {
        report.unopened.push(about("the notebook does not open".to_owned()));
        return report;
    };
    for left in notebook.sweep().recoverable {
        if notebook.read_left_over(&left).is_err() {
            report.unopened.push(about("what was left over cannot be read".to_owned()));
        }
        let _ = notebook.discard(&left);
    }
    let found = temporary_files(&home.notebook());
    if !found.is_empty() {
        report.left.push(about(format!("left behind: {found:?}")));
    }
    match notebook.list() {
        Ok(listing) if listing.problems.is_empty() => {
            let meeting = listing.summaries.first().and_then(|summary| notebook.read(summary.id).ok());
            let kept = TOLD.iter().take_while(|(_, holds)| meeting.as_ref().is_some_and(holds)).count();
            if kept < promised {
                report.lost.push(about(format!("{promised} called saved, {kept} kept")));
            }
            let pinned = meeting.iter().flat_map(|meeting| &meeting.definitions);
            if pinned.clone().any(|pinned| notebook.read_definition(&pinned.hash).is_err()) {
                report.unopened.push(about("a definition is missing".to_owned()));
            }
        }
        Ok(listing) => report.unopened.push(about(format!("{:?}", listing.problems))),
        Err(error) => report.unopened.push(about(error.message(LANGUAGE))),
    }
    if !ran.killed && promised < TOLD.len() && !complains(&ran.said) {
        report.hidden.push(about("a failure was not told".to_owned()));
    }
    report
}

fn temporary_files(notebook: &Path) -> Vec<PathBuf> {
    let folders = ["", "meetings", "definitions", "index"].map(|name| notebook.join(name));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "tmp"))
        .collect()
}

fn age_temporary_files(notebook: &Path) {
    let earlier = SystemTime::now() - Duration::from_secs(3600);
    for path in temporary_files(notebook) {
        let file = File::options().write(true).open(path);
        file.and_then(|file| file.set_modified(earlier)).expect("a file can be made older");
    }
}

/// What is done to the calls of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    Kill,
    Once(&'static str),
    FromNowOn(&'static str),
}

impl Trouble {
    /// How strace is told to do this at `call`.
    fn at(self, call: &Call) -> String {
        let Call { name, number, .. } = call;
        match self {
            Self::Kill => format!("inject={name}:signal=SIGKILL:when={number}"),
            Self::Once(error) => format!("inject={name}:error={error}:when={number}"),
            Self::FromNowOn(error) => format!("inject={name}:error={error}:when={number}+"),
        }
    }

    /// From then on all writing would fail, the words to the user with it; and without reading nothing comes in.
    fn makes_sense_at(self, call: &Call) -> bool {
        !matches!(self, Self::FromNowOn(_)) || !matches!(call.name.as_str(), "write" | "read")
    }
}

/// Does each trouble at each call of a whole run that concerns the notebook.
fn everywhere(troubles: &[Trouble]) -> Report {
    let home = Home::new();
    let whole = home.run(None);
    let points: Vec<Call> =
        calls(&whole.log).into_iter().filter(|call| call.concerns(&home.notebook())).collect();
    assert!(points.len() > 40, "too few calls are of the notebook:\n{}", whole.log);
    let work: Vec<(Trouble, &Call)> = troubles
        .iter()
        .flat_map(|trouble| points.iter().map(|point| (*trouble, point)))
        .filter(|(trouble, point)| trouble.makes_sense_at(point))
        .collect();
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut report = Report::default();
        while let Some((trouble, point)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (home, inject) = (Home::new(), trouble.at(point));
            let ran = home.run(Some(&inject));
            let struck = if *trouble == Trouble::Kill { ran.killed } else { ran.log.contains("(INJECTED)") };
            assert!(struck, "{inject} did not happen:\n{}", ran.log);
            report.add(look(&home, &ran, &inject));
        }
        report
    };
    std::thread::scope(|scope| {
        let workers = [scope.spawn(worker), scope.spawn(worker)];
        workers.into_iter().fold(Report::default(), |mut sum, worker| {
            sum.add(worker.join().expect("a worker ends"));
            sum
        })
    })
}

#[test]
fn a_save_is_on_the_disk_before_it_is_called_saved() {
    if !has_strace() {
        return;
    }
    let home = Home::new();
    let ran = home.run(None);
    let judged = judged(&ran.log, &home.notebook());
    assert_eq!(judged.faults, Vec::<String>::new(), "{}", ran.log);
    assert!(judged.acknowledged > TOLD.len(), "too little was called saved: {}", ran.said);
    let report = look(&home, &ran, "nothing");
    assert!(report.faults().is_empty(), "{report:?}");
}

#[test]
fn what_is_lost_left_or_hidden_is_found() {
    if !has_strace() {
        return;
    }
    let home = Home::new();
    let ran = home.run(None);
    let id = Notebook::open(&home.notebook(), Arc::new(RealFiles)).unwrap().list().unwrap().summaries[0].id;
    let file = home.notebook().join(format!("meetings/{id}.toml"));
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(look(&home, &ran, "half a file").unopened.len(), 1);
    fs::remove_file(&file).unwrap();
    assert_eq!(look(&home, &ran, "no file").lost.len(), 1);
    fs::write(&file, &whole).unwrap();
    let stays = home.notebook().join("meetings/.notes.tmp");
    fs::write(&stays, "").unwrap();
    assert_eq!(look(&home, &ran, "a temporary file that nobody sweeps").left.len(), 1);
    fs::remove_file(&stays).unwrap();
    let silent: String =
        ran.said.lines().filter(|line| !acknowledges(line)).map(|line| format!("{line}\n")).collect();
    let silent = Ran { said: silent, ..ran };
    assert_eq!(look(&home, &silent, "no word of it").hidden.len(), 1);
}

#[test]
fn an_order_that_could_lose_something_is_judged_wrong() {
    if !has_strace() {
        return;
    }
    let home = Home::new();
    let (log, notebook) = (home.run(None).log, home.notebook());
    let meetings = format!("<{}>)", notebook.join("meetings").display());
    let without = |gone: &dyn Fn(&str) -> bool| -> String {
        log.lines().filter(|line| !gone(line)).map(|line| format!("{line}\n")).collect()
    };
    let last = |log: &str, is: &dyn Fn(&str) -> bool| {
        log.lines().collect::<Vec<_>>().iter().rposition(|line| is(line))
    };
    let early = {
        let mut lines: Vec<&str> = log.lines().collect();
        let said = last(&log, &|line| line.contains(LANGUAGE.saves_itself())).expect("it is said");
        let echo = last(&log, &|line| line.contains(TOLD[2].0)).expect("it is said");
        let line = lines.remove(said);
        lines.insert(echo + 1, line);
        lines.join("\n")
    };
    let planted = [
        ("no sync of the file", without(&|line| line.contains("fsync(") && line.contains(".tmp>"))),
        ("no sync of the folder", without(&|line| line.contains("fsync(") && line.contains(&meetings))),
        (
            "no sync of the definitions",
            without(&|line| line.contains("fsync(") && line.contains("definitions>")),
        ),
        ("writing in place", log.replace("O_CREAT|O_EXCL|", "")),
        ("emptying first", log.replace("O_CREAT|O_EXCL|", "O_CREAT|O_TRUNC|")),
        ("readable for all", log.replace("O_EXCL|O_CLOEXEC, 0600)", "O_EXCL|O_CLOEXEC, 0644)")),
        ("acknowledging early", early),
    ];
    for (what, planted) in planted {
        assert_ne!(planted.trim_end(), log.trim_end(), "{what}: nothing was planted");
        assert_ne!(judged(&planted, &notebook).faults, Vec::<String>::new(), "{what} was not found");
    }
}

#[test]
fn killed_at_any_call_nothing_is_lost_that_was_called_saved() {
    if has_strace() {
        let report = everywhere(&[Trouble::Kill]);
        assert!(report.faults().is_empty(), "{:#?}", report.faults());
    }
}

#[test]
fn a_failure_at_any_call_is_told_and_loses_nothing() {
    if !has_strace() {
        return;
    }
    let errors = ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EPERM"];
    let troubles = if std::env::var_os("LONG").is_some() {
        errors.iter().flat_map(|error| [Trouble::Once(error), Trouble::FromNowOn(error)]).collect()
    } else {
        vec![Trouble::FromNowOn("ENOSPC"), Trouble::Once("EIO")]
    };
    let report = everywhere(&troubles);
    println!(
        "runs {}, acknowledged saves {}, acknowledged saves lost {}, notebooks or meetings that did not open {}, \
         temporary files left after the next start {}, failures not told {}",
        report.runs,
        report.acknowledged,
        report.lost.len(),
        report.unopened.len(),
        report.left.len(),
        report.hidden.len()
    );
    assert!(report.faults().is_empty(), "{:#?}", report.faults());
    assert!(report.acknowledged > report.runs, "hardly anything was saved: {report:?}");
}
