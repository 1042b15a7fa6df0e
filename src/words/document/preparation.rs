//! What is said on the sheet by which somebody prepares a meeting, of the register on paper, and of tables.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_prepare =>
        "Voorbereidingsblad voor de volgende bijeenkomst van een groep: voor wie voorzit, of voor één deelnemer",
        "Preparation sheet for the next meeting of a group: for the chair, or for one participant";
    /// Usage of a command.
    cli_usage_prepare =>
        "pallium prepare [OPTIES] [--group NAAM] [--for NAAM] [--on DAG] [--format text|markdown|html|json] [-o BESTAND] [--yes]",
        "pallium prepare [OPTIONS] [--group NAME] [--for NAME] [--on DAY] [--format text|markdown|html|json] [-o FILE] [--yes]";
    /// An option.
    cli_option_prepare_for => "Voor deze deelnemer; zonder naam voor wie voorzit", "For this participant; without a name for the chair";
    /// An option.
    cli_option_on_day => "De dag van de bijeenkomst; zonder dag die van vandaag", "The day of the meeting; without one that of today";
    /// The beginning of the name of a file.
    file_preparation => "voorbereiding", "preparation";
    /// Who leads the meeting, in the name of a file.
    file_chair => "voorzitter", "chair";
    /// The beginning of the name of a file.
    file_register => "register", "register";
    /// The beginning of the name of a file.
    file_course => "verloop", "course";
    /// A title.
    preparation_title => "Voorbereiding", "Preparation";
    /// Heading.
    preparation_agreements => "Uw afspraken", "Your agreements";
    /// There are none.
    preparation_no_agreements => "Er staan geen afspraken voor u open.", "No agreements are open for you.";
    /// A table.
    preparation_own => "Uw patiënten", "Your patients";
    /// A table.
    preparation_others => "Verder voorgesteld voor de agenda", "Also proposed for the agenda";
    /// A table.
    preparation_rest => "Verder in deze groep", "Also in this group";
    /// Nobody is proposed.
    preparation_nobody => "Van niemand is er een reden om nu op de agenda te staan.", "Nobody has a reason to be on the agenda now.";
    /// A column.
    preparation_stands => "wat staat", "what stands";
    /// A column.
    preparation_due => "wat loopt", "what is open";
    /// Heading.
    preparation_new => "Nieuwe patiënten om in te brengen", "New patients to present";
    /// What is written by hand.
    preparation_label => "Aanduiding (geen naam)", "Label (no name)";
    /// What is written by hand.
    preparation_why_now => "Waarom nu", "Why now";
    /// What is written by hand.
    preparation_question => "Vraag aan het team", "Question for the team";
    /// What the sheet is.
    preparation_note =>
        "Een voorstel, meer niet: de groep kiest de agenda. Wat er op papier bij komt, legt de notulist in de bijeenkomst vast. Bewaar dit \
         blad niet langer dan nodig.",
        "A proposal and no more: the group chooses the agenda. What is added on paper is recorded in the meeting. Keep this sheet no longer \
         than needed.";
    /// A table.
    register_caption => "Patiënten", "Patients";
    /// A column.
    csv_owner => "wie", "who";
    /// A column.
    csv_agreement => "afspraak", "agreement";
    /// A column.
    csv_due => "uiterlijk", "by";
    /// A column.
    csv_is_overdue => "over tijd", "overdue";
    /// A column.
    csv_made => "afgesproken op", "agreed on";
}

