//! What is said of the plan as FHIR, of forms as Questionnaires, and of what is lost on the way.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_fhir => "Uitwisselen met andere programma's (FHIR R4)", "Exchange with other programs (FHIR R4)";
    /// Usage of a command.
    cli_usage_fhir => "pallium fhir [OPTIES] OPDRACHT", "pallium fhir [OPTIONS] COMMAND";
    /// A command.
    cli_fhir_export =>
        "Het plan van één patiënt als FHIR-bestand; wat niet mee kan, wordt genoemd",
        "The plan of one patient as a FHIR file; what cannot be included is named";
    /// Usage of a command.
    cli_usage_fhir_export =>
        "pallium fhir export [OPTIES] AANDUIDING [-o BESTAND] [--base URL] [--profile-version VERSIE] [--yes]",
        "pallium fhir export [OPTIONS] LABEL [-o FILE] [--base URL] [--profile-version VERSION] [--yes]";
    /// An option.
    cli_option_base =>
        "Het begin van de namen van de profielen; gewoonlijk https://fhir.iknl.nl/fhir",
        "The beginning of the names of the profiles; usually https://fhir.iknl.nl/fhir";
    /// An option.
    cli_option_profile_version =>
        "De versie van de profielen; gewoonlijk 0.1.3-beta3",
        "The version of the profiles; usually 0.1.3-beta3";
    /// What stands for a version.
    cli_value_version => "VERSIE", "VERSION";
    /// A command.
    cli_checklist_export =>
        "Een checklist als FHIR-vragenlijst (Questionnaire)", "A checklist as a FHIR questionnaire";
    /// Usage of a command.
    cli_usage_checklist_export => "pallium checklist export NAAM", "pallium checklist export NAME";
    /// A command.
    cli_checklist_import =>
        "Maak een eigen checklist van een FHIR-vragenlijst; wat niet mee kan, wordt genoemd",
        "Make a checklist of your own from a FHIR questionnaire; what cannot be carried over is named";
    /// Usage of a command.
    cli_usage_checklist_import =>
        "pallium checklist import BESTAND [--as NAAM]", "pallium checklist import FILE [--as NAME]";
    /// An argument.
    cli_argument_import => "Het bestand met de vragenlijst (JSON)", "The file with the questionnaire (JSON)";
    /// An option.
    cli_option_as => "Onder deze naam, in plaats van die van de vragenlijst", "Under this name, instead of that of the questionnaire";
    /// A format of a paper.
    paper_fhir => "FHIR (voor een ander programma)", "FHIR (for another program)";
    /// The beginning of the name of a file.
    file_plan => "pzp-fhir", "acp-fhir";
    /// Why something was not sent.
    fhir_form_only =>
        "staat alleen in het formulier; de standaard heeft er geen eigen plaats voor",
        "is in the form only; the standard has no place of its own for it";
    /// Why something was not sent.
    fhir_no_is_nothing =>
        "een \"nee\" staat alleen in het formulier; de standaard heeft er geen eigen plaats voor",
        "a \"no\" is in the form only; the standard has no place of its own for it";
    /// Why something was not sent.
    fhir_not_applicable => "\"niet van toepassing\" wordt niet verstuurd", "\"not applicable\" is not sent";
    /// Why something was not sent.
    fhir_other_version =>
        "staat alleen in het formulier; deze versie van de profielen heeft er een andere vorm voor",
        "is in the form only; this version of the profiles represents it differently";
    /// Why something was not sent.
    fhir_unreadable =>
        "niet verstuurd; zoals het getypt is, is het niet te lezen als dag of getal",
        "not sent; as it was typed it cannot be read as a day or a number";
    /// Why something was not sent.
    fhir_no_document =>
        "het document zelf is niet verstuurd; welk soort verklaring het is, is niet vastgelegd",
        "the document itself is not sent; which kind of directive it is was not recorded";
    /// Why something was not sent.
    fhir_note =>
        "de toelichting is niet verstuurd; het antwoord zelf wel, of staat hier apart",
        "the note is not sent; the answer itself is, or is named here by itself";
    /// Why something was not sent.
    fhir_of_which =>
        "hoort bij een van meer verklaringen; bij welke is niet vastgelegd",
        "belongs to one of several directives; to which one was not recorded";
    /// A warning beside what is sent.
    fhir_no_consent =>
        "de patiënt vindt het niet goed dat andere zorgverleners dit weten; overleg voordat u het bestand geeft",
        "the patient does not agree that other care providers know this; consult before you hand over the file";
    /// What could not be read.
    fhir_meetings => "Bijeenkomsten", "Meetings";
    /// What could not be read.
    fhir_questions => "Antwoorden", "Answers";
    /// Above what was left out.
    fhir_left_out =>
        "Niet of niet helemaal in het bestand:", "Not in the file, or not completely:";
    /// What to do before a plan is given to others.
    fhir_advice =>
        "Het plan in het dossier van de patiënt gaat voor. Geef het bestand alleen aan wie het mag weten.",
        "The plan in the record of the patient prevails. Hand the file only to those who may know.";
    /// Above what was lost.
    form_losses => "Niet of anders overgenomen:", "Not taken over, or changed:";
    /// What was lost.
    form_required =>
        "een verplicht antwoord; hier is niets verplicht", "that an answer is required; here nothing is required";
    /// What was lost.
    form_condition =>
        "de voorwaarde; deze vraag wordt altijd getoond", "the condition; this question is always shown";
    /// What was lost.
    form_group_in_question =>
        "een groep binnen een vraag; de vragen staan nu onder die vraag",
        "a group within a question; its questions now stand under that question";
    /// What was lost.
    form_empty_group => "een groep zonder vragen", "a group without questions";
    /// What was lost.
    form_no_dutch =>
        "een Nederlandse tekst; die staat niet in het bestand", "a Dutch text; there is none in the file";
    /// What was lost.
    form_changed =>
        "de vragenlijst is na het exporteren gewijzigd; gelezen is wat er nu staat",
        "the questionnaire was changed after it was exported; what stands there now was read";
    /// Why a form was refused.
    form_too_large =>
        "Het bestand is groter dan 10 MB en is niet gelezen.", "The file is larger than 10 MB and was not read.";
    /// Why a form was refused.
    form_empty =>
        "In de vragenlijst staat geen vraag die kan worden overgenomen.",
        "The questionnaire has no question that can be taken over.";
}

