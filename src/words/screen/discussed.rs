//! What is said of a conversation with the patient that was not noted, or not whole.

use crate::words::language::{Language, behind, sentences};

sentences! {
    /// Which part of a conversation is meant.
    by_whom => "door wie", "by whom";
    /// Which part of a conversation is meant.
    on_what_day => "wanneer", "when";
    /// Which part of a conversation is meant.
    with_whom => "met wie", "with whom";
    /// A choice that says nothing without a note.
    not_noted_what => "niet genoteerd wat er bedoeld is", "what is meant was not noted";
    /// Two records of one person that say different things.
    noted_otherwise_too => "op dezelfde dag is onder een andere aanduiding iets anders genoteerd", "on the same day something else was noted under another label";
    /// What belongs to a choice that gave way.
    both_of_another_choice =>
        "de toelichting en het genoteerde gesprek horen bij een andere keuze, die hier eerst stond",
        "the comment and the conversation that was noted belong to another choice, which stood here first";
    /// The same.
    conversation_of_another_choice =>
        "het genoteerde gesprek hoort bij een andere keuze, die hier eerst stond",
        "the conversation that was noted belongs to another choice, which stood here first";
    /// The same.
    note_of_another_choice =>
        "de toelichting hoort bij een andere keuze, die hier eerst stond",
        "the comment belongs to another choice, which stood here first";
    /// Row: what was noted beside another choice holds for this one.
    both_hold_too => "Toelichting en gesprek gelden ook voor deze keuze", "The comment and the conversation apply to this choice too";
    /// The same.
    conversation_holds_too => "Het genoteerde gesprek geldt ook voor deze keuze", "The conversation applies to this choice too";
    /// The same.
    note_holds_too => "De toelichting geldt ook voor deze keuze", "The comment applies to this choice too";
    /// Notice: that was said.
    noted_holds_too =>
        "Wat er genoteerd staat, geldt ook voor deze keuze. Ctrl+Z neemt dat terug.",
        "What was noted applies to this choice too. Ctrl+Z takes that back.";
    /// A conversation on a day that had not come when it was noted.
    not_held_yet =>
        "het gesprek was nog niet gevoerd toen dit werd genoteerd",
        "the conversation had not been held yet when this was noted";
}

impl Language {
    /// A note that was written beside another choice.
    pub fn note_beside(self, choice: &str, note: &str) -> String {
        match (self, choice) {
            (Self::Dutch, "") => format!("bij een andere keuze stond: {note}"),
            (Self::English, "") => format!("with another choice this was noted: {note}"),
            (Self::Dutch, choice) => format!("bij \"{choice}\" stond: {note}"),
            (Self::English, choice) => format!("with \"{choice}\" this was noted: {note}"),
        }
    }

    /// Behind what was confirmed: where its conversation stands, as far as that was noted.
    pub fn discussed_then(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("bevestigd; door wie, wanneer en met wie besproken: zie {day}"),
            Self::English => format!("confirmed; by whom, when and with whom it was discussed: see {day}"),
        }
    }

    /// That parts of a conversation were not noted.
    pub fn not_noted_of_conversation(self, parts: &str) -> String {
        match self {
            Self::Dutch => format!("niet genoteerd {parts} dit is besproken"),
            Self::English => format!("not noted {parts} this was discussed"),
        }
    }

    /// What stands behind an incomplete answer on paper.
    pub fn incomplete(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("ONVOLLEDIG: {what}; zie dossier"),
            Self::English => format!("INCOMPLETE: {what}; see the record"),
        }
    }

    /// An answer that cannot be relied on: first that it cannot, and then what was noted.
    pub fn incomplete_first(self, lacks: &str, noted: &str) -> String {
        let noted = noted.trim_end_matches('.');
        match self {
            Self::Dutch => format!("{lacks} (genoteerd: {noted})"),
            Self::English => format!("{lacks} (noted: {noted})"),
        }
    }

    /// What stands beside an incomplete answer on the screen: of what, and on which page it can be noted.
    pub fn incomplete_here(self, label: &str, what: &str, page: &str) -> String {
        match (self, page) {
            (_, "") => format!("{label}: {what}"),
            (Self::Dutch, page) => format!("{label}: {what} (bladzijde {page})"),
            (Self::English, page) => format!("{label}: {what} (page {page})"),
        }
    }

    /// Words in a row, the last one with "and" before it.
    pub fn listed(self, words: &[&str]) -> String {
        let and = match self {
            Self::Dutch => " en ",
            Self::English => " and ",
        };
        match words {
            [before @ .., last] if !before.is_empty() => format!("{}{and}{last}", before.join(", ")),
            words => words.concat(),
        }
    }

    /// The whole conversation in which something was discussed: "besproken op 23-11-2026 door K. Idrissi, met de patiënt".
    pub fn discussed_in_words(self, on: &str, by: &str, with: &str) -> String {
        let (on, by, with) = match self {
            Self::Dutch => (behind("op", on), behind("door", by), behind("met", with)),
            Self::English => (behind("on", on), behind("by", by), behind("with", with)),
        };
        match self {
            Self::Dutch => format!("besproken op {on} door {by}, met {with}"),
            Self::English => format!("discussed on {on} by {by}, with {with}"),
        }
    }
}
