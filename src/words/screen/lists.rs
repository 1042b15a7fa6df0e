//! What the screens say of long lists: their columns, and looking for something in them.

use crate::words::language::{Language, sentences};

sentences! {
    /// Typing looks for rows.
    key_search => "zoeken", "search";
    /// Ending a search.
    key_end_search => "alles tonen", "show all";
    /// A row.
    show_all => "Alles tonen", "Show all";
    /// No row of a list has what was typed.
    nothing_found => "Niets gevonden.", "Nothing found.";
    /// Nobody at the table has the name that was typed, where somebody else may be meant.
    choose_no_such_owner =>
        "Geen deelnemer met die naam. \"Iemand van buiten\" en \"Deelnemer toevoegen\" nemen de naam over.",
        "No participant with that name. \"Somebody from outside\" and \"Add a participant\" take the name over.";
    /// Nobody at the table has the name that was typed.
    choose_no_such =>
        "Geen deelnemer met die naam. \"Deelnemer toevoegen\" neemt de naam over.",
        "No participant with that name. \"Add a participant\" takes the name over.";
    /// The same in a session with a case, where nobody takes part by name.
    choose_no_such_in_case =>
        "In een oefening neemt niemand met naam deel. \"Iemand van buiten\" neemt de naam over.",
        "In an exercise nobody takes part by name. \"Somebody from outside\" takes the name over.";
    /// Heading of a column.
    column_day => "dag", "day";
    /// Heading of a column.
    column_group => "groep", "group";
    /// Heading of a column.
    column_kind => "soort", "kind";
    /// Heading of a column.
    column_state => "stand", "state";
    /// Heading of a column.
    column_patient => "patiënt", "patient";
    /// Heading of a column.
    column_discussed => "besproken", "discussed";
    /// Heading of a column.
    column_next_review => "weer op", "again on";
    /// Heading of a column.
    column_agreements => "afspraken", "agreements";
}

impl Language {
    /// How many agreements are past their day, in the cell of a table that has room for no more.
    pub fn only_overdue(self, overdue: usize) -> String {
        match self {
            Self::Dutch => format!("{overdue} over tijd"),
            Self::English => format!("{overdue} overdue"),
        }
    }

    /// A row of the agenda: so many of the group are proposed for it still.
    pub fn proposed_still(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "nog 1 patiënt met een reden".to_owned(),
            (Self::Dutch, _) => format!("nog {count} patiënten met een reden"),
            (Self::English, 1) => "1 more patient with a reason".to_owned(),
            (Self::English, _) => format!("{count} more patients with a reason"),
        }
    }

    /// What is being looked for, above a list.
    pub fn searched_for(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!("Gezocht: {typed}"),
            Self::English => format!("Searched: {typed}"),
        }
    }
}

// What the first screen says of a notebook in which meetings stand.

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
    start_nobody_presses => "Bij niemand dringt iets.", "Nothing is pressing for anybody.";
    /// A row of the first screen that holds the rest of them.
    start_more => "Meer", "More";
    /// What that row holds.
    start_more_hint => "instellingen, einde", "settings, quit";
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
