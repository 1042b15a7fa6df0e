//! What a text can say of a day.

use chrono::NaiveDate;

/// What a text says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// Nothing that is one day.
    Nothing,
    /// A time of which nobody can tell the day: "een paar weken geleden", "november 2025".
    Vague,
    /// A day that is on no calendar.
    Impossible,
    /// A day that is on no calendar, and is one with its month before its day.
    MonthFirst {
        /// What was typed as the month.
        day: u32,
        /// What was typed as the day.
        month: u32,
    },
    /// A day of the month with a weekday that it is not.
    OtherWeekday(NaiveDate),
    /// One of two days that are both likely.
    Which(NaiveDate, NaiveDate),
    /// The day of the same name before today, today, or the next.
    Around([NaiveDate; 3]),
    /// One day.
    Day(Reading),
}

/// The day that a text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The day.
    pub day: NaiveDate,
    /// Whether the day in numbers says all that was typed: not with a time, and not for a part of a month.
    pub is_whole: bool,
    /// What has to be said beside it.
    pub remark: Option<Remark>,
}

impl Read {
    /// The same where which year is meant was said, so that nothing is asked.
    pub(super) fn sure(self) -> Self {
        match self {
            Self::Day(reading) if matches!(reading.remark, Some(Remark::NearerIn(_))) => {
                Self::Day(Reading { remark: None, ..reading })
            }
            other => other,
        }
    }
}

impl From<NaiveDate> for Read {
    fn from(day: NaiveDate) -> Self {
        Self::Day(Reading { day, is_whole: true, remark: None })
    }
}

/// Why somebody may have meant another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// The same day in another year is much nearer.
    NearerIn(i32),
    /// The day is so many years ahead, or when below zero ago, that its year may be a slip.
    Far(i32),
    /// The question looks back, and the day is to come.
    ToCome,
    /// The question looks forward, and the day has been.
    Been,
}
