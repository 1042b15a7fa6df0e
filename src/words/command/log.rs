//! What is said of the access log: who did what, what is wrong with it, and from which day on it is asked for.

use crate::words::language::{Language, sentences};

sentences! {
    /// A line of the log.
    deed_started => "programma gestart", "program started";
    /// A line of the log.
    deed_unlocked => "ontgrendeld", "unlocked";
    /// A line of the log.
    deed_not_unlocked => "ontgrendelen mislukt", "unlocking failed";
    /// A line of the log.
    deed_opened => "geopend", "opened";
    /// A line of the log.
    deed_created => "gemaakt", "created";
    /// A line of the log.
    deed_changed => "gewijzigd", "changed";
    /// A line of the log.
    deed_exported => "naar buiten gebracht", "exported";
    /// A line of the log, about no meeting in particular.
    deed_backup =>
        "naar buiten gebracht: reservekopie van het hele notitieboek",
        "exported: backup of the whole notebook";
    /// A line of the log, about no meeting in particular.
    deed_restored => "reservekopie teruggezet", "backup restored";
    /// A line of the log.
    deed_deleted => "verwijderd", "deleted";
    /// A line of the log.
    deed_log_deleted => "oud deel van dit log verwijderd", "old part of this log deleted";
    /// What was done.
    deed_clock_seen =>
        "gezien dat de klok verkeerd stond, of dat er lang niet was gewerkt",
        "noted that the clock was wrong, or that nobody had worked for a long time";
    /// Nobody is named.
    log_nobody => "onbekend", "unknown";
    /// There is nothing to show.
    log_empty => "Er staat niets in het toegangslog.", "There is nothing in the access log.";
    /// There is nothing to show of what was asked.
    log_nothing_found => "Hierover staat niets in het toegangslog.", "The access log has nothing about this.";
    /// Usage of a command.
    cli_usage_log =>
        "pallium log [OPTIES] [--since DATUM] [--meeting BIJEENKOMST]",
        "pallium log [OPTIONS] [--since DATE] [--meeting MEETING]";
    /// A command.
    cli_log =>
        "Toon wie wat wanneer opende, wijzigde, naar buiten bracht of verwijderde (eindcode 1: het log klopt niet)",
        "Show who opened, changed, exported or deleted what, and when (exit code 1: the log is not intact)";
    /// Name of a value.
    cli_value_date => "DATUM", "DATE";
    /// An option.
    cli_option_since => "Vanaf deze dag, bijvoorbeeld 2026-11-27", "From this day on, such as 2026-11-27";
    /// An option.
    cli_option_log_meeting => "Alleen over deze bijeenkomst", "About this meeting only";
}

impl Language {
    /// A line of the log: which paper left the notebook, or that all of it did.
    pub fn deed_of_paper(self, paper: &str, whole: bool) -> String {
        let named = match (paper, self) {
            ("minutes" | "patient", _) => self.file_minutes(),
            ("summary", _) => self.file_summary(),
            ("agreements", _) => self.file_agreements(),
            ("mirror", _) => self.file_mirror(),
            ("register", _) => self.file_register(),
            ("course", _) => self.file_course(),
            ("preparation", _) => self.file_preparation(),
            ("fhir", _) => self.file_plan(),
            ("find", Self::Dutch) => "wat bij zoeken is gevonden",
            ("find", Self::English) => "what was found by searching",
            _ if whole => return self.deed_backup().to_owned(),
            _ => return self.deed_exported().to_owned(),
        };
        format!("{}: {named}", self.deed_exported())
    }

    /// The log could not be written; told once.
    pub fn log_not_written(self, reason: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Het toegangslog wordt niet bijgehouden: {reason} U kunt gewoon doorwerken.")
            }
            Self::English => format!("The access log is not being kept: {reason} You can go on working."),
        }
    }

    /// What a command does is not in the log.
    pub fn log_not_noted(self, reason: &str) -> String {
        match self {
            Self::Dutch => format!("Dit komt niet in het toegangslog te staan: {reason}"),
            Self::English => format!("This will not be in the access log: {reason}"),
        }
    }

    /// A line of the log is not as it was written.
    pub fn log_line_wrong(self, path: &str, line: usize) -> String {
        match self {
            Self::Dutch => format!(
                "{path}: het toegangslog klopt niet vanaf regel {line}. Die regel is veranderd, verplaatst of weggehaald. Meld dit aan wie voor de beveiliging zorgt, en bewaar het bestand zoals het is."
            ),
            Self::English => format!(
                "{path}: the access log is not intact from line {line} on. That line was changed, moved or removed. Tell whoever is responsible for security, and keep the file as it is."
            ),
        }
    }

    /// A file of the log is gone.
    pub fn log_file_missing(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} ontbreekt: een deel van het toegangslog is weggehaald. Meld dit aan wie voor de beveiliging zorgt, en kijk of het in een reservekopie van de computer nog staat."
            ),
            Self::English => format!(
                "{path} is missing: part of the access log was removed. Tell whoever is responsible for security, and check whether a backup of the computer still has it."
            ),
        }
    }

    /// Lines at the end of a file of the log are gone.
    pub fn log_file_shortened(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path}: aan het eind van dit deel van het toegangslog zijn regels weggehaald of vervangen. Meld dit aan wie voor de beveiliging zorgt, en bewaar het bestand zoals het is."
            ),
            Self::English => format!(
                "{path}: lines at the end of this part of the access log were removed or replaced. Tell whoever is responsible for security, and keep the file as it is."
            ),
        }
    }

    /// The patients of a line of the log.
    pub fn log_patients(self, patients: &str) -> String {
        match self {
            Self::Dutch => format!("patiënt {patients}"),
            Self::English => format!("patient {patients}"),
        }
    }

    /// The meeting of a line of the log.
    pub fn log_meeting(self, meeting: &str) -> String {
        match self {
            Self::Dutch => format!("bijeenkomst {meeting}"),
            Self::English => format!("meeting {meeting}"),
        }
    }

    /// A day that may be two, or none, with what a field says of it.
    pub fn day_asked(self, typed: &str, said: &str) -> String {
        match self {
            Self::Dutch => format!("\"{typed}\": {said}."),
            Self::English => format!("\"{typed}\": {said}."),
        }
    }

    /// From which day on the log is shown.
    pub fn log_since(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Vanaf {day}:"),
            Self::English => format!("From {day}:"),
        }
    }

    /// The log was asked from a day on that is still to come.
    pub fn log_not_yet(self, day: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "{day} komt nog: daarover kan het toegangslog niets zeggen. Noem een dag die is geweest."
                )
            }
            Self::English => format!(
                "{day} is still to come: the access log cannot say anything about it. Name a day in the past."
            ),
        }
    }

    /// What was typed is no day.
    pub fn no_day(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!("\"{typed}\" is geen dag. Schrijf een dag als 2026-11-27 of 27-11-2026."),
            Self::English => {
                format!("\"{typed}\" is not a day. Write a day such as 2026-11-27 or 27-11-2026.")
            }
        }
    }
}
