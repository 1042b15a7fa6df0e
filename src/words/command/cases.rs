//! Sessions with a case: making one, choosing one, and playing it together.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_case => "Bekijk casussen om mee te oefenen, en druk ze af", "View cases to practise with, and print them";
    /// Usage of a command.
    cli_usage_case => "pallium case OPDRACHT", "pallium case COMMAND";
    /// A command.
    cli_case_list => "Noem alle casussen", "List all cases";
    /// Usage of a command.
    cli_usage_case_list => "pallium case list [OPTIES]", "pallium case list [OPTIONS]";
    /// A command.
    cli_case_show => "Druk een casus af: voor de trainer, of een werkblad voor de groep", "Print a case: for the trainer, or a worksheet for the group";
    /// Usage of a command.
    cli_usage_case_show => "pallium case show [OPTIES] NAAM [--trainer | --group] [--format text|markdown|html]", "pallium case show [OPTIONS] NAME [--trainer | --group] [--format text|markdown|html]";
    /// A command.
    cli_case_guide => "Druk het draaiboek voor de trainer af: één bladzijde", "Print the trainer's run sheet: one page";
    /// Usage of a command.
    cli_usage_case_guide => "pallium case guide [OPTIES] [--format text|markdown|html]", "pallium case guide [OPTIONS] [--format text|markdown|html]";
    /// Heading of a list.
    case_list_refused => "Niet te spelen, want niet in orde", "Cannot be used, because of errors";
    /// An argument.
    cli_argument_case => "Naam van de casus, zoals mevrouw-a", "Name of the case, such as mevrouw-a";
    /// An option.
    cli_option_trainer => "Alles, ook wat de groep nog niet mag weten", "Everything, including what the group may not know yet";
    /// An option.
    cli_option_worksheet => "Het werkblad voor de groep (zonder optie ook)", "The worksheet for the group (the default)";
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

    /// A case that was asked for is not in order; another version of it may be in force.
    pub fn case_refused(self, path: &str, in_force: bool) -> String {
        match (self, in_force) {
            (Self::Dutch, false) => {
                format!("{path} is niet in orde en daarom niet te spelen. Dit is ermee:")
            }
            (Self::Dutch, true) => format!(
                "{path} is niet in orde; hier staat daarom de versie die nog geldt. Dit is er mis met uw bestand:"
            ),
            (Self::English, false) => {
                format!("{path} has errors and therefore cannot be used. This is wrong:")
            }
            (Self::English, true) => format!(
                "{path} has errors; so this is the version still in use. This is wrong with your file:"
            ),
        }
    }

    /// There is no case of this name.
    pub fn case_unknown(self, id: &str, known: &str) -> String {
        match self {
            Self::Dutch => format!("Er is geen casus \"{id}\". Wel: {known}."),
            Self::English => format!("There is no case \"{id}\". There are: {known}."),
        }
    }

    /// There is a file of this name.
    pub fn new_case_exists(self, path: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Dit bestand is er al: {path}. Kies een andere naam, of bewerk dat bestand.")
            }
            Self::English => {
                format!("This file already exists: {path}. Choose another name, or edit that file.")
            }
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
                "Made: {path}\n\nThe case is in use from now on, with the example text that is in it. Edit it in your text editor.\n{}{}",
                line("pallium check", "check it, after every change"),
                line(&show, "read it as it is now"),
            ),
        }
    }
}
