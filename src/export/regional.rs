//! The counts of groups for a network that puts those of many together: one row for each group and each thing that is counted.
//!
//! Whatever is not told of a group is hidden here too; there is no row for several groups together, from which a group would
//! follow. `docs/regio.md` says what the columns mean.

use chrono::NaiveDate;
use serde::Serialize;

use super::document::csv;
use super::measure::{Count, Measure};
use super::mirror::Mirror;
use crate::text;

/// The name of the form.
const SCHEMA: &str = "pallium-counts";

/// The version of the form; a change that breaks who reads it makes it another.
const VERSION: u32 = 1;

/// One count of one group, with the columns in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionalRow {
    schema: &'static str,
    version: u32,
    group_name: String,
    period_from: Option<NaiveDate>,
    period_to: NaiveDate,
    made: NaiveDate,
    fictional: bool,
    meetings: usize,
    measure: &'static str,
    of_measure: Option<&'static str>,
    days_from: Option<i64>,
    days_to: Option<i64>,
    value: Option<i64>,
    hidden: bool,
}

/// The names of the columns.
const COLUMNS: [&str; 14] = [
    "schema",
    "version",
    "group_name",
    "period_from",
    "period_to",
    "made",
    "fictional",
    "meetings",
    "measure",
    "of_measure",
    "days_from",
    "days_to",
    "value",
    "hidden",
];

impl RegionalRow {
    /// Of which group.
    pub fn group_name(&self) -> &str {
        &self.group_name
    }

    /// Of what it is a part.
    pub fn of_measure(&self) -> Option<&'static str> {
        self.of_measure
    }

    /// What is counted.
    pub fn measure(&self) -> &'static str {
        self.measure
    }

    /// The days of a class, where it is one.
    pub fn days(&self) -> (Option<i64>, Option<i64>) {
        (self.days_from, self.days_to)
    }

    /// How many; `None` where that is hidden.
    pub fn value(&self) -> Option<i64> {
        self.value
    }

    fn cells(&self) -> Vec<String> {
        fn written<T: ToString>(value: Option<T>) -> String {
            value.map(|value| value.to_string()).unwrap_or_default()
        }
        vec![
            self.schema.to_owned(),
            self.version.to_string(),
            self.group_name.clone(),
            written(self.period_from),
            self.period_to.to_string(),
            self.made.to_string(),
            self.fictional.to_string(),
            self.meetings.to_string(),
            self.measure.to_owned(),
            written(self.of_measure),
            written(self.days_from),
            written(self.days_to),
            written(self.value),
            self.hidden.to_string(),
        ]
    }
}

impl Mirror<'_> {
    /// The counts of the group for a network, of which it is said on which day they were made.
    pub fn regional(&self, made: NaiveDate) -> Vec<RegionalRow> {
        let row = |(measure, count): (Measure, Count)| {
            let days = match measure {
                Measure::Days(from, to) => (Some(from), to),
                _ => (None, None),
            };
            let value = match count {
                Count::Patients(number) => i64::try_from(number).ok(),
                Count::Days(days) => Some(days),
                Count::Hidden => None,
            };
            RegionalRow {
                schema: SCHEMA,
                version: VERSION,
                group_name: text::visible_line(self.group.trim()).into_owned(),
                period_from: self.from,
                period_to: self.to,
                made,
                fictional: self.fictional,
                meetings: self.meetings().len(),
                measure: measure.name(),
                of_measure: measure.whole().map(Measure::name),
                days_from: days.0,
                days_to: days.1,
                value,
                hidden: value.is_none(),
            }
        };
        let unread = (Measure::Unread, Count::Patients(self.source.caveats.not_counted()));
        self.measured().into_iter().chain([unread]).map(row).collect()
    }
}

/// The rows as CSV, with the names of the columns above them.
pub fn regional_csv(rows: &[RegionalRow]) -> String {
    let head = COLUMNS.map(str::to_owned).into();
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows.iter().map(RegionalRow::cells)).collect();
    csv(&rows)
}

/// The rows as lines of JSON.
pub fn regional_lines(rows: &[RegionalRow]) -> String {
    // Nothing in a row can fail to be written: texts, numbers, days and truths.
    rows.iter().map(|row| serde_json::to_string(row).unwrap_or_default() + "\n").collect()
}

#[cfg(test)]
#[path = "tests/regional.rs"]
mod tests;
