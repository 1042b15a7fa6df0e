//! The queries that `docs/regio.md` shows to a network, run in DuckDB and PostgreSQL on the files of 200 groups, say what the
//! program itself counted.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::tools::{left_out, limited, said, works};
use chrono::NaiveDate;
use pallium::export::{
    Counted, Mirror, MirrorMeeting, MirrorPatient, MirrorSource, RegionalRow, regional_csv, regional_lines,
};
use pallium::meeting::{Id, MeetingId, PatientId};
use pallium::words::Language;

const GROUPS: u64 = 200;

/// A block of SQL of the document, with what stands beside its fence.
fn queries() -> Vec<(String, String)> {
    let document = include_str!("../../docs/regio.md");
    let blocks = document.split("```sql").skip(1).map(|rest| rest.split("```").next().unwrap());
    let blocks = blocks.map(|block| block.split_once('\n').unwrap());
    blocks.map(|(words, sql)| (words.trim().to_owned(), sql.to_owned())).collect()
}

fn query(words: &str) -> String {
    queries().into_iter().find(|(known, _)| known == words).expect("the document has that block").1
}

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn often(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A year of one group.
fn source(group: &str, seed: u64) -> MirrorSource {
    let mut numbers = Numbers(seed);
    let meetings: Vec<MirrorMeeting> = (1..=6)
        .map(|number| MirrorMeeting {
            id: MeetingId(Id::from_bits(u128::from(number))),
            date: day(2026, number * 2, 3),
            day_unknown: false,
            group: group.to_owned(),
            bottlenecks: String::new(),
            learning_needs: String::new(),
        })
        .collect();
    let size = numbers.below(80);
    let patients = (0..size).map(|patient| {
        let died = numbers.often(45);
        let marked = numbers.often(70);
        let counted = Counted {
            marked,
            plan: numbers.often(60),
            central: numbers.often(75),
            place: numbers.often(50),
            consulted: numbers.often(20),
            died,
            looked_back: died && numbers.often(80),
            place_known: died && numbers.often(70),
            place_reached: died && numbers.often(75),
            days: (died && marked).then(|| i64::try_from(numbers.below(300)).unwrap()),
        };
        let meeting = usize::try_from(numbers.below(6)).unwrap();
        let discussed = vec![meetings[meeting].id];
        MirrorPatient { patient: PatientId(Id::from_bits(u128::from(patient))), discussed, counted }
    });
    MirrorSource { patients: patients.collect(), meetings, ..MirrorSource::default() }
}

fn rows(group: &str, seed: u64, made: NaiveDate, fictional: bool) -> Vec<RegionalRow> {
    let source = source(group, seed);
    let (from, to) = (Some(day(2026, 1, 1)), day(2026, 12, 31));
    Mirror { language: Language::Dutch, source: &source, group, from, to, fictional }.regional(made)
}

/// The files of all groups in `tellingen`, and what should come of them.
fn delivered(folder: &Path) -> Vec<RegionalRow> {
    let folder = folder.join("tellingen");
    fs::create_dir(&folder).unwrap();
    let put = |name: &str, rows: &[RegionalRow]| {
        for (ending, text) in [("csv", regional_csv(rows)), ("jsonl", regional_lines(rows))] {
            let path = folder.join(format!("{name}.{ending}"));
            fs::write(&path, text).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        }
    };
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let mut all = Vec::new();
    for number in 0..GROUPS {
        let group = match number {
            0 => "PaTz \"Noord\", oost; 't Zand".to_owned(),
            1 => "=1+1".to_owned(),
            2 => "Groep één 😀".to_owned(),
            _ => format!("PaTz {number}"),
        };
        let rows = rows(&group, number + 1, day(2027, 1, 15), false);
        put(&format!("groep-{number:03}"), &rows);
        all.extend(rows);
    }
    // An earlier delivery of a group and a demonstration do not count.
    put("eerder", &rows("PaTz 7", 999, day(2026, 12, 31), false));
    put("demo", &rows("PaTz Voorbeeld (fictief)", 998, day(2027, 1, 15), true));
    all
}

/// What the program itself makes of its rows: the answers to the three questions, as lines of CSV.
fn expected(all: &[RegionalRow]) -> [Vec<String>; 3] {
    type Class<'r> = (&'r str, Option<i64>, Option<i64>);
    let mut at_least: BTreeMap<Class<'_>, (i64, i64, i64)> = BTreeMap::new();
    for row in all.iter().filter(|row| !["days_median", "meetings_unread"].contains(&row.measure())) {
        let (from, to) = row.days();
        let (groups, shown, sum) = at_least.entry((row.measure(), from, to)).or_default();
        *groups += 1;
        *shown += i64::from(row.value().is_some());
        *sum += row.value().unwrap_or_default();
    }
    let written = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    let at_least = at_least.iter().map(|((measure, from, to), (groups, shown, sum))| {
        let sum = if *shown == 0 { String::new() } else { sum.to_string() };
        format!("{measure},{},{},{groups},{shown},{sum}", written(*from), written(*to))
    });
    let mut parts: BTreeMap<&str, (i64, i64, i64)> = BTreeMap::new();
    for group in all.chunk_by(|one, next| one.group_name() == next.group_name()) {
        let value = |name: &str| group.iter().find(|row| row.measure() == name).and_then(RegionalRow::value);
        for row in group.iter().filter(|row| row.measure() != "days") {
            if let (Some(part), Some(whole)) = (row.value(), row.of_measure().and_then(value)) {
                let (groups, patients, of) = parts.entry(row.measure()).or_default();
                *groups += 1;
                *patients += part;
                *of += whole;
            }
        }
    }
    let parts =
        parts.iter().filter(|(_, (groups, ..))| *groups >= 5).map(|(measure, (groups, patients, of))| {
            let tenths = (patients * 2000 + of) / (of * 2);
            format!("{measure},{groups},{patients},{of},{}.{}", tenths / 10, tenths % 10)
        });
    let of_median = all.iter().filter(|row| row.measure() == "days_median").filter_map(RegionalRow::value);
    let mut medians: Vec<i64> = of_median.collect();
    medians.sort_unstable();
    let (shown, middle) = (medians.len(), medians[(medians.len() - 1) / 2]);
    let medians = format!("{shown},{},{middle},{}", medians[0], medians[shown - 1]);
    [at_least.collect(), parts.collect(), vec![medians]]
}

