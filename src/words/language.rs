//! The languages of the program, and how a sentence is declared in each.

use serde::{Deserialize, Serialize};

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch, the language of the users.
    #[default]
    #[serde(rename = "nl")]
    Dutch,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// Declares sentences without parameters: `name => "nederlands", "english";`, each with its doc comment.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident => $dutch:expr, $english:expr;)*) => {
        impl $crate::words::language::Language {
            $($(#[$doc])*
            pub const fn $name(self) -> &'static str {
                match self {
                    Self::Dutch => $dutch,
                    Self::English => $english,
                }
            })*
        }
    };
}
pub(crate) use sentences;

/// Words with the stop that ends a sentence, unless they end with a sign of their own: "Mw. J.", "Is er zorg?".
pub(super) fn ended(words: &str) -> String {
    let words = words.trim_end();
    let is_ended = words.trim_end_matches(['"', '”']).ends_with(['.', '?', '!', '…']);
    if is_ended { words.to_owned() } else { format!("{words}.") }
}

/// Words behind which people type the same word once more: "met haar dochter" behind "met".
const JOINERS: &[&str] =
    &["met", "door", "op", "aan", "van", "in", "bij", "voor", "with", "by", "on", "to", "of", "at", "for"];

/// What somebody typed behind words that end in a joining one, without that word once more: behind "gesprek met" the text
/// "met haar dochter" is "haar dochter".
#[must_use]
pub fn behind<'t>(words: &str, typed: &'t str) -> &'t str {
    let last = words.trim_end_matches([':', ' ']).rsplit(' ').next().unwrap_or_default().to_lowercase();
    let Some((first, rest)) = typed.trim().split_once(char::is_whitespace) else { return typed };
    let is_twice = JOINERS.contains(&last.as_str()) && first.trim_end_matches(':').to_lowercase() == last;
    if is_twice && !rest.trim().is_empty() { rest.trim() } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_sign_at_its_end() {
        for (words, sentence) in [
            ("morgen zorg", "morgen zorg."),
            ("Mw. J.", "Mw. J."),
            ("Is er zorg?", "Is er zorg?"),
            ("Nee! ", "Nee!"),
            ("en dan…", "en dan…"),
            ("zij zei \"ja.\"", "zij zei \"ja.\""),
            ("de vraag \"zorg\"", "de vraag \"zorg\"."),
            ("Mw. J. (1941)", "Mw. J. (1941)."),
            ("", "."),
        ] {
            assert_eq!(ended(words), sentence, "{words}");
        }
    }

    #[test]
    fn a_joining_word_is_said_once() {
        let rows = [
            ("met", "met haar dochter", "haar dochter"),
            ("PZP-gesprek met:", "Met: meneer", "meneer"),
            ("Overgedragen aan", "aan de huisartsenpost", "de huisartsenpost"),
            ("with", "with his partner", "his partner"),
            ("met", "meneer en zijn partner", "meneer en zijn partner"),
            ("met", "met", "met"),
            ("Kleur", "kleur rood", "kleur rood"),
            ("door", "met haar dochter", "met haar dochter"),
        ];
        for (words, typed, said) in rows {
            assert_eq!(behind(words, typed), said, "{words} + {typed}");
        }
    }
}
