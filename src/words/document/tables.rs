//! What is said of a register that comes out of a spreadsheet.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_import => "Neem over wat een groep elders bijhield", "Take over what a group kept elsewhere";
    /// Usage of a command.
    cli_usage_import => "pallium import [OPTIES] OPDRACHT", "pallium import [OPTIONS] COMMAND";
    /// A command.
    cli_import_register =>
        "Lees het register van een groep uit Excel of CSV: eerst een voorstel, dan overnemen",
        "Read the register of a group from Excel or CSV: first a proposal, then taking over";
    /// Usage of a command.
    cli_usage_import_register =>
        "pallium import register [OPTIES] BESTAND [--group NAAM] [--take]",
        "pallium import register [OPTIONS] FILE [--group NAME] [--take]";
    /// An argument.
    cli_argument_table =>
        "Een Excel-bestand (.xlsx) of CSV, met koppen zoals \"pallium register --format xlsx\" ze schrijft",
        "An Excel file (.xlsx) or CSV, with the headings that \"pallium register --format xlsx\" writes";
    /// An option.
    cli_option_import_group =>
        "De groep van nieuwe patiënten; rijen van een andere groep blijven staan",
        "The group of new patients; rows of another group are left out";
    /// An option.
    cli_option_take => "Neem het voorstel over zonder vraag", "Take the proposal over without a question";
    /// Why a spreadsheet was not printed.
    cli_only_in_file =>
        "Een spreadsheet kan alleen naar een bestand. Noem het met -o, bijvoorbeeld -o register.xlsx.",
        "A spreadsheet only goes to a file. Name it with -o, for example -o register.xlsx.";
    /// Why a file was refused.
    table_too_large =>
        "Het is groter dan 10 MB. Bewaar alleen het blad met het register.",
        "It is larger than 10 MB. Save only the sheet with the register.";
    /// Why a file was refused.
    table_bomb =>
        "Uitgepakt is het groter dan 64 MB. Bewaar alleen het blad met het register.",
        "Unpacked it is larger than 64 MB. Save only the sheet with the register.";
    /// Why a file was refused.
    table_empty => "Er staat niets in.", "It is empty.";
    /// Why a file was refused.
    table_locked =>
        "Er zit een wachtwoord op. Open het in Excel en bewaar het zonder wachtwoord (Bestand, Info, Werkmap beveiligen).",
        "It is protected with a password. Open it in Excel and save it without one (File, Info, Protect Workbook).";
    /// Why a file was refused.
    table_old =>
        "Het is een oud soort bestand (.xls). Open het in Excel en bewaar het als .xlsx of CSV.",
        "It is an old kind of file (.xls). Open it in Excel and save it as .xlsx or CSV.";
    /// Why a file was refused.
    table_no_table =>
        "Het is geen Excel-bestand en geen CSV, of het is beschadigd. Open het in Excel en bewaar het als .xlsx of CSV.",
        "It is not an Excel or CSV file, or it is damaged. Open it in Excel and save it as .xlsx or CSV.";
    /// Why a file was refused.
    table_too_many_rows =>
        "Er staan meer dan 10.000 rijen in. Bewaar alleen de rijen van het register.",
        "It has more than 10,000 rows. Save only the rows of the register.";
    /// Why a file was refused.
    register_no_label =>
        "Geen kop noemt de patiënten. Zet boven die kolom \"patiënt\" of \"aanduiding\".",
        "No heading names the patients. Put \"patient\" or \"label\" above that column.";
    /// A heading.
    register_new => "Nieuw", "New";
    /// A heading.
    register_changed => "Gewijzigd", "Changed";
    /// A heading.
    register_refused => "Niet overgenomen", "Not taken over";
    /// A heading.
    register_columns => "Kolommen die niet worden overgenomen", "Columns that are not taken over";
    /// Why a column is not taken over.
    register_column_double => "deze kolom stond er al", "there was already such a column";
    /// Why a column is not taken over.
    register_column_unknown => "geen kolom van het register", "not a column of the register";
    /// Nothing changes.
    register_same =>
        "Er verandert niets: alles wat kan worden overgenomen, staat er al.",
        "Nothing changes: all that can be taken over is there already.";
    /// Nothing was done.
    register_left =>
        "Er is niets overgenomen. Met --take wordt dit voorstel overgenomen.",
        "Nothing was taken over. With --take this proposal is taken over.";
    /// Nothing could be recorded.
    taking_no_ids =>
        "Het systeem gaf geen toevalsgetallen. Er is niets overgenomen.",
        "The system provided no random numbers. Nothing was taken over.";
    /// A question.
    register_take => "Dit voorstel overnemen?", "Take this proposal over?";
    /// A cell.
    register_why_citizen =>
        "een burgerservicenummer; dat wordt niet opgeslagen", "a citizen service number; it is not kept";
    /// A cell.
    register_why_birth =>
        "een volledige geboortedatum; alleen het jaar wordt opgeslagen", "a full date of birth; only the year is kept";
    /// A cell.
    register_why_long => "een te lange tekst", "a text that is too long";
    /// A cell.
    register_why_no_value =>
        "een formule zonder uitkomst, of een fout; typ de waarde", "a formula without a result, or an error; type the value";
    /// A cell.
    register_why_kind => "hier hoort een naam of aanduiding", "a name or label belongs here";
    /// A cell.
    register_why_no_year => "geen geboortejaar in vier cijfers", "not a year of birth in four digits";
    /// A cell.
    register_why_no_day => "geen dag, of niet duidelijk welke; typ 1-12-2026", "not a day, or unclear which; type 2026-12-01";
    /// A cell.
    register_why_no_yes => "geen \"ja\" of \"nee\" en geen dag", "neither \"yes\", \"no\" nor a day";
    /// A cell.
    register_why_nobody => "deze rij noemt geen patiënt", "this row does not name a patient";
    /// A cell.
    register_why_several =>
        "meer bekende patiënten heten zo; zet het geboortejaar of de groep erbij",
        "several known patients have this label; add the year of birth or the group";
    /// A cell.
    register_why_double => "deze patiënt staat al in een eerdere rij", "this patient is in an earlier row";
    /// A cell.
    register_why_other_group => "een rij van een andere groep", "a row of another group";
    /// A cell.
    register_why_not_alive =>
        "\"niet overleden\" bij wie als overleden bekend is; herstel dat op het scherm van de patiënt",
        "\"not died\" for somebody known to have died; correct that on the screen of the patient";
    /// A cell.
    register_why_formula =>
        "een formule; genomen is de uitkomst die in het bestand staat", "a formula; its result in the file is taken";
}

