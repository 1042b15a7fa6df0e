//! What is said of a death and of what speaks against it, and before two records become one.

use crate::words::language::{Language, sentences};

sentences! {
    /// Question, before two patients become one.
    one_person_question => "Zijn dit één en dezelfde persoon?", "Are these one and the same person?";
    /// What it means.
    one_person_what =>
        "Dan telt alles wat van de een is vastgelegd ook voor de ander, op het scherm en op elk blad. Terugnemen kan: met Ctrl+Z, of later op deze plaats.",
        "Then all that is recorded of the one counts for the other too, on the screen and on every paper. It can be taken back: with Ctrl+Z, or later in this place.";
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
                "NOTE: {died}, and after that something was recorded on {since} as of somebody living. Check what is right."
            ),
            (Self::English, on) => format!(
                "NOTE: {died} on {on}, and on {since} something was recorded as of somebody living. Check what is right."
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
