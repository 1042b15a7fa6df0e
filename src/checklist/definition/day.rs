//! What is asked of a day: on which side of today it lies, within which bounds, and at what time.

use chrono::NaiveDate;

/// What is asked of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DayAsked {
    /// Whether it has been or is still to come.
    pub looks: Looks,
    /// The first day that is expected; an earlier one is kept, and said to be earlier.
    pub earliest: Option<NaiveDate>,
    /// The last day that is expected.
    pub latest: Option<NaiveDate>,
    /// Whether the time of that day is asked too.
    pub time: bool,
}

impl DayAsked {
    /// Whether a day lies within the bounds.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= day) && self.latest.is_none_or(|latest| day <= latest)
    }
}

impl From<Looks> for DayAsked {
    fn from(looks: Looks) -> Self {
        Self { looks, ..Self::default() }
    }
}

/// Whether a day that is asked for has been or is still to come, for days that people name without a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Looks {
    /// What happened: a conversation, a death.
    Back,
    /// What is to be done: a deadline, a next time.
    Forward,
    /// It can be both; where both are likely, the program asks.
    #[default]
    Either,
}

impl Looks {
    /// The word of a definition file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Back => "back",
            Self::Forward => "forward",
            Self::Either => "either",
        }
    }

    /// What a word of a definition file means.
    pub fn named(word: &str) -> Option<Self> {
        [Self::Back, Self::Forward, Self::Either].into_iter().find(|known| known.word() == word)
    }
}
