//! What the program says and hears line by line.

use super::language::ended;
use super::{Language, sentences};

sentences! {
    /// Between what was and what came after it.
    linear_then => ", daarna ", ", then ";
    /// The word that takes back, as it is typed.
    linear_undo_word => "/ongedaan", "/undo";
    /// The word that makes again, as it is typed.
    linear_redo_word => "/opnieuw", "/redo";
    /// The first line.
    linear_welcome =>
        "Pallium, regel voor regel. Typ het nummer van een regel; \"hulp\" legt alles uit.",
        "Pallium, line by line. Type the number of a row; \"help\" explains everything.";
    /// Own words.
    linear_own_words => "Eigen woorden", "Own words";
    /// The steps of a route.
    linear_steps => "Stappen", "Steps";
    /// The present step.
    linear_here => "hier", "here";
    /// Something done.
    linear_done => "klaar", "done";
    /// A patient, an agreement or a step that is not done.
    linear_not_done => "nog open", "still open";
    /// An option that is chosen.
    linear_chosen => "gekozen", "chosen";
    /// An option that is no longer chosen.
    linear_no_longer_chosen => "niet meer gekozen", "no longer chosen";
    /// An option that is not chosen.
    linear_not_chosen => "niet gekozen", "not chosen";
    /// One of several options that is not chosen.
    linear_not_ticked => "niet aangevinkt", "not ticked";
    /// Before a long list of options of which one can be chosen, where none is.
    linear_choose_one => "Kies er een; nu is er geen gekozen.", "Choose one; none is chosen now.";
    /// The word that says the next part of a long list.
    linear_more_word => "verder", "next";
    /// One of several options that is chosen.
    linear_ticked => "aangevinkt", "ticked";
    /// One of several options that is no longer chosen.
    linear_no_longer_ticked => "niet meer aangevinkt", "no longer ticked";
    /// An empty field.
    linear_empty => "leeg", "empty";
    /// Behind a field that nobody filled in today, where what an earlier meeting said still stands.
    linear_nothing_today => "vandaag nog niets ingevuld", "nothing entered today";
    /// A field without a label of its own.
    linear_answer => "Antwoord", "Answer";
    /// Over the row that leaves a page, where it would be heard as one more of the list above it.
    linear_onward => "Verder", "Next";
    /// Nothing happened.
    linear_nothing_new => "Er is op dit scherm niets veranderd.", "Nothing changed on this screen.";
    /// How to type one line.
    linear_type_line =>
        "Typ de tekst. Een lege regel laat alles zoals het is.",
        "Type the text. An empty line leaves everything as it is.";
    /// How to type a number of people or of votes.
    linear_type_number =>
        "Typ het aantal. Een lege regel laat alles zoals het is.",
        "Type the number. An empty line leaves everything as it is.";
    /// How to type a line where something stands.
    linear_type_line_over =>
        "Typ de tekst; die komt in de plaats van wat er staat. Een lege regel laat alles zoals het is.",
        "Type the text; it takes the place of what is there. An empty line leaves everything as it is.";
    /// How to type many lines.
    linear_type_lines =>
        "Typ een of meer regels; zij komen achter wat er staat. Een lege regel sluit af.",
        "Type one or more lines; they come after what is there. An empty line ends it.";
    /// A text was emptied.
    linear_emptied => "De tekst is leeg. Typ de nieuwe tekst.", "The text is empty. Type the new text.";
    /// Nothing to empty.
    linear_nothing_to_clear =>
        "Kies eerst een tekst met zijn nummer.",
        "First choose a text by its number.";
    /// Something that is no number and no command.
    linear_not_understood =>
        "Typ het nummer van een regel. ? herhaalt het scherm, \"hulp\" legt alles uit.",
        "Type the number of a row. ? repeats the screen, \"help\" explains everything.";
    /// A command that does nothing here.
    linear_not_here => "Dat kan op dit scherm niet; \"hulp\" zegt wat hier kan.", "That cannot be done here; \"help\" says what can.";
    /// A number, while votes come in, that belongs to none of the options; what was typed is said again to nobody.
    linear_no_such_vote =>
        "Dat hoort bij geen keuze; er is niets gebeurd. Typ het nummer van een keuze.",
        "That does not belong to a choice; nothing happened. Type the number of a choice.";
    /// A row that would show on the lines what everybody votes.
    linear_no_masked_vote =>
        "Hier blijft staan wat iemand typt. Tel handen of kaartjes, en typ de aantallen.",
        "What somebody types stays on the lines here. Count hands or cards, and type the numbers.";
    /// A number with a text, for a row that takes none.
    linear_takes_no_text =>
        "Bij deze regel hoort geen tekst. Typ alleen het nummer.",
        "This row takes no text. Type the number only.";
    /// How numbers work.
    linear_help_numbers =>
        "Een nummer kiest of opent die regel. Een regel houdt zijn nummer tot het scherm opnieuw wordt gezegd.",
        "A number chooses or opens that row. A row keeps its number until the screen is read out again.";
    /// How texts work.
    linear_help_texts =>
        "Bij een tekst of waarde typt u die op de volgende regel, of meteen achter het nummer: 2 PaTz Noord.",
        "For a text or a value, type it on the next line, or right after the number: 2 PaTz Noord.";
    /// How commands work while typing.
    linear_help_slash =>
        "Tijdens het typen van een tekst is alles tekst, behalve wat met / begint: /terug. Voor een / zelf typt u //.",
        "While a text is being typed everything is text, except what begins with /: /back. For a / itself, type //.";
    /// Heading of the commands.
    linear_help_commands => "Opdrachten op dit scherm:", "Commands on this screen:";
    /// A command.
    linear_repeat => "het hele scherm herhalen", "repeat the whole screen";
    /// A command.
    linear_help => "deze uitleg", "this explanation";
    /// A command.
    linear_back => "terug naar het vorige scherm", "back to the screen before";
    /// A command.
    linear_leave => "Pallium afsluiten", "leave Pallium";
    /// A command.
    linear_next => "volgende stap", "next step";
    /// A command.
    linear_previous => "vorige stap", "previous step";
    /// A command.
    linear_notes => "aantekeningen bij deze patiënt", "notes on this patient";
    /// A command.
    linear_agreement => "een afspraak maken", "make an agreement";
    /// A command.
    linear_overview => "alles over deze patiënt", "everything about this patient";
    /// A command.
    linear_finish => "deze patiënt afronden", "finish this patient";
    /// A command.
    linear_paper => "verslag, samenvatting en ander papier", "minutes, summary and other paper";
    /// A command.
    linear_source => "uitleg en bron van deze stap", "explanation and source of this step";
    /// A command.
    linear_palette => "alle opdrachten van dit scherm; typ daar een deel van een naam", "all commands of this screen; type a part of a name there";
    /// A command.
    linear_undo => "de laatste wijziging ongedaan maken", "undo the last change";
    /// A command.
    linear_redo => "de wijziging opnieuw doen", "make the change again";
    /// A command.
    linear_save => "nu opslaan (gaat ook vanzelf)", "save now (happens by itself too)";
    /// A command.
    linear_clear => "tijdens het typen: de tekst leegmaken", "while typing: empty the text";
    /// A command.
    linear_keys => "de toetsen van het volledige scherm", "the keys of the full screen";
}

