//! What the program asks before a notebook is used for the first time, and what it says of the answer.

use crate::words::language::{Language, sentences};

sentences! {
    /// The question.
    first_use_question =>
        "Dit notitieboek is nog niet beveiligd. Voor wie is het?",
        "This notebook is not protected yet. Whom is it for?";
    /// An answer.
    first_use_passphrase =>
        "Echte patiënten, met een wachtzin (aangeraden).",
        "Real patients, with a passphrase (recommended).";
    /// An answer.
    first_use_disk =>
        "Echte patiënten, zonder wachtzin: ik verklaar dat de schijf van deze computer versleuteld is.",
        "Real patients, without a passphrase: I state that the disk of this computer is encrypted.";
    /// An answer.
    first_use_fictional =>
        "Alleen verzonnen patiënten, om te oefenen of voor scholing.",
        "Fictional patients only, to practise or for education.";
    /// Where the answer is typed.
    first_use_choose => "Typ 1, 2 of 3, dan Enter (alleen Enter: 1; Esc: stop): ", "Type 1, 2 or 3, then Enter (Enter alone: 1; Esc: stop): ";
    /// Something else was typed.
    first_use_again => "Typ 1, 2 of 3, en dan Enter. Alleen Enter is 1.", "Type 1, 2 or 3, and then Enter. Enter alone is 1.";
    /// Nobody chose.
    first_use_left =>
        "U hebt niets gekozen. Er is niets gemaakt of veranderd.",
        "You chose nothing. Nothing was made or changed.";
}

impl Language {
    /// The answer could not be recorded; the program goes on all the same, and asks again at the next start.
    pub fn first_use_not_recorded(self, why: &str) -> String {
        match self {
            Self::Dutch => format!("Uw keuze kon niet worden vastgelegd. {why}"),
            Self::English => format!("Your choice could not be recorded. {why}"),
        }
    }

    /// How the notebook is protected: it need not be.
    pub fn protection_fictional(self, stated: &str, who: &str) -> String {
        let who = match (self, who.trim()) {
            (Self::Dutch, "") => "Iemand zonder naam",
            (Self::English, "") => "Somebody without a name",
            (_, who) => who,
        };
        match self {
            Self::Dutch => format!(
                "Het notitieboek is niet versleuteld: alleen voor verzonnen patiënten. {who} koos dat op {stated}. \"pallium protect\" versleutelt het."
            ),
            Self::English => format!(
                "The notebook is not encrypted: for fictional patients only. {who} chose that on {stated}. \"pallium protect\" encrypts it."
            ),
        }
    }
}
