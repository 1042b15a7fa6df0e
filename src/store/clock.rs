//! The clock of the computer, which may say anything: moments that no year can break, and time that really passed.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::notebook::Notebook;

/// The most days without a start that count as time that passed; more may be a leap of the clock.
const LEAP: TimeDelta = TimeDelta::days(183);

/// A variable that sets the clock to so many seconds after (or before) 1970, in builds for development only.
#[cfg(debug_assertions)]
const VARIABLE: &str = "PALLIUM_CLOCK";

/// What the clock of the computer says.
pub fn now() -> SystemTime {
    #[cfg(debug_assertions)]
    if let Some(seconds) = std::env::var(VARIABLE).ok().and_then(|set| set.parse::<i64>().ok()) {
        let passed = Duration::from_secs(seconds.unsigned_abs());
        let (after, before) =
            (SystemTime::UNIX_EPOCH.checked_add(passed), SystemTime::UNIX_EPOCH.checked_sub(passed));
        return if seconds < 0 { before } else { after }.unwrap_or(SystemTime::UNIX_EPOCH);
    }
    SystemTime::now()
}

/// The moment in UTC.
pub fn utc() -> NaiveDateTime {
    moment(now())
}

/// A time of the system in UTC, within the years that a file name and a day on the screen can hold.
pub fn moment(at: SystemTime) -> NaiveDateTime {
    let seconds = |passed: Duration| i64::try_from(passed.as_secs()).unwrap_or(i64::MAX);
    let at = match at.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(passed) => DateTime::from_timestamp(seconds(passed), passed.subsec_nanos())
            .unwrap_or(DateTime::<Utc>::MAX_UTC),
        Err(before) => {
            DateTime::from_timestamp(-seconds(before.duration()), 0).unwrap_or(DateTime::<Utc>::MIN_UTC)
        }
    };
    bounded(at.naive_utc())
}

/// A moment in UTC as the clock on the wall shows it.
pub fn local(utc: NaiveDateTime) -> NaiveDateTime {
    DateTime::<Utc>::from_naive_utc_and_offset(bounded(utc), Utc).with_timezone(&Local).naive_local()
}

/// Within the years 1 to 9999, with a day to spare for versions in one moment and for other time zones.
fn bounded(at: NaiveDateTime) -> NaiveDateTime {
    let day = |year, month, day| {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default().and_time(NaiveTime::MIN)
    };
    at.clamp(day(1, 1, 2), day(9999, 12, 30))
}

/// The moment that lies `long` before `now` in time that was seen to pass: by starts of the program, the oldest first.
///
/// The clock may have leapt, so the time after the last start counts for nothing, and neither does a long time without any.
/// Before the first start only the calendar is known.
pub(super) fn long_before(starts: &[NaiveDateTime], now: NaiveDateTime, long: TimeDelta) -> NaiveDateTime {
    let before = |at: NaiveDateTime, long| at.checked_sub_signed(long).unwrap_or(NaiveDateTime::MIN);
    let mut starts = starts.iter().rev().copied().filter(|at| *at <= now);
    let Some(mut at) = starts.next() else { return before(now, long) };
    let mut left = long;
    for earlier in starts {
        let gap = at - earlier;
        if gap <= LEAP && gap >= left {
            break;
        }
        if gap <= LEAP {
            left -= gap;
        }
        at = earlier;
    }
    before(at, left)
}

/// What makes the clock doubtful, by what the notebook has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Something was done later than the clock says that it is now.
    Behind {
        /// The newest moment in the log.
        seen: NaiveDateTime,
        /// What the clock says.
        now: NaiveDateTime,
    },
    /// So long a time without a start that the clock may have leapt.
    Leap {
        /// The last start before it.
        from: NaiveDateTime,
        /// The first start after it, or now.
        to: NaiveDateTime,
    },
}

/// What is doubtful, by starts of the program, the oldest first.
fn doubts(starts: &[NaiveDateTime], now: NaiveDateTime) -> Vec<Doubt> {
    // Of another computer the clock may be a little ahead.
    let behind = starts.last().filter(|seen| **seen - now > TimeDelta::days(1));
    let behind = behind.map(|seen| Doubt::Behind { seen: *seen, now });
    let until = starts.iter().copied().chain([now].into_iter().filter(|_| behind.is_none()));
    let pairs = starts.iter().copied().zip(until.skip(1));
    let leaps = pairs.filter(|(from, to)| *to - *from > LEAP).map(|(from, to)| Doubt::Leap { from, to });
    behind.into_iter().chain(leaps).collect()
}

