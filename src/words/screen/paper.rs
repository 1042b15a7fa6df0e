//! What the screen says of papers on their way outside.

use crate::words::language::{Language, sentences};

sentences! {
    /// Nothing says which folder is that of the user.
    paper_folder_unknown =>
        "Deze computer zegt niet waar uw eigen map is. Kies een andere map.",
        "This computer does not say where your own folder is. Choose another folder.";
    /// Title.
    paper_title => "Papier", "Paper";
    /// A label: which paper.
    paper_which => "Blad", "Sheet";
    /// A label: for which reader.
    paper_for => "Voor", "For";
    /// A label: whose agreements.
    paper_of => "Van", "Of";
    /// A label: in which format.
    paper_format => "Vorm", "Format";
    /// A label: of which year.
    paper_year => "Jaar", "Year";
    /// Of all time.
    paper_all_years => "alle jaren", "all years";
    /// Of whoever.
    paper_everybody => "iedereen", "everybody";
    /// A paper.
    paper_patient => "verslag van deze patiënt", "minutes of this patient";
    /// A paper.
    paper_minutes => "verslag van de hele bijeenkomst", "minutes of the whole meeting";
    /// A paper: of a session with a case.
    paper_session => "verslag van de sessie", "report of the session";
    /// A paper.
    paper_summary => "samenvatting van deze patiënt (PZP)", "summary of this patient (PZP)";
    /// A paper.
    paper_agreements => "openstaande afspraken per persoon", "open agreements by person";
    /// A paper.
    paper_mirror => "spiegelinformatie", "mirror information";
    /// The course of a patient on paper.
    paper_course => "verloop van deze patiënt", "course of this patient";
    /// The register on paper.
    paper_register => "register van patiënten", "register of patients";
    /// The sheet by which somebody prepares a meeting.
    paper_preparation => "voorbereiding van een bijeenkomst", "preparation of a meeting";
    /// That the sheet is for who leads the meeting.
    paper_for_chair => "wie voorzit", "the chair";
    /// That a sheet cannot be made, because no group has met.
    paper_no_group => "Er is nog geen groep die eerder bijeenkwam, dus valt er niets voor te bereiden.",
        "No group has met before, so there is nothing to prepare.";
    /// That what is on the screen is the paper as text, whatever the format in which it is saved.
    paper_shown_as_text => "Hieronder staat de inhoud als tekst. Het bestand ziet er anders uit en zegt hetzelfde.",
        "Below is the content as text. The file looks different and says the same.";
    /// A reader.
    paper_for_dossier => "het dossier", "the patient's record";
    /// A reader.
    paper_for_hap => "de huisartsenpost", "the out-of-hours GP service";
    /// A reader.
    paper_for_social => "sociaal domein en vrijwilligers", "the social domain and volunteers";
    /// A reader.
    paper_for_patient => "patiënt en naasten", "patient and relatives";
    /// A format.
    paper_text => "tekst, om te plakken", "text, to paste";
    /// A format.
    paper_markdown => "Markdown", "Markdown";
    /// A format.
    paper_html => "webpagina (HTML), om te lezen en af te drukken", "web page (HTML), to read and print";
    /// What it is made from is being read.
    paper_reading => "Het notitieboek wordt gelezen.", "The notebook is being read.";
    /// The meeting of the paper is not there any more.
    paper_nothing => "Van dit blad is niets te maken: de bijeenkomst is niet meer open.",
        "This sheet cannot be made: the meeting is no longer open.";
    /// Not everything is on the disk.
    paper_not_saved => "Wat nog niet is opgeslagen, staat niet op dit blad.",
        "What is not saved yet is not on this sheet.";
    /// A row, and a title: the folder in which papers are saved.
    paper_folder => "Map", "Folder";
    /// The folder is not known yet.
    paper_folder_looking => "de map wordt opgezocht", "the folder is being looked up";
    /// A row that saves.
    paper_save => "Opslaan als", "Save as";
    /// It is being saved.
    paper_saving => "wordt opgeslagen", "being saved";
    /// A row that has the saved paper shown.
    paper_show => "Openen in een ander programma", "Open in another program";
    /// It was saved.
    paper_saved => "Opgeslagen.", "Saved.";
    /// It was not saved.
    paper_not_written => "Niet opgeslagen.", "Not saved.";
    /// A program was asked to show it.
    paper_shown => "Het blad is doorgegeven aan het programma dat zulke bestanden opent.",
        "The sheet was handed to the program that opens such files.";
    /// A question.
    paper_open_question => "Opslaan buiten het notitieboek, leesbaar voor wie bij het bestand kan?",
        "Save outside the notebook, readable for whoever has access to the file?";
    /// An answer.
    paper_yes => "Ja, opslaan", "Yes, save";
    /// An answer.
    paper_no => "Nee, niet opslaan", "No, do not save";
    /// A question.
    paper_exists_question => "In deze map staat al een bestand met deze naam.",
        "A file of this name is in this folder already.";
    /// An answer.
    paper_beside => "Opslaan met een nummer achter de naam", "Save with a number behind the name";
    /// An answer.
    paper_replace => "Het bestand vervangen", "Replace the file";
    /// A title.
    paper_folder_title => "Map voor papier", "Folder for paper";
    /// A row that takes this folder.
    paper_folder_use => "Deze map gebruiken", "Use this folder";
    /// A row that goes up.
    paper_folder_above => "Een map omhoog", "One folder up";
    /// A heading.
    paper_folder_within => "Mappen hierin", "Folders in it";
    /// A heading.
    paper_place_set => "uit de instellingen", "from the settings";
    /// Heading.
    paper_folder_usual => "Andere plekken", "Other places";
    /// A folder.
    paper_place_last => "Vorige keer", "Last time";
    /// A folder.
    paper_place_documents => "Documenten", "Documents";
    /// A folder.
    paper_place_downloads => "Downloads", "Downloads";
    /// A folder.
    paper_place_desktop => "Bureaublad", "Desktop";
    /// A folder.
    paper_place_home => "Persoonlijke map", "Home folder";
    /// Papers do not belong into the notebook.
    paper_in_notebook => "deze map is van het notitieboek zelf", "this folder belongs to the notebook itself";
}

