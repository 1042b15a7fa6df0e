//! How a notebook is protected when the computer falls into other hands, and how it is opened.

use std::io::{self, Read as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::sealed::is_sealed;
use crate::store::disk::atomic;
use crate::store::disk::files::{Files, create_folders};
use crate::store::record::format::{decode_small, encode_small};
use crate::store::record::names::{DEVICES, KEY, KEYRING, RECOVERY, UNDER_WAY};
use crate::store::record::problem::{ReadProblem, SaveError};
use crate::text;

/// The file in which somebody stated that the disk is encrypted.
pub(in crate::store) const DISK: &str = "disk-is-encrypted.toml";

/// The largest of these files, in bytes.
pub(in crate::store) const LIMIT: u64 = 16 * 1024;

/// What a notebook that is being sealed has in [`UNDER_WAY`].
pub(in crate::store) const SEALING: &[u8] = b"Pallium seals this notebook\n";

/// What one has there from which a reader is being removed; then no plain file opens.
pub(in crate::store) const RENEWING: &[u8] = b"Pallium seals this notebook anew\n";

/// How a notebook is protected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Protection {
    /// Not: whoever has the disk can read it.
    #[default]
    None,
    /// Somebody stated that the disk itself is encrypted.
    Disk(Statement),
    /// Its files are sealed.
    Sealed {
        /// Whether that was interrupted, so that some files are not.
        under_way: bool,
    },
}

/// Who stated that the disk is encrypted, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// When, as the computer wrote it: `2026-11-27 14:03`.
    pub stated: String,
    /// The user, as the system names them.
    pub who: String,
    /// The computer.
    pub place: String,
}

/// How the notebook in `folder` is protected; nothing is made where there is none.
///
/// # Errors
///
/// What the disk says, and a statement that makes no sense.
pub fn protection(files: &dyn Files, folder: &Path) -> Result<Protection, ReadProblem> {
    let under_way = is_there(files, &folder.join(UNDER_WAY))?;
    let is_there = |name: &str| is_there(files, &folder.join(name));
    // A way in and no keyring: it was lost, unless nobody came that far yet.
    if is_there(KEYRING)? || (!under_way && (is_there(KEY)? || is_there(RECOVERY)?)) {
        return Ok(Protection::Sealed { under_way });
    }
    let path = folder.join(DISK);
    match files.read(&path, LIMIT) {
        Ok(bytes) => {
            let Statement { stated, who, place } = decode_small(&bytes, &path)?;
            let line = |text: String| text::visible_line(&text).chars().take(80).collect();
            Ok(Protection::Disk(Statement { stated: line(stated), who: line(who), place: line(place) }))
        }
        Err(error) if is_absent(&error) => Ok(Protection::None),
        Err(error) => Err(ReadProblem::fault(&path, &error)),
    }
}

/// Records that the disk of the notebook in `folder` is encrypted.
///
/// # Errors
///
/// What the disk says.
pub fn state_disk_is_encrypted(
    files: &dyn Files,
    folder: &Path,
    statement: &Statement,
) -> Result<(), SaveError> {
    create_folders(files, folder).map_err(|(path, error)| SaveError::fault(&path, &error))?;
    let bytes = encode_small(statement).map_err(|_| SaveError::NotWritten)?;
    atomic::put(files, folder, DISK, &bytes).map_err(|error| SaveError::fault(&folder.join(DISK), &error))
}

/// Whether the notebook in `folder` was sealed and its file with the keys is gone: it must not be taken for a plain one.
///
/// A program that was stopped while it began to seal a notebook leaves a recovery key and no sealed file. This is asked at every
/// start, so that it looks at a few names and at no whole file, however large the notebook is.
pub fn has_lost_keys(files: &dyn Files, folder: &Path) -> bool {
    let is_there = |name: &str| files.facts(&folder.join(name)).is_ok();
    if [KEY, KEYRING].into_iter().any(is_there) {
        return false;
    }
    let names = |part: &str, most| {
        let entries = files.list_some(&folder.join(part), most).unwrap_or_default();
        entries.into_iter().map(|entry| entry.name).filter(|name| name.ends_with(".toml")).collect::<Vec<_>>()
    };
    // A few will do: all files are sealed, or none is.
    let sealed = |name: &String| {
        let mut first = Vec::new();
        let read = files.open(&folder.join("meetings").join(name));
        let read = read.and_then(|file| file.take(HEAD).read_to_end(&mut first));
        read.is_ok() && is_sealed(&first)
    };
    !names(DEVICES, MOST_NAMES).is_empty()
        || names("meetings", MOST_NAMES).iter().filter(|name| !name.starts_with('.')).take(3).any(sealed)
}

/// How many names of a folder are looked at to know what kind of notebook it is.
const MOST_NAMES: usize = 64;

/// How many bytes of a file tell that it is sealed.
const HEAD: u64 = 64;

fn is_there(files: &dyn Files, path: &Path) -> Result<bool, ReadProblem> {
    match files.facts(path) {
        Ok(_) => Ok(true),
        Err(error) if is_absent(&error) => Ok(false),
        Err(error) => Err(ReadProblem::fault(path, &error)),
    }
}

pub(in crate::store) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
