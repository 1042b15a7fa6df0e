//! Files that only the key of the notebook opens, in the format of `age`.

use std::fmt;
use std::sync::Arc;

use super::codec::{Codec, CodecError};
use super::entrance::Entrance;
use super::keyring::Pair;

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

/// Seals to the newest key of a notebook, and opens with each of its keys.
pub struct Sealed {
    /// The newest first.
    pairs: Vec<Arc<Pair>>,
    /// Whether a file that is not sealed is taken as it is: only while the notebook is being sealed.
    under_way: bool,
    /// What the notebook was opened with.
    entrance: Option<Entrance>,
}

impl Sealed {
    pub(super) fn new(pairs: Vec<Arc<Pair>>, under_way: bool, entrance: Option<Entrance>) -> Self {
        Self { pairs, under_way, entrance }
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sealed").field("under_way", &self.under_way).finish_non_exhaustive()
    }
}

impl Codec for Sealed {
    fn seal(&self, plain: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        self.pairs.first().ok_or(CodecError)?.seal(&plain)
    }

    fn open(&self, sealed: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        if self.under_way && !is_sealed(&sealed) {
            return Ok(sealed);
        }
        // Whoever put a plain file here did not have the key: it is none of ours.
        self.pairs.iter().find_map(|pair| pair.open(&sealed).ok()).ok_or(CodecError)
    }

    fn renewed(&self, bytes: &[u8]) -> Result<Option<Vec<u8>>, CodecError> {
        if is_sealed(bytes) && self.pairs.first().is_some_and(|newest| newest.open(bytes).is_ok()) {
            return Ok(None);
        }
        let plain = self.open(bytes.to_vec())?;
        let sealed = self.seal(plain.clone())?;
        // Nothing is replaced by what does not open.
        let opens = is_sealed(&sealed) && self.open(sealed.clone())? == plain;
        if opens { Ok(Some(sealed)) } else { Err(CodecError) }
    }

    fn is_renewing(&self) -> bool {
        self.entrance.as_ref().is_some_and(Entrance::is_renewing)
    }

    fn fits(&self, keyring: &[u8]) -> bool {
        self.entrance.as_ref().is_none_or(|entrance| entrance.fits(keyring))
    }

    fn openers(&self) -> Vec<(String, Vec<u8>)> {
        self.entrance.as_ref().map(Entrance::openers).unwrap_or_default()
    }
}
