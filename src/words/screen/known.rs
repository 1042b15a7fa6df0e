//! What is said of patients over all meetings: what a course tells of each, and the register and what was found on the command line.

use crate::words::language::{Language, ended, sentences};

sentences! {
    /// A command.
    cli_register => "Het register: alle patiënten, en wat er van hen staat", "The register: all patients, and what is on record about them";
    /// Usage of a command.
    cli_usage_register =>
        "pallium register [OPTIES] [--group NAAM] [--filter FILTER] [--order VOLGORDE] [--format text|markdown|html|csv|xlsx|json] [-o BESTAND] [--yes]",
        "pallium register [OPTIONS] [--group NAME] [--filter FILTER] [--order ORDER] [--format text|markdown|html|csv|xlsx|json] [-o FILE] [--yes]";
    /// A command.
    cli_patient => "Het verloop van één patiënt over alle bijeenkomsten", "The course of one patient over all meetings";
    /// Usage of a command.
    cli_usage_patient =>
        "pallium patient [OPTIES] AANDUIDING [--format text|markdown|html|json] [-o BESTAND] [--yes]",
        "pallium patient [OPTIONS] LABEL [--format text|markdown|html|json] [-o FILE] [--yes]";
    /// An argument.
    cli_argument_label =>
        "De aanduiding van de patiënt, het begin ervan, of het nummer dat dit programma noemde",
        "The label of the patient, its beginning, or the number that this program gave";
    /// Name of a value.
    cli_value_label => "AANDUIDING", "LABEL";
    /// Name of a value.
    cli_value_group => "NAAM", "NAME";
    /// What stands behind that option.
    cli_value_filter => "FILTER", "FILTER";
    /// What stands behind that option.
    cli_value_order => "VOLGORDE", "ORDER";
    /// An option.
    cli_option_group => "Alleen deze groep", "This group only";
    /// An option.
    cli_option_filter =>
        "Alleen deze patiënten: all, in-palliative-phase, dying, no-central-carer, no-plan, due, agreement-overdue of not-looked-back",
        "These patients only: all, in-palliative-phase, dying, no-central-carer, no-plan, due, agreement-overdue or not-looked-back";
    /// An option.
    cli_option_order =>
        "Wat eerst komt: pressing (wat dringt), label, discussed of next-review",
        "What comes first: pressing, label, discussed or next-review";
    /// An option.
    cli_option_output =>
        "Schrijf naar dit bestand in plaats van op het scherm; een bestand dat er al is, wordt niet ongevraagd vervangen",
        "Write to this file and not on the screen; an existing file is not replaced unasked";
    /// A column.
    csv_patient => "patiënt", "patient";
    /// A column.
    csv_born => "geboren", "born";
    /// A column.
    csv_colour_was => "kleur daarvoor", "colour before";
    /// A column.
    csv_marked => "palliatieve fase gemarkeerd", "palliative phase marked";
    /// A column.
    csv_dying => "stervensfase", "dying phase";
    /// A column.
    csv_deceased => "overleden", "died";
    /// A column.
    csv_looked_back => "nabesproken", "looked back on";
    /// A column.
    csv_discussed => "besproken", "discussed";
    /// A column.
    csv_next_review => "opnieuw bespreken", "discuss again";
    /// A column.
    csv_open => "open afspraken", "open agreements";
    /// A column.
    csv_overdue => "afspraken over tijd", "agreements overdue";
    /// A column.
    csv_plan => "plan (PZP)", "plan (PZP)";
    /// A column.
    csv_plan_on => "plan van", "plan of";
    /// A column that is there only where something could not be read.
    csv_incomplete => "let op", "note";
    /// A column.
    csv_planned => "voorgesteld voor", "proposed for";
    /// A column.
    csv_invented => "verzonnen", "fictional";
    /// A column, filled where two patients have one label and year of birth.
    csv_number => "nummer", "number";
    /// Behind the label of a patient who is invented, where others are not.
    patient_invented => "verzonnen", "fictional";
    /// The same in front of a label for which there is little room.
    patient_invented_briefly => "verz.", "fict.";
    /// Nobody is in the notebook.
    cli_nobody_known => "Er is nog niemand besproken.", "Nobody was discussed yet.";
}

