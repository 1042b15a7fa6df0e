//! What stands in the file with settings beside each key, and what is said of a key that cannot be used.

use crate::words::language::{Language, sentences};

sentences! {
    /// Above the file.
    setting_file =>
        "Instellingen van Pallium. U mag dit bestand zelf aanpassen: haal het hekje weg voor een regel die moet gelden. Pallium verandert alleen de waarden die u op het scherm kiest, en laat alles ernaast staan.",
        "Settings of Pallium. You may edit this file: remove the hash before a line that is to take effect. Pallium changes only the values that you choose on the screen, and leaves everything else as it is.";
    /// A key.
    setting_language => "Taal van het scherm: \"nl\" of \"en\".", "Language of the screen: \"nl\" or \"en\".";
    /// A key.
    setting_theme =>
        "Kleuren: \"terminal\", \"dark\", \"light\", \"beamer\" (sterk contrast, ruim) of \"mono\" (zonder kleur).",
        "Colours: \"terminal\", \"dark\", \"light\", \"beamer\" (high contrast, spacious) or \"mono\" (without colour).";
    /// A key.
    setting_marks =>
        "Tekens: \"signs\", of \"ascii\" voor alleen letters en leestekens.",
        "Symbols: \"signs\", or \"ascii\" for letters and punctuation only.";
    /// A key.
    setting_lock_in_meeting =>
        "Na hoeveel minuten zonder toets Pallium vergrendelt tijdens een bijeenkomst: 1 tot 480.",
        "After how many minutes without a keystroke Pallium locks during a meeting: 1 to 480.";
    /// A key.
    setting_lock =>
        "Na hoeveel minuten zonder toets Pallium anders vergrendelt: 1 tot 480.",
        "After how many minutes without a keystroke Pallium locks otherwise: 1 to 480.";
    /// A key.
    setting_planned =>
        "Hoeveel minuten een nieuwe bijeenkomst gepland staat: 1 tot 600.",
        "How many minutes a new meeting is planned to take: 1 to 600.";
    /// A key.
    setting_paper_folder =>
        "De map die het eerst wordt aangeboden voor papier, als heel pad.",
        "The folder that is offered first for papers, as a full path.";
    /// A key.
    setting_fhir_base =>
        "Het adres waar de profielen beginnen in wat als FHIR naar buiten gaat (https://...).",
        "The base address of the profiles in what is exported as FHIR (https://...).";
    /// A key.
    setting_retention =>
        "Na hoeveel maanden \"pallium retention\" een bijeenkomst noemt: ten minste 1. Vanzelf verwijdert Pallium niets.",
        "After how many months \"pallium retention\" lists a meeting: at least 1. Pallium deletes nothing by itself.";
    /// A key.
    setting_log_years =>
        "Hoeveel jaar het toegangslog blijft: ten minste 1.",
        "For how many years the access log is kept: at least 1.";
    /// A table.
    setting_colours =>
        "Wat de kleuren in uw groep betekenen, per kleur een zin tussen aanhalingstekens. Het register toont ze.",
        "What the colours mean in your group, a sentence in quotation marks for each. The register shows them.";
    /// What a colour may mean.
    setting_colour_example => "elke bijeenkomst bespreken", "discuss at every meeting";
}

impl Language {
    /// A line that is no TOML.
    pub fn setting_no_toml(self, line: usize) -> String {
        match self {
            Self::Dutch => format!(
                "settings.toml, regel {line}, is niet te lezen. Wat er verder goed staat geldt; wat u hier kiest geldt alleen nu, tot die regel hersteld is."
            ),
            Self::English => format!(
                "settings.toml, line {line}, cannot be read. The rest of it applies; what you choose here applies for now only, until that line is corrected."
            ),
        }
    }

    /// A key that there is not.
    pub fn setting_unknown(self, line: usize, key: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "settings.toml, regel {line}: de instelling {key} bestaat niet. De rest geldt. Haal de regel weg."
                )
            }
            Self::English => {
                format!(
                    "settings.toml, line {line}: there is no setting {key}. The rest applies. Remove the line."
                )
            }
        }
    }

    /// A value that a key cannot have, and what it may be.
    pub fn setting_value(self, line: usize, key: &str, about: &str) -> String {
        match self {
            Self::Dutch => format!(
                "settings.toml, regel {line}: zo kan {key} niet ingesteld staan; deze regel telt niet, de rest wel. {about}"
            ),
            Self::English => format!(
                "settings.toml, line {line}: {key} cannot be set like that; this line does not count, the rest does. {about}"
            ),
        }
    }

    /// How many lines of the settings cannot be used.
    pub fn settings_faults(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 fout in het bestand".to_owned(),
            (Self::Dutch, _) => format!("{count} fouten in het bestand"),
            (Self::English, 1) => "1 error in the file".to_owned(),
            (Self::English, _) => format!("{count} errors in the file"),
        }
    }
}
