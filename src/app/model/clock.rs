//! The time that goes to each patient: measured from the moments of messages, without any waking up.

use chrono::{NaiveDateTime, TimeDelta};

use crate::meeting::{MeetingId, PatientId};

/// The longest time without any message that counts as discussion; what is longer is a pause.
pub const LONGEST_SILENCE: TimeDelta = TimeDelta::minutes(5);

/// The discussion whose time runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// In which meeting.
    pub meeting: MeetingId,
    /// Who is being discussed.
    pub patient: PatientId,
    /// Up to when time was measured.
    pub since: NaiveDateTime,
    /// What was measured and does not stand in the record yet.
    pub unrecorded: TimeDelta,
}

impl Clock {
    /// A clock that begins at `since`.
    pub fn new(meeting: MeetingId, patient: PatientId, since: NaiveDateTime) -> Self {
        Self { meeting, patient, since, unrecorded: TimeDelta::zero() }
    }

    /// Measures up to `now`; a pause counts no longer than [`LONGEST_SILENCE`], a clock that was put back not at all.
    pub fn run(&mut self, now: NaiveDateTime) {
        self.unrecorded += (now - self.since).clamp(TimeDelta::zero(), LONGEST_SILENCE);
        self.since = now;
    }

    /// The whole seconds that the record does not have yet.
    pub fn seconds(&self) -> u32 {
        u32::try_from(self.unrecorded.num_seconds()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::Id;

    #[test]
    fn a_pause_counts_no_longer_than_the_longest_silence() {
        let start = NaiveDateTime::default();
        let mut clock = Clock::new(MeetingId(Id::from_bits(1)), PatientId(Id::from_bits(2)), start);
        clock.run(start + TimeDelta::milliseconds(1_500));
        assert_eq!(clock.seconds(), 1);
        clock.run(start + TimeDelta::hours(1));
        assert_eq!(clock.seconds(), 301);
        clock.run(start);
        assert_eq!(clock.seconds(), 301);
        clock.run(start + TimeDelta::seconds(9));
        assert_eq!(clock.seconds(), 310);
    }
}
