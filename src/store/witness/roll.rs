//! What one computer knows to be in a notebook, so that a file that is gone or older is missed.
//!
//! ```text
//! devices/<computer>.toml
//! devices/<computer>.latest.toml      what that one does not say yet: it is written with each save, and so stays small
//! ```
//!
//! What the whole notebook should hold is the newest of what all rolls say of each file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::store::record::format::{decode_small, encode_small};
use crate::store::record::names::DEVICES;
use crate::store::record::problem::ReadProblem;
use crate::store::vault::mark::{Link, Tag};

/// What is known of one file; of two that say the same number the later kind is newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Entry {
    /// It is there, in this version or a later one.
    Here(Link),
    /// This version is about to be deleted, and may be there still.
    Going(Link),
    /// It was deleted, in this version and every earlier one.
    Gone(u64),
}

impl Entry {
    pub(in crate::store) fn revision(&self) -> u64 {
        match self {
            Self::Here(link) | Self::Going(link) => link.revision,
            Self::Gone(revision) => *revision,
        }
    }

    fn order(&self) -> (u64, u8) {
        let kind = match self {
            Self::Here(_) => 0,
            Self::Going(_) => 1,
            Self::Gone(_) => 2,
        };
        (self.revision(), kind)
    }

    pub(in crate::store) fn is_newer_than(&self, other: &Self) -> bool {
        self.order() > other.order()
    }
}

/// What stands in the name of the file with what a roll does not say yet.
const LATEST: &str = ".latest";

const GOING: &str = "going ";
const GONE: &str = "gone ";

impl fmt::Display for Entry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Here(link) => write!(formatter, "{link}"),
            Self::Going(link) => write!(formatter, "{GOING}{link}"),
            Self::Gone(revision) => write!(formatter, "{GONE}{revision}"),
        }
    }
}

impl FromStr for Entry {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "no entry of a roll";
        if let Some(rest) = text.strip_prefix(GONE) {
            rest.parse().map(Self::Gone).map_err(|_| WRONG)
        } else if let Some(rest) = text.strip_prefix(GOING) {
            rest.parse().map(Self::Going).map_err(|_| WRONG)
        } else {
            text.parse().map(Self::Here).map_err(|_| WRONG)
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What one computer knows of the files of a notebook, each by its path within it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Roll {
    /// Files in the place of which somebody went on with an older version, which nobody has said is right.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(in crate::store) doubted: BTreeSet<String>,
    #[serde(default)]
    pub(in crate::store) files: BTreeMap<String, Entry>,
}

impl Roll {
    pub(in crate::store) fn encode(&self) -> Option<Vec<u8>> {
        encode_small(self).ok()
    }

    pub(in crate::store) fn decode(plain: &[u8], path: &Path) -> Result<Self, ReadProblem> {
        decode_small(plain, path)
    }

    /// Notes what is newer than what was known.
    pub(in crate::store) fn note(&mut self, path: &str, entry: Entry) -> bool {
        let newer = self.files.get(path).is_none_or(|known| entry.is_newer_than(known));
        if newer {
            self.files.insert(path.to_owned(), entry);
        }
        newer
    }

    /// Takes over what another roll knows better.
    pub(in crate::store) fn merge(&mut self, other: &Self) {
        for (path, entry) in &other.files {
            self.note(path, *entry);
        }
        self.doubted.extend(other.doubted.iter().cloned());
    }
}

/// What all rolls together say of one file: rolls that were written at the same time may name different contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Expected {
    pub(in crate::store) entry: Entry,
    tags: Vec<Tag>,
}

impl Expected {
    fn new(entry: Entry) -> Self {
        let mut expected = Self { entry, tags: Vec::new() };
        expected.add(entry);
        expected
    }

    fn add(&mut self, entry: Entry) {
        if let Entry::Here(link) | Entry::Going(link) = entry {
            self.tags.push(link.tag);
        }
    }

    pub(in crate::store) fn tags(&self) -> impl Iterator<Item = Tag> + '_ {
        self.tags.iter().copied()
    }

    pub(in crate::store) fn has(&self, tag: Tag) -> bool {
        self.tags.contains(&tag)
    }
}

/// What all of `rolls` together say.
pub(in crate::store) fn fold<'r>(rolls: impl Iterator<Item = &'r Roll>) -> BTreeMap<String, Expected> {
    let mut all: BTreeMap<String, Expected> = BTreeMap::new();
    for (path, entry) in rolls.flat_map(|roll| &roll.files) {
        match all.get_mut(path) {
            Some(known) if known.entry.revision() == entry.revision() => {
                known.add(*entry);
                if entry.is_newer_than(&known.entry) {
                    known.entry = *entry;
                }
            }
            Some(known) if !entry.is_newer_than(&known.entry) => {}
            _ => drop(all.insert(path.clone(), Expected::new(*entry))),
        }
    }
    all
}

/// The path of what the roll of a computer does not say yet, within the notebook.
pub(in crate::store) fn latest_path(computer: &str) -> String {
    format!("{DEVICES}/{computer}{LATEST}.toml")
}

/// The number of the computer of which a file in the folder of the rolls is one, by the name without its ending.
pub(in crate::store) fn computer_of(stem: &str) -> &str {
    stem.strip_suffix(LATEST).unwrap_or(stem)
}

/// The path of the roll of a computer, within the notebook.
pub(in crate::store) fn roll_path(computer: &str) -> String {
    format!("{DEVICES}/{computer}.toml")
}
