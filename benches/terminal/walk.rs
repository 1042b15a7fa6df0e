//! The walk over every screen: one program for each notebook, and beside it the peers on the same text, key by key.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::measure::{self, Key, Program, Samples};
use crate::notebook::{self, Filling};
use crate::report::{Report, why};
use crate::support::options::Options;
use crate::support::terminal::Terminal;
use crate::support::texts::{self, Way};
use crate::table::Row;

/// A screen that is so slow gets fewer keys.
const LONGEST: Duration = Duration::from_secs(8);

/// But never fewer than these.
const FEWEST: usize = 4;

/// The peers get a key after so many of the program, so that they work on the same machine at the same moment.
const BESIDE: usize = 3;

/// A screen, or a part of one, and what is pressed there.
struct Place {
    name: &'static str,
    way: &'static Way,
    keys: Key,
    /// Whether one key changes so little that it must not cost many bytes.
    small: bool,
    /// In which notebooks it is visited.
    when: fn(Filling) -> bool,
}

const MOVE: Key = Key::Pair(texts::THERE_AND_BACK);
const PAGE: Key = Key::Pair(texts::PAGE_AND_BACK);
const LETTERS: Key = Key::Letters(texts::TYPED);

const fn place(name: &'static str, way: &'static Way, keys: Key) -> Place {
    Place { name, way, keys, small: false, when: |filling| filling.words == 0 }
}

impl Place {
    const fn small(self) -> Self {
        Self { small: true, ..self }
    }

    /// Where the notes on a patient are shown, or were read for what is shown.
    const fn of_notes(self) -> Self {
        Self { when: |_| true, ..self }
    }

    const fn with_earlier(self, when: fn(Filling) -> bool) -> Self {
        Self { when, ..self }
    }
}

/// What adds to the meeting comes late, and what opens another one last.
const PLACES: &[Place] = &[
    place("first screen", texts::TO_CONTINUE, MOVE),
    place("list of meetings", texts::TO_ALL_MEETINGS, MOVE),
    place("list of meetings, a page", texts::TO_ALL_MEETINGS, PAGE),
    place("register", texts::TO_REGISTER, MOVE),
    place("register, a page", texts::TO_REGISTER, PAGE),
    place("course of a patient", texts::TO_COURSE, PAGE),
    place("mirror", texts::TO_MIRROR, MOVE).with_earlier(knows_others),
    place("find, a letter", texts::TO_FIND, Key::Pair(texts::LETTER_AND_BACK)),
    place("find, a page", texts::TO_FIND, PAGE),
    place("checklists", texts::TO_CHECKLISTS, MOVE),
    place("settings", texts::TO_SETTINGS, MOVE),
    place("agenda", texts::TO_AGENDA, MOVE).of_notes(),
    place("agenda, a page", texts::TO_AGENDA, PAGE),
    place("details of the meeting", texts::TO_DETAILS, MOVE),
    place("known patients", texts::TO_KNOWN_PATIENTS, MOVE).with_earlier(knows_others),
    place("known patients, a page", texts::TO_KNOWN_PATIENTS, PAGE).with_earlier(knows_others),
    place("patient", texts::TO_PATIENT, MOVE).of_notes(),
    place("patient, a letter in the notes", texts::TO_FREE_TEXT, LETTERS).of_notes().small(),
    place("notes, a letter", texts::TO_NOTES, LETTERS).of_notes().small(),
    place("help", texts::TO_HELP, PAGE),
    place("question", texts::TO_A_QUESTION, MOVE),
    place("question, a tick", texts::TO_A_CHOICE, Key::Pair(texts::TICK_AND_BACK)).small(),
    place("judgement", texts::TO_JUDGEMENT, MOVE),
    place("overview", texts::TO_OVERVIEW, MOVE).of_notes(),
    place("paper", texts::TO_MINUTES, MOVE).of_notes(),
    place("minutes, a page", texts::TO_MINUTES, PAGE).of_notes(),
    place("new patient, a letter", texts::TO_NEW_PATIENT, Key::Pair(texts::LETTER_AND_BACK))
        .with_earlier(knows_others)
        .small(),
    place("new patient, a letter", texts::TO_FIRST_PATIENT, Key::Pair(texts::LETTER_AND_BACK))
        .with_earlier(|filling| filling.words == 0 && filling.earlier == 0)
        .small(),
    place("proposal for the agenda", texts::TO_PROPOSAL, MOVE).with_earlier(knows_others),
    place("cases", texts::TO_CASES, MOVE),
    place("session, who is there", texts::TO_PEOPLE, Key::Pair(texts::DIGIT_AND_BACK)),
    place("session, its scenes", texts::TO_SCENES, MOVE),
    place("session, a vote", texts::TO_VOTE, Key::Pair(texts::DIGIT_AND_BACK)),
];

