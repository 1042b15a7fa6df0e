//! Everything that the benches know of Pallium's own texts and ways: the one place to change with the program.
//!
//! All of it is measured in the newest meeting of a generated notebook, which has fifteen patients and is not closed.

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

/// Two keys that move to another row, and back.
pub const THERE_AND_BACK: [&str; 2] = ["<Down>", "<Up>"];

/// Two keys that turn a page, and turn back.
pub const PAGE_AND_BACK: [&str; 2] = ["<PageDown>", "<PageUp>"];

/// Two keys that type a letter, and take it away.
pub const LETTER_AND_BACK: [&str; 2] = ["x", "<Backspace>"];

/// Two keys that type a digit, and take it away.
pub const DIGIT_AND_BACK: [&str; 2] = ["1", "<Backspace>"];

/// Two keys that tick the row in focus, and take the tick away.
pub const TICK_AND_BACK: [&str; 2] = ["<Enter>", "<Enter>"];

/// What is typed into a free text, over and over.
pub const TYPED: &str = "rustig en aanspreekbaar, dochter raakt uitgeput; ";

const CONTINUE: Step = seek("<Up>", "▸ Verder met");
const OPEN: Step = step("<Enter>", "1   vrijdag 27 november 2026");
const LAST_ROW: Step = step("<End>", "▸ Bijeenkomst afronden");
const TOP: Step = step("<Home>", "✓ Fictief 1 (");
const FIRST_PATIENT: Step = seek("<Down>", "▸ ✓ Fictief 1 (");
const ADD_PATIENT: Step = seek("<Up>", "▸ Patiënt toevoegen");
const CHOOSE_PATIENT: Step = step("<Enter>", "▸ → Nieuwe patiënt");
const PATIENT: Step = step("<Enter>", "Eigen woorden");
const LAST_STEP: Step = step("<End>", "↑ meer");
const NOTES: Step = seek("<Up>", "▸ Aantekeningen");
const MARKING: Step = seek("<Tab>", "▸ ✓ Markering");
const BEGIN_MARKING: Step = step("<Enter>", "Diagnose of kwetsbaarheid");

/// From the first screen to the row where the newest meeting opens.
pub const TO_CONTINUE: &[Step] = &[CONTINUE];

/// From the first screen to a list of all meetings of the notebook.
pub const TO_ALL_MEETINGS: &[Step] =
    &[CONTINUE, seek("<Down>", "▸ Bijeenkomsten"), step("<Enter>", "  dag  ")];

/// From the first screen to the checklists in force.
pub const TO_CHECKLISTS: &[Step] =
    &[CONTINUE, seek("<Down>", "▸ Checklists"), step("<Enter>", "▸ Kort bespreken")];

/// From the first screen to the register of all patients.
pub const TO_REGISTER: &[Step] =
    &[CONTINUE, seek("<Down>", "▸ Register van patiënten"), step("<Enter>", "besproken")];

/// From the first screen to the course of the patient who presses most.
pub const TO_COURSE: &[Step] = &[
    CONTINUE,
    seek("<Down>", "▸ Register van patiënten"),
    step("<Enter>", "besproken"),
    step("<Enter>", "Wat staat"),
];

/// From the first screen to the counts to learn from.
pub const TO_MIRROR: &[Step] = &[
    CONTINUE,
    seek("<Down>", "▸ Register van patiënten"),
    step("<Enter>", "besproken"),
    seek("<Up>", "▸ Spiegelinformatie"),
    step("<Enter>", "▸ Groep"),
];

/// From the first screen to a search through all meetings that found something.
pub const TO_FIND: &[Step] =
    &[CONTINUE, seek("<Down>", "▸ Zoeken"), step("<Enter>", "▸ Zoek naar"), step("pijn", "│")];

/// From the first screen to who is proposed for the agenda of a new meeting, which is made for it.
pub const TO_PROPOSAL: &[Step] = &[
    CONTINUE,
    seek("<Down>", "▸ Nieuwe bijeenkomst"),
    step("<Enter>", "→ Fictieve groep 1"),
    step("<Down>", "▸ → Fictieve groep 1"),
    step("<Enter>", "▸ Naar de agenda"),
    step("<Esc>", "Voorstel voor de agenda"),
];

const CASES: Step = seek("<Down>", "▸ Oefenen met een casus");
const FIRST_CASE: Step = step("<Enter>", "▸ → Meneer K.");
const BEGIN: Step = step("<Enter>", "▸ → Beginnen; onderweg opslaan");
const NOT_KEPT: Step = step("<Down>", "▸ → Beginnen zonder");
const PEOPLE: Step = step("<Enter>", "▸ artsen");

/// From the first screen to the cases to practise with.
pub const TO_CASES: &[Step] = &[CONTINUE, CASES, FIRST_CASE];

/// From the first screen to who is there at a session, of which nothing is kept.
pub const TO_PEOPLE: &[Step] = &[CONTINUE, CASES, FIRST_CASE, BEGIN, NOT_KEPT, PEOPLE];

