//! The stable name of a row, by which messages and histories speak of it.

use std::cmp::Ordering;
use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How long an identity is, written out.
const ROOM: usize = 32;

/// The stable name of a row, by which focus survives any change of the page.
///
/// Shared, since a layout names each row that it places.
#[derive(Clone)]
pub struct RowId(Known);

#[derive(Clone)]
enum Known {
    Fixed(&'static str),
    Of(Arc<str>),
}

impl RowId {
    /// A row that exists at most once on a page.
    pub const fn fixed(name: &'static str) -> Self {
        Self(Known::Fixed(name))
    }

    /// A row that belongs to something with a name or number of its own.
    pub fn of(kind: &str, which: impl fmt::Display) -> Self {
        // There is room for the identities that most have: text that grows is copied at each step.
        let mut name = String::with_capacity(kind.len() + 1 + ROOM);
        name.push_str(kind);
        name.push(':');
        // Writing to memory does not fail.
        let _ = write!(name, "{which}");
        Self(Known::Of(name.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Known::Fixed(name) => name,
            Known::Of(name) => name,
        }
    }
}

impl PartialEq for RowId {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RowId {}

impl PartialOrd for RowId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RowId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for RowId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for RowId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RowId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|name| Self(Known::Of(name.into())))
    }
}

impl fmt::Debug for RowId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
