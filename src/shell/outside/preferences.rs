//! Language and look: what this start was told, over what the user chose earlier, over what the surroundings suggest.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::app::message::{LockAfter, Marks, Settings, ThemeName};
use crate::checklist::Localized;
use crate::words::Language;

/// Some of the settings; what is absent was not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// How many minutes a new meeting is planned to take.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_minutes: Option<u16>,
    /// The folder that is offered first for papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper_folder: Option<String>,
    /// The base of the profiles in what goes out as FHIR.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fhir_base: Option<String>,
    /// What the colours of patients mean in this group, by the code of the colour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colours: Option<BTreeMap<String, String>>,
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
            planned_minutes: self.planned_minutes.or(under.planned_minutes),
        }
    }

    /// These choices, and where they are silent those of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            language: self.language.or(other.language),
            theme: self.theme.or(other.theme),
            marks: self.marks.or(other.marks),
            lock_minutes_in_meeting: self.lock_minutes_in_meeting.or(other.lock_minutes_in_meeting),
            lock_minutes: self.lock_minutes.or(other.lock_minutes),
            retention_months: self.retention_months.or(other.retention_months),
            log_years: self.log_years.or(other.log_years),
            planned_minutes: self.planned_minutes.or(other.planned_minutes),
            paper_folder: self.paper_folder.or(other.paper_folder),
            fhir_base: self.fhir_base.or(other.fhir_base),
            colours: self.colours.or(other.colours),
        }
    }

    /// Whether every value can be meant: times that are some, a whole path, an address.
    pub(super) fn make_sense(&self) -> bool {
        let within = |minutes: Option<u16>, most| minutes.is_none_or(|minutes| (1..=most).contains(&minutes));
        let some = |number: Option<u32>| number != Some(0);
        let is_address = |base: &String| {
            ["https://", "http://"].iter().any(|start| base.len() > start.len() && base.starts_with(start))
        };
        within(self.lock_minutes_in_meeting, 480)
            && within(self.lock_minutes, 480)
            && within(self.planned_minutes, 600)
            && some(self.retention_months)
            && some(self.log_years)
            && self.paper_folder.as_ref().is_none_or(|path| Path::new(path).is_absolute())
            && self.fhir_base.as_ref().is_none_or(is_address)
    }

    /// These choices without those that are named.
    pub(super) fn without(&self, named: &[(&'static str, Option<String>)]) -> toml::Table {
        let mut table = toml::Table::try_from(self).unwrap_or_default();
        for (key, _) in named {
            table.remove(*key);
        }
        table
    }
}

/// A value as TOML writes it.
fn literal(value: impl Serialize) -> Option<String> {
    toml::Value::try_from(value).ok().map(|value| value.to_string())
}

/// A key of the file with settings, and its value where it has one.
pub type ChangedKey = (&'static str, Option<String>);

/// Settings that somebody chose and that could not be saved.
#[derive(Debug)]
pub struct Unsaved {
    /// What was chosen.
    pub waiting: Vec<ChangedKey>,
    /// Why it is not saved.
    pub why: Localized,
    /// What stood in the file then, where it was there to be seen: whoever changes it after that has the last word.
    pub seen: Option<Option<String>>,
}

/// Where the settings of this start come from.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        Self { suggested, stored: Choices::default(), current: told.clone().over(suggested), told }
    }

    /// The settings that hold now.
    pub fn current(&self) -> Settings {
        self.current
    }

    /// What is saved in the notebook.
    pub fn stored(&self) -> &Choices {
        &self.stored
    }

    /// Takes what is saved in the notebook into account.
    pub fn take(&mut self, stored: Choices) {
        self.current = self.told.clone().over(stored.clone().over(self.suggested));
        self.stored = stored;
    }

    /// Takes over what the user chose, and gives what is to be saved of it: each key with its value, or without one.
    ///
    /// Only what differs from what held is a choice: a look that was asked for on the command line is for this time.
    pub fn choose(&mut self, chosen: Settings) -> Vec<(&'static str, Option<String>)> {
        let before = self.current;
        let (stored, mut changes) = (&mut self.stored, Vec::new());
        if chosen.language != before.language {
            stored.language = Some(chosen.language);
            changes.push(("language", literal(chosen.language)));
        }
        if chosen.theme != before.theme {
            stored.theme = Some(chosen.theme);
            changes.push(("theme", literal(chosen.theme)));
        }
        if chosen.marks != before.marks {
            stored.marks = Some(chosen.marks);
            changes.push(("marks", literal(chosen.marks)));
        }
        if chosen.lock.meeting != before.lock.meeting {
            stored.lock_minutes_in_meeting = Some(chosen.lock.meeting);
            changes.push(("lock_minutes_in_meeting", literal(chosen.lock.meeting)));
        }
        if chosen.lock.otherwise != before.lock.otherwise {
            stored.lock_minutes = Some(chosen.lock.otherwise);
            changes.push(("lock_minutes", literal(chosen.lock.otherwise)));
        }
        if chosen.retention_months != before.retention_months {
            stored.retention_months = chosen.retention_months;
            changes.push(("retention_months", chosen.retention_months.and_then(literal)));
        }
        if chosen.planned_minutes != before.planned_minutes {
            stored.planned_minutes = chosen.planned_minutes;
            changes.push(("planned_minutes", chosen.planned_minutes.and_then(literal)));
        }
        self.current = chosen;
        changes
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
        let told = Choices { theme: Some(ThemeName::Mono), ..Choices::default() };
        let mut preferences = Preferences::new(Settings::default(), told);
        let chosen = Settings { language: Language::English, ..preferences.current() };
        assert_eq!(preferences.choose(chosen), vec![("language", Some("\"en\"".to_owned()))]);
        let chosen = Settings { theme: ThemeName::Terminal, retention_months: Some(24), ..chosen };
        let both =
            vec![("theme", Some("\"terminal\"".to_owned())), ("retention_months", Some("24".to_owned()))];
        assert_eq!(preferences.choose(chosen), both);
        let chosen = Settings { retention_months: None, ..chosen };
        assert_eq!(preferences.choose(chosen), vec![("retention_months", None)]);
    }
}