impl Language {
    /// An agreement got another day.
    pub fn fact_new_day(self, what: &str, was: &str) -> String {
        match self {
            Self::Dutch => format!("nieuwe datum: {what} (was {was})"),
            Self::English => format!("new date: {what} (was {was})"),
        }
    }

    /// An agreement says something else than it did.
    pub fn fact_new_words(self, what: &str, was: &str) -> String {
        match self {
            Self::Dutch => format!("anders afgesproken: {what} (was: {was})"),
            Self::English => format!("agreed otherwise: {what} (was: {was})"),
        }
    }

    /// An agreement is for somebody else; before, nobody was named where `was` is empty.
    pub fn fact_new_owner(self, what: &str, was: &str) -> String {
        match (self, was) {
            (Self::Dutch, "") => format!("nu bekend wie het doet: {what}"),
            (Self::Dutch, _) => format!("ander die het doet: {what} (was {was})"),
            (Self::English, "") => format!("who does it is known now: {what}"),
            (Self::English, _) => format!("somebody else does it: {what} (was {was})"),
        }
    }

    /// Somebody turns out not to be the same person as another patient.
    pub fn fact_apart_from(self, label: &str) -> String {
        match (self, label) {
            (Self::Dutch, "") => "toch niet dezelfde persoon als een andere patiënt".to_owned(),
            (Self::Dutch, label) => format!("toch niet dezelfde persoon als {label}"),
            (Self::English, "") => "not the same person as another patient after all".to_owned(),
            (Self::English, label) => format!("not the same person as {label} after all"),
        }
    }

    /// A row that says that another patient is a person of its own.
    pub fn same_person_apart(self, label: &str) -> String {
        match self {
            Self::Dutch => format!("{label} is toch een eigen patiënt"),
            Self::English => format!("{label} is a separate patient after all"),
        }
    }

    /// A row that takes that back.
    pub fn same_person_again(self, label: &str) -> String {
        match self {
            Self::Dutch => format!("{label} is wel dezelfde persoon"),
            Self::English => format!("{label} is the same person"),
        }
    }

    /// Somebody is the same person as another patient.
    pub fn fact_same_as(self, label: &str) -> String {
        match (self, label) {
            (Self::Dutch, "") => "dezelfde persoon als een andere patiënt".to_owned(),
            (Self::Dutch, label) => format!("dezelfde persoon als {label}"),
            (Self::English, "") => "the same person as another patient".to_owned(),
            (Self::English, label) => format!("the same person as {label}"),
        }
    }

    /// What was said and taken back since.
    pub fn taken_back(self, day: &str, said: &str) -> String {
        match self {
            Self::Dutch => format!("teruggenomen op {day}: {said}"),
            Self::English => format!("taken back on {day}: {said}"),
        }
    }

    /// A label was corrected.
    pub fn fact_label(self, from: &str, to: &str) -> String {
        match self {
            Self::Dutch => format!("heet nu {to}, was {from}"),
            Self::English => format!("is called {to} now, was {from}"),
        }
    }

    /// A value was confirmed.
    pub fn fact_confirmed(self, label: &str, value: &str) -> String {
        match self {
            Self::Dutch => format!("{label}: {value} (geldt nog)"),
            Self::English => format!("{label}: {value} (still holds)"),
        }
    }

