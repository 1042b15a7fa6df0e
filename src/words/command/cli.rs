//! What the command line says: help, faults of usage, and what happened before or after the screen.

use crate::words::language::{Language, sentences};

sentences! {
    /// What the program is, in one line of help.
    cli_about =>
        "Pallium: met een palliatief team patiënten bespreken aan de hand van checklists.",
        "Pallium: discuss patients with a palliative-care team, guided by checklists.";
    /// Heading of help.
    cli_usage => "Gebruik", "Usage";
    /// Heading of help.
    cli_commands => "Opdrachten", "Commands";
    /// Heading of help.
    cli_options => "Opties", "Options";
    /// Heading of help.
    cli_arguments => "Argumenten", "Arguments";
    /// Usage of the program.
    cli_usage_program => "pallium [OPTIES] [OPDRACHT]", "pallium [OPTIONS] [COMMAND]";
    /// Usage of a command.
    cli_usage_demo => "pallium demo [OPTIES]", "pallium demo [OPTIONS]";
    /// Usage of a command.
    cli_usage_meetings => "pallium meetings [OPTIES]", "pallium meetings [OPTIONS]";
    /// Usage of a command.
    cli_usage_show => "pallium show [OPTIES] BIJEENKOMST [--yes]", "pallium show [OPTIONS] MEETING [--yes]";
    /// Usage of a command.
    cli_usage_minutes =>
        "pallium minutes [OPTIES] BIJEENKOMST [--patient AANDUIDING|NUMMER] [--format text|markdown|html|json] [-o BESTAND] [--yes]",
        "pallium minutes [OPTIONS] MEETING [--patient LABEL|NUMBER] [--format text|markdown|html|json] [-o FILE] [--yes]";
    /// Usage of a command.
    cli_usage_check =>
        "pallium check [OPTIES] [--format text|json] [BESTAND|MAP]...",
        "pallium check [OPTIONS] [--format text|json] [FILE|FOLDER]...";
    /// Usage of a command.
    cli_usage_schema => "pallium schema [OPTIES]", "pallium schema [OPTIONS]";
    /// Usage of a command.
    cli_usage_screenshots => "pallium screenshots [OPTIES] MAP", "pallium screenshots [OPTIONS] DIR";
    /// Usage of a command.
    cli_usage_backup => "pallium backup [OPTIES] BESTAND", "pallium backup [OPTIONS] FILE";
    /// Usage of a command.
    cli_usage_restore =>
        "pallium restore [OPTIES] BESTAND [--newer keep|replace]",
        "pallium restore [OPTIONS] FILE [--newer keep|replace]";
    /// Usage of a command.
    cli_usage_doctor => "pallium doctor [OPTIES] [--accept]", "pallium doctor [OPTIONS] [--accept]";
    /// A command.
    cli_backup =>
        "Maak een reservekopie van het hele notitieboek in één bestand, en lees haar na",
        "Make a backup of the whole notebook in one file, and read it back";
    /// A command.
    cli_restore =>
        "Zet een reservekopie terug; wat hier nieuwer is, blijft tenzij u anders kiest",
        "Restore a backup; what is newer here stays unless you choose otherwise";
    /// A command.
    cli_doctor =>
        "Kijk het hele notitieboek na en noem wat aandacht vraagt (eindcode 0: in orde, 1: niet)",
        "Examine the whole notebook and list what needs attention (exit code 0: in order, 1: not)";
    /// An argument.
    cli_argument_backup =>
        "Nieuw bestand, buiten het notitieboek; een bestaand bestand wordt niet overschreven",
        "New file, outside the notebook; an existing file is not overwritten";
    /// An argument.
    cli_argument_restore => "Bestand dat \"pallium backup\" heeft gemaakt", "File that \"pallium backup\" made";
    /// An option.
    cli_option_newer =>
        "Zonder te vragen: wat hier nieuwer is houden (keep) of vervangen (replace)",
        "Without asking: keep what is newer here, or replace it";
    /// After the help.
    cli_after =>
        "Zonder opdracht begint het programma. Uw gegevens blijven op deze computer.",
        "Without a command the program starts. Your data stay on this computer.";
    /// A command.
    cli_demo =>
        "Begin met verzonnen patiënten, in een notitieboek dat daarna verdwijnt",
        "Start with fictional patients, in a notebook that is thrown away afterwards";
    /// A command.
    cli_meetings => "Noem de bijeenkomsten in het notitieboek", "List the meetings in the notebook";
    /// A command.
    cli_show => "Toon een bijeenkomst als gewone tekst", "Show a meeting as plain text";
    /// A command.
    cli_minutes => "Het verslag van een bijeenkomst, of van één patiënt daarin", "The minutes of a meeting, or of one patient in it";
    /// Name of a value.
    cli_value_patient => "AANDUIDING|NUMMER", "LABEL|NUMBER";
    /// An option.
    cli_option_patient =>
        "Alleen deze patiënt: de aanduiding, of de plaats op de agenda",
        "This patient only: the label, or the place on the agenda";
    /// A command.
    cli_check =>
        "Kijk checklists na; zonder argument alle die nu gelden (eindcode 0: in orde, 1: fout, 2: niet na te kijken)",
        "Check checklists; without an argument all that are in use (exit code 0: in order, 1: errors, 2: cannot be checked)";
    /// An option.
    cli_option_format =>
        "Voor mensen (text) of voor andere programma's (json)",
        "For people (text) or for other programs (json)";
    /// A command.
    cli_schema =>
        "Druk het JSON-schema af waarmee een tekstverwerker voor code bij checklists helpt",
        "Print the JSON schema with which an editor helps to write checklists";
    /// A command for who writes about the program.
    cli_screenshots => "Teken de schermen van de demo als SVG", "Draw the screens of the demo as SVG";
    /// An argument.
    cli_argument_screenshots => "Map waarin de plaatjes komen", "Folder for the pictures";
    /// Name of a value.
    cli_value_meeting => "BIJEENKOMST", "MEETING";
    /// An argument.
    cli_argument_meeting =>
        "Kenmerk uit de lijst, het begin daarvan, of \"laatste\": bijeenkomst of sessie, van de nieuwste dag die waaraan het laatst is gewerkt",
        "Identifier from the list, its beginning, or \"last\": the meeting or session of the newest day that was worked on last";
    /// Name of a value.
    cli_value_paths => "BESTAND|MAP", "FILE|FOLDER";
    /// An argument.
    cli_argument_paths => "Checklists, of mappen ermee", "Checklists, or folders with them";
    /// Name of a value.
    cli_value_folder => "MAP", "DIR";
    /// Name of a value.
    cli_value_file => "BESTAND", "FILE";
    /// Name of a value.
    cli_value_language => "TAAL", "LANGUAGE";
    /// Name of a value.
    cli_value_theme => "KLEUREN", "COLOURS";
    /// An option.
    cli_option_data =>
        "Map van het notitieboek (anders PALLIUM_DATA, of de plaats die het systeem daarvoor heeft)",
        "Folder of the notebook (otherwise PALLIUM_DATA, or the system's own place)";
    /// An option.
    cli_option_checklists => "Map met nog meer checklists", "Folder with more checklists";
    /// An option.
    cli_option_language => "Taal: nl of en", "Language: nl or en";
    /// An option.
    cli_option_theme =>
        "Kleuren: terminal, donker, licht, beamer of mono (zonder kleur)",
        "Colours: terminal, dark, light, beamer or mono (without colour)";
    /// An option.
    cli_option_ascii => "Alleen letters en leestekens, geen andere tekens", "Letters and punctuation only, no other symbols";
    /// An option.
    cli_option_plain =>
        "Vraag en antwoord, regel voor regel, zonder schermopbouw (voor schermlezers)",
        "Question and answer, line by line, without a screen (for screen readers)";
    /// An option.
    cli_option_record =>
        "Leg vast wat er gebeurt, zonder leesbare tekst, om een fout te laten zien",
        "Record what happens, without readable text, to show a fault";
    /// An option.
    cli_option_with_text => "Met --record: mét de getypte tekst", "With --record: including the text that is typed";
    /// An option.
    cli_option_replay => "Speel een opname af en toon het laatste scherm", "Play a recording and show the last screen";
    /// An option.
    cli_option_help => "Toon deze uitleg", "Show this help";
    /// An option.
    cli_option_version => "Toon de versie", "Show the version";

    /// Where to read on.
    cli_see_help => "Zie \"pallium --help\".", "See \"pallium --help\".";
    /// A fault of usage that has no sentence of its own.
    cli_wrong_usage => "Dit is geen opdracht die Pallium kent.", "This is not a command that Pallium knows.";
    /// A reader is to be added, and nobody is named.
    reader_add_whom =>
        "Noem erbij wie u toevoegt, bijvoorbeeld: pallium readers add Jansen.",
        "Say whom to add, for example: pallium readers add Jansen.";
    /// A reader is to be removed, and nobody is named.
    reader_remove_whom =>
        "Noem erbij wie u verwijdert, bijvoorbeeld: pallium readers remove Jansen.",
        "Say whom to remove, for example: pallium readers remove Jansen.";
    /// A label in more than one word.
    forget_quotes =>
        "Zet een aanduiding met een spatie tussen aanhalingstekens, bijvoorbeeld: pallium forget \"Fictief Z.\".",
        "Put a label with a space between quotes, for example: pallium forget \"Fictief Z.\".";
    /// A fault of usage.
    cli_not_unicode => "Een van de argumenten is geen leesbare tekst.", "One of the arguments is not readable text.";

    /// The output is no terminal.
    cli_no_terminal =>
        "Pallium heeft een venster nodig, en de uitvoer gaat nu ergens anders heen. Met --plain werkt het zonder.",
        "Pallium needs a terminal, and the output goes elsewhere. With --plain it works without one.";
    /// The line-by-line front end is not in this version.
    cli_plain_not_recorded => "--record gaat niet samen met --plain.", "--record cannot be used together with --plain.";
    /// An empty notebook.
    cli_no_meetings => "Er zijn nog geen bijeenkomsten.", "There are no meetings yet.";
    /// After an end by which something was lost.
    cli_output_closed =>
        "Er is niets getoond: de uitvoer is gesloten. Wie geen uitvoer wil, stuurt haar naar /dev/null.",
        "Nothing was shown: the output is closed. If you want no output, send it to /dev/null.";
    /// What was asked for is done, and the text about it was not shown.
    cli_done_untold =>
        "De opdracht is uitgevoerd, maar het bericht daarover kon niet worden getoond: de uitvoer is gesloten of vol. Doe de opdracht dus niet opnieuw; \"pallium doctor\" vertelt hoe het notitieboek ervoor staat.",
        "The command was carried out, but its message could not be shown: the output is closed or full. So do not run the command again; \"pallium doctor\" tells you how the notebook is.";
    /// The recording stopped.
    cli_recording_not_whole =>
        "Let op: de opname is niet volledig. Het laatste deel kon niet worden geschreven; maak ruimte op de schijf en neem opnieuw op.",
        "Note: the recording is not complete. Its last part could not be written; free some space on the disk and record again.";
    /// The program ended with unsaved changes.
    cli_not_saved =>
        "Pallium is gestopt. De laatste wijzigingen konden niet worden opgeslagen.",
        "Pallium has ended. The latest changes could not be saved.";
    /// A lane broke down; told beside what it was doing.
    lane_broke =>
        "Pallium kon dit niet afmaken door een fout in het programma. Probeer het nog eens, en meld het.",
        "Pallium could not finish this because of a fault in the program. Try again, and report it.";
    /// Names of the newest meeting, as typed.
    cli_last => "laatste", "last";
}

