//! Language and look: what this start was told, over what the user chose earlier, over what the surroundings suggest.

use serde::{Deserialize, Serialize};

use crate::app::message::{LockAfter, Marks, Settings, ThemeName};
use crate::words::Language;

/// Some of the settings; what is absent was not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Choices {
    /// Language of the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeName>,
    /// Which signs are drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<Marks>,
    /// After how many minutes the program locks itself while a meeting is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_minutes_in_meeting: Option<u16>,
    /// After how many minutes the program locks itself otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_minutes: Option<u16>,
    /// After how many months meetings need not be kept any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_months: Option<u32>,
    /// For how many years the access log is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_years: Option<u32>,
}

impl Choices {
    /// The settings, with the choices of `self` over `under`.
    fn over(self, under: Settings) -> Settings {
        Settings {
            language: self.language.unwrap_or(under.language),
            theme: self.theme.unwrap_or(under.theme),
            marks: self.marks.unwrap_or(under.marks),
            lock: LockAfter {
                meeting: self.lock_minutes_in_meeting.unwrap_or(under.lock.meeting),
                otherwise: self.lock_minutes.unwrap_or(under.lock.otherwise),
            },
            retention_months: self.retention_months.or(under.retention_months),
        }
    }
}

/// Where the settings of this start come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// What the surroundings suggest: the language of the system, no colours.
    suggested: Settings,
    /// What is saved in the notebook.
    stored: Choices,
    /// What the command line says.
    told: Choices,
    /// What holds now.
    current: Settings,
}

impl Preferences {
    /// The preferences before anything was read.
    pub fn new(suggested: Settings, told: Choices) -> Self {
        Self { suggested, stored: Choices::default(), told, current: told.over(suggested) }
    }

    /// The settings that hold now.
    pub fn current(&self) -> Settings {
        self.current
    }

    /// What is saved in the notebook.
    pub fn stored(&self) -> Choices {
        self.stored
    }

    /// Takes what is saved in the notebook into account.
    pub fn take(&mut self, stored: Choices) {
        self.stored = stored;
        self.current = self.told.over(stored.over(self.suggested));
    }

    /// Takes over what the user chose, and gives what is to be saved of it.
    ///
    /// Only what differs from what held is a choice: a look that was asked for on the command line is for this time.
    pub fn choose(&mut self, chosen: Settings) -> Choices {
        let before = self.current;
        if chosen.language != before.language {
            self.stored.language = Some(chosen.language);
        }
        if chosen.theme != before.theme {
            self.stored.theme = Some(chosen.theme);
        }
        if chosen.marks != before.marks {
            self.stored.marks = Some(chosen.marks);
        }
        if chosen.lock.meeting != before.lock.meeting {
            self.stored.lock_minutes_in_meeting = Some(chosen.lock.meeting);
        }
        if chosen.lock.otherwise != before.lock.otherwise {
            self.stored.lock_minutes = Some(chosen.lock.otherwise);
        }
        if chosen.retention_months != before.retention_months {
            self.stored.retention_months = chosen.retention_months;
        }
        self.current = chosen;
        self.stored
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_over_stored_over_suggested() {
        let suggested = Settings { language: Language::English, ..Settings::default() };
        let told = Choices { marks: Some(Marks::Ascii), ..Choices::default() };
        let mut preferences = Preferences::new(suggested, told);
        assert_eq!(preferences.current(), Settings { marks: Marks::Ascii, ..suggested });
        let (theme, language) = (Some(ThemeName::Light), Some(Language::Dutch));
        preferences.take(Choices { theme, language, marks: Some(Marks::Signs), ..Choices::default() });
        let expected =
            Settings { language: Language::Dutch, theme: ThemeName::Light, marks: Marks::Ascii, ..suggested };
        assert_eq!(preferences.current(), expected);
    }

    #[test]
    fn only_what_the_user_changed_is_saved() {
        let told = Choices { theme: Some(ThemeName::Plain), ..Choices::default() };
        let mut preferences = Preferences::new(Settings::default(), told);
        let chosen = Settings { language: Language::English, ..preferences.current() };
        let english = Choices { language: Some(Language::English), ..Choices::default() };
        assert_eq!(preferences.choose(chosen), english);
        let chosen = Settings { theme: ThemeName::Calm, ..chosen };
        assert_eq!(preferences.choose(chosen), Choices { theme: Some(ThemeName::Calm), ..english });
        // A retention time can be chosen, and taken back.
        let kept = Settings { retention_months: Some(24), ..chosen };
        assert_eq!(preferences.choose(kept).retention_months, Some(24));
        assert_eq!(preferences.choose(chosen).retention_months, None);
    }
}
