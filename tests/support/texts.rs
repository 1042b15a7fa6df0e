//! Everything that the benches know of Pallium's own texts and ways: the one place to change with the program.
//!
//! Every way begins at the first screen. All of it is measured in the newest meeting of a generated notebook, which has fifteen patients and is not closed.

use std::time::Duration;

use super::terminal::Terminal;

/// More than these presses of one key lead nowhere.
const MANY: usize = 100;

/// What still comes within this time belongs to the key before.
pub const AFTERWARDS: Duration = Duration::from_millis(8);

/// Keys to press, until a text is on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// In the notation of [`super::keys::encode`].
    pub keys: &'static str,
    /// A part of one row.
    pub shows: &'static str,
    /// Whether the keys are pressed again while the text is not there; otherwise they lead there at once.
    pub again: bool,
}

/// Steps from the first screen, where another way ends.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// The way that it goes on from.
    pub before: Option<&'static Way>,
    /// What is pressed from there.
    pub steps: &'static [Step],
}

impl Way {
    /// Goes from one screen to another.
    #[track_caller]
    pub fn walk(&self, terminal: &Terminal) {
        if let Some(before) = self.before {
            before.walk(terminal);
        }
        for step in self.steps {
            if step.again {
                for _ in 0..MANY {
                    if terminal.screen().contains(step.shows) {
                        break;
                    }
                    let before = look(&terminal.modes());
                    terminal.keys(step.keys).wait_until(|screen| look(screen) != before);
                    // One key too many could lead elsewhere: what is still being drawn comes first.
                    terminal.wait_settled_with("");
                }
            } else {
                terminal.keys(step.keys);
            }
            terminal.wait_settled_with(step.shows);
        }
    }

    /// The same way, and on.
    const fn on(&'static self, steps: &'static [Step]) -> Self {
        Self { before: Some(self), steps }
    }
}

/// What is on the screen below its first row, with its styles and the cursor.
pub fn look(screen: &vt100::Screen) -> (Vec<String>, (u16, u16)) {
    let (_, cols) = screen.size();
    (screen.rows_formatted(0, cols.get()).skip(1).collect(), screen.cursor_position())
}

/// Once, which leads to the text.
const fn step(keys: &'static str, shows: &'static str) -> Step {
    Step { keys, shows, again: false }
}

/// As often as it takes; not at all when the text is there already.
const fn seek(keys: &'static str, shows: &'static str) -> Step {
    Step { keys, shows, again: true }
}

/// What only the footer of the first screen has, with a meeting that is not finished: Esc comes to the end.
pub const LEAVES: &str = "Esc naar Afsluiten";

/// What the first screen shows once all meetings were listed.
pub fn all_listed(meetings: usize) -> String {
    format!(" {meetings}\n")
}

/// Goes one screen back.
pub const BACK: &str = "<Esc>";

/// The way to the first screen, from everywhere.
pub const TO_FIRST: Way = Way { before: None, steps: &[Step { keys: BACK, shows: LEAVES, again: true }] };

/// Two keys that move to another row, and back.
pub const THERE_AND_BACK: [&str; 2] = ["<Down>", "<Up>"];

/// Two keys that turn a page, and turn back.
pub const PAGE_AND_BACK: [&str; 2] = ["<PageDown>", "<PageUp>"];

/// Two keys that type a letter, and take it away.
pub const LETTER_AND_BACK: [&str; 2] = ["x", "<Backspace>"];

/// Two keys that type a digit, and take it away.
pub const DIGIT_AND_BACK: [&str; 2] = ["1", "<Backspace>"];

/// Two keys that tick the row in focus, and take the tick away.
pub const TICK_AND_BACK: [&str; 2] = ["<Enter>", " "];

/// What is typed into a free text, over and over.
pub const TYPED: &str = "rustig en aanspreekbaar, dochter raakt uitgeput; ";

/// The first screen with the row in focus where the newest meeting opens.
static FIRST: Way = Way { before: None, steps: &[seek("<Up>", "▸ Verder met")] };

/// The agenda of that meeting, at its last row.
static AGENDA: Way = FIRST.on(&[step("<Enter>", "1   vrijdag 27 november 2026")]);
static END_OF_AGENDA: Way = AGENDA.on(&[step("<End>", "▸ Bijeenkomst afronden")]);

/// The first patient on the agenda.
static FIRST_PATIENT: Way = AGENDA.on(&[step("<Home>", "✓ Fictief 1 ("), seek("<Down>", "▸ ✓ Fictief 1 (")]);

/// The page of that patient, on which only the foot of the window says what it is: it may begin deep in long notes.
static PATIENT: Way = FIRST_PATIENT.on(&[step("<Enter>", "Esc agenda")]);

/// The notes on that page, which alone are typed in with lines; it begins above them or in them.
static NOTES: Way = PATIENT.on(&[seek("<Down>", "Enter nieuwe regel")]);

/// A row below them that is not typed in, and what it opens.
static MARKING: Way = NOTES.on(&[seek("<Tab>", "▸ ✓ Markering")]);
static FIRST_QUESTION: Way = MARKING.on(&[step("<Enter>", "Diagnose of kwetsbaarheid")]);
static QUESTION: Way = FIRST_QUESTION.on(&[seek("<Tab>", "Groeiende behoefte")]);