/// Sentences with parameters.
impl Language {
    /// The standard output took not everything.
    pub fn cli_not_written(self, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Niet alles kon worden geschreven: {reason}. Wat er staat, is dus niet volledig: verwijder het, en probeer het elders nog eens."
            ),
            Self::English => format!(
                "Not everything could be written: {reason}. So what is there is incomplete: remove it, and try again somewhere else."
            ),
        }
    }

    /// A fault of usage: an option or argument that is not there.
    pub fn cli_unknown_argument(self, argument: &str) -> String {
        match self {
            Self::Dutch => format!("Pallium kent \"{argument}\" niet."),
            Self::English => format!("Pallium does not know \"{argument}\"."),
        }
    }

    /// A fault of usage: a command that is not there.
    pub fn cli_unknown_command(self, command: &str) -> String {
        match self {
            Self::Dutch => format!("De opdracht \"{command}\" bestaat niet."),
            Self::English => format!("There is no command \"{command}\"."),
        }
    }

    /// A fault of usage: an option without its value, or a command without its argument.
    pub fn cli_missing_value(self, argument: &str) -> String {
        match self {
            Self::Dutch => format!("Er ontbreekt iets: {argument}."),
            Self::English => format!("Something is missing: {argument}."),
        }
    }

    /// A fault of usage: a value that an option does not take.
    pub fn cli_bad_value(self, value: &str, argument: &str) -> String {
        match self {
            Self::Dutch => format!("\"{value}\" past niet bij {argument}."),
            Self::English => format!("\"{value}\" is not a valid value for {argument}."),
        }
    }

    /// A fault of usage: an option twice, or two that exclude each other.
    pub fn cli_conflict(self, argument: &str, other: &str) -> String {
        match self {
            Self::Dutch if argument == other => format!("{argument} mag maar één keer."),
            Self::English if argument == other => format!("{argument} can be given only once."),
            Self::Dutch => format!("{argument} gaat niet samen met {other}."),
            Self::English => format!("{argument} cannot be used together with {other}."),
        }
    }

    /// An option of the screens beside a command that shows none.
    pub fn cli_only_on_screen(self, option: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{option} is voor de schermen van Pallium en van de demonstratie, en gaat niet samen met deze opdracht."
            ),
            Self::English => format!(
                "{option} is for the screens of Pallium and of the demonstration, and cannot be used with this command."
            ),
        }
    }

    /// What was probably meant.
    pub fn cli_perhaps(self, suggestion: &str) -> String {
        match self {
            Self::Dutch => format!("Bedoelde u \"{suggestion}\"?"),
            Self::English => format!("Did you mean \"{suggestion}\"?"),
        }
    }

    /// The newest meeting was asked for, and one that may be newer cannot be read.
    pub fn cli_last_is_unsure(self, unread: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Welke bijeenkomst de laatste is, is niet zeker, want niet alles is te lezen:\n{unread}\nNoem de bijeenkomst bij haar kenmerk; \"pallium meetings\" noemt ze."
            ),
            Self::English => format!(
                "It is not certain which meeting is the last, because not everything can be read:\n{unread}\nName the meeting by its identifier; \"pallium meetings\" lists them."
            ),
        }
    }

    /// No meeting has this identifier.
    pub fn cli_no_such_meeting(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!("Er is geen bijeenkomst \"{typed}\". \"pallium meetings\" noemt ze."),
            Self::English => format!("There is no meeting \"{typed}\". \"pallium meetings\" lists them."),
        }
    }

    /// Several meetings begin with this.
    pub fn cli_many_meetings(self, typed: &str, count: usize) -> String {
        match self {
            Self::Dutch => format!("{count} bijeenkomsten beginnen met \"{typed}\". Typ een teken meer."),
            Self::English => format!("{count} meetings begin with \"{typed}\". Type one more character."),
        }
    }

    /// When something was recorded last in a meeting: the day where that was another one, and the time.
    pub fn last_recorded(self, day: &str, time: &str) -> String {
        let at = format!("{day} {time}");
        match self {
            Self::Dutch => format!("laatst vastgelegd {}", at.trim()),
            Self::English => format!("last recorded {}", at.trim()),
        }
    }

    /// A file or folder that the system does not give.
    pub fn cli_unreadable(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!("{path} is niet te lezen: {reason}."),
            Self::English => format!("{path} cannot be read: {reason}."),
        }
    }

    /// A folder in which nothing is found.
    pub fn cli_no_checklists(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("In {path} staan geen checklists (bestanden met .toml)."),
            Self::English => format!("There are no checklists (files with .toml) in {path}."),
        }
    }

    /// How a shipped file is named where other files have a path.
    pub fn cli_shipped_file(self, file: &str) -> String {
        match self {
            Self::Dutch => format!("{file} (meegeleverd)"),
            Self::English => format!("{file} (shipped)"),
        }
    }

    /// How many shipped files were checked.
    pub fn cli_checked_shipped(self, files: usize) -> String {
        match self {
            Self::Dutch => format!("Bekeken:\n  {files} meegeleverd"),
            Self::English => format!("Looked at:\n  {files} shipped"),
        }
    }

    /// How many own files were checked, and where they are or would be.
    pub fn cli_checked_own(self, files: usize, folder: &str) -> String {
        match self {
            Self::Dutch => format!("  {files} in uw eigen map ({folder})"),
            Self::English => format!("  {files} in your own folder ({folder})"),
        }
    }

    /// How many files of the given folder were checked.
    pub fn cli_checked_given(self, files: usize, folder: &str) -> String {
        match self {
            Self::Dutch => format!("  {files} in de opgegeven map ({folder})"),
            Self::English => format!("  {files} in the given folder ({folder})"),
        }
    }

    /// The user's own folder, where it could not be read.
    pub fn cli_own_not_read(self, folder: &str) -> String {
        match self {
            Self::Dutch => format!("  uw eigen map is niet te lezen ({folder})"),
            Self::English => format!("  your own folder cannot be read ({folder})"),
        }
    }

    /// The outcome of checking.
    pub fn cli_checked(self, files: usize, wrong: usize) -> String {
        match (self, files, wrong) {
            (Self::Dutch, 1, 0) => "1 bestand nagekeken, in orde.".to_owned(),
            (Self::English, 1, 0) => "1 file checked, in order.".to_owned(),
            (Self::Dutch, _, 0) => format!("{files} bestanden nagekeken, alles in orde."),
            (Self::English, _, 0) => format!("{files} files checked, all in order."),
            (Self::Dutch, 1, _) => "1 bestand nagekeken, niet in orde.".to_owned(),
            (Self::English, 1, _) => "1 file checked, not in order.".to_owned(),
            (Self::Dutch, ..) => format!("{files} bestanden nagekeken, {wrong} niet in orde."),
            (Self::English, ..) => format!("{files} files checked, {wrong} not in order."),
        }
    }

    /// A recording would overwrite a file.
    pub fn cli_record_exists(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("{path} bestaat al en wordt niet overschreven. Kies een andere naam."),
            Self::English => format!("{path} already exists and is not overwritten. Choose another name."),
        }
    }

    /// A file that cannot be made.
    pub fn cli_not_made(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!("{path} is niet te maken: {reason}."),
            Self::English => format!("{path} cannot be made: {reason}."),
        }
    }

    /// A line of a file that is no recording.
    pub fn cli_no_recording(self, path: &str, line: usize) -> String {
        match self {
            Self::Dutch => format!("{path} is geen opname van deze versie van Pallium (regel {line})."),
            Self::English => format!("{path} is not a recording by this version of Pallium (line {line})."),
        }
    }

    /// The terminal can only show lines, by what it calls itself.
    pub fn cli_simple_terminal(self, term: &str) -> String {
        match (self, term) {
            (Self::Dutch, "") => "Dit venster kan alleen regels tonen (TERM is leeg); Pallium gaat regel voor regel verder, zoals met --plain.".to_owned(),
            (Self::Dutch, term) => format!("Dit venster kan alleen regels tonen (TERM is {term}); Pallium gaat regel voor regel verder, zoals met --plain."),
            (Self::English, "") => "This terminal can only show lines (TERM is empty); Pallium goes on line by line, as with --plain.".to_owned(),
            (Self::English, term) => format!("This terminal can only show lines (TERM is {term}); Pallium goes on line by line, as with --plain."),
        }
    }

    /// The terminal cannot be taken over.
    pub fn cli_terminal_refused(self, reason: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Dit venster is niet te gebruiken: {reason}. Met --plain werkt Pallium zonder.")
            }
            Self::English => {
                format!("This terminal cannot be used: {reason}. With --plain Pallium works without it.")
            }
        }
    }

    /// After a panic: where, and what became of the notes.
    pub fn cli_panicked(self, place: &str, saved: bool) -> String {
        let (nl, en) = if saved {
            ("Uw notities zijn opgeslagen.", "Your notes are saved.")
        } else {
            (
                "De laatste wijzigingen konden niet worden opgeslagen.",
                "The latest changes could not be saved.",
            )
        };
        match self {
            Self::Dutch => format!(
                "Pallium is onverwacht gestopt door een fout in het programma ({place}). {nl} Meld deze fout."
            ),
            Self::English => format!(
                "Pallium stopped unexpectedly because of a fault in the program ({place}). {en} Please report it."
            ),
        }
    }
}
