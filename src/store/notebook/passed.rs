//! Time that was seen to pass: by starts of the program, because the clock may have leapt.

use chrono::{NaiveDateTime, TimeDelta};

/// The most days without a start that count as time that passed; more may be a leap of the clock.
const LEAP: TimeDelta = TimeDelta::days(183);

/// The most that the clock of another computer may be ahead.
pub(super) const AHEAD: TimeDelta = TimeDelta::days(1);

/// Whether the clock goes on from what was seen, so that what is later than it is of a clock that leapt: there was a start not long
/// ago, and starts later than now were on no more than one day.
pub(super) fn goes_on(starts: &[NaiveDateTime], now: NaiveDateTime) -> bool {
    let is_near = starts.iter().any(|at| *at <= now && now - *at <= LEAP);
    let mut later = starts.iter().filter(|at| **at - now > AHEAD).map(NaiveDateTime::date);
    let first = later.next();
    is_near && later.all(|day| Some(day) == first)
}

/// The moment that lies `long` before `now` in time that was seen to pass: by starts of the program, the oldest first.
///
/// The clock may have leapt, so the time after the last start counts for nothing, and neither does a long time without any.
/// Before the first start only the calendar is known.
pub(in crate::store) fn long_before(
    starts: &[NaiveDateTime],
    now: NaiveDateTime,
    long: TimeDelta,
) -> NaiveDateTime {
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

/// What is doubtful, by starts of the program, the oldest first, without those that somebody said to have seen.
pub(super) fn doubts(starts: &[NaiveDateTime], seen: &[NaiveDateTime], now: NaiveDateTime) -> Vec<Doubt> {
    // A start that is known to be of a wrong clock hides no other one.
    let starts: Vec<NaiveDateTime> =
        starts.iter().copied().filter(|at| *at <= now || !seen.contains(at)).collect();
    let behind = starts.last().filter(|seen| **seen - now > AHEAD);
    let behind = behind.map(|seen| Doubt::Behind { seen: *seen, now });
    let until = starts.iter().copied().chain([now].into_iter().filter(|_| behind.is_none()));
    let pairs = starts.iter().copied().zip(until.skip(1));
    let pairs = pairs.filter(|(from, to)| !seen.contains(from) && !seen.contains(to));
    let leaps = pairs.filter(|(from, to)| *to - *from > LEAP).map(|(from, to)| Doubt::Leap { from, to });
    behind.into_iter().chain(leaps).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

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
    fn one_leap_ahead_is_told_from_a_clock_that_was_put_back() {
        let steady = used("2026-01-01", "2026-11-20");
        for leap in ["2027-01-15", "2032-06-01", "2099-01-01"] {
            let after = [steady.clone(), used(leap, leap)].concat();
            assert!(goes_on(&after, day("2026-11-27")), "{leap}");
        }
        assert!(goes_on(&steady, day("2026-11-27")));
        for back in ["1970-01-01", "2001-01-01", "2026-05-02"] {
            assert!(!goes_on(&steady, day(back)), "{back}");
        }
        assert!(!goes_on(&[], day("2026-11-27")), "nothing was seen");
    }

    #[test]
    fn what_is_doubtful_is_a_clock_behind_what_was_seen_and_a_leap() {
        let steady = used("2026-01-01", "2026-11-20");
        let last = *steady.last().unwrap();
        assert_eq!(doubts(&steady, &[], day("2026-11-27")), []);
        assert_eq!(doubts(&[], &[], day("1969-12-31")), []);
        for leap in ["2032-06-01", "2099-01-01"] {
            assert_eq!(doubts(&steady, &[], day(leap)), [Doubt::Leap { from: last, to: day(leap) }]);
            let after = [steady.clone(), used(leap, leap)].concat();
            let now = day("2026-11-27");
            assert_eq!(
                doubts(&after, &[], now),
                [Doubt::Behind { seen: day(leap), now }, Doubt::Leap { from: last, to: day(leap) }]
            );
        }
        // Seen once, and not told again, wherever the program is started next; a new one is.
        let leap = day("2099-01-01");
        let after = [steady.clone(), used("2026-11-28", "2026-11-28"), vec![leap]].concat();
        assert_eq!(doubts(&after, &[leap], day("2026-11-29")), []);
        let set_back = day("2001-01-01");
        assert_eq!(
            doubts(&after, &[leap], set_back),
            [Doubt::Behind { seen: day("2026-11-28"), now: set_back }],
            "another fault of the clock is told all the same"
        );
        assert_eq!(
            doubts(&steady, &[last], day("2032-06-01")),
            [],
            "a long time without work, of which only its begin is known"
        );
        let later = [steady.clone(), used("2032-06-01", "2032-06-01")].concat();
        assert_eq!(doubts(&later, &[last], day("2032-06-02")), []);
        let again = doubts(&later, &[last], day("2033-06-02"));
        assert_eq!(again, [Doubt::Leap { from: day("2032-06-01"), to: day("2033-06-02") }]);
        let back = doubts(&steady, &[], day("2001-01-01"));
        assert_eq!(back, [Doubt::Behind { seen: last, now: day("2001-01-01") }]);
    }
}
