//! Versions of a meeting beside the one in force, and choosing between two.

use crate::words::language::{Language, sentences};

sentences! {
    /// Row and title: versions that were kept.
    versions_title => "Eerdere versies", "Earlier versions";
    /// What they are.
    versions_what =>
        "Pallium bewaart deze bijeenkomst zoals zij was bij het openen, bij het afsluiten van de bijeenkomst, en na elke tien minuten werk. Kies een versie om te zien wat daarin anders is.",
        "Pallium keeps this meeting as it was when opened, when the meeting was closed, and after every ten minutes of work. Choose a version to see what is different in it.";
    /// There are none yet.
    versions_none => "Er zijn nog geen eerdere versies.", "There are no earlier versions yet.";
    /// How they come about.
    versions_kept =>
        "Pallium bewaart ze vanzelf: bij openen, bij het afsluiten van de bijeenkomst en na tien minuten werk.",
        "Pallium keeps them by itself: at opening, at closing and after ten minutes of work.";
    /// Why a version was kept.
    version_opened => "zoals geopend", "as it was opened";
    /// Why a version was kept.
    version_closed => "zoals gesloten", "as it was closed";
    /// Why a version was kept.
    version_worked => "tijdens het werk", "during the work";
    /// Why a version was kept.
    version_restored => "voordat een andere versie terugkwam", "before another version came back";
    /// Why a version was kept.
    version_put_away => "tweede versie, weggelegd", "second version, put away";
    /// A version that another program wrote.
    version_beside => "tweede versie, ernaast opgeslagen", "second version, kept beside";
    /// A version that a stopped program left.
    version_left_over => "niet afgemaakte opslag", "unfinished save";

    /// On the agenda: there is a second version.
    agenda_second_version => "Tweede versie: vergelijken en kiezen", "Second version: compare and choose";
    /// On the agenda: a stopped program left a version.
    agenda_left_over => "Niet afgemaakte opslag: bekijken", "Unfinished save: have a look";

    /// Title of the comparison.
    compare_title => "Vergelijken", "Compare";
    /// What it shows.
    compare_what =>
        "Hieronder staat wat in die versie anders is dan in deze bijeenkomst. Enter neemt het over; Ctrl+Z draait het terug.",
        "Below is what is different in that version from this meeting. Enter takes it over; Ctrl+Z takes that back.";
    /// What it shows where nothing can be changed.
    compare_read =>
        "Hieronder staat wat in die versie anders is dan in deze bijeenkomst.",
        "Below is what is different in that version from this meeting.";
    /// Nothing is different.
    compare_same => "Die versie is gelijk aan deze bijeenkomst.", "That version is the same as this meeting.";
    /// Heading of what is about no patient.
    compare_meeting => "De bijeenkomst", "The meeting";
    /// What stands in this version.
    compare_here => "hier", "here";
    /// What stands in the other version.
    compare_there => "daar", "there";
    /// Row.
    compare_take_all => "Alles overnemen", "Take everything over";
    /// Row.
    compare_done => "Klaar: die versie wegleggen", "Done: put that version away";
    /// Row.
    compare_back => "Terug", "Back";
    /// Row.
    compare_take_over => "overnemen", "take over";
    /// Row: whoever or whatever only stands in this version goes.
    compare_take_away => "hier weghalen", "take away here";
    /// Beside the row that takes all over.
    compare_here_stays => "wie en wat alleen hier staat, blijft", "who and what is only here stays";
    /// Beside the row that takes all over.
    compare_here_goes => "wie en wat alleen hier staat, gaat weg", "who and what is only here goes";
    /// Row: a line that stands in the other version only.
    compare_add_line => "Regel toevoegen", "Add line";
    /// Notice.
    compare_taken => "Overgenomen. Ctrl+Z draait het terug.", "Taken over. Ctrl+Z takes that back.";
    /// Notice.
    version_reading => "De versie wordt gelezen.", "The version is being read.";
    /// Notice.
    version_put_away_done => "De andere versie is weggelegd. Zij staat bij de eerdere versies.", "The other version was put away. It is among the earlier versions.";

    /// Nothing stands there.
    nothing_there => "(niets)", "(nothing)";
    /// A patient, participant or agreement that is not there.
    not_there => "(staat er niet in)", "(is not in it)";
    /// What differs.
    piece_meeting_details => "Soort, groep en datum", "Kind, group and date";
    /// What differs.
    piece_agenda => "Volgorde", "Order";
    /// What differs.
    piece_participant => "Deelnemer", "Participant";
    /// What differs.
    piece_patient => "Patiënt", "Patient";
    /// A detail of a discussion.
    piece_informed => "Patiënt weet ervan", "Patient knows";
    /// A detail of a discussion.
    piece_not_deceased => "niet overleden", "not died";
    /// What differs.
    piece_review_details => "Gegevens van de bespreking", "Details of the discussion";
    /// What differs.
    piece_agreement => "Afspraak", "Agreement";
    /// What differs.
    piece_judgement => "Oordeel", "Judgement";
    /// What differs.
    piece_repeats => "Aantal keren", "Number of times";
    /// What differs.
    piece_definition => "Versie van de checklist", "Version of the checklist";
    /// What differs.
    piece_route => "Versie van de route", "Version of the route";
    /// What differs.
    piece_label => "Aanduiding", "Label";
    /// What differs.
    piece_born => "Geboortejaar", "Year of birth";
    /// State of a meeting.
    piece_closed => "gesloten", "closed";
    /// State of an agreement.
    piece_done => "klaar", "done";
    /// State of an agreement.
    piece_dropped => "vervallen", "dropped";
    /// State of a discussion.
    piece_taken_over => "overgenomen in dossier", "copied into the record";

    /// Notice.
    version_gone => "Die versie is er niet meer.", "That version is no longer there.";
    /// Notice.
    nothing_to_recover =>
        "Van deze bijeenkomst is geen versie die te lezen is. Laat het bestand staan en laat ernaar kijken; een reservekopie kan helpen.",
        "There is no version of this meeting that can be read. Leave the file as it is and have it looked at; a backup may help.";
    /// A command.
    cli_history =>
        "Eerdere versies van een bijeenkomst: bekijken en terugzetten",
        "Earlier versions of a meeting: view them and restore one";
    /// Usage of a command.
    cli_usage_history =>
        "pallium history [OPTIES] BIJEENKOMST [--show NUMMER [--yes]|--restore NUMMER]",
        "pallium history [OPTIONS] MEETING [--show NUMBER [--yes]|--restore NUMBER]";
    /// Name of a value.
    cli_value_number => "NUMMER", "NUMBER";
    /// An option.
    cli_option_show => "Toon de versie met dit nummer", "Show the version with this number";
    /// An option.
    cli_option_restore =>
        "Zet de versie met dit nummer terug; wat er nu staat, wordt een eerdere versie",
        "Restore the version with this number; what is there now becomes an earlier version";
    /// After the list.
    cli_history_how =>
        "Bekijken: --show NUMMER. Terugzetten: --restore NUMMER; wat er nu staat, wordt een eerdere versie.",
        "To view: --show NUMBER. To restore: --restore NUMBER; what is there now is kept.";
    /// Row: save a rescue copy in another folder.
    not_saved_elsewhere => "In een andere map opslaan, en dan afsluiten", "Save in another folder, then quit";
    /// Row: bring a damaged meeting back.
    problem_recover => "Herstellen uit de laatste goede versie", "Recover from the last good version";
    /// Row: open the meeting.
    problem_compare => "Bijeenkomst openen en vergelijken", "Open the meeting and compare";
}

