//! Typing while the disk does not answer: `strace` holds every fsync of the program for half a second.
//!
//! No hook in the program, so that what is measured is what is shipped. With its filter in the kernel, strace stops the
//! program at these calls and at no others.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::measure::{self, Key, Program};
use crate::support::texts;

/// How long each fsync hangs.
pub const DELAY: Duration = Duration::from_millis(500);

/// Typing goes on until this many saves have hung.
const HANGS: usize = 3;

/// A save that has not come in this time does not come.
const LONGEST: Duration = Duration::from_secs(20);

/// Keys come at the pace of a very quick typist, so that a slow frame is not hidden behind the next key.
const PACE: Duration = Duration::from_millis(15);

const CALLS: &str = "fsync,fdatasync";

/// What came of it.
pub enum Outcome {
    /// From each key that was pressed while a save hung to its first whole frame.
    Measured(Vec<Duration>),
    /// Why it cannot be measured here.
    Impossible(String),
}

/// Types into a free text, and keeps the keys that fell into a hanging save.
pub fn typing(program: &Program) -> Result<Outcome, String> {
    if let Some(why) = impossible() {
        return Ok(Outcome::Impossible(why));
    }
    let log = program.options.home().join("calls");
    let delayed = Program {
        name: program.name,
        options: program.options.clone().wrapped_in("strace", strace(&log)),
        text: program.text.clone(),
    };
    let terminal = measure::arrive(&delayed, texts::TO_FREE_TEXT)?;
    let from = Instant::now();
    let mut pressed = Vec::new();
    for key in Key::Letters(texts::TYPED).presses() {
        let at = SystemTime::now();
        pressed.push((at, measure::press(&terminal, &key)?));
        terminal.wait_quiet(PACE);
        let hung = hangs(&log);
        let enough = hung
            .iter()
            .filter(|(start, _)| pressed.first().is_some_and(|(first, _)| seconds(*first) < *start));
        if enough.count() >= HANGS || from.elapsed() > LONGEST {
            break;
        }
    }
    let hung = hangs(&log);
    let during = |at: SystemTime| hung.iter().any(|(start, end)| (*start..*end).contains(&seconds(at)));
    let times: Vec<Duration> = pressed.iter().filter(|(at, _)| during(*at)).map(|(_, took)| *took).collect();
    if times.is_empty() {
        return Err(format!(
            "{} keys were typed and no save hung meanwhile; {} fsyncs were seen",
            pressed.len(),
            hung.len()
        ));
    }
    Ok(Outcome::Measured(times))
}

fn strace(log: &Path) -> Vec<String> {
    let inject = format!("inject={CALLS}:delay_enter={}ms", DELAY.as_millis());
    let trace = format!("trace={CALLS}");
    let fixed =
        ["-f", "--seccomp-bpf", "-ttt", "-T", "-qq", "-e", "signal=none", "-e", &trace, "-e", &inject, "-o"];
    fixed.into_iter().map(str::to_owned).chain([log.to_string_lossy().into_owned()]).collect()
}

/// Not every machine has strace, and not every one lets a program watch another.
fn impossible() -> Option<String> {
    let tried = Command::new("strace").args(["-f", "--seccomp-bpf", "-o", "/dev/null", "true"]).output();
    match tried {
        Ok(done) if done.status.success() => None,
        Ok(done) => {
            Some(String::from_utf8_lossy(&done.stderr).lines().next().unwrap_or("strace fails").to_owned())
        }
        Err(_) => Some("strace is not installed".to_owned()),
    }
}

/// When saves hung, in seconds since 1970: the lines of strace that say so, whole or resumed.
fn hangs(log: &Path) -> Vec<(f64, f64)> {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let hang = |line: &str| {
        let at: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        let took: f64 = line.rsplit_once('<')?.1.strip_suffix('>')?.parse().ok()?;
        let delayed = line.contains("(DELAYED)");
        delayed.then(|| if line.contains("resumed>") { (at - took, at) } else { (at, at + took) })
    };
    text.lines().filter_map(hang).collect()
}

fn seconds(at: SystemTime) -> f64 {
    at.duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}
