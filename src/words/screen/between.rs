//! What is said of what is recorded between two meetings, where nobody met and nothing was discussed.

use crate::words::language::{Language, sentences};

sentences! {
    /// Heading of what else can be recorded of a patient.
    between_more => "Meer vastleggen", "Record more";
    /// A row; everything is saved already.
    between_back => "Terug: nog een patiënt, of klaar", "Back: one more patient, or done";
    /// A row.
    between_to_patients => "Naar de patiënten", "To the patients";
    /// A row.
    between_to_patient => "Naar de patiënt", "To the patient";
    /// A row.
    between_remove => "Toch niets vastleggen van deze patiënt", "Record nothing about this patient";
    /// State of a patient of whom something was recorded.
    between_recorded => "vastgelegd", "recorded";
    /// State of a patient of whom nothing was recorded yet.
    between_nothing_yet => "nog niets vastgelegd", "nothing recorded yet";
    /// A record in which nothing is said of a patient.
    course_nothing_recorded => "niets vastgelegd", "nothing recorded";
    /// What stands beside it in a list of meetings.
    between_briefly => "tussentijds", "in between";
    /// Notice.
    between_done => "Het is vastgelegd.", "It is recorded.";
    /// Notice, where nobody recorded anything.
    between_nothing_done => "Er is niets vastgelegd.", "Nothing was recorded.";
    /// A column: when the team spoke of the patient last.
    column_last_time => "laatst", "last";
    /// A row, and a title.
    between_reopen => "Opnieuw openen", "Open it again";
    /// What opening it again means.
    between_reopen_what =>
        "Wat hier is vastgelegd, kan dan weer veranderen. Er blijft staan wie het opende, wanneer en waarom, en van alles wat verandert wat er stond en wat er nu staat.",
        "What is recorded here can then be changed again. It stays on record who opened it, when and why, and for everything that changes what was there before and what is there now.";
    /// What happens next.
    between_reopened_what =>
        "Dit is weer open. Verander wat nodig is, en maak het daarna weer af.",
        "This is open again. Change what is needed, and then finish it again.";
    /// A hint.
    between_reopened_reason_hint => "waarom is dit weer geopend?", "why was this opened again?";
    /// A row, where it was opened again.
    between_reopened_row => "Weer geopend", "Opened again";
    /// A field, of who is proposed for the next meeting.
    between_question => "Vraag, en waarom nu", "Question, and why now";
    /// What is typed there.
    between_question_hint => "als u iemand voorstelt voor de volgende keer", "if you propose somebody for next time";
    /// Heading above when and where somebody died.
    between_death => "Wanneer en waar", "When and where";
    /// In what is written of it, as long as more may come.
    export_between_not_closed =>
        "Dit wordt nog vastgelegd; er kan nog iets bij komen.",
        "This is still being recorded; more may follow.";
}

impl Language {
    /// Of how many patients something is recorded between meetings.
    pub fn between_count(self, patients: usize) -> String {
        match (self, patients) {
            (Self::Dutch, 0) => "nog geen patiënten".to_owned(),
            (Self::Dutch, 1) => "1 patiënt".to_owned(),
            (Self::Dutch, _) => format!("{patients} patiënten"),
            (Self::English, 0) => "no patients yet".to_owned(),
            (Self::English, 1) => "1 patient".to_owned(),
            (Self::English, _) => format!("{patients} patients"),
        }
    }

    /// For which group and when something was recorded between meetings.
    pub fn export_between_in(self, group: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("Tussentijds vastgelegd, {group}, {day}"),
            Self::English => format!("Recorded between meetings, {group}, {day}"),
        }
    }

    /// The question whether nothing is to be recorded of a patient.
    pub fn between_remove_question(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("Niets vastleggen van {patient}?"),
            Self::English => format!("Record nothing about {patient}?"),
        }
    }

    /// Why somebody is in the register of whom nobody spoke yet: a meeting that was made ahead has the patient on its agenda.
    pub fn proposed_for(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("voorgesteld voor {day}"),
            Self::English => format!("proposed for {day}"),
        }
    }

    /// A meeting that was made ahead has the patient on its agenda.
    pub fn on_agenda_of(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("op de agenda van {day}"),
            Self::English => format!("on the agenda of {day}"),
        }
    }

    /// The same of somebody of whom nothing was recorded yet.
    pub fn only_proposed(self, label: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("{label} staat voorgesteld voor {day}. Er is nog niets vastgelegd."),
            Self::English => format!("{label} is proposed for {day}. Nothing is recorded yet."),
        }
    }

    /// The name that was typed is one that a known group had before.
    pub fn group_is_called_now(self, typed: &str, now: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{typed} heet nu {now}; is dit die groep? Zo niet, dan blijft staan wat u typte.")
            }
            Self::English => {
                format!("{typed} is called {now} now; is this that group? If not, what you typed stays.")
            }
        }
    }

    /// A row: that group is meant.
    pub fn group_is_that(self, now: &str) -> String {
        match self {
            Self::Dutch => format!("Ja, {now}"),
            Self::English => format!("Yes, {now}"),
        }
    }
}

