//! What is said of a plan that comes from another program.

use crate::words::language::{Language, behind, sentences};

sentences! {
    /// A command.
    cli_fhir_read =>
        "Lees het plan van één patiënt uit FHIR-bestanden: eerst een voorstel naast wat er staat, dan overnemen",
        "Read the plan of one patient from FHIR files: first a proposal beside what stands, then taking over";
    /// Usage of a command.
    cli_usage_fhir_read =>
        "pallium fhir read [OPTIES] BESTAND|MAP [--patient AANDUIDING] [--take]",
        "pallium fhir read [OPTIONS] FILE|FOLDER [--patient LABEL] [--take]";
    /// An argument.
    cli_argument_fhir => "Een Bundle, of een map met resources (.json)", "A Bundle, or a folder of resources (.json)";
    /// An option.
    cli_option_fhir_patient =>
        "Over wie het gaat: een bekende patiënt, of de aanduiding voor een nieuwe",
        "Whom it is about: a known patient, or the label for a new one";
    /// An option.
    cli_option_take_all => "Neem alles over zonder vragen", "Take everything over without questions";
    /// Why files were refused.
    reading_too_large => "Meer dan 10 MB wordt niet gelezen.", "More than 10 MB is not read.";
    /// Why files were refused.
    reading_too_many => "Er staan meer dan 5.000 resources in.", "There are more than 5,000 resources in it.";
    /// Why files were refused.
    reading_no_patient => "Er staat geen patiënt in (Patient).", "There is no patient in it (Patient).";
    /// Why files were refused.
    reading_no_files => "Er staan geen bestanden .json in deze map.", "There are no .json files in this folder.";
    /// The patient is not known.
    reading_who =>
        "Het bestand komt van een ander programma, en de patiënt is hier niet bekend. Zeg met --patient over wie het gaat: een bekende aanduiding, of een nieuwe (initialen, geen volledige naam).",
        "The file comes from another program, and the patient is not known here. Say with --patient whom it is about: a known label, or a new one (initials, no full name).";
    /// A heading.
    reading_new => "Nieuw", "New";
    /// A heading.
    reading_other => "Anders dan wat hier staat", "Other than what stands here";
    /// A heading.
    reading_remarks => "Niet overgenomen, of goed om te weten", "Not taken over, or good to know";
    /// Nothing was taken over.
    reading_left =>
        "Er is niets overgenomen. Met --take wordt dit voorstel overgenomen.",
        "Nothing was taken over. With --take this proposal is taken over.";
    /// Nothing was taken over.
    reading_none => "Er is niets overgenomen.", "Nothing was taken over.";
    /// Nothing is new.
    reading_same => "Er verandert niets: wat in het bestand staat, staat hier ook.", "Nothing changes: what is in the file is here too.";
    /// Nothing could be read.
    reading_nothing => "Er staat niets in dat kan worden overgenomen.", "It contains nothing that can be taken over.";
    /// No conversation.
    reading_no_talk => "geen gesprek genoemd", "no conversation named";
    /// A remark.
    reading_in_error => "is ingetrokken als foutief (entered-in-error)", "was withdrawn as an error (entered-in-error)";
    /// A remark.
    reading_other_patient => "is van een andere patiënt", "is of another patient";
    /// A remark.
    reading_citizen => "een burgerservicenummer; dat wordt niet opgeslagen", "a citizen service number; it is not kept";
    /// A remark.
    reading_birth => "een volledige geboortedatum; alleen het jaar wordt opgeslagen", "a full date of birth; only the year is kept";
    /// A remark.
    reading_too_long => "een te lange tekst", "a text that is too long";
    /// A remark.
    reading_twice => "zegt iets anders dan een eerdere resource over hetzelfde", "contradicts an earlier resource of the same kind";
    /// A question.
    reading_take => "Overnemen?", "Take over?";
}

impl Language {
    /// Why files are not read.
    pub fn reading_refused(self, file: &str, why: &str) -> String {
        match self {
            Self::Dutch => format!("{file} is niet gelezen. {why} Er is niets overgenomen."),
            Self::English => format!("{file} was not read. {why} Nothing was taken over."),
        }
    }

    /// Why files were refused.
    pub fn reading_no_json(self, file: &str, line: usize, column: usize) -> String {
        match self {
            Self::Dutch => format!("In {file} staat geen geldige JSON: regel {line}, teken {column}."),
            Self::English => format!("{file} is not valid JSON: line {line}, character {column}."),
        }
    }

    /// Why files were refused.
    pub fn reading_no_resource(self, file: &str) -> String {
        match self {
            Self::Dutch => format!("{file} is geen FHIR-resource (resourceType ontbreekt)."),
            Self::English => format!("{file} is not a FHIR resource (it has no resourceType)."),
        }
    }

