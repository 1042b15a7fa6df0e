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
