//! The one place where the bytes of a notebook change form between memory and disk.

use std::fmt;

/// How bytes are written to the disk and read back.
pub trait Codec: Send + Sync + fmt::Debug {
    /// The form in which `plain` goes to the disk.
    ///
    /// # Errors
    ///
    /// When the bytes cannot be brought into that form.
    fn seal(&self, plain: Vec<u8>) -> Result<Vec<u8>, CodecError>;

    /// What was sealed.
    ///
    /// # Errors
    ///
    /// When the bytes are not in that form, or not readable with the keys at hand.
    fn open(&self, sealed: Vec<u8>) -> Result<Vec<u8>, CodecError>;

    /// Whether anybody who has the bytes on the disk can read them.
    fn is_plain(&self) -> bool {
        false
    }

    /// The form in which what is in these bytes goes to the disk now; `None` where they have it already.
    ///
    /// # Errors
    ///
    /// When they do not open.
    fn renewed(&self, _bytes: &[u8]) -> Result<Option<Vec<u8>>, CodecError> {
        Ok(None)
    }

    /// Whether files may still be sealed for a reader who was removed, because their removal was broken off.
    fn is_renewing(&self) -> bool {
        false
    }

    /// Whether this is still what the notebook with this keyring is to be written with.
    fn fits(&self, _keyring: &[u8]) -> bool {
        true
    }

    /// The files that open what is sealed, by their path within the notebook, for a copy of some of it.
    fn openers(&self) -> Vec<(String, Vec<u8>)> {
        Vec::new()
    }
}

/// Bytes that cannot be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodecError;

/// Bytes as they are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plain;

impl Codec for Plain {
    fn seal(&self, plain: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        Ok(plain)
    }

    fn open(&self, sealed: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        Ok(sealed)
    }

    fn is_plain(&self) -> bool {
        true
    }
}
