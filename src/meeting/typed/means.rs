//! How the day of a form is counted.

use super::feasts::Beside;
use crate::checklist::Looks;

/// How a form is counted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Means {
    Days(i64),
    AboutDays(i64),
    EitherDay(i64, i64),
    /// One of two weekdays.
    EitherNamed,
    /// The same in the week that is so many away.
    EitherInWeek(i64),
    /// One of two days of a month.
    EitherDated,
    NightsAgo,
    /// The night between two weekdays.
    NightTo,
    /// The night of one day.
    NightOf,
    /// So many of a weekday on, or back.
    NamedTimes(i64),
    /// The same with the day of the second.
    NightToDated,
    NamedAfterWeekend,
    NamedAbout,
    NamedFromFeast(Beside),
    NthOfAny,
    Ahead,
    After,
    Ago,
    /// So many weeks and days on, or back.
    WeeksAndDays(i64),
    YearsAndMonths(i64),
    AheadFrom(i64),
    AgoFrom(i64),
    Span,
    Between,
    BetweenAhead,
    BetweenAgo,
    Vague,
    NextWorkday,
    AheadAbout,
    AgoAbout,
    Named,
    NamedAhead,
    NamedAgo,
    NamedNext,
    NamedLast,
    NamedBeforeLast,
    NamedAfterNext,
    NamedThis,
    NamedInWeek(i64),
    NamedInPastWeek,
    NamedInComingWeek,
    NamedAfter,
    NamedAfterWeeks(i64),
    NamedBefore,
    BeforeWeekend,
    AfterWeekend,
    Weekend,
    ThisWeekend,
    WeekendAhead,
    WeekendNext,
    WeekendAgo,
    /// Its Saturday or Sunday: of the last one, this one, the next one, or the one behind that.
    InWeekend(i64),
    PartOfWeek(i64),
    PartOfTheWeek,
    WithinWeek(i64),
    WithinMonth(i64),
    WeekNumber,
    NthOfMonth,
    NthOfThisMonth(i64),
    NthOfTheMonth,
    PartOfMonth,
    PartOfThisMonth(i64),
    PartOfTheMonth,
    PartOfThisYear(i32),
    PartOfTheYear,
    PartOfYear,
    BeforeWeek,
    BeforeMonth,
    NthWeekOfMonth,
    NthWeekOfThisMonth(i64),
    WeekOfNewYear,
    NthOfNewYear,
    Feast(Beside),
    NthOfFeast,
    SpanFromFeast(Beside),
    FeastInYear(i32),
    FeastAgo,
    FeastAhead,
    DayInMonth(i64),
    DayOfMonth,
    DayOfMonthAhead,
    DayOfMonthAgo,
    FromToday,
    MonthAndNumber,
    Dated,
    DatedAhead,
    DatedAgo,
    DatedInYear(i32),
}

impl Means {
    /// Whether the day in numbers says all of it.
    pub(super) const fn is_whole(self) -> bool {
        !matches!(
            self,
            Self::AheadAbout
                | Self::AgoAbout
                | Self::AboutDays(_)
                | Self::Weekend
                | Self::ThisWeekend
                | Self::WeekendAhead
                | Self::WeekendNext
                | Self::WeekendAgo
                | Self::PartOfWeek(_)
                | Self::PartOfTheWeek
                | Self::WithinWeek(_)
                | Self::WithinMonth(_)
                | Self::PartOfYear
                | Self::BeforeWeek
                | Self::BeforeMonth
                | Self::NthWeekOfMonth
                | Self::NthWeekOfThisMonth(_)
                | Self::WeekOfNewYear
                | Self::Feast(_)
                | Self::NthOfFeast
                | Self::SpanFromFeast(_)
                | Self::FeastInYear(_)
                | Self::FeastAgo
                | Self::FeastAhead
                | Self::NamedFromFeast(_)
                | Self::NamedAfterWeekend
                | Self::NamedAbout
                | Self::NamedTimes(_)
                | Self::BeforeWeekend
                | Self::AfterWeekend
                | Self::WeekNumber
                | Self::PartOfMonth
                | Self::PartOfThisMonth(_)
                | Self::PartOfTheMonth
                | Self::PartOfThisYear(_)
                | Self::PartOfTheYear
        )
    }
}

/// A form in which people name a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) pattern: &'static str,
    pub(super) means: Means,
    /// Examples, in Dutch and in English.
    pub(super) examples: &'static [&'static str],
}

/// A form with its examples.
pub(super) const fn form(pattern: &'static str, means: Means, examples: &'static [&'static str]) -> Form {
    Form { pattern, means, examples }
}

/// A year in four digits or in two.
#[derive(Debug, Clone, Copy)]
pub(super) enum Year {
    Whole(i32),
    Short(i32),
}

impl Year {
    /// Whether it was written as this number of one or two digits.
    pub(super) fn is_number(self, number: u32) -> bool {
        matches!(self, Self::Short(short) if i64::from(short) == i64::from(number))
    }

    /// Whether before a part of the day it is an hour: "4 Dec 10am".
    pub(super) const fn is_hour(self) -> bool {
        matches!(self, Self::Short(1..=12))
    }

    /// Whether it is a time and no year that anybody means: "25 nov 1430".
    pub(super) const fn is_time(self) -> bool {
        matches!(self, Self::Whole(year) if year < 1800 && year / 100 < 24 && year % 100 < 60)
    }

    /// A year in four digits, or in two: to a question that looks back one that has been, to one that looks forward one to come,
    /// except a year near this one.
    pub(super) fn meant(self, this: i32, looks: Looks) -> Option<i32> {
        const NEAR_YEARS: u32 = 20;
        match self {
            Self::Whole(year) => Some(year),
            Self::Short(number) => {
                let year = this.div_euclid(100).checked_mul(100)?.checked_add(number)?;
                let is_near = year.abs_diff(this) <= NEAR_YEARS;
                match looks {
                    // Nobody was born in a year to come; the next one may be a slip at the turn of the year.
                    Looks::Back if year > this.checked_add(1)? => year.checked_sub(100),
                    Looks::Either if year > this && !is_near => year.checked_sub(100),
                    Looks::Forward if year < this && !is_near => year.checked_add(100),
                    _ => Some(year),
                }
            }
        }
    }
}
