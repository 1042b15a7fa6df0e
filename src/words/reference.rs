//! What the keys, words and rules of definitions mean, for the reference and for editors.

mod codes;
mod explained;
mod files;
mod keys;

use super::{Language, sentences};
use explained::Explained;

/// How a rule is told of: what it means, and how to solve it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleExplained {
    /// What the rule found.
    pub meaning: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

impl Language {
    /// What a kind of table is for.
    pub fn shape_explained(self, shape: &str) -> Option<&'static str> {
        self.of(keys::SHAPES, "", shape)
    }

    /// What a key of a kind of table means.
    pub fn key_explained(self, shape: &str, key: &str) -> Option<&'static str> {
        self.of(keys::KEYS, shape, key).or_else(|| self.of(files::KEYS, shape, key))
    }

    /// What a word behind a key means.
    pub fn word_explained(self, key: &str, word: &str) -> Option<&'static str> {
        self.of(files::WORDS, key, word)
    }

    /// What a rule means and how to solve what it found, by the code of the rule.
    pub fn rule_explained(self, code: &str) -> Option<RuleExplained> {
        let found = |table| self.of(table, "", code);
        Some(RuleExplained { meaning: found(codes::MEANINGS)?, remedy: found(codes::REMEDIES)? })
    }

    fn of(self, table: &[Explained], within: &str, name: &str) -> Option<&'static str> {
        let found = table.iter().find(|one| one.within == within && one.name == name)?;
        Some(match self {
            Self::Dutch => found.dutch,
            Self::English => found.english,
        })
    }
}

/// An example of a value behind a key, as it is written in a file.
pub fn key_example(shape: &str, key: &str) -> Option<&'static str> {
    let known = keys::KEYS.iter().chain(files::KEYS).find(|one| one.within == shape && one.name == key);
    known.map(|one| one.example).filter(|example| !example.is_empty())
}

sentences! {
    /// Title of the schema.
    schema_title => "Pallium: checklist, route of casus", "Pallium: checklist, route or case";
    /// What the schema is for.
    schema_about =>
        "Hiermee helpt een tekstverwerker voor code tijdens het typen. Wat een bestand betekent, kijkt pallium check na.",
        "With this an editor helps while you type. What a file means is checked by pallium check.";
    /// Title of the reference.
    reference_title => "Naslag bij checklists", "Reference of checklists";
    /// What the reference is, below its title.
    reference_about =>
        "Elke sleutel van een checklist, een route en een casus, en elke melding van `pallium check`. Deze bladzijde is \
        gemaakt uit het programma zelf. Wie begint, leest eerst [Zelf een checklist schrijven](checklists-schrijven.md).",
        "Every key of a checklist, a route and a case, and every code of `pallium check`. This page is made from the \
        program itself.";
    /// Heading.
    reference_files => "De sleutels", "The keys";
    /// Heading.
    reference_codes => "De meldingen", "The messages";
    /// What the messages are, below the heading.
    reference_codes_about =>
        "Met een **fout** komt een bestand niet in gebruik: de vorige goede versie blijft gelden. Met een \
        **waarschuwing** wel; kijk of u het zo bedoelde. De code staat tussen haken vóór de melding.",
        "With an **error** a file is not used: its last good version stays in force. With a **warning** it is used; check \
        whether you meant it. The code is in brackets before the message.";
    /// Head of a column.
    reference_key => "sleutel", "key";
    /// Head of a column.
    reference_form => "vorm", "form";
    /// Head of a column.
    reference_meaning => "betekenis", "meaning";
    /// Head of a column.
    reference_example => "voorbeeld", "example";
    /// Head of a column.
    reference_code => "code", "code";
    /// Head of a column.
    reference_severity => "soort", "kind";
    /// Head of a column.
    reference_remedy => "wat u doet", "what to do";
    /// Head of a column.
    reference_word => "woord", "word";
    /// Beside a key without which a table is not complete.
    reference_required => "verplicht", "required";
    /// A form.
    form_text => "tekst, of tekst in twee talen", "text, or text in two languages";
    /// A form.
    form_plain => "tekst", "text";
    /// A form.
    form_name => "naam", "name";
    /// A form.
    form_file_name => "naam, gelijk aan de bestandsnaam", "name, equal to the file name";
    /// A form.
    form_reference => "naam van een vraag, of `checklist/vraag`", "name of an item, or `checklist/item`";
    /// A form.
    form_number => "getal", "number";
    /// A form.
    form_day => "dag als `\"2026-01-31\"`", "day such as `\"2026-01-31\"`";
    /// A form.
    form_truth => "`true` of `false`", "`true` or `false`";
    /// A form.
    form_fictional => "`true`", "`true`";
    /// A form.
    form_word => "een van de woorden hieronder", "one of the words below";
    /// A form.
    form_code => "code, of `{ system, code }`", "code, or `{ system, code }`";
    /// A form.
    form_given => "tabel van vragen met hun antwoord: `true`, een code, een lijst van codes, een getal (`72.5` of `\"72,5 kg\"`), een dag (`2026-11-20` of `\"20 november 2026\"`) of een tekst", "table of items with their answer: `true`, a code, a list of codes, a number (`72.5` or `\"72.5 kg\"`), a day (`2026-11-20` or `\"20 November 2026\"`) or a text";
    /// A form.
    form_value => "`true`, `false`, getal of code van een optie", "`true`, `false`, number or code of an option";
}

impl Language {
    /// A form.
    pub fn form_whole(self, min: i64, max: i64) -> String {
        match self {
            Self::Dutch if min == max => format!("`{min}`"),
            Self::English if min == max => format!("`{min}`"),
            Self::Dutch => format!("geheel getal van {min} tot en met {max}"),
            Self::English => format!("whole number from {min} up to {max}"),
        }
    }

    /// A form.
    pub fn form_one_or_many(self, form: &str) -> String {
        match self {
            Self::Dutch => format!("{form}; of een lijst daarvan"),
            Self::English => format!("{form}; or a list of these"),
        }
    }

    /// A form.
    pub fn form_list(self, form: &str) -> String {
        match self {
            Self::Dutch => format!("lijst: {form}"),
            Self::English => format!("list: {form}"),
        }
    }

    /// A form.
    pub fn form_table(self, key: &str, shape: &str, top: bool) -> String {
        let written = if top { format!("`[{key}]`") } else { "`{ … }`".to_owned() };
        match self {
            Self::Dutch => format!("{written}, zie [{shape}](#{shape})"),
            Self::English => format!("{written}, see [{shape}](#{shape})"),
        }
    }

    /// A form.
    pub fn form_tables(self, written: &str, shape: &str, most: usize) -> String {
        match self {
            Self::Dutch => format!("`{written}`, ten hoogste {most}, zie [{shape}](#{shape})"),
            Self::English => format!("`{written}`, at most {most}, see [{shape}](#{shape})"),
        }
    }

    /// Before the words of a key.
    pub fn reference_words(self, key: &str) -> String {
        match self {
            Self::Dutch => format!("Woorden bij `{key}`:"),
            Self::English => format!("Words of `{key}`:"),
        }
    }
}
