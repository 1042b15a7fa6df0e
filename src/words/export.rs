//! What minutes and lists on paper or in a pipe say.

use super::{Language, sentences};

sentences! {
    /// Who was there.
    export_present => "Aanwezig", "Present";
    /// Who belongs to the group and was not there.
    export_absent => "Afwezig", "Absent";
    /// A patient who was not discussed.
    export_not_discussed => "Niet besproken.", "Not discussed.";
    /// A patient whose discussion was not finished.
    export_unfinished => "De bespreking is niet afgerond.", "The discussion was not finished.";
    /// A patient who was moved to a later meeting.
    export_postponed => "Doorgeschoven naar een volgende bijeenkomst.", "Moved to a later meeting.";
    /// A patient who has died.
    export_deceased => "Overleden.", "Deceased.";
    /// Whether the patient knows.
    export_informed => "Patiënt weet van deze bespreking", "Patient knows of this discussion";
    /// How often each option was chosen.
    export_spread => "verdeling", "spread";
    /// The explanation beside an answer.
    export_note => "Toelichting", "Explanation";
    /// The judgement of the team.
    export_judgement => "Oordeel van het team", "Judgement of the team";
    /// A judgement without a choice.
    export_no_judgement => "nog niet gegeven", "not given yet";
    /// What a source says, as it was on the screen when the team decided.
    export_shown => "Getoond bij het oordeel", "Shown at the judgement";
    /// Who tells an owner who is not there.
    export_told_by => "verteld door", "told by";
    /// An agreement that was done.
    export_done => "gedaan", "done";
    /// An agreement that is no longer needed.
    export_dropped => "niet meer nodig", "no longer needed";
    /// Somebody from outside without a name.
    export_outside => "iemand van buiten de bijeenkomst", "somebody from outside the meeting";
    /// Bottlenecks.
    export_bottlenecks => "Knelpunten", "Bottlenecks";
    /// Learning needs.
    export_learning_needs => "Onderwijsbehoeften", "Learning needs";
    /// What the group wrote for itself.
    export_own_notes => "Van ons als groep", "Of us as a group";
    /// All patients are fictional.
    export_fictional => "Alle patiënten zijn verzonnen.", "All patients are fictional.";
    /// The meeting goes on.
    export_not_closed => "De bijeenkomst is nog niet afgesloten.", "The meeting is not closed yet.";
    /// A definition that is missing.
    export_without_definition =>
        "De checklist zelf is niet gevonden; de antwoorden staan in het notitieboek, maar niet hier.",
        "The checklist itself was not found; the answers are in the notebook, but not here.";
    /// What belongs to the group and to no patient.
    export_of_the_group => "Van de groep", "Of the group";
    /// A column.
    export_column_date => "datum", "date";
    /// A column.
    export_column_group => "groep", "group";
    /// A column.
    export_column_kind => "soort", "kind";
    /// A column.
    export_column_discussed => "besproken", "discussed";
    /// A column.
    export_column_agreements => "afspraken", "agreements";
    /// A column.
    export_column_number => "nummer", "number";
}

impl Language {
    /// How many agreements are open.
    pub fn export_open(self, count: usize) -> String {
        format!("{count} open")
    }

    /// Where and when a patient was discussed.
    pub fn export_discussed_in(self, group: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("Besproken in {group}, {day}"),
            Self::English => format!("Discussed in {group}, {day}"),
        }
    }

    /// Who recorded something, and when; `by` may be empty.
    pub fn export_recorded(self, by: &str, at: &str) -> String {
        match (self, by) {
            (Self::Dutch, "") => format!("Vastgelegd {at}"),
            (Self::Dutch, by) => format!("Vastgelegd door {by}, {at}"),
            (Self::English, "") => format!("Recorded {at}"),
            (Self::English, by) => format!("Recorded by {by}, {at}"),
        }
    }

    /// That a judgement was withdrawn, and when.
    pub fn export_withdrawn(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Ingetrokken op {day}"),
            Self::English => format!("Withdrawn on {day}"),
        }
    }

    /// That what was agreed was taken over into the patient's record; `by` may be empty.
    pub fn export_taken_over(self, by: &str, day: &str) -> String {
        match (self, by) {
            (Self::Dutch, "") => format!("Overgenomen in dossier op {day}."),
            (Self::Dutch, by) => format!("Overgenomen in dossier door {by}, op {day}."),
            (Self::English, "") => format!("Taken over into the patient's record on {day}."),
            (Self::English, by) => format!("Taken over into the patient's record by {by}, on {day}."),
        }
    }
}
