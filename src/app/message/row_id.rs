//! The stable name of a row, by which messages and histories speak of it.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The stable name of a row, by which focus survives any change of the page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RowId(Cow<'static, str>);

impl RowId {
    /// A row that exists at most once on a page.
    pub const fn fixed(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// A row that belongs to something with a name or number of its own.
    pub fn of(kind: &str, which: impl fmt::Display) -> Self {
        Self(Cow::Owned(format!("{kind}:{which}")))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RowId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
