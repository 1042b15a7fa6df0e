//! Days that are one of two, go by another day or are named twice: weekends, nights, feasts, a weekday beside a feast.

use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::counting::{Counting, MONTH, one};
use super::feasts::{Beside, Feast};
use super::lengths::{days_after, latest, span};
use super::matching::{Slots, Understood, understood};
use super::means::{Means, Year};
use super::reading::{Read, Reading};
use super::tokens::Token;
use super::vocabulary::Unit;
use crate::checklist::Looks;

/// So far from this year a number behind a month may be a year.
const LIKELY_YEARS: RangeInclusive<i32> = -6..=2;

/// The two days, the first one first.
fn which(one: NaiveDate, other: NaiveDate) -> Option<Read> {
    (one != other).then(|| Read::Which(one.min(other), one.max(other)))
}

impl Counting {
    /// The Saturday of the last weekend that is over.
    fn last_weekend(&self) -> Option<NaiveDate> {
        let sunday = self.on(Weekday::Sun).next(-1)?;
        sunday.pred_opt()
    }

    /// On a Sunday it may be the one that goes on.
    pub(super) fn weekend_ago(&self) -> Option<Read> {
        let last = self.last_weekend()?;
        match self.today.weekday() {
            Weekday::Sun => Some(Read::Which(last, self.today.pred_opt()?)),
            _ => one(Some(last)),
        }
    }

    /// A day of a weekend; a Friday is in none.
    pub(super) fn in_weekend(&self, which: i64) -> Option<Read> {
        let later = match self.slots.weekday? {
            Weekday::Sat => 0,
            Weekday::Sun => 1,
            _ => return None,
        };
        let saturday = match which {
            0 => one(self.on(Weekday::Sat).in_week(0)),
            1 => self.day(Means::WeekendAhead),
            2 => self.day(Means::WeekendNext),
            _ => self.weekend_ago(),
        };
        Some(match saturday? {
            Read::Day(reading) => one(days_after(reading.day, later))?,
            Read::Which(first, second) => Read::Which(days_after(first, later)?, days_after(second, later)?),
            other => other,
        })
    }

    pub(super) fn weekend(&self) -> Option<Read> {
        let ahead = match self.today.weekday() {
            Weekday::Sun => self.left(self.today.pred_opt()?),
            _ => self.this_or_next(Weekday::Sat),
        };
        match self.looks {
            Looks::Back => self.weekend_ago(),
            Looks::Forward => one(ahead),
            Looks::Either => Some(Read::Which(self.last_weekend()?, ahead?)),
        }
    }

    /// Whether two digits are those of a year near this one.
    fn is_likely_year(&self, number: i32) -> bool {
        LIKELY_YEARS.contains(&(number - self.today.year().rem_euclid(100)))
    }

    /// The year behind a month, a week or a feast; none where its two digits may be another day or week, and are no year near this one on the
    /// side to which a question looks.
    pub(super) fn in_named_year(&self, year: Year, most: i32) -> Option<i32> {
        let is_likely = |number: i32| {
            let away = number - self.today.year().rem_euclid(100);
            self.is_likely_year(number)
                && match self.looks {
                    Looks::Back => away <= 0,
                    Looks::Forward => away >= 0,
                    Looks::Either => true,
                }
        };
        match year {
            Year::Short(number) if number <= most && !is_likely(number) => None,
            year => self.year(year),
        }
    }

    /// "Nov 25" is a month of a year to one, and a day of that month to another.
    pub(super) fn month_and_number(&self) -> Option<Read> {
        let Year::Short(number) = self.slots.year? else { return None };
        if self.is_likely_year(number) {
            return Some(Read::Vague);
        }
        let day = u32::try_from(number).ok();
        Self { slots: Slots { day, year: None, ..self.slots }, ..*self }.dated(self.looks)
    }

    /// One of two weekdays, on the side to which a question looks.
    pub(super) fn either_named(&self) -> Option<Read> {
        let (first, second) = (self.slots.other_weekday?, self.slots.weekday?);
        let (first, second) = match self.looks {
            Looks::Back => {
                let second = self.on(second).next(-1)?;
                (latest(first, second)?, second)
            }
            Looks::Forward => {
                let first = self.on(first).next(1)?;
                (first, latest(second, days_after(first, 6)?)?)
            }
            Looks::Either => return Some(Read::Vague),
        };
        which(first, second)
    }

    /// One of two weekdays in the week that is so many away.
    pub(super) fn either_in_week(&self, weeks: i64) -> Option<Read> {
        which(
            self.on(self.slots.other_weekday?).in_week(weeks)?,
            self.on(self.slots.weekday?).in_week(weeks)?,
        )
    }