/// From the first screen to the scenes of a session.
pub const TO_SCENES: &[Step] =
    &[CONTINUE, CASES, FIRST_CASE, BEGIN, NOT_KEPT, PEOPLE, step("<Esc>", "→ 1. Weer opgenomen")];

/// From the first screen to the first vote of a session.
pub const TO_VOTE: &[Step] = &[
    CONTINUE,
    CASES,
    FIRST_CASE,
    BEGIN,
    NOT_KEPT,
    PEOPLE,
    seek("<Tab>", "▸ → Naar de eerste scène"),
    step("<Enter>", "▸ → Verder"),
    step("<Enter>", "Ieder voor zich"),
];

/// From the first screen to the settings.
pub const TO_SETTINGS: &[Step] =
    &[CONTINUE, seek("<Down>", "▸ Instellingen"), step("<Enter>", "▸ ● Nederlands")];

/// From the first screen to the first patient on the agenda.
pub const TO_AGENDA: &[Step] = &[CONTINUE, OPEN, TOP, FIRST_PATIENT];

/// From the first screen to the known patients whom one can add.
pub const TO_KNOWN_PATIENTS: &[Step] = &[CONTINUE, OPEN, LAST_ROW, ADD_PATIENT, CHOOSE_PATIENT];

/// From the first screen into the label of a new patient, where there are others to choose from.
pub const TO_NEW_PATIENT: &[Step] =
    &[CONTINUE, OPEN, LAST_ROW, ADD_PATIENT, CHOOSE_PATIENT, step("<Enter>", "▸ Aanduiding")];

/// The same, where there is nobody to choose from.
pub const TO_FIRST_PATIENT: &[Step] =
    &[CONTINUE, OPEN, LAST_ROW, ADD_PATIENT, step("<Enter>", "▸ Aanduiding")];

/// From the first screen to the facts of the meeting.
pub const TO_DETAILS: &[Step] = &[
    CONTINUE,
    OPEN,
    LAST_ROW,
    seek("<Up>", "▸ Gegevens en deelnemers"),
    step("<Enter>", "▸ Naam van de groep"),
];

/// From the first screen into a free text of a meeting that is saved while typing.
pub const TO_FREE_TEXT: &[Step] = &[CONTINUE, OPEN, TOP, FIRST_PATIENT, PATIENT, LAST_STEP, NOTES];

/// From the first screen to a row of a patient that is not typed in.
pub const TO_PATIENT: &[Step] = &[CONTINUE, OPEN, TOP, FIRST_PATIENT, PATIENT, LAST_STEP, NOTES, MARKING];

/// From the first screen to the notes that have a screen of their own.
pub const TO_NOTES: &[Step] =
    &[CONTINUE, OPEN, TOP, FIRST_PATIENT, PATIENT, step("<F2>", "\n  Aantekeningen\n")];

/// From the first screen to a question with choices.
pub const TO_A_QUESTION: &[Step] = &[
    CONTINUE,
    OPEN,
    TOP,
    FIRST_PATIENT,
    PATIENT,
    LAST_STEP,
    NOTES,
    MARKING,
    BEGIN_MARKING,
    seek("<Tab>", "Groeiende behoefte"),
];

/// From the first screen to a list of which some are ticked already, so that a tick changes one row; once in a meeting.
pub const TO_A_CHOICE: &[Step] = &[
    CONTINUE,
    OPEN,
    TOP,
    FIRST_PATIENT,
    PATIENT,
    LAST_STEP,
    NOTES,
    MARKING,
    BEGIN_MARKING,
    seek("<Tab>", "Groeiende behoefte"),
    step("<Enter>", "▸ ■ Lichamelijk"),
    step("<Down>", "▸ □ Psychisch"),
];

/// From the first screen to the team's judgement.
pub const TO_JUDGEMENT: &[Step] = &[
    CONTINUE,
    OPEN,
    TOP,
    FIRST_PATIENT,
    PATIENT,
    LAST_STEP,
    NOTES,
    MARKING,
    BEGIN_MARKING,
    seek("<Tab>", "oordeel van het team?"),
];

/// From the first screen to all that is known of a patient.
pub const TO_OVERVIEW: &[Step] =
    &[CONTINUE, OPEN, TOP, FIRST_PATIENT, PATIENT, step("<F5>", "\n  Overzicht")];

/// From the first screen to the minutes of the whole meeting.
pub const TO_MINUTES: &[Step] =
    &[CONTINUE, OPEN, TOP, FIRST_PATIENT, step("<F9>", "alle patiënten zijn verzonnen")];

/// From the first screen to the keys of a free text.
pub const TO_HELP: &[Step] = &[
    CONTINUE,
    OPEN,
    TOP,
    FIRST_PATIENT,
    PATIENT,
    LAST_STEP,
    NOTES,
    step("<F1>", "Alle toetsen van dit scherm"),
];
