//! The year of birth that people mean.

use chrono::{Datelike, NaiveDate};

use super::date::read;
use super::reading::Read;
use crate::checklist::Looks;
use crate::text::plain_digits;

/// Nobody is older than this.
const OLDEST: i32 = 120;

/// The year of birth in `text`: a year in four digits, alone or in a whole date, of somebody who can be alive `today`.
pub fn birth_year(text: &str, today: NaiveDate) -> Option<i32> {
    let plain = plain_digits(text);
    let text = plain.trim();
    let text = ["geb.", "geboren", "geb", "born", "*"]
        .into_iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start_matches([':', ' ']);
    let numbers = || text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let alone = text.len() == 4 && numbers().count() == 1;
    let year = match read(text, today, Looks::Back) {
        _ if alone => text.parse().ok(),
        // Two digits could be a child or somebody of a hundred.
        Read::Day(reading) if numbers().next().is_some() => Some(reading.day.year()),
        _ => None,
    };
    year.filter(|year| (today.year().saturating_sub(OLDEST)..=today.year()).contains(year))
}
