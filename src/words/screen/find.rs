//! What is said of looking through all meetings.

use crate::words::language::{Language, sentences};

sentences! {
    /// A row of the first screen, and the title of what it opens.
    find_title => "Zoeken", "Search";
    /// What it looks through.
    start_find_hint => "in alle bijeenkomsten", "in all meetings";
    /// A row.
    find_words => "Zoek naar", "Look for";
    /// What can be typed.
    find_what =>
        "Typ woorden. Gezocht wordt in aanduidingen, eigen woorden, vragen, aantekeningen, antwoorden, oordelen, afspraken en groepen; alle woorden moeten in één tekst staan.",
        "Type words to look for in labels, own words, questions, notes, answers, judgements, agreements and groups; all words must be in one text.";
    /// Others may follow.
    find_busy => "Er wordt nog gezocht.", "Still looking.";
    /// What was found is of a session with a case.
    find_case => "casus", "case";
    /// A key.
    key_find => "zoeken", "search";
    /// A command.
    linear_find => "zoeken in alle bijeenkomsten", "search in all meetings";
    /// A command.
    cli_find => "Zoekt woorden in alle bijeenkomsten", "Looks for words in all meetings";
    /// Usage of a command.
    cli_usage_find =>
        "pallium find [OPTIES] WOORDEN... [--format text|json] [-o BESTAND] [--yes]",
        "pallium find [OPTIONS] WORDS... [--format text|json] [-o FILE] [--yes]";
    /// An argument.
    cli_argument_words =>
        "Woorden die alle in één tekst moeten staan, ongeacht hoofdletters en accenten",
        "Words that must all be in one text, whatever their capitals and accents";
    /// Name of a value.
    cli_value_words => "WOORDEN", "WORDS";
}

impl Language {
    /// How many places were found.
    pub fn find_count(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 plaats gevonden.".to_owned(),
            (Self::Dutch, _) => format!("{count} plaatsen gevonden."),
            (Self::English, 1) => "1 place found.".to_owned(),
            (Self::English, _) => format!("{count} places found."),
        }
    }

    /// There are more places than are shown.
    pub fn find_first(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("De nieuwste {count} plaatsen. Typ meer woorden om er minder te krijgen."),
            Self::English => format!("The newest {count} places. Type more words to get fewer."),
        }
    }
}