impl Language {
    /// That a paper tells only of whom was looked for on the screen; not ticked it tells of all.
    pub fn paper_searched(self, search: &str) -> String {
        match self {
            Self::Dutch => format!("Alleen wie gevonden is bij \"{search}\""),
            Self::English => format!("Only those found with \"{search}\""),
        }
    }

    /// A row that is ticked for this one print.
    pub fn paper_extra(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("Nu ook: {what}"),
            Self::English => format!("This time also: {what}"),
        }
    }

    /// A folder in which nothing can be saved.
    pub fn paper_folder_failed(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!("In {path} is niets op te slaan: {reason}. Kies een andere map."),
            Self::English => format!("Nothing can be saved in {path}: {reason}. Choose another folder."),
        }
    }

    /// A paper that could not be written.
    pub fn paper_failed(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "{path} is niet opgeslagen: {reason}. Er is niets half geschreven. Kies een andere map."
                )
            }
            Self::English => {
                format!("{path} was not saved: {reason}. Nothing is half written. Choose another folder.")
            }
        }
    }

    /// Something that is no file has the name.
    pub fn paper_no_file(self, path: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{path} is geen gewoon bestand en wordt niet vervangen. Kies een andere map.")
            }
            Self::English => {
                format!("{path} is not an ordinary file and is not replaced. Choose another folder.")
            }
        }
    }

    /// A folder that is copied to other computers.
    pub fn paper_folder_synchronised(self, by: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "Let op: deze map wordt gesynchroniseerd ({by}); wat u hier opslaat, komt ook op andere computers."
                )
            }
            Self::English => {
                format!(
                    "Note: this folder is synchronised ({by}); what you save here comes to other computers too."
                )
            }
        }
    }

    /// Where it was saved.
    pub fn paper_saved_as(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("Opgeslagen als {path}."),
            Self::English => format!("Saved as {path}."),
        }
    }

    /// No program shows it.
    pub fn paper_no_viewer(self, program: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Het blad is opgeslagen, maar niet te openen: {program} {reason}. Open het bestand zelf vanuit de map."
            ),
            Self::English => format!(
                "The sheet was saved but cannot be opened: {program} {reason}. Open the file yourself from its folder."
            ),
        }
    }

    /// A program ended with a fault; a part of a sentence.
    pub fn paper_viewer_failed(self, code: i32) -> String {
        match self {
            Self::Dutch => format!("eindigde met fout {code}"),
            Self::English => format!("ended with error {code}"),
        }
    }

    /// A program does not start; a part of a sentence.
    pub fn paper_viewer_refused(self, reason: &str) -> String {
        match self {
            Self::Dutch => format!("start niet ({reason})"),
            Self::English => format!("does not start ({reason})"),
        }
    }

    /// A program is missing; a part of a sentence.
    pub const fn paper_viewer_missing(self) -> &'static str {
        match self {
            Self::Dutch => "staat niet op deze computer",
            Self::English => "is not on this computer",
        }
    }
}
