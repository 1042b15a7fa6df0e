//! The state of saving, and what just happened.

use chrono::NaiveDateTime;

use crate::words::language::{Language, ended, sentences};

sentences! {
    /// Status.
    saving => "bezig met opslaan", "saving";
    /// Status.
    saved => "opgeslagen", "saved";
    /// Status.
    not_saved => "NIET OPGESLAGEN", "NOT SAVED";
    /// Status.
    read_only => "alleen lezen", "read only";
    /// Announcement.
    saving_before_quit => "Bezig met opslaan, daarna sluit Pallium af.", "Saving; Pallium will quit after that.";
    /// There is more.
    more => "meer", "more";

    /// Notice.
    saves_itself => "Pallium slaat vanzelf op; alles staat op de schijf.", "Pallium saves by itself; everything is on the disk.";
    /// Notice.
    nothing_to_undo => "Er is niets om ongedaan te maken.", "There is nothing to undo.";
    /// Notice.
    nothing_to_redo => "Er is niets om opnieuw te doen.", "There is nothing to redo.";
    /// Notice.
    does_not_fit => "Dat past niet meer bij wat er nu staat; er is niets veranderd.", "That no longer fits what is there now; nothing was changed.";
    /// Notice.
    cannot_type_here => "Hier valt niets te typen. Kies een regel met de pijlen.", "There is nothing to type here. Choose a row with the arrows.";
    /// Notice.
    choose_first => "Er is nog niets gekozen. Ga met de pijlen naar een regel; Enter legt die vast.", "Nothing is chosen yet. Go to a row with the arrows; Enter records it.";
    /// Notice.
    go_first => "Ga eerst met de pijlen naar de regel; dan wist Delete het antwoord.", "Go to the row with the arrows first; then Delete clears the answer.";
    /// Notice.
    opened_before_typing => "Enter opent dit veld om het te wijzigen.", "Enter opens this field to change it.";
    /// Notice: letters on an option that needs words, while another one is chosen.
    chosen_before_typing => "Kies deze regel eerst met Enter; dan kunt u typen.", "Choose this row with Enter first; then you can type.";
    /// Notice.
    cannot_type_here_patient => "Hier valt niets te typen. F2 opent de aantekeningen.", "There is nothing to type here. F2 opens the notes.";
    /// Notice.
    citizen_number_refused =>
        "Een burgerservicenummer hoort niet in Pallium; de cijfers zijn weggelaten. Is het iets anders? Ctrl+Z zet ze terug.",
        "A citizen number does not belong in Pallium; the digits were left out. Is it something else? Ctrl+Z puts them back.";
    /// Notice.
    citizen_number_kept =>
        "De cijfers staan er weer en blijven staan.",
        "The digits are back and will stay.";
    /// Notice.
    cannot_change => "Deze bijeenkomst is alleen te lezen.", "This meeting can only be read.";
    /// Notice.
    closed_cannot_change =>
        "Deze bijeenkomst is alleen te lezen, omdat ze is afgesloten.",
        "This meeting can only be read, because it was closed.";
    /// Notice.
    one_moment => "Een ogenblik, probeer het nog eens.", "One moment, please try again.";
    /// Notice.
    terminal_not_utf8 =>
        "Dit venster stuurt geen UTF-8; letters met accenten zijn gelezen als Windows-1252. Kijk na wat er staat.",
        "This terminal does not send UTF-8; accented letters were read as Windows-1252. Please check what it says.";
    /// Notice: a letter together with Alt.
    alt_means_nothing => "Alt met een letter doet hier niets; er is niets getypt.", "Alt with a letter does nothing here; nothing was typed.";
    /// Notice: Enter in one piece with letters.
    enter_came_along =>
        "Enter kwam met letters mee en deed niets; druk nog eens.",
        "Enter came along with letters and did nothing; press again.";
    /// Notice, line by line.
    input_not_utf8 =>
        "Deze invoer is geen UTF-8; letters met accenten zijn gelezen als Windows-1252. Kijk na wat er staat.",
        "This input is not UTF-8; accented letters were read as Windows-1252. Please check what it says.";
    /// Notice.
    meeting_opening => "De bijeenkomst wordt gelezen.", "The meeting is being read.";
    /// Notice.
    finish_saving_first => "Eerst moet deze bijeenkomst opgeslagen zijn.", "This meeting has to be saved first.";
    /// Notice.
    meeting_is_open => "Er staat nog een bijeenkomst open. Enter op deze regel sluit Pallium af.", "A meeting is still open. Enter on this row quits Pallium.";
    /// Notice.
    meeting_is_open_key =>
        "Er staat nog een bijeenkomst open. Nog eens Ctrl+Q sluit Pallium af; wat er staat, is opgeslagen.",
        "A meeting is still open. Ctrl+Q once more quits Pallium; what is there is saved.";
    /// Notice, in a demonstration, of which nothing is kept.
    passing_is_open =>
        "Er staat nog een bijeenkomst open. Enter op deze regel sluit Pallium af; wat hier is vastgelegd wordt weggegooid.",
        "A meeting is still open. Enter on this row quits Pallium; what was recorded here is thrown away.";
    /// Notice, in a demonstration, of which nothing is kept.
    passing_is_open_key =>
        "Er staat nog een bijeenkomst open. Nog eens Ctrl+Q sluit Pallium af; wat hier is vastgelegd wordt weggegooid.",
        "A meeting is still open. Ctrl+Q once more quits Pallium; what was recorded here is thrown away.";
    /// Notice.
    agreement_first =>
        "Typ eerst wat er gebeurt; dan gaat Enter verder. Esc gaat terug.",
        "Type first what will happen; then Enter goes on. Esc goes back.";
    /// Notice, line by line.
    agreement_first_in_lines => "Typ eerst wat er gebeurt.", "Type first what will happen.";
    /// What an answer took the place of, where there was none.
    nothing_was => "Hier stond nog niets. Ctrl+Z haalt dat terug.", "Nothing stood here yet. Ctrl+Z brings that back.";
    /// Notice.
    participant_first =>
        "Typ eerst een naam; dan gaat Enter verder. Esc gaat terug.",
        "Type a name first; then Enter goes on. Esc goes back.";
    /// Notice.
    patient_first =>
        "Typ eerst een aanduiding; dan gaat Enter verder. Esc gaat terug.",
        "Type a label first; then Enter goes on. Esc goes back.";
    /// Notice.
    half_agreement =>
        "Deze afspraak heeft nog geen tekst: typ wat er gebeurt, of haal de afspraak weg. Nog eens Esc laat het zo.",
        "This agreement has no text yet: type what will happen, or remove it. Esc once more leaves it as it is.";
    /// Notice.
    nameless_owner =>
        "Wie van buiten het doet, staat er nog niet: typ een naam, of kies iemand bij Wie. Nog eens Esc laat het zo.",
        "Who from outside does it is not there yet: type a name, or choose somebody at Who. Esc once more leaves it so.";
    /// Notice.
    agreement_is_for_patient =>
        "Staat ook op het blad voor de patiënt. Ctrl+Z haalt dat terug.",
        "Is on the sheet for the patient too. Ctrl+Z takes that back.";
    /// Notice, where one key would have taken the place of a long text.
    whole_text_stays =>
        "Wat hier stond, blijft staan; wat u typt komt erachter. Ctrl+A en dan Backspace wist alles.",
        "What stood here stays; what you type comes behind it. Ctrl+A and then Backspace erases all.";
    /// Notice.
    half_participant =>
        "Deze deelnemer heeft nog geen naam: typ een naam, of haal de deelnemer weg. Nog eens Esc laat het zo.",
        "This participant has no name yet: type one, or remove the participant. Esc once more leaves it as it is.";
    /// Notice.
    half_patient =>
        "Deze patiënt heeft nog geen aanduiding: typ er een, of haal de patiënt van de agenda. Nog eens Esc laat het zo.",
        "This patient has no label yet: type one, or take them off the agenda. Esc once more leaves it as it is.";
    /// Notice.
    library_missing => "De checklists zijn nog niet gelezen; probeer het zo nog eens.", "The checklists are not read yet; please try again in a moment.";
}