    /// One of two days of a month, of which the first is the last one before the second.
    pub(super) fn either_dated(&self) -> Option<Read> {
        let Slots { low, month, other_month, .. } = self.slots;
        let second = match self.dated(self.looks)? {
            Read::Day(reading) => reading.day,
            Read::Impossible => return Some(Read::Impossible),
            Read::OtherWeekday(day) => return Some(Read::OtherWeekday(day)),
            _ => return Some(Read::Vague),
        };
        let of = |year| NaiveDate::from_ymd_opt(year, other_month.or(month)?, low?);
        let years = [second.year(), second.year().checked_sub(1)?];
        match years.into_iter().filter_map(of).find(|first| *first <= second) {
            Some(first) => which(first, second),
            None => Some(Read::Impossible),
        }
    }

    /// A night is of two days.
    pub(super) fn nights_ago(&self) -> Option<Read> {
        let count = i64::from(self.slots.count?);
        which(days_after(self.today, -count)?, days_after(self.today, 1 - count)?)
    }

    /// The night from one weekday to the next.
    pub(super) fn night_to(&self) -> Option<Read> {
        let morning = self.slots.weekday?;
        if morning.pred() != self.slots.other_weekday? {
            return None;
        }
        let day = match self.looks {
            Looks::Back => latest(morning, self.today)?,
            Looks::Forward => self.on(morning).next(1)?,
            Looks::Either => return Some(Read::Vague),
        };
        which(day.pred_opt()?, day)
    }

    /// The night of a day ends on the next one; to a question that looks back on that very day it may have begun the day before.
    pub(super) fn night_of(&self) -> Option<Read> {
        let read = if self.slots.day.is_some() { self.dated(self.looks)? } else { self.named(self.looks)? };
        let day = match read {
            Read::Day(Reading { day, .. }) => day,
            // Each of two nights is of two days.
            Read::Which(..) => return Some(Read::Vague),
            other => return Some(other),
        };
        match self.looks {
            Looks::Back if day >= self.today => which(day.pred_opt()?, day),
            _ => which(day, day.succ_opt()?),
        }
    }

    /// An hour after midnight in the night of a weekday: to one that night begins on it, to another it ends there. None where
    /// no weekday is named.
    pub(super) fn hour_of_night(&self, means: Means) -> Option<Read> {
        let looks = match means {
            Means::Named | Means::NamedAbout => self.looks,
            Means::NamedAhead => Looks::Forward,
            Means::NamedAgo => Looks::Back,
            Means::NamedThis
            | Means::NamedNext
            | Means::NamedLast
            | Means::NamedInWeek(_)
            | Means::NamedInPastWeek
            | Means::NamedInComingWeek => {
                return Some(match self.day(means)? {
                    Read::Day(reading) => which(reading.day, reading.day.succ_opt()?)?,
                    other => other,
                });
            }
            _ => return None,
        };
        let days = [self.slots.weekday?, self.slots.weekday?.succ()];
        let [evening, morning] = days.map(|day| match looks {
            Looks::Back => latest(day, self.today),
            Looks::Forward | Looks::Either => self.on(day).next(1),
        });
        if looks == Looks::Either { Some(Read::Vague) } else { which(evening?, morning?) }
    }

    /// So many weeks and days, or years and months.
    pub(super) fn sum(&self, times: u32, unit: Unit, sign: i64) -> Option<Read> {
        let count = self.slots.count?.checked_mul(times)?.checked_add(self.slots.low?)?;
        one(span(&Slots { count: Some(count), unit: Some(unit), ..self.slots }, self.today, sign))
    }

    /// The first weeks of a year that begins.
    pub(super) fn week_of_new_year(&self) -> Option<Read> {
        let count = Some(u32::try_from(self.slots.nth?).ok()?);
        Self { slots: Slots { count, ..self.slots }, ..*self }.week_number()
    }

    /// The first of a weekday in a year that begins.
    pub(super) fn nth_of_new_year(&self) -> Option<Read> {
        Self { slots: Slots { month: Some(1), ..self.slots }, ..*self }.day(Means::NthOfMonth)
    }

    /// The first, second or last week of a month, to which a week belongs that has its Thursday there: by its last working
    /// day where something is to be done in it, and otherwise from its first.
    pub(super) fn nth_week(&self, year: i32, month: u32) -> Option<NaiveDate> {
        let thursday = self.on(Weekday::Thu).nth(year, month)?;
        let days = if self.looks == Looks::Forward { 1 } else { -3 };
        let day = days_after(thursday, days)?;
        let end = thursday.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()?;
        Some(day.clamp(thursday.with_day(1)?, end))
    }

    /// So many of a weekday ahead or back, today not counted.
    pub(super) fn named_times(&self, sign: i64) -> Option<Read> {
        let more = i64::from(self.slots.count?.checked_sub(1)?);
        one(days_after(self.next(sign)?, more.checked_mul(sign.checked_mul(7)?)?))
    }

    /// The night to a day of which the weekday before is named.
    pub(super) fn night_to_dated(&self) -> Option<Read> {
        match self.dated(self.looks)? {
            Read::Day(reading) => match reading.day.pred_opt() {
                Some(before) if Some(before.weekday()) == self.slots.other_weekday => {
                    which(before, reading.day)
                }
                _ => Some(Read::Vague),
            },
            other => Some(other),
        }
    }

