//! What undo and redo say they changed.

use crate::words::language::{Language, sentences};

sentences! {
    /// A change.
    changed_answer => "een antwoord", "an answer";
    /// A change.
    changed_judgement => "het oordeel", "the judgement";
    /// A change.
    changed_agreement => "de afspraak", "the agreement";
    /// A change.
    changed_patient => "een gegeven", "a detail";
    /// A change.
    changed_agenda => "de agenda", "the agenda";
    /// A change.
    changed_participant => "deelnemer", "participant";
    /// A change.
    changed_meeting => "gegevens van de bijeenkomst", "details of the meeting";
    /// A change in a session with a case.
    changed_vote => "een stem", "a vote";
    /// A change in a session with a case.
    changed_spread_shown => "het tonen van de verdeling", "showing the spread";
    /// A change in a session with a case.
    changed_spread_hidden => "het verbergen van de verdeling", "hiding the spread";
    /// A change in a session with a case.
    changed_mask_on => "het doorgeven van het toetsenbord", "passing the keyboard round";
    /// A change in a session with a case.
    changed_mask_off => "het tellen in plaats van doorgeven", "counting instead of passing round";
    /// A change in a session with a case.
    changed_kept => "dat stemmen in het verslag komen", "that votes come into the report";
    /// A change in a session with a case.
    changed_forgotten => "dat stemmen vergeten zijn", "that votes are forgotten";
    /// A change in a session with a case.
    changed_one_more => "dat er nog iemand stemt", "that somebody is left to vote";
    /// A change in a session with a case.
    changed_apart => "het tellen per beroepsgroep", "counting by profession";
    /// A change in a session with a case.
    changed_criteria => "het tonen van bron en criteria", "showing source and criteria";
    /// A change in a session with a case.
    changed_ended => "dat de scène klaar is", "that the scene is done";
    /// A change.
    changed_definition => "de gebruikte checklist", "the checklist in use";
}

impl Language {
    /// How an agreement ended: done, dropped, or open again.
    pub fn changed_ending(self, what: &str, done: Option<bool>) -> String {
        let how = match (self, done) {
            (Self::Dutch, Some(true)) => "gedaan",
            (Self::Dutch, Some(false)) => "vervallen",
            (Self::Dutch, None) => "weer open",
            (Self::English, Some(true)) => "done",
            (Self::English, Some(false)) => "dropped",
            (Self::English, None) => "open again",
        };
        format!("{what} ({how})")
    }

    /// A change of the answer to a question.
    pub fn changed_answer_to(self, question: &str) -> String {
        match self {
            _ if question.is_empty() => self.changed_answer().to_owned(),
            Self::Dutch => format!("het antwoord bij \"{question}\""),
            Self::English => format!("the answer to \"{question}\""),
        }
    }

    /// A change of a text beside an answer or a judgement.
    pub fn changed_part(self, part: &str, of: &str) -> String {
        let part = part.to_lowercase();
        match self {
            Self::Dutch => format!("de {part} bij {of}"),
            Self::English => format!("the {part} recorded with {of}"),
        }
    }

    /// A change with the name of what was changed.
    pub fn changed_named(self, what: &str, name: &str) -> String {
        if name.is_empty() { what.to_owned() } else { format!("{what} \"{name}\"") }
    }

    /// A change in a scene of a session, in the first or (true) second round, or outside the rounds.
    pub fn of_scene(self, what: &str, scene: usize, second: Option<bool>) -> String {
        let scene = self.session_scene(scene).to_lowercase();
        let round =
            second.map(|second| format!(", {}", self.session_round(u8::from(second) + 1).to_lowercase()));
        format!("{what} ({scene}{})", round.unwrap_or_default())
    }

    /// A change of something of a patient.
    pub fn of_patient(self, what: &str, patient: &str) -> String {
        match self {
            _ if patient.is_empty() => what.to_owned(),
            Self::Dutch => format!("{what} van {patient}"),
            Self::English => format!("{what} of {patient}"),
        }
    }

    /// That a patient came on the agenda, or went from it; between meetings there is none.
    pub fn changed_on_agenda(self, patient: &str, went: bool, between: bool) -> String {
        match (self, went, between) {
            (Self::Dutch, false, false) => format!("{patient} op de agenda"),
            (Self::Dutch, true, false) => format!("{patient} van de agenda"),
            (Self::Dutch, false, true) => format!("{patient} in deze lijst"),
            (Self::Dutch, true, true) => format!("{patient} uit deze lijst"),
            (Self::English, false, false) => format!("{patient} on the agenda"),
            (Self::English, true, false) => format!("{patient} off the agenda"),
            (Self::English, false, true) => format!("{patient} on this list"),
            (Self::English, true, true) => format!("{patient} off this list"),
        }
    }

    /// That a patient was discussed, or no longer was.
    pub fn changed_discussed(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("of {patient} is besproken"),
            Self::English => format!("whether {patient} was discussed"),
        }
    }

    /// That a patient died, or did not.
    pub fn changed_deceased(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("of {patient} is overleden"),
            Self::English => format!("whether {patient} has died"),
        }
    }

    /// That a patient is discussed later, or not.
    pub fn changed_postponed(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("het uitstellen van {patient}"),
            Self::English => format!("postponing {patient}"),
        }
    }

    /// With whom a patient is one person.
    pub fn changed_identity(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("met wie {patient} een en dezelfde persoon is"),
            Self::English => format!("with whom {patient} is one person"),
        }
    }

    /// A change that came with others like it.
    pub fn and_others(self, what: &str, others: usize) -> String {
        match self {
            Self::Dutch => format!("{what}, met nog {others}"),
            Self::English => format!("{what}, with {others} more"),
        }
    }

    /// Text that is no longer there.
    pub fn text_taken_out(self, text: &str) -> String {
        match self {
            Self::Dutch => format!("\"{text}\" is weg"),
            Self::English => format!("\"{text}\" is gone"),
        }
    }

    /// Only a blank line or a space changed.
    pub fn blank_changed(self, is_line: bool) -> &'static str {
        match (self, is_line) {
            (Self::Dutch, true) => "de lege regel",
            (Self::Dutch, false) => "de spatie",
            (Self::English, true) => "the blank line",
            (Self::English, false) => "the space",
        }
    }

    /// Text that is there again.
    pub fn text_put_back(self, text: &str) -> String {
        match self {
            Self::Dutch => format!("\"{text}\" staat er weer"),
            Self::English => format!("\"{text}\" is there again"),
        }
    }
}
