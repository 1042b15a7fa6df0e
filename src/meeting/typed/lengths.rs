//! Counting a length of time from a day.

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};

use super::matching::Slots;
use super::means::Year;
use super::vocabulary::Unit;

/// The hours of a day.
const HOURS: u32 = 24;

/// Whether a length of time in hours is more than its whole days.
pub(super) fn has_hours(slots: &Slots) -> bool {
    slots.unit == Some(Unit::Hours) && slots.count.is_some_and(|hours| !hours.is_multiple_of(HOURS))
}

pub(super) fn days_after(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

pub(super) fn months_after(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
}

/// The day of a weekday that is nearest to `day`.
pub(super) fn nearest(weekday: Weekday, day: NaiveDate) -> Option<NaiveDate> {
    let ahead = i64::from(weekday.days_since(day.weekday()));
    days_after(day, if ahead > 3 { ahead - 7 } else { ahead })
}

/// The last day of a weekday until `day`.
pub(super) fn latest(weekday: Weekday, day: NaiveDate) -> Option<NaiveDate> {
    days_after(day, -i64::from(day.weekday().days_since(weekday)))
}

/// Whether a day has the weekday, the day of the month, the month and the year that were named.
pub(super) fn is_named(slots: &Slots, day: NaiveDate) -> bool {
    let year = match slots.year {
        Some(Year::Whole(year)) => year == day.year(),
        Some(Year::Short(year)) => year == day.year().rem_euclid(100),
        None => true,
    };
    year && slots.weekday.is_none_or(|named| named == day.weekday())
        && slots.day.is_none_or(|named| named == day.day())
        && slots.month.is_none_or(|named| named == day.month())
}

/// The length of time in whole weeks.
pub(super) fn weeks(slots: &Slots) -> Option<i64> {
    let count = i64::from(slots.count?);
    match slots.unit? {
        _ if slots.half => None,
        Unit::Days(7) => Some(count),
        Unit::Days(days) => {
            let days = match count.checked_mul(i64::from(days))? {
                // Eight days are a week in Dutch, as both its ends are counted, and fifteen are two.
                8 => 7,
                15 => 14,
                days => days,
            };
            (days % 7 == 0).then_some(days / 7)
        }
        _ => None,
    }
}

/// The day that is a length of time in months away.
pub(super) fn months(slots: &Slots, today: NaiveDate, sign: i64) -> Option<NaiveDate> {
    if matches!(slots.unit?, Unit::Months(_)) { span(slots, today, sign) } else { None }
}

/// A number of days, weeks, months or years away.
pub(super) fn span(slots: &Slots, today: NaiveDate, sign: i64) -> Option<NaiveDate> {
    let (count, half) = (slots.count?, slots.half);
    let days = |days: u32| days_after(today, sign.checked_mul(i64::from(days))?);
    // The time of day is not known: no deadline is put later than it is, and the words stay beside it.
    let hours = |hours: u32| days(hours / HOURS);
    match slots.unit? {
        Unit::Hours => hours(count),
        Unit::Days(1) if half => hours(count.checked_mul(24)?.checked_add(12)?),
        Unit::Days(length) => {
            days(count.checked_mul(length)?.checked_add(if half { length / 2 } else { 0 })?)
        }
        Unit::Workdays if half => None,
        Unit::Workdays => {
            let is_off = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            let mut day = today;
            for _ in 0..count {
                day = days_after(day, sign)?;
                while is_off(&day) {
                    day = days_after(day, sign)?;
                }
            }
            Some(day)
        }
        Unit::Months(length) => {
            let more = if half { length / 2 } else { 0 };
            let months = count.checked_mul(length)?.checked_add(more)?;
            let day = months_after(today, sign.checked_mul(i64::from(months))?)?;
            // Half a month is fifteen days, and a quarter has one and a half.
            if half && length % 2 == 1 { days_after(day, sign.checked_mul(15)?) } else { Some(day) }
        }
    }
}

/// How many whole years a day lies ahead, or below zero back; none within a year and a month.
pub(super) fn years_away(day: NaiveDate, today: NaiveDate) -> Option<i32> {
    const A_YEAR: i64 = 397;
    let days = (day - today).num_days();
    let years = if days > 0 { day.years_since(today) } else { today.years_since(day) };
    let years = i32::try_from(years?).ok().filter(|_| days.abs() > A_YEAR)?;
    Some(if days > 0 { years } else { -years })
}
