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
    /// What is being looked for, above a list.
    pub fn searched_for(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!("Gezocht: {typed}"),
            Self::English => format!("Searched: {typed}"),
        }
    }
}