fn knows_others(filling: Filling) -> bool {
    filling.words == 0 && filling.earlier > 0
}

/// A program that is measured for comparison, where it stands, and what is still to be typed into it.
struct Peer {
    terminal: Terminal,
    keys: Box<dyn Iterator<Item = String>>,
}

impl Peer {
    fn start(options: &Options, text: &str, notes: &str) -> Result<Self, String> {
        let file = options.home().join("notes");
        std::fs::write(&file, notes).map_err(|error| format!("{}: {error}", file.display()))?;
        let terminal = Terminal::start(options);
        terminal.wait_settled_with(text);
        Ok(Self { terminal, keys: LETTERS.presses() })
    }

    fn press(&mut self) -> Result<Duration, String> {
        let key = self.keys.next().unwrap_or_default();
        Ok(measure::press_and_weigh(&self.terminal, &key)?.0)
    }
}

/// What is visited in one notebook, each as `only` may name it.
pub fn names(filling: Filling) -> impl Iterator<Item = String> {
    let there = PLACES.iter().filter(move |place| (place.when)(filling));
    there.map(move |place| format!("{}, {filling}", place.name))
}

/// Walks over all screens of one notebook that have `only` in their name or in what is said of the notebook.
pub fn walk(
    report: &mut Report,
    program: &Path,
    filling: Filling,
    samples: Samples,
    only: &str,
) -> Result<(), String> {
    let named = |place: &Place| format!("{}, {filling}", place.name);
    let places = || PLACES.iter().filter(|place| (place.when)(filling) && named(place).contains(only));
    if places().next().is_none() {
        return Ok(());
    }
    let notes = notebook::notes(filling.words);
    let this = std::env::current_exe().map_err(|error| format!("this bench itself: {error}"))?;
    let mut hello = Peer::start(&Options::new(this).arg("hello").arg("notes"), "Hello", &notes)?;
    let mut nano = if measure::is_installed(Path::new("nano")) {
        let options = Options::new("nano").args(["--ignorercfiles", "--softwrap", "notes"]);
        Some(Peer::start(&options, "Exit", &notes)?)
    } else {
        None
    };
    let mut left = None;
    for place in places() {
        let what = named(place);
        let done = catch_unwind(AssertUnwindSafe(|| {
            let terminal = match left.take() {
                Some(terminal) => terminal,
                // What was begun on the way stands in the notebook that was used: whoever begins anew begins with another.
                None => meeting_open(program, filling)?,
            };
            let row = visit(&terminal, place, filling, samples, &mut hello, nano.as_mut())?;
            texts::TO_FIRST.walk(&terminal);
            Ok::<_, String>((terminal, row))
        }));
        match done {
            Ok(Ok((terminal, row))) => {
                left = Some(terminal);
                report.screen(row);
            }
            Ok(Err(problem)) => report.failed(&what, &problem),
            Err(payload) => report.failed(&what, &why(payload.as_ref())),
        }
    }
    Ok(())
}

/// Starts the program, opens the meeting, waits until all that was recorded before has been read, and goes back.
fn meeting_open(program: &Path, filling: Filling) -> Result<Terminal, String> {
    let options = Options::new(program);
    notebook::fill(&options.notebook(), filling);
    let program = Program { name: "pallium", options, text: texts::all_listed(filling.earlier + 1) };
    let terminal = measure::arrive(&program, texts::TO_AGENDA)?;
    measure::rest(&terminal)?;
    texts::TO_FIRST.walk(&terminal);
    Ok(terminal)
}

fn visit(
    terminal: &Terminal,
    place: &Place,
    filling: Filling,
    samples: Samples,
    hello: &mut Peer,
    mut nano: Option<&mut Peer>,
) -> Result<Row, String> {
    place.way.walk(terminal);
    let mut row = Row::new(place.name, filling, place.small);
    let from = Instant::now();
    for (number, key) in place.keys.presses().take(samples.keys).enumerate() {
        // Of two keys that undo each other, none without the other.
        if number >= FEWEST && number % 2 == 0 && from.elapsed() > LONGEST {
            break;
        }
        let (took, bytes) = measure::press_and_weigh(terminal, &key)?;
        row.times.push(took);
        row.bytes.push(bytes);
        if number % BESIDE == 0 {
            row.hello.push(hello.press()?);
            if let Some(nano) = nano.as_deref_mut() {
                row.nano.push(nano.press()?);
            }
        }
    }
    Ok(row)
}
