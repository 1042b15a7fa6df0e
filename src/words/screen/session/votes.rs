//! What is said of votes in a session with a fictional case.

use crate::words::language::{Language, sentences};

sentences! {
    /// A row: votes that were never shown stay, and come into the report.
    session_keep_untold => "Bewaar ze: in het verslag, en niet op het scherm", "Keep them: in the report, and not on the screen";
    /// A row: votes that were never shown go.
    session_forget_untold => "Vergeet ze", "Forget them";
    /// Somebody goes on where votes were never shown.
    session_settle_first => "Kies eerst wat er met die stemmen gebeurt.", "First choose what is to become of those votes.";
    /// Somebody asks for a spread of which there are no votes yet.
    session_nothing_to_show => "Er is nog niets geteld, dus er is nog niets te tonen.", "Nothing was counted yet, so there is nothing to show.";
    /// How somebody votes who comes after the spread was shown.
    session_shown_already => "De verdeling is al getoond. Wie nog niet stemde, typt een nummer en drukt op Enter.", "The spread was shown already. Whoever did not vote yet types a number and presses Enter.";
    /// The same, line by line.
    session_shown_already_lines => "De verdeling is al getoond. Met \"verder\" gaat u verder.", "The spread was shown already. \"next\" goes on.";
    /// Under the rows of a vote, line by line.
    session_only_votes_by_number => "Alleen een keuze heeft een nummer. Een andere regel kiest u met haar eerste woord, zoals \"verder\".", "Only a choice has a number. Another row is chosen by its first word, such as \"next\".";
    /// On a page on which no number shows anything, line by line.
    session_by_words => "Een nummer doet hier niets. Typ het begin van een regel, zoals \"toon\" of \"verder\".", "A number does nothing here. Type the beginning of a row, such as \"show\" or \"next\".";
}

impl Language {
    /// What was voted in a round of a scene and never shown.
    pub fn session_untold(self, votes: u32, scene: usize, round: u8) -> String {
        match (self, votes) {
            (Self::Dutch, 1) => format!("Scène {scene}, ronde {round}: 1 stem geteld, niet getoond."),
            (Self::Dutch, _) => {
                format!("Scène {scene}, ronde {round}: {votes} stemmen geteld, niet getoond.")
            }
            (Self::English, 1) => format!("Scene {scene}, round {round}: 1 vote counted, not shown."),
            (Self::English, _) => format!("Scene {scene}, round {round}: {votes} votes counted, not shown."),
        }
    }

