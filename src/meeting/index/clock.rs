//! Whether the clock of a computer is to be doubted, by when something was recorded in the meetings of a notebook.

use chrono::{NaiveDateTime, TimeDelta};

/// What the clock of another computer may be ahead.
const AHEAD: TimeDelta = TimeDelta::days(1);

/// So long a time without anything recorded may be a leap of the clock.
const LEAP: TimeDelta = TimeDelta::days(183);

/// Why a clock is doubted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockDoubt {
    /// Something was recorded later than the clock says that it is now: at this moment.
    Behind(NaiveDateTime),
    /// So long after the last record, of this moment, that the clock may have leapt.
    Ahead(NaiveDateTime),
}

/// What makes the clock that says `now` doubtful, by when the meetings were recorded: it is behind that, or so far ahead that it may
/// have leapt. One day on which a clock was wrong makes no other clock wrong.
pub fn clock_doubt(recorded: &[NaiveDateTime], now: NaiveDateTime) -> Option<ClockDoubt> {
    let later = || recorded.iter().copied().filter(|at| *at - now > AHEAD);
    let is_near = recorded.iter().any(|at| *at <= now && now - *at <= LEAP);
    let first = later().map(|at| at.date()).next();
    let is_leap = later().all(|at| Some(at.date()) == first && at - now > LEAP);
    if let Some(seen) = later().max().filter(|_| !(is_near && is_leap)) {
        return Some(ClockDoubt::Behind(seen));
    }
    let last = recorded.iter().copied().filter(|at| *at <= now).max()?;
    (now - last > LEAP && !is_near).then_some(ClockDoubt::Ahead(last))
}

impl ClockDoubt {
    /// Whether somebody said to have seen it: `starts` are those of which the clock was called right.
    pub fn is_seen(self, starts: &[NaiveDateTime]) -> bool {
        match self {
            Self::Behind(at) => starts.iter().any(|start| start.date() == at.date()),
            Self::Ahead(last) => starts.iter().any(|start| start.date() >= last.date()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str) -> NaiveDateTime {
        format!("{day}T10:00:00").parse().unwrap()
    }

    /// When something was recorded, what the clock says, why it is doubted, and the starts by which somebody said to have seen that.
    #[test]
    fn a_clock_is_doubted_until_somebody_saw_it() {
        let behind = |day| Some(ClockDoubt::Behind(at(day)));
        let ahead = |day| Some(ClockDoubt::Ahead(at(day)));
        for (recorded, now, doubt, seen, other) in [
            (&["2026-11-27"][..], "2000-01-01", behind("2026-11-27"), "2026-11-27", "2026-10-01"),
            (
                &["2026-11-20", "2032-06-01", "2032-06-02"],
                "2026-11-27",
                behind("2032-06-02"),
                "2032-06-02",
                "2031-01-01",
            ),
            (&["2026-01-10"], "2026-11-27", ahead("2026-01-10"), "2026-11-27", "2025-12-01"),
            (&["2026-01-10"], "2099-01-01", ahead("2026-01-10"), "2026-01-10", "2025-12-01"),
            (&["2026-11-20", "2032-06-01"], "2026-11-27", None, "2026-11-27", "2026-11-27"),
            (&["2026-11-20"], "2026-11-27", None, "2026-11-27", "2026-11-27"),
            (&[], "1969-12-31", None, "2026-11-27", "2026-11-27"),
        ] {
            let recorded: Vec<NaiveDateTime> = recorded.iter().map(|day| at(day)).collect();
            let found = clock_doubt(&recorded, at(now));
            assert_eq!(found, doubt, "{recorded:?} {now}");
            let Some(doubt) = found else { continue };
            assert!(doubt.is_seen(&[at("2001-01-01"), at(seen)]), "{recorded:?} {now}");
            assert!(!doubt.is_seen(&[at(other)]) && !doubt.is_seen(&[]), "{recorded:?} {now}");
        }
    }
}
