//! The end without a chance to save: what the screen called saved is there again, at whatever moment it came.
//!
//! This says nothing of power cuts, for which the order of calls to the disk is tested with the notebook itself.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::path::{Path, PathBuf};

use pallium::words::Language;

use crate::support::emulator::{Emulator, text_of};
use crate::support::options::Options;
use crate::support::pallium::{notebook, pallium};
use crate::support::person::Person;
use crate::support::terminal::Signal;

const LANGUAGE: Language = Language::Dutch;

/// How often the program is killed, each time at another moment, in each of the two tests.
const RUNS: u64 = 16;

/// Numbers that look random and are the same in every run of the tests.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// What is done just before the end.
#[derive(Debug, Clone, Copy)]
enum Last {
    /// A letter is on its way.
    Letter,
    /// The field is left, which saves at once.
    Leave,
    /// The field was left, and the screen has followed: the save is under way.
    Left,
    /// The screen says that all is saved.
    Saved,
}

/// The field of notes as it stands on a screen, without its spaces, and whether the screen calls it saved.
fn shown(screen: &str) -> Option<(String, bool)> {
    let from = screen.lines().skip_while(|line| !line.contains(LANGUAGE.patient_notes()));
    let column = screen.lines().find_map(|line| line.split_once(LANGUAGE.patient_notes()))?;
    let indent = column.0.chars().count();
    // Lines below belong to the field while nothing stands under its label.
    let own = |(number, line): &(usize, &str)| {
        *number == 0 || (!line.trim().is_empty() && line.chars().take(indent + 3).all(|c| c == ' '))
    };
    let lines: Vec<&str> = from.enumerate().take_while(own).map(|(_, line)| line).collect();
    let text = lines.concat().replacen(LANGUAGE.patient_notes(), "", 1);
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !['▸', '│'].contains(c)).collect();
    let status = screen.lines().next().unwrap_or_default();
    Some((text, status.contains(&format!("{} ", LANGUAGE.saved()))))
}

/// The longest text that any whole frame showed and called saved.
fn promised(raw: &[u8], rows: u16, cols: u16) -> String {
    const END_OF_FRAME: &[u8] = b"\x1b[?2026l";
    let mut emulator = Emulator::new(rows, cols);
    let mut longest = String::new();
    let mut rest = raw;
    while let Some(end) = rest.windows(END_OF_FRAME.len()).position(|window| window == END_OF_FRAME) {
        let (frame, after) = rest.split_at(end + END_OF_FRAME.len());
        emulator.feed(frame);
        rest = after;
        if let Some((text, true)) = shown(&text_of(emulator.screen()))
            && text.starts_with('k')
            && text.len() > longest.len()
        {
            longest = text;
        }
    }
    longest
}

/// Types, leaves the field now and then, and is killed; gives what was typed and what the screen had called saved.
#[track_caller]
fn one_life(options: &Options, numbers: &mut Numbers, last: Last) -> (String, String) {
    let person = Person::start(options, LANGUAGE, LANGUAGE.start_new());
    person.begin(LANGUAGE, "PaTz Noord", "Mw. J.").to(LANGUAGE.patient_notes());
    // However slow the disk is: before anything was called saved there may be no meeting to go on with.
    person.terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
    let mut typed = String::new();
    for number in 0..=numbers.below(12) {
        let word = format!("k{number:02}x{}", numbers.below(1000));
        person.type_text(&format!(" {word}"));
        typed.push_str(&word);
        if numbers.below(3) == 0 {
            person.press("<Down>").press("<Up>");
        }
    }
    match last {
        Last::Letter => {
            typed.push('z');
            person.terminal.keys("z");
        }
        Last::Leave => {
            person.terminal.keys("<Down>");
        }
        Last::Left => {
            person.press("<Down>");
        }
        Last::Saved => {
            person.terminal.wait_for(&format!("{} ", LANGUAGE.saved()));
        }
    }
    person.terminal.signal(Signal::Kill);
    assert_eq!(person.terminal.wait_exit().signal(), Some("Killed"));
    let (rows, cols) = options.window();
    (typed, promised(&person.terminal.raw_output(), rows, cols))
}