    /// Something was agreed, with what it was before somebody corrected it.
    pub fn fact_agreed(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("afgesproken: {what}"),
            Self::English => format!("agreed: {what}"),
        }
    }

    /// Behind an agreement: that it was corrected on a day, and what stood there.
    pub fn fact_corrected(self, day: &str, before: &str) -> String {
        match self {
            Self::Dutch => format!(" (verbeterd op {day}; eerst: {before})"),
            Self::English => format!(" (corrected on {day}; at first: {before})"),
        }
    }

    /// An agreement was confirmed as it stood before it was corrected.
    pub fn fact_still_agreed(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("zo bevestigd: {what}"),
            Self::English => format!("confirmed so: {what}"),
        }
    }

    /// An agreement was done or dropped.
    pub fn fact_ended(self, done: bool, what: &str, outcome: &str) -> String {
        let outcome = if outcome.is_empty() { String::new() } else { format!(" ({outcome})") };
        match (self, done) {
            (Self::Dutch, true) => format!("gedaan: {what}{outcome}"),
            (Self::Dutch, false) => format!("vervallen: {what}{outcome}"),
            (Self::English, true) => format!("done: {what}{outcome}"),
            (Self::English, false) => format!("dropped: {what}{outcome}"),
        }
    }

    /// That meetings could not be read, in a cell of a table.
    pub fn csv_unread(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("mogelijk onvolledig: niet te lezen bijeenkomsten: {count}"),
            Self::English => format!("possibly incomplete: meetings that cannot be read: {count}"),
        }
    }

    /// That meetings have a second version, in a cell of a table.
    pub fn csv_doubled(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("eerst te vergelijken: bijeenkomsten met een tweede versie: {count}"),
            Self::English => format!("to be compared first: meetings with a second version: {count}"),
        }
    }

    /// By which number a patient is told from another with the same label and year of birth.
    pub fn patient_number(self, number: &str) -> String {
        match self {
            Self::Dutch => format!("nr. {number}"),
            Self::English => format!("no. {number}"),
        }
    }

    /// There is no such group.
    pub fn cli_no_such_group(self, typed: &str, groups: &str) -> String {
        let listed = ended(groups);
        match (self, groups) {
            (Self::Dutch, "") => {
                format!("Er is geen groep \"{typed}\": er is nog geen bijeenkomst met een groep.")
            }
            (Self::Dutch, _) => format!("Er is geen groep \"{typed}\". De groepen: {listed}"),
            (Self::English, "") => {
                format!("There is no group \"{typed}\": there is no meeting with a group yet.")
            }
            (Self::English, _) => format!("There is no group \"{typed}\". The groups: {listed}"),
        }
    }

    /// Nobody has this label.
    pub fn cli_nobody_called(self, typed: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Er is geen patiënt \"{typed}\". \"pallium register\" noemt alle patiënten.")
            }
            Self::English => {
                format!("There is no patient \"{typed}\". \"pallium register\" lists all patients.")
            }
        }
    }

    /// Several patients fit; each stands on a line with its number.
    pub fn cli_several_called(self, typed: &str, lines: &str) -> String {
        match self {
            Self::Dutch => format!("\"{typed}\" past bij meer patiënten; noem het nummer:\n{lines}"),
            Self::English => format!("\"{typed}\" matches several patients; give the number:\n{lines}"),
        }
    }

    /// Only the beginning of one patient was typed, who stands on a line with the number.
    pub fn cli_nearly_called(self, typed: &str, line: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "\"{typed}\" is te weinig om zeker te zijn; is dit de patiënt, noem dan het nummer:\n{line}"
                )
            }
            Self::English => {
                format!(
                    "\"{typed}\" is too short to be certain; if this is the patient, give the number:\n{line}"
                )
            }
        }
    }

    /// A patient is known under other identities, which go too.
    pub fn forget_also(self, identities: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Dezelfde persoon staat er ook onder deze kenmerken; die gaan mee:\n{identities}")
            }
            Self::English => {
                format!(
                    "The same person is also there under these identifiers, which will be deleted too:\n{identities}"
                )
            }
        }
    }

    /// Whether a file that is there may be replaced.
    pub fn cli_replace_file(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("{path} bestaat al. Vervangen?"),
            Self::English => format!("{path} exists already. Replace it?"),
        }
    }

    /// Something that is no file stands where a file is to come.
    pub fn cli_no_ordinary_file(self, path: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{path} is geen gewoon bestand en wordt niet vervangen. Kies een andere naam.")
            }
            Self::English => {
                format!("{path} is not an ordinary file and is not replaced. Choose another name.")
            }
        }
    }

    /// The file is there.
    pub fn cli_written_to(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("Geschreven naar {path}."),
            Self::English => format!("Written to {path}."),
        }
    }

    /// Under which other labels somebody is known.
    pub fn cli_also_called(self, labels: &str) -> String {
        match self {
            Self::Dutch => format!("Ook bekend als {}.", labels.trim_end_matches('.')),
            Self::English => format!("Also known as {}.", labels.trim_end_matches('.')),
        }
    }

    /// Open agreements came along with a patient.
    pub fn agreements_came_along(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 open afspraak kwam mee van een eerdere bijeenkomst.".to_owned(),
            (Self::Dutch, _) => format!("{count} open afspraken kwamen mee van een eerdere bijeenkomst."),
            (Self::English, 1) => "1 open agreement came along from an earlier meeting.".to_owned(),
            (Self::English, _) => format!("{count} open agreements came along from an earlier meeting."),
        }
    }

    /// The day on which an agreement of an earlier meeting was made.
    pub fn agreement_from(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("van {day}"),
            Self::English => format!("from {day}"),
        }
    }

    /// That an agreement was done or dropped, and when that was recorded.
    pub fn agreement_ended_on(self, done: bool, day: &str) -> String {
        match (self, done) {
            (Self::Dutch, true) => format!("gedaan op {day}"),
            (Self::Dutch, false) => format!("vervallen ({day})"),
            (Self::English, true) => format!("done on {day}"),
            (Self::English, false) => format!("dropped ({day})"),
        }
    }

    /// What was answered the time before.
    pub fn was(self, answer: &str) -> String {
        match self {
            Self::Dutch | Self::English => format!("was {answer}"),
        }
    }

    /// Two values that were noted on one day, of which none is the last word.
    pub fn one_or_other(self, one: &str, other: &str) -> String {
        match self {
            Self::Dutch => format!("{one} of {other}"),
            Self::English => format!("{one} or {other}"),
        }
    }

    /// A patient with this label is in the notebook already.
    pub fn patient_called_so_too(self, label: &str) -> String {
        let same = self.profile_same_person();
        match self {
            Self::Dutch => format!(
                "Er is nog een patiënt {} Is dat dezelfde? Zeg het dan hieronder bij \"{same}\".",
                ended(label)
            ),
            Self::English => {
                format!("There is another patient {label}. Is it the same? Then say so below at \"{same}\".")
            }
        }
    }

    /// A patient of this name is known already, who can be chosen from the list instead.
    pub fn patient_known_already(self, label: &str) -> String {
        match self {
            Self::Dutch => {
                let label = ended(label);
                format!(
                    "Er is al een patiënt {label} Is dat dezelfde? Haal deze dan weg en kies die uit de lijst."
                )
            }
            Self::English => {
                format!(
                    "There is already a patient {label}. Is it the same? Remove this one and choose that from the list."
                )
            }
        }
    }

    /// Of some open agreements another record says that they ended.
    pub fn ended_too(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("{count} ook als afgehandeld genoteerd"),
            Self::English => format!("{count} also noted as dealt with"),
        }
    }

    /// On the first screen: meetings of a day to come in which something was recorded already.
    pub fn start_ahead(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => {
                "1 bijeenkomst is van na vandaag en telt nog niet mee. Klopt haar dag, en die van deze computer?"
                    .to_owned()
            }
            (Self::Dutch, _) => format!(
                "{count} bijeenkomsten zijn van na vandaag en tellen nog niet mee. Klopt hun dag, en die van deze computer?"
            ),
            (Self::English, 1) => {
                "1 meeting is after today and does not count yet. Is its day right, and that of this computer?"
                    .to_owned()
            }
            (Self::English, _) => format!(
                "{count} meetings are after today and do not count yet. Is their day right, and that of this computer?"
            ),
        }
    }
}