    /// A weekday after the weekend that comes, or after the last one.
    pub(super) fn after_weekend(&self) -> Option<Read> {
        let weekday = self.slots.weekday?;
        match self.looks {
            Looks::Back => one(latest(weekday, self.today)),
            Looks::Forward | Looks::Either => one(self.in_week(1)),
        }
    }

    /// A weekday after a feast or before it; one within it may be meant too.
    pub(super) fn named_from_feast(&self, beside: Beside) -> Option<Read> {
        let (feast, weekday) = (self.slots.feast?, self.slots.weekday?);
        let of = |year| match beside {
            Beside::Before => latest(weekday, feast.first(year)?.pred_opt()?),
            Beside::On | Beside::After => latest(weekday, days_after(feast.last(year)?, 7)?),
        };
        let read = self.feast(|_, year| of(year), self.looks)?;
        let Read::Day(Reading { day, .. }) = read else { return Some(read) };
        let near = days_after(day, -7)?;
        let is_within = |year: i32| {
            let (first, last) = (feast.first(year)?, feast.last(year)?);
            Some(beside != Beside::Before && first != last && near >= first && near <= last)
        };
        if is_within(near.year()).unwrap_or_default() { which(near, day) } else { Some(read) }
    }

    /// "The third" is a day of the month.
    pub(super) fn nth_of_any(&self) -> Option<Read> {
        let day = u32::try_from(self.slots.nth?).ok()?;
        Self { slots: Slots { day: Some(day), ..self.slots }, ..*self }.day_of_month(self.looks)
    }

    /// A day that goes by a feast of some year.
    pub(super) fn feast(&self, of: impl Fn(Feast, i32) -> Option<NaiveDate>, looks: Looks) -> Option<Read> {
        let feast = self.slots.feast?;
        let (back, ahead) = self.around(|year| of(feast, year));
        if let Some(year) = self.slots.year {
            // "Kerst 26" is a day of it as well.
            let days = [back, ahead].into_iter().flatten().filter_map(|day| {
                let last = feast.last(day.year())?.max(day);
                Some(day.iter_days().take_while(move |day| *day <= last))
            });
            let is_own = days.flatten().any(|day| year.is_number(day.day()));
            return self
                .in_named_year(year, MONTH)
                .filter(|_| !is_own)
                .map_or(Some(Read::Vague), |year| one(of(feast, year)));
        }
        self.choose(back, ahead, looks)
    }
}

/// The day that is named twice: "kerst, vrijdag 25 december", "wk 50 (7 dec)"; nobody can tell which day is meant where the two differ.
pub(super) fn twice(tokens: &[Token], today: NaiveDate, looks: Looks) -> Option<Read> {
    (1..tokens.len()).find_map(|at| {
        let (head, tail) = tokens.split_at_checked(at)?;
        let (first, second) = (understood(head)?, understood(tail)?);
        let is_dated = |said: &Understood| matches!(said.means, Means::Dated);
        let (name, dated) = if is_dated(&first) { (second, first) } else { (first, second) };
        let is_name = matches!(name.means, Means::Feast(Beside::On) | Means::NthOfFeast | Means::WeekNumber);
        if !is_dated(&dated) || !is_name {
            return None;
        }
        let is_it = |day: NaiveDate| is_so_named(name.means, &name.slots, day);
        Some(match (Counting { today, looks, slots: dated.slots }).dated(looks)? {
            Read::Day(reading) if !is_it(reading.day) => Read::Vague,
            Read::Which(first, second) if is_it(first) != is_it(second) => {
                one(Some(if is_it(first) { first } else { second }))?
            }
            Read::Which(first, _) if !is_it(first) => Read::Vague,
            found => found,
        })
    })
}

/// A day, and the one that it is otherwise: "bij voorkeur maandag, anders dinsdag".
pub(super) fn alternatives(tokens: &[Token]) -> Option<(Vec<Token>, &[Token])> {
    let is =
        |token: &Token, words: &[&str]| matches!(token, Token::Word(word) if words.contains(&word.as_str()));
    let at = tokens.iter().position(|token| is(token, &["anders", "otherwise", "else"]))?;
    let (wished, rest) = tokens.split_at_checked(at)?;
    let wished = wished.iter().filter(|token| !is(token, &["of", "or", "en", "and"])).cloned().collect();
    Some((wished, rest.split_first()?.1))
}

/// Whether a day is of a feast or a week.
fn is_so_named(means: Means, slots: &Slots, day: NaiveDate) -> bool {
    let feast = || {
        let feast = slots.feast?;
        let years = [day.year(), day.year().checked_sub(1)?];
        Some(years.into_iter().any(|year| match (means, slots.nth) {
            (Means::NthOfFeast, Some(nth)) => feast.nth(nth, year) == Some(day),
            _ => {
                feast.first(year).is_some_and(|first| first <= day)
                    && feast.last(year).is_some_and(|last| day <= last)
            }
        }))
    };
    match means {
        Means::WeekNumber => {
            Some(day.iso_week().week()) == slots.count
                && slots.weekday.is_none_or(|named| named == day.weekday())
        }
        _ => feast().unwrap_or_default(),
    }
}
