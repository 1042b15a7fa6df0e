//! What is said when a patient is finished, when a meeting ends, and of its minutes.

use crate::words::language::{Language, ended, sentences};

sentences! {
    /// Title.
    confirm_title => "Afspraken bevestigen", "Confirm the agreements";
    /// What is asked of the room.
    confirm_what => "Lees voor wat is afgesproken: wie doet wat, en wanneer?", "Read out what was agreed: who does what, and when?";
    /// A row.
    confirm_confirmed => "Bevestigd: deze patiënt afronden", "Confirmed: finish this patient";
    /// A row, where nothing was agreed.
    confirm_nothing => "Niets af te spreken: deze patiënt afronden", "Nothing to agree: finish this patient";
    /// Asked where the team judged and agreed nothing.
    confirm_nothing_agreed => "Er is nog niets afgesproken. Wie doet wat, en wanneer?", "Nothing was agreed yet. Who does what, and when?";
    /// Somebody has to tell an owner who is not there.
    agreement_untold => "wie vertelt het?", "who tells them?";

    /// A row, and a title.
    ending_title => "Bijeenkomst afronden", "Wrap up the meeting";
    /// Heading.
    ending_still_open => "Nog open", "Still open";
    /// Heading.
    ending_agreements => "Afspraken, per persoon om voor te lezen", "Agreements, to be read aloud person by person";
    /// Heading.
    ending_of_the_group => "Van de groep", "About the group";
    /// A hint.
    ending_bottlenecks_hint => "wat liep vast in de zorg, en wie moet dat weten", "where care got stuck, and who needs to know";
    /// A hint.
    ending_own_notes_hint => "blijft bij de groep, gaat naar niemand", "stays with the group, goes to nobody";
    /// A hint.
    ending_learning_needs_hint => "waarover wil de groep meer weten", "what the group wants to know more about";
    /// A row.
    ending_minutes => "Verslag bekijken", "View the minutes";
    /// A row, and a title.
    ending_close => "Bijeenkomst afsluiten", "Close the meeting";
    /// What closing means.
    closing_what =>
        "Na het afsluiten is deze bijeenkomst alleen nog te lezen. Het verslag blijft te bekijken.",
        "Once it is closed, this meeting can only be read. The minutes can still be viewed.";
    /// A row.
    closing_yes => "Bijeenkomst afsluiten; daarna alleen lezen", "Close the meeting; read only from then on";
    /// A row.
    closing_no => "Nog niet afsluiten", "Do not close yet";
    /// Notice.
    closing_done => "De bijeenkomst is afgesloten.", "The meeting is closed.";

    /// Title.
    minutes_title => "Verslag", "Minutes";
}

impl Language {
    /// What the team judged today.
    pub fn confirm_judged(self, words: &str) -> String {
        match self {
            Self::Dutch => format!("Vandaag geoordeeld: {words}"),
            Self::English => format!("Judged today: {words}"),
        }
    }

    /// Nothing is left to be discussed or arranged; so many agreements run on.
    pub fn ending_complete(self, running: usize) -> String {
        match (self, running) {
            (Self::Dutch, 0) => "Er staat niets meer open.".to_owned(),
            (Self::Dutch, 1) => {
                "Niets meer te bespreken. Er loopt 1 afspraak, met wie en wanneer.".to_owned()
            }
            (Self::Dutch, _) => {
                format!("Niets meer te bespreken. Er lopen {running} afspraken, elk met wie en wanneer.")
            }
            (Self::English, 0) => "Nothing is left open.".to_owned(),
            (Self::English, 1) => {
                "Nothing left to discuss. 1 agreement goes on, with who and when.".to_owned()
            }
            (Self::English, _) => {
                format!("Nothing left to discuss. {running} agreements go on, each with who and when.")
            }
        }
    }

    /// Time used, against what was planned where that is known.
    pub fn time_used(self, minutes: u32, planned: Option<u32>) -> String {
        match (self, planned) {
            (Self::Dutch, Some(planned)) => format!("{minutes} van {planned} minuten"),
            (Self::English, Some(planned)) => format!("{minutes} of {planned} minutes"),
            (Self::Dutch, None) if minutes == 1 => "1 minuut".to_owned(),
            (Self::English, None) if minutes == 1 => "1 minute".to_owned(),
            (Self::Dutch, None) => format!("{minutes} minuten"),
            (Self::English, None) => format!("{minutes} minutes"),
        }
    }

    /// Time used by discussing patients.
    pub fn time_with_patients(self, used: &str) -> String {
        match self {
            Self::Dutch => format!("Tijd met patiënten: {used}."),
            Self::English => format!("Time with patients: {used}."),
        }
    }

    /// Minutes, short.
    pub fn minutes_short(self, minutes: u32) -> String {
        format!("{minutes} min")
    }

    /// How much is still open when a meeting is closed.
    pub fn closing_still_open(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "Er staat nog 1 punt open; dat is in het verslag te zien.".to_owned(),
            (Self::Dutch, _) => format!("Er staan nog {count} punten open; dat is in het verslag te zien."),
            (Self::English, 1) => "1 point is still open; the minutes show it.".to_owned(),
            (Self::English, _) => format!("{count} points are still open; the minutes show them."),
        }
    }

    /// No patient of a meeting is called this.
    pub fn cli_no_such_patient(self, typed: &str, patients: &str) -> String {
        let listed = ended(patients);
        match (self, patients) {
            (Self::Dutch, "") => format!("Er is geen patiënt \"{typed}\": de agenda is leeg."),
            (Self::English, "") => format!("There is no patient \"{typed}\": the agenda is empty."),
            (Self::Dutch, _) => format!("Er is geen patiënt \"{typed}\". Op de agenda: {listed}"),
            (Self::English, _) => format!("There is no patient \"{typed}\". On the agenda: {listed}"),
        }
    }

    /// Several patients of a meeting are called this.
    pub fn cli_many_patients(self, typed: &str, patients: &str) -> String {
        let patients = ended(patients);
        match self {
            Self::Dutch => format!("\"{typed}\" past bij meer patiënten; noem het nummer: {patients}"),
            Self::English => format!("\"{typed}\" matches several patients; give the number: {patients}"),
        }
    }
}
