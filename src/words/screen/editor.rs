//! What the program says of the text editor of the user.

use crate::words::language::{Language, sentences};

sentences! {
    /// No editor is known, and none of the usual ones is there.
    editor_unknown =>
        "Pallium weet niet met welk programma u teksten bewerkt. Zet de naam daarvan in de omgevingsvariabele EDITOR (bijvoorbeeld EDITOR=nano) en probeer het opnieuw.",
        "Pallium does not know which program you edit texts with. Put its name in the environment variable EDITOR (for example EDITOR=nano) and try again.";
}

/// Sentences with parameters. Names and values come in clean.
impl Language {
    /// The variable that names the editor cannot be understood.
    pub fn editor_unclear(self, variable: &str, value: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In de omgevingsvariabele {variable} staat een aanhalingsteken dat nergens sluit: {value}. Verbeter die en probeer het opnieuw."
            ),
            Self::English => format!(
                "The environment variable {variable} has a quote that is never closed: {value}. Correct it and try again."
            ),
        }
    }

    /// The editor is not on this computer.
    pub fn editor_missing(self, program: &str, variable: Option<&str>) -> String {
        let variable = variable.unwrap_or("EDITOR");
        match self {
            Self::Dutch => format!(
                "Het tekstprogramma \"{program}\" is niet gevonden. Installeer het, of zet een ander programma in de omgevingsvariabele {variable} (bijvoorbeeld {variable}=nano)."
            ),
            Self::English => format!(
                "The text editor \"{program}\" was not found. Install it, or put another program in the environment variable {variable} (for example {variable}=nano)."
            ),
        }
    }

    /// The editor is there but does not start.
    pub fn editor_refused(self, program: &str, reason: &str, variable: Option<&str>) -> String {
        let variable = variable.unwrap_or("EDITOR");
        match self {
            Self::Dutch => format!(
                "Het tekstprogramma \"{program}\" start niet: {reason}. Los dit op, of zet een ander programma in de omgevingsvariabele {variable}."
            ),
            Self::English => format!(
                "The text editor \"{program}\" does not start: {reason}. Resolve this, or put another program in the environment variable {variable}."
            ),
        }
    }

    /// The editor ended with a fault; `code` is what it said, absent when it was ended from outside.
    pub fn editor_failed(self, program: &str, code: Option<i32>) -> String {
        match (self, code) {
            (Self::Dutch, Some(code)) => format!(
                "Het tekstprogramma \"{program}\" eindigde met een fout (code {code}). Wat u daarin hebt opgeslagen, is er nog."
            ),
            (Self::English, Some(code)) => format!(
                "The text editor \"{program}\" ended with an error (code {code}). What you saved in it is still there."
            ),
            (Self::Dutch, None) => format!(
                "Het tekstprogramma \"{program}\" is afgebroken. Wat u daarin hebt opgeslagen, is er nog."
            ),
            (Self::English, None) => {
                format!("The text editor \"{program}\" was stopped. What you saved in it is still there.")
            }
        }
    }
}
