//! What is said of papers that leave the program: their commands, agreements over all patients, and counts to learn from.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_summary =>
        "Een samenvatting van één patiënt, voor het dossier, de huisartsenpost, het sociaal domein of de patiënt zelf",
        "A summary of one patient, for the record, the out-of-hours service, the social domain or the patient";
    /// Usage of a command.
    cli_usage_summary =>
        "pallium summary [OPTIES] AANDUIDING --for dossier|hap|social|patient [--with ERBIJ] [--format text|markdown|html|json] [-o BESTAND] [--yes]",
        "pallium summary [OPTIONS] LABEL --for record|out-of-hours|social|patient [--with EXTRA] [--format text|markdown|html|json] [-o FILE] [--yes]";
    /// A command.
    cli_agreements =>
        "Openstaande afspraken over alle patiënten, per persoon; wat over tijd is, staat voorop",
        "Open agreements over all patients, by person; what is overdue comes first";
    /// Usage of a command.
    cli_usage_agreements =>
        "pallium agreements [OPTIES] [--group NAAM] [--for NAAM] [--format text|markdown|html|csv|json] [-o BESTAND] [--yes]",
        "pallium agreements [OPTIONS] [--group NAME] [--for NAME] [--format text|markdown|html|csv|json] [-o FILE] [--yes]";
    /// An option.
    cli_option_for =>
        "Voor wie: dossier, hap (huisartsenpost), social (sociaal domein en vrijwilligers) of patient (patiënt en naasten)",
        "For whom: record (or dossier), out-of-hours (or hap), social (social domain and volunteers) or patient";
    /// What stands behind that option.
    cli_value_for_whom => "dossier|hap|social|patient", "record|out-of-hours|social|patient";
    /// An option.
    cli_option_with =>
        "Wat er alleen deze keer bij komt, met komma's ertussen: dying of cpr (social); marking, euthanasia, dimensions, relatives of handed-over (patient)",
        "What is added this time only, with commas between: dying or cpr (social); marking, euthanasia, dimensions, relatives or handed-over (patient)";
    /// What stands behind that option.
    cli_value_extras => "ERBIJ", "EXTRA";
    /// An option.
    cli_option_owner => "Alleen afspraken van deze persoon", "Agreements of this person only";
    /// An option.
    cli_option_document_format =>
        "Een van de genoemde: plakken (text), Markdown (markdown), lezen en afdrukken (html), een rekenblad (csv, xlsx) of voor andere programma's (json, jsonl)",
        "One of those named: to paste (text), Markdown (markdown), to read and print (html), a spreadsheet (csv, xlsx) or for other programs (json, jsonl)";
    /// The same, of a paper that is written in these formats only.
    cli_option_reading_format =>
        "Plakken (text), Markdown (markdown), of lezen en afdrukken (html)",
        "To paste (text), Markdown (markdown), or to read and print (html)";
    /// An option.
    cli_option_output_or_folder =>
        "Schrijf naar dit bestand, of in deze map; een bestand dat er al is, wordt niet ongevraagd vervangen",
        "Write to this file, or into this folder; an existing file is not replaced unasked";
    /// What to do before a paper is given to others.
    cli_read_before_giving =>
        "Lees het blad door voordat u het geeft: wat het team typte, staat er zoals het is opgeschreven.",
        "Read the sheet before you hand it over: what the team typed is there as it was written.";
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
        "Dit zijn de afspraken die volgens de laatste notitie nog open staan.",
        "These are the agreements that are open by what was noted last.";
    /// A command.
    cli_mirror =>
        "Spiegelinformatie: tellingen van een groep om van te leren, zonder kleine aantallen",
        "Mirror information: counts of a group to learn from, without small numbers";
    /// Usage of a command.
    cli_usage_mirror =>
        "pallium mirror [OPTIES] [--group NAAM] [--from DAG] [--to DAG] [--format text|markdown|html|csv|json|jsonl] [-o BESTAND] [--yes]",
        "pallium mirror [OPTIONS] [--group NAME] [--from DAY] [--to DAY] [--format text|markdown|html|csv|json|jsonl] [-o FILE] [--yes]";
    /// An option.
    cli_option_from_day => "Bijeenkomsten vanaf deze dag", "Meetings from this day on";
    /// An option.
    cli_option_to_day => "Bijeenkomsten tot en met deze dag", "Meetings up to and including this day";
    /// Name of a value.
    cli_value_day => "DAG", "DAY";
    /// The beginning of the name of a file.
    file_mirror => "spiegel", "mirror";
    /// A title.
    mirror_title => "Spiegelinformatie", "Mirror information";
    /// What the counts are for, beside the row that leads there.
    mirror_what_for => "tellingen om van te leren", "counts to learn from";
    /// Of which moment the counts are.
    mirror_of_today => "Geteld is wat er van deze patiënten nu staat.", "This counts what now holds for these patients.";
    /// What stands in place of a count that is not told.
    mirror_hidden => "niet getoond", "not shown";
    /// A table.
    mirror_all => "Patiënten die zijn besproken", "Patients who were discussed";
    /// A table.
    mirror_of_died => "Van wie is overleden", "Of those who died";
    /// A column.
    mirror_what => "wat", "what";
    /// A column.
    mirror_patients => "patiënten", "patients";
    /// A row.
    mirror_discussed => "Besproken", "Discussed";
    /// A row.
    mirror_marked => "Palliatieve fase gemarkeerd", "Palliative phase marked";
    /// A row.
    mirror_plan => "PZP-gesprek gevoerd", "PZP conversation held";
    /// A row.
    mirror_central => "Centrale zorgverlener bekend", "Central care provider known";
    /// A row.
    mirror_place => "Gewenste plaats van overlijden genoteerd", "Preferred place of death noted";
    /// A row.
    mirror_consulted => "Gespecialiseerd team gevraagd of betrokken", "Specialised team asked or involved";
    /// A row.
    mirror_died => "Overleden", "Died";
    /// A row.
    mirror_looked_back => "Nabesproken", "Looked back on";
    /// A row.
    mirror_place_known => "Gewenste plaats van overlijden bekend", "Preferred place of death known";
    /// A row.
    mirror_place_reached => "Gewenste plaats van overlijden bereikt", "Preferred place of death reached";
    /// A table.
    mirror_marking_to_death => "Dagen van markering tot overlijden", "Days from marking to death";
    /// Under that table: of whom no days are counted.
    mirror_days_left_out =>
        "Niet meegeteld: wie niet gemarkeerd was, en wie geen dag van overlijden heeft of een dag die in twijfel is.",
        "Not counted: whoever was not marked, and whoever has no day of death or one that is in doubt.";
    /// A row.
    mirror_median => "Mediaan", "Median";
    /// A row.
    mirror_unread => "Bijeenkomsten die niet meetellen", "Meetings that do not count";
    /// What the counts are for, and what is hidden.
    mirror_note =>
        "Om samen van te leren; geen maat voor mensen of groepen. Aantallen onder 5, en wat daaruit is af te leiden, zijn niet getoond. \
         Vergelijk geen twee spiegels die maar weinig patiënten verschillen: uit het verschil is af te leiden wie dat zijn.",
        "To learn from together; not a measure of people or groups. Numbers under 5, and what follows from them, are not shown. Do not \
         compare two mirrors that differ by few patients: the difference may reveal who they are.";
}