const QUESTIONS: [&str; 3] = ["vraag ten-minste", "vraag deel", "vraag medianen"];

#[track_caller]
fn assert_said(engine: &str, answers: &[String; 3], expected: &[Vec<String>; 3]) {
    for ((answer, expected), question) in answers.iter().zip(expected).zip(QUESTIONS) {
        let said: Vec<&str> = answer.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(said, *expected, "{engine}, {question}");
        assert!(!said.is_empty());
    }
}

const PYTHON: &str = "
import json, sys, duckdb
asked = json.load(sys.stdin)
connection = duckdb.connect()
for statement in asked['first']:
    connection.execute(statement)
answers = []
for statement in asked['questions']:
    rows = connection.execute(statement).fetchall()
    answers.append('\\n'.join(','.join('' if cell is None else str(cell) for cell in row) for row in rows))
json.dump(answers, sys.stdout)
";

#[test]
fn duckdb_says_what_the_program_counted() {
    let mut known = limited(60, "python3");
    known.args(["-c", "import duckdb"]);
    if !works(known) {
        left_out("DuckDB is not here (pip install duckdb), so its queries of docs/regio.md were not run");
        return;
    }
    let place = tempfile::tempdir().unwrap();
    let expected = expected(&delivered(place.path()));
    for read in ["duckdb", "duckdb jsonl"] {
        let asked = serde_json::json!({
            "first": [query(read), query("")],
            "questions": QUESTIONS.map(query),
        });
        let mut python = limited(120, "python3");
        python.args(["-c", PYTHON]).current_dir(place.path());
        python.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut python = python.spawn().unwrap();
        python.stdin.take().unwrap().write_all(asked.to_string().as_bytes()).unwrap();
        let output = python.wait_with_output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{read}: {told}");
        let answers: [String; 3] = serde_json::from_slice(&output.stdout).unwrap();
        assert_said(read, &answers, &expected);
    }
}

/// A PostgreSQL of our own in a folder, reached by nobody else, which goes when this value does.
struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    /// Whether it runs as somebody else, for it refuses to run as the administrator.
    as_nobody: bool,
}