impl Language {
    /// What was set before; it is no part of a meeting, and no key takes it back.
    pub fn setting_was(self, was: &str) -> String {
        format!("Was: {was}.")
    }

    /// What an answer took the place of, and whether what was noted beside that is still there.
    pub fn answer_was(self, was: &str, keeps: bool) -> String {
        match (self, keeps) {
            (Self::Dutch, false) => format!("Was: {was}. Ctrl+Z haalt dat terug."),
            (Self::English, false) => format!("Was: {was}. Ctrl+Z brings that back."),
            (Self::Dutch, true) => {
                format!("Was: {was}; wat daarbij hoort, staat er nog. Ctrl+Z haalt terug.")
            }
            (Self::English, true) => {
                format!("Was: {was}; what belongs to it is still there. Ctrl+Z brings it back.")
            }
        }
    }

    /// The clock is behind what was recorded.
    pub fn clock_behind(self, now: &str, seen: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De klok van deze computer zegt {now}, maar op {seen} is hier nog gewerkt. Kijk of de datum klopt."
            ),
            Self::English => format!(
                "The clock of this computer says {now}, but somebody worked here on {seen}. Check whether the date is right."
            ),
        }
    }

    /// So long a time since anything was recorded that the clock may have leapt.
    pub fn clock_ahead(self, now: &str, last: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De klok van deze computer zegt {now}; het laatst is hier gewerkt op {last}. Kijk of de datum klopt."
            ),
            Self::English => format!(
                "The clock of this computer says {now}; the last work here was on {last}. Check whether the date is right."
            ),
        }
    }

    /// A participant of this name, or one that is easily taken for it, is at the table already.
    pub fn participant_known_already(self, called: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Er is al een deelnemer {called}. Is dat dezelfde? Haal deze dan weg; anders hoort er een naam bij die verschilt."
            ),
            Self::English => format!(
                "There is already a participant {called}. Is it the same person? Then remove this one; otherwise give a different name."
            ),
        }
    }

    /// What was typed over: named where it is short.
    pub fn typed_over(self, stood: &str) -> String {
        match (self, short(stood)) {
            (Self::Dutch, Some(short)) => format!("Hier stond: {short} Ctrl+Z haalt dat terug."),
            (Self::English, Some(short)) => format!("This stood here: {short} Ctrl+Z brings it back."),
            (Self::Dutch, None) => "Wat hier stond is vervangen. Ctrl+Z haalt het terug.".to_owned(),
            (Self::English, None) => "What stood here was replaced. Ctrl+Z brings it back.".to_owned(),
        }
    }

    /// What was erased, named where it is short.
    pub fn text_erased(self, stood: &str) -> String {
        match (self, short(stood)) {
            (Self::Dutch, Some(short)) => format!("Gewist: {short} Ctrl+Z haalt het terug."),
            (Self::English, Some(short)) => format!("Erased: {short} Ctrl+Z brings it back."),
            (Self::Dutch, None) => "Wat hier stond is gewist. Ctrl+Z haalt het terug.".to_owned(),
            (Self::English, None) => "What stood here was erased. Ctrl+Z brings it back.".to_owned(),
        }
    }

    /// That what was typed over stands there again, since nothing was left of what was typed.
    pub fn stays_as_it_stood(self, stood: &str) -> String {
        match (self, short(stood)) {
            (Self::Dutch, Some(short)) => format!("Blijft staan: {short} Wissen gaat met Backspace."),
            (Self::English, Some(short)) => format!("Stays: {short} Backspace erases it."),
            (Self::Dutch, None) => "Wat hier stond, blijft staan. Wissen gaat met Backspace.".to_owned(),
            (Self::English, None) => "What stood here stays. Backspace erases it.".to_owned(),
        }
    }

    /// Who keeps an agreement, since no name of anybody from outside came.
    pub fn agreement_owner_stays(self, owner: &str) -> String {
        match self {
            Self::Dutch => format!("Er kwam geen naam van buiten: {owner} blijft staan."),
            Self::English => format!("No name from outside came: {owner} stays."),
        }
    }

    /// Who was added without a role and without a profession.
    pub fn participant_without_part(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("{name} staat genoteerd, zonder rol of functie."),
            Self::English => format!("{name} is noted, without a role or profession."),
        }
    }

    /// Status: saved at this time.
    pub fn saved_at(self, at: NaiveDateTime) -> String {
        format!("{} {}", self.saved(), at.format("%H:%M"))
    }

    /// The window is too small.
    pub fn window_too_small(self, width: u16, height: u16) -> String {
        match self {
            Self::Dutch => {
                format!("Maak het venster groter (minstens {width} bij {height}). Er gaat niets verloren.")
            }
            Self::English => {
                format!("Please enlarge the window (at least {width} by {height}). Everything is kept.")
            }
        }
    }

    /// What came did not fit; so many characters of it are in the text.
    pub fn text_too_long(self, kept: usize, of: usize) -> String {
        match (self, kept) {
            (Self::Dutch, 0) => {
                "Dit veld is vol; er is niets bijgekomen. Wat er stond is gebleven.".to_owned()
            }
            (Self::English, 0) => {
                "This field is full; nothing was added. What was there has stayed.".to_owned()
            }
            (Self::Dutch, _) => {
                format!(
                    "Dit veld is vol: de eerste {kept} van {of} tekens staan erin, tot aan de cursor; de rest niet. Kort iets in en plak de rest opnieuw."
                )
            }
            (Self::English, _) => {
                format!(
                    "This field is full: the first {kept} of {of} characters are in it, up to the cursor; the rest is not. Shorten something and paste the rest again."
                )
            }
        }
    }

    /// What undo took back.
    pub fn undone(self, what: &str) -> String {
        let what = ended(what);
        match self {
            Self::Dutch => format!("Ongedaan gemaakt: {what} Ctrl+Y doet het opnieuw."),
            Self::English => format!("Undone: {what} Ctrl+Y does it again."),
        }
    }

    /// What redo made again.
    pub fn redone(self, what: &str) -> String {
        let what = ended(what);
        match self {
            Self::Dutch => format!("Opnieuw gedaan: {what}"),
            Self::English => format!("Done again: {what}"),
        }
    }
}

/// What is named of a text in a sentence, with its end; nothing of a longer one.
fn short(stood: &str) -> Option<String> {
    let stood = stood.trim();
    (stood.chars().count() <= 40 && !stood.contains('\n')).then(|| ended(stood))
}
