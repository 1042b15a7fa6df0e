//! The measurements, each on a program of its own that was started for it.

use std::path::Path;
use std::time::Duration;

use crate::support::options::Options;
use crate::support::terminal::{Signal, Terminal};
use crate::support::texts::Step;

/// A key that has drawn nothing after this draws nothing.
const PATIENCE: Duration = Duration::from_secs(2);

/// More than these presses of one key lead nowhere.
const MANY: usize = 40;

/// What still comes within this time belongs to the key before.
const AFTERWARDS: Duration = Duration::from_millis(8);

/// A program and the text by which its first screen is known.
pub struct Program {
    /// What people call it.
    pub name: &'static str,
    /// How it is started.
    pub options: Options,
    /// A text of its first screen.
    pub text: &'static str,
}

/// How often things are measured.
#[derive(Clone, Copy)]
pub struct Samples {
    starts: usize,
    keys: usize,
    idle: Duration,
}

impl Samples {
    /// Enough for a 95th percentile that means something.
    pub const MANY: Self = Self { starts: 60, keys: 400, idle: Duration::from_secs(5) };
    /// Enough to see whether it works at all.
    pub const FEW: Self = Self { starts: 5, keys: 20, idle: Duration::from_secs(1) };
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

/// What pressing keys costs.
pub struct Pressed {
    /// From a key to its first whole frame.
    pub times: Vec<Duration>,
    /// All that was written because of it.
    pub bytes: Vec<f64>,
}

/// What a program does when nobody does anything.
pub struct Idle {
    /// Context switches of all threads together.
    pub wake_ups_per_second: f64,
    /// What was written all the same.
    pub bytes: f64,
}

/// Starts the program and goes where it is to be measured.
pub fn arrive(program: &Program, way: &[Step]) -> Terminal {
    let terminal = Terminal::start(&program.options);
    terminal.wait_settled_with(program.text);
    for step in way {
        for _ in 0..MANY {
            let before = terminal.modes().state_formatted();
            terminal.keys(step.keys).wait_until(|screen| screen.state_formatted() != before);
            terminal.wait_quiet(AFTERWARDS);
            if terminal.screen().contains(step.shows) {
                break;
            }
        }
        terminal.wait_settled_with(step.shows);
    }
    terminal
}

/// From the start to the last byte of a first screen that then stayed as it was.
pub fn starts(program: &Program, samples: Samples) -> Result<Vec<Duration>, String> {
    let once = |_| {
        let terminal = arrive(program, &[]);
        let took = terminal.time_to_last_byte();
        terminal.signal(Signal::Terminate).wait_end(Duration::from_secs(1));
        took
    };
    // The first start finds nothing in the system's memory yet.
    once(0);
    Ok((0..samples.starts).map(once).collect())
}

/// From the start to the first frame with the text of the program, whatever still comes in after it.
pub fn first_screens(program: &Program, samples: Samples) -> Result<Vec<Duration>, String> {
    let once = |_| {
        let from = std::time::Instant::now();
        let terminal = Terminal::start(&program.options);
        terminal.wait_for(program.text);
        let took = from.elapsed();
        terminal.signal(Signal::Terminate).wait_end(Duration::from_secs(1));
        took
    };
    once(0);
    Ok((0..samples.starts).map(once).collect())
}

/// Presses one key, which must draw something.
pub fn press(terminal: &Terminal, keys: &str) -> Result<Duration, String> {
    let before = terminal.modes().state_formatted();
    let frame = terminal.time_to_frame(keys, PATIENCE, move |screen| screen.state_formatted() != before);
    frame.ok_or_else(|| format!("the key {keys:?} drew nothing on\n{}", terminal.screen()))
}

/// Presses many keys, one after the other has had its effect.
pub fn keys(program: &Program, way: &[Step], keys: Key, samples: Samples) -> Result<Pressed, String> {
    let terminal = arrive(program, way);
    let mut pressed = Pressed { times: Vec::new(), bytes: Vec::new() };
    for key in keys.presses().take(samples.keys) {
        let before = terminal.bytes_received();
        pressed.times.push(press(&terminal, &key)?);
        terminal.wait_quiet(AFTERWARDS);
        pressed.bytes.push(number(terminal.bytes_received() - before));
    }
    Ok(pressed)
}

/// Megabytes in memory when all meetings are listed.
pub fn memory(program: &Program) -> Result<f64, String> {
    memory_at(program, crate::support::texts::TO_ALL_MEETINGS)
}

/// Megabytes in memory when a meeting is open and all meetings before it were read for what they tell of it.
pub fn memory_of_open_meeting(program: &Program) -> Result<f64, String> {
    memory_at(program, crate::support::texts::TO_FREE_TEXT)
}

fn memory_at(program: &Program, way: &[Step]) -> Result<f64, String> {
    let terminal = arrive(program, way);
    // Reading in the background draws nothing: it is over when the process has stopped working.
    let mut before = switches(terminal.process())?;
    loop {
        terminal.wait_quiet(Duration::from_millis(700));
        let now = switches(terminal.process())?;
        if now <= before {
            break;
        }
        before = now;
    }
    let status = read(&format!("/proc/{}/status", terminal.process()))?;
    field(&status, "VmRSS:")
        .map(|kilobytes| kilobytes / 1024.0)
        .ok_or_else(|| "no VmRSS in the status".to_owned())
}

/// What all threads do while nobody presses a key.
pub fn idle(program: &Program, samples: Samples) -> Result<Idle, String> {
    let terminal = arrive(program, &[]);
    terminal.wait_quiet(Duration::from_secs(2));
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

fn switches(process: u32) -> Result<f64, String> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task"))
        .map_err(|error| format!("its threads: {error}"))?;
    let mut sum = 0.0;
    for thread in threads.flatten() {
        let status = read(&thread.path().join("status").to_string_lossy())?;
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

fn number(count: usize) -> f64 {
    // Counts of bytes are far below 2^52, where this would begin to round.
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
