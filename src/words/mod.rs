//! Every sentence that the program itself says, Dutch and English side by side.
//!
//! Each sentence is a method of [`Language`]; its two arms stand together, so that the compiler refuses a sentence
//! that exists in one language only.

mod accounts;
mod authoring;
mod backup;
mod calendar;
mod changes;
mod cli;
mod compare;
mod conditions;
mod days;
pub mod diagnostics;
mod discussed;
mod discussion;
mod editor;
mod ending;
mod examination;
mod export;
mod find;
mod first_use;
mod keys;
mod known;
mod library;
mod linear;
mod lists;
mod locking;
mod notices;
mod paper;
mod papers;
mod people;
mod preparation;
mod protect;
mod readers;
pub mod reference;
mod register;
mod removing;
mod reopened;
mod screens;
mod standing;
mod storage;
mod summary;
mod tampering;
mod versions;

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
        impl $crate::words::Language {
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
