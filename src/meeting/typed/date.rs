//! The day that people mean: the table of forms is matched, and what fits is counted from the day it was typed.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::YEARS;
use super::forms::{Means, Part, Unit};
use super::matching::{Slots, Year, understood};
use super::tokens::tokens;
use crate::checklist::Looks;

/// Days nearer than this are likely: about a season.
const NEAR: i64 = 92;

/// Days further away than this are not meant where the day looks the other way.
const HALF_A_YEAR: i64 = 183;

/// What a text says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// Nothing that is one day.
    Nothing,
    /// A day that is on no calendar.
    Impossible,
    /// A day of the month with a weekday that it is not.
    OtherWeekday(NaiveDate),
    /// One of two days that are both likely.
    Which(NaiveDate, NaiveDate),
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

/// Why somebody may have meant another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// The same day in another year is much nearer.
    NearerIn(i32),
    /// The question looks back, and the day is to come.
    ToCome,
    /// The question looks forward, and the day has been.
    Been,
}

/// The day that `text` means when it is typed on `today` in answer to a question that `looks` back or forward.
pub fn date(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    match read(text, today, looks) {
        Read::Day(reading) => Some(reading.day),
        _ => None,
    }
}

/// The same, where the day in numbers says all that was typed.
pub fn whole_date(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    match read(text, today, looks) {
        Read::Day(reading) if reading.is_whole => Some(reading.day),
        _ => None,
    }
}

/// What `text` says of a day when it is typed on `today` in answer to a question that `looks` back or forward.
pub fn read(text: &str, today: NaiveDate, looks: Looks) -> Read {
    let Some(tokens) = tokens(text) else { return Read::Nothing };
    let Some((means, slots, has_time)) = understood(&tokens) else { return Read::Nothing };
    let counting = Counting { today, looks, slots };
    let read = counting.day(means).unwrap_or(Read::Nothing);
    match read {
        Read::Day(reading) if !YEARS.contains(&reading.day.year()) => Read::Nothing,
        Read::Day(reading) => {
            let against = match looks {
                Looks::Back if reading.day > today => Some(Remark::ToCome),
                Looks::Forward if reading.day < today => Some(Remark::Been),
                _ => None,
            };
            Read::Day(Reading {
                is_whole: means.is_whole() && !has_time,
                remark: reading.remark.or(against),
                ..reading
            })
        }
        other => other,
    }
}

/// What was taken in, with the day and the direction from which it is counted.
struct Counting {
    today: NaiveDate,
    looks: Looks,
    slots: Slots,
}

fn one(day: Option<NaiveDate>) -> Option<Read> {
    day.map(|day| Read::Day(Reading { day, is_whole: true, remark: None }))
}

