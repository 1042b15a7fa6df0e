//! Drives the real release binary in a pseudo-terminal and prints the design's budget: every screen in small and large
//! notebooks beside the smallest program on ratatui and `nano`, start, memory and rest.
//!
//! `cargo bench --bench terminal`, and behind `--`: `--quick` presses fewer keys and leaves the large notebooks out where they are
//! not asked for, `--only TEXT` visits only screens with that in their name or notebook ("200 patients") and measures nothing else,
//! `--strict` leaves nothing out and fails when over budget (what saving costs is in the bench `store`, with the same
//! word), `--program FILE` measures another build. It fails when a key draws nothing or a text never comes; a budget that
//! is only exceeded is a matter for people.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints its figures, and stops at what it cannot measure"
)]

#[cfg(unix)]
mod hanging;
#[cfg(unix)]
mod measure;
#[cfg(unix)]
mod notebook;
#[cfg(unix)]
mod report;
#[cfg(unix)]
mod table;
#[cfg(unix)]
mod waits;
#[cfg(unix)]
mod walk;

#[cfg(unix)]
#[path = "../../tests/support/mod.rs"]
mod support;

#[cfg(unix)]
#[path = "../../examples/hello.rs"]
mod hello;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    // This bench is its own smallest program, so that both are built alike.
    if std::env::args().nth(1).is_some_and(|argument| argument == "hello") {
        return hello::main().map_or(std::process::ExitCode::FAILURE, |()| std::process::ExitCode::SUCCESS);
    }
    bench::main()
}

#[cfg(not(unix))]
fn main() {
    println!("this bench needs the pseudo-terminals and the process files of a Unix system");
}

#[cfg(unix)]
mod bench {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::path::PathBuf;
    use std::process::ExitCode;

    use crate::measure::{Program, Samples};
    use crate::notebook::Filling;
    use crate::report::{Goal, Report, percentile, why};
    use crate::support::options::Options;
    use crate::support::texts;
    use crate::{hanging, measure, notebook, waits, walk};

    const ORDINARY: Filling = Filling::ORDINARY;
    const LARGE: Filling = Filling { earlier: 10_000, ..ORDINARY };

    /// The notebooks in which the screens are visited, those of the quick form first.
    const FILLINGS: [Filling; 7] = [
        Filling { earlier: 0, ..ORDINARY },
        ORDINARY,
        Filling { words: 5_000, ..ORDINARY },
        Filling { patients: 200, ..ORDINARY },
        Filling { words: 500, ..ORDINARY },
        Filling { earlier: 2_500, ..ORDINARY },
        LARGE,
    ];

    /// How many of them the quick form visits.
    const QUICK: usize = 4;

    struct Arguments {
        program: PathBuf,
        strict: bool,
        quick: bool,
        only: Option<String>,
    }

    fn arguments() -> Result<Arguments, String> {
        let mut found = Arguments {
            program: PathBuf::from(env!("CARGO_BIN_EXE_pallium")),
            strict: false,
            quick: false,
            only: None,
        };
        let mut given = std::env::args_os().skip(1);
        while let Some(argument) = given.next() {
            match argument.to_str() {
                // What cargo itself adds.
                Some("--bench" | "--nocapture") => {}
                Some("--strict") => found.strict = true,
                Some("--quick") => found.quick = true,
                Some("--only") => {
                    let text = given.next().ok_or("--only needs a part of the name of a screen")?;
                    found.only = Some(text.to_string_lossy().into_owned());
                }
                Some("--program") => {
                    found.program = given.next().map(PathBuf::from).ok_or("--program needs a file")?;
                }
                _ => return Err(format!("{} is not known here", argument.display())),
            }
        }
        Ok(found)
    }

    pub fn main() -> ExitCode {
        let arguments = match arguments() {
            Ok(arguments) => arguments,
            Err(wrong) => {
                eprintln!("{wrong}; known are --quick, --only TEXT, --strict and --program FILE");
                return ExitCode::from(2);
            }
        };
        // What stops a measurement is told in the table, with the screen below it.
        std::panic::set_hook(Box::new(|_| {}));
        let mut report = Report::new();
        let (samples, fillings) =
            if arguments.quick { (Samples::FEW, QUICK) } else { (Samples::MANY, FILLINGS.len()) };
        let fillings = if arguments.strict { FILLINGS.len() } else { fillings };
        println!("{} in 24x80", arguments.program.display());
        if !measure::is_installed("nano".as_ref()) {
            println!("nano is not installed: nothing is compared with it");
        }
        let only = arguments.only.as_deref();
        let names = |count: usize| FILLINGS.into_iter().take(count).flat_map(walk::names);
        let is_among = |count| only.is_none_or(|only| names(count).any(|name| name.contains(only)));
        let fillings = if is_among(fillings) { fillings } else { FILLINGS.len() };
        if let Some(only) = only
            && !is_among(fillings)
        {
            let known: Vec<String> = names(fillings).collect();
            eprintln!("nothing that is visited has {only:?} in its name:\n{}", known.join("\n"));
            return ExitCode::from(2);
        }
        for filling in FILLINGS.into_iter().take(fillings) {
            attempt(&mut report, &format!("screens, {filling}"), |report| {
                walk::walk(report, &arguments.program, filling, samples, only.unwrap_or_default())
            });
        }
        report.growth();
        if only.is_none() {
            rest(&mut report, &arguments, samples);
        }
        report.finish(arguments.strict)
    }

