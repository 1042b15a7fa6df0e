//! The file of a definition: where it comes from, and the hash of its text.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Where a definition comes from; a later layer wins by `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Part of the program.
    Shipped,
    /// The folder of the user.
    User,
    /// A folder given on the command line.
    Given,
}

/// The hash of a definition's text, by which a meeting pins the one it used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DefinitionHash(String);

impl DefinitionHash {
    /// The hash of a text: SHA-256, in hexadecimal.
    pub fn of(source: &str) -> Self {
        Self(Sha256::digest(source.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The hash as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DefinitionHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