fn days_after(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

fn months_after(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
}

impl Counting {
    fn day(&self, means: Means) -> Option<Read> {
        match means {
            Means::Days(days) => one(days_after(self.today, days)),
            Means::Months(months) => one(months_after(self.today, months)),
            Means::Ahead | Means::AheadAbout => one(self.span(1)),
            Means::Ago | Means::AgoAbout => one(self.span(-1)),
            Means::Named => self.named(self.looks),
            Means::NamedAhead => one(self.next(1)),
            Means::NamedAgo => one(self.next(-1)),
            Means::NamedNext => self.same(self.next(1)?, self.in_week(1)?),
            Means::NamedLast => self.same(self.next(-1)?, self.in_week(-1)?),
            Means::NamedInWeek(weeks) => one(self.in_week(weeks)),
            Means::NamedAfter => match self.slots.unit? {
                Unit::Days(7) => {
                    let weeks = i64::from(self.slots.count?);
                    one(days_after(self.this_or_next(self.slots.weekday?)?, weeks.checked_mul(7)?))
                }
                _ => None,
            },
            Means::NamedAfterWeek => one(days_after(self.this_or_next(self.slots.weekday?)?, 7)),
            Means::BeforeWeekend => one(self.this_or_next(Weekday::Fri)),
            Means::AfterWeekend => {
                let monday = Self { slots: Slots { weekday: Some(Weekday::Mon), ..self.slots }, ..*self };
                monday.named(if self.looks == Looks::Back { Looks::Back } else { Looks::Forward })
            }
            Means::WeekNumber => self.week_number(),
            Means::PartOfMonth => self.part_of_month(),
            Means::PartOfThisMonth(months) => {
                let first = months_after(self.today.with_day(1)?, months)?;
                one(self.part_of(first.year(), first.month()))
            }
            Means::PartOfThisYear => {
                let (month, day) = match self.slots.part? {
                    Part::Begin => (1, 1),
                    Part::Half => (7, 1),
                    Part::End => (12, 31),
                };
                one(NaiveDate::from_ymd_opt(self.today.year(), month, day))
            }
            Means::Dated => self.dated(self.looks),
            Means::DatedAhead => self.dated(Looks::Forward),
            Means::DatedAgo => self.dated(Looks::Back),
        }
    }

    /// A number of days, weeks, months or years away.
    fn span(&self, sign: i64) -> Option<NaiveDate> {
        let count = self.slots.count?;
        match self.slots.unit? {
            Unit::Hours => days_after(self.today, sign.checked_mul(i64::from(count.div_ceil(24)))?),
            Unit::Days(days) => {
                days_after(self.today, sign.checked_mul(i64::from(count.checked_mul(days)?))?)
            }
            Unit::Months(months) => {
                months_after(self.today, sign.checked_mul(i64::from(count.checked_mul(months)?))?)
            }
        }
    }

    /// The nearest named weekday after today, or before it: on a Friday, "vrijdag" is a week away.
    fn next(&self, sign: i64) -> Option<NaiveDate> {
        let (named, now) = (self.slots.weekday?, self.today.weekday());
        let (from, to) = if sign < 0 { (named, now) } else { (now, named) };
        let days = i64::from(from.days_since(Weekday::Mon));
        let days = (i64::from(to.days_since(Weekday::Mon)) + 7 - days) % 7;
        days_after(self.today, sign.checked_mul(if days == 0 { 7 } else { days })?)
    }

    fn this_or_next(&self, weekday: Weekday) -> Option<NaiveDate> {
        self.today.checked_add_days(Days::new(u64::from(weekday.days_since(self.today.weekday()))))
    }

    /// The named weekday in the week that is so many from this one; weeks begin on Monday.
    fn in_week(&self, weeks: i64) -> Option<NaiveDate> {
        let days = i64::from(self.slots.weekday?.days_since(Weekday::Mon))
            - i64::from(self.today.weekday().days_since(Weekday::Mon));
        days_after(self.today, weeks.checked_mul(7)?.checked_add(days)?)
    }

    /// One day where two ways of counting agree ("volgende dinsdag").
    fn same(&self, nearest: NaiveDate, in_week: NaiveDate) -> Option<Read> {
        if nearest == in_week {
            return one(Some(nearest));
        }
        Some(Read::Which(nearest.min(in_week), nearest.max(in_week)))
    }

    fn named(&self, looks: Looks) -> Option<Read> {
        self.choose(self.next(-1), self.next(1), looks)
    }

    /// The one of two days to which a question looks; of one that looks both ways the only one that is likely.
    fn choose(&self, back: Option<NaiveDate>, ahead: Option<NaiveDate>, looks: Looks) -> Option<Read> {
        let is_near = |day: NaiveDate| (day - self.today).num_days().abs() <= NEAR;
        let take = |first: Option<NaiveDate>, other: Option<NaiveDate>| {
            let day = first?;
            let nearer = other.filter(|other| is_near(*other) && !is_near(day) && other.year() != day.year());
            let remark = nearer.map(|other| Remark::NearerIn(other.year()));
            Some(Read::Day(Reading { day, is_whole: true, remark }))
        };
        match (looks, back, ahead) {
            (Looks::Back, ..) => take(back, ahead),
            (Looks::Forward, ..) => take(ahead, back),
            (Looks::Either, Some(back), Some(ahead)) if back != ahead => {
                match (is_near(back), is_near(ahead)) {
                    (true, false) => one(Some(back)),
                    (false, true) => one(Some(ahead)),
                    _ => Some(Read::Which(back, ahead)),
                }
            }
            (Looks::Either, ..) => one(back.or(ahead)),
        }
    }

    /// The latest day until today and the first from today that `of_year` has; 29 February may be years away.
    fn around(&self, of_year: impl Fn(i32) -> Option<NaiveDate>) -> (Option<NaiveDate>, Option<NaiveDate>) {
        const YEARS_AWAY: i32 = 8;
        let year = self.today.year();
        let mut back = (0..=YEARS_AWAY).filter_map(|years| of_year(year.checked_sub(years)?));
        let mut ahead = (0..=YEARS_AWAY).filter_map(|years| of_year(year.checked_add(years)?));
        (back.find(|day| *day <= self.today), ahead.find(|day| *day >= self.today))
    }

    /// The day to which a question looks, whatever weekday was named; of one that looks both ways the nearest.
    fn meant(&self, of_year: impl Fn(i32) -> Option<NaiveDate>, looks: Looks) -> Option<NaiveDate> {
        let (back, ahead) = self.around(of_year);
        match looks {
            Looks::Back => back.or(ahead),
            Looks::Forward => ahead.or(back),
            Looks::Either => [back, ahead].into_iter().flatten().min_by_key(|day| (*day - self.today).abs()),
        }
    }

    fn week_number(&self) -> Option<Read> {
        let week = self.slots.count?;
        let monday = |year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon);
        if let Some(year) = self.slots.year {
            return one(monday(self.year(year)?));
        }
        // The first week of a year may begin in the year before.
        let (back, _) = self.around(|year| {
            monday(year.checked_add(1)?).filter(|day| *day <= self.today).or_else(|| monday(year))
        });
        let (_, ahead) = self.around(monday);
        if back.is_none() && ahead.is_none() {
            return Some(Read::Impossible);
        }
        self.choose(back, ahead, self.looks)
    }

    fn part_of(&self, year: i32, month: u32) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        match self.slots.part? {
            Part::Begin => Some(first),
            Part::Half => first.with_day(15),
            Part::End => first.checked_add_months(Months::new(1))?.pred_opt(),
        }
    }

    fn part_of_month(&self) -> Option<Read> {
        let month = self.slots.month?;
        if let Some(year) = self.slots.year {
            return one(self.part_of(self.year(year)?, month));
        }
        let (back, ahead) = self.around(|year| self.part_of(year, month));
        self.choose(back, ahead, self.looks)
    }

    /// A year in four digits, or in two where they can only mean one near today.
    fn year(&self, year: Year) -> Option<i32> {
        const NEAR_YEARS: u32 = 20;
        match year {
            Year::Whole(year) => Some(year),
            Year::Short(number) => {
                let today = self.today.year();
                let year = today.div_euclid(100).checked_mul(100)?.checked_add(number)?;
                (year.abs_diff(today) <= NEAR_YEARS).then_some(year)
            }
        }
    }

    /// A day and a month, with or without a year and a weekday.
    fn dated(&self, looks: Looks) -> Option<Read> {
        let (day, month) = (self.slots.day?, self.slots.month?);
        let of_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        let fits = |date: &NaiveDate| self.slots.weekday.is_none_or(|named| named == date.weekday());
        if let Some(year) = self.slots.year {
            let year = self.year(year)?;
            return Some(match of_year(year) {
                None => Read::Impossible,
                Some(date) if !fits(&date) => Read::OtherWeekday(date),
                Some(date) => one(Some(date))?,
            });
        }
        let (back, ahead) = self.around(of_year);
        if back.is_none() && ahead.is_none() {
            return Some(Read::Impossible);
        }
        if self.slots.weekday.is_none() {
            return self.choose(back, ahead, looks);
        }
        // A weekday says which year is meant.
        let (back, ahead) = (back.filter(fits), ahead.filter(fits));
        match (looks, back, ahead) {
            (_, None, None) => Some(Read::OtherWeekday(self.meant(of_year, looks)?)),
            (_, Some(_), Some(_)) => self.choose(back, ahead, looks),
            // A weekday alone turns no day over by a year: then it is the weekday that is wrong.
            (Looks::Forward | Looks::Either, Some(only), None)
            | (Looks::Back | Looks::Either, None, Some(only))
                if (only - self.today).num_days().abs() > HALF_A_YEAR =>
            {
                Some(Read::OtherWeekday(self.meant(of_year, looks).unwrap_or(only)))
            }
            (_, only, None) | (_, None, only) => one(only),
        }
    }
}
