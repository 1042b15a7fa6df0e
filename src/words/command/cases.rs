//! Sessions with a case: making one, choosing one, and playing it together.

use crate::words::language::{Language, sentences};

sentences! {
    /// An option.
    cli_option_case => "Maak een casus om mee te oefenen", "Make a case to practise with";
}

impl Language {
    /// A case of this name comes with the program.
    pub fn new_case_is_shipped(self, id: &str) -> String {
        match self {
            Self::Dutch => format!("De casus \"{id}\" komt al mee. Kies een andere naam."),
            Self::English => format!("The case \"{id}\" comes with the program. Choose another name."),
        }
    }

    /// There is a file of this name.
    pub fn new_case_exists(self, path: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Dit bestand is er al: {path}. Kies een andere naam, of bewerk dat bestand.")
            }
            Self::English => format!("This file exists: {path}. Choose another name, or edit that file."),
        }
    }

    /// A new case was made.
    pub fn new_case_made(self, path: &str, id: &str) -> String {
        let column = id.len() + "pallium case show  --trainer".len();
        let line = |command: &str, what: &str| format!("  {command:column$}   {what}\n");
        let show = format!("pallium case show {id} --trainer");
        match self {
            Self::Dutch => format!(
                "Gemaakt: {path}\n\nDe casus geldt vanaf nu, met de voorbeeldtekst die erin staat. Bewerk haar in uw tekstprogramma.\n{}{}",
                line("pallium check", "nakijken, na elke verandering"),
                line(&show, "lezen zoals zij nu is"),
            ),
            Self::English => format!(
                "Made: {path}\n\nThe case holds from now on, with the example text that is in it. Edit it in your text editor.\n{}{}",
                line("pallium check", "check it, after every change"),
                line(&show, "read it as it is now"),
            ),
        }
    }
}
