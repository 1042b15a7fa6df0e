//! How the day of a form is counted.

use super::feasts::Beside;

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
