//! What is said of deleting what is no longer to be kept, and before something leaves a protected notebook.

use crate::words::language::{Language, sentences};

sentences! {
    /// Usage of a command.
    cli_usage_forget => "pallium forget [OPTIES] (PATIËNT | --session SESSIE | --invented) [--yes]", "pallium forget [OPTIONS] (PATIENT | --session SESSION | --invented) [--yes]";
    /// Usage of a command.
    cli_usage_retention =>
        "pallium retention [OPTIES] [--older-than 18m|2y] [--yes]",
        "pallium retention [OPTIONS] [--older-than 18m|2y] [--yes]";
    /// A command.
    cli_forget =>
        "Verwijder een patiënt uit alle bijeenkomsten en hun eerdere versies, een opgeslagen sessie met een casus, of alle verzonnen patiënten",
        "Delete a patient from all meetings and their earlier versions, a saved session with a case, or all fictional patients";
    /// A command.
    cli_retention =>
        "Noem de bijeenkomsten waarvan de bewaartermijn voorbij is, en verwijder ze na bevestiging",
        "List the meetings whose retention period has passed, and delete them after confirmation";
    /// Name of a value.
    cli_value_whom => "PATIËNT", "PATIENT";
    /// An argument.
    cli_argument_whom =>
        "Aanduiding van de patiënt, of het kenmerk (ten minste de eerste 8 tekens)",
        "Label of the patient, or the identifier (at least its first 8 characters)";
    /// Name of a value.
    cli_value_age => "18m|2y", "18m|2y";
    /// An option.
    cli_option_older_than =>
        "Termijn in maanden (18m) of jaren (2y); anders retention_months uit settings.toml",
        "Retention period in months (18m) or years (2y); otherwise retention_months in settings.toml";
    /// An option.
    cli_option_yes => "Verwijder zonder te vragen", "Delete without asking";
    /// What was begun with did not succeed, so that the rest was left.
    nothing_deleted_yet =>
        "Nog niet alles kon weg; de bijeenkomsten met verzonnen patiënten staan er nog. Geef de opdracht nog eens.",
        "Not everything could be deleted yet; the meetings with fictional patients are still there. Run the command once more.";
    /// Nothing was deleted.
    nothing_deleted => "Er is niets verwijderd.", "Nothing was deleted.";
    /// A question.
    delete_question => "Dit alles verwijderen? Het komt niet terug.", "Delete all of this? It cannot be undone.";
    /// What is not reached.
    delete_backups_stay =>
        "Reservekopieën die u eerder maakte, blijven zoals ze zijn: verwijder die zelf, en zet ze niet terug.",
        "Backups that you made earlier stay as they are: delete them yourself, and do not restore them.";
    /// What is not reached.
    forget_texts_stay =>
        "Wat over deze patiënt in vrije tekst bij een ander of bij de groep staat, is niet te vinden en blijft staan.",
        "What is said about this patient in free text about somebody else or the group cannot be found, and stays.";
    /// Something is left.
    delete_not_whole =>
        "Nog niet alles is verwijderd. Los op wat hierboven staat en geef de opdracht opnieuw.",
        "Not everything was deleted yet. Resolve the problems above and run the command again.";
    /// No time was set.
    retention_not_set =>
        "Er is geen bewaartermijn ingesteld. Geef die mee, bijvoorbeeld --older-than 2y, of kies er een bij Instellingen (retention_months in settings.toml).",
        "No retention period is set. Give one, such as --older-than 2y, or choose one under Settings (retention_months in settings.toml).";
    /// How long meetings are kept.
    retention_unset =>
        "Er is geen bewaartermijn ingesteld: kies er een bij Instellingen.",
        "No retention period is set: choose one under Settings.";
    /// A question.
    retention_clock_question => "Klopt die datum?", "Is that date right?";
    /// Nothing is older.
    retention_nothing =>
        "Er zijn geen bijeenkomsten waarvan de bewaartermijn voorbij is.",
        "There are no meetings whose retention period has passed.";
    /// Nothing is older by the use of the notebook, whatever the clock says.
    retention_nothing_in_use =>
        "Zolang dat niet is nagekeken, telt het gebruik: daarnaar is van geen bijeenkomst de bewaartermijn voorbij. Er is niets verwijderd.",
        "Until that has been looked into, the use of this notebook counts: by that, no meeting is past its retention period. Nothing was deleted.";
    /// What is printed leaves the notebook.
    export_is_open =>
        "Let op: deze tekst is niet versleuteld. Bewaar hem alleen waar patiëntgegevens mogen staan.",
        "Note: this text is not encrypted. Keep it only where patient data may be.";
    /// What is recorded leaves the notebook.
    recording_is_open =>
        "Let op: deze opname is niet versleuteld. Bewaar haar alleen waar patiëntgegevens mogen staan.",
        "Note: this recording is not encrypted. Keep it only where patient data may be.";
    /// A question.
    export_question => "Doorgaan?", "Go on?";
    /// The answer was no.
    nothing_exported => "Er is niets naar buiten gebracht.", "Nothing left the notebook.";
    /// An option.
    cli_option_export_yes =>
        "Vraag niet of de tekst onversleuteld naar buiten mag",
        "Do not ask whether the text may leave unencrypted";
}