    /// All but the screens.
    fn rest(report: &mut Report, arguments: &Arguments, samples: Samples) {
        let pallium = program(arguments, ORDINARY);
        starts(report, arguments, &pallium, samples);
        attempt(report, "waits", |report| waits::waits(report, &pallium, samples, "250 x 15"));
        attempt(report, "typing while a save hangs", |report| {
            match hanging::typing(&pallium)? {
                hanging::Outcome::Measured(times) => {
                    let what = format!("key to frame, while a save hangs {} ms", hanging::DELAY.as_millis());
                    report.times(&what, Goal::half_and_most(0.5, 2.0), &times);
                }
                hanging::Outcome::Impossible(why) => {
                    report.left_out("key to frame, while a save hangs", &why);
                }
            }
            Ok(())
        });
        if measure::has_process_files() {
            processes(report, &pallium, samples);
        } else {
            report.left_out("memory and wake-ups", "this system has no /proc");
        }
        attempt(report, "size", |report| {
            report.amount("binary", "MB", Goal::NONE, measure::size(&pallium)?);
            Ok(())
        });
    }

    /// The program with a notebook of its own.
    fn program(arguments: &Arguments, filling: Filling) -> Program {
        let options = Options::new(&arguments.program);
        notebook::fill(&options.notebook(), filling);
        Program { name: "pallium", options, text: texts::all_listed(filling.earlier + 1) }
    }

    /// One measurement that cannot be made must not hide the others.
    fn attempt(report: &mut Report, what: &str, measurement: impl FnOnce(&mut Report) -> Result<(), String>) {
        match catch_unwind(AssertUnwindSafe(|| measurement(report))) {
            Ok(Ok(())) => {}
            Ok(Err(problem)) => report.failed(what, &problem),
            Err(payload) => report.failed(what, &why(payload.as_ref())),
        }
    }

    /// The program and its peers in turn, so that all of them meet the same machine.
    fn starts(report: &mut Report, arguments: &Arguments, pallium: &Program, samples: Samples) {
        attempt(report, "start", |report| {
            let all = arguments.strict || !arguments.quick;
            let large = all.then(|| program(arguments, LARGE));
            let nano = Options::new("nano").args(["--ignorercfiles", "notes"]);
            let nano = Program { name: "nano", options: nano, text: "Exit".to_owned() };
            let nano = measure::is_installed(nano.options.program()).then_some(nano);
            let [mut here, mut there, mut peer] = [const { Vec::new() }; 3];
            // The first start of each finds nothing in the system's memory yet.
            for round in 0..=samples.starts {
                let all =
                    [(Some(pallium), &mut here), (large.as_ref(), &mut there), (nano.as_ref(), &mut peer)];
                for (program, times) in all {
                    let took = program.map(measure::time_to_settle);
                    times.extend(took.filter(|_| round > 0).map(|took| took.as_secs_f64() * 1000.0));
                }
            }
            let half = |times: &[f64]| percentile(times, 50);
            report.samples("start to settled first screen", "ms", 2, Goal::half(10.0), &here);
            if nano.is_some() {
                report.samples("nano: start", "ms", 2, Goal::NONE, &peer);
                report.amount("start, times nano", "", Goal::exactly_most(1.6), half(&here) / half(&peer));
            }
            if let Some(large) = large {
                let what = format!("start, settled, {} meetings", LARGE.earlier);
                report.samples(&what, "ms", 2, Goal::NONE, &there);
                report.amount(
                    "start, times that of 250 meetings",
                    "",
                    Goal::exactly_most(1.3),
                    half(&there) / half(&here),
                );
                let memory = open_memory(&large)?;
                report.amount("memory, a meeting open, 10,000 before", "MB", Goal::NONE, memory);
            }
            Ok(())
        });
    }

    fn processes(report: &mut Report, pallium: &Program, samples: Samples) {
        attempt(report, "memory", |report| {
            let terminal = measure::arrive(pallium, texts::TO_ALL_MEETINGS)?;
            measure::rest(&terminal)?;
            let listed = measure::memory(&terminal)?;
            report.amount("memory, 250 meetings listed", "MB", Goal::exactly_most(12.0), listed);
            let open = open_memory(pallium)?;
            report.amount("memory, a meeting open, 250 before", "MB", Goal::exactly_most(12.0), open);
            Ok(())
        });
        attempt(report, "idle", |report| {
            let idle = measure::idle(pallium, samples)?;
            report.amount("wake-ups per second, idle", "", Goal::exactly_most(0.0), idle.wake_ups_per_second);
            report.amount("bytes written, idle", "bytes", Goal::exactly_most(0.0), idle.bytes);
            Ok(())
        });
    }

    /// When a meeting is open and all meetings before it were read for what they tell of it.
    fn open_memory(program: &Program) -> Result<f64, String> {
        let terminal = measure::arrive(program, texts::TO_FREE_TEXT)?;
        measure::rest(&terminal)?;
        measure::memory(&terminal)
    }
}
