//! What is taken out of a meeting or finished: the question before, and what is said afterwards.

use crate::words::language::{Language, ended, sentences};

sentences! {
    /// Title.
    removing_title => "Weghalen", "Remove";
    /// Under the question.
    removing_undo => "Ctrl+Z zet alles terug, zolang de bijeenkomst open is.", "Ctrl+Z puts everything back while the meeting is open.";
    /// Heading.
    removing_agreements => "Deze afspraken gaan mee", "These agreements go along";
    /// A row.
    removing_no => "Nee, laten staan", "No, leave it";
    /// A row.
    removing_yes => "Ja, weghalen", "Yes, remove";
    /// A row.
    removing_postpone =>
        "Naar een volgende bijeenkomst; alles blijft staan",
        "Move to a later meeting; everything stays";
    /// A row.
    removing_death_yes => "Ja, niet overleden", "Yes, not deceased";
    /// Question.
    removing_agreement =>
        "Deze afspraak van een eerdere bijeenkomst weghalen?",
        "Remove this agreement of an earlier meeting?";

    /// After what was taken away or finished.
    undo_brings_back => "Ctrl+Z haalt het terug.", "Ctrl+Z brings it back.";
    /// That an answer was taken away.
    answer_cleared => "Antwoord gewist.", "Answer cleared.";
    /// What is chosen already was chosen again.
    chosen_already => "Dit is al gekozen.", "This is chosen already.";
    /// That a judgement was taken away.
    judgement_is_cleared => "Oordeel gewist.", "Judgement cleared.";
    /// That a judgement is no longer withdrawn.
    judgement_stands_again => "Intrekking teruggenomen: het oordeel staat weer.", "Withdrawal taken back: the judgement stands again.";
    /// That a judgement was withdrawn.
    judgement_is_withdrawn => "Oordeel ingetrokken.", "Judgement withdrawn.";
    /// That an agreement was taken away.
    agreement_removed => "Afspraak weggehaald.", "Agreement removed.";
    /// That an agreement was done.
    agreement_is_done => "Afspraak gedaan.", "Agreement done.";
    /// That an agreement is no longer needed.
    agreement_is_dropped => "Afspraak vervallen.", "Agreement dropped.";
    /// That it no longer says who tells the owner of an agreement.
    agreement_teller_went => "Wie het vertelt is leeggemaakt.", "Who tells them was cleared.";
    /// That one of several was taken away.
    repeat_removed => "Weggehaald.", "Removed.";
    /// That a patient was discussed.
    patient_is_discussed => "Deze patiënt is afgerond.", "This patient is finished.";
    /// That a patient who was finished is discussed again.
    patient_is_open_again => "Deze patiënt is weer in bespreking.", "This patient is under discussion again.";
    /// That a patient who was put off is discussed today.
    patient_is_back => "Staat weer op de agenda van vandaag.", "On today's agenda again.";
    /// That a patient is not deceased after all.
    patient_is_not_deceased => "Niet overleden.", "Not deceased.";
    /// That an agreement is no longer for the paper of the patient.
    agreement_not_for_patient => "Staat niet meer op het blad voor de patiënt.", "No longer on the sheet for the patient.";
    /// That a patient was put off of whom something was written down.
    patient_is_postponed_with_text =>
        "Naar een volgende bijeenkomst. Wat er is opgeschreven, blijft hier en in het verslag staan.",
        "Moved to a later meeting. What was written down stays here and in the minutes.";
    /// That a patient was put off.
    patient_is_postponed => "Naar een volgende bijeenkomst.", "Moved to a later meeting.";
}

impl Language {
    /// Everybody who is there, in one row.
    pub fn choose_everybody(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("Iedereen die er is ({count})"),
            Self::English => format!("Everybody who is there ({count})"),
        }
    }

    /// The first key on a page recorded an answer.
    pub fn recorded_at_once(self, what: &str) -> String {
        let what = ended(what);
        match self {
            Self::Dutch => format!("Vastgelegd: {what} Ctrl+Z haalt het terug."),
            Self::English => format!("Recorded: {what} Ctrl+Z takes it back."),
        }
    }

    /// Asks whether a patient is to go.
    pub fn removing_patient(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("{patient} van de agenda halen?"),
            Self::English => format!("Take {patient} off the agenda?"),
        }
    }

    /// Asks whether somebody did not die after all.
    pub fn removing_death(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("Is {patient} toch niet overleden?"),
            Self::English => format!("Is {patient} not deceased after all?"),
        }
    }

    /// Says what stood before an answer that says that there is none.
    pub fn answer_made_room(self, what: &str) -> String {
        let what = ended(what);
        match self {
            Self::Dutch => format!("Wat er stond is weg: {what}"),
            Self::English => format!("What stood there is gone: {what}"),
        }
    }

    /// Asks whether a participant is to go.
    pub fn removing_participant(self, participant: &str) -> String {
        match self {
            Self::Dutch => format!("{participant} weghalen?"),
            Self::English => format!("Remove {participant}?"),
        }
    }

    /// Says that a patient has gone.
    pub fn patient_removed(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("{patient} is van de agenda gehaald."),
            Self::English => format!("{patient} was taken off the agenda."),
        }
    }

    /// The same of somebody of whom something was recorded between meetings.
    pub fn patient_not_recorded(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("Van {patient} staat hier niets meer."),
            Self::English => format!("Nothing of {patient} is recorded here any more."),
        }
    }

    /// Says that a participant has gone.
    pub fn participant_removed(self, participant: &str) -> String {
        match self {
            Self::Dutch => format!("{participant} is weggehaald."),
            Self::English => format!("{participant} was removed."),
        }
    }

    /// In how many places a participant is named.
    pub fn named_with_patients(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "Staat 1 keer bij een patiënt; daar staat dan geen naam meer.".to_owned(),
            (Self::Dutch, _) => format!("Staat {count} keer bij patiënten; daar staat dan geen naam meer."),
            (Self::English, 1) => "Is named once with a patient; that name will then be missing.".to_owned(),
            (Self::English, _) => {
                format!("Is named {count} times with patients; those names will then be missing.")
            }
        }
    }

    /// What was recorded already: "Al vastgelegd: 3 antwoorden, 1 oordeel, aantekeningen."; none where there is nothing.
    pub fn recorded_so_far(self, answers: usize, judgements: usize, notes: bool) -> Option<String> {
        let counted = |count: usize, one: &str, several: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {several}")),
        };
        let parts = match self {
            Self::Dutch => [
                counted(answers, "antwoord", "antwoorden"),
                counted(judgements, "oordeel", "oordelen"),
                notes.then(|| "aantekeningen".to_owned()),
            ],
            Self::English => [
                counted(answers, "answer", "answers"),
                counted(judgements, "judgement", "judgements"),
                notes.then(|| "notes".to_owned()),
            ],
        };
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| match self {
            Self::Dutch => format!("Al vastgelegd: {}.", parts.join(", ")),
            Self::English => format!("Recorded already: {}.", parts.join(", ")),
        })
    }

    /// The same, where the next one follows it on the screen.
    pub fn agreement_stands_next(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("{}. Dit is de volgende.", self.agreement_stands(what)),
            Self::English => format!("{}. This is the next one.", self.agreement_stands(what)),
        }
    }

    /// That an agreement was noted.
    pub fn agreement_stands(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("Afspraak staat genoteerd: {what}"),
            Self::English => format!("Agreement noted: {what}"),
        }
    }
}
