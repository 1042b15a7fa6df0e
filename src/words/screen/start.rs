//! What the first screen says of a notebook in which meetings stand.

use crate::words::language::{Language, sentences};

sentences! {
    /// The notebook is not encrypted, in few words.
    start_not_encrypted =>
        "Niet versleuteld: alleen verzonnen patiënten.",
        "Not encrypted: fictional patients only.";
    /// Somebody stated that the disk is encrypted, in few words.
    start_disk_is_encrypted => "De schijf is versleuteld.", "The disk is encrypted.";
    /// No agreement is open.
    start_nothing_open => "geen afspraken open", "no agreements open";
    /// Heading of those whom the group should speak of.
    start_pressing => "Om te bespreken", "To be discussed";
    /// Nobody presses.
    start_nobody_presses => "Bij niemand dringt iets.", "Nothing presses with anybody.";
    /// A row of the first screen that holds the rest of them.
    start_more => "Meer", "More";
    /// What that row holds.
    start_more_hint => "instellingen, oefenen, einde", "settings, practising, quit";
}

impl Language {
    /// How many patients of whom the dying phase was judged to have begun are to be judged again.
    pub fn start_dying_again(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("stervensfase: {count} opnieuw te beoordelen"),
            Self::English => format!("dying phase: {count} to judge again"),
        }
    }

    /// How many patients were to be discussed again by now.
    pub fn start_due(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("opnieuw te bespreken: {count}"),
            Self::English => format!("to discuss again: {count}"),
        }
    }

    /// How many patients died on whom the team has not looked back.
    pub fn start_to_look_back_on(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("nog na te bespreken: {count}"),
            Self::English => format!("still to look back on: {count}"),
        }
    }

    /// The first day to come on which somebody is to be discussed again.
    pub fn start_next(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("eerst weer te bespreken {day}"),
            Self::English => format!("next to discuss again {day}"),
        }
    }

    /// How many patients died.
    pub fn start_deceased(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("{count} overleden"),
            Self::English => format!("{count} died"),
        }
    }

    /// The other groups, each with the day on which it met last.
    pub fn start_other_groups(self, groups: &str) -> String {
        match self {
            Self::Dutch => format!("Ook: {groups}"),
            Self::English => format!("Also: {groups}"),
        }
    }
}
