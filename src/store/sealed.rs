//! Files that only the key of the notebook opens, in the format of `age`.

use std::fmt;

use age::x25519::{Identity, Recipient};

use super::codec::{Codec, CodecError};

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

/// Seals to the key of a notebook, and opens with it.
pub struct Sealed {
    identity: Identity,
    recipient: Recipient,
    /// Whether a file that is not sealed is taken as it is: only while the notebook is being sealed.
    under_way: bool,
}

impl Sealed {
    pub(super) fn new(identity: Identity, under_way: bool) -> Self {
        Self { recipient: identity.to_public(), identity, under_way }
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sealed").field("under_way", &self.under_way).finish_non_exhaustive()
    }
}

impl Codec for Sealed {
    fn seal(&self, plain: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        age::encrypt(&self.recipient, &plain).map_err(|_| CodecError)
    }

    fn open(&self, sealed: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        if self.under_way && !is_sealed(&sealed) {
            return Ok(sealed);
        }
        // Whoever put a plain file here did not have the key: it is none of ours.
        age::decrypt(&self.identity, &sealed).map_err(|_| CodecError)
    }
}