impl Language {
    /// A meeting was recovered: from the version of when, and where the damaged file is, if there was one.
    pub fn meeting_recovered(self, when: &str, aside: &str) -> String {
        let found = match self {
            Self::Dutch => format!("Hersteld uit de versie van {when}; wat daarna kwam, staat er niet in."),
            Self::English => format!("Recovered from the version of {when}; what came later is not in it."),
        };
        match (self, aside) {
            (_, "") => found,
            (Self::Dutch, aside) => format!("{found} Het beschadigde bestand staat ernaast: {aside}"),
            (Self::English, aside) => format!("{found} The damaged file is beside it: {aside}"),
        }
    }

    /// A version: when it was kept and why.
    pub fn version_of(self, when: &str, why: &str) -> String {
        format!("{when}, {why}")
    }

    /// There is no version with this number.
    pub fn cli_no_such_version(self, number: usize, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 0) => {
                format!("Er is geen versie {number}: van deze bijeenkomst zijn nog geen versies opgeslagen.")
            }
            (Self::Dutch, _) => {
                format!("Er is geen versie {number}. Kies een nummer van 1 tot en met {count}.")
            }
            (Self::English, 0) => {
                format!("There is no version {number}: no versions of this meeting were kept yet.")
            }
            (Self::English, _) => format!("There is no version {number}. Choose a number from 1 to {count}."),
        }
    }

    /// A version was put back.
    pub fn cli_version_restored(self, when: &str) -> String {
        match self {
            Self::Dutch => {
                format!("De versie van {when} is teruggezet. Wat er stond, is nu een eerdere versie.")
            }
            Self::English => {
                format!("The version of {when} was restored. What was there is kept as an earlier version.")
            }
        }
    }

    /// A rescue copy was saved in another folder.
    pub fn saved_elsewhere(self, folder: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Opgeslagen als noodkopie in {folder}. Open haar later met: pallium --data \"{folder}\". Kies nu Afsluiten."
            ),
            Self::English => format!(
                "Saved as a rescue copy in {folder}. Open it later with: pallium --data \"{folder}\". Now choose Quit."
            ),
        }
    }

    /// A rescue copy could be saved nowhere.
    pub fn saved_nowhere(self, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Ook in een andere map lukt opslaan niet ({reason}). Laat Pallium open staan en schrijf over wat nodig is."
            ),
            Self::English => format!(
                "Saving in another folder fails too ({reason}). Leave Pallium open and write down what is needed."
            ),
        }
    }

    /// Name of the folder of a rescue copy.
    pub fn rescue_folder(self, when: &str) -> String {
        match self {
            Self::Dutch => format!("Pallium noodkopie {when}"),
            Self::English => format!("Pallium rescue copy {when}"),
        }
    }

    /// Answers and agreements of a patient who is in one version only.
    pub fn patient_holds(self, answers: usize, agreements: usize) -> String {
        let (answer, agreement) = match self {
            Self::Dutch => (
                if answers == 1 { "antwoord" } else { "antwoorden" },
                if agreements == 1 { "afspraak" } else { "afspraken" },
            ),
            Self::English => (
                if answers == 1 { "answer" } else { "answers" },
                if agreements == 1 { "agreement" } else { "agreements" },
            ),
        };
        format!("{answers} {answer}, {agreements} {agreement}")
    }
}