impl Language {
    /// Before a long list of options of which one is chosen.
    pub fn linear_chosen_of_list(self, label: &str) -> String {
        let label = ended(label);
        match self {
            Self::Dutch => format!("Kies er een; nu is gekozen: {label}"),
            Self::English => format!("Choose one; chosen now is: {label}"),
        }
    }

    /// How much of a paper was said, and how to hear more.
    pub fn linear_lines_of(self, said: usize, all: usize) -> String {
        match self {
            Self::Dutch => format!("{said} van {all} regels. Typ \"verder\" voor de volgende."),
            Self::English => format!("{said} of {all} lines. Type \"next\" for those that follow."),
        }
    }

    /// How much of a long list was said, and how to hear the rest.
    pub fn linear_part_of(self, said: usize, all: usize, searched: bool) -> String {
        match (self, searched) {
            (Self::Dutch, true) => {
                format!("{said} van {all}. Typ \"verder\" voor de volgende, of een deel van een naam.")
            }
            (Self::Dutch, false) => format!("{said} van {all}. Typ \"verder\" voor de volgende."),
            (Self::English, true) => {
                format!("{said} of {all}. Type \"next\" for those that follow, or a part of a name.")
            }
            (Self::English, false) => format!("{said} of {all}. Type \"next\" for those that follow."),
        }
    }

    /// A list of many options, before it is said.
    pub fn linear_options_wait(self, options: usize) -> String {
        match self {
            Self::Dutch => {
                format!("{options} keuzes: typ het begin van een naam, of \"verder\" voor de hele lijst.")
            }
            Self::English => {
                format!("{options} choices: type the beginning of a name, or \"next\" for the whole list.")
            }
        }
    }

    /// Rows that are there no more, some of them by name.
    pub fn linear_gone(self, named: &str, others: usize) -> String {
        match (self, others) {
            (Self::Dutch, 0) => format!("Niet meer op dit scherm: {named}"),
            (Self::Dutch, _) => format!("Niet meer op dit scherm: {named}; en nog {others}"),
            (Self::English, 0) => format!("No longer on this screen: {named}"),
            (Self::English, _) => format!("No longer on this screen: {named}; and {others} more"),
        }
    }

    /// A choice that was not understood.
    pub fn linear_type_choice(self, options: &str) -> String {
        let options = ended(options);
        match self {
            Self::Dutch => format!("Typ het nummer of de naam van een keuze: {options}"),
            Self::English => format!("Type the number or the name of a choice: {options}"),
        }
    }

    /// No row has this number.
    pub fn linear_no_row(self, number: &str) -> String {
        match self {
            Self::Dutch => format!("Er is geen regel {number}. ? zegt alle regels van dit scherm."),
            Self::English => format!("There is no row {number}. ? reads out all rows of this screen."),
        }
    }

    /// No command has this name.
    pub fn linear_no_command(self, word: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{word} is geen opdracht. Typ // aan het begin voor een tekst die met / begint.")
            }
            Self::English => {
                format!("{word} is not a command. Type // at the start for a text that begins with /.")
            }
        }
    }

    /// Which values a scale takes.
    pub fn linear_type_value(self, min: i64, max: i64) -> String {
        match self {
            Self::Dutch => format!(
                "Typ een heel getal van {min} tot en met {max}. Een lege regel laat alles zoals het is."
            ),
            Self::English => {
                format!("Type a whole number from {min} to {max}. An empty line leaves everything as it is.")
            }
        }
    }
}
