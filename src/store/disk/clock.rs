//! The clock of the computer, which may say anything: moments that no year can break, and days of any year.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime, Utc};

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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDateTime {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap().and_time(NaiveTime::MIN)
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
            day("1970-01-01") - chrono::TimeDelta::seconds(1)
        );
    }
}