impl Language {
    /// Why a file is not read.
    pub fn table_refused(self, file: &str, why: &str) -> String {
        match self {
            Self::Dutch => format!("{file} is niet gelezen. {why} Er is niets overgenomen."),
            Self::English => format!("{file} was not read. {why} Nothing was taken over."),
        }
    }

    /// What came out of a file.
    pub fn register_read(self, file: &str, new: usize, changed: usize, unchanged: usize) -> String {
        match self {
            Self::Dutch => format!("{file}: {new} nieuw, {changed} gewijzigd, {unchanged} zoals bekend."),
            Self::English => format!("{file}: {new} new, {changed} changed, {unchanged} as known."),
        }
    }

    /// What a column may be.
    pub fn register_column_unclear(self, meant: &str) -> String {
        match self {
            Self::Dutch => format!("misschien \"{meant}\"; zet dat erboven"),
            Self::English => format!("perhaps \"{meant}\"; put that above it"),
        }
    }

    /// A question about a column.
    pub fn register_ask_column(self, place: &str, heading: &str, meant: &str) -> String {
        match self {
            Self::Dutch => format!("Kolom {place} \"{heading}\": is dat \"{meant}\"?"),
            Self::English => format!("Column {place} \"{heading}\": is that \"{meant}\"?"),
        }
    }

    /// A cell.
    pub fn register_why_no_colour(self, colours: &str) -> String {
        match self {
            Self::Dutch => format!("geen kleur die hier bekend is ({colours})"),
            Self::English => format!("not a colour that is known here ({colours})"),
        }
    }

    /// A sheet without patients.
    pub fn register_without(self, sheet: &str) -> String {
        match self {
            Self::Dutch => format!("Blad \"{sheet}\": geen kop noemt de patiënten; overgeslagen."),
            Self::English => format!("Sheet \"{sheet}\": no heading names the patients; passed over."),
        }
    }

    /// How many more there are.
    pub fn register_more(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("en nog {count}"),
            Self::English => format!("and {count} more"),
        }
    }

    /// A row is about somebody who is invented, in a notebook that is not only for that.
    pub fn register_invented(self, who: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{who} is in dit notitieboek een verzonnen patiënt. Echte gegevens komen daar niet bij. Er is niets overgenomen. Verzonnen patiënten verwijderen: pallium forget --invented"
            ),
            Self::English => format!(
                "{who} is a fictional patient in this notebook, and nothing real is added to that. Nothing was taken over. To delete fictional patients: pallium forget --invented"
            ),
        }
    }

    /// Several groups at once.
    pub fn register_groups(self, groups: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De rijen zijn van meer groepen ({groups}). Neem ze per groep over, met --group. Er is niets overgenomen."
            ),
            Self::English => format!(
                "The rows are of several groups ({groups}). Take them over group by group, with --group. Nothing was taken over."
            ),
        }
    }

    /// A spreadsheet is only made of the register.
    pub fn cli_no_spreadsheet(self, what: &str) -> String {
        match self {
            Self::Dutch => format!(
                "--format xlsx is er alleen voor \"pallium register\". Kies bij \"pallium {what}\" bijvoorbeeld csv."
            ),
            Self::English => format!(
                "--format xlsx is only for \"pallium register\". With \"pallium {what}\" choose csv, for example."
            ),
        }
    }

    /// Where something recorded came from.
    pub fn register_origin(self, file: &str, place: &str) -> String {
        match self {
            Self::Dutch => format!("Overgenomen uit het bestand {file}, cel {place}."),
            Self::English => format!("Taken over from the file {file}, cell {place}."),
        }
    }

    /// It was taken over.
    pub fn register_taken(self, count: usize, id: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Overgenomen bij {count} {}, als tussentijds record {id}. Terugdraaien: pallium history {id} --restore 1",
                if count == 1 { "patiënt" } else { "patiënten" }
            ),
            Self::English => format!(
                "Taken over for {count} {}, as record between meetings {id}. To take it back: pallium history {id} --restore 1",
                if count == 1 { "patient" } else { "patients" }
            ),
        }
    }
}
