//! What every sealed file says of itself: what it is, which version it is, and that its writer had the keys.
//!
//! Encryption does not tell who wrote a file. So the first line within it is a mark, which is a remark in TOML:
//!
//! ```text
//! # pallium <subject> <revision> <tag of the version before, or -> <tag>
//! ```
//!
//! The tag is an HMAC under the secret of the notebook, over the rest of that line and everything below it.

use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretBox};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::problem::CodecError;
use crate::store::disk::atomic::stem_of_temporary;
use crate::store::disk::digest::Digest;
use crate::store::record::names::id_in_name;

/// What only somebody with the keys of the notebook knows.
pub(in crate::store) type Secret = Arc<SecretBox<[u8; 32]>>;

/// What a file is, so that no file can take the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// What the file at this path within the notebook must be.
    ///
    /// Versions of one meeting that stand beside each other are the same thing: a save that was not put in its place is
    /// still that meeting. Earlier versions are each their own, for their names say when and why they were kept.
    pub fn of(path: &str) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = stem_of_temporary(name).unwrap_or(name);
        let bare = stem.strip_suffix(".toml").unwrap_or(stem);
        let subject = match (folder, id_in_name(Path::new(name))) {
            ("meetings", Some(id)) if stem.ends_with(".holder") => format!("holder/{id}"),
            ("meetings", Some(id)) => format!("meeting/{id}"),
            ("definitions", _) => format!("definition/{bare}"),
            ("index", _) => "index".to_owned(),
            (folder, _) if folder.starts_with("history/") => format!("version/{bare}"),
            ("", _) => name.to_owned(),
            (folder, _) => format!("{folder}/{bare}"),
        };
        // A name may hold anything; the line that this stands in has its fields between spaces.
        let plain = |sign: char| if sign.is_ascii_graphic() { sign } else { '_' };
        Self(subject.chars().map(plain).collect())
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// An HMAC: who has it and not the secret can make no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tag([u8; 32]);

impl Tag {
    /// The hash of a file that has no mark, in the place of a tag.
    pub(in crate::store) fn of_bytes(bytes: &[u8]) -> Self {
        Self(*Digest::of(bytes).bytes())
    }

    /// The tag of some words, for names that only somebody with the keys can know.
    pub(in crate::store) fn of_words(secret: &Secret, words: &[&str]) -> Self {
        Self(
            words
                .iter()
                .fold(begun(secret, b"pallium name 1"), |mac, word| fed(mac, word.as_bytes()))
                .finalize()
                .into_bytes()
                .into(),
        )
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl FromStr for Tag {
    type Err = CodecError;

    fn from_str(text: &str) -> Result<Self, CodecError> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(CodecError::Unproven),
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let mut tag = [0; 32];
        if pairs.len() != tag.len() || !rest.is_empty() {
            return Err(CodecError::Unproven);
        }
        for (byte, [high, low]) in tag.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(tag))
    }
}

/// One version of a file, as others refer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Which version: a later one has a higher number.
    pub revision: u64,
    /// The tag of that version.
    pub tag: Tag,
}

impl fmt::Display for Link {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.revision, self.tag)
    }
}

impl FromStr for Link {
    type Err = CodecError;

    fn from_str(text: &str) -> Result<Self, CodecError> {
        let (revision, tag) = text.split_once(' ').ok_or(CodecError::Unproven)?;
        Ok(Self { revision: revision.parse().map_err(|_| CodecError::Unproven)?, tag: tag.parse()? })
    }
}

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub subject: Subject,
    /// Which version.
    pub revision: u64,
    /// The tag of the version that it was written in the place of.
    pub previous: Option<Tag>,
}

/// What was in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Its content, without the mark.
    pub plain: Vec<u8>,
    /// Which version it is; `None` where nothing proves that.
    pub link: Option<Link>,
    /// The tag of the version before.
    pub previous: Option<Tag>,
}

const START: &str = "# pallium ";

impl Mark {
    /// The mark with the content below it, and the tag in it.
    pub(in crate::store) fn put(&self, secret: &Secret, plain: &[u8]) -> (Vec<u8>, Tag) {
        let tag = Tag(self.mac(secret, plain).finalize().into_bytes().into());
        let mut whole = self.line(tag).into_bytes();
        whole.reserve_exact(plain.len());
        whole.extend_from_slice(plain);
        (whole, tag)
    }

    /// Takes the mark off what was in a file, which must be `subject`.
    pub(in crate::store) fn take(
        secret: &Secret,
        subject: &Subject,
        mut whole: Vec<u8>,
    ) -> Result<Opened, CodecError> {
        let (mark, tag, length) = Self::read(&whole).ok_or(CodecError::Unproven)?;
        let plain = whole.split_off(length);
        mark.mac(secret, &plain).verify_slice(&tag.0).map_err(|_| CodecError::Unproven)?;
        if mark.subject != *subject {
            return Err(CodecError::Misplaced);
        }
        Ok(Opened { plain, link: Some(Link { revision: mark.revision, tag }), previous: mark.previous })
    }

    fn read(whole: &[u8]) -> Option<(Self, Tag, usize)> {
        let length = whole.iter().position(|byte| *byte == b'\n')? + 1;
        let line = std::str::from_utf8(whole.get(..length)?).ok()?;
        let fields: Vec<&str> = line.strip_prefix(START)?.trim_end_matches('\n').split(' ').collect();
        let [subject, revision, previous, tag] = fields.as_slice() else { return None };
        let previous = match *previous {
            "-" => None,
            previous => Some(previous.parse().ok()?),
        };
        let mark =
            Self { subject: Subject((*subject).to_owned()), revision: revision.parse().ok()?, previous };
        let tag = tag.parse().ok()?;
        // One mark, one line: what is written otherwise was not written by this program.
        (mark.line(tag) == line).then_some((mark, tag, length))
    }

    fn line(&self, tag: Tag) -> String {
        let previous = self.previous.map_or_else(|| "-".to_owned(), |tag| tag.to_string());
        format!("{START}{} {} {previous} {tag}\n", self.subject, self.revision)
    }

    fn mac(&self, secret: &Secret, plain: &[u8]) -> Hmac<Sha256> {
        let mac = begun(secret, b"pallium mark 1");
        let mac = fed(mac, self.subject.0.as_bytes());
        let mac = fed(mac, &self.revision.to_be_bytes());
        let mac = fed(mac, self.previous.as_ref().map_or(&[][..], |tag| &tag.0));
        fed(mac, plain)
    }
}

fn begun(secret: &Secret, purpose: &[u8]) -> Hmac<Sha256> {
    // A key that is shorter than a block is filled up with zeros, by the definition of an HMAC.
    let mut block = [0; 64];
    block.iter_mut().zip(secret.expose_secret()).for_each(|(byte, secret)| *byte = *secret);
    fed(Hmac::new(&block.into()), purpose)
}

/// Each part behind its length, so that no two lists of parts are the same bytes.
fn fed(mut mac: Hmac<Sha256>, part: &[u8]) -> Hmac<Sha256> {
    mac.update(&(part.len() as u64).to_be_bytes());
    mac.update(part);
    mac
}