impl Postgres {
    fn program(&self, seconds: u32, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = if self.as_nobody {
            let mut command = limited(seconds, "setpriv");
            command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]).arg(program);
            command
        } else {
            limited(seconds, program)
        };
        command.current_dir(&self.folder).env("LC_ALL", "C");
        command
    }

    /// Starts one; `None` where there is no PostgreSQL here.
    fn start(folder: &Path) -> Option<Self> {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
        let programs = versions.map(|version| version.path().join("bin")).max()?;
        let as_nobody = fs::metadata(folder).unwrap().uid() == 0;
        let server = Self { programs, folder: folder.to_owned(), as_nobody };
        if as_nobody {
            let mut given = limited(10, "chown");
            given.arg("nobody").arg(folder);
            if !works(given) {
                return None;
            }
        }
        let mut version = server.program(20, "initdb");
        version.arg("--version");
        if !works(version) {
            return None;
        }
        let made = ["-D", "data", "-A", "trust", "-U", "pallium", "--no-sync", "-E", "UTF8", "--locale=C"];
        said(server.program(120, "initdb").args(made));
        let socket =
            format!("-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off", folder.display());
        let started = server
            .program(90, "pg_ctl")
            .args(["-D", "data", "-w", "-t", "60", "-l", "log", "-o", &socket, "start"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
        assert!(started.success(), "{log}");
        Some(server)
    }

    #[track_caller]
    fn asked(&self, database: &str, sql: &str) -> String {
        let file = self.folder.join("vraag.sql");
        fs::write(&file, sql).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        let host = self.folder.display().to_string();
        let quiet = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "--csv", "-t", "-U", "pallium"];
        let mut psql = self.program(90, "psql");
        said(psql.args(quiet).args(["-h", &host, "-d", database, "-f", "vraag.sql"]))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = self.program(60, "pg_ctl");
        stop.args(["-D", "data", "-m", "immediate", "-w", "stop"]);
        works(stop);
    }
}

#[test]
fn postgresql_says_what_the_program_counted() {
    // The name of a socket may be a hundred letters long at most, wherever other temporary files go.
    let place = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp").unwrap();
    let expected = expected(&delivered(place.path()));
    let Some(server) = Postgres::start(place.path()) else {
        left_out("PostgreSQL is not here (Debian: postgresql), so its queries of docs/regio.md were not run");
        return;
    };
    for (database, read) in [("tables", "postgres"), ("lines", "postgres jsonl")] {
        server.asked("postgres", &format!("CREATE DATABASE {database};"));
        server.asked(database, &query(read));
        server.asked(database, &query(""));
        let answers = QUESTIONS.map(|question| server.asked(database, &query(question)));
        assert_said(read, &answers, &expected);
    }
}

#[test]
fn nothing_small_is_delivered() {
    let place = tempfile::tempdir().unwrap();
    let all = delivered(place.path());
    assert_eq!(all.len(), 200 * 17);
    let of_patients = |row: &RegionalRow| !["days_median", "meetings_unread"].contains(&row.measure());
    let small = |row: &&RegionalRow| of_patients(row) && row.value().is_some_and(|value| value < 5);
    assert_eq!(all.iter().find(small), None);
    for group in all.chunk_by(|one, next| one.group_name() == next.group_name()) {
        let value = |name: &str| group.iter().find(|row| row.measure() == name).and_then(RegionalRow::value);
        for row in group.iter().filter(|row| row.measure() != "days") {
            if let (Some(part), Some(whole)) = (row.value(), row.of_measure().and_then(value)) {
                assert!(whole - part >= 5, "{row:?} of {whole}");
            }
        }
        // Of the classes of days none follows from the others and all who died.
        let classes: Vec<Option<i64>> =
            group.iter().filter(|row| row.measure() == "days").map(RegionalRow::value).collect();
        let rest = value("died").map(|died| died - classes.iter().flatten().sum::<i64>());
        let hidden = classes.iter().filter(|class| class.is_none()).count();
        if let Some(rest) = rest {
            assert!(rest == 0 || rest >= 5, "{classes:?} of {rest}");
            assert!(hidden != 1 || rest >= 5, "{classes:?}");
        }
    }
}
