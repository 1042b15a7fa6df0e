//! Drives the real release binary in a pseudo-terminal and prints the design's budget, beside `nano` and `dialog`.
//!
//! `cargo bench --bench terminal`, and behind `--`: `--strict` fails when over budget, `--program FILE` measures another
//! build, `--quick` takes fewer samples. It fails when a key draws nothing or a text never comes; a budget that is only
//! exceeded is a matter for people.
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
#[path = "../../tests/support/mod.rs"]
mod support;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
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

    use crate::measure::{Key, Program, Samples};
    use crate::report::{Goal, Report};
    use crate::support::options::Options;
    use crate::support::texts;
    use crate::{hanging, measure, notebook};

    /// How many meetings the notebook holds.
    const MEETINGS: usize = 250;

    /// How many a very large one holds.
    const MANY_MEETINGS: usize = 10_000;

    struct Arguments {
        program: PathBuf,
        strict: bool,
        samples: Samples,
    }

    fn arguments() -> Result<Arguments, String> {
        let mut found = Arguments {
            program: PathBuf::from(env!("CARGO_BIN_EXE_pallium")),
            strict: false,
            samples: Samples::MANY,
        };
        let mut given = std::env::args_os().skip(1);
        while let Some(argument) = given.next() {
            match argument.to_str() {
                // What cargo itself adds.
                Some("--bench" | "--nocapture") => {}
                Some("--strict") => found.strict = true,
                Some("--quick") => found.samples = Samples::FEW,
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
                eprintln!("{wrong}; known are --strict, --quick and --program FILE");
                return ExitCode::from(2);
            }
        };
        // What stops a measurement is told in the table, with the screen below it.
        std::panic::set_hook(Box::new(|_| {}));
        let mut report = Report::new();
        let options = Options::new(&arguments.program);
        let made = notebook::generate(&options.notebook(), MEETINGS);
        let pallium = Program { name: "pallium", options, text: texts::FIRST_SCREEN };
        println!("{} in 24x80, a notebook of {made}", arguments.program.display());
        all(&mut report, &pallium, arguments.samples);
        peers(&mut report, arguments.samples);
        report.finish(arguments.strict)
    }

    /// One measurement that cannot be made must not hide the others.
    fn attempt(report: &mut Report, what: &str, measurement: impl FnOnce(&mut Report) -> Result<(), String>) {
        match catch_unwind(AssertUnwindSafe(|| measurement(report))) {
            Ok(Ok(())) => {}
            Ok(Err(why)) => report.failed(what, &why),
            Err(payload) => {
                let text = payload.downcast_ref::<String>().map(String::as_str);
                let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
                report.failed(what, text.unwrap_or("it stopped without a word"));
            }
        }
    }

    fn all(report: &mut Report, pallium: &Program, samples: Samples) {
        attempt(report, "start", |report| {
            report.times(
                "start to settled first screen",
                Goal::half(10.0),
                &measure::starts(pallium, samples)?,
            );
            Ok(())
        });
        attempt(report, "start in a large notebook", |report| {
            let options = Options::new(pallium.options.program());
            notebook::generate_large(&options.notebook(), MANY_MEETINGS);
            let large = Program { name: "pallium", options, text: texts::FIRST_ROW };
            let what = format!("start to first screen, {MANY_MEETINGS} meetings");
            report.times(&what, Goal::half(10.0), &measure::first_screens(&large, samples)?);
            Ok(())
        });
        let kinds = [
            ("moving over the first screen", &[] as &[_], Key::Pair(texts::THERE_AND_BACK)),
            ("ticking a row", texts::TO_A_QUESTION, Key::Pair(texts::TICK_AND_BACK)),
            ("typing a letter", texts::TO_FREE_TEXT, Key::Letters(texts::TYPED)),
        ];
        for (what, way, keys) in kinds {
            attempt(report, what, |report| {
                let pressed = measure::keys(pallium, way, keys, samples)?;
                report.times(&format!("key to frame, {what}"), Goal::half_and_most(0.5, 2.0), &pressed.times);
                report.amounts(&format!("bytes per key, {what}"), "bytes", Goal::most(150.0), &pressed.bytes);
                Ok(())
            });
        }
        attempt(report, "typing while a save hangs", |report| {
            match hanging::typing(pallium)? {
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
            processes(report, pallium, samples);
        } else {
            report.left_out("memory and wake-ups", "this system has no /proc");
        }
        attempt(report, "size", |report| {
            report.amount("binary", "MB", Goal::exactly_most(6.0), measure::size(pallium)?);
            Ok(())
        });
    }

    fn processes(report: &mut Report, pallium: &Program, samples: Samples) {
        attempt(report, "memory", |report| {
            let memory = measure::memory(pallium)?;
            report.amount("memory, all meetings listed", "MB", Goal::exactly_most(12.0), memory);
            let memory = measure::memory_of_open_meeting(pallium)?;
            report.amount("memory, a meeting open", "MB", Goal::exactly_most(12.0), memory);
            Ok(())
        });
        attempt(report, "idle", |report| {
            let idle = measure::idle(pallium, samples)?;
            report.amount("wake-ups per second, idle", "", Goal::exactly_most(0.0), idle.wake_ups_per_second);
            report.amount("bytes written, idle", "bytes", Goal::exactly_most(0.0), idle.bytes);
            Ok(())
        });
    }

    /// The same measurements of programs that people know, and of a script that only writes one word: the floor.
    fn peers(report: &mut Report, samples: Samples) {
        let nano = Options::new("nano").arg("--ignorercfiles").arg("notes");
        let choices = (1..=9).flat_map(|number| [number.to_string(), format!("choice {number}")]);
        let dialog = Options::new("dialog").args(["--menu", "A menu", "18", "60", "9"]).args(choices);
        let word = Options::new("sh").args(["-c", "printf 'one word'; read line"]);
        let peers = [
            (Program { name: "nano", options: nano, text: "Exit" }, Some(Key::Letters("letters "))),
            (
                Program { name: "dialog", options: dialog, text: "Cancel" },
                Some(Key::Pair(["<Down>", "<Up>"])),
            ),
            (Program { name: "a script that writes one word", options: word, text: "one word" }, None),
        ];
        for (program, keys) in peers {
            if !measure::is_installed(program.options.program()) {
                report.left_out(program.name, "not installed");
                continue;
            }
            attempt(report, program.name, |report| {
                report.times(
                    &format!("{}: start", program.name),
                    Goal::NONE,
                    &measure::starts(&program, samples)?,
                );
                if let Some(keys) = keys {
                    let pressed = measure::keys(&program, &[], keys, samples)?;
                    report.times(&format!("{}: key to frame", program.name), Goal::NONE, &pressed.times);
                    report.amounts(
                        &format!("{}: bytes per key", program.name),
                        "bytes",
                        Goal::NONE,
                        &pressed.bytes,
                    );
                }
                Ok(())
            });
        }
    }
}