    /// Whom the file is about.
    pub fn reading_about(self, file: &str, label: &str, is_new: bool) -> String {
        match (self, is_new) {
            (Self::Dutch, true) => format!("{file}: {label} (hier nog niet bekend)"),
            (Self::Dutch, false) => format!("{file}: {label}"),
            (Self::English, true) => format!("{file}: {label} (not known here yet)"),
            (Self::English, false) => format!("{file}: {label}"),
        }
    }

    /// How much is the same.
    pub fn reading_unchanged(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("{count} zoals het hier staat."),
            Self::English => format!("{count} as it stands here."),
        }
    }

    /// What stands here.
    pub fn reading_stands(self, words: &str, since: &str) -> String {
        match self {
            Self::Dutch => format!("hier staat sinds {since}: {words}"),
            Self::English => format!("here since {since}: {words}"),
        }
    }

    /// In which conversation it was discussed.
    pub fn reading_talk(self, by: &str, on: &str, with: &str) -> String {
        let (by, on, with) = (by.trim(), on.trim(), with.trim());
        let parts = match self {
            Self::Dutch => [("door ", by), ("op ", on), ("met ", with)],
            Self::English => [("by ", by), ("on ", on), ("with ", with)],
        };
        let parts = parts.iter().filter(|(_, text)| !text.is_empty());
        let said: Vec<String> = parts.map(|(word, text)| format!("{word}{}", behind(word, text))).collect();
        match self {
            Self::Dutch => format!("besproken {}", said.join(", ")),
            Self::English => format!("discussed {}", said.join(", ")),
        }
    }

    /// A remark.
    pub fn reading_kind(self, kind: &str) -> String {
        match self {
            Self::Dutch => format!("\"{kind}\" wordt hier niet gelezen"),
            Self::English => format!("\"{kind}\" is not read here"),
        }
    }

    /// A remark.
    pub fn reading_part(self, part: &str) -> String {
        match self {
            Self::Dutch => format!("\"{part}\" staat er ook in en wordt niet overgenomen"),
            Self::English => format!("\"{part}\" is in it too and is not taken over"),
        }
    }

    /// A remark.
    pub fn reading_code(self, code: &str) -> String {
        match self {
            Self::Dutch => format!("geen vraag heeft de code \"{code}\""),
            Self::English => format!("no question has the code \"{code}\""),
        }
    }

    /// A remark.
    pub fn reading_value(self, value: &str) -> String {
        match self {
            Self::Dutch => format!("de waarde \"{value}\" is hier niet bekend"),
            Self::English => format!("the value \"{value}\" is not known here"),
        }
    }

    /// A remark.
    pub fn reading_reference(self, to: &str) -> String {
        match self {
            Self::Dutch => format!("verwijst naar \"{to}\", dat er niet is"),
            Self::English => format!("refers to \"{to}\", which is not there"),
        }
    }

    /// A remark.
    pub fn reading_inactive(self, state: &str) -> String {
        match self {
            Self::Dutch => format!("geldt niet (\"{state}\")"),
            Self::English => format!("is not in force (\"{state}\")"),
        }
    }

    /// A remark.
    pub fn reading_shape(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("\"{what}\" ontbreekt, of is van een ander soort dan het hoort"),
            Self::English => format!("\"{what}\" is missing, or not of the kind that it should be"),
        }
    }

    /// A remark.
    pub fn reading_question(self, id: &str) -> String {
        match self {
            Self::Dutch => format!("het formulier heeft een vraag \"{id}\" die de checklist niet heeft"),
            Self::English => format!("the form has a question \"{id}\" that the checklist does not have"),
        }
    }

    /// Where something recorded came from.
    pub fn reading_origin(self, file: &str, by: &str, on: &str, what: &str) -> String {
        let drawn_up = match (self, by.is_empty(), on.is_empty()) {
            (_, true, true) => String::new(),
            (Self::Dutch, false, true) => format!(", opgesteld door {by}"),
            (Self::Dutch, true, false) => format!(", opgesteld op {on}"),
            (Self::Dutch, false, false) => format!(", opgesteld door {by} op {on}"),
            (Self::English, false, true) => format!(", drawn up by {by}"),
            (Self::English, true, false) => format!(", drawn up on {on}"),
            (Self::English, false, false) => format!(", drawn up by {by} on {on}"),
        };
        match self {
            Self::Dutch => format!("Uit een bestand van een ander programma ({file}){drawn_up}: {what}."),
            Self::English => format!("From a file from another program ({file}){drawn_up}: {what}."),
        }
    }

    /// It was taken over.
    pub fn reading_taken(self, count: usize, ids: &[String]) -> String {
        let back: Vec<String> = ids.iter().map(|id| format!("pallium history {id} --restore 1")).collect();
        let (ids, back) = (ids.join(", "), back.join("; "));
        match self {
            Self::Dutch => format!("{count} overgenomen, tussentijds: {ids}. Terugdraaien: {back}"),
            Self::English => format!("{count} taken over, between meetings: {ids}. To take it back: {back}"),
        }
    }
}
