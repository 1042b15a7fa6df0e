//! What is said of the sessions with a case that stand in the notebook, and of deleting one.

use crate::words::language::{Language, sentences};

sentences! {
    /// A row below the cases, and a title.
    session_kept_title => "Opgeslagen sessies", "Saved sessions";
    /// Above the list.
    session_kept_what => "Kies een sessie om haar te openen of te verwijderen.", "Choose a session to open or delete it.";
    /// There are none.
    session_kept_none => "Er is geen sessie opgeslagen.", "No session is saved.";
    /// A row: nothing happens.
    session_kept_back => "Nee, terug", "No, back";
    /// A row: a session that is closed.
    session_kept_read => "Nalezen", "Read it";
    /// A row: a session that goes on.
    session_kept_go_on => "Verder met deze sessie", "Go on with this session";
    /// What deleting a session means.
    session_delete_what =>
        "Verwijderen haalt alles van deze sessie uit het notitieboek: aantallen, oordelen, verslag, namen, en alle eerdere versies. Dat is niet terug te draaien.",
        "Deleting removes everything of this session from the notebook: numbers, judgements, report, names, and all earlier versions. That cannot be undone.";
    /// A row: the session is deleted.
    session_delete => "Verwijder deze sessie voorgoed", "Delete this session permanently";
    /// A row that leads to that question.
    session_delete_way => "Sessie verwijderen", "Delete the session";
    /// While it is being deleted.
    session_deleting => "De sessie wordt verwijderd.", "The session is being deleted.";
    /// What was to be deleted is no session with a case.
    session_delete_no_session =>
        "Dit is geen sessie met een casus; er is niets verwijderd.",
        "This is no session with a case; nothing was deleted.";
    /// A command line option.
    cli_option_forget_session =>
        "Verwijder in plaats van een patiënt een opgeslagen sessie met een casus; kenmerk uit \"pallium meetings\", of \"laatste\"",
        "Delete a saved session with a case instead of a patient; identifier from \"pallium meetings\", or \"last\"";
    /// An option.
    cli_option_forget_invented =>
        "Verwijder in plaats van een patiënt alle bijeenkomsten met verzonnen patiënten",
        "Delete all meetings with fictional patients instead of one patient";
    /// There is nothing to delete.
    forget_none_invented =>
        "Er zijn geen bijeenkomsten met verzonnen patiënten.",
        "There are no meetings with fictional patients.";
    /// Name of a value.
    cli_value_session => "SESSIE", "SESSION";
}

impl Language {
    /// A session was deleted.
    pub fn session_deleted(self, versions: usize) -> String {
        let backups = self.delete_backups_stay();
        match (self, versions) {
            (Self::Dutch, 0) => format!("De sessie is verwijderd. {backups}"),
            (Self::Dutch, 1) => format!("De sessie is verwijderd, met 1 eerdere versie. {backups}"),
            (Self::Dutch, _) => format!("De sessie is verwijderd, met {versions} eerdere versies. {backups}"),
            (Self::English, 0) => format!("The session was deleted. {backups}"),
            (Self::English, 1) => format!("The session was deleted, with 1 earlier version. {backups}"),
            (Self::English, _) => {
                format!("The session was deleted, with {versions} earlier versions. {backups}")
            }
        }
    }

    /// A session that would be deleted: of which case, of which day, and its identifier.
    pub fn forget_which_session(self, case: &str, when: &str, id: &str) -> String {
        match self {
            Self::Dutch => format!("De sessie \"{case}\" van {when} (kenmerk {id}) wordt verwijderd."),
            Self::English => format!("The session \"{case}\" of {when} (identifier {id}) will be deleted."),
        }
    }

    /// Which meetings go.
    pub fn forget_invented(self, meetings: usize) -> String {
        match self {
            Self::Dutch => format!("De bijeenkomsten met verzonnen patiënten ({meetings}):"),
            Self::English => format!("The meetings with fictional patients ({meetings}):"),
        }
    }

    /// Who of the invented patients stands in other meetings too, and is taken out of those.
    pub fn forget_invented_elsewhere(self, who: &str, meetings: usize) -> String {
        match (self, meetings) {
            (Self::Dutch, 1) => {
                format!("Ook in een bijeenkomst die niet verzonnen is, en daar verdwijnen zij ook: {who}.")
            }
            (Self::Dutch, _) => format!(
                "Ook in {meetings} bijeenkomsten die niet verzonnen zijn, en daar verdwijnen zij ook: {who}."
            ),
            (Self::English, 1) => {
                format!("Also in a meeting that is not fictional, and removed from that too: {who}.")
            }
            (Self::English, _) => {
                format!(
                    "Also in {meetings} meetings that are not fictional, and removed from those too: {who}."
                )
            }
        }
    }

    /// Who stands in a meeting with invented patients and stood in another one before.
    pub fn forget_invented_stay(self, who: &str) -> String {
        match self {
            Self::Dutch => format!(
                "LET OP: {who} stond eerst in een bijeenkomst die niet verzonnen is, en blijft daar staan. Is dit toch een verzonnen patiënt, verwijder die dan apart: pallium forget LABEL"
            ),
            Self::English => format!(
                "NOTE: {who} was first recorded in a meeting that is not fictional, and stays there. If this is a fictional patient after all, delete it by itself: pallium forget LABEL"
            ),
        }
    }

    /// How many versions of a session would go with it.
    pub fn forget_session_versions(self, versions: usize) -> String {
        match (self, versions) {
            (Self::Dutch, 1) => "Ook weg: 1 eerdere of tweede versie.".to_owned(),
            (Self::Dutch, _) => format!("Ook weg: {versions} eerdere of tweede versies."),
            (Self::English, 1) => "Also deleted: 1 earlier or second version.".to_owned(),
            (Self::English, _) => format!("Also deleted: {versions} earlier or second versions."),
        }
    }

    /// What was meant by an identifier is no session.
    pub fn forget_no_session(self, typed: &str, known: &str) -> String {
        match (self, known.is_empty()) {
            (Self::Dutch, true) => "Er is geen sessie opgeslagen.".to_owned(),
            (Self::English, true) => "No session is saved.".to_owned(),
            (Self::Dutch, false) => {
                format!("\"{typed}\" is geen opgeslagen sessie met een casus. Wel:\n{known}")
            }
            (Self::English, false) => {
                format!("\"{typed}\" is no saved session with a case. There are:\n{known}")
            }
        }
    }
}
