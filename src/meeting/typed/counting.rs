//! Counting from the day on which something was typed to the day that it means.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::feasts::{Beside, Feast};
use super::lengths::{days_after, is_named, latest, months, months_after, nearest, span, weeks, years_away};
use super::matching::Slots;
use super::means::{Means, Year};
use super::reading::{Read, Reading, Remark};
use super::vocabulary::{Part, Unit};
use crate::checklist::Looks;

/// Days nearer than this are likely: about a season.
const NEAR: i64 = 92;

/// A day that is to come is no further away than this when its day or its month was typed wrongly by one.
const SLIP: i64 = 31;

/// The most days of a month, and weeks of a year.
pub(super) const MONTH: i32 = 31;
pub(super) const WEEKS: i32 = 53;

/// Days further away than this are not meant where the day looks the other way.
const HALF_A_YEAR: i64 = 183;

/// What was taken in, with the day and the direction from which it is counted.
pub(super) struct Counting {
    pub today: NaiveDate,
    pub looks: Looks,
    pub slots: Slots,
}

pub(super) fn one(day: Option<NaiveDate>) -> Option<Read> {
    day.map(|day| Read::Day(Reading { day, is_whole: true, remark: None }))
}

impl Counting {
    /// What a form means; `None` where it is no day after all.
    pub fn day(&self, means: Means) -> Option<Read> {
        match means {
            Means::Days(days) | Means::AboutDays(days) => one(days_after(self.today, days)),
            Means::EitherDay(first, second) => {
                Some(Read::Which(days_after(self.today, first)?, days_after(self.today, second)?))
            }
            // "Na 17 uur" is a time of the day.
            Means::After if self.slots.unit? == Unit::Hours && self.slots.count? < 24 => None,
            Means::EitherNamed => self.either_named(),
            Means::EitherInWeek(weeks) => self.either_in_week(weeks),
            Means::EitherDated => self.either_dated(),
            Means::NightsAgo => self.nights_ago(),
            Means::NightTo => self.night_to(),
            Means::NightOf => self.night_of(),
            Means::NamedTimes(sign) => self.named_times(sign),
            Means::NightToDated => self.night_to_dated(),
            Means::NamedAfterWeekend => self.after_weekend(),
            Means::NamedFromFeast(beside) => self.named_from_feast(beside),
            Means::NthOfAny => self.nth_of_any(),
            Means::Ahead | Means::After | Means::AheadAbout => one(span(&self.slots, self.today, 1)),
            Means::Ago | Means::AgoAbout => one(span(&self.slots, self.today, -1)),
            Means::WeeksAndDays(sign) => self.sum(7, Unit::Days(1), sign),
            Means::YearsAndMonths(sign) => self.sum(12, Unit::Months(1), sign),
            Means::AheadFrom(days) => one(span(&self.slots, days_after(self.today, days)?, 1)),
            Means::AgoFrom(days) => one(span(&self.slots, days_after(self.today, days)?, -1)),
            // A length alone goes the way in which the question looks.
            Means::Span => match (self.slots.unit?, self.looks) {
                (_, Looks::Either) => None,
                // "20 uur" is a time of the day.
                (Unit::Hours, _) if self.slots.count? < 24 => None,
                (_, Looks::Forward) => one(span(&self.slots, self.today, 1)),
                (_, Looks::Back) => one(span(&self.slots, self.today, -1)),
            },
            Means::NextWorkday => {
                let slots = Slots { count: Some(1), unit: Some(Unit::Workdays), ..self.slots };
                one(span(&slots, self.today, 1))
            }
            Means::Named | Means::NamedAbout => self.named(self.looks),
            Means::NamedAhead => one(self.next(1)),
            Means::NamedAgo => one(self.next(-1)),
            Means::NamedNext => self.same(self.next(1)?, self.in_week(1)?),
            Means::NamedLast => self.same(self.next(-1)?, self.in_week(-1)?),
            Means::NamedBeforeLast => self.same(days_after(self.next(-1)?, -7)?, self.in_week(-2)?),
            Means::NamedAfterNext => self.same(days_after(self.next(1)?, 7)?, self.in_week(2)?),
            Means::NamedThis if self.looks == Looks::Forward => one(self.this_or_next(self.slots.weekday?)),
            Means::NamedThis => one(self.in_week(0)),
            Means::NamedInWeek(weeks) => one(self.in_week(weeks)),
            // At the end of a week, and at its beginning, it may be that week itself.
            Means::NamedInPastWeek => self.this_or(-1, &[Weekday::Sat, Weekday::Sun]),
            Means::NamedInComingWeek => self.this_or(1, &[Weekday::Mon]),
            Means::NamedAfter => match weeks(&self.slots) {
                Some(weeks) => {
                    one(days_after(self.this_or_next(self.slots.weekday?)?, weeks.checked_mul(7)?))
                }
                None => one(nearest(self.slots.weekday?, months(&self.slots, self.today, 1)?)),
            },
            Means::NamedBefore => match weeks(&self.slots) {
                Some(weeks) => {
                    let around =
                        nearest(self.slots.weekday?, days_after(self.today, weeks.checked_mul(-7)?)?)?;
                    // A Friday of less than a week ago is "a week ago" to some, and the one before it to others.
                    let is_last = weeks == 1 && (self.today - around).num_days() < 7;
                    let before =
                        if is_last { days_after(around, -7) } else { self.in_week(weeks.checked_neg()?) };
                    self.same(around, before?)
                }
                None => one(nearest(self.slots.weekday?, months(&self.slots, self.today, -1)?)),
            },
            Means::NamedAfterWeeks(weeks) => {
                one(days_after(self.this_or_next(self.slots.weekday?)?, weeks.checked_mul(7)?))
            }
            Means::BeforeWeekend if self.looks == Looks::Back => one(latest(Weekday::Fri, self.today)),
            Means::BeforeWeekend => one(self.this_or_next(Weekday::Fri)),
            Means::AfterWeekend => {
                let monday = Self { slots: Slots { weekday: Some(Weekday::Mon), ..self.slots }, ..*self };
                monday.named(if self.looks == Looks::Back { Looks::Back } else { Looks::Forward })
            }
            Means::Weekend => self.weekend(),
            Means::ThisWeekend => one(self.left(self.on(Weekday::Sat).in_week(0)?)),
            Means::WeekendAhead => one(self.on(Weekday::Sat).next(1)),
            Means::WeekendNext => {
                let saturday = self.on(Weekday::Sat).this_or_next(Weekday::Sat)?;
                Some(Read::Which(saturday, days_after(saturday, 7)?))
            }
            Means::WeekendAgo => self.weekend_ago(),
            Means::InWeekend(which) => self.in_weekend(which),
            Means::PartOfWeek(0) if self.slots.part? == Part::End => {
                one(self.left(self.on(Weekday::Fri).in_week(0)?))
            }
            Means::PartOfWeek(weeks) => one(self.on(self.slots.part?.weekday()).in_week(weeks)),
            Means::PartOfTheWeek => self.turning(|weeks| self.on(self.slots.part?.weekday()).in_week(weeks)),
            Means::Vague => Some(Read::Vague),
            Means::Between if self.looks == Looks::Either => Some(Read::Vague),
            Means::Between | Means::BetweenAhead | Means::BetweenAgo => {
                let is_back = matches!(means, Means::BetweenAgo)
                    || matches!(means, Means::Between) && self.looks == Looks::Back;
                let sign = if is_back { -1 } else { 1 };
                let low = Slots { count: self.slots.low, ..self.slots };
                let (first, last) = (span(&low, self.today, sign)?, span(&self.slots, self.today, sign)?);
                Some(if first == last {
                    one(Some(first))?
                } else {
                    Read::Which(first.min(last), first.max(last))
                })
            }
            Means::WithinWeek(_) | Means::WithinMonth(_) if self.looks != Looks::Forward => Some(Read::Vague),
            // What is to be done within a week or month is done by its last working day or its end; looking back it is no day.
            Means::WithinWeek(0) => {
                one(self.on(Weekday::Fri).in_week(0).map(|friday| friday.max(self.today)))
            }
            Means::WithinWeek(weeks) => one(self.on(Weekday::Fri).in_week(weeks)),
            Means::WithinMonth(months) => {
                let end = Self { slots: Slots { part: Some(Part::End), ..self.slots }, ..*self };
                one(self.in_month(months, |year, month| end.part_of(year, month)))
            }
            Means::WeekNumber => self.week_number(),
            Means::WeekOfNewYear => self.week_of_new_year(),
            Means::NthOfNewYear => self.nth_of_new_year(),
            Means::NthOfMonth => self.of_month(|year, month| self.nth(year, month)),
            Means::NthOfThisMonth(months) => one(self.in_month(months, |year, month| self.nth(year, month))),
            Means::NthOfTheMonth => {
                self.turning(|months| self.in_month(months, |year, month| self.nth(year, month)))
            }
            Means::DayOfMonth => self.day_of_month(self.looks),
            Means::DayOfMonthAhead => self.day_of_month(Looks::Forward),
            Means::DayOfMonthAgo => self.day_of_month(Looks::Back),
            Means::FromToday => {
                let day = days_after(self.today, self.slots.from_today?)?;
                Some(if is_named(&self.slots, day) { one(Some(day))? } else { Read::OtherWeekday(day) })
            }
            Means::MonthAndNumber => self.month_and_number(),
            Means::DayInMonth(months) => {
                let first = months_after(self.today.with_day(1)?, months)?;
                let (month, year) = (Some(first.month()), Some(Year::Whole(first.year())));
                Self { slots: Slots { month, year, ..self.slots }, ..*self }.dated(self.looks)
            }
            Means::BeforeWeek => match self.on(Weekday::Fri).week_number()? {
                Read::Day(reading) => {
                    Some(Read::Day(Reading { day: days_after(reading.day, -7)?, ..reading }))
                }
                other => Some(other),
            },
            Means::BeforeMonth => {
                self.of_month(|year, month| NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt())
            }
            Means::NthWeekOfMonth => self.of_month(|year, month| self.nth_week(year, month)),
            Means::NthWeekOfThisMonth(months) => {
                one(self.in_month(months, |year, month| self.nth_week(year, month)))
            }
            Means::Feast(beside) => self.feast(|feast, year| feast.beside(beside, year), self.looks),
            Means::NthOfFeast => self.feast(|feast, year| feast.nth(self.slots.nth?, year), self.looks),
            Means::SpanFromFeast(beside) => self.feast(
                |feast, year| {
                    let (from, sign) = match beside {
                        Beside::Before => (feast.first(year)?, -1),
                        Beside::On | Beside::After => (feast.last(year)?, 1),
                    };
                    span(&self.slots, from, sign)
                },
                self.looks,
            ),
            Means::FeastInYear(years) => one(self.slots.feast?.first(self.year_from_now(years)?)),
            Means::FeastAgo => self.feast(Feast::first, Looks::Back).map(Read::sure),
            Means::FeastAhead => self.feast(Feast::first, Looks::Forward).map(Read::sure),
            Means::PartOfMonth => self.of_month(|year, month| self.part_of(year, month)),
            Means::PartOfThisMonth(months) => {
                one(self.in_month(months, |year, month| self.part_of(year, month)))
            }
            Means::PartOfTheMonth => {
                self.turning(|months| self.in_month(months, |year, month| self.part_of(year, month)))
            }
            Means::PartOfTheYear => {
                self.turning(|years| self.part_of_year(self.year_from_now(i32::try_from(years).ok()?)?))
            }
            Means::PartOfThisYear(years) => one(self.part_of_year(self.year_from_now(years)?)),
            Means::PartOfYear => one(self.part_of_year(self.year(self.slots.year?)?)),
            Means::Dated => self.dated(self.looks),
            Means::DatedAhead => self.dated(Looks::Forward).map(Read::sure),
            Means::DatedAgo => self.dated(Looks::Back).map(Read::sure),
            Means::DatedInYear(years) => {
                let year = Some(Year::Whole(self.year_from_now(years)?));
                Self { slots: Slots { year, ..self.slots }, ..*self }.dated(self.looks)
            }
        }
    }