    /// Somebody leaves a session of which votes were never shown, and that would go with it.
    pub fn session_votes_go(self, case: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In \"{case}\" zijn stemmen geteld en niet getoond; die zijn dan weg. Toch afsluiten: nog een keer."
            ),
            Self::English => format!(
                "In \"{case}\" votes were counted and not shown; those will be gone. To leave anyway: once more."
            ),
        }
    }

    /// Something else would be opened while votes of a session were never shown.
    pub fn session_votes_would_go(self, case: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In \"{case}\" zijn stemmen geteld en niet getoond. Ga er eerst heen, en toon, bewaar of vergeet ze."
            ),
            Self::English => format!(
                "In \"{case}\" votes were counted and not shown. Go there first, and show, keep or forget them."
            ),
        }
    }

    /// Behind the number of the second round: that of the first.
    pub fn session_first_was(self, count: &str) -> String {
        match self {
            Self::Dutch => format!("(eerst {count})"),
            Self::English => format!("({count} at first)"),
        }
    }

    /// How many voted in both rounds, which is the same.
    pub fn session_both_rounds_of(self, turnout: &str) -> String {
        match self {
            Self::Dutch => format!("Beide rondes: {turnout}"),
            Self::English => format!("Both rounds: {turnout}"),
        }
    }

    /// For an option nothing was typed that is a number.
    pub fn session_no_number_at(self, option: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Bij \"{option}\" staat geen aantal; het telt niet mee. Typ cijfers, zoals 8.")
            }
            Self::English => {
                format!("At \"{option}\" there is no number; it does not count. Type digits, such as 8.")
            }
        }
    }

    /// In the place of a number, or behind it: what was typed that is none.
    pub fn session_unread(self, typed: &[&str]) -> String {
        let typed: Vec<String> = typed.iter().map(|typed| format!("\"{typed}\"")).collect();
        match (self, typed.as_slice()) {
            (_, []) => String::new(),
            (Self::Dutch, _) => format!("{} (geen aantal)", typed.join(", ")),
            (Self::English, _) => format!("{} (no number)", typed.join(", ")),
        }
    }

    /// Beside an option that nobody counted; `partly` where something of it was.
    pub const fn session_left_blank(self, partly: bool) -> &'static str {
        match (self, partly) {
            (Self::Dutch, false) => "niet geteld",
            (Self::Dutch, true) => "niet overal geteld",
            (Self::English, false) => "not counted",
            (Self::English, true) => "not counted everywhere",
        }
    }

    /// There are more votes than people; of several options that may be chosen, at one of them.
    pub const fn session_more_votes_than_people(self, several: bool) -> &'static str {
        if several { self.session_more_at_one() } else { self.session_more_votes() }
    }

    /// How many of how many voted.
    pub fn session_turnout(self, votes: u32, people: u32, several: bool) -> String {
        if several || people < 2 || votes > people {
            return self.session_votes(votes, people, several);
        }
        match (self, votes) {
            (Self::Dutch, 1) => format!("1 van de {people} mensen stemde"),
            (Self::Dutch, _) => format!("{votes} van de {people} mensen stemden"),
            (Self::English, _) => format!("{votes} of {people} people voted"),
        }
    }

    /// What to type to vote while the keyboard goes round, where several options may be chosen or one.
    pub fn session_type_number(self, last: usize, several: bool) -> String {
        match self {
            Self::Dutch if several => {
                format!("Typ een of meer nummers van 1 tot en met {last}, en dan Enter.")
            }
            Self::English if several => format!("Type one or more numbers from 1 to {last}, and then Enter."),
            Self::Dutch => format!("Typ een nummer van 1 tot en met {last}, en dan Enter."),
            Self::English => format!("Type a number from 1 to {last}, and then Enter."),
        }
    }

    /// Above what a group voted on a question of its checklist.
    pub fn session_group_voted(self, round: u8) -> String {
        match self {
            Self::Dutch => format!("De groep stemde, ronde {round}"),
            Self::English => format!("The group voted, round {round}"),
        }
    }

    /// Votes that were counted by profession and may not be told apart any more.
    pub fn session_counted_apart(self, votes: u32) -> String {
        match self {
            Self::Dutch => format!(
                "{votes} daarvan per beroepsgroep geteld. Die tellen mee, maar staan niet meer apart: er zijn er te weinig van."
            ),
            Self::English => format!(
                "{votes} of them were counted by profession. They count, but no longer apart: there are too few of them."
            ),
        }
    }

    /// How many votes there are, or how often something was chosen where everybody may choose several.
    pub fn session_votes(self, votes: u32, people: u32, several: bool) -> String {
        let votes = match (self, votes) {
            (Self::Dutch, 1) if several => "1 keuze".to_owned(),
            (Self::Dutch, _) if several => format!("{votes} keuzes"),
            (Self::English, 1) if several => "1 choice".to_owned(),
            (Self::English, _) if several => format!("{votes} choices"),
            (Self::Dutch, 1) => "1 stem".to_owned(),
            (Self::Dutch, _) => format!("{votes} stemmen"),
            (Self::English, 1) => "1 vote".to_owned(),
            (Self::English, _) => format!("{votes} votes"),
        };
        match (self, people) {
            (_, 0) => votes,
            (Self::Dutch, 1) => format!("{votes}, 1 mens"),
            (Self::Dutch, _) => format!("{votes}, {people} mensen"),
            (Self::English, 1) => format!("{votes}, 1 person"),
            (Self::English, _) => format!("{votes}, {people} people"),
        }
    }

    /// A number that cannot be read.
    pub fn session_no_number(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!("\"{typed}\" is geen aantal en telt niet mee. Typ cijfers, zoals 8."),
            Self::English => format!("\"{typed}\" is no number and does not count. Type digits, such as 8."),
        }
    }
}
