//! Files that only the key of the notebook opens, in the format of `age`.

use std::fmt;

use age::x25519::Identity;

use super::codec::{Codec, CodecError};
use super::mark::{Link, Mark, Opened, Secret, Subject, Tag};

/// How every file in the format of `age` begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// Whether these bytes are a file in the format of `age`; it may be damaged, and for another key.
pub(super) fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Whether these bytes may be the beginning of a sealed file that was never written to its end.
pub(super) fn is_begun(bytes: &[u8]) -> bool {
    is_sealed(bytes) || MAGIC.starts_with(bytes) || bytes.iter().all(|byte| *byte == 0)
}

/// Seals to the newest key of a notebook, and opens with any of them.
pub struct Sealed {
    /// Each with the secret under which files for it are marked, the newest first.
    keys: Vec<(Identity, Secret)>,
    /// Whether a file that is not sealed is taken as it is: only while the notebook is being sealed.
    under_way: bool,
}

impl Sealed {
    pub(super) fn new(keys: Vec<(Identity, Secret)>, under_way: bool) -> Self {
        Self { keys, under_way }
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sealed").field("under_way", &self.under_way).finish_non_exhaustive()
    }
}

impl Codec for Sealed {
    fn seal(&self, mark: &Mark, plain: Vec<u8>) -> Result<(Vec<u8>, Option<Link>), CodecError> {
        let (identity, secret) = self.keys.first().ok_or(CodecError::Closed)?;
        let (whole, tag) = mark.put(secret, &plain);
        let sealed = age::encrypt(&identity.to_public(), &whole).map_err(|_| CodecError::Closed)?;
        Ok((sealed, Some(Link { revision: mark.revision, tag })))
    }

    fn open(&self, subject: &Subject, sealed: Vec<u8>) -> Result<Opened, CodecError> {
        if self.under_way && !is_sealed(&sealed) {
            return Ok(Opened { plain: sealed, link: None, previous: None });
        }
        // Whoever put a plain file here did not have the key: it is none of ours.
        let open = |(identity, secret): &(Identity, Secret)| {
            Some((age::decrypt(identity, &sealed).ok()?, secret.clone()))
        };
        let (whole, secret) = self.keys.iter().find_map(open).ok_or(CodecError::Closed)?;
        Mark::take(&secret, subject, whole)
    }

    fn name(&self, words: &[&str]) -> Option<Tag> {
        self.keys.last().map(|(_, secret)| Tag::of_words(secret, words))
    }
}
