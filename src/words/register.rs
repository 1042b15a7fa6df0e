//! What the screens say of earlier meetings, and of the order of the agenda.

use super::{Language, sentences};

sentences! {
    /// A row.
    add_patient_new => "Nieuwe patiënt", "New patient";
    /// Heading.
    add_patient_earlier => "Van eerdere bijeenkomsten", "From earlier meetings";
    /// Heading.
    add_patient_other_groups => "Van andere groepen", "From other groups";
    /// While earlier meetings are being read.
    add_patient_reading => "Eerdere bijeenkomsten worden gelezen.", "Earlier meetings are being read.";
    /// A patient who was only on an agenda.
    not_discussed_yet => "nog niet besproken", "not discussed yet";
    /// State of a patient.
    postponed_last_time => "vorige bijeenkomst uitgesteld", "postponed last meeting";
    /// State of a patient.
    patient_deceased => "overleden", "died";
    /// State of a patient.
    patient_postponed => "naar een volgende bijeenkomst", "moved to a later meeting";

    /// A key.
    key_move => "eerder of later", "earlier or later";
    /// A row.
    profile_up => "Eerder bespreken", "Discuss earlier";
    /// A row.
    profile_down => "Later bespreken", "Discuss later";
    /// A row.
    profile_postpone => "Naar een volgende bijeenkomst", "Move to a later meeting";
    /// A row.
    profile_deceased => "Overleden", "Died";
    /// Heading of the rows about the agenda.
    profile_agenda => "Op de agenda", "On the agenda";
}

impl Language {
    /// When a patient was last discussed.
    pub fn last_discussed(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("besproken {day}"),
            Self::English => format!("discussed {day}"),
        }
    }

    /// When a patient is to be discussed again.
    pub fn next_review_on(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("opnieuw bespreken {day}"),
            Self::English => format!("discuss again {day}"),
        }
    }

    /// How many agreements are open.
    pub fn agreements_open(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 afspraak open".to_owned(),
            (Self::Dutch, _) => format!("{count} afspraken open"),
            (Self::English, 1) => "1 agreement open".to_owned(),
            (Self::English, _) => format!("{count} agreements open"),
        }
    }

    /// When a group met last.
    pub fn last_time(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("vorige keer {day}"),
            Self::English => format!("last time {day}"),
        }
    }

    /// The people of the last meeting of this group were put in.
    pub fn participants_taken_over(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Deelnemers overgenomen van {day}; pas aan wie er vandaag is."),
            Self::English => format!("Participants taken over from {day}; adjust who is here today."),
        }
    }

    /// A patient with this label is in the notebook already.
    pub fn patient_known_already(self, label: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "Er is al een patiënt {label}. Is dat dezelfde? Haal deze dan weg en kies die uit de lijst."
                )
            }
            Self::English => {
                format!(
                    "There is a patient {label} already. Is it the same? Remove this one and choose that from the list."
                )
            }
        }
    }

    /// Open agreements came along with a patient.
    pub fn agreements_came_along(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 open afspraak kwam mee van een eerdere bijeenkomst.".to_owned(),
            (Self::Dutch, _) => format!("{count} open afspraken kwamen mee van een eerdere bijeenkomst."),
            (Self::English, 1) => "1 open agreement came along from an earlier meeting.".to_owned(),
            (Self::English, _) => format!("{count} open agreements came along from an earlier meeting."),
        }
    }

    /// The day on which an agreement of an earlier meeting was made.
    pub fn agreement_from(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("van {day}"),
            Self::English => format!("of {day}"),
        }
    }

    /// What was answered the time before.
    pub fn was(self, answer: &str) -> String {
        match self {
            Self::Dutch | Self::English => format!("was {answer}"),
        }
    }
}