    /// The day of this period, or of the next where a question looks forward and it has been.
    fn turning(&self, of: impl Fn(i64) -> Option<NaiveDate>) -> Option<Read> {
        let day = of(0)?;
        one(if self.looks == Looks::Forward && day < self.today { of(1) } else { Some(day) })
    }

    /// A day of the month that is so many away; a fifth Tuesday may be in none of them.
    fn in_month(&self, months: i64, of: impl Fn(i32, u32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        let first = months_after(self.today.with_day(1)?, months)?;
        of(first.year(), first.month())
    }

    /// The same, with a weekday that was named otherwise.
    pub(super) const fn on(&self, weekday: Weekday) -> Self {
        Self { slots: Slots { weekday: Some(weekday), ..self.slots }, ..*self }
    }

    fn year_from_now(&self, years: i32) -> Option<i32> {
        self.today.year().checked_add(years)
    }

    /// A day of this week, or what is left of it where a question looks forward.
    pub(super) fn left(&self, day: NaiveDate) -> Option<NaiveDate> {
        Some(if self.looks == Looks::Forward { day.max(self.today) } else { day })
    }

    /// The nearest named weekday after today, or before it: on a Friday, "vrijdag" is a week away.
    pub(super) fn next(&self, sign: i64) -> Option<NaiveDate> {
        let (named, now) = (self.slots.weekday?, self.today.weekday());
        let (from, to) = if sign < 0 { (named, now) } else { (now, named) };
        let days = i64::from(from.days_since(Weekday::Mon));
        let days = (i64::from(to.days_since(Weekday::Mon)) + 7 - days) % 7;
        days_after(self.today, sign.checked_mul(if days == 0 { 7 } else { days })?)
    }

    pub(super) fn this_or_next(&self, weekday: Weekday) -> Option<NaiveDate> {
        self.today.checked_add_days(Days::new(u64::from(weekday.days_since(self.today.weekday()))))
    }

    /// The named weekday in the week that is so many from this one; weeks begin on Monday.
    pub(super) fn in_week(&self, weeks: i64) -> Option<NaiveDate> {
        let days = i64::from(self.slots.weekday?.days_since(Weekday::Mon))
            - i64::from(self.today.weekday().days_since(Weekday::Mon));
        days_after(self.today, weeks.checked_mul(7)?.checked_add(days)?)
    }

    /// The named weekday of the week so many from this one, or on one of `days` of this week too, where it lies on that side.
    fn this_or(&self, weeks: i64, days: &[Weekday]) -> Option<Read> {
        let (there, here) = (self.in_week(weeks)?, self.in_week(0)?);
        let is_near = days.contains(&self.today.weekday())
            && if weeks < 0 { here < self.today } else { here > self.today };
        if is_near { self.same(here, there) } else { one(Some(there)) }
    }

    /// One day where two ways of counting agree ("volgende dinsdag").
    pub(super) fn same(&self, nearest: NaiveDate, in_week: NaiveDate) -> Option<Read> {
        if nearest == in_week {
            return one(Some(nearest));
        }
        Some(Read::Which(nearest.min(in_week), nearest.max(in_week)))
    }

    pub(super) fn named(&self, looks: Looks) -> Option<Read> {
        let (back, ahead) = (self.next(-1), self.next(1));
        match (back, ahead) {
            // On a Friday "vrijdag" may be that day too.
            (Some(back), Some(ahead)) if looks == Looks::Either && (ahead - back).num_days() == 14 => {
                Some(Read::Around([back, self.today, ahead]))
            }
            _ => self.choose(back, ahead, looks),
        }
    }

    fn is_near(&self, day: NaiveDate) -> bool {
        (day - self.today).num_days().abs() <= NEAR
    }

    /// The one of two days to which a question looks; of one that looks both ways the only one that is likely.
    pub(super) fn choose(
        &self,
        back: Option<NaiveDate>,
        ahead: Option<NaiveDate>,
        looks: Looks,
    ) -> Option<Read> {
        let is_near = |day| self.is_near(day);
        match (looks, back, ahead) {
            // Where one is asked what has been, it is the last one that was.
            (Looks::Back, ..) => one(Some(back?)),
            (Looks::Forward, ..) => {
                let day = ahead?;
                let is_nearer =
                    |other: &NaiveDate| is_near(*other) && !is_near(day) && other.year() != day.year();
                let remark = back.filter(is_nearer).map(|other| Remark::NearerIn(other.year()));
                Some(Read::Day(Reading { day, is_whole: true, remark }))
            }
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
    pub(super) fn around(
        &self,
        of_year: impl Fn(i32) -> Option<NaiveDate>,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
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

    pub(super) fn week_number(&self) -> Option<Read> {
        let week = self.slots.count?;
        // What is to be done in a week is done by its last working day, as with "volgende week".
        let whole = if self.looks == Looks::Forward { Weekday::Fri } else { Weekday::Mon };
        let weekday = self.slots.weekday.or(self.slots.part.map(Part::weekday)).unwrap_or(whole);
        let of_week = |year| NaiveDate::from_isoywd_opt(year, week, weekday);
        if let Some(year) = self.slots.year {
            return self.in_named_year(year, WEEKS).map_or(Some(Read::Vague), |year| one(of_week(year)));
        }
        // The first week of a year may begin in the year before.
        let (back, _) = self.around(|year| {
            of_week(year.checked_add(1)?).filter(|day| *day <= self.today).or_else(|| of_week(year))
        });
        // The last one of a year may end in the next.
        let (_, ahead) = self.around(|year| {
            of_week(year.checked_sub(1)?).filter(|day| *day >= self.today).or_else(|| of_week(year))
        });
        if back.is_none() && ahead.is_none() {
            return Some(Read::Impossible);
        }
        let read = self.choose(back, ahead, self.looks)?;
        // Most years have no week 53: the next one may be years away.
        let Read::Day(Reading { day, remark: None, .. }) = read else { return Some(read) };
        Some(Read::Day(Reading { day, is_whole: true, remark: years_away(day, self.today).map(Remark::Far) }))
    }

    fn part_of(&self, year: i32, month: u32) -> Option<NaiveDate> {
        self.slots.part.unwrap_or(Part::End).of_month(year, month)
    }

    fn part_of_year(&self, year: i32) -> Option<NaiveDate> {
        self.slots.part.unwrap_or(Part::End).of_year(year)
    }

    /// A day of a named month, with or without a year.
    fn of_month(&self, of: impl Fn(i32, u32) -> Option<NaiveDate>) -> Option<Read> {
        let month = self.slots.month?;
        if let Some(year) = self.slots.year {
            return self.in_named_year(year, MONTH).map_or(Some(Read::Vague), |year| one(of(year, month)));
        }
        let (back, ahead) = self.around(|year| of(year, month));
        self.choose(back, ahead, self.looks)
    }

    /// The first, second or last of a weekday in a month.
    pub(super) fn nth(&self, year: i32, month: u32) -> Option<NaiveDate> {
        let (weekday, nth) = (self.slots.weekday?, self.slots.nth?);
        match u8::try_from(nth) {
            Ok(nth) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth),
            Err(_) => {
                let last = NaiveDate::from_ymd_opt(year, month, 1)?
                    .checked_add_months(Months::new(1))?
                    .pred_opt()?;
                days_after(last, -i64::from(last.weekday().days_since(weekday)))
            }
        }
    }

    /// A day of a month that was not named: the last one that has been, or the first to come.
    pub(super) fn day_of_month(&self, looks: Looks) -> Option<Read> {
        let of = |months: i64| months_after(self.today.with_day(1)?, months)?.with_day(self.slots.day?);
        let back = (0..12).filter_map(|months: i64| of(-months)).find(|day| *day <= self.today);
        let ahead = (0..12).filter_map(of).find(|day| *day >= self.today);
        let fits = |day: &NaiveDate| self.slots.weekday.is_none_or(|named| named == day.weekday());
        let meant = match looks {
            Looks::Back => back,
            Looks::Forward => ahead,
            Looks::Either => {
                let (back, ahead) = (back.filter(fits), ahead.filter(fits));
                if let (Some(back), Some(ahead)) = (back, ahead)
                    && back != ahead
                {
                    return Some(Read::Which(back, ahead));
                }
                back.or(ahead)
            }
        };
        match meant.or(ahead).or(back) {
            None => Some(Read::Impossible),
            Some(day) if !fits(&day) => Some(Read::OtherWeekday(day)),
            day => one(day),
        }
    }

    pub(super) fn year(&self, year: Year) -> Option<i32> {
        year.meant(self.today.year(), self.looks)
    }

    /// A day that is on no calendar, and may be one with its month first, as in American English.
    fn impossible(&self) -> Option<Read> {
        const LEAP_YEAR: i32 = 2000;
        let (day, month) = (self.slots.month?, self.slots.day?);
        let other = NaiveDate::from_ymd_opt(LEAP_YEAR, month, day);
        Some(other.map_or(Read::Impossible, |_| Read::MonthFirst { day, month }))
    }

    /// A day and a month, with or without a year and a weekday.
    pub(super) fn dated(&self, looks: Looks) -> Option<Read> {
        let (day, month) = (self.slots.day?, self.slots.month?);
        let of_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        let fits = |date: &NaiveDate| self.slots.weekday.is_none_or(|named| named == date.weekday());
        if let Some(year) = self.slots.year {
            let year = self.year(year)?;
            return Some(match of_year(year) {
                None => self.impossible()?,
                Some(date) if !fits(&date) => Read::OtherWeekday(date),
                Some(date) => one(Some(date))?,
            });
        }
        let (back, ahead) = self.around(of_year);
        if back.is_none() && ahead.is_none() {
            return self.impossible();
        }
        if self.slots.weekday.is_none() {
            // A day or a month typed wrongly by one makes of what was a year ago.
            let is_likely =
                |day: &NaiveDate| day.year() == self.today.year() && (*day - self.today).num_days() <= SLIP;
            let nearer =
                ahead.filter(|_| looks == Looks::Back && !back.is_some_and(|back| self.is_near(back)));
            return match (self.choose(back, ahead, looks)?, nearer.filter(is_likely)) {
                (Read::Day(reading), Some(other)) => {
                    Some(Read::Day(Reading { remark: Some(Remark::NearerIn(other.year())), ..reading }))
                }
                (read, _) => Some(read),
            };
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
