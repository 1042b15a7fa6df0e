//! Who recorded something, and when.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::from_text::from_text;
use super::id::ParticipantId;

/// Who recorded something, and when (local time of the computer, whole seconds).
///
/// Written in one piece, for there are hundreds of them in a record: `2026-11-27T14:03:05 by <participant>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The notulist at that moment, where one was named.
    pub by: Option<ParticipantId>,
    /// The moment.
    pub at: NaiveDateTime,
}

/// Stands between the moment and the notulist.
const BY: &str = " by ";

impl fmt::Display for Stamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // This is the form that reading takes, fraction and all.
        match in_seconds(self.at) {
            Some(signs) => formatter.write_str(std::str::from_utf8(&signs).unwrap_or_default())?,
            None => write!(formatter, "{:?}", self.at)?,
        }
        self.by.map_or(Ok(()), |by| write!(formatter, "{BY}{by}"))
    }
}

/// A moment without a fraction, letter by letter: a save writes thousands of them.
fn in_seconds(at: NaiveDateTime) -> Option<[u8; 19]> {
    let year = u32::try_from(at.year()).ok().filter(|year| *year <= 9999)?;
    if at.nanosecond() != 0 {
        return None;
    }
    let digit = |number: u32| u8::try_from(number % 10).map_or(b'0', |digit| b'0' + digit);
    let pair = |number: u32| [digit(number / 10), digit(number)];
    let ([a, b], [c, d]) = (pair(year / 100), pair(year));
    let ([m, n], [e, f]) = (pair(at.month()), pair(at.day()));
    let ([h, i], [j, k], [s, t]) = (pair(at.hour()), pair(at.minute()), pair(at.second()));
    Some([a, b, c, d, b'-', m, n, b'-', e, f, b'T', h, i, b':', j, k, b':', s, t])
}

/// The same way back: who looks back reads them by the ten thousand. What is written otherwise is for the library to read.
fn of_seconds(text: &str) -> Option<NaiveDateTime> {
    let [a, b, c, d, b'-', m, n, b'-', e, f, b'T', h, i, b':', j, k, b':', s, t] =
        <[u8; 19]>::try_from(text.as_bytes()).ok()?
    else {
        return None;
    };
    let pair = |tens: u8, ones: u8| {
        let are_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        are_digits.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
    };
    let year = i32::try_from(pair(a, b)? * 100 + pair(c, d)?).ok()?;
    NaiveDate::from_ymd_opt(year, pair(m, n)?, pair(e, f)?)?.and_hms_opt(
        pair(h, i)?,
        pair(j, k)?,
        pair(s, t)?,
    )
}

/// A text that is no stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoStamp;

impl fmt::Display for NoStamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a moment expected, and perhaps by whom")
    }
}

impl std::error::Error for NoStamp {}

impl FromStr for Stamp {
    type Err = NoStamp;

    fn from_str(text: &str) -> Result<Self, NoStamp> {
        let (at, by) = match text.split_once(BY) {
            Some((at, by)) => (at, Some(by.parse().map_err(|_| NoStamp)?)),
            None => (text, None),
        };
        Ok(Self { by, at: of_seconds(at).map_or_else(|| at.parse(), Ok).map_err(|_| NoStamp)? })
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, Self::from_str)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Letter by letter or by the library: a moment is read as it is written, and nothing else is one.
        #[test]
        fn a_moment_is_read_the_same_by_hand_and_by_the_library(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}[:-][0-9]{2}:[0-9x]{2}") {
            let by_hand = of_seconds(&text);
            let by_the_library = text.parse::<NaiveDateTime>().ok();
            prop_assert!(by_hand.is_none() || by_hand == by_the_library, "{}", text);
        }
    }

    #[test]
    fn moments_in_whole_seconds_are_read_and_odd_ones_are_left_to_the_library() {
        for (text, is_plain, is_moment) in [
            ("2026-11-27T14:03:05", true, true),
            ("2024-02-29T00:00:00", true, true),
            ("2026-11-27T14:03:05.250", false, true),
            ("2026-11-27T14:03:60", false, true),
            ("2026-02-29T00:00:00", false, false),
            ("2026-11-27T24:00:00", false, false),
            ("2026-11-27t14:03:05", false, false),
            ("2026-11-2714:03:05Z", false, false),
            ("", false, false),
        ] {
            assert_eq!(of_seconds(text).is_some(), is_plain, "{text}");
            let read = text.parse::<Stamp>();
            assert_eq!(read.is_ok(), is_moment, "{text}");
            if let Ok(read) = read {
                assert_eq!(read.to_string(), text);
            }
        }
    }
}
