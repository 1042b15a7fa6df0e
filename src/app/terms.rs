//! The words for values: those of the record, and those of the settings.

use super::settings::{Marks, ThemeName};
use crate::words::Language;

pub use crate::meeting::terms::{
    answer, counted, discipline, given, group, informed, kind, label, non_answer, not_involved, options,
    owner, participant, participant_by_id, patient, role,
};

/// The words for a look.
pub fn theme(language: Language, theme: ThemeName) -> &'static str {
    match theme {
        ThemeName::Calm => language.theme_calm(),
        ThemeName::Light => language.theme_light(),
        ThemeName::Contrast => language.theme_contrast(),
        ThemeName::Plain => language.theme_plain(),
    }
}

/// The words for a set of signs.
pub fn marks(language: Language, marks: Marks) -> &'static str {
    match marks {
        Marks::Signs => language.marks_signs(),
        Marks::Ascii => language.marks_ascii(),
    }
}