impl Language {
    /// What there is to see of a plan as FHIR.
    pub fn paper_fhir_count(self, count: usize) -> String {
        let counted = if count == 1 { "1 resource".to_owned() } else { format!("{count} resources") };
        match self {
            Self::Dutch => format!("Een bestand voor andere programma's (FHIR R4), met {counted}."),
            Self::English => format!("A file for other programs (FHIR R4), with {counted}."),
        }
    }

    /// How much could not be read.
    pub fn fhir_unread(self, count: usize) -> String {
        match self {
            Self::Dutch if count == 1 => "1 kon niet worden gelezen; er kan iets ontbreken".to_owned(),
            Self::Dutch => format!("{count} konden niet worden gelezen; er kan iets ontbreken"),
            Self::English => format!("{count} could not be read; something may be missing"),
        }
    }

    /// What was lost, by the name that the standard gives it.
    pub fn form_feature(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("\"{name}\" kent een checklist niet"),
            Self::English => format!("a checklist has no \"{name}\""),
        }
    }

    /// A type of question that is not known here.
    pub fn form_kind(self, kind: &str) -> String {
        match self {
            Self::Dutch => format!("een vraag van het soort \"{kind}\""),
            Self::English => format!("a question of the type \"{kind}\""),
        }
    }

    /// A list of options that is elsewhere.
    pub fn form_outside_values(self, url: &str) -> String {
        match self {
            Self::Dutch => {
                format!("de antwoorden staan niet in het bestand ({url}); er wordt een tekst gevraagd")
            }
            Self::English => format!("the options are not in the file ({url}); a text is asked for"),
        }
    }

    /// A list of options that is too long.
    pub fn form_too_many_options(self, count: usize) -> String {
        match self {
            Self::Dutch => {
                format!("{count} antwoorden zijn te veel om te tonen; er wordt een tekst gevraagd")
            }
            Self::English => format!("{count} options are too many to show; a text is asked for"),
        }
    }

    /// A link id that is missing or was there twice.
    pub fn form_link_id(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("linkId \"{name}\" ontbreekt of komt twee keer voor"),
            Self::English => format!("linkId \"{name}\" is missing or duplicated"),
        }
    }

    /// A type of question that becomes another.
    pub fn form_becomes(self, from: &str, to: &str) -> String {
        match self {
            Self::Dutch => format!("\"{from}\" wordt voor andere programma's \"{to}\""),
            Self::English => format!("\"{from}\" becomes \"{to}\" for other programs"),
        }
    }

    /// Answers of a type that became a choice.
    pub fn form_as_choice(self, kind: &str) -> String {
        match self {
            Self::Dutch => {
                format!("de antwoorden van de soort \"{kind}\" worden een keuze, met hun waarde als tekst")
            }
            Self::English => {
                format!("the answers of the type \"{kind}\" become a choice, with their value as text")
            }
        }
    }

    /// A part of a definition that no form has.
    pub fn form_part(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("\"{name}\" zien andere programma's niet; Pallium leest het wel terug"),
            Self::English => format!("other programs do not see \"{name}\"; Pallium does read it back"),
        }
    }

    /// A file that is no JSON.
    pub fn form_no_json(self, file: &str, line: usize, column: usize) -> String {
        match self {
            Self::Dutch => format!(
                "{file} is geen leesbaar JSON-bestand: regel {line}, teken {column}. Er is niets overgenomen."
            ),
            Self::English => {
                format!(
                    "{file} is not a readable JSON file: line {line}, column {column}. Nothing was taken over."
                )
            }
        }
    }

    /// A file that is something else.
    pub fn form_no_questionnaire(self, file: &str, kind: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{file} is geen FHIR-vragenlijst (Questionnaire), maar: {kind}. Er is niets overgenomen."
            ),
            Self::English => {
                format!("{file} is not a FHIR Questionnaire, but: {kind}. Nothing was taken over.")
            }
        }
    }

    /// A form that is too much.
    pub fn form_too_many(self, most: usize, is_groups: bool) -> String {
        match (self, is_groups) {
            (Self::Dutch, false) => {
                format!("De vragenlijst heeft meer dan {most} vragen. Er is niets overgenomen.")
            }
            (Self::Dutch, true) => {
                format!("De vragenlijst heeft meer dan {most} groepen. Er is niets overgenomen.")
            }
            (Self::English, false) => {
                format!("The questionnaire has more than {most} questions. Nothing was taken over.")
            }
            (Self::English, true) => {
                format!("The questionnaire has more than {most} groups. Nothing was taken over.")
            }
        }
    }

    /// A form of which the parts lie too deep.
    pub fn form_too_deep(self, most: usize, place: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Bij \"{place}\" liggen vragen en groepen dieper in elkaar dan {most} lagen. Er is niets overgenomen."
            ),
            Self::English => format!(
                "At \"{place}\" questions and groups are nested deeper than {most}. Nothing was taken over."
            ),
        }
    }

    /// A form of which no right definition can be made.
    pub fn form_wrong(self, told: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Van de vragenlijst is geen goede checklist te maken; er is niets overgenomen.\n{told}"
            ),
            Self::English => {
                format!(
                    "The questionnaire cannot be turned into a valid checklist; nothing was taken over.\n{told}"
                )
            }
        }
    }

    /// An import that was done.
    pub fn form_imported(self, path: &str, id: &str, questions: usize) -> String {
        let counted = match (self, questions) {
            (Self::Dutch, 1) => "1 vraag".to_owned(),
            (Self::Dutch, _) => format!("{questions} vragen"),
            (Self::English, 1) => "1 question".to_owned(),
            (Self::English, _) => format!("{questions} questions"),
        };
        match self {
            Self::Dutch => {
                format!("{path} gemaakt: {counted}. Bekijk het met: pallium checklist show {id}\n")
            }
            Self::English => {
                format!("{path} made: {counted}. Look at it with: pallium checklist show {id}\n")
            }
        }
    }

    /// A name that is taken.
    pub fn form_name_taken(self, id: &str) -> String {
        match self {
            Self::Dutch => {
                format!("\"{id}\" is al een checklist van het programma. Kies een andere naam: --as NAAM")
            }
            Self::English => {
                format!("\"{id}\" is already a checklist of the program. Choose another name: --as NAME")
            }
        }
    }
}