impl Language {
    /// For which group and whom, and of which day.
    pub fn preparation_for(self, group: &str, whom: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("{group}. Voor {whom}. Zoals het ervoor staat op {day}."),
            Self::English => format!("{group}. For {whom}. As things stand on {day}."),
        }
    }

    /// The question that helps to think of new patients.
    pub fn preparation_surprise(self, question: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Denk bij uw patiënten aan de surprise question: \"{question}\" Een hulpmiddel bij het gesprek, geen voorspeller."
            ),
            Self::English => format!(
                "Think of the surprise question with your patients: \"{question}\" An aid to conversation, not a predictor."
            ),
        }
    }

    /// Which patients of which group, how many, and of which day; the group may be empty.
    pub fn register_made(self, group: &str, shown: &str, count: usize, day: &str) -> String {
        let group = if group.is_empty() { self.all_groups() } else { group };
        match self {
            Self::Dutch => format!("Register van {group}: {shown} ({count}). Stand van {day}."),
            Self::English => format!("Register of {group}: {shown} ({count}). As of {day}."),
        }
    }

    /// Nobody of that name does anything; who could be meant, empty where nobody could.
    pub fn cli_nobody_does(self, typed: &str, names: &str) -> String {
        match (self, names) {
            (Self::Dutch, "") => {
                format!("Niemand is bekend als \"{typed}\": er is nog niemand met een afspraak.")
            }
            (Self::Dutch, _) => format!("Niemand is bekend als \"{typed}\". Wel: {names}."),
            (Self::English, "") => {
                format!("Nobody is known as \"{typed}\": nobody has an agreement yet.")
            }
            (Self::English, _) => format!("Nobody is known as \"{typed}\". These are: {names}."),
        }
    }

    /// That only those are told of whom some words occur in the register.
    pub fn register_searched(self, search: &str) -> String {
        match self {
            Self::Dutch => format!("Alleen wie bij het zoeken naar \"{search}\" gevonden is."),
            Self::English => format!("Only those found when looking for \"{search}\"."),
        }
    }

    /// Of what is no table, no table is made.
    pub fn cli_no_table(self, what: &str, format: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"pallium {what}\" maakt geen tabel, dus --format {format} kan niet. Kies text, markdown, html of json."
            ),
            Self::English => format!(
                "\"pallium {what}\" does not make a table, so --format {format} is not possible. Choose text, markdown, html or json."
            ),
        }
    }

    /// Lines of JSON are only made of counts.
    pub fn cli_no_lines(self, what: &str) -> String {
        match self {
            Self::Dutch => format!(
                "--format jsonl is er alleen voor \"pallium mirror\". Kies bij \"pallium {what}\" text, markdown, html, csv of json."
            ),
            Self::English => format!(
                "--format jsonl is only for \"pallium mirror\". With \"pallium {what}\" choose text, markdown, html, csv or json."
            ),
        }
    }

    /// All meetings lie after the day that the computer says it is.
    pub fn all_meetings_ahead(self, count: usize, today: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Let op: alle bijeenkomsten in dit notitieboek ({count}) zijn van na vandaag, {today}. Wat erin staat, telt hier niet mee. Kijk of de datum van deze computer klopt."
            ),
            Self::English => format!(
                "Note: all meetings in this notebook ({count}) are after today, {today}. What they say does not count here. Check whether the date of this computer is right."
            ),
        }
    }

    /// Some meetings, with patients who occur in no other or with what was discussed, lie after the day that the computer
    /// says it is.
    pub fn some_meetings_ahead(self, count: usize, today: &str) -> String {
        match (self, count) {
            (Self::Dutch, 1) => format!(
                "Let op: 1 bijeenkomst is van na vandaag, {today}, en telt hier niet mee. Wat erin staat, vindt u alleen daar. Kijk of haar datum klopt, en die van deze computer."
            ),
            (Self::Dutch, _) => format!(
                "Let op: {count} bijeenkomsten zijn van na vandaag, {today}, en tellen hier niet mee. Wat erin staat, vindt u alleen daar. Kijk of hun datum klopt, en die van deze computer."
            ),
            (Self::English, 1) => format!(
                "Note: 1 meeting is after today, {today}, and does not count here. What it says is found there only. Check whether its date is right, and that of this computer."
            ),
            (Self::English, _) => format!(
                "Note: {count} meetings are after today, {today}, and do not count here. What they say is found there only. Check whether their date is right, and that of this computer."
            ),
        }
    }

    /// The day and the place of a death, as far as they were noted; empty where neither was.
    pub fn preparation_died(self, day: &str, place: &str) -> String {
        match (self, day, place) {
            (_, "", "") => String::new(),
            (Self::Dutch, "", place) => format!("plaats van overlijden: {place}"),
            (Self::Dutch, day, "") => format!("overleden op {day}"),
            (Self::Dutch, day, place) => format!("overleden op {day}, {place}"),
            (Self::English, "", place) => format!("place of death: {place}"),
            (Self::English, day, "") => format!("died on {day}"),
            (Self::English, day, place) => format!("died on {day}, {place}"),
        }
    }

    /// It was not said which group is meant.
    pub fn cli_which_group(self, groups: &str) -> String {
        match (self, groups) {
            (Self::Dutch, "") => {
                "Er is nog geen bijeenkomst met een groep, dus niets om voor te bereiden.".to_owned()
            }
            (Self::Dutch, _) => format!("Voor welke groep? Noem er één met --group: {groups}."),
            (Self::English, "") => {
                "There is no meeting with a group yet, so there is nothing to prepare.".to_owned()
            }
            (Self::English, _) => format!("For which group? Name one with --group: {groups}."),
        }
    }

    /// Nobody or several are called so.
    pub fn cli_which_participant(self, typed: &str, names: &str, several: bool) -> String {
        match (self, several) {
            (Self::Dutch, true) => format!("\"{typed}\" past bij meer mensen: {names}. Noem de hele naam."),
            (Self::Dutch, false) => format!("In deze groep is niemand bekend als \"{typed}\". Wel: {names}."),
            (Self::English, true) => {
                format!("\"{typed}\" matches several people: {names}. Give the full name.")
            }
            (Self::English, false) => {
                format!("Nobody in this group is known as \"{typed}\". These are: {names}.")
            }
        }
    }
}
