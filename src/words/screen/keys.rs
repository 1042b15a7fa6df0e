//! What the keys do, for the footer and the help screen.

use crate::words::language::sentences;

sentences! {
    /// Moving over rows.
    key_choose => "kiezen", "choose";
    /// Moving over rows while typing.
    key_line => "regel", "line";
    /// Opening a row.
    key_open => "openen", "open";
    /// Typing in a field that stands closed.
    key_change => "wijzigen", "change";
    /// Enter where nothing is under the cursor yet.
    key_choose_first => "eerst kiezen met de pijlen", "choose with the arrows first";
    /// Unlocking the program.
    key_unlock => "ontgrendelen", "unlock";
    /// Choosing an option.
    key_record => "vastleggen", "record";
    /// Leaving a field of one line.
    key_onward => "verder", "next";
    /// An option of an answer that stands beside the others.
    key_answer => "keuze", "choice";
    /// The page of an answer, with its note.
    key_note => "toelichting", "comment";
    /// Starting a new line.
    key_new_line => "nieuwe regel", "new line";
    /// Changing a value on a scale.
    key_adjust => "minder, meer", "less, more";
    /// To the earlier or next page of a walk.
    /// To the next page.
    key_next => "bladzijde", "next page";
    /// To the earlier page.
    key_previous => "terug in de stappen", "previous step";
    /// To the next row.
    key_next_row => "volgende regel", "next row";
    /// To the row above.
    key_previous_row => "vorige regel", "previous row";
    /// To the screen below.
    key_back => "terug", "back";
    /// To the first screen.
    key_to_first => "begin", "start";
    /// To the agenda.
    key_to_agenda => "agenda", "agenda";
    /// To the patient.
    key_to_patient => "patiënt", "patient";
    /// To the register.
    key_to_register => "register", "register";
    /// To the row that ends the program.
    key_to_quit => "naar Afsluiten", "to Quit";
    /// Leaving the program.
    key_quit => "afsluiten", "quit";
    /// Help.
    key_help => "hulp", "help";
    /// Looking for a command by its name.
    key_palette => "opdracht zoeken", "find a command";
    /// Title.
    palette_title => "Alle opdrachten van dit scherm", "All commands of this screen";
    /// How it works.
    palette_how => "Typ een deel van de naam, in het Nederlands of in het Engels.", "Type a part of the name, in English or in Dutch.";
    /// Running notes.
    key_notes => "aantekening", "note";
    /// Sources.
    key_source => "uitleg, bron", "explanation, source";
    /// An agreement.
    key_agreement => "afspraak", "agreement";
    /// Everything about the patient.
    key_overview => "overzicht", "overview";
    /// Done with this patient.
    key_finish => "patiënt afronden", "finish patient";
    /// Papers.
    key_paper => "papier", "paper";
    /// One of several things.
    key_other => "ander", "other";
    /// Undo.
    key_undo => "ongedaan maken", "undo";
    /// Redo.
    key_redo => "opnieuw doen", "redo";
    /// A window up or down.
    key_page => "een scherm op of neer", "a screen up or down";
    /// First and last row.
    key_ends => "eerste, laatste regel", "first, last row";
    /// Saving at once.
    key_save => "nu opslaan (gaat ook vanzelf)", "save now (happens by itself too)";
    /// Drawing everything anew.
    key_redraw => "scherm opnieuw tekenen", "redraw the screen";
    /// Typing.
    key_type => "letters typen", "type letters";
    /// Moving the cursor.
    key_cursor => "cursor verplaatsen", "move the cursor";
    /// Moving the cursor by words.
    key_words => "een woord verder", "by words";
    /// Start and end of a line.
    key_line_ends => "begin, eind van de regel", "start, end of the line";
    /// Start and end of the text.
    key_text_ends => "begin, eind van de tekst", "start, end of the text";
    /// Selecting.
    key_select => "selecteren", "select";
    /// What typing does behind the key that selects all of a long text.
    key_select_all_of_long =>
        "In een lange tekst blijft na Ctrl+A staan wat er stond: wat u typt komt erachter. Backspace of Ctrl+X wist alles.",
        "In a long text what stood there stays after Ctrl+A: what you type comes behind it. Backspace or Ctrl+X erases all.";
    /// Selecting the whole text.
    key_select_all => "alles selecteren", "select all";
    /// Erasing.
    key_erase => "wissen", "erase";
    /// Erasing a word.
    key_erase_word => "een woord wissen", "erase a word";
    /// Cut, copy and paste.
    key_clipboard => "knippen, kopiëren, plakken (binnen Pallium)", "cut, copy, paste (within Pallium)";
}
