//! Language and look, as the user chose them.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::checklist::Localized;
use crate::words::Language;

/// Language and look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Language of the screen.
    pub language: Language,
    /// The look.
    pub theme: ThemeName,
    /// Which signs are drawn.
    pub marks: Marks,
    /// When the program locks itself.
    pub lock: LockAfter,
    /// After how many months meetings need not be kept any more, where that was chosen.
    pub retention_months: Option<u32>,
    /// How many minutes a new meeting is planned to take, where that was chosen.
    pub planned_minutes: Option<u16>,
}

/// What was read of the file with settings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SettingsRead {
    /// What holds now.
    pub settings: Settings,
    /// What is set in the file alone.
    pub file: SettingsFile,
}

/// What is set in the file with settings alone, and what is wrong in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SettingsFile {
    /// The folder that is offered first for papers.
    pub paper_folder: Option<String>,
    /// The base of the profiles in what goes out as FHIR.
    pub fhir_base: Option<String>,
    /// What the colours of patients mean in this group, each by its code.
    pub colours: Vec<(String, String)>,
    /// What is wrong in it, each with its line.
    pub faults: Vec<Localized>,
}

/// A look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// The terminal's own background, with colours that can be read on black and on white.
    #[default]
    #[serde(alias = "calm")]
    Terminal,
    /// Light text on a dark background.
    Dark,
    /// Dark text on white.
    Light,
    /// The strongest contrast with room around each line, for the back row.
    #[serde(alias = "contrast")]
    Beamer,
    /// No colours at all: bold, underline and reverse only.
    #[serde(alias = "plain")]
    Mono,
}

impl ThemeName {
    /// Every look, in the order in which the screen offers them.
    pub const ALL: [Self; 5] = [Self::Terminal, Self::Dark, Self::Light, Self::Beamer, Self::Mono];

    /// Whether what is quiet looks otherwise than what is not, in whatever terminal has colours: among sixteen there is no grey that
    /// can be read on black or on white.
    pub const fn has_shades(self) -> bool {
        matches!(self, Self::Terminal)
    }

    /// The word for it.
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Self::Terminal => language.theme_terminal(),
            Self::Dark => language.theme_dark(),
            Self::Light => language.theme_light(),
            Self::Beamer => language.theme_beamer(),
            Self::Mono => language.theme_mono(),
        }
    }
}

/// Which signs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marks {
    /// Signs such as `●` and `▸`.
    #[default]
    Signs,
    /// Twins of ASCII characters only.
    Ascii,
}

impl Marks {
    /// Every set of signs, in the order in which the screen offers them.
    pub const ALL: [Self; 2] = [Self::Signs, Self::Ascii];

    /// The words for it.
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Self::Signs => language.marks_signs(),
            Self::Ascii => language.marks_ascii(),
        }
    }
}

/// After how many minutes in which nobody does anything the program locks itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LockAfter {
    /// While a meeting is open: the screen stands on the beamer, and people talk.
    pub meeting: u16,
    /// Otherwise.
    pub otherwise: u16,
}

impl Default for LockAfter {
    fn default() -> Self {
        Self { meeting: 45, otherwise: 5 }
    }
}

impl LockAfter {
    /// What the screen offers while a meeting is open, in minutes.
    pub const IN_MEETING: [u16; 4] = [15, 30, 45, 90];

    /// What the screen offers otherwise, in minutes.
    pub const OTHERWISE: [u16; 4] = [2, 5, 10, 20];

    /// As a length of time: at least one minute, and at most a working day.
    pub fn time(minutes: u16) -> TimeDelta {
        TimeDelta::minutes(i64::from(minutes.clamp(1, 480)))
    }
}

/// What protects the notebook, as far as the first screen tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protected {
    /// Nothing: for fictional patients only.
    #[default]
    No,
    /// Nothing, for somebody said that only fictional patients come into it.
    Fictional,
    /// Nothing, and it is thrown away with all that is in it when the program ends: a demonstration.
    Fleeting,
    /// Somebody stated that the disk is encrypted.
    Disk,
    /// It is sealed.
    Sealed,
}

impl Protected {
    /// Whether only fictional patients come into it, as somebody said or as it was made.
    pub fn is_fictional(self) -> bool {
        matches!(self, Self::Fictional | Self::Fleeting)
    }

    /// Whether something protects it, so that it may be about others than fictional patients.
    pub fn is_protected(self) -> bool {
        matches!(self, Self::Disk | Self::Sealed)
    }
}

/// A change of one setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Language of the screen.
    Language(Language),
    /// The look.
    Theme(ThemeName),
    /// Which signs are drawn.
    Marks(Marks),
    /// When the program locks itself.
    Lock(LockAfter),
    /// After how many months meetings need not be kept any more.
    Retention(Option<u32>),
    /// How many minutes a new meeting is planned to take.
    Planned(Option<u16>),
}

impl Settings {
    /// The settings after one of them changed.
    pub fn with(mut self, setting: Setting) -> Self {
        match setting {
            Setting::Language(language) => self.language = language,
            Setting::Theme(theme) => self.theme = theme,
            Setting::Marks(marks) => self.marks = marks,
            Setting::Lock(lock) => self.lock = lock,
            Setting::Retention(months) => self.retention_months = months,
            Setting::Planned(minutes) => self.planned_minutes = minutes,
        }
        self
    }
}
