//! The day that people mean: the table of forms is matched, and what fits is counted from the day it was typed.

use chrono::{Datelike, NaiveDate};

use super::YEARS;
use super::counting::Counting;
use super::matching::{Understood, understood};
use super::reading::{Read, Reading, Remark};
use super::tokens::tokens;
use crate::checklist::Looks;

/// The day that `text` means when it is typed on `today` in answer to a question that `looks` back or forward.
pub fn date(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    match read(text, today, looks) {
        Read::Day(reading) => Some(reading.day),
        _ => None,
    }
}

/// The day from which on `text` asks: a day that has been, the first one of a week, month or year, or so long ago.
pub fn since(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let asked =
        [text.to_owned(), format!("begin {text}"), format!("begin van {text}"), format!("{text} geleden")];
    asked.iter().find_map(|text| date(text, today, Looks::Back))
}

/// The day that `text` means, where the day in numbers says all that was typed.
pub fn whole_date(text: &str, today: NaiveDate, looks: Looks) -> Option<NaiveDate> {
    match read(text, today, looks) {
        Read::Day(reading) if reading.is_whole => Some(reading.day),
        _ => None,
    }
}

/// What `text` says of a day when it is typed on `today` in answer to a question that `looks` back or forward.
pub fn read(text: &str, today: NaiveDate, looks: Looks) -> Read {
    let Some(tokens) = tokens(text) else { return Read::Nothing };
    let Some(Understood { means, slots, has_time, is_from }) = understood(&tokens) else {
        return Read::Nothing;
    };
    // A day from which on something is to be done is not the day by which it is.
    if is_from && looks == Looks::Forward {
        return Read::Nothing;
    }
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
                is_whole: means.is_whole() && !has_time && !is_from,
                remark: reading.remark.or(against),
                ..reading
            })
        }
        other => other,
    }
}