impl Language {
    /// Behind an agreement that is open: on which day some record said that it ended.
    pub fn agreement_ended_too(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("op {day} ook als gedaan of vervallen genoteerd"),
            Self::English => format!("on {day} also noted as done or dropped"),
        }
    }

    /// A period in the name of a file.
    pub fn file_period(self, from: &str, to: &str) -> String {
        match self {
            Self::Dutch => format!("{from} tot en met {to}"),
            Self::English => format!("{from} to {to}"),
        }
    }

    /// Of which group, from when until when; group and beginning may be empty.
    pub fn mirror_period(self, group: &str, from: &str, to: &str, meetings: usize) -> String {
        let group = if group.is_empty() { String::new() } else { format!("{group}. ") };
        match (self, from) {
            (Self::Dutch, "") => format!("{group}Tot en met {to}. Bijeenkomsten: {meetings}."),
            (Self::Dutch, from) => format!("{group}Van {from} tot en met {to}. Bijeenkomsten: {meetings}."),
            (Self::English, "") => format!("{group}Up to {to}. Meetings: {meetings}."),
            (Self::English, from) => format!("{group}From {from} to {to}. Meetings: {meetings}."),
        }
    }

    /// Behind a period: of how many meetings nobody knows which day they were, and whether they count.
    pub fn mirror_day_unknown(self, meetings: usize, count: bool) -> String {
        match (self, meetings, count) {
            (Self::Dutch, 1, true) => " Van 1 bijeenkomst is de dag niet bekend; zij telt mee.".to_owned(),
            (Self::Dutch, _, true) => {
                format!(" Van {meetings} bijeenkomsten is de dag niet bekend; zij tellen mee.")
            }
            (Self::Dutch, 1, false) => {
                " 1 bijeenkomst waarvan de dag niet bekend is, telt niet mee.".to_owned()
            }
            (Self::Dutch, _, false) => {
                format!(" {meetings} bijeenkomsten waarvan de dag niet bekend is, tellen niet mee.")
            }
            (Self::English, 1, true) => " The day of 1 meeting is not known; it counts.".to_owned(),
            (Self::English, _, true) => format!(" The day of {meetings} meetings is not known; they count."),
            (Self::English, 1, false) => {
                " 1 meeting of which the day is not known does not count.".to_owned()
            }
            (Self::English, _, false) => {
                format!(" {meetings} meetings of which the day is not known do not count.")
            }
        }
    }

    /// Behind a period without meetings: how many lie after it.
    pub fn mirror_later(self, meetings: usize) -> String {
        match self {
            Self::Dutch => format!(" Na die dag: {meetings}."),
            Self::English => format!(" After that day: {meetings}."),
        }
    }

    /// That patients are left out, for they are invented.
    pub fn mirror_without_invented(self, patients: usize) -> String {
        match self {
            Self::Dutch => format!("De verzonnen patiënten ({patients}) tellen niet mee."),
            Self::English => format!("The fictional patients ({patients}) do not count."),
        }
    }

    /// A class of days, up to its end where it has one.
    pub fn mirror_days(self, begin: i64, end: Option<i64>) -> String {
        match (self, end) {
            (Self::Dutch, Some(end)) => format!("{begin} tot en met {end} dagen"),
            (Self::Dutch, None) => format!("{begin} dagen of meer"),
            (Self::English, Some(end)) => format!("{begin} to {end} days"),
            (Self::English, None) => format!("{begin} days or more"),
        }
    }

    /// A median of days.
    pub fn mirror_median_days(self, days: i64) -> String {
        match (self, days) {
            (Self::Dutch, 1) => "1 dag".to_owned(),
            (Self::Dutch, _) => format!("{days} dagen"),
            (Self::English, 1) => "1 day".to_owned(),
            (Self::English, _) => format!("{days} days"),
        }
    }

    /// A group of which nothing is counted: all its patients are invented, and the notebook is for others.
    pub fn mirror_group_invented(self, group: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De groep \"{group}\" besprak alleen verzonnen patiënten. Die tellen niet mee: dit notitieboek is niet om te oefenen."
            ),
            Self::English => format!(
                "The group \"{group}\" discussed invented patients only. They do not count: this notebook is not for practising."
            ),
        }
    }

    /// A period that ends before it begins.
    pub fn mirror_upside_down(self, from: &str, to: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De periode staat andersom: van {from} tot en met {to}. Zet de vroegste dag achter --from en de laatste achter --to."
            ),
            Self::English => format!(
                "The period is the wrong way round: from {from} to {to}. Put the earliest day after --from and the latest after --to."
            ),
        }
    }

    /// A day that was not understood.
    pub fn mirror_no_day(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!("\"{typed}\" is geen dag. Schrijf bijvoorbeeld 01-01-2026."),
            Self::English => format!("\"{typed}\" is not a day. Write for example 01-01-2026."),
        }
    }

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
