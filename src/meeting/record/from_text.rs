//! Values that stand in a record as a text: read where that stands, for there are thousands of them.

use std::fmt::{self, Display};

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// What `read` makes of the text that comes next.
///
/// # Errors
///
/// When what comes is no text, or `read` makes nothing of it.
pub(super) fn from_text<'de, T, E: Display, D: Deserializer<'de>>(
    deserializer: D,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text(read))
}

struct Text<F>(F);

impl<T, E: Display, F: FnOnce(&str) -> Result<T, E>> Visitor<'_> for Text<F> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<Fault: Error>(self, text: &str) -> Result<T, Fault> {
        (self.0)(text).map_err(Fault::custom)
    }
}
