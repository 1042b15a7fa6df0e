//! What is said of papers that leave the program: their commands, agreements over all patients, and counts to learn from.

use super::{Language, sentences};

sentences! {
    /// A command.
    cli_summary =>
        "Een samenvatting van één patiënt, voor het dossier, de huisartsenpost, het sociaal domein of de patiënt zelf",
        "A summary of one patient, for the record, the out-of-hours service, the social domain or the patient";
    /// Usage of a command.
    cli_usage_summary =>
        "pallium summary [OPTIES] AANDUIDING --for dossier|hap|social|patient [--format text|markdown|html|json] [-o BESTAND] [--yes]",
        "pallium summary [OPTIONS] LABEL --for dossier|hap|social|patient [--format text|markdown|html|json] [-o FILE] [--yes]";
    /// A command.
    cli_agreements =>
        "Openstaande afspraken over alle patiënten, per persoon; wat over tijd is, staat voorop",
        "Open agreements over all patients, by person; what is overdue comes first";
    /// Usage of a command.
    cli_usage_agreements =>
        "pallium agreements [OPTIES] [--group NAAM] [--for NAAM] [--format text|markdown|html|json] [-o BESTAND] [--yes]",
        "pallium agreements [OPTIONS] [--group NAME] [--for NAME] [--format text|markdown|html|json] [-o FILE] [--yes]";
    /// An option.
    cli_option_for =>
        "Voor wie: dossier, hap (huisartsenpost), social (sociaal domein en vrijwilligers) of patient (patiënt en naasten)",
        "For whom: dossier (the record), hap (out-of-hours service), social (social domain and volunteers) or patient";
    /// An option.
    cli_option_owner => "Alleen afspraken van deze persoon", "Agreements of this person only";
    /// An option.
    cli_option_document_format =>
        "Plakken (text), Markdown (markdown), lezen en afdrukken (html) of voor andere programma's (json)",
        "To paste (text), Markdown (markdown), to read and print (html) or for other programs (json)";
    /// An option.
    cli_option_output_or_folder =>
        "Schrijf naar dit bestand, of in deze map; een bestand dat er al is, wordt niet ongevraagd vervangen",
        "Write to this file, or into this folder; a file that is there is not replaced unasked";
    /// What to do before a paper is given to others.
    cli_read_before_giving =>
        "Lees het blad door voordat u het geeft: wat het team typte, staat er zoals het is opgeschreven.",
        "Read the sheet before you give it: what the team typed stands there as it was written.";
    /// The beginning of the name of a file.
    file_summary => "samenvatting", "summary";
    /// The beginning of the name of a file.
    file_agreements => "afspraken", "agreements";
    /// The beginning of the name of a file.
    file_minutes => "verslag", "minutes";
    /// A title.
    agreements_title => "Openstaande afspraken", "Open agreements";
    /// There are none.
    agreements_none => "Er staan geen afspraken open.", "No agreements are open.";
    /// What stands on the paper and what does not.
    agreements_note =>
        "Dit zijn de afspraken die nergens als gedaan of vervallen zijn genoteerd.",
        "These are the agreements that were noted nowhere as done or dropped.";
}

impl Language {
    /// Of which group and person, and of which day; both may be empty.
    pub fn agreements_made(self, day: &str, group: &str, owner: &str) -> String {
        let parts: Vec<&str> = [group, owner].into_iter().filter(|part| !part.is_empty()).collect();
        match (self, parts.as_slice()) {
            (Self::Dutch, []) => format!("Stand van {day}."),
            (Self::Dutch, parts) => format!("{}. Stand van {day}.", parts.join(", ")),
            (Self::English, []) => format!("As of {day}."),
            (Self::English, parts) => format!("{}. As of {day}.", parts.join(", ")),
        }
    }

    /// Whose agreements follow, and how many.
    pub fn agreements_of(self, owner: &str, open: usize, overdue: usize) -> String {
        match (self, overdue) {
            (_, 0) => format!("{owner}: {open} open"),
            (Self::Dutch, overdue) => format!("{owner}: {open} open, {overdue} over tijd"),
            (Self::English, overdue) => format!("{owner}: {open} open, {overdue} overdue"),
        }
    }
}
