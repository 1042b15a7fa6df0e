//! Files that only the key of the notebook opens, in the format of `age`.

use std::fmt;
use std::sync::Arc;

use super::codec::Codec;
use super::credentials::Credentials;
use super::key_files::KeyFiles;
use super::keyring::{Pair, Use};
use super::keys::Keys;
use super::mark::{Link, Mark, Opened, Subject, Tag};
use super::problem::{CodecError, KeyProblem};

/// How every file in the format of `age` begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// Whether these bytes are a file in the format of `age`; it may be damaged, and for another key.
pub(in crate::store) fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Whether these bytes may be the beginning of a sealed file that was never written to its end.
pub(in crate::store) fn is_begun(bytes: &[u8]) -> bool {
    is_sealed(bytes) || MAGIC.starts_with(bytes) || bytes.iter().all(|byte| *byte == 0)
}

/// Seals to the newest key of a notebook, and opens with each of its keys.
pub struct Sealed {
    /// The newest first.
    pairs: Vec<Arc<Pair>>,
    /// The same and those that only open what is older than the notebook in its present form.
    all: Vec<Arc<Pair>>,
    /// Whether a file that is not sealed is taken as it is: only while the notebook is being sealed.
    under_way: bool,
    /// What the notebook was opened with.
    credentials: Option<Credentials>,
}

impl Sealed {
    pub(in crate::store) fn new(
        pairs: Vec<Arc<Pair>>,
        all: Vec<Arc<Pair>>,
        under_way: bool,
        credentials: Option<Credentials>,
    ) -> Self {
        Self { pairs, all, under_way, credentials }
    }

    fn open_with(pairs: &[Arc<Pair>], subject: &Subject, sealed: &[u8]) -> Result<Opened, CodecError> {
        // Whoever put a plain file here did not have the key: it is none of ours.
        let opened = pairs.iter().find_map(|pair| Some((pair.open(sealed).ok()?, pair.secret())));
        let (whole, secret) = opened.ok_or(CodecError::Closed)?;
        Mark::take(secret, subject, whole)
    }
}

impl Keys {
    /// The codec for a notebook with these keys; `under_way` while it is being sealed.
    pub(in crate::store) fn codec(&self, under_way: bool) -> Sealed {
        let under = (self.ring.pairs(Use::Replaced), self.ring.pairs(Use::Retired));
        Sealed::new(under.0, under.1, under_way, Some(Credentials::new(self)))
    }

    /// The codec that also opens what was sealed before a reader was removed.
    pub(in crate::store) fn codec_for_backups(&self, under_way: bool) -> Sealed {
        let all = self.ring.pairs(Use::Retired);
        Sealed::new(all.clone(), all, under_way, Some(Credentials::new(self)))
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sealed").field("under_way", &self.under_way).finish_non_exhaustive()
    }
}

impl Codec for Sealed {
    fn seal(&self, mark: &Mark, plain: Vec<u8>) -> Result<(Vec<u8>, Option<Link>), CodecError> {
        let pair = self.pairs.first().ok_or(CodecError::Closed)?;
        let (whole, tag) = mark.put(pair.secret(), &plain);
        Ok((pair.seal(&whole)?, Some(Link { revision: mark.revision, tag })))
    }

    fn open(&self, subject: &Subject, sealed: Vec<u8>) -> Result<Opened, CodecError> {
        if self.under_way && !is_sealed(&sealed) {
            return Ok(Opened { plain: sealed, link: None, previous: None });
        }
        Self::open_with(&self.pairs, subject, &sealed)
    }

    fn open_earlier(&self, subject: &Subject, sealed: Vec<u8>) -> Result<Opened, CodecError> {
        Self::open_with(&self.all, subject, &sealed)
    }

    fn open_unproven(&self, sealed: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        self.all.iter().find_map(|pair| pair.open(&sealed).ok()).ok_or(CodecError::Closed)
    }

    fn is_for_others(&self, bytes: &[u8]) -> bool {
        is_sealed(bytes) && self.pairs.iter().all(|pair| pair.is_for_others(bytes))
    }

    fn is_newest(&self, bytes: &[u8]) -> bool {
        is_sealed(bytes) && self.pairs.first().is_some_and(|newest| newest.open(bytes).is_ok())
    }

    fn is_renewing(&self) -> bool {
        self.credentials.as_ref().is_some_and(Credentials::is_renewing)
    }

    fn takes_plain(&self) -> bool {
        self.under_way
    }

    fn enter(&self, key_files: &KeyFiles) -> Result<Option<Keys>, KeyProblem> {
        self.credentials.as_ref().map(|credentials| credentials.enter(key_files)).transpose()
    }

    fn fits(&self, keyring: &[u8]) -> bool {
        self.credentials.as_ref().is_none_or(|credentials| credentials.fits(keyring))
    }

    fn openers(&self) -> Vec<(String, Vec<u8>)> {
        self.credentials.as_ref().map(Credentials::openers).unwrap_or_default()
    }

    fn name(&self, words: &[&str]) -> Option<Tag> {
        // By the oldest key of all, which stays when a reader goes: else this computer would not know the notebook again.
        self.all.last().map(|pair| Tag::of_words(pair.secret(), words))
    }
}
