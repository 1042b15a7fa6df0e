//! The last file of a backup: what is in it, so that a backup that was cut off or changed is known as such.

use serde::{Deserialize, Serialize};

use crate::store::disk::digest::Digest;

/// The name of the manifest within a backup.
pub(in crate::store) const NAME: &str = "manifest.toml";

/// The largest manifest, in bytes; good for 250,000 files.
pub(in crate::store) const LIMIT: u64 = 64 * 1024 * 1024;

const FORMAT: u32 = 1;

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Manifest {
    format: u32,
    /// When it was made, in UTC: `2026-11-27T14:03:00Z`.
    pub(in crate::store) made: String,
    /// Its files, in order.
    #[serde(default, rename = "file")]
    pub(in crate::store) files: Vec<Listed>,
}

/// One file in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Listed {
    pub(in crate::store) path: String,
    pub(in crate::store) size: u64,
    pub(in crate::store) sha256: String,
    /// When it was last changed, in milliseconds since 1970.
    pub(in crate::store) modified: u64,
}

impl Listed {
    pub(in crate::store) fn of(path: String, modified: u64, bytes: &[u8]) -> Self {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self { path, size, sha256: Digest::of(bytes).to_string(), modified }
    }

    /// The same in seconds, as it stands in the archive.
    pub(in crate::store) fn seconds(&self) -> u64 {
        self.modified / 1000
    }
}

/// Why a manifest cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Wrong {
    /// It makes no sense, or not all of it is there.
    Damaged,
    /// A newer program made it.
    Newer(u32),
}

const END: &str = "# sha256 ";

impl Manifest {
    pub(in crate::store) fn new(made: String) -> Self {
        Self { format: FORMAT, made, files: Vec::new() }
    }

    /// Its text; the last line is a comment with the digest of everything before it.
    pub(in crate::store) fn encode(&self) -> Option<Vec<u8>> {
        let text = toml::to_string(self).ok()?;
        let digest = Digest::of(text.as_bytes());
        let whole = format!("{text}{END}{digest}\n").into_bytes();
        (u64::try_from(whole.len()).ok()? <= LIMIT).then_some(whole)
    }

    pub(in crate::store) fn decode(bytes: &[u8]) -> Result<Self, Wrong> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Wrong::Damaged)?;
        let (body, digest) = text.rsplit_once(END).ok_or(Wrong::Damaged)?;
        if digest.strip_suffix('\n') != Some(Digest::of(body.as_bytes()).to_string().as_str()) {
            return Err(Wrong::Damaged);
        }
        match toml::from_str::<Format>(body) {
            Ok(Format { format }) if format > FORMAT => Err(Wrong::Newer(format)),
            Ok(Format { format: FORMAT }) => toml::from_str(body).map_err(|_| Wrong::Damaged),
            _ => Err(Wrong::Damaged),
        }
    }
}
