//! The measurements, each on a program of its own that was started for it.

use std::path::Path;
use std::time::Duration;

use crate::support::emulator::text_of;
use crate::support::options::Options;
use crate::support::terminal::{Signal, Terminal};
use crate::support::texts::{AFTERWARDS, Step, Way, look};

/// A key that has drawn nothing after this draws nothing.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program that did nothing for so long has done all it had to do.
const REST: Duration = Duration::from_millis(250);

/// A program and the text by which its first screen is known.
pub struct Program {
    /// What people call it.
    pub name: &'static str,
    /// How it is started.
    pub options: Options,
    /// A text of its first screen.
    pub text: String,
}

/// How often things are measured.
#[derive(Clone, Copy)]
pub struct Samples {
    /// How many starts.
    pub starts: usize,
    /// How many keys on a screen.
    pub keys: usize,
    idle: Duration,
}

impl Samples {
    /// Enough for a 95th percentile that means something.
    pub const MANY: Self = Self { starts: 40, keys: 200, idle: Duration::from_secs(5) };
    /// Enough to see where one is.
    pub const FEW: Self = Self { starts: 5, keys: 30, idle: Duration::from_secs(1) };
}

/// Which keys are pressed in turn.
#[derive(Clone, Copy)]
pub enum Key {
    /// One key and then the other.
    Pair([&'static str; 2]),
    /// The characters of a text, over and over.
    Letters(&'static str),
}

impl Key {
    /// The keys, without end.
    pub fn presses(self) -> Box<dyn Iterator<Item = String>> {
        match self {
            Self::Pair(keys) => Box::new(keys.into_iter().cycle().map(str::to_owned)),
            // A space at the end of a line shows only with what follows it.
            Self::Letters(text) => {
                let letters: Vec<String> = text
                    .trim_end()
                    .split_inclusive(|character| character != ' ')
                    .map(str::to_owned)
                    .collect();
                Box::new(letters.into_iter().cycle())
            }
        }
    }
}

/// What a program does when nobody does anything.
pub struct Idle {
    /// Context switches of all threads together.
    pub wake_ups_per_second: f64,
    /// What was written all the same.
    pub bytes: f64,
}

/// Starts the program, and waits until its first screen is complete and nothing is left to do behind it.
pub fn start(program: &Program) -> Result<Terminal, String> {
    let terminal = Terminal::start(&program.options);
    terminal.wait_settled_with(&program.text);
    rest(&terminal)?;
    Ok(terminal)
}

/// Starts the program and goes where it is to be measured.
pub fn arrive(program: &Program, way: &Way) -> Result<Terminal, String> {
    let terminal = start(program)?;
    way.walk(&terminal);
    Ok(terminal)
}

/// Presses the keys of a step, and tells how long it took until its text was there.
pub fn time_to(terminal: &Terminal, step: &Step) -> Result<Duration, String> {
    let shows = step.shows;
    let took = terminal.time_to_frame(step.keys, PATIENCE, move |screen| text_of(screen).contains(shows));
    terminal.wait_settled_with(shows);
    took.ok_or_else(|| format!("no {shows:?} on\n{}", terminal.screen()))
}

/// Waits until the program has nothing to do any more: what it reads in the background draws nothing.
pub fn rest(terminal: &Terminal) -> Result<(), String> {
    if !has_process_files() {
        terminal.wait_quiet(REST * 8);
        return Ok(());
    }
    let mut before = worked(terminal.process())?;
    loop {
        terminal.wait_quiet(REST);
        let now = worked(terminal.process())?;
        if now == before {
            return Ok(());
        }
        before = now;
    }
}

/// From a start to the last byte of a complete first screen that then stayed as it was.
pub fn time_to_settle(program: &Program) -> Duration {
    let terminal = Terminal::start(&program.options);
    terminal.wait_settled_with(&program.text);
    let took = terminal.time_to_last_byte();
    terminal.signal(Signal::Terminate).wait_end(Duration::from_secs(1));
    took
}

/// Presses one key, which must draw something below the first row: what is said there may come at any moment.
pub fn press(terminal: &Terminal, keys: &str) -> Result<Duration, String> {
    let before = look(&terminal.modes());
    let frame = terminal.time_to_frame(keys, PATIENCE, move |screen| look(screen) != before);
    frame.ok_or_else(|| format!("the key {keys:?} drew nothing on\n{}", terminal.screen()))
}

/// Presses one key, and tells how long it took and how many bytes were written because of it.
pub fn press_and_weigh(terminal: &Terminal, keys: &str) -> Result<(Duration, f64), String> {
    let before = terminal.bytes_received();
    let took = press(terminal, keys)?;
    terminal.wait_quiet(AFTERWARDS);
    Ok((took, number(terminal.bytes_received() - before)))
}

/// Megabytes that a program has in memory.
pub fn memory(terminal: &Terminal) -> Result<f64, String> {
    let status = read(&format!("/proc/{}/status", terminal.process()))?;
    field(&status, "VmRSS:")
        .map(|kilobytes| kilobytes / 1024.0)
        .ok_or_else(|| "no VmRSS in the status".to_owned())
}

/// What all threads do while nobody presses a key.
pub fn idle(program: &Program, samples: Samples) -> Result<Idle, String> {
    let terminal = start(program)?;
    let (switches, bytes) = (switches(terminal.process())?, terminal.bytes_received());
    std::thread::sleep(samples.idle);
    let woken = self::switches(terminal.process())? - switches;
    let written = terminal.bytes_received() - bytes;
    Ok(Idle { wake_ups_per_second: woken / samples.idle.as_secs_f64(), bytes: number(written) })
}

/// Megabytes of the binary.
pub fn size(program: &Program) -> Result<f64, String> {
    let file = program.options.program();
    let bytes = std::fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.len();
    Ok(number(usize::try_from(bytes).unwrap_or(usize::MAX)) / 1024.0 / 1024.0)
}

/// Whether a program can be found.
pub fn is_installed(program: &Path) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Whether the system tells about processes in files.
pub fn has_process_files() -> bool {
    Path::new("/proc/self/status").exists()
}

/// How often its threads were put on a processor, and for how many ticks.
fn worked(process: u32) -> Result<(f64, Vec<String>), String> {
    let stat = read(&format!("/proc/{process}/stat"))?;
    // The name of the program stands in brackets and may have spaces; the two times are the 12th and 13th after it.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    let ticks = after.split_whitespace().skip(11).take(2).map(str::to_owned).collect();
    Ok((switches(process)?, ticks))
}

fn switches(process: u32) -> Result<f64, String> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task"))
        .map_err(|error| format!("its threads: {error}"))?;
    let mut sum = 0.0;
    for thread in threads.flatten() {
        // A thread that has ended meanwhile does nothing more.
        let Ok(status) = read(&thread.path().join("status").to_string_lossy()) else { continue };
        for kind in ["voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:"] {
            sum += field(&status, kind).ok_or_else(|| format!("no {kind} in the status"))?;
        }
    }
    Ok(sum)
}

fn read(file: &str) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}

fn field(status: &str, name: &str) -> Option<f64> {
    let value = status.lines().find_map(|line| line.strip_prefix(name))?;
    value.split_whitespace().next()?.parse().ok()
}

/// A count, to calculate with.
pub fn number(count: usize) -> f64 {
    // Counts of bytes are far below 2^52, where this would begin to round.
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
