//! The meaning of days, numbers and lengths of time as people type them, and how a day is written back.
//!
//! What was typed stays in the record as it is; only what has one clear meaning gets one. Both languages are always
//! understood, whatever the language of the screen. The forms of a day are a table (`forms`), which `docs` shows.

mod birth;
mod counting;
mod date;
mod dated_forms;
mod either;
mod examples;
mod feasts;
mod forms;
mod length;
mod lengths;
mod matching;
mod means;
mod moment;
mod names;
mod occasions;
mod reading;
mod said;
mod tokens;
mod vocabulary;
mod written;

pub use crate::text::on_scale::on_scale;
pub use crate::text::quantity::{is_ambiguous, number, quantity, without_unit};
pub use birth::birth_year;
pub use date::{clear, date, read, since, whole_date};
pub use examples::examples;
pub use length::{MOST_MINUTES, minutes, months_kept};
pub use moment::time;
pub use reading::{Read, Reading, Remark};
pub use said::{doubt, kept, marked, said, said_of, said_within, stands, told, told_within, with_day};
pub use written::{brief_day, day, in_language, met, met_briefly, numeric, plain_day, short_day};

/// Years outside these are taken for typing errors.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
