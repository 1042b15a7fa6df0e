//! What whoever relies on a register is to know of it first: one value, which every list and paper tells in the same words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::meeting::reading::terms;
use crate::meeting::typed;
use crate::words::Language;

/// What of the notebook does not count in a register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Caveats {
    /// The day from which one looks, whatever day a paper is for.
    pub today: NaiveDate,
    /// How many meetings could not be read, so that something may be missing.
    pub unread: usize,
    /// How many meetings that say something of patients lie after that day.
    pub ahead: usize,
    /// The days of meetings of which there is a second version, which may say something else.
    pub doubled: Vec<NaiveDate>,
}

impl Caveats {
    /// What is to be known, a sentence for each thing; nothing where everything counts.
    pub fn told(&self, language: Language) -> Vec<String> {
        let today = typed::day(self.today, language);
        [
            (self.unread > 0).then(|| language.something_unread(self.unread)),
            (!self.doubled.is_empty()).then(|| terms::second_versions(language, &self.doubled)),
            (self.ahead > 0).then(|| language.some_meetings_ahead(self.ahead, &today)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The same for who looks at nothing after a day: what is still to come is missed by nobody then.
    #[must_use]
    pub fn until(&self, day: NaiveDate) -> Self {
        let ahead = if day < self.today { 0 } else { self.ahead };
        Self { ahead, ..self.clone() }
    }

    /// How many meetings do not count as they stand: unread ones, and those of which there is another version.
    pub fn not_counted(&self) -> usize {
        self.unread + self.doubled.len()
    }
}
