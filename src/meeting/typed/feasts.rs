//! Feast days: what they are called, when they are in a year, and the days beside them.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// Which day of a feast is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Its first day.
    On,
    /// "Voor": the last day before a feast that is longer than a day, and otherwise that day itself, as "voor 1 januari" is.
    Before,
    /// The first day after it.
    After,
}

/// A feast: on which day of a year it begins, and how many days it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Feast {
    begins: Begins,
    days: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// A day of a month.
    On(u32, u32),
    /// The day itself, and the one before it where that is a Sunday.
    NoSunday(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// A weekday of a month: which month, which day, which of them.
    Nth(u32, Weekday, u8),
}

const fn on(month: u32, day: u32) -> Feast {
    Feast { begins: Begins::On(month, day), days: 1 }
}

const fn easter(days_after: i64) -> Feast {
    Feast { begins: Begins::Easter(days_after), days: 1 }
}

const fn nth(month: u32, weekday: Weekday, nth: u8) -> Feast {
    Feast { begins: Begins::Nth(month, weekday, nth), days: 1 }
}

impl Feast {
    const fn lasts(self, days: u8) -> Self {
        Self { days, ..self }
    }

    /// Its first day in a year.
    pub(super) fn first(self, year: i32) -> Option<NaiveDate> {
        match self.begins {
            Begins::On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Begins::NoSunday(month, day) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                if day.weekday() == Weekday::Sun { day.pred_opt() } else { Some(day) }
            }
            Begins::Easter(days) => moved(easter_sunday(year)?, days),
            Begins::Nth(month, weekday, nth) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
            }
        }
    }

    /// Its last day in the year in which it begins.
    pub(super) fn last(self, year: i32) -> Option<NaiveDate> {
        moved(self.first(year)?, i64::from(self.days) - 1)
    }

    /// One of its days, counted from one.
    pub(super) fn nth(self, nth: i8, year: i32) -> Option<NaiveDate> {
        let nth = u8::try_from(nth).ok().filter(|nth| (1..=self.days).contains(nth))?;
        moved(self.first(year)?, i64::from(nth) - 1)
    }

    /// A day beside it.
    pub(super) fn beside(self, beside: Beside, year: i32) -> Option<NaiveDate> {
        match beside {
            Beside::Before if self.days > 1 => self.first(year)?.pred_opt(),
            Beside::On | Beside::Before => self.first(year),
            Beside::After => self.last(year)?.succ_opt(),
        }
    }
}

fn moved(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

/// Easter Sunday by the anonymous Gregorian computus.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

/// What feasts are called, in patterns of words as in the table of forms.
pub(super) const FEASTS: &[(&[&str], Feast)] = &[
    (
        &[
            "kerst",
            "kerstmis",
            "kerstdagen",
            "kerstdag",
            "kerstochtend",
            "kerstmorgen",
            "kerstmiddag",
            "christmas day?",
            "xmas day?",
            "x mas day?",
        ],
        on(12, 25).lasts(2),
    ),
    (&["boxing day"], on(12, 26)),
    (&["kerstavond", "kerstnacht", "christmas eve", "xmas eve"], on(12, 24)),
    (
        &[
            "oudjaar",
            "oudjaarsdag",
            "oudejaarsdag",
            "oudejaar",
            "oudejaarsavond",
            "oudjaarsavond",
            "new years eve",
            "nye",
        ],
        on(12, 31),
    ),
    (&["oud en? nieuw", "jaarwisseling"], on(12, 31).lasts(2)),
    (
        &[
            "nieuwjaar",
            "nieuwjaarsdag",
            "nieuwjaarsochtend",
            "nieuwjaarsmorgen",
            "nieuwe|nieuw jaar",
            "new year|years day?",
            "nyd",
        ],
        on(1, 1),
    ),
    (&["driekoningen", "epiphany"], on(1, 6)),
    (&["koningsdag", "kings day"], Feast { begins: Begins::NoSunday(4, 27), days: 1 }),
    (&["dodenherdenking"], on(5, 4)),
    (&["bevrijdingsdag", "liberation day"], on(5, 5)),
    (&["moederdag"], nth(5, Weekday::Sun, 2)),
    (&["vaderdag", "fathers day"], nth(6, Weekday::Sun, 3)),
    (&["prinsjesdag"], nth(9, Weekday::Tue, 3)),
    (&["allerheiligen", "all saints day?"], on(11, 1)),
    (&["allerzielen", "all souls day?"], on(11, 2)),
    (&["sint maarten", "sintmaarten"], on(11, 11)),
    (&["sinterklaas", "sint", "pakjesavond", "sinterklaasavond"], on(12, 5)),
    (&["wereldlichtjesdag"], nth(12, Weekday::Sun, 2)),
    (&["valentijn", "valentijnsdag", "valentines day?"], on(2, 14)),
    (&["dag van de arbeid", "may day"], on(5, 1)),
    (&["dierendag"], on(10, 4)),
    (&["halloween"], on(10, 31)),
    (&["carnaval", "carnival"], easter(-49).lasts(3)),
    (&["carnavalszondag"], easter(-49)),
    (&["carnavalsmaandag"], easter(-48)),
    (&["carnavalsdinsdag"], easter(-47)),
    (&["aswoensdag", "ash wednesday"], easter(-46)),
    (&["palmzondag", "palm sunday"], easter(-7)),
    (&["witte donderdag", "maundy thursday"], easter(-3)),
    (&["goede vrijdag", "good friday"], easter(-2)),
    (&["stille zaterdag"], easter(-1)),
    (&["pasen", "paasdag", "paasdagen", "paaszondag", "easter sunday?"], easter(0).lasts(2)),
    (&["paasweekend"], easter(-1).lasts(3)),
    (&["pinksterweekend"], easter(48).lasts(3)),
    (&["paasmaandag", "easter monday"], easter(1)),
    (&["hemelvaart", "hemelvaartsdag", "ascension day?"], easter(39)),
    (
        &[
            "pinksteren",
            "pinksterdag",
            "pinksterdagen",
            "pinksterzondag",
            "pentecost",
            "whitsun",
            "whit sunday",
        ],
        easter(49).lasts(2),
    ),
    (&["pinkstermaandag", "whit monday"], easter(50)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_almanacs_have_it() {
        for (year, month, day) in [
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(easter_sunday(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
        for year in 1900..=2200 {
            let day = easter_sunday(year).unwrap();
            assert_eq!(day.weekday(), Weekday::Sun, "{year}");
            assert!((81..=116).contains(&day.ordinal()), "{year}: {day}");
        }
    }
}
