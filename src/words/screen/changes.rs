//! What undo and redo say they changed.

use crate::words::language::{Language, sentences};

sentences! {
    /// A change.
    changed_answer => "een antwoord", "an answer";
    /// A change.
    changed_judgement => "een oordeel", "a judgement";
    /// A change.
    changed_agreement => "een afspraak", "an agreement";
    /// A change.
    changed_patient => "gegevens van een patiënt", "details of a patient";
    /// A change.
    changed_agenda => "de agenda", "the agenda";
    /// A change.
    changed_participant => "een deelnemer", "a participant";
    /// A change.
    changed_meeting => "gegevens van de bijeenkomst", "details of the meeting";
    /// A change.
    changed_definition => "de gebruikte checklist", "the checklist in use";
    /// A change.
    changed_text => "een tekst", "a text";
}

impl Language {
    /// Text that is no longer there.
    pub fn text_taken_out(self, text: &str) -> String {
        match self {
            Self::Dutch => format!("\"{text}\" is weg"),
            Self::English => format!("\"{text}\" is gone"),
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
