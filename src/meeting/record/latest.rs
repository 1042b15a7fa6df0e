//! What was recorded last, whatever the order in which meetings come.

use chrono::{NaiveDate, NaiveDateTime};

use super::id::MeetingId;

/// The order of meetings in time: by their day, on one day by when they were last worked on, and then by identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The latest moment at which something was recorded in it.
    pub touched: Option<NaiveDateTime>,
    /// The meeting.
    pub meeting: MeetingId,
}

impl When {
    /// Where something that only came along stands in time: before everything that was said.
    #[must_use]
    pub fn of_copy(self) -> Self {
        Self { day: NaiveDate::MIN, ..self }
    }

    /// The same where it only came along.
    #[must_use]
    pub fn said(self, is_unsaid: bool) -> Self {
        if is_unsaid { self.of_copy() } else { self }
    }
}

/// A value, and when it was recorded last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Latest<T>(Option<(When, T)>);

impl<T> Default for Latest<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Latest<T> {
    /// Takes a value, unless a later one is known.
    pub fn take(&mut self, when: When, value: impl FnOnce() -> T) {
        if self.0.as_ref().is_none_or(|(known, _)| *known < when) {
            self.0 = Some((when, value()));
        }
    }

    /// Keeps the later of the two; of two of one moment, which one meeting holds of one person, the other.
    pub fn merge(&mut self, other: Self) {
        let is_later = other.when() >= self.when();
        if is_later && other.0.is_some() {
            *self = other;
        }
    }

    /// Forgets what only came along.
    pub fn only_said(&mut self) {
        self.0.take_if(|(when, _)| *when == when.of_copy());
    }

    /// The value.
    pub fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }

    /// When it was recorded.
    pub fn when(&self) -> Option<When> {
        self.0.as_ref().map(|(when, _)| *when)
    }

    /// The value, taken out.
    pub fn value(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }

    /// The value with when it was recorded, taken out.
    pub fn dated(self) -> Option<(When, T)> {
        self.0
    }
}