/// Files that are neither meetings, definitions, locks, who held them, nor the index.
fn strays(notebook: &Path) -> Vec<PathBuf> {
    let entries = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = ["meetings", "definitions", "index", "."].map(|name| notebook.join(name));
    let files = folders.into_iter().flat_map(entries).map(|entry| entry.path()).filter(|path| path.is_file());
    let known = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !name.starts_with('.') && [".toml", ".lock", ".holder", ".json"].iter().any(|end| name.ends_with(end))
    };
    let mut strays: Vec<PathBuf> = files.filter(|path| !known(path)).collect();
    strays.sort();
    strays
}

#[test]
fn nothing_that_the_screen_called_saved_is_lost() {
    lives(0x9e37_79b9_7f4a_7c15);
}

#[test]
fn nothing_that_the_screen_called_saved_is_lost_at_other_moments() {
    lives(0xd1b5_4a32_d192_ed03);
}

fn lives(seed: u64) {
    let mut numbers = Numbers(seed);
    let mut promises: u64 = 0;
    for run in 0..RUNS {
        let last = [Last::Letter, Last::Leave, Last::Left, Last::Saved][usize::try_from(run % 4).unwrap()];
        let options = pallium();
        let (typed, promised) = one_life(&options, &mut numbers, last);
        let told = format!("run {run}, {last:?}: typed {typed:?}, called saved {promised:?}");
        promises += u64::from(!promised.is_empty());

        // The next start shows a first screen, puts away what was left lying, and opens the meeting.
        let person = Person::start(&options, LANGUAGE, &LANGUAGE.start_continue("PaTz Noord"));
        person.open(&LANGUAGE.start_continue("PaTz Noord"), "Mw. J.");
        person.open("Mw. J.", LANGUAGE.patient_notes());
        let (text, _) = shown(&person.terminal.screen()).unwrap_or_else(|| panic!("{told}"));
        let text = text
            .strip_prefix(&LANGUAGE.patient_notes_hint().replace(' ', ""))
            .map_or(text.clone(), str::to_owned);
        assert!(text.starts_with(&promised), "{told}, found again {text:?}");
        assert!(typed.starts_with(&text), "{told}, found again {text:?}");
        person.home(LANGUAGE);
        let first_screen = person.terminal.screen();
        person.quit(LANGUAGE);
        // What stays is a whole save that is newer than the meeting; it is shown, until somebody has chosen.
        let newer: Vec<PathBuf> =
            notebook(&options.notebook()).sweep().recoverable.into_iter().map(|left| left.path).collect();
        assert_eq!(strays(&options.notebook()), newer, "{told}");
        assert_eq!(
            first_screen.contains(LANGUAGE.start_problems()),
            !newer.is_empty(),
            "{told}\n{first_screen}"
        );
        let listing = notebook(&options.notebook()).list().expect("a list");
        assert_eq!(
            (listing.summaries.len(), listing.problems.len()),
            (1, 0),
            "{told}: {:?}",
            listing.problems
        );
    }
    // Every fourth waits until the screen says so; how many more did depends on the machine.
    assert!(promises >= RUNS / 4, "only {promises} of {RUNS} runs had anything saved: they prove too little");
}

#[test]
fn the_reader_of_screens_sees_what_a_screen_promises() {
    let saved = "  PaTz   Mw. J.     opgeslagen 14:03\n\n  ▸ Aantekeningen           k01x2 k02x3\n                            k03\n\n    Meer";
    assert_eq!(shown(saved), Some(("k01x2k02x3k03".to_owned(), true)));
    let saving = saved.replace("opgeslagen 14:03", "bezig met opslaan");
    assert_eq!(shown(&saving), Some(("k01x2k02x3k03".to_owned(), false)));
    assert_eq!(
        shown(&saved.replace("opgeslagen 14:03", "NIET OPGESLAGEN")),
        Some(("k01x2k02x3k03".to_owned(), false))
    );
    let next_row = "x\n    Aantekeningen  k01\n    Nog een regel  abc";
    assert_eq!(shown(next_row), Some(("k01".to_owned(), false)));
}