impl Language {
    /// How long meetings are kept.
    pub fn retention_set(self, months: u32) -> String {
        let age = self.retention_age(months);
        match self {
            Self::Dutch => {
                format!(
                    "Bewaartermijn: {age}. \"pallium retention\" noemt wat ouder is, en verwijdert het na uw \"ja\"."
                )
            }
            Self::English => {
                format!(
                    "Retention period: {age}. \"pallium retention\" lists what is older, and deletes it after your \"yes\"."
                )
            }
        }
    }

    /// The clock may have leapt.
    pub fn retention_clock(self, today: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Volgens de klok van deze computer is het {today}, en is de bewaartermijn van meer bijeenkomsten voorbij dan volgens het gebruik van dit notitieboek."
            ),
            Self::English => format!(
                "According to the clock of this computer it is {today}, and by that date more meetings are past their retention period than by the use of this notebook."
            ),
        }
    }

    /// A retention time.
    pub fn retention_age(self, months: u32) -> String {
        match (self, months, months % 12) {
            (Self::Dutch, 1, _) => "1 maand".to_owned(),
            (Self::English, 1, _) => "1 month".to_owned(),
            (Self::Dutch, 12.., 0) => format!("{} jaar", months / 12),
            (Self::English, 12, _) => "1 year".to_owned(),
            (Self::English, 12.., 0) => format!("{} years", months / 12),
            (Self::Dutch, ..) => format!("{months} maanden"),
            (Self::English, ..) => format!("{months} months"),
        }
    }

    /// What was typed is no age.
    pub fn no_age(self, typed: &str) -> String {
        match self {
            Self::Dutch => {
                format!("\"{typed}\" is geen termijn. Schrijf 18m voor 18 maanden of 2y voor 2 jaar.")
            }
            Self::English => {
                format!("\"{typed}\" is not a period. Write 18m for 18 months or 2y for 2 years.")
            }
        }
    }

    /// Nobody is called this in the whole notebook.
    pub fn forget_nobody(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In het notitieboek staat geen patiënt \"{typed}\", ook niet in eerdere versies. Let op spaties en punten in de aanduiding."
            ),
            Self::English => format!(
                "The notebook has no patient \"{typed}\", not in earlier versions either. Check spaces and dots in the label."
            ),
        }
    }

    /// Nobody is called exactly this, but these are called almost so.
    pub fn forget_near(self, typed: &str, patients: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Niemand heet precies \"{typed}\", maar dit lijkt erop. Geef de opdracht met het kenmerk van wie u bedoelt:\n{patients}"
            ),
            Self::English => format!(
                "Nobody is called exactly \"{typed}\", but this is close. Run the command with the identifier of the one you mean:\n{patients}"
            ),
        }
    }

    /// Several patients are called this.
    pub fn forget_several(self, typed: &str, patients: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{typed}\" past bij meer patiënten. Geef de opdracht met het kenmerk van wie u bedoelt:\n{patients}"
            ),
            Self::English => format!(
                "\"{typed}\" matches several patients. Run the command with the identifier of the one you mean:\n{patients}"
            ),
        }
    }

    /// Who would be deleted; `labels` may be empty.
    pub fn forget_whom(self, labels: &str, id: &str) -> String {
        match self {
            Self::Dutch if labels.is_empty() => {
                format!("Patiënt zonder aanduiding (kenmerk {id}) wordt verwijderd uit:")
            }
            Self::English if labels.is_empty() => {
                format!("Patient without a label (identifier {id}) will be deleted from:")
            }
            Self::Dutch => format!("Patiënt {labels} (kenmerk {id}) wordt verwijderd uit:"),
            Self::English => format!("Patient {labels} (identifier {id}) will be deleted from:"),
        }
    }

    /// Which meetings would be deleted.
    pub fn retention_which(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Van vóór {day}, en dus ouder dan de bewaartermijn:"),
            Self::English => format!("From before {day}, and so kept longer than the retention period:"),
        }
    }

    /// Of patients who were discussed later too, something goes that stands.
    pub fn retention_of_later(self, count: usize, labels: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Later nog besproken ({count}): {labels}. Wat alleen in deze bijeenkomsten staat en nog geldt (oordelen, behandelgrenzen, toestemming, open afspraken), gaat ook van hen weg. Neem eerst over wat u nog nodig hebt."
            ),
            Self::English => format!(
                "Discussed later too ({count}): {labels}. What is recorded only in these meetings and still applies (judgements, treatment limits, consent, open agreements) is deleted for them too. First copy what you still need."
            ),
        }
    }

    /// Two patients who are one become two.
    pub fn retention_tears(self, labels: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Dat {labels} dezelfde persoon is als een andere patiënt, staat alleen in een bijeenkomst die weggaat: leg het eerst opnieuw vast, anders zijn het er weer twee."
            ),
            Self::English => format!(
                "That {labels} is the same person as another patient is recorded only in a meeting that will be deleted: record it again first, or they become two again."
            ),
        }
    }

    /// Records that hold patients together stay.
    pub fn retention_knots(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => {
                "Eén tussentijds record blijft staan: daarin staat wie dezelfde persoon is.".to_owned()
            }
            (Self::Dutch, _) => {
                format!("{count} tussentijdse records blijven staan: daarin staat wie dezelfde persoon is.")
            }
            (Self::English, 1) => {
                "One record between meetings stays: it says who is the same person.".to_owned()
            }
            (Self::English, _) => {
                format!("{count} records between meetings stay: they say who is the same person.")
            }
        }
    }

    /// How far reading a whole notebook is.
    pub fn files_read(self, done: usize, of: usize) -> String {
        match self {
            Self::Dutch => format!("{done} van {of} bestanden gelezen"),
            Self::English => format!("{done} of {of} files read"),
        }
    }

    /// How much would be deleted in all.
    pub fn delete_in_all(
        self,
        meetings: usize,
        versions: usize,
        answers: usize,
        notes: usize,
        agreements: usize,
    ) -> String {
        match self {
            Self::Dutch => format!(
                "Samen: {}, {}, {}, {} en {}.",
                count(meetings, "bijeenkomst", "bijeenkomsten"),
                count(versions, "eerdere of tweede versie", "eerdere of tweede versies"),
                count(answers, "antwoord", "antwoorden"),
                count(notes, "regel aantekeningen", "regels aantekeningen"),
                count(agreements, "afspraak", "afspraken"),
            ),
            Self::English => format!(
                "In all: {}, {}, {}, {} and {}.",
                count(meetings, "meeting", "meetings"),
                count(versions, "earlier or second version", "earlier or second versions"),
                count(answers, "answer", "answers"),
                count(notes, "line of notes", "lines of notes"),
                count(agreements, "agreement", "agreements"),
            ),
        }
    }

    /// What nobody took over into the patient's own record.
    pub fn delete_not_taken_over(self, meetings: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Let op: niet alles is genoteerd als overgenomen in het dossier. Kijk dat eerst na bij:\n{meetings}"
            ),
            Self::English => format!(
                "Note: not everything is noted as copied into the patient's record. Check that first for:\n{meetings}"
            ),
        }
    }

    /// Files of which nobody can say what is in them.
    pub fn delete_unreadable(self, files: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Deze bestanden zijn niet te lezen, en kunnen dus ook over deze patiënt gaan. Kijk ze zelf na:\n{files}"
            ),
            Self::English => format!(
                "These files cannot be read, so they may be about this patient too. Check them yourself:\n{files}"
            ),
        }
    }

    /// What was done to a patient.
    pub fn forgotten(self, id: &str, meetings: usize, versions: usize) -> String {
        match self {
            Self::Dutch => format!(
                "Patiënt {id} is verwijderd uit {}; daarbij zijn {} bijgewerkt.",
                count(meetings, "bijeenkomst", "bijeenkomsten"),
                count(versions, "eerdere of tweede versie", "eerdere of tweede versies")
            ),
            Self::English => format!(
                "Patient {id} was deleted from {}; {} were updated.",
                count(meetings, "meeting", "meetings"),
                count(versions, "earlier or second version", "earlier or second versions")
            ),
        }
    }

    /// Which meetings were deleted.
    pub fn meetings_deleted(self, meetings: usize, versions: usize) -> String {
        match self {
            Self::Dutch => format!(
                "Verwijderd: {} met {}.",
                count(meetings, "bijeenkomst", "bijeenkomsten"),
                count(versions, "eerdere of tweede versie", "eerdere of tweede versies")
            ),
            Self::English => format!(
                "Deleted: {} with {}.",
                count(meetings, "meeting", "meetings"),
                count(versions, "earlier or second version", "earlier or second versions")
            ),
        }
    }

    /// A meeting that another program has open.
    pub fn delete_held(self, meeting: &str, why: &str) -> String {
        match self {
            Self::Dutch => format!("Overgeslagen: bijeenkomst {meeting}. {why}"),
            Self::English => format!("Skipped: meeting {meeting}. {why}"),
        }
    }
}

fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}