impl Notebook {
    /// The day that lies as long before `now` as `day` does, in time in which this notebook was used.
    ///
    /// `meetings` are the days of its meetings: the last before the log began is the last that is known from then.
    pub fn used_since(
        &self,
        day: NaiveDate,
        now: NaiveDateTime,
        meetings: impl IntoIterator<Item = NaiveDate>,
    ) -> NaiveDate {
        let starts = self.starts();
        let first = starts.first().copied().unwrap_or(now).min(now).date();
        let held = meetings.into_iter().filter(|held| *held <= first).max();
        let known: Vec<NaiveDateTime> =
            held.map(|held| held.and_time(NaiveTime::MIN)).into_iter().chain(starts).collect();
        long_before(&known, now, now.date() - day).date().min(day)
    }

    /// What makes the clock of this computer doubtful.
    pub(super) fn doubts(&self) -> Vec<Doubt> {
        doubts(&self.starts(), moment(self.files.now()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDateTime {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap().and_time(NaiveTime::MIN)
    }

    /// A start each 30 days from one day to another.
    fn used(from: &str, to: &str) -> Vec<NaiveDateTime> {
        let steps = std::iter::successors(Some(day(from)), |at| Some(*at + TimeDelta::days(30)));
        steps.take_while(|at| *at <= day(to)).collect()
    }

    #[test]
    fn no_time_of_a_system_is_a_panic_or_a_year_of_five_digits() {
        let seconds = [
            0,
            1,
            59,
            978_307_200,
            2_147_483_648,
            4_070_908_800,
            253_402_300_799,
            1 << 40,
            1 << 62,
            u64::MAX,
        ];
        for passed in seconds.map(Duration::from_secs) {
            let times =
                [SystemTime::UNIX_EPOCH.checked_add(passed), SystemTime::UNIX_EPOCH.checked_sub(passed)];
            for at in times.into_iter().flatten() {
                let shown = local(moment(at)).format("%Y%m%dT%H%M%S%3f").to_string();
                assert_eq!(shown.len(), 18, "{shown}");
            }
        }
        for extreme in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
            assert_eq!(local(extreme).format("%Y").to_string().len(), 4);
        }
        assert_eq!(
            moment(SystemTime::UNIX_EPOCH - Duration::from_secs(1)),
            day("1970-01-01") - TimeDelta::seconds(1)
        );
    }

    #[test]
    fn only_time_in_which_the_notebook_was_used_has_passed() {
        let two_years = TimeDelta::days(730);
        let back = |starts: &[NaiveDateTime], now: &str| long_before(starts, day(now), two_years);
        assert_eq!(back(&[], "2026-11-27"), day("2024-11-27"), "nothing is known but the clock");
        let steady = used("2020-01-01", "2026-11-01");
        let last = *steady.last().unwrap();
        assert_eq!(back(&steady, "2026-11-27"), last - two_years);
        for leap in ["2027-03-01", "2032-06-01", "2099-01-01", "9999-12-30"] {
            assert_eq!(back(&steady, leap), last - two_years, "a leap to {leap}");
            let after = [steady.clone(), used(leap, leap)].concat();
            let reached = back(&after, leap);
            assert!(leap == "2027-03-01" || reached == last - two_years, "twice {leap}: {reached}");
        }
        // A start in 2001 stands before all others, and years before the first of them did not pass either.
        let set_back = [used("2001-01-01", "2001-01-01"), used("2026-01-01", "2026-11-01")].concat();
        assert!(back(&set_back, "2026-11-27") < day("2001-01-01"));
        assert!(
            back(&steady, "2001-01-01") < day("2000-01-01"),
            "what is later than the clock is not looked at"
        );
        // Two years in use again let go of what is older than those, wherever the clock once was.
        let long_after = [set_back, used("2026-11-01", "2029-01-01")].concat();
        assert!(back(&long_after, "2029-01-02") > day("2026-11-01"));
    }

    #[test]
    fn what_is_doubtful_is_a_clock_behind_what_was_seen_and_a_leap() {
        let steady = used("2026-01-01", "2026-11-20");
        let last = *steady.last().unwrap();
        assert_eq!(doubts(&steady, day("2026-11-27")), []);
        assert_eq!(doubts(&[], day("1969-12-31")), []);
        for leap in ["2032-06-01", "2099-01-01"] {
            assert_eq!(doubts(&steady, day(leap)), [Doubt::Leap { from: last, to: day(leap) }]);
            let after = [steady.clone(), used(leap, leap)].concat();
            let now = day("2026-11-27");
            assert_eq!(
                doubts(&after, now),
                [Doubt::Behind { seen: day(leap), now }, Doubt::Leap { from: last, to: day(leap) }]
            );
        }
        let back = doubts(&steady, day("2001-01-01"));
        assert_eq!(back, [Doubt::Behind { seen: last, now: day("2001-01-01") }]);
    }
}