static REGISTER: Way = FIRST.on(&[seek("<Down>", "▸ Register van patiënten"), step("<Enter>", "waarom")]);
static ADDED: Way = END_OF_AGENDA.on(&[seek("<Up>", "▸ Patiënt toevoegen")]);
static KNOWN: Way = ADDED.on(&[step("<Enter>", "▸   Nieuwe patiënt")]);
static CASES: Way = FIRST.on(&[seek("<Down>", "▸ Oefenen met een casus"), step("<Enter>", "▸   Meneer K.")]);
static PEOPLE: Way = CASES.on(&[
    step("<Enter>", "▸   Beginnen; onderweg opslaan"),
    step("<Down>", "▸   Beginnen zonder"),
    step("<Enter>", "▸ artsen"),
]);

/// The row where the newest meeting opens.
pub const TO_CONTINUE: &Way = &FIRST;

/// A list of all meetings of the notebook.
pub const TO_ALL_MEETINGS: &Way = &FIRST.on(&[seek("<Down>", "▸ Bijeenkomsten"), step("<Enter>", "  dag  ")]);

/// The checklists in force.
pub const TO_CHECKLISTS: &Way =
    &FIRST.on(&[seek("<Down>", "▸ Checklists"), step("<Enter>", "▸ Kort bespreken")]);

/// The register of all patients.
pub const TO_REGISTER: &Way = &REGISTER;

/// The course of the patient who presses most.
pub const TO_COURSE: &Way = &REGISTER.on(&[step("<Enter>", "Wat staat")]);

/// The counts to learn from.
pub const TO_MIRROR: &Way = &REGISTER.on(&[seek("<Up>", "▸ Spiegelinformatie"), step("<Enter>", "▸ Groep")]);

/// A search through all meetings that found something.
pub const TO_FIND: &Way =
    &FIRST.on(&[seek("<Down>", "▸ Zoeken"), step("<Enter>", "▸ Zoek naar"), step("pijn", " plaatsen")]);

/// Who is proposed for the agenda of a new meeting, which is made for it.
pub const TO_PROPOSAL: &Way = &FIRST.on(&[
    seek("<Down>", "▸ Nieuwe bijeenkomst"),
    step("<Enter>", "→ Fictieve groep 1"),
    step("<Down>", "▸   Fictieve groep 1"),
    step("<Enter>", "▸ Naar de agenda"),
    step("<Esc>", "Voorstel voor de agenda"),
]);

/// The cases to practise with.
pub const TO_CASES: &Way = &CASES;

/// Who is there at a session, of which nothing is kept.
pub const TO_PEOPLE: &Way = &PEOPLE;

/// The scenes of that session.
pub const TO_SCENES: &Way = &PEOPLE.on(&[step("<Esc>", "→ Scène 1")]);

/// Its first vote.
pub const TO_VOTE: &Way = &PEOPLE.on(&[
    seek("<Down>", "▸   Naar de eerste scène"),
    step("<Enter>", "▸   Verder"),
    step("<Enter>", "Ieder voor zich"),
]);

/// The settings.
pub const TO_SETTINGS: &Way =
    &FIRST.on(&[seek("<Down>", "▸ Instellingen"), step("<Enter>", "▸ ● Nederlands")]);

/// The first patient on the agenda.
pub const TO_AGENDA: &Way = &FIRST_PATIENT;

/// The known patients whom one can add.
pub const TO_KNOWN_PATIENTS: &Way = &KNOWN;

/// The label of a new patient, where there are others to choose from.
pub const TO_NEW_PATIENT: &Way = &KNOWN.on(&[step("<Enter>", "▸ Aanduiding")]);

/// The same, where there is nobody to choose from.
pub const TO_FIRST_PATIENT: &Way = &ADDED.on(&[step("<Enter>", "▸ Aanduiding")]);

/// The facts of the meeting.
pub const TO_DETAILS: &Way =
    &END_OF_AGENDA.on(&[seek("<Up>", "▸ Gegevens en deelnemers"), step("<Enter>", "▸ Naam van de groep")]);

/// A free text of a meeting that is saved while typing.
pub const TO_FREE_TEXT: &Way = &NOTES;

/// A row of a patient that is not typed in.
pub const TO_PATIENT: &Way = &MARKING;

/// The notes that have a screen of their own.
pub const TO_NOTES: &Way = &PATIENT.on(&[step("<F2>", "Esc patiënt")]);

/// A question with choices.
pub const TO_A_QUESTION: &Way = &QUESTION.on(&[step("<Down>", "▸ ")]);

/// A list of which some are ticked already, so that a tick changes one row; once in a meeting.
pub const TO_A_CHOICE: &Way = &QUESTION.on(&[
    step("<Down>", "▸ □ Lichamelijk"),
    step("<Enter>", "▸ ■ Lichamelijk"),
    step("<Down>", "▸ □ Psychisch"),
]);

/// The team's judgement.
pub const TO_JUDGEMENT: &Way = &FIRST_QUESTION.on(&[seek("<Tab>", "oordeel van het team?")]);

/// All that is known of a patient.
pub const TO_OVERVIEW: &Way = &PATIENT.on(&[step("<F5>", "\n  Overzicht")]);

/// The minutes of the whole meeting.
pub const TO_MINUTES: &Way = &FIRST_PATIENT.on(&[step("<F9>", "alle patiënten zijn verzonnen")]);

/// The keys of a free text.
pub const TO_HELP: &Way = &NOTES.on(&[step("<F1>", "Alle toetsen van dit scherm")]);

/// The ways to a proposal and through a session with a case, in the order of the bench: what one begins is there on the next.
pub const OF_SESSIONS: [&Way; 5] = [TO_PROPOSAL, TO_CASES, TO_PEOPLE, TO_SCENES, TO_VOTE];
