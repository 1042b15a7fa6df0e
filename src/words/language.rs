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