sentences! {
    /// Question, before two patients become one.
    one_person_question => "Zijn dit één en dezelfde persoon?", "Are these one and the same person?";
    /// What it means.
    one_person_what =>
        "Dan telt alles wat van de een is vastgelegd ook voor de ander, op het scherm en op elk blad. Terugnemen kan: met Ctrl+Z, of later op deze plaats.",
        "Then all that is recorded about the one counts for the other too, on the screen and on every paper. It can be taken back: with Ctrl+Z, or later in this place.";
    /// A row.
    one_person_no => "Nee, twee patiënten: terug", "No, two patients: go back";
    /// A row.
    one_person_yes => "Ja, dit is dezelfde persoon", "Yes, this is the same person";
    /// What is different.
    one_person_labels => "LET OP: zij heten anders.", "NOTE: they are called differently.";
}

impl Language {
    /// Two who are said to be one were born in other years.
    pub fn one_person_born(self, one: &str, other: &str) -> String {
        match self {
            Self::Dutch => format!("LET OP: de geboortejaren verschillen: {one} en {other}."),
            Self::English => format!("NOTE: the years of birth differ: {one} and {other}."),
        }
    }

    /// Of two who are said to be one the one died, and the other was spoken of as living, where that is known after that.
    pub fn one_person_died(self, died: &str, on: &str, lives: &str, since: &str) -> String {
        match (self, on, since) {
            (Self::Dutch, _, "") => format!("LET OP: {died} is overleden, {lives} niet."),
            (Self::Dutch, "", _) => {
                format!("LET OP: {died} is overleden, en {lives} is op {since} nog besproken.")
            }
            (Self::Dutch, ..) => {
                format!("LET OP: {died} is overleden op {on}, en {lives} is daarna besproken, op {since}.")
            }
            (Self::English, _, "") => format!("NOTE: {died} died, {lives} did not."),
            (Self::English, "", _) => {
                format!("NOTE: {died} died, and {lives} was still discussed on {since}.")
            }
            (Self::English, ..) => {
                format!("NOTE: {died} died on {on}, and {lives} was discussed after that, on {since}.")
            }
        }
    }

    /// The day of a death is still to come.
    pub fn death_to_come(self, on: &str) -> String {
        match self {
            Self::Dutch => format!("LET OP: overleden op {on}; die dag komt nog. Kijk na of de dag klopt."),
            Self::English => {
                format!("NOTE: died on {on}; that day is still to come. Check whether it is right.")
            }
        }
    }

    /// Something was recorded of somebody living after the death; the day of that is not known where it is empty.
    pub fn death_before(self, on: &str, since: &str) -> String {
        let died = match self {
            Self::Dutch => "overleden",
            Self::English => "died",
        };
        match (self, on) {
            (Self::Dutch, "") => format!(
                "LET OP: {died}, en daarna is op {since} nog iets vastgelegd als van iemand die leeft. Kijk na wat klopt."
            ),
            (Self::Dutch, on) => format!(
                "LET OP: {died} op {on}, en op {since} is nog iets vastgelegd als van iemand die leeft. Kijk na wat klopt."
            ),
            (Self::English, "") => format!(
                "NOTE: {died}, and after that something was recorded on {since} as if they were still alive. Check what is right."
            ),
            (Self::English, on) => format!(
                "NOTE: {died} on {on}, and on {since} something was recorded as if they were still alive. Check what is right."
            ),
        }
    }

    /// What is said of somebody, and is to be looked at again.
    pub fn doubtful(self, words: &str) -> String {
        format!("{words} (?)")
    }

    /// Beside the day of a death: the patient was discussed after it.
    pub fn died_before_discussed(self, day: &str, discussed: &str) -> String {
        match self {
            Self::Dutch => format!("{day}; op {discussed} nog besproken. Klopt de dag?"),
            Self::English => format!("{day}; still discussed on {discussed}. Is the day right?"),
        }
    }
}
