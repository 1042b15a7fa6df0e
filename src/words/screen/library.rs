//! What the program says of the files with definitions: in force, changed, edited, and taken over by a meeting.

use chrono::NaiveDateTime;

use crate::words::language::{Language, sentences};

sentences! {
    /// Heading.
    routes_title => "Routes", "Routes";
    /// A file that is no longer there.
    checklist_gone => "weg", "gone";
    /// A row.
    checklist_edit => "Bewerken in uw tekstprogramma", "Edit in your text editor";
    /// A row at a fault.
    checklist_edit_here => "Bewerken op deze plek", "Edit at this place";
    /// How to change a checklist that comes with the program.
    checklist_shipped_edit =>
        "Deze checklist hoort bij Pallium. Een eigen versie maakt u buiten dit scherm:",
        "This checklist is part of Pallium. You make a version of your own outside this screen:";
    /// A row with a command to type elsewhere.
    checklist_command => "Typ in een terminal", "Type in a terminal";
    /// Why a file cannot be edited line by line with input from elsewhere.
    editor_needs_terminal =>
        "Bewerken kan alleen in een terminal. Open het bestand zelf in uw tekstprogramma; Pallium leest het daarna opnieuw.",
        "Editing needs a terminal. Open the file in your text editor yourself; Pallium reads it again after that.";

    /// Heading.
    newer_differences => "Dit verschilt", "What differs";
    /// A question that only the newer version has.
    newer_new => "nieuw", "new";
    /// A question that both versions have.
    newer_changed => "veranderd", "changed";
    /// A question that only the older version has.
    newer_gone => "vervallen", "gone";
    /// Two versions with the same questions.
    newer_same_questions =>
        "De vragen zijn gelijk; alleen andere teksten of volgorde verschillen.",
        "The questions are the same; only the wording or the order differs.";
    /// Nothing is lost.
    newer_all_fit =>
        "Alle antwoorden in deze bijeenkomst passen ook bij de andere versie.",
        "All answers in this meeting also fit the other version.";
    /// Heading.
    newer_unfit_title => "Deze antwoorden passen er niet meer bij", "These answers no longer fit";
    /// What becomes of them.
    newer_unfit_what =>
        "Bij overnemen worden ze tekst in de aantekeningen van de patiënt; wat van het team zelf is, blijft bij de groep.",
        "When taken over they become text in the notes of the patient; what concerns the team itself stays with the group.";
    /// Heading.
    newer_steps_before => "De stappen in deze bijeenkomst", "The steps in this meeting";
    /// Heading.
    newer_steps_now => "De stappen in de andere versie", "The steps in the other version";
    /// Nothing is lost.
    newer_route_keeps => "Alle antwoorden blijven staan.", "All answers are kept.";
    /// A row.
    newer_take_over => "Overnemen in deze bijeenkomst", "Take over in this meeting";
    /// A row.
    newer_leave => "Zo laten", "Leave it as it is";
    /// Nothing to choose any more.
    newer_none =>
        "Er is geen andere versie meer; deze bijeenkomst gebruikt wat nu in gebruik is.",
        "There is no other version any longer; this meeting uses what is in use now.";
}

impl Language {
    /// When definitions last changed.
    pub fn refreshed_at(self, at: NaiveDateTime) -> String {
        let at = at.format("%H:%M:%S");
        match self {
            Self::Dutch => format!("bijgewerkt {at}"),
            Self::English => format!("updated {at}"),
        }
    }

    /// Which files changed and how they are now.
    pub fn library_changed(self, files: &str) -> String {
        match self {
            Self::Dutch => format!("Bijgewerkt: {files}."),
            Self::English => format!("Updated: {files}."),
        }
    }

    /// So many more.
    pub fn and_more(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("en nog {count}"),
            Self::English => format!("and {count} more"),
        }
    }

    /// Which line.
    pub fn line_number(self, line: usize) -> String {
        match self {
            Self::Dutch => format!("regel {line}"),
            Self::English => format!("line {line}"),
        }
    }

    /// Which version, and where it comes from.
    pub fn checklist_version(self, version: &str, layer: &str) -> String {
        match self {
            Self::Dutch => format!("In gebruik: versie {version}, {layer}"),
            Self::English => format!("In use: version {version}, {layer}"),
        }
    }

    /// A file that is neither in force nor wrong: it was removed, or a later layer has the same checklist.
    pub fn checklist_not_there(self, file: &str) -> String {
        match self {
            Self::Dutch => format!("{file} is er niet meer, of is niet in gebruik."),
            Self::English => format!("{file} is no longer there, or not in use."),
        }
    }

    /// A file that was to be edited.
    pub fn file_not_there(self, file: &str) -> String {
        match self {
            Self::Dutch => format!("{file} staat er niet meer en is dus niet geopend."),
            Self::English => format!("{file} is no longer there, so it was not opened."),
        }
    }

    /// An own checklist whose origin has a newer version, on one row.
    pub fn newer_shipped_short(self, shipped: &str) -> String {
        match self {
            Self::Dutch => format!("nieuwere versie bij Pallium: {shipped}"),
            Self::English => format!("newer version from Pallium: {shipped}"),
        }
    }

    /// An own checklist whose origin has a newer version.
    pub fn newer_shipped(self, origin: &str, used: &str, shipped: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Gemaakt naar versie {used} van {origin}; Pallium heeft nu versie {shipped}. De verschillen:"
            ),
            Self::English => {
                format!(
                    "Made from version {used} of {origin}; Pallium now has version {shipped}. The differences:"
                )
            }
        }
    }

    /// A row that offers another version of a checklist.
    pub fn newer_offered(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("Andere versie van {title}: bekijken en overnemen"),
            Self::English => format!("Another version of {title}: look and take over"),
        }
    }

    /// A row that offers another version of a route.
    pub fn newer_route_offered(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("Andere versie van de route {title}: bekijken en overnemen"),
            Self::English => format!("Another version of the route {title}: look and take over"),
        }
    }

    /// Title.
    pub fn newer_title(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("Andere versie van {title}"),
            Self::English => format!("Another version of {title}"),
        }
    }

    /// Title.
    pub fn newer_route_title(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("Andere versie van de route {title}"),
            Self::English => format!("Another version of the route {title}"),
        }
    }

    /// Which versions there are; authors may leave the version as it was.
    pub fn newer_versions(self, used: &str, in_force: &str) -> String {
        match (self, used == in_force) {
            (Self::Dutch, false) => {
                format!("Deze bijeenkomst gebruikt versie {used}; nu geldt versie {in_force}.")
            }
            (Self::Dutch, true) => {
                format!("Het bestand is veranderd sinds deze bijeenkomst het gebruikt (beide versie {used}).")
            }
            (Self::English, false) => {
                format!("This meeting uses version {used}; version {in_force} is in force now.")
            }
            (Self::English, true) => {
                format!("The file has changed since this meeting began to use it (both version {used}).")
            }
        }
    }

    /// Another version was taken over.
    pub fn newer_taken_over(self, title: &str, version: &str) -> String {
        match self {
            Self::Dutch => format!("{title}: versie {version} overgenomen. Ctrl+Z maakt dit ongedaan."),
            Self::English => format!("{title}: version {version} taken over. Ctrl+Z undoes this."),
        }
    }

    /// An answer to an earlier version, as a line of text.
    pub fn newer_kept_line(self, title: &str, version: &str, label: &str, words: &str) -> String {
        match self {
            Self::Dutch => format!("Eerder antwoord ({title} {version}) - {label}: {words}"),
            Self::English => format!("Earlier answer ({title} {version}) - {label}: {words}"),
        }
    }
}
